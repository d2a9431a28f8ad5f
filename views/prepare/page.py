"""The Prepare page: who leads, whom to hear, when, how, and the words to begin with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.operations.fields import set_value
from app.operations.people import add_participant, give_duty, invite, waive
from guides.perspectives import BEYOND_ENGINEERING, missing_perspectives
from guides.readiness import readiness_window
from guides.stages import GUIDE_TO
from guides.texts import ReadyText
from models.rows import ReviewRow
from models.values import Duty, RoleTag, Stage
from views.commands import Group
from views.context import Context
from views.feed import SnapshotFeed
from views.moments import MomentField
from views.page import StagePage
from views.prepare.agenda_sheet import AgendaSheet
from views.prepare.hearing import HearingPart
from views.prepare.incident import IncidentPart
from views.prepare.leads import LeadsPart
from views.prepare.manner import MannerPart
from views.prepare.person_sheet import NEW_PERSON, PersonSheet
from views.prepare.seat_sheet import SeatSheet
from views.prepare.texts import ReadyToSend, ScriptPart
from views.prepare.window_bar import WindowBar
from views.selection import Selection
from views.widgets.command_filter import Command
from views.widgets.fields import Choice, Field
from views.widgets.stage_header import StageHeader
from views.widgets.text import Hairline, Text

MINUTES = (30, 45, 60, 75, 90, 120)


class PreparePage(StagePage):
    """One scrolling column of sections; the people and the manner stand side by side."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._seat: RoleTag | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self._on_renewed()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here."""
        return (
            Command("Add someone", "Ctrl+Shift+A", Group.HERE, self.add_someone, icon="do.add"),
            Command("Edit the agenda", "Ctrl+Shift+G", Group.HERE, self.edit_agenda),
            Command("Use the suggested agenda", "", Group.HERE, self._manner.use_suggested_agenda),
            Command("Use the suggested opening script", "", Group.HERE, self._script.use_ready),
            Command(
                "Use the suggested leadership statement", "", Group.HERE, self._statement.use_ready
            ),
        )

    def first_focus(self) -> QWidget:
        """Begin with the title of a review that nobody has prepared yet."""
        return self._incident.title

    def guide_widget(self) -> QWidget:
        """Return the texts to copy."""
        return self._ready

    def bring_into_view(self, target: str) -> None:
        """Focus what a check points at: a part by name, or a person by id."""
        snapshot = self.feed.snapshot
        parts = {
            "facilitator": self._leads.choices[Duty.FACILITATOR],
            "co_facilitator": self._leads.choices[Duty.CO_FACILITATOR],
            "note_taker": self._leads.choices[Duty.NOTE_TAKER],
            "meeting": self._meeting.line,
            "incident": self._incident.ended.line,
            "leadership_statement": self._statement.field,
        }
        if target in parts:
            self._focus(parts[target])
        elif target == "agenda":
            self._manner.focus_agenda()
        elif target in BEYOND_ENGINEERING:
            self.ask_seat(target)
        elif self._hearing.focus_line(target):
            self._scroll.ensureWidgetVisible(self._hearing)
        elif target == "people":
            self._ask_first_missing_seat()
        elif any(person.id == target for person in snapshot.participants):
            self.open_person(target)

    def flush(self) -> None:
        """Store what is still being typed."""
        self._incident.flush()
        self._meeting.flush()
        self._manner.reason.flush()
        for part in (self._script, self._statement):
            part.field.flush()

    @Slot()
    def add_someone(self) -> None:
        """Add a person and open what is known of them."""
        person_id = self.context.workspace.run(add_participant(self.review_id, NEW_PERSON))
        self.open_person(person_id)

    @Slot(str)
    def open_person(self, person_id: str) -> None:
        """Show everything about a person."""
        snapshot = self.feed.snapshot
        person = next((p for p in snapshot.participants if p.id == person_id), None)
        if person is not None:
            PersonSheet(self.context, snapshot, person).open()

    @Slot(str)
    def ask_seat(self, tag: str) -> None:
        """Ask who could speak from a seat, or why nobody does."""
        self._seat = RoleTag(tag)
        sheet = SeatSheet(self.context, BEYOND_ENGINEERING[self._seat])
        sheet.invited.connect(self._on_seat_invited)
        sheet.waived.connect(self._on_seat_waived)
        sheet.open()

    @Slot()
    def edit_agenda(self) -> None:
        """Open the agenda as text."""
        AgendaSheet(self.context, self.review_id).open()

    @Slot(str)
    def _on_new_lead(self, duty: str) -> None:
        new = add_participant(self.review_id, NEW_PERSON, in_incident=False)
        person_id = self.context.workspace.run(new)
        self.context.workspace.run(give_duty(self.review_id, Duty(duty), person_id))
        self.open_person(person_id)

    @Slot(str)
    def _on_seat_invited(self, role: str) -> None:
        new = add_participant(self.review_id, role, role_tag=self._seat, in_incident=False)
        self.context.workspace.run(invite(self.context.workspace.run(new)))

    @Slot(str)
    def _on_seat_waived(self, reason: str) -> None:
        if self._seat is not None:
            title = BEYOND_ENGINEERING[self._seat]
            self.context.workspace.run(waive(self.review_id, title, self._seat, reason))

    def _ask_first_missing_seat(self) -> None:
        missing = missing_perspectives(self.feed.snapshot)
        if missing:
            self.ask_seat(missing[0].tag)
        else:
            self.add_someone()

    @Slot(object)
    def _on_meeting(self, at: object) -> None:
        stored = set_value(ReviewRow, self.review_id, "meeting_at", at)  # type: ignore[arg-type]
        self.context.workspace.run(stored)

    @Slot(str)
    def _on_minutes(self, minutes: str) -> None:
        stored = set_value(ReviewRow, self.review_id, "meeting_minutes", int(minutes))
        self.context.workspace.run(stored)

    @Slot()
    def _on_renewed(self) -> None:
        try:
            snapshot = self.feed.snapshot
        except LookupError:
            return
        review = snapshot.review
        for part in (
            self._incident,
            self._leads,
            self._hearing,
            self._manner,
            self._script,
            self._statement,
            self._ready,
        ):
            part.show_snapshot(snapshot)
        window = readiness_window(snapshot, self.feed.method)
        self._bar.show_window(window, review.meeting_at, review.zone)
        self._when.setText(self._bar.said())
        lean = window.earliest if window else None
        self._meeting.show_moment(review.meeting_at, review.zone, lean)
        choices = sorted({*MINUTES, review.meeting_minutes})
        options = [(str(number), f"{number} minutes") for number in choices]
        self._minutes.show_options(options, str(review.meeting_minutes))

    def _focus(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_parts(self) -> None:
        theme = self.context.theme
        self._incident = IncidentPart(self.context, self.review_id)
        self._leads = LeadsPart(self.context, self.review_id)
        self._hearing = HearingPart(self.context)
        self._manner = MannerPart(self.context, self.review_id)
        self._bar = WindowBar(theme)
        self._when = Text(theme, colour="ink2", role="small")
        self._meeting = MomentField(theme, "Meeting", hint="7 Feb 14:00")
        self._minutes = Choice(theme, "How long", icon="do.time")
        self._script = ScriptPart(
            self.context,
            self.review_id,
            "opening_script",
            "Opening script",
            ReadyText.OPENING_SCRIPT,
        )
        self._statement = ScriptPart(
            self.context,
            self.review_id,
            "leadership_statement",
            "What leadership says beforehand",
            ReadyText.LEADERSHIP_STATEMENT,
        )
        self._ready = ReadyToSend(self.context)

    def _connect(self) -> None:
        self.feed.renewed.connect(self._on_renewed)
        self._leads.new_wanted.connect(self._on_new_lead)
        self._hearing.add_wanted.connect(self.add_someone)
        self._hearing.person_wanted.connect(self.open_person)
        self._hearing.seat_wanted.connect(self.ask_seat)
        self._manner.agenda_wanted.connect(self.edit_agenda)
        self._meeting.settled.connect(self._on_meeting)
        self._minutes.chosen.connect(self._on_minutes)

    def _lay_out(self) -> None:
        theme = self.context.theme
        guide = GUIDE_TO[Stage.PREPARE]
        inner = QWidget()
        column = QVBoxLayout(inner)
        page = theme.space("page")
        column.setContentsMargins(page, 0, page, page)
        column.setSpacing(theme.space("xl"))
        column.addWidget(self._incident)
        column.addWidget(Hairline(theme))
        column.addWidget(Text(theme, "Who leads it", weight=600))
        column.addWidget(self._leads)
        column.addWidget(Hairline(theme))
        column.addLayout(self._when_section())
        column.addWidget(Hairline(theme))
        column.addLayout(self._two_columns())
        column.addWidget(Hairline(theme))
        column.addWidget(self._statement)
        column.addWidget(self._script)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(StageHeader(theme, guide.title, guide.sentence))
        whole.addWidget(self._scroll, 1)

    def _when_section(self) -> QVBoxLayout:
        theme = self.context.theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(Text(theme, "When", weight=600))
        head.addWidget(self._when, 1)
        fields = QVBoxLayout()
        fields.addWidget(self._meeting)
        fields.addWidget(Field(theme, "How long", self._minutes))
        row = QHBoxLayout()
        row.setSpacing(theme.space("page"))
        row.addWidget(self._bar, 3, Qt.AlignmentFlag.AlignTop)
        row.addLayout(fields, 1)
        fields.addStretch()
        section = QVBoxLayout()
        section.setSpacing(theme.px(10))
        section.addLayout(head)
        section.addLayout(row)
        return section

    def _two_columns(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.space("page"))
        row.addWidget(self._hearing, 5)
        row.addWidget(self._manner, 3)
        return row
