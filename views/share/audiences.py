"""Written for whom: one line for each reader, with its length and when it was shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from exporters.summaries import SUMMARIES
from models.values import Audience
from views.theme import Theme
from views.widgets.paint import LEFT, rounded, words

NAMES = {kind.audience: kind.name for kind in SUMMARIES}


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """What is said below a reader's name."""

    audience: Audience
    below: str
    asks: bool = False


class AudienceButton(QPushButton):
    """A reader as a painted line that can be chosen."""

    def __init__(self, theme: Theme, audience: Audience) -> None:
        super().__init__()
        self.setAutoDefault(True)
        self._theme = theme
        self.audience = audience
        self._line = AudienceLine(audience, "")
        self.setCheckable(True)
        self.setAccessibleName(NAMES[audience])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: AudienceLine) -> None:
        """Say something else below the name."""
        self._line = line
        self.setAccessibleDescription(line.below)
        self.update()

    def sizeHint(self) -> QSize:
        """Take two lines."""
        return QSize(self._theme.px(200), self._theme.size("row_library"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, name and what is below."""
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        box = QRectF(self.rect())
        radius = theme.radius("control")
        if self.isChecked():
            rounded(painter, box, radius, fill=theme.colour("tint"))
        elif self.underMouse():
            rounded(painter, box, radius, fill=theme.colour("hover"))
        if self.hasFocus():
            rounded(painter, box, radius, edge=theme.colour("accent"), width=2)
        icon = theme.icons.icon(f"audience.{self.audience.value}", "ink2")
        icon.paint(painter, QRectF(px(12), px(9), px(16), px(16)).toAlignedRect())
        upper = QRectF(px(38), px(6), box.width() - px(46), px(20))
        lower = QRectF(px(38), px(26), box.width() - px(46), px(20))
        colour = theme.colour("ink")
        words(painter, upper, NAMES[self.audience], theme.font("body", 500), colour, LEFT)
        role = "notice" if self._line.asks else "ink2"
        words(painter, lower, self._line.below, theme.font("small"), theme.colour(role), LEFT)


class AudienceList(QWidget):
    """The readers below each other; arrows move between them."""

    chosen = Signal(str)  # Audience

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Written for")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._group = QButtonGroup(self)
        self.buttons: dict[Audience, AudienceButton] = {}
        for kind in SUMMARIES:
            button = AudienceButton(theme, kind.audience)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self.buttons[kind.audience] = button
            column.addWidget(button)
        self.choose(SUMMARIES[0].audience)

    def choose(self, audience: Audience) -> None:
        """Show a reader as chosen; tells nobody."""
        self.buttons[audience].setChecked(True)

    def audience(self) -> Audience:
        """Return the chosen reader."""
        return next(a for a, button in self.buttons.items() if button.isChecked())

    def show_lines(self, lines: Mapping[Audience, AudienceLine]) -> None:
        """Say something else below the names."""
        for audience, line in lines.items():
            self.buttons[audience].show_line(line)

    def focus_chosen(self) -> None:
        """Put the focus on the chosen reader."""
        self.buttons[self.audience()].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.audience().value)
