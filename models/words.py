"""The one rule for text at the border: what a library, a Word file and the window can all hold."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?")
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""C0 but TAB and LF, lone surrogates, and the two characters that no Word file can hold."""


def clean_text(text: str) -> str:
    """Return text that SQLite, Word and the window can all hold (R31).

    Line ends become LF; what cannot be stored becomes U+FFFD, so that it is seen and not lost.
    """
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    if _UNSTORABLE.search(text) is None:
        return text
    return _UNSTORABLE.sub("\ufffd", text)
