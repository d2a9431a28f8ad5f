"""The app's own sentences in a summary: plain, counted, without judgement."""

from __future__ import annotations

from dataclasses import replace

from exporters.document import Run, Runs, plain, words
from exporters.markdown_text import inline, plain_words
from exporters.summaries.story import Story
from exporters.times import clock, date_and_clock, length, zone_name
from models import phrases
from models.phrases import sentence_case
from models.rows import FactorRow, ImpactRow
from models.times.show import full_date, local
from models.values import Detection

_NOTICED = {
    Detection.OWN_ALERT: "an alert of our own",
    Detection.EMPLOYEE: "someone inside the company",
    Detection.CUSTOMER: "customers",
    Detection.VENDOR: "a supplier",
    Detection.CHANCE: "chance",
}
_CLOSING = (".", "!", "?", "…", ":", ";", "”", '"')
_JOINING = ("which ", "so that ", "so ", "and ", "that ", "making ")


def counted(number: int, one: str, many: str = "") -> str:
    """Return `Nine conditions`, to open a sentence."""
    return sentence_case(phrases.counted(number, one, many))


def lowered(text: str) -> str:
    """Return the text as it stands within a sentence; abbreviations keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def sentence(runs: Runs) -> Runs:
    """Return the runs with a full stop, and a capital unless they start with a name like db1."""
    if not runs or not plain(runs).strip():
        return ()
    first = runs[0]
    opening = first.text.split(maxsplit=1)[0] if first.text.strip() else ""
    if not first.code and opening.rstrip(",.;:").isalpha():
        first = replace(first, text=first.text[:1].upper() + first.text[1:])
    ended = plain(runs).rstrip().endswith(_CLOSING)
    return (first, *runs[1:], *(() if ended else (Run("."),)))


def statement(factor: FactorRow) -> Runs:
    """Return a factor as one sentence: the condition, then what it made likely or hard (F09)."""
    condition, effect = factor.condition.strip(), factor.effect.strip()
    if not effect:
        return sentence(inline(condition))
    condition = condition.rstrip(".;:,")
    if effect.lower().startswith(_JOINING):
        return sentence((*inline(condition), Run(", "), *inline(lowered(effect))))
    return sentence((*inline(condition), Run(": "), *inline(effect)))


def impact_sentence(impact: ImpactRow) -> Runs:
    """Return what an impact meant, with its range where there is one."""
    return sentence((*inline(impact.text.strip().rstrip(".")), *words(_range(impact))))


def _range(impact: ImpactRow) -> str:
    numbers = [_number(value) for value in (impact.low, impact.high) if value is not None]
    if not numbers:
        return ""
    span = " to ".join(dict.fromkeys(numbers))
    if impact.high is None:
        span = f"at least {span}"
    elif impact.low is None:
        span = f"up to {span}"
    unit = f" {impact.unit}" if impact.unit else ""
    said = f"{span}{unit}"
    return "" if said in impact.text else f" ({said})"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def when_sentence(story: Story) -> str:
    """Return from when to when it lasted, and who noticed first; empty where nothing is known."""
    review, zone = story.snapshot.review, story.zone
    said = []
    if review.started_at is not None:
        name = zone_name(zone, review.started_at)
        start = date_and_clock(review.started_at, zone)
        if review.ended_at is None:
            said.append(f"Began on {start} {name}.")
        else:
            first, last = local(review.started_at, zone), local(review.ended_at, zone)
            same_day = first.date() == last.date()
            end = clock(last, zone) if same_day else date_and_clock(last, zone)
            span = length(review.ended_at - review.started_at)
            said.append(f"From {start} until {end} {name}, {span} in all.")
    if review.detection is not None:
        said.append(f"Noticed first by {_NOTICED[review.detection]}.")
    return " ".join(said)


def written_on(story: Story) -> str:
    """Return the day a summary was made."""
    return full_date(story.made_on)


def one_line(text: str) -> str:
    """Return people's text in one line without a full stop, for use inside a sentence."""
    return plain_words(text).rstrip(".")
