"""A field of one line whose words are handed on while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from views.theme import Theme
from views.widgets.keycap import caps_width, paint_caps
from views.widgets.overlay import Overlay
from views.widgets.pace import OneShot, Pace

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def asks_undo(event: QEvent) -> bool:
    """Tell whether a field is asked if it wants an undo or redo key for itself."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(keys) for keys in _UNDO_KEYS)


class LineField(QLineEdit):
    """One line of text with the contract of TextField: `edited(str)` within 200 ms of a key.

    `show_text` is how the page shows what is stored; it never takes words from under a typing
    hand and keeps the caret. Ctrl+Z hands on unsent words and goes to the window's undo, unless
    `keep_own_undo()` was called (sheets, search) and there is typing to take back.
    `icon` stands at the left, `keys` as caps at the right while the field is empty.
    """

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        hint: str = "",
        icon: str = "",
        keys: str = "",
        timer: OneShot | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._keys = keys
        self._local_undo = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pace = Pace(self, timer)
        self._pace.due.connect(self._send)
        self.textEdited.connect(self._on_typed)
        self._take_look()
        theme.changed.connect(self._take_look)

    def keep_own_undo(self) -> None:
        """Let Ctrl+Z take back typing in this field alone."""
        self._local_undo = True

    def clear(self) -> None:
        """Empty the line and forget its own undo: what it said has been handed on."""
        self.setText("")

    def show_text(self, text: str) -> None:
        """Show what is stored, unless a person is typing here right now."""
        if text == self.text() or (self.hasFocus() and self._pace.is_waiting()):
            return
        caret = self.cursorPosition()
        self._pace.settle()
        self.setText(text)
        self.setCursorPosition(min(caret, len(text)) if self.hasFocus() else 0)

    @Slot()
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
        if asks_undo(event) and not self._keeps(event):
            self.flush()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no undo key that the window left over."""
        if any(event.matches(keys) for keys in _UNDO_KEYS) and not self._keeps(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as every control."""
        return QSize(self._theme.px(200), self._theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then its icon and keys."""
        super().paintEvent(event)
        painter, px = QPainter(self), self._theme.px
        box = QRectF(self.rect())
        if self._icon:
            sign = QRectF(px(11), box.center().y() - px(7), px(14), px(14))
            self._theme.icons.paint(painter, sign, self._icon, "ink2")
        if self._keys and not self.text():
            box = box.adjusted(0, 0, -px(8), 0)
            paint_caps(painter, self._theme, box, self._keys, joined=True)

    def _keeps(self, event: QEvent) -> bool:
        """Whether an undo or redo key is for this field alone; in a sheet always, if at all."""
        if not self._local_undo or not isinstance(event, QKeyEvent):
            return False
        undoes = event.matches(QKeySequence.StandardKey.Undo)
        here = self.isUndoAvailable() if undoes else self.isRedoAvailable()
        return here or self._lies_over_the_page()

    def _lies_over_the_page(self) -> bool:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, Overlay):
            parent = parent.parentWidget()
        return parent is not None

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._pace.touch()

    @Slot()
    def _send(self) -> None:
        self._pace.settle()
        self.edited.emit(self.text())

    @Slot()
    def _take_look(self) -> None:
        left = self._theme.px(21) if self._icon else 0
        right = round(caps_width(self._theme, self._keys, joined=True)) if self._keys else 0
        self.setTextMargins(left, 0, right, 0)
        self.updateGeometry()
