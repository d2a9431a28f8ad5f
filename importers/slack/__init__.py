"""Slack workspace exports: a zip or a folder with one file for each channel and day."""

from __future__ import annotations

from collections.abc import Iterator

from importers.archive import looks_like_zip, open_tree
from importers.errors import UnreadableSourceError
from importers.preview import preview_of
from importers.record import Answers, ImportedRecord, PersonHint, Preview, Skipped
from importers.slack.layout import day_files, read_messages, root_of
from importers.slack.messages import MessageReader
from importers.slack.workspace import read_workspace
from importers.source import Source
from models.values import RecordKind


class SlackImporter:
    """Reads a Slack export file by file; only one day of one channel is in memory at a time."""

    key = "slack"
    title = "Slack export"
    kind = RecordKind.CHAT

    def recognises(self, source: Source) -> bool:
        """Whether there are channel folders with files named by day."""
        if not source.is_folder and not looks_like_zip(source):
            return False
        try:
            with open_tree(source) as tree:
                return any(True for _ in day_files(tree, root_of(tree)))
        except UnreadableSourceError:
            return False

    def preview(self, source: Source, answers: Answers) -> Preview:
        """Read all of it and count; nothing has to be asked, Slack's times are instants."""
        with open_tree(source) as tree:
            listed = read_workspace(tree, root_of(tree)).lists_people
        notes = () if listed else ("There is no list of people, so some show as their Slack id.",)
        return preview_of(self.title, self.records(source, answers), notes)

    def records(
        self,
        source: Source,
        answers: Answers,  # noqa: ARG002
    ) -> Iterator[ImportedRecord | Skipped]:
        """Yield the messages channel by channel, day by day."""
        with open_tree(source) as tree:
            root = root_of(tree)
            workspace = read_workspace(tree, root)
            yield from workspace.trouble
            reader = MessageReader(workspace)
            for day in day_files(tree, root):
                messages = read_messages(tree, day)
                if isinstance(messages, Skipped):
                    yield messages
                else:
                    yield from reader.read_all(messages, day.folder, day.place)

    def people(self, source: Source) -> tuple[PersonHint, ...]:
        """Return the members of the workspace, as far as the export lists them."""
        with open_tree(source) as tree:
            return tuple(read_workspace(tree, root_of(tree)).people.values())
