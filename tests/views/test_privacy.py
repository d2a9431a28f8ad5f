from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.operations.factors import add_factor
from app.operations.fields import set_value
from models.rows import FactorRow
from models.taxonomy import Category
from models.values import Privacy
from views.line_sheet import LineSheet
from views.privacy import PrivacyChoice


@pytest.fixture
def factor_id(workspace, review_id):
    made = workspace.run(add_factor(review_id, Category.C6, "The tool says nothing"))
    workspace.run(set_value(FactorRow, made, "privacy", Privacy.OFF_RECORD))
    return made


@pytest.fixture
def choice(context, factor_id, qtbot):
    choice = PrivacyChoice(context, (FactorRow, factor_id))
    qtbot.addWidget(choice)
    return choice


def choose(choice, level):
    choice.choose(level.value)
    choice.activated.emit(choice.currentIndex())


def test_off_the_record_is_shown_and_left_only_with_a_reason(choice, feed, shell):
    assert choice.currentText() == "Off the record"
    choose(choice, Privacy.INTERNAL)
    sheet = shell.window().findChild(LineSheet)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert feed.snapshot.factors[0].privacy is Privacy.OFF_RECORD
    QTest.keyClicks(sheet.line, "All of them agreed")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert feed.snapshot.factors[0].privacy is Privacy.INTERNAL
    assert "All of them agreed" in feed.snapshot.notes[0].text


def test_without_a_reason_the_choice_goes_back(choice, feed, shell):
    choose(choice, Privacy.PUBLIC)
    shell.window().findChild(LineSheet).dismiss()
    assert choice.currentText() == "Off the record"
    assert feed.snapshot.factors[0].privacy is Privacy.OFF_RECORD


def test_narrower_needs_no_reason(choice, feed, workspace, factor_id):
    workspace.undo()
    choose(choice, Privacy.PRIVATE)
    assert feed.snapshot.factors[0].privacy is Privacy.PRIVATE
