"""How the group works and how deep it goes, with the reason; and the agenda."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.operations.fields import Value, set_value
from guides.agenda import read_agenda, suggested_agenda
from guides.learning import SIGNS, seen_signs, suggest_depth, ticked_signs
from models.phrases import sentence_case
from models.rows import ReviewRow
from models.snapshot import Snapshot
from models.values import ReviewDepth, ReviewMode
from views.bound import bound_line
from views.context import Context
from views.prepare.agenda_bar import AgendaBar
from views.widgets.buttons import link_button
from views.widgets.fields import Field
from views.widgets.segment import Option, Segment
from views.widgets.text import Text

MODES = {ReviewMode.MEETING: "Meeting", ReviewMode.WRITTEN: "In writing"}
DEPTHS = {
    ReviewDepth.LIGHT: "Light",
    ReviewDepth.STANDARD: "Standard",
    ReviewDepth.DEEP: "Deep",
}


class MannerPart(QWidget):
    """Two segments, the signs that speak for depth, and the agenda to scale."""

    agenda_wanted = Signal()

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        self._context = context
        self._review_id = review_id
        self._snapshot: Snapshot | None = None
        theme = context.theme
        self._mode = Segment(theme, "How", [Option(m.value, w) for m, w in MODES.items()])
        self._depth = Segment(theme, "How deep", [Option(d.value, w) for d, w in DEPTHS.items()])
        self._mode.chosen.connect(self._on_mode)
        self._depth.chosen.connect(self._on_depth)
        self._why = Text(theme, role="small", colour="ink2", wrap=True)
        target = (ReviewRow, review_id, "mode_reason")
        self.reason = bound_line(context, "Why this way", target, hint="Why this way")
        self._bar = AgendaBar(theme)
        self._edit = link_button(theme, "Edit", small=True)
        self._edit.setAccessibleName("Edit the agenda")
        self._edit.clicked.connect(self.agenda_wanted)
        self._suggest = link_button(theme, "Use the suggested agenda", small=True)
        self._suggest.clicked.connect(self.use_suggested_agenda)
        self._build()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is chosen and why it is proposed."""
        self._snapshot = snapshot
        review = snapshot.review
        self._mode.choose(review.mode.value)
        self._depth.choose(review.depth.value)
        suggested = suggest_depth(snapshot)
        self._why.setText(f"{DEPTHS[suggested.depth]} suggested: {suggested.reason}")
        ticked, seen = ticked_signs(review.learning_signs), seen_signs(snapshot)
        for key, box in self.signs.items():
            box.setChecked(key in ticked or key in seen)
            box.setEnabled(key not in seen)
        self._bar.show_agenda(read_agenda(review.agenda))
        self._suggest.setVisible(not review.agenda)
        self._edit.setVisible(bool(review.agenda))

    def focus_agenda(self) -> None:
        """Put the focus on what changes the agenda."""
        (self._suggest if self._suggest.isVisible() else self._edit).setFocus()

    @Slot()
    def use_suggested_agenda(self) -> None:
        """Take the agenda of the method, with the chapters of this timeline."""
        if self._snapshot is not None:
            minutes = self._snapshot.review.meeting_minutes
            agenda = suggested_agenda(minutes, self._snapshot.events)
            self._store("agenda", agenda.text)

    def _build(self) -> None:
        theme = self._context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(theme, "How", weight=600))
        column.addWidget(self._mode)
        column.addWidget(Field(theme, "Why this way", self.reason))
        column.addSpacing(theme.px(8))
        column.addWidget(Text(theme, "How deep", weight=600))
        column.addWidget(self._depth)
        column.addWidget(self._why)
        self.signs: dict[str, QCheckBox] = {}
        for key, said in SIGNS.items():
            box = QCheckBox(sentence_case(said))
            box.clicked.connect(self._on_sign)
            self.signs[key] = box
            column.addWidget(box)
        column.addSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(Text(theme, "Agenda", weight=600), 1)
        head.addWidget(self._suggest)
        head.addWidget(self._edit)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addStretch()

    def _store(self, column: str, value: Value) -> None:
        self._context.workspace.run(set_value(ReviewRow, self._review_id, column, value))

    @Slot(str)
    def _on_mode(self, key: str) -> None:
        self._store("mode", ReviewMode(key))

    @Slot(str)
    def _on_depth(self, key: str) -> None:
        self._store("depth", ReviewDepth(key))

    @Slot()
    def _on_sign(self) -> None:
        ticked = [key for key, box in self.signs.items() if box.isChecked() and box.isEnabled()]
        self._store("learning_signs", ",".join(ticked))
