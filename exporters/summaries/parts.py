"""Parts that several summaries share: headings, entries of factors, open questions, page lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.document import (
    Block,
    Entry,
    Heading,
    Insight,
    ItemList,
    ListItem,
    Paragraph,
    Properties,
    Quote,
    Run,
    Runs,
    Voice,
    words,
)
from exporters.markdown_text import inline, plain_words
from exporters.summaries.evidence import evidence_line
from exporters.summaries.sentences import sentence, statement
from exporters.summaries.story import Story
from models.rows import FactorRow, GapRow
from models.times.show import full_date
from models.values import Duty, GapState, Stage

_NEUTRALITY = {
    "facilitator_neutral": "About the facilitator",
    "co_facilitator_neutral": "About the co-facilitator",
}


def heading(key: str, text: str, level: int = 1) -> Heading:
    """Return a heading."""
    return Heading(key=key, runs=words(text), level=level)


def paragraph(key: str, text: str) -> Paragraph:
    """Return a paragraph of the app's own words."""
    return Paragraph(key=key, runs=words(text))


def small(key: str, runs: Runs) -> Paragraph:
    """Return a small line."""
    return Paragraph(key=key, runs=runs, voice=Voice.SMALL)


def bullets(key: str, items: Iterable[Runs]) -> ItemList:
    """Return a bulleted list."""
    return ItemList(key=key, items=tuple(ListItem(runs=runs) for runs in items if runs))


def top_insight(story: Story) -> Iterator[Block]:
    """Yield the one sentence that every summary starts with; its lack is a note, not a line."""
    if story.snapshot.review.top_insight.strip():
        yield Insight(key="insight", runs=sentence(inline(story.snapshot.review.top_insight)))


def why_not_neutral(story: Story) -> Iterator[Block]:
    """Yield why someone close to the incident facilitates, where a reason was kept (P01)."""
    for row in story.snapshot.check_reasons:
        if row.stage is Stage.PREPARE and row.check_key in _NEUTRALITY:
            said = (Run(f"{_NEUTRALITY[row.check_key]}: "), *inline(row.reason))
            yield small(f"facilitator.{row.id}", sentence(said))


def factor_entry(story: Story, factor: FactorRow) -> Iterator[Block]:
    """Yield a factor with its evidence, the words of someone who told it, and dissent."""
    key = f"factor.{factor.id}"
    yield Entry(
        key=key,
        code=factor.code,
        runs=statement(factor),
        shown_by=evidence_line(story, factor),
        held=factor.is_resilience,
    )
    cited = {row.answer_id for row in story.evidence_of(factor)}
    quotes = (answer for answer in story.answers if answer.id in cited and answer.verbatim)
    if (quoted := next(quotes, None)) is not None:
        role = story.role(quoted.participant_id)
        told = f", {full_date(quoted.told_on)}" if quoted.told_on else ""
        yield Quote(
            key=f"{key}.quote",
            runs=in_quotes(inline(quoted.text)),
            attribution=(
                Run(f"{role}{told}, approved for print. "),
                Run(story.code(quoted.id), ref=story.code(quoted.id)),
            ),
        )
    if factor.dissent.strip():
        said = (Run("Seen differently: "), *inline(factor.dissent))
        yield small(f"{key}.dissent", sentence(said))


def in_quotes(runs: Runs) -> Runs:
    """Return someone's words between quotation marks, once."""
    said = "".join(run.text for run in runs).strip()
    if said.startswith(("“", '"')) and said.endswith(("”", '"')):
        return runs
    return (Run("“"), *runs, Run("”"))


def gap_entry(story: Story, gap: GapRow) -> Entry:
    """Return an open question with who asked it and who looks into it (G05)."""
    state = "Cannot be known any more. " if gap.state is GapState.CANNOT_KNOW else ""
    asked = f"Asked by {gap.asker}. " if gap.asker else ""
    owned = f"{gap.owner} looks into it. " if gap.owner else ""
    answer = f"{plain_words(gap.answer).rstrip('.')}. " if gap.answer else ""
    return Entry(
        key=f"gap.{gap.id}",
        code=story.code(gap.id),
        runs=inline(gap.text),
        shown_by=words(f"{state}{answer}{asked}{owned}".strip()),
    )


def facilitator_role(story: Story, duty: Duty) -> str:
    """Return the role of whoever had a duty in the review; empty where nobody is named."""
    chosen = (row for row in story.snapshot.participants if row.duty is duty)
    return ", ".join(story.role(row.id) for row in chosen)


def glossary(story: Story) -> tuple[tuple[str, str], ...]:
    """Return the terms of the glossary with their meaning."""
    found = []
    for line in story.snapshot.review.glossary.splitlines():
        term, colon, meaning = line.strip().lstrip("-* ").partition(":")
        if colon and term.strip() and meaning.strip():
            found.append((term.strip(), meaning.strip()))
    return tuple(found)


def properties(story: Story, subject: str) -> Properties:
    """Return what the file says about itself."""
    title = plain_words(story.snapshot.review.title)
    return Properties(title=title, subject=subject, made_on=story.made_on)


def review_name(story: Story) -> str:
    """Return what the organisation calls its reviews (P07)."""
    return story.snapshot.review.name.strip() or "Incident review"
