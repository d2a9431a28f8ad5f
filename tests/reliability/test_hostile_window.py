"""T12, for the window: any text typed, pasted, imported, searched for, exported is what it was."""

from __future__ import annotations

import re

import pytest
from docx import Document
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.importing import import_all, plan_import
from app.library import open_library
from app.operations.reviews import NewReview, add_review
from app.tasks import TaskRunner
from app.workspace import Workspace
from importers import Answers, Source
from models.queries.load import row, rows
from models.queries.search import search
from models.rows import RecordRow, ReviewRow
from models.values import Stage
from models.words import clean_text
from tests.importers.notes_of import importer
from tests.reliability.libraries import add_event
from tests.reliability.test_hostile_text import hostile
from tests.reliability.writing_child import FORMATS, export
from views.main_window import MainWindow

LONE_SURROGATES = re.compile("[\ud800-\udfff]")
FIELDS = (("Title", "title"), ("What leadership says beforehand", "leadership_statement"))
"""A field of one line and one of several, with the columns they are tied to."""
EACH = 25


@pytest.fixture
def opened(path, theme, qtbot):
    workspace, tasks = Workspace(open_library(path, create=True)), TaskRunner()
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    window = MainWindow(theme, tasks)
    qtbot.addWidget(window)
    window.attach(workspace)
    window.show()
    window.open_review(review_id, Stage.PREPARE)
    yield window, workspace, review_id
    window.close()
    tasks.close()
    workspace.close()


def of_several_lines(text, column):
    """What a field takes of a text: Qt lets no lone surrogate in, and U+2029 ends a line."""
    taken = LONE_SURROGATES.sub("", text)
    return clean_text(taken if column == "title" else taken.replace("\u2029", "\n"))


def paste(field, text):
    """Copy in another program, paste here."""
    QGuiApplication.clipboard().setText(text)
    field.paste()


def compose(field, text):
    """Type as an input method does, which is how letters beyond the keys come in."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("bring_in", [paste, compose])
@pytest.mark.parametrize(("name", "column"), FIELDS)
def test_what_comes_into_a_field_is_stored_as_the_rule_says(opened, name, column, bring_in):
    window, workspace, review_id = opened
    (field,) = [
        each
        for each in window.findChildren(QWidget)
        if each.accessibleName() == name and each.isVisible()
    ]
    for seed in range(EACH):
        text = f"{seed} {hostile(seed)}"
        field.setFocus()
        field.selectAll()
        bring_in(field, text)
        field.flush()
        stored = getattr(workspace.read(row, ReviewRow, review_id), column)
        assert stored == of_several_lines(text, column), seed
        compose(field, "!")
        field.flush()
        stored = getattr(workspace.read(row, ReviewRow, review_id), column)
        assert stored == of_several_lines(text, column) + "!", seed


def test_hostile_words_to_search_for_find_what_holds_them_and_nothing_goes_wrong(opened, qapp):
    window, workspace, review_id = opened
    for seed in range(EACH):
        workspace.run(add_event(review_id, f"seed{seed} {hostile(seed)}"))
    window.go_to_place("library")
    (field,) = [w for w in window.findChildren(QWidget) if "Search" in w.accessibleName()]
    for seed in range(EACH):
        workspace.read(search, hostile(seed))
        paste(field, hostile(seed))
        field.flush()
        qapp.processEvents()
        field.clear()
        assert workspace.read(search, f"seed{seed}"), seed


def test_hostile_notes_are_kept_line_by_line(ledger):
    review_id = ledger.run(add_review(NewReview("Notes"))).result
    for seed in range(EACH):
        source = Source.of(f"14:02 first {hostile(seed)}\n\n14:05 the last of {seed}")
        notes, answers = importer("notes"), Answers(zone="UTC")
        plan = plan_import(review_id, source, notes, answers)
        import_all(ledger, plan, notes.records(source, answers))
    kept = [record.text for record in ledger.read(rows, RecordRow)]
    assert {f"the last of {seed}" for seed in range(EACH)} <= set(kept)
    together = "\n".join(kept)
    for seed in range(EACH):
        for word in re.findall(r"[a-z]{4,}|[\u3040-\u9fff\u0590-\u05ff]+", hostile(seed)):
            assert word in together, (seed, word)


def test_both_files_of_a_review_full_of_hostile_text_open_again(ledger, tmp_path):
    review_id = ledger.run(add_review(NewReview(hostile(1)))).result
    for seed in range(EACH):
        ledger.run(add_event(review_id, f"seed{seed} {hostile(seed)}", hostile(seed + 1)))
    word, markdown = (export(ledger, tmp_path, key) for key in FORMATS)
    document = Document(str(word))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    said = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    written = markdown.read_text("utf-8")
    for seed in range(EACH):
        assert f"seed{seed}" in said
        assert f"seed{seed}" in written
