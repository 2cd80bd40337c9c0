# SPDX-License-Identifier: MIT
"""What is saved before somebody leaves: one folder, whole or not there, harmless everywhere."""

import csv
import errno
import io
import uuid
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, MemberRole, OperatorRole
from groupdesk.domain.errors import PermissionDeniedError, StateChangedError, StorageError
from groupdesk.domain.leaving_enums import ExitEntryKind
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.services.desk import Desk
from tests.helpers import as_role, clear_error, make_group, make_member, rule_id, talk, warning
from tests.services.exit_cases import answered, asked, reply, telling

EN, ZH = Language.EN, Language.ZH
HOSTILE = "=cmd|' /C calc'!A1"


@pytest.fixture
def leaving(desk: Desk) -> int:
    """Li Wei leaves a group with a customer and an owner."""
    group = make_group(desk)
    fields = MemberFields("Zhou Min", role=MemberRole.OWNER, phone="+86 138 0000 0000")
    desk.members.add(uuid.uuid4(), group, fields)
    wanted = MemberFields(
        HOSTILE, "\u202eevil", key_customer=True, note="Quarrelled with us", email="a@b.cn"
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
    assert customer[1] == "‹U+202E›evil"
    assert customer[-3:] == ["Key customer", "Told", "Zhou Min"]
    assert table(folder / "Contacts in the group.csv")[1][4] == "'+86 138 0000 0000"
    (said,) = table(folder / "Talks and what was agreed.csv")[1:]
    assert said[3:] == ["Hand the offers over", "to look at on 2026-06-20"]
    assert "[ ] Files are saved" in (folder / "Checklist.txt").read_text(encoding="utf-8")
    readme = (folder / "Read me first.txt").read_text(encoding="utf-8")
    assert "Last day: 10 June 2026\nTakes over: Zhou Min" in readme
    assert "keep no copies of your own" in readme


def test_what_is_ours_alone_stays_in_the_house(desk: Desk, leaving: int, tmp_path: Path) -> None:
    member = desk.leaving.exits.get(leaving).row.membership_id
    boss = desk.members.ids(MemberFilter(text="Zhou Min"))[0]
    desk.members.change(uuid.uuid4(), boss, note="Wants to retire")
    desk.leaving.exits.answer(reply(leaving, ExitEntryKind.NOTE, text="Rather glad of it"))
    warning(desk, member, rule_id(desk, 1))
    talk(desk, member, problem="Shouted at a customer", agreement="Be kind")
    told = "".join(
        path.read_text(encoding="utf-8-sig") for path in saved(desk, leaving, tmp_path).iterdir()
    )
    assert "Be kind" in told
    ours = ("Quarrelled", "retire", "Rather glad", "Shouted", "Cases")
    assert not [one for one in ours if one in told]


def test_a_name_that_cannot_be_given_is_not_called_saved(
    desk: Desk, leaving: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stays(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.setattr(Path, "rename", stays)
    with pytest.raises(StorageError, match="folder_not_written"):
        saved(desk, leaving, place)
    monkeypatch.undo()
    assert not list(place.iterdir())
    assert not desk.leaving.exits.get(leaving).saved_at
    assert desk.audit.rows(AuditFilter(action=Action.EXIT_SAVE)) == ()


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


def test_internal_notes_are_asked_for_stand_apart_and_are_logged(
    desk: Desk, leaving: int, tmp_path: Path
) -> None:
    talk(desk, desk.leaving.exits.get(leaving).row.membership_id, problem="Shouted at a customer")
    place = tmp_path / "ours"
    place.mkdir()
    folder = desk.leaving.exit_folder.save(uuid.uuid4(), leaving, place, EN, notes=True)
    assert folder.name == "Li Wei - Aurora - 2026-06-01 - internal"
    head, *lines = table(folder / "Internal notes.csv")
    assert head == ["Name", "Note"]
    assert [f"'{HOSTILE}", "Quarrelled with us"] in lines
    assert any("Shouted at a customer" in line[1] for line in lines)
    readme = (folder / "Read me first.txt").read_text(encoding="utf-8")
    assert "Internal notes.csv is for whoever looks after this group" in readme
    for path in folder.iterdir():
        if path.name != "Internal notes.csv":
            assert "Quarrelled" not in path.read_text(encoding="utf-8-sig"), path.name
    saved(desk, leaving, place)
    entries = desk.audit.rows(AuditFilter(action=Action.EXIT_SAVE))
    said = [desk.audit.detail(one.seq).changes[0][1]["internal_notes"] for one in entries]
    assert said == [False, True]
