"""The head of a stage: its title, one sentence, and its tools at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.text import Text

ROW, COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
SIDE, BELOW = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft


class StageHeader(QWidget):
    """Title 22/600, a sentence below it, tools at the right; 76 high, more with larger text."""

    def __init__(
        self, theme: Theme, title: str, sentence: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, title, role="title")
        self._title.setAccessibleDescription("Heading")
        self._sentence = Text(theme, sentence, colour="ink2")
        self._tools = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._sentence)
        self._row = QHBoxLayout(self)
        self._row.addLayout(said, 1)
        self._row.setAlignment(said, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._tools)
        self._row.setAlignment(self._tools, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._take_sizes()
        theme.changed.connect(self._take_sizes)

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest tool: what does not fit beside the title goes below it."""
        room = self._row.contentsMargins()
        widest = max(self._tool_widths(), default=0) + room.left() + room.right()
        return QSize(max(widest, self._theme.px(280)), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for 76, and for more where the tools are below the title."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.size("header")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below the title, or even below each other, where there is no room."""
        super().resizeEvent(event)
        room = self._row.contentsMargins()
        width = event.size().width() - room.left() - room.right()
        widths = self._tool_widths()
        tools = sum(widths) + max(len(widths) - 1, 0) * self._tools.spacing()
        beside = self._title.sizeHint().width() + self._row.spacing() + tools <= width
        if beside != (self._row.direction() == ROW):
            self._row.setDirection(ROW if beside else COLUMN)
            self._row.setAlignment(self._tools, SIDE if beside else BELOW)
        self._tools.setDirection(ROW if tools <= width else COLUMN)

    def _tool_widths(self) -> list[int]:
        items = (self._tools.itemAt(place) for place in range(self._tools.count()))
        found = (item.widget() for item in items if item is not None)
        return [
            max(tool.minimumSizeHint().width(), tool.minimumWidth())
            for tool in found
            if tool is not None and not tool.isHidden()
        ]

    def add_tool(self, tool: QWidget) -> None:
        """Put a tool after those already at the right."""
        self._tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, title: str) -> None:
        """Name the stage or place."""
        self._title.setText(title)

    def set_sentence(self, sentence: str) -> None:
        """Say in one sentence what it is about, or how it stands."""
        self._sentence.setText(sentence)

    def title(self) -> str:
        """Give the title as shown."""
        return self._title.text()

    def sentence(self) -> str:
        """Give the sentence as shown."""
        return self._sentence.text()

    @Slot()
    def _take_sizes(self) -> None:
        page = self._theme.space("page")
        self._row.setContentsMargins(page, self._theme.px(15), page, self._theme.px(8))
        self._row.setSpacing(self._theme.space("l"))
        self._tools.setSpacing(self._theme.space("s"))
        self.updateGeometry()
