# SPDX-License-Identifier: MIT
"""The acts around a removal, each ready to be cut off: a workspace in which each can be done.

`prepare` makes the workspace. `ACTS` holds for each act who does it, how, and how one sees that it
was done: there is no third state between done, with its log entry, and not done.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import AppealRequest, DecisionRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import Ground, SubjectKind, Term
from groupdesk.domain.records import Receipt
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from tests.helpers import (
    ALL_OVERRIDES,
    MovableClock,
    give_pin,
    make_desk,
    make_group,
    make_member,
    open_desk,
    removal,
    rule_id,
    screenshot,
)
from tests.services.two_operators import ask_always, seat_of

# In the order in which `prepare` makes them.
STRICT, FREE = 1, 2  # groups: the first one asks for approval
WAITING, DECIDED, OBJECTED, LATEST = 1, 2, 3, 4  # removals
TO_ASK, TO_REMOVE, FIRST, SECOND = 5, 6, 7, 8  # members of nobody's removal
MEI, AN = 1, 2  # operators
PICTURE, APPEAL = 1, 1


def prepare(folder: Path) -> None:
    """Make the workspace below `folder` and close it; the last removal was decided just now."""
    clock = MovableClock()
    desk = make_desk(folder, clock)
    for name in ("Strict", "Free"):
        make_group(desk, name)
    give_pin(desk)
    seat_of(desk)
    ask_always(desk, STRICT)
    picture = screenshot(desk)
    members = [
        make_member(desk, group, f"Member {number}", f"wx{number}")
        for number, group in enumerate((STRICT, FREE, FREE, FREE, STRICT, FREE, FREE, FREE))
    ]
    clock.move(hours=1)
    for member, group in zip(members[:4], (STRICT, FREE, FREE, FREE), strict=True):
        use = EvidenceUse(picture.id)
        desk.removals.decide(removal(desk, member, rule_id(desk, group), evidence=(use,)))
    desk.appeals.record(_objection(desk, uuid.uuid4(), OBJECTED))
    desk.close()


def open_for(folder: Path, operator: int) -> Desk:
    """Open the workspace as an operator, half a minute after the last removal."""
    clock = MovableClock()
    clock.move(hours=1, seconds=30)
    return open_desk(folder, clock, operator_id=operator)


def _objection(desk: Desk, operation: uuid.UUID, target: int) -> AppealRequest:
    return AppealRequest(
        operation,
        SubjectKind.REMOVAL,
        target,
        to_text(desk.clock()),
        AppealChannel.EMAIL,
        "It was my nephew who wrote that.",
        evidence=(EvidenceUse(PICTURE),),
    )


def _decide(member: int, group: int) -> "Act":
    def act(desk: Desk, operation: uuid.UUID) -> None:
        use = EvidenceUse(PICTURE, "The offer", "Cheap phones", "From a colleague")
        rule = rule_id(desk, group)
        request = removal(desk, member, rule, evidence=(use,), operation=operation)
        desk.removals.decide(request)

    return act


def _batch(desk: Desk, operation: uuid.UUID) -> None:
    desk.removal_batches.decide(
        BatchRequest(
            operation,
            (BatchMember(FIRST), BatchMember(SECOND)),
            Ground.BREACH,
            "Advertised together.",
            Term.MAY_RETURN,
            (EvidenceUse(PICTURE),),
            rules={FREE: "R2"},
            overrides=ALL_OVERRIDES,
        )
    )


def _tick(desk: Desk, operation: uuid.UUID) -> None:
    desk.carrying_out.tick(operation, desk.carrying_out.steps(DECIDED))


def _redact(desk: Desk, operation: uuid.UUID) -> None:
    desk.redactions.save(RedactionRequest(operation, PICTURE, (Box(Area(0, 0, 4, 8)),)))


def _approve(desk: Desk, operation: uuid.UUID) -> None:
    desk.approvals.approve(operation, [WAITING], "Agreed by phone")


def _decline(desk: Desk, operation: uuid.UUID) -> None:
    desk.approvals.decline(operation, [WAITING], "Too soon")


def _cancel(desk: Desk, operation: uuid.UUID) -> None:
    desk.removals.cancel(operation, LATEST)


def _object(desk: Desk, operation: uuid.UUID) -> None:
    desk.appeals.record(_objection(desk, operation, DECIDED))


def _lifting(operation: uuid.UUID, appeal: int) -> DecisionRequest:
    return DecisionRequest(
        operation,
        appeal,
        AppealOutcome.LIFTED,
        "The log of the platform shows another device.",
        letter="Hello, thank you for your objection.",
        letter_language="en",
    )


def _lift(desk: Desk, operation: uuid.UUID) -> None:
    desk.appeals.decide(_lifting(operation, APPEAL))


Act = Callable[[Desk, uuid.UUID], None]
Seen = Callable[[Desk], bool]


class Acting(NamedTuple):
    """Who does an act, how, and how one sees that it was done."""

    operator: int
    act: Act
    done: Seen


def _removed(member: int) -> Seen:
    return lambda desk: bool(desk.members.detail(member).removal_pending)


def _asked(desk: Desk) -> bool:
    return bool(desk.members.detail(TO_ASK).removal_waiting)


def _in_state(removal_id: int, state: RemovalState) -> Seen:
    return lambda desk: desk.removals.get(removal_id).state is state


def _both(desk: Desk) -> bool:
    first, second = (bool(desk.members.detail(one).removal_pending) for one in (FIRST, SECOND))
    assert first == second, "a batch is one act"
    return first


def _ticked(desk: Desk) -> bool:
    states = {bool(step.done_at) for step in desk.carrying_out.steps(DECIDED)}
    assert len(states) == 1, "steps that were ticked together"
    return states.pop()


def _appealed(desk: Desk) -> bool:
    row = desk.ledger.database.execute_sql("SELECT count(*) FROM appeal").fetchone()
    return int(row[0]) > APPEAL


def _lifted(desk: Desk) -> bool:
    lifted = desk.removals.get(OBJECTED).state is RemovalState.LIFTED
    assert lifted == (desk.appeals.get(APPEAL).decision is not None), "one act does both"
    return lifted


ACTS: Mapping[str, Acting] = {
    "decide": Acting(MEI, _decide(TO_REMOVE, FREE), _removed(TO_REMOVE)),
    "request": Acting(MEI, _decide(TO_ASK, STRICT), _asked),
    "batch": Acting(MEI, _batch, _both),
    "approve": Acting(AN, _approve, _in_state(WAITING, RemovalState.HOLDING)),
    "decline": Acting(AN, _decline, _in_state(WAITING, RemovalState.DECLINED)),
    "cancel": Acting(MEI, _cancel, _in_state(LATEST, RemovalState.CANCELLED)),
    "tick": Acting(MEI, _tick, _ticked),
    "redact": Acting(MEI, _redact, lambda desk: bool(desk.redactions.of(PICTURE))),
    "object": Acting(MEI, _object, _appealed),
    "lift": Acting(AN, _lift, _lifted),
}


def play(folder: Path, told: Callable[[object], None]) -> None:
    """Go through disputes from end to end, until the end comes: removed, objected to, lifted."""
    desk = open_for(folder, MEI)
    mei = desk.operator
    an = next(one for one in desk.workspace.operators() if one.id == AN)

    def act(command: Callable[..., Receipt], *values: object) -> int:
        operation = uuid.uuid4()
        receipt = command(operation, *values)
        told(operation)
        return receipt.subject_id

    def decided(operation: uuid.UUID, group: int) -> Receipt:
        use, rule = EvidenceUse(PICTURE), rule_id(desk, group)
        member = make_member(desk, group)
        request = removal(desk, member, rule, evidence=(use,), operation=operation)
        return desk.removals.decide(request)

    def objected(operation: uuid.UUID, target: int) -> Receipt:
        return desk.appeals.record(_objection(desk, operation, target))

    def lifted(operation: uuid.UUID, appeal: int) -> Receipt:
        both = "There is nobody else."  # one decided, the other one approved
        return desk.appeals.decide(replace(_lifting(operation, appeal), override_reason=both))

    for _ in range(20):
        desk.ledger.operator = mei
        act(desk.removals.cancel, act(decided, FREE))
        asked = act(decided, STRICT)
        desk.ledger.operator = an
        act(desk.approvals.approve, [asked])
        desk.ledger.operator = mei
        act(desk.carrying_out.tick, desk.carrying_out.steps(asked))
        appeal = act(objected, asked)
        desk.ledger.operator = an
        act(lifted, appeal)
    desk.close()
