"""The Factors page: the network, its list with the chosen factor open, and where we have looked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.operations.factors import move_factors, nudge_factor
from guides.looks import category_looks
from guides.stages import GUIDE_TO
from models.values import LookState, Stage
from views.commands import Group
from views.context import Context
from views.factors.actions import FactorActions
from views.factors.choice_menu import ChoiceMenu, MenuChoice
from views.factors.coverage import CoveragePanel
from views.factors.factor_card import FactorCard
from views.factors.factor_list import FactorList, ordered
from views.factors.guide import FactorsGuide
from views.factors.network_panel import NetworkPanel
from views.factors.network_view import network_view
from views.feed import SnapshotFeed
from views.page import StagePage
from views.selection import Selection
from views.widgets.buttons import Button
from views.widgets.command_filter import Command
from views.widgets.segment import Option, Segment
from views.widgets.stage_header import StageHeader
from views.widgets.text import Hairline

NETWORK, LIST, BOTH = "network", "list", "both"
_LIST_WIDTH = 364


class FactorsPage(StagePage):
    """Network and list show the same factors with one selection."""

    wide = True

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._chosen = ""
        self._mode = BOTH
        self._is_stale = False
        self.acts = FactorActions(context, feed, self)
        self._guide: FactorsGuide | None = None
        self._build()
        self._connect()
        self.refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done with factors."""
        here = Group.HERE
        always = (
            Command("New factor", "N", here, self.acts.ask_category, icon="do.add"),
            Command("Show network and list", "", here, self._show_both),
            Command("Show the network alone", "", here, self._show_network),
            Command("Show the list alone", "", here, self._show_list),
            Command("Show all of the network", "0", here, self.panel.canvas.fit, icon="do.fit"),
            Command("Go to where we have looked", "", here, self._focus_coverage),
        )
        if not self._chosen:
            return always
        return (
            *always,
            Command("Write the statement", "Enter", here, self._write),
            Command("Link to a factor or an event", "L", here, self._link_chosen),
            Command("Add what shows it", "E", here, self._ask_evidence, icon="do.evidence"),
            Command("Change category, role, doubts and fate", "", here, self._unfold),
            Command("Delete the factor", "Del", here, self._delete_factor, icon="do.delete"),
        )

    def guide_widget(self) -> QWidget | None:
        """Return the factors together, and those of earlier reviews."""
        if self._guide is None:
            self._guide = FactorsGuide(self.context)
            self._guide.show_factors(self.feed.snapshot, self._chosen)
        return self._guide

    @Slot(str)
    def bring_into_view(self, target: str) -> None:
        """Show a factor, a link, a piece of evidence, a category, or begin a new factor."""
        snapshot = self.feed.snapshot
        owners = {row.id: row.id for row in snapshot.factors}
        owners |= {row.id: row.factor_id for row in snapshot.evidence}
        owners |= {row.id: row.from_factor_id for row in snapshot.factor_links}
        if target == "new":
            self.acts.ask_category()
        elif target in self.coverage.codes():
            self.coverage.focus_category(target)
        elif target == "coverage":
            self._focus_coverage()
        elif target in owners:
            self.choose(owners[target])
            self.panel.canvas.reveal(owners[target])
            self.list.focus_line()

    def first_focus(self) -> QWidget | None:
        """Begin on the network, or on the way to the first factor."""
        if not self.feed.snapshot.factors:
            return self._new
        return self.panel.canvas if self.panel.isVisibleTo(self) else None

    def focus_filter(self) -> None:
        """Find a factor by typing."""
        self.acts.ask_factor()

    def flush(self) -> None:
        """Store what is being typed."""
        self.list.flush()

    def refresh(self) -> None:
        """Show the review as stored now."""
        self._is_stale = False
        snapshot = self.feed.snapshot
        ids = [factor.id for factor in ordered(snapshot)]
        self.panel.canvas.show_view(network_view(snapshot))
        self.panel.show_empty(is_empty=not ids)
        self.list.show_snapshot(snapshot, self.acts.cited_records())
        self.coverage.show_looks(category_looks(snapshot))
        if self._chosen not in ids:
            self._chosen = ""
        self._show_mode()
        self.choose(self._chosen or (ids[0] if ids else ""))

    @Slot(str)
    def choose(self, factor_id: str) -> None:
        """Select a factor in network, list and Guide."""
        self._chosen = factor_id
        self.panel.canvas.choose(factor_id)
        self.list.choose(factor_id)
        if self._guide is not None:
            self._guide.show_factors(self.feed.snapshot, factor_id)

    @property
    def chosen(self) -> str:
        """Id of the chosen factor, or nothing."""
        return self._chosen

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keys on the network, where nothing else has them."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
        if self.focusWidget() is None:
            self.panel.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the height to the network and the list."""
        super().resizeEvent(event)
        self.coverage.hold_to(self.height() // 4)

    @Slot()
    def _on_renewed(self) -> None:
        """Read again, now or when the page is turned to."""
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    @Slot(str)
    def _on_made(self, factor_id: str) -> None:
        if self._mode == NETWORK:
            self._show_both()
        self.refresh()
        self.choose(factor_id)
        self.panel.canvas.reveal(factor_id)
        self._write()

    @Slot(str)
    def _on_opened(self, factor_id: str) -> None:
        if self._mode == NETWORK:
            self._show_both()
        self.choose(factor_id)
        self._write()

    @Slot(str, float, float)
    def _on_dragged(self, factor_id: str, x: float, y: float) -> None:
        moved = {factor_id: (x, y)}
        self.panel.canvas.show_view(network_view(self.feed.snapshot, moved))

    @Slot(str, float, float)
    def _on_moved(self, factor_id: str, x: float, y: float) -> None:
        """Store where every factor stands, so that the others stay where they were drawn."""
        self.context.workspace.run(move_factors(self._places() | {factor_id: (x, y)}))

    @Slot(str, float, float)
    def _on_nudged(self, factor_id: str, x: float, y: float) -> None:
        stored = {row.id: (row.x, row.y) for row in self.feed.snapshot.factors}
        if self._places() != stored:
            self._on_moved(factor_id, x, y)
        else:
            self.context.workspace.run(nudge_factor(factor_id, (x, y)))

    def _places(self) -> dict[str, tuple[float, float]]:
        nodes = network_view(self.feed.snapshot).nodes
        return {node.factor_id: (node.box.x, node.box.y) for node in nodes}

    @Slot()
    def _delete(self) -> None:
        """Delete the chosen link, or the factor where no link is chosen."""
        link_id = self.panel.canvas.link_id
        if link_id:
            self.acts.delete_link(link_id)
        else:
            self._delete_factor()

    @Slot()
    def _delete_factor(self) -> None:
        if not self._chosen:
            return
        ids = [line.factor_id for line in self.list.lines()]
        place = ids.index(self._chosen) if self._chosen in ids else 0
        on_list = self.list.isAncestorOf(self.focusWidget() or self)
        gone = self._chosen
        self.flush()
        self.acts.delete(gone)
        rest = [each for each in ids if each != gone]
        self._chosen = rest[min(place, len(rest) - 1)] if rest else ""
        self.refresh()
        if on_list and rest:
            self.list.focus_line()
        else:
            self.panel.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _write(self) -> None:
        if self.list.card is not None:
            self.list.card.edit_statement()

    @Slot()
    def _unfold(self) -> None:
        if self._mode == NETWORK:
            self._show_both()
        if self.list.card is not None:
            self.list.card.unfold()

    @Slot()
    def _ask_evidence(self) -> None:
        self.acts.ask_evidence(self._chosen)

    @Slot()
    def _link_chosen(self) -> None:
        if self.panel.isVisible() and self.panel.canvas.hasFocus():
            self.panel.canvas.start_linking()
        else:
            self.acts.ask_link(self._chosen)

    @Slot(str)
    def _on_event_opened(self, event_id: str) -> None:
        self.context.shell.go_to_stage(Stage.TIMELINE, event_id)

    @Slot(QPoint)
    def _on_menu_asked(self, at: QPoint) -> None:
        if self.panel.canvas.link_id:
            self.acts.open_link(self.panel.canvas.link_id, at)
        else:
            self._open_menu(at)

    @Slot(str)
    def _on_list_menu(self, factor_id: str) -> None:
        self.choose(factor_id)
        self._open_menu(self.cursor().pos() if self.list.underMouse() else self._list_corner())

    def _list_corner(self) -> QPoint:
        card = self.list.card
        return card.mapToGlobal(QPoint(24, 0)) if card else self.mapToGlobal(QPoint(0, 0))

    def _open_menu(self, at: QPoint) -> None:
        acts = [command for command in self.commands() if command.keys]
        choices = [
            MenuChoice(command.title, command.title, icon=command.icon, keys=command.keys)
            for command in acts
        ]
        menu = ChoiceMenu(self.context.theme, self, "", choices)
        menu.picked.connect(self._on_menu_picked)
        menu.popup(at)

    @Slot(str)
    def _on_menu_picked(self, title: str) -> None:
        for command in self.commands():
            if command.title == title:
                command.run()

    @Slot(object)
    def _on_card_made(self, card: FactorCard) -> None:
        card.evidence_asked.connect(self.acts.ask_evidence)
        card.evidence_opened.connect(self.acts.open_evidence)
        card.evidence_deleted.connect(self.acts.take_evidence_away)
        card.link_asked.connect(self.acts.ask_link)
        card.link_opened.connect(self.acts.open_link)
        card.link_deleted.connect(self.acts.delete_link)

    @Slot()
    def _focus_coverage(self) -> None:
        looks = category_looks(self.feed.snapshot)
        waiting = [look.guide.code for look in looks if look.state is LookState.NOT_LOOKED]
        self.coverage.focus_category(waiting[0] if waiting else looks[0].guide.code)

    @Slot()
    def _show_both(self) -> None:
        self._on_mode_chosen(BOTH)

    @Slot()
    def _show_network(self) -> None:
        self._on_mode_chosen(NETWORK)

    @Slot()
    def _show_list(self) -> None:
        self._on_mode_chosen(LIST)

    @Slot(str)
    def _on_mode_chosen(self, key: str) -> None:
        self._mode = key
        self._modes.choose(key)
        self._show_mode()

    def _show_mode(self) -> None:
        is_empty = not self.feed.snapshot.factors
        self.panel.setVisible(is_empty or self._mode != LIST)
        self.list.setVisible(not is_empty and self._mode != NETWORK)
        self.list.stand_alone(alone=self._mode == LIST)

    def _build(self) -> None:
        theme = self.context.theme
        self._header = StageHeader(theme, "Factors", GUIDE_TO[Stage.FACTORS].sentence)
        options = [Option(NETWORK, "Network"), Option(LIST, "List"), Option(BOTH, "Both")]
        self._modes = Segment(theme, "How factors are shown", options)
        self._modes.choose(BOTH)
        self._new = Button(theme, "New factor", icon="do.add", keys="N")
        self._header.add_tool(self._modes)
        self._header.add_tool(self._new)
        self.panel = NetworkPanel(theme)
        self.list = FactorList(self.context)
        self.coverage = CoveragePanel(theme)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.panel)
        self._split.addWidget(self.list)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self.list.setMinimumWidth(theme.px(280))
        self.panel.setMinimumWidth(theme.px(220))
        self._split.setSizes([1000, theme.px(_LIST_WIDTH)])
        self.context.remembered.follow(self._split, "factors")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._split, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self.coverage)

    def _connect(self) -> None:
        canvas, acts = self.panel.canvas, self.acts
        self._new.clicked.connect(acts.ask_category)
        self._modes.chosen.connect(self._on_mode_chosen)
        self.panel.new_asked.connect(acts.ask_category)
        canvas.chosen.connect(self.choose)
        canvas.opened.connect(self._on_opened)
        canvas.dragged.connect(self._on_dragged)
        canvas.moved.connect(self._on_moved)
        canvas.nudged.connect(self._on_nudged)
        canvas.link_drawn.connect(acts.draw_link)
        canvas.link_opened.connect(acts.open_link)
        canvas.event_asked.connect(acts.ask_event)
        canvas.event_chosen.connect(self.selection.choose_event)
        canvas.evidence_asked.connect(self._ask_evidence)
        canvas.event_opened.connect(self._on_event_opened)
        canvas.menu_asked.connect(self._on_menu_asked)
        canvas.deleted.connect(self._delete)
        canvas.new_asked.connect(acts.ask_category)
        self.list.chosen.connect(self.choose)
        self.list.deleted.connect(self._delete_factor)
        self.list.new_asked.connect(acts.ask_category)
        self.list.link_asked.connect(self._link_chosen)
        self.list.evidence_asked.connect(self._ask_evidence)
        self.list.menu_asked.connect(self._on_list_menu)
        self.list.card_made.connect(self._on_card_made)
        self.coverage.opened.connect(acts.open_category)
        acts.made.connect(self._on_made)
        acts.found.connect(self.bring_into_view)
        acts.wanted.connect(self._on_opened)
        self.feed.renewed.connect(self._on_renewed)
