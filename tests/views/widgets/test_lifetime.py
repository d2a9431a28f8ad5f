"""A widget that was closed is gone: nothing in the kit holds on to it."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from views.gallery import left, right
from views.theme import Theme
from views.widgets.command_palette import CommandPalette
from views.widgets.focus_ring import FocusRing
from views.widgets.guide_panel import GuidePanel
from views.widgets.page_preview import PagePreview
from views.widgets.rail import Rail
from views.widgets.sheet import Sheet
from views.widgets.stage_header import StageHeader
from views.widgets.status_line import StatusLine
from views.widgets.toast import Toast


def overlays(theme: Theme) -> QWidget:
    window = QWidget()
    CommandPalette(theme, window)
    Sheet(theme, window, "Take in a file")
    Toast(theme, window)
    FocusRing(theme, window)
    return window


def header(theme: Theme) -> QWidget:
    return StageHeader(theme, "Prepare", "Who leads, whom to hear, and when.")


MAKERS = [
    *(left.buttons, left.fields, left.capture, left.rail_items, left.checks, left.chips),
    *(right.event_list, right.questions, right.how_chain, right.accounts, right.cards),
    *(right.coach, right.messages, right.drop_zones, right.table, right.empty_states),
    *(Rail, GuidePanel, StatusLine, PagePreview, header, overlays),
]


def let_go(widget: QWidget) -> weakref.ref[QWidget]:
    widget.show()
    widget.close()
    widget.deleteLater()
    return weakref.ref(widget)


def test_nothing_keeps_a_closed_widget(theme: Theme, qtbot: QtBot) -> None:
    gone = {make.__name__: let_go(make(theme)) for make in MAKERS}
    left_over: list[str] = []

    def collected() -> bool:
        gc.collect()
        left_over[:] = [name for name, widget in gone.items() if widget() is not None]
        return not left_over

    qtbot.waitUntil(collected, timeout=3000)
    assert left_over == []
