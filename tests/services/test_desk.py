# SPDX-License-Identifier: MIT
"""The composed desk works with one folder, one operator and one clock."""

from groupdesk.services.desk import Desk
from tests.helpers import MovableClock


def test_the_services_share_operator_clock_and_folder(desk: Desk, clock: MovableClock) -> None:
    assert desk.operator.name == "Mei"
    assert desk.clock is clock
    assert desk.anchor_file is not None
    assert desk.workspace.folder not in desk.anchor_file.parents
    picture = desk.evidence.store
    assert picture._originals == desk.workspace.evidence_folder
    assert desk.workspace.backup_folder == desk.workspace.folder / "backups"
