"""Small pieces of English that sentences are made of: counts, lists, alternatives."""

from __future__ import annotations

from collections.abc import Iterable

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(n: int) -> str:
    """Write a small number in words: `two`; a larger one in figures."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"


def counted(n: int, one: str, many: str = "") -> str:
    """Write a number with its noun: `one event`, `two events`, `no events`."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Join words: `a, b and c`."""
    return _joined(words, "and")


def either(words: Iterable[str]) -> str:
    """Join alternatives: `a, b or c`."""
    return _joined(words, "or")


def sentence_case(text: str) -> str:
    """Start a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int = 60) -> str:
    """Cut a text at a word to at most so many characters, with an ellipsis."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    return plain[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "\u2026"


def _joined(words: Iterable[str], between: str) -> str:
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {between} {every[-1]}"
