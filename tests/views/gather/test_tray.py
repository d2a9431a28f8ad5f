from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from models.rows import RecordRow
from models.values import Precision, RecordKind, RecordState
from tests.app.factories import at
from views.gather.tray import Tray, TrayFilter
from views.gather.tray_lines import FoldLine, fold_line, record_line
from views.gather.tray_model import PAGE, TrayModel

NEW, FOLDED, ON = RecordState.NEW, RecordState.FOLDED, RecordState.ON_TIMELINE


def tray(*states):
    return Tray([(f"r{place}", state, "chat") for place, state in enumerate(states)])


def record(record_id="r0", text="first page", **columns):
    return RecordRow(
        id=record_id, review_id="v", source_id="chat", identity=record_id, text=text, **columns
    )


def test_folded_records_that_follow_each_other_share_a_row():
    entries = tray(NEW, FOLDED, FOLDED, NEW, FOLDED).entries()
    assert entries == [("r0",), ("r1", "r2"), ("r3",), ("r4",)]


def test_whoever_asks_for_the_noise_sees_each_of_it():
    assert tray(NEW, FOLDED, FOLDED).entries(TrayFilter(state=FOLDED)) == [("r1",), ("r2",)]


def test_a_search_shows_what_is_folded_too():
    among = frozenset({"r1", "r2"})
    assert tray(NEW, FOLDED, FOLDED).entries(TrayFilter(among=among)) == [("r1",), ("r2",)]


def test_a_source_is_listed_alone():
    both = Tray([("r0", NEW, "chat"), ("r1", NEW, "log")])
    assert both.entries(TrayFilter(source_id="log")) == [("r1",)]
    assert both.source_counts() == {"chat": 1, "log": 1}


def test_states_are_counted_as_they_change():
    known = tray(NEW, NEW, ON)
    known.set_states({"r0": FOLDED})
    assert known.counts() == {NEW: 1, FOLDED: 1, ON: 1}


def test_a_row_says_time_author_and_words():
    line = record_line(
        record(author="On call", at=at("14:02"), kind=RecordKind.CHAT, state=ON), "UTC"
    )
    assert line.spoken == "14:02:00, On call, first page, on the timeline"


def test_a_time_is_as_exact_as_it_was_written():
    noted = record(at=at("14:02"), time_text="14:02")
    about = record(at=at("14:02"), kind=RecordKind.LOG, precision=Precision.ABOUT)
    assert record_line(noted, "UTC").time == "14:02"
    assert record_line(about, "UTC").time == "~14:02"
    assert record_line(noted, "Europe/Amsterdam").time == "15:02"
    assert record_line(record(), "UTC").time == "no time"


def test_a_run_of_noise_says_whose_it_is_and_how_it_begins():
    joins = [record(f"r{n}", text, author="Deploy bot") for n, text in enumerate("abc")]
    assert fold_line(joins, 14, "UTC").words == "Deploy bot: 14 messages: a, b, c"
    mixed = [*joins, record("r9", "d", author="Pager")]
    assert fold_line(mixed, 20, "UTC").words == "20 folded: a, b, c"


class Shelf:
    """Records by id, and which were asked for."""

    def __init__(self, count):
        self.records = {f"r{n}": record(f"r{n}", f"line {n}", at=at("14:00")) for n in range(count)}
        self.asked = []

    def fetch(self, ids):
        self.asked.append(list(ids))
        return [self.records[each] for each in ids if each in self.records]


def shown(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_long_list_reads_only_the_page_that_is_looked_at(qapp):
    shelf = Shelf(10_000)
    model = TrayModel(shelf.fetch)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    shelf.asked.clear()
    model.show([(each,) for each in shelf.records], "UTC")
    model.index(9_950, 0).data()
    assert max(len(ids) for ids in shelf.asked) <= PAGE
    assert sum(len(ids) for ids in shelf.asked) < 10 * PAGE


def test_a_row_that_goes_takes_no_other_along(qapp):
    shelf = Shelf(5)
    model = TrayModel(shelf.fetch)
    model.show([(each,) for each in shelf.records], "UTC")
    removed, resets = [], []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))
    model.modelReset.connect(lambda: resets.append(True))
    model.show([("r0",), ("r1",), ("r3",), ("r4",)], "UTC")
    assert removed == [(2, 2)]
    assert not resets
    assert [words.split()[-1] for words in shown(model)] == ["0", "1", "3", "4"]


def test_a_record_that_has_just_gone_leaves_an_empty_row_and_no_trouble(qapp):
    model = TrayModel(Shelf(1).fetch)
    model.show([("gone",)], "UTC")
    assert shown(model) == [""]


def test_a_run_is_read_by_its_first_records(qapp):
    shelf = Shelf(50)
    model = TrayModel(shelf.fetch)
    model.show([tuple(shelf.records)], "UTC")
    assert isinstance(model.line(0), FoldLine)
    assert len(shelf.asked[0]) < 10
    assert model.row_of("r30") == 0


def test_what_is_selected_stays_so_when_rows_come_in_between(make_page, records, workspace, qtbot):
    page = make_page()
    page.tray.view.setFocus()
    page.tray.view.selectAll()
    row = page.tray.view.chosen_row()
    entries = list(page.model.entries())
    page.tray.view.show_entries([entries[0], ("x",), entries[1], ("y",), entries[2]], "UTC")
    assert page.tray.view.chosen_ids() == tuple(records)
    assert page.tray.view.chosen_row() == row
