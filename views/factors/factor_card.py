"""The chosen factor, opened for editing below its line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from guides.factor_form import look_at_factor
from models.rows import FactorRow, RecordRow
from models.snapshot import Snapshot
from models.values import Stance
from views.binding import bind_text
from views.context import Context
from views.factors.evidence import EvidenceChip, chain_of, evidence_chips, promoted_answers
from views.factors.facets import Facets
from views.factors.ink_field import InkField
from views.factors.links import LinkChip, link_chips
from views.factors.row_chip import PlusButton, RowChip
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.chip import ChipRow
from views.widgets.text import Text

_LEFT = 4
_INDENT = 12


class Lines(QWidget):
    """Texts below each other, hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._texts: list[Text] = []
        self.hide()

    def add(self, text: Text) -> None:
        """Put a text below the others."""
        self._texts.append(text)
        self._column.addWidget(text)
        self.show()

    def said(self) -> list[str]:
        """Return the texts in their order."""
        return [text.text() for text in self._texts]

    def clear(self) -> None:
        """Take all texts away."""
        self.hide()
        for text in self._texts:
            self._column.removeWidget(text)
            text.hide()
            text.deleteLater()
        self._texts = []


class FactorCard(QWidget):
    """Statement, effect, what shows it, what it acts on, and further facts on request."""

    evidence_asked = Signal(str)
    """For the factor with this id: what else shows it?"""
    evidence_opened = Signal(str, QPoint)
    evidence_deleted = Signal(str)
    link_asked = Signal(str)
    link_opened = Signal(str, QPoint)
    link_deleted = Signal(str)
    unfolded = Signal(bool)

    def __init__(self, context: Context, factor: FactorRow, *, is_unfolded: bool) -> None:
        super().__init__()
        self._context = context
        self.factor_id = factor.id
        self._shown: tuple[object, ...] = ()
        theme = context.theme
        self.statement = InkField(
            theme, "Statement", role="lead", hint="What was the case? A condition, not a person"
        )
        self.effect = InkField(
            theme,
            "Effect",
            role="body",
            hint="and what did it make likely or hard?",
            icon="ph.arrow-down",
        )
        bind_text(context, self.statement.field, FactorRow, factor.id, "condition")
        bind_text(context, self.effect.field, FactorRow, factor.id, "effect")
        self._notices = Lines(theme)
        self._evidence = ChipRow(theme, "Shown by")
        self._chain = Lines(theme)
        self._links = ChipRow(theme, "Acts on")
        self._facets = Facets(context, factor)
        self._facets.setVisible(is_unfolded)
        self._more = link_button(theme, "", small=True)
        self._more.clicked.connect(self._on_more)
        self._build()
        self._say_more()

    def show_factor(
        self, factor: FactorRow, snapshot: Snapshot, records: dict[str, RecordRow]
    ) -> None:
        """Show what is stored about the factor besides its words, which show themselves."""
        self._facets.show_factor(factor)
        self._show_notices(factor, snapshot)
        chips = evidence_chips(factor.id, snapshot, records)
        links = link_chips(factor.id, snapshot)
        chain = promoted_answers(factor.id, snapshot)
        if (chips, links, chain) == self._shown:
            return
        self._shown = (chips, links, chain)
        self._show_evidence(chips)
        self._show_links(links)
        self._show_chain(snapshot)

    def flush(self) -> None:
        """Store what is being typed."""
        self.statement.field.flush()
        self.effect.field.flush()
        self._facets.flush()

    def edit_statement(self) -> None:
        """Put the caret behind the statement."""
        field = self.statement.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.moveCursor(field.textCursor().MoveOperation.End)

    def unfold(self) -> None:
        """Show the further facts, with the caret in the first."""
        if self._facets.isHidden():
            self._on_more()
        self._facets.category.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notices(self, factor: FactorRow, snapshot: Snapshot) -> None:
        found = look_at_factor(factor, snapshot) if factor.condition.strip() else ()
        said = [
            f"“{finding.words}”. {finding.reason} {finding.ask}"
            if finding.words
            else f"{finding.reason} {finding.ask}"
            for finding in found
        ]
        if said == self._notices.said():
            return
        self._notices.clear()
        for sentence in said:
            notice = Text(self._context.theme, sentence, role="small", colour="notice", wrap=True)
            self._notices.add(notice)

    def _show_evidence(self, chips: tuple[EvidenceChip, ...]) -> None:
        self._evidence.clear()
        for chip in chips:
            stance = "speaks against it" if chip.stance is Stance.DISPUTES else "shows it"
            said = f"{chip.said} ({stance})"
            shown = RowChip(self._context, chip.evidence_id, chip.label, said, icon=chip.icon)
            shown.asked.connect(self.evidence_opened)
            shown.taken_away.connect(self.evidence_deleted)
            self._evidence.add(shown)
        name = "Add what shows it"
        plus = PlusButton(self._context.theme, name)
        plus.clicked.connect(self._on_evidence)
        self._evidence.add(plus)
        self._order_tabs()

    def _show_links(self, chips: tuple[LinkChip, ...]) -> None:
        self._links.clear()
        for chip in chips:
            shown = RowChip(self._context, chip.link_id, chip.label, chip.said)
            shown.asked.connect(self.link_opened)
            shown.taken_away.connect(self.link_deleted)
            self._links.add(shown)
        plus = PlusButton(self._context.theme, "Link to a factor or an event")
        plus.clicked.connect(self._on_link)
        self._links.add(plus)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go down the card: chips made anew would come after all that was there."""
        before: QWidget = self.effect.field
        for row in (self._evidence, self._links):
            for stop in row.stops():
                QWidget.setTabOrder(before, stop)
                before = stop

    def _show_chain(self, snapshot: Snapshot) -> None:
        self._chain.clear()
        answers = promoted_answers(self.factor_id, snapshot)
        theme = self._context.theme
        if answers:
            title = "How the conversation came to it"
            self._chain.add(Text(theme, title, role="small", weight=600, colour="ink2"))
        for answer in answers:
            for step in chain_of(answer, snapshot):
                lead = f"{step.rung}  {step.question}" if step.rung else step.question
                asked = Text(theme, lead, role="small", colour="ink2", wrap=True)
                self._chain.add(asked)
                self._chain.add(Text(theme, step.answer, role="voice_small", wrap=True))

    @Slot()
    def _on_evidence(self) -> None:
        self.evidence_asked.emit(self.factor_id)

    @Slot()
    def _on_link(self) -> None:
        self.link_asked.emit(self.factor_id)

    @Slot()
    def _on_more(self) -> None:
        self._facets.setVisible(self._facets.isHidden())
        self._say_more()
        self.unfolded.emit(not self._facets.isHidden())

    def _say_more(self) -> None:
        hidden = self._facets.isHidden()
        self._more.setText("Category, role, doubts and fate" if hidden else "Less")

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_LEFT), 0, px(_LEFT), px(12))
        column.setSpacing(0)
        column.addWidget(self.statement)
        column.addWidget(self.effect)
        lower = QVBoxLayout()
        lower.setContentsMargins(px(8), px(2), px(8), 0)
        lower.setSpacing(px(6))
        lower.addWidget(self._notices)
        lower.addWidget(Text(theme, "Shown by", role="small", weight=600, colour="ink2"))
        lower.addWidget(self._evidence)
        lower.addWidget(Text(theme, "Acts on", role="small", weight=600, colour="ink2"))
        lower.addWidget(self._links)
        lower.addWidget(self._chain)
        lower.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        lower.addWidget(self._facets)
        column.addLayout(lower)
