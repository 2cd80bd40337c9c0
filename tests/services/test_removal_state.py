# SPDX-License-Identifier: MIT
"""What holds of a removal: the statements against the rule in plain words, and every reader."""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Ground, MembershipState, SubjectKind, Term
from groupdesk.domain.import_preview import Take
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import MemberFields
from groupdesk.domain.removal_states import NEVER_HELD, RemovalConcern, RemovalState
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from groupdesk.services.imports.register import last_removal_case
from groupdesk.services.removal_state import (
    held_sql,
    holds_sql,
    state_of,
    state_sql,
    term_sql,
    until_sql,
    waits_sql,
)
from groupdesk.services.standings import steps_taken
from tests.helpers import MovableClock, give_pin, make_group, make_member, removal, rule_id
from tests.services.imports.rows import listed, row
from tests.services.two_operators import ask_always, seat_of

KINDS = [None, "lifted", "declined", "withdrawn", "cancelled"]
TERMS = st.tuples(st.sampled_from(Term), st.sampled_from([None, "2026-07-01", "2026-08-01"]))
REMOVALS = st.tuples(
    st.sampled_from([None, "asked"]),
    st.booleans(),
    st.sampled_from(["none", *KINDS]),
    TERMS,
    st.lists(TERMS, max_size=3),
)


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE TABLE removal (id INTEGER PRIMARY KEY, approval, term, until);"
            "CREATE TABLE removal_approval (removal_id);"
            "CREATE TABLE reversal (target_kind, target_id, kind);"
            "CREATE TABLE removal_term (id INTEGER PRIMARY KEY, removal_id, term, until);"
        )
        yield connection


@given(st.lists(REMOVALS, min_size=1, max_size=8))
def test_the_statements_say_what_the_words_say(
    tables: sqlite3.Connection,
    removals: list[tuple[str | None, bool, str | None, tuple[Term, str | None], list[object]]],
) -> None:
    for table in ("removal", "removal_approval", "reversal", "removal_term"):
        tables.execute(f"DELETE FROM {table}")
    # whatever was done about another kind of act under the same number is no matter here
    tables.execute("INSERT INTO reversal VALUES ('warning', 1, NULL)")
    expected = {}
    for ident, (approval, approved, how, term, later) in enumerate(removals, 1):
        tables.execute("INSERT INTO removal VALUES (?, ?, ?, ?)", (ident, approval, *term))
        if approved:
            tables.execute("INSERT INTO removal_approval VALUES (?)", (ident,))
        if how != "none":
            tables.execute("INSERT INTO reversal VALUES ('removal', ?, ?)", (ident, how))
        for shorter in later:
            tables.execute(
                "INSERT INTO removal_term (removal_id, term, until) VALUES (?, ?, ?)",
                (ident, *shorter),  # type: ignore[misc]  # a tuple of two
            )
        waits = approval == "asked" and not approved and how == "none"
        state = how or "lifted" if how != "none" else "waiting" if waits else "holding"
        held = (approval is None or approved) and how in {"none", None, "lifted"}
        in_force = later[-1] if later else term
        expected[ident] = (state, state == "holding", waits, held, *in_force)  # type: ignore[misc]
    found = tables.execute(
        f"SELECT r.id, {state_sql('r')}, {holds_sql('r')}, coalesce({waits_sql('r')}, 0),"
        f" {held_sql('r')}, {term_sql('r')}, {until_sql('r')} FROM removal r"
    ).fetchall()
    assert {ident: tuple(rest) for ident, *rest in found} == expected
    waiting = tables.execute(f"SELECT r.id FROM removal r WHERE {waits_sql('r')}").fetchall()
    assert {ident for (ident,) in waiting} == {i for i, row in expected.items() if row[2]}


def _decline(desk: Desk, ident: int) -> None:
    seat_of(desk).approvals.decline(uuid.uuid4(), [ident], "No")


NEVER: dict[RemovalState, Callable[[Desk, int], object]] = {
    RemovalState.WAITING: lambda _desk, _ident: None,
    RemovalState.DECLINED: _decline,
    RemovalState.WITHDRAWN: lambda d, i: d.approvals.withdraw(uuid.uuid4(), [i], "No"),
    RemovalState.CANCELLED: lambda d, i: d.removals.cancel(uuid.uuid4(), i),
}


@pytest.mark.parametrize("state", sorted(NEVER_HELD))
def test_what_never_held_changes_nothing_for_the_member(desk: Desk, state: RemovalState) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "Li Wei", "wx2")
    give_pin(desk)
    ask_always(desk, group)
    before = seen(desk, member)
    request = removal(desk, member, rule_id(desk, group), blocks=True)
    ident = desk.removals.decide(request).subject_id
    NEVER[state](desk, ident)
    assert desk.removals.get(ident).state is state
    assert seen(desk, member) == before
    with desk.ledger.reading():
        assert state_of(desk.ledger.database, ident) is state


def test_what_holds_does_change_what_is_seen(desk: Desk) -> None:
    member = make_member(desk, make_group(desk), "Li Wei", "wx2")
    before = seen(desk, member)
    desk.removals.decide(removal(desk, member, rule_id(desk, 1), blocks=True))
    differing = [now != then for now, then in zip(seen(desk, member), before, strict=True)]
    assert sum(differing) >= 6


def seen(desk: Desk, member: int) -> tuple[object, ...]:
    """Return all that reads removals, but what tells of the acts themselves."""
    detail = desk.members.detail(member)
    book = desk.rules.current(1)
    assert book is not None
    missing = desk.imports.preview(listed(row(1, "Bystander")), 1).missing
    with desk.ledger.reading():
        database = desk.ledger.database
        stay = Membership.get_by_id(member)
        taken = steps_taken(database, stay, DEFAULT_LADDER, desk.clock())
        case = last_removal_case(database, member)
    return (
        detail.row._replace(cases=0),
        detail.removal_pending,
        detail.steps_taken,
        detail.position,
        desk.members.counts(None),
        taken,
        case,
        [rule.breaches for rule in book.rules],
        desk.returns.alerts(),
        desk.blocklist.rows(),
        [item for item in desk.todo.all(member) if item.kind not in {"approve", "declined"}],
        missing.cases,
        desk.joins.check(1, MemberFields("Li Wei", external_id="wx2")),
    )


def test_who_had_left_and_comes_back_is_known_again(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    for rows in ([row(1, "X"), row(2, "Y")], [row(1, "X")]):
        found = desk.imports.preview(listed(*rows), group)
        desk.imports.apply(uuid.uuid4(), found, Take(compare=True))
    member = next(one for one in (1, 2) if desk.members.row(one).name == "Y")
    assert desk.members.row(member).state is MembershipState.LEFT
    request = removal(
        desk,
        member,
        None,
        ground=Ground.OFF_PURPOSE,
        term=Term.FOR_GOOD,
        notice="",
        sure=frozenset({RemovalConcern.LEFT}),
    )
    ident = desk.removals.decide(request).subject_id
    assert desk.removals.get(ident).left_at
    clock.move(days=1)
    desk.imports.apply(uuid.uuid4(), desk.imports.preview(listed(row(2, "Y")), group))
    (alert,) = desk.returns.alerts()
    assert alert.name == "Y"
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, ident, "It was not her")
    assert desk.returns.alerts() == ()
    with desk.ledger.reading():
        assert state_of(desk.ledger.database, ident) is RemovalState.LIFTED
