"""The totals of the three closing questions: a dot for each answer, never who gave it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from guides.feedback import Mark, Totals
from views.theme import Theme
from views.widgets.paint import LEFT, RIGHT, rounded, text_width, words
from views.widgets.ring import paint_bare_tick
from views.widgets.text import Text

_ROW = 26


class AnswerDots(QWidget):
    """One question with a line for each of its answers."""

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__()
        self._theme = theme
        self._totals: Totals | None = None
        self._question = Text(theme, question, weight=500, wrap=True)
        self._rows = _Rows(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._question, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._rows)

    def show_totals(self, totals: Totals) -> None:
        """Show how often each answer was given, or nothing while there are too few."""
        self._totals = totals
        self._rows.show_totals(totals)
        parts = [f"{answer} {count}" for answer, count in totals.counts.items()]
        said = ", ".join(parts) if parts else "no totals yet"
        self.setAccessibleName(f"{totals.question.text} {said}")

    def counts(self) -> dict[str, int]:
        """Give what is shown."""
        return dict(self._totals.counts) if self._totals else {}


class _Rows(QWidget):
    """The lines of one question, painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._totals: Totals | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_totals(self, totals: Totals) -> None:
        """Show other totals."""
        self._totals = totals
        self.update()

    def sizeHint(self) -> QSize:
        """Give each answer a line."""
        return QSize(self._theme.px(180), 3 * self._theme.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw answer, dots and number."""
        if self._totals is None:
            return
        painter, px = QPainter(self), self._theme.px
        answers = self._totals.question.answers
        font = self._theme.font()
        left = max(text_width(font, answer) for answer in answers) + px(18)
        for row, answer in enumerate(answers):
            box = QRectF(0, row * px(_ROW), self.width(), px(_ROW))
            self._paint_row(painter, box, answer, max(left, px(64)))

    def _paint_row(self, painter: QPainter, box: QRectF, answer: str, left: float) -> None:
        theme, px = self._theme, self._theme.px
        counts = self._totals.counts if self._totals else {}
        count = counts.get(answer, 0)
        words(painter, box, answer, theme.font(), theme.colour("ink2"), LEFT)
        font = theme.font("body", tabular=True)
        words(painter, box, str(count) if count else "\u2013", font, theme.colour("ink"), RIGHT)
        room = box.width() - left - px(30)
        step = min(float(px(14)), room / max(1, count))
        for number in range(count):
            dot = QRectF(left + number * step, box.center().y() - px(4.5), px(9), px(9))
            rounded(painter, dot, px(4.5), fill=theme.colour("ink3"))


class MarkBox(QWidget):
    """One threshold in words: the number, of how many, and whether the mark is reached."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.mark: Mark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: Mark) -> None:
        """Show a threshold."""
        self.mark = mark
        self.setAccessibleName(f"{mark.count} of {mark.of} {mark.words}. {mark.detail}")
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines with room around them."""
        return QSize(self._theme.px(300), self._theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it on a sunken ground."""
        if self.mark is None:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, theme.radius("card"), fill=theme.colour("sunken"))
        inner = box.adjusted(px(20), 0, -px(16), 0)
        ink, ink2 = theme.colour("ink"), theme.colour("ink2")
        figure = theme.font("figure")
        taken = words(painter, inner, str(self.mark.count), figure, ink)
        base = inner.adjusted(taken + px(10), px(4), 0, px(4))
        words(painter, base, f"of {self.mark.of}", theme.font(), ink2)
        said = inner.adjusted(px(76), 0, -px(28), 0)
        middle = box.center().y()
        upper = QRectF(said.x(), middle - theme.line("body"), said.width(), theme.line("body"))
        lower = QRectF(said.x(), middle, said.width(), theme.line("body"))
        words(painter, upper, self.mark.words, theme.font("body", 600), ink)
        words(painter, lower, self.mark.detail, theme.font("small"), ink2)
        if self.mark.reached:
            sign = QRectF(inner.right() - px(16), middle - px(8), px(16), px(16))
            paint_bare_tick(painter, theme, sign)
