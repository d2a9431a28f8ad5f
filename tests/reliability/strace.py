"""Runs one piece of work with a kill or a disk that gives up at one chosen write."""

from __future__ import annotations

import re
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


@dataclass(frozen=True)
class Moment:
    """One write of a piece of work; strace counts each kind of call by itself."""

    call: str
    number: int
    """The how many-th of its kind."""
    following: tuple[tuple[str, int], ...]
    """The number of the first call of each kind from this moment on."""


def moments_of(what: str, library: Path, calls: str = WRITES) -> list[Moment]:
    """Return every write that one thing takes, in order."""
    log = library.parent / "strace.log"
    ran = run(what, library, "-e", f"trace={calls}", log=log)
    assert ran.told[-1] == "end", ran.told
    seen = re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE)
    log.unlink()
    number = dict.fromkeys(calls.split(","), 1)
    moments = []
    for call in seen:
        moments.append(Moment(call, number[call], tuple(number.items())))
        number[call] += 1
    assert moments
    return moments


def sample(moments: list[Moment], count: int) -> list[Moment]:
    """Return so many of them, evenly, the first and the last among them; all kinds of calls."""
    step = (len(moments) - 1) / max(1, count - 1)
    even = {round(n * step) for n in range(min(count, len(moments)))}
    kinds = {moment.call: place for place, moment in enumerate(moments)}
    return [moments[place] for place in sorted(even | set(kinds.values()))]


def killed(moment: Moment) -> tuple[str, ...]:
    """Return the options that kill at a moment."""
    return once("signal=KILL", moment)


def once(how: str, moment: Moment) -> tuple[str, ...]:
    """Return the options that let one call go wrong: `signal=KILL`, `error=ENOSPC`."""
    return (
        "-e",
        f"trace={moment.call}",
        "-e",
        f"inject={moment.call}:{how}:when={moment.number}",
    )


def from_then_on(how: str, moment: Moment) -> tuple[str, ...]:
    """Return the options that let every call go wrong from a moment on."""
    calls = ",".join(call for call, _ in moment.following)
    options = ["-e", f"trace={calls}"]
    for call, number in moment.following:
        options += ["-e", f"inject={call}:{how}:when={number}+"]
    return tuple(options)
