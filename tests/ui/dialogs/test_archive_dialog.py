# SPDX-License-Identifier: MIT
"""A group is put away with a reason, and taken back at once if it was the wrong one."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog
from tests.ui.acting import send_warning, talk
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_asks_for_a_reason_and_is_done_by_keys(
    qtbot: QtBot, context: UiContext, desk: Desk, notices: Notices
) -> None:
    (group,) = desk.groups.all()
    dialog = ArchiveDialog(context, [group])
    show_active(qtbot, dialog)
    assert QApplication.focusWidget() is dialog.reason
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.reason, "The trial is over.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert desk.groups.get(group.id).archive_reason == "The trial is over."
    assert notices.texts == ["Aurora customers is archived."]
    notices.action()
    assert desk.groups.all() == (group,)
    assert notices.texts[-1] == "Aurora customers is in use again."


def test_it_says_what_rests_meanwhile(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = ArchiveDialog(context, [desk.groups.get(1)])
    show_active(qtbot, dialog)
    assert dialog._rests.isHidden()
    assert_freed(dialog)
    send_warning(desk, detail)
    talk(desk, detail, follow_up_on="2026-11-22")
    dialog = ArchiveDialog(context, [desk.groups.get(1)])
    show_active(qtbot, dialog)
    assert dialog._rests.text() == "Until then this rests: 1 open case and 1 thing still to do."
    assert_freed(dialog)


def test_what_goes_wrong_is_said_and_the_reason_stays(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = ArchiveDialog(context, [desk.groups.get(1)])
    show_active(qtbot, dialog)
    dialog.reason.setPlainText("x" * 100_000)
    dialog.main_button.click()
    assert dialog.field.error
    dialog.reason.setPlainText("Over.")
    assert dialog.field.error == ""
    dialog._on_failed(StorageError("disk_full"))
    assert "disk is full" in dialog.banner.text
    desk.groups.archive(uuid4(), 1, "By somebody else")
    dialog.main_button.click()
    assert "archived already" in dialog.banner.text
    assert dialog.reason.text == "Over."
    assert_freed(dialog)


def test_the_language_changes_while_it_is_open(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = ArchiveDialog(context, [desk.groups.get(1)])
    show_active(qtbot, dialog)
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.main_button.text() == "归档"
    assert_freed(dialog)
