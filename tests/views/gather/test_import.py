from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.attachments import attachment_path
from app.tasks import TaskRunner
from importers import Answers, ImportedRecord, Source
from models.values import RecordKind, RecordState
from tests.views.gather.conftest import pasted, png, said_in, sheet_of
from views.gather.import_run import ImportRun
from views.gather.import_stream import ImportWish

NOTES = """# 31 January 2017 (UTC)

- 14:02 first page
- 14:05 somebody looks
- 14:20 done
"""
BARE = "14:02 first page\n14:05 somebody looks\n"
SLACK = Path(__file__).parents[3] / "resources" / "sample" / "slack-export"


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.fixture
def clipboard(qapp):
    """Give the clipboard, left empty: what still lies there at the end outlives the interpreter."""
    clipboard = QGuiApplication.clipboard()
    yield clipboard
    clipboard.clear()


def wait_for_sheet(page, qtbot):
    qtbot.waitUntil(lambda: sheet_of(page) is not None)
    return sheet_of(page)


def take_in(page, qtbot, data, rows):
    page.take(data)
    sheet = wait_for_sheet(page, qtbot)
    QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(said_in(page)) == rows)


def table_of(sheet):
    model = sheet._table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_pasted_notes_are_shown_before_they_come_in(make_page, stored, qtbot):
    page = make_page()
    page.take(pasted(NOTES))
    sheet = wait_for_sheet(page, qtbot)
    assert [row[0] for row in table_of(sheet)] == ["14:02:00", "14:05:00", "14:20:00"]
    assert sheet._take.text() == "Take in 3"
    assert stored().sources == ()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet_of(page) is None
    assert stored().sources == ()


def test_what_was_taken_in_lies_in_the_tray_and_undo_takes_it_back(
    make_page, stored, workspace, shell, qtbot
):
    page = make_page()
    take_in(page, qtbot, pasted(NOTES), 3)
    assert said_in(page)[0] == "14:02, first page"
    assert stored().events == ()
    assert shell.said[-1] == "3 records came in."
    workspace.undo()
    assert said_in(page) == []
    assert stored().sources == ()
    workspace.redo()
    assert len(said_in(page)) == 3


def test_after_the_first_import_the_keys_are_on_the_list(make_page, qtbot):
    page = make_page()
    page.first_focus().setFocus()
    take_in(page, qtbot, pasted(NOTES), 3)
    assert page.tray.view.hasFocus()


def test_the_same_paste_twice_adds_nothing(make_page, stored, shell, qtbot):
    page = make_page()
    take_in(page, qtbot, pasted(NOTES), 3)
    page.take(pasted(NOTES))
    sheet = wait_for_sheet(page, qtbot)
    QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shell.said[-1] == "Nothing new: 3 were there already.")
    assert len(said_in(page)) == 3
    assert len(stored().sources) == 1


def test_only_what_is_missing_is_asked_and_an_answer_shows_at_once(make_page, stored, qtbot):
    page = make_page()
    page.take(pasted(BARE))
    sheet = wait_for_sheet(page, qtbot)
    assert sheet._asking.text() == "Two things to ask"
    assert table_of(sheet)[0][0] == "14:02 no date"
    QTest.keyClicks(sheet._day, "31 Jan 2017")
    sheet._day.flush()
    sheet._zone.choose("Europe/Amsterdam")
    sheet._zone.chosen.emit("Europe/Amsterdam")
    qtbot.waitUntil(lambda: table_of(sheet)[0][0] == "13:02:00")
    QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said_in(page) == ["13:02, first page", "13:05, somebody looks"])
    assert stored().sources[0].zone == "Europe/Amsterdam"


def test_a_day_that_cannot_be_read_is_asked_about(make_page, qtbot):
    page = make_page()
    page.take(pasted(BARE))
    sheet = wait_for_sheet(page, qtbot)
    QTest.keyClicks(sheet._day, "some day")
    sheet._day.flush()
    assert sheet._day_field.question() == "Write the day like 31 Jan 2017."
    assert sheet._day.text() == "some day"


def test_going_on_without_an_answer_takes_a_second_click(make_page, qtbot):
    page = make_page()
    page.take(pasted(BARE))
    sheet = wait_for_sheet(page, qtbot)
    QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert "two records will have no time" in sheet._zone_field.question()
    QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(said_in(page)) == 2)
    assert all(said.startswith("no time") for said in said_in(page))


def test_what_came_in_without_a_time_gets_it_by_giving_the_day(make_page, qtbot):
    page = make_page()
    page.take(pasted(BARE))
    sheet = wait_for_sheet(page, qtbot)
    for _ in range(2):
        QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(said_in(page)) == 2)
    page.details.just_read.date_asked.emit()
    again = wait_for_sheet(page, qtbot)
    again._zone.chosen.emit("UTC")
    QTest.keyClicks(again._day, "31 Jan 2017")
    again._day.flush()
    qtbot.waitUntil(lambda: not again.open_questions())
    QTest.mouseClick(again._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said_in(page) == ["14:02, first page", "14:05, somebody looks"])


def test_a_slack_export_folder_is_recognised(make_page, stored, qtbot):
    page = make_page()
    page.take(files(SLACK))
    sheet = wait_for_sheet(page, qtbot)
    assert sheet._sentence.text().startswith("A Slack export, 31 January 2017 17:22")
    QTest.mouseClick(sheet._take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page._source.tray) == 52)
    assert page._source.tray.counts()[RecordState.FOLDED] == 2
    assert [source.kind for source in stored().sources] == [RecordKind.CHAT]


def test_files_are_looked_at_one_after_the_other(make_page, tmp_path, qtbot):
    page = make_page()
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(NOTES.replace("first", name))
    page.take(files(tmp_path / "one.md", tmp_path / "two.md"))
    first = wait_for_sheet(page, qtbot)
    assert first._title.text() == "Take in one.md"
    QTest.keyClick(first, Qt.Key.Key_Escape)
    second = wait_for_sheet(page, qtbot)
    assert second._title.text() == "Take in two.md"


@pytest.mark.parametrize("content", ["nothing with a time in it", ""])
def test_what_is_not_recognised_gets_one_sentence(
    make_page, tmp_path, shell, stored, content, qtbot
):
    page = make_page()
    unknown = tmp_path / "letter.txt"
    unknown.write_text(content)
    page.take(files(unknown))
    qtbot.waitUntil(lambda: bool(shell.said))
    assert shell.said[-1].startswith("letter.txt")
    assert sheet_of(page) is None
    assert stored().sources == ()


def test_a_file_that_is_gone_gets_one_sentence(make_page, tmp_path, shell, qtbot):
    page = make_page()
    page.take(files(tmp_path / "gone.md"))
    qtbot.waitUntil(lambda: bool(shell.said))
    assert shell.said[-1].startswith("gone.md could not be opened")


def test_a_link_becomes_a_source(make_page, stored, workspace, qtbot):
    page = make_page()
    page.take(pasted("https://status.example.org/incidents/31"))
    (source,) = stored().sources
    assert (source.name, source.kind) == ("status.example.org/incidents/31", RecordKind.LINK)
    assert source.origin == "https://status.example.org/incidents/31"
    workspace.undo()
    assert stored().sources == ()


def test_a_dropped_picture_is_kept_and_shown(make_page, tmp_path, stored, workspace, qtbot):
    page = make_page()
    (tmp_path / "load.png").write_bytes(png())
    page.take(files(tmp_path / "load.png"))
    assert said_in(page) == ["no time, load.png"]
    (attachment,) = stored().attachments
    assert attachment_path(workspace.ledger.path, attachment.sha256).read_bytes() == png()
    qtbot.waitUntil(page.details.record._picture.isVisible)
    workspace.undo()
    assert said_in(page) == []
    assert stored().attachments == ()


def test_what_a_picture_shows_is_written_beside_it(make_page, tmp_path, stored, qtbot):
    page = make_page()
    (tmp_path / "load.png").write_bytes(png())
    page.take(files(tmp_path / "load.png"))
    qtbot.waitUntil(lambda: page.details.record._alt is not None)
    QTest.keyClicks(page.details.record._alt, "Load climbs at two")
    page.flush()
    assert stored().attachments[0].alt_text == "Load climbs at two"
    page.tray.view.setFocus()
    QTest.keyClick(page.tray.view, Qt.Key.Key_E)
    assert len(stored().events) == 1


def test_a_picture_is_pasted_with_ctrl_v(make_page, clipboard, stored):
    page = make_page()
    clipboard.setImage(QImage.fromData(png()))
    page.paste()
    assert [each.suffix for each in stored().attachments] == [".png"]


def test_a_drawing_with_scripts_is_no_picture(make_page, tmp_path, shell, stored, qtbot):
    page = make_page()
    (tmp_path / "drawing.png").write_text("<svg onload='alert(1)'/>")
    page.take(files(tmp_path / "drawing.png"))
    qtbot.waitUntil(lambda: bool(shell.said))
    assert stored().attachments == ()


def test_what_hangs_over_the_window_is_named_until_it_goes(make_page, tmp_path):
    page = make_page()
    page.show_dragged(files(tmp_path / "a.md", tmp_path / "b.md"))
    assert page._drop._dragging == "Let go: 2 files"
    page.show_dragged(None)
    assert page._drop._dragging == ""


def test_an_empty_clipboard_says_so(make_page, clipboard, shell):
    page = make_page()
    clipboard.clear()
    page.paste()
    assert shell.said == ["The clipboard holds nothing that can be taken in"]


class Endless:
    """An importer that never comes to an end."""

    key, title, kind = "endless", "Endless", RecordKind.CHAT

    def records(self, source, answers):
        number = 0
        while True:
            yield ImportedRecord(
                identity=str(number), position=number, text="again", kind=RecordKind.CHAT
            )
            number += 1


def test_a_cancelled_import_leaves_nothing(context, review_id, stored, shell, monkeypatch, qtbot):
    endless = Endless()
    monkeypatch.setattr("importers.IMPORTERS", (endless,))
    run = ImportRun(context, ImportWish(review_id, Source.of("x"), endless, Answers()))
    run.start()
    qtbot.waitUntil(lambda: run._stream.written > 1000)
    with qtbot.waitSignal(run.stopped):
        run.cancel()
    assert stored().sources == ()
    assert stored().record_count == 0
    assert shell.said == ["Stopped. Nothing came in."]


def test_a_library_that_closes_stops_the_import(
    context, review_id, workspace, tasks: TaskRunner, monkeypatch, qtbot
):
    endless = Endless()
    monkeypatch.setattr("importers.IMPORTERS", (endless,))
    run = ImportRun(context, ImportWish(review_id, Source.of("x"), endless, Answers()))
    run.start()
    qtbot.waitUntil(lambda: run._stream.written > 0)
    workspace.closing.emit()
    qtbot.waitUntil(lambda: not tasks.running)
    assert not run._turns.isActive()


def test_a_source_that_cannot_be_read_to_its_end_says_so(
    context, review_id, shell, stored, monkeypatch, qtbot
):
    class Torn(Endless):
        def records(self, source, answers):
            from importers import UnreadableSourceError

            yield ImportedRecord(identity="1", position=0, text="once", kind=RecordKind.CHAT)
            raise UnreadableSourceError("export.zip is cut off in the middle. Fetch it again.")

    torn = Torn()
    monkeypatch.setattr("importers.IMPORTERS", (torn,))
    run = ImportRun(context, ImportWish(review_id, Source.of("x"), torn, Answers()))
    with qtbot.waitSignal(run.stopped):
        run.start()
    assert shell.said == ["export.zip is cut off in the middle. Fetch it again."]
    assert stored().record_count == 0
    assert stored().sources == ()
