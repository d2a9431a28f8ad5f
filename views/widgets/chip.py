"""Chips: small pills to pick, and the row that wraps them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.flow import FlowLayout
from views.widgets.paint import CENTRE, LEFT, rounded, text_width, words


class Chip(QPushButton):
    """A 26 high pill; `pickable` keeps it pressed once clicked.

    `tone` is "care" for self-blame or "tint" for a promoted answer ("F2"); `icon` stands before
    the words, `caret` shows that a menu opens.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        pickable: bool = True,
        tone: str = "",
        icon: str = "",
        caret: bool = False,
    ) -> None:
        super().__init__(text)
        self.setAutoDefault(True)
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self._caret = caret
        self.setCheckable(pickable)
        self.setProperty("painted", True)  # noqa: FBT003
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Words with round ends."""
        px = self._theme.px
        wide = text_width(self._font(), self.text()) + px(22)
        wide += px(20) if self._icon else 0
        wide += px(18) if self._caret else 0
        return QSize(round(wide) + 1, self._theme.size("control_small"))

    def minimumSizeHint(self) -> QSize:
        """Keep the words whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        fill, edge, ink = self._look()
        box = QRectF(self.rect())
        rounded(
            painter,
            box,
            box.height() / 2,
            fill=theme.colour(fill) if fill else None,
            edge=theme.colour(edge) if edge else None,
        )
        if not self._icon and not self._caret:
            words(painter, box, self.text(), self._font(), theme.colour(ink), CENTRE)
            return
        rest = box.adjusted(px(11), 0, -px(8), 0)
        if self._icon:
            sign = QRectF(rest.x(), rest.center().y() - px(7), px(14), px(14))
            theme.icons.paint(painter, sign, self._icon, ink)
            rest.setLeft(sign.right() + px(6))
        words(painter, rest, self.text(), self._font(), theme.colour(ink), LEFT)
        if self._caret:
            sign = QRectF(rest.right() - px(14), rest.center().y() - px(6), px(12), px(12))
            theme.icons.paint(painter, sign, "ph.caret-down", ink, bold=True)

    def _font(self) -> QFont:
        return self._theme.font("small", 600)

    def _look(self) -> tuple[str, str, str]:
        """Fill, edge and ink."""
        if not self.isEnabled():
            return "", "line", "faint"
        if self._tone == "care":
            return "care_tint", "care_line" if self.isChecked() else "care_tint", "care"
        if self.isChecked():
            return "tint2", "tint2", "accent_ink"
        if self._tone == "tint":
            return "tint", "tint", "accent_ink"
        return ("hover" if self.underMouse() else ""), "line2", "ink2"


class ChipRow(QWidget):
    """Chips side by side that wrap where the width ends."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, theme.px(8), theme.px(6))
        self.setAccessibleName(name)

    def add(self, chip: QWidget) -> None:
        """Put a chip at the end."""
        self._flow.addWidget(chip)

    def clear(self) -> None:
        """Take all chips away."""
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.deleteLater()

    def stops(self) -> list[QWidget]:
        """All that stands in the row, in order."""
        found = [item.widget() for item in self._flow.items()]
        return [each for each in found if each is not None]

    def chips(self) -> list[Chip]:
        """All chips in order."""
        return [chip for chip in self.stops() if isinstance(chip, Chip)]
