"""For the Guide: the places of the chosen area, and what to ask an observer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guides.rubric import AreaReading, Place
from guides.texts import observer_questions
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.paint import words
from views.widgets.text import Text

_MOST = 12


class PlaceLink(QPushButton):
    """Name and words of a place on one line, elided; a click goes there."""

    def __init__(self, theme: Theme, place: Place) -> None:
        super().__init__()
        self._theme = theme
        self.place = place
        self.setProperty("painted", True)  # noqa: FBT003
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{place.name}: {place.words}")
        self.setToolTip(place.words)

    def sizeHint(self) -> QSize:
        """Take a low line."""
        return QSize(self._theme.px(200), self._theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, then the words."""
        theme, px = self._theme, self._theme.px
        painter, box = QPainter(self), QRectF(self.rect())
        ink = theme.colour("accent_ink")
        taken = words(painter, box, self.place.name, theme.font("small", 600), ink)
        room = box.adjusted(taken + px(8), 0, 0, 0)
        words(painter, room, self.place.words, theme.font("small"), theme.colour("ink"))


class ReflectGuide(QWidget):
    """`place_wanted(place)` leads to a place, `glossary_wanted` to the terms."""

    place_wanted = Signal(object)
    glossary_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: list[Place] = []
        self._area: AreaReading | None = None
        self._title = Text(theme, role="small", weight=600, colour="ink2", wrap=True)
        self._said = Text(theme, colour="ink2", wrap=True)
        self._part = QWidget()
        self._rows = QVBoxLayout(self._part)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self._title, self._said, self._part):
            part.hide()
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addWidget(self._part)
        observer = Text(theme, "For the observer", role="small", weight=600, colour="ink2")
        observer.setContentsMargins(0, theme.px(6), 0, 0)
        column.addWidget(observer)
        for question in observer_questions():
            column.addWidget(Text(theme, f"“{question}”", role="voice", wrap=True))

    def show_area(self, area: AreaReading | None) -> None:
        """Show the places of an area; what is shown already keeps the focus."""
        if area == self._area:
            return
        self._area = area
        self._title.setText(area.title if area else "")
        found = f"{area.level.value.capitalize()} evidence: {area.count}." if area else ""
        self._said.setText(found)
        for part in (self._title, self._said, self._part):
            part.setVisible(area is not None)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._places = list(area.places) if area else []
        for place in self._places[:_MOST]:
            self._rows.addWidget(self._line(place))
        more = len(self._places) - _MOST
        if more > 0:
            self._rows.addWidget(Text(self._theme, f"and {more} more", role="small", colour="ink3"))
        if area is not None and area.key == "clear":
            link = link_button(self._theme, "Write lines for the glossary", small=True)
            link.clicked.connect(self.glossary_wanted)
            self._rows.addWidget(link)

    def _line(self, place: Place) -> QWidget:
        if not place.row_id:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Text(self._theme, place.name), 1)
            row.addWidget(Text(self._theme, place.words, role="small", colour="ink2"))
            return line
        link = PlaceLink(self._theme, place)
        link.clicked.connect(self._on_clicked)
        return link

    @Slot()
    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, PlaceLink):
            self.place_wanted.emit(link.place)
