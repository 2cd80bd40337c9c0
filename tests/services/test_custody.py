# SPDX-License-Identifier: MIT
"""The log tells who looked at evidence or took it along: once in a quarter of an hour."""

import hashlib
import uuid
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse
from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import EvidenceRecord, OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    png,
    removal,
    rule_id,
    screenshot,
)


@pytest.fixture
def used(desk: Desk) -> EvidenceRecord:
    group, picture = make_group(desk), screenshot(desk)
    use = (EvidenceUse(picture.id, "The offer"),)
    desk.removals.decide(
        removal(desk, make_member(desk, group), rule_id(desk, group), evidence=use)
    )
    return picture


def told(desk: Desk, action: Action) -> int:
    return desk.audit.count(AuditFilter(action=action))


def note(desk: Desk, picture: EvidenceRecord, action: Action = Action.EVIDENCE_VIEW) -> bool:
    return desk.custody.note(uuid.uuid4(), action, picture.id) is not None


def test_the_entry_names_the_file_and_its_case(desk: Desk, used: EvidenceRecord) -> None:
    receipt = desk.custody.note(uuid.uuid4(), Action.EVIDENCE_VIEW, used.id)
    assert receipt is not None
    found = desk.audit.detail(receipt.seq)
    assert (found.row.subject, found.row.group_id) == (used.file_name, 1)
    assert found.changes[0][1] == {"file": used.file_name, "cases": "1", "sha256": used.sha256}


def test_once_in_a_quarter_of_an_hour(
    desk: Desk, clock: MovableClock, used: EvidenceRecord
) -> None:
    assert note(desk, used)
    clock.move(minutes=14, seconds=59)
    assert not note(desk, used)
    assert note(desk, used, Action.EVIDENCE_COPY), "another act is told"
    assert note(desk, screenshot(desk, 7)), "so is another file"
    clock.move(seconds=1)
    assert note(desk, used)
    assert told(desk, Action.EVIDENCE_VIEW) == 3


def test_what_a_colleague_did_does_not_speak_for_oneself(desk: Desk, used: EvidenceRecord) -> None:
    assert note(desk, used)
    role = OperatorRole.VIEWER
    viewer = add_operator(desk.ledger, uuid.uuid4(), "Vera", role).subject_id
    desk.ledger.operator = OperatorRecord(viewer, "Vera", role)
    assert note(desk, used)
    assert not note(desk, used)


def test_a_copy_is_saved_with_its_hash_and_told_first(
    desk: Desk, used: EvidenceRecord, tmp_path: Path
) -> None:
    target = tmp_path / "聊天.png"
    hashes = desk.custody.save_copy(uuid.uuid4(), used.id, target)
    assert hashlib.sha256(target.read_bytes()).hexdigest() == used.sha256
    assert hashes.read_text("utf-8") == f"{used.sha256} *聊天.png\n"
    assert told(desk, Action.EVIDENCE_SAVE_COPY) == 1


def test_a_changed_original_is_not_handed_out(
    desk: Desk, used: EvidenceRecord, tmp_path: Path
) -> None:
    original = desk.workspace.evidence_folder / used.sha256[:2] / used.sha256
    original.write_bytes(png(shade=9))
    with pytest.raises(StorageError, match="evidence_changed") as caught:
        desk.custody.save_copy(uuid.uuid4(), used.id, tmp_path / "copy.png")
    clear_error(caught.value)
    assert list(tmp_path.glob("copy*")) == []


def test_where_nothing_can_be_written_a_copy_can_be_saved_all_the_same(
    desk: Desk, used: EvidenceRecord, tmp_path: Path
) -> None:
    desk.ledger.stopped = "chain_broken"
    desk.custody.save_copy(uuid.uuid4(), used.id, tmp_path / "copy.png")
    assert (tmp_path / "copy.png").is_file()
    with pytest.raises(StorageError, match="writing_stopped"):
        note(desk, used)
