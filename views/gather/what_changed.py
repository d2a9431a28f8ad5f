"""What had changed in the days before: three lanes side by side (G03)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.operations.what_changed import add_change_finding, delete_change_finding, set_look
from guides.looks import lane_looks
from models.snapshot import Snapshot
from models.values import ChangeLane, LookState
from views.context import Context
from views.gather.change_lane import ChangeLaneBox
from views.widgets.text import Hairline, Text


class WhatChanged(QWidget):
    """Asks in every lane; stores each answer at once."""

    def __init__(self, context: Context, review_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review_id = review_id
        self.lanes = {lane: ChangeLaneBox(context, lane) for lane in ChangeLane}
        for box in self.lanes.values():
            box.added.connect(self._on_added)
            box.removed.connect(self._on_removed)
            box.looked.connect(self._on_looked)
        self._rules: list[Hairline] = []
        self._build()

    def show_review(self, snapshot: Snapshot) -> None:
        """Show how every lane stands."""
        looks = lane_looks(snapshot)
        for lane, box in self.lanes.items():
            findings = (each for each in snapshot.change_findings if each.lane is lane)
            box.show_lane(looks[lane], tuple(findings))

    def first_open(self, snapshot: Snapshot) -> ChangeLaneBox:
        """Give the first lane nobody has looked at, else the first."""
        looks = lane_looks(snapshot)
        waiting = (lane for lane in ChangeLane if looks[lane] is LookState.NOT_LOOKED)
        return self.lanes[next(waiting, ChangeLane.CODE)]

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the lanes below each other."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        for rule in self._rules:
            rule.setVisible(not narrow)

    def flush(self) -> None:
        """Store what is still being typed."""
        for box in self.lanes.values():
            box.flush()

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Text(theme, "What had changed?", weight=600))
        hint = "in the days before, however unrelated"
        head.addWidget(Text(theme, hint, role="small", colour="ink2"), 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(12))
        for place, box in enumerate(self.lanes.values()):
            if place:
                rule = Hairline(theme, upright=True)
                self._rules.append(rule)
                self._row.addWidget(rule)
            self._row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addLayout(self._row, 1)

    @Slot(object, str)
    def _on_added(self, lane: ChangeLane, text: str) -> None:
        self._context.workspace.run(add_change_finding(self._review_id, lane, text))

    @Slot(str)
    def _on_removed(self, finding_id: str) -> None:
        self._context.workspace.run(delete_change_finding(finding_id))
        self._context.shell.toast("What had changed was deleted", undo=True)

    @Slot(object, object)
    def _on_looked(self, lane: ChangeLane, state: LookState) -> None:
        self._context.workspace.run(set_look(self._review_id, lane, state))
