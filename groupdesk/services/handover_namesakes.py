# SPDX-License-Identifier: MIT
"""Others who have the giver's name: who owns a group or looks after a customer is a name only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from groupdesk.domain.handover_enums import MoveKind
from groupdesk.domain.handover_records import MoveItem
from groupdesk.services.handover_parties import Who
from groupdesk.services.ledger import Ledger

_BY_NAME: Final = frozenset({MoveKind.GROUP, MoveKind.CUSTOMER})
_CALLED: Final = """
SELECT coalesce(p.same_as_id, p.id), p.id, m.group_id, g.platform,
    coalesce(a.external_id, ''), m.name, m.nickname
FROM membership m JOIN person p ON p.id = m.person_id JOIN customer_group g ON g.id = m.group_id
LEFT JOIN account a ON a.id = m.account_id
WHERE m.state = 'active' AND m.is_bot = 0 AND m.role IN ('owner', 'admin')
"""


class _Leader(NamedTuple):
    root: int
    person: int
    group: int
    account: tuple[str, str]
    """Platform and id; the id is empty where nobody knows it."""


def unsure(
    ledger: Ledger, giver: Who, items: Iterable[MoveItem]
) -> frozenset[tuple[MoveKind, int, int]]:
    """Return the keys of the items that may be a namesake's; the caller reads.

    Namesakes are who lead a group by its member list. What the list of a group says of its leaders
    decides about that group.
    """
    named = [item for item in items if item.kind in _BY_NAME and giver.is_called(item.before)]
    if not named:
        return frozenset()
    called = list(_called(ledger, giver))
    own = {one.root for one in called if one.person in giver.persons}
    if not (any(one.root not in own for one in called) if own else _are_several(called)):
        return frozenset()
    of_group: dict[int, set[bool]] = defaultdict(set)
    for one in called:
        of_group[one.group].add(one.root in own)
    return frozenset(
        item.key
        for item in named
        if item.kind is not MoveKind.GROUP or of_group.get(item.group_id) != {True}
    )


def _called(ledger: Ledger, giver: Who) -> Iterator[_Leader]:
    for root, person, group, platform, ident, *names in ledger.database.execute_sql(
        _CALLED
    ).fetchall():
        if any(giver.is_called(str(name)) for name in names):
            yield _Leader(int(root), int(person), int(group), (str(platform), str(ident)))


def _are_several(called: Iterable[_Leader]) -> bool:
    """Say whether these cannot be one human: two in a group, or under two ids of a platform.

    Whoever works here has entries in many groups and on many platforms, seldom linked.
    """
    places: dict[object, set[int]] = defaultdict(set)
    for one in called:
        places[one.group].add(one.root)
        if one.account[1]:
            places[one.account[0]].add(one.root)
    return any(len(roots) > 1 for roots in places.values())
