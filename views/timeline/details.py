"""The selected event in full: when, what, from where, seen from inside, and told by whom."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guides.kinds import KIND_TITLES, MARK_TITLES
from guides.people import shown_as
from guides.privacy_words import PRIVACY_TITLES
from models.phrases import counted, sentence_case
from models.queries.timeline import EventDetails
from models.rows import EventRow
from models.values import Mark, Precision, Privacy
from views.context import Context
from views.timeline.behind import Behind
from views.timeline.columns import TwoColumns
from views.timeline.fact_button import FactButton
from views.timeline.quiet_field import EDGE, QuietField
from views.timeline.time_line import TimeLine
from views.timeline.wording import PRECISION_TITLES, person_of, told
from views.widgets.accounts import AccountColumns, AccountView
from views.widgets.buttons import link_button
from views.widgets.flow import FlowLayout
from views.widgets.text import Hairline, Text

INSIDE = (
    ("known_then", "Known then", "What was known at this moment?"),
    ("expected_next", "Expected", "What was expected next?"),
    ("unclear_then", "Unclear", "What was unclear?"),
    ("pressing", "Pressing", "What was pressing?"),
)
"""Column, name and question of what a decision point is seen from inside by (T08)."""


class EventSheet(QWidget):
    """The details of one event; `show_details` renews what is not being typed."""

    fact_asked = Signal(str, object)  # kind, lane, person, source, precision, mark or privacy
    account_asked = Signal()
    account_opened = Signal(str)

    def __init__(self, context: Context, details: EventDetails) -> None:
        super().__init__()
        self._context = context
        theme, event = context.theme, details.event
        self.time = TimeLine(context)
        self.title = self._quiet("What happened", "title", event.id, "What happened?", "heading")
        hint = "Add what else is known"
        self.detail = self._quiet("Description", "detail", event.id, hint)
        self.inside = [
            self._quiet(name, column, event.id, hint, label=name) for column, name, hint in INSIDE
        ]
        self._inside = TwoColumns(theme, self.inside)
        self._facts = QWidget()
        self._flow = FlowLayout(self._facts, theme.px(16), theme.px(2))
        self._told = Text(theme, weight=600)
        self._add_account = link_button(theme, "Add an account")
        self._add_account.setToolTip("Add an account  A")
        self._accounts = AccountColumns(theme)
        self._behind = Behind(theme)
        self._views: list[AccountView] = []
        self._shown_facts: list[tuple[str, str, str, str, str]] = []
        self._line = Hairline(theme)
        self._build()
        self._add_account.clicked.connect(self._on_add_account)
        self._accounts.opened.connect(self.account_opened)
        self.show_details(details)

    def show_details(self, details: EventDetails) -> None:
        """Show what is stored of the event now."""
        self.time.show_details(details)
        self._show_facts(details)
        self._inside.setVisible(details.event.is_decision)
        said = counted(len(details.accounts), "account")
        self._told.setText(sentence_case(said) if details.accounts else "No accounts yet")
        views = [_view(details, number) for number in range(len(details.accounts))]
        if views != self._views:
            self._views = views
            self._accounts.show_accounts(views)
        self._accounts.setVisible(bool(views))
        self._behind.show_details(details)

    def flush(self) -> None:
        """Store what is still being typed."""
        for quiet in (self.title, self.detail, *self.inside):
            quiet.field.flush()

    def facts(self) -> list[str]:
        """Return the facts as shown."""
        return [button.text() for button in self._facts.findChildren(FactButton)]

    def ask_fact(self, fact: str) -> None:
        """Open the menu of one fact."""
        button = self._facts.findChild(FactButton, fact)
        if button is not None:
            button.click()

    def _quiet(
        self, name: str, column: str, event_id: str, hint: str, role: str = "body", label: str = ""
    ) -> QuietField:
        quiet = QuietField(self._context, name, role=role, hint=hint, label=label)
        quiet.bind(EventRow, event_id, column)
        return quiet

    def _build(self) -> None:
        px = self._context.theme.px
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        head = QHBoxLayout()
        head.addWidget(self._told, 1)
        head.addWidget(self._add_account)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(24))
        column.setSpacing(0)
        inset = px(EDGE)
        for part, above in (
            (self.time, 0),
            (self.title, 6),
            (self._facts, 4),
            (self._inside, 10),
            (self.detail, 8),
            (self._line, 14),
            (_holding(head), 12),
            (self._accounts, 8),
            (self._behind, 20),
        ):
            column.addSpacing(px(above))
            if isinstance(part, QuietField) or part is self._inside:
                column.addWidget(part)
            else:
                column.addWidget(_inset(part, inset))
        column.addStretch(1)

    def _show_facts(self, details: EventDetails) -> None:
        facts = list(_facts(details))
        if facts == self._shown_facts:
            return
        self._shown_facts = facts
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for key, said, icon, name, colour in facts:
            button = FactButton(self._context.theme, said, icon, name, colour=colour)
            button.setObjectName(key)
            button.asked.connect(self._on_fact)
            self._flow.addWidget(button)
        self._facts.updateGeometry()

    @Slot(object)
    def _on_fact(self, place: QPoint) -> None:
        sender = self.sender()
        if isinstance(sender, FactButton):
            self.fact_asked.emit(sender.objectName(), place)

    @Slot()
    def _on_add_account(self) -> None:
        self.account_asked.emit()


def _facts(details: EventDetails) -> Iterator[tuple[str, str, str, str, str]]:
    event = details.event
    yield "kind", KIND_TITLES[event.kind], f"kind.{event.kind}", "Kind", "ink2"
    yield "lane", event.lane or "No lane", "ph.rows", "Lane", "ink2"
    person = person_of(details.people, event.participant_id)
    if person is not None:
        yield "person", shown_as(person), "do.owner", "Whose it is", "ink2"
    else:
        yield "person", "No one named", "do.owner", "Whose it is", "ink3"
    yield from _source(details)
    if event.precision is not Precision.EXACT:
        said = f"Time: {PRECISION_TITLES[event.precision].lower()}"
        yield "precision", said, "do.time", "Precision", "ink2"
    for mark in (mark for mark in Mark if mark in event.marks):
        yield "mark", MARK_TITLES[mark], _MARK_ICONS[mark], "Mark", "ink2"
    if not event.marks:
        yield "mark", "Mark", "ph.bookmark-simple", "Surprise, confusion, handoff, pivot", "ink3"
    if event.privacy is not Privacy.INTERNAL:
        yield "privacy", PRIVACY_TITLES[event.privacy], "do.private", "Who may see it", "ink2"


_MARK_ICONS = {
    Mark.SURPRISE: "kind.surprise",
    Mark.CONFUSION: "ph.question",
    Mark.HANDOFF: "kind.handoff",
    Mark.PIVOT: "ph.arrow-bend-up-right",
}


def _source(details: EventDetails) -> Iterator[tuple[str, str, str, str, str]]:
    event = details.event
    source = next((each for each in details.sources if each.id == event.source_id), None)
    teller = person_of(details.people, event.told_by_id)
    if source is not None:
        yield "source", source.name, "do.evidence", "Source", "ink2"
    elif teller is not None:
        said = f"From the memory of the {shown_as(teller)}"
        yield "source", said, "do.quote", "Source", "ink2"
    elif details.records or details.accounts or details.attachments:
        yield "source", "Source not named", "do.evidence", "Source", "ink3"
    else:
        yield "source", "No source", "do.no_evidence", "Source", "notice"


def _view(details: EventDetails, number: int) -> AccountView:
    account = details.accounts[number]
    person = person_of(details.people, account.participant_id)
    who = shown_as(person) if person is not None else "Someone"
    private = account.privacy in (Privacy.PRIVATE, Privacy.OFF_RECORD)
    how = told(account)
    level = PRIVACY_TITLES[account.privacy].lower() if private else ""
    return AccountView(
        account.id, who, ", ".join(part for part in (how, level) if part), account.text
    )


def _holding(layout: QHBoxLayout) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder


def _inset(part: QWidget, side: int) -> QWidget:
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(holder)
    column.setContentsMargins(side, 0, side, 0)
    column.addWidget(part)
    return holder
