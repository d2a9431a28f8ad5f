"""One change to how we review: what the last one did, this one, and the log of all (R01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.reflection import ChangePlace, judge_change, write_change
from models.ids import new_id
from models.phrases import shortened
from models.queries.process_changes import ChangeOfReview
from models.rows import ProcessChangeRow
from models.snapshot import Snapshot
from models.times.show import MONTHS
from models.values import TrialOutcome
from views.context import Context
from views.widgets.buttons import Button
from views.widgets.line_field import LineField
from views.widgets.text import Text
from views.widgets.text_field import TextField

OUTCOMES = {
    TrialOutcome.TO_TRY: "to try",
    TrialOutcome.KEPT: "kept",
    TrialOutcome.LEFT: "left",
}
_MOST_LOGGED = 6


class ChangePart(QWidget):
    """The field is stored as it is typed; Ctrl+Enter says that it stands."""

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        self._context = context
        self._review_id = review_id
        self._change_id = new_id()
        theme = context.theme
        self.field = TextField(
            theme,
            "One change to how we review",
            role="voice",
            lines=2,
            hint="What would you do differently next time?",
        )
        self.field.edited.connect(self._on_edited)
        self._log = Text(theme, colour="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(Text(theme, "One change to how we review", weight=600))
        head.addWidget(Text(theme, "one is enough", role="small", colour="ink2"), 1)
        self.before = LastChange(context)
        column.addWidget(self.before)
        column.addLayout(head)
        column.addLayout(self._writing())
        column.addWidget(self._log)

    def show_snapshot(self, snapshot: Snapshot, others: Sequence[ChangeOfReview]) -> None:
        """Show the change of this review, the one before it, and the log."""
        own = snapshot.process_changes[0] if snapshot.process_changes else None
        if own is not None:
            self._change_id = own.id
        self.field.show_text(own.text if own else "")
        day = own.decided_on if own else date.today()
        earlier = [each for each in others if each.change.decided_on <= day]
        on_trial = [each for each in earlier if each.change.outcome is TrialOutcome.TO_TRY]
        self.before.show_change(on_trial[0] if on_trial else None)
        logged = [*snapshot.process_changes[1:], *(each.change for each in others)]
        settled = [change for change in logged if change.outcome is not TrialOutcome.TO_TRY]
        self._log.setText("\n".join(log_line(each) for each in settled[:_MOST_LOGGED]))
        self._log.setVisible(bool(settled))

    def flush(self) -> None:
        """Store what is still being typed."""
        self.field.flush()

    def log(self) -> str:
        """Give the log as shown."""
        return self._log.text()

    @Slot()
    def keep(self) -> None:
        """Say that the change stands; the next review asks about it."""
        self.field.flush()
        if self.field.text().strip():
            self._context.shell.toast("Kept. The next review asks whether it helped.")

    def _writing(self) -> QHBoxLayout:
        theme = self._context.theme
        self._keep = Button(theme, "Try it in the next review", keys="Ctrl+Enter")
        self._keep.clicked.connect(self.keep)
        for name in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(name), self.field, self.keep)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        side = QVBoxLayout()
        side.setSpacing(theme.px(6))
        side.addWidget(self._keep)
        said = "asked about in the next review"
        side.addWidget(Text(theme, said, role="small", colour="ink2"))
        side.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side)
        return row

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        place = ChangePlace(self._change_id, self._review_id, date.today())
        self._context.workspace.type(write_change(place, text), origin=self)


class LastChange(QWidget):
    """Asks whether what an earlier review wanted to try helped."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: ChangeOfReview | None = None
        theme = context.theme
        self._title = Text(theme, weight=600, wrap=True)
        self._said = Text(theme, role="voice", wrap=True)
        self.note = LineField(theme, "What was seen", hint="What did you see?")
        self.note.keep_own_undo()
        self.keep = Button(theme, "It helped: keep it")
        self.leave = Button(theme, "Leave it again")
        self.keep.clicked.connect(self._on_kept)
        self.leave.clicked.connect(self._on_left)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.note, 1)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(14))
        column.setSpacing(theme.px(6))
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addLayout(row)

    def show_change(self, found: ChangeOfReview | None) -> None:
        """Show an earlier change, or nothing."""
        if found is not None and (self._found is None or found.change.id != self._found.change.id):
            self.note.setText(found.change.outcome_note)
        self._found = found
        self.setVisible(found is not None)
        if found is not None:
            self._title.setText(f"Tried since “{shortened(found.review.title, 60)}”. Did it help?")
            self._said.setText(found.change.text)

    @Slot()
    def _on_kept(self) -> None:
        self._judge(TrialOutcome.KEPT)

    @Slot()
    def _on_left(self) -> None:
        self._judge(TrialOutcome.LEFT)

    def _judge(self, outcome: TrialOutcome) -> None:
        if self._found is not None:
            change = self._found.change
            self._context.workspace.run(judge_change(change.id, outcome, self.note.text().strip()))
            self._context.shell.toast(f"{OUTCOMES[outcome].capitalize()}, and logged", undo=True)


def log_line(change: ProcessChangeRow) -> str:
    """Write one line of the log: `Dec  Two-day rest for ideas  kept`."""
    month = MONTHS[change.decided_on.month - 1][:3]
    note = f": {change.outcome_note}" if change.outcome_note.strip() else ""
    return f"{month} {change.decided_on.year}   {change.text}   {OUTCOMES[change.outcome]}{note}"
