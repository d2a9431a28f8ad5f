"""Whatever is dropped: one clear sentence or a complete list, never a crash (T10, T12, T22)."""

from __future__ import annotations

import json
import random
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import Answers, ImportedRecord, Skipped, Source, importer_for
from importers.instants import place
from importers.text import decode
from importers.zones import clock_of
from models.errors import ReviewError
from models.values import Precision
from models.words import clean_text
from tests.importers.exports import DAY, message, read_slack, write, write_export, zipped
from tests.importers.notes_of import importer, parted

MUTATIONS = 500
NOTES = (
    "# Outage of 4 March 2026\n\nAll times in CET\n\n## Timeline\n\n| Time | What |\n|---|---|\n"
    "| 2026-03-04 14:02 | first page |\n\n- 14:05-14:20 UTC: rollback\n  went on\n\n### ~15:00\n"
    "> quoted\n\n```\n16:00 code\n```\n\n**January 30, 2022, 11:54 (UTC):** other day\n24:00 end\n"
)
FORBIDDEN = frozenset(chr(code) for code in range(32) if code not in {9, 10})


def check(items: list[ImportedRecord | Skipped]) -> None:
    records, skipped = parted(items)
    identities = [record.identity for record in records]
    assert len(set(identities)) == len(identities)
    for record in records:
        assert record.text
        assert not FORBIDDEN & set(record.text)
        record.text.encode()
        assert (record.at is None) == (
            record.precision is Precision.UNKNOWN
        ) or not record.time_text
        if record.at is not None:
            assert record.at.utcoffset() == timedelta(0)
    assert all(each.place and each.reason for each in skipped)


def import_all(path: Path) -> list[ImportedRecord | Skipped]:
    found = importer_for(path)
    return list(found.records(Source.of(path), Answers(zone="UTC", date=date(2026, 3, 4))))


def check_or_refusal(path: Path) -> None:
    """Import a file; what cannot be read at all is refused in a sentence that names it."""
    try:
        items = import_all(path)
    except ReviewError as refused:
        items = []
        assert_names(refused, path)
    check(items)


def assert_names(refused: ReviewError, path: Path) -> None:
    assert path.name in refused.sentence


def mutated(raw: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) or 1)
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 20)))
            case _:
                data[at:at] = chance.choice(BAD_VALUES)
    return bytes(data)


BAD_VALUES = (
    b"NaN",
    b"-1",
    b"null",
    b"[[[[",
    b"\x00",
    b"\xff\xfe",
    b"1e308",
    b"{}",
    b"\xed\xa0\x80",
    b"99:99",
    b"0000-00-00",
    b"9999-12-31 23:59 -12:00",
    b"0001-01-01 00:00 +14:00",
    "\u202e\u2028\u00a0\ufffe".encode(),
    b'"ts": 12',
    b"../../etc",
)


def test_damaged_notes_bring_one_sentence_or_a_list(tmp_path: Path) -> None:
    for seed in range(MUTATIONS):
        file = tmp_path / "notes.md"
        file.write_bytes(mutated(NOTES.encode(), seed))
        check_or_refusal(file)


def test_damaged_slack_files_bring_one_sentence_or_a_list(tmp_path: Path) -> None:
    messages = [message(f"line {n} <@U1>", f"{n}.1", blocks=[{"type": "x"}]) for n in range(4)]
    folder = write_export(tmp_path / "export", messages)
    day = folder / "incident" / f"{DAY}.json"
    users = folder / "users.json"
    originals = {file: file.read_bytes() for file in (day, users)}
    for seed in range(MUTATIONS):
        file = users if seed % 4 == 0 else day
        file.write_bytes(mutated(originals[file], seed))
        check(import_all(folder))
        file.write_bytes(originals[file])


def test_damaged_zips_bring_one_sentence_or_a_list(tmp_path: Path) -> None:
    raw = zipped(write_export(tmp_path / "export", [message()])).read_bytes()
    file = tmp_path / "damaged.zip"
    for seed in range(MUTATIONS):
        file.write_bytes(mutated(raw, seed))
        check_or_refusal(file)


def shapes(value: Any) -> Iterator[Any]:
    """Each message with one of its parts in a shape it should not have."""
    for key in value:
        for wrong in (None, 7, -1.5, "x", [], {}, [None], {"a": {"b": []}}, "\x00\ud800", True):
            yield {**value, key: wrong}


def test_parts_in_the_wrong_shape_never_stop_an_import(tmp_path: Path) -> None:
    whole = message(
        "a <@U1>",
        subtype="bot_message",
        bot_id="B1",
        thread_ts="1.1",
        user_profile={"display_name": "N"},
        blocks=[{"type": "rich_text", "elements": [{"type": "text", "text": "x"}]}],
        attachments=[{"title": "t", "fields": [{"title": "a", "value": "b"}]}],
        files=[{"name": "f", "permalink": "https://example.org"}],
    )
    wrong = list(shapes(whole))
    for key in ("blocks", "attachments", "files"):
        wrong += [{**whole, "text": "", key: [part]} for part in shapes(whole[key][0])]
    messages = [{**each, "ts": each["ts"]} for each in wrong]
    records, skipped = read_slack(write_export(tmp_path, messages))
    assert len(records) + len(skipped) == len(messages)
    listed = list(shapes({"id": "C1", "name": "incident", "members": ["U1"]}))
    users = list(shapes({"id": "U1", "profile": {"email": 5}, "name": "n", "tz": 1}))
    for name, values in (("channels.json", listed), ("dms.json", listed), ("users.json", users)):
        write(tmp_path / name, values)
    check(import_all(tmp_path))


HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x01\x1b\x7f\x85\u202e\u2028\u00a0\ufffe\ufeff\ud83d\udc00\t\n\r|*`<>&"
        ),
    ),
    max_size=200,
)


@given(HOSTILE)
@settings(max_examples=100, deadline=None)
def test_hostile_text_in_notes_is_kept_by_one_written_rule(words: str) -> None:
    items = list(
        importer("notes").records(
            Source.of(f"14:02 start {words}\n14:05 end"), Answers(zone="UTC", date=date(2026, 3, 4))
        )
    )
    check(items)
    everything = "".join(item.text for item in items if isinstance(item, ImportedRecord))
    for word in clean_text(words).split():
        if word.isalnum():
            assert word in everything


@given(HOSTILE)
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_hostile_text_in_slack_is_kept_by_one_written_rule(tmp_path: Path, words: str) -> None:
    folder = write_export(tmp_path, [message(f"start {words}")])
    check(import_all(folder))
    (record,), _ = read_slack(folder)
    for word in clean_text(words).split():
        if word.isalnum():
            assert word in record.text


@given(st.binary(max_size=400))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_bring_one_sentence_or_a_list(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "dropped.bin"
    file.write_bytes(raw)
    check_or_refusal(file)


STAMPS = st.one_of(
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(lambda at: f"{at:%Y-%m-%d %H:%M}"),
    st.from_regex(
        r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[ T][0-9]{1,2}:[0-9]{2}", fullmatch=True
    ),
    st.from_regex(
        r"[<>~]?[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( [AP]M)?( (UTC|IST|PST|\+9{2}:99))?", fullmatch=True
    ),
    st.sampled_from(["24:00", "23:59:60", "2025-10-26 02:30", "2025-03-30 02:30", "Feb 30 10:00"]),
)


@given(
    st.lists(STAMPS, min_size=1, max_size=5), st.sampled_from(["UTC", "Europe/Berlin", "+14:00"])
)
@settings(max_examples=500, deadline=None)
def test_any_written_time_is_placed_or_flagged(stamps: list[str], zone: str) -> None:
    text = "\n".join(f"{stamp} thing {number}" for number, stamp in enumerate(stamps))
    check(
        list(importer("notes").records(Source.of(text), Answers(zone=zone, date=date(2025, 1, 1))))
    )


@given(
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "+14:00"]),
)
@settings(max_examples=200, deadline=None)
def test_a_placed_time_reads_the_same_on_its_own_clock(local: datetime, zone: str) -> None:
    placed = place(local, clock_of(zone), zone)
    if placed.at is None:
        assert placed.doubt
    else:
        assert placed.at.tzinfo is UTC
        assert placed.at.astimezone(clock_of(zone)).replace(tzinfo=None) == local


@pytest.mark.parametrize(
    "values",
    [["1772632920.1"], [1772632920], [1772632920.5], ["nan", None, -1, "", "1e308", True, [], {}]],
)
def test_slack_times_of_any_sort_are_placed_or_listed(tmp_path: Path, values: list[Any]) -> None:
    messages = [{**message(), "ts": value} for value in values]
    records, skipped = read_slack(write_export(tmp_path, messages))
    assert len(records) + len(skipped) == len(values)
    check([*records, *skipped])


def test_a_line_of_five_million_letters_is_listed_and_the_others_come_in(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("14:02 page\n14:05 " + "x" * 5_000_000 + "\n14:06 end", encoding="utf-8")
    records, skipped = parted(import_all(file))
    assert [record.text for record in records] == ["page", "end"]
    assert [(each.place, each.reason) for each in skipped] == [
        ("line 2", "a line longer than 64 KB")
    ]


@pytest.mark.parametrize(
    ("raw", "encoding", "text"),
    [
        ("14:02 \u00e9".encode("utf-8-sig"), "utf-8-sig", "14:02 \u00e9"),
        ("14:02 \u00e9".encode("utf-16"), "utf-16", "14:02 \u00e9"),
        ("14:02 \u00e9".encode(), "utf-8", "14:02 \u00e9"),
        ("14:02 \u00e9".encode("cp1252"), "cp1252", "14:02 \u00e9"),
        (b"a\r\nb\rc\x0bd", "utf-8", "a\nb\nc\ufffdd"),
    ],
)
def test_a_file_is_decoded_by_its_content(raw: bytes, encoding: str, text: str) -> None:
    decoded = decode(raw)
    assert (decoded.encoding, decoded.text) == (encoding, text)
    assert bool(decoded.note) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "line",
    [
        "# " + " " * 60_000 + "x",
        " " * 60_000 + "|--x",
        "|" * 60_000,
        "-" * 60_000 + "x",
        "| 14:02 | " + " " * 60_000 + "x |",
        "14:02 " + "*" * 60_000,
        "> " * 30_000,
        "(" * 60_000,
        "1:" * 30_000,
        "14:02" + " " * 60_000 + "- x",
        "All times in " * 4_000,
        "14:02 x. " * 6_000,
        "*a" * 30_000 + "~b" * 15_000,
        "`" * 60_000,
        "<@" * 30_000,
    ],
)
def test_no_line_makes_reading_slow(tmp_path: Path, line: str) -> None:
    folder = write_export(tmp_path / "export", [message(line)])
    started = time.perf_counter()
    check(import_all(folder))
    items = importer("notes").records(Source.of(f"14:02 a\n{line}\n14:03 b"), Answers())
    check(list(items))
    assert time.perf_counter() - started < 2


def test_a_hostile_zip_name_reaches_no_file(tmp_path: Path) -> None:
    file = tmp_path / "export.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("../../incident/2026-03-04.json", json.dumps([message()]))
    check(import_all(file))
    assert [path.name for path in tmp_path.iterdir()] == ["export.zip"]
