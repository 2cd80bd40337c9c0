# SPDX-License-Identifier: MIT
"""The checklist of leaving: ticked with time and name; messages that still come are asked about."""

import uuid

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import RefusedError, StateChangedError, StorageError, ValidationError
from groupdesk.domain.exit_records import ExitItemRecord
from groupdesk.domain.leaving_enums import ExitAdvice, ExitChip, ExitEntryKind
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member
from tests.services.appeal_cases import somebody_else
from tests.services.exit_cases import answered, asked, gone


@pytest.fixture
def leaving(desk: Desk) -> int:
    """A request that was agreed to."""
    return answered(desk, asked(desk, make_member(desk, make_group(desk, rules=False))))


def item(desk: Desk, exit_id: int, code: str) -> ExitItemRecord:
    return next(one for one in desk.leaving.exits.get(exit_id).items if one.code == code)


def tick(
    desk: Desk, exit_id: int, code: str, result: TaskState = TaskState.DONE, **values: str
) -> None:
    task = item(desk, exit_id, code).task_id
    desk.leaving.exit_items.tick(uuid.uuid4(), exit_id, [task], result, **values)


def test_a_line_is_ticked_with_time_and_name(desk: Desk, leaving: int, clock: MovableClock) -> None:
    tick(desk, leaving, "files_saved", at=clock.ago(minutes=5), text="On the share")
    done = item(desk, leaving, "files_saved")
    assert (done.state, done.done_at, done.done_by) == (TaskState.DONE, clock.ago(minutes=5), "Mei")
    assert (done.result, done.turns[0].recorded_at) == ("On the share", clock.text)
    row = desk.leaving.exits.get(leaving).row
    assert (row.items_done, row.items) == (1, 6)
    with pytest.raises(StateChangedError, match="step_done"):
        tick(desk, leaving, "files_saved")


def test_what_was_not_done_says_why(desk: Desk, leaving: int) -> None:
    for result in (TaskState.NOT_NEEDED, TaskState.COULD_NOT):
        with pytest.raises(ValidationError, match="step_reason_missing"):
            tick(desk, leaving, "colleagues_told", result)
    tick(desk, leaving, "colleagues_told", TaskState.COULD_NOT, text="All are away")
    assert item(desk, leaving, "colleagues_told").state is TaskState.COULD_NOT
    tick(desk, leaving, "colleagues_told", TaskState.NOT_NEEDED, text="Works alone")
    assert item(desk, leaving, "colleagues_told").state is TaskState.NOT_NEEDED
    with pytest.raises(ValidationError, match="time_in_future"):
        tick(desk, leaving, "files_saved", at="2027-01-01T00:00:00.000Z")


def test_a_slip_is_taken_back_just_so_and_later_with_a_reason(
    desk: Desk, leaving: int, clock: MovableClock
) -> None:
    tick(desk, leaving, "files_saved")
    items, task = desk.leaving.exit_items, item(desk, leaving, "files_saved").task_id
    with somebody_else(desk), pytest.raises(ValidationError, match="reason_missing"):
        items.reopen(uuid.uuid4(), leaving, [task])
    items.reopen(uuid.uuid4(), leaving, [task])
    assert item(desk, leaving, "files_saved").done_at == ""
    tick(desk, leaving, "files_saved")
    clock.move(minutes=2)
    with pytest.raises(ValidationError, match="reason_missing"):
        items.reopen(uuid.uuid4(), leaving, [task])
    items.reopen(uuid.uuid4(), leaving, [task], "The folder was empty")
    states = [turn.state for turn in item(desk, leaving, "files_saved").turns]
    assert states == [TaskState.DONE, TaskState.REOPENED] * 2
    with pytest.raises(StateChangedError, match="step_open"):
        items.reopen(uuid.uuid4(), leaving, [task])
    assert desk.verifier.run().findings == ()


def test_a_request_that_is_over_has_no_lines_to_tick(desk: Desk, leaving: int) -> None:
    task = item(desk, leaving, "files_saved").task_id
    answered(desk, leaving, ExitEntryKind.WITHDRAWN)
    items = desk.leaving.exit_items
    with pytest.raises(StateChangedError, match="exit_over"):
        items.tick(uuid.uuid4(), leaving, [task])
    with pytest.raises(ValidationError, match="exit_item_missing") as caught:
        items.tick(uuid.uuid4(), leaving, [])
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="exit_gone"):
        items.tick(uuid.uuid4(), 99, [task])


def test_what_follows_from_the_records_is_not_ticked(desk: Desk, leaving: int) -> None:
    assert item(desk, leaving, "left_platform").task_id == 0
    gone(desk, leaving)
    assert item(desk, leaving, "left_platform").done_by == "Mei"
    with pytest.raises(RefusedError, match="exit_item_other") as caught:
        tick(desk, leaving, "notifications")
    clear_error(caught.value)


def test_messages_that_still_come_are_asked_about_again(
    desk: Desk, leaving: int, clock: MovableClock
) -> None:
    items = desk.leaving.exit_items
    with pytest.raises(StateChangedError, match="exit_check_over") as caught:
        items.check(uuid.uuid4(), leaving, TaskState.DONE)
    clear_error(caught.value)
    gone(desk, leaving)
    for advice, due in zip(ExitAdvice, ("2026-06-07", "2026-06-10", "2026-06-13"), strict=True):
        clock.move(days=3)
        assert desk.leaving.exits.get(leaving).advice is advice
        items.check(uuid.uuid4(), leaving, TaskState.COULD_NOT, "Two this morning")
        assert desk.leaving.exits.get(leaving).row.check_on == due
    assert desk.leaving.exits.get(leaving).tried == tuple(ExitAdvice)
    with pytest.raises(ValidationError, match="step_reason_missing"):
        items.check(uuid.uuid4(), leaving, TaskState.NOT_NEEDED)
    items.check(uuid.uuid4(), leaving, TaskState.DONE, "All quiet")
    found = desk.leaving.exits.get(leaving)
    assert found.row.check_on == ""
    assert item(desk, leaving, "notifications").result == "All quiet"
    with pytest.raises(StateChangedError, match="exit_check_over"):
        items.check(uuid.uuid4(), leaving, TaskState.DONE)
    assert desk.verifier.run().findings == ()


def test_when_all_is_done_it_is_over(desk: Desk, leaving: int) -> None:
    gone(desk, leaving)
    open_ones = [one.task_id for one in desk.leaving.exits.get(leaving).items[:-2]]
    desk.leaving.exit_items.tick(uuid.uuid4(), leaving, open_ones)
    assert desk.leaving.exits.get(leaving).row.chip is ExitChip.AFTER
    desk.leaving.exit_items.check(uuid.uuid4(), leaving, TaskState.DONE)
    assert desk.leaving.exits.get(leaving).row.chip is ExitChip.OVER


def test_a_moment_that_was_edited_is_said_to_be_damaged(desk: Desk) -> None:
    stay = make_member(desk, make_group(desk, rules=False))
    with desk.ledger.writing():
        desk.ledger.database.execute_sql(
            "UPDATE membership SET state = 'left', ended_at = 'soon' WHERE id = ?", (stay,)
        )
    with pytest.raises(StorageError, match="damaged"):
        asked(desk, stay, left_at=to_text(desk.clock()))


@pytest.fixture
def twice(desk: Desk) -> tuple[int, int]:
    """A request for two groups in one act."""
    first = make_member(desk, make_group(desk, "Alpha", rules=False), external_id="wx1")
    second = make_member(desk, make_group(desk, "Beta", rules=False), external_id="wx1")
    ident = asked(desk, first, second)
    return ident, next(one.id for one in desk.leaving.exits.get(ident).earlier if one.together)


def test_what_concerns_the_person_is_ticked_for_all_groups_in_one_act(
    desk: Desk, twice: tuple[int, int], clock: MovableClock
) -> None:
    here, there = twice
    line = item(desk, here, "confidentiality")
    ((also, group, task, done_at),) = line.elsewhere
    assert (also, group, done_at, line.once) == (there, "Beta", "", True)
    named = item(desk, here, "contact_named")
    assert [one.exit_id for one in named.elsewhere] == [there]
    assert not named.once
    items = desk.leaving.exit_items
    receipt = items.tick(uuid.uuid4(), here, [line.task_id, task])
    assert desk.audit.detail(receipt.seq).payloads == 2
    for ident in twice:
        done = item(desk, ident, "confidentiality")
        assert (done.done_by, done.done_at) == ("Mei", clock.text)
    clock.move(minutes=2)
    with pytest.raises(ValidationError, match="reason_missing"):
        items.reopen(uuid.uuid4(), here, [line.task_id, task])
    items.reopen(uuid.uuid4(), there, [line.task_id, task], "Not yet signed")
    assert not any(item(desk, ident, "confidentiality").done_at for ident in twice)


def test_lines_of_another_request_or_of_one_that_is_over_are_not_ticked(
    desk: Desk, twice: tuple[int, int], leaving: int
) -> None:
    here, there = twice
    items, line = desk.leaving.exit_items, item(desk, here, "files_saved")
    strange = item(desk, leaving, "files_saved").task_id
    with pytest.raises(StateChangedError, match="exit_gone"):
        items.tick(uuid.uuid4(), here, [line.task_id, strange])
    answered(desk, there, ExitEntryKind.WITHDRAWN)
    assert item(desk, here, "files_saved").elsewhere == ()
    ((_exit, _group, task, _done),) = line.elsewhere
    with pytest.raises(StateChangedError, match="exit_over"):
        items.tick(uuid.uuid4(), here, [line.task_id, task])
    assert not item(desk, here, "files_saved").done_at


def test_whether_messages_come_is_answered_for_all_groups_at_once(
    desk: Desk, twice: tuple[int, int]
) -> None:
    here, there = twice
    gone(desk, here)
    assert item(desk, here, "notifications").elsewhere == ()
    gone(desk, there)
    assert [one.exit_id for one in item(desk, here, "notifications").elsewhere] == [there]
    items = desk.leaving.exit_items
    items.check(uuid.uuid4(), here, TaskState.COULD_NOT, also=[there])
    assert [desk.leaving.exits.get(one).tried for one in twice] == [(ExitAdvice.LEAVE_AGAIN,)] * 2
    items.check(uuid.uuid4(), here, TaskState.DONE, also=[there])
    assert [desk.leaving.exits.get(one).row.check_on for one in twice] == ["", ""]
