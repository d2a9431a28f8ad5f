"""How the values of an event are called on the Timeline."""

from __future__ import annotations

from collections.abc import Sequence

from guides.people import shown_as
from models.queries.timeline import EventDetails
from models.rows import AccountRow, ParticipantRow
from models.times.show import personal_clock, short_date, utc_clock
from models.values import Mark, Precision, RecordKind

PRECISION_TITLES = {
    Precision.EXACT: "Exact",
    Precision.ABOUT: "About",
    Precision.BEFORE: "Before",
    Precision.AFTER: "After",
    Precision.UNKNOWN: "Not known",
}
SOURCE_TITLES = {
    RecordKind.CHAT: "Chat",
    RecordKind.ALERT: "Alert",
    RecordKind.LOG: "Log",
    RecordKind.GRAPH: "Graph",
    RecordKind.STATUS_PAGE: "Status page",
    RecordKind.RECORDING: "Recording",
    RecordKind.PICTURE: "Picture",
    RecordKind.LINK: "Link",
    RecordKind.NOTES: "Notes or a conversation",
    RecordKind.TICKET: "Ticket",
    RecordKind.FILE: "File",
}
MARK_KEYS = {
    Mark.SURPRISE: "S",
    Mark.CONFUSION: "C",
    Mark.HANDOFF: "H",
    Mark.PIVOT: "V",
}


def person_of(people: Sequence[ParticipantRow], person_id: str | None) -> ParticipantRow | None:
    """Return a participant by id."""
    return next((person for person in people if person.id == person_id), None)


def clocks(details: EventDetails) -> str:
    """Return the other clocks of an event: UTC, and the person's own, where they differ."""
    event, zone = details.event, details.zone
    if event.at is None:
        return ""
    person = person_of(details.people, event.participant_id)
    own = ""
    if person is not None and person.zone:
        own = personal_clock(event.at, person.zone, shown_as(person), person.place)
    return "   ".join(part for part in (utc_clock(event.at, zone), own) if part)


def told(account: AccountRow) -> str:
    """Return how and when an account was told: `conversation, 6 Feb`."""
    day = short_date(account.told_on) if account.told_on else ""
    return ", ".join(part for part in (account.told_how, day) if part)
