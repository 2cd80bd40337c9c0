# SPDX-License-Identifier: MIT
"""Others who have the giver's name: who owns a group or looks after a customer is a name only."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from groupdesk.domain.handover_enums import MoveKind
from groupdesk.domain.handover_records import MoveItem
from groupdesk.services.handover_parties import Who
from groupdesk.services.ledger import Ledger

_BY_NAME: Final = frozenset({MoveKind.GROUP, MoveKind.CUSTOMER})
_LEADERS: Final = """
SELECT coalesce(p.same_as_id, p.id), p.id, m.group_id, m.name, m.nickname
FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.state = 'active' AND m.is_bot = 0 AND m.role IN ('owner', 'admin')
"""
_OPERATORS: Final = """
SELECT coalesce(p.same_as_id, p.id), p.id, 0, o.name, '' FROM operator o
JOIN operator_person x ON x.operator_id = o.id JOIN person p ON p.id = x.person_id
"""


def unsure(
    ledger: Ledger, giver: Who, items: Iterable[MoveItem]
) -> frozenset[tuple[MoveKind, int, int]]:
    """Return the keys of the items that may be a namesake's; the caller reads.

    Namesakes are who lead a group by its member list, and operators whose entry is known. A giver
    whose entry is not known is taken for the one who is called so, where there is but one. What
    the member list of a group says of its leaders decides about that group.
    """
    named = [item for item in items if item.kind in _BY_NAME and giver.is_called(item.before)]
    if not named:
        return frozenset()
    called: set[int] = set()
    own: set[int] = set()
    leading: dict[int, set[bool]] = defaultdict(set)
    for sql in (_LEADERS, _OPERATORS):
        for root, person, group_id, *names in ledger.database.execute_sql(sql).fetchall():
            if any(giver.is_called(str(name)) for name in names):
                is_giver = int(person) in giver.persons
                (own if is_giver else called).add(int(root))
                leading[int(group_id)].add(is_giver)
    others = called - own
    if len(others) < (1 if giver.persons else 2):
        return frozenset()
    return frozenset(
        item.key
        for item in named
        if item.kind is not MoveKind.GROUP or leading.get(item.group_id) != {True}
    )
