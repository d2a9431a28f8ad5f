"""The capture line: one field whose recognised parts get a tint while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.keycap import caps_width, paint_caps
from views.widgets.paint import rounded
from views.widgets.text import Text

_CURSOR_MARGIN = 5


@dataclass(frozen=True, slots=True)
class Span:
    """A recognised part of the line, from `start` up to `end`; `kind` such as "time"."""

    start: int
    end: int
    kind: str


class CaptureLine(QWidget):
    """One field and, below it, in words how it was read.

    `typed(text)` comes with every key: answer with `show_reading(spans, words)`.
    `entered(text)` comes with Enter: answer with `clear()` once it is kept. Esc emits `left`.
    `keys` is the key that leads here, shown while the field is empty.
    """

    typed = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        hint: str = "14:05 @role #kind what happened",
        keys: str = "N",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.line = _Line(theme, keys)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.textChanged.connect(self._on_changed)
        self.line.returnPressed.connect(self._on_entered)
        self.line.escaped.connect(self.left)
        self._reading = Text(theme, role="small", colour="ink2")
        self._reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.line)
        column.addWidget(self._reading)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Give the line as typed."""
        return self.line.text()

    def show_text(self, text: str) -> None:
        """Put words into the line, such as those a paste brings."""
        self.line.setText(text)

    def clear(self) -> None:
        """Empty the line for the next event."""
        self.line.clear()

    def show_reading(self, spans: Sequence[Span], words: str, *, asks: bool = False) -> None:
        """Show what was recognised, and in words how; `asks` shows the words as a question."""
        self.line.show_spans(spans)
        self._reading.setText(words)
        self._reading.set_colour("notice" if asks else "ink2")
        self._reading.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def reading(self) -> str:
        """Give the words that say how the line was read."""
        return self._reading.text()

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        self.line.show_spans(())
        self.typed.emit(text)
        if not text:
            self.show_reading((), "")

    @Slot()
    def _on_entered(self) -> None:
        if self.line.text().strip():
            self.entered.emit(self.line.text())


class _Line(QLineEdit):
    """The field itself: paints its own edge, then chips, then the words over them."""

    escaped = Signal()

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self._spans: tuple[Span, ...] = ()
        self.setProperty("bare", True)  # noqa: FBT003
        self._take_sizes()
        theme.changed.connect(self._take_sizes)

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Tint these parts."""
        self._spans = tuple(spans)
        self._colour_words()
        self.update()

    def spans(self) -> tuple[Span, ...]:
        """Give the tinted parts."""
        return self._spans

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and chips, then the words."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        focused = self.hasFocus()
        edge = theme.colour("accent" if focused else "line2")
        width = 2.0 if focused else 1.0
        surface = theme.colour("surface")
        rounded(painter, box, theme.radius("control"), fill=surface, edge=edge, width=width)
        sign = QRectF(px(12), box.center().y() - px(8), px(16), px(16))
        theme.icons.paint(painter, sign, "do.add", "accent" if focused else "ink2")
        cap = "Enter" if focused and self.text() else self._keys
        if cap and (not focused or self.text()):
            paint_caps(painter, theme, box.adjusted(0, 0, -px(9), 0), cap)
        painter.save()
        painter.setClipRect(box.adjusted(3, 3, -px(12) - caps_width(theme, cap), -3))
        for chip in self.chip_boxes():
            rounded(painter, chip, theme.radius("key"), fill=theme.colour("tint"))
        painter.restore()
        painter.end()
        super().paintEvent(event)

    def chip_boxes(self) -> list[QRectF]:
        """Give where the tinted parts stand."""
        px = self._theme.px
        metrics = QFontMetricsF(self.font())
        before = metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        origin = self.cursorRect().x() + _CURSOR_MARGIN - before
        high = px(22)
        top = (self.height() - high) / 2
        boxes = []
        for span in self._spans:
            start = metrics.horizontalAdvance(self.text()[: span.start])
            wide = metrics.horizontalAdvance(self.text()[: span.end]) - start
            boxes.append(QRectF(origin + start - px(2), top, wide + px(4), high))
        return boxes

    def _colour_words(self) -> None:
        """Set the tinted words in the accent: an input event without input carries formats."""
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("accent_ink"))
        kind = QInputMethodEvent.AttributeType.TextFormat
        formats = [
            QInputMethodEvent.Attribute(
                kind, span.start - self.cursorPosition(), span.end - span.start, look
            )
            for span in self._spans
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", formats))

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        font = QFont(self._theme.font())
        font.setWordSpacing(px(3))
        self.setFont(font)
        self.setMinimumHeight(px(36))
        self.setTextMargins(px(36), 0, px(54), 0)
        self._colour_words()
