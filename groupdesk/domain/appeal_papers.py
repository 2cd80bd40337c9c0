# SPDX-License-Identifier: MIT
"""What a case file prints of an objection and of how it was decided."""

from dataclasses import dataclass
from datetime import date, datetime

from groupdesk.domain.appeal_enums import AppealChannel, HeardBy
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import StepKind


@dataclass(frozen=True, slots=True)
class AppealTurn:
    """What was asked, answered, noted or withdrawn about an appeal; a note is internal."""

    at: datetime
    kind: AppealEntryKind
    text: str
    operator: str


@dataclass(frozen=True, slots=True)
class AppealDecided:
    """How an appeal ended. `until` is the new last day of a removal that was shortened."""

    at: datetime
    by: str
    outcome: AppealOutcome
    reason: str
    override_reason: str = ""
    until: date | None = None
    letter: str = ""
    letter_state: NoticeState | None = None
    letter_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AppealOnPaper:
    """A member's objection to a removal or, with `step_kind`, to a message."""

    received_at: datetime
    recorded_by: str
    channel: AppealChannel
    statement: str
    answer_by: date
    heard_on: date
    heard_by: HeardBy
    last_day: date | None
    """The last day on which one could object; None where there is no such day."""
    step_kind: StepKind | None = None
    late_reason: str = ""
    again_reason: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    """The questions with what the member said to them."""
    turns: tuple[AppealTurn, ...] = ()
    decided: AppealDecided | None = None
