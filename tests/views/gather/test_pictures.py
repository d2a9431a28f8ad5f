from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QMimeData, QSize, QUrl
from PySide6.QtGui import QPixmap

from tests.views.gather.conftest import pasted, png
from views.gather.material import has_material, is_link, material_of
from views.gather.pictures import read_picture_for

ROOM = QSize(100, 80)


def claimed(width, height):
    """Make a PNG that says it is this large and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b""))


def test_a_picture_is_fitted_into_its_room(qapp, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(png(400))
    shown = read_picture_for(path, ROOM)
    assert isinstance(shown, QPixmap)
    assert (shown.width(), shown.height()) == (80, 80)


def test_a_small_picture_is_not_blown_up(qapp, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(png(20))
    assert read_picture_for(path, ROOM).width() == 20


def test_a_picture_that_claims_to_be_huge_is_not_decoded(qapp, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(claimed(60_000, 60_000))
    assert "60000 x 60000, too large" in read_picture_for(path, ROOM)


@pytest.mark.parametrize("content", [b"", b"not a picture", claimed(10, 10)[:40]])
def test_what_cannot_be_read_says_so(qapp, tmp_path, content):
    path = tmp_path / "a"
    path.write_bytes(content)
    assert read_picture_for(path, ROOM) == "This picture cannot be read here."


def test_a_picture_that_is_gone_says_so(qapp, tmp_path):
    assert "not beside the library" in read_picture_for(tmp_path / "gone", ROOM)


def test_text_and_links_are_told_apart():
    assert material_of(pasted("14:02 first page")).text == "14:02 first page"
    assert material_of(pasted(" https://example.org/a ")).links == ("https://example.org/a",)
    assert material_of(pasted("see https://example.org/a")).links == ()


def test_a_table_copied_from_a_page_keeps_its_rows():
    data = pasted("14:02\nfirst page")
    data.setHtml("<table><tr><td>14:02</td><td>first <b>page</b></td></tr></table>")
    assert material_of(data).text == "| 14:02 | first page |"


def test_other_words_of_a_page_are_taken_as_they_are():
    data = pasted("14:02  first page")
    data.setHtml("<p>14:02 first <b>page</b></p>")
    assert material_of(data).text == "14:02  first page"


@pytest.mark.parametrize("text", ["", "file:///etc/passwd", "https://", "two words", "14:02"])
def test_other_words_are_no_link(text):
    assert not is_link(text)


def test_files_are_sorted_by_what_they_hold(tmp_path):
    (tmp_path / "a.txt").write_bytes(png())
    (tmp_path / "b.png").write_text("14:02 first page")
    data = QMimeData()
    data.setUrls(
        [
            QUrl.fromLocalFile(str(tmp_path / "a.txt")),
            QUrl.fromLocalFile(str(tmp_path / "b.png")),
            QUrl("https://example.org/x"),
        ]
    )
    found = material_of(data)
    assert [path.name for path in found.pictures] == ["a.txt"]
    assert [path.name for path in found.sources] == ["b.png"]
    assert found.links == ("https://example.org/x",)


def test_an_empty_clipboard_holds_nothing():
    assert not has_material(QMimeData())
    assert not has_material(pasted("  \n "))
    assert has_material(pasted("14:02 first page"))
