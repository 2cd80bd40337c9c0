# SPDX-License-Identifier: MIT
"""How a stay ended is corrected by a further record; the first one stays."""

import uuid

import pytest

from groupdesk.domain.enums import DepartureHow, MembershipState
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.import_preview import Take
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, removal, rule_id
from tests.services.imports.rows import listed, row

U = uuid.uuid4
OWN, REMOVED = DepartureHow.OWN_WISH, DepartureHow.REMOVED
UNKNOWN, STAYED = DepartureHow.UNKNOWN, DepartureHow.STAYED


def take(desk: Desk, group: int, *members: int) -> int:
    rows = [row(i, f"M{i}") for i in members]
    found = desk.imports.preview(listed(*rows), group)
    return desk.imports.apply(U(), found, Take(compare=True)).subject_id


@pytest.fixture
def gone(desk: Desk) -> int:
    """A member who was missing from the last list."""
    group = make_group(desk)
    take(desk, group, 1, 2)
    take(desk, group, 2)
    return desk.members.ids(MemberFilter(group, "former"))[0]


def entry(desk: Desk, member: int) -> int:
    return next(e.id for e in desk.timeline.of_member(member) if e.kind == "departure")


def test_a_correction_stands_beside_what_it_corrects(
    desk: Desk, clock: MovableClock, gone: int
) -> None:
    clock.move(days=2)
    desk.departures.correct(U(), entry(desk, gone), OWN, "She wrote so")
    now, before = desk.timeline.of_member(gone)
    assert (now.state, now.lines, now.reversed_at) == (
        "own_wish", (("correction", "She wrote so"),), "",
    )  # fmt: skip
    assert (before.state, before.reversed_at, before.reversal_reason) == (
        "unknown", clock.text, "She wrote so",
    )  # fmt: skip
    assert desk.members.detail(gone).row.state is MembershipState.LEFT
    assert desk.verifier.run().findings == ()


def test_somebody_who_never_left_is_a_member_again(desk: Desk, gone: int) -> None:
    desk.departures.correct(U(), entry(desk, gone), STAYED, "The list was cut off")
    detail = desk.members.detail(gone)
    assert (detail.row.state, detail.ended_at) == (MembershipState.ACTIVE, "")
    desk.departures.correct(U(), entry(desk, gone), UNKNOWN, "Gone after all")
    assert desk.members.detail(gone).row.state is MembershipState.LEFT
    assert desk.verifier.run().findings == ()


def test_removed_by_us_needs_the_record_of_it(desk: Desk, gone: int) -> None:
    known = desk.departures.get(entry(desk, gone))
    assert known.choices == (OWN, UNKNOWN, STAYED)
    with pytest.raises(ValidationError) as caught:
        desk.departures.correct(U(), known.id, REMOVED, "Ann did it")
    assert caught.value.field == "how"
    clear_error(caught.value)


def test_removed_by_us_names_the_case(desk: Desk) -> None:
    group = make_group(desk)
    take(desk, group, 1, 2)
    member = desk.members.ids(MemberFilter(group))[0]
    desk.removals.decide(removal(desk, member, rule_id(desk, group)))
    take(desk, group, 2)
    known = desk.departures.get(entry(desk, member))
    assert (known.how, known.case_number) == (REMOVED, 1)
    desk.departures.correct(U(), known.id, OWN, "She was quicker")
    desk.departures.correct(U(), entry(desk, member), REMOVED, "No, it was us")
    assert desk.departures.get(entry(desk, member)).case_number == 1
    assert desk.members.detail(member).row.state is MembershipState.REMOVED


def test_who_is_back_cannot_have_stayed(desk: Desk, gone: int) -> None:
    take(desk, 1, 1, 2)
    known = desk.departures.get(entry(desk, gone))
    assert STAYED not in known.choices
    with pytest.raises(StateChangedError) as caught:
        desk.departures.correct(U(), known.id, STAYED, "No")
    clear_error(caught.value)


def test_only_the_last_record_is_corrected_with_something_new(desk: Desk, gone: int) -> None:
    first = entry(desk, gone)
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.departures.correct(U(), first, OWN, " ")
    with pytest.raises(ValidationError, match="departure_same"):
        desk.departures.correct(U(), first, UNKNOWN, "Hm")
    desk.departures.correct(U(), first, OWN, "She wrote so")
    for stale in (first, 99):
        with pytest.raises(StateChangedError) as caught:
            desk.departures.correct(U(), stale, STAYED, "Hm")
        clear_error(caught.value)


def test_after_an_undone_import_the_record_before_it_can_be_corrected(
    desk: Desk, gone: int
) -> None:
    desk.departures.correct(U(), entry(desk, gone), STAYED, "Was only silent")
    kept = entry(desk, gone)
    snapshot = take(desk, desk.members.row(gone).group_id, 2)
    with pytest.raises(StateChangedError):
        desk.departures.get(kept)
    desk.import_undo.undo(U(), snapshot, "Wrong list")
    desk.departures.correct(U(), kept, OWN, "Had left after all")
    assert desk.members.row(gone).state is MembershipState.LEFT
    assert desk.verifier.run().findings == ()


def test_a_removal_since_is_not_written_over(desk: Desk, clock: MovableClock, gone: int) -> None:
    desk.departures.correct(U(), entry(desk, gone), STAYED, "Was only silent")
    kept = entry(desk, gone)
    group = desk.members.row(gone).group_id
    removed_at = clock.ago(minutes=1)
    desk.removals.decide(removal(desk, gone, rule_id(desk, group), already_removed_at=removed_at))
    with pytest.raises(StateChangedError):
        desk.departures.correct(U(), kept, OWN, "Wanted to leave")
    assert desk.members.row(gone).state is MembershipState.REMOVED


def test_an_undone_import_leaves_nothing_to_correct(desk: Desk) -> None:
    group = make_group(desk)
    take(desk, group, 1, 2)
    member = desk.members.ids(MemberFilter(group))[0]
    snapshot = take(desk, group, 2)
    known = entry(desk, member)
    desk.import_undo.undo(U(), snapshot, "Wrong list")
    with pytest.raises(StateChangedError):
        desk.departures.get(known)
