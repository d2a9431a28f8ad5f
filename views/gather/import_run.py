"""One import under way: parsed in the background, written between two turns of the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.arrived import Arrived
from app.backup import Reason
from app.importing import Arrival
from app.tasks import Task
from models.errors import ReviewError
from views.context import Context
from views.gather.import_stream import Begun, Ended, ImportStream, ImportWish, Part
from views.shell.safety import back_up_before

_AT_ONCE, _WHILE_PARSING = 0, 15
"""Milliseconds to the next slice: none while there is something to write."""


class ImportRun(QObject):
    """Brings one source in, a slice of a few milliseconds at a time; goes away when it is over.

    It belongs to the workspace, so that leaving the page does not stop it; Cancel does, and
    leaves nothing behind.
    """

    arrived = Signal(object, object)  # Arrived, Source
    stopped = Signal()

    def __init__(self, context: Context, wish: ImportWish) -> None:
        super().__init__(context.workspace)
        self._context = context
        self._wish = wish
        self._stream = ImportStream(context.workspace.ledger, wish)
        self._arrival: Arrival | None = None
        self._work: Iterator[object] | None = None
        self._task: Task | None = None
        self._why: str | None = None
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._on_turn)
        context.tasks.finished.connect(self._on_task_finished)
        context.workspace.closing.connect(self._on_closing)

    def start(self) -> None:
        """Begin to read, with a backup of what was there before."""
        back_up_before(self._context, Reason.IMPORT)
        self._task = self._context.tasks.start(
            f"Reading {self._wish.source.name}",
            self._stream.read,
            done=self._on_read,
            failed=self._on_failed,
        )
        self._turns.start(_AT_ONCE)

    def cancel(self) -> None:
        """Stop, and take away what came in so far."""
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _on_turn(self) -> None:
        try:
            self._turn()
        except ReviewError as error:
            self._stop(error.sentence)
        except BaseException:
            self._stop("")
            raise

    def _turn(self) -> None:
        if self._work is not None:
            if next(self._work, None) is None:
                self._work = None
                self._leave_if_stopped()
            return
        part = self._stream.next_part()
        self._turns.setInterval(_WHILE_PARSING if part is None else _AT_ONCE)
        if part is not None:
            self._take(part)

    def _take(self, part: Part) -> None:
        if isinstance(part, Begun):
            ledger = self._context.workspace.ledger
            self._arrival = Arrival(ledger, part.plan, part.earlier)
        elif self._arrival is None:
            raise LookupError(part)
        elif isinstance(part, Ended):
            self._complete(self._arrival)
        else:
            self._work = self._counted(self._arrival.slices(part))

    def _counted(self, slices: Iterator[int]) -> Iterator[int]:
        for seen in slices:
            self._stream.written = seen
            yield seen

    def _complete(self, arrival: Arrival) -> None:
        outcome = arrival.complete(self)
        self._arrival = None
        self._stream.settle()
        arrived: Arrived = self._context.workspace.adopt(outcome, self._wish.review_id)
        self._end()
        undo = bool(arrived.added or arrived.changed)
        self._context.shell.toast(arrived.sentence, undo=undo)
        self.arrived.emit(arrived, self._wish.source)

    def _stop(self, sentence: str) -> None:
        """Take away what came in, a slice at a time, then say why."""
        if self._why is not None:
            self._arrival = None
            self._leave_if_stopped()
            return
        self._why = sentence
        self.cancel()
        self._work = self._arrival.cancelling() if self._arrival is not None else None
        self._arrival = None
        if self._work is None:
            self._leave_if_stopped()
        else:
            self._work = _told(self._work)

    def _leave_if_stopped(self) -> None:
        if self._why is None:
            return
        self._end()
        if self._why:
            self._context.shell.tell(self._why)
        else:
            self._context.shell.toast("Stopped. Nothing came in.")
        self.stopped.emit()

    def _end(self) -> None:
        self._turns.stop()
        self._task = None
        self.deleteLater()

    @Slot(object)
    def _on_task_finished(self, task: Task) -> None:
        if task is self._task and self._why is None:
            self._stop("")

    @Slot(object)
    def _on_read(self, _nothing: None) -> None:
        self._stream.settle()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ReviewError):
            self._stop(error.sentence)
            return
        self._stop("")
        raise error

    @Slot()
    def _on_closing(self) -> None:
        self._turns.stop()
        self.cancel()


def _told(work: Iterator[object]) -> Iterator[bool]:
    """Yield something true for each step, so that the end is the only None."""
    for _ in work:
        yield True
