"""Phosphor icons as QIcons and as painted glyphs, in the colours of the theme.

The font is taken straight from qtawesome's files: importing qtawesome itself loads eight more
fonts and would cost the first paint about 170 ms.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
)

_EM = 256.0


def _fonts_folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome is not installed")
    return Path(spec.origin).parent / "fonts"


class Icons:
    """Draws icons by their name in the tokens (`kind.decision`) or in Phosphor (`ph.eye`)."""

    def __init__(self, names: Mapping[str, str], colour: Callable[[str], QColor]) -> None:
        self._names = names
        self._colour = colour
        self._charmap: dict[str, str] = {}
        self._font = QFont()
        self._outlines: dict[tuple[str, bool], QPainterPath] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, role: str = "ink2") -> QIcon:
        """Give an icon in a colour role; it follows the scheme by itself.

        It is drawn as a square at the left of its box: a wider icon size leaves a gap for text.
        """
        key = (name, role)
        if key not in self._icons:
            self._icons[key] = QIcon(_Glyph(self, name, role))
        return self._icons[key]

    def paint(
        self, painter: QPainter, box: QRectF, name: str, role: str, *, bold: bool = False
    ) -> None:
        """Draw an icon to fill the square `box`; `bold` below 14 px and inside marks."""
        outline = self._outline(name, bold=bold)
        side = min(box.width(), box.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.center() - QPointF(side / 2, side / 2))
        painter.scale(side / _EM, side / _EM)
        painter.fillPath(outline, self._colour(role))
        painter.restore()

    def colour(self, role: str) -> QColor:
        """Give a colour of the current scheme."""
        return self._colour(role)

    def _outline(self, name: str, *, bold: bool) -> QPainterPath:
        key = (name, bold)
        if key not in self._outlines:
            self._load()
            glyph = self._names.get(name, name).removeprefix("ph.")
            if bold and f"{glyph}-bold" in self._charmap:
                glyph = f"{glyph}-bold"
            self._outlines[key] = self._path_of(self._charmap[glyph])
        return self._outlines[key]

    def _path_of(self, character: str) -> QPainterPath:
        path = QPainterPath()
        path.addText(QPointF(0, 0), self._font, character)
        box = path.boundingRect()
        path.translate(QPointF(_EM / 2, _EM / 2) - box.center())
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def _load(self) -> None:
        if self._charmap:
            return
        folder = _fonts_folder()
        number = QFontDatabase.addApplicationFont(str(next(folder.glob("phosphor-*.ttf"))))
        codes = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text("utf-8"))
        self._charmap = {name: chr(int(code, 16)) for name, code in codes.items()}
        self._font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
        self._font.setPixelSize(int(_EM))
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)


class _Glyph(QIconEngine):
    """One glyph that looks its colour up each time it is painted."""

    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the glyph at the left of `rect`."""
        role = "faint" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        box = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        self._icons.paint(painter, box, self._name, role, bold=box.height() < 14)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw the glyph on a clear picture of `size` device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Give another engine for the same glyph."""
        return _Glyph(self._icons, self._name, self._role)
