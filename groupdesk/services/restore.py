# SPDX-License-Identifier: MIT
"""A backup becomes a workspace again: in a new folder, so that nothing is ever overwritten.

The restored workspace has an id of its own: the anchors of the one that the backup was made of
would call its shorter log cut off, and both may be used from now on. Its log says where it came
from and goes on as the next branch.
"""

import contextlib
import shutil
import sqlite3
import uuid
from pathlib import Path

from groupdesk.domain.act_records import RestoredRecord
from groupdesk.domain.clock import Clock
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import OperatorRecord
from groupdesk.models import schema, stored, workspace_file
from groupdesk.models.database import WorkspaceDatabase, connect_read_only
from groupdesk.models.operators import Operator, WorkspaceValue
from groupdesk.models.storage_errors import classify, storage_errors
from groupdesk.models.tables import TABLES
from groupdesk.services.backups import copy_screenshot
from groupdesk.services.evidence import Evidences
from groupdesk.services.evidence_store import EvidenceStore
from groupdesk.services.first_look import DATABASE_NAME
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.places import refuse_shared_place
from groupdesk.services.verify import Verifier

_HARMLESS = frozenset({"clock_went_back", "evidence_missing", "evidence_changed"})
"""What says nothing against a backup's records; screenshots are counted for themselves."""


def restore(backup: Path, folder: Path, clock: Clock, *, operator_id: int = 0) -> RestoredRecord:
    """Make a workspace in `folder` from a backup: its file, or a folder with some, the newest.

    The backup is checked as SQLite checks it, and its records against its log. Screenshots come
    from beside it; how many that records refer to are not there is in `screenshots_missing`. Who
    restores is the operator with this id, or the owner. Raises StorageError: restore_none,
    restore_bad, restore_changed, restore_occupied, a shared place, or what the disk says; then
    `folder` is as it was.
    """
    refuse_shared_place(folder)
    try:
        with storage_errors():
            source = _chosen(backup)
            existed = folder.exists()
            if existed and (not folder.is_dir() or any(folder.iterdir())):
                raise StorageError("restore_occupied", path=str(folder))
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                return _restored(source, folder, clock, operator_id)
            except BaseException:
                _clear(folder, keep=existed)
                raise
    except OSError as error:
        raise classify(error) or StorageError("cannot_create", path=str(folder)) from error


def _chosen(backup: Path) -> Path:
    """Return the backup's file, which is sound. Raises StorageError."""
    if not backup.is_dir():
        if not backup.is_file() or _version(backup) == 0:
            raise StorageError("restore_none", path=str(backup))
        if _broken(backup):
            raise StorageError("restore_bad", path=str(backup))
        return backup
    found = [path for path in sorted(backup.glob("groupdesk-*.db"), reverse=True) if _version(path)]
    sound = next((path for path in found if not _broken(path)), None)
    if sound is None:
        raise StorageError("restore_bad" if found else "restore_none", path=str(backup))
    return sound


def _version(path: Path) -> int:
    try:
        version = workspace_file.version_of(path)
    except (StorageError, sqlite3.Error):
        return 0
    if version > schema.SCHEMA_VERSION:
        raise StorageError("workspace_newer", found=version, known=schema.SCHEMA_VERSION)
    return version


def _broken(path: Path) -> bool:
    older = _version(path) < schema.SCHEMA_VERSION
    with connect_read_only(path) as connection:
        known = schema.fingerprint_of(connection) if older else ""
    return bool(workspace_file.problems(path, schema=known))


def _clear(folder: Path, *, keep: bool) -> None:
    with contextlib.suppress(OSError):  # it was empty before: all that is in it is ours
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if not keep:
            folder.rmdir()


def _restored(source: Path, folder: Path, clock: Clock, operator_id: int) -> RestoredRecord:
    for part in ("evidence", "backups"):
        (folder / part).mkdir(mode=0o700)
    # As in `create_workspace`: what is cut off leaves no half workspace that could be opened.
    unfinished = folder / f"{DATABASE_NAME}.unfinished"
    with connect_read_only(source) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        workspace_file.copy_checked(
            connection, unfinished, schema=schema.fingerprint_of(connection)
        )
    workspace_file.migrate(unfinished)
    _keep_a_log(unfinished)
    database = WorkspaceDatabase(unfinished)
    database.open_checked()
    try:
        # The tables may be in use for another workspace, and are so again afterwards.
        with database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False):
            ledger = Ledger(database, _operator(operator_id), clock)
            taken, missing = _take_screenshots(database, source.parent, folder / "evidence")
            _require_unchanged(ledger, source)
            made = RestoredRecord(
                folder=str(folder),
                backup=str(source),
                entries=ledger.head()[0],
                branch=ledger.branch() + 1,
                screenshots=taken,
                screenshots_missing=missing,
            )
            _log(ledger, made, version)
    finally:
        database.release()
    unfinished.rename(folder / DATABASE_NAME)
    workspace_file.sync_folder(folder)
    return made


def _keep_a_log(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")


def _operator(operator_id: int) -> OperatorRecord:
    rows = Operator.select().where(Operator.active).order_by(Operator.id)
    known = [OperatorRecord(o.id, o.name, stored.one_of(OperatorRole, o.role)) for o in rows]
    if not known:
        raise StorageError("workspace_without_operator")
    owners = [found for found in known if found.role is OperatorRole.OWNER]
    return next((found for found in known if found.id == operator_id), (owners or known)[0])


def _take_screenshots(database: WorkspaceDatabase, beside: Path, target: Path) -> tuple[int, int]:
    """Copy what the records know; return how many, and how many that acts use are not there.

    They lie in the backup's own folder, or, beside an automatic backup, in its workspace.
    """
    known = [str(sha) for (sha,) in database.execute_sql("SELECT sha256 FROM evidence")]
    sql = "SELECT sha256 FROM evidence_link UNION SELECT original_sha256 FROM redaction"
    used = {
        str(sha)
        for (sha,) in database.execute_sql(f"{sql} UNION SELECT copy_sha256 FROM redaction")
    }
    # An older backup may know drafts whose pictures were set aside since.
    places = [beside / "evidence", beside.parent / "evidence", beside.parent / "set_aside"]
    taken = {
        sha
        for sha in known
        if any(copy_screenshot(place, target, stored.fingerprint(sha)) for place in places)
    }
    return len(taken), len(used - taken)


def _require_unchanged(ledger: Ledger, source: Path) -> None:
    folder = Path(ledger.database.path).parent
    verdict = Verifier(ledger, lambda: Evidences(ledger, EvidenceStore(folder)), None).run()
    if any(finding.code not in _HARMLESS for finding in verdict.findings):
        raise StorageError("restore_changed", path=str(source))


def _log(ledger: Ledger, made: RestoredRecord, version: int) -> None:
    def work(entry: Entry) -> None:
        values = {"id": str(uuid.uuid4()), "branch": str(made.branch)}
        rows, before = [], {}
        for key, value in values.items():
            row = WorkspaceValue.get_by_id(key)
            before[key] = row.value
            row.value = value
            row.save()
            rows.append(row)
        if version < schema.SCHEMA_VERSION:
            before["version"], values["version"] = str(version), str(schema.SCHEMA_VERSION)
        entry.about(SubjectKind.WORKSPACE, 0)
        entry.record(
            before=before,
            after={
                "file": Path(made.backup).name,
                "entries": made.entries,
                **values,
                "screenshots": made.screenshots,
                "screenshots_missing": made.screenshots_missing,
            },
            rows=rows,
        )

    ledger.run(uuid.uuid4(), Action.WORKSPACE_RESTORE, work)
