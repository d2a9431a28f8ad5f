"""The impact sheet: how the incident was noticed, and what it did to each group (G06, G07)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.impacts import NewImpact, add_impact, delete_impact
from guides.impact_groups import GROUP_TITLES
from models.values import ImpactGroup
from views.context import Context
from views.feed import SnapshotFeed
from views.gather.impact_block import ImpactBlock
from views.gather.incident_form import IncidentForm
from views.gather.slim import is_slim
from views.widgets.buttons import primary_button
from views.widgets.chip import Chip, ChipRow
from views.widgets.fade_scroll import FadeScroll
from views.widgets.sheet import Sheet
from views.widgets.text import Hairline, Text

_FORM = 430


class ImpactSheet(Sheet):
    """Everything is stored as it is typed; Done and Esc only close it."""

    def __init__(self, context: Context, feed: SnapshotFeed) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            "Impact",
            "Whom it hit and how. A range with its source is worth more than one sure number.",
            width=context.theme.px(1060),
            height=context.theme.px(660),
        )
        self._context = context
        self._feed = feed
        self.form = IncidentForm(context, feed.review_id)
        self._blocks: dict[str, ImpactBlock] = {}
        self._build_content()
        feed.renewed.connect(self.renew)
        self.closed.connect(self._on_closed)
        self.renew()

    def blocks(self) -> list[ImpactBlock]:
        """Give the impacts shown."""
        return list(self._blocks.values())

    def begin_with(self, part: str) -> None:
        """Put the focus on `detection`, or on the impact of this id."""
        if part == "detection":
            self.form.detection.chips()[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif part in self._blocks:
            self._blocks[part].words.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._chips.chips()[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def renew(self) -> None:
        """Show what is stored now."""
        snapshot = self._feed.snapshot
        self.form.show_review(snapshot.review)
        here = {impact.id for impact in snapshot.impacts}
        for gone in set(self._blocks) - here:
            block = self._blocks.pop(gone)
            self._list.removeWidget(block)
            block.hide()
            block.deleteLater()
        for impact in snapshot.impacts:
            if impact.id not in self._blocks:
                block = ImpactBlock(self._context, impact)
                block.removed.connect(self._on_removed)
                self._blocks[impact.id] = block
                self._list.addWidget(block)
            self._blocks[impact.id].show_impact(impact, snapshot)

    def _build_content(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        form, impacts = _scrolled(self.form, px(12)), self._build_impacts()
        body = QWidget()
        if is_slim(theme, self):
            column = QVBoxLayout(body)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(form)
            column.addWidget(impacts)
            self.set_body(FadeScroll(theme, body, ground="surface"))
        else:
            row = QHBoxLayout(body)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(20))
            left = FadeScroll(theme, form, ground="surface")
            left.setFixedWidth(px(_FORM))
            row.addWidget(left)
            row.addWidget(Hairline(theme, upright=True))
            row.addWidget(FadeScroll(theme, impacts, ground="surface"), 1)
            self.set_body(body)
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.set_note("All of it is kept as you type.")

    def _build_impacts(self) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        self._list = QVBoxLayout()
        self._list.setSpacing(px(12))
        self._chips = ChipRow(theme, "Add an impact")
        for group in ImpactGroup:
            chip = Chip(theme, GROUP_TITLES[group], pickable=False, icon="do.add")
            chip.setAccessibleName(f"Add an impact on: {GROUP_TITLES[group]}")
            chip.setProperty("group", group.value)
            chip.clicked.connect(self._on_add)
            self._chips.add(chip)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(px(3), 0, px(16), px(24))
        column.setSpacing(px(12))
        column.addWidget(Text(theme, "Whom did it hit?", weight=600))
        column.addWidget(self._chips)
        column.addLayout(self._list)
        column.addStretch()
        return content

    @Slot()
    def _on_add(self) -> None:
        group = ImpactGroup(self.sender().property("group"))
        new = self._context.workspace.run(add_impact(self._feed.review_id, NewImpact(group=group)))
        self.renew()
        self._blocks[new].words.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _on_removed(self, impact_id: str) -> None:
        self._context.workspace.run(delete_impact(impact_id))
        self._context.shell.toast("Impact deleted", undo=True)

    @Slot()
    def _on_closed(self) -> None:
        self.flush()
        self.deleteLater()

    def flush(self) -> None:
        """Store what is still being typed."""
        self.form.flush()
        for block in self._blocks.values():
            block.flush()


def _scrolled(content: QWidget, right: int) -> QWidget:
    """Put a widget at the top of a column with room for the bar at its right."""
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(3, 0, right, right)
    column.addWidget(content)
    column.addStretch()
    return outer
