"""Does one thing to a library and tells each change that is on the disk; done under strace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import exporters
from app.backup import list_backups, make_backup
from app.errors import NotSavedError
from app.exporting import prepare, write
from app.importing import import_all, plan_import
from app.ledger import Ledger
from app.library import open_library
from app.operations.base import Operation
from app.operations.reviews import NewReview, add_review, delete_review
from app.restore import restore
from importers import Answers, Source, importer_for
from models.errors import ReviewError
from models.queries.load import rows
from models.rows import ReviewRow
from models.values import Audience, ExportFormat

SAVES = 6
LINES = 900
"""Records of the import: enough for several commits."""
FORMATS = (ExportFormat.DOCX, ExportFormat.MD)
MADE_ON = date(2026, 3, 4)

Tell = Callable[[str], None]


def try_to(ledger: Ledger, operation: Operation[object], tell: Tell) -> bool:
    """Run an operation; a change that could not be saved is tried three times more."""
    for _ in range(4):
        try:
            ledger.run(operation)
        except NotSavedError as error:
            tell(f"not saved: {error.sentence}")
        else:
            return True
    return False


def save(tell: Tell, path: Path) -> None:
    """Add reviews, one to a change."""
    ledger = open_library(path)
    for number in range(SAVES):
        if try_to(ledger, add_review(NewReview(f"Added {number}")), tell):
            tell(f"saved Added {number}")
    ledger.close()


def delete(tell: Tell, path: Path) -> None:
    """Delete every review that is there."""
    ledger = open_library(path)
    for review in ledger.read(rows, ReviewRow):
        if try_to(ledger, delete_review(review.id), tell):
            tell(f"deleted {review.title}")
    ledger.close()


def back_up(tell: Tell, path: Path) -> None:
    """Make one backup."""
    made = make_backup(path, path.parent / "backups")
    tell(f"backed up {made.path.name}")


def bring_back(tell: Tell, path: Path) -> None:
    """Restore the newest backup."""
    restore(path, list_backups(path.parent / "backups")[0])
    tell("restored")


def create(tell: Tell, path: Path) -> None:
    """Begin a library."""
    open_library(path, create=True).close()
    tell("created")


def import_notes(ledger: Ledger, lines: int = LINES) -> None:
    """Take in a page of notes, in several commits."""
    (review, *_) = ledger.read(rows, ReviewRow)
    notes = (f"- {n // 60 % 24:02}:{n % 60:02} line {n} of the notes" for n in range(lines))
    source = Source.of("# 31 January 2017\n\n" + "\n".join(notes))
    importer, answers = importer_for(source), Answers(zone="UTC")
    plan = plan_import(review.id, source, importer, answers)
    import_all(ledger, plan, importer.records(source, answers))


def bring_in(tell: Tell, path: Path) -> None:
    """Import."""
    ledger = open_library(path)
    import_notes(ledger)
    tell("imported")
    ledger.close()


def export(ledger: Ledger, folder: Path, key: ExportFormat) -> Path:
    """Write the summary of the first review in a format; return its file."""
    (review, *_) = ledger.read(rows, ReviewRow)
    prepared = prepare(ledger, review.id, Audience.ENGINEERING, MADE_ON)
    return write(prepared, key, folder / f"summary{exporters.exporter(key).suffix}").path


def hand_out(tell: Tell, path: Path) -> None:
    """Write the summary as Word and as Markdown over the files of yesterday."""
    ledger = open_library(path, read_only=True)
    for key in FORMATS:
        tell(f"exported {export(ledger, path.parent, key).name}")
    ledger.close()


WORK: dict[str, Callable[[Tell, Path], None]] = {
    "save": save,
    "delete": delete,
    "backup": back_up,
    "restore": bring_back,
    "create": create,
    "import": bring_in,
    "export": hand_out,
}


def work(tell: Tell, what: str, path: Path) -> None:
    """Do one of these; end with what could not be done, in one sentence."""
    try:
        WORK[what](tell, path)
    except ReviewError as problem:
        tell(f"told: {problem.sentence}")
    tell("end")
