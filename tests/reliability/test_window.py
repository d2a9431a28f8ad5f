"""What the window does for the safety of a library: backups, one window, held texts."""

from __future__ import annotations

import subprocess
import sys

from app.backup import list_backups
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.saving import SaveState, Saving
from app.tasks import TaskRunner
from app.workspace import Workspace
from models.rows import ReviewRow
from views.backup_clock import BackupClock
from views.instance import RunningWindow, raise_running
from views.saving_banner import held_words, where_held

SECOND_START = """
import pathlib, sys
from PySide6.QtCore import QCoreApplication
from views.instance import raise_running
app = QCoreApplication(sys.argv)
print(raise_running(pathlib.Path(sys.argv[1])))
"""


def test_a_second_start_raises_the_window_that_is_there(path, qtbot):
    window = RunningWindow(path)
    with qtbot.waitSignal(window.raised, timeout=8000):
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND_START, path], stdout=subprocess.PIPE, text=True
        )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=8000)
    assert second.communicate()[0].strip() == "True"
    window.close()
    assert not raise_running(path)


def test_an_open_library_is_backed_up_at_once_and_again_after_changes(ledger, home, qtbot):
    workspace, tasks = Workspace(ledger), TaskRunner()
    clock = BackupClock(workspace, tasks, home.backups)
    folder = home.backups / ledger.library_id
    with qtbot.waitSignal(clock.made, timeout=5000):
        clock.start()
    qtbot.waitUntil(lambda: not tasks.running)
    clock._on_time()
    assert not tasks.running
    workspace.run(add_review(NewReview("Checkout down")))
    with qtbot.waitSignal(clock.made, timeout=5000):
        clock._on_time()
    assert [backup.reason.value for backup in list_backups(folder)] == ["change", "opening"]
    tasks.close()
    workspace.close()


def test_a_backup_that_cannot_be_made_is_told_in_one_sentence(ledger, home, qtbot):
    home.backups.parent.mkdir(parents=True)
    home.backups.write_text("a file where the folder should be")
    workspace, tasks = Workspace(ledger), TaskRunner()
    clock = BackupClock(workspace, tasks, home.backups)
    with qtbot.waitSignal(clock.not_made, timeout=5000) as told:
        clock.start()
    assert told.args[0].startswith(f"No backup of {ledger.path} could be made in")
    tasks.close()
    workspace.close()


def test_held_texts_are_counted_and_their_place_is_told():
    three = Saving(SaveState.NOT_SAVED, "The disk is full.", held=3, in_rescue_file=True)
    assert held_words(three) == "Not saved: 3 changes held"
    assert where_held(three) == (
        "Your last 3 changes are held here and in a rescue file; nothing is lost. "
        "You can go on working."
    )
    assert held_words(Saving(SaveState.SAVED)) == ""


def test_the_status_line_and_a_banner_say_so_until_it_is_saved(ledger, path, theme, qtbot):
    from views.main_window import MainWindow

    tasks = TaskRunner()
    window = MainWindow(theme, tasks)
    qtbot.addWidget(window)
    workspace = Workspace(ledger)
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    window.attach(workspace)
    window.show()
    path.rename(path.with_suffix(".away"))
    workspace.type(set_value(ReviewRow, review_id, "title", "Checkout slow"))
    assert window.status.saved_words() == "Not saved: 1 change held"
    assert window._saving_banner.isVisible()
    path.with_suffix(".away").rename(path)
    window._saving_banner.try_again_asked.emit()
    assert window.status.saved_words() == "All changes saved"
    assert not window._saving_banner.isVisible()
    window.close()
    tasks.close()
    workspace.close()
