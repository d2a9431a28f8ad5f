"""A record in full, as it came in: Space opens it, Space or Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from app.attachments import attachment_path
from views.context import Context
from views.gather.picture_box import PictureBox
from views.gather.record_details import Shown
from views.gather.record_words import MONO, as_written
from views.widgets.buttons import primary_button
from views.widgets.sheet import Sheet

_LONGEST_LINE = 64 * 1024
"""Longer lines are cut: one line of megabytes would hold the window (R39)."""
_PICTURE_HEIGHT = 460
_WITHOUT_EDGE = "QPlainTextEdit { border: 0; padding: 0; background: transparent; }"


class PreviewSheet(Sheet):
    """Shows one record, its text or its picture."""

    def __init__(self, context: Context, shown: Shown, zone: str) -> None:
        record = shown.record
        title = record.author or (shown.source.name if shown.source else "")
        sentence = as_written(record, shown.source, zone)
        super().__init__(context.theme, context.shell.window(), title, sentence)
        self._shown = shown
        self.set_body(self._picture(context) if shown.picture else self._text(context))
        done = primary_button(context.theme, "Close", keys="Space")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Space as with Esc."""
        if event.key() == Qt.Key.Key_Space:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _text(self, context: Context) -> QWidget:
        theme, record = context.theme, self._shown.record
        text = _Reader()
        text.setReadOnly(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setStyleSheet(_WITHOUT_EDGE)
        text.setAccessibleName("As it came in")
        text.setFont(theme.mono("body") if record.kind in MONO else theme.font())
        text.setTabStopDistance(QFontMetricsF(text.font()).horizontalAdvance(" " * 4))
        text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines = record.text.splitlines()
        text.setPlainText("\n".join(line[:_LONGEST_LINE] for line in lines))
        return text

    def _picture(self, context: Context) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        box = PictureBox(context.theme, _PICTURE_HEIGHT)
        if self._shown.picture is not None:
            picture = self._shown.picture
            path = attachment_path(context.workspace.ledger.path, picture.sha256)
            box.show_picture(path, picture.alt_text or picture.shown_name)
        column.addWidget(box)
        column.addStretch()
        return holder


class _Reader(QPlainTextEdit):
    """Text to read; Space goes to the sheet, Tab on to the button."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space and Esc to the sheet."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)
