from __future__ import annotations

import time
from datetime import timedelta

import pytest

from app.operations.base import operation
from models.story import Event
from models.values import EventKind
from tests.views.screen import put_on_screen
from tests.views.timeline.conftest import START, begin
from views.timeline.page import TimelinePage
from views.widgets.event_lines import LINE_ROLE

MANY = 10_000
KINDS = tuple(EventKind)


@operation("Add many")
def add_many(session, review_id):
    session.add_all(
        Event(
            review_id=review_id,
            title=f"Event number {number}",
            at=START + timedelta(seconds=20 * number),
            kind=KINDS[number % len(KINDS)],
            lane=f"Team {number % 5}",
            rank=number,
        )
        for number in range(MANY)
    )


@pytest.mark.slow
def test_ten_thousand_events_are_listed_and_a_change_moves_only_its_row(
    context, feed, selection, qtbot, shell
):
    context.workspace.run(begin(feed.review_id))
    context.workspace.run(add_many(feed.review_id))
    started = time.perf_counter()
    page = TimelinePage(context, feed, selection, shell.window())
    took = time.perf_counter() - started
    page.resize(1180, 860)
    put_on_screen(shell.window(), qtbot)
    assert page.list.model.event_count() == MANY
    assert took < 5
    reset = []
    page.list.model.modelReset.connect(lambda: reset.append("reset"))
    page.list.table.scrollToBottom()
    place = page.list.table.verticalScrollBar().value()
    event_id = page.list.model.entry(page.list.model.index(5, 0)).event.id
    page.doing.retitle(event_id, "Another title")
    line = page.list.model.index_of(event_id).data(LINE_ROLE)
    assert line.statement == "Another title"
    assert page.list.table.verticalScrollBar().value() == place
    assert reset == []
