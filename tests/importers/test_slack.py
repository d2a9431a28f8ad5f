from __future__ import annotations

import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest

from importers import (
    Answers,
    ChannelKind,
    ImportRequest,
    PersonHint,
    Source,
    UnreadableSourceError,
    ZoneSource,
    importer_for,
    limits,
    run,
)
from models.values import RecordKind
from tests.importers.exports import (
    DAY,
    message,
    read_one,
    read_slack,
    write,
    write_export,
    zipped,
)
from tests.importers.notes_of import importer
from tests.shared_data import shared_data

SAMPLES = json.loads((Path(__file__).parent / "slack_samples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_real_export_comes_in_whole_and_rightly_dated(name: str) -> None:
    expected = SAMPLES[name]
    records, skipped = read_slack(shared_data(f"slack/{name}"))
    assert len(records) == expected["messages"]
    assert sum(record.noise for record in records) == expected["folded"]
    assert sum(not record.noise for record in records) == expected["kept"]
    assert skipped == []
    found = {(record.channel, record.time_text): record for record in records}
    for sample in expected["samples"]:
        record = found[sample["channel"], sample["ts"]]
        assert record.at is not None
        assert record.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ") == sample["at"]
        assert record.author_id == sample["author"]
        assert record.noise is sample.get("folded", False)
        assert record.kind == sample.get("kind", "chat")
        assert record.thread_of.partition(":")[2] == sample.get("thread", "")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_people_of_a_real_export_are_known(name: str) -> None:
    source = Source.of(shared_data(f"slack/{name}"))
    assert len(importer("slack").people(source)) == SAMPLES[name]["people"]


def test_no_record_of_a_real_export_shows_an_id_or_a_secret() -> None:
    for name in SAMPLES:
        for record in read_slack(shared_data(f"slack/{name}"))[0]:
            assert "xoxe-" not in record.text
            assert "<@U" not in record.text
            assert "&amp;" not in record.text


def test_a_message_becomes_a_record_with_its_exact_time(tmp_path: Path) -> None:
    record = read_one(tmp_path, ts="1772632920.905399")
    assert record.identity == "C1:1772632920.905399"
    assert record.at is not None
    assert record.at.isoformat() == "2026-03-04T14:02:00.905399+00:00"
    assert (record.zone, record.zone_source) == ("UTC", ZoneSource.EPOCH)
    assert (record.author, record.channel, record.kind) == ("Nadia", "incident", RecordKind.CHAT)
    assert record.place == f"incident/{DAY}.json, message 1"


def test_zip_folder_and_zip_with_a_folder_inside_read_the_same(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export", [message()])
    expected = read_slack(folder)
    assert importer_for(folder).key == "slack"
    for archive in (zipped(folder), zipped(folder, below="export/")):
        assert importer_for(archive).key == "slack"
        assert read_slack(archive) == expected


def test_the_members_are_offered_with_handle_address_and_zone(tmp_path: Path) -> None:
    source = Source.of(write_export(tmp_path, []))
    assert importer("slack").people(source)[0] == PersonHint(
        id="U1",
        name="Nadia",
        aliases=("nadia", "Nadia Berg", "nadia@example.org"),
        zone="Pacific/Auckland",
    )


def test_without_a_list_of_people_names_come_from_the_messages(tmp_path: Path) -> None:
    profile = {"user_profile": {"display_name": "Nadia"}}
    messages = [message("ask <@U1>", "1.1", user="U2"), message("here", "2.1", **profile)]
    folder = write_export(tmp_path, messages, lists={"users.json": None})
    records, _ = read_slack(folder)
    assert [(record.author, record.text) for record in records] == [
        ("U2", "ask @Nadia"),
        ("Nadia", "here"),
    ]
    preview = importer("slack").preview(Source.of(folder), Answers())
    assert preview.notes == ("There is no list of people, so some show as their Slack id.",)


@pytest.mark.parametrize(
    ("mrkdwn", "markdown"),
    [
        ("plain words", "plain words"),
        ("ask <@U1> or <@U7|old name> or <@U8>", "ask @Nadia or @old name or @U8"),
        ("see <#C1> and <#C2|other>", "see #incident and #other"),
        ("<!here> <!channel> <!subteam^S1|@sre>", "@here @channel @sre"),
        ("<!date^1772632920^{time}|14:02>", "14:02"),
        ("<https://example.org/a_b*c*>", "<https://example.org/a_b*c*>"),
        ("*see* <https://example.org/*x*|graph>", "**see** [graph](https://example.org/*x*)"),
        ("<mailto:a@example.org|a@example.org>", "a@example.org"),
        ("*bold* _it_ ~gone~ 2*3*4", "**bold** _it_ ~~gone~~ 2*3*4"),
        ("*see <#C1>* and\x007\x00", "**see #incident** and\ufffd7\ufffd"),
        ("a &lt; b &amp;&amp; c", "a < b && c"),
        ("`*raw* &lt;tag&gt;` *b*", "`*raw* <tag>` **b**"),
        ("```*raw*\n<https://a.example|a.example>```", "```*raw*\na.example```"),
    ],
)
def test_markup_becomes_markdown(tmp_path: Path, mrkdwn: str, markdown: str) -> None:
    assert read_one(tmp_path, text=mrkdwn).text == markdown


def test_words_that_are_only_in_blocks_are_read(tmp_path: Path) -> None:
    section = {
        "type": "rich_text_section",
        "elements": [
            {"type": "text", "text": "rolling back "},
            {"type": "text", "text": "now", "style": {"bold": True}},
            {"type": "user", "user_id": "U1"},
        ],
    }
    items = {"type": "rich_text_list", "elements": [section]}
    blocks = [{"type": "rich_text", "elements": [section, items]}]
    assert read_one(tmp_path, text="", blocks=blocks).text == (
        "rolling back **now**@Nadia\n- rolling back **now**@Nadia"
    )


def test_an_alert_keeps_what_its_bot_put_beside_the_text(tmp_path: Path) -> None:
    attachments = [
        {
            "title": "Checkout latency",
            "title_link": "https://example.org/a/1",
            "text": "p99 *4.2 s*",
            "fields": [{"title": "Region", "value": "eu"}],
        },
        {"fallback": "[FIRING] disk"},
    ]
    record = read_one(
        tmp_path, text="", user=None, bot_id="B1", username="Grafana", attachments=attachments
    )
    assert record.kind is RecordKind.ALERT
    assert record.author == "Grafana"
    assert record.text == (
        "[Checkout latency](https://example.org/a/1)\np99 **4.2 s**\nRegion: eu\n[FIRING] disk"
    )


def test_a_shared_file_is_a_link_without_the_secret_of_the_export(tmp_path: Path) -> None:
    file = {
        "title": "graph.png",
        "permalink": "https://acme.slack.com/files/U1/F1/graph.png",
        "url_private": "https://files.slack.com/f?t=xoxe-secret",
    }
    record = read_one(tmp_path, text="look", files=[file])
    assert record.text == "look\n[graph.png](https://acme.slack.com/files/U1/F1/graph.png)"


def test_a_reply_names_the_message_it_answers(tmp_path: Path) -> None:
    messages = [message("down?", "5.1", thread_ts="5.1"), message("yes", "6.1", thread_ts="5.1")]
    records, _ = read_slack(write_export(tmp_path, messages))
    assert [record.thread_of for record in records] == ["", "C1:5.1"]


def test_messages_link_back_to_slack_where_the_team_is_known(tmp_path: Path) -> None:
    lists: dict[str, object] = {"team.json": {"domain": "acme"}}
    messages = [message("a", "5.000001"), message("b", "6.1", thread_ts="5.000001")]
    records, _ = read_slack(write_export(tmp_path, messages, lists=lists))
    assert [record.link for record in records] == [
        "https://acme.slack.com/archives/C1/p5000001",
        "https://acme.slack.com/archives/C1/p61?thread_ts=5.000001&cid=C1",
    ]


@pytest.mark.parametrize("subtype", ["channel_join", "channel_topic", "group_leave", "bot_add"])
def test_talk_about_the_channel_itself_comes_in_folded(tmp_path: Path, subtype: str) -> None:
    assert read_one(tmp_path, subtype=subtype).noise


def test_private_channels_and_talks_between_two_are_marked(tmp_path: Path) -> None:
    lists: dict[str, object] = {
        "groups.json": [{"id": "G1", "name": "war-room"}],
        "dms.json": [{"id": "D1", "members": ["U1", "U9"]}],
    }
    folder = write_export(tmp_path, [message("a", "5.1")], channel="war-room", lists=lists)
    write(folder / "D1" / f"{DAY}.json", [message("b", "6.1")])
    found = {record.text: record for record in read_slack(folder)[0]}
    assert found["a"].channel_kind is ChannelKind.PRIVATE
    assert not found["a"].noise
    assert (found["b"].channel, found["b"].channel_kind) == ("Nadia, Pager", ChannelKind.DIRECT)
    assert found["b"].noise


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (7, "a message in an unknown shape"),
        ({"text": "x"}, "a message without a time"),
        (message(ts="soon"), "a message without a time"),
        (message(ts=float("1e300")), "a message without a time"),
        (message(""), "a message without words"),
        (message(text={"a": 1}), "a message without words"),
        (message("x" * (limits.CELL_CHARS + 1)), "a message longer than 128 KB"),
        (message("twice", "9.9"), "a message that is there twice"),
    ],
)
def test_a_malformed_message_is_listed_and_the_others_come_in(
    tmp_path: Path, part: Any, reason: str
) -> None:
    records, skipped = read_slack(write_export(tmp_path, [message("one", "9.9"), part]))
    assert [record.text for record in records] == ["one"]
    assert [(each.place, each.reason) for each in skipped] == [
        (f"incident/{DAY}.json, message 2", reason)
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"{", "a file that is no readable JSON"),
        (b"[NaN]", "a file that is no readable JSON"),
        (b"[" * 100_000, "a file that is no readable JSON"),
        (b"[" + b"9" * 5000 + b"]", "a file that is no readable JSON"),
        (b"", "a file that is no readable JSON"),
        (b'{"ok": true}', "a file without a list of messages"),
    ],
)
def test_a_malformed_file_is_listed_and_the_others_come_in(
    tmp_path: Path, raw: bytes, reason: str
) -> None:
    folder = write_export(tmp_path, [message("one")])
    write(folder / "incident" / "2026-03-05.json", raw)
    write(folder / "users.json", raw)
    records, skipped = read_slack(folder)
    assert [record.text for record in records] == ["one"]
    assert ("incident/2026-03-05.json", reason) in {(each.place, each.reason) for each in skipped}


def test_a_zip_bomb_is_listed_and_not_unpacked(tmp_path: Path) -> None:
    archive = zipped(write_export(tmp_path / "export", [message("one")]))
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("incident/2026-03-05.json", bytes(30 * limits.MB))
    records, skipped = read_slack(archive)
    assert [record.text for record in records] == ["one"]
    assert [each.reason for each in skipped] == ["a file that is packed too tightly to be trusted"]


def test_a_damaged_zip_is_named(tmp_path: Path) -> None:
    whole = zipped(write_export(tmp_path / "export", [message()])).read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableSourceError, match=r"half\.zip is a damaged zip"):
        read_slack(tmp_path / "half.zip")


def test_names_packed_as_utf8_without_saying_so_are_right(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export", [message()], channel="st\u00f6rung")
    raw = zipped(folder).read_bytes()
    silent = tmp_path / "silent.zip"
    silent.write_bytes(raw.replace(b"\x14\x00\x00\x08", b"\x14\x00\x00\x00"))
    assert silent.read_bytes() != raw
    records, _ = read_slack(silent)
    assert [record.channel for record in records] == ["st\u00f6rung"]


def test_unstorable_characters_are_seen_and_not_lost(tmp_path: Path) -> None:
    assert read_one(tmp_path, text="a\x00b\ud800c\x1bd").text == "a\ufffdb\ufffdc\ufffdd"


def test_an_import_can_run_in_another_process(tmp_path: Path) -> None:
    request = ImportRequest(importer="slack", source=Source.of(write_export(tmp_path, [message()])))
    again = pickle.loads(pickle.dumps(request))  # noqa: S301
    records = list(run(again))
    assert pickle.loads(pickle.dumps(records)) == records  # noqa: S301
