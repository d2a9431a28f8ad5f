from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from exporters.figures.icons import ICON_PATHS
from exporters.figures.lanes import EventNotes, Scene, lanes
from exporters.figures.lanes_svg import lanes_svg
from exporters.figures.metrics import arial_width
from exporters.figures.raster import DPI, png
from exporters.figures.strip import strip
from exporters.figures.strip_svg import strip_svg
from models.values import EventKind, Extent, Precision
from tests.exporters.factories import at, decision, event, impact

ZONE = ZoneInfo("UTC")


def scene() -> Scene:
    first = event("R & D <looks>", 0, precision=Precision.ABOUT)
    return Scene(
        events=(first, decision("Stops it", 60), *(event("x", 100) for _ in range(12))),
        zone=ZONE,
        impacts=(impact("slow", 0, 60), impact("offline", 60, 200, extent=Extent.FULL)),
        notes={first.id: EventNotes(accounts=2, has_source=False)},
        silent=((at(0), at(60)),),
    )


def size(image: bytes) -> tuple[int, int]:
    return int.from_bytes(image[16:20]), int.from_bytes(image[20:24])


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_has_a_drawing(kind) -> None:
    assert ICON_PATHS[kind].startswith("M")


def test_the_lanes_are_well_formed_and_escape_what_people_wrote() -> None:
    svg = etree.fromstring(lanes_svg(lanes(scene(), 720, arial_width(12))))
    shown = "".join(svg.itertext())
    assert "R & D <looks>" in shown
    assert "Impact" in shown


def test_the_strip_becomes_a_picture_of_three_hundred_dots_per_inch() -> None:
    image = png(strip_svg(strip(scene(), 437, 26, arial_width(7))))
    assert image.startswith(b"\x89PNG")
    assert size(image) == (round(437 * DPI / 72), round(44 * DPI / 72))


def test_a_picture_asked_for_again_is_not_drawn_again() -> None:
    drawn = strip_svg(strip(scene(), 437, 26, arial_width(7)))
    assert png(drawn) is png(str(drawn.encode(), "utf-8"))


def test_letters_of_other_scripts_are_drawn() -> None:
    plain, drawn = (
        png(lanes_svg(lanes(Scene(events=(event(title),), zone=ZONE), 720, arial_width(12))))
        for title in ("", "漢字")
    )
    assert plain != drawn
