"""What can be done to the selected event; keys, menus and the palette all come here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from app.operations.accounts import NewAccount, add_account
from app.operations.event_sources import name_source
from app.operations.fields import set_value
from app.operations.gaps import add_gap
from app.operations.ideas import park_idea
from app.operations.timeline import delete_events, move_event, retime_event, toggle_mark
from guides.silences import Silence
from models.phrases import counted, shortened
from models.rows import EventRow
from models.times.reading import TimeReading
from models.values import EventKind, Mark, Precision, Privacy, RecordKind
from views.context import Context
from views.privacy import change_privacy
from views.selection import Selection
from views.timeline.feed import TimelineFeed


class EventActions(QObject):
    """Each does nothing where no event is selected."""

    def __init__(
        self, context: Context, feed: TimelineFeed, selection: Selection, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._selection = selection
        self._kind_before: dict[str, EventKind] = {}

    @property
    def selected(self) -> EventRow | None:
        """The selected event, without its long texts."""
        return self._feed.find(self._selection.event_id)

    def retitle(self, event_id: str, title: str) -> None:
        """Say what happened in other words."""
        self._set(event_id, "title", title)

    def toggle_decision(self) -> None:
        """Make the event a decision point, or what it was before."""
        event = self.selected
        if event is None:
            return
        if event.is_decision:
            kind = self._kind_before.get(event.id, EventKind.NORMAL)
        else:
            self._kind_before[event.id], kind = event.kind, EventKind.DECISION
        self.set_kind(kind)

    def set_kind(self, kind: EventKind) -> None:
        """Say what sort of thing happened."""
        if self.selected is not None:
            self._set(self.selected.id, "kind", kind)

    def toggle_mark(self, mark: Mark) -> None:
        """Set a mark, or take it away."""
        if self.selected is not None:
            self._context.workspace.run(toggle_mark(self.selected.id, mark))

    def set_precision(self, precision: Precision) -> None:
        """Say how well the time is known."""
        if self.selected is not None:
            self._set(self.selected.id, "precision", precision)

    def set_privacy(self, privacy: Privacy) -> None:
        """Say who may see the event; what is off the record asks for a reason first."""
        if self.selected is not None:
            change_privacy(self._context, EventRow, self.selected.id, privacy)

    def retime(self, event_id: str, reading: TimeReading) -> None:
        """Give an event another time."""
        self._context.workspace.run(retime_event(event_id, reading))

    def delete(self) -> None:
        """Delete the event with its accounts; the one behind it is selected."""
        event = self.selected
        if event is None:
            return
        told = self._feed.timeline.accounts.get(event.id, 0)
        beside = self._beside(event)
        self._context.workspace.run(delete_events((event.id,)))
        self._selection.choose_event(beside)
        with_accounts = f", with {counted(told, 'account')}" if told else ""
        self._context.shell.toast(f"Event deleted{with_accounts}", undo=True)

    def move_up(self) -> None:
        """Put the event before the one above it, where both have the same time or none."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the event behind the one below it, where both have the same time or none."""
        self._move(1)

    def add_account(self) -> str | None:
        """Put an empty account beside the others; return its id."""
        if self.selected is None:
            return None
        new = NewAccount(told_on=date.today())
        return self._context.workspace.run(add_account(self.selected.id, new))

    def make_gap(self) -> None:
        """Ask where the event is known from (T05), or what is unclear about it."""
        event = self.selected
        if event is None:
            return
        sourced = self._feed.timeline.is_sourced(event)
        title = shortened(event.title)
        text = (
            f"What is unclear about \u201c{title}\u201d?"
            if sourced
            else (f"Where is \u201c{title}\u201d on record?")
        )
        self._context.workspace.run(add_gap(event.review_id, text, event.id))
        self._context.shell.toast("Gap noted", undo=True)

    def ask_about(self, silence: Silence) -> None:
        """Make a gap of a stretch with nothing on record (T11)."""
        before, after = shortened(silence.before.title), shortened(silence.after.title)
        text = f"What happened between \u201c{before}\u201d and \u201c{after}\u201d?"
        run = self._context.workspace.run
        run(add_gap(silence.before.review_id, text, silence.before.id, silence.after.id))
        self._context.shell.toast("Gap noted", undo=True)

    def park(self, text: str) -> None:
        """Set a fix idea aside, beside the event it came up at (M05)."""
        event_id = self._selection.event_id
        review_id = self._feed.timeline.story.review.id
        self._context.workspace.run(park_idea(review_id, text, date.today(), event_id))
        self._context.shell.toast("Idea parked until the action stage", undo=True)

    def choose_source(self, source_id: str | None) -> None:
        """Say where the event is known from."""
        if self.selected is not None:
            self._set(self.selected.id, "source_id", source_id)

    def name_source(self, name: str, kind: RecordKind) -> None:
        """Give the event a source that was not on the list yet."""
        if self.selected is not None:
            self._context.workspace.run(name_source(self.selected.id, name, kind))

    def choose_person(self, participant_id: str | None) -> None:
        """Say whose act or experience it is."""
        if self.selected is not None:
            self._set(self.selected.id, "participant_id", participant_id)

    def choose_teller(self, participant_id: str | None) -> None:
        """Say from whose memory it comes, where no record exists (G11)."""
        if self.selected is not None:
            self._set(self.selected.id, "told_by_id", participant_id)

    def set_lane(self, lane: str) -> None:
        """Put the event in another lane."""
        if self.selected is not None:
            self._set(self.selected.id, "lane", lane)

    def _set(self, event_id: str, column: str, value: object) -> None:
        change = set_value(EventRow, event_id, column, value)  # type: ignore[arg-type]
        self._context.workspace.run(change)

    def _beside(self, event: EventRow) -> str | None:
        ids = [each.id for each in self._feed.timeline.events]
        place = ids.index(event.id)
        rest = ids[place + 1 :] or ids[:place][-1:]
        return rest[0] if rest else None

    def _move(self, step: int) -> None:
        event = self.selected
        if event is None:
            return
        events = self._feed.timeline.events
        place = next(row for row, each in enumerate(events) if each.id == event.id)
        same = [each.id for each in events if each.at == event.at and each.id != event.id]
        now = sum(each.at == event.at for each in events[:place])
        wanted = now + step
        if not 0 <= wanted <= len(same):
            self._context.shell.toast("Only events of the same time change places")
            return
        behind = same[wanted - 1] if wanted else None
        self._context.workspace.run(move_event(event.id, behind))
