# SPDX-License-Identifier: MIT
"""Exports of members: a file that is whole or not there, and a log entry for each."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import GroupDeskError, PermissionDeniedError
from groupdesk.domain.export_columns import (
    OF_FORMER,
    OF_SEVERAL_GROUPS,
    Column,
    chosen_columns,
)
from groupdesk.domain.export_records import (
    ExportDone,
    ExportFormat,
    ExportRequest,
    ExportScope,
)
from groupdesk.domain.records import Receipt
from groupdesk.domain.roles import may
from groupdesk.services import references
from groupdesk.services.exports import rows, writers
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.members import Members
from groupdesk.services.new_file import new_file, on_disk

Progress = Callable[[str, int, int], None]


class Exports:
    """Writes the members of a workspace to files."""

    def __init__(self, ledger: Ledger, groups: Groups, members: Members) -> None:
        """Read and log through `ledger`."""
        self._ledger = ledger
        self._groups = groups
        self._members = members

    def export(self, request: ExportRequest, progress: Progress | None = None) -> ExportDone:
        """Write a file beside its place, log it, then give it its name: none is unlogged.

        Where the workspace cannot be written the file is made all the same, without a receipt.
        Raises PermissionDeniedError, StateChangedError for a group that is gone,
        StorageError: file_not_written, export_disk_full; GroupDeskError: export_exists,
        export_nobody, export_rows_too_many, export_cell_too_long; and what `progress` raises.
        An earlier file stays as it was then.
        """
        path = request.path
        self._require_allowed(request)
        with new_file(path, overwrite=request.overwrite) as stream:
            count = self.write(stream, request, progress)
            on_disk(stream)
            stream.seek(0)
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            receipt = self._log(request, count, sha256)
        return ExportDone(path, count, sha256, receipt)

    def count(self, request: ExportRequest) -> int:
        """Return how many members such an export would have."""
        with self._ledger.reading():
            return len(self._ids(request))

    def _require_allowed(self, request: ExportRequest) -> None:
        """Refuse before anything is written; the log's own check follows with the entry."""
        role, action = self._ledger.operator.role, Action.MEMBER_EXPORT
        if may(role, action):
            return
        denied = PermissionDeniedError("not_allowed", action=action.value, role=role)

        def work(_entry: Entry) -> None:
            raise denied

        if not self._ledger.refusal:
            self._ledger.run(request.operation, action, work)  # logs the attempt
        raise denied

    def _ids(self, request: ExportRequest) -> Sequence[int]:
        if request.scope is ExportScope.SHOWN:
            return self._members.ids(request.which, request.sort)
        if request.scope is ExportScope.CHOSEN:
            return request.ids
        group_id = None if request.scope is ExportScope.ALL else request.group_id
        if request.scope is ExportScope.GROUP:
            group_id = self._groups.get(group_id or 0).id
        return rows.all_ids(self._ledger.database, group_id)

    def write(
        self, stream: IO[bytes], request: ExportRequest, progress: Progress | None = None
    ) -> int:
        """Write members into `stream` without a log entry, for an act that logs the file itself.

        Raises GroupDeskError as `export` does; `request.path` is not looked at.
        """
        progress = progress or _quiet
        database = self._ledger.database
        with self._ledger.reading(), database.atomic("DEFERRED"):
            workspace = references.prefix(database)
            ids = self._ids(request)
            total = len(ids)
            if not ids:
                raise GroupDeskError("export_nobody")
            progress("export", 0, total)
            plain = rows.RowReader(database, (), workspace)
            must: tuple[str, ...] = OF_SEVERAL_GROUPS if plain.several_groups(ids) else ()
            must += OF_FORMER if plain.former_ones(ids) else ()
            columns = chosen_columns(request.columns, *must)
            reader = rows.RowReader(database, [column.key for column in columns], workspace)
            told = _told(reader.batches(ids), total, progress)
            return self._in_format(stream, request, columns, told, total)

    def _in_format(
        self,
        stream: IO[bytes],
        request: ExportRequest,
        columns: tuple[Column, ...],
        batches: writers.Batches,
        total: int,
    ) -> int:
        if request.format is ExportFormat.CSV:
            return writers.write_csv(stream, columns, request.header, batches)
        if request.format is ExportFormat.XLSX:
            return writers.write_xlsx(stream, columns, request.header, batches, total)
        now = to_text(self._ledger.clock())
        return writers.write_json(stream, columns, now, batches)

    def _log(self, request: ExportRequest, count: int, sha256: str) -> Receipt | None:
        if self._ledger.refusal:
            return None
        said: dict[str, object] = {
            "file": request.path.name,
            "format": request.format.value,
            "scope": request.scope.value,
            "count": count,
            "sha256": sha256,
        }
        group_id = request.group_id
        if request.scope is ExportScope.SHOWN:
            asked = json.loads(request.which.to_json())
            said["filter"] = "; ".join(f"{key}: {value}" for key, value in asked.items() if value)
            group_id = request.which.group_id
        if group_id is not None:
            said["group"] = self._groups.get(group_id).name

        def work(entry: Entry) -> None:
            kind = SubjectKind.WORKSPACE if group_id is None else SubjectKind.GROUP
            entry.about(kind, group_id or 0, group_id=group_id)
            entry.record(after=said)

        return self._ledger.run(request.operation, Action.MEMBER_EXPORT, work)


def _told(
    batches: Iterator[list[list[Any]]], total: int, progress: Progress
) -> Iterator[list[list[Any]]]:
    done = 0
    for batch in batches:
        yield batch
        done += len(batch[0])
        progress("export", done, total)


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""
