"""Text that every file format can hold.

What XML cannot carry (control characters, halves of a surrogate pair, U+FFFE and U+FFFF) becomes
the replacement character, so that nothing disappears without a trace. Line ends become LF.
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")


def printable(text: str) -> str:
    """Return the text as it can be written to any file."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
