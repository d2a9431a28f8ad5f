"""The further facts of a factor: category, role, level, signs, confidence, dissent, fate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.operations.factors import change_category
from guides.categories import CATEGORIES
from guides.factor_words import (
    CONFIDENCE_WORDS,
    FATE_WORDS,
    LEVEL_WORDS,
    ROLE_WORDS,
    SPOKE_WORDS,
)
from models.phrases import sentence_case
from models.rows import FactorRow
from models.taxonomy import Category
from models.values import Confidence, FactorLevel, FactorRole, Fate
from views.binding import ValueBinding, bind_text, bind_value
from views.context import Context
from views.privacy import PrivacyChoice
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.text_field import TextField

Options = Sequence[tuple[str, str]]
_NOT_SAID = [("", "Not said")]


class Facet(Choice):
    """A choice tied to one column of the factor."""

    def __init__(
        self, context: Context, factor_id: str, column: str, name: str, options: Options
    ) -> None:
        super().__init__(context.theme, name)
        self.show_options(options)
        self._kinds = KINDS.get(column)
        target = (FactorRow, factor_id, column)
        self._binding: ValueBinding = bind_value(context, self, target, self._show)
        self.chosen.connect(self._on_chosen)

    def _show(self, value: object) -> None:
        key = value.value if isinstance(value, Enum) else str(value or "")
        self.choose(str(key))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if self._kinds is None:
            self._binding.store(key)
        else:
            self._binding.store(self._kinds(key) if key else None)


KINDS: dict[str, type[Enum]] = {
    "role": FactorRole,
    "level": FactorLevel,
    "confidence": Confidence,
    "fate": Fate,
}


class Facets(QWidget):
    """Two columns of fields, all stored at once."""

    category_changed = Signal()

    def __init__(self, context: Context, factor: FactorRow) -> None:
        super().__init__()
        self._context = context
        self._factor_id = factor.id
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px(12))
        self._grid.setVerticalSpacing(context.theme.px(10))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._category = Choice(context.theme, "Category")
        self._category.show_options(
            [(guide.code, f"{guide.code}  {guide.title}") for guide in CATEGORIES],
            factor.category.value,
        )
        self._category.chosen.connect(self._on_category_chosen)
        self._texts: list[LineField | TextField] = []
        self._fill()

    @property
    def category(self) -> Choice:
        """The field of the category."""
        return self._category

    def show_factor(self, factor: FactorRow) -> None:
        """Show the category as stored."""
        self._category.choose(factor.category.value)

    def flush(self) -> None:
        """Store what is being typed."""
        for field in self._texts:
            field.flush()

    @Slot(str)
    def _on_category_chosen(self, key: str) -> None:
        self._context.workspace.run(change_category(self._factor_id, Category(key)))

    def _fill(self) -> None:
        add = self._grid.addWidget
        theme = self._context.theme
        add(Field(theme, "Category", self._category), 0, 0, 1, 2)
        add(self._choice("Role in the event", "role", ROLE_WORDS.items()), 1, 0)
        level = [*_NOT_SAID, *_pairs(LEVEL_WORDS.items())]
        add(self._choice("Level", "level", level), 1, 1)
        sure = [(key, sentence_case(said)) for key, said in CONFIDENCE_WORDS.items()]
        add(self._choice("How sure we are", "confidence", sure), 2, 0)
        add(self._choice("How the system spoke", "how_spoke", SPOKE_WORDS.items()), 2, 1)
        add(self._line("There since", "latent_since", "the move to 9.6; always"), 3, 0)
        add(self._line("Seen before", "seen_before", "in which incident"), 3, 1)
        add(self._words("Who sees it differently, and how", "dissent"), 4, 0, 1, 2)
        add(self._choice("When the review ends", "fate", FATE_WORDS.items()), 5, 0)
        shown_to = PrivacyChoice(self._context, (FactorRow, self._factor_id))
        add(Field(theme, shown_to.accessibleName(), shown_to), 5, 1)
        add(self._words("Why it is accepted, or stays open", "fate_reason"), 6, 0, 1, 2)

    def _choice(self, label: str, column: str, options: Iterable[tuple[object, str]]) -> Field:
        pairs = _pairs(options)
        facet = Facet(self._context, self._factor_id, column, label, pairs)
        return Field(self._context.theme, label, facet)

    def _line(self, label: str, column: str, hint: str) -> Field:
        field = LineField(self._context.theme, label, hint=hint)
        bind_text(self._context, field, FactorRow, self._factor_id, column)
        self._texts.append(field)
        return Field(self._context.theme, label, field)

    def _words(self, label: str, column: str) -> Field:
        field = TextField(self._context.theme, label)
        bind_text(self._context, field, FactorRow, self._factor_id, column)
        self._texts.append(field)
        return Field(self._context.theme, label, field)


def _pairs(options: Iterable[tuple[object, str]]) -> list[tuple[str, str]]:
    return [(str(getattr(key, "value", key)), said) for key, said in options]
