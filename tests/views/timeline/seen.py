"""What a person sees on a Timeline page, and how they act on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.queries.timeline import event_details, timeline
from views.widgets.event_lines import LINE_ROLE


def lines(page):
    model = page.list.model
    return [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]


def spoken(page):
    return [line.spoken for line in lines(page)]


def statements(page):
    return [line.statement for line in lines(page) if hasattr(line, "statement")]


def stored(page):
    return page.context.workspace.read(timeline, page.review_id).events


def details(page):
    return page.context.workspace.read(event_details, page.selection.event_id)


def type_line(page, text):
    line = page.list.quick.line.line
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def press(page, key, modifiers=Qt.KeyboardModifier.NoModifier):
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, key, modifiers)


def keep(editor):
    """Press Enter in a row's field; Qt hands its words on a turn of the event loop later."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def write(field, text):
    """Type into a field as a person does: the caret is there first."""
    field.setFocus()
    QTest.keyClicks(field, text)
