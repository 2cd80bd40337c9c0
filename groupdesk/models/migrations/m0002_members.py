# SPDX-License-Identifier: MIT
"""One person under several entries, lists compared and undone, the blocklist, saved filters."""

import sqlite3
from pathlib import Path

from groupdesk.models.migrations import script


def apply(connection: sqlite3.Connection) -> None:
    """Add to a workspace of the first schema, inside its transaction."""
    script.run(connection, Path(__file__).with_suffix(".sql"))
