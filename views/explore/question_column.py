"""The questions of a moment as cards: those that were asked, then those that are offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guides.how_chain import QuestionNode
from guides.picking import Picked
from models.phrases import counted
from models.taxonomy import Sensitivity
from views.context import Context
from views.explore.actions import ExploreActions
from views.explore.question_body import QuestionBody
from views.explore.scene import Scene, is_answered
from views.widgets.question_card import QuestionCard, QuestionView
from views.widgets.text import Hairline

OFFERED = "bank:"
"""Before the id of a question that is offered and not asked yet."""
MOST_KEYS = 9
"""Questions beyond this many have no key of their own; they are clicked, or reached with Tab."""


class QuestionColumn(QWidget):
    """`opened(key)` comes from a card: the id of a question, or `bank:` and its id in the bank.

    `follow_up_wanted(text)` comes from the open one; empty words only ask for a place to write.
    """

    opened = Signal(str)
    walked_to = Signal(object)  # QuestionCard
    left = Signal()
    follow_up_wanted = Signal(str)

    def __init__(self, context: Context, actions: ExploreActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._cards: dict[str, QuestionCard] = {}
        self._numbers: dict[int, str] = {}
        self.body: QuestionBody | None = None
        px = context.theme.px
        self._asked = QVBoxLayout()
        self._offered = QVBoxLayout()
        self._between = QWidget()
        line = QVBoxLayout(self._between)
        line.setContentsMargins(0, px(12), 0, px(10))
        line.addWidget(Hairline(context.theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._asked, self._offered):
            part.setSpacing(px(2))
        column.addLayout(self._asked)
        column.addWidget(self._between)
        column.addLayout(self._offered)

    def show_questions(self, scene: Scene, picks: Sequence[Picked], open_id: str) -> None:
        """Show the cards; the open one keeps its fields."""
        views = {view.key: view for view in _views(scene, picks)}
        self._numbers = {view.number: key for key, view in views.items() if view.number}
        reasons = {f"{OFFERED}{each.question.id}": each.reason for each in picks}
        self._arrange(views)
        for key, view in views.items():
            card = self._cards[key]
            if card.question != view:
                card.show_question(view)
            card.setToolTip(reasons.get(key, ""))
            card.setAccessibleDescription(reasons.get(key, ""))
        self._open(scene, open_id if open_id in self._cards else "")

    def key_of(self, number: int) -> str:
        """Give the key of the card with this number; empty where there is none."""
        return self._numbers.get(number, "")

    def cards(self) -> list[QuestionCard]:
        """Give the cards from top to bottom."""
        return list(self._cards.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cards with Up and Down, before the page scrolls; Left leaves, Del deletes."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Left:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete_here()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        cards = self.cards()
        here = next((place for place, card in enumerate(cards) if card.hasFocus()), None)
        if cards:
            to = 0 if here is None else max(0, min(len(cards) - 1, here + step))
            cards[to].setFocus(Qt.FocusReason.TabFocusReason)
            self.walked_to.emit(cards[to])

    def _delete_here(self) -> None:
        for key, card in self._cards.items():
            if card.hasFocus() and not key.startswith(OFFERED):
                self._actions.delete_question(key)
                return

    def focus_first(self) -> None:
        """Put the focus on the first card."""
        for card in self.cards()[:1]:
            card.setFocus()

    def flush(self) -> None:
        """Store what is being typed."""
        if self.body is not None:
            self.body.flush()

    def _arrange(self, views: dict[str, QuestionView]) -> None:
        for key in [key for key in self._cards if key not in views]:
            self._drop(key)
        ordered: dict[str, QuestionCard] = {}
        for key, view in views.items():
            card = self._cards.get(key) or self._made(view)
            ordered[key] = card
            column = self._offered if key.startswith(OFFERED) else self._asked
            place = sum(key.startswith(OFFERED) == known.startswith(OFFERED) for known in ordered)
            if column.indexOf(card) != place - 1:
                column.insertWidget(place - 1, card)
                card.show()
        self._cards = ordered
        offered = [key for key in ordered if key.startswith(OFFERED)]
        self._between.setVisible(0 < len(offered) < len(ordered))

    def _made(self, view: QuestionView) -> QuestionCard:
        card = QuestionCard(self._context.theme, view)
        card.opened.connect(self.opened)
        return card

    def _drop(self, key: str) -> None:
        card = self._cards.pop(key)
        if self.body is not None and self.body.question_id == key:
            self.body = None
        for column in (self._asked, self._offered):
            column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _open(self, scene: Scene, open_id: str) -> None:
        if self.body is not None and self.body.question_id != open_id:
            self._close_body()
        node = scene.node(open_id)
        if node is None:
            return
        card = self._cards[open_id]
        if self.body is None:
            self.body = QuestionBody(self._context, self._actions, open_id)
            self.body.follow_up_wanted.connect(self.follow_up_wanted)
            self.body.left.connect(card.setFocus)
            card.body.addWidget(self.body)
        self.body.show_question(scene, node)
        if not card.is_open():
            card.set_open(is_open=True)

    def _close_body(self) -> None:
        if self.body is None:
            return
        body, self.body = self.body, None
        body.flush()
        card = self._cards.get(body.question_id)
        if card is not None:
            card.body.removeWidget(body)
            card.set_open(is_open=False)
        body.hide()
        body.deleteLater()


def _views(scene: Scene, picks: Sequence[Picked]) -> Iterator[QuestionView]:
    number = 0
    for node in scene.asked:
        answered = is_answered(node)
        number += not answered
        shown = 0 if answered or number > MOST_KEYS else number
        yield _asked_view(scene, node, shown, answered=answered)
    for each in picks:
        number += 1
        private = each.question.sensitivity is Sensitivity.HIGH
        key = f"{OFFERED}{each.question.id}"
        yield QuestionView(key, number if number <= MOST_KEYS else 0, each.text, private=private)


def _asked_view(scene: Scene, node: QuestionNode, number: int, *, answered: bool) -> QuestionView:
    question = node.question
    said = len(node.answers)
    notes = [scene.called(question.participant_id)] if _of_another(scene, node) else []
    notes += [counted(said, "answer")] if said > 1 else []
    return QuestionView(
        question.id,
        number,
        question.text,
        note=", ".join(notes),
        private=question.sensitivity is Sensitivity.HIGH,
        answered=answered,
    )


def _of_another(scene: Scene, node: QuestionNode) -> bool:
    asked = node.question.participant_id
    return asked is not None and asked != scene.person_id
