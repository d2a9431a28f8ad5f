"""How the parts of Gather lie: three columns over two, or all below each other where narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from views.gather.what_changed import WhatChanged
from views.theme import Theme
from views.widgets.fade_scroll import FadeScroll
from views.widgets.text import Hairline, Text

ONE_COLUMN = 760
"""Below this width (at 100 %) the parts lie below each other."""
ROOMY = 1080
_SIDE, _SIDE_SLIM = 204, 176
_DETAILS, _DETAILS_SLIM = 356, 280
_BODY, _FOOT = 320, 196


class GatherLayout(QWidget):
    """Places the parts; `fit(width)` takes the width of the page at 100 % text size."""

    def __init__(
        self,
        theme: Theme,
        side: QWidget,
        tray: QWidget,
        details: QWidget,
        changed: WhatChanged,
        gaps: QWidget,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._side, self._tray, self._details = side, tray, details
        self._changed, self._gaps = changed, gaps
        self._found = Text(theme, role="small", colour="ink2")
        self._found.hide()
        self._rules: list[Hairline] = []
        self._is_narrow: bool | None = None
        self._build()

    def put_drop(self, drop: QWidget) -> None:
        """Put the drop zone on top."""
        self._top.addWidget(drop)

    def say_found(self, said: str) -> None:
        """Say how many records fit the filter."""
        self._found.setText(said)
        self._found.setVisible(bool(said))

    def found(self) -> str:
        """Give what is said of the filter."""
        return self._found.text()

    def bring(self, part: QWidget) -> None:
        """Scroll a part into sight."""
        self._scroll.ensureWidgetVisible(part, 0, self._theme.px(24))

    def fit(self, width: float) -> None:
        """Lay the parts out for a width."""
        px = self._theme.px
        narrow = width < ONE_COLUMN
        roomy = width >= ROOMY
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._turn(narrow=narrow)
        widest = 16_777_215
        self._side_scroll.setMaximumWidth(widest if narrow else px(_SIDE if roomy else _SIDE_SLIM))
        details = px(_DETAILS if roomy else _DETAILS_SLIM)
        for part in (self._details_scroll, self._gaps):
            part.setMinimumWidth(0 if narrow else details)
            part.setMaximumWidth(widest if narrow else details)

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._side_scroll = FadeScroll(theme, self._side)
        self._details_scroll = FadeScroll(theme, self._details)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(px(20))
        middle = QVBoxLayout()
        middle.setSpacing(px(4))
        middle.addWidget(self._found, 0, Qt.AlignmentFlag.AlignRight)
        middle.addWidget(self._tray, 1)
        self._body.addWidget(self._side_scroll)
        self._body.addLayout(middle, 1)
        self._body.addWidget(self._rule())
        self._body.addWidget(self._details_scroll)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(px(20))
        changed = FadeScroll(theme, self._changed)
        self._changed_scroll = changed
        self._foot.addWidget(changed, 1)
        self._foot.addWidget(self._rule())
        self._foot.addWidget(self._gaps)
        page = theme.space("page")
        self._top = QHBoxLayout()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(0)
        for inner, margins, stretch in (
            (self._top, (page, 0, page, px(16)), 0),
            (self._body, (px(24), 0, page, 0), 1),
        ):
            inner.setContentsMargins(*margins)
            column.addLayout(inner, stretch)
        column.addWidget(Hairline(theme))
        self._foot.setContentsMargins(page, px(12), page, px(12))
        column.addLayout(self._foot)
        self._scroll = FadeScroll(theme, content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _rule(self) -> Hairline:
        rule = Hairline(self._theme, upright=True)
        self._rules.append(rule)
        return rule

    def _turn(self, *, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if narrow else ways.LeftToRight
        self._body.setDirection(way)
        self._foot.setDirection(way)
        self._changed.set_narrow(narrow=narrow)
        for rule in self._rules:
            rule.setVisible(not narrow)
        px = self._theme.px
        self._tray.setMinimumHeight(px(_BODY))
        for scroll in (self._side_scroll, self._details_scroll, self._changed_scroll):
            high = scroll.widget().sizeHint().height()  # type: ignore[union-attr]
            scroll.setMinimumHeight(high if narrow else 0)
        self._changed_scroll.setMinimumHeight(
            self._changed.sizeHint().height() if narrow else px(_FOOT)
        )
