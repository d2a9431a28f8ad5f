"""What is set aside in a review: parked ideas, and open questions about the facts."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.gaps import add_gap, leave_gap
from app.operations.ideas import park_idea
from models.snapshot import Snapshot
from models.values import GapState, IdeaState, Stage
from views.context import Context
from views.feed import SnapshotFeed
from views.shell.line_column import LineColumn
from views.widgets.buttons import link_button, primary_button
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet
from views.widgets.text import Text


class Aside(StrEnum):
    """Which list."""

    IDEAS = "ideas"
    QUESTIONS = "questions"


TITLES = {Aside.IDEAS: "Parked ideas", Aside.QUESTIONS: "Open questions"}
SENTENCES = {
    Aside.IDEAS: "What happened and what we wish had happened stay apart. Ideas wait here.",
    Aside.QUESTIONS: "What nobody knows yet. What stays open is printed in the report.",
}
HINTS = {
    Aside.IDEAS: "An idea, to be looked at in the action stage",
    Aside.QUESTIONS: "What would you like to know?",
}
EMPTY = {Aside.IDEAS: "No parked ideas.", Aside.QUESTIONS: "No open questions."}


def waiting(snapshot: Snapshot, aside: Aside) -> tuple[tuple[str, str], ...]:
    """Return id and words of what waits in a list."""
    if aside is Aside.IDEAS:
        ideas = (i for i in snapshot.parked_ideas if i.state is IdeaState.PARKED)
        return tuple((idea.id, idea.text) for idea in ideas)
    return tuple((gap.id, gap.text) for gap in snapshot.gaps if gap.state is GapState.OPEN)


class SetAsideSheet(Sheet):
    """A field to add one, and the list; each line leads to its stage."""

    def __init__(self, context: Context, feed: SnapshotFeed, aside: Aside) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            TITLES[aside],
            SENTENCES[aside],
            width=theme.px(640),
            height=theme.px(520),
        )
        self._context = context
        self._feed = feed
        self._aside = aside
        self.line = LineField(theme, TITLES[aside], hint=HINTS[aside], keys="Enter")
        self.line.keep_own_undo()
        self.line.returnPressed.connect(self._on_added)
        self.lines = LineColumn(theme)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        whole.addWidget(self.line)
        whole.addWidget(self.lines, 1)
        self.set_body(body)
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self.deleteLater)
        feed.renewed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        theme = self._context.theme
        found = waiting(self._feed.snapshot, self._aside)
        nothing = Text(theme, EMPTY[self._aside], colour="ink2")
        self.lines.show_lines([self._line_of(*each) for each in found] or [nothing])

    def _line_of(self, row_id: str, said: str) -> QWidget:
        theme = self._context.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, said, wrap=True), 1)
        if self._aside is Aside.QUESTIONS:
            leave = link_button(theme, "Nobody can know", small=True)
            leave.setAccessibleName(f"Nobody can know: {said}")
            leave.clicked.connect(partial(self._on_left, row_id))
            row.addWidget(leave)
        go = link_button(theme, "Look at it", small=True)
        go.setAccessibleName(f"Look at: {said}")
        go.clicked.connect(partial(self._on_gone_to, row_id))
        row.addWidget(go)
        return line

    @Slot()
    def _on_added(self) -> None:
        said = self.line.text().strip()
        if not said:
            return
        self.line.clear()
        review_id = self._feed.review_id
        if self._aside is Aside.IDEAS:
            self._context.workspace.run(park_idea(review_id, said, self._feed.today))
        else:
            self._context.workspace.run(add_gap(review_id, said))

    def _on_left(self, gap_id: str) -> None:
        self._context.workspace.run(leave_gap(gap_id))
        self._context.shell.toast("Closed: nobody can know", undo=True)

    def _on_gone_to(self, row_id: str) -> None:
        self.dismiss()
        stage = Stage.ACTIONS if self._aside is Aside.IDEAS else Stage.GATHER
        self._context.shell.go_to_stage(stage, row_id)
