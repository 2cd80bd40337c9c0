# SPDX-License-Identifier: MIT
"""A backup becomes a workspace again, beside the old one; what is not there is said."""

import os
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.app import build
from groupdesk.domain.act_records import AuditFilter, EvidenceUse
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.errors import StorageError
from groupdesk.models import schema
from groupdesk.services.desk import Desk
from groupdesk.services.restore import restore
from tests.helpers import (
    MovableClock,
    as_role,
    clear_error,
    make_group,
    make_member,
    next_version,
    raw,
    removal,
    rule_id,
    screenshot,
    warning,
)


@pytest.fixture
def done(desk: Desk) -> Desk:
    """A desk at which a member was warned and removed, with a screenshot."""
    group = make_group(desk)
    member = make_member(desk, group)
    warning(desk, member, rule_id(desk, group), sent_at=to_text(desk.clock()))
    desk.removals.decide(removal(desk, member, rule_id(desk, group)))
    return desk


def test_what_was_set_aside_since_comes_along_with_an_older_backup(
    desk: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    picture = screenshot(desk)
    draft = desk.drafts.save("removal", {}, evidence=[EvidenceUse(picture.id)])
    made = desk.backups.make(uuid.uuid4())
    desk.drafts.discard(draft.id)
    os.utime(desk.evidence.store.original(picture.sha256), (0, 0))
    assert desk.evidence.sweep().set_aside == (picture.sha256,)
    assert restore(Path(made.path), tmp_path / "again", clock).screenshots == 1
    assert (tmp_path / "again" / "evidence" / picture.sha256[:2] / picture.sha256).exists()


def opened(folder: Path, clock: MovableClock, anchors: Path) -> Desk:
    found = build(folder, clock=clock, anchor_folder=anchors)
    assert found.ledger.stopped is None
    return found


def test_a_backup_becomes_a_workspace_that_can_be_worked_in(
    done: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    made = done.backups.make(uuid.uuid4(), tmp_path / "stick")
    make_group(done, "Later", rules=False)
    clock.move(days=1)
    restored = restore(tmp_path / "stick", tmp_path / "again", clock)
    assert (restored.backup, restored.entries, restored.branch) == (made.path, made.seq, 2)
    assert (restored.screenshots, restored.screenshots_missing) == (1, 0)
    # the desk that was open goes on where it was
    assert [group.name for group in done.groups.all()] == ["Aurora", "Later"]
    old_id, old_head = done.workspace.value("id"), done.ledger.head()
    make_group(done, "And on", rules=False)
    assert done.ledger.head()[0] == old_head[0] + 1
    done.close()
    desk = opened(tmp_path / "again", clock, tmp_path / "anchors")
    assert [group.name for group in desk.groups.all()] == ["Aurora"]
    assert desk.verifier.run().findings == ()
    assert desk.workspace.value("id") != old_id
    (entry,) = desk.audit.rows(AuditFilter(action=Action.WORKSPACE_RESTORE))
    assert (entry.seq, entry.subject, entry.operator) == (
        made.seq + 1,
        Path(made.path).name,
        "Mei",
    )
    ((before, after),) = desk.audit.detail(entry.seq).changes
    assert (before["id"], after["entries"], after["branch"]) == (old_id, made.seq, "2")
    make_group(desk, "New", rules=False)
    assert desk.verifier.run().branch == 2
    desk.close()


def test_an_automatic_backup_finds_the_screenshots_of_its_workspace(
    done: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    made = done.backups.make(uuid.uuid4())
    clock.move(minutes=1)
    by_file = restore(Path(made.path), tmp_path / "one", clock)
    by_folder = restore(done.workspace.backup_folder, tmp_path / "two", clock)
    assert by_file.backup == by_folder.backup == made.path
    assert by_file.screenshots == by_folder.screenshots == 1
    copied = [path.name for path in (tmp_path / "one" / "evidence").glob("*/*")]
    assert copied == [done.evidence.earlier(1)[0].sha256]


@pytest.mark.parametrize("content", [None, b"another picture"])
def test_screenshots_that_are_not_beside_the_backup_are_counted(
    done: Desk, clock: MovableClock, tmp_path: Path, content: bytes | None
) -> None:
    done.backups.make(uuid.uuid4(), tmp_path / "stick")
    (picture,) = (tmp_path / "stick" / "evidence").glob("*/*")
    picture.unlink()
    if content is not None:
        picture.write_bytes(content)
    restored = restore(tmp_path / "stick", tmp_path / "again", clock)
    assert (restored.screenshots, restored.screenshots_missing) == (0, 1)
    desk = opened(tmp_path / "again", clock, tmp_path / "other")
    assert [finding.code for finding in desk.verifier.run().findings] == ["evidence_missing"]
    desk.close()


def test_of_several_backups_the_newest_sound_one_is_taken(
    done: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    made = [done.backups.make(uuid.uuid4())]
    for _ in range(2):
        clock.move(hours=1)
        made.append(done.backups.make(uuid.uuid4()))
    with Path(made[2].path).open("r+b") as stream:
        stream.seek(8192)
        stream.write(b"\0" * 8192)
    assert restore(done.workspace.backup_folder, tmp_path / "a", clock).backup == made[1].path
    with pytest.raises(StorageError, match="restore_bad") as caught:
        restore(Path(made[2].path), tmp_path / "b", clock)
    clear_error(caught.value)
    assert not (tmp_path / "b").exists()


def test_a_folder_that_holds_anything_is_left_as_it_is(
    done: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    made = done.backups.make(uuid.uuid4())
    letter = tmp_path / "docs" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("Dear all")
    for folder in (letter.parent, letter, done.workspace.folder):
        with pytest.raises(StorageError, match="restore_occupied") as caught:
            restore(Path(made.path), folder, clock)
        clear_error(caught.value)
    assert letter.read_text() == "Dear all"
    assert list(letter.parent.iterdir()) == [letter]
    letter.unlink()
    restore(Path(made.path), letter.parent, clock)
    opened(letter.parent, clock, tmp_path / "anchors").close()


def test_what_is_no_backup_is_refused(done: Desk, clock: MovableClock, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name\nLi Wei")
    (tmp_path / "empty").mkdir()
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE note (text)")
    for backup in ("list.csv", "empty", "other.db", "missing"):
        with pytest.raises(StorageError, match="restore_none") as caught:
            restore(tmp_path / backup, tmp_path / "again", clock)
        clear_error(caught.value)
        assert not (tmp_path / "again").exists()


def test_records_that_do_not_fit_their_log_are_not_restored(
    done: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    folder = done.workspace.folder.parent
    done.close()
    raw(folder, "UPDATE removal SET reason = 'Something else'")
    desk = build(folder / "desk", clock=clock, anchor_folder=tmp_path / "anchors")
    made = desk.backups.make(uuid.uuid4())
    with pytest.raises(StorageError, match="restore_changed") as caught:
        restore(Path(made.path), tmp_path / "again", clock)
    clear_error(caught.value)
    assert not (tmp_path / "again").exists()
    assert desk.groups.all()  # its tables are its own again
    desk.close()


def test_who_restores_stands_in_the_log(done: Desk, clock: MovableClock, tmp_path: Path) -> None:
    viewer = as_role(done, OperatorRole.VIEWER)
    made = viewer.backups.make(uuid.uuid4())
    restore(Path(made.path), tmp_path / "again", clock, operator_id=viewer.operator.id)
    viewer.close()
    desk = opened(tmp_path / "again", clock, tmp_path / "anchors")
    assert desk.audit.rows(AuditFilter())[0].operator == "A viewer"
    desk.close()


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    done: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    def migration(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE further (id INTEGER PRIMARY KEY) STRICT")

    made = done.backups.make(uuid.uuid4())
    done.close()
    with next_version(migration):
        restore(Path(made.path), tmp_path / "again", clock)
        desk = opened(tmp_path / "again", clock, tmp_path / "anchors")
        entry = desk.audit.rows(AuditFilter())[0]
        assert entry.action is Action.WORKSPACE_RESTORE
        ((_, after),) = desk.audit.detail(entry.seq).changes
        assert after["version"] == str(schema.SCHEMA_VERSION)
        desk.close()
