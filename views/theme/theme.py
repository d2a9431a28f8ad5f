"""The theme: colours, fonts, lengths and motion by role, following the system live."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory

from views.theme.icons import Icons
from views.theme.stylesheet import style_sheet
from views.theme.tokens import Scheme, Tokens, read_tokens
from views.theme.type import LARGEST, SMALLEST, Faces, system_text_factor

_HIGH_CONTRAST = {"line": "border", "line2": "border", "ink3": "ink2"}
_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "tint2",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent_ink",
    QPalette.ColorRole.LinkVisited: "accent_ink",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "scrim",
    QPalette.ColorRole.Accent: "accent",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Mode(StrEnum):
    """Whether the look follows the system or is held."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """What every widget asks for its look. Make one, call `apply()`, hand it to the widgets.

    `changed` is emitted after the application has its new palette and style sheet: widgets that
    paint themselves call `update()`, those that keep fonts take them anew.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        mode: Mode = Mode.SYSTEM,
        text_factor: float | None = None,
        ui_family: str = "",
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._asked_factor = text_factor
        self._asked_family = ui_family
        self._still = False
        self.tokens: Tokens = read_tokens()
        self.icons = Icons(self.tokens.icons, self.colour)
        self._take_stock()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def scheme(self) -> Scheme:
        """Light or dark, as shown now."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are shown now."""
        return self._scheme is Scheme.DARK

    @property
    def high_contrast(self) -> bool:
        """Whether the system asks for stronger edges."""
        return self._high_contrast

    @property
    def text_factor(self) -> float:
        """How much larger than the design text is set, 0.9 to 2.0."""
        return self._factor

    def colour(self, role: str) -> QColor:
        """Give a colour of the current scheme by its name in the tokens."""
        return self._colours[role]

    def font(self, role: str = "body", weight: int = 0, *, tabular: bool = False) -> QFont:
        """Give the font of a step of the type scale; `tabular` for numbers in columns."""
        return self._faces.font(role, weight, tabular=tabular)

    def mono(self, role: str = "small") -> QFont:
        """Give the fixed-pitch font, for log lines."""
        return self._faces.mono(role)

    def line(self, role: str = "body") -> int:
        """Height of one line of a step of the type scale, in pixels."""
        return self.px(self.tokens.scale[role].line)

    def px(self, length: float) -> int:
        """Scale a length of the design by the text factor, in whole pixels."""
        return round(length * self._factor)

    def space(self, name: str) -> int:
        """Give a distance: xs 4, s 8, m 12, l 16, xl 20, xxl 24, page 32."""
        return self.px(self.tokens.space[name])

    def size(self, name: str) -> int:
        """Give a size of the tokens (`control`, `row_event`, `sheet_width`)."""
        return self.px(self.tokens.size[name])

    def radius(self, name: str) -> int:
        """Give a corner radius; corners do not grow with the text."""
        return self.tokens.radius[name]

    def motion(self, name: str) -> int:
        """Duration in ms; 0 where the system or the settings want no motion."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self._still or self._app.style().styleHint(hint) == 0:
            return 0
        return self.tokens.motion[name]

    def apply(self) -> None:
        """Give the application its style, palette, font and style sheet."""
        self._app.setStyle(QStyleFactory.create("Fusion"))
        self._dress()

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or hold light or dark."""
        self._mode = mode
        self._renew()

    def set_text_factor(self, factor: float | None) -> None:
        """Set text larger or smaller than the system, or follow it with None."""
        self._asked_factor = factor
        self._renew()

    def set_still(self, *, still: bool) -> None:
        """Stop all motion, whatever the system says."""
        self._still = still

    @Slot(Qt.ColorScheme)
    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._renew()

    def _renew(self) -> None:
        self._take_stock()
        self._dress()
        self.changed.emit()

    def _take_stock(self) -> None:
        hints = self._app.styleHints()
        accessibility = hints.accessibility()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if self._mode is not Mode.SYSTEM:
            dark = self._mode is Mode.DARK
        self._scheme = Scheme.DARK if dark else Scheme.LIGHT
        strong = Qt.ContrastPreference.HighContrast
        self._high_contrast = accessibility.contrastPreference() == strong
        self._names = dict(self.tokens.colours[self._scheme])
        if self._high_contrast:
            self._names |= {role: self._names[to] for role, to in _HIGH_CONTRAST.items()}
        self._colours = {role: QColor(name) for role, name in self._names.items()}
        factor = system_text_factor() if self._asked_factor is None else self._asked_factor
        self._factor = max(SMALLEST, min(LARGEST, factor))
        self._faces = Faces(self.tokens, self._factor, self._asked_family)

    def _dress(self) -> None:
        self._app.setFont(self.font("body"))
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(style_sheet(self._names, self._factor, self._scheme))

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in _FADED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette
