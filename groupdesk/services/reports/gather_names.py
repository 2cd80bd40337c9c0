# SPDX-License-Identifier: MIT
"""Which names a handout has to hide: those of other members that occur in its texts."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

from groupdesk.domain.report_records import MaskedNames, MaskedPerson
from groupdesk.models.database import WorkspaceDatabase

_NAMES = """
SELECT m.person_id, m.name, m.nickname, a.external_id, a.handle, p.name, p.phone, p.email
FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN account a ON a.id = m.account_id
WHERE """
_SAME_GROUPS = _NAMES + "m.group_id IN (SELECT group_id FROM membership WHERE person_id = ?)"
_ONE_GROUP = _NAMES + "m.group_id = ?"
_GROUPS = _NAMES + "m.group_id IN (SELECT value FROM json_each(?))"
_OPERATORS = "SELECT name FROM operator UNION SELECT operator_name FROM audit_entry"


def masked_names(database: WorkspaceDatabase, person_id: int, text: str) -> MaskedNames:
    """Return who is named in `text` beside the person, among all who shared a group with them.

    The names of the desk's operators stay: a member may know who decided.
    """
    return _masked(database, database.execute_sql(_SAME_GROUPS, (person_id,)), person_id, text)


def masked_names_of_group(database: WorkspaceDatabase, group_id: int, text: str) -> MaskedNames:
    """Return who of a group's members, former ones too, is named in `text`."""
    return _masked(database, database.execute_sql(_ONE_GROUP, (group_id,)), 0, text)


def masked_names_of_groups(
    database: WorkspaceDatabase, groups: Sequence[int], text: str
) -> MaskedNames:
    """Return who of the members of groups, former ones too, is named in `text`."""
    return _masked(database, database.execute_sql(_GROUPS, (json.dumps(list(groups)),)), 0, text)


def _masked(
    database: WorkspaceDatabase, rows: Iterable[tuple[object, ...]], person_id: int, text: str
) -> MaskedNames:
    folded = text.casefold()
    own: dict[str, None] = {str(name): None for (name,) in database.execute_sql(_OPERATORS)}
    others: dict[int, dict[str, None]] = {}
    for person, *names in rows:
        known = [str(name).strip() for name in names if name and str(name).strip()]
        if person == person_id:
            own.update(dict.fromkeys(known))
        elif any(name.casefold() in folded for name in known):
            others.setdefault(int(str(person)), {}).update(dict.fromkeys(known))
    return MaskedNames(
        others=tuple(MaskedPerson(tuple(names)) for names in others.values()), own=tuple(own)
    )


def texts_of(value: object) -> Iterator[str]:
    """Yield every text that a report's content holds."""
    if isinstance(value, Enum | Path):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
