# SPDX-License-Identifier: MIT
"""Conditions show whom they name, combine, and are answered from indexes."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupdesk.domain.enums import MemberRole, StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep
from groupdesk.domain.member_filter import STANDINGS, STATES, Conditions, MemberFilter
from groupdesk.models.people import Group, Membership
from groupdesk.services.desk import Desk
from groupdesk.services.member_query import SORTS, order_by, where
from tests.helpers import (
    MovableClock,
    copy_once_made,
    make_desk,
    make_group,
    make_member,
    open_desk,
    rule_id,
    warning,
)


@pytest.fixture
def people(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    """Two groups; in the first A to F, in the second A again."""
    key = ("people of conditions", clock.now)
    copy_once_made(key, lambda folder: _people(folder, MovableClock(clock.now)), tmp_path)
    desk = open_desk(tmp_path, clock)
    yield desk
    desk.close()


def _people(folder: Path, clock: MovableClock) -> Desk:
    desk = make_desk(folder, clock)
    one, two = make_group(desk), make_group(desk, "Borealis")
    ids = {name: make_member(desk, one, name, f"wx{name}") for name in "ABCDEF"}
    ids["A2"] = make_member(desk, two, "A", "wxA")

    def be(name: str, **values: object) -> None:
        fields = desk.members.detail(ids[name]).fields
        desk.members.edit(uuid.uuid4(), ids[name], replace(fields, **values))  # type: ignore[arg-type]

    be("A", tags=("VIP", 'say "hi"'), key_customer=True)
    be("B", tags=("vip-lounge",), protected=True, role=MemberRole.ADMIN)
    be("C", tags=("大客户",))
    rule = rule_id(desk, one)
    warning(desk, ids["C"], rule, 1, sent_at=clock.text)
    warning(desk, ids["D"], rule, 2, sent_at=clock.text)
    warning(desk, ids["E"], rule, 4, sent_at=clock.text)
    with desk.ledger.writing():
        for name, seen in (("A", 10), ("B", 50), ("C", 100)):
            Membership.update(last_active=clock.ago(days=seen)).where(
                Membership.id == ids[name]
            ).execute()
        Membership.update(joined_at=clock.ago(days=40)).where(Membership.id == ids["A"]).execute()
        Membership.update(joined_at=None).where(Membership.id == ids["B"]).execute()
        Membership.update(state="left").where(Membership.id == ids["F"]).execute()
    return desk


def names(desk: Desk, asked: Conditions, group: int | None = 1, **more: str) -> str:
    ids = desk.members.ids(MemberFilter(group, conditions=asked, **more))
    assert desk.members.count(MemberFilter(group, conditions=asked, **more)) == len(ids)
    return "".join(row.name for row in desk.members.rows(ids))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Conditions(), "ABCDE"),
        (Conditions(standing=("good",)), "AB"),
        (Conditions(standing=("reminder",)), "C"),
        (Conditions(standing=("good", "final_warning")), "ABE"),
        (Conditions(standing=("warning",)), "D"),
        (Conditions(inactive_days=50), "BC"),
        (Conditions(inactive_days=60), "C"),
        (Conditions(inactive_days=60, activity_unknown=True), "CDE"),
        (Conditions(activity_unknown=True), "DE"),
        (Conditions(tag="vip"), "A"),
        (Conditions(tag='say "hi"'), "A"),
        (Conditions(tag='"hi"'), ""),
        (Conditions(tag="VIP-Lounge"), "B"),
        (Conditions(tag="大客户"), "C"),
        (Conditions(tag="客户"), ""),
        (Conditions(role=MemberRole.ADMIN), "B"),
        (Conditions(joined_from="2026-06-01"), "CDE"),
        (Conditions(joined_to="2026-05-31"), "A"),
        (Conditions(joined_from="2026-04-22", joined_to="2026-04-22"), "A"),
        (Conditions(key_customer=True), "A"),
        (Conditions(key_customer=False), "BCDE"),
        (Conditions(protected=True), "B"),
        (Conditions(protected=False, key_customer=False), "CDE"),
        (Conditions(state="former"), "F"),
        (Conditions(state="left"), "F"),
        (Conditions(state="removed"), ""),
        (Conditions(state="any"), "ABCDEF"),
        (Conditions(tag="vip", inactive_days=5), "A"),
        (Conditions(tag="vip", inactive_days=50), ""),
    ],
)
def test_a_condition_shows_whom_it_names(people: Desk, asked: Conditions, found: str) -> None:
    assert names(people, asked) == found


def test_conditions_chip_words_and_scope_combine(people: Desk) -> None:
    assert names(people, Conditions(key_customer=True), None) == "AA"
    assert names(people, Conditions(key_customer=False), None) == "BCDE"
    assert names(people, Conditions(tag="vip"), None) == "AA"
    assert names(people, Conditions(), None, chip="warned") == "DE"
    assert names(people, Conditions(standing=("warning",)), 1, chip="warned") == "D"
    assert names(people, Conditions(key_customer=True), None, text="wxa") == "AA"
    assert names(people, Conditions(), chip="former") == "F"
    assert names(people, Conditions(state="any"), text="wxf") == "F"


def test_each_group_is_asked_by_its_own_ladder(people: Desk, clock: MovableClock) -> None:
    strict = Ladder(
        (LadderStep.alike(StepKind.FINAL_WARNING, 30), LadderStep.alike(StepKind.REMOVAL, 0)),
        dict.fromkeys(DEFAULT_LADDER.starts, 1),
    )
    with people.ledger.writing():
        Group.update(ladder=strict.to_json()).where(Group.id == 2).execute()
        Membership.update(standing_step=1).where(Membership.group == 2).execute()
    assert names(people, Conditions(standing=("final_warning",)), None) == "AE"
    assert names(people, Conditions(standing=("reminder",)), None) == "C"
    assert names(people, Conditions(), None, chip="at_risk") == "AE"
    assert names(people, Conditions(), None, chip="warned") == "ADE"
    assert names(people, Conditions(), 2, chip="at_risk") == "A"


def test_archived_groups_are_left_out_of_all(people: Desk) -> None:
    people.groups.archive(uuid.uuid4(), 2, "Over")
    assert names(people, Conditions(), None) == "ABCDE"
    assert names(people, Conditions(), 2) == "A"
    assert people.members.counts(None)["all"] == 5


def test_every_column_sorts_both_ways_and_the_unknown_stays_last(people: Desk) -> None:
    everybody = set(people.members.ids(MemberFilter(1)))
    for sort in SORTS:
        for way in (sort, f"-{sort}"):
            assert set(people.members.ids(MemberFilter(1), way)) == everybody

    def order(sort: str) -> str:
        return "".join(row.name for row in people.members.rows(people.members.ids(ALL, sort)))

    assert order("joined")[-1] == order("-joined")[-1] == "B"
    assert (order("tags")[:3], order("-tags")[:3]) == ("ABC", "CBA")
    assert order("role")[0] == "B"
    assert order("-cases")[-3:] == "EDC"
    both = MemberFilter()
    shown = [row.group_id for row in people.members.rows(people.members.ids(both, "-group"))]
    assert shown == [2, 1, 1, 1, 1, 1]


ALL = MemberFilter(1)


@pytest.mark.parametrize(
    ("which", "index"),
    [
        (MemberFilter(1), "membership_group_id_state_sort_key_id"),
        (MemberFilter(), "membership_state_sort_key_id"),
        (MemberFilter(None, "warned"), "membership_standing"),
        (MemberFilter(None, "waiting"), "membership_waiting"),
        (MemberFilter(None, "inactive"), "membership_state_last_active"),
        (MemberFilter(None, conditions=Conditions(standing=("warning",))), "membership_standing"),
        (MemberFilter(None, conditions=Conditions(tag="VIP")), "person_tags"),
        (MemberFilter(None, conditions=Conditions(key_customer=True)), "person_key_customer"),
        (MemberFilter(None, conditions=Conditions(protected=True)), "person_protected"),
    ],
)
def test_lists_over_all_groups_are_answered_from_indexes(
    desk: Desk, which: MemberFilter, index: str
) -> None:
    make_group(desk)
    connection = desk.workspace.database.connection()
    asked = where(which, desk.clock(), connection)
    listed = f"SELECT id FROM {asked.source} WHERE {asked.sql} ORDER BY {order_by('name')}"
    sql = f"EXPLAIN QUERY PLAN {listed}"
    plan = " | ".join(row[3] for row in connection.execute(sql, asked.values))
    assert index in plan


conditions = st.builds(
    Conditions,
    standing=st.lists(st.sampled_from(STANDINGS), unique=True).map(tuple),
    inactive_days=st.sampled_from([0, 30, 60]),
    activity_unknown=st.booleans(),
    tag=st.sampled_from(["", "VIP", 'say "hi"', "%", "'", "\\"]),
    role=st.sampled_from([None, *MemberRole]),
    joined_from=st.sampled_from(["", "2026-05-01"]),
    joined_to=st.sampled_from(["", "2026-05-01"]),
    key_customer=st.sampled_from([None, True, False]),
    protected=st.sampled_from([None, True, False]),
    state=st.sampled_from(STATES),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(asked=conditions, group=st.sampled_from([None, 1]))
def test_conditions_together_show_whom_each_shows(
    people: Desk, asked: Conditions, group: int | None
) -> None:
    """What combines is the overlap; saving changes nothing of it."""
    together = set(people.members.ids(MemberFilter(group, conditions=asked)))
    if together:
        for name in asked.asked:
            fewer = asked.without(name)
            if name != "state":
                assert together <= set(people.members.ids(MemberFilter(group, conditions=fewer)))
    saved = MemberFilter.from_json(MemberFilter(None, conditions=asked).to_json())
    assert set(people.members.ids(saved._replace(group_id=group))) == together


def test_tags_that_no_program_of_ours_wrote_are_found_all_the_same(people: Desk) -> None:
    with people.ledger.writing():
        people.workspace.database.execute_sql(
            "UPDATE person SET tags = ? WHERE name = 'D'", (json.dumps(["VIP"]),)
        )
    assert names(people, Conditions(tag="VIP")) == "AD"
