# SPDX-License-Identifier: MIT
"""The report of a bug names places, and nothing that a member said."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk import __version__
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from tests.ui.helpers import assert_freed, show_active

SECRET = "李伟 owes 3,000 yuan"


def error() -> Exception:
    try:
        {"a": SECRET}[SECRET]
    except KeyError as found:
        return found
    raise AssertionError


def test_it_holds_places_and_no_member_data(qtbot: QtBot, context: UiContext) -> None:
    dialog = CrashDialog(error())
    show_active(qtbot, dialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.report.toPlainText()
    assert __version__ in copied
    assert "KeyError" in copied
    assert "test_crash_dialog.py" in copied
    assert "李伟" not in copied
    assert "yuan" not in copied
    assert_freed(dialog)


def test_the_language_changes_while_it_is_open(qtbot: QtBot, context: UiContext) -> None:
    dialog = CrashDialog(error())
    show_active(qtbot, dialog)
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.main_button.text() == "继续"
    assert_freed(dialog)
