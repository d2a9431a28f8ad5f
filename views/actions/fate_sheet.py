"""Asks what becomes of a factor that no action works on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rows import FactorRow
from models.values import Fate
from views.context import Context
from views.widgets.buttons import Button, link_button, primary_button, quiet_button
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField


class FateSheet(Sheet):
    """`settled(factor id, fate, reason)`, or `action_wanted(factor id)` for a new action."""

    settled = Signal(str, object, str)
    action_wanted = Signal(str)
    factor_wanted = Signal(str)

    def __init__(self, context: Context, factor: FactorRow) -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            f"What becomes of {factor.code}?",
            factor.condition,
            width=px(680),
            height=px(290),
        )
        theme = context.theme
        self._factor = factor
        self.reason = TextField(theme, "Why", lines=2)
        self.reason.setPlainText(factor.fate_reason)
        self.reason.keep_own_undo()
        self._labelled = Field(theme, "Why", self.reason)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._labelled)
        column.addStretch()
        self.set_body(body)
        look = link_button(theme, "Look at it")
        act = quiet_button(theme, "Make an action")
        self.leave = Button(theme, "Leave it open")
        self.accept = primary_button(theme, "Accept as is")
        look.clicked.connect(self._on_look)
        act.clicked.connect(self._on_act)
        self.leave.clicked.connect(self._on_leave)
        self.accept.clicked.connect(self._on_accept)
        for button in (look, act, self.leave, self.accept):
            self.add_button(button)
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_accept(self) -> None:
        self._settle(Fate.ACCEPTED, "What makes it something to live with?")

    @Slot()
    def _on_leave(self) -> None:
        taken_back = self._factor.fate_reason.strip() and not self.reason.text().strip()
        self._settle(Fate.OPEN, "" if taken_back else "What keeps it open for now?")

    def _settle(self, fate: Fate, question: str) -> None:
        reason = self.reason.text().strip()
        if not reason and question:
            self._labelled.ask(question)
            return
        self.dismiss()
        self.settled.emit(self._factor.id, fate, reason)

    @Slot()
    def _on_act(self) -> None:
        self.dismiss()
        self.action_wanted.emit(self._factor.id)

    @Slot()
    def _on_look(self) -> None:
        self.dismiss()
        self.factor_wanted.emit(self._factor.id)
