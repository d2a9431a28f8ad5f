"""The middle and right columns of the component sheet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QProgressBar, QVBoxLayout, QWidget

from models.values import EventKind
from views.gallery import models
from views.theme import Theme
from views.widgets.accounts import AccountColumns, AccountView
from views.widgets.banner import Banner
from views.widgets.buttons import link_button
from views.widgets.chain_tree import ChainTree
from views.widgets.coach_card import CoachCard
from views.widgets.drop_zone import DropZone
from views.widgets.empty_state import EmptyState
from views.widgets.event_mark import EventMark, paint_cluster, paint_event_mark
from views.widgets.event_table import EventTable
from views.widgets.paint import CENTRE, words
from views.widgets.question_card import QuestionCard, QuestionView
from views.widgets.table import Table
from views.widgets.text import Text
from views.widgets.text_field import TextField
from views.widgets.verdict_card import CardGrid


class Marks(QWidget):
    """Every kind of mark, then one kind in every state."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Room for seven rows of kinds and one of states."""
        return QSize(self._theme.px(430), self._theme.px(32 * 7 + 70))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter, px = QPainter(self), self._theme.px
        third = self.width() / 3
        for number, kind in enumerate(EventKind):
            x, y = number % 3 * third, number // 3 * px(32)
            centre = QPointF(x + px(13), y + px(16))
            paint_event_mark(painter, self._theme, centre, EventMark(kind))
            name = QRectF(x + px(34), y, third - px(34), px(32))
            said = kind.value.replace("_", " ").capitalize()
            words(painter, name, said, self._theme.font("small"), self._theme.colour("ink2"))
        self._states(painter, px(32 * 7 + 26))

    def _states(self, painter: QPainter, y: float) -> None:
        seen, chosen = EventKind.DETECTION, EventKind.DECISION
        states = (
            ("selected", EventMark(seen, selected=True)),
            ("hover", EventMark(seen, hovered=True)),
            ("no source", EventMark(seen, sourced=False)),
            ("about", EventMark(seen, about=True)),
            ("accounts", EventMark(chosen, accounts=2)),
            ("chosen", EventMark(chosen, accounts=2, selected=True)),
            ("no source", EventMark(chosen, sourced=False)),
        )
        step = self.width() / (len(states) + 1)
        for number, (name, mark) in enumerate(states):
            centre = QPointF((number + 0.5) * step, y)
            paint_event_mark(painter, self._theme, centre, mark)
            self._name(painter, centre, step, name)
        centre = QPointF((len(states) + 0.5) * step, y)
        paint_cluster(painter, self._theme, centre, 5)
        self._name(painter, centre, step, "cluster")

    def _name(self, painter: QPainter, centre: QPointF, wide: float, name: str) -> None:
        box = QRectF(centre.x() - wide / 2, centre.y() + self._theme.px(18), wide, 20)
        font, ink = self._theme.font("caption"), self._theme.colour("ink2")
        words(painter, box, name, font, ink, CENTRE)


def event_list(theme: Theme) -> EventTable:
    """Show an event list with its three kinds of lines."""
    table = EventTable(theme, "Events")
    model = models.events()
    model.setParent(table)
    table.setModel(model)
    table.setFixedHeight(theme.size("row_event") * model.rowCount())
    table.selectRow(2)
    return table


def questions(theme: Theme) -> QWidget:
    """Show questions at rest, open, private and answered."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    shown = (
        QuestionView("time", 1, "How much time did you feel you had?"),
        QuestionView("tools", 2, "What did the tooling show you?"),
        QuestionView("worry", 3, "What worries you about a larger round?", private=True),
        QuestionView("cue", 4, "What were you seeing just then?", "2 answers", answered=True),
    )
    cards = [QuestionCard(theme, view) for view in shown]
    for card in cards:
        column.addWidget(card)
    answer = TextField(theme, "Answer", role="voice")
    answer.show_text("It printed nothing for minutes. I took the silence for waiting.")
    cards[1].body.addWidget(answer)
    cards[1].set_open(is_open=True)
    return page


def how_chain(theme: Theme) -> ChainTree:
    """Show a how-chain."""
    tree = ChainTree(theme, "How-chain")
    model = models.chain()
    model.setParent(tree)
    tree.setModel(model)
    tree.expandAll()
    return tree


def accounts(theme: Theme) -> AccountColumns:
    """Show two accounts."""
    columns = AccountColumns(theme)
    columns.show_accounts(
        [
            AccountView(
                "1",
                "Database engineer",
                "conversation, 6 Feb",
                "I had seen a leftover directory block the copy, so I took it away.",
            ),
            AccountView(
                "2",
                "Second database engineer",
                "in writing, 7 Feb",
                "That silence is normal, it waits for the primary. It is not written down.",
            ),
        ]
    )
    return columns


def cards(theme: Theme) -> CardGrid:
    """Show cards of action items."""
    grid = CardGrid(theme, "Actions")
    model = models.cards()
    model.setParent(grid)
    grid.setModel(model)
    grid.setFixedHeight(theme.px(208 * 3))
    grid.setCurrentIndex(model.index(0, 0))
    return grid


def coach(theme: Theme) -> QWidget:
    """Show a finding and a care card."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(12))
    links = [("way", "Put it another way"), ("park", "Park as an idea"), ("leave", "Leave it")]
    said = "This tells what did not happen."
    column.addWidget(CoachCard(theme, "Parallel world", said, links=links))
    care = "Thank them first, then ask what told them it was fine."
    column.addWidget(CoachCard(theme, "Someone carries this", care, tone="care"))
    return page


def messages(theme: Theme) -> QWidget:
    """Show progress and a message."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    row = QHBoxLayout()
    row.addWidget(Text(theme, "Reading production-2017-01.zip"), 1)
    row.addWidget(link_button(theme, "Cancel", small=True))
    column.addLayout(row)
    bar = QProgressBar()
    bar.setValue(62)
    bar.setTextVisible(False)
    column.addWidget(bar)
    column.addWidget(Text(theme, "178 of 286 messages, 14 folded", role="small", colour="ink2"))
    said = "The folder is read-only. Choose another one."
    column.addWidget(Banner(theme, "The file could not be written", more=said))
    return page


def drop_zones(theme: Theme) -> QWidget:
    """Show a drop zone at rest and with files over it."""
    page = QWidget()
    row = QVBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(DropZone(theme, "Drop files anywhere", "or paste with Ctrl V"))
    over = DropZone(theme, "Drop files")
    over.show_dragging("Let go: 3 files")
    row.addWidget(over)
    return page


def table(theme: Theme) -> Table:
    """Show a table with a selected row."""
    shown = Table(theme, "Actions")
    model = models.actions()
    model.setParent(shown)
    shown.setModel(model)
    shown.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    shown.horizontalHeader().setSortIndicatorShown(True)
    shown.horizontalHeader().setSortIndicator(2, shown.horizontalHeader().sortIndicatorOrder())
    shown.setFixedHeight(theme.px(38 * 4))
    shown.selectRow(1)
    return shown


def empty_states(theme: Theme) -> QWidget:
    """Show two empty states."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    way = "Type the first line, or take one from the tray."
    column.addWidget(
        EmptyState(theme, "No events yet", way, icon="record.on_timeline", link="Open the tray")
    )
    way = "Press G on anything that is unclear."
    column.addWidget(EmptyState(theme, "No open questions", way, icon="place.gaps"))
    return page
