"""What an export says about its workspace: people, channels, team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from importers.archive import Tree, UnreadableEntryError
from importers.json_text import UnreadableJsonError, dicts, read_json, text_at
from importers.record import ChannelKind, PersonHint, Skipped
from importers.slack.layout import day_files, read_messages
from models.words import clean_text

_LISTS = (
    ("channels.json", ChannelKind.PUBLIC),
    ("groups.json", ChannelKind.PRIVATE),
    ("mpims.json", ChannelKind.DIRECT),
    ("dms.json", ChannelKind.DIRECT),
)
_PEOPLE = ("users.json", "org_users.json")
_TEAM = ("team.json", "team_info.json")


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel; `id` is its name where the export does not list it."""

    id: str
    name: str
    kind: ChannelKind = ChannelKind.PUBLIC


@dataclass(frozen=True, slots=True)
class Workspace:
    """People by id, channels by the name of their folder; `trouble` is what could not be read."""

    people: dict[str, PersonHint]
    channels: dict[str, Channel]
    domain: str = ""
    lists_people: bool = True
    trouble: tuple[Skipped, ...] = ()

    def channel(self, folder: str) -> Channel:
        """Return the channel that a folder holds."""
        return self.channels.get(folder) or Channel(folder, folder)


def read_workspace(tree: Tree, root: str) -> Workspace:
    """Read the lists at the top of an export; each of them may be absent."""
    reader = _ListReader(tree, root)
    people = {
        person.id: person
        for name in _PEOPLE
        for each in dicts(reader.read(name))
        if (person := _person(each)) is not None
    }
    listed = bool(people)
    if not listed:
        people = _people_who_wrote(tree, root)
    channels: dict[str, Channel] = {}
    for name, kind in _LISTS:
        for each in dicts(reader.read(name)):
            _add_channel(channels, each, kind, people)
    return Workspace(people, channels, _domain(reader), listed, tuple(reader.trouble))


def _people_who_wrote(tree: Tree, root: str) -> dict[str, PersonHint]:
    """Gather people from the profiles beside their messages, for an export without a list."""
    people: dict[str, PersonHint] = {}
    for day in day_files(tree, root):
        messages = read_messages(tree, day)
        for message in [] if isinstance(messages, Skipped) else dicts(messages):
            key, profile = text_at(message, "user"), message.get("user_profile")
            if key and key not in people and isinstance(profile, dict):
                person = _person({"id": key, "profile": profile, "name": text_at(profile, "name")})
                people.update({key: person} if person is not None else {})
    return people


class _ListReader:
    """Reads the files at the top, keeping what cannot be read."""

    def __init__(self, tree: Tree, root: str) -> None:
        self._tree = tree
        self._root = root
        self._names = frozenset(tree.names)
        self.trouble: list[Skipped] = []

    def read(self, name: str) -> Any:
        """Return the value of a file, None where it is absent or cannot be read."""
        if self._root + name not in self._names:
            return None
        try:
            return read_json(self._tree.read(self._root + name))
        except UnreadableEntryError as trouble:
            self.trouble.append(Skipped(place=name, reason=f"a file that is {trouble}"))
        except UnreadableJsonError:
            self.trouble.append(Skipped(place=name, reason="a file that is no readable JSON"))
        return None


def shown_name(profile: Any, *fallbacks: str) -> str:
    """Return the name a person chose to be shown with."""
    chosen = (text_at(profile, "display_name"), text_at(profile, "real_name"), *fallbacks)
    return clean_text(next((name.strip() for name in chosen if name.strip()), ""))


def _person(user: dict[str, Any]) -> PersonHint | None:
    key = text_at(user, "id")
    if not key:
        return None
    profile = user.get("profile")
    handle, real = text_at(user, "name"), text_at(user, "real_name")
    aliases = (handle, real, text_at(profile, "real_name"), text_at(profile, "email"))
    name = shown_name(profile, real, handle, key)
    return PersonHint(
        id=key,
        name=name,
        aliases=tuple(
            dict.fromkeys(clean_text(alias) for alias in aliases if alias and alias != name)
        ),
        zone=text_at(user, "tz"),
        is_bot=user.get("is_bot") is True,
    )


def _add_channel(
    channels: dict[str, Channel],
    listed: dict[str, Any],
    kind: ChannelKind,
    people: dict[str, PersonHint],
) -> None:
    key, name = text_at(listed, "id"), text_at(listed, "name")
    folder = name or key
    if not folder:
        return
    shown = folder
    members = listed.get("members")
    if kind is ChannelKind.DIRECT and isinstance(members, list):
        names = [people[each].name for each in members if isinstance(each, str) and each in people]
        shown = ", ".join(names) or folder
    channels[folder] = Channel(key or folder, clean_text(shown), kind)


def _domain(reader: _ListReader) -> str:
    for name in _TEAM:
        team = reader.read(name)
        domain = text_at(team, "domain") or text_at(team, "team", "domain")
        if domain.replace("-", "").isalnum():
            return domain
    return ""
