"""Open questions about the facts, the first few of them, and a line to add one (G05)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.rows import GapRow
from models.snapshot import Snapshot
from models.values import GapState
from views.context import Context
from views.widgets.buttons import link_button
from views.widgets.line_field import LineField
from views.widgets.paint import LEFT, RIGHT, rounded, text_width, words
from views.widgets.text import Text

SHOWN = 3
ROW = 30
ANSWERED = {GapState.ANSWERED: "answered", GapState.CANNOT_KNOW: "cannot be known"}


class GapsPanel(QWidget):
    """`added(text)` asks for a gap, `opened(id)` for its sheet; empty id: that of all gaps."""

    added = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._build()

    def show_review(self, snapshot: Snapshot) -> None:
        """Show the open gaps first."""
        open_ones = [gap for gap in snapshot.gaps if gap.state is GapState.OPEN]
        closed = [gap for gap in snapshot.gaps if gap.state is not GapState.OPEN]
        self._count.setText(f"{len(open_ones)} open" if snapshot.gaps else "none yet")
        ordered = [*open_ones, *closed]
        self._show_rows(ordered[:SHOWN])
        more, hidden = max(len(open_ones) - SHOWN, 0), len(ordered) - SHOWN
        self._more.setText(f"{more} more" if more else f"{hidden} settled")
        self._more.setVisible(hidden > 0)

    def begin(self, text: str = "") -> None:
        """Open the line for a gap, with the beginning of its words."""
        self.line.show()
        if text:
            self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setCursorPosition(len(self.line.text()))

    def texts(self) -> list[str]:
        """Give the gaps shown."""
        return [row.gap.text for row in self._rows]

    def rows(self) -> list[GapLine]:
        """Give the lines shown."""
        return list(self._rows)

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self._rows: list[GapLine] = []
        self._count = Text(theme, role="small", colour="ink2")
        add = link_button(theme, "Add", small=True)
        add.setAccessibleName("Add a gap")
        add.clicked.connect(self._on_add)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Text(theme, "Gaps", weight=600))
        head.addWidget(self._count, 1)
        head.addWidget(add)
        self.line = LineField(theme, "What is not known", hint="What is not known? Enter keeps it")
        self.line.keep_own_undo()
        self.line.returnPressed.connect(self._on_entered)
        self.line.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = link_button(theme, "", small=True)
        self._more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(self.line)
        column.addLayout(self._list)
        indent = QHBoxLayout()
        indent.setContentsMargins(px(24), 0, 0, 0)
        indent.addWidget(self._more)
        indent.addStretch()
        column.addLayout(indent)
        column.addStretch()

    def _show_rows(self, gaps: list[GapRow]) -> None:
        if [row.gap for row in self._rows] == gaps:
            return
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [GapLine(self._context, gap) for gap in gaps]
        for row in self._rows:
            row.opened.connect(self.opened)
            self._list.addWidget(row)

    @Slot()
    def _on_add(self) -> None:
        self.begin()

    @Slot()
    def _on_more(self) -> None:
        self.opened.emit("")

    @Slot()
    def _on_entered(self) -> None:
        text = self.line.text().strip()
        self.line.clear()
        if text:
            self.added.emit(text)
        else:
            self.line.hide()


class GapLine(QPushButton):
    """A gap in one line: what is asked, and who finds out."""

    opened = Signal(str)

    def __init__(self, context: Context, gap: GapRow) -> None:
        super().__init__(gap.text)
        self.setAutoDefault(True)
        self._theme = context.theme
        self.gap = gap
        self.setProperty("painted", True)  # noqa: FBT003
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.note())
        self.setToolTip(gap.text)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """One line with room above and below."""
        return QSize(self._theme.px(160), self._theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Keep the height; the words are elided."""
        return QSize(self._theme.px(80), self._theme.px(ROW))

    def note(self) -> str:
        """Give who finds out, or how it ended."""
        return ANSWERED.get(self.gap.state, self.gap.owner or "not asked yet")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign, words and note."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
        sign = QRectF(0, box.center().y() - px(7), px(14), px(14))
        theme.icons.paint(painter, sign, "place.gaps", "ink2")
        font = theme.font("small")
        is_open = self.gap.state is GapState.OPEN
        asks = is_open and not self.gap.owner
        wide = min(text_width(font, self.note()) + 1, box.width() * 0.4)
        note = QRectF(box.right() - wide, box.y(), wide, box.height())
        words(painter, note, self.note(), font, theme.colour("notice" if asks else "ink2"), RIGHT)
        said = QRectF(px(24), box.y(), note.left() - px(32), box.height())
        ink = theme.colour("ink" if is_open else "ink2")
        words(painter, said, self.gap.text, theme.font(), ink, LEFT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be opened."""
        super().enterEvent(event)
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self.gap.id)
