# SPDX-License-Identifier: MIT
"""What a case file prints of a removal: who decided, what was asked for, how it was carried out."""

from dataclasses import dataclass
from datetime import date, datetime

from groupdesk.domain.act_records import Incident
from groupdesk.domain.decision_enums import NoticeState, ReversalKind
from groupdesk.domain.enums import Channel, FairItem, Ground, Term
from groupdesk.domain.removal_states import RemovalConcern, RemovalState


@dataclass(frozen=True, slots=True)
class ReversedBy:
    """Why an act no longer counts: all but what was pardoned is struck through."""

    at: datetime
    operator: str
    reason: str
    kind: ReversalKind = ReversalKind.LIFTED

    @property
    def pardoned(self) -> bool:
        """Whether it was right and no longer counts."""
        return self.kind is ReversalKind.PARDONED


@dataclass(frozen=True, slots=True)
class FairLine:
    """One line of the fair-process list, with the facts found for it in the records."""

    item: FairItem
    met: bool
    count: int = 0
    last_at: datetime | None = None
    override_reason: str = ""
    override_by: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A second person's yes to a decision."""

    operator: str
    at: datetime
    comment: str = ""
    pin_set_at: datetime | None = None
    """When the operator's PIN was set, where that was only after the request."""


@dataclass(frozen=True, slots=True)
class StepTry:
    """That somebody could not do a step, or that a done one is open `again`."""

    at: datetime
    by: str
    why: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class CarriedStep:
    """One step on the platform; `done_at` is None while it is still to be done."""

    text: str
    done_at: datetime | None = None
    done_by: str = ""
    result: str = ""
    not_needed: bool = False
    """Said at `done_at`; `result` is why."""
    tries: tuple[StepTry, ...] = ()
    """What came before, the oldest first."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """A term that an appeal put in the place of the one before it."""

    at: datetime
    by: str
    term: Term
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """The decision to remove the member, and how it was carried out.

    `term` and `until` are what was decided first; what `shortened` it last holds. `removed_at` is
    set when the member was taken out before the decision was recorded.
    """

    ground: Ground
    decided_at: datetime
    decided_by: str
    reason_told: str
    term: Term
    until: date | None = None
    internal_comment: str = ""
    all_groups: bool = False
    removed_at: datetime | None = None
    approvals: tuple[Approval, ...] = ()
    let_back: tuple[Approval, ...] = ()
    """Who said, while it held, that they may be in the group again; the comment is why."""
    fair_process: tuple[FairLine, ...] = ()
    notice: str = ""
    notice_channel: Channel | None = None
    notice_sent_at: datetime | None = None
    """When it was sent, or last tried in vain where `notice_state` says so."""
    notice_state: NoticeState = NoticeState.SENT
    notice_note: str = ""
    shortened: tuple[Shortened, ...] = ()
    steps: tuple[CarriedStep, ...] = ()
    reversed_by: ReversedBy | None = None
    state: RemovalState = RemovalState.HOLDING
    left_at: datetime | None = None  # when the member had left before it was decided
    incident: Incident | None = None  # where it is not that of its case
    sure: tuple[RemovalConcern, ...] = ()
    """What would have refused it and was meant all the same."""

    @property
    def asked(self) -> bool:
        """Whether it was only asked for: nobody approved it, or not yet."""
        return self.state in {
            RemovalState.WAITING,
            RemovalState.DECLINED,
            RemovalState.WITHDRAWN,
        }

    @property
    def carried_out(self) -> bool:
        """Whether it holds and all its steps were done."""
        done = bool(self.steps) and all(step.done_at is not None for step in self.steps)
        return done and self.state is RemovalState.HOLDING
