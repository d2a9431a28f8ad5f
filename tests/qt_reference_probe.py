"""Print, as JSON, how many references to None and True one call of a Qt method adds or loses."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QScrollBar,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)


class Sender(QObject):
    """Something that emits."""

    sent = Signal(int)


def calls() -> dict[str, Callable[[], object]]:
    """Return calls as the app makes them thousands of times: void ones, emits, paints."""
    widget, label, bar, table = QWidget(), QLabel(), QScrollBar(), QTableWidget(5, 5)
    edit, sender, image = QPlainTextEdit(), Sender(), QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sender.sent.connect(lambda _: None)

    return {
        "QImage.isNull": image.isNull,
        "QWidget.update": widget.update,
        "QWidget.resize": lambda: widget.resize(10, 10),
        "QLabel.setText": lambda: label.setText("x"),
        "QScrollBar.setValue": lambda: bar.setValue(3),
        "QTableWidget.setItem": lambda: table.setItem(0, 0, QTableWidgetItem("x")),
        "QTableWidget.item": lambda: table.item(4, 4),
        "QPlainTextEdit.insertPlainText": lambda: edit.insertPlainText("x"),
        "QPainter.fillRect": lambda: painter.fillRect(QRect(0, 0, 1, 1), QColor(1, 2, 3)),
        "QPainter.save, restore": lambda: (painter.save(), painter.restore()),
        "QTimer.singleShot": lambda: QTimer.singleShot(0, widget.update),
        "Signal.emit": lambda: sender.sent.emit(1),
        "Signal.connect": lambda: sender.sent.connect(widget.update),
        "QApplication.processEvents": QApplication.processEvents,
    }


def per_call(call: Callable[[], object], constant: object, times: int = 100) -> float:
    """Return how many references to a constant one call adds (negative: loses)."""
    before = sys.getrefcount(constant)
    for _ in range(times):
        call()
    return (sys.getrefcount(constant) - before) / times


if __name__ == "__main__":
    application = QApplication([])
    gc.disable()
    # Held by a name, because Qt wants painter and image to go in a certain order.
    measured = calls()
    found = {
        f"{name} ({constant})": per_call(call, constant)
        for name, call in measured.items()
        for constant in (None, True)
    }
    print(json.dumps(found), flush=True)
    # A Qt that loses references may abort while it tidies up; the figures are out already.
    os._exit(0)
