"""Buttons: a primary one per stage, plain, quiet and link ones, and buttons of one icon."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from views.theme import Theme
from views.widgets.keycap import KeyCap


class ButtonKind(StrEnum):
    """How a button looks; the style sheet knows each by this name."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"
    STOP = "stop"


_ICON_ROLE = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.LINK: "accent_ink",
    ButtonKind.STOP: "stop",
}


class Button(QPushButton):
    """A button with words, and perhaps an icon before and a key cap after them.

    `keys` is only shown (`Ctrl+N`): give the same keys to the action or shortcut that acts.
    Enter presses it as Space does: that is what "auto default" means outside a dialog.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        keys: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("kind", kind.value)
        self.setProperty("small", small)
        self.setProperty("keyed", bool(keys))
        self.setProperty("signed", bool(icon))
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if kind is ButtonKind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.setIcon(theme.icons.icon(icon, _ICON_ROLE.get(kind, "ink2")))
        colour = "on_accent" if kind is ButtonKind.PRIMARY else "ink2"
        self._cap = KeyCap(theme, keys, self, colour=colour) if keys else None
        self._take_look()
        theme.changed.connect(self._take_look)

    def sizeHint(self) -> QSize:
        """Room for the words, the icon and the key cap."""
        hint = super().sizeHint()
        if self._cap is not None:
            hint.setWidth(hint.width() + self._cap.sizeHint().width() + self._theme.px(10))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Words of a button are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key cap at the right."""
        super().resizeEvent(event)
        if self._cap is not None:
            self._cap.resize(self._cap.sizeHint())
            self._cap.move(
                self.width() - self._cap.width() - self._theme.px(11),
                (self.height() - self._cap.height()) // 2,
            )

    @Slot()
    def _take_look(self) -> None:
        side = self._theme.size("icon")
        gap = self._theme.px(6)
        self.setIconSize(QSize(side + gap, side))


def primary_button(theme: Theme, text: str, *, icon: str = "", keys: str = "") -> Button:
    """Make the one filled button of a stage."""
    return Button(theme, text, kind=ButtonKind.PRIMARY, icon=icon, keys=keys)


def quiet_button(theme: Theme, text: str, *, icon: str = "", keys: str = "") -> Button:
    """Make a button without an edge."""
    return Button(theme, text, kind=ButtonKind.QUIET, icon=icon, keys=keys)


def link_button(theme: Theme, text: str, *, small: bool = False) -> Button:
    """Make a button that reads as a link."""
    return Button(theme, text, kind=ButtonKind.LINK, small=small)


class IconButton(QToolButton):
    """A button of one icon; `name` is what it does, in words, with its key for the tooltip."""

    def __init__(
        self, theme: Theme, icon: str, name: str, *, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setIcon(theme.icons.icon(icon))
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._take_look()
        theme.changed.connect(self._take_look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    @Slot()
    def _take_look(self) -> None:
        side = self._theme.size("icon")
        self.setIconSize(QSize(side, side))
