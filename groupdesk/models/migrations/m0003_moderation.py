# SPDX-License-Identifier: MIT
"""Ladders in versions, own templates, who was told of which rules, work on cases, recognition."""

import sqlite3
from pathlib import Path

from groupdesk.models.migrations import script


def apply(connection: sqlite3.Connection) -> None:
    """Add to a workspace of the second schema, inside its transaction."""
    script.run(connection, Path(__file__).with_suffix(".sql"))
