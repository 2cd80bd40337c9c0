# SPDX-License-Identifier: MIT
"""An act in the wrong case is moved; a case about the wrong person goes on about the right one."""

import uuid

import pytest

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseState, NoticedHow
from groupdesk.domain.case_records import CaseFilter, CaseRequest
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)

new = uuid.uuid4
TALK, WARNING = SubjectKind.TALK, SubjectKind.WARNING


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def told(desk: Desk, number: int) -> list[tuple[str, int, str]]:
    entries = desk.case_entries.of_case(number)
    return [(entry.kind.value, entry.other_case, entry.text) for entry in entries]


def acts(desk: Desk, number: int) -> list[tuple[str, int]]:
    return [(e.kind, e.id) for e in desk.timeline.of_case(number) if e.kind != "case_entry"]


# ---- an act in the wrong case


def test_a_message_moves_with_its_screenshot_and_counts_as_before(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule, use = rule_id(desk, 1), (EvidenceUse(screenshot(desk).id),)
    first = warning(desk, member, rule, sent_at=clock.text)
    second = warning(desk, member, rule_id(desk, 1, "R2"), sent_at=clock.text, evidence=use)
    before = desk.members.row(member), desk.timeline.of_member(member)
    moved = desk.case_corrections.move_act(new(), WARNING, second, 1, "One and the same.", from_=2)
    assert moved.subject_id == 1
    assert set(acts(desk, 1)) == {("warning", first), ("warning", second)}
    assert (desk.cases.get(1).evidence, desk.cases.get(2).acts) == (1, 0)
    assert told(desk, 2) == [("moved_away", 1, "One and the same.")]
    assert told(desk, 1) == [("moved_here", 2, "One and the same.")]
    assert desk.case_entries.of_case(1)[0].facts == {"act": ("warning", clock.text)}
    assert desk.members.row(member) == before[0]
    assert len(desk.timeline.of_member(member)) == len(before[1])
    assert desk.verifier.run().findings == ()


def test_a_talk_moves_with_its_follow_up_into_a_new_case(desk: Desk, member: int) -> None:
    held = talk(desk, member, follow_up_on="2026-07-01")
    talk(desk, member)
    moved = desk.case_corrections.move_act(new(), TALK, held, 0, "Another matter", from_=1)
    assert moved.subject_id == 2
    assert acts(desk, 2) == [("talk", held)]
    assert (desk.cases.get(2).waiting, desk.cases.get(1).waiting) == (True, False)
    assert desk.cases.get(2).rule_code == ""
    assert desk.verifier.run().findings == ()


def test_a_message_in_a_new_case_brings_its_rule(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rules = [rule_id(desk, 1, code) for code in ("R1", "R2")]
    warning(desk, member, rules[0], sent_at=clock.text)
    both = warning(desk, member, rules[1], sent_at=clock.text, further=(rules[0],))
    assert desk.cases.get(1).acts == 2
    desk.case_corrections.move_act(new(), WARNING, both, 0, "Two matters", from_=1)
    assert desk.cases.get(2).rule_code == "R2"


def test_an_act_stays_with_its_member_and_moves_once(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    act = warning(desk, member, rule, sent_at=clock.text)
    warning(desk, make_member(desk, 1, "Wu"), rule, sent_at=clock.text)
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, 1, "R2"))).subject_id
    move = desk.case_corrections.move_act
    for target in (1, 2, 99):
        with pytest.raises(ValidationError, match="other_case_unsuitable") as caught:
            move(new(), WARNING, act, target, "Why not", from_=1)
        assert caught.value.field == "case"
        clear_error(caught.value)
    with pytest.raises(ValidationError, match="reason_missing"):
        move(new(), WARNING, act, 3, " ", from_=1)
    for kind, ident, from_ in ((WARNING, act, 3), (TALK, 9, 1), (SubjectKind.REMOVAL, decided, 3)):
        with pytest.raises(StateChangedError, match="act_moved") as changed:
            move(new(), kind, ident, 0, "Why not", from_=from_)
        clear_error(changed.value)
    assert [row.acts for row in desk.cases.rows()] == [1, 1, 1]


# ---- a case about the wrong person


def opened(desk: Desk, member: int) -> int:
    incident = Incident("", NoticedHow.MEMBER, "Half price")
    uses = (EvidenceUse(screenshot(desk).id, "The offer"),)
    request = CaseRequest(new(), member, rule_id(desk, 1), "Sends offers", incident, uses)
    return desk.case_acts.open(request).subject_id


def test_a_case_goes_on_about_the_right_person_and_leaves_nothing_with_the_wrong_one(
    desk: Desk, member: int
) -> None:
    wrong, wu = opened(desk, member), make_member(desk, 1, "Wu")
    right = desk.case_corrections.wrong_person(new(), wrong, wu, "It was Wu.").subject_id
    row, facts = desk.cases.get(right), desk.cases.facts(right)
    assert (row.member_name, row.rule_code, row.state, row.evidence) == (
        *("Wu", "R1", CaseState.OPEN, 1),
    )
    assert (facts.description, facts.incident.quoted_text, facts.by_hand) == (
        *("Sends offers", "Half price", True),
    )
    assert [entry.state for entry in desk.timeline.of_member(wu)] == ["opened"]
    assert desk.timeline.of_member(member) == ()
    assert desk.evidence.earlier(member) == ()
    assert [desk.members.row(stay).cases for stay in (member, wu)] == [0, 1]
    assert desk.cases.rows(membership_id=member) == ()
    old = desk.cases.get(wrong)
    assert (old.state, old.outcome) == (CaseState.CLOSED, "It was Wu.")
    assert told(desk, wrong)[-1] == ("mistaken", right, "It was Wu.")
    assert set(desk.cases.ids(CaseFilter())) == {wrong, right}, "nothing is hidden"
    with pytest.raises(RefusedError, match="case_mistaken") as caught:
        desk.cases.reopen(new(), wrong, "Why not")
    clear_error(caught.value)
    assert desk.verifier.run().findings == ()


def test_what_was_done_about_the_wrong_person_is_seen_to_first(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    number, wu = opened(desk, member), make_member(desk, 1, "Wu")
    right_person = desk.case_corrections.wrong_person
    elsewhere = make_member(desk, make_group(desk, "Borealis"), "Xu")
    for other in (member, elsewhere):
        with pytest.raises(ValidationError, match="other_member_unsuitable") as unsuitable:
            right_person(new(), number, other, "It was they.")
        clear_error(unsuitable.value)
    warning(desk, wu, rule_id(desk, 1), sent_at=clock.text)
    with pytest.raises(StateChangedError, match="case_open_already"):
        right_person(new(), number, wu, "It was Wu.")
    warning(desk, member, rule_id(desk, 1), sent_at=clock.text)
    with pytest.raises(RefusedError, match="case_has_acts") as caught:
        right_person(new(), number, wu, "It was Wu.")
    clear_error(caught.value)
    desk.cases.close(new(), number, "Done.")
    with pytest.raises(StateChangedError, match="case_changed"):
        right_person(new(), number, wu, "It was Wu.")
