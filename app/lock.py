"""The lock file beside a library: who has it open (R8)."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import subprocess
import sys
from dataclasses import asdict, dataclass
from getpass import getuser
from pathlib import Path

from app.errors import LibraryLockedElsewhereError, LibraryLockedError, LibraryMissingError


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
        """Whether it still runs; a process of another machine counts as alive.

        A process that took over the id of one that ended is not the holder.
        """
        if not self.is_here:
            return True
        try:
            os.kill(self.pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return not self.started or self.started == _started(self.pid)


def lock_path(library: Path) -> Path:
    """Return where the lock file of a library lies."""
    return library.with_name(library.name + ".lock")


def holder_of(library: Path) -> Holder | None:
    """Return the living holder of a library, if there is one."""
    holder = _read(lock_path(library))
    return holder if holder is not None and holder.is_alive else None


def take(library: Path) -> bool:
    """Take the lock; False where a living process holds it. Raises OSError."""
    me = Holder(socket.gethostname(), _user(), os.getpid(), _started(os.getpid()))
    for _ in range(3):
        if _place(lock_path(library), json.dumps(asdict(me))):
            _sweep(lock_path(library))
            return True
        if holder_of(library) is not None:
            return False
        _clear_stale(lock_path(library))
    return False


def take_or_tell(library: Path) -> None:
    """Take the lock, or raise LibraryLockedError with who holds it. Raises OSError too."""
    if take(library):
        return
    holder = holder_of(library)
    if holder is None:
        raise LibraryMissingError(library)
    if holder.is_here:
        raise LibraryLockedError(library, holder.user or "another user", holder.pid)
    raise LibraryLockedElsewhereError(
        library, f"{holder.user} on {holder.host}", holder.pid, lock_path(library)
    )


def release(library: Path) -> None:
    """Let go of the lock, if it is ours."""
    holder = holder_of(library)
    if holder is not None and holder.is_here and holder.pid == os.getpid():
        lock_path(library).unlink(missing_ok=True)


def _read(lock: Path) -> Holder | None:
    try:
        return Holder(**json.loads(lock.read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _place(lock: Path, text: str) -> bool:
    """Put a whole lock file there in one step; False where there is one already."""
    fresh = lock.with_name(f".~{os.getpid()}-{lock.name}")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.chmod(0o600)
        return _link(fresh, lock)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _link(fresh: Path, lock: Path) -> bool:
    try:
        lock.hardlink_to(fresh)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK):
            raise
        return _write_new(lock, fresh.read_text("utf-8"))
    return True


def _write_new(lock: Path, text: str) -> bool:
    """Write the lock where the file system knows no hard links."""
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return True


def _clear_stale(lock: Path) -> None:
    """Take a dead lock away, unless a living process has put its own there meanwhile."""
    taken = lock.with_name(f".~{os.getpid()}-stale-{lock.name}")
    try:
        lock.replace(taken)
    except FileNotFoundError:
        return
    holder = _read(taken)
    if holder is not None and holder.is_alive:
        with contextlib.suppress(OSError):
            lock.hardlink_to(taken)
    taken.unlink(missing_ok=True)


def _sweep(lock: Path) -> None:
    """Take away what a process that was killed while it took the lock left behind."""
    for left in lock.parent.glob(f".~*-{lock.name}"):
        owner = left.name.removeprefix(".~").partition("-")[0]
        if owner.isdecimal() and not Holder(socket.gethostname(), "", int(owner), "").is_alive:
            left.unlink(missing_ok=True)


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


def _started(pid: int) -> str:
    if sys.platform == "darwin":
        asked = ["/bin/ps", "-o", "lstart=", "-p", str(pid)]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
        return answer.stdout.strip()
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[19]
