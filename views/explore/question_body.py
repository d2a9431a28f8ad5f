"""What stands below an open question: its answers, and a place for the next one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.operations.answers import AnswerPlace
from guides.how_chain import AnswerNode, QuestionNode
from guides.question_bank import questions
from models.ids import new_id
from models.rows import QuestionRow
from views.context import Context
from views.explore.actions import ExploreActions
from views.explore.answer_part import AnswerPart
from views.explore.question_line import QuestionLine
from views.explore.scene import Scene
from views.widgets.buttons import link_button
from views.widgets.text import Text


class QuestionBody(QWidget):
    """One AnswerPart for each answer; without any, an empty one. `left` comes from Esc."""

    follow_up_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: Context, actions: ExploreActions, question_id: str) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self.question_id = question_id
        self._question: QuestionRow | None = None
        self.parts: list[AnswerPart] = []
        self._extra = ""
        self._may_add = False
        self._wants_more = False
        theme = context.theme
        self._typed = Text(theme, role="small", colour="ink3", wrap=True)
        self._reword = QuestionLine(theme, "Question")
        self._reword.hide()
        self._change = link_button(theme, "Change the question", small=True)
        self._delete = link_button(theme, "Take it back", small=True)
        self._lay_out()
        self._change.clicked.connect(self.change_question)
        self._delete.clicked.connect(self._on_delete)
        self._reword.asked.connect(self._on_reworded)
        self._reword.left.connect(self._on_reword_left)

    def show_question(self, scene: Scene, node: QuestionNode) -> None:
        """Show the answers as stored; fields, carets and an empty answer that waits stay."""
        self._question = node.question
        typed = node.question.typed_text
        self._typed.setText(f"First typed: {typed}")
        self._typed.setVisible(bool(typed) and typed != node.question.text)
        stored = {found.answer.id: found for found in node.answers}
        if self._extra in stored or (stored and not self._wants_more):
            self._extra, self._wants_more = "", False
        if not stored and not self._extra:
            empty = self.parts[0].place.answer_id if self.parts else new_id()
            self._extra = empty
        self._arrange(scene, [*stored, *([self._extra] if self._extra else [])])
        then = _then_of(node.question)
        for part in self.parts:
            part.show_answer(scene, node, stored.get(part.place.answer_id), then)
        self._may_add = not self._extra and _all_said(node.answers)
        self._links.setVisible(not stored)

    def focus_answer(self, row_id: str = "") -> None:
        """Put the caret into the answer, or select a rung of its chain."""
        for part in self.parts:
            if row_id and part.chain.focus_rung(row_id):
                return
        wanted = [part for part in self.parts if part.place.answer_id == row_id]
        empty = [part for part in self.parts if not part.spoken.field.text().strip()]
        for part in (wanted or empty or self.parts)[:1]:
            part.spoken.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Store what is being typed."""
        for part in self.parts:
            part.flush()

    @Slot()
    def change_question(self) -> None:
        """Open the words of the question."""
        if self._question is not None:
            self._reword.show_text(self._question.text)
            self._reword.show()
            self._reword.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, scene: Scene, ids: list[str]) -> None:
        for part in [part for part in self.parts if part.place.answer_id not in ids]:
            self.parts.remove(part)
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        known = {part.place.answer_id for part in self.parts}
        for answer_id in ids:
            if answer_id not in known:
                asked = self._question.participant_id if self._question else None
                teller = asked or scene.person_id
                place = AnswerPlace(answer_id, self.question_id, teller, date.today())
                part = AnswerPart(self._context, self._actions, place)
                part.follow_up_wanted.connect(self.follow_up_wanted)
                part.left.connect(self.left)
                part.menu_opening.connect(self._on_menu_opening)
                self.parts.append(part)
        self.parts.sort(key=lambda part: ids.index(part.place.answer_id))
        for place_in, part in enumerate(self.parts):
            if self._column.indexOf(part) != place_in:
                self._column.insertWidget(place_in, part)
                part.show()

    def _lay_out(self) -> None:
        px = self._context.theme.px
        self._column = QVBoxLayout()
        self._column.setSpacing(px(14))
        self._links = QWidget()
        row = QHBoxLayout(self._links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        for link in (self._change, self._delete):
            row.addWidget(link)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(8))
        whole.setSpacing(px(8))
        whole.addWidget(self._typed)
        whole.addWidget(self._reword)
        whole.addLayout(self._column)
        whole.addWidget(self._links)

    @Slot(object)
    def _on_menu_opening(self, menu: QMenu) -> None:
        menu.addAction("Another answer", self.add_answer).setEnabled(self._may_add)
        menu.addAction("Change the question", self.change_question)
        menu.addAction("Delete the question", self._on_delete)

    @Slot()
    def add_answer(self) -> None:
        """Make room for what someone else says to it."""
        self._extra, self._wants_more = new_id(), True
        self.follow_up_wanted.emit("")

    @Slot()
    def _on_delete(self) -> None:
        self._actions.delete_question(self.question_id)

    @Slot()
    def _on_reworded(self) -> None:
        if self._question is not None:
            self._actions.reword(self._question, self._reword.text())
        self._on_reword_left()

    @Slot()
    def _on_reword_left(self) -> None:
        self._reword.hide()
        self.focus_answer()


def _all_said(answers: tuple[AnswerNode, ...]) -> bool:
    return bool(answers) and all(found.answer.text.strip() for found in answers)


def _then_of(question: QuestionRow) -> str:
    if not question.bank_id:
        return ""
    return next((each.then for each in questions() if each.id == question.bank_id), "")
