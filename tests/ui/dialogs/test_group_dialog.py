# SPDX-License-Identifier: MIT
"""A group is made and changed; what is wrong stands under its field."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import GroupFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_group_is_made_by_keys_alone(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    dialog = GroupDialog(context, None)
    show_active(qtbot, dialog)
    assert QApplication.focusWidget() is dialog.name
    dialog.name.insert("VIP 客户")  # as an input method commits it
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    made = desk.groups.named("VIP 客户")
    assert made is not None
    assert made.platform is list(Platform)[1]
    assert made.language is Language.EN
    assert made.size_limit is None


def test_a_name_that_is_taken_is_said_under_the_name(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = GroupDialog(context, None)
    show_active(qtbot, dialog)
    qtbot.keyClicks(dialog.name, "Aurora customers")
    dialog.main_button.click()
    assert dialog.isVisible()
    assert dialog.fields["name"].error
    assert QApplication.focusWidget() is dialog.name
    qtbot.keyClicks(dialog.name, " 2")
    assert dialog.fields["name"].error == ""
    dialog.main_button.click()
    assert desk.groups.named("Aurora customers 2") is not None


def test_editing_shows_what_is_there(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    (group,) = desk.groups.all()
    dialog = GroupDialog(context, group)
    show_active(qtbot, dialog)
    assert dialog.main_button.isEnabled()
    assert (dialog.name.text(), dialog.owner.text()) == ("Aurora customers", "Mei Lin")
    assert dialog.platform.value is Platform.WECOM
    dialog.size_limit.setValue(500)
    dialog.policy.setPlainText("Two of us agree first.\n")
    dialog.external_id.setText(" wr1 ")
    dialog.main_button.click()
    record = desk.groups.get(group.id)
    assert record.size_limit == 500
    assert (record.policy, record.external_id) == ("Two of us agree first.", "wr1")
    again = GroupDialog(context, record)
    show_active(qtbot, again)
    assert (again.policy.text, again.external_id.text()) == ("Two of us agree first.", "wr1")
    assert_freed(again)


def test_an_id_that_is_taken_is_said_under_the_id(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    other = GroupFields("Borealis", Platform.WECOM, Language.EN, external_id="wr1")
    desk.groups.create(uuid4(), other)
    dialog = GroupDialog(context, desk.groups.get(1))
    show_active(qtbot, dialog)
    dialog.external_id.setText("wr1")
    dialog.main_button.click()
    assert "Borealis" in dialog.fields["external_id"].error
    qtbot.keyClicks(dialog.external_id, "2")
    assert dialog.fields["external_id"].error == ""
    assert_freed(dialog)


def test_the_language_changes_while_it_is_open(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    (group,) = desk.groups.all()
    dialog = GroupDialog(context, group)
    show_active(qtbot, dialog)
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.main_button.text() == "保存修改"
    assert dialog.platform.currentText() == "企业微信"
    assert dialog.platform.value is Platform.WECOM
    assert dialog.name.text() == "Aurora customers", "what was typed stays"
    assert_freed(dialog)


def test_nothing_typed_is_lost_when_the_disk_is_full(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = GroupDialog(context, None)
    show_active(qtbot, dialog)
    qtbot.keyClicks(dialog.name, "New")
    dialog._on_failed(StorageError("disk_full"))
    assert "disk is full" in dialog.banner.text
    assert dialog.name.text() == "New"
    assert_freed(dialog)
