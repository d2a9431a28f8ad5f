"""A segment control: one of a few, all in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.paint import CENTRE, rounded, text_width, words

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class Option:
    """One part of a segment control."""

    key: str
    text: str
    icon: str = ""


class Segment(QWidget):
    """One of a few options; Left and Right move, `chosen(key)` tells a change by a person.

    `name` is what is chosen here, for screen readers. `underlined` is the quiet form: words with
    a line under the chosen one, as under an answer.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        *,
        underlined: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._underlined = underlined
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy.Maximum if underlined else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(*((0, 0, 0, 0) if underlined else (2, 2, 2, 2)))
        row.setSpacing(theme.px(16) if underlined else 0)
        self._parts = [_Part(theme, option, self, underlined=underlined) for option in options]
        for part in self._parts:
            part.setAccessibleDescription(name)
            part.clicked.connect(self._on_clicked)
            row.addWidget(part, 1)
        if self._parts:
            self._parts[0].setChecked(True)

    def choice(self) -> str:
        """Key of the chosen option; empty if there is none."""
        return next((part.option.key for part in self._parts if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show an option as chosen without telling anyone."""
        for part in self._parts:
            part.setChecked(part.option.key == key)

    def set_text(self, key: str, text: str) -> None:
        """Show other words for an option, such as with a count."""
        for part in self._parts:
            if part.option.key == key and part.text() != text:
                part.setText(text)
                part.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        step = (event.key() in _ON) - (event.key() in _BACK)
        if not step:
            super().keyPressEvent(event)
            return
        now = next((i for i, part in enumerate(self._parts) if part.isChecked()), 0)
        to = self._parts[max(0, min(len(self._parts) - 1, now + step))]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        if not to.isChecked():
            to.setChecked(True)
            self.chosen.emit(to.option.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well the parts lie in."""
        if self._underlined:
            return
        rounded(
            QPainter(self),
            QRectF(self.rect()),
            self._theme.radius("card"),
            fill=self._theme.colour("sunken"),
            edge=self._theme.colour("line"),
        )

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice())


class _Part(QRadioButton):
    """One option, painted; a radio button to everyone who asks."""

    def __init__(self, theme: Theme, option: Option, parent: QWidget, *, underlined: bool) -> None:
        super().__init__(option.text, parent)
        self.option = option
        self._theme = theme
        self._underlined = underlined
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words and icon with room at both sides."""
        px = self._theme.px
        wide = text_width(self._theme.font("body", 600), self.text())
        wide += px(24) if self.option.icon else 0
        side = 0 if self._underlined else px(28)
        return QSize(round(wide) + side + 2, px(28))

    def minimumSizeHint(self) -> QSize:
        """Options are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take the whole part as the target."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the whole control."""
        if event.key() in _BACK + _ON:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part."""
        theme = self._theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        on = self.isChecked()
        if on and self._underlined:
            line = QRectF(0, box.bottom() - 2, box.width(), 2)
            painter.fillRect(line, theme.colour("accent"))
        elif on:
            radius = theme.radius("control")
            rounded(painter, box, radius, fill=theme.colour("surface"), edge=theme.colour("line2"))
        colour = "ink" if on or self.underMouse() else "ink2"
        colour = colour if self.isEnabled() else "faint"
        self._words(painter, box, colour, 600 if on else 500)

    def _words(self, painter: QPainter, box: QRectF, colour: str, weight: int) -> None:
        theme, px = self._theme, self._theme.px
        font = theme.font("body", weight)
        if self.option.icon:
            wide = text_width(font, self.text()) + px(24)
            left = box.center().x() - wide / 2
            sign = QRectF(left, box.center().y() - px(7), px(14), px(14))
            theme.icons.paint(painter, sign, self.option.icon, colour)
            box = QRectF(left + px(24), box.y(), wide - px(20), box.height())
            words(painter, box, self.text(), font, theme.colour(colour))
            return
        words(painter, box, self.text(), font, theme.colour(colour), CENTRE)
