"""Says over every page that texts are held, and tries again at a key (design 30b)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.saving import SaveState, Saving
from views.theme import Theme
from views.widgets.banner import Banner
from views.widgets.buttons import Button

TRY_AGAIN = "Ctrl+R"


class SavingBanner(Banner):
    """Shown while the library does not take what is typed; goes by itself once it does."""

    try_again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Not saved", parent=parent)
        again = Button(theme, "Try again", keys=TRY_AGAIN)
        again.clicked.connect(self._on_again)
        self.add_button(again)
        self.set_note("tries by itself every few seconds")
        self._shortcut = QShortcut(QKeySequence(TRY_AGAIN), self, self._on_again)
        self.hide()

    def show_saving(self, saving: Saving) -> None:
        """Follow how saving stands."""
        if saving.state is SaveState.SAVED:
            self.hide()
        elif saving.state is SaveState.NOT_SAVED and saving.held:
            self.show_message("Not saved", saving.sentence, where_held(saving))
            self.show()

    @Slot()
    def _on_again(self) -> None:
        self.try_again_asked.emit()


def held_words(saving: Saving) -> str:
    """Return what the status line says; empty where its usual words will do."""
    if saving.state is not SaveState.NOT_SAVED or not saving.held:
        return ""
    return f"Not saved: {saving.held} change{'' if saving.held == 1 else 's'} held"


def where_held(saving: Saving) -> str:
    """Say where the texts are and that work can go on."""
    changes = "Your last change is" if saving.held == 1 else f"Your last {saving.held} changes are"
    if saving.in_rescue_file:
        return f"{changes} held here and in a rescue file; nothing is lost. You can go on working."
    return f"{changes} held in this window only: keep it open until they are saved."
