"""Puts finished bytes into a file so that an old file is whole until the new one is (R18, R19)."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import unicodedata
from pathlib import Path

from models.errors import ReviewError

_LONGEST_NAME = 120
"""In bytes of UTF-8, the suffix included."""
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class FileNotWritten(ReviewError):  # noqa: N818
    """A file could not be written; whatever stood there before is untouched."""


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` as a whole or not at all.

    Raises FileNotWritten with one sentence where the folder is missing or read-only, the disk is
    full, or another program holds the file.
    """
    folder = path.parent
    if not folder.is_dir():
        sentence = f"The folder {folder} does not exist; choose another one for {path.name}."
        raise FileNotWritten(sentence)
    if path.is_dir():
        sentence = f"{path} is a folder; choose a name for the file."
        raise FileNotWritten(sentence)
    beside = folder / f".~{secrets.token_hex(8)}.tmp"
    try:
        _write_beside(beside, content)
        beside.replace(path)
        _sync_folder(folder)
    except OSError as problem:
        raise FileNotWritten(_sentence(problem, path, len(content))) from problem
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_beside(beside: Path, content: bytes) -> None:
    with beside.open("xb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    written = beside.stat().st_size
    if written != len(content):
        raise OSError(errno.ENOSPC, "fewer bytes arrived than were written")


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(problem: OSError, path: Path, size: int) -> str:
    if problem.errno in _FULL:
        free = _megabytes(shutil.disk_usage(path.parent).free)
        return (
            f"{path.name} needs {_megabytes(size)} and {path.parent} has {free} left; "
            "free some space or choose another folder."
        )
    if os.name == "nt" and problem.errno in _READ_ONLY and path.exists():
        return f"{path} is open in another program; close it there and write again."
    if problem.errno in _READ_ONLY:
        return f"{path.parent} may only be read; choose another folder for {path.name}."
    if problem.errno in (errno.EBUSY, errno.ETXTBSY):
        return f"{path} is open in another program; close it there and write again."
    if problem.errno == errno.ENAMETOOLONG:
        return f"The name {path.name[:40]}… is too long for {path.parent}; choose a shorter one."
    reason = (problem.strerror or str(problem)).lower()
    return f"{path} could not be written ({reason}); choose another folder or try again."


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} kB"


def safe_name(title: str, suffix: str) -> str:
    """Return a file name for a title that every system takes, at most 120 bytes long."""
    composed = unicodedata.normalize("NFC", title)
    visible = "".join(
        letter if unicodedata.category(letter) not in _INVISIBLE else " " for letter in composed
    )
    name = " ".join(_UNSAFE.sub(" ", visible).split()).strip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    return _shortened(name or "Review", _LONGEST_NAME - len(suffix.encode())) + suffix


def _shortened(name: str, most: int) -> str:
    """Cut at a letter's edge, never inside one."""
    cut = name.encode()[:most].decode(errors="ignore")
    return cut.rstrip(" .") or "Review"
