# SPDX-License-Identifier: MIT
"""Opens a workspace for an operator, with the check that every start makes."""

import uuid
from pathlib import Path

import platformdirs

from groupdesk.domain.clock import Clock
from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import OperatorRecord
from groupdesk.paths import APP_NAME
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import Workspace, open_workspace


def open_desk(folder: Path, operator_id: int, clock: Clock, anchor_folder: Path | None) -> Desk:
    """Open the workspace in `folder`; see `groupdesk.app.build`."""
    workspace = open_workspace(folder, clock)
    try:
        operator = _operator(workspace, operator_id)
        anchors = anchor_folder or Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
        desk = compose(workspace, operator, clock, anchors / _anchor_name(workspace))
        finding = desk.verifier.at_start()
    except BaseException:
        workspace.close()
        raise
    if finding is not None:
        desk.ledger.stopped = finding.code
    return desk


def asks_for_pin(desk: Desk) -> bool:
    """Say whether the operator of a desk has a PIN, so that they have to sign in first."""
    sql = "SELECT 1 FROM operator_pin WHERE operator_id = ? AND hash <> ''"
    with desk.ledger.reading():
        found = desk.workspace.database.execute_sql(sql, (desk.operator.id,)).fetchone()
    return found is not None


def _anchor_name(workspace: Workspace) -> str:
    try:
        return f"anchors-{uuid.UUID(workspace.value('id')).hex}.jsonl"
    except ValueError as error:  # what the database holds never becomes a path as it is
        raise StorageError("damaged") from error


def _operator(workspace: Workspace, operator_id: int) -> OperatorRecord:
    operators = workspace.operators()
    if not operators:
        raise StorageError("workspace_without_operator")
    owners = [found for found in operators if found.role is OperatorRole.OWNER]
    return next((found for found in operators if found.id == operator_id), (owners or operators)[0])
