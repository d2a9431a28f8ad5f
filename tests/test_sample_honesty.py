from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from importers.notes import NotesImporter
from importers.record import Answers, ImportedRecord
from importers.source import Source
from models.rows import (
    AccountRow,
    EventRecordRow,
    EventRow,
    ParticipantRow,
    RecordRow,
    SourceRow,
    SummaryBlockRow,
    SummaryRow,
)
from models.values import (
    RecordState,
)
from tests.sample_rows import SAMPLE, every

EXPORT = SAMPLE / "slack-export"


def chat_messages() -> list[tuple[str, dict[str, object]]]:
    channels = json.loads((EXPORT / "channels.json").read_text(encoding="utf-8"))
    ids = {channel["name"]: channel["id"] for channel in channels}
    return [
        (ids[day.parent.name], message)
        for day in sorted(EXPORT.glob("*/*.json"))
        for message in json.loads(day.read_text(encoding="utf-8"))
    ]


def test_every_summary_says_what_is_made_up():
    told = {b.summary_id for b in every(SummaryBlockRow) if "made up for illustration" in b.text}
    assert told == {summary.id for summary in every(SummaryRow)}


def test_sources_tell_facts_from_what_is_made_up():
    for source in every(SourceRow):
        assert source.name.endswith("(facts)") or "made up" in source.name.casefold()
    facts = {source.id for source in every(SourceRow) if source.name.endswith("(facts)")}
    for event in every(EventRow):
        assert event.source_id in facts or "made up" in event.detail.casefold(), event.title


def test_every_account_says_that_it_is_made_up():
    assert all("made up" in account.told_how for account in every(AccountRow))


NEVER = [
    r"root[- ]cause",
    r"culprit",
    r"human error",
    r"\bfault\b",
    r"mistake",
    r"post-?mortem",
    r"\bblamed?\b(?<!slip into blame)",
    r"\bguilty\b",
    r"careless",
    r"negligen",
    r"failed",
    r"\bunacceptable\b",
]


@pytest.mark.parametrize("pattern", NEVER)
@pytest.mark.parametrize("name", ["review.json", "notes.md"])
def test_the_sample_keeps_to_the_words_of_the_product(pattern, name):
    text = (SAMPLE / name).read_text(encoding="utf-8")
    without_addresses = re.sub(r"https?://\S+", "", text)
    assert re.search(pattern, without_addresses, re.IGNORECASE) is None


def test_handles_in_the_chat_name_roles_and_people_are_said_to_be_made_up():
    users = json.loads((EXPORT / "users.json").read_text(encoding="utf-8"))
    aliases = " ".join(person.aliases for person in every(ParticipantRow))
    roles = {person.role for person in every(ParticipantRow)}
    for user in users:
        assert user["name"] in aliases
        assert user["id"] in aliases
        assert user["real_name"].removesuffix(" (made up)") in roles
        assert user["real_name"].endswith("(made up)")


def test_every_channel_says_that_it_is_an_illustration():
    for channel in json.loads((EXPORT / "channels.json").read_text(encoding="utf-8")):
        assert channel["purpose"]["value"].startswith("Made up for illustration.")
        assert (EXPORT / channel["name"]).is_dir()


def test_chat_messages_lie_in_the_file_of_their_day():
    for day in sorted(EXPORT.glob("*/*.json")):
        for message in json.loads(day.read_text(encoding="utf-8")):
            sent = datetime.fromtimestamp(float(message["ts"]), UTC)
            assert f"{sent:%Y-%m-%d}" == day.stem


def test_records_are_the_messages_of_the_chat_export():
    messages = {f"{channel}:{message['ts']}" for channel, message in chat_messages()}
    records = every(RecordRow)
    assert {record.identity for record in records} == messages
    assert len(records) == len(messages)
    for record in records:
        seconds = Decimal(record.identity.partition(":")[2])
        assert record.at == datetime.fromtimestamp(0, UTC) + timedelta(seconds=1) * int(
            seconds
        ) + timedelta(microseconds=int(seconds % 1 * 1_000_000))


def test_records_on_the_timeline_stand_behind_an_event():
    behind = {link.record_id for link in every(EventRecordRow)}
    on_timeline = {r.id for r in every(RecordRow) if r.state is RecordState.ON_TIMELINE}
    assert behind == on_timeline
    assert {record.state for record in every(RecordRow)} == set(RecordState)


def test_the_plain_notes_come_in_with_a_time_on_every_line_of_the_story():
    source = Source.of(SAMPLE / "notes.md")
    read = NotesImporter().records(source, Answers())
    timed = [record for record in read if isinstance(record, ImportedRecord) and record.at]
    assert len(timed) == 27
    assert (timed[0].at, timed[-1].at) == (
        datetime(2017, 1, 31, 17, 20, tzinfo=UTC),
        datetime(2017, 2, 1, 18, 14, tzinfo=UTC),
    )
    assert not NotesImporter().preview(source, Answers()).questions
