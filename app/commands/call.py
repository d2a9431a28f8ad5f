"""One call of a command: its library, its arguments and where its words go."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from app.ledger import Ledger
from app.library import open_library
from app.paths import Paths
from models.errors import ReviewError


class NotUnderstoodError(ReviewError):
    """The command names something that is not there, or not yet; nothing was done (exit 2)."""


class AnswerNeededError(ReviewError):
    """The source does not say something that has to be known; nothing was done (exit 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a command is given."""

    library: Path
    arguments: Namespace
    paths: Paths
    out: TextIO
    stdin: TextIO
    now: datetime

    @property
    def as_json(self) -> bool:
        """Whether the answer is for a script."""
        return bool(self.arguments.json)

    def say(self, *lines: str) -> None:
        """Write lines for a person."""
        for line in lines:
            print(line, file=self.out)

    def tell(self, content: object) -> None:
        """Write an answer for a script."""
        json.dump(content, self.out, ensure_ascii=False, indent=2)
        self.out.write("\n")

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """Open the library for reading, also while a window has it open."""
        ledger = open_library(self.library, read_only=True)
        try:
            yield ledger
        finally:
            ledger.close()

    @contextmanager
    def writing(self, *, create: bool = False) -> Iterator[Ledger]:
        """Open the library for changes; with `create`, begin one where there is none."""
        ledger = open_library(self.library, create=create)
        try:
            yield ledger
        finally:
            ledger.close()
