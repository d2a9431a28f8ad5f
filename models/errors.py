"""What can go wrong in a way that a facilitator can act on."""

from __future__ import annotations


class ReviewError(Exception):
    """Carries one sentence that names file and place and says what to do.

    Everything that is not a ReviewError is a bug.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
