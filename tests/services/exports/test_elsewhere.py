# SPDX-License-Identifier: MIT
"""A file from one workspace, taken in by another."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from groupdesk.domain.export_records import ExportFormat
from groupdesk.domain.import_records import ImportRow
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_desk
from tests.services.exports.lists import export, new_group, people, read, take_in


@pytest.mark.parametrize("kind", ExportFormat)
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=people())
def test_another_workspace_gets_the_same_people(
    tmp_path_factory: pytest.TempPathFactory, kind: ExportFormat, rows: list[ImportRow]
) -> None:
    folder = tmp_path_factory.mktemp("two")
    here = make_desk(folder / "a", MovableClock())
    group_id = new_group(here, "G")
    take_in(here, group_id, rows)
    path = export(here, folder / f"list.{kind}", kind, group_id=group_id)
    wanted = said(here, folder, group_id)
    here.close()
    there = make_desk(folder / "b", MovableClock())
    other_id = new_group(there, "G")
    take_in(there, other_id, read(there, path, other_id).rows)
    got = said(there, folder, other_id)
    there.close()
    assert got == wanted


def said(desk: Desk, folder: Path, group_id: int) -> list[dict[str, object]]:
    """Return what a group's members are said to be, but for the numbers of this workspace."""
    path = export(desk, folder / "said.json", ExportFormat.JSON, group_id=group_id)
    members = json.loads(path.read_bytes())["members"]
    for member in members:
        del member["ref"], member["group_ref"]
    return sorted(members, key=repr)
