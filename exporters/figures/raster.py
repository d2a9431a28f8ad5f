"""SVG to PNG at print resolution, with the fonts that this machine has."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import resvg_py

DPI = 300
_FONT_NAMES = (
    "arial.ttf", "arialbd.ttf", "Arial.ttf", "Arial Bold.ttf", "Helvetica.ttc",
    "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",
    "Inter-Regular.otf", "Inter-Bold.otf", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf",
)  # fmt: skip
_PLACES = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)


@lru_cache(maxsize=8)
def png(svg: str, points_per_unit: float = 1.0) -> bytes:
    """Return the picture at 300 dots per inch; one unit of the SVG is `points_per_unit` points.

    A picture asked for again, as by the preview at each word of the text around it, is not drawn
    again. Letters outside Latin script need the fonts of the whole system, which take longer to
    load.
    """
    fonts = _sans_fonts() if svg.isascii() or _is_latin(svg) else ()
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        zoom=DPI / 72 * points_per_unit,
        font_files=list(fonts) or None,
        skip_system_fonts=bool(fonts),
        sans_serif_family=None,
    )


def _is_latin(text: str) -> bool:
    return all(letter < "\u0250" or "\u2010" <= letter <= "\u2044" for letter in text)


@cache
def _sans_fonts() -> tuple[str, ...]:
    """Return files of the first sans family found, regular and bold; none where there is none."""
    found: dict[str, str] = {}
    for place in _PLACES:
        if place.is_dir():
            for path in place.rglob("*.[to]t[fc]"):
                found.setdefault(path.name, str(path))
    return tuple(found[name] for name in _FONT_NAMES if name in found)
