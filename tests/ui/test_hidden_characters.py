# SPDX-License-Identifier: MIT
"""Names and texts that turn the reading direction round are shown with the character named.

Every page and dialog is drawn over a sample in which people, groups, staff and what they wrote
carry such characters; whatever a person or a screen reader is given is looked at.
"""

import re
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Language
from groupdesk.services import sample
from groupdesk.services.sample import stage, story
from groupdesk.services.workspace import create_workspace
from groupdesk.ui.item_delegates import SecondaryRole
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from tests import scenes
from tests.helpers import alone, shared_folder

TURNED = "\u202e"
"""Right-to-left override: what follows is read backwards."""
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What people write in the sample: all texts under these keys.
_WRITTEN = re.compile(
    "name|purpose|belongs|owner|helper|note|member|quoted|thanks|problem|cause|suggestion"
    "|agreement|done|reply|reason|comment|outcome|channel_reason|by|given|last|companies|tags"
    "|notes|staff|bots|nick_styles|replies|other_member|to|took_part|taken_back|removed"
    "|statement|answers|letter|why|questions|data_note"
    "|giver|taker|successor|members|company|keep_reason|why_now|said"
)
_READ = "read-by-the-test"
_SPOKEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    SecondaryRole,
)

for _module in iter_modules(scenes.__path__):
    import_module(f"tests.scenes.{_module.name}")
# The empty workspace holds nobody, and paper has fonts of its own.
SCENES = [name for name in scenes.SCENES if not name.startswith(("empty-", "report-"))]

PARTS = 6
"""All of them in one test would take too long."""


def _turn(value: Any, *, written: bool = False) -> Any:
    """Return the sample's data with the character at the end of each text by people."""
    if isinstance(value, dict):
        return {
            key: _turn(part, written=written or bool(_WRITTEN.fullmatch(key)))
            for key, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [_turn(part, written=written) for part in value]
    return value + TURNED if written and isinstance(value, str) else value


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample workspace in which whoever wrote anything wrote that character, too."""
    made = shared_folder(tmp_path_factory) / "turned-sample"
    with alone(made.with_suffix(".lock")):
        if not made.exists():
            _make(made)
    return made


def _make(made: Path) -> None:
    create, read = create_workspace, stage.read
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample, "read", lambda name: _turn(read(name)))
        staff = [(name + TURNED, role) for name, role in sample._OPERATORS]
        patch.setattr(sample, "_OPERATORS", staff)
        for name in ("_OPERATORS", "_ENGLISH"):
            patch.setattr(story, name, _turn(getattr(story, name), written=True))
        patch.setattr(
            sample,
            "create_workspace",
            lambda where, name, *rest, **more: create(where, name + TURNED, *rest, **more),
        )
        sample.make_sample(made, system_clock, Language.EN)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that the window's own widgets and delegates paint."""
    texts: list[str] = []
    paint = QPainter.drawText

    def look(painter: QPainter, *what: Any) -> Any:
        texts.extend(part for part in what if isinstance(part, str))
        return paint(painter, *what)

    monkeypatch.setattr(QPainter, "drawText", look)
    return texts


def _part(part: int) -> list[str]:
    """Return the scenes of some modules: within one, some go on from the one before."""
    modules = sorted({scenes.SCENES[name].__module__ for name in SCENES})
    mine = modules[part::PARTS]
    return [name for name in SCENES if scenes.SCENES[name].__module__ in mine]


def _looked_at(shown: QWidget) -> list[QWidget]:
    """Return the windows of a scene: the one that it shows, and what came up over it."""
    behind = shown.window().parentWidget()
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and (behind is None or window is not behind.window())
    ]


def _widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield a window and all that is in it, but for pages that are not in front."""
    yield root
    for child in root.children():
        if isinstance(child, QWidget) and not (isinstance(child, Page) and child.isHidden()):
            yield from _widgets(child)


def given(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a window shows and says, and where; not what is there to be edited."""
    for widget in _widgets(root):
        said = [
            ("title", widget.windowTitle()),
            ("tooltip", widget.toolTip()),
            ("name", widget.accessibleName()),
            ("description", widget.accessibleDescription()),
            *(("action", action.text()) for action in widget.actions()),
            *(("action", action.toolTip()) for action in widget.actions()),
            *(("text", text) for text in _texts(widget)),
        ]
        if any(text for _what, text in said):
            where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
            yield from ((f"{where}: {what}", text) for what, text in said if text)


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
        completer = widget.completer()
        if completer is not None:
            yield from _items(completer.completionModel())
        if widget.isReadOnly() or isinstance(widget.parent(), QComboBox):
            yield widget.text()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.placeholderText()
        if widget.isReadOnly():
            yield widget.toPlainText()
    elif isinstance(widget, QComboBox | QAbstractItemView) and widget.model() is not None:
        yield from _items(widget.model())
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))


def _items(model: QAbstractItemModel) -> Iterator[str]:
    """Yield what a model gives, once, and again after each change that it tells of."""
    if model.property(_READ):
        return
    if model.property(_READ) is None:
        for changed in (
            model.modelReset,
            model.dataChanged,
            model.headerDataChanged,
            model.layoutChanged,
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.columnsInserted,
            model.columnsRemoved,
        ):
            changed.connect(partial(_unread, model))
    model.setProperty(_READ, True)
    yield from _all_items(model)


def _unread(model: QAbstractItemModel, *_what: object) -> None:
    if isValid(model):  # a completer's tells of a change while it is being deleted
        model.setProperty(_READ, False)


def _all_items(model: QAbstractItemModel) -> Iterator[str]:
    plain = isinstance(model, QAbstractListModel)  # whose columns Qt keeps to itself
    columns = 1 if plain else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in range(columns):
            for role in _SPOKEN:
                yield str(model.index(row, column).data(role) or "")


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_or_dialog_lets_a_text_turn_it_round(
    part: int,
    theme: Theme,
    translations: Translations,
    folder: Path,
    drawn: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scenes, "sample", lambda: folder)
    played = scenes.Stage(theme, translations, (1280, 800), "en")
    wrong: dict[str, str] = {}
    named = 0
    names = _part(part)
    try:
        for name in names:
            shown = scenes.SCENES[name](played)
            drawn.clear()
            windows = _looked_at(shown)
            for window in windows:
                window.grab()
            texts = [("painted", text) for text in drawn]
            for window in windows:
                texts += given(window)
            wrong |= {where: f"{name}: {text!r}" for where, text in texts if _HIDDEN.search(text)}
            named += any("‹U+202E›" in text for _where, text in texts)
            if isinstance(shown, QDialog):
                shown.close()
                scenes.settle()
    finally:
        played.close()
    assert wrong == {}
    assert named > len(names) // 2, "the sample no longer carries the character"
