"""The list of factors, twin of the network: conditions, what held, and the chosen one open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from guides.categories import GUIDE_TO
from guides.factor_words import CONFIDENCE_WORDS
from models.rows import FactorRow, RecordRow
from models.snapshot import Snapshot
from views.context import Context
from views.factors.factor_card import FactorCard
from views.factors.factor_line import FactorLine, LineView
from views.factors.network_view import evidence_count
from views.theme import Theme
from views.widgets.fade_scroll import FadeScroll
from views.widgets.paint import rounded
from views.widgets.text import Text


class Entry(QWidget):
    """A factor in the list: its line, and its card while it is chosen."""

    def __init__(self, theme: Theme, line: LineView) -> None:
        super().__init__()
        self._theme = theme
        self.line = FactorLine(theme, line)
        self.card: FactorCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)

    def open(self, card: FactorCard) -> None:
        """Show the card below the line."""
        self.card = card
        self.line.set_open(is_open=True)
        self._column.addWidget(card)
        self.update()

    def close_card(self) -> None:
        """Go back to the line alone."""
        if self.card is None:
            return
        self.card.flush()
        self._column.removeWidget(self.card)
        self.card.hide()
        self.card.deleteLater()
        self.card = None
        self.line.set_open(is_open=False)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint of the chosen one."""
        if self.card is None:
            return
        theme, box = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        edge = theme.colour("border") if theme.high_contrast else None
        radius = theme.radius("control")
        rounded(painter, box, radius, fill=theme.colour("tint"), edge=edge, width=2)


class FactorList(FadeScroll):
    """Arrow keys walk, Enter writes, Del deletes, N begins, L links."""

    chosen = Signal(str)
    deleted = Signal()
    new_asked = Signal()
    link_asked = Signal()
    evidence_asked = Signal()
    menu_asked = Signal(str)
    card_made = Signal(object)  # FactorCard

    def __init__(self, context: Context) -> None:
        self._content = QWidget()
        super().__init__(context.theme, self._content)
        self._context = context
        self._entries: dict[str, Entry] = {}
        self._chosen = ""
        self._is_unfolded = False
        self._snapshot: Snapshot | None = None
        self._records: dict[str, RecordRow] = {}
        self.setAccessibleName("List of factors")
        QApplication.instance().focusChanged.connect(self._on_focus_moved)  # type: ignore[union-attr]
        self._build()

    @property
    def card(self) -> FactorCard | None:
        """The card of the chosen factor."""
        entry = self._entries.get(self._chosen)
        return entry.card if entry is not None else None

    def lines(self) -> list[LineView]:
        """Return the lines in their order."""
        return [entry.line.line for entry in self._entries.values()]

    def show_snapshot(self, snapshot: Snapshot, records: dict[str, RecordRow]) -> None:
        """Show the factors as stored; what is open stays open, with its caret."""
        self._snapshot, self._records = snapshot, records
        wanted = {factor.id: _line_of(factor, snapshot) for factor in ordered(snapshot)}
        for gone in [key for key in self._entries if key not in wanted]:
            self._drop(gone)
        for key, line in wanted.items():
            if key not in self._entries:
                self._entries[key] = self._new_entry(line)
            self._entries[key].line.show_line(line)
        self._entries = {key: self._entries[key] for key in wanted}
        self._arrange(snapshot)
        self._refresh_card()

    def choose(self, factor_id: str) -> None:
        """Open the card of a factor; tells nobody."""
        if factor_id == self._chosen and self.card is not None:
            return
        before = self._entries.get(self._chosen)
        had_focus = before is not None and before.line.hasFocus()
        if before is not None:
            before.close_card()
        self._chosen = factor_id
        entry = self._entries.get(factor_id)
        factor = self._factor(factor_id)
        if entry is None or factor is None:
            return
        card = FactorCard(self._context, factor, is_unfolded=self._is_unfolded)
        card.unfolded.connect(self._on_unfolded)
        entry.open(card)
        self._refresh_card()
        self.card_made.emit(card)
        if had_focus:
            entry.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_soon(entry)

    def stand_alone(self, *, alone: bool) -> None:
        """Hold the list to the width of a text where it has the whole stage."""
        px = self._context.theme.px
        self._content.setMaximumWidth(px(720) if alone else 16_777_215)
        self._column.setContentsMargins(px(20 if alone else 12), px(12), px(12), px(32))

    def focus_line(self) -> None:
        """Give the focus to the line of the chosen factor, or to the first."""
        entry = self._entries.get(self._chosen) or next(iter(self._entries.values()), None)
        if entry is not None:
            entry.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Store what is being typed."""
        if self.card is not None:
            self.card.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on keys while a line has the focus; Esc goes back to the line."""
        if event.key() == Qt.Key.Key_Escape and not self._on_line() and self.card is not None:
            self.focus_line()
            return
        if self._on_line() and self._act(Qt.Key(event.key())):
            return
        super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}
        acts = {
            Qt.Key.Key_Return: self._write,
            Qt.Key.Key_Enter: self._write,
            Qt.Key.Key_F2: self._write,
            Qt.Key.Key_Delete: self.deleted.emit,
            Qt.Key.Key_N: self.new_asked.emit,
            Qt.Key.Key_L: self.link_asked.emit,
            Qt.Key.Key_E: self.evidence_asked.emit,
            Qt.Key.Key_Menu: self._on_menu_key,
        }
        if key in steps:
            self._step(steps[key])
        elif key in acts:
            acts[key]()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        keys = list(self._entries)
        focused = [key for key, entry in self._entries.items() if entry.line.hasFocus()]
        here = keys.index(focused[0]) if focused else -1
        there = keys[max(0, min(len(keys) - 1, here + by))]
        self._entries[there].line.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(there)

    def _write(self) -> None:
        focused = [key for key, entry in self._entries.items() if entry.line.hasFocus()]
        if focused and focused[0] != self._chosen:
            self.chosen.emit(focused[0])
        if self.card is not None:
            self.card.edit_statement()

    def _on_menu_key(self) -> None:
        self.menu_asked.emit(self._chosen)

    def _on_line(self) -> bool:
        return isinstance(QApplication.focusWidget(), FactorLine)

    @Slot(bool)
    def _on_unfolded(self, is_unfolded: bool) -> None:  # noqa: FBT001
        self._is_unfolded = is_unfolded

    def _refresh_card(self) -> None:
        factor = self._factor(self._chosen)
        if self.card is not None and factor is not None and self._snapshot is not None:
            self.card.show_factor(factor, self._snapshot, self._records)

    def _factor(self, factor_id: str) -> FactorRow | None:
        found = self._snapshot.factors if self._snapshot is not None else ()
        return next((factor for factor in found if factor.id == factor_id), None)

    def _new_entry(self, line: LineView) -> Entry:
        entry = Entry(self._context.theme, line)
        entry.line.wanted.connect(self._on_line_wanted)
        entry.line.menu_wanted.connect(self.menu_asked)
        return entry

    @Slot(str)
    def _on_line_wanted(self, factor_id: str) -> None:
        self.chosen.emit(factor_id)
        self._entries[factor_id].line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _drop(self, factor_id: str) -> None:
        entry = self._entries.pop(factor_id)
        self._column.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _arrange(self, snapshot: Snapshot) -> None:
        held = {factor.id for factor in snapshot.factors if factor.is_resilience}
        order = [self._conditions_head]
        order += [entry for key, entry in self._entries.items() if key not in held]
        order.append(self._held_head)
        order += [entry for key, entry in self._entries.items() if key in held]
        for place, widget in enumerate(order):
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
            widget.show()
        self._conditions_count.setText(str(len(self._entries) - len(held)))
        self._held_count.setText(str(len(held)))

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep in sight what the keys are on."""
        if new is not None and self._content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 32)

    def _show_soon(self, entry: Entry) -> None:
        self._content.adjustSize()
        self.ensureWidgetVisible(entry, 0, 24)

    def _build(self) -> None:
        px = self._context.theme.px
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(px(12), px(12), px(12), px(32))
        self._column.setSpacing(px(1))
        self._conditions_head, self._conditions_count = self._head("Conditions", first=True)
        self._held_head, self._held_count = self._head("What held", first=False)
        self._column.addWidget(self._conditions_head)
        self._column.addWidget(self._held_head)
        self._column.addStretch()

    def _head(self, title: str, *, first: bool) -> tuple[QWidget, Text]:
        theme = self._context.theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(12), theme.px(0 if first else 16), 0, theme.px(6))
        row.setSpacing(theme.px(8))
        count = Text(theme, "0", role="small", colour="ink2")
        row.addWidget(Text(theme, title, weight=600))
        row.addWidget(count)
        row.addStretch()
        return head, count


def ordered(snapshot: Snapshot) -> tuple[FactorRow, ...]:
    """Return the conditions, then what held, each by number."""
    return tuple(sorted(snapshot.factors, key=lambda row: (row.is_resilience, row.number, row.id)))


def _line_of(factor: FactorRow, snapshot: Snapshot) -> LineView:
    return LineView(
        factor_id=factor.id,
        code=factor.code,
        statement=" ".join(factor.condition.split()),
        count=evidence_count(factor.id, snapshot),
        held=factor.is_resilience,
        category=GUIDE_TO[factor.category].title,
        confidence=CONFIDENCE_WORDS[factor.confidence],
    )
