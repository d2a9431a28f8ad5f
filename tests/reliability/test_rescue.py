"""R6, R9: a text that the disk does not take is held, written down elsewhere and merged later."""

from __future__ import annotations

import json
import stat
from datetime import UTC, date, datetime

import pytest

from app.errors import NotSavedError
from app.library import open_as_possible, open_library
from app.operations.base import Operation
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review, delete_review
from app.rescue import merge_rescued
from app.saving import SaveState
from app.workspace import Workspace
from app.written_operation import from_line, to_line
from models.queries.load import row
from models.rows import ReviewRow
from models.values import Mark, Privacy


@pytest.fixture
def workspace(ledger, qapp):
    workspace = Workspace(ledger)
    yield workspace
    workspace.close()


@pytest.fixture
def review_id(workspace):
    return workspace.run(add_review(NewReview("Checkout down")))


class Away:
    """Takes a library from its place and puts it back, as a drive that is pulled out does."""

    def __init__(self, path):
        self.path, self.kept = path, path.with_suffix(".away")

    def __enter__(self):
        self.path.rename(self.kept)

    def __exit__(self, *_):
        self.kept.rename(self.path)


def rename(review_id, title):
    return set_value(ReviewRow, review_id, "title", title)


def test_what_is_typed_while_the_disk_refuses_is_held_and_saved_by_itself(
    workspace, review_id, path, home, qtbot
):
    told = []
    workspace.saving.connect(told.append)
    with Away(path):
        for title in ("C", "Ch", "Che"):
            workspace.type(rename(review_id, title))
        assert (told[-1].state, told[-1].held) == (SaveState.NOT_SAVED, 1)
        assert told[-1].in_rescue_file
        (file,) = home.rescue.glob("*.jsonl")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert json.loads(file.read_text())["arguments"][-1] == "Che"
    qtbot.waitUntil(lambda: workspace.held == 0, timeout=5000)
    assert workspace.read(row, ReviewRow, review_id).title == "Che"
    assert told[-1].state is SaveState.SAVED
    assert list(home.rescue.iterdir()) == []


def test_a_held_text_is_one_step_of_the_history_it_was_typed_in(workspace, review_id, path):
    workspace.open_review(review_id)
    with Away(path):
        workspace.type(rename(review_id, "Typed on a full disk"))
        workspace.open_review(None)
    assert workspace.try_again()
    workspace.open_review(review_id)
    assert workspace.undo_stack.count() == 1
    workspace.undo()
    assert workspace.read(row, ReviewRow, review_id).title == "Checkout down"


def test_what_waits_is_stored_before_anything_else_is_changed(workspace, review_id, path):
    with Away(path):
        workspace.type(rename(review_id, "First"))
        with pytest.raises(NotSavedError, match="moved or removed"):
            workspace.run(delete_review(review_id))
    workspace.run(set_value(ReviewRow, review_id, "agenda", "second"))
    assert workspace.read(row, ReviewRow, review_id).title == "First"


def test_a_text_left_in_the_rescue_file_is_in_the_library_at_the_next_opening(
    path, home, qapp, tmp_path
):
    workspace = Workspace(open_library(path, create=True))
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    with Away(path):
        workspace.type(rename(review_id, "Typed last"))
        assert workspace.may_close
        workspace.close()
    opened = open_as_possible(path)
    assert opened.sentences == ("1 text that could not be saved last time: now in the library.",)
    assert opened.ledger.read(row, ReviewRow, review_id).title == "Typed last"
    assert list(home.rescue.iterdir()) == []
    opened.ledger.close()


def test_a_text_whose_place_is_gone_is_kept_in_a_file_and_told(path, home, qapp):
    workspace = Workspace(open_library(path, create=True))
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    with Away(path):
        workspace.type(rename(review_id, "Words that matter"))
        workspace.close()
    lone = open_library(path)
    lone.run(delete_review(review_id))
    rescued = merge_rescued(lone)
    lone.close()
    (kept,) = home.rescue.iterdir()
    assert "Words that matter" in kept.read_text()
    (sentence,) = rescued.sentences
    assert sentence == (
        f"A text could not be put in its place (what it belonged to is gone); it is in {kept}."
    )


def test_typing_into_a_row_that_is_gone_keeps_the_words_and_says_where(workspace, review_id, home):
    told = []
    workspace.text_put_aside.connect(told.append)
    workspace.run(delete_review(review_id))
    workspace.type(rename(review_id, "Too late"))
    (kept,) = home.rescue.iterdir()
    assert told == [f"What this text belonged to is gone. It is in {kept}."]
    assert "Too late" in kept.read_text()


def test_a_window_may_not_close_on_words_that_are_in_no_file(workspace, review_id, path, home):
    home.state.parent.mkdir(parents=True, exist_ok=True)
    home.state.write_text("a file where the folder should be")
    with Away(path):
        workspace.type(rename(review_id, "Nowhere yet"))
        assert not workspace.may_close
        home.state.unlink()
        workspace.type(rename(review_id, "Nowhere yet."))
        assert workspace.may_close


def test_another_file_in_the_place_of_the_library_is_noticed_and_the_text_kept(
    workspace, review_id, path, tmp_path, home
):
    other = tmp_path / "other.secondstory"
    open_library(other, create=True).close()
    told = []
    workspace.saving.connect(told.append)
    other.replace(path)
    workspace.type(rename(review_id, "Typed into the air"))
    assert "another file was put in its place" in told[-1].sentence
    (file,) = home.rescue.iterdir()
    assert "Typed into the air" in file.read_text()
    kept = tmp_path / "kept.secondstory"
    workspace.ledger.keep_version(kept)
    copy = open_library(kept, read_only=True)
    assert copy.read(row, ReviewRow, review_id).title == "Checkout down"
    copy.close()


def test_a_log_that_was_taken_away_is_noticed(workspace, review_id, path):
    told = []
    workspace.saving.connect(told.append)
    path.with_name(path.name + "-wal").unlink()
    workspace.type(rename(review_id, "Not in any log"))
    assert "-wal beside it was removed while it was open" in told[-1].sentence
    assert workspace.held == 1


ARGUMENTS = (
    "text \ud800 \x00 \u2028 \U0001f9ea",
    None,
    True,
    3,
    2.5,
    Privacy.PRIVATE,
    date(2017, 1, 31),
    datetime(2017, 1, 31, 23, tzinfo=UTC),
    frozenset({Mark.SURPRISE}),
    ("a", ("b",)),
    NewReview("Checkout"),
)


def test_every_kind_of_argument_comes_back_from_its_line():
    line = to_line(
        Operation("Edit", lambda _: None, name="fields._set_value", arguments=ARGUMENTS[:4]), "id"
    )
    assert from_line(line).arguments == ARGUMENTS[:4]
    for argument in ARGUMENTS:
        told = Operation("x", lambda _: None, name="reviews.delete_review", arguments=(argument,))
        assert from_line(to_line(told, "id")).arguments == (argument,)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        '{"operation": "os.system", "arguments": ["x"]}',
        '{"operation": "../x.y", "arguments": []}',
        '{"operation": "reviews.delete_review", '
        '"arguments": [{"kind": "record", "value": ["os:x", {}]}]}',
    ],
)
def test_a_line_that_is_not_ours_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011
        from_line(line)


def test_a_rescue_file_with_a_torn_line_gives_what_is_whole(path, home):
    ledger = open_library(path, create=True)
    review_id = ledger.run(add_review(NewReview("Checkout down"))).result
    home.rescue.mkdir(parents=True)
    file = home.rescue / f"{ledger.library_id}.jsonl"
    whole = to_line(rename(review_id, "Whole"), ledger.library_id)
    file.write_text(whole + "\n" + whole[:40] + "\n")
    rescued = merge_rescued(ledger)
    assert rescued.stored == 1
    assert "this version of the app cannot read it" in rescued.sentences[1]
    assert ledger.read(row, ReviewRow, review_id).title == "Whole"
    ledger.close()
