"""Ready texts to say and to send: opening, invitation, private talk, redirect lines, closing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guides.pack_files import pack


class ReadyText(StrEnum):
    """Which text."""

    OPENING_SCRIPT = "opening_script"
    LEADERSHIP_STATEMENT = "leadership_statement"
    INVITATION = "invitation"
    PRIVATE_TALK = "private_talk"
    CONTRAST = "contrast"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class RedirectLine:
    """A line to say aloud, and when."""

    key: str
    when: str
    say: str


def ready_text(
    text: ReadyText, slots: Mapping[str, str] | None = None, language: str = "en"
) -> str:
    """Return a text with its slots filled; a slot without a value stays to be filled by hand."""
    return filled(str(pack("texts", language)[text]).strip(), slots or {})


def redirect_lines(
    slots: Mapping[str, str] | None = None, language: str = "en"
) -> tuple[RedirectLine, ...]:
    """Return the lines that lead back to the story (M08)."""
    given = pack("texts", language)["redirect"]
    return tuple(
        RedirectLine(each["key"], each["when"], filled(each["say"], slots or {})) for each in given
    )


def observer_questions(language: str = "en") -> tuple[str, ...]:
    """Return what to ask a co-facilitator or observer afterwards (R07)."""
    return tuple(each["say"] for each in pack("texts", language)["observer"])


def filled(text: str, slots: Mapping[str, str]) -> str:
    """Put values into a text's slots."""
    for slot, value in slots.items():
        if value:
            text = text.replace(f"{{{slot}}}", value)
    return text
