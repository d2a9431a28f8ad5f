"""The focus ring: 2 px of accent around what has the keyboard, drawn over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from views.theme import Theme
from views.widgets.paint import rounded
from views.widgets.watch import EventWatch

_OWN_RING = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
_OUTSIDE = 3
_INSIDE = 2
"""A canvas fills its part of the window: a ring around it would lie on its neighbours."""


class FocusRing(QWidget):
    """Follows the keyboard focus inside one window; fields and lists show their own.

    Make one per window, after its content. It shows once the focus was moved by a key, and
    hides when the mouse is used.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._keyboard = False
        self._input = EventWatch(self, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
        self._input.seen.connect(self._on_input)
        self._moves: EventWatch | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def target(self) -> QWidget | None:
        """Give what the ring is around, if it shows."""
        return self._target if not self.isHidden() else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        radius = self._theme.radius("control") + _OUTSIDE
        box = QRectF(self.rect())
        rounded(QPainter(self), box, radius, edge=self._theme.colour("accent"), width=2)

    @Slot(object)
    def _on_input(self, kind: QEvent.Type) -> None:
        self._keyboard = kind == QEvent.Type.KeyPress
        if not self._keyboard:
            self.hide()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):
            return
        handle = self._window.windowHandle()
        if handle is not None:
            self._input.put_on(handle)
        if new is None or new.window() is not self._window:
            self._target = None
        else:
            attribute = Qt.WidgetAttribute.WA_KeyboardFocusChange
            self._window.setAttribute(attribute, self._keyboard)
            self._target = None if isinstance(new, _OWN_RING) else new
        self._watch_moves()
        self._follow()

    def _watch_moves(self) -> None:
        if self._moves is not None:
            self._moves.deleteLater()
            self._moves = None
        above = self._target
        if above is None:
            return
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)
        self._moves = EventWatch(self, *kinds)
        self._moves.seen.connect(self._follow)
        while above is not None and above is not self._window:
            self._moves.put_on(above)
            above = above.parentWidget()

    @Slot(object)
    def _follow(self, _kind: object = None) -> None:
        target = self._target
        if target is None or not self._keyboard or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        box = QRect(corner, target.size())
        by = -_INSIDE if isinstance(target, QAbstractScrollArea) else _OUTSIDE
        self.setGeometry(box.adjusted(-by, -by, by, by))
        self.raise_()
        self.show()
