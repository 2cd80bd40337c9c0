# SPDX-License-Identifier: MIT
"""Two desks on one workspace: what the other operator just did is known before one acts."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest, TalkRequest, WarningRequest
from groupdesk.domain.enums import Action, Channel, Ground, Language, OperatorRole, StepKind, Term
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.logged_steps import LoggedStep
from groupdesk.domain.records import MemberFields, OperatorRecord
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import add_operator
from tests.helpers import (
    MovableClock,
    make_group,
    make_member,
    rule_id,
    screenshot,
    talk,
    warning,
)
from tests.services.exit_cases import answered, asked, gone
from tests.services.rejoin_cases import answered as come_back
from tests.services.rejoin_cases import pleaded


@pytest.fixture
def other(desk: Desk, clock: MovableClock) -> Desk:
    """Return the desk of a second operator on the same workspace."""
    arun = add_operator(desk.ledger, uuid.uuid4(), "Arun", OperatorRole.MODERATOR).subject_id
    operator = OperatorRecord(arun, "Arun", OperatorRole.MODERATOR)
    return compose(desk.workspace, operator, clock, desk.anchor_file)


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def warn(member: int, rule: int, seen: int | None) -> WarningRequest:
    return WarningRequest(
        uuid.uuid4(),
        member,
        rule,
        2,
        Channel.PRIVATE,
        Language.EN,
        "Please keep to the rule.",
        seen_seq=seen,
    )


def test_what_another_operator_did_is_told_for_a_quarter_of_an_hour(
    desk: Desk, other: Desk, member: int, clock: MovableClock
) -> None:
    warning(other, member, rule_id(desk, 1), sent_at=clock.text)
    (act,) = desk.recent_acts.about(member).acts
    assert (act.operator, act.action, act.step) == (
        "Arun",
        Action.WARNING_SEND,
        LoggedStep(StepKind.WARNING, 1),
    )
    assert act.at == clock.text
    assert other.recent_acts.about(member).acts == (), "one knows what one did oneself"
    clock.move(minutes=15)
    assert len(desk.recent_acts.about(member).acts) == 1
    clock.move(seconds=1)
    assert desk.recent_acts.about(member).acts == ()


def test_that_somebody_wants_to_leave_or_come_back_is_told(
    desk: Desk, other: Desk, member: int
) -> None:
    ident = answered(other, asked(other, member))
    assert desk.recent_acts.about(member).acts[0].action is Action.EXIT_ANSWER
    gone(other, ident)
    person = desk.members.row(member).person_id
    come_back(other, pleaded(other, 1, person))
    assert [act.action for act in desk.recent_acts.about(member).acts] == [
        *(Action.REJOIN_ANSWER, Action.REJOIN_RECORD, Action.EXIT_LEFT),
        *(Action.EXIT_ANSWER, Action.EXIT_RECORD),
    ]


def test_register_data_and_other_people_are_no_news(
    desk: Desk, other: Desk, member: int, clock: MovableClock
) -> None:
    group = desk.members.row(member).group_id
    fields = desk.members.detail(member).fields
    other.members.edit(uuid.uuid4(), member, replace(fields, note="likes tea"))
    warning(other, make_member(desk, group, "Somebody else"), rule_id(desk, 1), sent_at=clock.text)
    assert desk.recent_acts.about(member).acts == ()


def test_it_is_the_person_that_counts_not_the_entry(
    desk: Desk, other: Desk, member: int, clock: MovableClock
) -> None:
    second = make_group(desk, "Beta")
    receipt = desk.members.add(uuid.uuid4(), second, MemberFields("Wang X"))
    rows = [desk.members.row(one).person_id for one in (member, receipt.subject_id)]
    desk.persons.link(uuid.uuid4(), rows[0], rows[1], "same telephone")
    talk(other, receipt.subject_id)
    (act,) = desk.recent_acts.about(member).acts
    assert (act.action, act.group_name) == (Action.TALK_RECORD, "Beta")


def test_a_message_is_not_recorded_over_what_happened_meanwhile(
    desk: Desk, other: Desk, member: int, clock: MovableClock
) -> None:
    rule = rule_id(desk, 1)
    seen = desk.recent_acts.about(member).seen_seq
    warning(other, member, rule, sent_at=clock.text)
    with pytest.raises(StateChangedError) as caught:
        desk.warnings.record_sent(warn(member, rule, seen), clock.text)
    assert caught.value.code == "acted_meanwhile"
    assert caught.value.values["operator"] == "Arun"
    assert len(desk.timeline.of_member(member)) == 1, "nothing was saved"
    seen = desk.recent_acts.about(member).seen_seq
    desk.warnings.record_sent(warn(member, rule, seen), clock.text)
    assert len(desk.timeline.of_member(member)) == 2


def test_talk_and_removal_ask_too(
    desk: Desk, other: Desk, member: int, clock: MovableClock
) -> None:
    seen = desk.recent_acts.about(member).seen_seq
    use = screenshot(desk)
    warning(other, member, rule_id(desk, 1), sent_at=clock.text)
    with pytest.raises(StateChangedError):
        desk.talks.record(
            TalkRequest(
                uuid.uuid4(), member, clock.text, Channel.PRIVATE, problem="x", seen_seq=seen
            )
        )
    with pytest.raises(StateChangedError):
        desk.removals.decide(
            RemovalRequest(
                uuid.uuid4(),
                member,
                Ground.INACTIVE,
                None,
                "gone",
                Term.MAY_RETURN,
                (EvidenceUse(use.id),),
                seen_seq=seen,
            )
        )


def test_ones_own_acts_and_an_erased_payload_do_not_stop(
    desk: Desk, other: Desk, member: int, clock: MovableClock
) -> None:
    rule = rule_id(desk, 1)
    seen = desk.recent_acts.about(member).seen_seq
    warning(desk, member, rule, sent_at=clock.text)
    desk.warnings.record_sent(warn(member, rule, seen), clock.text)
    assert desk.recent_acts.about(0).acts == (), "nobody has such an id"
