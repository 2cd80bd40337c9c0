# SPDX-License-Identifier: MIT
"""Printing a report: gathered, laid out under the log's head, then written into the log itself."""

import hashlib
import uuid
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from groupdesk.domain.enums import Action, Edition, Language, SubjectKind
from groupdesk.models.operators import WorkspaceValue
from groupdesk.services import anchors
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.new_file import new_file, on_disk

if TYPE_CHECKING:
    from groupdesk.domain.report_records import Stamp

Paper = str
"""Size of the sheet: "a4" or "us-letter"."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished report: its bytes, the head of the log it carries, a name for its file.

    `unredacted` counts the pictures of a handout that no redacted copy stands in for: all that they
    show can be read by whoever gets it. `logged` says that the print is in the log; a read-only
    workspace prints without. `anchored` says that its fingerprint was kept outside the workspace
    as well, or needed not be.
    """

    pdf: bytes
    seq: int
    head: str
    name: str
    subject: str
    group_id: int
    edition: Edition
    unredacted: int = 0
    logged: bool = False
    anchored: bool = True


def say_printed(entry: Entry, printed: Printed) -> None:
    """Write into an entry what was printed, with the fingerprint of the paper."""
    entry.about(SubjectKind.REPORT, 0, group_id=printed.group_id or None)
    entry.record(
        after={
            "report": printed.name,
            "of": printed.subject,
            "edition": printed.edition.value,
            "head_seq": printed.seq,
            "head": printed.head,
            "sha256": hashlib.sha256(printed.pdf).hexdigest(),
        }
    )


class Reports:
    """Prints the reports of a workspace."""

    def __init__(
        self, ledger: Ledger, evidence: Evidences, folder: Path, anchor_file: Path | None
    ) -> None:
        """Read through `ledger` and `evidence`; heads are remembered in `anchor_file`."""
        self._ledger = ledger
        self._evidence = evidence
        self._folder = folder
        self._anchor_file = anchor_file

    def case_file(
        self, number: int, edition: Edition, language: Language, paper: Paper = "a4"
    ) -> Printed:
        """Print a case and write the print into the log.

        Raises StateChangedError("case_gone"), StorageError, GroupDeskError("report_failed").
        """
        return self.record(self.preview_case_file(number, edition, language, paper))

    def group_audit(
        self,
        group_id: int,
        since: date,
        until: date,
        language: Language,
        paper: Paper = "a4",
        *,
        edition: Edition = Edition.FILE,
    ) -> Printed:
        """Print what was done in a group, both days included, and write it into the log.

        Raises ValidationError for a period that ends before it begins, else as `case_file`.
        """
        return self.record(
            self.preview_group_audit(group_id, since, until, language, paper, edition=edition)
        )

    def preview_case_file(
        self,
        number: int,
        edition: Edition,
        language: Language,
        paper: Paper = "a4",
        *,
        notes: bool = False,
    ) -> Printed:
        """Return the case file as it would be printed; nothing is logged until `record`.

        The operators' notes are left out unless `notes` asks for them, and always in a handout:
        a file copy may end before a court or a works council, what colleagues ask one another
        is no finding.
        """
        notes = notes and edition is Edition.FILE
        # The typesetter and all that goes with it take long to load; the window's start does not
        # wait for them.
        from groupdesk.services.reports.case_file import case_file_pdf  # noqa: PLC0415
        from groupdesk.services.reports.gather_case import case_file_content  # noqa: PLC0415

        stamp = self._stamp(edition, language)
        content = case_file_content(self._ledger, self._evidence, number, language, notes=notes)
        pdf = case_file_pdf(content, stamp, edition, "us-letter" if paper == "us-letter" else "a4")
        with self._ledger.reading():
            group_id = self._group_of_case(number)
        name = f"case-{number}{'-handout' if edition is Edition.HANDOUT else ''}.pdf"
        subject = f"case {number}{' with notes' if notes else ''}"
        bare = sum(item.display_path is not None and not item.redacted for item in content.evidence)
        return Printed(
            pdf,
            stamp.log_seq,
            stamp.log_head,
            name,
            subject,
            group_id,
            edition,
            unredacted=bare if edition is Edition.HANDOUT else 0,
        )

    def preview_group_audit(
        self,
        group_id: int,
        since: date,
        until: date,
        language: Language,
        paper: Paper = "a4",
        *,
        edition: Edition = Edition.FILE,
    ) -> Printed:
        """Return the group audit as it would be printed; nothing is logged until `record`."""
        # See preview_case_file.
        from groupdesk.services.reports.gather_audit import group_audit_content  # noqa: PLC0415
        from groupdesk.services.reports.group_audit import group_audit_pdf  # noqa: PLC0415

        stamp = self._stamp(edition, language)
        content = group_audit_content(self._ledger, group_id, since, until, language)
        pdf = group_audit_pdf(
            content, stamp, edition, "us-letter" if paper == "us-letter" else "a4"
        )
        name = f"group-audit-{group_id}-{since.isoformat()}-{until.isoformat()}.pdf"
        subject = f"group {group_id} {since.isoformat()} {until.isoformat()}"
        return Printed(pdf, stamp.log_seq, stamp.log_head, name, subject, group_id, edition)

    def preview_letter(self, appeal_id: int, paper: Paper = "a4") -> Printed:
        """Return the letter about a decided appeal, in its language; nothing is logged yet.

        Raises StateChangedError("appeal_gone"), ("appeal_no_letter"), else as `case_file`.
        """
        # See preview_case_file.
        from groupdesk.services.appeal_query import read_appeal  # noqa: PLC0415
        from groupdesk.services.reports.letter import letter_pdf  # noqa: PLC0415

        with self._ledger.reading():
            appeal = read_appeal(self._ledger, appeal_id)
            written = appeal.decision.letter_language if appeal.decision else ""
            stamp = self._stamp(Edition.HANDOUT, Language(written or Language.EN))
            size: Literal["a4", "us-letter"] = "us-letter" if paper == "us-letter" else "a4"
            pdf = letter_pdf(self._ledger.database, appeal, stamp, size)
        number = appeal.row.case_number
        return Printed(
            pdf,
            stamp.log_seq,
            stamp.log_head,
            f"case-{number}-letter.pdf",
            f"letter {appeal_id} of case {number}",
            appeal.row.group_id,
            Edition.HANDOUT,
        )

    def preview_poster(
        self, rulebook_id: int, languages: tuple[Language, ...], paper: Paper = "a4"
    ) -> Printed:
        """Return the rules as a poster, on "a3" too; nothing is logged until `record`.

        Raises StateChangedError("rules_version_gone"), else as `case_file`.
        """
        from groupdesk.services.reports.poster import poster_content, poster_pdf  # noqa: PLC0415

        seq, head = self._ledger.head()
        content = poster_content(self._ledger, rulebook_id, languages)
        pdf = poster_pdf(content, self._ledger.clock(), paper)
        group, version = content.group_id, content.version
        subject = f"rules of group {group}, version {version}"
        name = f"rules-{group}-v{version}.pdf"
        return Printed(pdf, seq, head.hex(), name, subject, group, Edition.HANDOUT)

    def preview_review(
        self, review_id: int, edition: Edition, language: Language, paper: Paper = "a4"
    ) -> Printed:
        """Return a review as it would be printed; nothing is logged until `record`.

        Raises StateChangedError("review_gone"), else as `case_file`.
        """
        # See preview_case_file.
        from groupdesk.services.reports.gather_review import review_content  # noqa: PLC0415
        from groupdesk.services.reports.review import review_pdf  # noqa: PLC0415

        stamp = self._stamp(edition, language)
        content, group_id = review_content(self._ledger, review_id)
        pdf = review_pdf(content, stamp, edition, "us-letter" if paper == "us-letter" else "a4")
        name = f"review-{review_id}{'-handout' if edition is Edition.HANDOUT else ''}.pdf"
        subject = f"review {review_id}"
        return Printed(pdf, stamp.log_seq, stamp.log_head, name, subject, group_id, edition)

    def preview_handover(
        self, handover_id: int, edition: Edition, language: Language, paper: Paper = "a4"
    ) -> Printed:
        """Return a handover book as it would be printed; nothing is logged until `record`.

        Raises StateChangedError("handover_gone"), else as `case_file`.
        """
        # See preview_case_file.
        from groupdesk.services.handover_list import Handovers  # noqa: PLC0415
        from groupdesk.services.reports.handover import handover_pdf  # noqa: PLC0415

        stamp = self._stamp(edition, language)
        found = Handovers(self._ledger).get(handover_id)
        size: Literal["a4", "us-letter"] = "us-letter" if paper == "us-letter" else "a4"
        pdf = handover_pdf(self._ledger, found, stamp, edition, size)
        name = f"handover-{handover_id}{'-handout' if edition is Edition.HANDOUT else ''}.pdf"
        subject, group = f"handover {handover_id}", found.row.group_id
        return Printed(pdf, stamp.log_seq, stamp.log_head, name, subject, group, edition)

    def preview_exits(
        self,
        group_id: int,
        since: date,
        until: date,
        language: Language,
        paper: Paper = "a4",
        *,
        edition: Edition = Edition.FILE,
    ) -> Printed:
        """Return why people left a group, or all for 0, as it would be printed; nothing is logged.

        Raises ValidationError("until") for a period that cannot be, else as `case_file`.
        """
        # See preview_case_file.
        from groupdesk.services.exit_statistics import ExitNumbers  # noqa: PLC0415
        from groupdesk.services.reports.exit_report import exit_report_pdf  # noqa: PLC0415

        stamp = self._stamp(edition, language)
        figures = ExitNumbers(self._ledger).of(group_id, since, until)
        pdf = exit_report_pdf(figures, stamp, "us-letter" if paper == "us-letter" else "a4")
        days = f"{since.isoformat()} {until.isoformat()}"
        where = f"group {group_id}" if group_id else "all groups"
        name = f"exits-{days.replace(' ', '-')}.pdf"
        subject = f"exits of {where} {days}"
        return Printed(pdf, stamp.log_seq, stamp.log_head, name, subject, group_id, edition)

    def record(self, printed: Printed) -> Printed:
        """Write a print into the log, with the fingerprint of the paper, and set an anchor.

        Where nothing can be written the paper says so itself. An anchor that
        cannot be set does not withhold the paper, which is logged by then: see `anchored`.
        """
        if self._ledger.refusal:
            return printed

        def work(entry: Entry) -> None:
            say_printed(entry, printed)

        self._ledger.run(uuid.uuid4(), Action.REPORT_PRINT, work)
        return replace(printed, logged=True, anchored=self.set_anchor())

    def set_anchor(self) -> bool:
        """Remember the log's head outside the workspace; False where that could not be written."""
        if self._anchor_file is None:
            return True
        with self._ledger.reading():
            workspace_id = WorkspaceValue.get(WorkspaceValue.key == "id").value
        try:
            anchors.append(self._anchor_file, self._ledger, workspace_id)
        except OSError:
            return False
        return True

    def save(self, printed: Printed, path: Path) -> Printed:
        """Write the paper beside its place, log it, then give it its name: none is unlogged.

        The log keeps the name that the file has. An earlier file of that name goes only then.
        Raises StorageError: file_not_written, export_disk_full, and what `record` raises;
        nothing is logged then and no file stays.
        """
        with new_file(path) as stream:
            stream.write(printed.pdf)
            on_disk(stream)
            return self.record(replace(printed, name=path.name))

    def _stamp(self, edition: Edition, language: Language) -> "Stamp":
        from groupdesk.domain.report_records import Stamp  # noqa: PLC0415  # as above

        seq, head = self._ledger.head()
        with self._ledger.reading():
            branch = self._ledger.branch()
        return Stamp(
            log_seq=seq,
            log_head=head.hex(),
            branch=branch,
            printed_at=self._ledger.clock(),
            printed_by=self._ledger.operator.name,
            workspace_name=self._folder.name,
            edition=edition,
            language=language,
            not_logged=bool(self._ledger.refusal),
        )

    def _group_of_case(self, number: int) -> int:
        row = self._ledger.database.execute_sql(
            "SELECT group_id FROM case_file WHERE id = ?", (number,)
        ).fetchone()
        return int(row[0])
