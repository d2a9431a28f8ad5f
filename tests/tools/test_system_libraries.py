from __future__ import annotations

from pathlib import Path

import pytest

from tools.system_libraries import PACKAGES, missing_in, packages_for, qt_files

LDD_OUTPUT = """\
\tlinux-vdso.so.1 (0x00007fe023096000)
\tlibGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007fe022f00000)
\tlibxcb-icccm.so.4 => not found
\tlibxcb-keysyms.so.1 => not found
\tlibglib-2.0.so.0 => not found
"""


def test_only_libraries_that_were_not_found_are_missing() -> None:
    assert missing_in(LDD_OUTPUT) == {
        "libxcb-icccm.so.4",
        "libxcb-keysyms.so.1",
        "libglib-2.0.so.0",
    }


def test_a_release_with_the_new_spelling_gets_the_new_package_name() -> None:
    ubuntu_24 = {"libxcb-icccm4", "libglib2.0-0t64"}
    asked = ["libxcb-icccm.so.4", "libglib-2.0.so.0", "libgthread-2.0.so.0"]
    assert packages_for(asked, ubuntu_24.__contains__) == ["libglib2.0-0t64", "libxcb-icccm4"]


def test_a_release_with_the_old_spelling_gets_the_old_package_name() -> None:
    debian_12 = {"libglib2.0-0"}
    assert packages_for(["libglib-2.0.so.0"], debian_12.__contains__) == ["libglib2.0-0"]


def test_a_machine_whose_package_lists_are_empty_still_gets_a_name() -> None:
    assert packages_for(["libxcb-cursor.so.0"], lambda _: False) == ["libxcb-cursor0"]


def test_a_library_of_a_similar_name_is_not_taken_for_another() -> None:
    assert packages_for(["libxcb-render-util.so.0"], lambda _: True) == ["libxcb-render-util0"]
    assert packages_for(["libxcb-render.so.0"], lambda _: True) == ["libxcb-render0"]


def test_a_window_needs_more_of_qt_than_a_run_without_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lib/libQt6Widgets.so.6", *(f"plugins/platforms/libq{p}.so" for p in PLATFORMS)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert names(qt_files(tmp_path, "offscreen")) == ["libQt6Widgets.so.6", "libqoffscreen.so"]
    assert "libqxcb.so" in names(qt_files(tmp_path, "window"))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "libqwayland.so" in names(qt_files(tmp_path, "window"))


PLATFORMS = ("offscreen", "xcb", "wayland")


def names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


def test_every_package_is_a_debian_package_name() -> None:
    for spellings in PACKAGES.values():
        for name in spellings:
            assert name == name.lower()
            assert " " not in name
