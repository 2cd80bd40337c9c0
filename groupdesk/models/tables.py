# SPDX-License-Identifier: MIT
"""All tables, in the order in which they refer to one another."""

from groupdesk.models.audit import AuditEntry, AuditPayload, Operation
from groupdesk.models.care import (
    CaseEntry,
    LadderVersion,
    Recognition,
    RulesTold,
    Template,
    WarningRule,
)
from groupdesk.models.evidence import Draft, DraftEvidence, Evidence, EvidenceLink
from groupdesk.models.moderation import (
    Case,
    MemberWarning,
    Removal,
    Reversal,
    Talk,
    Task,
    TaskEvent,
    WarningEvent,
)
from groupdesk.models.operators import Operator, WorkspaceValue
from groupdesk.models.people import Account, Group, Membership, Person, SearchText, Snapshot
from groupdesk.models.register import (
    BlockEntry,
    Departure,
    ImportChange,
    ImportUndo,
    PersonApart,
    PersonLink,
    ReturnDecision,
    SavedFilter,
)
from groupdesk.models.rules import Rule, Rulebook

TABLES = (
    WorkspaceValue,
    Operator,
    Group,
    Person,
    Account,
    Snapshot,
    Membership,
    SearchText,
    Rulebook,
    Rule,
    Case,
    Talk,
    MemberWarning,
    WarningEvent,
    Removal,
    Reversal,
    Task,
    TaskEvent,
    Evidence,
    EvidenceLink,
    Draft,
    DraftEvidence,
    PersonLink,
    PersonApart,
    BlockEntry,
    ReturnDecision,
    ImportChange,
    ImportUndo,
    Departure,
    SavedFilter,
    LadderVersion,
    WarningRule,
    Template,
    RulesTold,
    CaseEntry,
    Recognition,
    AuditEntry,
    AuditPayload,
    Operation,
)
