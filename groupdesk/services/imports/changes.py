# SPDX-License-Identifier: MIT
"""What an import changes of people who were known before, kept so that it can be taken back.

Each change holds the columns of a stay, its person and its account that differ, by the names of
`register.Stay`, before and after.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from groupdesk.domain import canonical
from groupdesk.domain.errors import StorageError
from groupdesk.domain.import_preview import STATE_FIELD, FieldChange
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.imports.register import Stay

OF_PERSON = ("phone", "email", "company", "account_owner", "tags", "note", "language")
OF_ACCOUNT = ("external_id", "handle")
OF_STAY = (
    "name", "nickname", "role", "is_bot", "joined_at", "joined_how", "invited_by", "last_active",
    "message_count", "state", "ended_at", "account_id",
)  # fmt: skip
OWN_NAME = "person_name"
"""The person's own name; where the list renamed them it followed."""
_KEPT = (*OF_STAY, *OF_PERSON, *OF_ACCOUNT, OWN_NAME)
_UNSEEN = frozenset({"account_id", "ended_at", OWN_NAME})
_COLUMNS = ("id", "snapshot_id", "membership_id", "before", "after")
_INSERT = (
    "INSERT INTO import_change (id, snapshot_id, membership_id, before, after) VALUES (?,?,?,?,?)"
)
Values = dict[str, Any]


class Changes:
    """The changes of one import, gathered inside its transaction and written at its end."""

    def __init__(self, database: WorkspaceDatabase, snapshot_id: int) -> None:
        """Belong to this snapshot."""
        self._database = database
        self._snapshot_id = snapshot_id
        last = database.execute_sql("SELECT coalesce(max(id), 0) FROM import_change").fetchone()
        self._next = int(last[0]) + 1
        self._rows: list[tuple[Any, ...]] = []

    def add(self, old: Stay, new: Stay) -> dict[str, str]:
        """Remember what differs in these columns; return the digest that the log shall hold."""
        before, after = differing(old, new)
        if not after:
            return {}
        row = (self._next, self._snapshot_id, new.membership_id, _text(before), _text(after))
        self._next += 1
        self._rows.append(row)
        return {f"import_change:{row[0]}": digest_of(_COLUMNS, row)}

    def write(self) -> None:
        """Write what was gathered."""
        self._database.connection().executemany(_INSERT, self._rows)
        self._rows.clear()


def differing(old: Stay, new: Stay) -> tuple[Values, Values]:
    """Return the columns that differ, before and after.

    The stay itself counts only where it is the same one: a new one is no change.
    """
    names = _KEPT if old.membership_id == new.membership_id else (*OF_PERSON, *OF_ACCOUNT)
    was, now = old._asdict(), new._asdict()
    changed = [name for name in names if was[name] != now[name]]
    if "account_id" not in names and old.account_id != new.account_id:
        changed.append("account_id")  # it was made for this change and goes with it
    return {name: was[name] for name in changed}, {name: now[name] for name in changed}


def digest_of(columns: Sequence[str], row: Sequence[Any]) -> str:
    """Return the digest of a row in the order of its columns."""
    return canonical.row_digest(dict(zip(columns, row, strict=True)))


def payload(
    before: Mapping[str, object], after: Mapping[str, object], digests: Mapping[str, str]
) -> bytes:
    """Return a log payload, as `Entry.record` makes it of rows."""
    body: dict[str, object] = {"before": dict(before)} if before else {}
    body["after"] = dict(after)
    if digests:
        body["rows"] = dict(digests)
    return canonical.canonical_json(body)


def read(text: object) -> Values:
    """Return what a stored change holds. Raises StorageError("damaged") for anything else."""
    found = stored.fields(text)
    if not found.keys() <= set(_KEPT):
        raise StorageError("damaged")
    return found


def told(before: Values, after: Values) -> tuple[FieldChange, ...]:
    """Return a stored change as the preview showed it."""
    return tuple(
        FieldChange(
            STATE_FIELD if name == "state" else name, _said(name, before), _said(name, after)
        )
        for name in _KEPT
        if name in after and name not in _UNSEEN
    )


def _said(name: str, values: Values) -> str:
    value = values.get(name)
    if name == "tags" and value:
        return ", ".join(stored.names(value))
    if name == "is_bot":
        return "1" if value else ""
    return "" if value is None else str(value)


def _text(values: Values) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)
