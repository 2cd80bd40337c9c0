# SPDX-License-Identifier: MIT
"""What was typed into a dialog that keeps no draft is not lost to one Esc."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.act_records import AuditFilter, CaseRow
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog
from groupdesk.ui.dialogs.case_correct_dialog import CaseCorrectDialog
from groupdesk.ui.dialogs.case_hand_over_dialog import CaseHandOverDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.link_dialog import LinkDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.outcome_dialogs import AnswerDialog, UndeliveredDialog
from groupdesk.ui.dialogs.reason_dialog import BlockDialog, LiftBlockDialog
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from tests.ui.acting import send_warning
from tests.ui.desks import add_member
from tests.ui.helpers import show_active

Make = Callable[[UiContext, MemberDetail], DialogFrame]


def _lift(context: UiContext, detail: MemberDetail) -> DialogFrame:
    context.desk.blocklist.block(uuid4(), detail.row.person_id, "Insults")
    return LiftBlockDialog(context, context.desk.persons.get(detail.row.person_id))


def _link(context: UiContext, detail: MemberDetail) -> DialogFrame:
    other = add_member(context.desk, detail.group.id, "Wang Xiaoming")
    return LinkDialog(context, detail.row.person_id, other.row.person_id)


def _of_case(dialog: Callable[[UiContext, CaseRow], DialogFrame]) -> Make:
    def make(context: UiContext, detail: MemberDetail) -> DialogFrame:
        send_warning(context.desk, detail)
        return dialog(context, context.desk.cases.get(1))

    return make


DIALOGS: dict[str, Make] = {
    "correct a case": _of_case(
        lambda context, case: CaseCorrectDialog(context, case, context.desk.cases.facts(1))
    ),
    "give a case back": _of_case(
        lambda context, case: CaseHandOverDialog(
            context, replace(case, owner_id=99), to_nobody=True
        )
    ),
    "new member": lambda context, detail: MemberDialog(context, detail.group, None),
    "edit member": lambda context, detail: MemberDialog(context, detail.group, detail),
    "group": lambda context, detail: GroupDialog(context, detail.group),
    "archive": lambda context, detail: ArchiveDialog(context, [detail.group]),
    "block": lambda context, detail: BlockDialog(
        context, context.desk.persons.get(detail.row.person_id)
    ),
    "lift a block": _lift,
    "link": _link,
    "answer": lambda context, detail: AnswerDialog(
        context, send_warning(context.desk, detail, "Please stop."), "W"
    ),
    "not delivered": lambda context, detail: UndeliveredDialog(
        context, send_warning(context.desk, detail, "Please stop."), "W"
    ),
}


def _text_field(dialog: QDialog) -> QWidget:
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit), field
    return field


@pytest.mark.parametrize(
    ("key", "way"),
    [
        *((key, "esc") for key in DIALOGS),
        *(("block", way) for way in ("cancel", "close", "ctrl+w")),
    ],
)
def test_typed_text_is_not_lost_without_a_word(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, key: str, way: str
) -> None:
    dialog = DIALOGS[key](context, detail)
    show_active(qtbot, dialog)
    entries = context.desk.audit.count(AuditFilter())
    qtbot.keyClicks(_text_field(dialog), "Mei saw it")
    if way == "esc":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    elif way == "ctrl+w":
        qtbot.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    elif way == "close":
        dialog.windowHandle().close()
    else:
        leave = {"Cancel", "Leave it as it is"}
        buttons = dialog.findChildren(QPushButton)
        qtbot.mouseClick(next(b for b in buttons if b.text() in leave), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "not saved" in dialog.banner.text
    gone: list[int] = []
    dialog.finished.connect(gone.append)
    close = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Close without saving")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert gone == [QDialog.DialogCode.Rejected]
    assert context.desk.audit.count(AuditFilter()) == entries


@pytest.mark.parametrize("key", DIALOGS)
def test_a_dialog_nobody_wrote_in_closes_at_once(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, key: str
) -> None:
    dialog = DIALOGS[key](context, detail)
    show_active(qtbot, dialog)
    field = _text_field(dialog)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    gone: list[int] = []
    dialog.finished.connect(gone.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert gone == [QDialog.DialogCode.Rejected]


def test_esc_after_a_quit_that_was_thought_better_of_leaves_the_window(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show_active(qtbot, window)
    dialog = MemberDialog(context, detail.group, detail, window)
    dialog.open()
    qtbot.keyClicks(dialog.lines["company"], "Aurora")
    qtbot.keyClick(dialog, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.banner._button.click()
    QApplication.processEvents()
    assert not isValid(dialog)
    assert window.isVisible()
