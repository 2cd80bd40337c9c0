# SPDX-License-Identifier: MIT
"""Who may take over from somebody who leaves, by name: colleagues first, then other members."""

from typing import NamedTuple

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.search_marks import span_in, spelled
from groupdesk.domain.search_tokens import fold
from groupdesk.services import pinyin
from groupdesk.services.exit_colleagues import who_leaves
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Ledger
from groupdesk.services.members import Members

MOST = 6
"""How many are offered at most."""
_LOOKED_AT = 40  # hits of the search: what it finds in phone, note or account owner is no name
_LEADERS = """
SELECT m.id, m.name, m.nickname FROM membership m
WHERE m.group_id = ? AND m.state = 'active' AND m.is_bot = 0 AND m.role IN ('owner', 'admin')
ORDER BY m.sort_key, m.id
"""
# Whoever works here is a member of a group under an entry of their own, or is none.
_OPERATORS = """
SELECT o.name, coalesce((SELECT m.id FROM operator_person t JOIN membership m
    ON m.person_id = t.person_id AND m.group_id = ?1 AND m.state = 'active'
    WHERE t.operator_id = o.id ORDER BY m.id LIMIT 1), 0)
FROM operator o WHERE o.active ORDER BY o.name
"""
_ACCOUNT_OWNERS = """
SELECT account_owner, count(*) FROM person WHERE coalesce(account_owner, '') <> ''
GROUP BY account_owner ORDER BY 2 DESC, 1
"""


class Successor(NamedTuple):
    """Somebody who may take over; `membership_id` is 0 for who is not in the group."""

    name: str
    membership_id: int = 0
    nickname: str = ""
    colleague: bool = True
    customers: int = 0
    """Whom they look after already, in all groups."""
    customer: bool = False
    """They are a customer themselves: key, or somebody looks after them."""


class Successors:
    """Looks people up by name, nickname and pinyin, and by nothing else."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def find(self, group_id: int, text: str, leaver_id: int) -> list[Successor]:
        """Return whose name fits what is typed, the colleagues first; never who leaves."""
        wanted = fold(text.strip())
        if not wanted:
            return []
        with self._ledger.reading():
            database = self._ledger.database
            own = who_leaves(database, [leaver_id])[leaver_id].names if leaver_id else frozenset()
            colleagues = self._colleagues(group_id)
        found = [
            one
            for one in colleagues
            if (one.membership_id != leaver_id if one.membership_id else fold(one.name) not in own)
            and _fits(wanted, one)
        ]
        known = {one.membership_id for one in found} | {leaver_id}
        others = self._members(group_id, wanted, text, known)
        # a member of exactly this name stands for a colleague of whom only the name is known
        entries = {fold(one.name): one for one in others}
        found = [
            one._replace(membership_id=entries[fold(one.name)].membership_id)
            if not one.membership_id and fold(one.name) in entries
            else one
            for one in found
        ]
        taken = {one.membership_id for one in found}
        rest = [one for one in others if one.membership_id not in taken]
        return _best_first(wanted, found)[:MOST] + rest[: max(0, MOST - len(found))]

    def _colleagues(self, group_id: int) -> list[Successor]:
        database = self._ledger.database
        by_name: dict[str, Successor] = {}
        for ident, name, nickname in database.execute_sql(_LEADERS, (group_id,)):
            by_name[fold(name)] = Successor(name, ident, nickname)
        for name, ident in database.execute_sql(_OPERATORS, (group_id,)):
            by_name.setdefault(fold(name), Successor(name, ident))
        for name, count in database.execute_sql(_ACCOUNT_OWNERS):
            key = fold(name.strip())
            known = by_name.get(key, Successor(name.strip()))
            by_name[key] = known._replace(customers=known.customers + count)
        return list(by_name.values())

    def _members(self, group_id: int, wanted: str, text: str, known: set[int]) -> list[Successor]:
        members = Members(self._ledger, Groups(self._ledger))
        ids = members.ids(MemberFilter(group_id, "all", text), "rank", limit=_LOOKED_AT)
        more = members.more(ids)
        found = (
            Successor(
                row.name,
                row.id,
                row.nickname,
                colleague=False,
                customer=row.key_customer or bool(more[row.id].account_owner),
            )
            for row in members.rows(ids)
            if row.id not in known and row.id in more
        )
        return [one for one in found if _fits(wanted, one)]


def _fits(wanted: str, one: Successor) -> bool:
    """Say whether a name holds what is typed, or is spelled so."""
    return any(
        span_in(name, wanted) is not None or spelled(wanted, name, pinyin.readings) is not None
        for name in (one.name, one.nickname)
        if name
    )


def _best_first(wanted: str, found: list[Successor]) -> list[Successor]:
    return sorted(found, key=lambda one: (fold(one.name) != wanted, -one.customers))
