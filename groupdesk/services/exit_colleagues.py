# SPDX-License-Identifier: MIT
"""Who leaves: a colleague, who leaves work behind, or a member like any other.

Colleagues are who leads the group, by its list or by name, whoever works with this program, and
whoever looks after customers. All others only leave: nobody has to be told who replaces them.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from groupdesk.domain.errors import StorageError
from groupdesk.domain.search_tokens import fold
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.same_person import among

_WHO = """
SELECT m.id, e.id, m.role IN ('owner', 'admin')
        OR EXISTS (SELECT 1 FROM operator_person t WHERE t.person_id = e.id),
    g.owner_name,
    m.name, m.nickname, p.name, coalesce(a.external_id, ''), coalesce(a.handle, '')
FROM membership m JOIN person p ON p.id = m.person_id
JOIN customer_group g ON g.id = m.group_id
JOIN person e ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)
LEFT JOIN account a ON a.id = m.account_id WHERE m.id IN {0}
"""
_OWNERS = "SELECT DISTINCT account_owner FROM person WHERE coalesce(account_owner, '') <> ''"


class WhoLeaves(NamedTuple):
    """All entries of a person, and the names by which a customer's entry may mean them."""

    entries: frozenset[int]
    names: frozenset[str]
    """Folded for comparing."""
    colleague: bool


def who_leaves(database: WorkspaceDatabase, stays: Collection[int]) -> dict[int, WhoLeaves]:
    """Return whose these stays are. Raises StorageError("damaged") for one that is nobody's."""
    entries: dict[int, set[int]] = defaultdict(set)
    names: dict[int, frozenset[str]] = {}
    leads: set[int] = set()
    for stay, entry, works, owner, *said in database.execute_sql(_WHO.format(among(stays))):
        entries[stay].add(entry)
        if stay not in names:
            names[stay] = frozenset(fold(text.strip()) for text in said if text.strip())
        if works or fold(owner.strip()) in names[stay]:
            leads.add(stay)
    if not names.keys() >= set(stays):
        raise StorageError("damaged")
    owners = {fold(name.strip()) for (name,) in database.execute_sql(_OWNERS)} if names else set()
    return {
        stay: WhoLeaves(
            frozenset(entries[stay]),
            names[stay],
            colleague=stay in leads or not owners.isdisjoint(names[stay]),
        )
        for stay in names
    }
