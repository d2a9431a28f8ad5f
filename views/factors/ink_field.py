"""Words that read like text and turn into a field when the caret is in them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.theme import Theme
from views.widgets.paint import rounded
from views.widgets.text_field import TextField
from views.widgets.watch import EventWatch

_ACROSS, _DOWN = 8, 3


class InkField(QWidget):
    """A bare text field; with the focus it shows its ground and the edge of a field."""

    def __init__(self, theme: Theme, name: str, *, role: str, hint: str, icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.field = TextField(theme, name, role=role, hint=hint)
        self.field.make_bare()
        self.setFocusProxy(self.field)
        px = theme.px
        row = QHBoxLayout(self)
        left = px(_ACROSS + (20 if icon else 0))
        row.setContentsMargins(left, px(_DOWN), px(_ACROSS), px(_DOWN))
        row.addWidget(self.field)
        watch = EventWatch(self, QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        watch.put_on(self.field)
        watch.seen.connect(self._on_focus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground while a person writes, and the icon."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.field.hasFocus():
            rounded(
                painter,
                box,
                theme.radius("control"),
                fill=theme.colour("surface"),
                edge=theme.colour("accent"),
                width=2,
            )
        if self._icon:
            high = theme.line("body")
            sign = QRectF(px(_ACROSS), px(_DOWN) + (high - px(12)) / 2, px(12), px(12))
            theme.icons.paint(painter, sign, self._icon, "accent_ink")

    @Slot(object)
    def _on_focus(self, _kind: object) -> None:
        self.update()
