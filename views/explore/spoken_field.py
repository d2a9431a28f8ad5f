"""Somebody's words, to read and to write: serif on the page, a field while it is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.keycap import KeyCap
from views.widgets.paint import rounded
from views.widgets.text import Text
from views.widgets.text_field import TextField
from views.widgets.watch import EventWatch

EDGE = 9
"""How far the edge stands outside the words, at the left and the right."""
_DOWN = 4
_ROOM_FOR_KEYS = 360
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsField(TextField):
    """A text in a voice that tells of the keys an answer is worked with.

    `kept` comes from Enter (Shift+Enter breaks the line), `left` from Esc, `deeper` from Tab
    while there are words, `branched` from Alt+B.
    """

    kept = Signal()
    left = Signal()
    deeper = Signal()
    branched = Signal()

    def __init__(self, theme: Theme, name: str, *, hint: str = "") -> None:
        super().__init__(theme, name, role="voice", hint=hint)
        self.make_bare()
        self.takes_tab = False
        self._followed = ""

    def follow(self, stored: str) -> None:
        """Show what is stored once it changes; words that could not be stored yet stay."""
        if stored != self._followed:
            self._followed = stored
            self.show_text(stored)

    def know_stored(self, text: str) -> None:
        """Note that these words are stored, so that their undo shows."""
        self._followed = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, Esc and Alt+B, and write the rest."""
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and bare:
            self.flush()
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        elif event.key() == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.flush()
            self.branched.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Go one rung deeper with Tab while there are words to go on from; else leave."""
        if onward and self.takes_tab and self.text().strip():
            self.flush()
            self.deeper.emit()
            return True
        return super().focusNextPrevChild(onward)


class SpokenField(QWidget):
    """A WordsField with an edge while it is empty, pointed at or written in.

    `keys` are (cap, words) pairs at the right of an empty field. With `quoted` set, the words
    stand in quotation marks while nobody writes.
    """

    def __init__(
        self, theme: Theme, name: str, *, hint: str = "", keys: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__()
        self._theme = theme
        self.field = WordsField(theme, name, hint=hint)
        self.setFocusProxy(self.field)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(EDGE), px(_DOWN), px(EDGE), px(_DOWN))
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        self.quoted = False
        self._caps = [KeyCap(theme, cap) for cap, _words in keys]
        self._hints: list[QWidget] = []
        for cap, (_key, said) in zip(self._caps, keys, strict=True):
            label = Text(theme, said, role="small", colour="ink2")
            self._hints += [cap, label]
            row.addWidget(cap)
            row.addWidget(label)
            cap.hide()
            label.hide()
        watch = EventWatch(self, QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        watch.put_on(self.field)
        watch.seen.connect(self._on_focus)
        self.field.textChanged.connect(self._on_text)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be written in."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be plain words again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge of a field that is used."""
        theme, painter = self._theme, QPainter(self)
        box, radius = QRectF(self.rect()), theme.radius("control")
        surface = theme.colour("surface")
        if self.field.hasFocus():
            rounded(painter, box, radius, fill=surface, edge=theme.colour("accent"), width=2)
        elif not self.field.text():
            rounded(painter, box, radius, fill=surface, edge=theme.colour("border"))
        elif self.underMouse():
            rounded(painter, box, radius, edge=theme.colour("line2"))
        if self.quoted and self.field.text() and not self.field.hasFocus():
            self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        """Hang the opening mark before the first line and the closing one behind the last."""
        font = self._theme.font("voice")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        end = QTextCursor(self.field.document())
        first = self.field.cursorRect(end)
        end.movePosition(QTextCursor.MoveOperation.End)
        last = self.field.cursorRect(end)
        left = self.field.pos() + self.field.viewport().pos()
        for mark, rect, at in (
            ("\u201c", first, -metrics.horizontalAdvance("\u201c")),
            ("\u201d", last, 0.0),
        ):
            base = left.y() + rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left.x() + rect.x() + at, base), mark)

    @Slot(object)
    def _on_focus(self, _kind: object) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the keys only where they leave room for words."""
        super().resizeEvent(event)
        self._show_hints()

    def _show_hints(self) -> None:
        shown = not self.field.text() and self.width() > self._theme.px(_ROOM_FOR_KEYS)
        for hint in self._hints:
            hint.setVisible(shown)

    @Slot()
    def _on_text(self) -> None:
        self._show_hints()
        self.updateGeometry()
        self.update()
