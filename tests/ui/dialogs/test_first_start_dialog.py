# SPDX-License-Identifier: MIT
"""Two ways in; what is wrong is said and nothing is made."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk import paths
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Language
from groupdesk.services import first_look, workspace
from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.translations import Translations
from groupdesk.words import Words
from tests.ui.helpers import assert_freed, show_active


@pytest.fixture
def dialog(
    qtbot: QtBot, translations: Translations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FirstStartDialog:
    monkeypatch.setattr(paths, "default_workspace", lambda: tmp_path / "workspace")
    monkeypatch.setattr(paths, "sample_workspace", lambda: tmp_path / "sample")
    made = FirstStartDialog(
        translations, SettingsFile(tmp_path / "settings.toml"), lambda words: words("error.damaged")
    )
    show_active(qtbot, made)
    return made


def test_an_empty_workspace_needs_a_name_only(
    qtbot: QtBot, dialog: FirstStartDialog, tmp_path: Path
) -> None:
    assert dialog.banner.text == Words("en")("error.damaged")
    assert not dialog.main_button.isEnabled()
    assert QApplication.focusWidget() is dialog.operator
    qtbot.keyClicks(dialog.operator, "Mei")
    with qtbot.waitSignal(dialog.ready) as ready:
        qtbot.keyClick(dialog.operator, Qt.Key.Key_Return)
    assert ready.args == [str(tmp_path / "workspace")]
    assert first_look.exists(tmp_path / "workspace")


def test_a_folder_that_is_in_use_is_said(
    qtbot: QtBot, dialog: FirstStartDialog, tmp_path: Path
) -> None:
    workspace.create_workspace(tmp_path / "workspace", "Arun", Language.EN, system_clock)
    qtbot.keyClicks(dialog.operator, "Mei")
    dialog.main_button.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.isVisible()
    assert dialog.fields["folder"].error or dialog.banner.text != Words("en")("error.damaged")
    assert dialog.operator.text() == "Mei"
    assert_freed(dialog)


def test_a_sample_that_is_there_is_opened_at_once(
    qtbot: QtBot, dialog: FirstStartDialog, tmp_path: Path
) -> None:
    workspace.create_workspace(tmp_path / "sample", "Mei", Language.EN, system_clock)
    with qtbot.waitSignal(dialog.ready) as ready:
        dialog.sample_button.click()
    assert ready.args == [str(tmp_path / "sample")]


def test_a_folder_without_a_workspace_is_refused(dialog: FirstStartDialog, tmp_path: Path) -> None:
    dialog._try_other(str(tmp_path))
    assert dialog.banner.text.startswith("There is no workspace in this folder")
    assert_freed(dialog)


def test_all_of_it_follows_a_language_that_is_set_elsewhere(
    qtbot: QtBot, dialog: FirstStartDialog, translations: Translations
) -> None:
    translations.set_language("zh")
    qtbot.waitUntil(lambda: dialog.sample_button.text() == "打开示例工作区")
    assert "工作区" in dialog.main_button.text()


def test_the_language_is_chosen_here(dialog: FirstStartDialog, translations: Translations) -> None:
    dialog.language.setCurrentIndex(1)
    assert translations.language == "zh"
    assert "工作区" in dialog.main_button.text()
    assert dialog.windowTitle().startswith("欢迎")
    assert_freed(dialog)


def test_a_backup_becomes_a_workspace_of_its_own(
    qtbot: QtBot, dialog: FirstStartDialog, desk: Desk, tmp_path: Path
) -> None:
    made = desk.backups.make(uuid4())
    with qtbot.waitSignal(dialog.ready) as ready:
        dialog._restore(made.path)
    assert ready.args is not None
    restored = Path(ready.args[0])
    assert first_look.exists(restored)
    assert restored != Path(desk.workspace.folder)
    assert restored.name.startswith("workspace-20")


def test_what_is_no_backup_is_said(qtbot: QtBot, dialog: FirstStartDialog, tmp_path: Path) -> None:
    (tmp_path / "holiday.db").write_bytes(b"no database at all" * 100)
    dialog._restore(str(tmp_path / "holiday.db"))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.isVisible()
    assert dialog.banner.text != Words("en")("error.damaged")
    assert "Error" not in dialog.banner.text
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("workspace-20")] == []
    assert_freed(dialog)


def test_what_is_wrong_is_said_again_in_the_language_that_is_chosen(
    qtbot: QtBot, dialog: FirstStartDialog
) -> None:
    dialog.language.setFocus()
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert dialog.banner.text == Words("zh")("error.damaged")
    assert dialog.banner.isVisible()
    qtbot.keyClick(dialog.language, Qt.Key.Key_Up)
    QApplication.processEvents()
    assert dialog.banner.text == Words("en")("error.damaged")
    dialog.banner.dismiss()
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert not dialog.banner.text, "what was read and closed does not come back"


def test_alt_and_a_letter_lead_to_each_field(qtbot: QtBot, dialog: FirstStartDialog) -> None:
    for key, field in ((Qt.Key.Key_F, dialog.folder), (Qt.Key.Key_Y, dialog.operator)):
        qtbot.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert field.hasFocus()


def test_the_wait_for_the_sample_is_said_in_full(
    qtbot: QtBot, dialog: FirstStartDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog, "_run", lambda _work: dialog.set_busy(True))
    dialog.resize(720, 560)
    dialog.make_sample()
    assert dialog.banner.text == "Making the sample: this takes some seconds…"
    dialog.set_busy(False)
    dialog.banner.dismiss()
    assert_freed(dialog)
