# SPDX-License-Identifier: MIT
"""A warning that is copied, sent now, sent earlier, or copied twice: what counts, and from when."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.act_records import WarningRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language
from groupdesk.domain.records import MemberDetail, TimelineEntry
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from tests.ui.desks import NOW, Clock, Notices
from tests.ui.helpers import show_active

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], WarningDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Iterator[Open]:
    opened: list[WarningDialog] = []

    def make() -> WarningDialog:
        dialog = WarningDialog(context, context.desk.members.detail(detail.row.id))
        opened.append(dialog)
        show_active(qtbot, dialog)
        return dialog

    yield make
    for dialog in opened:
        if isValid(dialog):
            dialog.deleteLater()


def history(desk: Desk, detail: MemberDetail) -> tuple[TimelineEntry, ...]:
    return desk.timeline.of_member(detail.row.id)


def test_copied_does_not_count_until_sent(
    open_dialog: Open, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.copy_button.click()
    assert "王小明" in QGuiApplication.clipboard().text()
    assert dialog.banner.text == (
        "Copied. Send it in WeCom. It does not count until you say that it was sent."
    )
    (entry,) = history(desk, detail)
    assert entry.state == "prepared"
    assert desk.members.row(detail.row.id).waiting == 1
    dialog.copy_button.click()
    assert len(history(desk, detail)) == 1, "copying the same again records nothing new"
    clock.forward(minutes=3)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert entry.state == "sent"
    assert entry.at == to_text(clock())
    assert desk.drafts.load("warning", membership_id=detail.row.id) is None


def test_sent_earlier_counts_from_then(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    form = dialog.warning
    form.rule.choose("R1")
    assert dialog.main_button.text() == "Record as sent"
    assert form._step_hint() == "Counts until 19 Feb 2027 once it is sent."
    QTest.keyClick(form.sent.check, Qt.Key.Key_Space)
    edit = form.sent.edit
    edit.setSelectedSection(edit.Section.DaySection)
    QTest.keyClicks(edit, "22")
    assert not dialog.main_button.isEnabled()
    assert dialog._missing_label.text() == "Still missing: a time that has passed"
    edit.setSelectedSection(edit.Section.DaySection)
    QTest.keyClicks(edit, "11")
    assert dialog.main_button.text() == "Record as sent 11 Nov, 15:42"
    assert form._step_hint() == "Counts until 9 Feb 2027."
    form.message.look()
    assert "2027年2月9日" in dialog.preview.message.text
    assert "2026年11月11日" in dialog.preview.message.text, "it happened before it was sent about"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert (entry.state, entry.at) == ("sent", "2026-11-11T07:42:00.000Z")
    assert notices.texts[-1].endswith("is recorded. It counts until 9 Feb 2027.")


def test_copied_message_that_was_sent_earlier(
    open_dialog: Open, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.copy_button.click()
    clock.forward(hours=2)
    dialog.warning.sent.check.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert (entry.state, entry.at) == ("sent", to_text(NOW))


def test_text_changed_after_copying_leaves_the_first_one_not_sent(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.copy_button.click()
    dialog.warning.message.text.insertPlainText("再补充一句。")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    states = {entry.state: entry.text for entry in history(desk, detail)}
    assert set(states) == {"sent", "not_sent"}
    assert "再补充一句。" in states["sent"]


def test_waiting_message_is_asked_about(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    desk.warnings.prepare(
        WarningRequest(
            uuid4(), detail.row.id, book.rules[1].id, 2, Channel.PRIVATE, Language.EN, "Hello"
        )
    )
    dialog = open_dialog()
    assert dialog.banner.text == "An earlier message to 王小明 waits (15:42): was it sent?"
    assert dialog.warning.rule.rule == book.rules[1]  # what the member broke last
    dialog.banner._button.click()
    assert dialog.history.isVisible()
