from __future__ import annotations

from datetime import date

import pytest

from app.attachments import (
    PICTURE_BYTES,
    PictureNotKeptError,
    attachment_path,
    attachments_of,
    is_picture,
    read_picture,
    shown_name,
    store_picture,
)
from app.operations.attachments import add_picture, attach_picture, delete_picture
from app.operations.records import promote_record
from models.queries.records import record_page
from models.queries.snapshots import snapshot
from models.values import Privacy, RecordKind

PNG = b"\x89PNG\r\n\x1a\n" + b"not much of a picture"
DRAWING = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
TODAY = date(2017, 2, 1)


def kept(ledger, picture=PNG, name="load.png"):
    return store_picture(ledger.path, picture, name)


def whole(ledger, review_id):
    return ledger.read(snapshot, review_id, Privacy.PRIVATE)


def test_a_picture_lies_beside_the_library_under_its_hash(ledger):
    stored = kept(ledger)
    place = attachment_path(ledger.path, stored.sha256)
    assert place.read_bytes() == PNG
    assert place.parent.parent == ledger.path.with_name("team.files")
    assert stored.suffix == ".png"


def test_the_name_of_a_file_decides_nothing(ledger):
    assert kept(ledger, name="../../../etc/passwd.svg") == kept(ledger)
    assert [each.name for each in attachments_of(ledger.path).iterdir()] == [
        kept(ledger).sha256[:2]
    ]


def test_nothing_half_written_stays_behind(ledger):
    place = attachment_path(ledger.path, kept(ledger).sha256)
    assert [each.name for each in place.parent.iterdir()] == [place.name]


def test_a_file_that_was_cut_short_is_written_again(ledger):
    place = attachment_path(ledger.path, kept(ledger).sha256)
    place.write_bytes(PNG[:5])
    kept(ledger)
    assert place.read_bytes() == PNG


@pytest.mark.parametrize("content", [DRAWING, b"", b"RIFF1234WAVE", b"%PDF-1.7", b"BM1234"])
def test_what_is_no_picture_gets_a_sentence_and_no_file(ledger, content):
    with pytest.raises(PictureNotKeptError, match="PNG, JPEG, WebP or GIF"):
        kept(ledger, content, "load.svg")
    assert not attachments_of(ledger.path).exists()


def test_a_picture_that_is_too_large_says_so(ledger, tmp_path):
    with pytest.raises(PictureNotKeptError, match=r"load\.png is larger than 32 MB"):
        kept(ledger, PNG + bytes(PICTURE_BYTES))
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(PICTURE_BYTES + 1)
    with pytest.raises(PictureNotKeptError, match=r"large\.png is larger"):
        read_picture(large)


def test_a_file_that_is_gone_says_so(tmp_path):
    with pytest.raises(PictureNotKeptError, match=r"gone\.png could not be opened"):
        read_picture(tmp_path / "gone.png")


def test_a_folder_in_the_way_is_told_in_a_sentence(ledger):
    attachments_of(ledger.path).write_text("in the way")
    with pytest.raises(PictureNotKeptError, match=r"team\.files"):
        kept(ledger)


def test_only_a_hash_leads_to_a_file(ledger):
    with pytest.raises(ValueError, match="passwd"):
        attachment_path(ledger.path, "../../etc/passwd")


def test_a_picture_is_told_by_its_bytes(tmp_path):
    (tmp_path / "notes.txt").write_bytes(PNG)
    (tmp_path / "drawing.png").write_bytes(DRAWING)
    assert is_picture(tmp_path / "notes.txt")
    assert not is_picture(tmp_path / "drawing.png")
    assert not is_picture(tmp_path / "gone.png")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\Users\\me\\load.png", "load.png"),
        ("a/b/load.png", "load.png"),
        ("lo\u202ead\n.png", "load.png"),
        ("", "Picture"),
        ("x" * 500, "x" * 120),
    ],
)
def test_a_name_is_shown_plainly(given, shown):
    assert shown_name(given) == shown


def test_a_picture_comes_into_the_tray_once(ledger, review_id):
    stored = kept(ledger)
    first = ledger.run(add_picture(review_id, stored, "load.png", TODAY))
    again = ledger.run(add_picture(review_id, stored, "copy.png", TODAY))
    assert again.result == first.result
    assert again.step is None
    (record,) = ledger.read(record_page, review_id)
    assert (record.kind, record.text) == (RecordKind.PICTURE, "load.png")
    (attachment,) = whole(ledger, review_id).attachments
    assert (attachment.sha256, attachment.suffix) == (stored.sha256, ".png")


def test_pictures_gather_under_one_source(ledger, review_id):
    for name, content in (("a.png", PNG), ("b.png", PNG + b"2")):
        ledger.run(add_picture(review_id, kept(ledger, content), name, TODAY))
    assert [source.name for source in whole(ledger, review_id).sources] == ["Pictures"]


def test_the_undo_of_a_picture_takes_all_of_it_back_and_the_file_stays(ledger, review_id):
    stored = kept(ledger)
    done = ledger.run(add_picture(review_id, stored, "load.png", TODAY))
    ledger.undo(done.step)
    assert whole(ledger, review_id).attachments == whole(ledger, review_id).sources == ()
    assert ledger.read(record_page, review_id) == ()
    ledger.redo(done.step)
    assert len(whole(ledger, review_id).attachments) == 1
    assert attachment_path(ledger.path, stored.sha256).exists()


def test_a_deleted_picture_comes_back_with_undo(ledger, review_id):
    record_id = ledger.run(add_picture(review_id, kept(ledger), "load.png", TODAY)).result
    gone = ledger.run(delete_picture(record_id))
    assert whole(ledger, review_id).attachments == ()
    ledger.undo(gone.step)
    assert len(whole(ledger, review_id).attachments) == 1
    assert len(ledger.read(record_page, review_id)) == 1


def test_a_picture_may_stand_beside_an_event(ledger, review_id):
    record_id = ledger.run(add_picture(review_id, kept(ledger), "load.png", TODAY)).result
    event_id = ledger.run(promote_record(record_id)).result
    ledger.run(attach_picture(event_id, kept(ledger, PNG + b"2"), "after.png"))
    assert [each.event_id for each in whole(ledger, review_id).attachments] == [None, event_id]
