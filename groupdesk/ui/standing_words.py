# SPDX-License-Identifier: MIT
"""Names and tones of the ladder's steps and of where a member stands."""

from datetime import datetime, timedelta

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import MembershipState, StepKind
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.records import MemberRow
from groupdesk.services.member_query import INACTIVE_DAYS
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

_TONES: dict[StepKind, ToneName] = {
    StepKind.REMINDER: "warning",
    StepKind.WARNING: "warning",
    StepKind.FINAL_WARNING: "danger",
    StepKind.REMOVAL: "danger",
}
_WAITS: ToneName = "accent"
_LOST: ToneName = "danger"


def step_name(words: Words, ladder: Ladder, position: int) -> str:
    """Return the name of a position: "Good standing", "Reminder", "Warning 2"."""
    if position == 0:
        return words("standing.good")
    if position > len(ladder.steps):
        return words(f"step_kind.{StepKind.WARNING.value}")
    kind = ladder.steps[position - 1].kind
    name = words(f"step_kind.{kind.value}")
    if not ladder.repeats(kind):
        return name
    return words("standing.numbered", step=name, number=ladder.number(position))


def step_names(words: Words, ladder: Ladder) -> list[str]:
    """Return the names of all positions, good standing first."""
    return [step_name(words, ladder, position) for position in range(len(ladder.steps) + 1)]


def tone_of(ladder: Ladder, position: int) -> ToneName:
    """Return the tone of a position."""
    if position == 0 or position > len(ladder.steps):
        return "ok"
    return _TONES[ladder.steps[position - 1].kind]


def standing_pill(
    words: Words, ladder: Ladder, row: MemberRow, now: datetime
) -> tuple[str, ToneName]:
    """Return what the pill of a row says: how the stay ended, what was decided, or the standing."""
    if row.state is not MembershipState.ACTIVE:
        return words(f"membership_state.{row.state.value}"), "muted"
    if row.removal_decided:
        return words("standing.removal_decided"), "danger"
    if row.standing:
        return step_name(words, ladder, row.standing), tone_of(ladder, row.standing)
    return _in_good_standing(words, row, now)


def _in_good_standing(words: Words, row: MemberRow, now: datetime) -> tuple[str, ToneName]:
    if row.waiting or row.undelivered:  # what waits can still be confirmed
        lost = words("standing.undelivered"), _LOST
        return (words("standing.waiting"), _WAITS) if row.waiting else lost
    if row.last_active:
        idle = now - from_text(row.last_active)
        if idle >= timedelta(days=INACTIVE_DAYS):
            return words("standing.inactive", days=idle.days), "accent"
    if row.is_bot:
        return words("standing.bot"), "muted"
    return words("standing.good"), "ok"
