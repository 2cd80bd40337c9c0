# SPDX-License-Identifier: MIT
"""A handover book: what stands in it, who signs it, what goes from hand to hand."""

import uuid
from datetime import timedelta

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Action,
    Edition,
    Language,
    MemberRole,
    MembershipState,
    OperatorRole,
)
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.handover_enums import (
    BookPart,
    HandoverChip,
    HandoverSide,
    HandoverState,
    Held,
    MoveKind,
)
from groupdesk.domain.handover_records import (
    EntryInput,
    HandoverFilter,
    MoveRequest,
    Party,
    SignRequest,
)
from groupdesk.domain.leaving_enums import HandoverEntryKind, RejoinEntryKind
from groupdesk.domain.records import MemberFilter
from groupdesk.domain.rejoin_records import Newcomer
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.models.moderation import Case
from groupdesk.models.people import Group, Membership, Person
from groupdesk.models.reviews import TodoMark
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member, rule_id, talk, warning
from tests.services.exit_cases import asked
from tests.services.handover_cases import (
    NOBODY_ELSE,
    book_for,
    colleague,
    customer,
    me,
    moved,
    of,
    owner_of,
    signed,
    written,
)
from tests.services.rejoin_cases import answered as rejoin_answered
from tests.services.rejoin_cases import outcome, pleaded

KIND = HandoverEntryKind


def own_case(desk: Desk, stay: int, group: int) -> int:
    """Open a case with a message and look after it; return its number."""
    warning(desk, stay, rule_id(desk, group))
    number = desk.cases.rows(membership_id=stay)[0].number
    desk.case_acts.claim(uuid.uuid4(), number)
    return number


def keys(desk: Desk, handover: int) -> set[tuple[MoveKind, str]]:
    return {(item.kind, item.who or item.group) for item in of(desk, handover).moves}


# ---- the book


def test_book_of_a_group_tells_what_the_records_say(desk: Desk) -> None:
    group = make_group(desk)
    li, wang = make_member(desk, group), make_member(desk, group, "Wang")
    number = own_case(desk, li, group)
    talk(desk, wang, agreement="Offers only on Fridays", follow_up_on="2026-06-20")
    customer(desk, group, "Zhao", "Ann", phone="138 0000", key_customer=True, company="Zhao Ltd")
    customer(desk, group, "Sun", protected=True)
    desk.recognition.record(uuid.uuid4(), wang, "Helped three newcomers")
    asked(desk, li)
    for why in ("Asked for by head office", "The old group was full"):
        kind = GroupNoteKind.OPENED
        note = GroupNoteRequest(uuid.uuid4(), (group,), kind, purpose="Offers", why_now=why)
        desk.upkeep.group_notes.record(note)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    written(desk, handover)

    book = of(desk, handover).book
    assert book.groups[0].why == "Offers\nThe old group was full", "as it was last written down"
    assert [(one.name, one.rules_version, len(one.rules)) for one in book.groups] == [
        ("Aurora", 1, 3)
    ]
    said = {part: [(line.who, line.label) for line in book.lines(part)] for part in BookPart}
    assert (book.lines(BookPart.CASES)[0].key, said[BookPart.CASES][0]) == (
        f"case:{number}",
        ("Li Wei", "confirm_sent"),
    )
    promise = book.lines(BookPart.PROMISES)[0]
    assert (promise.who, promise.what, promise.day) == (
        "Wang",
        "Offers only on Fridays",
        "2026-06-20",
    )
    zhao = book.lines(BookPart.CUSTOMERS)[0]
    assert (zhao.who, zhao.what, zhao.by, zhao.label, zhao.contact) == (
        "Zhao",
        "Zhao Ltd",
        "Ann",
        "key",
        "138 0000",
    )
    assert said[BookPart.PROTECTED] == [("Sun", "")]
    assert ("Li Wei", "confirm_sent") in said[BookPart.TASKS]
    assert said[BookPart.REQUESTS] == [("Li Wei", "exit_open")]
    assert book.lines(BookPart.RECOGNITION)[0].what == "Helped three newcomers"
    assert book.lines(BookPart.ENTRIES)[0].what.startswith("The quarterly prices")


def test_book_of_a_manager_has_only_what_is_theirs(desk: Desk) -> None:
    mine, other = make_group(desk), make_group(desk, "Borealis", rules=False)
    Group.update(owner_name=desk.operator.name).where(Group.id == mine).execute()
    customer(desk, other, "Zhao", desk.operator.name)
    customer(desk, other, "Sun", "Ann")
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    book = of(desk, handover).book
    assert [one.name for one in book.groups] == ["Aurora"]
    assert [line.who for line in book.lines(BookPart.CUSTOMERS)] == ["Zhao"]


def test_entry_is_struck_out_with_a_reason_and_only_once(desk: Desk) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=make_group(desk))
    written(desk, handover)
    (entry,) = of(desk, handover).entries
    written(desk, handover, "Sent in May", KIND.STRUCK, entry.id)
    record = of(desk, handover)
    assert record.entries[0].struck == "Sent in May"
    assert record.book.lines(BookPart.ENTRIES) == ()
    with pytest.raises(StateChangedError, match="handover_struck"):
        written(desk, handover, "Sent in May", KIND.STRUCK, entry.id)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (KIND.PROMISE, "  ", "handover_text_missing"),
        (KIND.STRUCK, "", "reason_missing"),
        (KIND.MOVED, "x", "handover_entry_unknown"),
    ],
)
def test_entry_that_says_nothing_is_refused(
    desk: Desk, kind: HandoverEntryKind, text: str, code: str
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    with pytest.raises(ValidationError, match=code) as caught:
        desk.leaving.handovers.add(EntryInput(uuid.uuid4(), handover, kind, text))
    clear_error(caught.value)


# ---- opening


def test_nobody_hands_over_to_themselves(desk: Desk) -> None:
    group = make_group(desk)
    stay = make_member(desk, group, "Chen Jie")
    person = Membership.get_by_id(stay).person_id
    desk.operators.link_me(uuid.uuid4(), person)
    for giver, taker in (
        (me(desk), me(desk)),
        (me(desk), Party(membership_id=stay)),
        (Party(name="Zhou Min"), Party(name=" zhou min ")),
    ):
        with pytest.raises(ValidationError, match="handover_self") as caught:
            book_for(desk, giver, taker)
        assert caught.value.field == "taker"
        clear_error(caught.value)


@pytest.mark.parametrize("side", ["giver", "taker"])
def test_a_side_needs_a_name(desk: Desk, side: str) -> None:
    sides = {"giver": me(desk), "taker": NOBODY_ELSE, side: Party(name=" ")}
    with pytest.raises(ValidationError, match="handover_name_missing") as caught:
        book_for(desk, **sides)
    assert caught.value.field == side


def test_taker_who_works_here_no_longer_is_refused(desk: Desk) -> None:
    lin = colleague(desk)
    desk.operators.deactivate(uuid.uuid4(), lin.operator_id)
    with pytest.raises(ValidationError, match="handover_taker_gone"):
        book_for(desk, me(desk), lin)


def test_second_book_for_the_same_is_not_opened_beside_the_first(desk: Desk) -> None:
    group = make_group(desk)
    first = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    with pytest.raises(StateChangedError, match="handover_open") as caught:
        book_for(desk, me(desk), colleague(desk), group_id=group)
    clear_error(caught.value)
    book_for(desk, me(desk), NOBODY_ELSE)  # of all that they look after: another book
    desk.leaving.handovers.call_off(uuid.uuid4(), first, "Somebody else takes over")
    book_for(desk, me(desk), NOBODY_ELSE, group_id=group)


def test_archived_group_is_not_handed_over(desk: Desk) -> None:
    group = make_group(desk)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    desk.groups.archive(uuid.uuid4(), group, "Nobody writes any more")
    assert of(desk, handover).row.archived
    with pytest.raises(RefusedError, match="group_archived"):
        written(desk, handover)
    with pytest.raises(RefusedError, match="group_archived"):
        book_for(desk, me(desk), NOBODY_ELSE, group_id=group)


# ---- signing


def test_operator_signs_only_for_themselves(desk: Desk) -> None:
    lin = colleague(desk)
    handover = book_for(desk, me(desk), lin)
    signed(desk, handover, HandoverSide.GIVER, on_paper=False)
    with pytest.raises(RefusedError, match="handover_not_yours") as caught:
        signed(desk, handover, HandoverSide.TAKER, on_paper=False)
    clear_error(caught.value)
    record = signed(desk, handover, HandoverSide.TAKER)
    assert record.row.state is HandoverState.SIGNED
    assert [(one.name, one.on_paper, one.current) for one in record.signatures] == [
        (desk.operator.name, False, True),
        ("Lin", True, True),
    ]


def test_signed_book_is_kept_and_what_changed_since_is_said(desk: Desk) -> None:
    group = make_group(desk)
    li = make_member(desk, group)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    signed(desk, handover)
    warning(desk, li, rule_id(desk, group))
    record = of(desk, handover)
    assert record.signed is not None
    assert record.signed.lines(BookPart.CASES) == ()
    assert {change.part for change in record.changes} == {BookPart.CASES, BookPart.TASKS}
    assert not any(one.current for one in record.signatures)
    assert record.row.state is HandoverState.SIGNED


def test_signature_on_paper_asks_what_was_signed_where_nothing_was_printed(desk: Desk) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=make_group(desk))

    def sign(side: HandoverSide, unprinted: str = "") -> None:
        digest = of(desk, handover).digest
        desk.leaving.handovers.sign(
            SignRequest(uuid.uuid4(), handover, side, digest, on_paper=True, unprinted=unprinted)
        )

    with pytest.raises(ValidationError, match="handover_never_printed") as caught:
        sign(HandoverSide.TAKER)
    assert caught.value.field == "unprinted"
    clear_error(caught.value)
    sign(HandoverSide.TAKER, "Their own list, stapled to the book")
    assert of(desk, handover).signatures[0].unprinted == "Their own list, stapled to the book"
    (entry,) = desk.audit.rows(AuditFilter(action=Action.HANDOVER_SIGN))
    ((_before, told),) = desk.audit.detail(entry.seq).changes
    assert told["unprinted"] == "Their own list, stapled to the book"
    reports = desk.reports
    reports.record(reports.preview_handover(handover, Edition.HANDOUT, Language.EN))
    assert of(desk, handover).printed == "", "what is left out was not signed"
    reports.record(reports.preview_handover(handover, Edition.FILE, Language.EN))
    assert of(desk, handover).printed == to_text(desk.clock())
    sign(HandoverSide.GIVER)
    assert of(desk, handover).row.state is HandoverState.SIGNED


def test_who_signed_before_it_changed_signs_again(desk: Desk) -> None:
    group = make_group(desk)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    signed(desk, handover, HandoverSide.GIVER)
    written(desk, handover)
    record = signed(desk, handover, HandoverSide.TAKER)
    assert record.row.state is HandoverState.OPEN
    assert (record.row.giver_signed, record.row.taker_signed) == (False, True)
    assert [one.counts for one in record.signatures] == [False, True]
    assert [change.part for change in record.changes] == [BookPart.ENTRIES], "what is new for them"
    assert desk.leaving.handovers.rows(HandoverFilter())[0].state is HandoverState.OPEN
    with pytest.raises(ValidationError, match="handover_unsigned") as caught:
        moved(desk, handover)
    clear_error(caught.value)
    record = signed(desk, handover, HandoverSide.GIVER)
    assert record.row.state is HandoverState.SIGNED
    assert [one.counts for one in record.signatures] == [True, True]
    assert record.changes == ()


def test_what_was_not_read_is_not_signed(desk: Desk) -> None:
    group = make_group(desk)
    li = make_member(desk, group)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    read = of(desk, handover)
    warning(desk, li, rule_id(desk, group))
    request = SignRequest(uuid.uuid4(), handover, HandoverSide.GIVER, read.digest)
    with pytest.raises(StateChangedError, match="handover_book_changed") as caught:
        desk.leaving.handovers.sign(request)
    clear_error(caught.value)
    assert of(desk, handover).signatures == ()


def test_signature_in_the_future_is_refused(desk: Desk) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    request = SignRequest(
        uuid.uuid4(),
        handover,
        HandoverSide.GIVER,
        of(desk, handover).digest,
        at=to_text(desk.clock() + timedelta(days=1)),
    )
    with pytest.raises(ValidationError, match="time_in_future"):
        desk.leaving.handovers.sign(request)


# ---- handing over


def test_all_that_the_giver_looks_after_goes_in_one_act(desk: Desk) -> None:
    group = make_group(desk)
    li = make_member(desk, group)
    name = desk.operator.name
    Group.update(owner_name=name).where(Group.id == group).execute()
    number = own_case(desk, li, group)
    zhao = customer(desk, group, "Zhao", name)
    customer(desk, group, "Sun", "Ann")
    todo = next(item for item in desk.todo.all() if item.kind == "confirm_sent")
    TodoMark.create(kind=todo.kind, target_id=todo.id, owner=desk.operator.id, changed_at="")
    lin = colleague(desk)
    handover = book_for(desk, me(desk), lin, note="Lin knows Li Wei.")
    assert keys(desk, handover) == {
        (MoveKind.CASE, "Li Wei"),
        (MoveKind.TASK, "Li Wei"),
        (MoveKind.GROUP, "Aurora"),
        (MoveKind.CUSTOMER, "Zhao"),
    }
    signed(desk, handover)
    record = moved(desk, handover)

    assert record.row.state is HandoverState.MOVED
    assert desk.cases.get(number).owner == "Lin"
    assert TodoMark.get().owner_id == lin.operator_id
    assert desk.groups.get(group).owner_name == "Lin"
    assert Person.get_by_id(Membership.get_by_id(zhao).person_id).account_owner == "Lin"
    found = desk.members.ids(MemberFilter(group, text="lin"))
    assert list(found) == [zhao], "customers are found by whose they are"
    (entry,) = desk.audit.rows(AuditFilter(action=Action.HANDOVER_MOVE))
    said = [after for _before, after in desk.audit.detail(entry.seq).changes]
    members = [one["member"] for one in said if "member" in one]
    assert sorted(map(str, members)) == ["Li Wei", "Zhao"]
    assert desk.verifier.run().findings == ()
    with pytest.raises(StateChangedError, match="handover_moved"):
        moved(desk, handover, "again")


def test_nothing_goes_unsigned_without_a_reason(desk: Desk) -> None:
    group = make_group(desk)
    customer(desk, group, "Zhao", desk.operator.name)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    signed(desk, handover, HandoverSide.TAKER)
    with pytest.raises(ValidationError, match="handover_unsigned") as caught:
        moved(desk, handover)
    clear_error(caught.value)
    record = moved(desk, handover, "The giver is ill.")
    assert record.override == "The giver is ill."
    assert record.row.state is HandoverState.MOVED


def test_only_what_was_chosen_goes(desk: Desk) -> None:
    group = make_group(desk)
    stays = [customer(desk, group, name, desk.operator.name) for name in ("Zhao", "Sun")]
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    record = signed(desk, handover)
    chosen = tuple(item for item in record.moves if item.who == "Zhao")
    desk.leaving.handovers.hand_over(MoveRequest(uuid.uuid4(), handover, chosen))
    owners = [
        Person.get_by_id(Membership.get_by_id(stay).person_id).account_owner for stay in stays
    ]
    assert owners == ["Zhou Min", desk.operator.name]


def test_what_changed_since_it_was_shown_moves_nothing(desk: Desk) -> None:
    group = make_group(desk)
    zhao = customer(desk, group, "Zhao", desk.operator.name)
    customer(desk, group, "Sun", desk.operator.name)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    shown = signed(desk, handover).moves
    person = Membership.get_by_id(zhao).person_id
    Person.update(account_owner="Ann").where(Person.id == person).execute()
    with pytest.raises(StateChangedError, match="handover_items_changed") as caught:
        desk.leaving.handovers.hand_over(MoveRequest(uuid.uuid4(), handover, shown))
    clear_error(caught.value)
    assert of(desk, handover).row.state is HandoverState.SIGNED


def test_two_at_once_do_not_both_act(desk: Desk) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    empty = of(desk, handover).last
    written(desk, handover)
    with pytest.raises(StateChangedError, match="handover_changed"):
        desk.leaving.handovers.call_off(uuid.uuid4(), handover, "Not needed", seen=empty)
    seen = of(desk, handover).last
    written(desk, handover, "And the contract ends in May.")
    with pytest.raises(StateChangedError, match="handover_changed") as caught:
        desk.leaving.handovers.call_off(uuid.uuid4(), handover, "Not needed", seen=seen)
    clear_error(caught.value)


def test_writing_into_a_book_does_not_read_all_of_it(desk: Desk) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    told: list[str] = []
    with desk.ledger.reading():
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        written(desk, handover)
        desk.leaving.handovers.call_off(uuid.uuid4(), handover, "Not needed")
        connection.set_trace_callback(None)
    assert not [sql for sql in told if "c.protected" in sql]


def test_cases_of_a_book_are_read_together(desk: Desk) -> None:
    group = make_group(desk)
    handover = book_for(desk, me(desk), NOBODY_ELSE)

    def statements() -> int:
        told: list[str] = []
        with desk.ledger.reading():
            connection = desk.ledger.database.connection()
            connection.set_trace_callback(told.append)
            desk.leaving.handovers.get(handover)
            connection.set_trace_callback(None)
        return len(told)

    own_case(desk, make_member(desk, group, "A"), group)
    one = statements()
    for name in "BCD":
        own_case(desk, make_member(desk, group, name), group)
    assert len(of(desk, handover).moves) == 4
    assert statements() <= one


def test_cases_stay_where_the_taker_does_not_work_here(desk: Desk) -> None:
    group = make_group(desk)
    own_case(desk, make_member(desk, group), group)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    assert [item.held for item in of(desk, handover).moves] == [Held.NO_OPERATOR]
    viewer = colleague(desk, "Olga", OperatorRole.VIEWER)
    desk.leaving.handovers.call_off(uuid.uuid4(), handover, "Olga does it")
    handover = book_for(desk, me(desk), viewer, group_id=group)
    assert [item.held for item in of(desk, handover).moves] == [Held.NO_OPERATOR]


def test_only_owner_hands_the_group_on_to_a_member_of_it(desk: Desk) -> None:
    group = make_group(desk)
    chen = owner_of(desk, group, "Chen Jie")
    lin = make_member(desk, group, "Lin")
    handover = book_for(desk, Party(membership_id=chen), NOBODY_ELSE, group_id=group)
    record = of(desk, handover)
    assert record.giver_only_owner == ("Aurora",)
    assert [item.held for item in record.moves] == [Held.NOT_A_MEMBER]
    desk.leaving.handovers.call_off(uuid.uuid4(), handover, "Lin does it")

    handover = book_for(desk, Party(membership_id=chen), Party(membership_id=lin), group_id=group)
    assert of(desk, handover).giver_only_owner == ()
    moved(desk, handover, "Agreed by phone")
    assert Membership.get_by_id(lin).role == "owner"
    assert Membership.get_by_id(chen).role == "owner"


def test_taker_who_left_meanwhile_gets_nothing(desk: Desk) -> None:
    group = make_group(desk)
    lin = make_member(desk, group, "Lin")
    customer(desk, group, "Zhao", desk.operator.name)
    handover = book_for(desk, me(desk), Party(membership_id=lin), group_id=group)
    signed(desk, handover)
    Membership.update(state=MembershipState.LEFT.value).where(Membership.id == lin).execute()
    assert of(desk, handover).taker_gone
    with pytest.raises(RefusedError, match="handover_taker_gone") as caught:
        moved(desk, handover)
    clear_error(caught.value)


def test_handover_back_returns_what_went_and_is_still_there(desk: Desk) -> None:
    group, name = make_group(desk), desk.operator.name
    zhao = customer(desk, group, "Zhao", name)
    sun = customer(desk, group, "Sun", name)
    own = customer(desk, group, "Qian", "Lin")
    lin = colleague(desk)
    handover = book_for(desk, me(desk), lin, group_id=group)
    signed(desk, handover)
    moved(desk, handover)
    person = Membership.get_by_id(sun).person_id
    Person.update(account_owner="Ann").where(Person.id == person).execute()

    back = book_for(desk, lin, me(desk), back_of=handover)
    assert {(item.who, item.held) for item in of(desk, back).moves} == {
        ("Zhao", None),
        ("Sun", Held.MOVED_ON),
    }
    assert of(desk, handover).handed_back == back
    with pytest.raises(StateChangedError, match="handover_back_exists"):
        book_for(desk, lin, me(desk), back_of=handover)
    moved(desk, back, "It was too early")
    owners = [
        Person.get_by_id(Membership.get_by_id(stay).person_id).account_owner
        for stay in (zhao, sun, own)
    ]
    assert owners == [name, "Ann", "Lin"]


def test_what_nobody_could_look_after_does_not_go_back(desk: Desk) -> None:
    group, lin = make_group(desk), colleague(desk)
    chen, zhao = owner_of(desk, group, "Chen Jie"), make_member(desk, group, "Zhao")
    number = own_case(desk, zhao, group)
    Case.update(owner=lin.operator_id).where(Case.id == number).execute()
    work = book_for(desk, lin, me(desk), group_id=group)
    moved(desk, work, "Agreed by phone")
    role = book_for(desk, Party(membership_id=chen), Party(membership_id=zhao), group_id=group)
    moved(desk, role, "Agreed by phone")

    desk.operators.edit(uuid.uuid4(), lin.operator_id, "Lin", OperatorRole.VIEWER)
    desk.members.change(uuid.uuid4(), chen, role=MemberRole.MEMBER)
    back = book_for(desk, me(desk), lin, back_of=work)
    assert [item.held for item in of(desk, back).moves] == [Held.NO_OPERATOR]
    back = book_for(desk, Party(), Party(), back_of=role)
    assert [item.held for item in of(desk, back).moves] == [Held.MOVED_ON]


def test_books_that_were_handed_over_read_as_they_did_then(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    moved(desk, handover, "Agreed")
    warning(desk, make_member(desk, group), rule_id(desk, group))
    record = of(desk, handover)
    assert record.book.lines(BookPart.CASES) == ()
    assert record.changes == ()


# ---- lists


def test_lists_show_what_is_to_be_done_first(desk: Desk) -> None:
    group = make_group(desk)
    over = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    desk.leaving.handovers.call_off(uuid.uuid4(), over, "Not needed")
    leaver = make_member(desk, group)
    exit_id, giver = asked(desk, leaver), Party(membership_id=leaver)
    going = book_for(desk, giver, NOBODY_ELSE, group_id=group, exit_id=exit_id)
    whole = book_for(desk, Party(name="Chen Jie"), NOBODY_ELSE)
    listed = desk.leaving.handovers
    assert [row.id for row in listed.rows(HandoverFilter())] == [whole, going, over]
    assert [row.id for row in listed.rows(HandoverFilter(text="chen"))] == [whole]
    assert [row.id for row in listed.rows(HandoverFilter(chip=HandoverChip.OVER))] == [over]
    assert [row.id for row in listed.of_exit(exit_id)] == [going]
    counts = listed.counts(HandoverFilter(group_id=group))
    assert (counts.all, counts.chips[HandoverChip.OPEN], counts.chips[HandoverChip.OVER]) == (
        2,
        1,
        1,
    )


def test_handover_that_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(StateChangedError, match="handover_gone"):
        of(desk, 77)


# ---- who is meant


def test_what_a_namesake_may_look_after_is_told_apart(desk: Desk) -> None:
    group, other = make_group(desk), make_group(desk, "Borealis", rules=False)
    Group.update(owner_name="Li Wei").execute()
    customer(desk, group, "Zhao", "Li Wei")
    mine = owner_of(desk, group, "Li Wei")
    alone = of(desk, book_for(desk, Party(membership_id=mine), NOBODY_ELSE))
    assert alone.unsure == frozenset()
    owner_of(desk, other, "Li Wei")  # somebody else, by the member list
    both = of(desk, alone.row.id)
    told = {(item.kind, item.group) for item in both.moves if item.key in both.unsure}
    assert told == {(MoveKind.GROUP, "Borealis"), (MoveKind.CUSTOMER, "Aurora")}


def test_who_works_here_is_taken_for_the_one_of_that_name_until_there_are_two(desk: Desk) -> None:
    group, other = make_group(desk), make_group(desk, "Borealis", rules=False)
    Group.update(owner_name="Li Wei").execute()
    owner_of(desk, group, "Li Wei")
    owner_of(desk, other, "Li Wei")  # nobody knows an id, and nobody said that both are one
    book = book_for(desk, colleague(desk, "Li Wei"), me(desk), group_id=group)
    assert of(desk, book).unsure == frozenset()
    for ident in ("u1", "u2"):
        name, role = "Li Wei", MemberRole.ADMIN
        customer(desk, make_group(desk, ident), name, role=role, external_id=ident)
    assert {kind for kind, _id, _group in of(desk, book).unsure} == {MoveKind.GROUP}


def test_a_member_who_is_an_operator_is_known_as_both(desk: Desk) -> None:
    group, acts = make_group(desk), desk.leaving.handovers
    lin = colleague(desk)
    leads, namesake = owner_of(desk, group, "Lin"), make_member(desk, group, "Lin")
    assert acts.operator_of(leads) == lin.operator_id
    assert acts.operator_of(namesake) == 0, "a customer of that name is somebody else"
    person = Membership.get_by_id(namesake).person_id
    desk.operators.link_me(uuid.uuid4(), person)
    assert acts.operator_of(namesake) == desk.operator.id, "they said so"
    book = book_for(desk, Party(membership_id=namesake), NOBODY_ELSE, group_id=group)
    assert of(desk, book).row.giver.operator_id == desk.operator.id
    with_linked = owner_of(desk, group, desk.operator.name)
    assert acts.operator_of(with_linked) == 0, "the operator's own entry of the group is another"


def test_a_book_of_a_request_to_leave_is_handed_over_by_whoever_leaves(desk: Desk) -> None:
    group = make_group(desk)
    member, other = make_member(desk, group), make_member(desk, group, "Wang")
    leaving = asked(desk, member)
    with pytest.raises(ValidationError, match="handover_exit_other") as caught:
        book_for(desk, Party(membership_id=other), me(desk), exit_id=leaving)
    assert caught.value.field == "giver"
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="exit_gone"):
        book_for(desk, Party(membership_id=member), me(desk), exit_id=99)
    book = book_for(desk, Party(membership_id=member), me(desk), exit_id=leaving)
    assert of(desk, book).row.exit_id == leaving


def test_who_comes_back_stands_in_the_book_until_the_trial_is_over(desk: Desk) -> None:
    group = make_group(desk)
    ident = pleaded(desk, group, Newcomer("Chen Yu"), reason="Please")
    book = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)

    def told() -> list[tuple[str, str, str]]:
        lines = of(desk, book).book.lines(BookPart.REQUESTS)
        return [(line.who, line.label, line.day[:10]) for line in lines]

    assert told() == [("Chen Yu", "rejoin", "2026-06-01")]
    rejoin_answered(desk, ident, trial_days=7)
    assert told() == [("Chen Yu", "rejoin_approved", "2026-06-01")]
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    assert told() == [("Chen Yu", "rejoin_trial", "2026-06-08")]
    desk.leaving.rejoin_requests.trial(outcome(ident, RejoinEntryKind.TRIAL_PASSED))
    assert told() == []
