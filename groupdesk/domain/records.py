# SPDX-License-Identifier: MIT
"""What travels between services and window: the register and who works with it.

Times are stored texts (domain/clock) unless a name says otherwise; "" or None is unknown. What a
start needs is a NamedTuple: to make the class takes a tenth of what a frozen dataclass with slots
takes (0.5 ms).
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from groupdesk.domain.act_order import ActPlace, act_place
from groupdesk.domain.decision_enums import EvidenceKind, ReversalKind
from groupdesk.domain.enums import (
    Channel,
    Language,
    MemberRole,
    MembershipState,
    OperatorRole,
    Platform,
    Severity,
    StepKind,
    Term,
    Topic,
)
from groupdesk.domain.group_size import Room, room
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.member_filter import MemberFilter as MemberFilter  # noqa: PLC0414  # a record, too
from groupdesk.domain.removal_states import Approval
from groupdesk.domain.step_records import FailedTry

if TYPE_CHECKING:
    from groupdesk.domain.act_records import Incident
    from groupdesk.domain.talk_records import FollowUp


class OperatorRecord(NamedTuple):
    """A person at the desk."""

    id: int
    name: str
    role: OperatorRole


class Receipt(NamedTuple):
    """What a command answers: its log entry, its subject, what changed, whether it was known."""

    operation: str
    seq: int
    subject_id: int
    topics: frozenset[Topic]
    repeated: bool = False


class WorkspaceRecord(NamedTuple):
    """The open workspace."""

    id: str
    folder: str
    sample: bool
    read_only: bool
    created_at: str


class GroupRecord(NamedTuple):
    """A group, with the number of its active members and its rules in force."""

    id: int
    name: str
    platform: Platform
    language: Language
    purpose: str
    belongs: str
    size_limit: int | None
    owner_name: str
    ladder: Ladder
    members: int
    rules_version: int
    rules_published_at: str
    archived_at: str | None
    archive_reason: str = ""
    external_id: str = ""
    policy: str = ""

    @property
    def room(self) -> Room:
        """How near the group is to its size limit."""
        return room(self.members, self.size_limit)


class GroupFigures(NamedTuple):
    """What the members' own counts do not say: bots, open cases, and the last imported list."""

    bots: int
    open_cases: int
    last_list: str
    """The file's name, empty when no list was imported."""
    last_list_at: str


class GroupFields(NamedTuple):
    """What can be said of a group when it is made or edited."""

    name: str
    platform: Platform
    language: Language
    purpose: str = ""
    belongs: str = ""
    size_limit: int | None = None
    owner_name: str = ""
    external_id: str = ""
    policy: str = ""


@dataclass(frozen=True, slots=True)
class MemberFields:
    """What can be said of a member by hand."""

    name: str
    nickname: str = ""
    external_id: str = ""
    handle: str = ""
    role: MemberRole = MemberRole.MEMBER
    phone: str = ""
    email: str = ""
    company: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    language: str = ""
    key_customer: bool = False
    protected: bool = False
    account_owner: str = ""
    """Who of ours looks after this customer, by name."""


class MemberRow(NamedTuple):
    """One line of the member list; `standing` is a position on the group's ladder."""

    id: int
    group_id: int
    person_id: int
    name: str
    nickname: str
    role: MemberRole
    is_bot: bool
    state: MembershipState
    standing: int
    standing_until: str
    last_active: str
    waiting: int
    cases: int
    key_customer: bool = False
    """Of any entry that was linked as this person."""
    blocked: bool = False
    undelivered: bool = False
    """A message did not arrive, and no other was begun since."""
    removal_decided: bool = False
    """A removal holds that has not been carried out to its end."""


class MemberMore(NamedTuple):
    """What else a line of the member list can show, and what a search can have matched."""

    joined_at: str = ""
    message_count: int | None = None
    person_name: str = ""
    company: str = ""
    account_owner: str = ""
    phone: str = ""
    email: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    external_id: str = ""
    handle: str = ""
    screenshots: str = ""
    """What a machine read in the screenshots of acts on this member."""


class GroupRef(NamedTuple):
    """Another group that a person sits in, with the membership there."""

    group_id: int
    membership_id: int
    name: str
    member_name: str = ""
    """By which name, where it is another account of the same person."""


class PersonMarks(NamedTuple):
    """What holds for the person behind a member, over all entries that were linked."""

    entries: int = 1
    key_customer: bool = False
    protected: bool = False
    blocked: bool = False
    recognition: str = ""
    """What they did well, the last time; empty where nothing is on record."""


class MemberDetail(NamedTuple):
    """All that the detail shows of a member, except the timeline."""

    row: MemberRow
    group: GroupRecord
    fields: MemberFields
    joined_at: str
    joined_how: str
    invited_by: str
    ended_at: str
    message_count: int | None
    also_in: tuple[GroupRef, ...]
    standing_breaches: int
    next_position: int
    drafts: tuple[str, ...]
    removal_pending: int
    """A removal that holds and was not carried out yet; 0 where there is none."""
    marks: PersonMarks = PersonMarks()
    steps_taken: tuple[int, ...] = ()
    """The ladder's positions that really were taken, a removal that was carried out included."""
    clean_since: str = ""
    """Since when nothing counts any more, empty where something does or nothing ever did."""
    removal_waiting: int = 0
    """A removal that waits for another operator's approval; 0 where there is none."""
    removal_in_force: bool = False
    """Whether a removal holds, carried out or not."""
    exit_id: int = 0
    """The request to leave of a member who wants to; 0 where there is none."""

    @property
    def position(self) -> int:
        """Where the ladder shows the member: at the removal, or at today's standing."""
        removal = self.group.ladder.positions(StepKind.REMOVAL)[-1:]
        return removal[0] if removal and removal[0] in self.steps_taken else self.row.standing


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """A screenshot or file where it is used; `caption` and what is said of it belong to this use.

    `taken_at` is what was said there, else when the picture itself says it was taken.
    """

    id: int
    sha256: str
    file_name: str
    caption: str
    width: int
    height: int
    size: int
    added_at: str
    source: str
    taken_at: str = ""
    quoted_text: str = ""
    origin: str = ""
    kind: EvidenceKind = EvidenceKind.PICTURE
    redacted_id: int = 0
    """Its newest redacted copy, a piece of evidence of its own; 0 where there is none."""
    redacted_sha256: str = ""
    media_type: str = ""


class CitedRule(NamedTuple):
    """A rule as an act cited it."""

    code: str
    titles: dict[str, str]
    version: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One act in a member's history, as the timeline, the composers and the case file show it.

    `kind` is talk, warning, removal, plan (of a talk), recognition, departure or case_entry.
    `position`, `number` and `step_kind` name the ladder's step, `state` what became of a message
    or holds of a removal, `lines` further labelled texts.
    """

    kind: str
    id: int
    case_number: int
    at: str
    operator: str
    step_kind: str = ""
    position: int = 0
    number: int = 0
    numbered: bool = False
    channel: Channel | None = None
    state: str = ""
    state_at: str = ""
    rule_code: str = ""
    rule_titles: dict[str, str] = field(default_factory=dict)
    rule_version: int = 0
    severity: Severity | None = None
    ground: str = ""
    term: str = ""
    until: str = ""
    text: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    reply: str = ""
    evidence: tuple[EvidenceRecord, ...] = ()
    reversed_at: str = ""
    reversed_by: str = ""
    reversal_reason: str = ""
    steps_done: int = 0
    steps: int = 0
    steps_not_needed: int = 0
    """Of `steps_done`."""
    tried: FailedTry | None = None
    language: str = ""
    elsewhere: str = ""
    """The group's name, where it is not the one in front."""
    recorded_at: str = ""
    reversal: ReversalKind | None = None
    """What `reversed_at` tells was: lifted, pardoned, declined, withdrawn, cancelled."""
    approval: Approval | None = None
    """Of a removal: another operator's yes."""
    first_term: Term | None = None
    """Of a removal that was shortened: what was decided, `first_until` with it."""
    first_until: str = ""
    ladder_version: int | None = None
    """The ladder of the step, 0 for the first; None where the group never had another."""
    follow_up: "FollowUp | None" = None
    """Of a talk: when its agreement is to be looked at, or what came of it."""
    due_time: str = ""
    """Of a planned talk: at what time, "15:00"; empty for any time that day."""
    more_rules: tuple[CitedRule, ...] = ()
    """What a message named beside its first rule."""
    incident: "Incident | None" = None
    """Of a message or removal: what it was about, where its case began with something else."""
    last_notice: bool = False
    """Of a message of a review: whether it was the last one before a removal."""

    @property
    def pardoned(self) -> bool:
        """Whether it was right and no longer counts."""
        return self.reversal is ReversalKind.PARDONED

    @property
    def rule_codes(self) -> tuple[str, ...]:
        """The codes of all rules that it is about."""
        return tuple(filter(None, (self.rule_code, *(rule.code for rule in self.more_rules))))

    @property
    def place(self) -> ActPlace:
        """Where the act stands among others, see `act_order`."""
        return act_place(self.kind, self.at, self.recorded_at, self.id)


class RuleRecord(NamedTuple):
    """One rule of a published version; texts by language code."""

    id: int
    code: str
    severity: Severity
    titles: dict[str, str]
    texts: dict[str, str]
    hints: dict[str, str]
    examples: dict[str, str]
    consequences: dict[str, str]
    breaches: int = 0

    def title(self, language: str) -> str:
        """Return the title in a language, or in the other one where it is missing."""
        return self.titles.get(language) or next(filter(None, self.titles.values()), self.code)

    def text(self, language: str) -> str:
        """Return the text in a language, or in the other one where it is missing."""
        return self.texts.get(language) or next(filter(None, self.texts.values()), "")


class RulebookRecord(NamedTuple):
    """One published version of a group's rules."""

    id: int
    group_id: int
    version: int
    note: str
    published_at: str
    published_by: str
    rules: tuple[RuleRecord, ...]
