"""Fields with their label above and, where something is needed, one question below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from views.theme import Theme
from views.widgets.paint import words
from views.widgets.text import Text


class Field(QWidget):
    """A label, its editor, and below it a question when the field needs something.

    `ask` never takes the focus and never clears what was typed.
    """

    def __init__(
        self, theme: Theme, label: str, editor: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._label = Text(theme, label, role="small", weight=500, colour="ink2")
        self._label.setBuddy(editor)
        self._question = Text(theme, role="small", colour="notice", wrap=True)
        self._question.hide()
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._question)

    @property
    def editor(self) -> QWidget:
        """What is edited in."""
        return self._editor

    def ask(self, question: str) -> None:
        """Show what the field needs, in words; empty takes the question away."""
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._editor.setAccessibleDescription(question)
        show_need(self._editor, needs=bool(question))

    def question(self) -> str:
        """Give the question shown, or nothing."""
        return self._question.text()


def show_need(editor: QWidget, *, needs: bool) -> None:
    """Give an editor the edge of a field that needs something, or take it away."""
    if editor.property("needs") == needs:
        return
    editor.setProperty("needs", needs)
    style = editor.style()
    style.unpolish(editor)
    style.polish(editor)
    editor.update()


class Choice(QComboBox):
    """One of many in a list that opens; `chosen(key)` tells a change by a person.

    The wheel only turns it while it has the focus, so that scrolling a page changes nothing.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, hint: str = "", icon: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def show_options(self, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Show (key, words) pairs and which is chosen; tells nobody."""
        self.clear()
        for key, said in options:
            self.addItem(said, key)
        self.choose(chosen)

    def choose(self, key: str) -> None:
        """Show an option as chosen, or none where the key is unknown; tells nobody."""
        self.setCurrentIndex(self.findData(key))

    def choice(self) -> str:
        """Key of the chosen option; empty if none."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only while focused."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field with its icon and words; none chosen shows the hint in third ink."""
        theme, px = self._theme, self._theme.px
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        empty = self.currentIndex() < 0
        box = QRectF(self.rect()).adjusted(px(11), 0, -px(30), 0)
        ink = "ink3" if empty else "ink"
        ink = ink if self.isEnabled() else "faint"
        if self._icon:
            sign = QRectF(box.x(), box.center().y() - px(7), px(14), px(14))
            theme.icons.paint(painter, sign, self._icon, "ink3" if empty else "ink2")
            box.setLeft(sign.right() + px(8))
        text = self.placeholderText() if empty else self.currentText()
        words(painter, box, text, theme.font(), theme.colour(ink))

    @Slot(int)
    def _on_activated(self, _row: int) -> None:
        self.chosen.emit(self.choice())
