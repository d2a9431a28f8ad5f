"""The line at the foot: whether all is saved, what runs, and what time it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.text import Text


class SavedState(StrEnum):
    """Whether what was typed is in the library, in the words shown."""

    SAVED = "All changes saved"
    SAVING = "Saving"
    NOT_SAVED = "Not saved"


@dataclass(frozen=True, slots=True)
class TaskView:
    """Work in the background: what it does, and its share done, 0 to 1, or None if unknown."""

    key: str
    words: str
    share: float | None = None
    can_cancel: bool = True


class StatusLine(QWidget):
    """Saved state at the left, one task with its bar and Cancel, the clock at the right.

    A task shows only after 400 ms. `cancel_asked(key)` asks to stop it. `now` is a clock that
    gives an aware time, for tests.
    """

    cancel_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now or _now
        self._zones: tuple[tuple[str, tzinfo], ...] = ()
        self._task: TaskView | None = None
        self._alarm = False
        self.setAccessibleName("Status")
        self._sign = _Sign(theme, self)
        self._saved = Text(theme, SavedState.SAVED.value, role="small", colour="ink2")
        self._detail = Text(theme, role="small", colour="ink2")
        self._build_task()
        self._clock = Text(theme, role="small", colour="ink2")
        self._build()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_task)
        self._minute = QTimer(self)
        self._minute.setInterval(5_000)
        self._minute.timeout.connect(self.tell_time)
        self._minute.start()
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self.tell_time()

    def show_saved(self, state: SavedState, detail: str = "", *, words: str = "") -> None:
        """Say how saving stands; `words` replace the usual ones ("Not saved: 3 changes held")."""
        self._alarm = state is SavedState.NOT_SAVED
        self._saved.setText(words or state.value)
        self._saved.set_colour("stop" if self._alarm else "ink2")
        self._saved.set_weight(600 if self._alarm else 0)
        self._detail.setText(detail)
        self._sign.show_state(state)

    def saved_words(self) -> str:
        """Give what is said about saving."""
        return self._saved.text()

    def show_task(self, task: TaskView) -> None:
        """Show or renew a task; a new one waits 400 ms before it shows."""
        known = self._task is not None and self._task.key == task.key
        self._task = task
        if not self._progress.isHidden():
            self._show_task()
        elif not known:
            self._patience.start(self._theme.tokens.motion["progress_after"])

    def finish_task(self, key: str) -> None:
        """Take a task away."""
        if self._task is None or self._task.key != key:
            return
        self._task = None
        self._patience.stop()
        self._progress.hide()

    def show_zones(self, zones: tuple[tuple[str, tzinfo], ...]) -> None:
        """Show clocks beside UTC, as (name, zone): ("Amsterdam", ZoneInfo(...))."""
        self._zones = zones
        self.tell_time()

    def clock_words(self) -> str:
        """Give the time as shown."""
        return self._clock.text()

    @Slot()
    def tell_time(self) -> None:
        """Show the time now."""
        now = self._now()
        told = [("UTC", now.astimezone(UTC))]
        told += [(name, now.astimezone(zone)) for name, zone in self._zones if name != "UTC"]
        words = "   \u00b7   ".join(f"{name} {at:%H:%M}" for name, at in told)
        if words != self._clock.text():
            self._clock.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("rail"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("line"))

    def _build_task(self) -> None:
        self._task_words = Text(self._theme, role="small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(self._theme.px(120))
        self._percent = Text(self._theme, role="small", colour="ink2")
        self._cancel = link_button(self._theme, "Cancel", small=True)
        self._cancel.clicked.connect(self._on_cancel)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(self._theme.px(20), 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        for part in (self._task_words, self._bar, self._percent, self._cancel):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._progress.hide()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        for part in (self._sign, self._saved, self._detail, self._progress):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._clock)

    @Slot()
    def _show_task(self) -> None:
        if self._task is None:
            return
        share = self._task.share
        self._task_words.setText(self._task.words)
        self._bar.setAccessibleName(self._task.words)
        self._bar.setRange(0, 0 if share is None else 100)
        self._bar.setValue(round((share or 0) * 100))
        self._percent.setText("" if share is None else f"{share:.0%}".replace("%", "\u2009%"))
        self._cancel.setVisible(self._task.can_cancel)
        self._progress.show()

    @Slot()
    def _on_cancel(self) -> None:
        if self._task is not None:
            self.cancel_asked.emit(self._task.key)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), 1, px(16), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(self._theme.size("status"))
        self.update()


class _Sign(QWidget):
    """The small sign before the saved state."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = SavedState.SAVED
        self.setFixedSize(theme.px(14), theme.px(14))

    def show_state(self, state: SavedState) -> None:
        """Show the sign of a state."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tick, a turning arrow, or the sign of something to look at."""
        name, role = {
            SavedState.SAVED: ("ph.check", "ink2"),
            SavedState.SAVING: ("ph.arrows-clockwise", "ink3"),
            SavedState.NOT_SAVED: ("do.warning", "stop"),
        }[self._state]
        self._theme.icons.paint(QPainter(self), QRectF(self.rect()), name, role)


def _now() -> datetime:
    return datetime.now(UTC)
