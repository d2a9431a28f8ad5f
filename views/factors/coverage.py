"""Where we have looked: a cell for each category, with its count, "none" or "not yet" (F10)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guides.looks import CategoryLook
from models.phrases import number
from models.values import LookState
from views.theme import Theme
from views.widgets.paint import CENTRE, rounded, text_width, words
from views.widgets.text import Text

_HIGH, _LEAST, _GAP, _BETWEEN = 48, 44, 4, 24
_SPOKEN = {LookState.NOTHING: "looked, nothing found", LookState.NOT_LOOKED: "not looked at yet"}


class CoverageCell(QPushButton):
    """One category; the row walks between the cells."""

    opened = Signal(str, QPoint)

    def __init__(self, theme: Theme, look: CategoryLook) -> None:
        super().__init__()
        self._theme = theme
        self.look = look
        self.setProperty("painted", True)  # noqa: FBT003
        self.show_look(look)
        self.clicked.connect(self._on_clicked)

    def show_look(self, look: CategoryLook) -> None:
        """Show another state."""
        self.look = look
        said = _SPOKEN.get(look.state, f"{look.count} found")
        self.setAccessibleName(f"{look.guide.code} {look.guide.title}: {said}")
        self.setToolTip(f"{look.guide.code}  {look.guide.title}: {look.guide.covers}")
        self.update()

    def natural_width(self) -> int:
        """As wide as its word needs."""
        wide = text_width(self._theme.font("caption"), self.look.guide.word)
        state = text_width(self._theme.font("small", 600), self.look.words)
        return max(round(max(wide, state)) + self._theme.px(3), self._theme.px(_LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cell by its state."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill, edge, ink, second = self._look()
        rounded(
            painter,
            box,
            theme.radius("control"),
            fill=theme.colour(fill) if fill else None,
            edge=theme.colour(edge) if edge else None,
        )
        upper = QRectF(box.x(), box.y() + px(6), box.width(), px(18))
        lower = upper.translated(0, px(18))
        is_count = self.look.state is LookState.FOUND
        font = theme.font("body" if is_count else "small", 600, tabular=True)
        words(painter, upper, self.look.words, font, theme.colour(ink), CENTRE)
        caption = theme.font("caption")
        words(painter, lower, self.look.guide.word, caption, theme.colour(second), CENTRE)

    def _look(self) -> tuple[str, str, str, str]:
        """Fill, edge, ink of the state, ink of the word."""
        held = self.look.guide.category.is_resilience
        if self.look.state is LookState.FOUND:
            ink = "growth" if held else "ink"
            return ("growth_tint" if held else "sunken"), "", ink, "ink" if held else "ink2"
        if self.look.state is LookState.NOTHING:
            return ("hover" if self.underMouse() else ""), "line", "ink2", "ink2"
        return ("tint" if self.underMouse() else "surface"), "border", "accent_ink", "ink"

    @Slot()
    def _on_clicked(self) -> None:
        corner = self.mapToGlobal(QPoint(0, 0))
        self.opened.emit(self.look.guide.code, corner)


class CellRow(QWidget):
    """Lays the cells out in as few rows as their words allow; arrows walk between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cells: list[CoverageCell] = []
        self.setAccessibleName("Where we have looked")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cells(self) -> Sequence[CoverageCell]:
        """Every cell, in the order of its code."""
        return self._cells

    def show_cells(self, cells: list[CoverageCell]) -> None:
        """Take the cells in."""
        self._cells = cells
        for cell in cells:
            cell.setParent(self)
            cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cells[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.updateGeometry()

    def walk_to(self, place: int) -> None:
        """Give the focus to a cell; Tab comes back to it."""
        place = max(0, min(len(self._cells) - 1, place))
        for cell in self._cells:
            cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._cells[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cells[place].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -99,
            Qt.Key.Key_End: 99,
        }
        step = steps.get(Qt.Key(event.key()))
        focused = [place for place, cell in enumerate(self._cells) if cell.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        self.walk_to(focused[0] + step)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(self._theme.px(600), self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        """Any width: rows wrap."""
        return QSize(self._theme.px(200), self._theme.px(_HIGH))

    def heightForWidth(self, width: int) -> int:
        """Height of the rows at a width."""
        rows = len(self._rows(width))
        return rows * self._theme.px(_HIGH) + (rows - 1) * self._theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells."""
        super().resizeEvent(event)
        px, top = self._theme.px, 0
        for row in self._rows(self.width()):
            self._place(row, top)
            top += px(_HIGH) + px(_GAP)

    def _rows(self, width: int) -> list[list[CoverageCell]]:
        if self._wide(self._cells) <= width:
            return [list(self._cells)]
        rows: list[list[CoverageCell]] = []
        for held in (False, True):
            side = [cell for cell in self._cells if cell.look.guide.category.is_resilience is held]
            count = 1
            while count < len(side) and any(
                self._wide(part) > width for part in _split(side, count)
            ):
                count += 1
            rows += _split(side, count)
        return rows

    def _place(self, row: list[CoverageCell], top: int) -> None:
        px = self._theme.px
        spare = self.width() - self._wide(row)
        even = self._even_width(row)
        left = 0
        for place, cell in enumerate(row):
            if place and self._turns(row, place):
                left += px(_BETWEEN) - px(_GAP)
            wide = even or cell.natural_width() + min(spare // len(row), px(16))
            cell.setGeometry(QRect(left, top, wide, px(_HIGH)))
            cell.show()
            left += wide + px(_GAP)

    def _even_width(self, row: list[CoverageCell]) -> int:
        """Return the width that all cells of a row can have, or nothing."""
        widest = max(cell.natural_width() for cell in row)
        gaps = self._gaps(row)
        even = (self.width() - gaps) // len(row)
        return min(even, self._theme.px(72)) if even >= widest else 0

    def _wide(self, row: Sequence[CoverageCell]) -> int:
        return sum(cell.natural_width() for cell in row) + self._gaps(row)

    def _gaps(self, row: Sequence[CoverageCell]) -> int:
        px = self._theme.px
        turns = sum(self._turns(row, place) for place in range(1, len(row)))
        return (len(row) - 1 - turns) * px(_GAP) + turns * px(_BETWEEN)

    def _turns(self, row: Sequence[CoverageCell], place: int) -> bool:
        """Tell whether what held begins at a place of a row."""
        before, here = row[place - 1].look.guide, row[place].look.guide
        return here.category.is_resilience and not before.category.is_resilience


class CoveragePanel(QWidget):
    """The title with how many are to go, and the cells."""

    opened = Signal(str, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._to_go = Text(theme, colour="ink2", role="small")
        self.row = CellRow(theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(Text(theme, "Where we have looked", weight=600))
        head.addWidget(self._to_go)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(10), theme.px(32), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row.setObjectName("scrolled")
        self._scroll.setWidget(self.row)
        column.addWidget(self._scroll)
        self._theme = theme

    def show_looks(self, looks: Sequence[CategoryLook]) -> None:
        """Show the state of every category."""
        if not self.row.cells:
            cells = [CoverageCell(self._theme, look) for look in looks]
            for cell in cells:
                cell.opened.connect(self.opened)
            self.row.show_cells(cells)
        for cell, look in zip(self.row.cells, looks, strict=True):
            cell.show_look(look)
        waiting = sum(look.state is LookState.NOT_LOOKED for look in looks)
        self._to_go.setText(f"{number(waiting)} to go" if waiting else "every one looked at")

    def hold_to(self, most: int) -> None:
        """Take no more height than this for the cells, and at least one row; the rest scrolls."""
        px = self._theme.px
        needed = self.row.heightForWidth(max(1, self.width() - 2 * px(32)))
        self._scroll.setFixedHeight(min(needed, max(most, px(_HIGH))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new width."""
        super().resizeEvent(event)
        page = self.parentWidget()
        if page is not None:
            self.hold_to(page.height() // 4)

    def focus_category(self, code: str) -> None:
        """Give the focus to the cell of a category."""
        for place, cell in enumerate(self.row.cells):
            if cell.look.guide.code == code:
                self.row.walk_to(place)
                self._scroll.ensureWidgetVisible(cell, 0, 4)

    def codes(self) -> list[str]:
        """Return the codes of all cells."""
        return [cell.look.guide.code for cell in self.row.cells]


def _split(side: Sequence[CoverageCell], count: int) -> list[list[CoverageCell]]:
    each = -(-len(side) // count)
    return [list(side[start : start + each]) for start in range(0, len(side), each)]
