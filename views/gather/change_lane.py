"""One lane of "What had changed?": what was found, or that nothing was, or that nobody looked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guides.looks import LANE_TITLES
from models.rows import ChangeFindingRow
from models.values import ChangeLane, LookState
from views.binding import bind_text
from views.context import Context
from views.widgets.buttons import IconButton, link_button
from views.widgets.line_field import LineField
from views.widgets.text import Text
from views.widgets.text_field import TextField

STATE_WORDS = {
    LookState.FOUND: "\N{CHECK MARK} found",
    LookState.NOTHING: "\N{CHECK MARK} looked, nothing",
    LookState.NOT_LOOKED: "not looked",
}


class ChangeLaneBox(QWidget):
    """A lane. `added(lane, text)`, `removed(id)` and `looked(lane, state)` ask the page."""

    added = Signal(object, str)
    removed = Signal(str)
    looked = Signal(object, object)

    def __init__(self, context: Context, lane: ChangeLane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lane = lane
        self._state = LookState.NOT_LOOKED
        self._fields: dict[str, _Finding] = {}
        self.setAccessibleName(f"What had changed: {LANE_TITLES[lane]}")
        self._build()

    def show_lane(self, state: LookState, findings: tuple[ChangeFindingRow, ...]) -> None:
        """Show how the lane stands; a text that is being typed stays."""
        self._state = state
        self._said.setText(STATE_WORDS[state])
        self._said.set_colour("notice" if state is LookState.NOT_LOOKED else "ink2")
        self._nothing.setVisible(state is not LookState.FOUND)
        self._nothing.setText(
            "Not looked after all" if state is LookState.NOTHING else "Looked, nothing"
        )
        here = {finding.id for finding in findings}
        for gone in set(self._fields) - here:
            field = self._fields.pop(gone)
            self._found.removeWidget(field)
            field.hide()
            field.deleteLater()
        for finding in findings:
            if finding.id not in self._fields:
                field = _Finding(self._context, finding.id)
                field.removed.connect(self.removed)
                self._fields[finding.id] = field
                self._found.addWidget(field)

    def state_words(self) -> str:
        """Give how the lane stands, as shown."""
        return self._said.text()

    def texts(self) -> list[str]:
        """Give what was found, as shown."""
        return [field.words.text() for field in self._fields.values()]

    def begin(self) -> None:
        """Put the caret where something found is written down."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in self._fields.values():
            field.words.flush()

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self._said = Text(theme, role="small", colour="ink2")
        head = QHBoxLayout()
        head.addWidget(Text(theme, LANE_TITLES[self.lane], weight=500), 1)
        head.addWidget(self._said)
        self._found = QVBoxLayout()
        self._found.setSpacing(px(4))
        name = f"Add what had changed: {LANE_TITLES[self.lane].lower()}"
        self.line = LineField(theme, name, hint="Add what had changed")
        self.line.keep_own_undo()
        self.line.setProperty("bare", True)  # noqa: FBT003
        self.line.returnPressed.connect(self._on_entered)
        self._nothing = link_button(theme, "Looked, nothing", small=True)
        self._nothing.clicked.connect(self._on_nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addLayout(self._found)
        column.addWidget(self.line)
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    @Slot()
    def _on_entered(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.added.emit(self.lane, text)

    @Slot()
    def _on_nothing(self) -> None:
        looked = self._state is LookState.NOT_LOOKED
        self.looked.emit(self.lane, LookState.NOTHING if looked else LookState.NOT_LOOKED)


class _Finding(QWidget):
    """One thing that had changed: its words to edit, and a way to delete it."""

    removed = Signal(str)

    def __init__(self, context: Context, finding_id: str) -> None:
        super().__init__()
        self._id = finding_id
        self.words = TextField(context.theme, "What had changed")
        self.words.make_bare()
        bind_text(context, self.words, ChangeFindingRow, finding_id, "text")
        delete = _QuietIcon(context.theme, "do.delete", "Delete what had changed", parent=self)
        delete.clicked.connect(self._on_delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px(4))
        row.addWidget(self.words, 1)
        row.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _on_delete(self) -> None:
        self.removed.emit(self._id)


class _QuietIcon(IconButton):
    """A button that is drawn only where the pointer or the keyboard is."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it while its row is pointed at, or it has the focus."""
        row = self.parentWidget()
        if self.hasFocus() or (row is not None and row.underMouse()):
            super().paintEvent(event)
