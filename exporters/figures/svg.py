"""Small pieces of SVG, escaped, from which every figure is written."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from exporters.printable import printable

SANS = "Arial, Helvetica, Liberation Sans, Inter, DejaVu Sans, sans-serif"


def element(tag: str, **given: float | str) -> str:
    """Return one empty element; `_` in names becomes `-`."""
    return f"<{tag}{_attributes(given)}/>"


def text(said: str, x: float, y: float, **given: float | str) -> str:
    """Return a text whose baseline starts (or ends, by `text_anchor`) at x, y."""
    return f"<text{_attributes({'x': x, 'y': y, **given})}>{escape(printable(said))}</text>"


def diamond(x: float, y: float, half: float, **given: float | str) -> str:
    """Return a diamond around x, y."""
    path = f"M{x:.2f} {y - half:.2f}l{half} {half}l{-half} {half}l{-half} {-half}Z"
    return element("path", d=path, **given)


def picture(width: float, height: float, parts: list[str]) -> str:
    """Return a whole SVG file, in points."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}" height="{height:.2f}" '
        f'viewBox="0 0 {width:.2f} {height:.2f}" font-family={quoteattr(SANS)}>'
        + "".join(parts)
        + "</svg>"
    )


def shortened(said: str, room: float, width: float) -> str:
    """Return the text cut to about `room` where its `width` is larger."""
    if width <= room or not said:
        return said
    kept = max(0, int(len(said) * room / width) - 1)
    return f"{said[:kept].rstrip()}…" if kept else ""


def _attributes(given: dict[str, float | str]) -> str:
    return "".join(
        f" {name.replace('_', '-')}={quoteattr(_value(value))}" for name, value in given.items()
    )


def _value(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
