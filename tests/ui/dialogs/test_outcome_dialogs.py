# SPDX-License-Identifier: MIT
"""What became of a message, said on a real desk."""

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.outcome_dialogs import (
    AnswerDialog,
    OutcomeDialog,
    SentEarlierDialog,
    UndeliveredDialog,
)
from tests.ui.acting import prepare_warning, send_warning
from tests.ui.desks import NOW, Clock, Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def test_answer_is_kept_with_the_warning(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = AnswerDialog(context, send_warning(desk, detail), "Warning 1")
    show_active(qtbot, dialog)
    QTest.keyClicks(dialog.reply, "Sorry, I will stop.")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert entry.state == "acknowledged"
    assert entry.reply == "Sorry, I will stop."
    assert_freed(dialog)


def test_message_that_was_not_sent_cannot_be_answered(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = AnswerDialog(context, prepare_warning(desk, detail), "Warning 1")
    show_active(qtbot, dialog)
    dialog.reply.set_text("Sorry")
    dialog.main_button.click()
    assert dialog.isVisible()
    assert "recorded for this message in the meantime" in dialog.banner.text
    assert dialog.reply.text == "Sorry"
    assert_freed(dialog)


@pytest.mark.parametrize("note", ["has blocked us", ""])
def test_message_that_was_not_delivered_no_longer_counts(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    notices: Notices,
    note: str,
) -> None:
    dialog = UndeliveredDialog(context, send_warning(desk, detail), "Warning 1")
    show_active(qtbot, dialog)
    assert dialog.focusWidget() is dialog.note
    QTest.keyClicks(dialog.note, note)
    assert desk.members.row(detail.row.id).standing == 2, "nothing is recorded without a word"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert entry.state == "not_delivered"
    assert dict(entry.lines).get("not_delivered", "") == note
    assert desk.members.row(detail.row.id).standing == 0
    assert notices.texts == ["Recorded as not delivered; it does not count."]
    assert_freed(dialog)


def test_note_that_is_too_long_is_said_under_the_field(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = UndeliveredDialog(context, send_warning(desk, detail), "Warning 1")
    show_active(qtbot, dialog)
    dialog.note.set_text("x" * 100_000)
    dialog.main_button.click()
    assert "Shorten it" in dialog.field.error
    QTest.keyClick(dialog.note, Qt.Key.Key_Backspace)
    assert dialog.field.error == ""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.members.row(detail.row.id).standing == 2
    assert_freed(dialog)


def test_copied_message_was_sent_a_while_ago(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    clock: Clock,
    notices: Notices,
) -> None:
    warning = prepare_warning(desk, detail)
    clock.forward(days=2)
    dialog = SentEarlierDialog(context, warning, "Warning 1", to_text(NOW))
    show_active(qtbot, dialog)
    edit = dialog.sent.edit
    assert edit.dateTime().toString("yyyy-MM-dd HH:mm") == "2026-11-21 15:42"
    edit.setDateTime(QDateTime(2026, 11, 24, 9, 0, 0))
    assert dialog._missing_label.text() == "Still missing: a time that has passed"
    assert not dialog.main_button.isEnabled()
    edit.setDateTime(QDateTime(2026, 11, 21, 15, 42, 0))
    edit.setSelectedSection(edit.Section.MinuteSection)
    QTest.keyClicks(edit, "55")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert (entry.state, entry.at) == ("sent", "2026-11-21T07:55:00.000Z")
    assert notices.texts == ["Recorded as sent 21 Nov, 15:55; it counts from then on."]
    assert_freed(dialog)


@pytest.mark.parametrize("kind", [AnswerDialog, UndeliveredDialog])
def test_they_change_language_while_they_are_open(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    kind: type[AnswerDialog | UndeliveredDialog],
) -> None:
    dialog: OutcomeDialog = kind(context, send_warning(desk, detail), "Warning 1")
    show_active(qtbot, dialog)
    context.translations.set_language("zh")
    QApplication.processEvents()
    for text in (dialog.windowTitle(), dialog.main_button.text(), dialog._leave.text()):
        assert not text.isascii(), text
    assert_freed(dialog)


def test_a_usual_reason_takes_one_press(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = UndeliveredDialog(context, send_warning(desk, detail), "Warning 1")
    show_active(qtbot, dialog)
    chips = dialog.reasons.findChildren(QPushButton)
    QTest.keyClick(chips[0], Qt.Key.Key_Space)
    assert dialog.note.text == "Has blocked us."
    assert dialog.focusWidget() is dialog.note
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert entry.lines == (("not_delivered", "Has blocked us."),)
