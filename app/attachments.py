"""Pictures kept beside the library, each under the SHA-256 of its bytes (product.md, Files)."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.errors import ReviewError
from models.ids import new_id

PICTURE_BYTES = 32 * 1024 * 1024
"""The largest picture that is kept."""
HEAD_BYTES = 16
NAME_CHARS = 120

_KINDS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    (".png", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    (".jpg", lambda head: head.startswith(b"\xff\xd8\xff")),
    (".gif", lambda head: head.startswith((b"GIF87a", b"GIF89a"))),
    (".webp", lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP"),
)
"""What may be kept, told by its first bytes; drawings that can carry scripts are left out (R38)."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class PictureNotKeptError(ReviewError):
    """A picture that cannot be kept; nothing was written."""


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture beside the library; `suffix` comes from its bytes, never from its name."""

    sha256: str
    suffix: str
    size: int


def attachments_of(library: Path) -> Path:
    """Return the folder beside a library that holds its attachments."""
    return library.with_name(library.stem + ".files")


def attachment_path(library: Path, sha256: str) -> Path:
    """Return where an attachment lies. Raises ValueError for what is no SHA-256 in hex."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return attachments_of(library) / sha256[:2] / sha256


def picture_suffix(head: bytes) -> str:
    """Return the suffix of a picture by its first bytes; empty where it is none that is kept."""
    return next((suffix for suffix, begins in _KINDS if begins(head)), "")


def is_picture(path: Path) -> bool:
    """Whether a file begins as a picture that can be kept."""
    try:
        with path.open("rb") as file:
            return bool(picture_suffix(file.read(HEAD_BYTES)))
    except OSError:
        return False


def read_picture(path: Path) -> bytes:
    """Return the bytes of a picture file; raise PictureNotKeptError where it cannot be read."""
    try:
        if path.stat().st_size > PICTURE_BYTES:
            raise PictureNotKeptError(_too_large(path.name))
        return path.read_bytes()
    except OSError as trouble:
        raise PictureNotKeptError(
            f"{path.name} could not be opened ({trouble.strerror or 'no reason given'}). "
            "Check that it is still there and that you may read it."
        ) from trouble


def store_picture(library: Path, picture: bytes, name: str) -> StoredPicture:
    """Keep a picture beside the library, whole or not at all; `name` is for the sentence only.

    Raises PictureNotKeptError for what is no picture, too large, or cannot be written.
    """
    suffix = picture_suffix(picture[:HEAD_BYTES])
    if not suffix:
        raise PictureNotKeptError(f"{name} is not a picture. Drop a PNG, JPEG, WebP or GIF file.")
    if len(picture) > PICTURE_BYTES:
        raise PictureNotKeptError(_too_large(name))
    sha256 = hashlib.sha256(picture).hexdigest()
    place = attachment_path(library, sha256)
    try:
        if not place.exists() or place.stat().st_size != len(picture):
            _write_whole(place, picture)
    except OSError as trouble:
        raise PictureNotKeptError(
            f"{name} could not be kept in {attachments_of(library)} "
            f"({trouble.strerror or 'no reason given'}). Make room or check the folder, then drop "
            "it again."
        ) from trouble
    return StoredPicture(sha256, suffix, len(picture))


def shown_name(name: str) -> str:
    """Return a file's name as it may be shown: its last part, one line, without control signs."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return " ".join(plain.split())[:NAME_CHARS] or "Picture"


def _too_large(name: str) -> str:
    return f"{name} is larger than {PICTURE_BYTES // 1024**2} MB. Save it smaller, then drop it."


def _write_whole(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    growing = place.with_name(f".{new_id()}")
    try:
        handle = os.open(growing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        growing.replace(place)
    finally:
        growing.unlink(missing_ok=True)
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
