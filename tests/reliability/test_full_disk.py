"""T5: on a disk that is really full, old files stay as they are and one sentence says why."""

from __future__ import annotations

import os

import pytest

from app.backup import BackupNotMadeError, list_backups, make_backup
from app.crash import CrashLog
from app.library import open_as_possible, open_library
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.restore import NotRestoredError, restore
from app.saving import SaveState
from app.settings import Settings, SettingsNotKeptError, load, save
from app.workspace import Workspace
from exporters.files import FileNotWritten, write_file
from models.queries.load import row
from models.rows import ReviewRow
from tests.reliability.libraries import content, new_library, titles
from tests.reliability.small_disk import KINDS, fill_up, needs_root, read_only, small_disk

pytestmark = [needs_root, pytest.mark.root]


@pytest.fixture(params=KINDS)
def disk(request, tmp_path):
    with small_disk(request.param, tmp_path) as place:
        yield place


def test_typing_goes_on_and_is_saved_once_there_is_room(disk, qapp, qtbot, home):
    path = disk / "team.secondstory"
    workspace = Workspace(open_library(path, create=True))
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    told = []
    workspace.saving.connect(told.append)
    filler = fill_up(disk)
    typed = ""
    for number in range(200):
        typed += f"word {number} " * 40
        workspace.type(set_value(ReviewRow, review_id, "background", typed))
        if told[-1].state is SaveState.NOT_SAVED:
            break
    assert told[-1].sentence.startswith(f"Not saved to {path}: the disk is full (")
    assert told[-1].in_rescue_file
    assert workspace.read(row, ReviewRow, review_id).title == "Checkout down"
    filler.unlink()
    qtbot.waitUntil(lambda: workspace.held == 0, timeout=5000)
    assert workspace.read(row, ReviewRow, review_id).background == typed
    workspace.close()


def test_a_library_opens_for_reading_on_a_full_disk_and_says_so(disk):
    path = new_library(disk / "team.secondstory")
    before = path.read_bytes()
    filler = fill_up(disk)
    opened = open_as_possible(path)
    assert len(titles(opened.ledger)) == 12
    opened.ledger.close()
    if opened.sentences:
        assert opened.sentences[0].startswith(f"The disk of {path} is full (")
        assert path.read_bytes() == before
    filler.unlink()
    ledger = open_library(path)
    ledger.run(add_review(NewReview("There is room again")))
    ledger.close()


def test_a_library_on_a_read_only_disk_opens_for_reading_and_says_so(disk):
    path = new_library(disk / "team.secondstory")
    before = path.read_bytes()
    with read_only(disk):
        opened = open_as_possible(path)
        assert opened.ledger.read_only
        assert opened.sentences == (
            f"{path} can only be read here. Copy it to a folder of yours to change it.",
        )
        assert len(titles(opened.ledger)) == 12
        opened.ledger.close()
    assert path.read_bytes() == before


def test_a_backup_that_does_not_fit_leaves_the_earlier_ones(disk, tmp_path):
    path = new_library(tmp_path / "team.secondstory", events=60)
    kept = make_backup(path, disk / "backups")
    fill_up(disk)
    with pytest.raises(BackupNotMadeError) as told:
        make_backup(path, disk / "backups")
    assert "the disk is full (" in told.value.sentence
    assert [backup.path for backup in list_backups(disk / "backups")] == [kept.path]
    assert content(kept.path) == content(path)


def test_a_restore_that_does_not_fit_leaves_the_library(disk, tmp_path):
    path = new_library(disk / "team.secondstory", events=2)
    before = content(path)
    backup = make_backup(new_library(tmp_path / "b.secondstory", events=60), tmp_path / "backups")
    fill_up(disk)
    with pytest.raises(NotRestoredError, match="The library is as it was"):
        restore(path, backup)
    assert content(path) == before


@pytest.mark.expects_log("ValueError")
def test_settings_and_log_on_a_full_disk(disk, capsys):
    file = disk / "config" / "settings.toml"
    save(Settings(review_name="Learning review"), file)
    fill_up(disk)
    with pytest.raises(SettingsNotKeptError, match="could not be kept"):
        save(Settings(review_name="x" * 100_000), file)
    assert load(file).settings.review_name == "Learning review"
    log = CrashLog(disk / "log" / "second-story.log")
    log.install()
    log.note(ValueError(os.urandom(4)), "MainThread")
    log.close()


def test_an_export_that_does_not_fit_leaves_the_file_before(disk):
    target = disk / "summary.md"
    write_file(target, b"the summary of yesterday")
    fill_up(disk)
    with pytest.raises(FileNotWritten, match="needs 0"):
        write_file(target, b"x" * 300_000)
    assert target.read_bytes() == b"the summary of yesterday"


def test_a_new_library_is_not_half_begun_on_a_full_disk(disk):
    fill_up(disk)
    path = disk / "team.secondstory"
    with pytest.raises(Exception, match=r"The disk of .* is full"):
        open_library(path, create=True)
    assert not path.exists()
