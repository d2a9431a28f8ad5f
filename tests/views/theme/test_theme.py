"""The theme gives colours, fonts and lengths, and changes live."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from views.theme import Mode, Theme
from views.theme.tokens import read_tokens


@pytest.fixture
def look(theme: Theme) -> Iterator[Theme]:
    yield theme
    theme.set_mode(Mode.LIGHT)
    theme.set_text_factor(1.0)


def test_dark_gives_other_colours_and_tells_everyone(look: Theme, qtbot: QtBot) -> None:
    light = look.colour("window").name()

    with qtbot.waitSignal(look.changed):
        look.set_mode(Mode.DARK)

    assert look.is_dark
    assert look.colour("window").name() != light


def test_the_application_wears_the_palette(look: Theme, qapp: QApplication) -> None:
    look.set_mode(Mode.DARK)

    assert qapp.palette().window().color() == look.colour("window")
    assert look.colour("accent").name().upper() in qapp.styleSheet().upper()


def test_the_style_sheet_leaves_no_place_unfilled(look: Theme, qapp: QApplication) -> None:
    look.set_mode(Mode.LIGHT)

    sheet = qapp.styleSheet()
    assert "$" not in sheet
    assert "@" not in sheet
    assert "dp;" not in sheet


@pytest.mark.parametrize(("asked", "given"), [(0.5, 0.9), (1.0, 1.0), (1.5, 1.5), (3.0, 2.0)])
def test_text_grows_within_its_limits(look: Theme, asked: float, given: float) -> None:
    look.set_text_factor(asked)

    assert look.text_factor == given
    assert look.font("body").pixelSize() == round(13 * given)
    assert look.size("row_event") == round(40 * given)


def test_peoples_words_have_another_face_than_the_app(look: Theme) -> None:
    assert look.font("voice").families() != look.font("body").families()


def test_stillness_takes_all_motion_away(look: Theme) -> None:
    assert look.motion("panel") == 0


def test_every_icon_of_the_tokens_can_be_drawn(look: Theme) -> None:
    for name in read_tokens().icons:
        assert ink_of(look, name) > 0, name


def test_an_icon_follows_the_scheme(look: Theme) -> None:
    icon = look.icons.icon("kind.alert", "ink")
    light = icon.pixmap(16, 16).toImage()
    look.set_mode(Mode.DARK)

    assert icon.pixmap(16, 16).toImage() != light


def ink_of(look: Theme, name: str) -> int:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    look.icons.paint(painter, QRectF(0, 0, 32, 32), name, "ink")
    painter.end()
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
