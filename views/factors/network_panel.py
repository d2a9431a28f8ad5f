"""The network with its legend, its zoom and the hint for linking laid over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.factors.canvas import NetworkCanvas
from views.factors.legend import Legend, LinkHint, ZoomCard
from views.theme import Theme
from views.widgets.empty_state import EmptyState


class NetworkPanel(QWidget):
    """Fills its room with the canvas; an empty one says how to begin."""

    new_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.canvas = NetworkCanvas(theme)
        self._legend = Legend(theme, self.canvas)
        self._zoom = ZoomCard(theme, self.canvas)
        self._hint = LinkHint(theme, self.canvas)
        self._empty = EmptyState(
            theme,
            "No factors yet",
            "What made this possible, and what held?",
            icon="kind.surprise",
            link="Write the first factor",
            parent=self.canvas,
        )
        self._empty.asked.connect(self.new_asked)
        self.canvas.linking_changed.connect(self._on_linking_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)

    def show_empty(self, *, is_empty: bool) -> None:
        """Say how to begin, or show the network."""
        self._empty.setVisible(is_empty)
        self._zoom.setVisible(not is_empty)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies over the canvas at its corners."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place the overlays once the layout is known."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return done

    def _place(self) -> None:
        px = self._theme.px
        wide, high = self.width(), self.height()
        card = self._zoom.sizeHint()
        self._zoom.resize(card)
        self._zoom.move(wide - card.width() - px(16), high - card.height() - px(12))
        line = self._legend.sizeHint().height()
        left = px(32)
        room = max(0, wide - left - card.width() - px(40))
        self._legend.setGeometry(left, high - line - px(12), room, line)
        hint = self._hint.sizeHint()
        self._hint.setGeometry(left, high - line - px(12), min(hint.width(), room), line)
        self._legend.setVisible(self._has_room() and not self._hint.isVisible())
        said = min(px(520), wide - 2 * left)
        top = max(px(24), high // 3)
        self._empty.setGeometry(left, top, said, self._empty.sizeHint().height())

    def _has_room(self) -> bool:
        return self._empty.isHidden() and self.height() > self._theme.px(260)

    @Slot(bool)
    def _on_linking_changed(self, is_linking: bool) -> None:  # noqa: FBT001
        self._hint.setVisible(is_linking)
        self._place()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
