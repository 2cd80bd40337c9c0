# SPDX-License-Identifier: MIT
"""Reviews on a real workspace: starting, looking again, deciding, what changes in between."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.errors import GroupDeskError, RefusedError, StateChangedError, ValidationError
from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewEntryKind,
    ReviewLeftOut,
    ReviewSkipped,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import DecideRequest, ReviewFilter
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.models.leaving import ExitRequest
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from groupdesk.services.review_due import due_from_reviews
from tests.helpers import MovableClock, as_role, make_group, make_member
from tests.services.review_ground import (
    QUIET,
    assert_vouched,
    decide,
    request,
    review_desk,
    rows,
    seen,
    stages,
    started,
)

KEEP, REMIND, NOTICE = ReviewChoice.KEEP, ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE
REMOVE, BACK = ReviewChoice.REMOVE, ReviewChoice.UNDECIDED


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    desk = review_desk(tmp_path, clock)
    yield desk
    desk.close()


def code(caught: pytest.ExceptionInfo[GroupDeskError]) -> str:
    return caught.value.code


def test_the_preview_counts_whom_the_start_writes_down(desk: Desk) -> None:
    found = desk.upkeep.reviews.preview((1,), ReviewCriteria())
    assert (found.looked_at, found.picked, found.fits_none) == (6, 4, 1)
    assert found.left_out == {ReviewLeftOut.NEW: 1}
    assert not desk.upkeep.review_list.all()
    done = desk.upkeep.reviews.start(request(expected=found.picked))
    assert done.members == 4
    detail = desk.upkeep.review_list.detail(done.receipt.subject_id)
    assert detail.picked == found
    assert detail.review.progress.stages == {ReviewStage.TO_DECIDE: 4}
    assert [row.name for row in rows(desk, 1).values()] == list(QUIET)  # the longest silent first


def test_a_bot_is_left_out_and_no_member(desk: Desk) -> None:
    with desk.ledger.writing():
        Membership.update(is_bot=True).where(Membership.name == "Eve").execute()
    found = desk.upkeep.reviews.preview((1,), ReviewCriteria())
    assert found.members == desk.groups.get(1).members == found.groups[0].looked_at
    assert found.left_out[ReviewLeftOut.BOT] == 1


def test_a_group_that_changed_since_the_preview_is_looked_at_anew(
    desk: Desk, clock: MovableClock
) -> None:
    seen(desk, 1, clock, days=0)
    with pytest.raises(StateChangedError) as caught:
        started(desk, expected=4)
    assert (code(caught), caught.value.values) == ("review_picked_other", {"was": 4, "now": 3})
    assert not desk.upkeep.review_list.all()


def test_what_would_pick_nobody_is_not_started(desk: Desk) -> None:
    with pytest.raises(ValidationError) as caught:
        started(desk, criteria=ReviewCriteria(inactive_days=1000))
    assert code(caught) == "review_nobody"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name"),
        ({"groups": ()}, "groups"),
        ({"criteria": ReviewCriteria(frozenset({ReviewCriterion.OFF_PURPOSE}))}, "pick"),
        ({"plan": ReviewPlan(per_day=0)}, "per_day"),
    ],
)
def test_what_is_missing_is_said_under_its_field(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        started(desk, **changes)
    assert caught.value.field == field


def test_the_same_operation_twice_starts_one_review(desk: Desk) -> None:
    asked = request()
    first = desk.upkeep.reviews.start(asked)
    again = desk.upkeep.reviews.start(asked)
    assert (again.receipt.repeated, again.members) == (True, first.members)
    assert len(desk.upkeep.review_list.all()) == 1


def test_whom_another_review_is_at_is_left_out_until_it_is_over(desk: Desk) -> None:
    first = started(desk)
    found = desk.upkeep.reviews.preview((1,), ReviewCriteria())
    assert found.left_out[ReviewLeftOut.IN_REVIEW] == 4
    desk.upkeep.reviews.finish(uuid.uuid4(), first)
    assert desk.upkeep.reviews.preview((1,), ReviewCriteria()).picked == 4


def test_a_protected_person_is_left_out_under_whichever_entry(desk: Desk) -> None:
    other = make_member(desk, make_group(desk, "Else", rules=False), "Annie")
    detail = desk.members.detail(other)
    desk.members.change(uuid.uuid4(), other, protected=True)
    desk.persons.link(uuid.uuid4(), detail.row.person_id, desk.members.row(1).person_id, "Same")
    found = desk.upkeep.reviews.preview((1,), ReviewCriteria())
    assert (found.picked, found.left_out[ReviewLeftOut.PROTECTED]) == (3, 1)


def test_members_marked_by_hand_are_put_on_the_list(desk: Desk) -> None:
    review = started(desk)
    done = desk.upkeep.reviews.add(uuid.uuid4(), review, [1, 6])  # Ann is on it, Fay is new
    assert (done.members, done.left) == (1, 1)
    assert rows(desk, review)["Fay"].why == (ReviewCriterion.OFF_PURPOSE,)
    assert desk.upkeep.review_list.detail(review).entries[-1].members == 1


def test_members_are_looked_at_before_others_have_to_wait(desk: Desk) -> None:
    review = started(desk)
    told: list[str] = []
    with desk.ledger.reading():
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        desk.upkeep.reviews.add(uuid.uuid4(), review, [5])
        connection.set_trace_callback(None)
    locked = told[next(at for at, sql in enumerate(told) if sql.startswith("BEGIN")) :]
    assert not [sql for sql in locked if "p.created_at END" in sql]
    assert [sql for sql in told if "p.created_at END" in sql]


def test_what_happens_between_shows_beside_what_was_known_then(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    seen(desk, 1, clock, days=0)
    desk.members.change(uuid.uuid4(), 2, protected=True)
    with desk.ledger.writing():
        Membership.update(state="left", ended_at=clock.text).where(Membership.id == 3).execute()
        Membership.update(name="Daniel").where(Membership.id == 4).execute()
    found = rows(desk, review)
    assert found["Ann"].changes == (ReviewChange.ACTIVE_AGAIN,)
    assert found["Ann"].last_active > found["Ann"].last_active_then
    assert found["Bo"].changes == (ReviewChange.PROTECTED,)
    assert (found["Cem"].changes, found["Cem"].stage) == ((ReviewChange.LEFT,), ReviewStage.GONE)
    assert (found["Daniel"].name_then, found["Daniel"].changes) == (
        "Dan",
        (ReviewChange.RENAMED,),
    )
    assert list(rows(desk, review, change=ReviewChange.ACTIVE_AGAIN)) == ["Ann"]


def test_looking_again_puts_the_new_ones_on_the_list_and_tells_what_changed(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    seen(desk, 1, clock, days=0)
    seen(desk, 5, clock, days=99)
    found = desk.upkeep.reviews.preview_again(review)
    assert (found.picked, found.already) == (4, 3)
    assert found.changed == {ReviewChange.ACTIVE_AGAIN: 1}
    assert desk.upkeep.reviews.look_again(uuid.uuid4(), review).members == 1
    assert set(rows(desk, review)) == {*QUIET, "Eve"}
    assert desk.upkeep.reviews.look_again(uuid.uuid4(), review).members == 0


def test_a_review_rests_and_goes_on(desk: Desk) -> None:
    review = started(desk)
    desk.upkeep.reviews.pause(uuid.uuid4(), review, "Holidays")
    assert desk.upkeep.review_list.get(review).state is ReviewState.PAUSED
    for act in (
        lambda: decide(desk, review, KEEP),
        lambda: desk.upkeep.reviews.look_again(uuid.uuid4(), review),
        lambda: desk.upkeep.reviews.pause(uuid.uuid4(), review),
    ):
        with pytest.raises(RefusedError) as caught:
            act()
        assert code(caught) == "review_paused"
    desk.upkeep.reviews.resume(uuid.uuid4(), review)
    assert decide(desk, review, KEEP).members == 4
    with pytest.raises(RefusedError) as caught:
        desk.upkeep.reviews.resume(uuid.uuid4(), review)
    assert code(caught) == "review_not_paused"


def test_a_review_that_is_over_keeps_its_counts_and_takes_notes_only(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, KEEP, "Ann")
    desk.upkeep.reviews.finish(uuid.uuid4(), review, "Good to know them all")
    counts = {ReviewStage.KEPT: 1, ReviewStage.TO_DECIDE: 3}
    record = desk.upkeep.review_list.get(review)
    assert (record.state, dict(record.progress.stages)) == (ReviewState.FINISHED, counts)
    with pytest.raises(RefusedError) as caught:
        decide(desk, review, KEEP)
    assert code(caught) == "review_finished"
    desk.upkeep.reviews.note(uuid.uuid4(), review, "Next one in autumn")
    kinds = [entry.kind for entry in desk.upkeep.review_list.detail(review).entries]
    assert kinds == [ReviewEntryKind.STARTED, ReviewEntryKind.FINISHED, ReviewEntryKind.NOTE]


def test_one_review_looks_at_fifty_groups_and_leaves_archived_ones_alone(
    desk: Desk, clock: MovableClock
) -> None:
    groups = [1]
    for number in range(49):
        group = make_group(desk, f"G{number}", rules=False)
        seen(desk, make_member(desk, group, f"M{number}"), clock, days=100)
        groups.append(group)
    review = started(desk, groups=tuple(groups))
    assert desk.upkeep.review_list.get(review).progress.members == 53
    desk.groups.archive(uuid.uuid4(), groups[1], "Over")
    found = rows(desk, review, group_id=groups[1])
    assert found["M0"].changes == (ReviewChange.GROUP_ARCHIVED,)
    assert decide(desk, review, KEEP).left == 1
    with pytest.raises(RefusedError) as caught:
        started(desk, groups=tuple(groups))
    assert code(caught) == "group_archived"


# ---- decisions


def test_reminders_are_spread_over_working_days_and_beside_those_that_are_planned(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk, plan=ReviewPlan(per_day=2))
    ids = [row.id for row in rows(desk, review).values()]
    found = desk.upkeep.review_decisions.preview(review, REMIND, ids)
    assert found.days == (("2026-06-01", 2), ("2026-06-02", 2))
    decide(desk, review, REMIND, "Ann")
    found = desk.upkeep.review_decisions.preview(review, REMIND, ids)
    assert found.days == (("2026-06-01", 1), ("2026-06-02", 2))
    decide(desk, review, REMIND)
    days = [row.send_on for row in rows(desk, review).values()]
    assert days == ["2026-06-01", "2026-06-01", "2026-06-02", "2026-06-02"]
    assert desk.upkeep.review_list.get(review).progress.send_today == 2
    assert set(rows(desk, review, send_by="2026-06-01")) == {"Ann", "Bo"}


def test_what_is_late_takes_its_place_today(desk: Desk, clock: MovableClock) -> None:
    review = started(desk, plan=ReviewPlan(per_day=2))
    decide(desk, review, REMIND, "Ann")
    clock.move(days=1)
    bo = [row.id for name, row in rows(desk, review).items() if name != "Ann"]
    found = desk.upkeep.review_decisions.preview(review, REMIND, bo)
    assert found.days == (("2026-06-02", 1), ("2026-06-03", 2))


def test_before_its_day_only_the_next_day_is_offered(desk: Desk) -> None:
    review = started(desk, plan=ReviewPlan(per_day=2))
    ids = tuple(row.id for row in rows(desk, review).values())
    asked = DecideRequest(uuid.uuid4(), review, REMIND, ids, 0, first_day="2026-06-04")
    desk.upkeep.review_decisions.decide(asked)
    progress = desk.upkeep.review_list.get(review).progress
    assert (progress.send_today, progress.next_day, progress.send_next) == (0, "2026-06-04", 2)


def test_messages_that_nobody_will_write_any_more_take_no_day(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk, plan=ReviewPlan(per_day=1))
    decide(desk, review, REMIND)
    with desk.ledger.writing():  # Ann, whose message was planned for the first day
        Membership.update(state="left", ended_at=clock.text).where(Membership.id == 1).execute()
    dan = [rows(desk, review)["Dan"].id]
    decide(desk, review, BACK, "Dan")
    preview = desk.upkeep.review_decisions.preview
    assert preview(review, REMIND, dan).days == (("2026-06-01", 1),)
    desk.upkeep.reviews.finish(uuid.uuid4(), review)
    again = started(desk, plan=ReviewPlan(per_day=1))
    ids = [row.id for row in rows(desk, again).values()]
    assert [day for day, _ in preview(again, REMIND, ids).days] == [
        *("2026-06-01", "2026-06-02", "2026-06-03")
    ]


def test_a_removal_before_its_turn_asks_for_a_reason(desk: Desk) -> None:
    review = started(desk)
    ids = [row.id for row in rows(desk, review).values()]
    assert desk.upkeep.review_decisions.preview(review, REMOVE, ids).needs_reason
    with pytest.raises(ValidationError) as caught:
        decide(desk, review, REMOVE)
    assert (code(caught), caught.value.values) == ("review_early", {"count": 4})
    decide(desk, review, REMOVE, reason="The group closes on Friday")
    assert set(stages(desk, review).values()) == {ReviewStage.TO_REMOVE}


def test_who_is_protected_or_gone_by_now_is_left_alone(desk: Desk, clock: MovableClock) -> None:
    review = started(desk)
    desk.members.change(uuid.uuid4(), 2, protected=True)
    with desk.ledger.writing():
        Membership.update(state="left", ended_at=clock.text).where(Membership.id == 3).execute()
    done = decide(desk, review, REMIND)
    assert (done.members, done.left) == (2, 2)
    assert decide(desk, review, KEEP, "Bo").members == 1
    with pytest.raises(ValidationError) as caught:
        decide(desk, review, KEEP, "Cem")
    assert code(caught) == "review_nobody_left"


def test_a_decision_can_be_taken_back_and_the_log_keeps_both(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann")
    decide(desk, review, BACK, "Ann", reason="She just called")
    row = rows(desk, review)["Ann"]
    assert (row.choice, row.stage, row.reason) == (BACK, ReviewStage.TO_DECIDE, "She just called")
    assert_vouched(desk)
    with pytest.raises(ValidationError) as caught:
        decide(desk, review, BACK, "Ann")
    assert code(caught) == "review_nobody_left"


def test_two_operators_do_not_decide_about_one_member_unknowingly(desk: Desk) -> None:
    review = started(desk)
    row = rows(desk, review)["Ann"]
    seen_last = desk.upkeep.review_list.get(review).seen
    decide(desk, review, KEEP, "Ann")
    second = as_role(desk, OperatorRole.MODERATOR)
    try:
        asked = DecideRequest(uuid.uuid4(), review, REMIND, (row.id,), seen_last)
        with pytest.raises(StateChangedError) as caught:
            second.upkeep.review_decisions.decide(asked)
        assert caught.value.values == {"name": "Ann", "operator": "Mei", "count": 1}
        assert decide(second, review, REMIND, "Ann").members == 1
    finally:
        second.close()


def test_a_member_of_an_import_that_was_undone_is_gone(desk: Desk) -> None:
    review = started(desk)
    with desk.ledger.writing():
        Membership.update(state="withdrawn").where(Membership.id == 1).execute()
    row = rows(desk, review)["Ann"]
    assert (row.stage, row.changes) == (ReviewStage.GONE, (ReviewChange.WITHDRAWN,))


def test_who_left_and_came_back_is_told_and_looked_at_in_the_new_stay(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    with desk.ledger.writing():
        Membership.update(state="left", ended_at=clock.text).where(Membership.id == 1).execute()
        person = Membership.get_by_id(1).person_id
    again = make_member(desk, 1, "Ann again")
    with desk.ledger.writing():
        Membership.update(person=person).where(Membership.id == again).execute()
    assert ReviewChange.RETURNED in rows(desk, review)["Ann"].changes


def test_the_list_is_filtered_and_sorted(desk: Desk, clock: MovableClock) -> None:
    review = started(desk)
    decide(desk, review, KEEP, "Ann", "Bo")
    assert set(rows(desk, review, stage=ReviewStage.KEPT)) == {"Ann", "Bo"}
    assert set(rows(desk, review, text="da")) == {"Dan"}
    assert set(rows(desk, review, criterion=ReviewCriterion.OFF_PURPOSE)) == set()
    listing = desk.upkeep.review_list
    for sort in (
        "name",
        "group",
        "last_active",
        "messages",
        "joined",
        "stage",
        "send_on",
        "decided",
    ):
        ids = list(listing.ids(review, ReviewFilter(), sort))
        assert len(ids) == 4
        assert len(listing.ids(review, ReviewFilter(), f"-{sort}")) == 4
    names = [row.name for row in listing.rows(listing.ids(review, ReviewFilter(), "-name"))]
    assert names == ["Dan", "Cem", "Bo", "Ann"]


def test_the_log_vouches_for_all_that_a_review_wrote(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, KEEP)
    desk.upkeep.reviews.add(uuid.uuid4(), review, [6])
    desk.upkeep.reviews.pause(uuid.uuid4(), review)
    assert_vouched(desk)


def test_who_asked_to_leave_is_neither_reminded_nor_removed(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    with desk.ledger.writing():
        ExitRequest.create(
            membership=1, operator=1, recorded_at=clock.text, asked_at=clock.text,
            channel="private", reason="too_busy", reason_text="",
        )  # fmt: skip
    assert rows(desk, review)["Ann"].changes == (ReviewChange.LEAVING,)
    ids = [row.id for row in rows(desk, review).values()]
    found = desk.upkeep.review_decisions.preview(review, REMIND, ids)
    assert (found.members, found.skipped) == (3, {ReviewSkipped.LEAVING: 1})
    desk.upkeep.reviews.finish(uuid.uuid4(), review)
    assert desk.upkeep.reviews.preview((1,), ReviewCriteria()).left_out[ReviewLeftOut.LEAVING] == 1


def test_the_log_names_the_review(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, KEEP)
    subjects = [row.subject for row in desk.audit.rows(AuditFilter(), limit=2)]
    assert subjects == ["Spring", "Spring"]


def test_a_list_shows_one_choice_what_changed_or_whom_the_review_left_out(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, ReviewChoice.KEEP, "Ann")
    seen(desk, rows(desk, review)["Bo"].membership_id, clock, days=0)
    assert set(rows(desk, review, choice=ReviewChoice.KEEP)) == {"Ann"}
    assert set(rows(desk, review, changed=True)) == {"Bo"}
    listing = desk.upkeep.review_list
    assert listing.get(review).progress.changed == 1
    new = listing.left_out((1,), ReviewCriteria(), ReviewLeftOut.NEW, review)
    assert [(one.name, one.group_name) for one in new] == [("Fay", "Aurora")]


def test_a_review_asks_of_its_own_members_whether_they_leave(desk: Desk) -> None:
    started(desk)
    told: list[str] = []
    with desk.ledger.reading():
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        due_from_reviews(desk.ledger)
        connection.set_trace_callback(None)
        plans = [
            str(row[3])
            for sql in told
            if "exit_request" in sql
            for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]
    assert plans
    assert not any(one.startswith("SCAN x") for one in plans), (
        "not of all who ever asked to leave, for each review anew"
    )
