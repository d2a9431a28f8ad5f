"""What the facilitator may want to look at before a summary leaves: length, jargon, the insight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from exporters.document import Document, Figure, Run, block_text, plain
from exporters.summaries.parts import glossary
from exporters.summaries.story import Story

_WORD = re.compile(r"\w[\w'\u2019.,:-]*")
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,6}s?\b(?!-\d)")
_CODE = re.compile(r"[FREAQC]\d+")
_KNOWN = frozenset(
    {"UTC", "GMT", "CET", "CEST", "BST", "EST", "EDT", "PST", "PDT", "OK", "AM", "PM"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryNotes:
    """Advice on one summary; nothing of it is printed."""

    word_count: int
    word_limit: int | None
    unexplained: tuple[str, ...] = ()
    """Abbreviations that stand in the summary and not in the glossary (S04)."""
    sentences: tuple[str, ...] = ()
    """What to look at, in plain words."""


def notes_on(
    document: Document, story: Story, word_limit: int | None, more: Iterable[str] = ()
) -> SummaryNotes:
    """Return the notes on a finished document."""
    count = count_words(document)
    unexplained = _unexplained(document, story)
    sentences = []
    if not story.snapshot.review.top_insight.strip():
        sentences.append(
            "There is no top insight yet: what is the one sentence that a reader could repeat?"
        )
    if word_limit is not None and count > word_limit:
        sentences.append(f"{count} words; {word_limit} fit on the page. What can be left out?")
    if word_limit is not None and unexplained:
        sentences.append(f"Not in the glossary: {', '.join(unexplained)}.")
    sentences += more
    return SummaryNotes(
        word_count=count,
        word_limit=word_limit,
        unexplained=unexplained,
        sentences=tuple(sentences),
    )


def count_words(document: Document) -> int:
    """Return how many words a reader reads: title and blocks; codes and captions do not count."""
    said = [document.title]
    for block in document.blocks:
        if not isinstance(block, Figure):
            said += [_without_refs(runs) for runs in block.texts()]
    return sum(len(_WORD.findall(text)) for text in said)


def _without_refs(runs: tuple[Run, ...]) -> str:
    return plain(run for run in runs if not run.ref)


def _unexplained(document: Document, story: Story) -> tuple[str, ...]:
    """Return acronyms without an entry in the glossary, in the order of their first use."""
    known = {term.casefold() for term, _ in glossary(story)}
    shown = (block for block in document.blocks if not isinstance(block, Figure))
    said = "\n".join(block_text(block) for block in shown)
    found = dict.fromkeys(_ACRONYM.findall(f"{document.title}\n{said}"))
    return tuple(
        word
        for word in found
        if not _CODE.fullmatch(word)
        and word not in _KNOWN
        and not {word.casefold(), word.rstrip("s").casefold()} & known
    )
