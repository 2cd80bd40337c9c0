# SPDX-License-Identifier: MIT
"""Talks that are planned: prepared, moved, held, called off."""

import uuid

import pytest

from groupdesk.domain.enums import Channel
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member, rule_id, talk, warning


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def plan(desk: Desk, member: int, due_on: str = "2026-06-03", **values: object) -> int:
    known: dict[str, object] = {"due_on": due_on, "due_time": "15:00", "problem": "Offers"}
    known |= {"operation": uuid.uuid4(), "membership_id": member, "channel": Channel.PHONE}
    request = PlanRequest(**(known | values))  # type: ignore[arg-type]
    return desk.talk_plans.plan(request).subject_id


def only(desk: Desk, member: int, kind: str) -> TimelineEntry:
    (entry,) = [one for one in desk.timeline.of_member(member) if one.kind == kind]
    return entry


def test_a_plan_waits_on_its_day_and_keeps_what_was_prepared(desk: Desk, member: int) -> None:
    warning(desk, member, rule_id(desk, 1), sent_at="2026-05-30T01:00:00.000Z")
    draft = desk.drafts.save("talk", {"problem": "half"}, membership_id=member)
    task = plan(
        desk,
        member,
        thanks=" Helps newcomers ",
        took_part="A colleague",
        rule_id=rule_id(desk, 1),
        draft_id=draft.id,
    )
    (todo,) = desk.todo.all(member)
    said = (todo.kind, todo.id, todo.due_on, todo.due_time, todo.about)
    assert said == ("plan", task, "2026-06-03", "15:00", "Offers")
    found = desk.talk_plans.get(task)
    assert found.parts == {"thanks": "Helps newcomers", "problem": "Offers"}
    assert (found.rule_code, found.channel, found.took_part) == ("R1", Channel.PHONE, "A colleague")
    assert desk.talk_plans.of_member(member) == (found,)
    entry = only(desk, member, "plan")
    assert (entry.state, entry.at, entry.case_number) == (
        "planned",
        "2026-06-03T07:00:00.000Z",
        1,
    )
    assert desk.timeline.of_member(member)[0] == entry
    assert entry in desk.timeline.of_case(1)
    assert desk.drafts.load("talk", membership_id=member) is None
    assert desk.verifier.run().findings == ()


def test_a_plan_opens_no_case(desk: Desk, member: int) -> None:
    plan(desk, member)
    assert desk.cases.rows() == ()
    assert only(desk, member, "plan").case_number == 0


def test_the_talk_that_it_leads_to_ends_the_plan(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    held, vain = plan(desk, member), plan(desk, member, "2026-06-04")
    clock.move(days=3)
    talk(desk, member, plan_id=held)
    talk(desk, member, plan_id=vain, not_held=NotHeld.NO_ANSWER, problem="")
    assert desk.todo.all() == ()
    kinds = [(entry.kind, entry.state) for entry in desk.timeline.of_member(member)]
    assert kinds == [("talk", "no_answer"), ("talk", "")]
    for again in (held, vain, 99):
        with pytest.raises(StateChangedError, match="plan_over") as caught:
            talk(desk, member, plan_id=again)
        clear_error(caught.value)
    assert len(desk.timeline.of_member(member)) == 2
    assert desk.verifier.run().findings == ()


def test_a_plan_of_somebody_else_is_not_ended(desk: Desk, member: int) -> None:
    task = plan(desk, make_member(desk, 1, "Wei"))
    with pytest.raises(StateChangedError, match="plan_over"):
        talk(desk, member, plan_id=task)
    assert desk.talk_plans.get(task).due_on == "2026-06-03"


def test_a_plan_is_moved_and_changed_and_says_where_it_was(desk: Desk, member: int) -> None:
    task = plan(desk, member)
    desk.todo.move(uuid.uuid4(), task, "2026-06-10", "", "He is away")
    entry = only(desk, member, "plan")
    assert (entry.until, entry.due_time) == ("2026-06-10", "")
    assert dict(entry.lines)["moved_from"] == "2026-06-03"
    plan(desk, member, "2026-06-11", task_id=task, problem="Links")
    found = desk.talk_plans.get(task)
    assert (found.due_on, found.due_time, found.parts) == (
        "2026-06-11",
        "15:00",
        {"problem": "Links"},
    )
    (change,) = desk.audit.detail(desk.audit.count()).changes
    assert change[0] == {"due_on": "2026-06-10"}
    assert len(desk.todo.all()) == 1
    assert desk.verifier.run().findings == ()


def test_a_plan_is_called_off_with_a_reason(desk: Desk, member: int) -> None:
    task = plan(desk, member)
    for reason in ("", "x" * 100_000, "\ud800"):
        with pytest.raises(ValidationError) as wrong:
            desk.talk_plans.call_off(uuid.uuid4(), task, reason)
        assert wrong.value.field == "reason"
        clear_error(wrong.value)
    desk.talk_plans.call_off(uuid.uuid4(), task, "He wrote by himself")
    assert desk.todo.all() == ()
    entry = only(desk, member, "plan")
    assert (entry.state, entry.reversed_by, entry.reversal_reason) == (
        "called_off",
        "Mei",
        "He wrote by himself",
    )
    for act in (
        lambda: desk.talk_plans.call_off(uuid.uuid4(), task, "Again"),
        lambda: desk.todo.move(uuid.uuid4(), task, "2026-06-20"),
        lambda: desk.talk_plans.get(task),
        lambda: plan(desk, member, task_id=task),
    ):
        with pytest.raises(StateChangedError, match="plan_over"):
            act()


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"due_on": "2026-05-31"}, "due_on", "follow_up_in_past"),
        ({"due_on": "soon"}, "due_on", "time_unreadable"),
        ({"due_on": "2026-06-01", "due_time": "08:59"}, "due_time", "plan_in_past"),
        ({"due_time": "3 pm"}, "due_time", "time_unreadable"),
        ({"due_time": "15:00:01"}, "due_time", "time_unreadable"),
        ({"thanks": "x" * 100_000}, "thanks", "text_too_long"),
        ({"took_part": "\ud800"}, "took_part", "text_unstorable"),
    ],
)
def test_what_is_no_plan_is_refused(
    desk: Desk, member: int, values: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        plan(desk, member, **values)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)
    assert desk.todo.all() == ()


def test_it_rests_in_an_archived_group(desk: Desk, member: int) -> None:
    task = plan(desk, member)
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    assert desk.todo.all() == ()
    assert only(desk, member, "plan").id == task


def test_a_plan_edited_outside_the_log_is_found(desk: Desk, member: int) -> None:
    plan(desk, member)
    connection = desk.workspace.database
    with desk.ledger.reading():
        connection.execute_sql("DROP TRIGGER task_event_no_update")
        connection.execute_sql("UPDATE task_event SET facts = '{}'")
    (finding,) = [f for f in desk.verifier.run().findings if f.code == "row_changed"]
    assert (finding.subject, finding.member) == ("task_event:1", "Li Wei")
