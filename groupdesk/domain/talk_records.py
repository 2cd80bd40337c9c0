# SPDX-License-Identifier: MIT
"""What travels between services and window about talks that are planned, and what was agreed.

A day is a local date, "2026-11-30"; a time of day is "15:00", empty for any time.
"""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.enums import Channel
from groupdesk.domain.talk_enums import Kept, NotHeld

PARTS = ("thanks", "problem", "cause", "suggestion", "agreement")
"""The parts of a good talk, in their order."""


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """A talk to be planned; with `task_id` the plan that stands is changed."""

    operation: UUID
    membership_id: int
    due_on: str
    due_time: str = ""
    channel: Channel = Channel.PRIVATE
    thanks: str = ""
    problem: str = ""
    cause: str = ""
    suggestion: str = ""
    agreement: str = ""
    took_part: str = ""
    rule_id: int | None = None
    task_id: int = 0
    draft_id: int | None = None
    seen_seq: int | None = None


class PlannedTalk(NamedTuple):
    """A talk that is planned, with what was prepared for it."""

    task_id: int
    membership_id: int
    member_name: str
    group_id: int
    group_name: str
    due_on: str
    due_time: str
    channel: Channel
    parts: dict[str, str]
    took_part: str
    rule_code: str
    planned_by: str
    planned_at: str


class Agreement(NamedTuple):
    """A talk with a member, what was agreed, and what became of it."""

    talk_id: int
    at: str
    operator: str
    group_name: str
    """Empty where it is the group in front."""
    not_held: NotHeld | None
    problem: str
    agreement: str
    follow_up: "FollowUp | None"


class FollowUp(NamedTuple):
    """The following-up of a talk; `done_at` is empty while it waits."""

    task_id: int
    due_on: str
    first_due_on: str
    """The day it was first due; another one than `due_on` where it was moved."""
    done_at: str = ""
    done_by: str = ""
    kept: Kept | None = None
    result: str = ""


class DueTalk(NamedTuple):
    """A follow-up that waits, with all that its dialog shows."""

    task_id: int
    membership_id: int
    member_name: str
    group_id: int
    group_name: str
    due_on: str
    talk: Agreement | None
    """None where the talk can no longer be told: its task is older than that."""


class RecognitionRecord(NamedTuple):
    """What a member did well, on a local day."""

    id: int
    membership_id: int
    group_name: str
    """Empty where it is the group in front."""
    happened_on: str
    text: str
    operator: str
    recorded_at: str
