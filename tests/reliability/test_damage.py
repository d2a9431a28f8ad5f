"""T6: a damaged library is never written, is told in one sentence, and a copy of it is mended."""

from __future__ import annotations

import os
import re

import pytest

from app.check_library import check_library
from app.errors import (
    LibraryDamagedError,
    LibraryEmptyError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryProblemError,
    NotALibraryError,
)
from app.library import open_library
from app.page_reader import Pages
from app.salvage import NothingToSaveError, mend_copy
from models.base import checksum_of
from models.queries.load import rows
from models.rows import NoteRow
from tests.reliability.damage import PAGE, damaged, words_of
from tests.reliability.libraries import fill, new_library, titles


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "team.secondstory"
    ledger = open_library(path, create=True)
    fill(ledger, events=60, words=40)
    ledger.close()
    return path


def rows_with_other_words(before, after):
    """Return the rows that are readable and hold words other than those saved."""
    wrong = set()
    for key, row in after.items():
        was = before.get(key)
        if was is None or was[-1] != row[-1] or words_in(was) != words_in(row):
            wrong.add(key)
    return wrong


def words_in(row):
    return [value for value in row if isinstance(value, str) and " " in value]


def try_every_way(whole, folder, seed):
    path = folder / f"{seed}" / "team.secondstory"
    way = damaged(whole, path, seed)
    data = path.read_bytes()
    told = ""
    try:
        open_library(path).close()
    except LibraryProblemError as problem:
        told = problem.sentence
        assert path.read_bytes() == data, way
        assert not path.with_name(path.name + "-wal").exists(), way
    if told:
        assert str(path) in told
        assert len(re.findall(r"[.]( |$)", told)) <= 3, told
    return way, path, told


def check_one(whole, folder, seed):
    way, path, told = try_every_way(whole, folder, seed)
    before = words_of(whole)
    if not told:
        state = check_library(path)
        named = {(row.table, row.row_id) for row in state.rows}
        unnamed = rows_with_other_words(before, words_of(path)) - named
        assert not unnamed or state.structure, (way, unnamed)
    target = folder / f"{seed}" / "mended.secondstory"
    try:
        mended = mend_copy(path, target)
    except NothingToSaveError:
        assert way in ("truncate", "empty", "become_text"), way
        return
    after = words_of(target)
    readable = rows_on_whole_pages(whole, path)
    untouched = [key for key in before if key[1] in readable]
    notes = notes_of(target)
    kept = sum(
        words_in(after.get(key, ())) == words_in(before[key])
        or any(words_in(before[key])[0] in note for note in notes)
        for key in untouched
    )
    assert kept >= len(untouched) * 0.99, (way, seed, kept, len(untouched))
    ledger = open_library(target)
    titles(ledger)
    ledger.close()
    assert mended.sentence.startswith(str(target))


def notes_of(path):
    ledger = open_library(path, read_only=True)
    notes = [note.text for note in ledger.read(rows, NoteRow)]
    ledger.close()
    return notes


def rows_on_whole_pages(whole, path):
    """Return the ids of the rows whose page is in the damaged file as it was."""
    data, left = whole.read_bytes(), path.read_bytes()
    same = {
        page
        for page in range(1, len(data) // PAGE + 1)
        if data[(page - 1) * PAGE : page * PAGE] == left[(page - 1) * PAGE : page * PAGE]
    }
    return {str(row.values[0]) for row in Pages(data).rows() if row.page in same and row.values}


def test_sixty_damaged_libraries_are_told_named_and_mended(whole, tmp_path):
    for seed in range(60):
        check_one(whole, tmp_path, seed)


@pytest.mark.soak
def test_two_thousand_damaged_libraries_are_told_named_and_mended(whole, tmp_path):
    for seed in range(60, 60 + int(os.environ.get("SOAK_DAMAGE", "2000"))):
        check_one(whole, tmp_path, seed)


def test_a_changed_word_is_named_though_sqlite_finds_nothing(tmp_path, path):
    new_library(path)
    data = path.read_bytes()
    assert b"word7" in data
    path.write_bytes(data.replace(b"word7", b"ward7"))
    state = check_library(path)
    assert state.structure == ()
    assert {row.table for row in state.rows} == {"event", "account", "gap"}
    assert not state.is_whole


def test_a_whole_library_is_whole(path):
    new_library(path)
    state = check_library(path)
    assert state.is_whole
    assert state.checked > 30


def test_a_mended_copy_of_a_whole_library_holds_everything(path, tmp_path):
    new_library(path, events=30)
    mended = mend_copy(path, tmp_path / "mended.secondstory")
    assert words_of(mended.path) == words_of(path)
    assert (mended.unreadable_pages, mended.changed, mended.moved) == (0, (), 0)
    assert check_library(mended.path).is_whole


def test_words_whose_event_is_lost_become_notes_of_their_review(path, tmp_path):
    ledger = open_library(path, create=True)
    review_id = fill(ledger, events=3)
    with ledger._database.writer.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        raw = connection.connection.driver_connection
        raw.execute("COMMIT")
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DELETE FROM event WHERE title = 'Event 1'")
        raw.execute("BEGIN")
    ledger.close()
    mended = mend_copy(path, tmp_path / "mended.secondstory")
    assert mended.moved == 1
    copy = open_library(mended.path)
    (note,) = copy.read(rows, NoteRow)
    assert note.text.startswith("Found without its place (account):\n\nword1 word1")
    assert note.review_id == review_id
    copy.close()
    assert check_library(mended.path).is_whole


SENTENCES = (
    (
        b"",
        LibraryEmptyError,
        "{path} is empty: a copy or a sync stopped before it began. "
        "Open a backup, or copy the file here again.",
    ),
    (
        b"14:05 the pager rings\n" * 50,
        NotALibraryError,
        "{path} is not a Second Story library, or its beginning is damaged. "
        "Choose another file, or open a backup.",
    ),
)


@pytest.mark.parametrize(("data", "kind", "sentence"), SENTENCES)
def test_a_file_that_is_no_library_gets_one_sentence(path, data, kind, sentence):
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(kind) as told:
        open_library(path)
    assert told.value.sentence == sentence.format(path=path)
    assert path.read_bytes() == data
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_missing_library_gets_one_sentence(path):
    with pytest.raises(LibraryMissingError) as told:
        open_library(path)
    assert told.value.sentence == (
        f"There is no library at {path}. Check the place, or begin one with `open`."
    )
    assert not path.exists()


def test_a_newer_library_is_refused_untouched(path):
    new_library(path)
    data = bytearray(path.read_bytes())
    data[60:64] = (7).to_bytes(4, "big")
    path.write_bytes(bytes(data))
    with pytest.raises(LibraryNewerError) as told:
        open_library(path)
    assert told.value.sentence == (
        f"{path} was written by a newer version of Second Story (schema 7, this one knows 1). "
        "Update the app; the file is untouched."
    )
    assert path.read_bytes() == bytes(data)


def test_a_library_cut_in_the_middle_gets_one_sentence(path):
    new_library(path, events=60)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LibraryDamagedError) as told:
        open_library(path)
    assert told.value.sentence == (
        f"{path} is damaged (database disk image is malformed). "
        "The file is untouched; open a backup of it."
    )
    assert path.read_bytes() == data[: len(data) // 2]


def test_the_checksum_tells_column_borders_apart():
    assert checksum_of(["ab", "c"]) != checksum_of(["a", "bc"])
