"""Processes that are begun to be ended: forked from one that has loaded the program already.

Loading takes a second, a fork some twenty milliseconds; what a child then does is all its own.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

LOADED = (
    "models.migrations",
    "alembic.command",
    "tests.reliability.writing_child",
    "tests.reliability.typing_window",
)
LONGEST_S = 60
ANY_PROCESS = -1
"""PR_SET_PTRACER_ANY: lets strace look on where only a parent may."""

Tell = Callable[[str], None]


@cache
def _forks() -> multiprocessing.context.ForkServerContext:
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(list(LOADED))
    return forks


class Child:
    """A process that waits for `go` and then tells lines until it ends or is killed."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        forks = _forks()
        self._from, into = forks.Pipe(duplex=False)
        start, self._start = forks.Pipe(duplex=False)
        self._process = forks.Process(
            target=_live, args=(into, start, dict(os.environ), work, arguments)
        )
        self._process.start()
        into.close()
        start.close()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def go(self) -> None:
        """Let it begin."""
        self._start.send_bytes(b"go")

    def lines(self) -> Iterator[str]:
        """Yield what it tells, until it ends."""
        said = b""
        while self._from.poll(LONGEST_S):
            more = os.read(self._from.fileno(), 1 << 16)
            if not more:
                return
            *whole, said = (said + more).split(b"\n")
            yield from (line.decode() for line in whole)
        raise TimeoutError(self.pid)

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """Wait until it is gone, and end it where it does not go."""
        self._process.join(LONGEST_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self._from.close()
        self._start.close()


@contextmanager
def child(work: Callable[..., None], *arguments: object) -> Iterator[Child]:
    """Begin a process that will call `work(tell, *arguments)`; it is gone at the end."""
    begun = Child(work, *arguments)
    try:
        yield begun
    except BaseException:
        begun.kill()
        raise
    finally:
        begun.end()


def warm_up() -> None:
    """Load the program, so that the first child comes as quickly as the others."""
    with child(_nothing) as begun:
        begun.go()


def _nothing(tell: Tell) -> None:
    tell("warm")


def _live(
    into: Connection,
    start: Connection,
    environment: dict[str, str],
    work: Callable[..., None],
    arguments: tuple[object, ...],
) -> None:
    sys.dont_write_bytecode = True  # or the first child of a fresh clone writes more than the rest
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environment)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(0x59616D61, ANY_PROCESS, 0, 0, 0)

    def tell(line: str) -> None:
        """Say a line in one call that is never among those made to go wrong."""
        os.writev(into.fileno(), [line.encode() + b"\n"])

    start.recv_bytes()
    try:
        work(tell, *arguments)
    except BaseException:
        tell("crashed: " + traceback.format_exc().replace("\n", " | "))
        raise
    finally:
        into.close()
    os._exit(0)


@contextmanager
def traced(pid: int, *options: str, log: Path | None = None) -> Iterator[None]:
    """Put strace over a process that waits; it is over it before this returns."""
    command = ["strace", "-f", "-p", str(pid), "-o", str(log or os.devnull), *options]
    strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert strace.stderr is not None
    try:
        said = strace.stderr.readline()
        assert "attached" in said, said
        yield
    finally:
        strace.stderr.read()
        strace.wait(LONGEST_S)
        strace.stderr.close()
