"""The question of the stage: how well one could live with the same incident a second time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.rows import ReviewRow
from views.bound import bound_text
from views.context import Context
from views.widgets.buttons import link_button
from views.widgets.paint import rounded
from views.widgets.text import Text
from views.widgets.watch import EventWatch

QUESTION = "How well could we live with the same incident a second time?"
_ACROSS, _DOWN = 8, 4


class TwicePart(QWidget):
    """The question, its answer in the voice of people, and the way to decide no action."""

    no_action_asked = Signal()

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        theme = context.theme
        self.field = bound_text(
            context,
            QUESTION,
            (ReviewRow, review_id, "twice_answer"),
            role="voice",
            hint="What it would cost, how we would notice, how we would come back",
        )
        self.field.make_bare()
        self.no_action = link_button(theme, "Decide: no action", small=True)
        self.no_action.clicked.connect(self.no_action_asked)
        head = QHBoxLayout()
        head.addWidget(Text(theme, QUESTION, role="heading", wrap=True), 1)
        head.addWidget(self.no_action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(_Ground(context, self.field))


class _Ground(QWidget):
    """Plain words on the page that get the edge of a field while the caret is in them."""

    def __init__(self, context: Context, field: QWidget) -> None:
        super().__init__()
        self._theme = context.theme
        self._field = field
        px = context.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(_ACROSS), px(_DOWN), px(_ACROSS), px(_DOWN))
        row.addWidget(field)
        self.setContentsMargins(-px(_ACROSS), 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        watch = EventWatch(self, QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        watch.put_on(field)
        watch.seen.connect(self._on_focus)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Begin to write."""
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge."""
        theme, painter, box = self._theme, QPainter(self), QRectF(self.rect())
        radius = theme.radius("control")
        if self._field.hasFocus():
            surface, accent = theme.colour("surface"), theme.colour("accent")
            rounded(painter, box, radius, fill=surface, edge=accent, width=2)
        elif self.underMouse():
            rounded(painter, box, radius, edge=theme.colour("line2"))

    @Slot(object)
    def _on_focus(self, _kind: object) -> None:
        self.update()
