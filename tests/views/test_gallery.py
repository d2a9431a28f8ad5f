"""The component sheet can be drawn with every widget of the kit in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from views.gallery.sheet import ComponentSheet
from views.theme import Mode, Theme
from views.widgets.capture_line import CaptureLine


@pytest.fixture(params=[Mode.LIGHT, Mode.DARK])
def look(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Theme]:
    theme.set_mode(request.param)
    yield theme
    theme.set_mode(Mode.LIGHT)


def test_the_sheet_draws_in_both_schemes(look: Theme, qtbot: QtBot) -> None:
    sheet = ComponentSheet(look)
    qtbot.addWidget(sheet)
    sheet.resize(1440, 1860)
    sheet.show()
    sheet.settle()
    image = sheet.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 1440, 7) for y in range(0, 1860, 7)}

    assert look.colour("window").name() in colours
    assert look.colour("accent").name() in colours
    assert sheet.findChild(CaptureLine) is not None
