"""The source checklist: for each usual place whether evidence is had, asked for, or not there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.operations.sources import set_checklist_state
from guides.source_checklist import CHECKLIST, ChecklistState, checklist
from models.phrases import counted, listed
from models.values import SourceState
from views.context import Context
from views.feed import SnapshotFeed
from views.widgets.buttons import primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.segment import Option, Segment
from views.widgets.sheet import Sheet
from views.widgets.text import Text

OPTIONS = (
    Option("", "Not asked"),
    Option(SourceState.HAVE.value, "Have"),
    Option(SourceState.REQUESTED.value, "Requested"),
    Option(SourceState.DOES_NOT_EXIST.value, "None exists"),
)


class ChecklistSheet(Sheet):
    """Stores each answer at once; Done and Esc only close it."""

    def __init__(self, context: Context, feed: SnapshotFeed) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            "Where evidence may be",
            "Ask first for what will be gone soon: recordings, short-lived logs, memories.",
            width=context.theme.px(820),
            height=context.theme.px(640),
        )
        self._context = context
        self._feed = feed
        self.segments: dict[str, Segment] = {}
        self._said: dict[str, Text] = {}
        self._build_content()
        feed.renewed.connect(self.renew)
        self.closed.connect(self.deleteLater)
        self.renew()

    @Slot()
    def renew(self) -> None:
        """Show what is stored now."""
        every = checklist(self._feed.snapshot.sources)
        for each in every:
            segment = self.segments[each.line.key]
            segment.choose(each.state.value if each.state else "")
            segment.setEnabled(not _by_import(each))
            self._said[each.line.key].setText(_said(each))
        waiting = sum(each.state is None for each in every)
        said = f"{counted(waiting, 'place').capitalize()} not asked yet."
        self.set_note(said if waiting else "Every place was asked.")

    def _build_content(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(3, 0, px(16), px(24))
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(CHECKLIST):
            said = QWidget()
            column = QVBoxLayout(said)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Text(theme, line.title, weight=500))
            self._said[line.key] = Text(theme, line.hint, role="small", colour="ink2", wrap=True)
            column.addWidget(self._said[line.key])
            segment = _LineSegment(self._context, line.title, line.key)
            segment.answered.connect(self._on_answered)
            self.segments[line.key] = segment
            grid.addWidget(said, row, 0)
            grid.addWidget(segment, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.set_body(FadeScroll(theme, content, ground="surface"))
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)

    @Slot(str, str)
    def _on_answered(self, key: str, state: str) -> None:
        line = next(line for line in CHECKLIST if line.key == key)
        given = SourceState(state) if state else None
        change = set_checklist_state(self._feed.review_id, line, given)
        self._context.workspace.run(change)


class _LineSegment(Segment):
    """The answer of one line, told with its key."""

    answered = Signal(str, str)

    def __init__(self, context: Context, name: str, key: str) -> None:
        super().__init__(context.theme, name, OPTIONS)
        self._key = key
        self.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, state: str) -> None:
        self.answered.emit(self._key, state)


def _by_import(state: ChecklistState) -> bool:
    """Whether an import answers the line, so that there is nothing to say by hand."""
    return state.state is SourceState.HAVE and all(
        source.checklist_key != state.line.key for source in state.sources
    )


def _said(state: ChecklistState) -> str:
    had = [source.name for source in state.sources if source.state is SourceState.HAVE]
    named = [name for name in had if name != state.line.title]
    return listed(named) if named else state.line.hint
