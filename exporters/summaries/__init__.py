"""What each reader is given: one function per audience, from a snapshot to a document.

Add a summary by writing its module and one line in SUMMARIES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from exporters.document import Document
from exporters.naming import Replacement
from exporters.summaries.engineering import engineering
from exporters.summaries.leadership import leadership
from exporters.summaries.notes import SummaryNotes, notes_on
from exporters.summaries.own_blocks import merge
from exporters.summaries.story import Story, tell
from models.errors import ReviewError
from models.snapshot import Snapshot
from models.values import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryKind:
    """A summary that can be made; `word_limit` is the most its page holds, if it has one."""

    audience: Audience
    name: str
    write: Callable[[Story], Document]
    word_limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A finished summary, what was replaced in it, and what to look at before it leaves."""

    document: Document
    notes: SummaryNotes
    replacements: tuple[Replacement, ...]


SUMMARIES: tuple[SummaryKind, ...] = (
    SummaryKind(audience=Audience.LEADERSHIP, name="Leadership", write=leadership, word_limit=350),
    SummaryKind(audience=Audience.ENGINEERING, name="Engineering", write=engineering),
)


def summary_kind(audience: Audience) -> SummaryKind:
    """Return how a summary is made; ReviewError where this audience has none yet."""
    for kind in SUMMARIES:
        if kind.audience is audience:
            return kind
    built = ", ".join(kind.audience.value for kind in SUMMARIES)
    sentence = f"There is no summary for “{audience.value}” yet; there is one for: {built}."
    raise ReviewError(sentence)


def compose(snapshot: Snapshot, audience: Audience, made_on: date) -> Composed:
    """Return the summary for an audience as it would leave: own words in, names out.

    Own words are laid over text that is already free of names, so that the facilitator rewords
    what readers would see; then names in own words are replaced as well.
    """
    kind = summary_kind(audience)
    story = tell(snapshot, audience, made_on)
    generated = story.namer.document(kind.write(story))
    own = [row for row in snapshot.summary_blocks if row.summary_id == story.settings.id]
    merged = merge(generated, own)
    document = story.namer.document(merged.document)
    return Composed(
        document=document,
        notes=notes_on(document, story, kind.word_limit, merged.notes),
        replacements=story.namer.replacements,
    )
