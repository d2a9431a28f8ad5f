"""One answer on the page: its words, what it is, what is known of it, and its how-chain."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.operations.answers import AnswerPlace, write_answer
from guides.answer_forms import FORM_TITLES, way_back
from guides.how_chain import AnswerNode, QuestionNode
from models.ids import new_id
from models.values import AnswerForm
from views.context import Context
from views.explore.actions import ExploreActions
from views.explore.answer_facts import facts_line, fill_with_facts
from views.explore.chain_part import ChainPart
from views.explore.facts_button import FactsButton
from views.explore.scene import Scene
from views.explore.spoken_field import EDGE, SpokenField
from views.widgets.buttons import Button, link_button
from views.widgets.chip import Chip
from views.widgets.flow import FlowLayout
from views.widgets.segment import Option, Segment
from views.widgets.text import Text


class AnswerPart(QWidget):
    """Stored from its first words on under the id it was made with.

    `follow_up_wanted(text)` asks for a question: back to a description, or what comes after.
    `menu_opening(menu)` lets others add what can be done with the question.
    """

    follow_up_wanted = Signal(str)
    menu_opening = Signal(object)  # QMenu
    left = Signal()

    def __init__(self, context: Context, actions: ExploreActions, place: AnswerPlace) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self.place = place
        self._scene: Scene | None = None
        self._said = AnswerForm.DESCRIPTION
        self._then_text = ""
        self._goes_on = False
        theme = context.theme
        self.spoken = SpokenField(theme, "Answer", hint="What was said, word for word")
        options = [Option(form.value, title) for form, title in FORM_TITLES.items()]
        self.form = Segment(theme, "What the answer is", options, underlined=True)
        self.facts = FactsButton(theme)
        self.pill = Chip(theme, "", pickable=False, tone="tint", icon="do.promote")
        self._back = Text(theme, colour="ink2", wrap=True)
        self.back_link = link_button(theme, "Ask it")
        self._then = Text(theme, colour="ink2", wrap=True)
        self.then_link = link_button(theme, "Ask it")
        self.chain = ChainPart(context, actions)
        self._lay_out()
        self._connect()

    def show_answer(
        self, scene: Scene, root: QuestionNode, found: AnswerNode | None, then: str
    ) -> None:
        """Show the answer as stored; None where nothing was said yet."""
        self._scene = scene
        answer = found.answer if found else None
        text = answer.text if answer else ""
        self.spoken.field.follow(text)
        self._said = answer.form if answer else AnswerForm.DESCRIPTION
        self.spoken.quoted = answer is not None and answer.verbatim
        self.form.choose(self._said.value)
        self.facts.say(facts_line(scene, answer) if answer else "")
        factor = scene.factor(answer.factor_id) if answer else None
        self.pill.setText(factor.code if factor else "")
        self.pill.updateGeometry()
        self.pill.setVisible(factor is not None)
        spoken = bool(text.strip())
        self._below.setVisible(answer is not None)
        self._show_line(self._back_row, self._back, way_back(self._said) if spoken else "")
        asked = {node.question.text for node in scene.asked}
        self._then_text = then if spoken and then not in asked else ""
        self._show_line(self._then_row, self._then, self._then_text)
        has_chain = found is not None and (spoken or bool(found.follow_ups))
        self.chain.setVisible(has_chain)
        if found is not None and has_chain:
            self.chain.show_chain(scene, root, found)
            if self._goes_on:
                self._goes_on = False
                self.chain.focus_field()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line of facts within the width."""
        super().resizeEvent(event)
        self.facts.setMaximumWidth(max(1, self.width() - self._context.theme.px(EDGE)))

    def flush(self) -> None:
        """Store what is being typed."""
        self.spoken.field.flush()
        self.chain.flush()

    def _show_line(self, row: QWidget, label: Text, text: str) -> None:
        label.setText(text)
        row.setVisible(bool(text))

    def _lay_out(self) -> None:
        px = self._context.theme.px
        self._below = QWidget()
        line = FlowLayout(self._below, px(20), px(2))
        for widget in (self.form, self.facts, self.pill):
            line.addWidget(widget)
        self._back_row = self._offer("Back to what happened", self._back, self.back_link)
        self._then_row = self._offer("Then", self._then, self.then_link)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(EDGE), 0, 0, 0)
        inner.setSpacing(px(6))
        for row in (self._below, self._back_row, self._then_row):
            inner.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.spoken)
        column.addLayout(inner)
        column.addSpacing(px(4))
        column.addWidget(self.chain)

    def _offer(self, lead: str, label: Text, link: Button) -> QWidget:
        row = QWidget()
        link.setAccessibleName(f"{lead}: ask it")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._context.theme.px(12))
        first = Text(self._context.theme, lead, role="small", colour="ink3")
        first.setFixedHeight(self._context.theme.px(24))
        label.setContentsMargins(0, self._context.theme.px(2), 0, 0)
        first.setContentsMargins(0, self._context.theme.px(2), 0, 0)
        line.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return row

    def _connect(self) -> None:
        self.spoken.field.edited.connect(self._on_edited)
        self.spoken.field.kept.connect(self._on_kept)
        self.spoken.field.left.connect(self.left)
        self.chain.left.connect(self.left)
        self.form.chosen.connect(self._on_form)
        self.facts.clicked.connect(self._on_facts)
        self.pill.clicked.connect(self._on_pill)
        self.back_link.clicked.connect(self._on_back)
        self.then_link.clicked.connect(self._on_then)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._goes_on = False
        self._context.workspace.type(write_answer(self.place, text), origin=self)
        if not self._context.workspace.held:
            self.spoken.field.know_stored(text)

    @Slot()
    def _on_kept(self) -> None:
        """Go on below; where the first words were stored just now, once the chain is there."""
        if self.chain.isVisibleTo(self):
            self.chain.focus_field()
        else:
            self._goes_on = bool(self.spoken.field.text().strip())

    @Slot(str)
    def _on_form(self, key: str) -> None:
        if self._actions.answer(self.place.answer_id) is not None:
            self._actions.set_answer(self.place.answer_id, "form", AnswerForm(key))

    @Slot()
    def _on_facts(self) -> None:
        menu = self.menu()
        if menu is not None:
            menu.popup(self.facts.mapToGlobal(QPoint(0, self.facts.height())))

    def menu(self) -> QMenu | None:
        """Make the menu of the answer."""
        answer = self._actions.answer(self.place.answer_id)
        if answer is None or self._scene is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_with_facts(menu, self._scene, answer, self._actions)
        menu.addSeparator()
        title = "Go to the factor" if answer.factor_id else "Make a factor of it"
        menu.addAction(title, self._on_pill)
        menu.addSeparator()
        self.menu_opening.emit(menu)
        menu.addAction("Delete the answer", self._on_delete)
        return menu

    @Slot()
    def _on_pill(self) -> None:
        self._actions.promote(self.place.answer_id)

    @Slot()
    def _on_delete(self) -> None:
        gone, self.place = self.place.answer_id, replace(self.place, answer_id=new_id())
        self._actions.delete_answer(gone)

    @Slot()
    def _on_back(self) -> None:
        self.follow_up_wanted.emit(way_back(self._said))

    @Slot()
    def _on_then(self) -> None:
        self.follow_up_wanted.emit(self._then_text)
