"""What is known of an answer beside its words: how it was told, by whom, who may see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from guides.answer_forms import FORM_TITLES
from guides.privacy_words import PRIVACY_SENTENCES, PRIVACY_TITLES
from models.rows import AnswerRow
from models.values import Privacy
from views.explore.actions import ExploreActions
from views.explore.scene import Scene

_CLOSED = (Privacy.PRIVATE, Privacy.OFF_RECORD)


def facts_line(scene: Scene, answer: AnswerRow) -> str:
    """Write the facts in one line: `word for word, may be quoted by role`."""
    said = ["word for word" if answer.verbatim else "in other words"]
    if answer.quote_approved and answer.privacy not in _CLOSED:
        said.append("may be quoted by role")
    if answer.participant_id != scene.person_id and answer.participant_id:
        said.append(f"told by {scene.called(answer.participant_id)}")
    if answer.privacy in (*_CLOSED, Privacy.PUBLIC):
        said.append(PRIVACY_TITLES[answer.privacy].lower())
    return ", ".join(said)


def fill_with_facts(menu: QMenu, scene: Scene, answer: AnswerRow, actions: ExploreActions) -> None:
    """Put what can be said about an answer into a menu."""
    verbatim = menu.addAction("Word for word")
    verbatim.setCheckable(True)
    verbatim.setChecked(answer.verbatim)
    verbatim.triggered.connect(partial(_flip, actions, answer, "verbatim"))
    quoted = menu.addAction("May be quoted, by role")
    quoted.setCheckable(True)
    quoted.setChecked(answer.quote_approved)
    quoted.setEnabled(answer.privacy not in _CLOSED)
    quoted.triggered.connect(partial(_approve, actions, answer))
    menu.addSeparator()
    people = [(person.id, scene.called(person.id)) for person in scene.snapshot.participants]
    _choices(
        menu.addMenu("Told by"),
        [*people, (None, "The whole group")],
        answer.participant_id,
        partial(actions.set_answer, answer.id, "participant_id"),
    )
    levels = [(level, PRIVACY_TITLES[level]) for level in Privacy]
    who = menu.addMenu("Who may see it")
    _choices(who, levels, answer.privacy, partial(actions.set_privacy, answer.id))
    for entry, level in zip(who.actions(), Privacy, strict=True):
        entry.setToolTip(PRIVACY_SENTENCES[level])
    who.setToolTipsVisible(True)


def fill_with_forms(menu: QMenu, answer: AnswerRow, actions: ExploreActions) -> None:
    """Offer description, explanation and opinion in a menu of their own (I04)."""
    forms = list(FORM_TITLES.items())
    change = partial(actions.set_answer, answer.id, "form")
    _choices(menu.addMenu("What it is"), forms, answer.form, change)


def _choices(
    menu: QMenu,
    options: Sequence[tuple[object, str]],
    chosen: object,
    choose: Callable[..., object],
) -> None:
    group = QActionGroup(menu)
    for key, title in options:
        entry = menu.addAction(title)
        entry.setCheckable(True)
        entry.setChecked(key == chosen)
        entry.triggered.connect(partial(_chosen, choose, key))
        group.addAction(entry)


def _flip(actions: ExploreActions, answer: AnswerRow, column: str, *_checked: object) -> None:
    actions.set_answer(answer.id, column, not getattr(answer, column))


def _approve(actions: ExploreActions, answer: AnswerRow, *_checked: object) -> None:
    actions.approve_quote(answer.id, approved=not answer.quote_approved)


def _chosen(choose: Callable[..., object], key: object, *_checked: object) -> None:
    choose(key)
