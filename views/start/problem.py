"""A library that could not be opened: what was seen, what is untouched, the ways on."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import LibraryProblemError
from views.start.first_run import LIBRARIES
from views.start.ways import Way, Ways
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.logo import Logo
from views.widgets.text import Text


class WayOn(StrEnum):
    """What can be done about it."""

    BACKUP = "backup"
    MEND = "mend"
    AGAIN = "again"
    OTHER = "other"


class ProblemPage(QWidget):
    """One sentence, the ways on, and the raw lines for whoever helps."""

    chosen = Signal(object, str)  # Path, WayOn

    def __init__(
        self,
        theme: Theme,
        problem: LibraryProblemError,
        backup: str = "",
        *,
        can_mend: bool = False,
    ) -> None:
        super().__init__()
        self._problem = problem
        ways = [
            Way(WayOn.AGAIN, "Try again", "If a copy or another window has finished.", "again"),
            Way(WayOn.OTHER, "Open another library", "If the file lies somewhere else.", "open"),
        ]
        if can_mend:
            said = "Reads what can be read into a new file beside it, and tells what is missing."
            ways.insert(0, Way(WayOn.MEND, "Mend a copy", said, "mend"))
        if backup:
            said = "Everything up to then. The file that could not be opened is kept."
            ways.insert(0, Way(WayOn.BACKUP, f"Open the backup of {backup}", said, "backup"))
        self._ways = Ways(theme, [Way(w.key, w.title, w.sentence, f"do.{w.icon}") for w in ways])
        self._ways.setMaximumWidth(theme.px(760))
        self._ways.taken.connect(self._on_taken)
        self._build(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus on the safest way."""
        super().showEvent(event)
        self._ways.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, theme: Theme) -> None:
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(32), px(32))
        column.setSpacing(px(12))
        column.addWidget(Logo(theme))
        column.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(px(12))
        head = Text(theme, "This library could not be opened", role="title")
        said = Text(theme, self._problem.sentence, role="question", colour="ink2", wrap=True)
        for widget in (head, said, self._ways):
            widget.setMaximumWidth(px(760))
            inner.addWidget(widget)
        copy = link_button(theme, "Copy for whoever helps you", small=True)
        copy.clicked.connect(self._on_copied)
        inner.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        note = "Pictures and files of the reviews lie beside it and were not touched."
        inner.addWidget(Text(theme, note, role="small", colour="ink3"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(inner, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    @Slot()
    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(
            f"{self._problem.path}\n{type(self._problem).__name__}\n{self._problem.sentence}"
        )

    @Slot(str)
    def _on_taken(self, key: str) -> None:
        if key != WayOn.OTHER:
            self.chosen.emit(self._problem.path, key)
            return
        name, _ = QFileDialog.getOpenFileName(self, "Open another library", "", LIBRARIES)
        if name:
            self.chosen.emit(Path(name), key)
