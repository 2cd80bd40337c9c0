# SPDX-License-Identifier: MIT
"""The members of an export, read a few thousand at a time: values by column, as codes."""

import json
from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import Any

from groupdesk.domain.export_columns import GOOD
from groupdesk.domain.ladder import Ladder
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

BATCH = 2000
_SQL = {
    "ref": "m.id",
    "name": "m.name",
    "nickname": "m.nickname",
    "external_id": "a.external_id",
    "handle": "coalesce(a.handle, '')",
    "role": "m.role",
    "state": "m.state",
    "joined_at": "m.joined_at",
    "joined_how": "m.joined_how",
    "invited_by": "m.invited_by",
    "last_active": "m.last_active",
    "message_count": "m.message_count",
    "phone": "p.phone",
    "email": "p.email",
    "company": "p.company",
    "account_owner": "coalesce(p.account_owner, '')",
    "tags": "p.tags",
    "note": "p.note",
    "language": "p.language",
    "is_bot": "m.is_bot",
    "key_customer": "p.key_customer",
    "protected": "p.protected",
    "standing": "m.standing_step * 1000000000 + m.group_id",
    "standing_number": "m.standing_step * 1000000000 + m.group_id",
    "standing_until": "m.standing_until",
    "cases": "m.case_count",
    "ended_at": "m.ended_at",
    "earlier_stay": (
        "m.state <> 'active' AND EXISTS (SELECT 1 FROM membership n WHERE n.person_id = m.person_id"
        " AND n.group_id = m.group_id AND n.state <> 'withdrawn'"
        " AND (n.state = 'active' OR n.id > m.id))"
    ),
    "group": "m.group_id",
    "group_ref": "m.group_id",
    "platform": "m.group_id",
    "group_external_id": "m.group_id",
}
_GROUP_PLACES = 1_000_000_000
_FLAGS = frozenset({"is_bot", "key_customer", "protected", "earlier_stay"})


class RowReader:
    """Reads the members with some ids, in their order, from one snapshot of the database."""

    def __init__(self, database: WorkspaceDatabase, keys: Sequence[str], workspace: str) -> None:
        """Read the columns `keys`; `workspace` begins each member's reference."""
        self._database = database
        self._keys = tuple(keys)
        self._workspace = workspace
        self._groups: dict[int, tuple[str, str, str | None]] = {}
        self._ladders: dict[int, Ladder] = {}
        for row in database.execute_sql(
            "SELECT id, name, platform, external_id, ladder FROM customer_group"
        ):
            self._groups[row[0]] = (str(row[1]), str(row[2]), row[3])
            self._ladders[row[0]] = stored.ladder(row[4])
        columns = ", ".join(_SQL[key] for key in self._keys)
        self._query = (
            f"SELECT {columns} FROM json_each(?) w"
            " CROSS JOIN membership m ON m.id = w.value JOIN person p ON p.id = m.person_id"
            " LEFT JOIN account a ON a.id = m.account_id WHERE m.state <> 'withdrawn'"
        )

    def batches(self, ids: Sequence[int]) -> Iterator[list[list[Any]]]:
        """Yield the columns of each batch, all equally long: None where nothing is known."""
        connection = self._database.connection()
        for start in range(0, len(ids), BATCH):
            wanted = json.dumps(list(ids[start : start + BATCH]))
            rows = connection.execute(self._query, (wanted,)).fetchall()
            if rows:
                columns = zip(*rows, strict=True)
                yield list(starmap(self._column, zip(self._keys, columns, strict=True)))

    def several_groups(self, ids: Sequence[int]) -> bool:
        """Say whether members of more than one group are among them."""
        return self._different(ids, "group_id", 2)

    def former_ones(self, ids: Sequence[int]) -> bool:
        """Say whether members are among them who are not in their group any more."""
        return self._different(ids, "NULLIF(state, 'active')", 1)

    def _different(self, ids: Sequence[int], expression: str, wanted: int) -> bool:
        found: set[object] = set()
        connection = self._database.connection()
        for start in range(0, len(ids), 20 * BATCH):
            part = json.dumps(list(ids[start : start + 20 * BATCH]))
            found |= {
                row[0]
                for row in connection.execute(
                    f"SELECT DISTINCT {expression} FROM membership"
                    " WHERE id IN (SELECT value FROM json_each(?))",
                    (part,),
                )
            } - {None}
            if len(found) >= wanted:
                return True
        return False

    def _column(self, key: str, cells: Sequence[Any]) -> list[Any]:
        if key in {"ref", "group_ref"}:
            return [f"{self._workspace}-{cell}" for cell in cells]
        if key in _FLAGS:
            return [bool(cell) for cell in cells]
        if key == "tags":
            known = {cell: stored.names(cell) for cell in set(cells)}
            return list(map(known.__getitem__, cells))
        if key in {"group", "platform", "group_external_id"}:
            place = ("group", "platform", "group_external_id").index(key)
            return [self._groups[cell][place] for cell in cells]
        if key in {"standing", "standing_number"}:
            told = {cell: self._standing(cell, key) for cell in set(cells)}
            return list(map(told.__getitem__, cells))
        return list(cells)

    def _standing(self, cell: int, key: str) -> object:
        position, group_id = divmod(cell, _GROUP_PLACES)
        ladder = self._ladders[group_id]
        if not 0 < position <= len(ladder.steps):
            return GOOD if key == "standing" else 0
        if key == "standing":
            return ladder.steps[position - 1].kind.value
        return ladder.number(position)


def all_ids(database: WorkspaceDatabase, group_id: int | None) -> list[int]:
    """Return the ids of all stays of a group, or of all groups, by group and name."""
    one, values = ("", ()) if group_id is None else (" AND group_id = ?", (group_id,))
    rows = database.execute_sql(
        f"SELECT id FROM membership WHERE state <> 'withdrawn'{one}"
        " ORDER BY group_id, state <> 'active', sort_key, id",
        values,
    )
    return [row[0] for row in rows]
