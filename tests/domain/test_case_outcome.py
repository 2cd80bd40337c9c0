# SPDX-License-Identifier: MIT
"""The outcome that is suggested follows from what was done."""

import pytest

from groupdesk.domain.case_enums import CaseOutcome
from groupdesk.domain.case_outcome import suggest_outcome
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.records import TimelineEntry

ACTIVE, LEFT = MembershipState.ACTIVE, MembershipState.LEFT


def act(kind: str, step: str = "", state: str = "sent", reversed_at: str = "") -> TimelineEntry:
    return TimelineEntry(
        kind, 1, 1, "2026-06-01T00:00:00.000Z", "Mei",
        step_kind=step, state=state, reversed_at=reversed_at,
    )  # fmt: skip


REMINDER, WARNING = act("warning", "reminder"), act("warning", "warning")
LIFTED = act("removal", reversed_at="2026-06-02T00:00:00.000Z")


@pytest.mark.parametrize(
    ("acts", "state", "expected"),
    [
        ((), ACTIVE, CaseOutcome.UNFOUNDED),
        ((act("case_entry", state="opened"),), ACTIVE, CaseOutcome.UNFOUNDED),
        ((REMINDER,), ACTIVE, CaseOutcome.REMINDED),
        ((REMINDER, act("talk")), ACTIVE, CaseOutcome.TALKED),
        ((REMINDER, act("talk"), WARNING), ACTIVE, CaseOutcome.WARNED),
        ((act("warning", "warning", "not_sent"),), ACTIVE, CaseOutcome.UNFOUNDED),
        ((act("warning", "final_warning", "lapsed"),), ACTIVE, CaseOutcome.WARNED),
        ((WARNING, act("removal")), ACTIVE, CaseOutcome.REMOVED),
        ((WARNING, LIFTED), ACTIVE, CaseOutcome.WARNED),
        ((LIFTED,), ACTIVE, CaseOutcome.OUR_MISTAKE),
        ((WARNING, act("removal", state="waiting")), ACTIVE, CaseOutcome.WARNED),
        ((WARNING, act("removal", state="declined")), ACTIVE, CaseOutcome.WARNED),
        ((WARNING,), LEFT, CaseOutcome.LEFT),
        ((WARNING, act("removal")), LEFT, CaseOutcome.REMOVED),
    ],
)
def test_the_weightiest_act_that_holds_says_how_it_ended(
    acts: tuple[TimelineEntry, ...], state: MembershipState, expected: CaseOutcome
) -> None:
    assert suggest_outcome(acts, state) is expected
