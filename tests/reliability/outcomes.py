"""What a library and a folder may hold after an import or an export that was cut off."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import exporters
from app.library import open_library
from tests.reliability.libraries import content
from tests.reliability.writing_child import FORMATS, LINES, export

YESTERDAY = b"the summary of yesterday"
OF_IMPORTS = ("record", "import_batch", "source")


def summaries(folder: Path) -> list[Path]:
    """Return where each format is written."""
    return [folder / f"summary{exporters.exporter(key).suffix}" for key in FORMATS]


def lay_yesterday(folder: Path) -> None:
    """Put files where those of today will go."""
    for file in summaries(folder):
        file.write_bytes(YESTERDAY)


def today(library: Path) -> list[bytes]:
    """Return what an export of this library writes, in the order of the formats."""
    folder = library.parent / "expected"
    folder.mkdir()
    ledger = open_library(library, read_only=True)
    for key in FORMATS:
        export(ledger, folder, key)
    ledger.close()
    written = [file.read_bytes() for file in summaries(folder)]
    shutil.rmtree(folder)
    return written


def assert_yesterday_or_today(folder: Path, expected: list[bytes], told: list[str]) -> None:
    """Each file is the old one or the new one, and the new one where that was said."""
    for file, new in zip(summaries(folder), expected, strict=True):
        found = file.read_bytes()
        if found != YESTERDAY:
            assert words(found) == words(new), file
        assert found != YESTERDAY or f"exported {file.name}" not in told, file


def words(written: bytes) -> bytes:
    """Return what a file says: of Word its text, every part of which has to be whole."""
    if not written.startswith(b"PK"):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        assert parts.testzip() is None
        return parts.read("word/document.xml")


def assert_imported_or_untouched(
    library: Path, before: dict, *, told: bool, added_later: bool = False
) -> None:
    """All of an import is there once the library was opened, or none of it."""
    open_library(library).close()
    after = content(library)
    if added_later:
        after["review"] = [row for row in after["review"] if row in before["review"]]
    came = len(after["record"]) - len(before["record"])
    assert came in ((LINES,) if told else (0, LINES))
    others = [name for name in before if name not in (OF_IMPORTS if came else ())]
    assert {name: after[name] for name in others} == {name: before[name] for name in others}
    if came:
        assert len(after["source"]) == len(before["source"]) + 1
        assert all("complete" in row for row in after["import_batch"])
