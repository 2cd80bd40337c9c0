# SPDX-License-Identifier: MIT
"""Members are written to a file by keys alone, and what goes wrong is said in the dialog."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from groupdesk.domain.export_columns import DEFAULT_COLUMNS
from groupdesk.domain.export_records import ExportFormat, ExportScope
from groupdesk.domain.records import MemberDetail, MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.export_dialog import ExportDialog, OnScreen
from groupdesk.ui.jobs import ImmediateJobs
from tests.ui.desks import Notices, add_member
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def source(desk: Desk, detail: MemberDetail) -> OnScreen:
    add_member(desk, 1, "=Ann")
    which = MemberFilter(1)
    return OnScreen(which, "name", 2, (), ("name", "joined", "standing"), desk.groups.get(1))


@pytest.fixture
def working(context: UiContext, desk: Desk) -> UiContext:
    return replace(context, jobs=ImmediateJobs(desk))


def test_it_is_done_by_keys_and_says_what_was_written(
    qtbot: QtBot, working: UiContext, source: OnScreen, notices: Notices, tmp_path: Path
) -> None:
    dialog = ExportDialog(working, source)
    show_active(qtbot, dialog)
    assert QApplication.focusWidget() is dialog.scope
    assert dialog.scope.currentText() == "On screen, in this order (2)"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (asked,) = dialog.findChildren(QFileDialog)
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    asked.fileSelected.emit(str(tmp_path / "list"))
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["Name"] for row in rows} == {"王小明", "'=Ann"}
    assert notices.texts == ["2 members exported to list.csv."]
    assert notices.action is not None


def test_columns_are_those_ticked_and_json_needs_no_language(
    qtbot: QtBot, working: UiContext, source: OnScreen, tmp_path: Path
) -> None:
    dialog = ExportDialog(working, source)
    show_active(qtbot, dialog)
    assert dialog.ticked() == DEFAULT_COLUMNS
    dialog.shown_button.click()
    assert dialog.ticked() == (
        "ref",
        "name",
        "joined_at",
        "standing",
        "standing_number",
        "standing_until",
    )
    dialog.columns.setFocus()
    dialog.columns.setCurrentRow(DEFAULT_COLUMNS.index("joined_at"))
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Space)
    assert "joined_at" not in dialog.ticked()
    dialog.columns.setCurrentRow(0)
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Space)
    assert "ref" in dialog.ticked()
    dialog.format.setCurrentIndex(list(ExportFormat).index(ExportFormat.JSON))
    assert not dialog.header.isEnabled()
    dialog.save_to(str(tmp_path / "list.json"))
    (first, _second) = json.loads((tmp_path / "list.json").read_bytes())["members"]
    assert list(first) == ["ref", "name", "standing", "standing_number", "standing_until"]


def test_several_chosen_ones_come_first(
    qtbot: QtBot, working: UiContext, source: OnScreen, desk: Desk, tmp_path: Path
) -> None:
    ids = tuple(desk.members.ids(MemberFilter(1)))
    dialog = ExportDialog(working, replace(source, chosen=ids))
    show_active(qtbot, dialog)
    assert dialog.scope.value is ExportScope.CHOSEN
    assert_freed(dialog)
    everywhere = ExportDialog(working, replace(source, group=None))
    show_active(qtbot, everywhere)
    texts = [everywhere.scope.itemText(at) for at in range(everywhere.scope.count())]
    assert texts == ["On screen, in this order (2)", "All groups, former members too"]
    assert_freed(everywhere)


def test_what_goes_wrong_is_said_and_the_form_stays(
    qtbot: QtBot, working: UiContext, source: OnScreen, tmp_path: Path
) -> None:
    dialog = ExportDialog(working, source)
    show_active(qtbot, dialog)
    dialog.save_to(str(tmp_path / "gone" / "list.csv"))
    assert "could not be written" in dialog.banner.text
    assert dialog.main_button.isEnabled()
    dialog.save_to(str(tmp_path / "list.csv"))
    assert (tmp_path / "list.csv").exists()


def test_the_window_changes_its_language_with_the_dialog_open(
    qtbot: QtBot, working: UiContext, source: OnScreen
) -> None:
    dialog = ExportDialog(working, source)
    show_active(qtbot, dialog)
    working.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.columns.item(1).text() == "姓名"
    assert dialog.format.currentText().startswith("CSV")
    assert_freed(dialog)
