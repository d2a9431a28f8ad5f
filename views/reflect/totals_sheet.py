"""Enters how often each answer to the closing questions was given."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from app.operations.reflection import count_answers
from guides.feedback import CLOSING_QUESTIONS
from models.snapshot import Snapshot
from views.context import Context
from views.widgets.buttons import primary_button
from views.widgets.sheet import Sheet
from views.widgets.text import Text

_MOST = 999


class TotalsSheet(Sheet):
    """Each number is stored as it is set."""

    def __init__(self, context: Context, snapshot: Snapshot) -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            "Enter the answers",
            "How many gave each answer. Who gave it is not asked, and not kept.",
            width=px(720),
            height=px(460),
        )
        self._context = context
        self._review_id = snapshot.review.id
        self.spins: dict[tuple[str, str], QSpinBox] = {}
        given = {(row.question, row.answer): row.count for row in snapshot.feedback}
        body = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        row = 0
        for question in CLOSING_QUESTIONS:
            grid.addWidget(Text(context.theme, question.text, weight=500, wrap=True), row, 0, 1, 3)
            for at, answer in enumerate(question.answers):
                spin = self._spin(question.key, answer, f"{question.text} {answer}")
                spin.setValue(given.get((question.key, answer), 0))
                spin.valueChanged.connect(self._on_counted)
                cell = QVBoxLayout()
                cell.setSpacing(px(2))
                cell.addWidget(Text(context.theme, answer, role="small", colour="ink2"))
                cell.addWidget(spin)
                grid.addLayout(cell, row + 1, at)
            row += 2
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch()
        self.set_body(body)
        done = primary_button(context.theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self.deleteLater)

    def _spin(self, question: str, answer: str, name: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(0, _MOST)
        spin.lineEdit().setTextMargins(self._theme.px(9), 0, 0, 0)
        spin.setAccessibleName(name)
        self.spins[question, answer] = spin
        return spin

    @Slot()
    def _on_counted(self) -> None:
        for (question, answer), spin in self.spins.items():
            if spin is self.sender():
                counted = count_answers(self._review_id, question, answer, spin.value())
                self._context.workspace.run(counted)
