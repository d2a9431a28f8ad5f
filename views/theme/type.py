"""Which font speaks in which role, and how large the system wants its text."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from views.theme.tokens import Tokens

SMALLEST, LARGEST = 0.9, 2.0
_DESIGN_SIZE = 13
_LETTER_SPACING = {"title": 98.4, "room_event": 98.4}


def system_text_factor() -> float:
    """Tell how much larger than the design the system sets its text, 0.9 to 2.0."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(SMALLEST, min(LARGEST, QFontInfo(font).pixelSize() / _DESIGN_SIZE))


class Faces:
    """The fonts of every role at one text factor."""

    def __init__(self, tokens: Tokens, factor: float, ui_family: str) -> None:
        self._tokens = tokens
        self._factor = factor
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._ui = ui_family or general.family()
        known = set(QFontDatabase.families())
        self._voice = [family for family in tokens.voice if family in known] or ["serif"]
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._cache: dict[tuple[str, int, bool, bool], QFont] = {}
        self._has_medium = 500 in _weights(self._ui)

    @property
    def ui_family(self) -> str:
        """The family the app itself speaks in."""
        return self._ui

    def font(self, role: str, weight: int = 0, *, tabular: bool = False) -> QFont:
        """Give the font of a step of the type scale; weight 0 is the step's own."""
        key = (role, weight, tabular, False)
        if key not in self._cache:
            font = self._made(role, weight)
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._cache[key] = font
        return self._cache[key]

    def mono(self, role: str) -> QFont:
        """Give the fixed-pitch font at the size of a step, for log lines and masked secrets."""
        key = (role, 0, False, True)
        if key not in self._cache:
            font = self._made(role, 0)
            font.setFamilies([self._mono])
            font.setStyleHint(QFont.StyleHint.Monospace)
            self._cache[key] = font
        return self._cache[key]

    def _made(self, role: str, weight: int) -> QFont:
        step = self._tokens.scale[role]
        weight = weight or step.weight
        if weight == 500 and not self._has_medium:
            weight = 600
        font = QFont()
        font.setFamilies(self._voice if role.startswith(("voice", "page")) else [self._ui])
        font.setPixelSize(round(step.size * self._factor))
        font.setWeight(QFont.Weight(weight))
        if role in _LETTER_SPACING:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _LETTER_SPACING[role])
        return font


def _weights(family: str) -> set[int]:
    styles = QFontDatabase.styles(family)
    return {int(QFontDatabase.weight(family, style)) for style in styles}
