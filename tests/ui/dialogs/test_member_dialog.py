# SPDX-License-Identifier: MIT
"""One member by hand: only a name is needed; what is wrong stands under its field."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.records import MemberDetail, MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_name_is_enough(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = MemberDialog(context, detail.group, None)
    show_active(qtbot, dialog)
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.lines["name"], "  Li Wei ")
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog.lines["name"], Qt.Key.Key_Return)
    member = desk.members.detail(saved.args[0])
    assert member.row.name == "Li Wei"
    assert member.fields.role is MemberRole.MEMBER
    assert notices.texts == ["Li Wei was added."]


def test_an_account_that_is_in_the_group_is_said_under_its_id(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    for name in ("Li Wei", "Li Wei again"):
        dialog = MemberDialog(context, detail.group, None)
        show_active(qtbot, dialog)
        qtbot.keyClicks(dialog.lines["name"], name)
        qtbot.keyClicks(dialog.lines["external_id"], "wxid_liwei88")
        dialog.main_button.click()
    assert dialog.isVisible()
    assert "already in this group" in dialog.fields["external_id"].error
    assert QApplication.focusWidget() is dialog.lines["external_id"]
    qtbot.keyClicks(dialog.lines["external_id"], "2")
    assert dialog.fields["external_id"].error == ""
    dialog.main_button.click()
    assert len(desk.members.ids(MemberFilter(detail.group.id))) == 3


def test_editing_keeps_what_was_not_touched(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = MemberDialog(context, detail.group, detail)
    show_active(qtbot, dialog)
    assert dialog.main_button.isEnabled()
    assert dialog.language.value == "zh"
    dialog.lines["tags"].setText("团购，新装机, 团购")
    dialog.role.choose(MemberRole.ADMIN)
    dialog.protected.setChecked(True)
    dialog.main_button.click()
    fields = desk.members.detail(detail.row.id).fields
    assert fields.tags == ("团购", "新装机")
    assert fields.role is MemberRole.ADMIN
    assert (fields.protected, fields.language) == (True, "zh")


def test_only_what_was_changed_is_written(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    member = detail.row.id
    desk.members.change(uuid.uuid4(), member, tags=("Hardware, used",), note="One\r\nTwo")
    dialog = MemberDialog(context, detail.group, desk.members.detail(member))
    show_active(qtbot, dialog)
    desk.members.change(uuid.uuid4(), member, phone="139")  # from a list, or another desk
    qtbot.keyClicks(dialog.lines["company"], "Aurora")
    dialog.main_button.click()
    fields = desk.members.detail(member).fields
    assert (fields.phone, fields.company) == ("139", "Aurora")
    assert (fields.tags, fields.note) == (("Hardware, used",), "One\r\nTwo")


def test_saving_what_stands_there_writes_nothing(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = MemberDialog(context, detail.group, detail)
    show_active(qtbot, dialog)
    before = desk.ledger.head()
    dialog.main_button.click()
    assert not dialog.isVisible()
    assert desk.ledger.head() == before


def test_the_language_changes_while_it_is_open(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    dialog = MemberDialog(context, detail.group, detail)
    show_active(qtbot, dialog)
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.role.currentText() == "普通成员"
    assert dialog.lines["phone"].accessibleName().startswith("电话")
    assert_freed(dialog)
