from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.operations.answers import AnswerPlace, write_answer
from app.operations.fields import set_value
from app.operations.people import add_participant
from app.operations.questions import NewQuestion, ask_question
from app.operations.timeline import add_event
from models.ids import new_id
from models.rows import EventRow, ParticipantRow
from models.values import RoleTag
from tests.app.factories import quick
from tests.views.screen import put_on_screen
from views.explore.page import ExplorePage


@pytest.fixture
def engineer(workspace, review_id):
    new = add_participant(review_id, "Database engineer", role_tag=RoleTag.RESPONDER)
    person_id = workspace.run(new)
    workspace.run(set_value(ParticipantRow, person_id, "zone", "Europe/Amsterdam"))
    return person_id


@pytest.fixture
def lead(workspace, review_id, engineer):
    return workspace.run(add_participant(review_id, "Incident lead", role_tag=RoleTag.IC))


@pytest.fixture
def decision(workspace, review_id, engineer):
    event_id = workspace.run(add_event(review_id, quick("23:26 #decision Directory removed")))
    workspace.run(set_value(EventRow, event_id, "participant_id", engineer))
    return event_id


@pytest.fixture
def alert(workspace, review_id):
    return workspace.run(add_event(review_id, quick("22:10 #alert Replica is late")))


@pytest.fixture
def make_page(context, feed, selection, shell, qtbot):
    def make():
        page = ExplorePage(context, feed, selection, shell.window())
        page.setGeometry(0, 0, 1100, 900)
        put_on_screen(shell.window(), qtbot)
        page.show()
        return page

    return make


@pytest.fixture
def page(make_page, decision, alert, lead):
    return make_page()


@pytest.fixture
def ask(workspace, review_id):
    def ask(text, **more):
        return workspace.run(ask_question(review_id, NewQuestion(text=text, **more)))

    return ask


@pytest.fixture
def say(workspace):
    def say(question_id, text, participant_id=None):
        place = AnswerPlace(new_id(), question_id, participant_id, date(2017, 2, 6))
        workspace.run(write_answer(place, text))
        return place.answer_id

    return say


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)


def write(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)
    field.flush()


def words_of(page):
    return [card.question.words for card in page.column.cards()]
