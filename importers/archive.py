"""A zip or a folder as a list of named files, read one by one in memory, never unpacked."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from importers import limits
from importers.errors import UnreadableSourceError
from importers.source import Source

_ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
    OSError,
)
"""All that a damaged, encrypted or hostile zip makes the standard library raise."""

_CHUNK = 1 * limits.MB
_UTF8_NAME = 0x800


class UnreadableEntryError(Exception):
    """One entry cannot be read; the message is a short phrase that can be counted."""


class Tree(Protocol):
    """Named files, `/` between folders, whatever they lie in."""

    @property
    def names(self) -> tuple[str, ...]:
        """All file names, sorted."""
        ...

    def read(self, name: str) -> bytes:
        """Return the bytes of one file; raise UnreadableEntryError for one that cannot be read."""
        ...


class FolderTree:
    """A folder on the disk. Links to other places are not followed."""

    def __init__(self, source: Source, folder: Path) -> None:
        self._folder = folder
        self.names = tuple(sorted(_files_below(source, folder)))

    def read(self, name: str) -> bytes:
        """Return the bytes of one file."""
        path = self._folder / name
        try:
            if path.stat().st_size > limits.FILE_BYTES:
                raise UnreadableEntryError("larger than 200 MB")
            return path.read_bytes()
        except OSError as trouble:
            raise UnreadableEntryError("cannot be opened") from trouble


class ZipTree:
    """A zip archive. Sizes are counted while reading, not taken from its table."""

    def __init__(self, source: Source, archive: zipfile.ZipFile) -> None:
        self._source = source
        self._archive = archive
        self._unpacked = 0
        entries = archive.infolist()
        if len(entries) > limits.ENTRIES:
            raise UnreadableSourceError(
                f"{source.name} holds {len(entries)} files; up to {limits.ENTRIES} can be read. "
                "Export fewer channels or fewer days."
            )
        self._entries = {_name_of(entry): entry for entry in entries if not entry.is_dir()}
        self.names = tuple(sorted(self._entries))

    def read(self, name: str) -> bytes:
        """Return the bytes of one entry."""
        entry = self._entries.get(name)
        if entry is None:
            raise UnreadableEntryError("cannot be opened")
        try:
            with self._archive.open(entry) as file:
                return self._counted(file, entry)
        except _ZIP_TROUBLE as trouble:
            locked = entry.flag_bits & 1
            raise UnreadableEntryError(
                "locked with a password" if locked else "damaged"
            ) from trouble

    def _counted(self, file: IO[bytes], entry: zipfile.ZipInfo) -> bytes:
        chunks: list[bytes] = []
        size = 0
        while chunk := file.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            self._unpacked += len(chunk)
            packed = max(1, entry.compress_size)
            if size > limits.RATIO_FROM_BYTES and size > limits.RATIO * packed:
                raise UnreadableEntryError("packed too tightly to be trusted")
            if size > limits.FILE_BYTES:
                raise UnreadableEntryError("larger than 200 MB")
            if self._unpacked > limits.UNPACKED_BYTES:
                raise UnreadableSourceError(
                    f"{self._source.name} unpacks to more than "
                    f"{limits.in_words(limits.UNPACKED_BYTES)}. Export fewer channels or days."
                )
        return b"".join(chunks)


@contextmanager
def open_tree(source: Source) -> Iterator[Tree]:
    """Open a folder or a zip; raise UnreadableSourceError for anything else."""
    if source.path is not None and source.is_folder:
        yield FolderTree(source, source.path)
        return
    if source.path is None or not looks_like_zip(source):
        raise UnreadableSourceError(f"{source.name} is neither a zip nor a folder.")
    size = source.path.stat().st_size
    if size > limits.FILE_BYTES:
        raise UnreadableSourceError(
            f"{source.name} is {limits.in_words(size)}; zips up to "
            f"{limits.in_words(limits.FILE_BYTES)} can be read. Unpack it and drop the folder."
        )
    try:
        archive = zipfile.ZipFile(source.path)
    except _ZIP_TROUBLE as trouble:
        raise UnreadableSourceError(
            f"{source.name} is a damaged zip. Export or download it again."
        ) from trouble
    with archive:
        yield ZipTree(source, archive)


def looks_like_zip(source: Source) -> bool:
    """Whether a file begins as a zip does."""
    return source.path is not None and source.head(4) in {b"PK\x03\x04", b"PK\x05\x06"}


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Return the name of an entry; many packers write UTF-8 without saying so."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _files_below(source: Source, folder: Path) -> Iterator[str]:
    count = 0
    for here, subfolders, names in os.walk(str(folder)):
        depth = len(Path(here).relative_to(str(folder)).parts)
        if depth >= limits.FOLDER_DEPTH:
            subfolders.clear()
        for name in names:
            path = Path(here) / name
            count += 1
            if count > limits.ENTRIES:
                raise UnreadableSourceError(
                    f"{source.name} holds more than {limits.ENTRIES} files. Drop the folder of the "
                    "export itself, or fewer channels of it."
                )
            if not path.is_symlink():
                yield path.relative_to(folder).as_posix()
