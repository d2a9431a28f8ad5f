"""Runs ways of doing the same work in turn, each in a fresh process, and compares them."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KIB = 1024
Answer = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the page: our way beside another on the same work, in the same minutes."""

    what: str
    beside: str
    ours_ms: float
    beside_ms: float
    ratio: float
    goal: float | None = None
    ours_mib: float | None = None
    beside_mib: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached, to the two digits that are shown."""
        return self.goal is None or round(self.ratio, 2) <= self.goal

    def __str__(self) -> str:
        goal = "" if self.goal is None else f" (goal {self.goal:g})"
        spent = f"{self.ours_ms:.2f} / {self.beside_ms:.2f} ms"
        return f"{self.ratio:6.2f}{goal}  {self.what} / {self.beside}: {spent}"


def in_turn(ways: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Answer]]:
    """Run each way once unmeasured, then all of them in turn, and return what they answer.

    A way is what follows `python`; it prints one JSON object. An `at`, as time.monotonic() gives
    it, becomes `ms` since the process was asked for.
    """
    found: dict[str, list[Answer]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, typed in ways.items():
            answer = in_child(typed)
            if number:
                found[name].append(answer)
    return found


def in_child(typed: Sequence[str]) -> Answer:
    """Run one way in a fresh process, with settings of its own, and return its answer."""
    with tempfile.TemporaryDirectory() as home:
        return _in_child(typed, home)


def _in_child(typed: Sequence[str], home: str) -> Answer:
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"SECOND_STORY_HOME": home}
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, *typed],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(typed)}\n{done.stderr}")
    answer: Answer = json.loads(done.stdout)
    if "at" in answer:
        answer["ms"] = (answer["at"] - began) * 1000
    return answer


def median(answers: Sequence[Answer], key: str) -> float:
    """Return the middle figure of several rounds."""
    return statistics.median(answer[key] for answer in answers)


def ratio(ours: Sequence[Answer], beside: Sequence[Answer], key: str = "ms") -> float:
    """Return the median of the ratios, round by round: what holds when the machine drifts."""
    pairs = zip(ours, beside, strict=True)
    return statistics.median(mine[key] / other[key] for mine, other in pairs)


def compared(
    what: str,
    ours: Sequence[Answer],
    other: tuple[str, Sequence[Answer]],
    goal: float | None,
    key: str = "ms",
) -> Row:
    """Return the line of two ways that answered with milliseconds under `key` and with `mib`."""
    beside, theirs = other
    return Row(
        what=what,
        beside=beside,
        ours_ms=median(ours, key),
        beside_ms=median(theirs, key),
        ratio=ratio(ours, theirs, key),
        goal=goal,
        ours_mib=median(ours, "mib"),
        beside_mib=median(theirs, "mib"),
    )


def memory_mib() -> float:
    """Return the most memory this process has held so far, in MiB."""
    try:
        status = Path("/proc/self/status").read_text("utf-8")
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / KIB / (KIB if sys.platform == "darwin" else 1)
    return int(status.partition("VmHWM:")[2].split()[0]) / KIB
