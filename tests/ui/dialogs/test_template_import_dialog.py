# SPDX-License-Identifier: MIT
"""What a file of templates would change is seen before it is changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.template_import_dialog import TemplateImportDialog
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
FILE = """
[groupdesk]
format = "templates"
version = 1
[[template]]
kind = "talk"
language = "en"
tone = "short"
name = "A word, <b>please</b>"
body = "Hello {member_name}, thank you. {write:What it is about}"
[[template]]
kind = "talk"
language = "en"
tone = "short"
name = "Private talk, short"
stands_in_for = "en.talk.short"
body = "May we talk? Thank you!"
[[template]]
kind = "talk"
language = "en"
tone = "short"
name = "Broken"
body = "{0.__class__}"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "words.toml"
    made.write_text(FILE, encoding="utf-8")
    return made


@pytest.fixture
def dialog(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, path: Path
) -> TemplateImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    show_active(qtbot, window)
    found = context.desk.template_files.preview(path)
    made = TemplateImportDialog(context, path, found, detail.group, window)
    made.open()
    return made


def states(dialog: TemplateImportDialog) -> list[tuple[str, str]]:
    shown = dialog.model
    return [
        (str(shown.index(row, 0).data()), str(shown.index(row, 2).data()))
        for row in range(shown.rowCount())
    ]


def test_each_template_says_what_would_become_of_it(
    qtbot: QtBot, dialog: TemplateImportDialog
) -> None:
    assert states(dialog) == [
        ("A word, <b>please</b>", "New"),
        ("Private talk, short", "Changed"),
        ("Broken", "Refused"),
    ]
    assert "[What it is about]" in dialog.texts[0].text
    assert dialog.texts[1].isHidden()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.texts[0].text == "May we talk? Thank you!"
    assert "may we talk briefly" in dialog.texts[1].text
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert "{0.__class__}" in dialog._reason.text()


def test_what_is_new_and_changed_is_taken_in_at_once(
    qtbot: QtBot, dialog: TemplateImportDialog, context: UiContext, notices: Notices
) -> None:
    assert dialog.wanted == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    templates = context.desk.templates
    assert templates.get("en.talk.short").body == "May we talk? Thank you!"
    own = [one.name for one in templates.all() if one.origin is TemplateOrigin.OWN]
    assert own == ["A word, <b>please</b>"]
    assert "2" in notices.texts[-1]


def test_a_file_can_be_taken_in_for_one_group(
    dialog: TemplateImportDialog, context: UiContext, detail: MemberDetail
) -> None:
    dialog.group.setCurrentIndex(1)
    dialog.main_button.click()
    own = next(one for one in context.desk.templates.all() if one.origin is TemplateOrigin.OWN)
    assert own.group_id == detail.group.id


def test_what_failed_is_said_and_the_dialog_stays(dialog: TemplateImportDialog, path: Path) -> None:
    path.unlink()
    dialog.group.setCurrentIndex(1)
    assert dialog.isVisible()
    assert not dialog.banner.isHidden()
    assert_freed(dialog)
