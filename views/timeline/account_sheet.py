"""One account in full: who told it, how and when, the words, and who may see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.operations.accounts import delete_account
from app.operations.fields import Value
from app.operations.privacy import approve_quote, set_privacy
from guides.people import shown_as
from guides.privacy_words import PRIVACY_TITLES
from models.queries.load import row
from models.queries.timeline import EventDetails
from models.rows import AccountRow
from models.times.dates import Anchor, read_days
from models.times.reading import Asked
from models.times.show import full_date, local
from models.values import Privacy
from views.binding import ValueBinding, bind_text, bind_value
from views.context import Context
from views.widgets.buttons import Button, ButtonKind, primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField

NOBODY = ("", "Not said")


class AccountSheet(Sheet):
    """Everything is stored while it is typed; an account left empty is taken away again."""

    def __init__(self, context: Context, details: EventDetails, account_id: str) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            "One account",
            f"Of \u201c{details.event.title}\u201d, in the words of the person who told it.",
            width=context.theme.px(640),
            height=context.theme.px(680),
        )
        self._context = context
        self._account_id = account_id
        self._begun = details.begun
        self._level = Privacy.PARTICIPANTS
        theme = context.theme
        self.words = TextField(theme, "Account", role="voice_editor", lines=4)
        self.how = LineField(
            theme, "Told how", hint="In a conversation, in writing, in the meeting"
        )
        self.when = LineField(theme, "Told when", hint="7 Feb 2017", icon="do.date")
        self.who = Choice(theme, "Told by", icon="do.owner")
        self.privacy = Choice(theme, "Who may see it", icon="do.private")
        self.verbatim = QCheckBox("Word for word")
        self.approved = QCheckBox("The person agreed that it may be quoted")
        self.reason = LineField(theme, "Why more people may see it now")
        self._reason_field = Field(theme, "Why more people may see it now", self.reason)
        self._reason_field.hide()
        self._when_field = Field(theme, "Told when", self.when)
        self._privacy_field = Field(theme, "Who may see it", self.privacy)
        self._build_body(details)
        self._bind()
        self.closed.connect(self._on_closed)

    def _build_body(self, details: EventDetails) -> None:
        theme, px = self._context.theme, self._context.theme.px
        people = [(person.id, shown_as(person)) for person in details.people]
        self.who.show_options([NOBODY, *people])
        self.privacy.show_options([(level.value, PRIVACY_TITLES[level]) for level in Privacy])
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(4), px(4), px(12), px(4))
        column.setSpacing(px(16))
        column.addWidget(Field(theme, "Told by", self.who))
        column.addWidget(Field(theme, "In their words", self.words))
        column.addWidget(self.verbatim)
        column.addWidget(self.approved)
        told = QHBoxLayout()
        told.setSpacing(px(16))
        told.addWidget(Field(theme, "Told how", self.how), 1)
        told.addWidget(self._when_field, 1)
        column.addLayout(told)
        column.addWidget(self._privacy_field)
        column.addWidget(self._reason_field)
        column.addStretch(1)
        self.set_body(FadeScroll(theme, body, ground="surface"))
        delete = Button(theme, "Delete", kind=ButtonKind.STOP, icon="do.delete")
        done = primary_button(theme, "Done", keys="Esc")
        delete.clicked.connect(self._on_delete)
        done.clicked.connect(self.dismiss)
        self.add_button(delete)
        self.add_button(done)

    def _bind(self) -> None:
        context, account_id = self._context, self._account_id
        bind_text(context, self.words, AccountRow, account_id, "text")
        bind_text(context, self.how, AccountRow, account_id, "told_how")
        self._who = self._tie(self.who, "participant_id", self._show_who)
        self._tie(self.privacy, "privacy", self._show_privacy)
        self._verbatim = self._tie(self.verbatim, "verbatim", self._show_verbatim)
        self._approved = self._tie(self.approved, "quote_approved", self._show_approved)
        self._day = self._tie(self.when, "told_on", self._show_day)
        self.who.chosen.connect(self._on_who)
        self.privacy.chosen.connect(self._on_privacy)
        self.verbatim.clicked.connect(self._on_verbatim)
        self.approved.clicked.connect(self._on_approved)
        self.when.editingFinished.connect(self._on_day)
        self.reason.returnPressed.connect(self._on_reason)

    def _tie(self, widget: QWidget, column: str, show: Callable[[Value], None]) -> ValueBinding:
        return bind_value(self._context, widget, (AccountRow, self._account_id, column), show)

    def _show_who(self, value: Value) -> None:
        self.who.choose(str(value or ""))

    def _show_privacy(self, value: Value) -> None:
        self._level = Privacy(str(value))
        self.privacy.choose(self._level.value)

    def _show_verbatim(self, value: Value) -> None:
        self.verbatim.setChecked(bool(value))

    def _show_approved(self, value: Value) -> None:
        self.approved.setChecked(bool(value))

    def _show_day(self, value: Value) -> None:
        self.when.setText(full_date(value) if isinstance(value, date) else "")

    @Slot(str)
    def _on_who(self, key: str) -> None:
        self._who.store(key or None)

    @Slot(bool)
    def _on_verbatim(self, on: bool) -> None:  # noqa: FBT001 - what Qt sends
        self._verbatim.store(on)

    @Slot(bool)
    def _on_approved(self, on: bool) -> None:  # noqa: FBT001 - what Qt sends
        change = approve_quote(AccountRow.table, self._account_id, on)
        self._context.workspace.run(change, origin=self)

    @Slot(str)
    def _on_privacy(self, key: str) -> None:
        off_record = self._level is Privacy.OFF_RECORD and key != Privacy.OFF_RECORD
        self._reason_field.setVisible(off_record)
        if off_record:
            self._reason_field.ask(
                "It was told off the record. The reason is kept; Enter opens it."
            )
            self.reason.setFocus()
        else:
            self._open_to(Privacy(key))

    @Slot()
    def _on_reason(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            return
        self._open_to(Privacy(self.privacy.choice()), reason)
        self._reason_field.hide()

    def _open_to(self, level: Privacy, reason: str = "") -> None:
        change = set_privacy(AccountRow.table, self._account_id, level, reason)
        self._context.workspace.run(change)

    @Slot()
    def _on_day(self) -> None:
        typed = self.when.text().strip()
        before = local(self._begun, "UTC").date() if self._begun else None
        try:
            days = read_days(typed, Anchor(before, date.today())) if typed else ()
        except Asked as asked:
            self._when_field.ask(asked.question.sentence)
            return
        if days is None or len(days) > 1:
            self._when_field.ask("Which day was it? Write it like 7 Feb 2017.")
            return
        self._when_field.ask("")
        self._day.store(days[0] if days else None)

    @Slot()
    def _on_delete(self) -> None:
        self._context.workspace.run(delete_account(self._account_id))
        self._context.shell.toast("Account deleted", undo=True)
        self.dismiss()

    @Slot()
    def _on_closed(self) -> None:
        self.words.flush()
        self.how.flush()
        found = self._context.workspace.read(row, AccountRow, self._account_id)
        if found is not None and not found.text.strip() and not found.participant_id:
            self._context.workspace.run(delete_account(self._account_id))
        self.deleteLater()
