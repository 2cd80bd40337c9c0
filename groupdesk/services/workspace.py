# SPDX-License-Identifier: MIT
"""A workspace: one folder with the database, the evidence files and the backups."""

import contextlib
import os
import sqlite3
import uuid
from pathlib import Path

from peewee import PeeweeException

from groupdesk.domain.clock import Clock, system_clock, to_text
from groupdesk.domain.enums import Action, Language, OperatorRole, SubjectKind, Topic
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.domain.records import OperatorRecord, Receipt, WorkspaceRecord
from groupdesk.domain.text import clean_line, is_blank, reject_unstorable
from groupdesk.models import schema, stored, workspace_file
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.operators import Operator, WorkspaceValue
from groupdesk.models.storage_errors import classify, storage_errors
from groupdesk.services import search_upkeep
from groupdesk.services.first_look import DATABASE_NAME, exists
from groupdesk.services.ledger import PROGRAM, Entry, Ledger
from groupdesk.services.places import refuse_shared_place

MAX_NAME = 200


class Workspace:
    """An open workspace: its folder, its database and what is true of it as a whole."""

    def __init__(self, folder: Path, database: WorkspaceDatabase) -> None:
        """Take over an opened and checked database; see `open_workspace`."""
        self.folder = folder
        self.database = database

    @property
    def evidence_folder(self) -> Path:
        """The folder of the original screenshots."""
        return self.folder / "evidence"

    @property
    def backup_folder(self) -> Path:
        """The folder of the automatic backups."""
        return self.folder / "backups"

    def value(self, key: str, default: str = "") -> str:
        """Return what is stored of the workspace under `key`."""
        with storage_errors():
            row = WorkspaceValue.get_or_none(WorkspaceValue.key == key)
        return default if row is None else str(row.value)

    def record(self) -> WorkspaceRecord:
        """Return what the window shows of the workspace."""
        return WorkspaceRecord(
            id=self.value("id"),
            folder=str(self.folder),
            sample=self.value("sample") == "1",
            read_only=self.database.read_only,
            created_at=stored.known_moment(self.value("created_at")),
        )

    def operators(self) -> tuple[OperatorRecord, ...]:
        """Return the active operators in the order in which they were added."""
        with storage_errors():
            rows = Operator.select().where(Operator.active).order_by(Operator.id)
            return tuple(
                OperatorRecord(o.id, o.name, stored.one_of(OperatorRole, o.role)) for o in rows
            )

    def close(self) -> None:
        """Close this thread's connection."""
        self.database.release()


def create_workspace(
    folder: Path, operator: str, language: Language, clock: Clock, *, sample: bool = False
) -> None:
    """Make an empty workspace with its first operator, who owns it.

    Raises ValidationError("operator_name", …) for a missing name, and StorageError for a folder
    that holds a workspace already, is shared over a network, or cannot be written.
    """
    name = _operator_name(operator)
    refuse_shared_place(folder)
    _require_free(folder)
    # Made whole under another name first: a start that is cut off leaves no half workspace.
    unfinished = folder / f"{DATABASE_NAME}.unfinished"
    try:
        with storage_errors():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for part in ("evidence", "backups"):
                (folder / part).mkdir(exist_ok=True, mode=0o700)
            _remove_database(unfinished)
            workspace_file.create(unfinished)
            database = WorkspaceDatabase(unfinished)
            database.open_checked()
            try:
                database.bind_tables()
                _write_first_rows(database, name, language, clock, sample=sample)
            finally:
                database.release()
            _require_free(folder)
            unfinished.rename(folder / DATABASE_NAME)
            workspace_file.sync_folder(folder)
    except BaseException as error:
        with contextlib.suppress(OSError):
            _remove_database(unfinished)
        if isinstance(error, OSError):
            raise StorageError("cannot_create", path=str(folder)) from error
        raise


def _require_free(folder: Path) -> None:
    if exists(folder):
        raise StorageError("workspace_exists", path=str(folder))


def _remove_database(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _operator_name(text: str) -> str:
    reject_unstorable("operator_name", text)
    name = clean_line(text)
    if is_blank(name):
        raise ValidationError("operator_name", "operator_name_missing")
    if len(name) > MAX_NAME:
        raise ValidationError("operator_name", "text_too_long", limit=MAX_NAME, length=len(name))
    return name


def _write_first_rows(
    database: WorkspaceDatabase, operator: str, language: Language, clock: Clock, *, sample: bool
) -> None:
    owner = OperatorRecord(1, operator, OperatorRole.OWNER)
    values = {
        "id": str(uuid.uuid4()),
        "created_at": to_text(clock()),
        "language": language.value,
        "sample": "1" if sample else "0",
        "branch": "1",
    }

    def work(entry: Entry) -> None:
        row = Operator.create(
            name=operator, role=OperatorRole.OWNER.value, created_at=entry.now_text
        )
        rows = [WorkspaceValue.create(key=key, value=value) for key, value in values.items()]
        entry.about(SubjectKind.WORKSPACE, 0, Topic.GROUPS)
        entry.record(after={"id": values["id"], "operator": operator}, rows=[row, *rows])

    Ledger(database, owner, clock).run(uuid.uuid4(), Action.WORKSPACE_CREATE, work)


def add_operator(ledger: Ledger, operation: uuid.UUID, name: str, role: OperatorRole) -> Receipt:
    """Add an operator, the receipt's subject. Raises ValidationError as `require_free_name`."""

    def work(entry: Entry) -> None:
        cleaned = require_free_name(name)
        row = Operator.create(name=cleaned, role=role.value, created_at=entry.now_text)
        entry.about(SubjectKind.OPERATOR, row.id, Topic.OPERATORS)
        entry.record(after={"name": cleaned, "operator_role": role.value}, rows=[row])

    return ledger.run(operation, Action.OPERATOR_CREATE, work)


def require_free_name(text: str, but: int = 0) -> str:
    """Return an operator's name as it is kept; it is nobody else's, also of nobody who left.

    `but` is the operator who may have it. Raises ValidationError("operator_name", …).
    """
    name = _operator_name(text)
    for row in Operator.select().where(Operator.id != but):
        if row.name.casefold() == name.casefold():
            raise ValidationError("operator_name", "operator_name_taken", name=row.name)
    return name


def open_workspace(folder: Path, clock: Clock = system_clock) -> Workspace:
    """Open the workspace in `folder`; one that cannot be written is opened for reading only.

    So is one on a full disk, where SQLite has no room for what its connections share. An older one
    is brought up to date after a checked backup, which is logged; so is the search, which is not.
    Raises StorageError: missing, newer, damaged, changed from outside, or in a place that several
    machines share.
    """
    path = folder / DATABASE_NAME
    with storage_errors():
        try:
            if not path.exists():
                raise StorageError("workspace_missing", path=str(folder))
        except PermissionError as error:  # a folder that may not even be looked into
            raise StorageError("cannot_open") from error
        if not (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
            return Workspace(folder, _opened(WorkspaceDatabase(path, read_only=True)))
        refuse_shared_place(folder)
        try:
            version = _bring_up_to_date(path, folder / "backups")
            database = _opened(WorkspaceDatabase(path))
            _bring_search_up_to_date(database)
        except (StorageError, sqlite3.Error, PeeweeException) as error:
            known = classify(error)
            if known is None or known.code != "disk_full":
                raise
            database = _opened(WorkspaceDatabase(path, read_only=True))
            database.refusal = "disk_was_full"
            return Workspace(folder, database)
        try:
            if version < schema.SCHEMA_VERSION:
                _log_migration(database, clock, version)
        except BaseException:
            database.release()
            raise
    return Workspace(folder, database)


def _opened(database: WorkspaceDatabase) -> WorkspaceDatabase:
    try:
        database.open_checked()
        database.bind_tables()
    except BaseException:
        database.release()
        raise
    return database


def _bring_search_up_to_date(database: WorkspaceDatabase) -> None:
    try:
        search_upkeep.bring_up_to_date(database)
    except BaseException:
        database.release()
        raise


def _bring_up_to_date(path: Path, backups: Path) -> int:
    """Return the version that the database had."""
    version = workspace_file.version_of(path)
    if version == 0:  # before the connection sets a pragma: another program's file stays as it is
        raise StorageError("not_a_workspace", path=str(path))
    if version < schema.SCHEMA_VERSION:
        backups.mkdir(exist_ok=True, mode=0o700)
        workspace_file.copy_before_migration(
            path, backups / f"before-version-{schema.SCHEMA_VERSION}.db"
        )
        workspace_file.migrate(path)
    return version


def _log_migration(database: WorkspaceDatabase, clock: Clock, version: int) -> None:
    def work(entry: Entry) -> None:
        entry.about(SubjectKind.WORKSPACE, 0)
        entry.record(before={"version": version}, after={"version": schema.SCHEMA_VERSION})

    Ledger(database, PROGRAM, clock).run(uuid.uuid4(), Action.WORKSPACE_MIGRATE, work)
