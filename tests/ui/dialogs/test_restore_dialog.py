# SPDX-License-Identifier: MIT
"""From Settings a backup becomes a workspace in a new folder, and is opened."""

import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import RestoredRecord
from groupdesk.services import first_look
from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.dialogs.restore_dialog import RestoreDialog
from groupdesk.ui.pages.settings_page import SettingsPage
from groupdesk.ui.session import Session
from groupdesk.ui.translations import LanguageCode
from tests.ui.acting import page
from tests.ui.helpers import assert_freed, modal_in_front


def dialog_of(qtbot: QtBot, session: Session) -> RestoreDialog:
    settings = page(session, "settings", SettingsPage)
    qtbot.mouseClick(settings.restore_button, Qt.MouseButton.LeftButton)
    found = modal_in_front()
    assert isinstance(found, RestoreDialog)
    return found


def test_a_backup_is_restored_to_a_new_folder_and_opened(
    qtbot: QtBot, session: Session, desk: Desk, tmp_path: Path
) -> None:
    made = desk.backups.make(uuid.uuid4())
    dialog = dialog_of(qtbot, session)
    assert dialog.backup.currentText().endswith(f"{made.seq} entries")
    folder = Path(dialog.folder.text())
    assert not folder.exists()
    assert folder.parent == desk.workspace.folder.parent
    dialog.main_button.click()
    assert first_look.exists(folder)
    assert str(folder) in dialog.told.text()
    assert str(desk.workspace.folder) in dialog.told.text()
    assert dialog.main_button.text() == "Open it now"
    with qtbot.waitSignal(session.left):
        dialog.main_button.click()
    kept = SettingsFile(session.context.settings.path).values
    assert kept.workspace == str(folder)
    assert_freed(dialog)


def test_a_folder_that_is_not_empty_is_said_at_its_field(
    qtbot: QtBot, session: Session, desk: Desk, tmp_path: Path
) -> None:
    desk.backups.make(uuid.uuid4())
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear all")
    dialog = dialog_of(qtbot, session)
    dialog.folder.setText(str(tmp_path / "full"))
    dialog.main_button.click()
    assert dialog.isVisible()
    assert dialog.folder_field.error.startswith("This folder is not empty")
    assert dialog.focusWidget() is dialog.folder
    dialog.folder.setText("")
    assert not dialog.main_button.isEnabled()
    dialog.reject()
    assert_freed(dialog)


def test_without_a_backup_one_from_elsewhere_is_asked_for(
    qtbot: QtBot, session: Session, desk: Desk, tmp_path: Path
) -> None:
    dialog = dialog_of(qtbot, session)
    assert not dialog.main_button.isEnabled()
    letter = tmp_path / "letter.db"
    letter.write_text("Dear all")
    dialog.take_backup(str(letter))
    assert dialog.main_button.isEnabled()
    dialog.main_button.click()
    assert dialog.backup_field.error.startswith("No backup of GroupDesk was found there")
    made = desk.backups.make(uuid.uuid4(), tmp_path / "stick")
    dialog.take_backup(made.path)
    assert not dialog.backup_field.error
    dialog.main_button.click()
    assert "It lies in" in dialog.told.text()
    dialog.reject()
    assert_freed(dialog)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_says_what_is_missing_in_both_languages(
    qtbot: QtBot, session: Session, desk: Desk, language: LanguageCode
) -> None:
    dialog = dialog_of(qtbot, session)
    dialog._on_made(RestoredRecord("/again", "/stick/x.db", 12, 2, 3, 2))
    session.context.translations.set_language(language)
    QApplication.processEvents()
    found = {"en": "2 screenshots that records refer to", "zh": "2 张"}[language]
    assert found in dialog.told.text()
    dialog.reject()
    assert_freed(dialog)
