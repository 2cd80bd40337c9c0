# SPDX-License-Identifier: MIT
"""What travels between services and window about notices, letters and terms that are over."""

from dataclasses import dataclass

from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, SubjectKind

WITH_NOTICE = frozenset(
    {SubjectKind.REMOVAL, SubjectKind.APPEAL, SubjectKind.EXIT, SubjectKind.REJOIN}
)
"""What a member is told of in a notice or a letter."""


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """What became of a notice or a letter; `at` is when that was."""

    id: int
    state: NoticeState
    at: str
    recorded_at: str
    operator: str
    channel: Channel
    note: str


@dataclass(frozen=True, slots=True)
class TermOver:
    """A removal whose last day has passed, and nobody said yet what follows from it."""

    task_id: int
    removal_id: int
    case_number: int
    membership_id: int
    member_name: str
    language: str
    """The member's own; empty where it is not known."""
    group_id: int
    group_name: str
    until: str
