# SPDX-License-Identifier: MIT
"""Groups are put away, and all that was kept of them goes into a folder in the same step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from groupdesk.domain.clock import zone_on_paper
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import GroupDeskError, PermissionDeniedError, StorageError
from groupdesk.domain.export_records import ExportFormat, ExportRequest, ExportScope
from groupdesk.domain.file_names import safe_name
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.roles import may
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.domain.upkeep_records import ArchivedGroup, ArchiveRequest, GroupsArchived
from groupdesk.models import stored
from groupdesk.services.exports.service import Exports
from groupdesk.services.group_papers import GroupPapers
from groupdesk.services.groups import Groups, put_away
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.new_folder import NewFolder, new_folder
from groupdesk.services.reports.printing import Printed, Reports, say_printed
from groupdesk.words import Words

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk
    from groupdesk.services.jobs import JobContext

Progress = Callable[[str, int, int], None]
_LONGEST_NAME: Final = 120  # bytes of the group's name in that of the folder
_YEARS: Final = 19  # as far back as an audit goes


class GroupArchives:
    """Archives groups together with their papers."""

    def __init__(self, ledger: Ledger, groups: Groups, exports: Exports, reports: Reports) -> None:
        """Work through `ledger`; members and audit come from `exports` and `reports`."""
        self._ledger = ledger
        self._groups = groups
        self._exports = exports
        self._reports = reports

    def archive(self, request: ArchiveRequest, progress: Progress | None = None) -> GroupsArchived:
        """Archive the groups one after the other, each together with its folder or not at all.

        A group that cannot be archived is left as it is and named with the error; the others go
        on, except after an error of the disk. The same request again goes on where it stopped.
        Raises ValidationError for a missing reason, PermissionDeniedError, CancelledError from
        `progress`, and any error where not one group was archived.
        """
        reason = require_text("reason", request.reason, limit=MAX_REASON)
        self._require_allowed(request.operation)
        done: list[ArchivedGroup] = []
        failed: list[tuple[str, GroupDeskError]] = []
        ids = tuple(dict.fromkeys(request.group_ids))
        for at, ident in enumerate(ids):
            if progress is not None:
                progress("archive", at, len(ids))
            name = ""
            try:
                group = self._groups.get(ident)
                name = group.name
                done.append(self._one(request, group, reason))
            except GroupDeskError as error:
                failed.append((name, error))
                if isinstance(error, StorageError):
                    break  # the next one would meet it as well
        if failed and not done:
            raise failed[0][1]
        return GroupsArchived(tuple(done), tuple(failed))

    def _one(self, request: ArchiveRequest, group: GroupRecord, reason: str) -> ArchivedGroup:
        operation = uuid5(request.operation, str(group.id))
        if request.place is None or self._ledger.was_saved(operation):
            receipt = self._groups.archive(operation, group.id, reason)
            return ArchivedGroup(group.id, group.name, None, receipt)
        with new_folder(request.place) as folder:
            printed = self._fill(folder, request, group, reason)
            path, receipt = self._log(folder, operation, group, reason, printed)
        self._reports.set_anchor()
        return ArchivedGroup(group.id, group.name, path, receipt)

    def _fill(
        self, folder: NewFolder, request: ArchiveRequest, group: GroupRecord, reason: str
    ) -> Printed:
        words, now = Words(request.language.value), self._ledger.clock()
        self._members(folder, request, group, words)
        printed = self._reports.preview_group_audit(
            group.id, self._since(group.id), now.date(), request.language
        )
        name = words("group_file.audit")
        folder.add(name, printed.pdf)
        with self._ledger.reading():
            papers = GroupPapers(self._ledger, group, words, now)
            for file, content in papers.files().items():
                folder.add(file, content)
            sums = "".join(f"{digest}  {file}\n" for file, digest in folder.digests.items())
            names = (*folder.digests, words("group_file.hashes"))
            folder.add(words("group_file.hashes"), sums.encode())
            folder.add(words("group_file.readme"), papers.readme(reason, names))
        return replace(printed, name=name)

    def _members(
        self, folder: NewFolder, request: ArchiveRequest, group: GroupRecord, words: Words
    ) -> None:
        wanted = ExportRequest(
            operation=request.operation,
            path=Path(),
            format=ExportFormat.CSV,
            scope=ExportScope.GROUP,
            header=request.language,
            group_id=group.id,
        )
        if not self._exports.count(wanted):
            return
        for kind in (ExportFormat.CSV, ExportFormat.XLSX):
            with folder.file(f"{words('group_file.members')}.{kind.value}") as stream:
                self._exports.write(stream, replace(wanted, format=kind))

    def _log(
        self,
        folder: NewFolder,
        operation: UUID,
        group: GroupRecord,
        reason: str,
        printed: Printed,
    ) -> tuple[Path, Receipt]:
        """Write what left the house and that the group is put away, and give the folder its name.

        That is the last thing before the transaction ends: where it does not end well, there is
        no folder either.
        """
        title = f"{safe_name(group.name, _LONGEST_NAME)} - {self._ledger.clock().date()}"
        named: list[Path] = []

        def work(entry: Entry) -> None:
            with self._ledger.written_by(entry.operator, Action.REPORT_PRINT, entry.now) as print_:
                say_printed(print_, printed)
            put_away(entry, group.id, reason, {"files": list(folder.digests)})
            named.append(folder.give_name(title))
            entry.record(after={"folder": named[0].name, "sha256": dict(folder.digests)})

        receipt = self._ledger.run(operation, Action.GROUP_ARCHIVE, work)
        return named[0], receipt

    def _since(self, group_id: int) -> date:
        """Return the day from which on the audit tells: that of the first thing recorded."""
        now = self._ledger.clock()
        with self._ledger.reading():
            (first,) = self._ledger.database.execute_sql(
                "SELECT min(at) FROM (SELECT created_at at FROM customer_group WHERE id = ?1"
                " UNION ALL SELECT min(opened_at) FROM case_file WHERE group_id = ?1"
                " UNION ALL SELECT min(joined_at) FROM membership WHERE group_id = ?1)",
                (group_id,),
            ).fetchone()
        day = stored.moment(first).astimezone(zone_on_paper(now)).date()
        return max(day, date(now.year - _YEARS, 1, 1))

    def _require_allowed(self, operation: UUID) -> None:
        """Refuse before anything is written; the log's own check follows with the entry."""
        role, action = self._ledger.operator.role, Action.GROUP_ARCHIVE
        if self._ledger.refusal:
            raise StorageError(self._ledger.refusal)
        if may(role, action):
            return
        denied = PermissionDeniedError("not_allowed", action=action.value, role=role)

        def work(entry: Entry) -> None:
            entry.about(SubjectKind.WORKSPACE, 0)
            raise denied

        self._ledger.run(operation, action, work)  # logs the attempt
        raise denied


def archives_of(desk: "Desk") -> GroupArchives:
    """Return what archives the groups of a desk."""
    return GroupArchives(desk.ledger, desk.groups, desk.exports, desk.reports)


def archive_job(context: "JobContext", args: dict[str, Any]) -> GroupsArchived:
    """Archive the groups of `request`, an ArchiveRequest."""
    return archives_of(context.desk).archive(args["request"], context.progress)
