# SPDX-License-Identifier: MIT
"""A group that changes between picking, deciding and writing: nobody is written to by mistake."""

import random
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from groupdesk.domain.enums import Language, MemberRole, OperatorRole
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewSkipped,
    ReviewStage,
)
from groupdesk.domain.review_records import DecideRequest, MessagesRequest, ReviewMessage
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.models.people import Membership, Snapshot
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, as_role
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
TO_DECIDE = ReviewStage.TO_DECIDE


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    desk = review_desk(tmp_path, clock)
    yield desk
    desk.close()


def imported(desk: Desk, membership: int, **values: object) -> None:
    """Change what is known of a member, as an import would."""
    with desk.ledger.writing():
        Membership.update(**values).where(Membership.id == membership).execute()


def listed(desk: Desk, taken_at: str) -> None:
    """Say that a list of the group was read at a moment."""
    with desk.ledger.writing():
        Snapshot.create(
            group=1, taken_at=taken_at, file_name="a.csv", sha256=taken_at, format="table",
            encoding="utf-8", counts="{}",
        )  # fmt: skip


def test_who_is_active_again_after_a_decision_is_decided_about_anew(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann")
    decide(desk, review, REMOVE, "Bo", reason="The group closes")
    clock.move(days=2)
    for member in (1, 2):
        seen(desk, member, clock, days=1)
    assert stages(desk, review)["Ann"] is stages(desk, review)["Bo"] is TO_DECIDE
    assert not desk.upkeep.review_removals.inputs(review)
    assert [one.kind for one in desk.todo.all() if one.kind.startswith("review")] == ["review"]
    decide(desk, review, REMIND, "Ann")
    assert stages(desk, review)["Ann"] is ReviewStage.TO_SEND, "whoever decides knows of it now"
    assert_vouched(desk)


def test_a_message_written_meanwhile_counts_where_no_day_is_known(desk: Desk) -> None:
    imported(desk, 6, message_count=0)
    never = ReviewCriteria(frozenset({ReviewCriterion.NEVER_SPOKE}), newer_days=0)
    review = started(desk, criteria=never)
    decide(desk, review, REMIND, "Fay")
    imported(desk, 6, message_count=2)
    found = rows(desk, review)["Fay"]
    assert (found.stage, found.changes) == (TO_DECIDE, (ReviewChange.ACTIVE_AGAIN,))


def test_a_day_of_long_ago_that_becomes_known_is_no_activity(
    desk: Desk, clock: MovableClock
) -> None:
    imported(desk, 6, message_count=0)
    never = ReviewCriteria(frozenset({ReviewCriterion.NEVER_SPOKE}), newer_days=0)
    review = started(desk, criteria=never)
    decide(desk, review, REMIND, "Fay")
    imported(desk, 6, last_active=clock.ago(days=300))
    found = rows(desk, review)["Fay"]
    assert (found.stage, found.changes) == (ReviewStage.TO_SEND, ())


def test_who_was_marked_by_hand_may_go_on_talking(desk: Desk, clock: MovableClock) -> None:
    review = started(desk, by_hand=(5,))
    decide(desk, review, REMIND, "Eve")
    clock.move(days=2)
    seen(desk, 5, clock, days=0)
    found = rows(desk, review)["Eve"]
    assert (found.stage, found.changes) == (ReviewStage.TO_SEND, ())


def test_whoever_is_owner_or_key_customer_by_now_is_decided_about_anew(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    imported(desk, 1, role=MemberRole.ADMIN.value)
    desk.members.change(uuid.uuid4(), 2, key_customer=True)
    assert stages(desk, review)["Ann"] is stages(desk, review)["Bo"] is TO_DECIDE
    decide(desk, review, REMIND, "Ann", "Bo")
    assert stages(desk, review)["Ann"] is stages(desk, review)["Bo"] is ReviewStage.TO_SEND


def test_whoever_is_the_same_as_a_protected_person_gets_no_message(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    desk.members.change(uuid.uuid4(), 5, protected=True)
    people = {m: desk.members.row(m).person_id for m in (1, 5)}
    desk.persons.link(uuid.uuid4(), people[1], people[5], "One and the same")
    assert stages(desk, review)["Ann"] is TO_DECIDE
    assert rows(desk, review)["Ann"].changes == (ReviewChange.PROTECTED,)


def test_no_next_step_is_offered_that_nobody_may_take(desk: Desk, clock: MovableClock) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann", "Bo")
    recorded(desk, review, "Ann", "Bo", sent_at=clock.text)
    clock.move(days=20)
    assert stages(desk, review)["Ann"] is ReviewStage.NEXT_STEP
    desk.members.change(uuid.uuid4(), 1, protected=True)
    asked(desk, 2)
    assert stages(desk, review)["Ann"] is stages(desk, review)["Bo"] is TO_DECIDE


def test_a_list_that_was_not_read_since_the_message_is_named(
    desk: Desk, clock: MovableClock
) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann")
    recorded(desk, review, "Ann", sent_at=clock.text)
    clock.move(days=20)
    ids = [rows(desk, review)["Ann"].id]
    preview = desk.upkeep.review_decisions.preview
    assert preview(review, NOTICE, ids).unread == (), "the group is kept up by hand"
    listed(desk, clock.ago(days=30))
    assert preview(review, NOTICE, ids).unread == ("Aurora",)
    assert preview(review, KEEP, ids).unread == ()
    listed(desk, clock.ago(days=1))
    assert preview(review, NOTICE, ids).unread == ()


def test_an_archived_group_leaves_nothing_to_do_and_comes_back_as_it_was(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, REMIND, "Ann")
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    progress = desk.upkeep.review_list.get(review).progress
    assert progress.stages == {ReviewStage.GONE: 4}
    assert progress.send_today == 0
    desk.groups.restore(uuid.uuid4(), 1)
    assert stages(desk, review)["Ann"] is ReviewStage.TO_SEND


# ---- two at once


def test_what_others_decided_meanwhile_is_told_and_can_be_known_of(desk: Desk) -> None:
    review = started(desk)
    ids = tuple(row.id for row in rows(desk, review).values())
    before = desk.upkeep.review_list.get(review).seen
    decide(desk, review, KEEP, "Ann")
    decide(desk, review, REMIND, "Ann", "Bo")
    other = as_role(desk, OperatorRole.MODERATOR)
    try:
        decisions = other.upkeep.review_decisions
        news = decisions.anew(review, ids, before)
        assert [(one.name, one.operator, one.choice) for one in news.decided] == [
            ("Ann", "Mei", REMIND),
            ("Bo", "Mei", REMIND),
        ]
        asked_for = DecideRequest(uuid.uuid4(), review, KEEP, ids, before)
        with pytest.raises(StateChangedError):
            decisions.decide(asked_for)
        known = replace(asked_for, operation=uuid.uuid4(), seen=news.seen)
        assert decisions.decide(known).members == 4
        assert not decisions.anew(review, ids, news.seen).decided
    finally:
        other.close()


# ---- days


def test_the_first_day_of_writing_can_be_chosen_and_moved(desk: Desk) -> None:
    review = started(desk, plan=ReviewPlan(per_day=2))
    ids = tuple(row.id for row in rows(desk, review).values())
    preview = desk.upkeep.review_decisions.preview
    assert preview(review, REMIND, ids, "2026-06-05").days == (("2026-06-05", 2), ("2026-06-08", 2))
    decide(desk, review, REMIND)
    again = preview(review, REMIND, ids)
    assert again.skipped == {ReviewSkipped.SAME: 4}
    saturday = preview(review, REMIND, ids, "2026-06-06")
    assert saturday.days == (("2026-06-06", 2), ("2026-06-08", 2)), "a working Saturday in China"
    moved = DecideRequest(
        uuid.uuid4(), review, REMIND, ids, 10_000, first_day="2026-06-06", reason="调休"
    )
    assert desk.upkeep.review_decisions.decide(moved).members == 4
    assert {row.send_on for row in rows(desk, review).values()} == {"2026-06-06", "2026-06-08"}
    assert preview(review, REMIND, ids[:1], "2026-06-06").days == (("2026-06-06", 1),), (
        "whose day is moved makes room"
    )


@pytest.mark.parametrize("day", ["2026-05-31", "2027-06-02"])
def test_a_first_day_is_neither_over_nor_out_of_sight(desk: Desk, day: str) -> None:
    review = started(desk)
    ids = tuple(row.id for row in rows(desk, review).values())
    with pytest.raises(ValidationError) as caught:
        desk.upkeep.review_decisions.decide(
            DecideRequest(uuid.uuid4(), review, REMIND, ids, 0, first_day=day)
        )
    assert (caught.value.field, caught.value.code) == ("first_day", "review_first_day")


# ---- anything at all


def recorded(desk: Desk, review: int, *names: str, sent_at: str = "") -> None:
    found = [row for name, row in rows(desk, review).items() if name in names]
    write(desk, review, [row.id for row in found], REMIND, sent_at)


def write(desk: Desk, review: int, ids: list[int], choice: ReviewChoice, sent_at: str) -> None:
    texts = tuple(ReviewMessage(one, "Hello, are you still with us?", Language.EN) for one in ids)
    last = desk.upkeep.review_list.get(review).seen
    desk.upkeep.review_messages.record(
        MessagesRequest(uuid.uuid4(), review, choice, texts, last, sent_at=sent_at)
    )


def something(desk: Desk, review: int, clock: MovableClock, rand: random.Random) -> str:
    """Do one of all that may happen between two looks at a review."""
    member = rand.randint(1, 6)
    choice = rand.choice((KEEP, REMIND, NOTICE, REMOVE))
    found = rows(desk, review)
    some = [row.id for row in found.values() if rand.random() < 0.7]
    message = rand.choice((REMIND, NOTICE))
    targets = desk.upkeep.review_messages.to_write(review, message, list(some))
    due = [target.row_id for target in targets]
    one, other = (desk.members.row(m).person_id for m in rand.sample(range(1, 7), 2))
    acts: dict[str, Callable[[], object]] = {
        "decide": lambda: decide(
            desk, review, choice, *(n for n, row in found.items() if row.id in some), reason="So"
        ),
        "write": lambda: write(desk, review, due, message, rand.choice((clock.text, ""))),
        "mark": lambda: desk.upkeep.review_messages.mark(
            uuid.uuid4(), review, some, rand.choice((clock.text, ""))
        ),
        "active": lambda: seen(desk, member, clock, days=0),
        "left": lambda: imported(desk, member, state="left", ended_at=clock.text),
        "back": lambda: imported(desk, member, state="active", ended_at=None),
        "rename": lambda: imported(desk, member, name=f"M{rand.randint(1, 99)}"),
        "role": lambda: imported(desk, member, role=rand.choice(("owner", "admin", "member"))),
        "protect": lambda: desk.members.change(uuid.uuid4(), member, protected=rand.random() < 0.5),
        "key": lambda: desk.members.change(uuid.uuid4(), member, key_customer=rand.random() < 0.5),
        "link": lambda: desk.persons.link(uuid.uuid4(), one, other, "The same"),
        "leave": lambda: asked(desk, member),
        "archive": lambda: desk.groups.archive(uuid.uuid4(), 1, "Over"),
        "restore": lambda: desk.groups.restore(uuid.uuid4(), 1),
        "pause": lambda: desk.upkeep.reviews.pause(uuid.uuid4(), review),
        "resume": lambda: desk.upkeep.reviews.resume(uuid.uuid4(), review),
        "again": lambda: desk.upkeep.reviews.look_again(uuid.uuid4(), review),
        "wait": lambda: clock.move(days=rand.choice((1, 8, 15))),
    }
    name = rand.choice((*acts, "decide", "write", "wait"))
    with suppress(GroupDeskError):
        acts[name]()
    return name


def assert_nobody_by_mistake(desk: Desk, review: int, story: list[str]) -> None:
    """Assert that only those can be written to or removed whom one may and who are meant."""
    found = {row.id: row for row in rows(desk, review).values()}
    removals = {
        ident for one in desk.upkeep.review_removals.inputs(review) for ident in one.membership_ids
    }
    barred = {
        *(ReviewChange.LEFT, ReviewChange.REMOVED, ReviewChange.WITHDRAWN),
        *(ReviewChange.PROTECTED, ReviewChange.LEAVING, ReviewChange.GROUP_ARCHIVED),
    }
    for choice in (REMIND, NOTICE):
        for target in desk.upkeep.review_messages.to_write(review, choice, list(found)):
            row = found[target.row_id]
            assert row.choice is choice, story
            assert not barred & set(row.changes), story
            assert (target.name, row.stage) == (row.name, ReviewStage.TO_SEND), story
    for row in found.values():
        if row.membership_id in removals:
            assert (row.choice, row.stage) == (REMOVE, ReviewStage.TO_REMOVE), story
            assert not barred & set(row.changes), story
            assert desk.members.row(row.membership_id).role is not MemberRole.OWNER, story
        silent = row.last_active <= max(row.last_active_then, row.decided_at or row.picked_at)
        if row.stage in {ReviewStage.TO_SEND, ReviewStage.TO_REMOVE}:
            assert silent, story
    progress = desk.upkeep.review_list.get(review).progress
    assert sum(progress.stages.values()) == progress.members == len(found), story


@pytest.mark.parametrize("start", range(6))
def test_whatever_happens_nobody_is_written_to_or_removed_by_mistake(
    desk: Desk, clock: MovableClock, start: int
) -> None:
    rand = random.Random(start)
    review = started(desk)
    story: list[str] = []
    for _ in range(40):
        story.append(something(desk, review, clock, rand))
        assert_nobody_by_mistake(desk, review, story)
    assert_vouched(desk)
