from __future__ import annotations

import pytest

from app.changes import Change
from app.errors import NotSavedError
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review, archive_review
from app.saving import SaveState
from app.workspace import Workspace
from models.queries.load import row, rows
from models.rows import ReviewRow


@pytest.fixture
def workspace(ledger, qapp):
    workspace = Workspace(ledger)
    yield workspace
    workspace.close()


def test_every_change_its_undo_and_its_redo_are_told(workspace):
    told: list[Change] = []
    workspace.changed.connect(told.append)
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    workspace.undo()
    assert workspace.read(rows, ReviewRow) == ()
    workspace.redo()
    assert workspace.read(row, ReviewRow, review_id).title == "Checkout down"
    assert [len(change.added) for change in told] == [1, 0, 1]
    assert [len(change.removed) for change in told] == [0, 1, 0]


def test_typing_is_one_step_in_the_undo_menu(workspace):
    review_id = workspace.run(add_review(NewReview("")))
    workspace.open_review(review_id)
    for text in ("C", "Ch", "Che"):
        workspace.run(set_value(ReviewRow, review_id, "title", text))
    assert workspace.undo_stack.count() == 1
    assert workspace.undo_stack.undoText() == "Edit review"
    workspace.undo()
    assert workspace.read(row, ReviewRow, review_id).title == ""


def test_each_review_has_its_own_history(workspace):
    one = workspace.run(add_review(NewReview("One")))
    two = workspace.run(add_review(NewReview("Two")))
    workspace.open_review(one)
    workspace.run(set_value(ReviewRow, one, "title", "First"))
    workspace.open_review(two)
    workspace.undo()
    assert workspace.read(row, ReviewRow, one).title == "First"
    workspace.open_review(None)
    workspace.undo()
    assert workspace.read(row, ReviewRow, two) is None


def test_an_undo_that_cannot_be_stored_leaves_the_history_as_it_was(workspace):
    states = []
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    workspace.run(archive_review(review_id))
    workspace.saving.connect(states.append)
    path = workspace.ledger.path
    path.rename(path.with_suffix(".moved"))
    with pytest.raises(NotSavedError, match="moved or removed"):
        workspace.undo()
    path.with_suffix(".moved").rename(path)
    assert states[-1].state is SaveState.NOT_SAVED
    workspace.undo()
    assert workspace.read(row, ReviewRow, review_id).archived is False


def test_what_was_stored_step_by_step_joins_the_history_of_its_review(workspace):
    one = workspace.run(add_review(NewReview("One")))
    two = workspace.run(add_review(NewReview("Two")))
    workspace.open_review(one)
    workspace.open_review(two)
    told: list[Change] = []
    workspace.changed.connect(told.append)
    done = workspace.ledger.run(set_value(ReviewRow, one, "title", "First"))
    workspace.adopt(done, one)
    assert [change.touches(ReviewRow) for change in told] == [True]
    assert not workspace.undo_stack.canUndo()
    workspace.open_review(one)
    workspace.undo()
    assert workspace.read(row, ReviewRow, one).title == "One"
