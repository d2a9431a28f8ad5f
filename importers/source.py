"""What an importer reads from: a file, a folder or pasted text."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from importers import limits
from importers.errors import UnreadableSourceError
from importers.text import encoded

PASTED = "Pasted text"


@dataclass(frozen=True, slots=True)
class Source:
    """A path or a text, never both; `name` is what a person calls it."""

    name: str
    path: Path | None = None
    text: str | None = None

    @classmethod
    def of(cls, path_or_text: Path | str) -> Source:
        """Wrap a path, or the text itself when given a string."""
        if isinstance(path_or_text, str):
            return cls(name=PASTED, text=path_or_text)
        return cls(name=path_or_text.name or str(path_or_text), path=path_or_text)

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder on the disk."""
        return self.path is not None and self.path.is_dir()

    def raw(self) -> bytes:
        """Return all bytes of a file or pasted text, within the limits.

        Raises UnreadableSourceError for what is absent, closed to us, a folder, or too large.
        """
        if self.path is None:
            return self._within(len(self.text or ""), encoded(self.text or ""))
        try:
            size = self.path.stat().st_size
            return self._within(size, b"" if size > limits.FILE_BYTES else self.path.read_bytes())
        except IsADirectoryError:
            raise UnreadableSourceError(
                f"{self.name} is a folder. Drop its files, or a whole Slack export folder."
            ) from None
        except OSError as trouble:
            raise UnreadableSourceError(
                f"{self.name} could not be opened ({trouble.strerror or 'no reason given'}). "
                "Check that it is still there and that you may read it."
            ) from trouble

    def head(self, count: int) -> bytes:
        """Return the first bytes of a file or text; empty for a folder or what cannot be read."""
        if self.path is None:
            return encoded((self.text or "")[:count])
        try:
            with self.path.open("rb") as file:
                return file.read(count)
        except OSError:
            return b""

    def fingerprint(self) -> str:
        """Return the SHA-256, in hex, of the raw bytes; of all names and bytes for a folder."""
        if not self.is_folder:
            return hashlib.sha256(self.raw()).hexdigest()
        whole = hashlib.sha256()
        for folder, subfolders, names in os.walk(str(self.path)):
            subfolders.sort()
            for name in sorted(names):
                file = Path(folder) / name
                whole.update(os.fsencode(file.relative_to(str(self.path))) + b"\0")
                whole.update(Source.of(file).raw())
        return whole.hexdigest()

    def _within(self, size: int, raw: bytes) -> bytes:
        if size <= limits.FILE_BYTES:
            return raw
        raise UnreadableSourceError(
            f"{self.name} is {limits.in_words(size)}; files up to "
            f"{limits.in_words(limits.FILE_BYTES)} can be read. Cut it down to the days around "
            "the incident."
        )
