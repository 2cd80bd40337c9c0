# SPDX-License-Identifier: MIT
"""Which outcome a case most likely has, from what was done."""

from collections.abc import Iterable

from groupdesk.domain.case_enums import CaseOutcome
from groupdesk.domain.enums import MembershipState, StepKind, WarningState
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.removal_states import NEVER_HELD

_ACTS = frozenset({"talk", "warning", "removal"})
_VAIN = frozenset({WarningState.NOT_SENT, WarningState.NOT_DELIVERED})


def suggest_outcome(entries: Iterable[TimelineEntry], state: MembershipState) -> CaseOutcome:
    """Return the outcome that fits what was done in a case, the weightiest act first.

    `state` is how the member's stay is now. A message that did not reach them did nothing.
    """
    acts = [entry for entry in entries if entry.kind in _ACTS]
    acts = [one for one in acts if one.kind != "removal" or one.state not in NEVER_HELD]
    valid = [entry for entry in acts if not entry.reversed_at]
    if any(entry.kind == "removal" for entry in valid):
        return CaseOutcome.REMOVED
    if acts and not valid:
        return CaseOutcome.OUR_MISTAKE
    if state is MembershipState.LEFT:
        return CaseOutcome.LEFT
    said = {entry.step_kind for entry in valid if entry.state not in _VAIN}
    if said & {StepKind.WARNING, StepKind.FINAL_WARNING}:
        return CaseOutcome.WARNED
    if any(entry.kind == "talk" for entry in valid):
        return CaseOutcome.TALKED
    return CaseOutcome.REMINDED if said else CaseOutcome.UNFOUNDED
