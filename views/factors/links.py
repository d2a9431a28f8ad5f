"""The links of one factor in words, and what it could be linked to."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.figures.network import link_words
from models.phrases import shortened
from models.rows import FactorLinkRow
from models.snapshot import Snapshot
from models.times.show import show_time
from models.values import LinkKind
from views.factors.evidence import Choice, event_choices


@dataclass(frozen=True, slots=True)
class LinkChip:
    """A link as its chip shows it, seen from one of its factors."""

    link_id: str
    label: str
    said: str
    """The link in full."""


def link_chips(factor_id: str, snapshot: Snapshot) -> tuple[LinkChip, ...]:
    """Return the links that leave a factor, then those that lead to it."""
    leaving = [link for link in snapshot.factor_links if link.from_factor_id == factor_id]
    meeting = [link for link in snapshot.factor_links if link.to_factor_id == factor_id]
    chips = [_chip(link, snapshot, is_leaving=True) for link in leaving]
    chips += [_chip(link, snapshot, is_leaving=False) for link in meeting]
    return tuple(chip for chip in chips if chip is not None)


def factor_choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return every factor."""
    return tuple(
        Choice(
            column="factor_id",
            row_id=factor.id,
            title=f"{factor.code}  {shortened(factor.condition, 68) or 'Not worded yet'}",
            group="Factors",
            also=f"{factor.condition} {factor.effect}",
        )
        for factor in snapshot.factors
    )


def link_choices(factor_id: str, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return every other factor, then every event."""
    others = (choice for choice in factor_choices(snapshot) if choice.row_id != factor_id)
    return (*others, *event_choices(snapshot))


def link_sentence(link: FactorLinkRow, snapshot: Snapshot) -> str:
    """Return a link in words: `F8 enables F2`."""
    codes = {factor.id: factor.code for factor in snapshot.factors}
    target = codes.get(link.to_factor_id or "") or _event_words(link.to_event_id, snapshot)
    return f"{codes.get(link.from_factor_id, '')} {link_words(link.kind)} {target}".strip()


def _chip(link: FactorLinkRow, snapshot: Snapshot, *, is_leaving: bool) -> LinkChip | None:
    codes = {factor.id: factor.code for factor in snapshot.factors}
    said = link_sentence(link, snapshot)
    if link.text.strip():
        said = f"{said}: {link.text.strip()}"
    if not is_leaving:
        source = codes.get(link.from_factor_id)
        if source is None:
            return None
        mutual = link.kind is LinkKind.INTERACTS
        label = f"interacts with {source}" if mutual else f"{source} {link_words(link.kind)} this"
        return LinkChip(link.id, label, said)
    target = codes.get(link.to_factor_id or "") or _event_words(link.to_event_id, snapshot)
    return LinkChip(link.id, f"{link_words(link.kind)} {target}", said) if target else None


def _event_words(event_id: str | None, snapshot: Snapshot) -> str:
    for number, event in enumerate(snapshot.events, 1):
        if event.id == event_id:
            return f"E{number} {show_time(event.at, snapshot.review.zone, event.precision)}"
    return ""
