"""Earlier promises for the same services: a line above the actions, and all of them in a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guides.action_set import STILL_TO_DO, is_overdue
from guides.action_step import EFFECT_WORDS, day_in_year
from models.phrases import listed, number
from models.queries.load import row
from models.rows import ActionItemRow, ReviewRow
from models.snapshot import Snapshot
from models.values import ActionState, Stage
from views.actions.line_rows import LineRows, RowLine
from views.context import Context
from views.theme import Theme
from views.widgets.buttons import link_button, quiet_button
from views.widgets.sheet import Sheet
from views.widgets.text import Text

_DONE = (ActionState.DONE, ActionState.CHECKED)


def promise_words(earlier: Sequence[ActionItemRow]) -> str:
    """Say how they stand: `2 of 5 done, 1 checked`."""
    done = sum(action.state in _DONE for action in earlier)
    checked = sum(action.state is ActionState.CHECKED for action in earlier)
    return f"{done} of {len(earlier)} done" + (f", {checked} checked" if checked else "")


class EarlierLine(QWidget):
    """Hidden where nothing was promised before; `asked` comes from its link."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self._title = Text(theme, weight=600)
        self._state = Text(theme, colour="ink2")
        self.link = link_button(theme, "Look at them", small=True)
        self.link.clicked.connect(self.asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(25), px(6), 0, px(10))
        line.setSpacing(px(12))
        line.addWidget(self._title)
        line.addWidget(self._state, 1)
        line.addWidget(self.link)

    def show_earlier(self, earlier: Sequence[ActionItemRow], snapshot: Snapshot) -> None:
        """Say how many there are, and how they stand."""
        services = listed(service.name for service in snapshot.services)
        self._title.setText(f"Earlier promises for {services}")
        self._state.setText(promise_words(earlier))
        to_do = sum(action.state in STILL_TO_DO for action in earlier)
        self.link.setText(
            f"Look at the {number(to_do)} open" if to_do else "Look at what came of them"
        )
        self.setVisible(bool(earlier))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign and the line below."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        sign = QRectF(0, (self.height() - px(4)) / 2 - px(7), px(15), px(15))
        theme.icons.paint(painter, sign, "place.promises", "ink2")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.colour("line"))


class EarlierSheet(Sheet):
    """Enter opens a promise in its own review."""

    def __init__(self, context: Context, earlier: Sequence[ActionItemRow], today: date) -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            "Earlier promises",
            "What other reviews promised for the same services. What is still open may be the"
            " answer already.",
            width=px(820),
            height=px(560),
        )
        self._context = context
        self._reviews = {action.id: action.review_id for action in earlier}
        self.rows = LineRows(context.theme, "Earlier promises")
        self.rows.show_rows([self._line(action, today) for action in earlier])
        self.rows.opened.connect(self._on_opened)
        self.set_body(self.rows)
        self.set_note("Enter opens the review it was promised in.")
        close = quiet_button(context.theme, "Close")
        close.clicked.connect(self.dismiss)
        self.add_button(close)
        self.closed.connect(self.deleteLater)

    def _line(self, action: ActionItemRow, today: date) -> RowLine:
        review = self._context.workspace.read(row, ReviewRow, action.review_id)
        due = f"due {day_in_year(action.due, today)}" if action.due else "no date"
        below = ", ".join(filter(None, (review.title if review else "", action.owner, due)))
        return RowLine(action.id, action.text, below, _state(action, today))

    @Slot(str)
    def _on_opened(self, action_id: str) -> None:
        self.dismiss()
        review_id = self._reviews[action_id]
        self._context.shell.open_review(review_id, Stage.ACTIONS, action_id)


def _state(action: ActionItemRow, today: date) -> str:
    if is_overdue(action, today):
        return "still wanted?"
    if action.state is ActionState.CHECKED and action.effect is not None:
        return EFFECT_WORDS[action.effect]
    return "under way" if action.state is ActionState.DOING else action.state.value
