"""Terms a reader from elsewhere may not know, and the glossary that explains them (S04, M11)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_TERM = re.compile(r"\b(?:[A-Z]{2,6}s?|[a-z]+_[a-z_]+|[A-Z][a-z]+[A-Z]\w+)\b")
_KNOWN = frozenset(
    {"UTC", "OK", "ID", "IDs", "AM", "PM", "GB", "MB", "TB", "CEO", "CTO", "US", "EU"}
)


def read_glossary(text: str) -> dict[str, str]:
    """Read a stored glossary, one `term: meaning` a line."""
    found = {}
    for line in text.splitlines():
        term, colon, meaning = line.partition(":")
        if colon and term.strip() and meaning.strip():
            found[term.strip()] = meaning.strip()
    return found


def unexplained_terms(texts: Iterable[str], glossary: str) -> dict[str, int]:
    """Return abbreviations and code words without a line in the glossary, most frequent first."""
    explained = {term.lower() for term in read_glossary(glossary)}
    found = Counter(term for text in texts for term in _TERM.findall(text))
    return {
        term: count
        for term, count in sorted(found.items(), key=lambda each: (-each[1], each[0]))
        if term not in _KNOWN and not {term.lower(), term.lower().rstrip("s")} & explained
    }
