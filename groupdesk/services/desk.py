# SPDX-License-Identifier: MIT
"""The services of one open workspace, together: what window, command line and tests work with."""

from dataclasses import dataclass
from pathlib import Path

from groupdesk.domain.clock import Clock
from groupdesk.domain.records import OperatorRecord
from groupdesk.services.audit import AuditLog
from groupdesk.services.backups import Backups
from groupdesk.services.cases import Cases
from groupdesk.services.drafts import Drafts
from groupdesk.services.evidence import Evidences
from groupdesk.services.evidence_store import EvidenceStore
from groupdesk.services.groups import Groups
from groupdesk.services.imports.service import Imports
from groupdesk.services.ledger import Ledger
from groupdesk.services.member_warnings import MemberWarnings
from groupdesk.services.members import Members
from groupdesk.services.removals import Removals
from groupdesk.services.reports.printing import Reports
from groupdesk.services.reversals import Reversals
from groupdesk.services.rules import Rules
from groupdesk.services.talks import Talks
from groupdesk.services.templates import Templates
from groupdesk.services.timeline import Timeline
from groupdesk.services.todo import Todo
from groupdesk.services.verify import Verifier
from groupdesk.services.workspace import Workspace


@dataclass(frozen=True)
class Desk:
    """Everything that can be done in one workspace by one operator."""

    workspace: Workspace
    ledger: Ledger
    groups: Groups
    members: Members
    imports: Imports
    rules: Rules
    templates: Templates
    talks: Talks
    warnings: MemberWarnings
    removals: Removals
    reversals: Reversals
    cases: Cases
    timeline: Timeline
    evidence: Evidences
    drafts: Drafts
    todo: Todo
    audit: AuditLog
    verifier: Verifier
    backups: Backups
    reports: Reports
    anchor_file: Path | None

    @property
    def operator(self) -> OperatorRecord:
        """The person at the desk."""
        return self.ledger.operator

    @property
    def clock(self) -> Clock:
        """The clock that all of it goes by."""
        return self.ledger.clock

    def data_version(self) -> int:
        """Return a number that is another one whenever another connection wrote."""
        with self.ledger.reading():
            row = self.workspace.database.execute_sql("PRAGMA data_version").fetchone()
        return int(row[0])

    def close(self) -> None:
        """Close this thread's connection."""
        self.workspace.close()


def compose(
    workspace: Workspace, operator: OperatorRecord, clock: Clock, anchor_file: Path | None
) -> Desk:
    """Put the services of an open workspace together for one operator."""
    ledger = Ledger(workspace.database, operator, clock)
    groups = Groups(ledger)
    evidence = Evidences(ledger, EvidenceStore(workspace.folder))
    return Desk(
        workspace=workspace,
        ledger=ledger,
        groups=groups,
        members=Members(ledger, groups),
        imports=Imports(ledger, groups),
        rules=Rules(ledger, groups),
        templates=Templates(),
        talks=Talks(ledger, evidence),
        warnings=MemberWarnings(ledger, evidence),
        removals=Removals(ledger, evidence),
        reversals=Reversals(ledger),
        cases=Cases(ledger),
        timeline=Timeline(ledger),
        evidence=evidence,
        drafts=Drafts(ledger),
        todo=Todo(ledger),
        audit=AuditLog(ledger),
        verifier=Verifier(ledger, evidence, anchor_file),
        backups=Backups(ledger, workspace.backup_folder, workspace.evidence_folder, anchor_file),
        reports=Reports(ledger, evidence, workspace.folder, anchor_file),
        anchor_file=anchor_file,
    )
