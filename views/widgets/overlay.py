"""What lies over the whole window for a while: a scrim, focus kept inside, Esc closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from views.theme import Theme
from views.widgets.watch import EventWatch

FOR_THE_WINDOW = frozenset(
    {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl++", "Ctrl+-", "Ctrl+Q", "Ctrl+R"}
)
"""Keys that act whatever lies over the window: undo, redo, size of text, closing, saving again."""


def cast_shadow(theme: Theme, widget: QWidget, name: str) -> None:
    """Let a floating child cast the shadow of `popup` or `sheet`."""
    shadow = theme.tokens.shadows[name]
    effect = QGraphicsDropShadowEffect(widget)
    effect.setBlurRadius(shadow.blur)
    effect.setOffset(0, shadow.y)
    colour = QColor(0, 0, 0)
    colour.setAlphaF(shadow.opacity[theme.scheme])
    effect.setColor(colour)
    widget.setGraphicsEffect(effect)


class Overlay(QWidget):
    """Covers its window with a scrim; `closed` comes once it has gone.

    A click beside the content or Esc closes it; the focus returns to where it was.
    Subclasses place their content in `place()`.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        watch = EventWatch(self, QEvent.Type.Resize)
        watch.put_on(window)
        watch.seen.connect(self._on_window_resized)
        theme.changed.connect(self.update)

    def open(self) -> None:
        """Cover the window and take the focus."""
        self._before = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        self.focus_first()

    @Slot()
    def dismiss(self) -> None:
        """Go away and give the focus back, unless something else has taken it meanwhile."""
        if self.isHidden():
            return
        focus, before = QApplication.focusWidget(), self._before
        is_elsewhere = focus is not None and not self.isAncestorOf(focus)
        self._before = None
        self.hide()
        if not is_elsewhere and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Lay the content out; called whenever the window changes its size."""

    def focus_first(self) -> None:
        """Give the focus to the first thing inside that takes it."""
        for child in self._stops():
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def event(self, event: QEvent) -> bool:
        """Keep the window's keys from acting on the page below, so that Alt+Down opens a list."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_kept(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001
        """Keep Tab inside."""
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        place = next((i for i, stop in enumerate(stops) if stop is now), -1)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + step) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; keep every other key from the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the content."""
        if self.childAt(event.position().toPoint()) is None:
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim."""
        colour = QColor(self._theme.colour("scrim"))
        colour.setAlphaF(self._theme.tokens.scrim[self._theme.scheme])
        QPainter(self).fillRect(self.rect(), colour)

    def _is_kept(self, event: QEvent) -> bool:
        """Whether a key is neither one of the content's own nor for the window."""
        if not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        own = any(shortcut.key() == keys for shortcut in self.findChildren(QShortcut))
        return not own and keys.toString() not in FOR_THE_WINDOW

    @Slot(object)
    def _on_window_resized(self, _kind: object) -> None:
        if self.isVisible():
            self._cover()

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.place()

    def _stops(self) -> list[QWidget]:
        """Widgets inside that Tab reaches, in the order of the focus chain."""
        found: list[QWidget] = []
        stop = self.nextInFocusChain()
        while stop is not None and stop is not self:
            tabbable = stop.focusPolicy() & Qt.FocusPolicy.TabFocus
            if tabbable and self.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled():
                found.append(stop)
            stop = stop.nextInFocusChain()
        return found
