"""The small line under a factor: what shows it, how it acts on others, what is doubted (S05)."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.document import Run, Runs, words
from exporters.figures.network import link_words
from exporters.markdown_text import inline
from exporters.summaries.sentences import one_line
from exporters.summaries.story import Story, ref, refs
from models.rows import EvidenceRow, FactorRow
from models.values import Confidence, LinkKind, Stance

_NOT_PRINTED = "tellings that are not printed here"
_RECORD_OF = "a record behind "
_SPOKE = {
    "signal": "The system said so in time",
    "exception": "The system raised it properly",
    "silent_assassin": "The system kept silent about it",
    "fake_kingpin": "The system pointed elsewhere",
}


def evidence_line(story: Story, factor: FactorRow) -> Runs:
    """Return the whole line; what readers may not see is said to exist, never shown."""
    rows = story.evidence_of(factor)
    found: list[Run] = []
    for lead, stance in (("Shown by ", Stance.SUPPORTS), ("Disputed by ", Stance.DISPUTES)):
        pieces = _pieces(story, [row for row in rows if row.stance is stance])
        found += _sentence(lead, pieces)
    if not rows:
        found += words("Nothing is linked to it yet. ")
    found += _links(story, factor)
    found += _facets(factor)
    return _closed(found)


def _pieces(story: Story, rows: Iterable[EvidenceRow]) -> list[Runs]:
    pieces: list[Runs] = []
    for row in rows:
        piece = _piece(story, row)
        if piece not in pieces:
            pieces.append(piece)
    codes = {piece[0].text for piece in pieces if len(piece) == 1 and piece[0].ref}
    pieces = [piece for piece in pieces if not _is_record_of(piece, codes)]
    unseen = words(_NOT_PRINTED)
    return [piece for piece in pieces if piece != unseen] + [unseen] * (unseen in pieces)


def _is_record_of(piece: Runs, codes: set[str]) -> bool:
    """Whether a piece is the record of an event that is named anyway."""
    return len(piece) == 2 and piece[0].text == _RECORD_OF and piece[1].ref in codes


def _piece(story: Story, row: EvidenceRow) -> Runs:
    code = story.code(row.event_id) or story.code(row.answer_id)
    if code:
        return (ref(code),)
    if row.account_id:
        told = next((found for found in story.accounts if found.id == row.account_id), None)
        event = story.code(told.event_id) if told else ""
        return (Run("an account of "), ref(event)) if event else words(_NOT_PRINTED)
    if row.record_id:
        return _record(story, row)
    if row.text and not (row.event_id or row.answer_id):
        return inline(one_line(row.text))
    return words(_NOT_PRINTED)


def _record(story: Story, row: EvidenceRow) -> Runs:
    """Name a raw record by the event it stands behind; records themselves are not printed."""
    behind = (link for link in story.snapshot.event_records if link.record_id == row.record_id)
    code = next((found for link in behind if (found := story.code(link.event_id))), "")
    if code:
        return (Run(_RECORD_OF), ref(code))
    return inline(one_line(row.text)) if row.text else words("a record on file")


def _links(story: Story, factor: FactorRow) -> list[Run]:
    """Return links that start here, and undirected ones from both ends."""
    by_kind: dict[LinkKind, list[str]] = {}
    for link in story.snapshot.factor_links:
        target = ""
        if link.from_factor_id == factor.id:
            target = story.code(link.to_factor_id) or story.code(link.to_event_id)
        elif link.to_factor_id == factor.id and link.kind is LinkKind.INTERACTS:
            target = story.code(link.from_factor_id)
        if target:
            by_kind.setdefault(link.kind, []).append(target)
    found: list[Run] = []
    for kind, codes in by_kind.items():
        verb = link_words(kind)
        found += [Run(f"{verb[:1].upper()}{verb[1:]} "), *refs(dict.fromkeys(codes)), Run(". ")]
    return found


def _facets(factor: FactorRow) -> list[Run]:
    found: list[Run] = []
    if factor.latent_since:
        found += words(f"There since {factor.latent_since.rstrip('.')}. ")
    if spoke := _SPOKE.get(factor.how_spoke):
        found += words(f"{spoke}. ")
    if factor.confidence is Confidence.INFERRED:
        found += words("Inferred. ")
    elif factor.confidence is Confidence.DISPUTED:
        found += words("Disputed. ")
    if factor.seen_before:
        found += [Run("Seen before: "), *inline(one_line(factor.seen_before)), Run(". ")]
    return found


def _sentence(lead: str, pieces: list[Runs]) -> list[Run]:
    if not pieces:
        return []
    found = [Run(lead)]
    for number, piece in enumerate(pieces):
        found += ([Run(", ")] if number else []) + list(piece)
    return [*found, Run(". ")]


def _closed(found: list[Run]) -> Runs:
    if found:
        found[-1] = Run(found[-1].text.rstrip(), ref=found[-1].ref)
    return tuple(found)
