"""A toast: one sentence about what just happened, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from views.theme import Theme
from views.widgets.keycap import KeyCap
from views.widgets.overlay import cast_shadow
from views.widgets.paint import CENTRE, rounded, text_width, words
from views.widgets.text import Text
from views.widgets.watch import EventWatch


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Toast(QWidget):
    """Bottom centre of its window for 8 s, longer while pointed at or focused.

    `say(sentence)` shows and announces it; `undo_asked` comes from its button.
    """

    undo_asked = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._sentence = Text(theme, role="body", colour="on_toast")
        self._undo = _UndoButton(theme, "Undo", self)
        self._cap = KeyCap(theme, "Ctrl+Z", self, colour="on_toast")
        row = QHBoxLayout(self)
        px = theme.px
        row.setContentsMargins(px(16), px(10), px(12), px(10))
        row.setSpacing(px(8))
        row.addWidget(self._sentence, 1)
        row.addSpacing(px(24))
        row.addWidget(self._undo)
        row.addWidget(self._cap)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.timeout.connect(self.hide)
        self._undo.clicked.connect(self._on_undo)
        focus = EventWatch(self, QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        focus.put_on(self._undo)
        focus.seen.connect(self._on_focus)
        size = EventWatch(self, QEvent.Type.Resize)
        size.put_on(window)
        size.seen.connect(self._on_window_resized)
        cast_shadow(theme, self, "popup")
        self.hide()

    def say(self, sentence: str, *, undoable: bool = True) -> None:
        """Show a sentence, with Undo if it can be taken back."""
        self._sentence.setText(sentence)
        self._undo.setVisible(undoable)
        self._cap.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._stay.start(self._theme.tokens.motion["toast_stays"])
        announce(self, f"{sentence}. Undo with Control Z." if undoable else sentence)

    def sentence(self) -> str:
        """Give what was said last."""
        return self._sentence.text()

    def is_staying(self) -> bool:
        """Tell whether it waits for the pointer or the focus to leave."""
        return self.isVisible() and not self._stay.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while pointed at."""
        self._stay.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Begin to wait again."""
        self._wait_again()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the inverted ground."""
        box = QRectF(self.rect())
        rounded(QPainter(self), box, self._theme.radius("card"), fill=self._theme.colour("toast"))

    @Slot(object)
    def _on_focus(self, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.FocusIn:
            self._stay.stop()
        else:
            self._wait_again()

    @Slot(object)
    def _on_window_resized(self, _kind: object) -> None:
        if self.isVisible():
            self._place()

    def _wait_again(self) -> None:
        if self.isVisible() and not self._undo.hasFocus():
            self._stay.start(self._theme.tokens.motion["toast_stays"])

    @Slot()
    def _on_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _place(self) -> None:
        window = self._window
        hint = self.sizeHint()
        width = min(hint.width(), window.width() - self._theme.px(64))
        bottom = window.height() - self._theme.size("status") - self._theme.px(20)
        self.setGeometry(
            (window.width() - width) // 2, bottom - hint.height(), width, hint.height()
        )


class _UndoButton(QPushButton):
    """Undo in the colours of a toast."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)
        self._theme = theme
        self.setProperty("painted", True)  # noqa: FBT003
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the word, high enough to hit."""
        wide = text_width(self._theme.font("body", 600), self.text())
        return QSize(round(wide) + self._theme.px(14), self._theme.size("target_min"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, and the ring while it has the focus."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        colour = self._theme.colour("toast_link")
        if self.underMouse():
            wash = QColor(colour)
            wash.setAlphaF(0.16)
            rounded(painter, box, self._theme.radius("key"), fill=wash)
        words(painter, box, self.text(), self._theme.font("body", 600), colour, CENTRE)
        if self.hasFocus():
            rounded(painter, box, self._theme.radius("key"), edge=colour, width=2)
