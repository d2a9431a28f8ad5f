"""The least window that could do the job: 1,000 rows read with sqlite3, in a plain table.

`python -m bench.bare_window LIBRARY [SQL]`. With SQL, the time from asking for the rows to seeing
them in a window that is already open.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

REVIEWS = "SELECT id, title, zone, created_at FROM review ORDER BY created_at"
Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    """Rows as sqlite3 gives them."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802
        """Count the rows."""
        return len(self._rows)

    def columnCount(self, _parent: Index | None = None) -> int:  # noqa: N802
        """Count the columns."""
        return len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self._rows[index.row()][index.column()])


class Table(QTableView):
    """Says once that it was painted with its rows in it."""

    began: float | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint, and answer after the whole window was painted."""
        super().paintEvent(event)
        model = self.model()
        if model is not None and model.rowCount():
            QTimer.singleShot(0, self.answer)

    def answer(self) -> None:
        """Print when the rows were seen, and leave."""
        now = time.monotonic()
        from bench.measure import memory_mib

        answer = {"at": now} if self.began is None else {"ms": (now - self.began) * 1000}
        print(json.dumps(answer | {"cpu": time.process_time() * 1000, "mib": memory_mib()}))
        QApplication.quit()


def main() -> None:
    """Show the rows."""
    library, *asked = sys.argv[1:]
    application = QApplication([])
    window = QMainWindow()
    table = Table()
    window.setCentralWidget(table)
    window.resize(1440, 900)

    def read() -> None:
        if asked:
            table.began = time.monotonic()
        connection = sqlite3.connect(library)
        table.setModel(Rows(connection.execute(asked[0] if asked else REVIEWS).fetchall()))
        connection.close()

    if not asked:
        read()
    window.show()
    if asked:
        QTimer.singleShot(200, read)
    application.exec()


if __name__ == "__main__":
    main()
