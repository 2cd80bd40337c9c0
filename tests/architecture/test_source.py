# SPDX-License-Identifier: MIT
"""Habits that a reader relies on, checked in the source itself."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LONGEST = 400
FROZEN = "models/migrations/"  # SQL that is never edited again, however long
# The event loop of the program itself; dialogs are opened with open().
EVENT_LOOPS = {"ui/application.py", "ui/tour/run.py"}


@cache
def trees() -> dict[str, ast.Module]:
    package = ROOT / "groupdesk"
    return {
        path.relative_to(package).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
    }


@pytest.fixture(scope="module", autouse=True)
def _trees_are_let_go() -> Iterator[None]:
    """They are millions of objects: each later collection of garbage would take a second."""
    yield
    trees.cache_clear()


def calls(*methods: str) -> Iterator[tuple[str, ast.Call]]:
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in methods
            ):
                yield name, node


def places(found: Iterator[tuple[str, ast.Call]]) -> list[str]:
    return [f"{name}:{node.lineno}" for name, node in found]


def test_every_file_says_its_licence() -> None:
    files = [*(ROOT / "groupdesk").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert len(files) > 200
    bare = [
        str(path.relative_to(ROOT))
        for path in files
        if not path.read_text(encoding="utf-8").startswith("# SPDX-License-Identifier: MIT\n")
    ]
    assert bare == []


def test_no_module_is_too_long() -> None:
    long = {
        name: count
        for name in trees()
        if (count := len((ROOT / "groupdesk" / name).read_text(encoding="utf-8").splitlines()))
        > LONGEST
        and not name.startswith(FROZEN)
    }
    assert long == {}


def test_only_the_theme_sets_style_sheets() -> None:
    assert [at for at in places(calls("setStyleSheet")) if not at.startswith("ui/theme.py")] == []


def test_what_people_wrote_is_never_read_as_html() -> None:
    assert places(calls("setHtml", "insertHtml", "appendHtml", "setMarkdown")) == []


def test_dialogs_never_block() -> None:
    loops = [at for at in places(calls("exec", "exec_")) if at.split(":")[0] not in EVENT_LOOPS]
    assert loops == []
    boxes = [
        f"{name}:{node.lineno}"
        for name, node in calls("information", "warning", "critical", "question", "about")
        if isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "QMessageBox"
    ]
    statics = places(calls("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getText"))
    assert boxes + statics + places(calls("processEvents")) == []


def test_nobody_evaluates_text() -> None:
    names = {"eval", "exec", "compile", "__import__"}
    found = [
        f"{name}:{node.lineno}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    words = ("TODO", "FIXME", "XXX:")
    suspects = [
        *(ROOT / "groupdesk").rglob("*.py"),
        *(ROOT / "resources").rglob("*.toml"),
        *ROOT.glob("*.md"),
    ]
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in suspects
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide6 keeps what `itemAt` returned when Qt deletes the item, and hands it out for another.

    The program then meets the wrong class or crashes; ask for widgets and their places instead.
    """
    assert places(calls("itemAt")) == []
