"""Asks whether an action that was done helped, and how one can tell (A10)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rows import ActionItemRow
from models.values import Effect
from views.actions.wording import EFFECTS
from views.context import Context
from views.widgets.fields import Field
from views.widgets.segment import Option, Segment
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField


class EffectSheet(Sheet):
    """`given(action id, effect, evidence)` comes with Ctrl+Enter or the button."""

    given = Signal(str, object, str)

    def __init__(self, context: Context, action: ActionItemRow) -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            "Did it help?",
            action.text,
            width=px(560),
            height=px(380),
        )
        self._action_id = action.id
        options = [Option(effect.value, said) for effect, said in EFFECTS.items()]
        self.choice = Segment(context.theme, "Did it help?", options)
        self.choice.choose((action.effect or Effect.UNKNOWN).value)
        self.evidence = TextField(context.theme, "How one can tell", lines=2)
        self.evidence.setPlainText(action.effect_evidence)
        self.evidence.keep_own_undo()
        self._labelled = Field(context.theme, "How one can tell", self.evidence)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self.choice)
        column.addWidget(self._labelled)
        column.addStretch()
        self.set_body(body)
        self.offer("Keep it", self._on_keep, keys="Ctrl+Enter")

    @Slot()
    def _on_keep(self) -> None:
        effect, evidence = Effect(self.choice.choice()), self.evidence.text().strip()
        if effect is not Effect.UNKNOWN and not evidence:
            self._labelled.ask("What did you see that tells you so?")
            return
        self.dismiss()
        self.given.emit(self._action_id, effect, evidence)
