# SPDX-License-Identifier: MIT
"""Approval and notice of removals, appeals, what is known of evidence, operators' PINs."""

import sqlite3
from pathlib import Path

from groupdesk.models.migrations import script


def apply(connection: sqlite3.Connection) -> None:
    """Add to a workspace of the third schema, inside its transaction."""
    script.run(connection, Path(__file__).with_suffix(".sql"))
