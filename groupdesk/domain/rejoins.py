# SPDX-License-Identifier: MIT
"""Requests to come back: where one stands, and what may become of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from groupdesk.domain.enums import MembershipState
from groupdesk.domain.leaving_enums import RejoinChip, RejoinEntryKind, RejoinState

IN_FORCE: Final = frozenset({RejoinState.OPEN, RejoinState.LATER, RejoinState.APPROVED})
"""They asked and are not in the group yet; an answer may still become another one."""
ANSWERS: Final = frozenset(
    {
        RejoinEntryKind.APPROVED,
        RejoinEntryKind.LATER,
        RejoinEntryKind.DECLINED,
        RejoinEntryKind.WITHDRAWN,
    }
)
OUTCOMES: Final = frozenset(
    {
        RejoinEntryKind.TRIAL_PASSED,
        RejoinEntryKind.TRIAL_LONGER,
        RejoinEntryKind.TRIAL_ENDED,
    }
)
DECIDES_NOTHING: Final = frozenset({RejoinEntryKind.NOTE, RejoinEntryKind.OVERRIDE_READ})
_ANSWERED: Final = {
    RejoinEntryKind.APPROVED: RejoinState.APPROVED,
    RejoinEntryKind.LATER: RejoinState.LATER,
    RejoinEntryKind.DECLINED: RejoinState.DECLINED,
    RejoinEntryKind.WITHDRAWN: RejoinState.WITHDRAWN,
}
_CHIPS: Final = {
    RejoinState.OPEN: RejoinChip.TO_ANSWER,
    RejoinState.APPROVED: RejoinChip.COMING,
    RejoinState.ON_TRIAL: RejoinChip.TRIAL,
}


class Step(NamedTuple):
    """An entry, as far as it says where a request stands."""

    kind: RejoinEntryKind
    until: str = ""
    """Not before this day, or the last day of the trial; "" for none."""
    stay: MembershipState | None = None
    """Of who came back: what became of the new stay."""

    @property
    def holds(self) -> bool:
        """Whether it counts: not where the list that brought them was taken back."""
        return self.kind is not RejoinEntryKind.CAME_BACK or (
            self.stay is not MembershipState.WITHDRAWN
        )


class Stands(NamedTuple):
    """Where a request stands, and the day that belongs to it: see `Step.until`."""

    state: RejoinState
    until: str = ""


def stands(steps: Iterable[Step]) -> Stands:
    """Return where a request stands by its entries, the first first; the last answer holds.

    Where a list is taken back that showed them, what was answered before holds again.
    """
    answer, back = Stands(RejoinState.OPEN), None
    stay: MembershipState | None = None
    for step in steps:
        if step.kind in _ANSWERED:
            answer = Stands(_ANSWERED[step.kind], step.until)
        elif step.kind is RejoinEntryKind.CAME_BACK:
            stay = step.stay
            begun = RejoinState.ON_TRIAL if step.until else RejoinState.BACK
            back = Stands(begun, step.until) if step.holds else None
        elif back is not None and step.kind is RejoinEntryKind.TRIAL_LONGER:
            back = Stands(RejoinState.ON_TRIAL, step.until)
        elif back is not None and step.kind is RejoinEntryKind.TRIAL_PASSED:
            back = Stands(RejoinState.BACK)
        elif back is not None and step.kind is RejoinEntryKind.TRIAL_ENDED:
            back = Stands(RejoinState.TRIAL_ENDED)
    if back is None:
        return answer
    gone = stay is not MembershipState.ACTIVE
    return Stands(RejoinState.GONE) if gone and back.state is RejoinState.ON_TRIAL else back


def allowed(state: RejoinState) -> frozenset[RejoinEntryKind]:
    """Return what may still be recorded about a request."""
    notes = frozenset({RejoinEntryKind.NOTE})
    if state is RejoinState.APPROVED:
        return notes | ANSWERS | {RejoinEntryKind.CAME_BACK}
    if state in IN_FORCE:
        return notes | ANSWERS
    return notes | OUTCOMES if state is RejoinState.ON_TRIAL else notes


def chip_of(where: Stands, today: str) -> RejoinChip:
    """Return the chip under which a request stands; each stands under one.

    One that was put off waits for an answer again once its day has come.
    """
    if where.state is RejoinState.LATER:
        return RejoinChip.LATER if where.until > today else RejoinChip.TO_ANSWER
    return _CHIPS.get(where.state, RejoinChip.OVER)


def trial_until(days: int, first: date) -> str:
    """Return the last day of a trial that begins on `first`, "" for no trial."""
    return (first + timedelta(days=days)).isoformat() if days else ""


def cooled_on(left: date | None, days: int, today: date) -> str:
    """Return the day until which one usually waits, "" where that has passed or nobody waits."""
    if left is None or not days:
        return ""
    first = left + timedelta(days=days)
    return first.isoformat() if first > today else ""
