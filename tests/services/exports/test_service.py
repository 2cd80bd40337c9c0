# SPDX-License-Identifier: MIT
"""An export is whole or not there, is in the log, and does no harm in a spreadsheet."""

import csv
import errno
import hashlib
import io
import json
import os
import pickle
import uuid
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.enums import Action, Language, OperatorRole
from groupdesk.domain.errors import CancelledError, GroupDeskError, PermissionDeniedError
from groupdesk.domain.export_records import ExportFormat, ExportRequest, ExportScope
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.models.audit import AuditEntry
from groupdesk.services.desk import Desk
from groupdesk.services.jobs import JobContext, run_job
from groupdesk.services.workspace import add_operator
from tests.helpers import MovableClock, make_group, make_member, open_desk

U = uuid.uuid4


@pytest.fixture
def group(desk: Desk) -> int:
    made = make_group(desk, rules=False)
    for name, ident in (("王芳", "00123456789012345678"), ("=1+1", "wx2"), ("Ann", "+3")):
        desk.members.add(U(), made, MemberFields(name, external_id=ident, phone="+86 138"))
    return made


def asked(path: Path, kind: ExportFormat = ExportFormat.CSV, **more: Any) -> ExportRequest:
    return ExportRequest(U(), path, kind, more.pop("scope", ExportScope.GROUP), **more)


def cells(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_a_csv_shows_chinese_and_calculates_nothing(desk: Desk, group: int, tmp_path: Path) -> None:
    done = desk.exports.export(asked(tmp_path / "a.csv", group_id=group, header=Language.ZH))
    assert done.path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = cells(done.path)
    assert [row["姓名"] for row in rows] == ["Ann", "王芳", "'=1+1"]
    assert [row["平台 ID"] for row in rows] == ["'+3", "'00123456789012345678", "wx2"]
    assert {row["状态"] for row in rows} == {"在群"}
    assert not any(cell[:1] in set("=+-@\t\r") for row in rows for cell in row.values())


def test_a_workbook_holds_text_no_formula_and_a_frozen_header(
    desk: Desk, group: int, tmp_path: Path
) -> None:
    done = desk.exports.export(asked(tmp_path / "a.xlsx", ExportFormat.XLSX, group_id=group))
    with zipfile.ZipFile(done.path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert "=1+1" in sheet
    assert "00123456789012345678" in sheet
    assert 'state="frozen"' in sheet
    assert 'quotePrefix="1"' in styles


def test_what_is_on_screen_is_written_in_its_order_and_columns(
    desk: Desk, group: int, tmp_path: Path
) -> None:
    which = MemberFilter(group, text="1")
    shown = asked(
        tmp_path / "a.json",
        ExportFormat.JSON,
        scope=ExportScope.SHOWN,
        which=which,
        sort="-name",
        columns=("phone",),
    )
    members = json.loads(desk.exports.export(shown).path.read_bytes())["members"]
    order = [row.name for row in desk.members.rows(desk.members.ids(which, "-name"))]
    assert [member["name"] for member in members] == order
    assert {tuple(member) for member in members} == {("ref", "name", "phone")}
    ids = tuple(desk.members.ids(MemberFilter(group)))[::-1][:2]
    chosen = asked(tmp_path / "b.csv", scope=ExportScope.CHOSEN, ids=ids)
    assert [row["Name"] for row in cells(desk.exports.export(chosen).path)] == ["'=1+1", "王芳"]


def test_an_export_is_in_the_log_without_what_it_holds(
    desk: Desk, group: int, tmp_path: Path
) -> None:
    which = MemberFilter(group, "warned", "王")
    request = asked(tmp_path / "a.csv", scope=ExportScope.SHOWN, which=which)
    with pytest.raises(GroupDeskError) as nobody:
        desk.exports.export(request)
    assert nobody.value.code == "export_nobody"
    done = desk.exports.export(replace(request, which=MemberFilter(group, text="王")))
    entry = AuditEntry.select().order_by(AuditEntry.seq.desc()).first()
    assert (entry.action, entry.group_id) == (Action.MEMBER_EXPORT, group)
    (said,) = [after for _, after in desk.audit.detail(entry.seq).changes]
    assert said == {
        "file": "a.csv",
        "format": "csv",
        "scope": "shown",
        "filter": "chip: all; text: 王",
        "count": 1,
        "group": "Aurora",
        "sha256": hashlib.sha256(done.path.read_bytes()).hexdigest(),
    }
    assert desk.verifier.run().sound


def test_nothing_is_overwritten_without_being_told(desk: Desk, group: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine")
    with pytest.raises(GroupDeskError) as refused:
        desk.exports.export(asked(path, group_id=group))
    assert refused.value.code == "export_exists"
    assert path.read_text() == "mine"
    desk.exports.export(asked(path, group_id=group, overwrite=True))
    assert len(cells(path)) == 3
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    with pytest.raises(GroupDeskError) as no_file:
        desk.exports.export(asked(folder, group_id=group, overwrite=True))
    assert no_file.value.code == "file_not_written"


@pytest.mark.parametrize("kind", ExportFormat)
def test_cancelled_it_leaves_the_old_file_and_no_entry(
    desk: Desk, group: int, tmp_path: Path, kind: ExportFormat
) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_text("old")
    head = desk.ledger.head()

    def stop(_stage: str, done: int, _total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        desk.exports.export(asked(path, kind, group_id=group, overwrite=True), stop)
    assert path.read_text() == "old"
    assert desk.ledger.head() == head
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".groupdesk-")] == []


def test_a_full_disk_is_one_sentence_and_the_old_file_stays(
    desk: Desk, group: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GroupDeskError) as refused:
        desk.exports.export(asked(path, group_id=group, overwrite=True))
    assert refused.value.code == "export_disk_full"
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".groupdesk-")] == []


def test_a_folder_that_is_not_there_is_one_sentence(desk: Desk, group: int) -> None:
    with pytest.raises(GroupDeskError) as refused:
        desk.exports.export(asked(Path("/nowhere/a.csv"), group_id=group))
    assert refused.value.code == "file_not_written"


def test_a_viewer_may_not_and_the_attempt_is_logged(
    desk: Desk, group: int, tmp_path: Path, clock: MovableClock
) -> None:
    viewer = add_operator(desk.ledger, U(), "Vera", OperatorRole.VIEWER).subject_id
    desk.close()
    seat = open_desk(tmp_path, clock, operator_id=viewer)
    with pytest.raises(PermissionDeniedError):
        seat.exports.export(asked(tmp_path / "a.csv", group_id=group))
    assert not (tmp_path / "a.csv").exists()
    entry = AuditEntry.select().order_by(AuditEntry.seq.desc()).first()
    assert (entry.action, entry.operator_name) == (Action.DENIED, "Vera")
    seat.close()


def test_a_text_longer_than_a_cell_is_refused_by_name(desk: Desk, tmp_path: Path) -> None:
    group_id = make_group(desk, rules=False)
    member = make_member(desk, group_id, "Ann", "a")
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("UPDATE person SET note = ?", ("x" * 32_768,))
    with pytest.raises(GroupDeskError) as refused:
        desk.exports.export(asked(tmp_path / "a.xlsx", ExportFormat.XLSX, group_id=group_id))
    assert refused.value.code == "export_cell_too_long"
    assert refused.value.values == {"line": 2, "column": "Note"}
    assert member
    assert not (tmp_path / "a.xlsx").exists()


def test_the_job_tells_how_far_it_is_and_its_answer_travels(
    desk: Desk, group: int, tmp_path: Path
) -> None:
    told: list[tuple[str, int, int]] = []
    context = JobContext(desk, lambda *one: told.append(one), lambda: False)
    request = pickle.loads(pickle.dumps(asked(tmp_path / "a.csv", group_id=group)))
    done = run_job(context, "export", {"request": request})
    assert told == [("export", 0, 3), ("export", 3, 3)]
    assert pickle.loads(pickle.dumps(done)) == done


def test_where_nothing_can_be_written_the_file_is_made_and_says_it_is_not_logged(
    desk: Desk, group: int, tmp_path: Path
) -> None:
    desk.ledger.stopped = "row_changed"
    done = desk.exports.export(asked(tmp_path / "a.csv", group_id=group))
    assert done.receipt is None
    assert len(cells(done.path)) == 3
    desk.ledger.stopped = None


def test_of_an_archived_group_the_members_can_be_exported(
    desk: Desk, group: int, tmp_path: Path
) -> None:
    desk.groups.archive(U(), group, "It is over")
    assert desk.exports.export(asked(tmp_path / "a.csv", group_id=group)).rows == 3
