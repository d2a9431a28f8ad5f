"""The lock file beside a library: who has it open (R8)."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import asdict, dataclass
from getpass import getuser
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a library."""

    host: str
    user: str
    pid: int
    started: str
    """When that process began, as the system counts it; empty where it does not say."""

    @property
    def is_here(self) -> bool:
        """Whether it runs on this machine."""
        return self.host == socket.gethostname()

    @property
    def is_alive(self) -> bool:
        """Whether it still runs; a process of another machine counts as alive."""
        if not self.is_here:
            return True
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return not self.started or self.started == _started(self.pid)


def lock_path(library: Path) -> Path:
    """Return where the lock file of a library lies."""
    return library.with_name(library.name + ".lock")


def holder_of(library: Path) -> Holder | None:
    """Return the living holder of a library, if there is one."""
    try:
        holder = Holder(**json.loads(lock_path(library).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return None
    return holder if holder.is_alive else None


def take(library: Path) -> bool:
    """Take the lock; False where a living process holds it."""
    me = Holder(socket.gethostname(), _user(), os.getpid(), _started(os.getpid()))
    for _ in range(2):
        try:
            handle = os.open(lock_path(library), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            if holder_of(library) is not None:
                return False
            lock_path(library).unlink(missing_ok=True)
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(me), file)
        return True
    return False


def release(library: Path) -> None:
    """Let go of the lock, if it is ours."""
    holder = holder_of(library)
    if holder is not None and holder.is_here and holder.pid == os.getpid():
        lock_path(library).unlink(missing_ok=True)


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


def _started(pid: int) -> str:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[19]
