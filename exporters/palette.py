"""The colours of the printed page, as named in the design tokens for paper (light)."""

from __future__ import annotations

INK = "#211F1B"
INK2 = "#57524A"
INK3 = "#6F695F"
LINE = "#E7E3DA"
LINE2 = "#D6D1C5"
BORDER = "#8B8579"
ACCENT = "#2B5BA8"
ACCENT_INK = "#234F96"
GROWTH = "#2E6B46"
GROWTH_TINT = "#E7F1E9"
GROWTH_LINE = "#559570"
SUNKEN = "#F3F1EB"
IMPACT = "#F6E9D9"
IMPACT_FULL = "#EBCFA9"
PAPER = "#FFFFFF"
