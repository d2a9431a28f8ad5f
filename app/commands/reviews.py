"""Commands about whole reviews: list them, begin one, add the sample, find the one meant."""

from __future__ import annotations

from app.commands.call import Call, NotUnderstoodError
from app.ledger import Ledger
from app.operations.reviews import NewReview, add_review
from app.operations.sample import add_sample
from app.settings import load
from models.phrases import either
from models.queries.library import ReviewSummary, review_list, reviews_called
from models.rows_json import row_to_json
from models.times.show import full_date, local
from models.times.zones import zone_key


def list_reviews(call: Call) -> None:
    """Print every review, the newest incident first."""
    with call.reading() as ledger:
        summaries = ledger.read(review_list)
    if call.as_json:
        call.tell({"schema": 1, "reviews": [_as_json(summary) for summary in summaries]})
        return
    if not summaries:
        call.say("No reviews yet. Begin one with `new`, or add the sample with `sample`.")
    for summary in summaries:
        call.say(_line(summary))


def begin_review(call: Call) -> None:
    """Begin a review and print its id."""
    title = call.arguments.title.strip()
    if not title:
        raise NotUnderstoodError("A review needs a title: name the incident in a few words.")
    name = load(call.paths.settings_file).settings.review_name
    new = NewReview(title, zone=zone_key(call.arguments.zone or "UTC"), name=name)
    with call.writing(create=True) as ledger:
        _print_id(call, ledger.run(add_review(new)).result)


def sample_review(call: Call) -> None:
    """Add the sample review and print its id alone."""
    with call.writing(create=True) as ledger:
        _print_id(call, ledger.run(add_sample()).result)


def find_review(ledger: Ledger, wanted: str) -> str:
    """Return the id of the review with this id, unique prefix of one, or exact title.

    Raises NotUnderstoodError where there is none, or several.
    """
    found = ledger.read(reviews_called, wanted.strip())
    if not found:
        raise NotUnderstoodError(
            f"There is no review “{wanted}” in {ledger.path}. `list` shows those there are."
        )
    if len(found) > 1:
        ids = either(review_id for review_id, _ in found[:5])
        raise NotUnderstoodError(
            f"“{wanted}” stands for {len(found)} reviews. Give more of the id: {ids}."
        )
    return found[0][0]


def _print_id(call: Call, review_id: str) -> None:
    if call.as_json:
        call.tell({"review": review_id})
    else:
        call.say(review_id)


def _line(summary: ReviewSummary) -> str:
    review = summary.review
    began = review.started_at or review.created_at
    day = full_date(local(began, review.zone).date())
    state = "archived" if review.archived else review.state.value
    counts = ", ".join(f"{stage.value} {n}" for stage, n in summary.counts.items() if n)
    return "  ".join((review.id, day, state, review.title, f"({counts or 'nothing yet'})"))


def _as_json(summary: ReviewSummary) -> dict[str, object]:
    kept = ("id", "title", "state", "archived", "is_sample", "created_at", "started_at", "ended_at")
    row = row_to_json(summary.review)
    return {
        **{name: row[name] for name in kept},
        "services": list(summary.services),
        "counts": {stage.value: count for stage, count in summary.counts.items()},
    }
