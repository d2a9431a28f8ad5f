"""A text that reads as words on the page and becomes a field where it is pointed at or focused."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.rows import Row
from views.binding import bind_text
from views.context import Context
from views.widgets.paint import rounded
from views.widgets.text import Text
from views.widgets.text_field import TextField
from views.widgets.watch import EventWatch

EDGE = 8
"""How far the edge of a quiet field stands outside its words, at the left and the right."""
_ABOVE = 3


class QuietField(QWidget):
    """A bare TextField with an edge while it is used; `label` stands above it in the accent."""

    def __init__(
        self, context: Context, name: str, *, role: str = "body", hint: str = "", label: str = ""
    ) -> None:
        super().__init__()
        self._theme = context.theme
        self._context = context
        self.field = TextField(context.theme, name, role=role, hint=hint)
        self.field.make_bare()
        self._label = Text(context.theme, label, role="small", weight=600, colour="accent_ink")
        self._label.setBuddy(self.field)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        px = context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(EDGE), px(_ABOVE), px(EDGE), px(_ABOVE))
        column.setSpacing(0)
        column.addWidget(self._label)
        self._label.setVisible(bool(label))
        column.addWidget(self.field)
        column.addStretch(1)
        watch = EventWatch(self, QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        watch.put_on(self.field)
        watch.seen.connect(self._on_focus)

    def bind(self, kind: type[Row], row_id: str, column: str) -> None:
        """Tie the words to a column of people's words."""
        bind_text(self._context, self.field, kind, row_id, column)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be written in."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be plain words again."""
        super().leaveEvent(event)
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Begin to write where the label was clicked."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge of a field that is used."""
        theme, painter = self._theme, QPainter(self)
        box, radius = QRectF(self.rect()), theme.radius("control")
        if self.field.hasFocus():
            surface, accent = theme.colour("surface"), theme.colour("accent")
            rounded(painter, box, radius, fill=surface, edge=accent, width=2)
        elif self.underMouse():
            rounded(painter, box, radius, edge=theme.colour("line2"))

    @Slot(object)
    def _on_focus(self, _kind: object) -> None:
        self.update()
