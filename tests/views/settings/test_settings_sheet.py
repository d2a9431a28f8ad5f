from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from app.settings import load
from views.preferences import Preferences
from views.settings.sheet import SettingsSheet
from views.theme import Mode


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


@pytest.fixture
def sheet(context, file, theme, qtbot):
    sheet = SettingsSheet(replace(context, preferences=Preferences(file)), Preferences(file))
    yield sheet
    theme.set_mode(Mode.LIGHT)
    theme.set_text_factor(1.0)


def type_number(sheet, key, typed):
    line = sheet.numbers[key].editor
    line.setText(typed)
    line.editingFinished.emit()


def test_what_is_set_is_there_at_the_next_start(sheet, file):
    sheet.name.setText("Learning review")
    sheet.name.editingFinished.emit()
    type_number(sheet, "rest_hours", "48")
    kept = load(file).settings
    assert (kept.review_name, kept.rest_hours) == ("Learning review", 48)


def test_a_number_out_of_range_is_asked_about_and_stays(sheet, file):
    type_number(sheet, "text_percent", "900")
    assert sheet.numbers["text_percent"].question() == "A whole number from 80 to 200."
    assert sheet.numbers["text_percent"].editor.text() == "900"
    assert load(file).settings.text_percent == 100


def test_dark_is_put_on_at_once(sheet, theme, file):
    sheet.look.chosen.emit("dark")
    assert theme.is_dark
    assert load(file).settings.theme.value == "dark"


def test_a_file_that_cannot_be_read_leaves_the_defaults(file):
    file.write_text("rest_hours = 'soon'")
    preferences = Preferences(file)
    assert preferences.settings.rest_hours == 24
    assert "settings" in preferences.sentence


def test_the_limits_of_the_method_follow_the_settings(file):
    preferences = Preferences(file)
    told = []
    preferences.changed.connect(lambda: told.append(preferences.method.rest_hours))
    preferences.change(rest_hours=12)
    assert told == [12]


def test_settings_are_typed_by_keyboard(sheet, file):
    sheet.name.setFocus()
    sheet.name.selectAll()
    QTest.keyClicks(sheet.name, "Debrief")
    sheet.name.editingFinished.emit()
    assert load(file).settings.review_name == "Debrief"
