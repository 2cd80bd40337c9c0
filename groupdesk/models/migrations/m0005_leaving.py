# SPDX-License-Identifier: MIT
"""Leaving well and coming back, handover, reviews of groups, what waits on Today for later."""

import sqlite3
from pathlib import Path

from groupdesk.models.migrations import script


def apply(connection: sqlite3.Connection) -> None:
    """Add to a workspace of the fourth schema, inside its transaction."""
    script.run(connection, Path(__file__).with_suffix(".sql"))
