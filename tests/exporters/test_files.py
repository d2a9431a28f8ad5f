from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.files import FileNotWritten, safe_name, write_file


def test_a_file_is_written_whole_and_nothing_else_stays(tmp_path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["report.docx"]  # noqa: PTH208


def test_a_missing_folder_is_named(tmp_path) -> None:
    with pytest.raises(FileNotWritten, match=r"gone does not exist; choose another one for r\.md"):
        write_file(tmp_path / "gone" / "r.md", b"x")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path) -> None:
    with pytest.raises(FileNotWritten, match="is a folder"):
        write_file(tmp_path, b"x")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(tmp_path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FileNotWritten, match="may only be read"):
        write_file(tmp_path / "r.md", b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /proc")
@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc")
def test_a_folder_that_takes_no_files_keeps_its_place() -> None:
    with pytest.raises(FileNotWritten) as told:
        write_file(Path("/proc/r.md"), b"x")
    assert "/proc" in told.value.sentence
    assert told.value.sentence.endswith(".")


@pytest.mark.root
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to mount a small disk"
)
def test_a_full_disk_keeps_the_old_file_and_says_how_much_is_free(tmp_path) -> None:
    import subprocess

    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        target = tmp_path / "report.docx"
        write_file(target, b"old")
        with pytest.raises(FileNotWritten, match=r"needs 0\.2 MB and .* has .* left; free some"):
            write_file(target, b"x" * 200_000)
        assert target.read_bytes() == b"old"
        assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Orders stood still, 3 March", "Orders stood still, 3 March.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("CON", "_CON.md"),
        ("nul.txt", "_nul.txt.md"),
        ("a\x00b\u202e: c?", "a b c.md"),
        ("e\u0301te", "\u00e9te.md"),
        (" ... ", "Review.md"),
        ("", "Review.md"),
    ],
)
def test_every_title_gives_a_name_that_every_system_takes(title, expected) -> None:
    assert safe_name(title, ".md") == expected


@given(st.text())
def test_a_name_is_short_and_stays_in_its_folder(title) -> None:
    name = safe_name(title, ".docx")
    assert len(name.encode()) <= 120
    assert Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*')


@given(st.text(min_size=1))
def test_a_name_can_be_written(tmp_path_factory, title) -> None:
    target = tmp_path_factory.getbasetemp() / safe_name(title, ".md")
    write_file(target, b"x")
    assert target.read_bytes() == b"x"
    target.unlink()
