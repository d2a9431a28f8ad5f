"""Runs a program with a kill or a disk that gives up at one chosen write."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

WRITES = "pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link"


@dataclass(frozen=True)
class Ran:
    code: int
    told: list[str]
    stderr: str


@cache
def can_trace() -> bool:
    """Whether strace is here and may trace (a container may forbid it)."""
    if shutil.which("strace") is None:
        return False
    probe = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True, check=False)
    return probe.returncode == 0


needs_strace = pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")


def run(what: str, library: Path, *options: str) -> Ran:
    """Do one thing to a library in a process of its own, under strace with these options."""
    command = [sys.executable, "-m", "tests.reliability.writing_child", what, library]
    if options:
        command = ["strace", "-f", "-qq", "-o", os.devnull, *options, *command]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return Ran(done.returncode, done.stdout.splitlines(), done.stderr)


def count_writes(what: str, library: Path, calls: str = WRITES) -> int:
    """Return how many writes one thing takes."""
    log = library.parent / "strace.log"
    subprocess.run(
        [
            "strace",
            "-f",
            "-qq",
            "-o",
            log,
            "-e",
            f"trace={calls}",
            sys.executable,
            "-m",
            "tests.reliability.writing_child",
            what,
            library,
        ],
        capture_output=True,
        timeout=120,
        check=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    lines = log.read_text().splitlines()
    log.unlink()
    return sum("(" in line and "resumed" not in line for line in lines)


def inject(how: str, when: str, calls: str = WRITES) -> tuple[str, ...]:
    """Return the options that make the chosen calls fail: `signal=KILL`, `error=ENOSPC`."""
    return ("-e", f"trace={calls}", "-e", f"inject={calls}:{how}:when={when}")
