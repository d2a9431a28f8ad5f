"""The menus of an event: all that its keys do, by name, with the keys beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from guides.kinds import KIND_TITLES, MARK_TITLES
from guides.people import shown_as
from guides.privacy_words import PRIVACY_TITLES
from models.queries.timeline import EventDetails
from models.values import EventKind, Mark, Precision, Privacy
from views.theme import Theme
from views.timeline.actions import EventActions
from views.timeline.wording import MARK_KEYS, PRECISION_TITLES

Choice = tuple[str, bool, Callable[[], object]]
"""Words, whether chosen now, and what choosing does."""


def choices_menu(parent: QWidget, title: str, choices: Iterable[Choice]) -> QMenu:
    """Make a menu of one choice among several."""
    menu = QMenu(title, parent)
    for said, chosen, choose in choices:
        entry = menu.addAction(said)
        entry.setCheckable(True)
        entry.setChecked(chosen)
        _on_triggered(entry, choose)
    return menu


def kind_menu(parent: QWidget, actions: EventActions, now: EventKind) -> QMenu:
    """Offer the kinds of events."""
    kinds = ((KIND_TITLES[k], k is now, partial(actions.set_kind, k)) for k in EventKind)
    return choices_menu(parent, "Kind", kinds)


def precision_menu(parent: QWidget, actions: EventActions, now: Precision) -> QMenu:
    """Offer how well the time is known."""
    known = ((PRECISION_TITLES[p], p is now, partial(actions.set_precision, p)) for p in Precision)
    return choices_menu(parent, "Precision", known)


def mark_menu(parent: QWidget, actions: EventActions, now: frozenset[Mark]) -> QMenu:
    """Offer the marks; any number may be set."""
    marks = (
        (f"{MARK_TITLES[m]}\t{MARK_KEYS[m]}", m in now, partial(actions.toggle_mark, m))
        for m in Mark
    )
    return choices_menu(parent, "Marks", marks)


def privacy_menu(parent: QWidget, now: Privacy, choose: Callable[[Privacy], object]) -> QMenu:
    """Offer who may see a text."""
    levels = ((PRIVACY_TITLES[p], p is now, partial(choose, p)) for p in Privacy)
    return choices_menu(parent, "Who may see it", levels)


def person_menu(parent: QWidget, actions: EventActions, details: EventDetails) -> QMenu:
    """Offer whose act or experience it is."""
    now = details.event.participant_id
    nobody: Choice = ("No one in particular", now is None, partial(actions.choose_person, None))
    people = (
        (shown_as(p), p.id == now, partial(actions.choose_person, p.id)) for p in details.people
    )
    return choices_menu(parent, "Whose it is", [nobody, *people])


def lane_menu(
    parent: QWidget,
    actions: EventActions,
    lanes: Iterable[str],
    now: str,
    another: Callable[[], object],
) -> QMenu:
    """Offer the lanes that are in use, and a new one."""
    menu = choices_menu(
        parent, "Lane", ((lane, lane == now, partial(actions.set_lane, lane)) for lane in lanes)
    )
    menu.addSeparator()
    _on_triggered(menu.addAction("Another lane\u2026"), another)
    return menu


def source_menu(
    parent: QWidget, actions: EventActions, details: EventDetails, another: Callable[[], object]
) -> QMenu:
    """Offer where the event is known from: a source, a person's memory, or a gap."""
    event = details.event
    sources = (
        (s.name, s.id == event.source_id, partial(actions.choose_source, s.id))
        for s in details.sources
    )
    menu = choices_menu(parent, "Source", sources)
    _on_triggered(menu.addAction("Another source\u2026"), another)
    menu.addSeparator()
    tellers = (
        (shown_as(p), p.id == event.told_by_id, partial(actions.choose_teller, p.id))
        for p in details.people
    )
    menu.addMenu(choices_menu(menu, "From the memory of", tellers))
    if event.source_id or event.told_by_id:
        _on_triggered(menu.addAction("No source"), partial(_without_source, actions))
    _on_triggered(menu.addAction("Make it a gap\tG"), actions.make_gap)
    return menu


def event_menu(
    parent: QWidget,
    theme: Theme,
    actions: EventActions,
    further: Iterable[tuple[str, str, Callable[[], object]]],
) -> QMenu:
    """Make the context menu of the selected event; `further` are (words, icon, doing)."""
    event = actions.selected
    menu = QMenu(parent)
    if event is None:
        return menu
    decision = menu.addAction(theme.icons.icon("kind.decision"), "Decision point\tK")
    decision.setCheckable(True)
    decision.setChecked(event.is_decision)
    _on_triggered(decision, actions.toggle_decision)
    for said, icon, doing in further:
        _on_triggered(menu.addAction(theme.icons.icon(icon), said), doing)
    menu.addSeparator()
    menu.addMenu(kind_menu(menu, actions, event.kind))
    menu.addMenu(mark_menu(menu, actions, event.marks))
    menu.addMenu(precision_menu(menu, actions, event.precision))
    menu.addSeparator()
    _on_triggered(menu.addAction("Move up\tAlt+Up"), actions.move_up)
    _on_triggered(menu.addAction("Move down\tAlt+Down"), actions.move_down)
    menu.addSeparator()
    _on_triggered(menu.addAction(theme.icons.icon("do.delete"), "Delete\tDel"), actions.delete)
    return menu


def _without_source(actions: EventActions) -> None:
    event = actions.selected
    if event is not None and event.source_id:
        actions.choose_source(None)
    if event is not None and event.told_by_id:
        actions.choose_teller(None)


def _on_triggered(entry: QAction, doing: Callable[[], object]) -> None:
    def act(*_checked: object) -> None:
        doing()

    entry.triggered.connect(act)
