# SPDX-License-Identifier: MIT
"""What handovers leave to do on Today."""

import uuid

from groupdesk.domain.due import Section, section_of
from groupdesk.domain.handover_enums import HandoverSide
from groupdesk.domain.handover_records import Party
from groupdesk.services.desk import Desk
from groupdesk.services.handover_due import due_from_handovers
from tests.helpers import MovableClock, make_group, make_member, talk
from tests.services.handover_cases import (
    NOBODY_ELSE,
    book_for,
    colleague,
    customer,
    me,
    moved,
    of,
    signed,
    written,
)
from tests.services.two_operators import asked, seat_of


def due(desk: Desk) -> list[tuple[str, str, str]]:
    return [(item.kind, item.member_name, item.about) for item in desk.todo.all()]


def test_from_the_first_signature_to_the_last_act(desk: Desk) -> None:
    name = desk.operator.name
    book = book_for(desk, me(desk), NOBODY_ELSE, group_id=make_group(desk))
    both = [("handover_giver", name, "Zhou Min"), ("handover_taker", "Zhou Min", name)]
    assert due(desk) == both
    signed(desk, book, HandoverSide.GIVER, on_paper=False)
    assert due(desk) == both[1:]
    written(desk, book)
    changed = ("handover_changed", name, name)
    assert due(desk) == [both[1], changed]
    signed(desk, book, HandoverSide.TAKER)
    assert due(desk) == both[:1], "the giver signed another book than the taker"
    signed(desk, book, HandoverSide.GIVER)
    assert due(desk) == [("handover_move", name, "Zhou Min")]
    moved(desk, book)
    assert due(desk) == []


def test_a_colleague_signs_for_themselves_and_the_badge_leaves_it_to_them(desk: Desk) -> None:
    book_for(desk, me(desk), colleague(desk, "Lin"), group_id=make_group(desk))
    today, who = desk.clock().date(), desk.operator.id
    sections = {item.kind: section_of(item, today, who) for item in desk.todo.all()}
    assert sections == {"handover_giver": Section.TODAY, "handover_taker": Section.OTHERS}
    assert desk.todo.now_by_kind() == {"handover_giver": 1}


def test_what_is_put_off_stays_that_of_whoever_signs(desk: Desk) -> None:
    lin = colleague(desk, "Lin")
    book_for(desk, NOBODY_ELSE, lin, group_id=make_group(desk))
    theirs = desk.todo.all()[1]
    until = desk.clock().date().replace(day=20)
    desk.todo.marks.put_off(uuid.uuid4(), [theirs], until)
    assert (desk.todo.all()[1].owner_id, desk.todo.all()[1].put_off) == (
        lin.operator_id,
        until.isoformat(),
    )


def test_the_book_does_not_tell_of_itself(desk: Desk) -> None:
    group = make_group(desk)
    customer(desk, group, "Zhao", desk.operator.name)
    book = book_for(desk, me(desk), NOBODY_ELSE)
    assert not any("handover" in item.what for item in signed(desk, book).moves)
    assert [kind for kind, _name, _about in due(desk)] == ["handover_move"]


def test_in_an_archived_group_it_rests(desk: Desk) -> None:
    group = make_group(desk)
    book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    desk.groups.archive(uuid.uuid4(), group, "Quiet")
    assert due(desk) == []


def statements(desk: Desk) -> int:
    """Return how many statements it takes to say what handovers leave to do."""
    told: list[str] = []
    with desk.ledger.reading():
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        due_from_handovers(desk.ledger)
        connection.set_trace_callback(None)
    return len(told)


def test_what_did_not_change_is_not_worked_out_again(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    books = [
        book_for(desk, Party(name=f"Giver {at}"), Party(name=f"Taker {at}"), group_id=group)
        for at in range(3)
    ]
    for book in books[:2]:
        signed(desk, book)
    two = statements(desk)
    assert statements(desk) < 4, "nothing was recorded since"
    signed(desk, books[2])
    assert statements(desk) - two < 12, "books of one group have most of it in common"
    clock.move(days=1)
    assert statements(desk) > two, "another day, other things to do"
    talk(desk, make_member(desk, group), agreement="Offers", follow_up_on="2026-06-20")
    assert {kind for kind, _name, _about in due(desk)} == {"follow_up", "handover_changed"}


def test_how_many_members_a_group_has_changes_no_book(desk: Desk) -> None:
    group = make_group(desk)
    book = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    signed(desk, book)
    make_member(desk, group, "Newly here")
    assert [kind for kind, _name, _about in due(desk)] == ["handover_move"]


def test_a_book_reads_the_same_for_everybody(desk: Desk) -> None:
    an = seat_of(desk)
    removal = asked(desk)
    book = book_for(desk, me(desk), NOBODY_ELSE, group_id=desk.groups.all()[0].id)
    an.approvals.decline(uuid.uuid4(), [removal], "The screenshot shows somebody else.")
    assert "declined" in [item.kind for item in desk.todo.all()], "whoever asked is told"
    assert signed(desk, book).digest == of(an, book).digest
    assert all(one.current for one in of(an, book).signatures)
