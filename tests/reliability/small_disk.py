"""A real small disk, to be filled: tmpfs and ext4, which behave differently when full."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

KINDS = ("tmpfs", "ext4")
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")


@contextlib.contextmanager
def small_disk(kind: str, folder: Path, megabytes: int = 8):
    """Mount a small disk; skip where the system does not let us."""
    place = folder / f"disk-{kind}"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place]
    if kind == "ext4":
        image = folder / "disk.img"
        with image.open("wb") as file:
            file.truncate(megabytes * 1024 * 1024)
        make = shutil.which("mkfs.ext4") or "/sbin/mkfs.ext4"
        if not Path(make).exists():
            pytest.skip("mkfs.ext4 is not here")
        subprocess.run([make, "-q", "-F", "-m", "0", image], check=True, capture_output=True)
        mount = ["mount", "-o", "loop", image, place]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip(f"the system does not let a {kind} disk be mounted")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def fill_up(place: Path) -> Path:
    """Write until the disk takes no byte more; return the file that may be removed."""
    filler = place / "filler"
    handle = os.open(filler, os.O_CREAT | os.O_WRONLY)
    try:
        for size in (1 << 16, 1 << 12, 1 << 9, 1):
            with contextlib.suppress(OSError):
                while os.write(handle, b"x" * size):
                    pass
    finally:
        os.close(handle)
    return filler


@contextlib.contextmanager
def read_only(place: Path):
    """Make the disk read-only for a while."""
    subprocess.run(["mount", "-o", "remount,ro", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
