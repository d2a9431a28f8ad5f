"""The Explore page: a moment, a person, a few open questions, and what was said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from guides.picking import Picked
from guides.stages import GUIDE_TO
from models.taxonomy import Probe
from models.values import Stage
from views.commands import Group
from views.context import Context
from views.explore.actions import ExploreActions
from views.explore.centre import Centre
from views.explore.guide_part import ExploreGuide
from views.explore.moment_lines import WHOLE, first_to_ask
from views.explore.moment_list import MomentList
from views.explore.picks import Picks
from views.explore.question_column import OFFERED
from views.explore.question_line import QuestionLine
from views.explore.scene import Scene, is_answered, last_answer, root_of, scene_of
from views.feed import SnapshotFeed
from views.page import StagePage
from views.selection import Selection
from views.widgets.buttons import Button, IconButton
from views.widgets.command_filter import Command
from views.widgets.empty_state import EmptyState
from views.widgets.question_card import QuestionCard
from views.widgets.stage_header import StageHeader
from views.widgets.text import Hairline

_LIST_WIDTH = 244
_LIST_SHARE = 0.4


class ExplorePage(StagePage):
    """Moments at the left; the selected one with its questions in the centre."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._actions = ExploreActions(context, feed)
        self._picks = Picks()
        self._open_id = ""
        self._whole = False
        self._build()
        self._connect()
        self._begin()
        self._refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here, and the questions that can be asked now."""
        offers = [
            Command(card.question.words, str(card.question.number), Group.HERE, opened)
            for card in self.column.cards()
            if card.question.number
            for opened in (partial(self.open_question, card.question.key),)
        ]
        return (
            Command(
                "Other questions", "R", Group.HERE, self.other_questions, icon="do.other_questions"
            ),
            Command("Ask in your own words", "O", Group.HERE, self.ask_own_words),
            Command("Use the open wording", "Alt+U", Group.HERE, self.use_open_wording),
            Command("Write a private note", "N", Group.HERE, self.write_note),
            Command("Park an idea", "P", Group.HERE, self.park_idea, icon="do.park"),
            *offers,
        )

    def guide_widget(self) -> QWidget:
        """Return what was heard just now, and what is known of the moment."""
        return self.guide

    def bring_into_view(self, target: str) -> None:
        """Show a moment, a question, an answer, a note or a person; or the empty sides."""
        snapshot = self.feed.snapshot
        root = root_of(snapshot, target)
        notes = {note.id: note.event_id for note in snapshot.notes}
        if target == "coverage":
            self.guide.focus_sides()
        elif target in {event.id for event in snapshot.events}:
            self._go_to(target)
            self.moments.setFocus(Qt.FocusReason.OtherFocusReason)
        elif root is not None:
            self._go_to(root.event_id or WHOLE)
            self._show_open(root.id, target)
        elif target in notes:
            self._go_to(notes[target] or WHOLE)
            self.notes.focus_field(target)
        elif target in {person.id for person in snapshot.participants}:
            self.selection.choose_person(target)

    def first_focus(self) -> QWidget | None:
        """Begin on the moments."""
        return self.moments if self.moments.isVisibleTo(self) else None

    def flush(self) -> None:
        """Store what is being typed."""
        self.centre.flush()

    @Slot(str)
    def open_question(self, key: str) -> None:
        """Open a question for its answer; one that is only offered is asked first."""
        if key.startswith(OFFERED):
            picked = next((p for p in self._picks.shown if OFFERED + p.question.id == key), None)
            if picked is not None:
                self.ask(picked)
        elif key:
            self._show_open(key)

    def ask(self, picked: Picked) -> None:
        """Ask a question of the bank and open it."""
        self.flush()
        self._show_open(self._actions.ask_picked(self.scene, picked))

    @Slot()
    def other_questions(self) -> None:
        """Pass over what is offered."""
        said = self._said_last()
        scene = self.scene
        if self._picks.others(scene.snapshot, scene.event, scene.person, said):
            self.context.shell.toast("Those were all. Here they are from the start.")
        self._refresh()

    @Slot()
    def ask_own_words(self) -> None:
        """Put the caret where a question is typed."""
        self.own.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.centre.bring_up(self.own)

    @Slot()
    def use_open_wording(self) -> None:
        """Take the open way to ask in the field that is typed in."""
        here = QApplication.focusWidget()
        while here is not None and not isinstance(here, QuestionLine):
            here = here.parentWidget()
        (here or self.own).take_offer()

    @Slot()
    def write_note(self) -> None:
        """Put the caret into a new private note."""
        self.notes.focus_field()
        self.centre.bring_up(self.notes)

    @Slot()
    def park_idea(self) -> None:
        """Set an idea aside until Actions."""
        self._actions.park_idea(self.scene.event_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work with single keys while no field is typed in."""
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if bare and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.open_question(self.column.key_of(key - Qt.Key.Key_0.value))
        elif bare and key in self._letters:
            self._letters[Qt.Key(key)]()
        elif key == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the list and the questions."""
        super().resizeEvent(event)
        wide = self.context.theme.px(_LIST_WIDTH)
        self.moments.setFixedWidth(min(wide, round(self.width() * _LIST_SHARE)))

    @property
    def scene(self) -> Scene:
        """What is shown, as it is stored now."""
        event_id = None if self._whole else self.selection.event_id
        return scene_of(self.feed.snapshot, event_id, self.selection.person_id)

    def _begin(self) -> None:
        """Choose a moment where none is chosen, and the person whose it is."""
        snapshot = self.feed.snapshot
        known = {event.id for event in snapshot.events}
        if self.selection.event_id not in known and not self._whole:
            self.selection.choose_event(first_to_ask(snapshot))
        self._choose_teller()
        self._open_id = self._first_open()

    def _choose_teller(self) -> None:
        scene = self.scene
        people = {person.id for person in scene.people}
        if scene.event is not None and scene.event.participant_id in people:
            self.selection.choose_person(scene.event.participant_id)

    def _first_open(self) -> str:
        asked = self.scene.asked
        said = [node for node in asked if is_answered(node)]
        return next((node.question.id for node in said or asked), "")

    @Slot(str)
    def _go_to(self, key: str) -> None:
        self._whole = key == WHOLE
        if self._whole:
            self.selection.choose_event(None)
            self._turn()
        elif key != self.selection.event_id:
            self.selection.choose_event(key)
        else:
            self._turn()

    def _turn(self) -> None:
        """Show another moment."""
        self.flush()
        self._choose_teller()
        self._open_id = self._first_open()
        self._refresh()
        self.centre.to_top()

    def _show_open(self, question_id: str, target: str = "") -> None:
        self._open_id = question_id
        self._refresh()
        self.centre.focus_answer("" if target == question_id else target)

    def _said_last(self) -> str:
        found = last_answer(self.scene, self._open_id)
        return found.text if found else ""

    def _refresh(self) -> None:
        snapshot = self.feed.snapshot
        nothing = not snapshot.events and not snapshot.questions
        self._parts.setCurrentIndex(1 if nothing else 0)
        for tool in (self._others, self._more):
            tool.setVisible(not nothing)
        scene, said = self.scene, self._said_last()
        waiting = sum(not is_answered(node) for node in scene.asked)
        self._picks.renew(snapshot, scene.event, scene.person, said, taken=waiting)
        self.moments.show_snapshot(snapshot)
        self.moments.choose(scene.event_id or WHOLE)
        self.centre.show_scene(scene, self._picks.shown, self._open_id)
        self.guide.show_scene(scene, said)

    def _step_back(self) -> None:
        here = self.focusWidget()
        if isinstance(here, QuestionCard) and here.is_open():
            self._open_id = ""
            self._refresh()
        else:
            self._focus_moments()

    @Slot()
    def _focus_moments(self) -> None:
        self.moments.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_renewed(self) -> None:
        try:
            snapshot = self.feed.snapshot
        except LookupError:
            return
        gone = self.selection.event_id not in {event.id for event in snapshot.events}
        if gone and not self._whole:
            self._begin()
        self._refresh()

    @Slot(object)
    def _on_event_changed(self, event_id: object) -> None:
        self._whole = self._whole and event_id is None
        self._turn()

    @Slot(object)
    def _on_person_changed(self, _person_id: object) -> None:
        self._refresh()

    @Slot(str)
    def _on_card(self, key: str) -> None:
        if key == self._open_id:
            self.flush()
            self._open_id = ""
            self._refresh()
        else:
            self.open_question(key)

    @Slot(str)
    def _on_follow_up(self, text: str) -> None:
        if not text:
            self._show_open(self._open_id)
            return
        node = self.scene.node(self._open_id)
        probe = node.question.probe if node else None
        if probe is None:
            self._show_open(self._actions.ask_own(self.scene, text))
        else:
            self._show_open(self._actions.ask_cue(self.scene, text, probe))

    @Slot()
    def _on_own_asked(self) -> None:
        text, typed, then = self.own.text(), self.own.typed_text, self.own.then
        if not text:
            return
        self.own.show_text("")
        self._show_open(self._actions.ask_own(self.scene, text, typed, then))

    @Slot(str, str)
    def _on_cue_asked(self, text: str, probe: str) -> None:
        self.flush()
        self._show_open(self._actions.ask_cue(self.scene, text, Probe(probe)))

    @Slot(str, str)
    def _on_cue_pinned(self, text: str, probe: str) -> None:
        self._actions.ask_cue(self.scene, text, Probe(probe))
        self.context.shell.toast("Pinned; it waits below the others", undo=True)

    @Slot(str)
    def _on_side_asked(self, side: str) -> None:
        picked = self.guide.offer(side)
        if picked is not None:
            self.ask(picked)

    @Slot()
    def _on_timeline_wanted(self) -> None:
        self.context.shell.go_to_stage(Stage.TIMELINE, "events")

    @Slot()
    def _on_people_wanted(self) -> None:
        self.context.shell.go_to_stage(Stage.PREPARE, "people")

    @Slot()
    def _on_entered(self) -> None:
        self.column.focus_first()

    def _connect(self) -> None:
        self._letters = {
            Qt.Key.Key_R: self.other_questions,
            Qt.Key.Key_O: self.ask_own_words,
            Qt.Key.Key_N: self.write_note,
            Qt.Key.Key_P: self.park_idea,
        }
        self.feed.renewed.connect(self._on_renewed)
        self.selection.event_changed.connect(self._on_event_changed)
        self.selection.person_changed.connect(self._on_person_changed)
        self.moments.chosen.connect(self._go_to)
        self.moments.entered.connect(self._on_entered)
        self.head.person_chosen.connect(self.selection.choose_person)
        self.head.people_wanted.connect(self._on_people_wanted)
        self.column.opened.connect(self._on_card)
        self.column.left.connect(self._focus_moments)
        self.column.follow_up_wanted.connect(self._on_follow_up)
        self.own.asked.connect(self._on_own_asked)
        self.own.left.connect(self._focus_moments)
        self.guide.cue_asked.connect(self._on_cue_asked)
        self.guide.cue_pinned.connect(self._on_cue_pinned)
        self.guide.side_asked.connect(self._on_side_asked)
        self._others.clicked.connect(self.other_questions)
        self._empty.asked.connect(self._on_timeline_wanted)

    def _build(self) -> None:
        theme = self.context.theme
        guide = GUIDE_TO[Stage.EXPLORE]
        self._header = StageHeader(theme, guide.title, guide.sentence)
        self._others = Button(theme, "Other questions", icon="do.other_questions", keys="R")
        self._more = IconButton(theme, "place.more", "More")
        self._more.setMenu(self._more_menu())
        self._header.add_tool(self._others)
        self._header.add_tool(self._more)
        self.moments = MomentList(theme)
        self.centre = Centre(self.context, self._actions)
        self.head, self.column = self.centre.head, self.centre.column
        self.own, self.notes = self.centre.own, self.centre.notes
        self.guide = ExploreGuide(theme)
        self._empty = EmptyState(
            theme,
            "Nothing to ask about yet.",
            "Put a first event on the timeline.",
            icon="place.gaps",
            link="Open the timeline",
        )
        self._parts = QStackedWidget()
        self._parts.addWidget(self._moment_part())
        self._parts.addWidget(self._empty_part())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._parts, 1)

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        for title, run in (
            ("Ask in your own words\tO", self.ask_own_words),
            ("Write a private note\tN", self.write_note),
            ("Park an idea\tP", self.park_idea),
        ):
            menu.addAction(title, run)
        return menu

    def _moment_part(self) -> QWidget:
        px = self.context.theme.px
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(px(20), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.moments)
        row.addWidget(Hairline(self.context.theme, upright=True))
        row.addWidget(self.centre, 1)
        return part

    def _empty_part(self) -> QWidget:
        px = self.context.theme.px
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(px(32), px(24), px(32), 0)
        self._empty.setMaximumWidth(px(560))
        column.addWidget(self._empty)
        column.addStretch(1)
        return part
