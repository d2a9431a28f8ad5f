"""The how-chain below an answer: the tree, the rung that is being written, and their keys (I03)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.operations.answers import write_answer, write_follow_up
from guides.how_chain import AnswerNode, QuestionNode, branch_hint, can_become_a_factor, stop_hint
from models.rows import AnswerRow, QuestionRow
from views.context import Context
from views.explore.actions import ExploreActions
from views.explore.answer_facts import fill_with_facts, fill_with_forms
from views.explore.chain_model import ChainTreeModel
from views.explore.chain_rows import chain_rows
from views.explore.rung_edit import (
    RungEdit,
    branch_edit,
    deeper_edit,
    every_rung,
    first_edit,
    stored_edit,
)
from views.explore.rung_editor import RungEditor
from views.explore.rung_tree import RungTree
from views.explore.scene import Scene, scene_of
from views.widgets.text import Text


class ChainPart(QWidget):
    """Shows a chain and always one field: the next rung, or the one that is being changed.

    `left` comes from Esc.
    """

    left = Signal()

    def __init__(self, context: Context, actions: ExploreActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._scene: Scene | None = None
        self._root: QuestionNode | None = None
        self._above: AnswerNode | None = None
        self._edit: RungEdit | None = None
        self._editor: RungEditor | None = None
        self._model = ChainTreeModel(self)
        self.tree = RungTree(context.theme)
        self.tree.setModel(self._model)
        self._rest = Text(context.theme, role="small", colour="ink3", wrap=True)
        self._rest.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree)
        column.addWidget(self._rest)
        self.tree.wanted.connect(self._on_wanted)
        self.tree.customContextMenuRequested.connect(self._on_menu_asked)
        context.theme.changed.connect(self.tree.fit)

    @property
    def editor(self) -> RungEditor | None:
        """The field of the rung that is being written."""
        return self._editor

    def show_chain(self, scene: Scene, root: QuestionNode, above: AnswerNode) -> None:
        """Show what hangs under an answer; the field and its caret stay."""
        self._scene, self._root, self._above = scene, root, above
        edit = self._edit
        if edit is None or not self._still_there(edit):
            self._edit = first_edit(scene, root, above)
        self._refresh()

    def focus_field(self) -> None:
        """Put the caret where the next answer goes."""
        if self._editor is not None:
            self._editor.spoken.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_rung(self, row_id: str) -> bool:
        """Select the rung with this question or answer; tells whether it is in this chain."""
        index = self._model.find(row_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        return index.isValid()

    def flush(self) -> None:
        """Store what is being typed."""
        if self._editor is not None:
            self._editor.spoken.field.flush()
            self._keep_question()

    def _still_there(self, edit: RungEdit) -> bool:
        if self._root is None or self._above is None:
            return False
        answers = {answer.id for _, answer in every_rung(self._root) if answer is not None}
        questions = {question.id for question, _ in every_rung(self._root)}
        if not edit.is_new:
            return edit.question_id in questions
        return edit.parent_answer_id in {*answers, self._above.answer.id}

    def _refresh(self) -> None:
        if self._scene is None or self._above is None or self._edit is None:
            return
        self._model.show_rungs(chain_rows(self._scene, self._above, self._edit))
        self._place_editor()
        self.tree.fit()
        self._say_whether_enough()

    def _place_editor(self) -> None:
        edit = self._edit
        index = self._model.find(edit.question_id) if edit else QModelIndex()
        if edit is None or not index.isValid():
            return
        editor = self.tree.editor_at(index)
        if editor is None or editor is not self._editor:
            self._close_editor()
            editor = RungEditor(self._context.theme, edit, self._said(edit), self._note(edit))
            self._connect_editor(editor)
            self.tree.setIndexWidget(index, editor)
            self._editor = editor
        else:
            editor.show_question(edit)
            editor.spoken.field.follow(self._said(edit))

    def _connect_editor(self, editor: RungEditor) -> None:
        field = editor.spoken.field
        field.edited.connect(self._on_said)
        field.kept.connect(self._on_kept)
        field.deeper.connect(self._on_deeper)
        field.branched.connect(self._on_branched)
        field.left.connect(self._on_left)
        editor.asked_anew.connect(self._on_asked_anew)
        editor.wording_wanted.connect(self._on_wording_wanted)
        editor.resized.connect(self.tree.fit)

    def _close_editor(self) -> None:
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        for index in self._every_index():
            if self.tree.editor_at(index) is editor:
                self.tree.setIndexWidget(index, None)  # type: ignore[arg-type]

    def _every_index(self) -> list[QModelIndex]:
        found = [QModelIndex()]
        for above in found:
            rows = self._model.rowCount(above)
            found += [self._model.index(row, 0, above) for row in range(rows)]
        return found[1:]

    def _said(self, edit: RungEdit) -> str:
        answer = self._actions.answer(edit.answer_id)
        return answer.text if answer else ""

    def _note(self, edit: RungEdit) -> str:
        if self._root is None or not edit.is_new:
            return ""
        hint = branch_hint(self._root)
        return hint.partition(".")[0] + "." if hint and edit.text in hint else ""

    def _say_whether_enough(self) -> None:
        said = ""
        if self._root is not None:
            answers = [answer for _, answer in every_rung(self._root) if answer is not None]
            if answers:
                newest = max(answers, key=lambda answer: answer.rank)
                said = stop_hint(newest, [each for each in answers if each is not newest])
        self._rest.setText(said)
        self._rest.setVisible(bool(said))

    def _write(self, edit: RungEdit, *, focus: bool) -> None:
        """Turn the field to another rung."""
        self.flush()
        self._close_editor()
        self._edit = edit
        self._refresh()
        if focus:
            self.focus_field()

    def _rung(self, row_id: str) -> tuple[QuestionRow, AnswerRow | None] | None:
        if self._root is None:
            return None
        for question, answer in every_rung(self._root):
            if row_id in (question.id, answer.id if answer else ""):
                return question, answer
        return None

    def _current(self) -> tuple[QuestionRow, AnswerRow | None] | None:
        view = self._model.view(self.tree.currentIndex())
        return self._rung(view.answer_id or view.question_id) if view else None

    def _keep_question(self) -> None:
        edit = self._edit
        found = self._rung(edit.question_id) if edit else None
        if edit is not None and found is not None:
            self._actions.reword(found[0], edit.text)

    @Slot(str)
    def _on_said(self, text: str) -> None:
        edit, scene = self._edit, self._scene
        if edit is None or scene is None:
            return
        if edit.is_new:
            rung = edit.follow_up(scene, scene.snapshot.review.id)
            self._context.workspace.type(write_follow_up(rung, text), origin=self)
        else:
            self._context.workspace.type(write_answer(edit.place(scene), text), origin=self)
        if self._editor is not None and not self._context.workspace.held:
            self._editor.spoken.field.know_stored(text)

    @Slot(str, str)
    def _on_asked_anew(self, text: str, typed: str) -> None:
        if self._edit is not None and text:
            self._edit = replace(self._edit, text=text, typed_text=typed)

    @Slot()
    def _on_wording_wanted(self) -> None:
        if self._edit is not None and self._editor is not None:
            self._edit = self._edit.other_wording()
            self._editor.question.show_text(self._edit.text)
            self._keep_question()
            self.focus_field()

    @Slot()
    def _on_kept(self) -> None:
        edit = self._edit
        if edit is None or not self._said(edit).strip():
            return
        self._read_again()
        answer_id, was_new = edit.answer_id, edit.is_new
        if self._scene is None or self._root is None or self._above is None:
            return
        self._write(self._after(edit), focus=was_new)
        if not was_new:
            self.focus_rung(answer_id)

    def _after(self, edit: RungEdit) -> RungEdit:
        scene, root, above = self._scene, self._root, self._above
        if scene is None or root is None or above is None:
            return edit
        parent = self._rung(edit.parent_answer_id)
        if edit.is_new and parent is not None and parent[1] is not None:
            return deeper_edit(scene, root, parent[0], parent[1])
        return first_edit(scene, root, above)

    @Slot()
    def _on_deeper(self) -> None:
        self._go_on_from(self._edit.answer_id if self._edit else "", deeper=True)

    @Slot()
    def _on_branched(self) -> None:
        self._go_on_from(self._edit.answer_id if self._edit else "", deeper=False)

    def _go_on_from(self, row_id: str, *, deeper: bool) -> None:
        self._read_again()
        found = self._rung(row_id)
        if self._scene is None or self._root is None or self._above is None:
            return
        if found is None or found[1] is None or not found[1].text.strip():
            question, answer = self._root.question, self._above.answer
        else:
            question, answer = found[0], found[1]
        offer = deeper_edit if deeper else branch_edit
        self._write(offer(self._scene, self._root, question, answer), focus=True)

    def _read_again(self) -> None:
        """Know what was just stored, before the page has read it."""
        if self._scene is None or self._root is None or self._above is None:
            return
        scene = scene_of(self._actions.snapshot, self._scene.event_id, self._scene.person_id)
        root = scene.node(self._root.question.id)
        above_id = self._above.answer.id
        found = [each for each in root.answers if each.answer.id == above_id] if root else []
        if root is not None and found:
            self._scene, self._root, self._above = scene, root, found[0]

    @Slot()
    def _on_left(self) -> None:
        if self._edit is not None and not self.focus_rung(self._edit.answer_id):
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_wanted(self, what: str) -> None:
        self._read_again()
        current = self._current()
        if what == "leave" or current is None:
            self.tree.clearSelection()
            self.tree.setCurrentIndex(QModelIndex())
            self.left.emit()
            return
        question, answer = current
        if what in ("deeper", "branch"):
            self._go_on_from(answer.id if answer else "", deeper=what == "deeper")
        elif what == "edit":
            self._write(stored_edit(question, answer), focus=True)
        elif what == "promote" and answer is not None:
            self._promote(question, answer)
        elif what == "gap" and self._scene is not None:
            self._actions.note_gap(question, self._scene.event_id)
        elif what == "delete":
            self._actions.delete_question(question.id)

    def _promote(self, question: QuestionRow, answer: AnswerRow) -> None:
        if can_become_a_factor(question) or answer.factor_id is not None:
            self._actions.promote(answer.id)
        else:
            said = "Factors come from conditions and below. The menu makes one from here too."
            self._context.shell.toast(said)

    @Slot(QPoint)
    def _on_menu_asked(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        menu = self.menu()
        if menu is not None:
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def menu(self) -> QMenu | None:
        """Make the menu of the current rung."""
        current = self._current()
        if current is None or self._scene is None:
            return None
        answer = current[1]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, what in (
            ("Next rung\tTab", "deeper"),
            ("What else?\tB", "branch"),
            ("Change the words\tEnter", "edit"),
        ):
            menu.addAction(title).setData(what)
        if answer is not None:
            title = "Go to the factor\tF" if answer.factor_id else "Make a factor of it\tF"
            menu.addAction(title).setData(f"factor:{answer.id}")
            menu.addSeparator()
            fill_with_forms(menu, answer, self._actions)
            fill_with_facts(menu, self._scene, answer, self._actions)
        menu.addSeparator()
        menu.addAction("Keep as a gap\tG").setData("gap")
        menu.addAction("Delete\tDel").setData("delete")
        menu.triggered.connect(self._on_menu_chosen)
        return menu

    @Slot(object)
    def _on_menu_chosen(self, entry: object) -> None:
        what = str(entry.data() or "")  # type: ignore[attr-defined]
        if what.startswith("factor:"):
            self._actions.promote(what.partition(":")[2])
        elif what:
            self._on_wanted(what)
