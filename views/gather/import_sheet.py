"""The import sheet: what would come in, what becomes of it, and only what has to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from importers import Answers, Missing, Preview
from views.context import Context
from views.gather.import_table import ImportTable, fit_columns
from views.gather.import_words import (
    Fate,
    day_of,
    fates,
    heading_of_questions,
    opening,
    remarks,
    take_in,
    unanswered,
)
from views.gather.slim import is_slim
from views.gather.zone_choice import zone_choice
from views.widgets.buttons import Button, primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet
from views.widgets.text import Hairline, Text

FOOT = "The file stays as it is. Reading it again updates, never doubles."
FOOT_PASTED = "Pasting it again updates, never doubles."
_SIDE, _LEAST_TABLE = 280, 240


class ImportSheet(Sheet):
    """`answered(Answers)` asks for another preview, `accepted(Answers)` takes it in."""

    answered = Signal(object)
    accepted = Signal(object)

    def __init__(
        self, context: Context, name: str, zones: Sequence[str], near: date | None = None
    ) -> None:
        super().__init__(context.theme, context.shell.window(), f"Take in {name}")
        self._theme = context.theme
        self._near = near
        self._review_zone = zones[0] if zones else "UTC"
        self._answers = Answers()
        self._preview = Preview(format="")
        self._warned = False
        self._table = ImportTable(context.theme, self._review_zone)
        self._build_questions(zones)
        self._build_body()
        self._build_foot()
        self.closed.connect(self.deleteLater)

    def show_preview(self, preview: Preview, *, pasted: bool = False) -> None:
        """Show what the answers so far lead to."""
        self._preview = preview
        self._table.rows.show(preview.rows)
        fit_columns(self._table, preview.rows)
        total = preview.kept + preview.folded
        shown = len(preview.rows)
        self._table.shown.setText(
            f"first {shown} of {total:,}" if shown < total else f"all {total:,}"
        )
        self.set_sentence(opening(preview, self._review_zone))
        self.set_note(FOOT_PASTED if pasted else FOOT)
        self._show_fates(fates(preview))
        self._show_questions(preview)
        self._take.setText(take_in(preview))
        self._take.setEnabled(total > 0)

    def answers(self) -> Answers:
        """Give what was answered so far."""
        return self._answers

    def open_questions(self) -> tuple[Missing, ...]:
        """Give what has not been answered."""
        missing = {question.missing for question in self._preview.questions}
        return tuple(each for each in (Missing.ZONE, Missing.DATE) if each in missing)

    def _build_questions(self, zones: Sequence[str]) -> None:
        theme = self._theme
        self._zone = zone_choice(theme, "Zone the times were written in", zones)
        self._zone.chosen.connect(self._on_zone)
        self._zone_field = Field(theme, "Zone the times were written in", self._zone)
        self._day = LineField(theme, "Day of the first time", hint="31 Jan 2017", icon="do.date")
        self._day.keep_own_undo()
        self._day.edited.connect(self._on_day)
        self._day_field = Field(theme, "Day of the first time", self._day)
        self._asking = Text(theme, weight=600)
        self._remarks = Text(theme, role="small", colour="ink2", wrap=True)

    def _build_body(self) -> None:
        theme, px = self._theme, self._theme.px
        body = QWidget()
        if is_slim(theme, self):
            column = QVBoxLayout(body)
            column.setContentsMargins(0, 0, 0, 0)
            self._table.setMinimumHeight(px(_LEAST_TABLE))
            column.addWidget(self._build_side())
            column.addWidget(self._table)
            self.set_body(FadeScroll(theme, body, ground="surface"))
            return
        side = FadeScroll(theme, self._build_side(), ground="surface")
        side.setFixedWidth(px(_SIDE))
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        row.addWidget(self._table, 1)
        row.addWidget(Hairline(theme, upright=True))
        row.addWidget(side)
        self.set_body(body)

    def _build_side(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, px(6), px(12), px(12))
        column.setSpacing(px(12))
        column.addWidget(Text(theme, "What happens to it", weight=600))
        self._fates = QGridLayout()
        self._fates.setHorizontalSpacing(px(10))
        self._fates.setVerticalSpacing(0)
        self._fates.setColumnStretch(1, 1)
        column.addLayout(self._fates)
        self._rule = Hairline(theme)
        column.addWidget(self._rule)
        for part in (self._asking, self._zone_field, self._day_field, self._remarks):
            column.addWidget(part)
        column.addStretch()
        return side

    def _build_foot(self) -> None:
        leave = Button(self._theme, "Not now")
        leave.clicked.connect(self.dismiss)
        self._take = primary_button(self._theme, take_in(self._preview))
        self._take.clicked.connect(self._on_take)
        self.add_button(leave)
        self.add_button(self._take)

    def focus_first(self) -> None:
        """Begin at the first open question, or at the button."""
        fields = {Missing.ZONE: self._zone, Missing.DATE: self._day}
        first = next((fields[each] for each in self.open_questions()), self._take)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_fates(self, shown: Sequence[Fate]) -> None:
        while (item := self._fates.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        theme = self._theme
        for row, fate in enumerate(shown):
            count = Text(theme, f"{fate.count:,}", weight=600)
            count.setAlignment(Qt.AlignmentFlag.AlignRight)
            why = Text(theme, fate.why, role="small", colour="ink2", wrap=True)
            why.setContentsMargins(0, 0, 0, theme.px(10))
            self._fates.addWidget(count, 2 * row, 0)
            self._fates.addWidget(Text(theme, fate.word, weight=500), 2 * row, 1)
            self._fates.addWidget(why, 2 * row + 1, 1)

    def _show_questions(self, preview: Preview) -> None:
        zone = preview.needs_zone or bool(self._answers.zone)
        day = preview.needs_date or bool(self._answers.date) or bool(self._day.text())
        said = "\n".join(remarks(preview))
        self._asking.setText(heading_of_questions(zone + day))
        self._asking.setVisible(zone or day)
        self._zone_field.setVisible(zone)
        self._day_field.setVisible(day)
        self._remarks.setText(said)
        self._remarks.setVisible(bool(said))
        self._rule.setVisible(zone or day or bool(said))

    @Slot(str)
    def _on_zone(self, zone: str) -> None:
        self._zone_field.ask("")
        self._answer(replace(self._answers, zone=zone))

    @Slot(str)
    def _on_day(self, text: str) -> None:
        found = day_of(text, self._near) if text.strip() else None
        self._day_field.ask(found if isinstance(found, str) else "")
        if not isinstance(found, str):
            self._answer(replace(self._answers, date=found))

    def _answer(self, answers: Answers) -> None:
        if answers != self._answers:
            self._answers = answers
            self._warned = False
            self.answered.emit(answers)

    @Slot()
    def _on_take(self) -> None:
        self._day.flush()
        waiting = self.open_questions()
        if waiting and not self._warned:
            self._warned = True
            field = self._zone_field if Missing.ZONE in waiting else self._day_field
            field.ask(unanswered(self._preview, waiting))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accepted.emit(self._answers)
        self.dismiss()
