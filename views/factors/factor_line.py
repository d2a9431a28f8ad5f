"""One factor as a line of the list: code, statement, how much shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from views.theme import Theme
from views.widgets.paint import LEFT, RIGHT, rounded, text_width, words

_HIGH = 31
_CODE = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """What the line of a factor says."""

    factor_id: str
    code: str
    statement: str
    count: int
    held: bool
    category: str
    confidence: str

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        shown = f"shown by {self.count}" if self.count else "not shown by anything yet"
        return f"{self.code}, {self.statement or 'not worded yet'}, {self.category}, {shown}"


class FactorLine(QPushButton):
    """Leaves every key to the list it stands in; a click chooses."""

    wanted = Signal(str)
    menu_wanted = Signal(str)

    def __init__(self, theme: Theme, line: LineView) -> None:
        super().__init__()
        self._theme = theme
        self.line = line
        self._is_open = False
        self.setCheckable(False)
        self.setProperty("painted", True)  # noqa: FBT003
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.updateGeometry)

    def show_line(self, line: LineView) -> None:
        """Say something else."""
        self.line = line
        self.setAccessibleName(line.spoken)
        self.update()

    def set_open(self, *, is_open: bool) -> None:
        """Show the line as the head of its card, or as a line."""
        self._is_open = is_open
        tab = Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(tab)
        chosen = "Chosen" if is_open else ""
        self.setAccessibleDescription(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(240), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Statements may be elided."""
        return QSize(self._theme.px(120), self._theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the key to the list."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with this factor."""
        self.menu_wanted.emit(self.line.factor_id)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() and not self._is_open:
            rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
        inner = box.adjusted(px(12), 0, -px(12), 0)
        ink = "growth" if self.line.held else "accent_ink" if self._is_open else "ink2"
        code = theme.font("body", 600, tabular=True)
        words(painter, inner, self.line.code, code, theme.colour(ink), LEFT)
        rest = inner.adjusted(px(_CODE), 0, 0, 0)
        if self._is_open:
            self._paint_head(painter, rest)
        else:
            self._paint_line(painter, rest)

    def _paint_head(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        small, ink = theme.font("small"), theme.colour("ink2")
        wide = words(painter, box, self.line.confidence, small, ink, RIGHT)
        room = box.adjusted(0, 0, -wide - theme.px(12), 0)
        words(painter, room, self.line.category, small, ink)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        font = theme.font("small", tabular=True)
        words(painter, box, str(self.line.count), font, theme.colour("ink2"), RIGHT)
        wide = max(text_width(font, str(self.line.count)), px(8))
        sign = QRectF(box.right() - wide - px(22), box.center().y() - px(6), px(12), px(12))
        icon = "do.evidence" if self.line.count else "do.no_evidence"
        theme.icons.paint(painter, sign, icon, "ink2" if self.line.count else "notice")
        room = box.adjusted(0, 0, -wide - px(34), 0)
        ink = theme.colour("ink" if self.line.statement else "ink3")
        words(painter, room, self.line.statement or "Not worded yet", theme.font(), ink)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self.line.factor_id)
