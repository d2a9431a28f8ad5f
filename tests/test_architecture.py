from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import importers
from tests.source_code import ROOT, Module, modules, words_of

QT = {"PySide6", "shiboken6", "qtawesome", "qtpy"}
ABOUT_QT = ("views", "app.workspace", "app.tasks", "app.__main__")
RUN_BY_ALEMBIC = ("models.migrations.env",)
NEVER_A_NAME = re.compile(
    r"\b(root causes?|culprits?|faults?|mistakes?|blames?|user errors?|human errors?"
    r"|post ?mortems?|utils?|helpers?|managers?)\b|^get\b|^common$"
)


def within(module: Module, places: Iterable[str]) -> bool:
    return any(module.name == place or module.name.startswith(place + ".") for place in places)


def function_lengths() -> dict[str, int]:
    return {
        f"{module.place}:{function.lineno} {function.name}": (function.end_lineno or 0)
        - function.lineno
        + 1
        for module in modules()
        for function in module.functions()
    }


def test_only_the_window_knows_qt() -> None:
    assert [m.place for m in modules() if m.imported() & QT and not within(m, ABOUT_QT)] == []


def test_everything_but_the_window_imports_where_there_is_no_qt() -> None:
    names = [module.name for module in modules() if not within(module, ABOUT_QT + RUN_BY_ALEMBIC)]
    answer = subprocess.run(
        [sys.executable, "-m", "tests.without_qt", *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr


def test_the_command_line_runs_where_there_is_no_qt(tmp_path: Path) -> None:
    library = str(tmp_path / "team.secondstory")
    for command in (["sample"], ["list"], ["doctor"]):
        answer = subprocess.run(
            [sys.executable, "-m", "tests.without_qt", "--run", "--library", library, *command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert answer.returncode == 0, answer.stderr


def test_files_are_small() -> None:
    assert {m.place: m.lines for m in modules() if m.lines > 450} == {}
    assert statistics.median(m.lines for m in modules() if m.lines > 1) <= 120


def test_functions_are_small() -> None:
    lengths = function_lengths()
    assert {name: length for name, length in lengths.items() if length > 40} == {}
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= 20


def test_names_are_the_words_of_the_product() -> None:
    found = {
        f"{module.place}:{line} {name}"
        for module in modules()
        for name, line in module.names()
        if NEVER_A_NAME.search(words_of(name))
    }
    assert found == set()


@pytest.mark.parametrize(
    "name", ["root_cause", "rootCause", "ROOT_CAUSES", "BlameFinding", "get_event", "event_utils"]
)
def test_a_name_that_is_not_a_word_of_the_product_is_noticed(name: str) -> None:
    assert NEVER_A_NAME.search(words_of(name))


@pytest.mark.parametrize("name", ["default", "blameless", "target", "budget_total", "commonly"])
def test_a_name_that_only_looks_similar_is_left_alone(name: str) -> None:
    assert not NEVER_A_NAME.search(words_of(name))


def test_every_module_tells_its_idea_in_one_line() -> None:
    def first_line(module: Module) -> str:
        return (ast.get_docstring(module.tree) or "").partition("\n")[0]

    assert [m.place for m in modules() if not re.fullmatch(r"[A-Z].*[.:]", first_line(m))] == []


def test_every_importer_is_in_the_tuple_that_offers_it() -> None:
    asked = {"recognises", "preview", "records"}
    written = {
        node.name
        for module in modules()
        if module.name.startswith("importers.") and module.name != "importers.importer"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and asked <= {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    }
    assert written == {type(importer).__name__ for importer in importers.IMPORTERS}


def test_no_file_names_a_place_that_only_one_machine_has() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout, so nothing tells which files belong to the project")
    own = re.compile(r"/(work|root|opt)/[a-z.]|pythonhosted|pypi\.org|--(extra-)?index-url\b")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    texts = {file: file.read_bytes().decode("utf-8", "replace") for file in files if file.is_file()}
    here = ROOT / "tests" / "test_architecture.py"
    assert [file for file, text in texts.items() if file != here and own.search(text)] == []


def test_what_a_signal_is_connected_to_is_a_slot() -> None:
    """A method that is not becomes one while objects exist, and moves the slots of subclasses."""
    owners = {
        owner.name: (owner, module.place)
        for module in modules()
        if within(module, ABOUT_QT)
        for owner in ast.walk(module.tree)
        if isinstance(owner, ast.ClassDef)
    }
    found = set()
    for owner, _ in owners.values():
        for name in connected_methods(owner):
            above = next(
                (each for each in lineage(owner, owners) if name in methods_of(each)), None
            )
            if above is not None and not is_slot(methods_of(above)[name]):
                found.add(f"{owners[above.name][1]} {above.name}.{name}")
    assert found == set()


def lineage(
    owner: ast.ClassDef, owners: dict[str, tuple[ast.ClassDef, str]]
) -> Iterable[ast.ClassDef]:
    """Yield a class and those of ours that it builds on."""
    yield owner
    for base in map(ast.unparse, owner.bases):
        if base in owners:
            yield from lineage(owners[base][0], owners)


def is_slot(method: ast.FunctionDef) -> bool:
    return any("Slot" in ast.unparse(mark) for mark in method.decorator_list)


def methods_of(owner: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    return {each.name: each for each in owner.body if isinstance(each, ast.FunctionDef)}


def connected_methods(owner: ast.ClassDef) -> set[str]:
    """Return the methods of itself that a class connects a signal to."""
    return {
        given.attr
        for call in ast.walk(owner)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        for given in call.args
        if isinstance(given, ast.Attribute)
        and isinstance(given.value, ast.Name)
        and given.value.id == "self"
    }
