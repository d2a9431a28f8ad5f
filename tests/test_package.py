from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.source_code import PACKAGES, ROOT

PROJECT_FILES = ("pyproject.toml", "README.md", "LICENSE", "NOTICE.md")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the source, with the build tool that is installed."""
    pytest.importorskip("setuptools", minversion="77")
    folder = tmp_path_factory.mktemp("package")
    source = folder / "source"
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, source / package, ignore=ignored)
    for name in PROJECT_FILES:
        shutil.copy(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel"]
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    answer = subprocess.run(
        [*pip, *options, folder, source], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_package_holds_every_file_of_the_app(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    files = (file for package in PACKAGES for file in (ROOT / package).rglob("*"))
    needed = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert needed - held == set()


@pytest.mark.slow
def test_the_package_holds_its_licence_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {Path(name).name for name in names} >= {"LICENSE", "NOTICE.md"}
    assert not [name for name in names if name.startswith(("tests/", "tools/", "bench/"))]


@pytest.mark.slow
def test_the_installed_command_works_away_from_the_source(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--no-index", "--no-deps", "--target", site, wheel], check=True)
    answer = subprocess.run(
        [site / "bin" / "second-story", "--library", tmp_path / "team.secondstory", "sample"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert len(answer.stdout.split()) == 1
