# SPDX-License-Identifier: MIT
"""Lists over all groups by what few have: the same order as SQLite's own, from indexes."""

import random

import pytest

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from groupdesk.services.member_query import order_by
from tests.helpers import make_group, make_member


@pytest.mark.parametrize("sort", ["cases", "-cases", "standing", "-standing"])
def test_those_who_have_any_and_the_rest_make_one_order(desk: Desk, sort: str) -> None:
    chance = random.Random(7)
    groups = [make_group(desk, "Aurora"), make_group(desk, "Boreal")]
    for number in range(24):
        member = make_member(desk, groups[number % 2], f"Member {number % 9}")
        has = {"case_count": number % 3, "standing_step": chance.choice((0, 0, 1, 2))}
        Membership.update(has).where(Membership.id == member).execute()
    rows = desk.ledger.database.execute_sql(
        f"SELECT id FROM membership WHERE state = 'active' ORDER BY {order_by(sort)}"
    )
    whole = [ident for (ident,) in rows]
    assert len(whole) == 24
    assert list(desk.members.ids(MemberFilter(), sort)) == whole
    for limit in range(26):
        assert list(desk.members.ids(MemberFilter(), sort, limit=limit)) == whole[:limit]


def test_no_page_over_all_groups_sorts_everybody(desk: Desk) -> None:
    make_member(desk, make_group(desk), "Ann")
    asked: list[str] = []
    connection = desk.ledger.database.connection()
    for sort in ("name", "-name", "last_active", "-last_active", "cases", "standing"):
        connection.set_trace_callback(asked.append)
        desk.members.ids(MemberFilter(), sort, limit=64)
        connection.set_trace_callback(None)
    listed = [sql for sql in asked if sql.startswith("SELECT id FROM membership")]
    assert len(listed) == 8  # those by cases and standing ask twice
    for sql in listed:
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "USING COVERING INDEX" in plan
        assert "TEMP B-TREE FOR ORDER BY" not in plan
