"""One decision in full: no action, or another one; its reason, and when to look again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.operations.decisions import delete_decision, link_decision
from guides.goldilocks import no_action_verdict
from models.phrases import shortened
from models.rows import DecisionRow
from models.values import DecisionKind
from views.actions.day_field import DayField
from views.actions.factor_ticks import FactorTicks
from views.actions.scrolled_sheet import ScrolledSheet
from views.actions.steps import ActionSteps
from views.bound import BoundChoice, Target, bound_line, bound_text
from views.context import Context
from views.feed import SnapshotFeed
from views.widgets.buttons import Button, ButtonKind
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.text import Text
from views.widgets.text_field import TextField

_KINDS = [
    (DecisionKind.NO_ACTION.value, "No action"),
    (DecisionKind.OTHER.value, "Another decision"),
]


class DecisionSheet(ScrolledSheet):
    """Fields are stored as they are typed; what the card will say stands above them."""

    def __init__(
        self, context: Context, feed: SnapshotFeed, steps: ActionSteps, decision: DecisionRow
    ) -> None:
        px = context.theme.px
        super().__init__(
            context.theme, context.shell.window(), "No action", width=px(860), height=px(600)
        )
        self._context = context
        self._feed = feed
        self._id = decision.id
        self.texts: dict[str, TextField | LineField] = {}
        self.again = DayField(context, "Look again on", self._target("look_again_on"), steps.today)
        self.factors = FactorTicks(context.theme)
        self.factors.ticked.connect(self._on_ticked)
        self.set_scrolled(self._form())
        self._delete = Button(context.theme, "Delete", kind=ButtonKind.QUIET, icon="do.delete")
        close = Button(context.theme, "Close")
        self._delete.clicked.connect(self._on_delete)
        close.clicked.connect(self.dismiss)
        self.add_button(self._delete)
        self.add_button(close)
        feed.renewed.connect(self._on_renewed)
        self.closed.connect(self._on_closed)
        self._on_renewed()

    def focus_part(self, part: str) -> None:
        """Put the caret into one of the texts."""
        self.texts[part].setFocus(Qt.FocusReason.TabFocusReason)
        self.show_focus()

    def _form(self) -> QWidget:
        theme = self._context.theme
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, theme.px(14), theme.px(8))
        row.setSpacing(theme.px(32))
        left = QVBoxLayout()
        left.setSpacing(theme.px(14))
        left.addWidget(self._text("text", "What was decided", lines=2))
        left.addWidget(self._text("reason", "We can live with it because", lines=2))
        left.addWidget(Text(theme, "About", role="small", weight=500, colour="ink2"))
        left.addWidget(self.factors)
        left.addStretch()
        right = QGridLayout()
        right.setVerticalSpacing(theme.px(14))
        accepted = bound_line(
            self._context, "Accepted by", self._target("accepted_by"), hint="A role"
        )
        self.texts["accepted_by"] = accepted
        kind = BoundChoice(self._context, "Kind", self._target("kind"), _KINDS, DecisionKind)
        right.addWidget(Field(theme, "Accepted by", accepted), 0, 0)
        right.addWidget(self.again, 1, 0)
        right.addWidget(self._text("look_again_if", "Look again if"), 2, 0)
        right.addWidget(Field(theme, "Kind", kind), 3, 0)
        right.setRowStretch(4, 1)
        row.addLayout(left, 6)
        row.addLayout(right, 4)
        return inner

    def _text(self, column: str, label: str, *, lines: int = 1) -> Field:
        field = bound_text(self._context, label, self._target(column), lines=lines)
        self.texts[column] = field
        return Field(self._context.theme, label, field)

    def _target(self, column: str) -> Target:
        return (DecisionRow, self._id, column)

    def _decision(self) -> DecisionRow | None:
        decisions = self._feed.snapshot.decisions
        return next((each for each in decisions if each.id == self._id), None)

    @Slot()
    def _on_renewed(self) -> None:
        try:
            decision = self._decision()
        except LookupError:
            decision = None
        if decision is None:
            self.dismiss()
            return
        no_action = decision.kind is DecisionKind.NO_ACTION
        self.set_title("No action" if no_action else "A decision")
        said = no_action_verdict(decision).words if no_action else ""
        self.set_sentence(said)
        snapshot = self._feed.snapshot
        linked = {
            link.factor_id for link in snapshot.decision_factors if link.decision_id == self._id
        }
        self.factors.show_factors(snapshot, linked)

    @Slot(object)
    def _on_ticked(self, factor_ids: tuple[str, ...]) -> None:
        self._context.workspace.run(link_decision(self._id, factor_ids))

    @Slot()
    def _on_delete(self) -> None:
        decision = self._decision()
        self.dismiss()
        if decision is not None:
            self._context.workspace.run(delete_decision(self._id))
            self._context.shell.toast(f"Deleted: {shortened(decision.text, 48)}", undo=True)

    @Slot()
    def _on_closed(self) -> None:
        if self._decision() is not None:
            for field in (*self.texts.values(), self.again):
                field.flush()
        self.deleteLater()
