# SPDX-License-Identifier: MIT
"""A workspace: one folder with the database, the evidence files and the backups."""

import os
import uuid
from pathlib import Path

from groupdesk.domain.clock import Clock, to_text
from groupdesk.domain.enums import Action, Language, OperatorRole, SubjectKind, Topic
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.domain.records import OperatorRecord, WorkspaceRecord
from groupdesk.domain.text import clean_line
from groupdesk.models import workspace_file
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.operators import Operator, WorkspaceValue
from groupdesk.models.schema import SCHEMA_VERSION
from groupdesk.models.storage_errors import classify
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.places import refuse_shared_place

DATABASE_NAME = "groupdesk.db"


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
        row = WorkspaceValue.get_or_none(WorkspaceValue.key == key)
        return default if row is None else str(row.value)

    def record(self) -> WorkspaceRecord:
        """Return what the window shows of the workspace."""
        return WorkspaceRecord(
            id=self.value("id"),
            folder=str(self.folder),
            sample=self.value("sample") == "1",
            read_only=self.database.read_only,
            created_at=self.value("created_at"),
        )

    def operators(self) -> tuple[OperatorRecord, ...]:
        """Return the active operators, the owner first."""
        rows = Operator.select().where(Operator.active).order_by(Operator.id)
        return tuple(OperatorRecord(o.id, o.name, OperatorRole(o.role)) for o in rows)

    def close(self) -> None:
        """Close this thread's connection."""
        self.database.release()


def exists(folder: Path) -> bool:
    """Say whether there is a workspace in `folder`."""
    return (folder / DATABASE_NAME).exists()


def create_workspace(
    folder: Path, operator: str, language: Language, clock: Clock, *, sample: bool = False
) -> None:
    """Make an empty workspace with its first operator, who owns it.

    Raises ValidationError("operator_name", …) for a missing name, and StorageError for a folder
    that holds a workspace already, is shared over a network, or cannot be written.
    """
    name = clean_line(operator)
    if not name:
        raise ValidationError("operator_name", "operator_name_missing")
    if exists(folder):
        raise StorageError("workspace_exists", path=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        refuse_shared_place(folder)
        for part in ("evidence", "backups"):
            (folder / part).mkdir(exist_ok=True, mode=0o700)
        workspace_file.create(folder / DATABASE_NAME)
    except OSError as error:
        raise classify(error) or StorageError("cannot_create", path=str(folder)) from error
    database = WorkspaceDatabase(folder / DATABASE_NAME)
    database.open_checked()
    try:
        database.bind_tables()
        _write_first_rows(database, name, language, clock, sample=sample)
    finally:
        database.release()


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
        WorkspaceValue.insert_many([{"key": k, "value": v} for k, v in values.items()]).execute()
        entry.about(SubjectKind.WORKSPACE, 0, Topic.GROUPS)
        entry.record(after={"id": values["id"], "operator": operator}, rows=[row])

    Ledger(database, owner, clock).run(uuid.uuid4(), Action.WORKSPACE_CREATE, work)


def add_operator(ledger: Ledger, operation: uuid.UUID, name: str, role: OperatorRole) -> None:
    """Add an operator. Raises ValidationError for a missing name."""
    cleaned = clean_line(name)
    if not cleaned:
        raise ValidationError("operator_name", "operator_name_missing")

    def work(entry: Entry) -> None:
        row = Operator.create(name=cleaned, role=role.value, created_at=entry.now_text)
        entry.about(SubjectKind.OPERATOR, row.id)
        entry.record(after={"name": cleaned, "role": role.value}, rows=[row])

    ledger.run(operation, Action.OPERATOR_CREATE, work)


def open_workspace(folder: Path) -> Workspace:
    """Open the workspace in `folder`; one that cannot be written is opened for reading only.

    An older one is brought up to date after a checked backup. Raises StorageError: missing,
    newer, damaged, changed from outside, or in a place that several machines share.
    """
    path = folder / DATABASE_NAME
    if not path.exists():
        raise StorageError("workspace_missing", path=str(folder))
    read_only = not (os.access(path, os.W_OK) and os.access(folder, os.W_OK))
    try:
        if not read_only:
            refuse_shared_place(folder)
            _bring_up_to_date(path, folder / "backups")
        database = WorkspaceDatabase(path, read_only=read_only)
        database.open_checked()
    except StorageError:
        raise
    except Exception as error:
        known = classify(error)
        if known is None:
            raise
        raise known from error
    database.bind_tables()
    return Workspace(folder, database)


def _bring_up_to_date(path: Path, backups: Path) -> None:
    version = workspace_file.version_of(path)
    if 0 < version < SCHEMA_VERSION:
        backups.mkdir(exist_ok=True, mode=0o700)
        workspace_file.copy_before_migration(path, backups / f"before-version-{SCHEMA_VERSION}.db")
        workspace_file.migrate(path)
