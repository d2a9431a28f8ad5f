"""Asks who could speak from a seat, or why nobody is asked this time."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.context import Context
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet


class SeatSheet(Sheet):
    """One name or role to invite, or one reason."""

    invited = Signal(str)  # role
    waived = Signal(str)  # reason

    def __init__(self, context: Context, seat: str) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            f"{seat} has not been asked",
            "Who saw it from there? If nobody is asked this time, say why; the reason is kept.",
            width=theme.px(560),
            height=theme.px(360),
        )
        self._role = LineField(theme, "Invite, by role", hint=f"{seat} lead")
        self._reason = LineField(theme, "Or why not this time")
        self._role_field = Field(theme, "Invite, by role", self._role)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._role_field)
        column.addWidget(Field(theme, "Or why not this time", self._reason))
        column.addStretch()
        self.set_body(body)
        for field in (self._role, self._reason):
            field.keep_own_undo()
            field.returnPressed.connect(self._on_done)
        self.offer("Keep", self._on_done)

    @Slot()
    def _on_done(self) -> None:
        role, reason = self._role.text().strip(), self._reason.text().strip()
        if not role and not reason:
            self._role_field.ask("A role to invite, or a reason below: one of the two.")
            return
        if role:
            self.invited.emit(role)
        else:
            self.waived.emit(reason)
        self.dismiss()
