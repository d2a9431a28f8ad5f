"""For the Guide: what the page is about to give away, what to look at, and the files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exporting import Prepared
from models.phrases import counted, sentence_case
from views.share.sheets import leak_lines
from views.theme import Theme
from views.widgets.buttons import Button
from views.widgets.text import Text


class LeavingPart(QWidget):
    """Two short lists and the buttons that write the file."""

    word_wanted = Signal()
    markdown_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        self.word = Button(theme, "Write Word file", icon="do.word")
        self.markdown = Button(theme, "Write Markdown file")
        self.word.clicked.connect(self.word_wanted)
        self.markdown.clicked.connect(self.markdown_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(theme, "Before it leaves", weight=600, role="small", colour="ink2"))
        column.addLayout(self._lines)
        column.addSpacing(theme.px(8))
        column.addWidget(Text(theme, "Take it along", weight=600, role="small", colour="ink2"))
        column.addWidget(self.word)
        column.addWidget(self.markdown)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show what was found in the page."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for said, asks in said_before_leaving(prepared):
            colour = "ink" if asks else "ink2"
            self._lines.addWidget(Text(self._theme, said, colour=colour, wrap=True))


def said_before_leaving(prepared: Prepared) -> list[tuple[str, bool]]:
    """Return what to say, and whether it asks for a look."""
    composed = prepared.composed
    replaced = len(composed.replacements)
    lines = (
        [(f"{sentence_case(counted(replaced, 'name'))} became roles", False)] if replaced else []
    )
    leaks = leak_lines(prepared.leaks)
    lines += [(line, True) for line in leaks]
    if not leaks:
        lines.append(("No secrets, no addresses", False))
    lines += [(sentence, True) for sentence in composed.notes.sentences]
    return lines
