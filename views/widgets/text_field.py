"""A field of several lines that grows with its words and hands them on while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from views.theme import Theme
from views.widgets.line_field import asks_undo
from views.widgets.pace import OneShot, Pace

_ACROSS, _DOWN = 20, 14
_PARAGRAPH = "\u2029"


class TextField(QTextEdit):
    """Plain text in a voice or the app's face; grows from `lines` rows with its content.

    `edited(str)` comes at most 200 ms after a key (steady typing never postpones it), and at
    once when the focus leaves or `flush()` is called. `show_text` shows what is stored: it never
    takes words from under a typing hand, keeps the caret, and emits nothing.
    Tab leaves the field; Ctrl+Z goes to the window's undo unless `keep_own_undo()` was called.
    """

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        role: str = "body",
        hint: str = "",
        lines: int = 1,
        timer: OneShot | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._lines = lines
        self._local_undo = False
        self._showing = False
        self._bare = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._set_up_page()
        self._pace = Pace(self, timer)
        self._pace.due.connect(self._send)
        self.textChanged.connect(self._on_changed)
        self._take_look()
        theme.changed.connect(self._take_look)

    def keep_own_undo(self) -> None:
        """Let Ctrl+Z take back typing in this field alone."""
        self._local_undo = True
        self.setUndoRedoEnabled(True)

    def make_bare(self) -> None:
        """Show only the words, without edge and ground."""
        self._bare = True
        self.setProperty("bare", True)  # noqa: FBT003

    def text(self) -> str:
        """Give the words as typed.

        Not as `toPlainText`, which gives plain spaces for no-break ones and breaks lines at U+2028.
        """
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def show_text(self, text: str) -> None:
        """Show what is stored, unless a person is typing here right now."""
        if text == self.text() or (self.hasFocus() and self._pace.is_waiting()):
            return
        caret = self.textCursor().position() if self.hasFocus() else 0
        self._showing = True
        self._pace.settle()
        self.setPlainText(text)
        self._space_lines()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, len(text)))
        self.setTextCursor(cursor)
        self._showing = False

    def flush(self) -> None:
        """Hand on what is unsent, now."""
        if self._pace.settle():
            self.edited.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on before leaving."""
        self.flush()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, unless the field keeps its own."""
        if not self._local_undo and asks_undo(event):
            self.flush()
            event.ignore()
            return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted words without their look."""
        if source.hasText():
            self.insertPlainText(source.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that more words need more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the words at a width."""
        rows = self._height_of_words(max(1, width - self._frame_width()))
        least = self._lines * self._theme.line(self._role)
        return round(max(rows, least)) + self._frame_height()

    def sizeHint(self) -> QSize:
        """As high as the words are at the present width."""
        width = max(self.width(), self._theme.px(200))
        return QSize(self._theme.px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No less than the words need."""
        return QSize(self._theme.px(80), self.heightForWidth(max(self.width(), 80)))

    def _set_up_page(self) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _height_of_words(self, width: int) -> float:
        page = self.document()
        if round(page.textWidth()) == width:
            return page.size().height()
        twin = page.clone()
        twin.setTextWidth(width)
        high = twin.size().height()
        twin.deleteLater()
        return high

    @Slot()
    def _on_changed(self) -> None:
        self.updateGeometry()
        if not self._showing:
            self._pace.touch()

    @Slot()
    def _send(self) -> None:
        self._pace.settle()
        self.edited.emit(self.text())

    def _frame_width(self) -> int:
        return 0 if self._bare else self._theme.px(_ACROSS)

    def _frame_height(self) -> int:
        return 0 if self._bare else self._theme.px(_DOWN)

    @Slot()
    def _take_look(self) -> None:
        self._showing = True
        self.setFont(self._theme.font(self._role))
        self.document().setDefaultFont(self._theme.font(self._role))
        self._space_lines()
        self._showing = False
        self.updateGeometry()

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight
        spaced.setLineHeight(self._theme.line(self._role), height.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(spaced)
