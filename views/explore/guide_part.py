"""What Explore adds to the Guide: what was heard just now, and what is known of the moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guides.coverage import Side
from guides.picking import Picked
from views.explore.cue_part import CuePart
from views.explore.scene import Scene
from views.explore.sides_part import SidesPart
from views.theme import Theme
from views.widgets.guide_panel import GuideSection


class ExploreGuide(QWidget):
    """Two sections; the page asks what they offer."""

    cue_asked = Signal(str, str)
    cue_pinned = Signal(str, str)
    side_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cues = CuePart(theme)
        self.sides = SidesPart(theme)
        self._heard = GuideSection(theme, "Heard just now?", self.cues)
        self._heard.set_count("tap it")
        self._known = GuideSection(theme, "What we know of this moment", self.sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heard)
        column.addWidget(self._known)
        self.cues.asked.connect(self.cue_asked)
        self.cues.pinned.connect(self.cue_pinned)
        self.sides.asked.connect(self.side_asked)

    def show_scene(self, scene: Scene, last_answer: str) -> None:
        """Show what fits the moment and what was said last."""
        self.cues.show_answer(last_answer)
        snapshot = scene.snapshot
        self._heard.setVisible(bool(snapshot.events or snapshot.questions))
        self._known.setVisible(scene.event is not None)
        self._known.set_count(self.sides.show_scene(scene))

    def known(self) -> str:
        """Give how many sides are known: `5 of 8`."""
        return self._known.count()

    def offer(self, side: str) -> Picked | None:
        """Give the question of an empty side."""
        return self.sides.offer(Side(side))

    def focus_sides(self) -> None:
        """Put the focus on the first empty side."""
        for line in self.sides.lines():
            if line.view.question:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
