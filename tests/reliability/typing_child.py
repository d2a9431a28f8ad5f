"""Types into a real field over a real library and tells what is on the disk; run to be killed."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.library import open_library
from app.operations.fields import set_value
from app.saving import SaveState, Saving
from app.workspace import Workspace
from models.queries.load import rows
from models.rows import ReviewRow

ALPHABET = "abcdefghij klmnop"


def main(path: str) -> None:
    """Type for ever; each line is `T n` for keys typed, `S n` for keys on the disk."""
    app = QApplication(sys.argv)
    workspace = Workspace(open_library(Path(path)))
    (review,) = workspace.read(rows, ReviewRow)
    field = QPlainTextEdit()
    field.setPlainText(review.background)

    def tell(word: str) -> None:
        os.write(1, f"{word} {len(field.toPlainText())}\n".encode())

    def on_saving(saving: Saving) -> None:
        if saving.state is SaveState.SAVED:
            tell("S")

    workspace.saving.connect(on_saving)

    def store() -> None:
        tell("T")
        workspace.type(set_value(ReviewRow, review.id, "background", field.toPlainText()))

    field.textChanged.connect(store)
    field.moveCursor(field.textCursor().MoveOperation.End)
    for key in itertools.cycle(ALPHABET):
        QTest.keyClicks(field, key)
        app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1])
