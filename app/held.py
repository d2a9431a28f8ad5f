"""The texts that the library did not take yet: the newest of each place, in the order typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.errors import NotSavedError
from app.operations.base import Operation
from app.rescue import PLACE_GONE, RescueFile

FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 4.0


@dataclass(frozen=True, slots=True)
class Held:
    """One text that waits, with who typed it and the history that it belongs to."""

    operation: Operation[Any]
    origin: object | None
    history: object


class HeldTexts:
    """Keeps texts in memory and in the rescue file until a store takes them."""

    def __init__(self, rescue: RescueFile) -> None:
        self._rescue = rescue
        self._texts: dict[object, Held] = {}
        self.in_rescue_file = False
        self.wait_s = FIRST_WAIT_S
        self.problem: NotSavedError | None = None

    def __len__(self) -> int:
        return len(self._texts)

    def hold(self, held: Held, problem: NotSavedError | None = None) -> None:
        """Keep a text in place of an earlier one of the same field."""
        key = held.operation.merge_key or object()
        self._texts.pop(key, None)
        self._texts[key] = held
        self.problem = problem or self.problem
        self._write_down()

    def flush(self, store: Callable[[Held], None]) -> tuple[str, ...]:
        """Store every text; return a sentence for each whose place is gone meanwhile.

        Raises NotSavedError: the texts that are left wait on.
        """
        sentences = []
        for key, held in list(self._texts.items()):
            try:
                store(held)
            except NotSavedError as error:
                self.problem = error
                self.wait_s = min(self.wait_s * 2, LONGEST_WAIT_S)
                self._write_down()
                raise
            except PLACE_GONE:
                sentences.append(self.put_aside(held))
            del self._texts[key]
        self._rescue.clear()
        self.wait_s, self.problem, self.in_rescue_file = FIRST_WAIT_S, None, False
        return tuple(sentences)

    def put_aside(self, held: Held) -> str:
        """Keep a text whose place is gone in a file of its own; say where."""
        aside = self._rescue.put_aside(held.operation)
        where = f"It is in {aside}." if aside else "There is no room to keep it in a file."
        return f"What this text belonged to is gone. {where}"

    def _write_down(self) -> None:
        self.in_rescue_file = self._rescue.keep(held.operation for held in self._texts.values())
