# SPDX-License-Identifier: MIT
"""Groups are put away together with a folder of their papers, or neither happens."""

import errno
import hashlib
import os
import uuid
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, OperatorRole
from groupdesk.domain.errors import (
    CancelledError,
    PermissionDeniedError,
    StateChangedError,
    StorageError,
    ValidationError,
)
from groupdesk.domain.upkeep_records import ArchiveRequest
from groupdesk.services.desk import Desk
from groupdesk.services.group_archive import GroupArchives
from tests.helpers import as_role, make_group, make_member, rule_id, warning


def archives(desk: Desk) -> GroupArchives:
    return GroupArchives(desk.ledger, desk.groups, desk.exports, desk.reports)


def asked(*groups: int, place: Path | None, reason: str = "The season is over") -> ArchiveRequest:
    return ArchiveRequest(uuid.uuid4(), groups, reason, place)


def in_use(desk: Desk) -> list[str]:
    return [group.name for group in desk.groups.all()]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


def test_all_that_was_kept_lies_in_one_folder_and_its_fingerprints_in_the_log(
    desk: Desk, place: Path
) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "=cmd|' /C calc'!A0")
    warning(desk, member, rule_id(desk, group))
    ((_, _, folder, receipt),) = archives(desk).archive(asked(group, place=place)).done
    assert folder is not None
    assert folder.parent == place
    assert {file.name for file in folder.iterdir()} == {
        *("Read me first.txt", "Members.csv", "Members.xlsx", "Rules.txt", "Cases.csv"),
        *("Audit of the group.pdf", "Fingerprints.sha256"),
    }
    told = (folder / "Fingerprints.sha256").read_text().splitlines()
    for line in told:
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert len(told) == 5
    assert "\n=" not in (folder / "Members.csv").read_text("utf-8-sig").replace(",", "\n")
    assert "'=cmd" in (folder / "Cases.csv").read_text("utf-8-sig")
    assert "The season is over" in (folder / "Read me first.txt").read_text()
    logged = [after for _, after in desk.audit.detail(receipt.seq).changes]
    assert logged[0]["reason"] == "The season is over"
    assert logged[1]["sha256"] == {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()
    }
    assert len(desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT))) == 1
    assert in_use(desk) == []
    assert desk.verifier.run().findings == ()


def test_an_empty_group_in_chinese_has_a_folder_without_members(desk: Desk, place: Path) -> None:
    group = make_group(desk, "朝霞", rules=False)
    request = ArchiveRequest(uuid.uuid4(), (group,), "结束了", place, Language.ZH)
    ((_, _, folder, _),) = archives(desk).archive(request).done
    assert folder is not None
    assert {file.name for file in folder.iterdir()} == {
        "请先阅读.txt",
        "群审计报告.pdf",
        "指纹.sha256",
    }


def test_a_name_that_leads_elsewhere_and_one_that_is_taken(desk: Desk, place: Path) -> None:
    groups = make_group(desk, "../../a", rules=False), make_group(desk, "..\\..\\a", rules=False)
    found = archives(desk).archive(asked(*groups, place=place)).done
    names = sorted(file.name for file in place.iterdir())
    assert len(names) == 2
    assert names[0].removesuffix(" (2)") == names[1].removesuffix(" (2)")
    assert all(one.folder is not None and one.folder.parent == place for one in found)


def no_room(*_args: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_where_the_disk_is_full_nothing_is_archived_and_nothing_lies_about(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = make_group(desk, rules=False)
    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(StorageError, match="disk_full"):
        archives(desk).archive(asked(group, place=place))
    monkeypatch.undo()
    assert in_use(desk) == ["Aurora"]
    assert list(place.iterdir()) == []
    assert desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT)) == ()


def test_a_group_whose_first_day_was_edited_is_said_to_be_damaged(desk: Desk, place: Path) -> None:
    group = make_group(desk, rules=False)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("UPDATE customer_group SET created_at = '0 o''clock'")
    with pytest.raises(StorageError, match="damaged"):
        archives(desk).archive(asked(group, place=place))
    assert list(place.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_and_nothing_is_archived(
    desk: Desk, place: Path
) -> None:
    group = make_group(desk, rules=False)
    with pytest.raises(StorageError, match="folder_not_written"):
        archives(desk).archive(asked(group, place=place / "gone"))
    assert in_use(desk) == ["Aurora"]


def test_a_name_that_cannot_be_given_takes_the_archiving_back(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = make_group(desk, rules=False)

    def stays(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", stays)
    with pytest.raises(StorageError, match="folder_not_written"):
        archives(desk).archive(asked(group, place=place))
    monkeypatch.undo()
    assert in_use(desk) == ["Aurora"]
    assert list(place.iterdir()) == []
    assert desk.audit.rows(AuditFilter(action=Action.GROUP_ARCHIVE)) == ()


def test_one_that_was_archived_meanwhile_is_named_and_the_others_go_on(
    desk: Desk, place: Path
) -> None:
    first, second = make_group(desk, rules=False), make_group(desk, "Borealis", rules=False)
    desk.groups.archive(uuid.uuid4(), first, "Over")
    found = archives(desk).archive(asked(first, second, 99, place=place))
    assert [one.name for one in found.done] == ["Borealis"]
    assert [(name, error.code) for name, error in found.failed] == [
        ("Aurora", "group_archived_before"),
        ("", "group_gone"),
    ]
    assert len(list(place.iterdir())) == 1
    with pytest.raises(StateChangedError):
        archives(desk).archive(asked(first, place=place))


def test_the_same_request_again_makes_no_second_folder(desk: Desk, place: Path) -> None:
    request = asked(make_group(desk, rules=False), place=place)
    archives(desk).archive(request)
    again = archives(desk).archive(request)
    assert again.done[0].receipt.repeated
    assert len(list(place.iterdir())) == 1


def test_without_a_place_the_group_is_archived_alone(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    ((_, _, folder, _),) = archives(desk).archive(asked(group, place=None)).done
    assert folder is None
    assert in_use(desk) == []


def test_what_was_stopped_leaves_the_rest_as_it_was(desk: Desk, place: Path) -> None:
    groups = [make_group(desk, name, rules=False) for name in "AB"]

    def stop(_stage: str, done: int, _total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        archives(desk).archive(asked(*groups, place=place), stop)
    assert in_use(desk) == ["B"]
    assert len(list(place.iterdir())) == 1


def test_a_reason_is_needed_and_so_is_the_role(desk: Desk, place: Path) -> None:
    group = make_group(desk, rules=False)
    with pytest.raises(ValidationError):
        archives(desk).archive(asked(group, place=place, reason=" "))
    moderator = as_role(desk, OperatorRole.MODERATOR)
    with pytest.raises(PermissionDeniedError):
        archives(moderator).archive(asked(group, place=place))
    assert list(place.iterdir()) == []


def test_what_rests_waits_again_once_the_group_is_restored(desk: Desk, place: Path) -> None:
    group = make_group(desk)
    warning(desk, make_member(desk, group), rule_id(desk, group))
    archives(desk).archive(asked(group, place=place))
    assert desk.todo.all() == ()
    desk.groups.restore(uuid.uuid4(), group)
    assert [item.kind for item in desk.todo.all()] == ["confirm_sent"]
