"""The mirror: how the facilitator asked. Only the facilitator sees it (R05, R08)."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.operations.fields import Value
from guides.mirror import Mirror
from models.rows import ReviewRow
from views.binding import bind_value
from views.context import Context
from views.theme import Theme
from views.widgets.fields import show_need
from views.widgets.line_field import LineField
from views.widgets.paint import rounded
from views.widgets.text import Text

_HOURS = re.compile(r"^(\d{1,5}(?:[.,]\d+)?)\s*(?:h|hours?)?$", re.IGNORECASE)
_HOW = "Write a number of hours such as 31 or 4.5, or leave it empty."


class MirrorPart(QWidget):
    """A title with a lock, the bar of the questions, and a few lines."""

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        theme = context.theme
        self._theme = theme
        self._asked = Text(theme, role="small", colour="ink2")
        self._bar = FormBar(theme)
        self._open = Text(theme, role="small", colour="ink2")
        self._rest = Text(theme, role="small", colour="ink2")
        self._answered = Text(theme, weight=600)
        self._rewritten = Text(theme, weight=600)
        self._sides = Text(theme, weight=600)
        self.hours = HoursField(context, review_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._head())
        column.addSpacing(theme.px(6))
        title = Text(theme, "Your questions, by form", role="small", weight=600, colour="ink2")
        column.addLayout(self._line(title, self._asked))
        column.addWidget(self._bar)
        column.addLayout(self._line(self._open, self._rest))
        column.addSpacing(theme.px(8))
        column.addLayout(self._said("Questions with an answer", self._answered))
        column.addLayout(self._said("Closed ones asked openly after all", self._rewritten))
        column.addLayout(self._said("Sides of decision points that are known", self._sides))
        column.addLayout(self._said("Hours for all", self.hours))
        column.addStretch()

    def show_mirror(self, found: Mirror) -> None:
        """Show the mix of questions and what they covered."""
        self._asked.setText(f"{found.asked} asked")
        self._bar.show_parts((found.open, found.how_chain, found.closed))
        self._bar.setAccessibleName(found.words)
        self._open.setText(f"open {found.open}")
        self._rest.setText(f"how-chain {found.how_chain}    closed {found.closed}")
        self._answered.setText(f"{found.answered} of {found.asked}")
        self._rewritten.setText(str(found.rewritten))
        self._sides.setText(f"{found.sides[0]} of {found.sides[1]}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lock."""
        px = self._theme.px
        sign = QRectF(px(54), px(3), px(14), px(14))
        self._theme.icons.paint(QPainter(self), sign, "do.private", "ink2")

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        title = Text(theme, "Mirror", weight=600)
        title.setFixedWidth(theme.px(74))
        row.addWidget(title)
        row.addWidget(Text(theme, "only you see this", role="small", colour="ink2"), 1)
        return row

    def _line(self, left: QWidget, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(left, 1)
        row.addWidget(right)
        return row

    def _said(self, words: str, value: QWidget) -> QHBoxLayout:
        return self._line(Text(self._theme, words, colour="ink2"), value)


class FormBar(QWidget):
    """Parts of a whole: filled, greyed, and an outline."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[int, ...]) -> None:
        """Show other numbers."""
        self._parts = parts
        self.update()

    def sizeHint(self) -> QSize:
        """Be a low bar."""
        return QSize(self._theme.px(200), self._theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts at their share of the width."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        total = sum(self._parts)
        top, high = (self.height() - px(10)) / 2, px(10)
        if not total:
            whole = QRectF(0, top, self.width(), high)
            rounded(painter, whole, px(3), edge=theme.colour("line2"))
            return
        looks = (("accent", ""), ("ink3", ""), ("", "border"))
        x = 0.0
        for part, (fill, edge) in zip(self._parts, looks, strict=False):
            wide = part / total * self.width()
            box = QRectF(x, top, max(0.0, wide - px(2)), high)
            if part:
                rounded(
                    painter,
                    box,
                    px(3),
                    fill=theme.colour(fill) if fill else None,
                    edge=theme.colour(edge) if edge else None,
                )
            x += wide


class HoursField(LineField):
    """A number of hours, stored with Enter or on leaving."""

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__(context.theme, "Hours for all", hint="hours")
        self.keep_own_undo()
        self.setFixedWidth(context.theme.px(84))
        target = (ReviewRow, review_id, "hours_spent")
        self._binding = bind_value(context, self, target, self._show)
        self.editingFinished.connect(self.flush)

    @Slot()
    def flush(self) -> None:
        """Store what is typed, now."""
        if not self.isModified():
            return
        typed = self.text().strip()
        found = _HOURS.match(typed)
        if typed and found is None:
            self._ask(_HOW)
            return
        self._ask("")
        self.setModified(False)
        self._binding.store(float(found[1].replace(",", ".")) if found else None)

    def _show(self, value: Value) -> None:
        if not self.isModified():
            self.setText(f"{value:g}" if isinstance(value, int | float) else "")

    def _ask(self, question: str) -> None:
        show_need(self, needs=bool(question))
        self.setToolTip(question)
        self.setAccessibleDescription(question)
