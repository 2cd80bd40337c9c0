# SPDX-License-Identifier: MIT
"""Reminders and warnings: what counts, and what became of a message."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse, Incident, WarningRequest
from groupdesk.domain.enums import Action, Channel, Language, Severity, StepKind
from groupdesk.domain.errors import GroupDeskError, RefusedError, StateChangedError, ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder
from groupdesk.domain.ladder_edits import without_step
from groupdesk.domain.logged_steps import LoggedStep
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.services.standings import refresh_due
from tests.helpers import (
    MovableClock,
    clear_error,
    end_of_day,
    make_group,
    make_member,
    rule_id,
    screenshot,
    warning,
)


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def request(member: int, rule: int | None, **values: object) -> WarningRequest:
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "membership_id": member,
        "rule_id": rule,
        "position": 2,
        "channel": Channel.PRIVATE,
        "language": Language.EN,
        "message": "Please keep to the rule.",
    }
    return WarningRequest(**(known | values))  # type: ignore[arg-type]


def test_a_prepared_message_does_not_count_and_waits(desk: Desk, member: int) -> None:
    ident = warning(desk, member, rule_id(desk, 1))
    row = desk.members.row(member)
    assert (row.standing, row.waiting) == (0, 1)
    (todo,) = desk.todo.all()
    assert (todo.kind, todo.id) == ("confirm_sent", ident)


def test_a_step_of_another_ladder_than_the_writer_saw_is_not_recorded(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    fewer = without_step(DEFAULT_LADDER, 2)
    seen = request(member, rule_id(desk, 1), position=3, ladder=DEFAULT_LADDER)
    desk.ladders.publish(uuid.uuid4(), 1, fewer)  # the third step is a final warning now
    with pytest.raises(StateChangedError, match="ladder_changed") as caught:
        desk.warnings.record_sent(seen, clock.text)
    clear_error(caught.value)
    assert desk.timeline.of_member(member) == ()
    again = request(member, rule_id(desk, 1), position=3, ladder=fewer)
    desk.warnings.record_sent(again, clock.text)
    (entry,) = desk.timeline.of_member(member)
    assert entry.step_kind == StepKind.FINAL_WARNING


def test_a_sent_message_counts_until_its_clean_slate(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1))
    desk.warnings.mark_sent(uuid.uuid4(), ident, clock.text)
    row = desk.members.row(member)
    assert (row.standing, row.waiting) == (2, 0)
    last = clock() + timedelta(days=90)
    assert row.standing_until == end_of_day(last)
    clock.now = last.replace(hour=23, minute=59, second=59)
    assert desk.members.standing(member).position == 2
    clock.move(seconds=1)
    assert desk.members.standing(member).position == 0
    with desk.ledger.writing():
        assert refresh_due(desk.ledger.database, clock()) == 1
        assert refresh_due(desk.ledger.database, clock()) == 0
    assert desk.members.row(member).standing == 0


def test_what_counts_is_reckoned_from_when_it_was_sent(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    warning(desk, member, rule_id(desk, 1), sent_at=clock.ago(days=89))
    assert desk.members.row(member).standing_until == end_of_day(clock() + timedelta(days=1))


@pytest.mark.parametrize(
    ("then", "state", "standing"),
    [
        ("mark_not_sent", "not_sent", 0),
        ("mark_not_delivered", "not_delivered", 0),
    ],
)
def test_a_message_that_went_nowhere_does_not_count(
    desk: Desk, member: int, then: str, state: str, standing: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1))
    getattr(desk.warnings, then)(uuid.uuid4(), ident, "No contact")
    row = desk.members.row(member)
    assert (row.standing, row.waiting) == (standing, 0)
    (entry,) = desk.timeline.of_member(member)
    assert entry.state == state
    waits = [item.kind for item in desk.todo.all()]
    assert waits == (["not_delivered"] if state == "not_delivered" else [])


def test_a_sent_message_that_did_not_arrive_stops_counting(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), ident, " has blocked us ")
    assert desk.members.row(member).standing == 0
    (entry,) = desk.timeline.of_member(member)
    assert entry.lines == (("not_delivered", "has blocked us"),)


def test_an_answer_is_kept_with_its_words(desk: Desk, clock: MovableClock, member: int) -> None:
    ident = warning(desk, member, rule_id(desk, 1), sent_at=clock.text)
    desk.warnings.acknowledge(uuid.uuid4(), ident, "Sorry, it was my nephew.")
    (entry,) = desk.timeline.of_member(member)
    assert (entry.state, entry.reply) == ("acknowledged", "Sorry, it was my nephew.")
    assert desk.members.row(member).standing == 2


ORDER: list[tuple[str, str]] = [
    ("mark_not_sent", "mark_sent"),
    ("mark_sent", "mark_sent"),
    ("mark_not_delivered", "acknowledge"),
    ("acknowledge", "mark_not_delivered"),
]


@pytest.mark.parametrize(("first", "second"), ORDER)
def test_states_follow_one_another_only_as_they_can(
    desk: Desk, clock: MovableClock, member: int, first: str, second: str
) -> None:
    ident = warning(desk, member, rule_id(desk, 1))
    if first == "acknowledge":
        desk.warnings.mark_sent(uuid.uuid4(), ident, clock.text)

    def do(name: str) -> None:
        call: Callable[..., object] = getattr(desk.warnings, name)
        call(uuid.uuid4(), ident, *([clock.text] if name == "mark_sent" else []))

    do(first)
    head = desk.ledger.head()
    with pytest.raises(StateChangedError, match="warning_state") as caught:
        do(second)
    clear_error(caught.value)
    assert desk.ledger.head() == head


def test_a_clicked_twice_is_saved_once(desk: Desk, clock: MovableClock, member: int) -> None:
    operation = uuid.uuid4()
    ids = {
        warning(desk, member, rule_id(desk, 1), sent_at=clock.text, operation=operation)
        for _ in range(2)
    }
    assert len(ids) == len(desk.timeline.of_member(member)) == 1


def test_the_public_channel_needs_a_reason(desk: Desk, member: int) -> None:
    with pytest.raises(ValidationError, match="channel_reason_missing") as caught:
        desk.warnings.prepare(
            request(member, rule_id(desk, 1), channel=Channel.GROUP, channel_reason="\u200b")
        )
    clear_error(caught.value)
    done = request(member, rule_id(desk, 1), channel=Channel.GROUP, channel_reason="He blocks us")
    desk.warnings.prepare(done)
    (entry,) = desk.timeline.of_member(member)
    assert entry.lines == (("channel_reason", "He blocks us"),)


def test_only_a_reminder_needs_no_rule(desk: Desk, clock: MovableClock, member: int) -> None:
    desk.warnings.record_sent(request(member, None, position=1), clock.text)
    (entry,) = desk.timeline.of_member(member)
    assert (entry.step_kind, entry.rule_code) == (StepKind.REMINDER, "")
    with pytest.raises(ValidationError, match="rule_missing"):
        desk.warnings.prepare(request(member, None))


@pytest.mark.parametrize(
    ("values", "kind", "code"),
    [
        ({"message": " \n"}, ValidationError, "message_missing"),
        ({"message": "x" * 100_000}, ValidationError, "text_too_long"),
        ({"message": "a\x00"}, ValidationError, "text_unstorable"),
        ({"position": -1}, ValidationError, "step_unknown"),
        ({"position": 6}, ValidationError, "step_unknown"),
        ({"position": 5}, RefusedError, "removal_is_no_warning"),
        ({"rule_id": 999}, RefusedError, "rule_of_other_group"),
        ({"membership_id": 999}, StateChangedError, "member_gone"),
        ({"evidence": (EvidenceUse(7),)}, ValidationError, "evidence_file_missing"),
        ({"incident": Incident("yesterday")}, ValidationError, "time_unreadable"),
        ({"incident": Incident("2099-01-01T00:00:00.000Z")}, ValidationError, "time_in_future"),
        ({"incident": Incident(quoted_text="\ud800")}, ValidationError, "text_unstorable"),
    ],
)
def test_what_is_no_warning_is_refused_and_writes_nothing(
    desk: Desk, member: int, values: dict[str, object], kind: type[GroupDeskError], code: str
) -> None:
    head = desk.ledger.head()
    with pytest.raises(kind, match=code) as caught:
        desk.warnings.prepare(request(member, rule_id(desk, 1), **values))
    clear_error(caught.value)
    assert desk.ledger.head() == head


@pytest.mark.parametrize("moment", ["", "now", "2099-01-01T00:00:00.000Z"])
def test_sent_needs_a_moment_that_has_passed(desk: Desk, member: int, moment: str) -> None:
    rule = rule_id(desk, 1)
    with pytest.raises(ValidationError) as caught:
        desk.warnings.record_sent(request(member, rule), moment)
    assert caught.value.field == "sent_at"
    ident = warning(desk, member, rule)
    with pytest.raises(ValidationError):
        desk.warnings.mark_sent(uuid.uuid4(), ident, moment)


def test_screenshots_and_the_draft_go_with_the_warning(desk: Desk, member: int) -> None:
    picture = screenshot(desk)
    draft = desk.drafts.save(
        "warning", {}, membership_id=member, evidence=[EvidenceUse(picture.id)]
    )
    desk.warnings.prepare(
        request(
            member,
            rule_id(desk, 1),
            evidence=(EvidenceUse(picture.id, "The offer"),),
            draft_id=draft.id,
        )
    )
    (entry,) = desk.timeline.of_member(member)
    assert [shown.caption for shown in entry.evidence] == ["The offer"]
    assert desk.drafts.load("warning", membership_id=member) is None


def test_a_warning_that_is_gone_is_said(desk: Desk, clock: MovableClock) -> None:
    with pytest.raises(StateChangedError, match="warning_gone") as caught:
        desk.warnings.mark_sent(uuid.uuid4(), 99, clock.text)
    clear_error(caught.value)


def test_one_message_about_several_rules(desk: Desk, clock: MovableClock, member: int) -> None:
    first, second, third = (rule_id(desk, 1, code) for code in ("R1", "R2", "R3"))
    sent = request(member, first, more_rule_ids=(second, third, first), position=3)
    desk.warnings.record_sent(sent, clock.text)
    (entry,) = desk.timeline.of_member(member)
    assert entry.rule_codes == ("R1", "R2", "R3"), "each once, the one of the case first"
    assert entry.more_rules[0].titles == {"en": "No advertising"}
    (case,) = desk.cases.rows()
    assert case.rule_code == "R1"
    book = desk.rules.current(1)
    assert book is not None
    assert [rule.breaches for rule in book.rules] == [1, 1, 1]
    (row,) = desk.audit.rows(AuditFilter(action=Action.WARNING_SEND))
    assert desk.audit.detail(row.seq).changes[0][1]["rule"] == "R1, R2, R3"
    assert desk.verifier.run().findings == ()


def test_further_rules_need_a_first_one_and_an_end(desk: Desk, member: int) -> None:
    rule = rule_id(desk, 1)
    with pytest.raises(ValidationError, match="rule_missing"):
        desk.warnings.prepare(request(member, None, position=1, more_rule_ids=(rule,)))
    with pytest.raises(ValidationError, match="rules_too_many"):
        desk.warnings.prepare(request(member, rule, more_rule_ids=tuple(range(90, 95))))
    with pytest.raises(RefusedError, match="rule_of_other_group"):
        desk.warnings.prepare(request(member, rule, more_rule_ids=(90,)))
    assert desk.timeline.of_member(member) == ()


def test_a_friendly_reminder_never_counts(desk: Desk, clock: MovableClock, member: int) -> None:
    desk.warnings.record_sent(request(member, None, position=0), clock.text)
    (entry,) = desk.timeline.of_member(member)
    assert (entry.position, entry.step_kind, entry.state) == (0, "reminder", "sent")
    assert desk.members.row(member).standing == 0
    assert desk.members.standing(member).position == 0
    clock.move(days=1)
    desk.warnings.record_sent(request(member, rule_id(desk, 1), position=1), clock.text)
    assert desk.members.row(member).standing == 1
    assert desk.verifier.run().findings == ()


def test_what_did_not_arrive_stays_in_sight_until_it_is_tried_again(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    lost = warning(desk, member, rule, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost, "has blocked us")
    (todo,) = desk.todo.all()
    assert (todo.kind, todo.id, todo.membership_id) == ("not_delivered", lost, member)
    assert desk.members.row(member).undelivered
    assert list(desk.members.ids(MemberFilter(1, "undelivered"))) == [member]
    assert list(desk.members.ids(MemberFilter(None, "undelivered"))) == [member]
    assert desk.members.counts(1)["undelivered"] == 1
    prepared = warning(desk, member, rule)
    assert not desk.members.row(member).undelivered, "another one was begun"
    assert [item.kind for item in desk.todo.all()] == ["confirm_sent"]
    desk.warnings.mark_not_sent(uuid.uuid4(), prepared)
    assert desk.members.row(member).undelivered, "which was not sent either"
    (case,) = desk.cases.rows()
    desk.cases.close(uuid.uuid4(), case.number, "Cannot be reached.")
    assert not desk.members.row(member).undelivered
    assert desk.todo.all() == ()


def test_the_log_names_a_friendly_reminder_as_one(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    warning(desk, member, rule_id(desk, group), 1)
    friendly = warning(desk, member, rule_id(desk, group), 0)
    desk.warnings.mark_sent(uuid.uuid4(), friendly, clock.text)
    rows = desk.audit.rows(AuditFilter(), limit=3)
    assert [row.step for row in rows] == [
        LoggedStep(StepKind.REMINDER, 0),
        LoggedStep(StepKind.REMINDER, 0),
        LoggedStep(StepKind.REMINDER),
    ]


def test_the_log_says_which_warning_it_was_also_after_the_ladder_changed(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    second = warning(desk, member, rule_id(desk, group), 3, sent_at=clock.text)
    steps = (DEFAULT_LADDER.steps[0], *DEFAULT_LADDER.steps[3:])
    short = Ladder(steps, dict.fromkeys(Severity, 1))
    desk.ladders.publish(uuid.uuid4(), group, short)
    desk.warnings.acknowledge(uuid.uuid4(), second, "All right.")
    clock.move(days=400)
    bring_up_to_date(desk.ledger, desk.clock())
    rows = desk.audit.rows(AuditFilter(), limit=9)
    said = {row.action: row.step for row in rows if row.step}
    assert said == dict.fromkeys(
        (Action.WARNING_SEND, Action.WARNING_ACKNOWLEDGE, Action.WARNING_LAPSE),
        LoggedStep(StepKind.WARNING, 2),
    )
