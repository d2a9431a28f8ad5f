"""The rail at the left: the library's places, and the stages of the open review."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import IconButton
from views.widgets.logo import Logo
from views.widgets.paint import RIGHT, hairline, rounded, text_width, words
from views.widgets.rail_list import RailItem, RailList
from views.widgets.text import Text


class Rail(QWidget):
    """Logo, "Find or do", places, the open review with its stages, and places at the foot.

    `chosen(key)` says what was picked; the page answers with `mark(key)` once it is shown.
    `more` is the menu button beside the logo, `review_button` the one with the review's name.
    """

    chosen = Signal(str)
    find_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.logo = Logo(theme)
        self.more = IconButton(theme, "place.more", "More")
        self.find_button = FindButton(theme)
        self.review_button = ReviewButton(theme)
        self.places = RailList(theme, "Places")
        self.stages = RailList(theme, "Stages of the review")
        self.foot = RailList(theme, "Set aside")
        self._recent = Text(theme, "Recently open", role="small", weight=600, colour="ink2")
        self._build()
        self._connect()
        self.show_review("", "")
        self._take_sizes()

    def show_places(self, items: Sequence[RailItem], foot: Sequence[RailItem] = ()) -> None:
        """Show the library's places above and what belongs to the foot."""
        self.places.show_items(items)
        self.foot.show_items(foot)

    def show_review(self, title: str, manner: str, stages: Sequence[RailItem] = ()) -> None:
        """Show the open review: its title, `deep · meeting`, its stages; no title for none."""
        self.review_button.show_words(title, manner)
        self.review_button.setVisible(bool(title) and not self._narrow)
        self._recent.setVisible(not title and bool(stages) and not self._narrow)
        self.stages.show_items(stages)

    def mark(self, key: str) -> None:
        """Mark the place or stage that is shown in the centre."""
        for part in (self.places, self.stages, self.foot):
            part.mark(key)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only rings and icons, 56 wide, for windows under 1180."""
        self._narrow = narrow
        for part in (self.places, self.stages, self.foot):
            part.set_narrow(narrow=narrow)
        self.logo.setVisible(not narrow)
        self.find_button.set_narrow(narrow=narrow)
        self.review_button.setVisible(bool(self.review_button.text()) and not narrow)
        self._take_sizes()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the rail, its edge, and the line above the review."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, self._theme.colour("rail"))
        edge = QRectF(box.right() - 1, 0, 1, box.height())
        painter.fillRect(edge, self._theme.colour("line"))
        if self.review_button.isHidden() and not self._narrow:
            return
        y = self.places.geometry().bottom() + self._theme.px(12)
        side = self._theme.px(20)
        start, end = box.topLeft(), box.topRight()
        start += type(start)(side, y)
        end += type(end)(-side, y)
        hairline(painter, self._theme, start, end)

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.logo)
        self._head.addStretch()
        self._head.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.find_button)
        self._column.addSpacing(self._theme.px(12))
        self._column.addWidget(self.places)
        self._column.addSpacing(self._theme.px(19))
        self._column.addWidget(self.review_button)
        self._column.addWidget(self._recent)
        self._column.addSpacing(self._theme.px(4))
        self._column.addWidget(self.stages)
        self._column.addStretch()
        self._column.addWidget(self.foot)

    def _connect(self) -> None:
        for part in (self.places, self.stages, self.foot):
            part.chosen.connect(self.chosen)
        self.find_button.clicked.connect(self._on_find)
        self._theme.changed.connect(self._take_sizes)

    @Slot()
    def _on_find(self) -> None:
        self.find_asked.emit()

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        self.setFixedWidth(self._theme.size("rail_narrow" if self._narrow else "rail"))
        self._column.setContentsMargins(px(8), px(8), px(9), px(14))
        self._head.setContentsMargins(px(8), 0, px(2), px(6))
        self._recent.setContentsMargins(px(12), 0, 0, 0)
        self.update()


class FindButton(QPushButton):
    """Looks like a field, opens the palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Find or do", parent)
        self.setAutoDefault(True)
        self._theme = theme
        self._narrow = False
        self.setProperty("painted", True)  # noqa: FBT003
        self.setAccessibleName("Find or do")
        self.setToolTip("Find or do  Ctrl+K")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the glass."""
        self._narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(self._theme.px(100), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        """Never wider than the rail."""
        return QSize(self._theme.px(32), self._theme.size("control"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, glass, words and key."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(px(4), 0, -px(4), 0)
        ground = "hover" if self.underMouse() else "rail"
        rounded(
            painter,
            box,
            theme.radius("control"),
            fill=theme.colour(ground),
            edge=theme.colour("line2"),
        )
        glass = QRectF(box.x() + px(9), box.center().y() - px(7), px(14), px(14))
        if self._narrow:
            glass.moveCenter(box.center())
        theme.icons.paint(painter, glass, "do.search", "ink2")
        if self._narrow:
            return
        keys = theme.font("caption", 600)
        rest = box.adjusted(px(32), 0, -px(10) - text_width(keys, "Ctrl K"), 0)
        words(painter, rest, self.text(), theme.font(), theme.colour("ink2"))
        box.adjust(0, 0, -px(9), 0)
        words(painter, box, "Ctrl K", keys, theme.colour("ink2"), RIGHT)


class ReviewButton(QPushButton):
    """The name of the open review over how it is done; its menu switches and renames."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)
        self._theme = theme
        self._manner = ""
        self.setProperty("painted", True)  # noqa: FBT003

    def show_words(self, title: str, manner: str) -> None:
        """Show title and manner (`deep · meeting`)."""
        self.setText(title)
        self._manner = manner
        self.setAccessibleName(f"Review: {title}, {manner}")
        self.setToolTip(title)
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the title anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Take a line or two for the title, and one for how the review is done."""
        lines = len(self._lines()) * self._theme.line("body") + self._theme.line("small")
        return QSize(self._theme.px(100), lines + self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """Let the title be elided."""
        return QSize(self._theme.px(32), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both lines and the caret."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
        line = QRectF(box.x() + px(12), box.y() + px(2), self._room(), theme.line())
        font = theme.font("body", 600)
        taken = 0.0
        for number, said in enumerate(self._lines()):
            line.translate(0, theme.line() if number else 0)
            taken = words(painter, line, said, font, theme.colour("ink"))
        caret = QRectF(line.x() + taken + px(5), line.center().y() - px(6), px(12), px(12))
        theme.icons.paint(painter, caret, "ph.caret-down", "ink2", bold=True)
        below = QRectF(line.x(), line.bottom(), line.width(), theme.line("small"))
        words(painter, below, self._manner, theme.font("small"), theme.colour("ink3"))

    def _room(self) -> float:
        return float(self.width() - self._theme.px(32))

    def _lines(self) -> tuple[str, ...]:
        """Break the title once, between two words; what is longer is elided."""
        font, title = self._theme.font("body", 600), self.text()
        if text_width(font, title) <= self._room():
            return (title,)
        parts = title.split(" ")
        first = parts.pop(0)
        while parts and text_width(font, f"{first} {parts[0]}") <= self._room():
            first = f"{first} {parts.pop(0)}"
        return (first, " ".join(parts)) if parts else (title,)
