"""Capture line, questions, chains, cards, drop zone, page and the rest of a page's parts."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QBuffer, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QStandardItem, QStandardItemModel, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen import put_on_screen
from views.theme import Theme
from views.widgets.accounts import AccountColumns, AccountView
from views.widgets.buttons import Button
from views.widgets.capture_line import CaptureLine, Span
from views.widgets.chain_tree import CHAIN_ROLE, ChainNode, ChainTree
from views.widgets.coach_card import CoachCard
from views.widgets.drop_zone import DropZone
from views.widgets.fade_scroll import FadeScroll
from views.widgets.page_preview import PagePreview
from views.widgets.question_card import QuestionCard, QuestionView
from views.widgets.table import Table
from views.widgets.text import Text
from views.widgets.verdict_card import CARD_ROLE, ActionCard, CardGrid


def test_the_capture_line_tells_every_key_and_enter(theme: Theme, qtbot: QtBot) -> None:
    line = CaptureLine(theme, "New event")
    put_on_screen(line, qtbot)
    typed: list[str] = []
    line.typed.connect(typed.append)
    qtbot.keyClicks(line.line, "14")
    with qtbot.waitSignal(line.entered) as entered:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)

    assert typed == ["1", "14"]
    assert entered.args == ["14"]


def test_chips_stand_under_their_words(theme: Theme, qtbot: QtBot) -> None:
    line = CaptureLine(theme, "New event")
    line.resize(500, 60)
    put_on_screen(line, qtbot)
    line.show_text("14:05 @checkout page")
    line.show_reading((Span(0, 5, "time"), Span(6, 15, "lane")), "14:05 UTC, lane Checkout")
    first, second = line.line.chip_boxes()

    assert line.reading() == "14:05 UTC, lane Checkout"
    assert first.right() < second.left()
    assert second.width() > first.width()
    assert line.text() == "14:05 @checkout page"


def test_typing_on_takes_old_chips_away(theme: Theme, qtbot: QtBot) -> None:
    line = CaptureLine(theme, "New event")
    put_on_screen(line, qtbot)
    line.show_text("14:05")
    line.show_reading((Span(0, 5, "time"),), "14:05 UTC")
    qtbot.keyClicks(line.line, "9")

    assert line.line.spans() == ()


def test_an_empty_line_enters_nothing(theme: Theme, qtbot: QtBot) -> None:
    line = CaptureLine(theme, "New event")
    put_on_screen(line, qtbot)

    with qtbot.assertNotEmitted(line.entered):
        qtbot.keyClick(line.line, Qt.Key.Key_Return)


def test_enter_opens_a_question(theme: Theme, qtbot: QtBot) -> None:
    card = QuestionCard(theme, QuestionView("tools", 2, "What did it show?", private=True))
    put_on_screen(card, qtbot)
    answer = Text(theme, "It printed nothing.")
    card.body.addWidget(answer)
    with qtbot.waitSignal(card.opened) as told:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    card.set_open(is_open=True)

    assert told.args == ["tools"]
    assert answer.isVisible()
    assert card.accessibleName() == "What did it show?, one to one only"


def test_a_rung_is_as_high_as_its_answer(theme: Theme, qtbot: QtBot) -> None:
    tree = ChainTree(theme, "How-chain")
    model = QStandardItemModel(tree)
    for answer in ("Short.", "A long answer that needs several lines. " * 6):
        item = QStandardItem()
        item.setData(ChainNode("Sense", "How so?", answer, promoted="F2"), CHAIN_ROLE)
        model.appendRow(item)
    tree.setModel(model)
    tree.resize(400, 500)
    put_on_screen(tree, qtbot)
    short, long = (tree.visualRect(model.index(row, 0)).height() for row in (0, 1))

    assert long >= short + 3 * theme.line("voice")
    assert tree.full_height() >= short + long


def test_a_rung_says_what_it_became() -> None:
    node = ChainNode("Sense", "How so?", "It looked idle.", promoted="F2")

    assert node.spoken == "Sense. How so?. It looked idle.. became F2"


CARD = ActionCard(
    "just_right", "Just right", "Restore every night", verb="Accept", size=(1, "fits")
)


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> CardGrid:
    made = CardGrid(theme, "Actions")
    model = QStandardItemModel(made)
    for _ in range(3):
        item = QStandardItem(CARD.title)
        item.setData(CARD, CARD_ROLE)
        model.appendRow(item)
    made.setModel(model)
    made.resize(860, 500)
    put_on_screen(made, qtbot)
    return made


def test_cards_stand_in_as_many_columns_as_fit(grid: CardGrid) -> None:
    boxes = [grid.visualRect(grid.model().index(row, 0)) for row in range(3)]

    assert boxes[0].y() == boxes[1].y()
    assert boxes[2].y() > boxes[0].y()
    grid.resize(500, 500)
    grid.doItemsLayout()
    assert grid.visualRect(grid.model().index(1, 0)).y() > boxes[0].y()


def test_enter_and_click_do_the_verb_of_a_card(grid: CardGrid, qtbot: QtBot) -> None:
    index = grid.model().index(0, 0)
    grid.setCurrentIndex(index)
    with qtbot.waitSignal(grid.verb_asked):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    box = grid.visualRect(index)
    verb = box.bottomRight()
    verb.setX(verb.x() - 60)
    verb.setY(verb.y() - 40)

    with qtbot.waitSignal(grid.verb_asked) as told:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=verb)
    assert told.args == [index]


def test_a_card_is_read_aloud() -> None:
    assert CARD.spoken == "Just right, fits, Restore every night"


def test_dropped_things_are_handed_over(theme: Theme, qtbot: QtBot) -> None:
    zone = DropZone(theme, "Drop files")
    put_on_screen(zone, qtbot)
    data = QMimeData()
    data.setText("14:02 first page")
    told: list[str] = []
    zone.dropped.connect(lambda given: told.append(given.text()))
    copy = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, none))

    assert told == ["14:02 first page"]


def png() -> bytes:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    "name",
    [
        "file:///etc/hostname",
        "http://example.org/a.png",
        "gone.png",
        "data:image/png;base64,%%",
    ],
)
def test_a_page_loads_nothing_from_outside(theme: Theme, qtbot: QtBot, name: str) -> None:
    page = PagePreview(theme)
    qtbot.addWidget(page)
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    picture = page.paper.loadResource(kind, QUrl(name))

    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (1, 1)


def test_a_page_shows_its_own_pictures(theme: Theme, qtbot: QtBot) -> None:
    page = PagePreview(theme)
    qtbot.addWidget(page)
    page.show_page("<p>Story</p><img src='timeline.png'>", {"timeline.png": png()})
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    own = page.paper.loadResource(kind, QUrl("timeline.png"))
    inside = "data:image/png;base64," + base64.b64encode(png()).decode()
    embedded = page.paper.loadResource(kind, QUrl(inside))

    assert page.text().startswith("Story")
    assert isinstance(own, QImage)
    assert isinstance(embedded, QImage)
    assert own.width() == embedded.width() == 3


def test_paper_stays_light_and_marks_own_paragraphs(theme: Theme, qtbot: QtBot) -> None:
    page = PagePreview(theme)
    page.resize(700, 600)
    page.show_page("<p>Told by the app.</p><p><a name='own'></a>Written by hand.</p>")
    put_on_screen(page, qtbot)
    image = page.paper.grab().toImage()
    accent = theme.colour("accent")
    bars = sum(image.pixelColor(47, y) == accent for y in range(image.height()))

    assert image.pixelColor(5, 5) == theme.colour("paper")
    assert 10 < bars < 80


def test_headings_of_a_page_have_the_sizes_of_the_design(theme: Theme, qtbot: QtBot) -> None:
    page = PagePreview(theme)
    qtbot.addWidget(page)
    page.show_page("<h1>What happened</h1><p>Words.</p><h2>What led to it</h2>")
    sizes = []
    block = page.paper.document().begin()
    while block.isValid():
        sizes.append(block.begin().fragment().charFormat().font().pixelSize())
        block = block.next()

    assert sizes[0] == theme.px(24)
    assert sizes[2] == theme.px(17)


def test_the_end_fades_only_while_more_follows(theme: Theme, qtbot: QtBot) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    for number in range(40):
        column.addWidget(Text(theme, f"Line {number}"))
    scroll = FadeScroll(theme, inner)
    scroll.resize(300, 200)
    put_on_screen(scroll, qtbot)
    above = scroll.fades()
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())

    assert above
    assert not scroll.fades()


def test_accounts_are_equally_wide_in_the_order_told(theme: Theme, qtbot: QtBot) -> None:
    columns = AccountColumns(theme)
    columns.show_accounts(
        [
            AccountView("a", "Engineer", "conversation, 6 Feb", "A long telling. " * 20),
            AccountView("b", "Support", "in writing, 7 Feb", "Short."),
        ]
    )
    columns.resize(600, 300)
    put_on_screen(columns, qtbot)
    shown = [c for c in columns.findChildren(QWidget) if "," in c.accessibleName()]

    assert [c.accessibleName().split(",")[0] for c in shown] == ["Engineer", "Support"]
    assert abs(shown[0].width() - shown[1].width()) <= 1
    with qtbot.waitSignal(columns.opened) as told:
        qtbot.keyClick(shown[1], Qt.Key.Key_Return)
    assert told.args == ["b"]


def test_the_coach_tells_which_way_was_chosen(theme: Theme, qtbot: QtBot) -> None:
    card = CoachCard(theme, "Parallel world", "This did not happen.", links=[("park", "Park it")])
    put_on_screen(card, qtbot)
    link = card.findChild(Button)
    assert isinstance(link, Button)

    with qtbot.waitSignal(card.chosen) as told:
        link.click()
    assert told.args == ["park"]


def test_the_selected_row_of_a_table_is_one_rounded_bar(theme: Theme, qtbot: QtBot) -> None:
    table = Table(theme, "Actions")
    model = QStandardItemModel(table)
    model.setHorizontalHeaderLabels(["Action", "Owner"])
    model.appendRow([QStandardItem("Nightly restore"), QStandardItem("Infrastructure")])
    table.setModel(model)
    table.resize(400, 150)
    put_on_screen(table, qtbot)
    table.selectRow(0)
    image = table.viewport().grab().toImage()
    middle = theme.px(19)

    assert image.pixelColor(2, middle) == theme.colour("tint")
    assert image.pixelColor(99, middle) == image.pixelColor(101, middle) == theme.colour("tint")
    assert image.pixelColor(0, 0) != theme.colour("tint")
