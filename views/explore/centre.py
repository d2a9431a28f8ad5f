"""The middle of Explore: the head of a moment, its questions, a line for own ones, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guides.picking import Picked
from views.context import Context
from views.explore.actions import ExploreActions
from views.explore.head import MomentHead
from views.explore.notes_part import NotesPart
from views.explore.question_column import QuestionColumn
from views.explore.question_line import QuestionLine
from views.explore.scene import Scene
from views.explore.spoken_field import WordsField
from views.widgets.fade_scroll import FadeScroll

_WIDEST = 772
_AROUND = 56
_SAME_ROW = 12


class Centre(QWidget):
    """A scrolled column that keeps in sight what is typed in."""

    def __init__(self, context: Context, actions: ExploreActions) -> None:
        super().__init__()
        self._theme = context.theme
        self.head = MomentHead(context)
        self.column = QuestionColumn(context, actions)
        hint = "Ask in your own words"
        self.own = QuestionLine(context.theme, hint, hint=hint)
        self.notes = NotesPart(context)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._on_reveal)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settled)
        self._order: list[QWidget] = []
        self._lay_out()
        self.column.walked_to.connect(self.bring_up)

    def show_scene(self, scene: Scene, picks: Sequence[Picked], open_id: str) -> None:
        """Show a moment with what was asked and what is offered."""
        self.head.show_scene(scene)
        self.column.show_questions(scene, picks, open_id)
        self.notes.show_scene(scene)
        self._settle.start()
        if isinstance(self.focusWidget(), WordsField):
            self._reveal.start()

    def focus_answer(self, row_id: str = "") -> None:
        """Put the caret into the answer of the open question, or select a rung of its chain."""
        if self.column.body is not None:
            self.column.body.focus_answer(row_id)
        self._reveal.start()

    @Slot(object)
    def bring_up(self, widget: QWidget) -> None:
        """Scroll until a part of the column is in sight."""
        self._scroll.ensureWidgetVisible(widget)

    def to_top(self) -> None:
        """Begin at the head."""
        self._scroll.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Store what is being typed."""
        self.column.flush()
        self.notes.flush()

    @Slot()
    def _on_reveal(self) -> None:
        """Scroll to what is typed in, now that everything has its place."""
        here = self.focusWidget()
        if here is not None and self.column.isAncestorOf(here):
            self._scroll.ensureWidgetVisible(here, 0, self._theme.px(_AROUND))

    @Slot()
    def _on_settled(self) -> None:
        """Let Tab go through the parts as they stand: cards come and go after they were made."""
        stops = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(self)
            and widget.focusProxy() is None
        ]
        stops.sort(key=self._place_of)
        if stops != self._order:
            self._order = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _place_of(self, widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(self, QPoint(0, 0))
        return at.y() // self._theme.px(_SAME_ROW), at.x()

    def _lay_out(self) -> None:
        px = self._theme.px
        inner = QWidget()
        inner.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(8), 0, px(24), px(24))
        column.setSpacing(px(16))
        for shown in (self.head, self.column, self.own, self.notes):
            column.addWidget(shown)
        for shown in (self.head, self.own, self.notes):
            shown.setContentsMargins(px(6), 0, px(8), 0)
        column.addStretch(1)
        ground = QWidget()
        beside = QHBoxLayout(ground)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(inner, 1)
        beside.addStretch()
        self._scroll = FadeScroll(self._theme, ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
