from __future__ import annotations

import dataclasses

import pytest

from app.settings import Settings, SettingsNotKeptError, Theme, load, save


def test_settings_come_back_as_they_were_kept(home):
    chosen = Settings(review_name='Second "look"\\ \u2028 é\n', theme=Theme.DARK, backup_minutes=10)
    save(chosen, home.settings_file)
    assert load(home.settings_file).settings == chosen


def test_without_a_file_the_defaults_hold(home):
    assert load(home.settings_file) == (load(home.settings_file))
    assert load(home.settings_file).settings == Settings()
    assert load(home.settings_file).sentence == ""


@pytest.mark.parametrize(
    "text",
    [b"theme = [", b"\xff\xfe", b'theme = "pink"', b"text_percent = 9000", b"rest_hours='x'"],
)
def test_a_file_that_cannot_be_used_is_kept_aside_and_told(home, text):
    home.settings_file.parent.mkdir(parents=True)
    home.settings_file.write_bytes(text)
    loaded = load(home.settings_file)
    assert loaded.settings == Settings()
    assert "the defaults hold, the file is kept as" in loaded.sentence
    assert home.settings_file.with_suffix(".not-read.toml").read_bytes() == text


def test_a_setting_of_a_later_version_does_not_disturb(home):
    home.settings_file.parent.mkdir(parents=True)
    home.settings_file.write_text('theme = "light"\nhologram = 3\n')
    assert load(home.settings_file).settings == dataclasses.replace(Settings(), theme=Theme.LIGHT)


def test_settings_that_cannot_be_kept_say_so(home):
    home.config.parent.mkdir(parents=True, exist_ok=True)
    home.config.write_text("a file where the folder should be")
    with pytest.raises(SettingsNotKeptError, match="could not be kept"):
        save(Settings(), home.settings_file)
