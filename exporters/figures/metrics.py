"""How wide a text is when no screen is there to ask: the published widths of Arial's letters."""

from __future__ import annotations

from exporters.figures.axis import TextWidth

_THOUSANDTHS = {
    222: "ijl'", 278: " !,./:;[]\\ftI|", 333: "()-`r", 355: '"', 389: "*", 469: "^",
    500: "cksvxyzJ", 556: "#$0123456789?_Labdeghnopqu", 584: "+<=>~", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _THOUSANDTHS.items() for letter in letters}
_OTHER = 600
_BOLD = 1.07


def arial_width(size: float, *, bold: bool = False) -> TextWidth:
    """Return a measure of texts set in Arial at `size`."""
    unit = size / 1000 * (_BOLD if bold else 1.0)

    def width(text: str) -> float:
        return sum(_WIDTHS.get(letter, _OTHER) for letter in text) * unit

    return width
