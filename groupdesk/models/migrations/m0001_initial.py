# SPDX-License-Identifier: MIT
"""The first schema. Frozen: a later change is a migration of its own."""

import sqlite3
from pathlib import Path

from groupdesk.models.migrations import script


def apply(connection: sqlite3.Connection) -> None:
    """Create every table, index and trigger in an empty database, inside its transaction."""
    script.run(connection, Path(__file__).with_suffix(".sql"))
