# SPDX-License-Identifier: MIT
"""What travels between services and window: acts, cases, evidence, drafts and the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.case_enums import CaseState, NoticedHow
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, Channel, FairItem, Ground, Language, SubjectKind, Term
from groupdesk.domain.fairness import FairLine
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.logged_marks import LoggedMark
from groupdesk.domain.logged_steps import LoggedStep, LoggedTick
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.removal_states import Approval, RemovalConcern, RemovalState, TermChange
from groupdesk.domain.step_records import StepRecord
from groupdesk.domain.talk_enums import Kept, NotHeld


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """A piece of stored evidence to be linked to an act, with what is said of it there."""

    evidence_id: int
    caption: str = ""
    quoted_text: str = ""
    """What it shows, in words."""
    origin: str = ""
    """Who it came from, in words."""
    taken_at: str = ""
    """When it was taken, stored text; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened, when, and how it was noticed; opens a case where none is open."""

    happened_at: str = ""
    noticed_how: NoticedHow = NoticedHow.UNKNOWN
    quoted_text: str = ""
    happened_assumed: bool = False
    """Nobody said when: `happened_at` is when the message about it was begun."""

    @property
    def said_at(self) -> str:
        """The moment that somebody said, "" where it was only assumed."""
        return "" if self.happened_assumed else self.happened_at

    @property
    def anything_said(self) -> bool:
        """Whether anybody said anything about it."""
        noticed = self.noticed_how is not NoticedHow.UNKNOWN
        return bool(self.said_at or self.quoted_text.strip() or noticed)


@dataclass(frozen=True, slots=True)
class WarningRequest:
    """A reminder or warning to be recorded; `position` is a step of the group's ladder.

    Position 0 is a friendly reminder that does not count. The case is that of `rule_id`, the
    first rule; the message may be about several.
    """

    operation: UUID
    membership_id: int
    rule_id: int | None
    position: int
    channel: Channel
    language: Language
    message: str
    channel_reason: str = ""
    template: str = ""
    incident: Incident = field(default_factory=Incident)
    evidence: tuple[EvidenceUse, ...] = ()
    draft_id: int | None = None
    more_rule_ids: tuple[int, ...] = ()
    seen_seq: int | None = None
    """The last entry of the log that the writer knew of; None to ask for nothing newer."""
    ladder: Ladder | None = field(default=None, hash=False)
    """The ladder that `position` was chosen on; None for the one in force."""


@dataclass(frozen=True, slots=True)
class TalkRequest:
    """A private talk that was held, or offered in vain; `plan_id` is the plan that it ends.

    `template` is that of the opening that was copied. `follows_up` is the follow-up of an earlier
    talk that it ticks, `kept` whether what was agreed then was kept; None where nobody can say.
    """

    operation: UUID
    membership_id: int
    happened_at: str
    channel: Channel
    thanks: str = ""
    problem: str = ""
    cause: str = ""
    suggestion: str = ""
    agreement: str = ""
    follow_up_on: str = ""  # a local date, 2026-11-30
    rule_id: int | None = None
    evidence: tuple[EvidenceUse, ...] = ()
    draft_id: int | None = None
    seen_seq: int | None = None
    took_part: str = ""
    not_held: NotHeld | None = None
    plan_id: int = 0
    template: str = ""
    follows_up: int = 0
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class RemovalRequest:
    """A decision to remove; `until` is a local date for Term.UNTIL.

    `template` is that with which the notice was begun.
    """

    operation: UUID
    membership_id: int
    ground: Ground
    rule_id: int | None
    reason: str
    term: Term
    evidence: tuple[EvidenceUse, ...]
    comment: str = ""
    until: str = ""
    notice: str = ""
    notice_language: str = ""
    overrides: Mapping[FairItem, str] = field(default_factory=dict)
    already_removed_at: str = ""
    incident: Incident = field(default_factory=Incident)
    draft_id: int | None = None
    seen_seq: int | None = None
    template: str = ""
    sure: frozenset[RemovalConcern] = frozenset()
    """What would refuse the removal and is meant all the same; it is kept and printed."""
    blocks: bool = False
    """The person is put on the blocklist as well, as soon as the removal holds."""
    asks: bool | None = None
    """Whether it was said to wait for approval; one that would do otherwise is not recorded."""


@dataclass(frozen=True, slots=True)
class RemovalRecord:
    """A removal as it was decided, and what holds of it now.

    `term` and `until` are those in force; `terms` tells how they came to be.
    """

    id: int
    case_number: int
    membership_id: int
    member_name: str
    operator: str
    decided_at: str
    ground: Ground
    rule_code: str
    reason: str
    comment: str
    term: Term
    until: str
    notice: str
    notice_language: str
    already_removed_at: str
    fair_process: tuple[FairLine, ...]
    steps: tuple[StepRecord, ...]
    reversed_at: str = ""
    """When it was lifted, declined, withdrawn or cancelled: see `state`."""
    reversed_by: str = ""
    reversal_reason: str = ""
    state: RemovalState = RemovalState.HOLDING
    operator_id: int = 0
    asked: bool = False
    """Another operator's approval was asked for, whatever became of it."""
    approval: Approval | None = None
    approver_pin_set_at: str = ""
    """When the PIN of whoever approved was set; empty unless that was after the request."""
    decided_term: Term | None = None
    """What was decided first; None where nothing came instead of it."""
    decided_until: str = ""
    terms: tuple[TermChange, ...] = ()
    batch: str = ""
    """The same in all removals that were decided in one act; empty for one alone."""
    left_at: str = ""
    """When the member had left before it was decided."""
    sure: frozenset[RemovalConcern] = frozenset()
    blocks: bool = False
    cancel_until: str = ""
    """Until when whoever recorded it can still cancel it; empty where nobody can any more."""

    @property
    def approved_after(self) -> timedelta | None:
        """How long after the decision the approval came, if one did."""
        if self.approval is None:
            return None
        return from_text(self.approval.at) - from_text(self.decided_at)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list."""

    number: int
    group_id: int
    group_name: str
    membership_id: int
    member_name: str
    rule_code: str
    rule_title: str
    state: CaseState
    outcome: str
    opened_at: str
    closed_at: str
    acts: int
    last_act: str
    evidence: int
    carried_out: bool = False
    """A removal that holds was carried out, all steps: what is left is to close the case."""
    owner_id: int = 0
    owner: str = ""
    """Who looks after it; nobody where it is empty."""
    waiting: bool = False
    """A message to confirm, a talk to follow up, a removal to approve or to carry out."""

    @property
    def state_word(self) -> str:
        """The key of the word for how far the case is."""
        done = self.carried_out and self.state is CaseState.OPEN
        return f"case_state.{'carried_out' if done else self.state.value}"


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """Unfinished work: the dialog's fields and the screenshots that it holds on to."""

    id: int
    kind: str
    group_id: int | None
    membership_id: int | None
    payload: dict[str, object]
    saved_at: str
    evidence: tuple[EvidenceRecord, ...] = ()


class Tally(NamedTuple):
    """How much was done and still holds; an act belongs to the day on which it took effect."""

    talks: int
    """Talks that were held."""
    messages: int
    """Reminders and warnings that were sent, arrived and were not lifted."""
    removals: int
    """Removals that hold, from their approval on where they needed one."""
    lifted: int
    """Removals and messages that were lifted, after an objection or without one."""
    left: int = 0
    """Members who left as they had asked to."""
    came_back: int = 0
    """Members who came back as they had asked to."""


class RecentAct(NamedTuple):
    """What another operator just did about a person."""

    seq: int
    at: str
    operator: str
    action: Action
    step: LoggedStep | None
    """Of a message."""
    group_name: str
    tick: LoggedTick | None = None
    """Of steps of a removal."""


class Lately(NamedTuple):
    """What others did of late, the newest first, and the last entry of the log by then."""

    acts: tuple[RecentAct, ...]
    seen_seq: int


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the log, with the names that its payload holds."""

    seq: int
    at: str
    offset: str
    operator: str
    action: Action
    subject_kind: SubjectKind
    subject_id: int
    subject: str
    group_id: int | None
    group_name: str
    hash: str
    step: LoggedStep | None = None
    """What was prepared or sent, where it was a reminder or warning."""
    nickname: str = ""
    """The member's in the group, where it is another name than `subject`."""
    others: int = 0
    """How many members of another name the entry is about as well."""
    tick: LoggedTick | None = None
    """What became of steps of a removal."""
    mark: LoggedMark | None = None
    """What was done with the order of the work: put off, given to somebody."""


@dataclass(frozen=True, slots=True)
class AuditDetail:
    """A line of the log with what it was before and after, one pair per payload."""

    row: AuditRow
    previous: str
    branch: int
    changes: tuple[tuple[dict[str, object], dict[str, object]], ...]
    payloads: int


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries the audit page shows; dates are local days, both included."""

    group_id: int | None = None
    operator_id: int | None = None
    action: Action | None = None
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """One backup: where it lies, when it was made, what it holds.

    `screenshots_missing` counts what records refer to and a copy just made lacks.
    """

    path: str
    made_at: str
    seq: int
    head: str
    size: int
    screenshots_missing: int = 0


@dataclass(frozen=True, slots=True)
class RestoredRecord:
    """A workspace that was made from a backup.

    `entries` is where the backup's log ended, `branch` which one goes on from there.
    `screenshots_missing` counts what records refer to and was not found beside the backup.
    """

    folder: str
    backup: str
    entries: int
    branch: int
    screenshots: int
    screenshots_missing: int
