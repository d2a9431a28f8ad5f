"""Text at the border: decoded once, cleaned once (reliability R31)."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from models.words import clean_text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; `note` is a sentence where that was a guess."""

    text: str
    encoding: str
    note: str = ""


def encoded(text: str) -> bytes:
    """Return pasted text as bytes; a lone surrogate, which no bytes can hold, is U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def decode(raw: bytes) -> Decoded:
    """Decode and clean: by byte order mark, else UTF-8, else Windows-1252 with a note."""
    decoded = decode_only(raw)
    return replace(decoded, text=clean_text(decoded.text))


def decode_only(raw: bytes) -> Decoded:
    """Decode without cleaning, for a text whose parts are cleaned one by one."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return Decoded(raw.decode(encoding, "replace"), encoding)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as trouble:
        note = (
            f"Not UTF-8 at byte {trouble.start}; read as Windows-1252. "
            "Look whether accented letters are right."
        )
        return Decoded(raw.decode("cp1252", "replace"), "cp1252", note)
