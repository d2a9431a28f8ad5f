"""Where the window and the work in it stood, kept from one start to the next."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

WINDOW = "window/geometry"


class Remembered(QObject):
    """Keeps geometry only; settings are kept by app.settings. Without a file nothing is kept."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = (
            None if file is None else QSettings(str(file), QSettings.Format.IniFormat, self)
        )

    def place_window(self, window: QWidget) -> None:
        """Put a window where it stood; one that no screen shows any more is left alone."""
        geometry = self._read(WINDOW)
        if geometry is not None:
            window.restoreGeometry(geometry)

    def keep_window(self, window: QWidget) -> None:
        """Remember where a window stands."""
        self._write(WINDOW, window.saveGeometry())

    def keep_place(self, library_id: str, review_id: str, stage: str) -> None:
        """Remember where the work was; an empty review for the library page."""
        if self._kept is not None:
            self._kept.setValue(f"place/{library_id}", f"{review_id} {stage}".strip())

    def place(self, library_id: str) -> tuple[str, str]:
        """Return the review and the stage where the work was; both empty where not known."""
        value = self._kept.value(f"place/{library_id}") if self._kept is not None else None
        review_id, _, stage = str(value or "").partition(" ")
        return review_id, stage

    def follow(self, splitter: QSplitter, name: str) -> bool:
        """Divide a page as it was divided and remember changes; say whether it was known."""
        state = self._read(f"splitter/{name}")
        splitter.splitterMoved.connect(partial(self._keep_splitter, splitter, name))
        return state is not None and splitter.restoreState(state)

    def _keep_splitter(self, splitter: QSplitter, name: str, _pos: int, _index: int) -> None:
        self._write(f"splitter/{name}", splitter.saveState())

    def _read(self, key: str) -> QByteArray | None:
        value = self._kept.value(key) if self._kept is not None else None
        return value if isinstance(value, QByteArray) else None

    def _write(self, key: str, value: QByteArray) -> None:
        if self._kept is not None:
            self._kept.setValue(key, value)
