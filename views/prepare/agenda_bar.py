"""The agenda to scale: one bar a chapter, the walk through the timeline in accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guides.agenda import Agenda
from views.theme import Theme
from views.widgets.paint import LEFT, rounded, words


class AgendaBar(QWidget):
    """Painted; its accessible description lists the chapters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._agenda = Agenda()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Agenda")
        theme.changed.connect(self.update)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda."""
        self._agenda = agenda
        said = ", ".join(f"{c.minutes} minutes {c.title}" for c in agenda.chapters if not c.part)
        self.setAccessibleDescription(said or "No agenda yet")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Take a bar and a line of words."""
        return QSize(self._theme.px(240), self._theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chapters and name the walk."""
        painter = QPainter(self)
        px, colour = self._theme.px, self._theme.colour
        total = self._agenda.minutes
        if not total:
            said = "No agenda yet"
            words(painter, QRectF(self.rect()), said, self._theme.font(), colour("ink2"), LEFT)
            return
        left, gap = 0.0, px(2)
        chapters = [c for c in self._agenda.chapters if not c.part and c.minutes]
        room = self.width() - gap * (len(chapters) - 1)
        for chapter in chapters:
            wide = room * chapter.minutes / total
            box = QRectF(left, px(2), wide, px(10))
            rounded(painter, box, 3, fill=colour("accent" if chapter.is_walk else "line2"))
            below = QRectF(left, px(16), wide, px(22))
            said = f"{chapter.title}, {chapter.minutes} min" if chapter.is_walk else ""
            font = self._theme.font("small", 500 if chapter.is_walk else 0)
            words(painter, below, said or str(chapter.minutes), font, colour("ink"), LEFT)
            left += wide + gap
