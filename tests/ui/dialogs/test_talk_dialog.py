# SPDX-License-Identifier: MIT
"""The planner of private talks on a real desk."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language, TemplateKind, Tone
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.widgets.talk_form import HELD, NOT_HELD, PLAN
from tests.ui.acting import talk as record_talk
from tests.ui.desks import NOW, Notices, picture_file
from tests.ui.drops import drop, files
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], TalkDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Iterator[Open]:
    opened: list[TalkDialog] = []

    def make() -> TalkDialog:
        dialog = TalkDialog(context, context.desk.members.detail(detail.row.id))
        opened.append(dialog)
        show_active(qtbot, dialog)
        return dialog

    yield make
    for dialog in opened:
        if isValid(dialog):
            dialog.deleteLater()


def test_talk_from_start_to_end_by_keyboard(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    assert dialog._missing_label.text() == "Still missing: the problem or what you agreed on"
    for typed in ("helps newcomers", "posts links", "no other way", "the partner group", "asks"):
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, typed)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    for _week in range(2):
        focus = dialog.focusWidget()
        assert focus is not None
        assert dialog.talk.follow_up.isAncestorOf(focus)
        QTest.keyClick(focus, Qt.Key.Key_Right)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert dict(entry.lines) == {
        "thanks": "helps newcomers",
        "problem": "posts links",
        "cause": "no other way",
        "suggestion": "the partner group",
        "agreement": "asks",
    }
    assert entry.at == to_text(NOW)
    assert entry.until == "2026-11-28"
    assert entry.channel is Channel.PRIVATE
    assert [todo.kind for todo in desk.todo.all()] == ["follow_up"]
    assert notices.texts == ["The talk with 王小明 is recorded. Follow-up on 28 Nov."]


def test_time_to_come_is_said_under_the_field(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.talk.parts["problem"].set_text("posts links")
    later = QDateTime(dialog.talk.happened.edit.dateTime()).addDays(2)
    dialog.talk.happened.edit.setDateTime(later)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert "This moment is still to come." in dialog.talk.happened_field.error


def test_a_talk_is_planned_and_carried_out_with_what_was_prepared(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    dialog.talk.mode.button(PLAN).click()
    assert dialog.main_button.text() == "Plan talk"
    assert dialog.talk.evidence.isHidden()
    dialog.talk.parts["problem"].set_text("posts links")
    dialog.talk.planned_on.chips.button("3").click()
    QTest.keyClick(dialog.talk.at.check, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert notices.texts == ["The talk with 王小明 is planned for 24 Nov, 15:00."]
    (plan,) = desk.talk_plans.of_member(detail.row.id)
    again = open_dialog()
    assert again.banner.text == "Talk planned for 24 Nov, 15:00, by Mei."
    again.talk.parts["thanks"].set_text("my own words")
    again.banner.findChildren(QPushButton)[0].click()
    assert again.talk.parts["problem"].text == "posts links"
    assert again.talk.parts["thanks"].text == "my own words"
    again.talk.mode.button(PLAN).click()
    assert again.main_button.text() == "Change plan"
    again.talk.mode.button(HELD).click()
    again.talk.took_part.setText("Li Na")
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert (entry.kind, dict(entry.lines)["took_part"]) == ("talk", "Li Na")
    assert desk.todo.all() == ()
    with pytest.raises(StateChangedError):
        desk.talk_plans.get(plan.task_id)


def test_a_plan_that_has_passed_is_said_under_the_field(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.talk.mode.button(PLAN).click()
    QTest.keyClick(dialog.talk.at.check, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert "This time has passed." in dialog.talk.planned_field.error


def test_a_talk_that_did_not_take_place_is_recorded_as_offered(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    dialog.talk.parts["agreement"].set_text("hoped for")
    dialog.talk.mode.button(NOT_HELD).click()
    assert dialog.talk.fields["agreement"].isHidden()
    assert dialog.main_button.isEnabled()
    dialog.talk.why.button("declined").click()
    dialog.talk.parts["problem"].set_text("“No time for this”")
    dialog.talk.follow_up.chips.button("3").click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert (entry.state, dict(entry.lines)) == ("declined", {"problem": "“No time for this”"})
    assert notices.texts == ["Recorded: a talk was offered to 王小明. Try again on 24 Nov."]


def test_a_weekend_is_told_and_the_monday_after_it_offered(open_dialog: Open) -> None:
    later = open_dialog().talk.follow_up
    later.chips.button("7").click()
    assert later.day == "2026-11-28"
    assert later._told.text() == "Saturday 28 November, a weekend"
    later.monday.click()
    assert later.day == "2026-11-30"
    assert later.monday.isHidden()
    assert later.chips.current == "other"
    later.chips.button("none").click()
    assert later.day == ""


def test_the_guide_tells_what_was_agreed_and_asks_in_the_language_of_the_member(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    empty = open_dialog()
    assert empty.guide._more.text() == "None yet: this is the first one."
    empty.reject()
    record_talk(desk, detail, follow_up_on="2026-11-28", agreement="asks first")
    (task,) = desk.todo.all()
    desk.follow_ups.done(uuid4(), task.id, Kept.NOT_KEPT, "two links")
    guide = open_dialog().guide
    assert guide._lines[0].text() == (
        "21 Nov, Mei: agreed “asks first”\nAgreement not kept (21 Nov, Mei): two links"
    )
    assert guide._more.isHidden()
    assert "您看可以吗" in guide._questions["agreement"].text()
    guide.languages.button("en").click()
    assert "what do we agree on" in guide._questions["agreement"].text()


def test_a_talk_ticks_the_only_follow_up_that_waits_unless_somebody_says_otherwise(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    assert open_dialog().talk.follows_up.isHidden()
    record_talk(desk, detail, follow_up_on="2026-11-28", agreement="asks first")
    dialog = open_dialog()
    follows = dialog.talk.follows_up
    assert follows.talk.currentText() == "21 Nov, Mei: agreed “asks first”"
    for mode in (NOT_HELD, PLAN):
        dialog.talk.mode.button(mode).click()
        assert follows.isHidden(), "nobody followed anything up"
    dialog.talk.mode.button(HELD).click()
    QTest.keyClick(follows.talk, Qt.Key.Key_Up)
    assert follows.kept_field.isHidden()
    QTest.keyClick(follows.talk, Qt.Key.Key_Down)
    follows.kept.button("partly").click()
    dialog.talk.parts["problem"].set_text("one link since")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert desk.todo.all() == ()
    later = desk.follow_ups.agreements(detail.row.id)[1].follow_up
    assert later is not None
    assert later.kept is Kept.PARTLY
    assert notices.texts == ["The talk with 王小明 is recorded. The earlier follow-up is done."]


def test_of_several_follow_ups_one_is_chosen_and_kept_in_the_draft(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    record_talk(desk, detail, follow_up_on="2026-11-28", agreement="asks first")
    record_talk(desk, detail, follow_up_on="2026-11-24", not_held=NotHeld.NO_ANSWER)
    dialog = open_dialog()
    follows = dialog.talk.follows_up
    texts = [follows.talk.itemText(at) for at in range(follows.talk.count())]
    assert texts[:2] == ["No earlier talk", "21 Nov, Mei: offered, no answer"]
    assert (follows.task_id, follows.kept_field.isHidden()) == (0, True)
    QTest.keyClick(follows.talk, Qt.Key.Key_Down)
    assert follows.kept_field.isHidden(), "nothing was agreed"
    dialog.talk.parts["problem"].set_text("links")
    dialog.reject()
    again = open_dialog()
    assert again.talk.follows_up.task_id == follows_up_of(desk, "try_again")
    again.talk.mode.button(NOT_HELD).click()
    assert again.talk.follows_up.task_id == follows_up_of(desk, "try_again")
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert [item.kind for item in desk.todo.all()] == ["follow_up"]


def test_what_somebody_ended_meanwhile_does_not_keep_a_talk_from_being_recorded(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    record_talk(desk, detail, follow_up_on="2026-11-28", agreement="asks first")
    request = PlanRequest(uuid4(), detail.row.id, "2026-11-24", problem="links")
    task = desk.talk_plans.plan(request).subject_id
    dialog = open_dialog()
    dialog.banner.findChildren(QPushButton)[0].click()
    desk.talk_plans.call_off(uuid4(), task, "He wrote by himself")
    desk.follow_ups.done(uuid4(), follows_up_of(desk, "follow_up"))
    for told in ("ended the planned talk", "recorded the follow-up"):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        assert dialog.isVisible()
        assert told in dialog.banner.text
    assert dialog.talk.follows_up.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert desk.timeline.of_member(detail.row.id)[0].text == "links"


def follows_up_of(desk: Desk, kind: str) -> int:
    return next(item.id for item in desk.todo.all() if item.kind == kind)


def test_opening_is_offered_with_and_without_a_rule_and_copied(open_dialog: Open) -> None:
    dialog = open_dialog()
    for _template in range(dialog.opening.choice.count()):
        assert dialog.opening.preview.foot == "No placeholder left unfilled"
        QTest.keyClick(dialog.opening.choice, Qt.Key.Key_Down)
    dialog.opening.choice.setCurrentIndex(1)
    dialog.talk.rule.choose("R1")
    assert dialog.opening.choice.currentText() == "私下沟通（简短）"
    assert "王小明" in dialog.opening.preview.message.text
    assert "R1" in dialog.opening.preview.message.text
    dialog.opening.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.opening.preview.message.text
    assert "the talk is recorded once it took place" in dialog.banner.text


def test_the_tone_of_the_opening_stays_when_a_rule_is_chosen(open_dialog: Open, desk: Desk) -> None:
    own = TemplateFields(
        TemplateKind.TALK, Language.ZH, Tone.FRIENDLY, "我们的开场", "关于群规 {rule_code}，您好！"
    )
    desk.templates.save(uuid4(), own)
    dialog = open_dialog()
    dialog.opening.choice.setCurrentText("不涉及群规的私下沟通（严肃）")
    dialog.talk.rule.choose("R1")
    assert dialog.opening.choice.currentText() == "私下沟通（严肃）"


def test_the_template_of_a_copied_opening_is_counted_also_after_a_pause(
    open_dialog: Open, desk: Desk
) -> None:
    dialog = open_dialog()
    dialog.opening.copy_button.click()
    dialog.reject()
    again = open_dialog()
    again.talk.parts["problem"].set_text("posts links")
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert desk.templates.usage() == {"zh.talk.no_rule.friendly": 1}


def test_leaving_keeps_the_draft_with_its_screenshots(
    open_dialog: Open, desk: Desk, detail: MemberDetail, tmp_path: Path, notices: Notices
) -> None:
    dialog = open_dialog()
    dialog.talk.parts["cause"].set_text("did not know")
    dialog.talk.channel.button(Channel.PHONE.value).click()
    dialog.talk.rule.choose("R1")
    dialog.talk.took_part.setText("Li Na")
    dialog.talk.follow_up.chips.button("3").click()
    drop(dialog, files(picture_file(tmp_path, "chat.png")))
    before = dialog.contents()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert notices.texts == ["The talk with 王小明 is kept as a draft."]
    again = open_dialog()
    assert again.contents() == before
    assert len(again.talk.evidence.uses()) == 1
    again.talk.parts["agreement"].set_text("asks first")
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert desk.drafts.load("talk", membership_id=detail.row.id) is None
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert len(entry.evidence) == 1


def test_closed_dialog_is_freed(open_dialog: Open) -> None:
    assert_freed(open_dialog())
