"""What is known of a moment from eight sides; an empty side offers its question (I10)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from guides.coverage import SIDE_TITLES, Side, coverage_of
from guides.picking import Picked
from models.phrases import counted
from views.explore.picks import side_questions
from views.explore.scene import Scene
from views.theme import Theme
from views.widgets.paint import rounded, words
from views.widgets.ring import Ring, paint_bare_tick, paint_ring


@dataclass(frozen=True, slots=True)
class SideView:
    """One side: how many answers fill it, and what to ask where none does."""

    side: Side
    answers: int
    question: str = ""


class SidesPart(QWidget):
    """Eight lines; `asked(side)` comes from a line without an answer."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[SideLine] = []
        self._offers: dict[Side, Picked] = {}
        self._offers_for: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for side in Side:
            line = SideLine(theme, SideView(side, 0))
            line.asked.connect(self.asked)
            self._lines.append(line)
            self._column.addWidget(line)

    def show_scene(self, scene: Scene) -> str:
        """Show the sides of a moment; give how many are known, as `5 of 8`."""
        if scene.event is None:
            return ""
        found = coverage_of([scene.event], scene.snapshot)[0]
        key = (scene.event.id, scene.person_id, len(scene.asked), found.empty)
        if key != self._offers_for:
            self._offers_for = key
            self._offers = side_questions(scene.snapshot, scene.event, scene.person, found.empty)
        for line in self._lines:
            side = line.view.side
            offer = self._offers.get(side)
            count = found.answered.get(side, 0)
            line.show_view(SideView(side, count, offer.text if offer else ""))
        self._order()
        return found.words

    def offer(self, side: Side) -> Picked | None:
        """Give the question of an empty side."""
        return self._offers.get(side)

    def lines(self) -> list[SideLine]:
        """Give the lines from top to bottom: known sides first."""
        return self._lines

    def _order(self) -> None:
        order = list(Side)
        wanted = sorted(
            self._lines, key=lambda line: (not line.view.answers, order.index(line.view.side))
        )
        if wanted != self._lines:
            self._lines = wanted
            for place, line in enumerate(wanted):
                self._column.removeWidget(line)
                self._column.insertWidget(place, line)


class SideLine(QWidget):
    """A tick and a word, or a ring, a word and the question; Enter, Space or a click asks it."""

    asked = Signal(str)

    def __init__(self, theme: Theme, view: SideView) -> None:
        super().__init__()
        self._theme = theme
        self.view = view
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_view(view)

    def show_view(self, view: SideView) -> None:
        """Show how a side stands."""
        self.view = view
        can_ask = bool(view.question)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_ask else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape.PointingHandCursor if can_ask else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        title = SIDE_TITLES[view.side]
        known = counted(view.answers, "answer") if view.answers else "not asked yet"
        said = f"{title}, {known}"
        self.setAccessibleName(f"{said}. Ask: {view.question}" if can_ask else said)
        self.setToolTip(view.question or said)
        self.update()

    def sizeHint(self) -> QSize:
        """One line, high enough to hit."""
        return QSize(self._theme.px(200), max(24, self._theme.px(24)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit(self.view.side.value)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Ask with a click."""
        if self.view.question:
            self.asked.emit(self.view.side.value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        theme, px, view = self._theme, self._theme.px, self.view
        painter = QPainter(self)
        box = QRectF(self.rect())
        if view.question and (self.underMouse() or self.hasFocus()):
            fill = theme.colour("tint" if self.hasFocus() else "hover")
            rounded(painter, box, theme.radius("control"), fill=fill)
        sign = QRectF(px(1), box.center().y() - px(7), px(14), px(14))
        if view.answers:
            paint_bare_tick(painter, theme, sign)
        else:
            paint_ring(painter, theme, sign, Ring())
        place = QRectF(px(24), box.y(), px(84), box.height())
        ink = theme.colour("ink2" if view.answers else "ink")
        words(painter, place, SIDE_TITLES[view.side], theme.font(), ink)
        rest = QRectF(px(108), box.y(), box.width() - px(112), box.height())
        if not view.answers:
            words(painter, rest, view.question, theme.font("small"), theme.colour("ink2"))
