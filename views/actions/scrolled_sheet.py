"""A sheet whose body scrolls, and follows the keyboard from field to field."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from views.widgets.fade_scroll import FadeScroll
from views.widgets.sheet import Sheet


class ScrolledSheet(Sheet):
    """Call `set_scrolled(body)` in place of `set_body`."""

    def set_scrolled(self, body: QWidget) -> None:
        """Put the content between head and foot, where it scrolls."""
        self._scroll = FadeScroll(self._theme, body, ground="surface")
        self.set_body(self._scroll)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001
        """Keep Tab inside, and its field in sight."""
        moved = super().focusNextPrevChild(forward)
        self.show_focus()
        return moved

    def show_focus(self) -> None:
        """Scroll to the field that has the focus."""
        now = QApplication.focusWidget()
        inner = self._scroll.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            room = self._theme.px(56)
            self._scroll.ensureWidgetVisible(now, 0, room)
