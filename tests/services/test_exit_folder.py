# SPDX-License-Identifier: MIT
"""What is saved before somebody leaves: one folder, whole or not there, harmless everywhere."""

import csv
import io
import uuid
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, MemberRole, OperatorRole
from groupdesk.domain.errors import PermissionDeniedError, StateChangedError, StorageError
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import as_role, clear_error, make_group, make_member, talk
from tests.services.exit_cases import answered, asked, telling

EN, ZH = Language.EN, Language.ZH
HOSTILE = "=cmd|' /C calc'!A1"


@pytest.fixture
def leaving(desk: Desk) -> int:
    """Li Wei leaves a group with a customer and an owner."""
    group = make_group(desk)
    fields = MemberFields("Zhou Min", role=MemberRole.OWNER, phone="+86 138 0000 0000")
    desk.members.add(uuid.uuid4(), group, fields)
    wanted = MemberFields(
        HOSTILE, key_customer=True, note="\u202eevil\nsecond line", email="a@b.cn"
    )
    customer = desk.members.add(uuid.uuid4(), group, wanted).subject_id
    member = make_member(desk, group)
    talk(desk, member, agreement="Hand the offers over", follow_up_on="2026-06-20")
    ident = answered(desk, asked(desk, member), until="2026-06-10", replacement_name="Zhou Min")
    desk.leaving.exit_customers.tell(telling(desk, ident, customer))
    return ident


def saved(desk: Desk, exit_id: int, place: Path, language: Language = EN) -> Path:
    return desk.leaving.exit_folder.save(uuid.uuid4(), exit_id, place, language)


def table(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_all_that_is_passed_on_lies_in_one_folder(desk: Desk, leaving: int, tmp_path: Path) -> None:
    folder = saved(desk, leaving, tmp_path)
    assert folder == tmp_path / "Li Wei - Aurora - 2026-06-01"
    assert {path.name for path in folder.iterdir()} == {
        "Read me first.txt",
        "Customers.csv",
        "Contacts in the group.csv",
        "Talks and what was agreed.csv",
        "Rules.txt",
        "Checklist.txt",
    }
    head, customer = table(folder / "Customers.csv")
    assert head[-3:] == ["Why they are listed", "Told", "New contact"]
    assert customer[0] == f"'{HOSTILE}"
    assert customer[-4:] == ["‹U+202E›evil\nsecond line", "Key customer", "Told", "Zhou Min"]
    assert table(folder / "Contacts in the group.csv")[1][4] == "'+86 138 0000 0000"
    (said,) = table(folder / "Talks and what was agreed.csv")[1:]
    assert said[4:] == ["Hand the offers over", "to look at on 2026-06-20"]
    assert "[ ] Files are saved" in (folder / "Checklist.txt").read_text(encoding="utf-8")
    readme = (folder / "Read me first.txt").read_text(encoding="utf-8")
    assert "Last day: 10 June 2026\nTakes over: Zhou Min" in readme
    assert "keep no copies of your own" in readme


def test_in_chinese_it_is_chinese(desk: Desk, leaving: int, tmp_path: Path) -> None:
    folder = saved(desk, leaving, tmp_path, ZH)
    assert "请先阅读.txt" in {path.name for path in folder.iterdir()}
    assert "最后一天：2026年6月10日" in (folder / "请先阅读.txt").read_text(encoding="utf-8")
    assert table(folder / "客户.csv")[0][0] == "姓名"


def test_it_stands_in_the_log_and_nothing_is_overwritten(
    desk: Desk, leaving: int, tmp_path: Path
) -> None:
    first, second = saved(desk, leaving, tmp_path), saved(desk, leaving, tmp_path)
    assert second.name == f"{first.name} (2)"
    entries = desk.audit.rows(AuditFilter(action=Action.EXIT_SAVE))
    assert len(entries) == 2
    ((_before, after),) = desk.audit.detail(entries[0].seq).changes
    assert "Customers.csv" in str(after["files"])
    assert {path.name for path in tmp_path.iterdir()} >= {first.name, second.name}
    assert not list(tmp_path.glob(".groupdesk-*"))


def test_names_lead_nowhere_else(desk: Desk, tmp_path: Path) -> None:
    group = make_group(desk, "../../etc", rules=False)
    ident = asked(desk, make_member(desk, group, "a/b\\c:*?" + "长" * 80))
    folder = saved(desk, ident, tmp_path)
    assert folder.parent == tmp_path
    assert len(folder.name.encode()) < 200
    names = {path.name for path in folder.iterdir()}
    assert names == {"Read me first.txt", "Checklist.txt"}  # there is nothing else to pass on


def test_where_it_cannot_be_written_nothing_is_left(
    desk: Desk, leaving: int, tmp_path: Path
) -> None:
    with pytest.raises(StorageError, match="folder_not_written") as caught:
        saved(desk, leaving, tmp_path / "nowhere")
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="exit_gone"):
        saved(desk, 99, tmp_path)
    assert not list(tmp_path.glob(".groupdesk-*"))


def test_who_only_reads_takes_nothing_along(desk: Desk, leaving: int, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    viewer = as_role(desk, OperatorRole.VIEWER)
    with pytest.raises(PermissionDeniedError):
        saved(viewer, leaving, place)
    assert not list(place.iterdir())
    assert viewer.audit.rows(AuditFilter(action=Action.DENIED))
    viewer.close()


def test_of_an_archived_group_it_can_still_be_saved(
    desk: Desk, leaving: int, tmp_path: Path
) -> None:
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    assert saved(desk, leaving, tmp_path).is_dir()
