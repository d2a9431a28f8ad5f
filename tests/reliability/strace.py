"""Runs one piece of work with a kill or a disk that gives up at one chosen write."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.reliability.nursery import child, traced
from tests.reliability.writing_child import work

WRITES = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename,link"


@dataclass(frozen=True)
class Ran:
    told: list[str]

    @property
    def sentence(self) -> str:
        """What was told where the work could not be done."""
        (told,) = [line for line in self.told if line.startswith("told: ")]
        return told.removeprefix("told: ")


@cache
def can_trace() -> bool:
    """Whether strace is here and may trace (a container may forbid it)."""
    if shutil.which("strace") is None:
        return False
    probe = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True, check=False)
    return probe.returncode == 0


needs_strace = pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")


def run(what: str, library: Path, *options: str, log: Path | None = None) -> Ran:
    """Do one thing to a library in a process of its own, under strace with these options."""
    with child(work, what, library) as worker, traced(worker.pid, *options, log=log):
        worker.go()
        return Ran(list(worker.lines()))


def count_writes(what: str, library: Path, calls: str = WRITES) -> int:
    """Return how many writes one thing takes."""
    log = library.parent / "strace.log"
    ran = run(what, library, "-e", f"trace={calls}", log=log)
    assert ran.told[-1] == "end", ran.told
    lines = log.read_text().splitlines()
    log.unlink()
    return sum("(" in line and "resumed" not in line for line in lines)


def inject(how: str, when: str, calls: str = WRITES) -> tuple[str, ...]:
    """Return the options that make the chosen calls fail: `signal=KILL`, `error=ENOSPC`."""
    return ("-e", f"trace={calls}", "-e", f"inject={calls}:{how}:when={when}")
