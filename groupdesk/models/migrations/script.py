# SPDX-License-Identifier: MIT
"""Runs a migration's SQL file inside the caller's transaction."""

import sqlite3
from pathlib import Path


def run(connection: sqlite3.Connection, path: Path) -> None:
    """Execute each statement of the file; `executescript` would commit first."""
    statement = ""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
