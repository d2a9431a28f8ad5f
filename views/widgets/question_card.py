"""A suggested question: its key, its words, and below it the answer once it is open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.keycap import paint_caps
from views.widgets.paint import rounded
from views.widgets.ring import paint_bare_tick
from views.widgets.text import Text


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as shown: `number` is its key 1 to 5, `note` what stands at the right.

    `private` marks a question for one to one only; `answered` sets it back with a tick.
    """

    key: str
    number: int
    words: str
    note: str = ""
    private: bool = False
    answered: bool = False


class QuestionCard(QWidget):
    """Click, Enter or Space opens it: `opened(key)`; the page then fills `body` and opens it.

    `body` is a column below the question for the answer, its segment and its chain.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, question: QuestionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question = question
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._words = Text(theme, role="question", wrap=True)
        self._note = Text(theme, role="small", colour="ink2")
        self._held = QWidget()
        self.body = QVBoxLayout(self._held)
        self._build()
        self.show_question(question)

    @property
    def question(self) -> QuestionView:
        """The question as shown."""
        return self._question

    def show_question(self, question: QuestionView) -> None:
        """Show another question, or another state of the same."""
        self._question = question
        self._words.setText(question.words)
        self._words.set_colour("ink2" if question.answered and not self._open else "ink")
        note = "one to one only" if question.private else question.note
        self._note.setText(note)
        self._note.setVisible(bool(note))
        state = ["answered"] if question.answered else []
        self.setAccessibleName(", ".join([question.words, *state, *([note] if note else [])]))
        self.update()

    def is_open(self) -> bool:
        """Tell whether the body shows."""
        return self._open

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the body."""
        self._open = is_open
        self._words.set_weight(600 if is_open else 0)
        self._held.setVisible(is_open)
        self.show_question(self._question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._question.key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click on the question."""
        if event.position().y() < self._held.y() or self._held.isHidden():
            self.opened.emit(self._question.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the key or tick, and the lock."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        line = QRectF(0, px(6), self.width(), theme.line("question"))
        if not self._open and (self.underMouse() or self.hasFocus()):
            fill = theme.colour("tint" if self.hasFocus() else "hover")
            rounded(painter, QRectF(self.rect()), theme.radius("control"), fill=fill)
        cap = QRectF(px(6), line.y(), px(20), line.height())
        if self._question.answered:
            tick = QRectF(cap.x() + px(2), cap.center().y() - px(8), px(16), px(16))
            paint_bare_tick(painter, theme, tick)
        else:
            paint_caps(painter, theme, cap, str(self._question.number))
        if self._question.private:
            left = self._note.x() - px(20)
            lock = QRectF(left, line.center().y() - px(7), px(14), px(14))
            theme.icons.paint(painter, lock, "do.private", "ink2")

    def _build(self) -> None:
        px = self._theme.px
        row = QHBoxLayout()
        row.setSpacing(px(26))
        row.addWidget(self._words, 1)
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(0, px(6), 0, px(6))
        self.body.setSpacing(px(8))
        self._held.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(36), px(6), px(10), px(6))
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._held)
