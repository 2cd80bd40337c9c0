# SPDX-License-Identifier: MIT
"""The first schema. Frozen: a later change is a migration of its own."""

import sqlite3
from pathlib import Path


def apply(connection: sqlite3.Connection) -> None:
    """Create every table, index and trigger in an empty database, inside its transaction."""
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    statement = ""
    for line in script.splitlines(keepends=True):  # executescript would commit first
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
