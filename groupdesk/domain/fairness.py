# SPDX-License-Identifier: MIT
"""The fair-process list of a removal, worked out from the records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from groupdesk.domain.enums import FairItem, Ground, Severity, SubjectKind
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import is_blank

NEVER_OVERRIDDEN = frozenset({FairItem.REASON, FairItem.EVIDENCE})


class FairState(StrEnum):
    """Whether a line is kept, missing, or not asked for in this case."""

    MET = "met"
    MISSING = "missing"
    NOT_NEEDED = "not_needed"


class FairFound(NamedTuple):
    """The act that keeps a line: the last reminder, warning or talk, and the case it is in."""

    kind: SubjectKind
    """WARNING (also for a reminder) or TALK."""
    id: int
    case_number: int


@dataclass(frozen=True, slots=True)
class FairFacts:
    """What the records say of a member before a removal; dates are stored texts or empty."""

    rule_version: int = 0
    rule_published_at: str = ""
    published_before_breach: bool = False
    reminders: int = 0
    last_reminder_at: str = ""
    warnings: int = 0
    last_warning_at: str = ""
    final_warning_at: str = ""
    ladder_has_reminder: bool = True
    ladder_has_final_warning: bool = True
    talks: int = 0
    last_talk_at: str = ""
    talk_offered: tuple[int, str] = (0, "")
    """How many talks were offered in vain, and when the last: no talk was held by that."""
    answered_at: str = ""
    past_reminder: tuple[int, str] = (0, "")
    past_warning: tuple[int, str] = (0, "")
    past_final_warning: tuple[int, str] = (0, "")
    """How many lapsed or were pardoned and when the last was sent; lifted ones never were."""
    found: Mapping[FairItem, FairFound] = field(default_factory=dict)
    """The last act that keeps a line, where one does."""


@dataclass(frozen=True, slots=True)
class FairLine:
    """One line: whether it is kept, what was found (count and date), why it is overridden.

    Of a line that is missing they tell of messages that no longer count, and of a talk that
    was offered in vain.
    """

    item: FairItem
    state: FairState
    count: int = 0
    at: str = ""
    override: str = ""
    found: FairFound | None = None
    """What `at` is the date of; None for the rule, of which `count` is the version."""


def fair_process(
    ground: Ground,
    severity: Severity | None,
    facts: FairFacts,
    *,
    has_reason: bool,
    screenshots: int,
    overrides: Mapping[FairItem, str] | None = None,
) -> tuple[FairLine, ...]:
    """Return the list in the order in which one goes: rule, reminder, warning, talk, record.

    Grounds other than a breach ask for no rule and no warnings, only for a word beforehand; a
    compromised account cannot be talked to and asks for neither. A zero-tolerance rule may go
    straight to removal.
    """
    reasons = overrides or {}
    breach = ground is Ground.BREACH
    straight = breach and severity is Severity.ZERO_TOLERANCE
    steps = breach and not straight
    spoken = ground is not Ground.COMPROMISED and not straight
    told_before = facts.reminders + facts.warnings + facts.talks
    past = {
        FairItem.REMINDED: _together(facts.past_reminder, facts.past_warning),
        FairItem.WARNED: facts.past_warning,
        FairItem.FINAL_WARNED: facts.past_final_warning,
        FairItem.TALKED: facts.talk_offered,
    }
    checks: tuple[tuple[FairItem, bool, bool, int, str], ...] = (
        (
            FairItem.RULE_PUBLISHED,
            breach,
            facts.published_before_breach,
            facts.rule_version,
            facts.rule_published_at,
        ),
        (
            FairItem.REMINDED,
            (steps and facts.ladder_has_reminder) or (spoken and not breach),
            bool(facts.reminders or facts.warnings) if breach else bool(told_before),
            facts.reminders,
            facts.last_reminder_at or facts.last_warning_at or facts.last_talk_at,
        ),
        (FairItem.WARNED, steps, facts.warnings > 0, facts.warnings, facts.last_warning_at),
        (
            FairItem.FINAL_WARNED,
            steps and facts.ladder_has_final_warning,
            bool(facts.final_warning_at),
            1 if facts.final_warning_at else 0,
            facts.final_warning_at,
        ),
        (FairItem.TALKED, spoken and breach, facts.talks > 0, facts.talks, facts.last_talk_at),
        (FairItem.ANSWERED, steps, bool(facts.answered_at), 0, facts.answered_at),
        (FairItem.REASON, True, has_reason, 0, ""),
        (FairItem.EVIDENCE, True, screenshots > 0, screenshots, ""),
    )
    return tuple(
        FairLine(
            item,
            _state(needed=needed, met=met),
            *((count, at) if met or not needed else past.get(item, (0, ""))),
            reasons.get(item, "").strip() if needed and not met else "",
            facts.found.get(item) if met else None,
        )
        for item, needed, met, count, at in checks
    )


def _together(one: tuple[int, str], other: tuple[int, str]) -> tuple[int, str]:
    return one[0] + other[0], max(one[1], other[1])


def _state(*, needed: bool, met: bool) -> FairState:
    if not needed:
        return FairState.NOT_NEEDED
    return FairState.MET if met else FairState.MISSING


def unanswered(lines: tuple[FairLine, ...]) -> tuple[FairItem, ...]:
    """Return the missing items that nobody gave an override reason for yet."""
    return tuple(
        line.item
        for line in lines
        if line.state is FairState.MISSING
        and (line.item in NEVER_OVERRIDDEN or is_blank(line.override))
    )


def require_fair(lines: tuple[FairLine, ...]) -> None:
    """Raise ValidationError for the first item that is missing without an override reason.

    The written reason and the screenshot cannot be overridden at all.
    """
    for item in unanswered(lines):
        if item is FairItem.REASON:
            raise ValidationError("reason", "reason_missing")
        if item is FairItem.EVIDENCE:
            raise ValidationError("evidence", "screenshot_missing")
        raise ValidationError(f"overrides.{item.value}", "override_missing")
