"""A Timeline page on screen, with a small story of its own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.operations.base import operation
from app.operations.timeline import add_event
from guides.quick_add import QuickContext, read_quick_event
from guides.quick_result import QuickEvent
from models.people import Participant
from models.review import Review
from models.times.reading import TimeContext
from tests.views.screen import put_on_screen
from views.timeline.page import TimelinePage

START = datetime(2026, 3, 3, 13, 0, tzinfo=UTC)
LINES = (
    "3 Mar 2026 13:55 @Systems #deploy A new search index goes out",
    "3 Mar 2026 14:05 @Checkout #detection First page fires",
    '~3 Mar 2026 14:12 @"On-call engineer" #decision Rolls the index back',
    "3 Mar 2026 16:20 @Support #customer_report Orders come late",
)


@operation("Begin")
def begin(session, review_id, zone="UTC"):
    review = session.get_one(Review, review_id)
    review.started_at, review.zone = START, zone
    session.add(
        Participant(
            review_id=review_id,
            role="On-call engineer",
            zone="Pacific/Auckland",
            place="Auckland",
        )
    )


def quick(line, lanes=("On-call engineer",)):
    read = read_quick_event(line, QuickContext(time=TimeContext(now=START), lanes=lanes))
    assert isinstance(read, QuickEvent), read
    return read


@pytest.fixture
def empty_page(context, feed, selection, qtbot, shell):
    context.workspace.run(begin(feed.review_id))
    page = TimelinePage(context, feed, selection, shell.window())
    page.resize(1180, 860)
    put_on_screen(shell.window(), qtbot)
    return page


@pytest.fixture
def story(workspace, review_id):
    """Ids of four events, in order of time."""
    workspace.run(begin(review_id))
    return [workspace.run(add_event(review_id, quick(line))) for line in LINES]


@pytest.fixture
def page(context, feed, selection, story, qtbot, shell):
    page = TimelinePage(context, feed, selection, shell.window())
    page.resize(1180, 860)
    put_on_screen(shell.window(), qtbot)
    return page
