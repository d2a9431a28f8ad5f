"""Notes every bug in the log with its stack and no text of anybody's, and tells whoever listens."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

LOG_BYTES, LOGS_KEPT = 1_000_000, 3
LOGGER = logging.getLogger("second_story")


@dataclass(frozen=True, slots=True)
class Bug:
    """Something that should not have happened: its kind and where, never what was in it (R44)."""

    kind: str
    """The name of the exception, with those it came from."""
    stack: str
    thread: str
    at: datetime

    @property
    def report(self) -> str:
        """What a person may send to whoever helps."""
        return f"{self.at:%Y-%m-%d %H:%M:%S} UTC, {self.thread}: {self.kind}\n{self.stack}"


class CrashLog:
    """The hooks that no exception gets past (R46); install before the window, close at the end."""

    def __init__(self, log_file: Path, on_bug: Callable[[Bug], None] | None = None) -> None:
        self.log_file = log_file
        self._on_bug = on_bug
        self._handler: logging.Handler | None = None
        self._fatal: IO[str] | None = None
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Open the log and set every hook; where the log cannot be opened, the hooks alone."""
        try:
            self._open_log()
        except OSError:
            self._handler = logging.NullHandler()
        LOGGER.addHandler(self._handler or logging.NullHandler())
        LOGGER.setLevel(logging.INFO)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def close(self) -> None:
        """Put the hooks back and let go of the files."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._fatal is not None:
            faulthandler.disable()
        if self._handler is not None:
            LOGGER.removeHandler(self._handler)
        for file in (self._handler, self._fatal):
            if file is not None:
                with contextlib.suppress(OSError):
                    file.close()

    def _open_log(self) -> None:
        self.log_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            self.log_file, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._handler = handler
        self.log_file.chmod(0o600)
        self._fatal = self.log_file.with_suffix(".fatal.log").open("a", encoding="utf-8")
        faulthandler.enable(self._fatal)

    def note(self, error: BaseException, thread: str) -> None:
        """Write a bug down and tell of it; nothing that goes wrong in here gets out."""
        try:
            bug = bug_of(error, thread)
            LOGGER.error("%s", bug.report)
            if self._on_bug is not None:
                self._on_bug(bug)
        except Exception as second:  # noqa: BLE001 - the last hook there is
            LOGGER.error("while noting a bug: %s", bug_of(second, thread).report)  # noqa: TRY400

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.note(error, threading.current_thread().name)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.note(args.exc_value, args.thread.name if args.thread else "thread")

    def _on_unraisable(self, args: UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.note(args.exc_value, "while tidying up")


def bug_of(error: BaseException, thread: str) -> Bug:
    """Return what may be written of an exception: types and places, no message and no values."""
    kinds: list[str] = []
    stack: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(kinds) < 5:
        kinds.append(type(seen).__name__)
        stack = stack or frames(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
    return Bug(" from ".join(kinds), "\n".join(stack), thread, datetime.now(UTC))


def frames(trace: TracebackType | None) -> list[str]:
    """Return one line for each frame: file, line, function."""
    return [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace, limit=-40)
    ]
