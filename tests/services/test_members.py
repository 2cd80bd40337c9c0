# SPDX-License-Identifier: MIT
"""The register: lists, chips, detail, taking in and editing."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, MemberRole, MembershipState
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    warning,
)


def names(desk: Desk, which: MemberFilter, sort: str = "name") -> list[str]:
    return [row.name for row in desk.members.rows(desk.members.ids(which, sort))]


def test_lists_are_sorted_both_ways_and_limited(desk: Desk) -> None:
    group = make_group(desk)
    for name in ("Zoe", "anna", "李伟"):
        make_member(desk, group, name)
    shown = names(desk, MemberFilter(group))
    assert sorted(shown) == sorted(["Zoe", "anna", "李伟"])
    assert shown.index("anna") < shown.index("Zoe")
    assert names(desk, MemberFilter(group), "-name") == shown[::-1]
    assert len(desk.members.ids(MemberFilter(group), limit=2)) == 2
    assert desk.members.rows([]) == []


def test_unknown_activity_stays_last_and_is_never_inactive(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    for name, seen in (("Old", 200), ("New", 1), ("Unknown", 0)):
        member = make_member(desk, group, name)
        if seen:
            with desk.ledger.writing():
                Membership.update(last_active=clock.ago(days=seen)).where(
                    Membership.id == member
                ).execute()
    assert names(desk, MemberFilter(group), "last_active") == ["New", "Old", "Unknown"]
    assert names(desk, MemberFilter(group), "-last_active") == ["Old", "New", "Unknown"]
    assert names(desk, MemberFilter(group, "inactive")) == ["Old"]


def test_chips_count_what_they_show(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    rule = rule_id(desk, group)
    warned, at_risk, waiting, gone = (make_member(desk, group, f"M{n}") for n in range(4))
    warning(desk, warned, rule, 2, sent_at=clock.text)
    warning(desk, at_risk, rule, 4, sent_at=clock.text)
    warning(desk, waiting, rule, 2)
    desk.removals.decide(removal(desk, gone, rule, already_removed_at=clock.text))
    counts = desk.members.counts(group)
    assert counts == {
        "all": 3,
        "warned": 2,
        "at_risk": 1,
        "inactive": 0,
        "waiting": 1,
        "undelivered": 0,
        "former": 1,
        "leaving": 0,
    }
    for chip, count in counts.items():
        assert len(desk.members.ids(MemberFilter(group, chip))) == count
    assert desk.members.counts(None) == counts


def test_search_finds_pinyin_and_words(desk: Desk) -> None:
    group = make_group(desk)
    make_member(desk, group, "李伟")
    make_member(desk, group, "Zoe Miller")
    assert names(desk, MemberFilter(group, text="liwei")) == ["李伟"]
    assert names(desk, MemberFilter(group, text="mill")) == ["Zoe Miller"]
    assert names(desk, MemberFilter(group, text="' OR 1=1 --")) == []
    assert names(desk, MemberFilter(group, text="")) == ["李伟", "Zoe Miller"]


def test_a_returning_person_keeps_the_standing(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    rule = rule_id(desk, group)
    first = make_member(desk, group, "Li Wei", "wx1")
    warning(desk, first, rule, 3, sent_at=clock.text)
    desk.removals.decide(removal(desk, first, rule, already_removed_at=clock.text))
    second = make_member(desk, group, "Li Wei", "wx1")
    row = desk.members.row(second)
    assert (row.standing, row.cases) == (3, 1)
    assert desk.members.detail(second).next_position == 4
    assert desk.members.row(first).state is MembershipState.REMOVED
    assert len(desk.timeline.of_member(second)) == 2


def test_a_known_account_is_the_same_person_and_is_taken_in_once(desk: Desk) -> None:
    one, other = make_group(desk), make_group(desk, "Borealis")
    fields = MemberFields("Li Wei", external_id="wx1", phone="138", note="Early customer")
    member = desk.members.add(uuid.uuid4(), one, fields).subject_id
    with pytest.raises(ValidationError, match="already_member") as caught:
        desk.members.add(uuid.uuid4(), one, fields)
    clear_error(caught.value)
    again = replace(fields, name="Wei", phone="139", note="", tags=("vip",), protected=True)
    elsewhere = desk.members.add(uuid.uuid4(), other, again).subject_id
    detail = desk.members.detail(elsewhere)
    assert (detail.fields.phone, detail.fields.note) == ("139", "Early customer")
    assert (detail.fields.tags, detail.fields.protected) == (("vip",), True)
    assert [ref.membership_id for ref in detail.also_in] == [member]
    (newest,) = desk.audit.rows(AuditFilter(action=Action.MEMBER_ADD), limit=1)
    assert desk.audit.detail(newest.seq).changes[0][0]["phone"] == "138"


def test_an_edit_changes_all_and_logs_what_changed(desk: Desk) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "Li Wei", "wx1")
    fields = desk.members.detail(member).fields
    new = replace(fields, nickname="阿伟", role=MemberRole.ADMIN, tags=("a", "b"), handle="@wei")
    desk.members.edit(uuid.uuid4(), member, new)
    assert desk.members.detail(member).fields == new
    (newest,) = desk.audit.rows(AuditFilter(action=Action.MEMBER_EDIT))
    ((before, after),) = desk.audit.detail(newest.seq).changes
    assert set(before) == {"nickname", "role", "tags", "handle"}
    assert after["tags"] == "a, b"
    assert names(desk, MemberFilter(group, text="阿伟")) == ["Li Wei"]
    assert desk.verifier.run().findings == ()


def test_an_edit_compares_with_what_is_stored_by_then(desk: Desk) -> None:
    member = make_member(desk, make_group(desk))
    stale = desk.members.detail(member).fields
    desk.members.edit(uuid.uuid4(), member, replace(stale, phone="138"))
    desk.members.edit(uuid.uuid4(), member, replace(stale, phone="139"))
    newest = desk.audit.rows(AuditFilter(action=Action.MEMBER_EDIT))[0]
    assert desk.audit.detail(newest.seq).changes[0][0] == {"phone": "138"}


def test_a_member_that_is_gone_is_said(desk: Desk) -> None:
    for call in (desk.members.row, desk.members.detail, desk.members.standing):
        with pytest.raises(StateChangedError, match="member_gone") as caught:
            call(99)
        clear_error(caught.value)
    with pytest.raises(StateChangedError, match="member_gone"):
        desk.members.edit(uuid.uuid4(), 99, MemberFields("Li Wei"))
