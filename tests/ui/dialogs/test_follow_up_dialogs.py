# SPDX-License-Identifier: MIT
"""Follow-ups, moved and called-off talks, and recognition: from Today and from the timeline."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberDetail, TimelineEntry
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.follow_up_dialog import FollowUpDialog
from groupdesk.ui.dialogs.move_dialog import MoveDialog
from groupdesk.ui.dialogs.recognition_dialog import RecognitionDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.talk_reason_dialogs import CallOffDialog, TakeBackDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.due.talks import TalkTodo
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.talk_acts import TalkActs
from groupdesk.ui.widgets.recognition_panel import RecognitionPanel
from groupdesk.ui.widgets.timeline_view import TimelineView
from tests.ui.acting import dialog, talk
from tests.ui.desks import Clock, Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    show_active(qtbot, made)
    yield made
    for child in made.findChildren(QDialog):
        if isValid(child):
            child.deleteLater()
    made.deleteLater()


@pytest.fixture
def acts(context: UiContext, window: QWidget) -> TalkActs:
    return TalkActs(context, window)


def plan(desk: Desk, detail: MemberDetail, due_on: str = "2026-11-24") -> int:
    request = PlanRequest(
        uuid4(), detail.row.id, due_on, "10:30", Channel.PHONE, problem="posts links"
    )
    return desk.talk_plans.plan(request).subject_id


def due(desk: Desk, detail: MemberDetail) -> int:
    talk(desk, detail, follow_up_on="2026-11-24", agreement="asks first")
    return next(item.id for item in desk.todo.all() if item.kind == "follow_up")


def record(asked: QDialog) -> None:
    QTest.keyClick(asked, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()


def newest(desk: Desk, detail: MemberDetail) -> TimelineEntry:
    return desk.timeline.of_member(detail.row.id)[0]


def test_the_result_of_a_follow_up_is_recorded_by_keyboard(
    acts: TalkActs, desk: Desk, detail: MemberDetail, notices: Notices, clock: Clock
) -> None:
    task = due(desk, detail)
    clock.forward(days=5)
    acts.follow_up(task)
    asked = dialog(FollowUpDialog)
    assert asked._agreed.text() == "21 Nov, Mei: agreed “asks first”"
    assert "was due 24 Nov" in asked._subtitle.text()
    focus = asked.focusWidget()
    assert focus is not None
    for _step in range(2):
        QTest.keyClick(asked.focusWidget() or focus, Qt.Key.Key_Left)
    asked.found.setFocus()
    QTest.keyClicks(asked.found, "one link")
    record(asked)
    later = newest(desk, detail).follow_up
    assert later is not None
    assert (later.kept, later.result) == (Kept.PARTLY, "one link")
    assert notices.texts == ["The follow-up with 王小明 is recorded."]
    acts.follow_up(task)
    assert "ticked" in notices.texts[-1] or "done" in notices.texts[-1]


@pytest.mark.parametrize(("key", "kind"), [("talk", TalkDialog), ("warn", WarningDialog)])
def test_the_next_step_opens_from_there(
    acts: TalkActs, desk: Desk, detail: MemberDetail, key: str, kind: type[QDialog]
) -> None:
    acts.follow_up(due(desk, detail))
    asked = dialog(FollowUpDialog)
    asked.kept.button("not_kept").click()
    asked.next.button(key).click()
    record(asked)
    dialog(kind).reject()
    later = newest(desk, detail).follow_up
    assert later is not None
    assert later.kept is Kept.NOT_KEPT


def test_a_talk_that_was_offered_in_vain_is_tried_again(
    acts: TalkActs, context: UiContext, desk: Desk, detail: MemberDetail, window: QWidget
) -> None:
    talk(desk, detail, follow_up_on="2026-11-24", not_held=NotHeld.NO_ANSWER)
    (item,) = desk.todo.all()
    assert item.kind == "try_again"
    assert TalkTodo(context, window).words(item)[0] == "Ask 王小明 for a talk again"
    acts.follow_up(item.id)
    asked = dialog(FollowUpDialog)
    assert asked.kept_field.isHidden()
    assert asked._agreed.text() == "21 Nov, Mei: offered, no answer"
    record(asked)
    dialog(TalkDialog).reject()
    assert desk.todo.all() == ()


def test_a_follow_up_is_put_off_and_tells_when_it_was_first_due(
    acts: TalkActs, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    acts.move_follow_up(due(desk, detail))
    asked = dialog(MoveDialog)
    assert asked.at.isHidden()
    asked.day.set_day("2026-11-24")
    record(asked)
    assert "planned for this day already" in asked.day_field.error
    asked.day.chips.button("30").click()
    asked.reason.setText("On holiday")
    record(asked)
    assert notices.texts == ["Moved to 21 Dec."]
    view = TimelineView(context, MemberActs(context, acts._window()))
    view.set_entries(desk.timeline.of_member(detail.row.id))
    lines = view.cards[0]._lines
    assert lines is not None
    assert "Follow-up on 21 Dec (first set for 24 Nov)" in lines.text()
    view.deleteLater()


def test_a_plan_is_moved_with_its_time_and_called_off(
    acts: TalkActs, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    task = plan(desk, detail)
    acts.move_plan(task)
    asked = dialog(MoveDialog)
    assert asked.at.time == "10:30"
    asked.day.chips.button("7").click()
    record(asked)
    assert (newest(desk, detail).until, newest(desk, detail).due_time) == ("2026-11-28", "10:30")
    acts.call_off(task)
    why = dialog(CallOffDialog)
    assert not why.main_button.isEnabled()
    QTest.keyClicks(why.reason, "He wrote by himself")
    record(why)
    assert newest(desk, detail).reversal_reason == "He wrote by himself"
    acts.call_off(task)
    assert "called off" in notices.texts[-1]


def test_the_timeline_offers_what_a_plan_and_a_follow_up_ask_for(
    context: UiContext, window: QWidget, desk: Desk, detail: MemberDetail
) -> None:
    due(desk, detail)
    plan(desk, detail)
    desk.recognition.record(uuid4(), detail.row.id, "Wrote a guide", "2026-04-12")
    view = TimelineView(context, MemberActs(context, window), window)
    view.set_entries(desk.timeline.of_member(detail.row.id))
    planned, held, good = view.cards
    assert planned.accessibleName().startswith("Talk planned for 24 Nov, 10:30, posts links")
    assert [card._offer.text() for card in (planned, held) if card._offer] == [
        "Open talk…",
        "Result…",
    ]
    assert good._offer is None
    assert good._quoted is not None
    assert good._quoted.text() == "Wrote a guide"
    assert good.entry is not None
    texts = [action.text() for action in view.menu_for(good.entry).actions()]
    assert texts == ["Take back…"]
    assert planned._offer is not None
    planned._offer.click()
    opened = dialog(TalkDialog)
    assert opened.talk.parts["problem"].text == "posts links"
    opened.reject()


def test_recognition_is_recorded_shown_before_a_warning_and_taken_back(
    acts: TalkActs, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    assert RecognitionPanel(context, detail.row.id).isHidden()
    acts.recognise(detail)
    asked = dialog(RecognitionDialog)
    assert asked._missing_label.text() == "Still missing: what they did"
    QTest.keyClicks(asked.text, "Helped 3 newcomers")
    record(asked)
    assert notices.texts == ["Recorded what 王小明 did well."]
    for day in ("2026-04-12", "2026-03-01"):
        desk.recognition.record(uuid4(), detail.row.id, "Wrote a guide", day)
    composer = WarningDialog(context, detail)
    panel = composer.findChildren(RecognitionPanel)[0]
    assert panel.lines.text() == "Helped 3 newcomers · 21 Nov\nWrote a guide · 12 Apr"
    panel.all.click()
    assert len(panel.lines.text().splitlines()) == 3
    composer.keeper.stop()
    composer.deleteLater()
    acts.take_back(desk.recognition.of_member(detail.row.id)[0].id, "Helped 3 newcomers")
    why = dialog(TakeBackDialog)
    QTest.keyClicks(why.reason, "Somebody else")
    record(why)
    assert len(desk.recognition.of_member(detail.row.id)) == 2


def test_closed_dialogs_are_freed(context: UiContext, desk: Desk, detail: MemberDetail) -> None:
    follow_up, planned = due(desk, detail), plan(desk, detail)
    for made in (
        FollowUpDialog(context, desk.follow_ups.get(follow_up)),
        MoveDialog(context, desk.talk_plans.get(planned)),
        CallOffDialog(context, desk.talk_plans.get(planned)),
        RecognitionDialog(context, detail),
        TakeBackDialog(context, 1, "Helped"),
    ):
        made.show()
        assert_freed(made)
