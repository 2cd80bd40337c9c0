# SPDX-License-Identifier: MIT
"""What a start shows of a workspace while the rest of the program is still being loaded.

Reads with plain sqlite3 and changes nothing: whether the workspace can be opened, and what is wrong
with it, is said by `open_workspace`, which comes next.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

DATABASE_NAME = "groupdesk.db"

_GROUPS = "SELECT id, name FROM customer_group WHERE archived_at IS NULL ORDER BY id"
_NAMES = (
    "SELECT name FROM membership WHERE group_id = ? AND state = 'active'"
    " ORDER BY sort_key, id LIMIT ?"
)
# an older workspace knows no PINs: it fails here, and shows nothing before it is brought up to date
_PIN = """
SELECT coalesce(p.hash, '') FROM operator o LEFT JOIN operator_pin p ON p.operator_id = o.id
WHERE o.active ORDER BY o.id = ? DESC, o.role = 'owner' DESC, o.id LIMIT 1
"""
_SAMPLE = "SELECT value FROM workspace_value WHERE key = 'sample'"


class FirstLook(NamedTuple):
    """A group and the names of its first members, in the list's own order."""

    sample: bool
    group: str
    names: tuple[str, ...]


def exists(folder: Path) -> bool:
    """Say whether there is a workspace in `folder`; opening tells of one that may not be seen."""
    try:
        return (folder / DATABASE_NAME).exists()
    except PermissionError:
        return True


def first_look(folder: Path, group_id: int, most: int, operator_id: int = 0) -> FirstLook | None:
    """Return the first `most` names of the group that is shown first; None if that fails.

    `group_id` is the group that was shown last; where it is gone, the first group takes its place,
    as in the window. None, too, where the operator, found as in `open_desk`, has to sign in.
    """
    path = folder / DATABASE_NAME
    try:
        if not path.is_file():
            return None
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return _read(database, group_id, most, operator_id)
    except (OSError, ValueError, sqlite3.Error):
        return None  # newer, damaged, not to be read: opening it will say so


def _read(
    database: sqlite3.Connection, group_id: int, most: int, operator_id: int
) -> FirstLook | None:
    asked = database.execute(_PIN, (operator_id,)).fetchone()
    if asked is None or asked[0]:
        return None
    groups = dict(database.execute(_GROUPS).fetchall())
    if not groups:
        return None
    shown = group_id if group_id in groups else next(iter(groups))
    names = tuple(str(row[0]) for row in database.execute(_NAMES, (shown, most)))
    sample = database.execute(_SAMPLE).fetchone()
    return FirstLook(sample is not None and sample[0] == "1", str(groups[shown]), names)
