# SPDX-License-Identifier: MIT
"""Requests to leave: where one stands, what may become of it, what to try when messages come."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from groupdesk.domain.enums import MembershipState
from groupdesk.domain.leaving_enums import ExitAdvice, ExitChip, ExitEntryKind, ExitState

IN_FORCE: Final = frozenset({ExitState.OPEN, ExitState.APPROVED, ExitState.STAYING})
"""The member is there and wants to leave."""
GOING: Final = IN_FORCE | {ExitState.LEFT}
"""What belongs to leaving is still to be done."""
_FINAL: Final = {
    ExitEntryKind.WITHDRAWN: ExitState.WITHDRAWN,
    ExitEntryKind.MISTAKEN: ExitState.MISTAKEN,
}
_ANSWERED: Final = {
    ExitEntryKind.APPROVED: ExitState.APPROVED,
    ExitEntryKind.ASKED_TO_STAY: ExitState.STAYING,
}
ANSWERS: Final = frozenset(
    {ExitEntryKind.APPROVED, ExitEntryKind.ASKED_TO_STAY, ExitEntryKind.WITHDRAWN}
)
"""What answers a request; the last one holds."""
_CHIPS: Final = {
    ExitState.OPEN: ExitChip.TO_ANSWER,
    ExitState.STAYING: ExitChip.STAYING,
    ExitState.APPROVED: ExitChip.LEAVING,
}


def state_of(entries: Iterable[ExitEntryKind], stay: MembershipState) -> ExitState:
    """Return where a request stands by its entries, the first first, and by the stay.

    The last answer holds. That somebody left holds only while the register agrees: where it was
    taken back, what was answered before holds again.
    """
    answer, left = ExitState.OPEN, False
    for kind in entries:
        if kind in _FINAL:
            return _FINAL[kind]
        answer = _ANSWERED.get(kind, answer)
        left = left or kind is ExitEntryKind.LEFT
    if stay is MembershipState.ACTIVE:
        return answer
    return ExitState.LEFT if left and stay is MembershipState.LEFT else ExitState.ENDED


def allowed(state: ExitState, stay: MembershipState) -> frozenset[ExitEntryKind]:
    """Return what may still be recorded about a request; nobody is ever kept from leaving."""
    if state is ExitState.MISTAKEN:
        return frozenset({ExitEntryKind.NOTE})
    notes = frozenset({ExitEntryKind.NOTE, ExitEntryKind.CORRECTED})
    if state in IN_FORCE:
        return notes | ANSWERS | {ExitEntryKind.LEFT, ExitEntryKind.MISTAKEN}
    if state is ExitState.ENDED:
        mistaken = notes | {ExitEntryKind.MISTAKEN}
        return mistaken | {ExitEntryKind.LEFT} if stay is MembershipState.LEFT else mistaken
    return notes


def chip_of(state: ExitState, *, something_open: bool) -> ExitChip:
    """Return the chip under which a request stands; each stands under one."""
    if state is ExitState.LEFT:
        return ExitChip.AFTER if something_open else ExitChip.OVER
    return _CHIPS.get(state, ExitChip.OVER)


def next_advice(tried: Collection[ExitAdvice]) -> ExitAdvice:
    """Return what to try next while messages still come; the last advice stays the last."""
    return next((one for one in ExitAdvice if one not in tried), ExitAdvice.SUPPORT)


def last_day(stay_days: int, today: date) -> date:
    """Return until when one is usually asked to stay, from `today` on."""
    return today + timedelta(days=stay_days)


def only_owner(owners: Sequence[int], member: int) -> bool:
    """Say whether a group would have no owner without this member."""
    return member in owners and len(owners) == 1
