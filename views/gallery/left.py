"""The left column of the component sheet: type, buttons, fields, rail, checks, colours."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import Button, ButtonKind
from views.widgets.capture_line import CaptureLine, Span
from views.widgets.check_row import CheckRow, CheckState, CheckView
from views.widgets.chip import Chip, ChipRow
from views.widgets.fields import Choice, Field
from views.widgets.keycap import KeyCap
from views.widgets.line_field import LineField
from views.widgets.paint import rounded, words
from views.widgets.rail_list import RailItem, RailList
from views.widgets.ring import Ring, RingState
from views.widgets.segment import Option, Segment
from views.widgets.text import Text

_SWATCHES = (
    ("window", "rail", "surface", "sunken", "hover", "press"),
    ("line", "line2", "border", "ink", "ink2", "ink3"),
    ("accent", "tint", "tint2", "growth", "growth_tint", "impact2"),
    ("notice", "notice_tint", "care", "care_tint", "stop", "stop_tint"),
)
_TYPE = (
    ("What happened", "title", "stage title 22/28"),
    ("Directory removed", "heading", "heading 18/26"),
    ("A way back was used", "lead", "lead 15/22"),
    ("Copy waits without a word", "body", "body 13/20"),
    ("31 Jan 2017, 22 events", "small", "small 12/18"),
    ("21:00", "caption", "caption 11/16"),
    ("\u201cI read db2.\u201d", "voice", "voice 15/25, people's words"),
)


def type_scale(theme: Theme) -> QWidget:
    """Show the steps of the type scale."""
    page, column = _column(theme, 2)
    for said, role, name in _TYPE:
        row = QHBoxLayout()
        row.addWidget(Text(theme, said, role=role), 1)
        row.addWidget(Text(theme, name, role="small", colour="ink2"))
        column.addLayout(row)
    return page


def buttons(theme: Theme) -> QWidget:
    """Show the kinds of buttons at rest, under the pointer, pressed and off."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    for column, name in enumerate(("rest", "hover", "pressed", "off")):
        head = Text(theme, name, role="caption", colour="ink2")
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(head, 0, column)
    kinds = ((ButtonKind.PRIMARY, "Ask it"), (ButtonKind.PLAIN, "Show"))
    for row, (kind, said) in enumerate((*kinds, (ButtonKind.QUIET, "Leave it")), start=1):
        for column in range(4):
            button = Button(theme, said, kind=kind)
            button.setProperty("pointed", column == 1)
            button.setDown(column == 2)
            button.setEnabled(column != 3)
            grid.addWidget(button, row, column)
    return page


def fields(theme: Theme) -> QWidget:
    """Show fields at rest, empty, and in need of a word."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(12))
    chosen = Choice(theme, "Note-taker", icon="do.owner")
    chosen.show_options([("support", "Support engineer")], "support")
    empty = Choice(theme, "Note-taker", hint="Who keeps the notes?", icon="do.owner")
    date = LineField(theme, "Date", icon="do.date")
    date.show_text("Tue 7 Feb, 14:00")
    hour = LineField(theme, "Time", icon="do.time")
    hour.show_text("26 Mar, 02:30")
    asked = Field(theme, "Needs a word", hour)
    asked.ask("This hour came twice. Which one?")
    shown = (
        Field(theme, "Rest", chosen),
        Field(theme, "Date", date),
        Field(theme, "Empty", empty),
        asked,
    )
    for number, field in enumerate(shown):
        grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
    return page


def capture(theme: Theme) -> CaptureLine:
    """Show a capture line that was read."""
    line = CaptureLine(theme, "New event")
    line.show_text("~14:05 @checkout #detection first page fires")
    spans = (Span(0, 6, "time"), Span(7, 16, "lane"), Span(17, 27, "kind"))
    line.show_reading(spans, "about 14:05 UTC, 3 March  \u00b7  lane Checkout  \u00b7  Detection")
    return line


def rail_items(theme: Theme) -> QWidget:
    """Show the states of a stage in the rail."""
    part = RingState.PART
    stages = RailList(theme, "Stages")
    stages.show_items(
        [
            RailItem("share", "not begun", "1 open", ring=Ring()),
            RailItem("actions", "part", "4 open", ring=Ring(part, 0.25)),
            RailItem("explore", "nearly, and shown now", "3 open", ring=Ring(part, 0.75)),
            RailItem("gather", "done", ring=Ring(RingState.DONE)),
            RailItem("prepare", "done with a reason", ring=Ring(RingState.REASON)),
        ]
    )
    stages.mark("explore")
    return stages


def checks(theme: Theme) -> QWidget:
    """Show a check that is open, met, and kept with a reason."""
    page, column = _column(theme, 0)
    reason = "\u201cThe engineer was away\u201d, 9 Feb"
    for view in (
        CheckView("voices", "Product has not been asked", link="Invite, or say why not"),
        CheckView("neutral", "Facilitator is neutral", CheckState.MET),
        CheckView("date", "Meeting 6 working days after", CheckState.REASON, reason),
    ):
        column.addWidget(CheckRow(theme, view))
    return page


def chips(theme: Theme) -> QWidget:
    """Show chips, a segment, key caps and check boxes."""
    page, column = _column(theme, 10)
    row = ChipRow(theme, "Heard just now")
    for said in ("usually", "obviously", "last time"):
        row.add(Chip(theme, said))
    row.chips()[1].setProperty("pointed", True)  # noqa: FBT003
    row.chips()[2].setChecked(True)
    row.add(Chip(theme, "my fault", tone="care"))
    row.add(Chip(theme, "F2", tone="tint", icon="do.promote", pickable=False))
    row.add(KeyCap(theme, "Ctrl+K"))
    column.addWidget(row)
    form = [Option("d", "Description"), Option("e", "Explanation"), Option("o", "Opinion")]
    column.addWidget(Segment(theme, "Form", form))
    column.addWidget(Segment(theme, "Form", form, underlined=True))
    boxes = QHBoxLayout()
    for said, on in (("Open questions", True), ("Timeline picture", False)):
        box = QCheckBox(said)
        box.setChecked(on)
        boxes.addWidget(box)
    column.addLayout(boxes)
    return page


class Swatches(QWidget):
    """The colours by role."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Room for four rows."""
        return QSize(self._theme.px(400), self._theme.px(56) * 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        wide = self.width() / 6
        for number, role in enumerate(chain.from_iterable(_SWATCHES)):
            x, y = number % 6 * wide, number // 6 * px(56)
            box = QRectF(x, y, wide - px(10), px(32))
            fill, edge = theme.colour(role), theme.colour("line2")
            rounded(painter, box, theme.radius("control"), fill=fill, edge=edge)
            name = QRectF(x, box.bottom() + px(2), wide, px(16))
            font, ink = theme.font("caption"), theme.colour("ink2")
            words(painter, name, role.replace("_", " "), font, ink)


def _column(theme: Theme, gap: int) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(gap))
    return page, column
