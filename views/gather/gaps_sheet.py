"""All gaps of a review: a list at the left, the one that is picked at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.operations.gaps import add_gap
from models.rows import GapRow
from models.values import GapState, Stage
from views.context import Context
from views.feed import SnapshotFeed
from views.gather.gap_editor import STATES, GapEditor
from views.gather.pick_list import Pick, PickList
from views.gather.slim import is_slim
from views.widgets.buttons import primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet
from views.widgets.text import Hairline, Text

_LIST = 380


class GapsSheet(Sheet):
    """Everything is stored as it is typed; Done and Esc only close it."""

    def __init__(self, context: Context, feed: SnapshotFeed, gap_id: str = "") -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            "Gaps",
            "What is not known about the facts. Those still open are printed in the report.",
        )
        self._context = context
        self._feed = feed
        self.editor: GapEditor | None = None
        self._build_content()
        feed.renewed.connect(self.renew)
        self.closed.connect(self._on_closed)
        self.renew()
        first = self.list.picks()[0].key if self.list.picks() else ""
        self.pick(gap_id or first)

    @Slot(str)
    def pick(self, gap_id: str) -> None:
        """Show a gap for editing."""
        gap = next((gap for gap in self._feed.snapshot.gaps if gap.id == gap_id), None)
        if self.editor is not None and gap is not None and self.editor.gap_id == gap.id:
            self.editor.show_gap(gap)
            return
        self._clear()
        self.list.choose(gap_id)
        self._nothing.setVisible(gap is None)
        if gap is not None:
            self.editor = GapEditor(self._context, gap)
            self.editor.event_asked.connect(self._on_event)
            self._place.addWidget(self.editor)

    def focus_first(self) -> None:
        """Begin in the question that is picked, or in the line for a new one."""
        first = self.editor.question if self.editor is not None else self.line
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def renew(self) -> None:
        """Show what is stored now, open ones first."""
        gaps = sorted(self._feed.snapshot.gaps, key=lambda gap: gap.state is not GapState.OPEN)
        self.list.show_picks([_pick(gap) for gap in gaps])
        if self.editor is not None:
            self.pick(self.editor.gap_id)

    def flush(self) -> None:
        """Store what is still being typed."""
        if self.editor is not None:
            self.editor.flush()

    def _build_content(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self.list = PickList(theme, "Gaps")
        self.list.picked.connect(self.pick)
        self.line = LineField(theme, "Add a gap", hint="Add a gap: what is not known?")
        self.line.keep_own_undo()
        self.line.returnPressed.connect(self._on_added)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, px(8), px(12))
        column.addWidget(self.list)
        column.addStretch()
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addWidget(self.line)
        left.addWidget(FadeScroll(theme, content, ground="surface"), 1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self._nothing = Text(theme, "Nothing is asked here yet.", colour="ink2")
        right = QWidget()
        self._place = QVBoxLayout(right)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.set_body(self._side_by_side(side, right))
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.set_note("All of it is kept as you type.")

    def _side_by_side(self, side: QWidget, right: QWidget) -> QWidget:
        theme, body = self._context.theme, QWidget()
        slim = is_slim(theme, self)
        ways = QBoxLayout.Direction
        row = QBoxLayout(ways.TopToBottom if slim else ways.LeftToRight, body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        row.addWidget(side, 2)
        if not slim:
            side.setMaximumWidth(theme.px(_LIST))
            row.addWidget(Hairline(theme, upright=True))
        row.addWidget(FadeScroll(theme, right, ground="surface"), 3)
        return body

    def _clear(self) -> None:
        if self.editor is not None:
            self.editor.flush()
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    @Slot()
    def _on_added(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            new = self._context.workspace.run(add_gap(self._feed.review_id, text))
            self.renew()
            self.pick(new)

    @Slot(str)
    def _on_event(self, event_id: str) -> None:
        self.dismiss()
        self._context.shell.go_to_stage(Stage.TIMELINE, event_id)

    @Slot()
    def _on_closed(self) -> None:
        self.flush()
        self.deleteLater()


def _pick(gap: GapRow) -> Pick:
    is_open = gap.state is GapState.OPEN
    note = (gap.owner or "not asked yet") if is_open else STATES[gap.state].lower()
    asks = is_open and not gap.owner
    return Pick(gap.id, gap.text, note, "place.gaps", quiet=not is_open, asks=asks)
