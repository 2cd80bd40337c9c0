# SPDX-License-Identifier: MIT
"""The composition root: puts the program together for the window, for tests and for tools."""

import uuid
from pathlib import Path

import platformdirs

from groupdesk.domain.clock import Clock, system_clock
from groupdesk.domain.records import OperatorRecord
from groupdesk.paths import APP_NAME
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import open_workspace


def build(
    folder: Path,
    *,
    operator_id: int = 0,
    clock: Clock = system_clock,
    anchor_folder: Path | None = None,
) -> Desk:
    """Open the workspace in `folder` and put its services together.

    The operator is the one with this id, or the owner. `anchor_folder` is where the log's
    fingerprints are remembered, the person's data folder by default; it lies outside the
    workspace on purpose. Raises StorageError when the workspace cannot be opened.
    """
    workspace = open_workspace(folder)
    operators = workspace.operators()
    operator: OperatorRecord = next(
        (found for found in operators if found.id == operator_id), operators[0]
    )
    anchors = anchor_folder or Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
    return compose(
        workspace,
        operator,
        clock,
        anchors / f"anchors-{uuid.UUID(workspace.value('id')).hex}.jsonl",
    )
