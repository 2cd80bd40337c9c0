# SPDX-License-Identifier: MIT
"""What reports are made of: finished content, filled by the services, laid out on paper.

Moments are aware; paper shows all of them in the zone of `Stamp.printed_at`. Text is as it was
written, never markup. Paths point to files that the report only reads.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from groupdesk.domain.act_records import Incident
from groupdesk.domain.appeal_papers import AppealOnPaper
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.enums import (
    Channel,
    Edition,
    EvidenceSource,
    Ground,
    JoinedHow,
    Language,
    MemberRole,
    Platform,
    Severity,
    WarningState,
)
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.report_kinds import ActKind as ActKind  # noqa: PLC0414  # named by these
from groupdesk.domain.report_kinds import PeriodUnit as PeriodUnit  # noqa: PLC0414
from groupdesk.domain.report_kinds import SignatureRole as SignatureRole  # noqa: PLC0414
from groupdesk.domain.report_removal import Approval as Approval  # noqa: PLC0414
from groupdesk.domain.report_removal import CarriedStep as CarriedStep  # noqa: PLC0414
from groupdesk.domain.report_removal import FairLine as FairLine  # noqa: PLC0414
from groupdesk.domain.report_removal import Removal as Removal  # noqa: PLC0414
from groupdesk.domain.report_removal import ReversedBy as ReversedBy  # noqa: PLC0414
from groupdesk.domain.report_removal import Shortened as Shortened  # noqa: PLC0414
from groupdesk.domain.report_removal import StepTry as StepTry  # noqa: PLC0414
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.told_records import RulesKnown


@dataclass(frozen=True, slots=True)
class Stamp:
    """What ties a printed report to the log: printed in the foot of each page.

    `log_head` is the full hash of entry `log_seq` in hex. `not_logged` says that the workspace is
    read-only, so that the print itself is not in the log.
    """

    log_seq: int
    log_head: str
    branch: int
    printed_at: datetime
    printed_by: str
    workspace_name: str
    edition: Edition
    language: Language
    not_logged: bool = False


@dataclass(frozen=True, slots=True)
class MaskedPerson:
    """Somebody else in a handout: all names by which texts may call them, ids included."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MaskedNames:
    """Whose names a handout hides, and the names that stay because they are the reader's own."""

    others: tuple[MaskedPerson, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberCard:
    """The member a case is about. `joined_on` is None where the platform did not tell."""

    name: str
    platform_id: str = ""
    group_nickname: str = ""
    role: MemberRole = MemberRole.MEMBER
    joined_on: date | None = None
    joined_how: JoinedHow = JoinedHow.UNKNOWN
    invited_by: str = ""


@dataclass(frozen=True, slots=True)
class RuleOfTheDay:
    """A rule as it read when it was broken."""

    code: str
    title: str
    text: str
    severity: Severity
    version: int
    published_at: datetime


@dataclass(frozen=True, slots=True)
class TimelineAct:
    """One act of the case, or an earlier one that still counts (`case_number` differs then).

    `ordinal` counts acts of a kind ("Warning 2"). `text` is what a talk found and agreed or why a
    case was closed; `message` is what the member got to read; `internal` stays in the house.
    """

    kind: ActKind
    at: datetime
    operator: str
    case_number: int
    ordinal: int | None = None
    text: str = ""
    message: str = ""
    internal: str = ""
    rule_code: str = ""
    channel: Channel | None = None
    state: WarningState | None = None
    counts_until: date | None = None
    follow_up_on: date | None = None
    follow_up_done_on: date | None = None
    follow_up_kept: Kept | None = None
    not_held: NotHeld | None = None
    reply: str = ""
    reversed_by: ReversedBy | None = None
    ladder_version: int | None = None  # 0 is the first; None where there was no other
    more_rule_codes: tuple[str, ...] = ()
    incident: Incident | None = None  # where it is not that of its case


@dataclass(frozen=True, slots=True)
class RedactedCopy:
    """The copy that is shown in place of an original; `note` says what was hidden and why."""

    sha256: str
    operator: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A screenshot or another file of the case.

    `display_path` is the re-encoded picture for the page, that of the `redacted` copy where there
    is one; None for files that are kept unopened. `original_path` is embedded in the file
    copy only. `media_type` and `size` describe the original, `size` in bytes.
    """

    sha256: str
    file_name: str
    media_type: str
    size: int
    source: EvidenceSource
    added_at: datetime
    added_by: str
    caption: str = ""
    taken_at: datetime | None = None
    quoted_text: str = ""
    """What it shows, in words."""
    origin: str = ""
    """Who it came from, in words."""
    original_path: Path | None = None
    display_path: Path | None = None
    redacted: RedactedCopy | None = None
    attached_to: str = ""
    """The acts that it belongs to, in words."""


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line to sign on; an empty name leaves room to write it."""

    role: SignatureRole
    name: str = ""


@dataclass(frozen=True, slots=True)
class CaseNote:
    """What an operator told the others about a case; it never leaves the house."""

    at: datetime
    operator: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseFileContent:
    """One case on paper, a removal or not. `breach_number` is 3 for the third breach."""

    case_number: int
    group_name: str
    platform: Platform
    member: MemberCard
    rule: RuleOfTheDay | None = None
    breach_number: int | None = None
    noticed_how: NoticedHow = NoticedHow.UNKNOWN
    noticed_at: datetime | None = None
    happened_at: datetime | None = None
    happened_assumed: bool = False
    description: str = ""
    quoted_text: str = ""
    opened_at: datetime | None = None
    opened_by: str = ""
    closed_at: datetime | None = None
    removal: Removal | None = None
    timeline: tuple[TimelineAct, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
    signatures: tuple[SignatureLine, ...] = ()
    masked: MaskedNames = MaskedNames()
    notes: tuple[CaseNote, ...] = ()
    rules_known: RulesKnown | None = None
    appeals: tuple[AppealOnPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class KindCount:
    """How often a kind of act happened."""

    kind: ActKind
    count: int


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """The acts of one week or month, which begins on `start`."""

    start: date
    counts: tuple[KindCount, ...]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """What was done about one rule."""

    code: str
    title: str
    counts: tuple[KindCount, ...]


@dataclass(frozen=True, slots=True)
class OperatorCount:
    """What one operator did."""

    operator: str
    counts: tuple[KindCount, ...]


@dataclass(frozen=True, slots=True)
class Overturned:
    """A decision that was reversed, or a warning that was pardoned."""

    kind: ActKind
    case_number: int
    member: str
    decided_at: datetime
    decided_by: str
    reversed_by: ReversedBy


@dataclass(frozen=True, slots=True)
class AuditAct:
    """One act in an audit's list."""

    kind: ActKind
    at: datetime
    case_number: int
    member: str
    operator: str
    rule_code: str = ""
    state: WarningState | None = None
    ground: Ground | None = None
    reversed: bool = False
    pardoned: bool = False
    more_rule_codes: tuple[str, ...] = ()
    removal: RemovalState | None = None
    """Of a removal: what holds of it."""


@dataclass(frozen=True, slots=True)
class MemberFlow:
    """How many members there were, came and went in the period."""

    at_start: int
    joined: int
    left: int
    removed: int
    at_end: int


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version of the rulebook, or of the ladder, that was published in the period."""

    version: int
    published_at: datetime
    published_by: str
    rules: int
    note: str = ""
    ladder: bool = False


@dataclass(frozen=True, slots=True)
class GroupAuditContent:
    """What was done in one group in a period; both days are included."""

    group_name: str
    platform: Platform
    first_day: date
    last_day: date
    flow: MemberFlow
    totals: tuple[KindCount, ...]
    unit: PeriodUnit = PeriodUnit.MONTH
    series: tuple[PeriodCount, ...] = ()
    per_rule: tuple[RuleCount, ...] = ()
    per_operator: tuple[OperatorCount, ...] = ()
    overturned: tuple[Overturned, ...] = ()
    acts: tuple[AuditAct, ...] = ()
    versions: tuple[PublishedVersion, ...] = ()
    signatures: tuple[SignatureLine, ...] = ()
    masked: MaskedNames = MaskedNames()
