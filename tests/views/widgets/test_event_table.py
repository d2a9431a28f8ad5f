"""The event list reads aloud, edits in place and asks about silence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.values import EventKind
from tests.views.screen import put_on_screen
from views.theme import Theme
from views.widgets.event_lines import LINE_ROLE, EventLine, SilentLine
from views.widgets.event_mark import EventMark, paint_event_mark
from views.widgets.event_table import EventTable

WAITS = EventLine(
    EventKind.SURPRISE, "~23:05", "Copy waits without a word", "Database engineer", about=True
)
SILENCE = SilentLine("45 min with nothing on record")


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> EventTable:
    made = EventTable(theme, "Events")
    model = QStandardItemModel(made)
    for line in (WAITS, SILENCE):
        item = QStandardItem(line.statement if isinstance(line, EventLine) else line.words)
        item.setData(line, LINE_ROLE)
        model.appendRow(item)
    made.setModel(model)
    made.resize(560, 200)
    put_on_screen(made, qtbot)
    made.setFocus()
    return made


def test_an_event_is_read_aloud_with_all_its_flags() -> None:
    line = EventLine(
        EventKind.DECISION, "23:26", "Directory removed", "Engineer", accounts=2, sourced=False
    )

    assert WAITS.spoken == "about 23:05, surprise, Database engineer, Copy waits without a word"
    assert line.spoken == "23:26, decision, Engineer, Directory removed, 2 accounts, no source"


def test_enter_edits_and_enter_keeps(table: EventTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    field = table.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "Copy is quiet")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.model().index(0, 0).data() == "Copy is quiet")


def test_esc_leaves_the_statement_as_it_was(table: EventTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "other")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert table.model().index(0, 0).data() == "Copy waits without a word"


def test_enter_on_silence_asks_about_it(table: EventTable, qtbot: QtBot) -> None:
    silent = table.model().index(1, 0)
    table.setCurrentIndex(silent)

    with qtbot.waitSignal(table.link_asked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert told.args == [silent]


def test_a_click_beside_the_link_asks_nothing(table: EventTable, qtbot: QtBot) -> None:
    asked: list[QModelIndex] = []
    table.link_asked.connect(asked.append)
    box = table.visualRect(table.model().index(1, 0))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    before = len(asked)
    end = box.center()
    end.setX(box.right() - 30)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=end)

    assert before == 0
    assert len(asked) == 1


def test_rows_grow_with_the_text(table: EventTable, theme: Theme) -> None:
    theme.set_text_factor(1.5)
    high = table.rowHeight(0)
    theme.set_text_factor(1.0)

    assert high == 60
    assert table.rowHeight(0) == 40


def picture(theme: Theme, mark: EventMark) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(theme.colour("window"))
    painter = QPainter(image)
    paint_event_mark(painter, theme, QPointF(24, 24), mark)
    painter.end()
    return image


def filled(image: QImage, colour: QColor) -> int:
    return sum(image.pixelColor(x, y) == colour for x in range(48) for y in range(48))


def test_only_a_decision_is_a_filled_mark(theme: Theme) -> None:
    accent = theme.colour("accent")
    by_kind = {kind: filled(picture(theme, EventMark(kind)), accent) for kind in EventKind}

    assert by_kind.pop(EventKind.DECISION) > 150
    assert set(by_kind.values()) == {0}


@pytest.mark.parametrize(
    "changed",
    [
        EventMark(EventKind.ALERT, about=True),
        EventMark(EventKind.ALERT, sourced=False),
        EventMark(EventKind.ALERT, accounts=2),
        EventMark(EventKind.ALERT, selected=True),
    ],
)
def test_every_state_of_a_mark_looks_different(theme: Theme, changed: EventMark) -> None:
    assert picture(theme, changed) != picture(theme, EventMark(EventKind.ALERT))
