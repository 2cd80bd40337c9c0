# SPDX-License-Identifier: MIT
"""Each choice takes effect at once and is there at the next start."""

from PySide6.QtWidgets import QApplication

from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.pages.settings_page import SettingsPage
from groupdesk.ui.session import Session
from tests.ui.acting import page


def test_language_and_look_change_at_once_and_are_kept(session: Session) -> None:
    settings = page(session, "settings", SettingsPage)
    settings.scheme.setCurrentIndex(2)
    assert session.context.theme.is_dark
    settings.language.setCurrentIndex(2)
    QApplication.processEvents()
    assert session.context.translations.language == "zh"
    assert settings.language.currentText() == "简体中文"
    assert settings.scheme.currentText() == "深色"
    settings.paper.setCurrentIndex(1)
    kept = SettingsFile(session.context.settings.path).values
    assert (kept.language, kept.scheme, kept.paper) == ("zh", "dark", "us-letter")


def test_a_settings_file_full_of_nonsense_does_no_harm(session: Session) -> None:
    values = session.context.settings.values
    values.language, values.scheme, values.paper = "klingon", "pink", "papyrus"
    settings = page(session, "settings", SettingsPage)
    assert (settings.language.value, settings.scheme.value) == ("system", "system")
    assert settings.paper.value == "a4"


def test_backups_are_made_and_counted(session: Session, desk: Desk) -> None:
    settings = page(session, "settings", SettingsPage)
    assert "something was recorded since the last one" in settings._backup.text()
    session.context.acts.trigger("backup.make")
    assert settings._backup.text().startswith("1 backup, of ")
    assert "Backed up" in session.workbench.status._right.text()
