"""Does one thing to a library and tells each change that is on the disk; run under strace."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.backup import make_backup
from app.errors import NotSavedError
from app.ledger import Ledger
from app.library import open_library
from app.operations.base import Operation
from app.operations.reviews import NewReview, add_review, delete_review
from app.restore import restore
from models.errors import ReviewError
from models.queries.load import rows
from models.rows import ReviewRow

SAVES = 6


def tell(words: str) -> None:
    """Say something to the parent, in one write that strace leaves alone."""
    os.writev(1, [f"{words}\n".encode()])


def try_to(ledger: Ledger, operation: Operation[object]) -> bool:
    """Run an operation; a change that could not be saved is tried three times more."""
    for _ in range(4):
        try:
            ledger.run(operation)
        except NotSavedError as error:
            tell(f"not saved: {error.sentence}")
        else:
            return True
    return False


def save(path: Path) -> None:
    """Add reviews, one to a change."""
    ledger = open_library(path)
    for number in range(SAVES):
        if try_to(ledger, add_review(NewReview(f"Added {number}"))):
            tell(f"saved Added {number}")
    ledger.close()


def delete(path: Path) -> None:
    """Delete every review that is there."""
    ledger = open_library(path)
    for review in ledger.read(rows, ReviewRow):
        if try_to(ledger, delete_review(review.id)):
            tell(f"deleted {review.title}")
    ledger.close()


def back_up(path: Path) -> None:
    """Make one backup."""
    made = make_backup(path, path.parent / "backups")
    tell(f"backed up {made.path.name}")


def bring_back(path: Path) -> None:
    """Restore the newest backup."""
    from app.backup import list_backups

    restore(path, list_backups(path.parent / "backups")[0])
    tell("restored")


def create(path: Path) -> None:
    """Begin a library."""
    open_library(path, create=True).close()
    tell("created")


WORK = {
    "save": save,
    "delete": delete,
    "backup": back_up,
    "restore": bring_back,
    "create": create,
}

if __name__ == "__main__":
    try:
        WORK[sys.argv[1]](Path(sys.argv[2]))
    except ReviewError as problem:
        tell(f"told: {problem.sentence}")
    tell("end")
