# SPDX-License-Identifier: MIT
"""How stays and groups of one workspace are named in files that leave it."""

from groupdesk.models.database import WorkspaceDatabase

_DIGITS = 8


def prefix(database: WorkspaceDatabase) -> str:
    """Return what references begin with: enough of the workspace's id to tell it from others."""
    row = database.execute_sql("SELECT value FROM workspace_value WHERE key = 'id'").fetchone()
    return str(row[0]).replace("-", "")[:_DIGITS] if row else ""
