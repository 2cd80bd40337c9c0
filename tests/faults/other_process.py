# SPDX-License-Identifier: MIT
"""What a second process does to a workspace: `… -m tests.faults.other_process WHAT FOLDER`."""

import json
import os
import shutil
import sys
import tempfile
import uuid
from pathlib import Path
from typing import Any

from groupdesk.domain.enums import Action, EvidenceSource, SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.models import database
from groupdesk.models.people import Group
from groupdesk.services.ledger import Entry
from tests.helpers import MovableClock, make_group, open_desk


def count(folder: Path, times: int) -> None:
    """Add one to a number in the database, again and again: read, then write."""
    database.BUSY_SECONDS = 300  # whoever of the two is kept waiting by a busy machine
    desk = open_desk(folder, MovableClock())  # the same moment for all: no clock goes back

    def work(entry: Entry) -> None:
        row = Group.get_by_id(1)
        row.size_limit = (row.size_limit or 0) + 1
        row.save()
        entry.about(SubjectKind.GROUP, 1)
        entry.record(rows=[row])

    for _ in range(times):
        desk.ledger.run(uuid.uuid4(), Action.GROUP_EDIT, work)
    desk.close()


def look(folder: Path) -> None:
    """Read a workspace that cannot be written, try to write all the same, and tell of it.

    For root everything can be written, so root becomes nobody first. Where nobody may not read
    the checkout, what the program loads on its way must have been loaded: it goes that way twice.
    """
    if os.geteuid() == 0:
        with tempfile.TemporaryDirectory() as other:
            _look(Path(shutil.copytree(folder, Path(other) / "copy")))
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    sys.stdout.write(json.dumps(_look(folder)))


def _look(folder: Path) -> dict[str, Any]:
    desk = open_desk(folder, MovableClock())
    refused = []
    for attempt in (
        lambda: make_group(desk),
        lambda: desk.drafts.save("warning", {}, group_id=1),
        lambda: desk.evidence.take_files([Path(__file__)], EvidenceSource.FILE),
    ):
        try:
            attempt()
        except GroupDeskError as error:
            refused.append(error.code)
        else:
            refused.append("")
    verdict = desk.verifier.run()
    told = {
        "read_only": desk.workspace.record().read_only,
        "groups": [group.name for group in desk.groups.all()],
        "entries": verdict.entries,
        "findings": [finding.code for finding in verdict.findings],
        "refused": refused,
        "backup": Path(desk.backups.make(uuid.uuid4(), folder / "stick").path).name,
    }
    desk.close()
    return told


if __name__ == "__main__":
    if sys.argv[1] == "count":
        count(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        look(Path(sys.argv[2]))
