# SPDX-License-Identifier: MIT
"""What to save before somebody leaves, as one folder that is whole or not there."""

from pathlib import Path
from typing import Final
from uuid import UUID

from groupdesk.domain.enums import Action, Language, SubjectKind
from groupdesk.domain.errors import PermissionDeniedError
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.file_names import safe_name
from groupdesk.domain.roles import may
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.exit_papers import ExitPapers
from groupdesk.services.exit_query import read_exit
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.new_folder import NewFolder, new_folder
from groupdesk.words import Words

_LONGEST_NAME: Final = 60  # bytes of each of the two names


class ExitFolders:
    """Saves what belongs to a member who leaves."""

    def __init__(self, ledger: Ledger) -> None:
        """Read and log through `ledger`."""
        self._ledger = ledger

    def save(
        self,
        operation: UUID,
        exit_id: int,
        place: Path,
        language: Language,
        *,
        notes: bool = False,
    ) -> Path:
        """Write a new folder into `place`, and log it with its name; return where it is.

        It holds customers, contacts, talks with what was agreed, rules and checklist, in
        `language`; our internal `notes` only where they are asked for. Where the workspace cannot
        be written it is made all the same, unlogged. Nothing that is there is ever overwritten.
        Raises PermissionDeniedError, StateChangedError("exit_gone"), StorageError:
        folder_not_written, disk_full.
        """
        self._require_allowed(operation)
        words = Words(language.value)
        now = self._ledger.clock()
        with self._ledger.reading():
            record = read_exit(self._ledger, exit_id)
            files = ExitPapers(self._ledger, record, words, now, notes=notes).files()
        row = record.row
        names = (safe_name(name, _LONGEST_NAME) for name in (row.member_name, row.group_name))
        mark = (words("exit_file.internal_mark"),) if notes else ()
        title = " - ".join((*names, now.date().isoformat(), *mark))
        with new_folder(place) as folder:
            for name, content in files.items():
                folder.add(name, content)
            if self._ledger.refusal:
                return folder.give_name(title)
            return self._log(operation, record, folder, title, notes=notes)

    def _log(
        self, operation: UUID, record: ExitRecord, folder: NewFolder, title: str, *, notes: bool
    ) -> Path:
        """Write what left the house, and give the folder its name as the last thing before the end.

        Where that does not end well, there is no folder either.
        """
        named: list[Path] = []
        digests = dict(folder.digests)

        def work(entry: Entry) -> None:
            row = record.row
            stay = Membership.get_by_id(row.membership_id)
            entry.about(SubjectKind.EXIT, row.id, group_id=row.group_id)
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay)
                | {
                    "files": list(digests),
                    "customers": len(record.customers),
                    "internal_notes": notes,
                    "sha256": digests,
                },
            )
            named.append(folder.give_name(title))

        self._ledger.run(operation, Action.EXIT_SAVE, work)
        return named[0] if named else folder.give_name(title)  # else the same was logged before

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
