# SPDX-License-Identifier: MIT
"""Others who have the giver's name: who owns a group or looks after a customer is a name only."""

from collections.abc import Iterable, Iterator
from typing import Final

from groupdesk.domain.handover_enums import MoveKind
from groupdesk.domain.handover_records import MoveItem
from groupdesk.domain.search_tokens import fold
from groupdesk.domain.text import clean_line
from groupdesk.services.handover_parties import Who
from groupdesk.services.ledger import Ledger

_BY_NAME: Final = frozenset({MoveKind.GROUP, MoveKind.CUSTOMER})
_OPERATORS: Final = """
SELECT o.id, o.name, coalesce((SELECT min(coalesce(p.same_as_id, p.id)) FROM operator_person x
    JOIN person p ON p.id = x.person_id WHERE x.operator_id = o.id), 0) FROM operator o
"""
_LEADERS: Final = """
SELECT DISTINCT coalesce(p.same_as_id, p.id), p.id, m.name, m.nickname
FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.state = 'active' AND m.is_bot = 0 AND m.role IN ('owner', 'admin')
"""


def unsure(
    ledger: Ledger, giver: Who, items: Iterable[MoveItem]
) -> frozenset[tuple[MoveKind, int, int]]:
    """Return the keys of the items that may be a namesake's; the caller reads.

    Namesakes are whoever works or worked at this desk, and who leads a group by its member list. A
    giver who is only a name is taken for the one who is called so, if there is but one.
    """
    named = [item for item in items if item.kind in _BY_NAME and giver.is_called(item.before)]
    if not named:
        return frozenset()
    others = set(_others(ledger, giver))
    known = bool(giver.operator_id or giver.persons)
    if len(others) < (1 if known else 2):
        return frozenset()
    called = {name for name, _who in others}
    return frozenset(item.key for item in named if fold(clean_line(item.before)) in called)


def _others(ledger: Ledger, giver: Who) -> Iterator[tuple[str, str]]:
    """Yield the folded name and the human, for all but the giver who are called so."""
    seats = {}
    for ident, name, root in ledger.database.execute_sql(_OPERATORS).fetchall():
        seats[int(root)] = int(ident)
        if int(ident) != giver.operator_id and giver.is_called(str(name)):
            yield fold(clean_line(str(name))), f"operator {ident}"
    for root, person, name, nickname in ledger.database.execute_sql(_LEADERS).fetchall():
        seat = seats.get(int(root), 0)
        if int(person) in giver.persons or (seat and seat == giver.operator_id):
            continue
        for called in (str(name), str(nickname)):
            if giver.is_called(called):
                who = f"operator {seat}" if seat else f"person {root}"
                yield fold(clean_line(called)), who
