# SPDX-License-Identifier: MIT
"""Cases: joined by rule, closed with an outcome, opened again."""

import uuid

import pytest

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseState, NoticedHow
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import StateChangedError, ValidationError
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


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def test_acts_on_one_rule_share_a_case_and_another_rule_opens_its_own(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    use = (EvidenceUse(screenshot(desk).id),)
    warning(desk, member, rule_id(desk, 1, "R1"), sent_at=clock.text, evidence=use)
    warning(desk, member, rule_id(desk, 1, "R2"), sent_at=clock.text)
    talk(desk, member, rule_id=rule_id(desk, 1, "R1"))
    second, first = desk.cases.rows(language="zh")
    assert (first.rule_code, first.rule_title, first.acts, first.evidence) == ("R1", "不跑题", 2, 1)
    assert (second.rule_code, second.rule_title, second.acts) == ("R2", "No advertising", 1)
    assert desk.members.row(member).cases == 2
    assert desk.cases.get(first.number, "zh") == first
    assert desk.cases.rows(membership_id=99) == ()
    assert desk.cases.rows(state=CaseState.CLOSED) == ()
    assert len(desk.cases.rows(group_id=1, limit=1)) == 1


def test_a_closed_case_takes_no_more_acts_and_can_be_opened_again(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    warning(desk, member, rule, sent_at=clock.text)
    desk.cases.close(uuid.uuid4(), 1, "He promised to stop.")
    assert desk.cases.get(1).outcome == "He promised to stop."
    assert desk.cases.get(1).closed_at == clock.text
    warning(desk, member, rule, 3, sent_at=clock.text)
    assert desk.cases.get(2).state is CaseState.OPEN
    desk.cases.reopen(uuid.uuid4(), 1, "He did it again.")
    assert (desk.cases.get(1).state, desk.cases.get(1).closed_at) == (CaseState.OPEN, "")
    assert desk.verifier.run().findings == ()


def test_a_case_keeps_the_incident_that_it_began_with(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    first = Incident("", NoticedHow.MEMBER, "Buy now!")
    second = Incident(clock.ago(hours=1), NoticedHow.SEEN, "Last chance!")
    third = Incident(clock.ago(hours=2), NoticedHow.SEEN, "Buy now!")
    for incident in (first, second, third):
        request = removal(desk, member, rule, incident=incident)
        receipt = desk.removals.decide(request)
        desk.reversals.record(
            uuid.uuid4(), SubjectKind.REMOVAL, receipt.subject_id, "Once more with the facts"
        )
    assert desk.cases.incident(1) == first


def test_an_assumed_time_is_kept_as_such_until_somebody_says_when(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    assumed = Incident(clock.text, happened_assumed=True)
    known = Incident(clock.ago(hours=3), NoticedHow.MEMBER)
    later = Incident(clock.ago(hours=1), NoticedHow.SEEN, happened_assumed=True)
    kept = []
    for incident in (assumed, known, later):
        receipt = desk.removals.decide(removal(desk, member, rule, incident=incident))
        kept.append(desk.cases.incident(1))
        desk.reversals.record(
            uuid.uuid4(), SubjectKind.REMOVAL, receipt.subject_id, "Once more with the facts"
        )
    assert kept == [assumed, known, known]
    assert assumed.noticed_how is NoticedHow.UNKNOWN, "nobody said how it was noticed"
    assert desk.verifier.run().findings == ()


def test_closing_needs_an_outcome_and_an_open_case(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    warning(desk, member, rule_id(desk, 1), sent_at=clock.text)
    with pytest.raises(ValidationError, match="outcome_missing") as caught:
        desk.cases.close(uuid.uuid4(), 1, " ")
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="case_changed") as changed:
        desk.cases.reopen(uuid.uuid4(), 1, "Why not")
    clear_error(changed.value)
    for call in (desk.cases.get, desk.cases.incident):
        with pytest.raises(StateChangedError, match="case_gone") as gone:
            call(99)
        clear_error(gone.value)


def test_a_case_says_that_its_removal_was_carried_out(desk: Desk, member: int) -> None:
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    steps = desk.removals.get(decided).steps
    for step in steps[:-1]:
        desk.carrying_out.tick(uuid.uuid4(), step)
    assert desk.cases.get(1).state_word == "case_state.open"
    desk.carrying_out.tick(uuid.uuid4(), steps[-1])
    assert desk.cases.get(1).state_word == "case_state.carried_out"
    (row,) = desk.cases.rows(state=CaseState.OPEN)
    assert row.carried_out, "a person closes it, with its outcome"
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, decided, "Too hasty.")
    assert desk.cases.get(1).state_word == "case_state.open"
    desk.cases.close(uuid.uuid4(), 1, "A mistake of ours.")
    assert desk.cases.get(1).state_word == "case_state.closed"
