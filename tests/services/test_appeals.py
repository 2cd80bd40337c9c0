# SPDX-License-Identifier: MIT
"""Appeals on a real workspace: recorded, talked about, decided by somebody else."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse
from groupdesk.domain.appeal_enums import AppealState, FirstPart, HeardBy
from groupdesk.domain.appeal_records import Answer, AppealFilter
from groupdesk.domain.carrying_out import (
    CLOSE_WAYS_BACK,
    OPEN_WAYS_BACK,
    OTHER_LISTS,
    SEND_NOTICE,
    StepResult,
    StepWhy,
)
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import (
    Channel,
    Language,
    MembershipState,
    OperatorRole,
    SubjectKind,
    Term,
)
from groupdesk.domain.errors import (
    GroupDeskError,
    PermissionDeniedError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.process import Process
from groupdesk.domain.records import MemberFields
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    warning,
)
from tests.services.appeal_cases import (
    REMOVAL,
    WARNING,
    decided,
    decision,
    objected,
    objection,
    removed,
    said,
    somebody_else,
)
from tests.services.rejoin_cases import answered, pleaded

KEPT, REDUCED, LIFTED = AppealOutcome


def warned(desk: Desk, clock: MovableClock) -> int:
    member = make_member(desk, make_group(desk))
    return warning(desk, member, rule_id(desk, 1), 3, sent_at=clock.text)


def sound(desk: Desk) -> bool:
    return desk.verifier.run().findings == ()


def refused(error: type[GroupDeskError], code: str, work: object) -> GroupDeskError:
    assert callable(work)
    with pytest.raises(error) as caught:
        work()
    assert caught.value.code == code
    clear_error(caught.value)
    return caught.value


def test_an_objection_keeps_what_was_said_and_when_it_is_to_be_answered(
    desk: Desk, clock: MovableClock
) -> None:
    target = removed(desk)
    clock.move(days=1)
    picture = EvidenceUse(screenshot(desk, 7).id, "The other phone")
    answers = (Answer("What happened?", "My nephew played."), Answer("What do you wish?", ""))
    ident = objected(desk, target, answers=answers, evidence=(picture,))
    clock.move(days=1)
    appeal = desk.appeals.get(ident)
    assert appeal.row.state is AppealState.OPEN
    assert (appeal.statement, appeal.answers) == ("It was my nephew who wrote that.", answers)
    assert appeal.row.answer_by == "2026-06-09"
    assert [one.caption for one in appeal.evidence] == ["The other phone"]
    assert appeal.outcomes == (KEPT, LIFTED)
    assert appeal.own_part is FirstPart.DECIDED
    (entry, *_) = desk.timeline.of_member(appeal.row.membership_id)
    assert (entry.kind, entry.state, entry.evidence) == ("appeal", "open", appeal.evidence)
    assert sound(desk)


def test_what_one_cannot_object_to(desk: Desk, clock: MovableClock) -> None:
    lifted = removed(desk)
    desk.reversals.record(uuid.uuid4(), REMOVAL, lifted, "Wrong account")
    member = make_member(desk, 1, "Zhao")
    prepared = warning(desk, member, rule_id(desk, 1))
    record = desk.appeals.record
    for error, code, request in (
        (StateChangedError, "already_lifted", objection(desk, lifted)),
        (StateChangedError, "appeal_nothing", objection(desk, 99)),
        (RefusedError, "appeal_not_sent", objection(desk, prepared, target_kind=WARNING)),
        (ValidationError, "appeal_of_nothing", objection(desk, 1, target_kind=SubjectKind.TALK)),
    ):
        refused(error, code, lambda request=request: record(request))
    assert desk.appeal_list.counts(AppealFilter()).all == 0


def test_only_who_can_object_is_found_and_the_last_decision_comes_first(
    desk: Desk, clock: MovableClock
) -> None:
    sent = warned(desk, clock)
    clock.move(days=1)
    held, cancelled = removed(desk), removed(desk)
    desk.removals.cancel(uuid.uuid4(), cancelled)
    warning(desk, make_member(desk, 1, "Zhao"), rule_id(desk, 1))
    which = MemberFilter(None, "may_object", "", Conditions(state="any"))

    def may() -> list[int]:
        return list(desk.members.ids(which, "decided"))

    first = desk.appeals.target(WARNING, sent).membership_id
    assert may() == [desk.appeals.target(REMOVAL, held).membership_id, first]
    desk.reversals.record(uuid.uuid4(), REMOVAL, held, "Not him")
    assert may() == [first]
    desk.warnings.mark_not_delivered(uuid.uuid4(), sent)
    assert may() == []


def test_wrong_input_is_named_at_its_field(desk: Desk, clock: MovableClock) -> None:
    target = removed(desk)
    for field, values in (
        ("statement", {"statement": " "}),
        ("statement", {"statement": "x" * 100_000}),
        ("received_at", {"received_at": clock.ago(days=-1)}),
        ("received_at", {"received_at": clock.ago(days=1)}),
        ("received_at", {"received_at": "yesterday"}),
        ("answers", {"answers": (Answer("Why?", "y" * 100_000),)}),
        ("answers", {"answers": (Answer("Why?", ""),) * 11}),
        ("late_reason", {"late_reason": "\0"}),
    ):
        with pytest.raises(ValidationError) as caught:
            desk.appeals.record(objection(desk, target, **values))
        assert caught.value.field == field
        clear_error(caught.value)


def test_one_open_objection_and_a_second_after_a_decision_only_with_a_reason(desk: Desk) -> None:
    target = removed(desk)
    first = objected(desk, target)
    record = desk.appeals.record
    refused(StateChangedError, "appeal_open", lambda: record(objection(desk, target)))
    decided(desk, first, KEPT)
    error = refused(
        ValidationError, "appeal_again_reason_missing", lambda: record(objection(desk, target))
    )
    assert isinstance(error, ValidationError)
    assert error.field == "again_reason"
    second = objected(desk, target, again_reason="The police report came.")
    assert desk.appeals.get(second).again_reason == "The police report came."
    assert [row.id for row in desk.appeal_list.of_target(REMOVAL, target)] == [second, first]


def test_after_a_withdrawal_one_may_object_again(desk: Desk) -> None:
    target = removed(desk)
    first = objected(desk, target)
    desk.appeals.add(said(desk, first, AppealEntryKind.WITHDRAWN, text=""))
    assert desk.appeals.get(first).row.state is AppealState.WITHDRAWN
    refused(
        StateChangedError,
        "appeal_over",
        lambda: desk.appeals.add(said(desk, first, AppealEntryKind.NOTE)),
    )
    with somebody_else(desk):
        refused(
            StateChangedError, "appeal_over", lambda: desk.appeals.decide(decision(first, KEPT))
        )
    assert objected(desk, target) != first


def test_late_by_a_year_is_heard_with_a_reason_and_says_how_late(
    desk: Desk, clock: MovableClock
) -> None:
    target = removed(desk)
    clock.move(days=14 + 365)
    error = refused(
        ValidationError,
        "appeal_late_reason_missing",
        lambda: desk.appeals.record(objection(desk, target)),
    )
    assert error.values == {"days": 365}
    ident = objected(desk, target, late_reason="He was in hospital.")
    appeal = desk.appeals.get(ident)
    assert (appeal.days_late, appeal.late_reason) == (365, "He was in hospital.")


def test_the_window_runs_from_when_the_notice_was_sent(desk: Desk, clock: MovableClock) -> None:
    target = removed(desk)
    assert desk.appeals.target(REMOVAL, target).heard_by is HeardBy.DECISION
    clock.move(days=3)
    notice = next(one for one in desk.removals.get(target).steps if one.code == "send_notice")
    desk.carrying_out.tick(uuid.uuid4(), notice)
    known = desk.appeals.target(REMOVAL, target)
    assert (known.heard_by, known.heard_on, known.last_day) == (
        HeardBy.NOTICE,
        "2026-06-04",
        "2026-06-18",
    )


def test_the_window_runs_from_what_arrived_and_never_from_before_the_decision(
    desk: Desk, clock: MovableClock
) -> None:
    def record(state: NoticeState, at: str) -> None:
        desk.notices.record(uuid.uuid4(), REMOVAL, target, state, at, Channel.PRIVATE, "As it was")

    target = removed(desk)
    record(NoticeState.SENT, clock.ago(days=30))
    assert desk.appeals.target(REMOVAL, target).heard_on == "2026-06-01"
    clock.move(days=2)
    record(NoticeState.NOT_DELIVERED, clock.text)
    clock.move(days=7)
    record(NoticeState.SENT, clock.text)
    known = desk.appeals.target(REMOVAL, target)
    assert (known.heard_by, known.heard_on) == (HeardBy.NOTICE, "2026-06-10")
    clock.move(days=1)
    record(NoticeState.ACKNOWLEDGED, clock.text)
    assert desk.appeals.target(REMOVAL, target).heard_on == "2026-06-10"


def test_the_groups_own_window_and_questions(desk: Desk, clock: MovableClock) -> None:
    warned_id = warned(desk, clock)
    process = Process(appeal_days=0, answer_days=3, questions={Language.EN: ("Why?",)})
    desk.processes.save(uuid.uuid4(), 1, process)
    clock.move(days=400)
    ident = objected(desk, warned_id, target_kind=WARNING)
    appeal = desk.appeals.get(ident)
    assert (appeal.days_late, appeal.target.last_day) == (0, "")
    assert appeal.row.answer_by == "2027-07-09"
    assert dict(appeal.target.questions) == {"en": ("Why?",)}


def test_a_notice_that_nobody_had_to_send_begins_no_window(desk: Desk, clock: MovableClock) -> None:
    target = removed(desk)
    clock.move(days=3)
    step = next(one for one in desk.removals.get(target).steps if one.code == "send_notice")
    desk.carrying_out.tick(uuid.uuid4(), step, StepResult.NOT_NEEDED, text="We phoned.")
    known = desk.appeals.target(REMOVAL, target)
    assert (known.heard_by, known.heard_on) == (HeardBy.DECISION, "2026-06-01")


def test_the_days_to_object_are_those_that_the_notice_named(
    desk: Desk, clock: MovableClock
) -> None:
    desk.processes.save(uuid.uuid4(), make_group(desk), Process(appeal_days=14))
    target = removed(desk)
    clock.move(days=1)
    desk.processes.save(uuid.uuid4(), 1, Process(appeal_days=14, answer_days=3))
    desk.processes.save(uuid.uuid4(), 1, Process(appeal_days=3))
    desk.processes.save(uuid.uuid4(), 1, Process(appeal_days=0))
    assert desk.appeals.target(REMOVAL, target).last_day == "2026-06-15"
    assert desk.appeals.target(REMOVAL, removed(desk)).last_day == ""


def test_the_dialogue_keeps_its_order_and_new_evidence(desk: Desk, clock: MovableClock) -> None:
    ident = objected(desk, removed(desk), evidence=(EvidenceUse(screenshot(desk, 3).id),))
    clock.move(hours=2)
    desk.appeals.add(said(desk, ident, AppealEntryKind.QUESTION))
    answer = said(
        desk,
        ident,
        AppealEntryKind.ANSWER,
        text="My nephew.",
        at=clock.ago(hours=1),
        evidence=(EvidenceUse(screenshot(desk, 4).id, "His messages"),),
    )
    desk.appeals.add(answer)
    appeal = desk.appeals.get(ident)
    assert [one.text for one in appeal.entries] == ["My nephew.", "Who had your phone that day?"]
    assert [one.caption for one in appeal.evidence] == ["", "His messages"]
    for values in ({"at": clock.ago(days=-1)}, {"at": clock.ago(days=9)}, {"text": ""}):
        with pytest.raises(ValidationError) as caught:
            desk.appeals.add(said(desk, ident, AppealEntryKind.NOTE, **values))
        clear_error(caught.value)
    assert sound(desk)


def test_whoever_decided_first_decides_again_only_with_a_recorded_reason(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    error = refused(
        ValidationError,
        "appeal_same_decider",
        lambda: desk.appeals.decide(decision(ident, KEPT)),
    )
    assert isinstance(error, ValidationError)
    assert error.field == "override_reason"
    desk.appeals.decide(decision(ident, KEPT, override_reason="Nobody else works here."))
    made = desk.appeals.get(ident).decision
    assert made is not None
    assert made.override_reason == "Nobody else works here."
    (end, *_) = desk.timeline.of_member(desk.appeals.get(ident).row.membership_id)
    assert end.lines == (("appeal_override", "Nobody else works here."),)


def test_nobody_decides_on_an_objection_about_their_own_account(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    person = desk.appeals.get(ident).target.person_id
    with somebody_else(desk):
        desk.operators.link_me(uuid.uuid4(), person)
        refused(
            RefusedError,
            "appeal_own_account",
            lambda: desk.appeals.decide(decision(ident, LIFTED, override_reason="I know best")),
        )
    with somebody_else(desk, "Bo"):
        desk.appeals.decide(decision(ident, KEPT))


def test_who_wrote_a_message_does_not_decide_about_it(desk: Desk, clock: MovableClock) -> None:
    ident = objected(desk, warned(desk, clock), target_kind=WARNING)
    assert desk.appeals.get(ident).own_part is FirstPart.WROTE
    refused(
        ValidationError,
        "appeal_same_decider",
        lambda: desk.appeals.decide(decision(ident, LIFTED)),
    )
    with somebody_else(desk):
        assert desk.appeals.get(ident).own_part is None


def test_an_override_of_somebody_else_is_not_kept(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    decided(desk, ident, KEPT, override_reason="Not needed")
    made = desk.appeals.get(ident).decision
    assert made is not None
    assert made.override_reason == ""


def test_a_lifted_message_counts_exactly_as_after_a_reversal(
    desk: Desk, clock: MovableClock
) -> None:
    first = warned(desk, clock)
    other = make_member(desk, 1, "Zhao")
    second = warning(desk, other, rule_id(desk, 1), 3, sent_at=clock.text)
    clock.move(days=1)
    decided(desk, objected(desk, first, target_kind=WARNING), LIFTED)
    desk.reversals.record(uuid.uuid4(), WARNING, second, "The same reason")
    member = desk.appeals.target(WARNING, first).membership_id
    details = [desk.members.detail(one) for one in (member, other)]
    assert {one.row.standing for one in details} == {0}
    assert len({(one.steps_taken, one.clean_since, one.next_position) for one in details}) == 1
    (entry,) = [e for e in desk.timeline.of_member(member) if e.kind == "warning"]
    assert entry.reversed_by == "An"
    assert sound(desk)


def test_lifting_calls_open_steps_off(desk: Desk) -> None:
    target = removed(desk)
    ident = objected(desk, target)
    decided(desk, ident, LIFTED)
    assert desk.removals.get(target).steps == ()
    kinds = [item.kind for item in desk.todo.all()]
    assert kinds == ["appeal_letter"]
    assert desk.members.row(desk.appeals.get(ident).row.membership_id).state is (
        MembershipState.ACTIVE
    )


def test_lifting_after_carrying_out_leads_to_a_new_stay(desk: Desk, clock: MovableClock) -> None:
    target = removed(desk, carried_out=True)
    member = desk.removals.get(target).membership_id
    ident = objected(desk, target)
    clock.move(hours=1)
    decided(desk, ident, LIFTED, letter="")
    (task,) = desk.rejoins.open()
    assert (task.membership_id, task.group_name) == (member, "Aurora")
    assert [item.kind for item in desk.todo.all(member)] == ["rejoin"]
    clock.move(days=1)
    ident = pleaded(desk, task.group_id, task.person_id)
    assert [item.kind for item in desk.todo.all()] == ["rejoin_answer"]
    answered(desk, ident)
    stay = desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident).subject_id
    row, before = desk.members.row(stay), desk.members.row(member)
    assert (row.state, row.person_id, row.name) == (
        MembershipState.ACTIVE,
        before.person_id,
        before.name,
    )
    assert before.state is MembershipState.REMOVED
    assert desk.todo.all() == ()
    assert desk.returns.alerts() == ()
    refused(
        StateChangedError,
        "rejoin_over",
        lambda: desk.rejoins.get(task.id),
    )
    assert sound(desk)


def test_somebody_who_came_back_by_hand_needs_no_task(desk: Desk) -> None:
    target = removed(desk, carried_out=True)
    decided(desk, objected(desk, target), LIFTED, letter="")
    detail = desk.members.detail(desk.removals.get(target).membership_id)
    check = desk.joins.check(1, MemberFields(detail.row.name))
    assert [finding.concern.value for finding in check.findings] == ["removal_lifted"]
    answer = JoinAnswer(same_as=detail.row.person_id)
    desk.members.add(uuid.uuid4(), 1, MemberFields(detail.row.name), answer)
    assert desk.rejoins.open() == ()
    assert desk.todo.all() == ()


def test_somebody_who_stays_away_is_asked_no_more(desk: Desk) -> None:
    decided(desk, objected(desk, removed(desk, carried_out=True)), LIFTED, letter="")
    (task,) = desk.rejoins.open()
    refused(
        ValidationError,
        "reason_missing",
        lambda: desk.rejoins.give_up(uuid.uuid4(), task.id, " "),
    )
    desk.rejoins.give_up(uuid.uuid4(), task.id, "Changed to another product")
    assert desk.rejoins.open() == ()
    refused(
        StateChangedError,
        "rejoin_over",
        lambda: desk.rejoins.give_up(uuid.uuid4(), task.id, "Again"),
    )
    assert sound(desk)


def test_the_block_of_the_case_is_lifted_with_the_decision_where_that_is_asked(
    desk: Desk,
) -> None:
    for asked in (True, False):
        target = removed(desk, carried_out=True)
        record = desk.removals.get(target)
        person = desk.members.row(record.membership_id).person_id
        desk.blocklist.block(uuid.uuid4(), person, "Insults", record.case_number)
        ident = objected(desk, target)
        assert desk.appeals.get(ident).block_reason == "Insults"
        decided(desk, ident, LIFTED, lift_block=asked)
        assert desk.members.row(record.membership_id).blocked is not asked
    assert sound(desk)


def test_a_block_for_something_else_stays(desk: Desk) -> None:
    target = removed(desk)
    member = desk.removals.get(target).membership_id
    desk.blocklist.block(uuid.uuid4(), desk.members.row(member).person_id, "Insults elsewhere")
    ident = objected(desk, target)
    assert desk.appeals.get(ident).block_reason == ""
    decided(desk, ident, LIFTED, lift_block=True)
    assert desk.members.row(member).blocked


def test_a_reduction_shortens_the_term(desk: Desk, clock: MovableClock) -> None:
    target = removed(desk, carried_out=True, term=Term.FOR_GOOD)
    ident = objected(desk, target)
    assert desk.appeals.get(ident).outcomes == (KEPT, REDUCED, LIFTED)
    with somebody_else(desk):
        for field, values in (
            ("term", {}),
            ("term", {"term": Term.FOR_GOOD}),
            ("until", {"term": Term.UNTIL}),
            ("until", {"term": Term.UNTIL, "until": "2026-05-31"}),
            ("until", {"term": Term.UNTIL, "until": "June"}),
        ):
            with pytest.raises(ValidationError) as caught:
                desk.appeals.decide(decision(ident, REDUCED, **values))
            assert caught.value.field == field
            clear_error(caught.value)
    decided(desk, ident, REDUCED, term=Term.UNTIL, until="2026-07-01")
    appeal = desk.appeals.get(ident)
    assert (appeal.target.term, appeal.target.until) == (Term.UNTIL, "2026-07-01")
    assert appeal.decision is not None
    assert (appeal.decision.term, appeal.decision.until) == (Term.UNTIL, "2026-07-01")
    assert desk.rejoins.open() == ()
    member = appeal.row.membership_id
    (end, *_, first) = desk.timeline.of_member(member)
    assert (end.kind, end.state, end.until) == ("appeal_decision", "reduced", "2026-07-01")
    assert (first.until, first.first_term, first.first_until) == ("2026-07-01", Term.FOR_GOOD, "")
    clock.move(days=1)
    stay = make_member(desk, 1, desk.members.row(member).name)
    desk.persons.link(
        uuid.uuid4(), desk.members.row(stay).person_id, desk.members.row(member).person_id, "Same"
    )
    assert [alert.membership_id for alert in desk.returns.alerts()] == [stay]
    clock.move(days=40)
    assert desk.returns.alerts() == ()
    assert sound(desk)


def test_steps_of_the_longer_term_are_not_needed_after_a_reduction(
    desk: Desk, clock: MovableClock
) -> None:
    target = removed(desk, term=Term.FOR_GOOD)
    first = desk.carrying_out.steps(target)
    desk.carrying_out.tick(uuid.uuid4(), first[0])
    ident = objected(desk, target)
    clock.move(hours=1)
    decided(desk, ident, REDUCED, term=Term.UNTIL, until="2026-07-01")
    over = {step.code: step for step in desk.carrying_out.steps(target) if step.why}
    assert {code: step.why for code, step in over.items()} == {
        OTHER_LISTS: StepWhy.TERM_SHORTENED,
        SEND_NOTICE: StepWhy.LETTER_INSTEAD,
    }
    assert all(s.state is TaskState.NOT_NEEDED and s.done_by == "An" for s in over.values())
    assert [step.code for step in desk.carrying_out.steps(target)] == [s.code for s in first]
    after = desk.audit.detail(desk.audit.rows(AuditFilter(), limit=1)[0].seq).changes[0][1]
    assert set(after["steps_not_needed"]) == {OTHER_LISTS, SEND_NOTICE}  # type: ignore[call-overload]
    (todo,) = [one for one in desk.todo.all() if one.kind == "carry_out"]
    assert (todo.done, todo.of) == (3, len(first))
    assert sound(desk)


def test_without_a_letter_the_notice_is_still_to_be_sent(desk: Desk) -> None:
    target = removed(desk, term=Term.FOR_GOOD)
    decided(desk, objected(desk, target), REDUCED, term=Term.MAY_RETURN, letter="")
    over = {step.code for step in desk.carrying_out.steps(target) if step.why}
    assert over == {CLOSE_WAYS_BACK, OTHER_LISTS}
    assert OPEN_WAYS_BACK not in {step.code for step in desk.carrying_out.steps(target)}


@pytest.mark.parametrize("closed", [True, False])
def test_ways_back_that_were_closed_are_to_be_opened(desk: Desk, closed: bool) -> None:
    target = removed(desk, term=Term.FOR_GOOD)
    result = StepResult.DONE if closed else StepResult.NOT_NEEDED
    (step,) = [one for one in desk.carrying_out.steps(target) if one.code == CLOSE_WAYS_BACK]
    desk.carrying_out.tick(uuid.uuid4(), step, result, text="so")
    decided(desk, objected(desk, target), REDUCED, term=Term.MAY_RETURN)
    last = desk.carrying_out.steps(target)[-1]
    assert (last.code == OPEN_WAYS_BACK) is closed
    if closed:
        assert last.done_at == ""
        desk.carrying_out.tick(uuid.uuid4(), last)
    assert sound(desk)


def test_a_shorter_term_takes_off_the_blocklist_whom_it_lets_back(desk: Desk) -> None:
    target = removed(desk, term=Term.FOR_GOOD, blocks=True)
    member = desk.removals.get(target).membership_id
    assert desk.members.row(member).blocked
    ident = objected(desk, target)
    decided(desk, ident, REDUCED, term=Term.MAY_RETURN, lift_block=True)
    assert not desk.members.row(member).blocked
    assert sound(desk)


def test_a_term_that_does_not_run_cannot_be_reduced(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    with somebody_else(desk):
        refused(
            RefusedError,
            "appeal_no_term",
            lambda: desk.appeals.decide(decision(ident, REDUCED, term=Term.MAY_RETURN)),
        )
    assert desk.appeals.get(ident).row.state is AppealState.OPEN


def test_what_was_lifted_meanwhile_is_answered_without_a_second_reversal(desk: Desk) -> None:
    target = removed(desk)
    ident = objected(desk, target)
    desk.reversals.record(uuid.uuid4(), REMOVAL, target, "Found the mistake ourselves")
    appeal = desk.appeals.get(ident)
    assert (appeal.lifted_meanwhile, appeal.outcomes) == (True, (LIFTED,))
    with somebody_else(desk):
        refused(
            RefusedError,
            "appeal_lifted_meanwhile",
            lambda: desk.appeals.decide(decision(ident, KEPT)),
        )
    decided(desk, ident, LIFTED)
    assert desk.appeals.get(ident).row.state is AppealState.LIFTED
    assert sound(desk)


def test_an_appeal_is_decided_once_and_the_same_operation_once(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    request = decision(ident, KEPT)
    with somebody_else(desk):
        first = desk.appeals.decide(request)
        assert desk.appeals.decide(request).repeated
        refused(
            StateChangedError, "appeal_over", lambda: desk.appeals.decide(decision(ident, LIFTED))
        )
    assert first.subject_id == ident
    refused(StateChangedError, "appeal_gone", lambda: desk.appeals.get(99))


def test_a_decider_whose_seat_was_taken_away_decides_nothing(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    with somebody_else(desk) as other:
        desk.ledger.database.execute_sql("UPDATE operator SET active = 0 WHERE id = ?", (other.id,))
        refused(
            PermissionDeniedError,
            "operator_inactive",
            lambda: desk.appeals.decide(decision(ident, LIFTED)),
        )
    assert desk.appeals.get(ident).row.state is AppealState.OPEN


def test_a_moderator_records_and_an_admin_decides(desk: Desk) -> None:
    target = removed(desk)
    with somebody_else(desk, "Bo", OperatorRole.MODERATOR):
        ident = objected(desk, target)
        refused(
            PermissionDeniedError,
            "not_allowed",
            lambda: desk.appeals.decide(decision(ident, LIFTED)),
        )
    decided(desk, ident, KEPT)
    assert desk.appeals.get(ident).operator == "Bo"


def told(desk: Desk, appeal: int, state: NoticeState, note: str = "") -> None:
    at, private = to_text(desk.clock()), Channel.PRIVATE
    desk.notices.record(uuid.uuid4(), SubjectKind.APPEAL, appeal, state, at, private, note)


def test_a_letter_is_sent_only_where_one_was_written_and_after_the_decision(
    desk: Desk, clock: MovableClock
) -> None:
    open_one = objected(desk, removed(desk))
    refused(StateChangedError, "appeal_no_letter", lambda: told(desk, open_one, NoticeState.SENT))
    ident = objected(desk, removed(desk))
    clock.move(hours=1)
    decided(desk, ident, KEPT)
    early = clock.ago(minutes=30)
    with pytest.raises(ValidationError, match="appeal_letter_too_early") as caught:
        desk.notices.record(
            uuid.uuid4(), SubjectKind.APPEAL, ident, NoticeState.SENT, early, Channel.PRIVATE
        )
    assert caught.value.field == "at"
    clear_error(caught.value)


def test_what_was_not_sent_after_all_is_to_be_sent_again(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    decided(desk, ident, KEPT)
    told(desk, ident, NoticeState.SENT)
    told(desk, ident, NoticeState.NOT_SENT, "The wrong chat")
    assert "appeal_letter" in {item.kind for item in desk.todo.all()}
    assert desk.appeal_list.counts(AppealFilter()).undelivered == 1


def test_what_became_of_the_letter(desk: Desk, clock: MovableClock) -> None:
    ident = objected(desk, removed(desk))
    decided(desk, ident, KEPT)
    assert [item.kind for item in desk.todo.all() if item.kind.startswith("appeal")] == [
        "appeal_letter"
    ]
    clock.move(hours=1)
    told(desk, ident, NoticeState.SENT)
    assert desk.appeals.get(ident).row.letter is NoticeState.SENT
    told(desk, ident, NoticeState.NOT_DELIVERED, "Blocked")
    assert desk.appeal_list.counts(AppealFilter()).undelivered == 1
    lost = [item for item in desk.todo.all() if item.kind == "letter_not_delivered"]
    assert [(item.id, item.since) for item in lost] == [(ident, clock.text)]
    told(desk, ident, NoticeState.ACKNOWLEDGED)
    appeal = desk.appeals.get(ident)
    assert [one.note for one in appeal.deliveries] == ["", "Blocked", ""]
    assert desk.appeal_list.counts(AppealFilter()).undelivered == 0
    assert not [item for item in desk.todo.all() if "letter" in item.kind]
    assert sound(desk)


def test_nobody_decides_past_what_came_in_meanwhile(desk: Desk) -> None:
    ident = objected(desk, removed(desk))
    seen = desk.appeals.get(ident).version
    desk.appeals.add(said(desk, ident, AppealEntryKind.ANSWER, text="It was my son."))
    refused(StateChangedError, "appeal_more_said", lambda: decided(desk, ident, KEPT, seen=seen))
    decided(desk, ident, KEPT, seen=desk.appeals.get(ident).version)
    assert desk.appeals.get(ident).row.state is AppealState.KEPT


def test_appeals_are_found_by_what_a_line_can_say(desk: Desk) -> None:
    fields = MemberFields("王小明", nickname="Tiger", handle="wxm88", phone="13800", note="secret")
    member = desk.members.add(uuid.uuid4(), make_group(desk), fields).subject_id
    target = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    objected(desk, target)
    objected(desk, removed(desk))

    def found(text: str) -> list[str]:
        which = AppealFilter(text=text)
        rows = desk.appeal_list.rows(which)
        assert desk.appeal_list.counts(which).all == len(rows)
        return [row.member_name for row in rows]

    for text in ("小明", "wangxm", "wang xiao", "tiger"):
        assert found(text) == ["王小明"], text
    for text in ("wxm88", "13800", "secret"):
        assert found(text) == [], "nobody could see why"
    assert len(found("auror")) == 2, "by the group as before"
    assert found("#1") == ["王小明"]
    assert found("nobody") == []


def test_the_list_counts_what_its_chips_show(desk: Desk, clock: MovableClock) -> None:
    first, second = (objected(desk, removed(desk)) for _ in range(2))
    decided(desk, second, KEPT)
    clock.move(days=8)
    third = objected(desk, removed(desk))
    rows = desk.appeal_list.rows(AppealFilter())
    assert [row.id for row in rows] == [first, third, second]
    counts = desk.appeal_list.counts(AppealFilter())
    assert tuple(counts) == (3, 2, 1, 1, 1)
    for number, asked in (
        (2, AppealFilter(state=AppealState.OPEN)),
        (1, AppealFilter(overdue=True)),
        (1, AppealFilter(decided=True)),
        (1, AppealFilter(undelivered=True)),
        (0, AppealFilter(group_id=99)),
        (1, AppealFilter(text=f"#{rows[0].case_number}")),
        (3, AppealFilter(text="li wei")),
        (0, AppealFilter(text="nobody")),
    ):
        assert len(desk.appeal_list.rows(asked)) == number
    (due,) = [item for item in desk.todo.all() if item.kind == "appeal" and item.id == first]
    assert due.due_on == "2026-06-08"


def test_in_an_archived_group_appeals_rest(desk: Desk) -> None:
    ident = objected(desk, removed(desk, carried_out=True))
    desk.groups.archive(uuid.uuid4(), 1, "Project over")
    assert [item for item in desk.todo.all() if item.kind == "appeal"] == []
    with somebody_else(desk):
        refused(RefusedError, "group_archived", lambda: desk.appeals.decide(decision(ident, KEPT)))
    assert desk.appeals.get(ident).row.state is AppealState.OPEN


def test_a_block_that_ends_otherwise_is_not_offered(desk: Desk) -> None:
    target = removed(desk)
    record = desk.removals.get(target)
    person = desk.members.row(record.membership_id).person_id
    desk.blocklist.block(uuid.uuid4(), person, "Insults", record.case_number)
    desk.blocklist.lift(uuid.uuid4(), person, "A mistake")
    assert desk.appeals.get(objected(desk, target)).block_reason == ""
