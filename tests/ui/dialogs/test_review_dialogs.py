# SPDX-License-Identifier: MIT
"""The windows of a review: counted live, decided with reasons, looked at again, confirmed."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Language, Platform, Topic
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import GroupFields
from groupdesk.domain.review_enums import (
    GroupNoteKind,
    ReviewChoice,
    ReviewCriterion,
    ReviewEntryKind,
    ReviewLeftOut,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import MessagesRequest, ReviewRequest
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.models.people import Group
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.review_again_dialog import ReviewAgainDialog
from groupdesk.ui.dialogs.review_decide_dialog import ReviewDecideDialog
from groupdesk.ui.dialogs.review_left_out_dialog import ReviewLeftOutDialog
from groupdesk.ui.dialogs.review_print_dialog import ReviewPrintDialog
from groupdesk.ui.dialogs.review_sent_dialog import ReviewSentDialog
from groupdesk.ui.dialogs.review_start_dialog import ReviewStartDialog
from groupdesk.ui.dialogs.review_turn_dialog import ReviewTurnDialog
from groupdesk.ui.review_letters import ReviewLetters
from tests.ui.desks import Clock, Notices, add_member
from tests.ui.helpers import assert_freed
from tests.ui.review_desk import colleague, decide, quiet, rows, started, was_active

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_start_counts_live_and_says_what_is_missing(context: UiContext, desk: Desk) -> None:
    group = quiet(desk)
    desk.upkeep.group_notes.record(
        GroupNoteRequest(
            uuid4(), (group.id,), GroupNoteKind.JOINED, "Delivery", "Buyers", "They asked for it"
        )
    )
    kept = GroupNoteRequest(uuid4(), (group.id,), GroupNoteKind.KEPT, text="Still in use")
    desk.upkeep.group_notes.record(kept)
    dialog = ReviewStartDialog(context, lambda _id: None)
    assert dialog.chosen_groups == (group.id,), "the only group is ticked"
    said = dialog.counts.notes.text().splitlines()
    assert said[1:4] == ["Purpose: Delivery", "Who belongs: Buyers", "Why now: They asked for it"]
    assert said[4].startswith("Kept in the clean-up · ")
    assert said[5:] == ["Still in use"]
    assert not dialog.main_button.isEnabled()
    dialog._count()
    assert dialog.counts.picked.text() == "3 of 4"
    assert dialog.counts.why.facts["Inactive"] == "3"
    assert dialog.counts.out[ReviewLeftOut.NEW].text() == "Joined only recently: 1"
    context.translations.set_language("zh")
    dialog._count()
    assert dialog.counts.out[ReviewLeftOut.NEW].text().endswith("：1")
    context.translations.set_language("en")
    dialog.days.setValue(115)
    dialog._count()
    assert dialog.counts.picked.text() == "1 of 4"
    dialog.picks[ReviewCriterion.INACTIVE].click()
    assert not dialog.main_button.isEnabled()
    assert "whom it picks" in dialog.main_button.accessibleDescription()
    assert_freed(dialog)


def test_a_group_within_its_limit_says_so(context: UiContext, desk: Desk) -> None:
    group = quiet(desk)
    dialog = ReviewStartDialog(context, lambda _id: None)
    dialog.picks[ReviewCriterion.OVER_SIZE].click()
    dialog._count()
    assert dialog.counts.why.facts["Size limit"] == "this group has none"
    with desk.ledger.writing():
        Group.update(size_limit=4).where(Group.id == group.id).execute()
    dialog._count()
    assert dialog.counts.why.facts["Size limit"] == "not over it (4 of 4)"
    with desk.ledger.writing():
        Group.update(size_limit=3).where(Group.id == group.id).execute()
    dialog._count()
    assert dialog.counts.why.facts["Beyond the size limit"] == "1"


def test_somebody_marked_by_hand_is_off_purpose(context: UiContext, desk: Desk) -> None:
    quiet(desk)
    eve = add_member(desk, desk.groups.all()[0].id, "Eve")
    was_active(desk, eve.row.id, days=1)
    opened: list[int] = []
    dialog = ReviewStartDialog(context, opened.append)
    dialog.add_by_hand(eve.row.id)
    dialog._count()
    assert dialog.counts.why.facts["Off purpose"] == "1"
    dialog._start()
    known = desk.upkeep.review_list.get(opened[0])
    assert rows(desk, known)["Eve"].why == (ReviewCriterion.OFF_PURPOSE,)


def test_a_mark_goes_with_its_group_and_is_taken_back(context: UiContext, desk: Desk) -> None:
    group = quiet(desk)
    other = desk.groups.create(
        uuid4(), GroupFields("Other", Platform.SLACK, Language.EN)
    ).subject_id
    eve = add_member(desk, other, "Eve").row.id
    fay = add_member(desk, group.id, "Fay").row.id
    dialog = ReviewStartDialog(context, lambda _id: None, group_id=group.id)
    dialog.add_by_hand(eve)
    assert dialog.chosen_groups == (group.id,), "no group is looked at that nobody chose"
    assert "Eve is in Other" in dialog.banner.text
    dialog.add_by_hand(fay)
    assert dialog.marked.text() == "Fay"
    dialog.unmark.click()
    assert dialog.marked.text() == "nobody so far"
    dialog.add_by_hand(fay)
    dialog.groups.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.groups.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.marked.text() == "nobody so far"


def test_a_note_and_a_plan_are_not_thrown_away_without_a_word(
    context: UiContext, desk: Desk
) -> None:
    quiet(desk)
    for change in (
        lambda one: one.note.setText("As agreed in October"),
        lambda one: one.plan.remind_wait.setValue(one.plan.remind_wait.value() + 1),
        lambda one: one.days.setValue(one.days.value() + 1),
    ):
        dialog = ReviewStartDialog(context, lambda _id: None)
        change(dialog)
        dialog.reject()
        assert dialog.banner.text, "Esc asks first"


def test_another_number_by_now_is_said_and_nothing_started(context: UiContext, desk: Desk) -> None:
    group = quiet(desk)
    dialog = ReviewStartDialog(context, lambda _id: None)
    dialog._count()
    late = add_member(desk, group.id, "Dan")
    was_active(desk, late.row.id, days=200)
    dialog._start()
    assert "not 3" in dialog.banner.text
    assert desk.upkeep.review_list.all() == ()
    assert dialog.counts.picked.text() == "4 of 5", "it was counted anew"


def test_a_decision_of_many_says_whom_it_leaves_alone_and_keeps_what_was_typed(
    context: UiContext, desk: Desk
) -> None:
    review = decide(desk, started(desk), ReviewChoice.KEEP, "Ann")
    was_active(desk, rows(desk, review)["Bo"].membership_id, days=0)
    ids = [row.id for row in rows(desk, review).values()]
    dialog = ReviewDecideDialog(context, review, ids, ReviewChoice.KEEP)
    assert dialog.effect.text() == "2 members stay as they are."
    said = [item.text for item in dialog._lines(dialog._found)]  # type: ignore[arg-type]
    assert said == [
        "1 of them has become active again since: Bo.",
        "1 left alone: Decided like this already",
    ]
    dialog.reason.set_text("They answered.")
    dialog._on_failed(StorageError("disk_full"))
    assert dialog.banner.text
    assert dialog.reason.text == "They answered."
    assert dialog.main_button.isEnabled()


def test_others_who_decided_meanwhile_are_named(context: UiContext, desk: Desk) -> None:
    review = started(desk)
    dialog = ReviewDecideDialog(context, replace(review, id=9_999), [1], ReviewChoice.KEEP)
    assert "not there any more" in dialog.banner.text
    assert not dialog.main_button.isEnabled()


def test_who_is_active_again_is_named_left_out_at_once_or_goes_for_a_reason(
    context: UiContext, desk: Desk
) -> None:
    review = started(desk)
    was_active(desk, rows(desk, review)["Bo"].membership_id, days=0)
    plan = replace(review.plan, remind=False, last_notice=False)
    done = desk.upkeep.reviews.finish(uuid4(), review.id)
    assert done
    group = review.groups[0][0]
    made = desk.upkeep.reviews.start(ReviewRequest(uuid4(), "Now", (group,), plan=plan))
    review = desk.upkeep.review_list.get(made.receipt.subject_id)
    was_active(desk, rows(desk, review)["Cem"].membership_id, days=0)
    ids = [row.id for row in rows(desk, review).values()]
    dialog = ReviewDecideDialog(context, review, ids, ReviewChoice.REMOVE)
    assert "Cem" in dialog._lines(dialog._found)[0].text  # type: ignore[arg-type]
    assert not dialog.main_button.isEnabled(), "that asks for a reason"
    assert dialog.who.text() == "Ann, Cem"
    dialog.leave_out.click()
    assert (dialog.who.text(), dialog.leave_out.isHidden()) == ("Ann", True)
    assert dialog.main_button.isEnabled()
    kept = ReviewDecideDialog(context, review, ids, ReviewChoice.KEEP)
    assert kept._lines(kept._found)[0].state == "done"  # type: ignore[arg-type]


def test_a_colleague_s_decision_is_taken_over_and_what_was_typed_stays(
    context: UiContext, desk: Desk
) -> None:
    review = started(desk)
    ids = [row.id for row in rows(desk, review).values()]
    dialog = ReviewDecideDialog(context, review, ids, ReviewChoice.REMIND)
    dialog.reason.set_text("As agreed with sales.")
    decide(colleague(desk), review, ReviewChoice.KEEP, "Ann")
    dialog.main_button.click()
    assert dialog.banner.text.startswith("Arun has decided meanwhile: Ann (Keep).")
    assert dialog.reason.text == "As agreed with sales."
    assert rows(desk, review)["Ann"].choice is ReviewChoice.KEEP
    dialog.main_button.click()
    assert {row.choice for row in rows(desk, review).values()} == {ReviewChoice.REMIND}


def test_what_a_colleague_does_is_said_while_one_still_types(
    context: UiContext, desk: Desk
) -> None:
    review = started(desk)
    ids = [row.id for row in rows(desk, review).values()]
    dialog = ReviewDecideDialog(context, review, ids, ReviewChoice.REMIND)
    dialog.show()
    decide(colleague(desk), review, ReviewChoice.REMIND, "Ann", "Bo")
    context.events.publish({Topic.REVIEWS})
    assert "Ann (Remind), Bo (Remind)" in dialog.banner.text
    assert dialog.effect.text() == "1 member gets a reminder to write."


def test_the_first_day_is_chosen_and_holidays_are_not_known(context: UiContext, desk: Desk) -> None:
    review = decide(desk, started(desk), ReviewChoice.REMIND, "Ann")
    ids = [row.id for row in rows(desk, review).values()]
    dialog = ReviewDecideDialog(context, review, ids, ReviewChoice.REMIND)
    assert "Public holidays" in dialog.day.accessibleDescription()
    assert dialog.day.day == dialog._found.days[0][0]  # type: ignore[union-attr]
    assert dialog.effect.text() == "2 members get a reminder to write."
    dialog.day.set_day("2026-12-05")
    dialog.day.changed.emit()
    assert dialog.effect.text() == "3 members get a reminder to write.", "Ann's day is moved"
    dialog.main_button.click()
    assert {row.send_on for row in rows(desk, review).values()} == {"2026-12-05"}


def test_a_look_again_counts_who_is_new_and_puts_them_on_the_list(
    context: UiContext, desk: Desk
) -> None:
    review = started(desk)
    dan = add_member(desk, review.groups[0][0], "Dan")
    was_active(desk, dan.row.id, days=200)
    was_active(desk, rows(desk, review)["Cem"].membership_id, days=0)
    dialog = ReviewAgainDialog(context, review)
    assert dialog.new == 1
    assert [one.text() for one in dialog.findChildren(QPushButton) if one.text() == "Close"]
    assert dialog.changed.facts == {"Active again": "1"}
    dialog.main_button.click()
    assert "Dan" in rows(desk, review)


def test_prepared_messages_are_confirmed_for_all(
    context: UiContext, desk: Desk, clock: Clock, notices: Notices
) -> None:
    review = decide(desk, started(desk), ReviewChoice.REMIND, "Ann", "Bo")
    ids = [row.id for row in rows(desk, review).values()]
    messages = desk.upkeep.review_messages
    targets = messages.to_write(review.id, ReviewChoice.REMIND, ids)
    letters = ReviewLetters(context, ReviewChoice.REMIND, targets)
    messages.record(
        MessagesRequest(
            uuid4(), review.id, ReviewChoice.REMIND, letters.messages(targets), review.seen
        )
    )
    dialog = ReviewSentDialog(context, review, ids)
    assert dialog.focusWidget() is dialog.states.button("sent")
    dialog.at.set_moment(to_text(clock().replace(year=2031)))
    assert not dialog.main_button.isEnabled()
    dialog.at.set_moment(to_text(clock()))
    dialog.main_button.click()
    assert rows(desk, review)["Bo"].stage is ReviewStage.WAITING
    assert notices.texts == ["2 messages are recorded as sent."]


def test_the_end_counts_where_all_stand(context: UiContext, desk: Desk) -> None:
    review = decide(desk, started(desk), ReviewChoice.KEEP, "Ann")
    dialog = ReviewTurnDialog(context, review, ReviewEntryKind.FINISHED)
    assert dialog.stages.facts == {"In all": "1 of 3 settled", "To decide": "2", "Kept": "1"}
    assert "2 members are not settled" in dialog.about.text()
    assert "time to answer" not in dialog.about.text()
    promised = replace(review.progress, stages={ReviewStage.WAITING: 2})
    other = ReviewTurnDialog(context, replace(review, progress=promised), ReviewEntryKind.FINISHED)
    assert "2 of them still have the time to answer" in other.about.text()
    dialog.main_button.click()
    assert desk.upkeep.review_list.get(review.id).state is ReviewState.FINISHED


def test_who_is_left_out_leads_to_the_member(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    review = started(desk)
    gone: list[tuple[int, int]] = []
    context = replace(context, go_to=lambda group, member: gone.append((group, member)))
    groups = [ident for ident, _ in review.groups]
    dialog = ReviewLeftOutDialog(context, groups, review.criteria, ReviewLeftOut.NEW, review.id)
    assert [one.name for one in dialog.model.records] == ["王小明"]
    context.translations.set_language("zh")
    QApplication.processEvents()
    head = dialog.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert head == "成员"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [group for group, _ in gone] == groups


def test_a_print_shows_the_very_pages(context: UiContext, desk: Desk) -> None:
    dialog = ReviewPrintDialog(context, started(desk))
    assert dialog.printed is not None
    assert dialog.main_button.isEnabled()
