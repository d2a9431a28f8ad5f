"""The day on which a review is read: today, or for the sample the day on which it was told."""

from __future__ import annotations

from datetime import date

from models.rows import ReviewRow

SAMPLE_DAY = date(2017, 2, 10)
"""The sample lies in the past, and what was due after this day is not late in it."""


def review_day(review: ReviewRow, today: date) -> date:
    """Return what counts as today in a review."""
    return SAMPLE_DAY if review.is_sample else today
