"""A window in which something goes wrong in each place where it can; a program of its own."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QObject,
    QRunnable,
    QThread,
    QThreadPool,
    QTimer,
    Signal,
    qFatal,
)
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.crash import CrashLog
from app.tasks import TaskRunner
from views.crash_dialog import CrashTeller, log_qt_messages
from views.termination import Termination

IN_CONFIDENCE = "what the engineer said in confidence"


class SlotError(Exception): ...


class TimerError(Exception): ...


class PaintError(Exception): ...


class FilterError(Exception): ...


class ModelError(Exception): ...


class CloseError(Exception): ...


class ThreadOfQtError(Exception): ...


class RunnableError(Exception): ...


class ThreadError(Exception): ...


class TaskError(Exception): ...


class SignalError(Exception): ...


class TidyError(Exception): ...


PLACES = (
    SlotError,
    TimerError,
    PaintError,
    FilterError,
    ModelError,
    CloseError,
    ThreadOfQtError,
    RunnableError,
    ThreadError,
    TaskError,
    SignalError,
    TidyError,
)


class Window(QWidget):
    told = Signal()

    def paintEvent(self, _event):
        raise PaintError(IN_CONFIDENCE)

    def closeEvent(self, event):
        event.ignore()
        raise CloseError(IN_CONFIDENCE)


class Filter(QObject):
    done = False

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.User and not self.done:
            self.done = True
            raise FilterError(IN_CONFIDENCE)
        return False


class Model(QAbstractListModel):
    def rowCount(self, _parent=None):
        return 1

    def data(self, _index, _role=0):
        raise ModelError(IN_CONFIDENCE)


class Thread(QThread):
    def run(self):
        raise ThreadOfQtError(IN_CONFIDENCE)


class Runnable(QRunnable):
    def run(self):
        raise RunnableError(IN_CONFIDENCE)


class Tidy:
    def __del__(self):
        raise TidyError(IN_CONFIDENCE)


def raiser(kind):
    def go(*_):
        raise kind(IN_CONFIDENCE)

    return go


def pass_on(error):
    raise error


def go_wrong_everywhere(app, window, keep):
    watcher, view, model, thread, tasks = Filter(), QListView(), Model(), Thread(), TaskRunner()
    keep += [watcher, view, model, thread, tasks]
    python = threading.Thread(target=raiser(ThreadError))
    window.told.connect(raiser(SlotError))
    window.objectNameChanged.connect(raiser(SignalError))
    window.installEventFilter(watcher)
    view.setModel(model)
    steps = (
        window.told.emit,
        raiser(TimerError),
        window.show,
        lambda: app.postEvent(window, QEvent(QEvent.Type.User)),
        view.show,
        thread.start,
        lambda: QThreadPool.globalInstance().start(Runnable()),
        lambda: python.start(),  # noqa: PLW0108 - Qt takes no method of a thread
        lambda: tasks.start("Task", raiser(TaskError), done=print, failed=pass_on),
        lambda: window.setObjectName("another"),
        lambda: (Tidy(), gc.collect()),
        window.close,
    )
    for number, step in enumerate(steps):
        QTimer.singleShot(20 * number, step)


def main(folder, how):
    log = CrashLog(Path(folder) / "second-story.log")
    teller = CrashTeller()
    log._on_bug = teller.tell
    log.install()
    log_qt_messages()
    app = QApplication(sys.argv)
    window, keep = Window(), []
    termination = Termination()
    termination.asked.connect(app.quit)
    if how == "everywhere":
        go_wrong_everywhere(app, window, keep)

        def finish():
            shown = 0
            while teller.dialog is not None:
                shown += 1
                teller.dialog.accept()
            print("alive", window.isVisible(), shown, flush=True)
            keep[3].wait()
            app.exit(0)

        QTimer.singleShot(600, finish)
    elif how == "segfault":
        QTimer.singleShot(0, lambda: ctypes.string_at(0))
    elif how == "fatal":
        QTimer.singleShot(0, lambda: qFatal("the paint engine gave up"))
    elif how == "terminate":
        QTimer.singleShot(50, lambda: os.kill(os.getpid(), signal.SIGTERM))
    code = app.exec()
    print("closed", flush=True)
    log.close()
    os._exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
