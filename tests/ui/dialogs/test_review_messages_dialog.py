# SPDX-License-Identifier: MIT
"""Reminders of a review: each member in their language, copied one after the other by keys."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform, Topic
from groupdesk.domain.records import GroupFields
from groupdesk.domain.review_enums import ReviewChoice, ReviewStage
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.review_messages_dialog import ReviewMessagesDialog
from tests.ui.desks import Notices
from tests.ui.helpers import show_active
from tests.ui.review_desk import colleague, decide, rows, started

CONTROL = Qt.KeyboardModifier.ControlModifier
REMIND = ReviewChoice.REMIND


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, desk: Desk) -> ReviewMessagesDialog:
    """Return the composer of reminders to Ann, Bo and Cem; Bo is written to in Chinese."""
    review = decide(desk, started(desk), REMIND, "Ann", "Bo", "Cem")
    ids = [row.id for row in rows(desk, review).values()]
    targets = desk.upkeep.review_messages.to_write(review.id, REMIND, ids)
    return ReviewMessagesDialog(context, review, REMIND, targets)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_each_is_copied_in_their_language_and_the_next_one_comes_to_the_front(
    qtbot: QtBot, dialog: ReviewMessagesDialog, desk: Desk, notices: Notices
) -> None:
    show_active(qtbot, dialog)
    assert dialog.current.name == "Ann"
    assert dialog.preview.text.startswith("Hello Ann,")
    assert not dialog.courtesy.problems
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, CONTROL)
    assert clipboard().startswith("Hello Ann,")
    assert "5 December 2026" in clipboard(), "the day on which the waiting days end"
    assert dialog.current.name == "Bo"
    assert dialog._told.text().startswith("Copied: the message to Ann."), "and nothing moved"
    assert not dialog.banner.text
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, CONTROL)
    assert clipboard().startswith("Bo，您好")
    assert dialog.main_button.text() == "Record 2 as sent"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    known = rows(desk, dialog._review)
    assert known["Ann"].stage is known["Bo"].stage is ReviewStage.WAITING
    assert known["Cem"].stage is ReviewStage.TO_SEND, "who was not written to stays to be done"
    assert notices.texts[-1] == "2 messages are recorded as sent."


def test_a_mark_is_taken_off_by_space_and_all_can_be_prepared(
    qtbot: QtBot, dialog: ReviewMessagesDialog, desk: Desk
) -> None:
    assert not dialog.main_button.isEnabled(), "nothing was copied yet"
    dialog.all_button.click()
    assert dialog.table.model_of_targets.index(0, 2).data() == "marked", "nothing was copied yet"
    show_active(qtbot, dialog)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.main_button.text() == "Record 2 as sent"
    qtbot.mouseClick(dialog.states.button("prepared"), Qt.MouseButton.LeftButton)
    assert dialog.main_button.text() == "Keep 2 as prepared"
    dialog.main_button.click()
    known = rows(desk, dialog._review)
    assert known["Ann"].stage is ReviewStage.TO_SEND
    assert known["Bo"].stage is ReviewStage.PREPARED


def test_a_wording_of_ones_own_holds_for_all_it_is_for_and_gaps_are_not_copied(
    dialog: ReviewMessagesDialog,
) -> None:
    dialog.area.set_text("Dear {member_name}, {write:Why} Please ask {helper_contact}. Thank you!")
    dialog._follow()
    dialog._on_copy()
    assert "gaps" in dialog.banner.text
    assert not dialog.table.marked
    dialog.area.set_text("Dear {member_name}, please ask {helper_contact}. Thank you!")
    dialog.table.selectRow(2)
    assert dialog.preview.text.startswith("Dear Cem,")
    dialog.table.selectRow(1)
    assert dialog.preview.text.startswith("Bo，您好"), "the other language keeps its own"
    short = dialog.letters.offered(dialog.letters.of(dialog.current))[1]
    dialog.template.choose(short.id)
    dialog.template.chosen.emit()
    dialog._follow()
    assert dialog.preview.text.endswith("——Mei")


def test_what_changed_meanwhile_is_said_and_nothing_is_lost(
    dialog: ReviewMessagesDialog, desk: Desk
) -> None:
    dialog.area.set_text("Dear {member_name}, please ask {helper_contact}. Thank you!")
    dialog.table.mark_all()
    decide(colleague(desk), dialog._review, ReviewChoice.KEEP, "Ann")
    dialog.main_button.click()
    assert dialog.banner.text.startswith("Arun has decided meanwhile: Ann (Keep).")
    assert "noted nowhere" in dialog.banner.text, "Ann's was copied, perhaps sent"
    assert dialog.area.text.startswith("Dear {member_name}")
    assert dialog.main_button.text() == "Record 2 as sent"
    dialog.main_button.click()
    known = rows(desk, dialog._review)
    assert known["Ann"].stage is ReviewStage.KEPT
    assert known["Bo"].stage is known["Cem"].stage is ReviewStage.WAITING


def test_nobody_is_copied_who_is_protected_by_now(
    qtbot: QtBot, dialog: ReviewMessagesDialog, desk: Desk, context: UiContext
) -> None:
    show_active(qtbot, dialog)
    QGuiApplication.clipboard().setText("before")
    desk.members.change(uuid4(), dialog.current.membership_id, protected=True)
    context.events.publish({Topic.MEMBERS})
    assert "Ann" in dialog.banner.text
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "before"
    dialog.table.mark_all()
    assert dialog.main_button.text() == "Record 2 as sent"


def test_each_is_pasted_where_their_group_is(
    context: UiContext, desk: Desk, dialog: ReviewMessagesDialog
) -> None:
    slack = GroupFields("Slack group", Platform.SLACK, Language.EN)
    other = desk.groups.create(uuid4(), slack).subject_id
    targets = [replace(dialog.table.targets[1], group_id=other), *dialog.table.targets[:1]]
    both = ReviewMessagesDialog(context, dialog._review, REMIND, targets, others=2)
    assert "in Slack" in both._told.text()
    assert "2 more follow" in both._told.text()
    both.table.selectRow(1)
    assert "in WeCom" in both._told.text()
