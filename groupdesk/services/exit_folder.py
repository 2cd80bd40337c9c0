# SPDX-License-Identifier: MIT
"""What to save before somebody leaves, as one folder that is whole or not there."""

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from groupdesk.domain.enums import Action, Language, SubjectKind
from groupdesk.domain.errors import PermissionDeniedError, StorageError
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.file_names import safe_name
from groupdesk.domain.roles import may
from groupdesk.models.people import Membership
from groupdesk.models.storage_errors import classify
from groupdesk.services import casework
from groupdesk.services.exit_papers import ExitPapers
from groupdesk.services.exit_query import read_exit
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.words import Words

_HALF: Final = ".groupdesk-"
_LONGEST_NAME: Final = 60  # bytes of each of the two names
_MOST: Final = 1000


class ExitFolders:
    """Saves what belongs to a member who leaves."""

    def __init__(self, ledger: Ledger) -> None:
        """Read and log through `ledger`."""
        self._ledger = ledger

    def save(self, operation: UUID, exit_id: int, place: Path, language: Language) -> Path:
        """Write a new folder into `place`, log it, then give it its name; return where it is.

        It holds customers, contacts, talks with what was agreed, rules and checklist, in
        `language`. Where the workspace cannot be written it is made all the same, unlogged.
        Nothing that is there is ever overwritten. Raises PermissionDeniedError,
        StateChangedError("exit_gone"), StorageError: folder_not_written, disk_full.
        """
        self._require_allowed(operation)
        words = Words(language.value)
        now = self._ledger.clock()
        with self._ledger.reading():
            record = read_exit(self._ledger, exit_id)
            files = ExitPapers(self._ledger, record, words, now).files()
        row = record.row
        names = (safe_name(name, _LONGEST_NAME) for name in (row.member_name, row.group_name))
        title = " - ".join((*names, now.date().isoformat()))
        try:
            half = Path(tempfile.mkdtemp(dir=place, prefix=_HALF))
        except OSError as error:
            raise _said(error, place) from error
        try:
            try:
                _fill(half, files)
                digests = {
                    name: hashlib.sha256(content).hexdigest() for name, content in files.items()
                }
                if not self._ledger.refusal:
                    self._log(operation, record, digests)
                return _give_name(half, place, title)
            except OSError as error:
                raise _said(error, place) from error
        except BaseException:
            with contextlib.suppress(OSError):
                shutil.rmtree(half)
            raise

    def _log(self, operation: UUID, record: ExitRecord, digests: Mapping[str, str]) -> None:
        def work(entry: Entry) -> None:
            row = record.row
            stay = Membership.get_by_id(row.membership_id)
            entry.about(SubjectKind.EXIT, row.id, group_id=row.group_id)
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay)
                | {"files": list(digests), "customers": len(record.customers), "sha256": digests},
            )

        self._ledger.run(operation, Action.EXIT_SAVE, work)

    def _require_allowed(self, operation: UUID) -> None:
        """Refuse before anything is written; the log's own check follows with the entry."""
        role, action = self._ledger.operator.role, Action.EXIT_SAVE
        if may(role, action):
            return
        denied = PermissionDeniedError("not_allowed", action=action.value, role=role)

        def work(_entry: Entry) -> None:
            raise denied

        if not self._ledger.refusal:
            self._ledger.run(operation, action, work)  # logs the attempt
        raise denied


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        with (folder / name).open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    _sync(folder)


def _give_name(half: Path, place: Path, title: str) -> Path:
    """Give the finished folder its name; where it is taken, one with a number."""
    for number in range(1, _MOST):
        target = place / (title if number == 1 else f"{title} ({number})")
        if target.exists() or target.is_symlink():
            continue
        half.rename(target)
        _sync(place)
        return target
    raise FileExistsError(title)


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _said(error: OSError, place: Path) -> StorageError:
    known = classify(error)
    if known is not None and known.code == "disk_full":
        return known
    return StorageError("folder_not_written", path=str(place))
