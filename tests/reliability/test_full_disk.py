"""T5: on a disk that is really full, old files stay as they are and one sentence says why."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QLabel

from app.backup import BackupNotMadeError, list_backups, make_backup
from app.crash import CrashLog
from app.errors import NotSavedError
from app.library import open_as_possible, open_library
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.restore import NotRestoredError, restore
from app.saving import SaveState
from app.settings import Settings, SettingsNotKeptError, load, save
from app.tasks import TaskRunner
from app.workspace import Workspace
from exporters import exporter
from exporters.files import FileNotWritten
from models.queries.load import row, rows
from models.rows import ReviewRow
from models.values import Stage
from tests.reliability.libraries import add_event, content, new_library, titles
from tests.reliability.outcomes import assert_imported_or_untouched
from tests.reliability.small_disk import KINDS, fill_up, needs_root, read_only, small_disk
from tests.reliability.writing_child import FORMATS, export, import_notes
from views.main_window import MainWindow

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


@pytest.mark.parametrize("key", FORMATS)
def test_an_export_that_does_not_fit_leaves_the_file_before(disk, tmp_path, key):
    ledger = open_library(new_library(tmp_path / "team.secondstory"))
    target = export(ledger, disk, key)
    yesterday = target.read_bytes()
    fill_up(disk)
    ledger.run(add_event(first_review(ledger), "Said after the disk was full"))
    with pytest.raises(FileNotWritten) as told:
        export(ledger, disk, key)
    ledger.close()
    assert f"{target.name} needs " in told.value.sentence
    assert f"{disk} has 0.0 kB left; free some space" in told.value.sentence
    assert target.read_bytes() == yesterday
    assert sorted(file.name for file in disk.iterdir() if file.is_file()) == [
        "filler",
        target.name,
    ]


def first_review(ledger):
    return ledger.read(rows, ReviewRow)[0].id


def test_an_import_that_does_not_fit_is_gone_and_says_so(disk):
    path = new_library(disk / "team.secondstory")
    before = content(path)
    ledger = open_library(path)
    filler = fill_up(disk)
    with pytest.raises(NotSavedError) as told:
        import_notes(ledger, lines=20_000)
    assert told.value.sentence.startswith(f"Not saved to {path}: the disk is full (")
    ledger.close()
    filler.unlink()
    assert_imported_or_untouched(path, before, told=False)
    ledger = open_library(path)
    import_notes(ledger)
    assert len(titles(ledger)) == 12
    ledger.close()
    assert_imported_or_untouched(path, before, told=True)


def test_the_window_says_what_did_not_fit_and_never_that_it_was_written(
    disk, tmp_path, theme, qtbot
):
    tasks = TaskRunner()
    window = MainWindow(theme, tasks)
    qtbot.addWidget(window)
    workspace = Workspace(open_library(new_library(tmp_path / "team.secondstory")))
    window.attach(workspace)
    window.show()
    window.open_review(first_review(workspace.ledger), Stage.SHARE)
    fill_up(disk)
    for key in FORMATS:
        target = disk / f"summary{exporter(key).suffix}"
        window.navigator.page.write_to(key, target)
        sentence = f"{target.name} needs "
        qtbot.waitUntil(lambda said=sentence: said in " ".join(said_in(window)), timeout=10_000)
        assert not [said for said in said_in(window) if said.startswith(("Written:", "To whom"))]
        assert not target.exists()
    window.close()
    tasks.close()
    workspace.close()


def said_in(window):
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_a_new_library_is_not_half_begun_on_a_full_disk(disk):
    fill_up(disk)
    path = disk / "team.secondstory"
    with pytest.raises(Exception, match=r"The disk of .* is full"):
        open_library(path, create=True)
    assert not path.exists()
