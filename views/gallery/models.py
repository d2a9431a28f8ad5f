"""Small models that the component sheet shows in the lists, tables and trees of the kit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from models.values import EventKind
from views.widgets.chain_tree import CHAIN_ROLE, ChainNode
from views.widgets.event_lines import LINE_ROLE, DateLine, EventLine, Line, SilentLine
from views.widgets.verdict_card import CARD_ROLE, ActionCard

ENGINEER = "Database engineer"
_WAITS = EventLine(EventKind.SURPRISE, "~23:05", "Copy waits without a word", ENGINEER, about=True)
_REMOVED = "Directory removed so the copy can start"
_NOT_ON = "Disk snapshots were not on"
EVENTS: tuple[Line, ...] = (
    DateLine("Tue 31 January", "UTC"),
    _WAITS,
    EventLine(EventKind.DECISION, "23:26", _REMOVED, ENGINEER, accounts=2),
    EventLine(EventKind.DIAGNOSIS, "~00:20", _NOT_ON, ENGINEER, about=True, sourced=False),
    SilentLine("45 min with nothing on record"),
    EventLine(EventKind.HANDOFF, "01:10", "The second shift takes over", ENGINEER, handoff=True),
)
CARDS = (
    ActionCard(
        "just_right",
        "Just right",
        "Restore the newest dump into an empty database every night, page when it stops",
        "One owner, done by 3 March, acts on three factors.",
        favoured=True,
        size=(1, "fits"),
        effect=(2, "moves"),
        owner="Infrastructure",
        date="3 Mar",
        factors="F5  F6  F7",
        verb="Accept",
    ),
    ActionCard(
        "wish",
        "A wish",
        "Be more careful when logged in to production",
        "This asks people to be better. What would make ordinary attention enough?",
        missing="Missing: owner, date, done when, a factor",
        verb="Ask on",
    ),
    ActionCard(
        "no_action",
        "No action",
        "Sign-up stays open during spam waves",
        "We can handle this twice because blocking took ten minutes.",
        owner="Product",
        date="look again 9 Aug",
        factors="F1",
        state="decided",
        sunken=True,
    ),
)
ACTIONS = (
    ("Nightly test restore", "Infrastructure", "3 Mar"),
    ("Refuse to delete while primary", "Database", "17 Feb"),
    ("Prompt colour per host", "Database", "10 Feb"),
)


def events() -> QStandardItemModel:
    """Give the lines of an event list."""
    model = QStandardItemModel()
    for line in EVENTS:
        said = line.statement if isinstance(line, EventLine) else line.words
        item = QStandardItem(said)
        item.setData(line, LINE_ROLE)
        item.setData(line.spoken, Qt.ItemDataRole.AccessibleTextRole)
        model.appendRow(item)
    return model


def cards() -> QStandardItemModel:
    """Give three action cards."""
    model = QStandardItemModel()
    for card in CARDS:
        item = QStandardItem(card.title)
        item.setData(card, CARD_ROLE)
        item.setData(card.spoken, Qt.ItemDataRole.AccessibleTextRole)
        model.appendRow(item)
    return model


def actions() -> QStandardItemModel:
    """Give a table of three actions."""
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Action", "Owner", "Due"])
    for row in ACTIONS:
        model.appendRow([QStandardItem(cell) for cell in row])
    return model


def chain() -> QStandardItemModel:
    """Give a how-chain of two rungs and the field of the next."""
    model = QStandardItemModel()
    above = model.invisibleRootItem()
    for node in _nodes():
        item = QStandardItem(node.question)
        item.setData(node, CHAIN_ROLE)
        above.appendRow(item)
        above = item if above is model.invisibleRootItem() else above
    return model


def _nodes() -> Sequence[ChainNode]:
    return (
        ChainNode(
            "Sense",
            "How did that come to make sense?",
            "\u201cAn empty directory counts as well, I thought.\u201d",
        ),
        ChainNode(
            "Conditions",
            "How did the tool shape that?",
            "\u201cWaiting and stuck look the same, and it says nothing in either case.\u201d",
            promoted="F2",
        ),
        ChainNode("", "", hint="One line so far. What else had to be true?"),
    )
