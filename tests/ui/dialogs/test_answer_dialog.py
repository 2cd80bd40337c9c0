# SPDX-License-Identifier: MIT
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import WarningRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.answer_dialog import AnswerDialog
from tests.ui.desks import NOW
from tests.ui.helpers import assert_freed, show_active


def test_answer_is_kept_with_the_warning(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    request = WarningRequest(
        uuid4(), detail.row.id, book.rules[0].id, 2, Channel.PRIVATE, Language.EN, "Hello"
    )
    warning = desk.warnings.record_sent(request, to_text(NOW)).subject_id
    dialog = AnswerDialog(context, warning, "Warning 1")
    show_active(qtbot, dialog)
    QTest.keyClicks(dialog.reply, "Sorry, I will stop.")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert entry.state == "acknowledged"
    assert entry.reply == "Sorry, I will stop."
    assert_freed(dialog)


def test_message_that_was_not_sent_cannot_be_answered(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    request = WarningRequest(
        uuid4(), detail.row.id, book.rules[0].id, 2, Channel.PRIVATE, Language.EN, "Hello"
    )
    dialog = AnswerDialog(context, desk.warnings.prepare(request).subject_id, "Warning 1")
    show_active(qtbot, dialog)
    dialog.reply.set_text("Sorry")
    dialog.main_button.click()
    assert dialog.isVisible()
    assert "already recorded for this message" in dialog.banner.text
    assert dialog.reply.text == "Sorry"
    assert_freed(dialog)
