"""Work that takes long enough to be done away from the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class CancelledError(Exception):
    """The facilitator asked the task to stop."""


class Task:
    """One piece of background work, as its body and its progress bar see it."""

    def __init__(self, title: str, on_report: Callable[[Task, int, int], None]) -> None:
        self.title = title
        self._on_report = on_report
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the body to stop at its next report."""
        self._cancelled.set()

    def report(self, done: int, total: int) -> None:
        """Tell how far the body is; raises CancelledError when it should stop."""
        if self._cancelled.is_set():
            raise CancelledError
        self._on_report(self, done, total)


class TaskRunner(QObject):
    """Runs tasks in the background and calls back in the window's thread.

    It is the only object that signals across threads, and it lives as long as the application:
    a short-lived sender can be destroyed while a worker is still emitting from it.
    """

    started = Signal(object)  # Task
    progressed = Signal(object, int, int)  # Task, done, total
    finished = Signal(object)  # Task
    _posted = Signal(object)  # Callable[[], None]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Task] = set()
        self._posted.connect(self._call)

    @property
    def running(self) -> frozenset[Task]:
        """The tasks that have not finished."""
        return frozenset(self._running)

    def start(
        self,
        title: str,
        body: Callable[[Task], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Task:
        """Run the body in the background; pass bound methods of the interested view."""
        task = Task(title, self._report)
        self._running.add(task)
        self.started.emit(task)
        self._pool.start(_Work(partial(self._carry_out, task, body, done, failed)))
        return task

    def close(self) -> None:
        """Cancel everything and wait."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()

    def _carry_out(
        self,
        task: Task,
        body: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            result = body(task)
        except CancelledError:
            pass
        except Exception as error:  # noqa: BLE001 - handed to whoever started the task
            self._post(partial(_call_if_alive, failed, error))
        else:
            self._post(partial(_call_if_alive, done, result))
        finally:
            self._post(partial(self._finish, task))

    def _report(self, task: Task, done: int, total: int) -> None:
        self._post(partial(self.progressed.emit, task, done, total))

    def _post(self, callback: Callable[[], None]) -> None:
        self._posted.emit(callback)

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        callback()

    def _finish(self, task: Task) -> None:
        self._running.discard(task)
        self.finished.emit(task)


def _call_if_alive(callback: Callable[[T], None], outcome: T) -> None:
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        callback(outcome)


class _Work(QRunnable):
    def __init__(self, body: Callable[[], None]) -> None:
        super().__init__()
        self._body = body

    def run(self) -> None:
        self._body()
