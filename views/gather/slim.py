"""Whether a sheet has room for two columns beside each other."""

from __future__ import annotations

from views.theme import Theme
from views.widgets.sheet import Sheet

_TWO_COLUMNS = 780
"""Width of the window, at 100 % text size, from which two columns fit."""


def is_slim(theme: Theme, sheet: Sheet) -> bool:
    """Whether what a sheet shows has to lie in one column."""
    window = sheet.parentWidget()
    return window is not None and window.width() < theme.px(_TWO_COLUMNS)
