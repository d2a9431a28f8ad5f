"""The commands of the Timeline with their keys, for the palette and for list and lanes."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from guides.kinds import MARK_TITLES
from models.values import Mark
from views.commands import Group
from views.timeline.actions import EventActions
from views.timeline.keys import Keys
from views.timeline.wording import MARK_KEYS
from views.widgets.command_filter import Command

FACTS = {
    "kind": "Change the kind of the event",
    "lane": "Change the lane of the event",
    "person": "Say whose event it is",
    "source": "Say where the event comes from",
}
"""Fact of the selected event -> what asks for another one."""


class Doings(Protocol):
    """What the page itself does."""

    doing: EventActions

    def add_event(self) -> None: ...  # noqa: D102
    def edit_title(self) -> None: ...  # noqa: D102
    def edit_time(self) -> None: ...  # noqa: D102
    def ask_fact(self, fact: str) -> None: ...  # noqa: D102
    def add_account(self) -> None: ...  # noqa: D102
    def park_idea(self) -> None: ...  # noqa: D102
    def ask_agreement(self) -> None: ...  # noqa: D102
    def show_view(self, key: str) -> None: ...  # noqa: D102
    def fit(self) -> None: ...  # noqa: D102


def timeline_commands(page: Doings) -> tuple[Command, ...]:
    """Return all that can be done here; single letters act in list and lanes."""
    actions = page.doing
    marks = tuple(
        _here(f"Mark: {MARK_TITLES[mark].lower()}", MARK_KEYS[mark], _mark(actions, mark))
        for mark in Mark
    )
    return (
        _here("Add an event", "N", page.add_event, "do.add"),
        _here("Edit the title of the event", "F2", page.edit_title),
        _here("Change the time of the event", "T", page.edit_time, "do.time"),
        _here("Decision point", "K", actions.toggle_decision, "kind.decision"),
        *marks,
        *(_here(title, "", partial(page.ask_fact, fact)) for fact, title in FACTS.items()),
        _here("Add an account", "A", page.add_account, "do.accounts"),
        _here("Make a gap of the event", "G", actions.make_gap, "place.gaps"),
        _here("Park an idea", "P", page.park_idea, "do.park"),
        _here("Move the event up", "Alt+Up", actions.move_up),
        _here("Move the event down", "Alt+Down", actions.move_down),
        _here("Delete the event", "Del", actions.delete, "do.delete"),
        _here("What is missing, what went differently?", "", page.ask_agreement),
        _here("Show the list", "", partial(page.show_view, "list")),
        _here("Show the lanes", "", partial(page.show_view, "lanes")),
        _here("Show list and lanes", "", partial(page.show_view, "both")),
        _here("Show the whole incident", "0", page.fit, "do.fit"),
    )


def focus_keys(page: Doings) -> Keys:
    """Return the keys that act while the list or the lanes have the focus."""
    bound = {command.keys: command.run for command in timeline_commands(page) if command.keys}
    return {key: run for key, run in bound.items() if key not in ("F2", "Alt+Up", "Alt+Down")}


def _here(title: str, keys: str, run: object, icon: str = "") -> Command:
    return Command(title, keys, Group.HERE, run, icon=icon)  # type: ignore[arg-type]


def _mark(actions: EventActions, mark: Mark) -> object:
    return partial(actions.toggle_mark, mark)
