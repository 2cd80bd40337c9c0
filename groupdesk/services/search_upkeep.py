# SPDX-License-Identifier: MIT
"""Makes search index and sort keys anew where another version of the program made them.

Both are worked out from the records and stand in no log entry. Loaded at each start: the search
itself, with its pinyin, only where there is something to do.
"""

import sqlite3

from groupdesk.domain.search_version import TOKEN_VERSION
from groupdesk.models.database import WorkspaceDatabase


def needs_rebuild(connection: sqlite3.Connection) -> bool:
    """Tell, in no time, whether the index was made by another token version or not at all."""
    first = connection.execute(
        "SELECT tokens FROM search_text ORDER BY membership_id LIMIT 1"
    ).fetchone()
    if first is None:
        sql = "SELECT 1 FROM membership WHERE state <> 'withdrawn' LIMIT 1"
        return connection.execute(sql).fetchone() is not None
    return str(first[0]).partition(" ")[0] != TOKEN_VERSION


def bring_up_to_date(database: WorkspaceDatabase) -> bool:
    """Make index and sort keys anew if they are another version's; tell whether they were.

    Before anything else is written, for what is written now has this version's words. It is one
    transaction: what breaks off leaves the old ones whole. Five seconds for 100,000 members.
    """
    if not needs_rebuild(database.connection()):
        return False
    from groupdesk.services import search  # noqa: PLC0415  # a start does without

    with database.atomic("IMMEDIATE"):
        if not needs_rebuild(database.connection()):
            return False  # another process was faster
        search.rebuild(database.connection())
    return True
