from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from guides.readiness import Readiness, readiness_window
from guides.settings import MethodSettings
from guides.working_days import add_working_days, is_working_day, moment_after
from models.rows import ImpactRow
from tests.guides.factories import review, row, snapshot


def test_weekends_are_stepped_over():
    wednesday, friday, sunday = date(2017, 2, 1), date(2017, 2, 3), date(2017, 2, 5)
    assert add_working_days(wednesday, 5) == date(2017, 2, 8)
    assert add_working_days(friday, 1) == date(2017, 2, 6)
    assert add_working_days(sunday, 1) == date(2017, 2, 6)
    assert add_working_days(friday, 0) == friday


@given(st.dates(), st.integers(min_value=1, max_value=30))
def test_so_many_working_days_later_is_a_working_day(day: date, days: int):
    later = add_working_days(day, days)
    assert is_working_day(later)
    assert add_working_days(day, days - 1) < later


def test_the_time_of_day_is_kept_when_the_clock_changes():
    before = datetime(2026, 3, 27, 10, 0, tzinfo=UTC)
    assert moment_after(before, 1, "Europe/Amsterdam") == datetime(2026, 3, 30, 9, 0, tzinfo=UTC)


def test_the_window_opens_after_a_day_and_closes_after_five_working_days():
    ended = datetime(2017, 2, 1, 18, 0, tzinfo=UTC)
    window = readiness_window(snapshot(review=review(ended_at=ended)), MethodSettings())
    assert window is not None
    assert window.earliest == datetime(2017, 2, 2, 18, 0, tzinfo=UTC)
    assert window.latest == datetime(2017, 2, 8, 18, 0, tzinfo=UTC)
    assert window.place(datetime(2017, 2, 7, 14, 0, tzinfo=UTC)) is Readiness.INSIDE


def test_the_last_impact_ends_it_where_the_incident_does_not_say():
    ends = [datetime(2017, 2, day, tzinfo=UTC) for day in (1, 2)]
    given_impacts = tuple(row(ImpactRow, ended_at=end) for end in ends)
    window = readiness_window(snapshot(impacts=given_impacts), MethodSettings())
    assert window is not None
    assert window.ended == ends[1]
    assert readiness_window(snapshot(), MethodSettings()) is None
