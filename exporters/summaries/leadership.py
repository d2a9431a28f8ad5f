"""The page for leadership: what it meant, what made it possible, what was decided (method 6.2)."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.document import Block, Claim, Document, Paragraph, Run, Runs, words
from exporters.markdown_text import inline, plain_words
from exporters.summaries.decisions import decisions_table
from exporters.summaries.parts import (
    glossary,
    heading,
    paragraph,
    properties,
    review_name,
    small,
    top_insight,
)
from exporters.summaries.pictures import strip_figure
from exporters.summaries.sentences import (
    counted,
    impact_sentence,
    lowered,
    sentence,
    statement,
    when_sentence,
    written_on,
)
from exporters.summaries.story import Story
from guides.categories import ABOUT_WORK
from guides.network import degrees
from models.rows import FactorRow
from models.values import Audience, FactorRole

_MOST = 3
_MOST_HELD = 2


def leadership(story: Story) -> Document:
    """Return one page, 250 to 350 words."""
    subject = f"{review_name(story)}, for leadership"
    return Document(
        title=plain_words(story.snapshot.review.title),
        header_left=subject,
        header_right=written_on(story),
        footer="F and R numbers lead to the engineering report of the same date.",
        blocks=tuple(_blocks(story)),
        properties=properties(story, subject),
    )


def _blocks(story: Story) -> Iterator[Block]:
    yield from top_insight(story)
    yield from _meant(story)
    yield from _possible(story)
    yield from _held(story)
    yield from _decided(story)
    yield from _unknown(story)
    yield from _more(story)


def _meant(story: Story) -> Iterator[Block]:
    yield heading("meant", "What it meant")
    said: list[Run] = [*words(when_sentence(story))]
    for impact in story.impacts:
        said += [Run(" ")] if said else []
        said += impact_sentence(impact)
    if not story.impacts:
        said += words((" " if said else "") + "What it did to whom is not recorded yet.")
    yield Paragraph(key="meant.text", runs=tuple(said))
    if story.settings.with_timeline_picture:
        figure = strip_figure(story, "meant.picture", 1)
        yield from [figure] if figure else []


def _possible(story: Story) -> Iterator[Block]:
    yield heading("possible", "What made it possible")
    chosen = three_factors(story)
    if not chosen:
        yield paragraph("possible.none", "No contributing factor is recorded yet.")
    for number, factor in enumerate(chosen, 1):
        about_us = (Run(" This one is about how we work."),) if _is_work(factor) else ()
        yield Claim(
            key=f"claim.{factor.id}",
            number=number,
            runs=(*statement(factor), *about_us),
            refs=(factor.code,),
        )


def _held(story: Story) -> Iterator[Block]:
    if not story.settings.with_what_held:
        return
    yield heading("held", "What held")
    if not story.resilience:
        yield paragraph("held.none", "Nothing is recorded yet that held.")
    start = len(three_factors(story)) + 1
    for number, factor in enumerate(story.resilience[:_MOST_HELD], start):
        yield Claim(
            key=f"claim.{factor.id}",
            number=number,
            runs=statement(factor),
            refs=(factor.code,),
        )


def _decided(story: Story) -> Iterator[Block]:
    yield heading("decided", "What we decided")
    table = decisions_table(story, "decided.table", in_full=False)
    yield table or paragraph("decided.none", "Nothing has been decided yet.")
    if story.snapshot.review.twice_answer.strip() and table is None:
        yield Paragraph(key="decided.twice", runs=twice(story))


def _unknown(story: Story) -> Iterator[Block]:
    if not story.settings.with_open_questions:
        return
    yield heading("unknown", "What we do not know")
    said: list[Run] = []
    for gap in story.open_gaps[:_MOST]:
        said += [Run(" ")] if said else []
        said += sentence(inline(gap.text))
    rest = len(story.open_gaps) - _MOST
    if rest > 0:
        more = counted(rest, "more open question is", "more open questions are")
        said += words(f" {more} in the engineering report.")
    if not said:
        said += words("No question is open at this date.")
    yield Paragraph(key="unknown.text", runs=tuple(said))


def _more(story: Story) -> Iterator[Block]:
    yield heading("more", "Where to read more")
    shares = [row for row in story.snapshot.shares if row.audience is Audience.ENGINEERING]
    rest = len(story.conditions) - len(three_factors(story))
    more = f", with {lowered(counted(rest, 'more condition'))}" if rest > 0 else ""
    shared = " It has been shared already." if shares else ""
    said = f"The engineering report, “how we got here”, {written_on(story)}{more}.{shared}"
    yield paragraph("more.text", said)
    used = _used_terms(story)
    if used:
        yield small("more.words", words(" ".join(used)))


def _used_terms(story: Story) -> list[str]:
    """Return glossary entries whose term this page uses."""
    factors = (*three_factors(story), *story.resilience[:_MOST_HELD])
    texts = [story.snapshot.review.top_insight]
    texts += [f"{factor.condition} {factor.effect}" for factor in factors]
    texts += [impact.text for impact in story.impacts]
    texts += [action.text for action in story.actions]
    texts += [decision.text for decision in story.decisions]
    texts += [gap.text for gap in story.open_gaps[:_MOST]]
    said = " ".join(texts).casefold()
    return [
        f"{term}: {meaning.rstrip('.')}."
        for term, meaning in glossary(story)
        if term.casefold() in said
    ]


def three_factors(story: Story) -> list[FactorRow]:
    """Return the three conditions with most links and evidence, one about how we work if any.

    They come in the order of their numbers, not of their weight.
    """
    linked = degrees(story.snapshot)

    def weight(factor: FactorRow) -> int:
        acts = factor.role in (FactorRole.TRIGGER, FactorRole.AMPLIFIER)
        return 2 * linked[factor.id] + len(story.evidence_of(factor)) + 2 * acts

    by_weight = sorted(story.conditions, key=lambda factor: (-weight(factor), factor.number))
    chosen = by_weight[:_MOST]
    if not any(_is_work(factor) for factor in chosen):
        work = next((factor for factor in by_weight[_MOST:] if _is_work(factor)), None)
        chosen = [*chosen[: _MOST - 1], work] if work else chosen
    return sorted(chosen, key=lambda factor: factor.number)


def _is_work(factor: FactorRow) -> bool:
    return factor.category in ABOUT_WORK


def twice(story: Story) -> Runs:
    """Return the answer to whether the same could be handled again (A05)."""
    answer = inline(story.snapshot.review.twice_answer)
    return sentence((Run("Could we handle the same again? "), *answer))
