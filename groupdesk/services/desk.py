# SPDX-License-Identifier: MIT
"""The services of one open workspace, together: what window, command line and tests work with.

Each service is imported and made when it is first asked for: a window shows its first page
without what belongs to the others.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from groupdesk.domain.clock import Clock
from groupdesk.domain.records import OperatorRecord
from groupdesk.services.deciding import Deciding
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Ledger
from groupdesk.services.workspace import Workspace

if TYPE_CHECKING:
    from groupdesk.services.announcements import Announcements
    from groupdesk.services.appeal_query import AppealList
    from groupdesk.services.appeals import Appeals
    from groupdesk.services.audit import AuditLog
    from groupdesk.services.backups import Backups
    from groupdesk.services.blocklist import Blocklist
    from groupdesk.services.case_acts import CaseActs
    from groupdesk.services.case_corrections import CaseCorrections
    from groupdesk.services.case_entries import CaseEntries
    from groupdesk.services.case_relations import CaseRelations
    from groupdesk.services.cases import Cases
    from groupdesk.services.departures import Departures
    from groupdesk.services.drafts import Drafts
    from groupdesk.services.duplicates import Duplicates
    from groupdesk.services.exports.service import Exports
    from groupdesk.services.follow_ups import FollowUps
    from groupdesk.services.imports.history import Lists
    from groupdesk.services.imports.service import Imports
    from groupdesk.services.imports.undo import Undoing
    from groupdesk.services.join_check import JoinChecks
    from groupdesk.services.ladders import Ladders
    from groupdesk.services.member_bulk import MemberBulk
    from groupdesk.services.member_bulk_undo import BulkUndoing
    from groupdesk.services.member_warnings import MemberWarnings
    from groupdesk.services.members import Members
    from groupdesk.services.operators import Operators
    from groupdesk.services.persons import Persons
    from groupdesk.services.pin_recovery import PinRecoveries
    from groupdesk.services.recent_acts import RecentActs
    from groupdesk.services.recognition import Recognitions
    from groupdesk.services.rejoins import Rejoins
    from groupdesk.services.reports.printing import Reports
    from groupdesk.services.returns import Returns
    from groupdesk.services.rules import Rules
    from groupdesk.services.saved_filters import SavedFilters
    from groupdesk.services.talk_plans import TalkPlans
    from groupdesk.services.talks import Talks
    from groupdesk.services.template_files import TemplateFiles
    from groupdesk.services.templates import Templates
    from groupdesk.services.timeline import Timeline
    from groupdesk.services.todo import Todo
    from groupdesk.services.verify import Verifier


class Desk(Deciding):
    """Everything that can be done in one workspace by one operator."""

    def __init__(self, workspace: Workspace, ledger: Ledger, anchor_file: Path | None) -> None:
        """Work on `workspace` through `ledger`."""
        self.workspace = workspace
        self.ledger = ledger
        self.anchor_file = anchor_file
        self.groups = Groups(ledger)

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

    @cached_property
    def pin_recoveries(self) -> "PinRecoveries":
        """PINs that were reset with nobody signed in."""
        from groupdesk.services.pin_recovery import PinRecoveries  # noqa: PLC0415

        return PinRecoveries(self.ledger)

    @cached_property
    def operators(self) -> "Operators":
        """Who works here."""
        from groupdesk.services.operators import Operators  # noqa: PLC0415

        return Operators(self.ledger)

    @cached_property
    def members(self) -> "Members":
        """The member register."""
        from groupdesk.services.members import Members  # noqa: PLC0415

        return Members(self.ledger, self.groups)

    @cached_property
    def bulk(self) -> "MemberBulk":
        """Changes to many members."""
        from groupdesk.services.member_bulk import MemberBulk  # noqa: PLC0415

        return MemberBulk(self.ledger)

    @cached_property
    def bulk_undo(self) -> "BulkUndoing":
        """Takes such changes back."""
        from groupdesk.services.member_bulk_undo import BulkUndoing  # noqa: PLC0415

        return BulkUndoing(self.ledger)

    @cached_property
    def filters(self) -> "SavedFilters":
        """Filters of the member list that were saved."""
        from groupdesk.services.saved_filters import SavedFilters  # noqa: PLC0415

        return SavedFilters(self.ledger)

    @cached_property
    def persons(self) -> "Persons":
        """One person over all entries."""
        from groupdesk.services.persons import Persons  # noqa: PLC0415

        return Persons(self.ledger)

    @cached_property
    def duplicates(self) -> "Duplicates":
        """Entries that may be one person."""
        from groupdesk.services.duplicates import Duplicates  # noqa: PLC0415

        return Duplicates(self.ledger)

    @cached_property
    def blocklist(self) -> "Blocklist":
        """Who is not to be let in again."""
        from groupdesk.services.blocklist import Blocklist  # noqa: PLC0415

        return Blocklist(self.ledger)

    @cached_property
    def returns(self) -> "Returns":
        """Who is back after a block or a removal."""
        from groupdesk.services.returns import Returns  # noqa: PLC0415

        return Returns(self.ledger)

    @cached_property
    def joins(self) -> "JoinChecks":
        """What to know before somebody is let in."""
        from groupdesk.services.join_check import JoinChecks  # noqa: PLC0415

        return JoinChecks(self.ledger, self.groups)

    @cached_property
    def imports(self) -> "Imports":
        """Member lists from outside."""
        from groupdesk.services.imports.service import Imports  # noqa: PLC0415

        return Imports(self.ledger, self.groups)

    @cached_property
    def exports(self) -> "Exports":
        """Members written to files."""
        from groupdesk.services.exports.service import Exports  # noqa: PLC0415

        return Exports(self.ledger, self.groups, self.members)

    @cached_property
    def import_undo(self) -> "Undoing":
        """Taking member lists back."""
        from groupdesk.services.imports.undo import Undoing  # noqa: PLC0415

        return Undoing(self.ledger)

    @cached_property
    def lists(self) -> "Lists":
        """The history of member lists."""
        from groupdesk.services.imports.history import Lists  # noqa: PLC0415

        return Lists(self.ledger)

    @cached_property
    def departures(self) -> "Departures":
        """How members left."""
        from groupdesk.services.departures import Departures  # noqa: PLC0415

        return Departures(self.ledger)

    @cached_property
    def ladders(self) -> "Ladders":
        """The ladders in their versions."""
        from groupdesk.services.ladders import Ladders  # noqa: PLC0415

        return Ladders(self.ledger)

    @cached_property
    def rules(self) -> "Rules":
        """The rulebooks."""
        from groupdesk.services.rules import Rules  # noqa: PLC0415

        return Rules(self.ledger, self.groups)

    @cached_property
    def announcements(self) -> "Announcements":
        """Who was told of which rules."""
        from groupdesk.services.announcements import Announcements  # noqa: PLC0415

        return Announcements(self.ledger)

    @cached_property
    def templates(self) -> "Templates":
        """The polite messages."""
        from groupdesk.services.templates import Templates  # noqa: PLC0415

        return Templates(self.ledger)

    @cached_property
    def template_files(self) -> "TemplateFiles":
        """Templates to and from files."""
        from groupdesk.services.template_files import TemplateFiles  # noqa: PLC0415

        return TemplateFiles(self.ledger, self.templates)

    @cached_property
    def warnings(self) -> "MemberWarnings":
        """Reminders and warnings."""
        from groupdesk.services.member_warnings import MemberWarnings  # noqa: PLC0415

        return MemberWarnings(self.ledger, self.evidence)

    @cached_property
    def talks(self) -> "Talks":
        """Private talks."""
        from groupdesk.services.talks import Talks  # noqa: PLC0415

        return Talks(self.ledger, self.evidence)

    @cached_property
    def talk_plans(self) -> "TalkPlans":
        """Talks that are planned."""
        from groupdesk.services.talk_plans import TalkPlans  # noqa: PLC0415

        return TalkPlans(self.ledger)

    @cached_property
    def follow_ups(self) -> "FollowUps":
        """Whether what was agreed is kept."""
        from groupdesk.services.follow_ups import FollowUps  # noqa: PLC0415

        return FollowUps(self.ledger)

    @cached_property
    def recognition(self) -> "Recognitions":
        """What members did well."""
        from groupdesk.services.recognition import Recognitions  # noqa: PLC0415

        return Recognitions(self.ledger)

    @cached_property
    def recent_acts(self) -> "RecentActs":
        """What others did of late."""
        from groupdesk.services.recent_acts import RecentActs  # noqa: PLC0415

        return RecentActs(self.ledger)

    @cached_property
    def cases(self) -> "Cases":
        """The cases."""
        from groupdesk.services.cases import Cases  # noqa: PLC0415

        return Cases(self.ledger)

    @cached_property
    def case_corrections(self) -> "CaseCorrections":
        """Acts in the wrong case, cases about the wrong person."""
        from groupdesk.services.case_corrections import CaseCorrections  # noqa: PLC0415

        return CaseCorrections(self.ledger)

    @cached_property
    def case_acts(self) -> "CaseActs":
        """Working on cases together."""
        from groupdesk.services.case_acts import CaseActs  # noqa: PLC0415

        return CaseActs(self.ledger, self.evidence)

    @cached_property
    def case_entries(self) -> "CaseEntries":
        """How cases were worked on."""
        from groupdesk.services.case_entries import CaseEntries  # noqa: PLC0415

        return CaseEntries(self.ledger)

    @cached_property
    def case_relations(self) -> "CaseRelations":
        """Which cases belong together."""
        from groupdesk.services.case_relations import CaseRelations  # noqa: PLC0415

        return CaseRelations(self.ledger)

    @cached_property
    def timeline(self) -> "Timeline":
        """What was done with a member."""
        from groupdesk.services.timeline import Timeline  # noqa: PLC0415

        return Timeline(self.ledger)

    @cached_property
    def drafts(self) -> "Drafts":
        """What was begun and not yet recorded."""
        from groupdesk.services.drafts import Drafts  # noqa: PLC0415

        return Drafts(self.ledger)

    @cached_property
    def appeals(self) -> "Appeals":
        """The appeals."""
        from groupdesk.services.appeals import Appeals  # noqa: PLC0415

        return Appeals(self.ledger, self.evidence)

    @cached_property
    def appeal_list(self) -> "AppealList":
        """Lists of appeals."""
        from groupdesk.services.appeal_query import AppealList  # noqa: PLC0415

        return AppealList(self.ledger)

    @cached_property
    def rejoins(self) -> "Rejoins":
        """Those who may come back."""
        from groupdesk.services.rejoins import Rejoins  # noqa: PLC0415

        return Rejoins(self.ledger)

    @cached_property
    def todo(self) -> "Todo":
        """What is due."""
        from groupdesk.services.todo import Todo  # noqa: PLC0415

        return Todo(self.ledger)

    @cached_property
    def audit(self) -> "AuditLog":
        """The log, to read."""
        from groupdesk.services.audit import AuditLog  # noqa: PLC0415

        return AuditLog(self.ledger)

    @cached_property
    def verifier(self) -> "Verifier":
        """The check of log, records and files."""
        from groupdesk.services.verify import Verifier  # noqa: PLC0415

        return Verifier(self.ledger, lambda: self.evidence, self.anchor_file)

    @cached_property
    def backups(self) -> "Backups":
        """The backups."""
        from groupdesk.services.backups import Backups  # noqa: PLC0415

        place = self.workspace
        return Backups(self.ledger, place.backup_folder, place.evidence_folder, self.anchor_file)

    @cached_property
    def reports(self) -> "Reports":
        """What is printed."""
        from groupdesk.services.reports.printing import Reports  # noqa: PLC0415

        return Reports(self.ledger, self.evidence, self.workspace.folder, self.anchor_file)


def compose(
    workspace: Workspace, operator: OperatorRecord, clock: Clock, anchor_file: Path | None
) -> Desk:
    """Put the services of an open workspace together for one operator."""
    return Desk(workspace, Ledger(workspace.database, operator, clock), anchor_file)
