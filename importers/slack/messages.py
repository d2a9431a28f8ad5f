"""One Slack message, turned into a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from importers.json_text import text_at
from importers.limits import CELL_CHARS
from importers.record import ChannelKind, ImportedRecord, Skipped, ZoneSource
from importers.slack.blocks import words_of_attachments, words_of_blocks, words_of_files
from importers.slack.mrkdwn import Mrkdwn
from importers.slack.workspace import Channel, Workspace, shown_name
from models.values import RecordKind
from models.words import clean_text

FOLDED = frozenset(
    f"{place}_{act}"
    for place in ("channel", "group")
    for act in (
        *("join", "leave", "topic", "purpose", "name", "archive", "unarchive"),
        *("convert_to_private", "posting_permissions"),
    )
) | {
    *("bot_add", "bot_remove", "pinned_item", "unpinned_item", "reminder_add", "tombstone"),
    *(
        "message_changed",
        "message_deleted",
        "joiner_notification",
        "joiner_notification_for_inviter",
    ),
}
"""Messages about the channel itself: they come in folded."""

_MALFORMED = (
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""Whatever a part of the wrong shape can raise (reliability R32)."""

_TS = re.compile(r"(\d{1,11})(?:\.(\d{1,6}))?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class MessageReader:
    """Turns the messages of one workspace into records."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._names = {key: person.name for key, person in workspace.people.items()}
        channels = {each.id: each.name for each in workspace.channels.values()}
        self._seen: set[str] = set()
        self._markdown = Mrkdwn(self._names, channels).markdown

    def read_all(
        self, messages: list[object], folder: str, file: str
    ) -> Iterator[ImportedRecord | Skipped]:
        """Yield the record of each message of a file, or why there is none; raises nothing."""
        channel = self._workspace.channel(folder)
        for number, message in enumerate(messages, start=1):
            place = f"{file}, message {number}"
            try:
                item = self._record(message, channel, place)
            except _MALFORMED:
                item = Skipped(place=place, reason="a message in an unknown shape")
            if isinstance(item, ImportedRecord):
                if item.identity in self._seen:
                    item = Skipped(place=place, reason="a message that is there twice")
                else:
                    self._seen.add(item.identity)
            yield item

    def _record(self, message: Any, channel: Channel, place: str) -> ImportedRecord | Skipped:
        if not isinstance(message, dict):
            return Skipped(place=place, reason="a message in an unknown shape")
        ts = _ts_text(message.get("ts"))
        if ts is None:
            return Skipped(place=place, reason="a message without a time")
        text = self._text(message)
        if not text:
            return Skipped(place=place, reason="a message without words")
        if len(text) > CELL_CHARS:
            return Skipped(place=place, reason="a message longer than 128 KB")
        subtype = message.get("subtype")
        parent = _ts_text(message.get("thread_ts"))
        author_id = text_at(message, "user") or text_at(message, "bot_id")
        return ImportedRecord(
            identity=f"{channel.id}:{ts}",
            position=len(self._seen),
            text=text,
            at=_instant(ts),
            time_text=ts,
            zone="UTC",
            zone_source=ZoneSource.EPOCH,
            author=self._author(message, author_id),
            author_id=author_id,
            channel=channel.name,
            channel_kind=channel.kind,
            kind=RecordKind.ALERT if self._is_bot(message) else RecordKind.CHAT,
            noise=subtype in FOLDED or channel.kind is ChannelKind.DIRECT,
            thread_of=f"{channel.id}:{parent}" if parent and parent != ts else "",
            link=self._permalink(channel, ts, parent),
            place=place,
        )

    def _text(self, message: dict[str, Any]) -> str:
        text = self._markdown(text_at(message, "text"))
        if not text.strip() and "blocks" in message:
            text = words_of_blocks(message["blocks"], self._markdown)
        if "attachments" in message and (not text.strip() or self._is_bot(message)):
            words = words_of_attachments(message["attachments"], self._markdown)
            text = f"{text}\n{words}" if words not in text else text
        if "files" in message or "file" in message:
            text = f"{text}\n{words_of_files(message, text)}"
        return clean_text(text).strip()

    def _author(self, message: dict[str, Any], author_id: str) -> str:
        known = self._names.get(author_id)
        if known:
            return known
        given = (text_at(message, "username"), text_at(message, "bot_profile", "name"), author_id)
        return shown_name(message.get("user_profile"), *given)

    def _is_bot(self, message: dict[str, Any]) -> bool:
        """Whether a program wrote this: monitoring, deploys, chat bots."""
        if message.get("subtype") == "bot_message":
            return True
        if not message.get("bot_id"):
            return False
        person = self._workspace.people.get(text_at(message, "user"))
        return person is None or person.is_bot

    def _permalink(self, channel: Channel, ts: str, parent: str | None) -> str:
        if not self._workspace.domain:
            return ""
        page = f"https://{self._workspace.domain}.slack.com/archives/{channel.id}/p"
        thread = f"?thread_ts={parent}&cid={channel.id}" if parent and parent != ts else ""
        return page + ts.replace(".", "") + thread


def _ts_text(value: Any) -> str | None:
    """Return a Slack time as its text, which is also its name within the channel."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    elif isinstance(value, float):
        value = f"{value:.6f}"
    return value if isinstance(value, str) and _TS.fullmatch(value) else None


def _instant(ts: str) -> datetime:
    """Return the instant, by whole numbers: a float would lose microseconds."""
    seconds, _, micro = ts.partition(".")
    return _EPOCH + timedelta(0, int(seconds), int(micro.ljust(6, "0")))
