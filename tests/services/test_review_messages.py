# SPDX-License-Identifier: MIT
"""Reminders and last notices of reviews, what is due of them, and the removals that follow."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse, TalkRequest
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.enums import Action, Channel, Ground, Language, Term, WarningState
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.fairness import FairState
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.review_enums import ReviewChange, ReviewChoice, ReviewCriterion, ReviewStage
from groupdesk.domain.review_records import (
    DecideRequest,
    MessagesRequest,
    ReviewDone,
    ReviewMessage,
)
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.services.desk import Desk
from groupdesk.services.review_due import due_from_reviews
from tests.helpers import RULES, MovableClock, rule_id, screenshot, warning
from tests.services.exit_cases import asked
from tests.services.review_ground import (
    assert_vouched,
    decide,
    review_desk,
    rows,
    seen,
    stages,
    started,
)

KEEP, REMIND, NOTICE = ReviewChoice.KEEP, ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE
REMOVE = ReviewChoice.REMOVE


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    desk = review_desk(tmp_path, clock)
    yield desk
    desk.close()


def write(
    desk: Desk, review: int, choice: ReviewChoice, *names: str, sent_at: str = ""
) -> ReviewDone:
    """Record a message to each of these members, sent at a moment or only prepared."""
    chosen = [row for name, row in rows(desk, review).items() if name in names]
    texts = tuple(
        ReviewMessage(row.id, f"Hello {row.name}, are you still with us?", Language.EN)
        for row in chosen
    )
    last = desk.upkeep.review_list.get(review).seen
    asked = MessagesRequest(uuid.uuid4(), review, choice, texts, last, sent_at=sent_at)
    return desk.upkeep.review_messages.record(asked)


def due(desk: Desk) -> dict[str, tuple[int, str]]:
    with desk.ledger.reading():
        return {one.kind: (one.members, one.due_on) for one in due_from_reviews(desk.ledger)}


def reminded(desk: Desk, clock: MovableClock, *names: str) -> int:
    """Start a review and send a reminder to these."""
    review = started(desk)
    decide(desk, review, REMIND, *names)
    write(desk, review, REMIND, *names, sent_at=clock.text)
    return review


def test_messages_are_written_in_one_act_and_each_is_known_as_sent(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    ids = [row.id for row in rows(desk, review).values()]
    targets = desk.upkeep.review_messages.to_write(review, REMIND, ids)
    assert [(one.name, one.group_name, one.language) for one in targets] == [
        ("Ann", "Aurora", "en"),
        ("Bo", "Aurora", "en"),
    ]
    assert targets[0].why == (ReviewCriterion.INACTIVE,)
    assert targets[0].answer_by == "2026-06-15"
    done = write(desk, review, REMIND, "Ann", "Bo", sent_at=clock.text)
    assert done.members == 2
    row = rows(desk, review)["Ann"]
    assert (row.stage, row.message_state) == (ReviewStage.WAITING, WarningState.SENT)
    assert (row.next_on, row.next_step) == ("2026-06-16", NOTICE), "the 15th is theirs to answer"
    assert row.reminded_at == clock.text
    assert desk.members.row(1).standing == 0  # a friendly reminder does not count
    assert_vouched(desk)


def test_a_history_names_the_review_and_its_last_notice(desk: Desk, clock: MovableClock) -> None:
    review = reminded(desk, clock, "Ann")
    clock.move(days=15)
    decide(desk, review, NOTICE, "Ann")
    write(desk, review, NOTICE, "Ann", sent_at=clock.text)
    notice, reminder = desk.timeline.of_member(1)
    assert (notice.last_notice, reminder.last_notice) == (True, False)
    assert notice.lines == reminder.lines == (("review", "Spring"),)


def test_the_next_step_may_be_taken_once_the_waiting_days_are_over(
    desk: Desk, clock: MovableClock
) -> None:
    review = reminded(desk, clock, "Ann")
    clock.move(days=14, hours=14)  # late on the day that the message names
    assert stages(desk, review)["Ann"] is ReviewStage.WAITING
    with pytest.raises(ValidationError) as caught:
        decide(desk, review, NOTICE, "Ann")
    assert caught.value.code == "review_early"
    clock.move(hours=2)
    assert stages(desk, review)["Ann"] is ReviewStage.NEXT_STEP
    assert due(desk)["review_next"] == (1, "")
    decide(desk, review, NOTICE, "Ann")
    write(desk, review, NOTICE, "Ann", sent_at=clock.text)
    clock.move(days=8)
    row = rows(desk, review)["Ann"]
    assert (row.stage, row.next_step) == (ReviewStage.NEXT_STEP, REMOVE)
    assert row.reminded_at < row.noticed_at
    assert decide(desk, review, REMOVE, "Ann").members == 1


def test_waiting_days_begin_when_a_prepared_message_was_sent(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    write(desk, review, REMIND, "Ann", "Bo")
    assert stages(desk, review)["Ann"] is ReviewStage.PREPARED
    clock.move(days=30)
    assert stages(desk, review)["Ann"] is ReviewStage.PREPARED
    ids = [row.id for row in rows(desk, review).values()]
    done = desk.upkeep.review_messages.mark(uuid.uuid4(), review, ids, clock.text)
    assert (done.members, done.left) == (2, 2)
    assert rows(desk, review)["Ann"].next_on == "2026-07-16"


def test_what_was_not_sent_or_did_not_arrive_is_decided_anew(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    write(desk, review, REMIND, "Ann", "Bo")
    found = rows(desk, review)
    desk.upkeep.review_messages.mark(uuid.uuid4(), review, [found["Ann"].id])
    desk.warnings.mark_not_delivered(uuid.uuid4(), found["Bo"].warning_id)
    assert stages(desk, review)["Ann"] is stages(desk, review)["Bo"] is ReviewStage.TO_DECIDE
    assert decide(desk, review, REMIND, "Ann", "Bo").members == 2


def test_no_message_goes_to_whom_something_else_became_of(desk: Desk, clock: MovableClock) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    desk.members.change(uuid.uuid4(), 2, protected=True)
    with pytest.raises(StateChangedError) as caught:
        write(desk, review, REMIND, "Ann", "Bo", sent_at=clock.text)
    assert (caught.value.code, caught.value.values) == ("review_not_to_send", {"name": "Bo"})
    assert stages(desk, review)["Ann"] is ReviewStage.TO_SEND  # all or none
    with pytest.raises(StateChangedError):
        write(desk, review, NOTICE, "Ann", sent_at=clock.text)


def test_a_step_that_nobody_may_take_any_more_is_to_be_decided_anew(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann")
    decide(desk, review, REMOVE, "Bo", "Cem", reason="The group closes on Friday")
    for member in (1, 2):
        desk.members.change(uuid.uuid4(), member, protected=True)
    asked(desk, 3)  # wants to leave
    assert set(stages(desk, review).values()) == {ReviewStage.TO_DECIDE}
    assert [item.kind for item in desk.todo.all() if item.kind.startswith("review")] == ["review"]
    assert decide(desk, review, ReviewChoice.KEEP, "Ann", "Bo").members == 2
    desk.members.change(uuid.uuid4(), 1, protected=False)
    assert stages(desk, review)["Ann"] is ReviewStage.KEPT


@pytest.mark.parametrize(
    ("ago", "code"), [({"days": 1}, "review_sent_before"), ({"days": -1}, "time_in_future")]
)
def test_a_message_is_sent_within_the_review(
    desk: Desk, clock: MovableClock, ago: dict[str, float], code: str
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann")
    with pytest.raises(ValidationError) as caught:
        write(desk, review, REMIND, "Ann", sent_at=clock.ago(**ago))
    assert caught.value.code == code


def test_a_reminder_of_a_review_joins_no_case_about_a_rule(desk: Desk, clock: MovableClock) -> None:
    desk.rules.publish(uuid.uuid4(), 1, RULES)
    warning(desk, 1, rule_id(desk, 1), sent_at=clock.text)
    reminded(desk, clock, "Ann")
    assert len(desk.cases.rows(membership_id=1)) == 2


def test_messages_need_something_to_say_and_somebody_to_say_it_to(desk: Desk) -> None:
    review = started(desk)
    with pytest.raises(ValidationError) as caught:
        write(desk, review, REMIND)
    assert caught.value.code == "review_no_message"
    row = rows(desk, review)["Ann"]
    twice = (ReviewMessage(row.id, "Hello", Language.EN),) * 2
    asked = MessagesRequest(uuid.uuid4(), review, REMIND, twice, 0)
    with pytest.raises(ValidationError) as caught:
        desk.upkeep.review_messages.record(asked)
    assert caught.value.code == "review_message_twice"


def keep(desk: Desk, review: int, name: str, reason: str) -> None:
    row, last = rows(desk, review)[name], desk.upkeep.review_list.get(review).seen
    desk.upkeep.review_decisions.decide(
        DecideRequest(uuid.uuid4(), review, KEEP, (row.id,), last, reason, close_cases=True)
    )


def test_a_case_that_held_nothing_but_a_reminder_is_closed_with_those_who_stay(
    desk: Desk, clock: MovableClock
) -> None:
    review = reminded(desk, clock, "Ann", "Bo")
    desk.talks.record(
        TalkRequest(uuid.uuid4(), 2, clock.text, Channel.PHONE, problem="A word besides")
    )
    ids = [row.id for row in rows(desk, review).values()]
    assert desk.upkeep.review_decisions.preview(review, KEEP, ids).cases == 1
    with pytest.raises(ValidationError) as caught:
        keep(desk, review, "Ann", "")
    assert caught.value.code == "outcome_missing"
    keep(desk, review, "Ann", "Reads along, and stays")
    keep(desk, review, "Bo", "Stays")
    states = [desk.cases.rows(membership_id=ident)[0].state for ident in (1, 2)]
    assert states == [CaseState.CLOSED, CaseState.OPEN]
    assert rows(desk, review)["Ann"].stage is ReviewStage.KEPT
    assert_vouched(desk)


# ---- what is due


def test_today_tells_what_each_review_leaves_to_do(desk: Desk, clock: MovableClock) -> None:
    review = started(desk, plan=ReviewPlan(per_day=1))
    assert due(desk) == {"review": (4, "")}
    decide(desk, review, REMIND, "Ann", "Bo")
    decide(desk, review, REMOVE, "Cem", reason="Asked us to")
    expected = {"review": (1, ""), "review_send": (1, "2026-06-01"), "review_remove": (1, "")}
    assert due(desk) == expected
    clock.move(days=1)
    assert due(desk)["review_send"] == (2, "2026-06-01")
    desk.upkeep.reviews.pause(uuid.uuid4(), review)
    assert due(desk) == {}
    desk.upkeep.reviews.resume(uuid.uuid4(), review)
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    assert due(desk) == {}


# ---- removals


def batch(desk: Desk, review: int, *, ground: Ground = Ground.INACTIVE) -> BatchRequest:
    found = next(one for one in desk.upkeep.review_removals.inputs(review) if one.ground is ground)
    return BatchRequest(
        uuid.uuid4(),
        tuple(map(BatchMember, found.membership_ids)),
        ground,
        "Nobody has read here for a hundred days.",
        Term.MAY_RETURN,
        (EvidenceUse(screenshot(desk).id),),
        review=review,
    )


def test_decisions_name_the_removals_that_were_recorded_in_one_act(
    desk: Desk, clock: MovableClock
) -> None:
    review = reminded(desk, clock, "Ann", "Bo")
    decide(desk, review, REMOVE, "Ann", "Bo", reason="No answer")
    asked = batch(desk, review)
    preview = desk.removal_batches.preview(asked)
    assert preview.ready  # the reminder is on the list of the fair process
    assert {line.state for line in preview.lines[0].fair} <= {FairState.MET, FairState.NOT_NEEDED}
    desk.removal_batches.decide(asked)
    found = rows(desk, review)
    assert found["Ann"].removal_id != found["Bo"].removal_id != 0
    assert found["Ann"].stage is found["Bo"].stage is ReviewStage.REMOVAL
    assert found["Ann"].reason == "No answer"
    assert desk.upkeep.review_removals.inputs(review) == ()
    case = {row.number for row in desk.cases.rows(membership_id=1)}
    assert len(case) == 1  # that of the reminder
    assert_vouched(desk)


def test_a_removal_that_was_lifted_is_decided_anew(desk: Desk, clock: MovableClock) -> None:
    review = reminded(desk, clock, "Ann")
    decide(desk, review, REMOVE, "Ann", reason="No answer")
    desk.removal_batches.decide(batch(desk, review))
    removal = rows(desk, review)["Ann"].removal_id
    desk.removals.cancel(uuid.uuid4(), removal)
    row = rows(desk, review)["Ann"]
    assert (row.stage, row.removal_state) == (ReviewStage.TO_DECIDE, RemovalState.CANCELLED)
    assert decide(desk, review, KEEP, "Ann").members == 1


def test_nobody_is_removed_about_whom_somebody_decided_otherwise_meanwhile(
    desk: Desk, clock: MovableClock
) -> None:
    review = reminded(desk, clock, "Ann", "Bo")
    decide(desk, review, REMOVE, "Ann", "Bo", reason="No answer")
    asked = batch(desk, review)
    decide(desk, review, KEEP, "Bo", reason="She called")
    with pytest.raises(StateChangedError) as caught:
        desk.removal_batches.decide(asked)
    assert caught.value.values == {"name": "Bo"}
    desk.upkeep.reviews.pause(uuid.uuid4(), review)
    with pytest.raises(RefusedError) as refused:
        desk.removal_batches.decide(asked)
    assert refused.value.code == "review_paused"


def test_each_ground_is_a_removal_of_its_own(desk: Desk, clock: MovableClock) -> None:
    criteria = ReviewCriteria(frozenset({ReviewCriterion.INACTIVE}))
    review = started(desk, criteria=criteria, by_hand=(6,))
    decide(desk, review, REMOVE, reason="As agreed")
    found = {one.ground: one.membership_ids for one in desk.upkeep.review_removals.inputs(review)}
    assert found == {Ground.INACTIVE: (1, 2, 3, 4), Ground.OFF_PURPOSE: (6,)}


def test_who_was_removed_beside_the_review_is_settled(desk: Desk, clock: MovableClock) -> None:
    review = reminded(desk, clock, "Ann")
    decide(desk, review, REMOVE, "Ann", reason="No answer")
    asked = batch(desk, review)
    with_own_hands = BatchRequest(
        uuid.uuid4(), asked.members, asked.ground, asked.reason, asked.term, asked.evidence,
        already_removed_at=clock.text,
    )  # fmt: skip
    desk.removal_batches.decide(with_own_hands)
    row = rows(desk, review)["Ann"]
    assert (row.stage, row.changes) == (ReviewStage.REMOVAL, (ReviewChange.REMOVED,))


def test_the_log_tells_of_messages_as_of_any_others(desk: Desk, clock: MovableClock) -> None:
    reminded(desk, clock, "Ann", "Bo")
    sent = next(row for row in desk.audit.rows(AuditFilter()) if row.action is Action.WARNING_SEND)
    assert sent.group_id == 1


def test_who_is_active_again_is_told_before_anybody_writes(desk: Desk, clock: MovableClock) -> None:
    review = started(desk)
    seen(desk, 1, clock, days=0)
    ids = [row.id for row in rows(desk, review).values()]
    assert desk.upkeep.review_decisions.preview(review, REMIND, ids).active_names == ("Ann",)
