# SPDX-License-Identifier: MIT
"""Removes what killed processes left: folders of an import or a report, half-written copies."""

import time

from groupdesk.scratch import INSIDE_PREFIX, remove_left_overs, remove_old_files
from groupdesk.services.workspace import Workspace


def remove_what_was_left(workspace: Workspace) -> int:
    """Delete left-overs of processes that are gone; return how many. It never raises."""
    now = time.time()  # files carry the computer's time
    if workspace.database.read_only:
        return remove_left_overs(now)
    gone = remove_left_overs(now, workspace.folder / "derived")
    gone += remove_old_files(now, workspace.backup_folder, "*.unfinished")
    return gone + remove_old_files(now, workspace.evidence_folder, f"??/{INSIDE_PREFIX}*")
