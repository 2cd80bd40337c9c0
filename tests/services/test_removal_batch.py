# SPDX-License-Identifier: MIT
"""Many members in one act: a dry run that says what is missing, then all of them or none."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse
from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import (
    Action,
    FairItem,
    Ground,
    Language,
    MembershipState,
    Term,
)
from groupdesk.domain.errors import (
    CancelledError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.removal_records import BatchLine, BatchMember, BatchRequest
from groupdesk.domain.removal_states import RemovalConcern, RemovalState
from groupdesk.models import turns
from groupdesk.services.desk import Desk
from tests.helpers import (
    ALL_OVERRIDES,
    MovableClock,
    clear_error,
    give_pin,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    warning,
)
from tests.services.two_operators import ask_always, seat_of


def batch(desk: Desk, *members: int | BatchMember, **values: object) -> BatchRequest:
    """Return a request that lacks nothing where the members are in no breach of anything."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "members": tuple(
            one if isinstance(one, BatchMember) else BatchMember(one) for one in members
        ),
        "ground": Ground.INACTIVE,
        "reason": "Nobody has read here for a year.",
        "term": Term.MAY_RETURN,
        "overrides": {FairItem.REMINDED: "Announced in the group."},
    }
    if "evidence" not in values:
        known["evidence"] = (EvidenceUse(screenshot(desk).id, "The list of last visits"),)
    return BatchRequest(**(known | values))  # type: ignore[arg-type]


def line_of(desk: Desk, request: BatchRequest, membership_id: int) -> BatchLine:
    preview = desk.removal_batches.preview(request)
    return next(line for line in preview.lines if line.membership_id == membership_id)


def test_all_members_share_act_and_screenshot_and_have_cases_of_their_own(
    desk: Desk, clock: MovableClock
) -> None:
    first, second = make_group(desk), make_group(desk, "Borealis")
    members = [make_member(desk, first, "A"), make_member(desk, second, "B")]
    request = batch(
        desk,
        *members,
        ground=Ground.BREACH,
        rules={first: "R1", second: "R2"},
        overrides=ALL_OVERRIDES,
        notices={Language.EN: "We have removed you."},
    )
    preview = desk.removal_batches.preview(request)
    assert preview.ready
    assert [(line.rule_code, line.case_number) for line in preview.lines] == [("R1", 0), ("R2", 0)]
    before = desk.audit.count()
    receipt = desk.removal_batches.decide(request)
    assert desk.audit.count() == before + 1
    (newest,) = desk.audit.rows(AuditFilter(action=Action.REMOVAL_BATCH))
    assert len(desk.audit.detail(newest.seq).changes) == 2
    records = [desk.removals.get(receipt.subject_id + at) for at in (0, 1)]
    assert [record.membership_id for record in records] == members
    assert [record.rule_code for record in records] == ["R1", "R2"]
    assert len({record.case_number for record in records}) == 2
    assert {record.batch for record in records} == {str(request.operation)}
    assert {record.notice for record in records} == {"We have removed you."}
    for member in members:
        (entry,) = desk.timeline.of_member(member)
        assert [picture.caption for picture in entry.evidence] == ["The list of last visits"]
    assert desk.removal_batches.decide(request).repeated
    assert desk.verifier.run().findings == ()


def test_a_dry_run_says_of_each_what_is_missing(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    plain, warned, safe = (make_member(desk, group, name) for name in "ABC")
    warning(desk, warned, rule_id(desk, group), 2, sent_at=clock.text)
    fields = desk.members.detail(safe).fields
    desk.members.edit(uuid.uuid4(), safe, replace(fields, protected=True))
    request = batch(
        desk,
        BatchMember(plain, overrides={FairItem.WARNED: "By phone"}),
        warned,
        safe,
        99,
        plain,
        ground=Ground.BREACH,
        rules={group: "R1"},
        overrides={},
    )
    told: list[tuple[int, int]] = []
    preview = desk.removal_batches.preview(request, lambda done, of: told.append((done, of)))
    one, other, protected, gone, twice = preview.lines
    assert told[-1] == (5, 5)
    assert FairItem.WARNED in one.gaps
    assert FairItem.WARNED not in one.unanswered
    assert FairItem.WARNED not in other.gaps
    assert FairItem.TALKED in other.unanswered
    assert other.case_number == 1
    assert [protected.refusal, gone.refusal, twice.refusal] == [
        "person_protected",
        "member_gone",
        "batch_twice",
    ]
    assert not preview.ready
    assert desk.removal_batches.preview(replace(request, rules={})).lines[0].refusal == (
        "rule_missing"
    )
    assert desk.todo.all() == ()


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"members": ()}, ("members", "batch_empty")),
        ({"members": tuple(map(BatchMember, range(501)))}, ("members", "batch_too_many")),
        ({"reason": " "}, ("reason", "reason_missing")),
        ({"evidence": ()}, ("evidence", "screenshot_missing")),
        ({"term": Term.UNTIL, "until": "2026-05-31"}, ("until", "until_in_past")),
        ({"notices": {Language.EN: "\x00"}}, ("notice", "text_unstorable")),
    ],
)
def test_what_the_whole_batch_lacks_is_said_once(
    desk: Desk, values: dict[str, object], missing: tuple[str, str]
) -> None:
    member = make_member(desk, make_group(desk))
    request = replace(batch(desk, member), **values)  # type: ignore[arg-type]  # named fields
    assert missing in desk.removal_batches.preview(request).missing
    with pytest.raises(ValidationError) as caught:
        desk.removal_batches.decide(request)
    assert (caught.value.field, caught.value.code) == missing
    clear_error(caught.value)


def test_one_who_cannot_be_removed_stops_them_all(desk: Desk) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in "ABC"]
    fields = desk.members.detail(members[2]).fields
    desk.members.edit(uuid.uuid4(), members[2], replace(fields, protected=True))
    head = desk.ledger.head()
    with pytest.raises(RefusedError, match="person_protected") as caught:
        desk.removal_batches.decide(batch(desk, *members))
    assert "C" in clear_error(caught.value)
    with pytest.raises(ValidationError, match="batch_member") as lacking:
        desk.removal_batches.decide(batch(desk, members[0], overrides={}))
    assert "A" in clear_error(lacking.value)
    assert desk.ledger.head() == head
    assert desk.cases.rows() == ()


def test_whoever_gives_up_half_way_has_removed_nobody(desk: Desk) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in "AB"]
    head = desk.ledger.head()

    def give_up(done: int, of: int) -> None:
        assert (done, of) == (1, 2)
        raise CancelledError

    with pytest.raises(CancelledError):
        desk.removal_batches.decide(batch(desk, *members), give_up)
    assert desk.ledger.head() == head
    assert desk.cases.rows() == ()


def test_others_who_want_to_write_are_let_go_first(desk: Desk) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in ("A", "B")]
    asked: list[int] = []

    def somebody_writes(done: int, _of: int) -> None:
        if not asked:
            turns.ask(desk.workspace.database.path)
        asked.append(done)

    desk.removal_batches.decide(batch(desk, *members), somebody_writes)
    assert asked == [1, 1, 2]
    assert len(desk.cases.rows()) == 2


@pytest.mark.parametrize("need", [ApprovalNeed.ALWAYS, ApprovalNeed.NEVER])
def test_who_was_said_to_wait_or_not_to_is_not_recorded_otherwise(
    desk: Desk, need: ApprovalNeed
) -> None:
    group = make_group(desk)
    ask_always(desk, group, need)
    members = [make_member(desk, group, name) for name in "AB"]
    said = need is ApprovalNeed.ALWAYS
    before = [ApprovalNeed.ALWAYS, ApprovalNeed.NEVER][said]
    ask_always(desk, group, before)
    request = batch(desk, *(BatchMember(one, asks=said) for one in members))
    with pytest.raises(StateChangedError, match="process_changed") as caught:
        desk.removal_batches.decide(request)
    assert "Nothing was recorded" in clear_error(caught.value)
    alone = removal(desk, members[0], rule_id(desk, group), asks=said)
    with pytest.raises(StateChangedError, match="process_changed"):
        desk.removals.decide(alone)
    ask_always(desk, group, need)
    desk.removal_batches.decide(request)


def test_the_dry_run_names_who_else_acted_meanwhile(desk: Desk) -> None:
    group = make_group(desk)
    first, second = (make_member(desk, group, name) for name in "AB")
    seen, _hash = desk.ledger.head()
    warning(seat_of(desk, pin=False), second, rule_id(desk, group))
    request = batch(desk, first, second, seen_seq=seen)
    lines = desk.removal_batches.preview(request).lines
    assert [line.acted_by for line in lines] == ["", "An"]
    with pytest.raises(StateChangedError, match="acted_meanwhile"):
        desk.removal_batches.decide(request)


def test_a_person_is_removed_from_all_groups_under_all_entries(desk: Desk) -> None:
    groups = [make_group(desk, name) for name in ("Aurora", "Borealis", "Corona", "Dusk")]
    stays = [make_member(desk, group, "Li Wei") for group in groups]
    persons = [desk.members.row(stay).person_id for stay in stays]
    desk.persons.link(uuid.uuid4(), persons[1], persons[0], "One phone number")
    desk.persons.link(uuid.uuid4(), persons[3], persons[0], "One phone number")
    desk.groups.archive(uuid.uuid4(), groups[3], "Over")
    assert desk.removal_batches.everywhere(stays[1]) == (stays[1], stays[0])
    assert desk.removal_batches.everywhere(stays[2]) == (stays[2],)
    with pytest.raises(RefusedError, match="group_archived"):
        desk.removal_batches.decide(batch(desk, stays[0], stays[3]))


def test_each_reads_the_notice_in_their_language(desk: Desk) -> None:
    group = make_group(desk)
    chinese, plain, own = (make_member(desk, group, name) for name in "ABC")
    fields = desk.members.detail(chinese).fields
    desk.members.edit(uuid.uuid4(), chinese, replace(fields, language="zh"))
    notices = {Language.EN: "We removed you.", Language.ZH: "您已被移出本群。"}
    written = BatchMember(own, notice="Dear C, we removed you.", notice_language="en")
    request = batch(desk, chinese, plain, written, notices=notices)
    first = desk.removal_batches.decide(request).subject_id
    records = [desk.removals.get(first + at) for at in range(3)]
    assert [(record.notice, record.notice_language) for record in records] == [
        ("您已被移出本群。", "zh"),
        ("We removed you.", "en"),
        ("Dear C, we removed you.", "en"),
    ]
    only = batch(desk, make_member(desk, group, "D"), notices={Language.ZH: "您已被移出本群。"})
    assert desk.removal_batches.preview(only).lines[0].notice_language == "zh"


def test_groups_that_ask_for_approval_wait_and_the_others_go_on(desk: Desk) -> None:
    groups = [make_group(desk), make_group(desk, "Borealis")]
    members = [make_member(desk, group, name) for group, name in zip(groups, "AB", strict=True)]
    give_pin(desk)
    ask_always(desk, groups[1])
    request = batch(desk, *members)
    lines = desk.removal_batches.preview(request).lines
    assert [line.asks_approval for line in lines] == [False, True]
    first = desk.removal_batches.decide(request).subject_id
    states = [desk.removals.get(first + at).state for at in (0, 1)]
    assert states == [RemovalState.HOLDING, RemovalState.WAITING]
    assert desk.removals.of_act(first + 1) == {first: False, first + 1: True}
    assert [row.removal.membership_id for row in desk.approvals.waiting()] == [members[1]]


def test_an_act_is_cancelled_as_a_whole(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in "AB"]
    request = batch(
        desk, *members, already_removed_at=clock.ago(days=1), term=Term.FOR_GOOD, blocks=True
    )
    first = desk.removal_batches.decide(request).subject_id
    assert desk.members.row(members[1]).state is MembershipState.REMOVED
    assert len(desk.blocklist.rows()) == 2
    desk.removals.cancel(uuid.uuid4(), first + 1)
    for at, member in enumerate(members):
        assert desk.removals.get(first + at).state is RemovalState.CANCELLED
        assert desk.members.row(member).state is MembershipState.ACTIVE
    assert desk.blocklist.rows() == ()
    assert desk.todo.all() == ()
    assert desk.verifier.run().findings == ()


def test_what_concerns_one_member_must_be_meant_of_that_one(desk: Desk) -> None:
    group = make_group(desk)
    mine, other = make_member(desk, group, "Mei"), make_member(desk, group, "B")
    desk.operators.link_me(uuid.uuid4(), desk.members.row(mine).person_id)
    request = batch(desk, mine, other)
    line = line_of(desk, request, mine)
    assert (line.concerns, line.unsure, line.ready) == (
        (RemovalConcern.OWN_ACCOUNT,),
        (RemovalConcern.OWN_ACCOUNT,),
        False,
    )
    with pytest.raises(RefusedError, match="removal_own_account"):
        desk.removal_batches.decide(request)
    sure = BatchMember(mine, sure=frozenset({RemovalConcern.OWN_ACCOUNT}))
    request = batch(desk, sure, other)
    assert line_of(desk, request, mine).ready
    first = desk.removal_batches.decide(request).subject_id
    assert desk.removals.get(first).sure == {RemovalConcern.OWN_ACCOUNT}
    assert desk.removals.get(first + 1).sure == frozenset()
