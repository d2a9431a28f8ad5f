"""Parts side by side with a line between them; one below the other where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from views.theme import Theme
from views.widgets.text import Hairline


class SideBySide(QWidget):
    """`least` is the width, at 100 %, from which the parts stand side by side.

    `shares` says how much of the width each of them takes; by default all take the same.
    """

    def __init__(
        self,
        theme: Theme,
        parts: Sequence[QWidget],
        *,
        least: int,
        gap: int = 16,
        lined: bool = False,
        shares: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._least = least
        self._lines: list[Hairline] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(gap))
        for part, share in zip(parts, shares or [1] * len(parts), strict=True):
            if lined and self._row.count():
                line = Hairline(theme, upright=True)
                self._lines.append(line)
                self._row.addWidget(line)
            self._row.addWidget(part, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the parts the way they fit."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(self._least)
        below, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if beside else below)
        for line in self._lines:
            line.setVisible(beside)
