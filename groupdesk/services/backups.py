# SPDX-License-Identifier: MIT
"""Backups: checked copies of the database beside the evidence, thinned by age."""

import contextlib
import hashlib
import os
import re
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from groupdesk.domain.act_records import BackupRecord
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import StorageError
from groupdesk.models import workspace_file
from groupdesk.models.database import connect_read_only
from groupdesk.models.operators import WorkspaceValue
from groupdesk.models.storage_errors import classify
from groupdesk.services import anchors
from groupdesk.services.ledger import Entry, Ledger

_NAME = "groupdesk-%Y%m%d-%H%M%S-%f.db"
_SHA256 = re.compile("[0-9a-f]{64}")
_KEEP_RECENT, _KEEP_DAYS, _KEEP_WEEKS, _KEEP_MONTHS = 5, 7, 5, 12


class Backups:
    """The backups of a workspace."""

    def __init__(
        self,
        ledger: Ledger,
        folder: Path,
        evidence_folder: Path,
        anchor_file: Path | None = None,
    ) -> None:
        """Keep automatic backups in `folder`; each sets an anchor in `anchor_file`."""
        self._ledger = ledger
        self._folder = folder
        self._evidence_folder = evidence_folder
        self._anchor_file = anchor_file

    def make(self, operation: UUID, folder: Path | None = None) -> BackupRecord:
        """Make a checked copy of the database; with a folder of one's own, of the evidence too.

        The log's entry comes after the copy, so the copy's head is the one before it; where
        nothing can be written, the backup is made without one. A screenshot whose bytes have
        changed is left out, and the entry counts it: it must not replace a good copy. How many
        that records refer to the copy lacks is in `screenshots_missing`. Raises StorageError
        when the copy cannot be written or does not pass its check.
        """
        automatic = folder is None
        target = self._folder if folder is None else folder
        now = self._ledger.clock()
        damaged, missing = 0, 0
        try:
            target.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = target / now.strftime(_NAME)
            with self._ledger.reading():
                workspace_file.copy_checked(self._ledger.database.connection(), path)
            if not automatic:
                copied, damaged = _copy_evidence(self._evidence_folder, target / "evidence")
                missing = len(self._used_evidence() - copied)
        except OSError as error:
            raise classify(error) or StorageError("cannot_create", path=str(target)) from error
        made = replace(describe(path), screenshots_missing=missing)

        def work(entry: Entry) -> None:
            entry.about(SubjectKind.BACKUP, 0, Topic.BACKUPS)
            after: dict[str, object] = {"file": path.name, "entries": made.seq, "head": made.head}
            if damaged:
                after["screenshots_damaged"] = damaged
            if missing:
                after["screenshots_missing"] = missing
            entry.record(after=after)

        if not self._ledger.refusal:
            self._ledger.run(operation, Action.BACKUP_MAKE, work)
            self._anchor()
        if automatic:
            self.thin(now)
        return made

    def _used_evidence(self) -> set[str]:
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                "SELECT sha256 FROM evidence_link UNION SELECT original_sha256 FROM redaction"
                " UNION SELECT copy_sha256 FROM redaction"
            )
            return {str(sha256) for (sha256,) in rows}

    def _anchor(self) -> None:
        if self._anchor_file is not None:
            # The backup stands without it, and the next print or closing sets one.
            with contextlib.suppress(OSError), self._ledger.reading():
                workspace_id = WorkspaceValue.get(WorkspaceValue.key == "id").value
                anchors.append(self._anchor_file, self._ledger, workspace_id)

    def all(self) -> tuple[BackupRecord, ...]:
        """Return the automatic backups, the newest first; an unreadable one is left out."""
        found = []
        for path in sorted(self._folder.glob("groupdesk-*.db"), reverse=True):
            try:
                found.append(describe(path))
            except StorageError:
                continue
        return tuple(found)

    def due(self) -> bool:
        """Say whether the log has grown since the newest backup."""
        newest = self.all()[:1]
        return not newest or newest[0].seq + 1 < self._ledger.head()[0]

    def thin(self, now: datetime) -> tuple[Path, ...]:
        """Delete automatic backups that newer ones make superfluous; return what went.

        Some recent ones stay, then one a day, a week, a month. The newest that passes its check
        always stays.
        """
        paths = [
            path
            for path in sorted(self._folder.glob("groupdesk-*.db"), reverse=True)
            if _made_at(path, now) is not None  # a file of somebody else's is not ours to delete
        ]
        keep = set(paths[:_KEEP_RECENT])
        for path in paths:
            if not workspace_file.problems(path):
                keep.add(path)
                break
        for span, limit, form in (
            (timedelta(days=_KEEP_DAYS), _KEEP_DAYS, "%Y%m%d"),
            (timedelta(weeks=_KEEP_WEEKS), _KEEP_WEEKS, "%G-%V"),
            (timedelta(days=31 * _KEEP_MONTHS), _KEEP_MONTHS, "%Y%m"),
        ):
            newest: dict[str, Path] = {}
            for path in paths:
                made = _made_at(path, now)
                if made is not None and now - made <= span:
                    newest.setdefault(made.strftime(form), path)
            keep.update(list(newest.values())[:limit])
        gone = []
        for path in paths:
            if path not in keep:
                with contextlib.suppress(OSError):  # the next time, then
                    path.unlink()
                    gone.append(path)
        return tuple(gone)


def describe(path: Path) -> BackupRecord:
    """Return what a backup holds. Raises StorageError for a file that is none."""
    try:
        with connect_read_only(path) as connection:
            row = connection.execute(
                "SELECT seq, hash, at FROM audit_entry ORDER BY seq DESC LIMIT 1"
            ).fetchone()
        made = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return BackupRecord(
            str(path), to_text(made), row[0], bytes(row[1]).hex(), path.stat().st_size
        )
    except Exception as error:
        raise classify(error) or StorageError("backup_bad") from error


def _made_at(path: Path, now: datetime) -> datetime | None:
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=now.tzinfo)
    except ValueError:
        return None


def _copy_evidence(source: Path, target: Path) -> tuple[set[str], int]:
    """Copy the screenshots that are not there yet.

    Return those that are there now, and how many were damaged or unreadable and left out.
    """
    copied: set[str] = set()
    damaged = 0
    for path in sorted(source.glob("[0-9a-f][0-9a-f]/*")):
        if _SHA256.fullmatch(path.name) is None:
            continue
        if copy_screenshot(source, target, path.name):
            copied.add(path.name)
        else:
            damaged += 1
    return copied, damaged


def copy_screenshot(source: Path, target: Path, sha256: str) -> bool:
    """Copy one screenshot from evidence folder to evidence folder, unless it is there already.

    Return False where it is missing, damaged or unreadable in `source`: nothing was copied then.
    Raises OSError when `target` cannot be written.
    """
    copy = target / sha256[:2] / sha256
    if _sha256(copy) == sha256:
        return True
    try:
        original = (source / sha256[:2] / sha256).open("rb")
    except OSError:
        return False
    copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = copy.with_name(copy.name + ".unfinished")
    with original, unfinished.open("wb") as stream:
        shutil.copyfileobj(original, stream)
    if _sha256(unfinished) != sha256:
        unfinished.unlink()
        return False
    with unfinished.open("rb") as stream:
        os.fsync(stream.fileno())
    unfinished.replace(copy)
    return True


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
