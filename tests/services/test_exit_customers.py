# SPDX-License-Identifier: MIT
"""Whom it concerns that somebody leaves, and that they were told of the new contact."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.enums import Channel
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.exit_records import ExitCustomer
from groupdesk.domain.leaving_enums import CustomerTold, ExitChip, ExitConcern, ExitEntryKind
from groupdesk.domain.records import MemberFields
from groupdesk.models.people import Membership, Person
from groupdesk.services.desk import Desk
from groupdesk.services.exit_due import due_from_exits
from tests.helpers import clear_error, make_group, make_member
from tests.services.exit_cases import answered, asked, gone, telling

KEY, ACCOUNT, TOLD, MOVED = (
    ExitConcern.KEY,
    ExitConcern.ACCOUNT,
    ExitConcern.TOLD,
    ExitConcern.MOVED,
)


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk, rules=False)


@pytest.fixture
def leaving(desk: Desk, group: int) -> int:
    return answered(desk, asked(desk, make_member(desk, group, "Li Wei")))


def customer(desk: Desk, group: int, name: str, **values: object) -> int:
    fields = MemberFields(name, **values)  # type: ignore[arg-type]
    return desk.members.add(uuid.uuid4(), group, fields).subject_id


def of(desk: Desk, exit_id: int) -> dict[str, ExitCustomer]:
    return {one.name: one for one in desk.leaving.exits.get(exit_id).customers}


def test_key_customers_and_those_of_the_leaver_are_concerned(
    desk: Desk, group: int, leaving: int
) -> None:
    customer(desk, group, "Key", key_customer=True, company="Aurora Ltd")
    customer(desk, group, "Own", account_owner=" LI  WEI ")
    customer(desk, group, "Both", key_customer=True, account_owner="Li Wei")
    customer(desk, group, "Another's", account_owner="Zhou Min")
    customer(desk, group, "Another's key", key_customer=True, account_owner="Zhou Min")
    customer(desk, make_group(desk, "B"), "Elsewhere", key_customer=True)
    found = of(desk, leaving)
    assert {name: set(one.concerns) for name, one in found.items()} == {
        "Key": {KEY},
        "Own": {ACCOUNT},
        "Both": {KEY, ACCOUNT},
    }
    assert found["Key"].company == "Aurora Ltd"
    row = desk.leaving.exits.get(leaving).row
    assert (row.customers_waiting, row.customers) == (3, 3)


def test_the_one_who_leaves_is_no_customer_of_theirs(desk: Desk, group: int) -> None:
    leaver = customer(desk, group, "Li Wei", key_customer=True, account_owner="Li Wei")
    assert desk.leaving.exits.get(asked(desk, leaver)).customers == ()


def test_what_became_of_telling_them_is_kept(desk: Desk, group: int, leaving: int) -> None:
    one = customer(desk, group, "A", key_customer=True)
    two = customer(desk, group, "B", key_customer=True)
    tell = desk.leaving.exit_customers.tell
    tell(telling(desk, leaving, one, two, state=CustomerTold.PREPARED))
    assert desk.leaving.exits.get(leaving).row.customers_waiting == 2
    receipt = tell(telling(desk, leaving, one, two))
    assert desk.audit.detail(receipt.seq).payloads == 2
    tell(telling(desk, leaving, two, state=CustomerTold.COULD_NOT, contact="", note="No answer"))
    found = of(desk, leaving)
    assert (found["A"].told, found["A"].contact) == (CustomerTold.TOLD, "Zhou Min")
    assert (found["B"].told, found["B"].note) == (CustomerTold.COULD_NOT, "No answer")
    assert desk.leaving.exits.get(leaving).row.customers_waiting == 0
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"contact": " "}, "contact", "exit_contact_missing"),
        ({"at": "2027-01-01T00:00:00.000Z"}, "at", "time_in_future"),
        ({"state": CustomerTold.NOT_NEEDED}, "note", "step_reason_missing"),
        ({"customers": ()}, "customers", "exit_customers_missing"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    desk: Desk, group: int, leaving: int, values: dict[str, object], field: str, code: str
) -> None:
    one = customer(desk, group, "A", key_customer=True)
    with pytest.raises(ValidationError) as caught:
        desk.leaving.exit_customers.tell(telling(desk, leaving, one, **values))
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)


def test_only_customers_of_the_group_are_told(desk: Desk, leaving: int) -> None:
    other = customer(desk, make_group(desk, "B"), "B", key_customer=True)
    with pytest.raises(RefusedError, match="exit_customer_other") as caught:
        desk.leaving.exit_customers.tell(telling(desk, leaving, other))
    clear_error(caught.value)
    answered(desk, leaving, ExitEntryKind.WITHDRAWN)
    with pytest.raises(StateChangedError, match="exit_over"):
        desk.leaving.exit_customers.tell(telling(desk, leaving, other))


def test_who_comes_later_is_not_told_of_somebody_long_gone(
    desk: Desk, group: int, leaving: int
) -> None:
    customer(desk, group, "There", key_customer=True)
    gone(desk, leaving)
    customer(desk, group, "Later", key_customer=True)
    assert set(of(desk, leaving)) == {"There"}


def test_who_is_no_key_customer_any_more_was_told_all_the_same(
    desk: Desk, group: int, leaving: int
) -> None:
    one = customer(desk, group, "A", key_customer=True)
    desk.leaving.exit_customers.tell(telling(desk, leaving, one))
    desk.members.change(uuid.uuid4(), one, key_customer=False)
    assert of(desk, leaving)["A"].concerns == {TOLD}


def test_told_in_one_group_is_told_in_all_that_are_left_at_once(desk: Desk, group: int) -> None:
    first = make_member(desk, group, "Li Wei", "wx1")
    other = make_group(desk, "B")
    second = make_member(desk, other, "Li Wei", "wx1")
    one = customer(desk, group, "A", key_customer=True, external_id="c1")
    customer(desk, other, "A", external_id="c1", key_customer=True)
    both = asked(desk, first, second)
    desk.leaving.exit_customers.tell(telling(desk, both, one))
    found = of(desk, both + 1)["A"]
    assert (found.told, found.elsewhere) == (CustomerTold.TOLD, "Aurora")
    assert of(desk, both)["A"].elsewhere == ""


def test_told_elsewhere_counts_for_a_customer_under_two_entries(desk: Desk, group: int) -> None:
    first = make_member(desk, group, "Li Wei", "wx1")
    other = make_group(desk, "B")
    second = make_member(desk, other, "Li Wei", "wx1")
    one = customer(desk, group, "A", key_customer=True)
    two = customer(desk, other, "A", key_customer=True)
    person = Membership.get_by_id(one).person_id
    Person.update(same_as=person).where(Person.id == Membership.get_by_id(two).person_id).execute()
    both = asked(desk, first, second)
    desk.leaving.exit_customers.tell(telling(desk, both, one))
    assert of(desk, both + 1)["A"].elsewhere == "Aurora"
    assert desk.leaving.exits.get(both + 1).row.customers_waiting == 0


def test_a_customer_who_is_gone_needs_no_telling(desk: Desk, group: int, leaving: int) -> None:
    one = customer(desk, group, "A", key_customer=True)
    other = customer(desk, group, "B", key_customer=True)
    tell = desk.leaving.exit_customers.tell
    tell(telling(desk, leaving, one, state=CustomerTold.PREPARED))
    for member in (one, other):
        gone(desk, asked(desk, member))
    found = of(desk, leaving)
    assert set(found) == {"A"}
    assert (found["A"].gone, found["A"].waits) == (True, False)
    gone(desk, leaving)
    assert desk.leaving.exits.get(leaving).row.chip is ExitChip.AFTER  # its checklist is open


def test_who_went_over_to_somebody_else_before_being_told_still_waits(
    desk: Desk, group: int
) -> None:
    own = customer(desk, group, "Own", account_owner="Li Wei")
    leaving = answered(desk, asked(desk, make_member(desk, group, "Li Wei")))
    fields = replace(desk.members.detail(own).fields, account_owner="Zhou Min")
    desk.members.edit(uuid.uuid4(), own, fields)
    assert of(desk, leaving)["Own"].waits
    assert of(desk, leaving)["Own"].concerns == {MOVED}
    assert of(desk, leaving)["Own"].account_owner == "Zhou Min"
    gone(desk, leaving)
    assert of(desk, leaving)["Own"].waits
    assert [one.kind for one in desk.todo.all() if one.kind == "exit_customers"]


def test_many_who_leave_one_group_look_at_its_members_once(
    desk: Desk, group: int, leaving: int
) -> None:
    asked(desk, make_member(desk, group, "Bo"))
    customer(desk, group, "Key", key_customer=True)
    told: list[str] = []
    with desk.ledger.reading():
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        found = due_from_exits(desk.ledger)
        connection.set_trace_callback(None)
    assert [one.of for one in found if one.kind == "exit_customers"] == [1]
    assert sum("ORDER BY membership.sort_key" in sql for sql in told) == 2  # and those by their id


def test_many_who_leave_are_read_together(desk: Desk, group: int) -> None:
    other = make_group(desk, "Other", rules=False)
    for name in ("A", "B", "C", "D", "E"):
        asked(desk, make_member(desk, group, name))
        asked(desk, make_member(desk, other, name))
    told: list[str] = []
    with desk.ledger.reading():
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        due_from_exits(desk.ledger)
        connection.set_trace_callback(None)
        plans = [
            str(row[3])
            for sql in told
            if "exit_" in sql
            for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]
    assert len(told) <= 12, "their number does not depend on how many leave"
    assert not any(one.startswith("SCAN y") for one in plans), "none is compared with all others"
    looked_up = [one for one in plans if one.startswith("SEARCH n ")]
    assert any("(person_id=?)" in one for one in looked_up), "who is back is no look at the group"
    assert any("target_id=?" in one for one in looked_up), "nor a letter at all letters"
    assert not any("(target_kind=?)" in one for one in looked_up)


def test_a_customers_own_timeline_says_that_they_were_told(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    member = make_member(desk, group, "Li Na")
    fields = MemberFields("Customer", key_customer=True)
    customer = desk.members.add(uuid.uuid4(), group, fields).subject_id
    ident = asked(desk, member)
    tell = desk.leaving.exit_customers.tell
    tell(telling(desk, ident, customer, state=CustomerTold.PREPARED))
    assert [one for one in desk.timeline.of_member(customer) if one.kind == "exit_told"] == []
    tell(telling(desk, ident, customer, note="By phone"))
    (entry,) = (one for one in desk.timeline.of_member(customer) if one.kind == "exit_told")
    assert (entry.state, entry.text, entry.channel) == (
        "told",
        "Hello, Zhou Min is here.",
        Channel.PRIVATE,
    )
    assert dict(entry.lines) == {
        "exit_contact": "Zhou Min",
        "exit_leaver": "Li Na",
        "exit_note": "By phone",
    }
    elsewhere = desk.timeline.of_person(desk.members.row(customer).person_id)
    assert [one.elsewhere for one in elsewhere if one.kind == "exit_told"] == ["Aurora"]
