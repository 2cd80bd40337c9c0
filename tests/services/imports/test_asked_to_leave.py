# SPDX-License-Identifier: MIT
"""A list that no longer shows somebody who asked to leave: they left, and by own wish."""

import uuid

import pytest

from groupdesk.domain.enums import DepartureHow, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitState
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group
from tests.services.exit_cases import answered, asked
from tests.services.imports.rows import listed, row


@pytest.fixture
def group(desk: Desk) -> int:
    """A group of A, B and C."""
    found = make_group(desk, rules=False)
    desk.imports.apply(uuid.uuid4(), desk.imports.preview(listed(*map(of, "ABC")), found))
    return found


def of(name: str) -> ImportRow:
    return row(ord(name), name)


def member(desk: Desk, name: str) -> int:
    return next(one.id for one in desk.members.rows([1, 2, 3]) if one.name == name)


def compared(desk: Desk, group: int, names: str, **values: object) -> int:
    found = desk.imports.preview(listed(*map(of, names)), group)
    take = Take(compare=True, **values)  # type: ignore[arg-type]
    return desk.imports.apply(uuid.uuid4(), found, take).subject_id


def state(desk: Desk, exit_id: int) -> ExitState:
    return desk.leaving.exits.get(exit_id).row.state


def test_who_asked_to_leave_left_by_own_wish(desk: Desk, group: int, clock: MovableClock) -> None:
    leaver = member(desk, "A")
    ident = answered(desk, asked(desk, leaver), until="2026-06-02")
    clock.move(days=2)
    preview = desk.imports.preview(listed(of("C")), group)
    said = {line.name: line for line in desk.imports.lines(preview, LineKind.LEFT)}
    assert said["A"].asked_to_leave == clock.ago(days=2)
    assert (said["A"].explained, said["B"].explained) == (DepartureHow.OWN_WISH, None)
    receipt = desk.imports.apply(uuid.uuid4(), preview, Take(compare=True))
    assert Topic.REQUESTS in receipt.topics
    found = desk.leaving.exits.get(ident)
    assert (found.row.state, found.row.check_on) == (ExitState.LEFT, "2026-06-06")
    assert found.entries[-1].snapshot_id == receipt.subject_id
    assert desk.departures.get(found.departure_id).how is DepartureHow.OWN_WISH
    lines = desk.lists.lines(receipt.subject_id, LineKind.LEFT)
    assert {line.name: line.how for line in lines} == {
        "A": DepartureHow.OWN_WISH,
        "B": DepartureHow.UNKNOWN,
    }
    assert desk.verifier.run().findings == ()


def test_undoing_the_list_gives_the_request_back(desk: Desk, group: int) -> None:
    ident = answered(desk, asked(desk, member(desk, "A")))
    snapshot = compared(desk, group, "BC")
    assert state(desk, ident) is ExitState.LEFT
    receipt = desk.import_undo.undo(uuid.uuid4(), snapshot, "The wrong list")
    assert Topic.REQUESTS in receipt.topics
    found = desk.leaving.exits.get(ident)
    assert (found.row.state, found.row.check_on, found.row.left_at) == (ExitState.APPROVED, "", "")
    compared(desk, group, "BC")
    assert state(desk, ident) is ExitState.LEFT
    assert desk.verifier.run().findings == ()


def test_a_person_may_say_that_it_was_otherwise(desk: Desk, group: int) -> None:
    leaver = member(desk, "A")
    ident = asked(desk, leaver)
    compared(desk, group, "BC", hows={leaver: DepartureHow.UNKNOWN})
    found = desk.leaving.exits.get(ident)
    assert found.row.state is ExitState.ENDED
    assert ExitEntryKind.LEFT in found.choices


def test_who_stays_after_all_is_not_taken_for_a_leaver(desk: Desk, group: int) -> None:
    leaver = member(desk, "A")
    answered(desk, asked(desk, leaver), ExitEntryKind.WITHDRAWN)
    (line,) = desk.imports.lines(
        desk.imports.preview(listed(of("B"), of("C")), group), LineKind.LEFT
    )
    assert (line.asked_to_leave, line.explained) == ("", None)


def test_a_wish_to_leave_explains_more_than_another_name(desk: Desk, group: int) -> None:
    asked(desk, member(desk, "A"))
    preview = desk.imports.preview(listed(of("B"), of("C"), row(0, "A.")), group)
    assert preview.summary.counts.may_be_renamed == 0


def test_a_request_that_comes_meanwhile_is_seen(desk: Desk, group: int) -> None:
    preview = desk.imports.preview(listed(of("B"), of("C")), group)
    ident = asked(desk, member(desk, "A"))
    with pytest.raises(StateChangedError, match="import_register_changed"):
        desk.imports.apply(uuid.uuid4(), preview, Take(compare=True))
    assert state(desk, ident) is ExitState.OPEN
