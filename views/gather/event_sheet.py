"""Picks the event that records are put behind: type a few words, Enter takes the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.snapshot import Snapshot
from models.times.show import show_time
from views.context import Context
from views.gather.pick_list import Pick, PickList
from views.widgets.buttons import Button, primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet

_SHOWN = 200


class EventSheet(Sheet):
    """`chosen(event id)` comes with Enter, a double click or the button."""

    chosen = Signal(str)

    def __init__(self, context: Context, snapshot: Snapshot, count: int) -> None:
        said = "The record stands" if count == 1 else f"{count} records stand"
        super().__init__(
            context.theme,
            context.shell.window(),
            "Add to an event",
            f"{said} behind it as its source.",
            width=context.theme.px(640),
            height=context.theme.px(520),
        )
        self._snapshot = snapshot
        self.line = LineField(
            context.theme, "Which event", hint="Words of the event", icon="do.search"
        )
        self.line.keep_own_undo()
        self.list = PickList(context.theme, "Events")
        self._build_content(context)
        self._show("")
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the words are typed."""
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()), 0)
        keys = [pick.key for pick in self.list.picks()]
        if step and self.list.choice() in keys:
            to = keys.index(self.list.choice()) + step
            self.list.choose(keys[max(0, min(len(keys) - 1, to))])
            return
        super().keyPressEvent(event)

    def _build_content(self, context: Context) -> None:
        theme, px = context.theme, context.theme.px
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self._on_take)
        self.list.doubleClicked.connect(self._on_take)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, px(8), px(12))
        inner.addWidget(self.list)
        inner.addStretch()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.line)
        column.addWidget(FadeScroll(theme, content, ground="surface"), 1)
        self.set_body(body)
        leave = Button(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        self._take = primary_button(theme, "Put it behind this event")
        self._take.clicked.connect(self._on_take)
        self.add_button(leave)
        self.add_button(self._take)

    @Slot(str)
    def _show(self, typed: str) -> None:
        zone, sought = self._snapshot.review.zone, typed.casefold().split()
        picks = [
            Pick(
                event.id,
                event.title,
                show_time(event.at, zone, event.precision),
                f"kind.{event.kind}",
            )
            for event in self._snapshot.events
            if all(word in f"{event.title} {event.lane}".casefold() for word in sought)
        ][:_SHOWN]
        self.list.show_picks(picks)
        if not self.list.choice() and picks:
            self.list.choose(picks[0].key)
        self._take.setEnabled(bool(picks))
        self.set_note("" if self._snapshot.events else "There are no events yet.")

    @Slot()
    def _on_take(self) -> None:
        if self.list.choice():
            self.chosen.emit(self.list.choice())
            self.dismiss()
