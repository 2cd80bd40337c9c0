# SPDX-License-Identifier: MIT
"""Carrying a removal out: ticks by mouse and keys, partly done, lifted, gone stale."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse, RemovalRecord, RemovalRequest
from groupdesk.domain.carrying_out import StepResult
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import EvidenceSource, Ground, MembershipState, SubjectKind, Term
from groupdesk.domain.records import MemberDetail, MemberFields
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.notice_dialog import NoticeDialog
from groupdesk.ui.dialogs.reopen_dialog import ReopenDialog
from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog
from tests.services.two_operators import asked, seat_of
from tests.ui.desks import Clock, png
from tests.ui.helpers import assert_freed, modal_in_front, show_active

LEFT = Qt.MouseButton.LeftButton
NOTICE = "Goodbye, and thank you. <b>Mei</b>"


@pytest.fixture
def removal(desk: Desk, detail: MemberDetail) -> RemovalRecord:
    picture = desk.evidence.take_bytes(png(), "chat.png", EvidenceSource.PASTE)
    receipt = desk.removals.decide(
        RemovalRequest(
            operation=uuid4(),
            membership_id=detail.row.id,
            ground=Ground.COMPROMISED,
            rule_id=None,
            reason="The account sends links by itself.",
            term=Term.MAY_RETURN,
            evidence=(EvidenceUse(picture.id),),
            notice=NOTICE,
        )
    )
    return desk.removals.get(receipt.subject_id)


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, removal: RemovalRecord) -> CarryOutDialog:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    made = CarryOutDialog(context, removal.id, window)
    made.open()
    show_active(qtbot, made)
    assert all(row.resting for row in made.rows.values())
    for row in made.rows.values():  # as if a second had passed
        row.wake()
    return made


def test_the_key_that_recorded_the_removal_ticks_no_step(
    qtbot: QtBot, context: UiContext, desk: Desk, removal: RemovalRecord
) -> None:
    made = CarryOutDialog(context, removal.id)
    show_active(qtbot, made)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(made.focusWidget(), key)
    assert not any(done(desk, removal))
    assert_freed(made)


def test_enter_does_what_stands_out_and_space_ticks_the_step_with_the_focus(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    rows = list(dialog.rows.values())
    rows[2].setFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_Return)
    assert not any(done(desk, removal)), "another step stands out"
    qtbot.keyClick(rows[2], Qt.Key.Key_Space)
    assert done(desk, removal) == [False, False, True, False, False]
    assert dialog.focusWidget() is rows[0]
    assert_freed(dialog)


def test_a_remark_that_was_not_recorded_is_not_lost_without_a_word(
    qtbot: QtBot, dialog: CarryOutDialog
) -> None:
    row = next(iter(dialog.rows.values()))
    qtbot.keyClicks(row.result, "told by phone")
    qtbot.mouseClick(dialog.main_button, LEFT)
    assert dialog.isVisible()
    assert "not saved" in dialog.banner.text
    row.result.clear()
    qtbot.mouseClick(dialog.main_button, LEFT)
    assert not dialog.isVisible()
    assert_freed(dialog)


def test_ctrl_enter_in_a_remark_records_its_step_and_what_asked_about_it_goes(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    row = next(iter(dialog.rows.values()))
    row.result.setFocus()
    qtbot.keyClicks(row.result, "told by phone")
    dialog.reject()
    assert "not saved" in dialog.banner.text
    qtbot.keyClick(row.result, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done(desk, removal) == [True, *[False] * 4]
    assert dialog.isVisible()
    assert dialog.banner.isHidden()
    assert_freed(dialog)


def test_the_arrows_bring_the_step_they_choose_into_sight(
    qtbot: QtBot, dialog: CarryOutDialog
) -> None:
    dialog.resize(dialog.width(), 420)
    rows = list(dialog.rows.values())
    for row in rows[:-1]:
        qtbot.keyClick(row, Qt.Key.Key_Down)
    assert dialog.focusWidget() is rows[-1]
    qtbot.waitUntil(lambda: not rows[-1].visibleRegion().isEmpty())
    assert_freed(dialog)


def test_the_head_names_who_asked_and_who_approved(
    qtbot: QtBot, context: UiContext, desk: Desk, clock: Clock
) -> None:
    an = seat_of(desk)
    waiting = asked(desk)
    clock.forward(days=1)
    an.approvals.approve(uuid4(), [waiting], "Also told the sales team.")
    made = CarryOutDialog(context, waiting)
    when = context.dates.moment(clock(), clock())
    *_, last = made.about.splitlines()
    assert last == f"Asked for by Mei, approved {when} by An · Also told the sales team."
    assert_freed(made)


def done(desk: Desk, removal: RemovalRecord) -> list[bool]:
    return [bool(step.done_at) for step in desk.removals.get(removal.id).steps]


def test_steps_are_ticked_by_mouse_and_by_space(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord, clock: Clock
) -> None:
    rows = list(dialog.rows.values())
    assert dialog.focusWidget() is rows[0]
    clock.forward(minutes=3)
    qtbot.keyClicks(rows[0].result, "by the picture")
    qtbot.mouseClick(rows[0].button, LEFT)
    assert rows[0].done_text == "Done 21 Nov, 15:45 by Mei · by the picture"
    assert dialog.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Qt.Key.Key_Space)
    assert done(desk, removal) == [True, True, *[False] * 3]
    assert desk.members.row(removal.membership_id).state is MembershipState.ACTIVE
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert_freed(dialog)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_ticks_step_after_step_and_leaves_the_dialog_open(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord, key: Qt.Key
) -> None:
    rows = list(dialog.rows.values())
    qtbot.keyClick(dialog.focusWidget(), key)
    assert done(desk, removal) == [True, *[False] * 4]
    assert dialog.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Qt.Key.Key_Tab)
    assert dialog.focusWidget() is rows[1].result
    qtbot.keyClicks(rows[1].result, "told by phone")
    qtbot.keyClick(rows[1].result, key)
    assert done(desk, removal) == [True, True, *[False] * 3]
    assert rows[1].done_text.endswith("told by phone")
    qtbot.keyClick(rows[0], key)
    assert done(desk, removal) == [True, True, *[False] * 3], "what is done stays as it is"
    assert dialog.isVisible()
    qtbot.keyClick(dialog.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert done(desk, removal) == [True, True, *[False] * 3]
    assert_freed(dialog)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_that_is_held_or_pressed_twice_ticks_one_step(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord, key: Qt.Key
) -> None:
    rows = list(dialog.rows.values())
    qtbot.keyClick(dialog.focusWidget(), key)
    qtbot.keyClick(dialog.focusWidget(), key)
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(rows[1], held)
    assert done(desk, removal) == [True, *[False] * 4]
    assert dialog.focusWidget() is rows[1]
    qtbot.waitUntil(lambda: not rows[1].resting)
    QApplication.sendEvent(rows[1], held)
    assert done(desk, removal) == [True, *[False] * 4]
    qtbot.keyClick(rows[1], key)
    assert done(desk, removal) == [True, True, *[False] * 3]
    assert_freed(dialog)


def test_space_in_a_remark_is_a_space(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    row = next(iter(dialog.rows.values()))
    row.result.setFocus()
    qtbot.keyClicks(row.result, "a b")
    assert row.result.text() == "a b"
    assert not any(done(desk, removal))
    assert_freed(dialog)


def test_what_is_partly_done_is_still_there_another_day(
    context: UiContext, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    desk.carrying_out.tick(uuid4(), removal.steps[0], text="found")
    assert_freed(dialog)
    again = CarryOutDialog(context, removal.id)
    again.open()
    texts = [row.done_text for row in again.rows.values()]
    assert texts == ["Done 21 Nov, 15:42 by Mei · found", *[""] * 4]
    told = "Remove 王小明 in WeCom yourself and tick what you did. 1 of 5 steps done"
    assert again.about.splitlines()[0] == told
    assert_freed(again)


def test_the_notice_is_copied_at_its_step_and_counts_for_nothing(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    copy = dialog.copies.buttons["send_notice"]
    place = copy.mapToGlobal(copy.rect().center())
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == NOTICE
    QApplication.processEvents()
    assert copy.mapToGlobal(copy.rect().center()) == place, "the next click would miss"
    assert not any(done(desk, removal))
    for row in dialog.rows.values():
        qtbot.mouseClick(row.button, LEFT)
    assert all(done(desk, removal))
    assert dialog.about.splitlines()[0] == "All steps are done."
    assert copy.isHidden()
    assert_freed(dialog)


def test_two_clicks_tick_once(
    qtbot: QtBot, context: UiContext, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    waiting: list[Callable[[], None]] = []

    class Slow:
        def run(self, owner: object, work: object, done: object, failed: object) -> None:
            waiting.append(lambda: done(work()))  # type: ignore[operator]

    object.__setattr__(context, "runner", Slow())
    row = next(iter(dialog.rows.values()))
    qtbot.mouseDClick(row.button, LEFT)
    qtbot.mouseClick(row.button, LEFT)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert len(waiting) == 1
    waiting[0]()
    assert done(desk, removal) == [True, *[False] * 4]
    assert_freed(dialog)


def test_a_step_that_somebody_ticked_meanwhile(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    desk.carrying_out.tick(uuid4(), removal.steps[0])
    row = next(iter(dialog.rows.values()))
    qtbot.mouseClick(row.button, LEFT)
    assert "ticked in the meantime" in dialog.banner.text
    assert row.done_text == "Done 21 Nov, 15:42 by Mei"
    assert_freed(dialog)


def test_lifting_it_leads_to_a_reason_and_stops_the_steps(
    qtbot: QtBot, context: UiContext, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    qtbot.mouseClick(dialog._lift, LEFT)
    lifting = modal_in_front()
    assert isinstance(lifting, ReversalDialog)
    assert not lifting.main_button.isEnabled()
    lifting.reason.set_text("It was the wrong account.")
    qtbot.mouseClick(lifting.main_button, LEFT)
    assert desk.removals.get(removal.id).reversed_at
    assert_freed(lifting)
    again = CarryOutDialog(context, removal.id)
    again.open()
    lifted = "This removal was lifted on 21 Nov, 15:42. Do not carry it out."
    assert again.about.splitlines()[0] == lifted
    assert again.rows == {}
    assert again._lift.isHidden()
    assert_freed(again)


def test_a_removal_lifted_meanwhile_takes_no_tick(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    desk.reversals.record(uuid4(), SubjectKind.REMOVAL, removal.id, "wrong person")
    rows = list(dialog.rows.values())
    qtbot.mouseClick(rows[0].button, LEFT)
    assert "lifted in the meantime" in dialog.banner.text
    assert "Do not carry it out" in dialog.about
    assert all(row.isHidden() for row in rows)
    assert_freed(dialog)


def test_at_a_small_window_all_steps_can_be_reached(dialog: CarryOutDialog) -> None:
    dialog.resize(640, 480)
    QApplication.processEvents()
    assert dialog.height() == 480
    assert dialog.rect().contains(dialog.main_button.geometry())
    assert_freed(dialog)


def test_nothing_moves_once_the_steps_are_shown(context: UiContext, removal: RemovalRecord) -> None:
    made = CarryOutDialog(context, removal.id)
    made.open()
    places = [row.geometry() for row in made.rows.values()]
    QApplication.processEvents()
    assert [row.geometry() for row in made.rows.values()] == places
    assert_freed(made)


def test_what_could_not_be_done_wants_a_word_and_stays_open(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    row = dialog.rows["remove"]
    row.say_why(StepResult.COULD_NOT)
    assert row.button.text().strip() == "Record as not possible"
    qtbot.mouseClick(row.button, LEFT)
    assert row.error == "Write briefly why."
    assert not any(done(desk, removal))
    qtbot.keyClicks(row.result, "no admin")
    qtbot.mouseClick(row.button, LEFT)
    assert row.tried_text == "Tried 21 Nov, 15:42 by Mei: no admin"
    assert row.button.text().strip() == "Record as done", "it can be tried again"
    assert not any(done(desk, removal))
    assert_freed(dialog)


def test_keys_go_from_step_to_step_and_to_the_remark_and_the_time(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord, clock: Clock
) -> None:
    first, second, *_ = dialog.rows.values()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert dialog.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_R)
    assert dialog.focusWidget() is first.result
    first.setFocus()
    clock.forward(minutes=30)
    qtbot.keyClick(first, Qt.Key.Key_T)
    first.time.set_moment("2026-11-21T07:50:00.000Z")
    qtbot.mouseClick(first.button, LEFT)
    assert first.done_text == "Done 21 Nov, 15:50 by Mei, recorded 21 Nov, 16:12"
    assert_freed(dialog)


def test_a_slip_is_taken_back_at_once_and_later_with_a_reason(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord, clock: Clock
) -> None:
    row = dialog.rows["remove"]
    qtbot.mouseClick(row.button, LEFT)
    qtbot.mouseClick(row.again, LEFT)
    assert not any(done(desk, removal))
    qtbot.mouseClick(row.button, LEFT)
    clock.forward(minutes=2)
    qtbot.mouseClick(row.again, LEFT)
    asking = modal_in_front()
    assert isinstance(asking, ReopenDialog)
    asking.reason.set_text("They are still in the list.")
    qtbot.mouseClick(asking.main_button, LEFT)
    qtbot.waitUntil(lambda: bool(row.tried_text))
    assert row.tried_text.endswith("They are still in the list.")
    assert_freed(dialog)


def test_what_became_of_the_notice_opens_its_step_again(
    qtbot: QtBot, dialog: CarryOutDialog, desk: Desk, removal: RemovalRecord
) -> None:
    row = dialog.rows["send_notice"]
    qtbot.mouseClick(row.button, LEFT)
    qtbot.mouseClick(row.outcome, LEFT)
    asking = modal_in_front()
    assert isinstance(asking, NoticeDialog)
    assert asking.state.value is NoticeState.ACKNOWLEDGED
    asking.state.choose(NoticeState.NOT_DELIVERED)
    asking.state.chosen.emit()
    assert not asking.main_button.isEnabled()
    asking.note.set_text("They blocked us.")
    qtbot.mouseClick(asking.main_button, LEFT)
    qtbot.waitUntil(lambda: "They blocked us." in row.tried_text)
    states = [one.state.value for one in desk.notices.of(SubjectKind.REMOVAL, removal.id)]
    assert states == ["sent", "not_delivered"]
    assert_freed(dialog)


def test_notices_of_a_batch_go_out_one_by_one(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    others = [desk.members.add(uuid4(), detail.group.id, MemberFields(name)) for name in "甲乙"]
    ids = (detail.row.id, *(one.subject_id for one in others))
    picture = desk.evidence.take_bytes(png(), "chat.png", EvidenceSource.PASTE)
    batch = BatchRequest(
        operation=uuid4(),
        members=tuple(BatchMember(ident, notice=f"Dear {ident}") for ident in ids),
        ground=Ground.COMPROMISED,
        reason="The accounts send links by themselves.",
        term=Term.MAY_RETURN,
        evidence=(EvidenceUse(picture.id),),
    )
    made = CarryOutDialog(context, desk.removal_batches.decide(batch).subject_id)
    made.open()
    show_active(qtbot, made)
    row, copy = made.rows["send_notice"], made.copies.buttons["send_notice"]
    assert copy.isHidden()
    qtbot.mouseClick(made.one_by_one, LEFT)
    sent = []
    for _member in ids:
        assert made.focusWidget() is copy, "Enter copies, then Tab leads to recording it"
        qtbot.keyClick(copy, Qt.Key.Key_Space)
        sent.append(QGuiApplication.clipboard().text())
        qtbot.mouseClick(row.button, LEFT)
    assert sent == [f"Dear {ident}" for ident in ids]
    made.whom.box.setCurrentIndex(0)
    assert row.done_text == "3 of 3 done"
    assert made.one_by_one.isHidden()
    assert_freed(made)


def test_one_tick_serves_all_members_of_a_batch(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    other = desk.members.add(uuid4(), detail.group.id, MemberFields("李伟")).subject_id
    picture = desk.evidence.take_bytes(png(), "chat.png", EvidenceSource.PASTE)
    batch = BatchRequest(
        operation=uuid4(),
        members=(BatchMember(detail.row.id), BatchMember(other)),
        ground=Ground.COMPROMISED,
        reason="Both accounts send links by themselves.",
        term=Term.MAY_RETURN,
        evidence=(EvidenceUse(picture.id),),
    )
    first = desk.removal_batches.decide(batch).subject_id
    made = CarryOutDialog(context, first)
    made.open()
    show_active(qtbot, made)
    assert made.windowTitle() == "Remove 2 members in WeCom"
    qtbot.mouseClick(made.rows["remove"].button, LEFT)
    assert desk.members.row(other).state is MembershipState.REMOVED
    assert made.rows["remove"].done_text == "2 of 2 done"
    made.whom.box.setCurrentIndex(2)
    assert made.windowTitle() == "Remove 李伟 in WeCom"
    qtbot.mouseClick(made.rows["find_member"].button, LEFT)
    made.whom.box.setCurrentIndex(0)
    assert made.rows["find_member"].done_text == "1 of 2 done · still open: 王小明"
    (line,) = desk.todo.lines()
    assert (line.members, line.done, line.of) == (2, 3, 8)
    assert_freed(made)
