# SPDX-License-Identifier: MIT
"""A removal that waits: what another operator sees, what whoever asked sees, what changed since."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.enums import EvidenceSource, FairItem, Ground, Term, Topic
from groupdesk.domain.fairness import FairState
from groupdesk.domain.records import MemberFilter
from groupdesk.domain.removal_records import ApprovalRow, BatchMember, BatchRequest
from groupdesk.services.desk import Desk
from groupdesk.services.operators import Operators
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog
from tests.helpers import CHEAP, give_pin
from tests.scenes import Stage, scene
from tests.scenes.removal import _COMMENT, _REASON, _WHY, _pictures
from tests.services.two_operators import ask_always, seat_of

_QUOTED = {"en": "Last three bags, DM me to order", "zh": "最后三只包，要的私我"}


def _asked(stage: Stage) -> tuple[ApprovalRow, ...]:
    """Let another operator ask for the approval of two removals, in one act."""
    desk = stage.session.desk
    if waiting := desk.approvals.waiting():  # an earlier scene asked
        return waiting
    desk.workspace.database.use_for_writing()
    asker = seat_of(desk, "Sofia")
    Operators(desk.ledger, CHEAP).set_pin(uuid4(), "2468")
    group = stage.group()
    ask_always(asker, group.id)
    _ask(stage, asker, desk.members.ids(MemberFilter(group.id, "warned"))[:2])
    desk.workspace.database.use_for_reading()
    return desk.approvals.waiting()


def _ask(stage: Stage, seat: Desk, members: Sequence[int]) -> int:
    """Ask for the approval of these removals, in one act; return the first one."""
    group = stage.group()
    rules = seat.rules.current(group.id)
    assert rules is not None
    picture = seat.evidence.take_files(_pictures(stage)[:1], EvidenceSource.FILE).kept[0]
    receipt = seat.removal_batches.decide(
        BatchRequest(
            uuid4(),
            tuple(BatchMember(ident) for ident in members),
            Ground.BREACH,
            _REASON[stage.language],
            Term.FOR_GOOD,
            (EvidenceUse(picture.id),),
            rules={group.id: rules.rules[0].code},
            comment=_COMMENT[stage.language],
            overrides=dict.fromkeys(FairItem, _WHY[stage.language]),
            incident=Incident(quoted_text=_QUOTED[stage.language]),
        )
    )
    return receipt.subject_id


def _approval(stage: Stage, rows: Sequence[ApprovalRow]) -> QWidget:
    dialog = ApprovalDialog(stage.context, rows, stage.session.window)
    dialog.resize(min(1100, stage.size[0]), min(860, stage.size[1]))
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("approval")
def approval(stage: Stage) -> QWidget:
    return _approval(stage, _asked(stage)[:1])


@scene("approval-several")
def approval_several(stage: Stage) -> QWidget:
    return _approval(stage, _asked(stage))


@scene("approval-own")
def approval_own(stage: Stage) -> QWidget:
    return _approval(stage, [replace(_asked(stage)[0], own=True, not_mine="approval_own")])


@scene("approval-changed")
def approval_changed(stage: Stage) -> QWidget:
    row = _asked(stage)[0]
    talked = replace(row.fair_now[4], state=FairState.MISSING, count=0, at="")
    now = (*row.fair_now[:4], talked, *row.fair_now[5:])
    changed = (talked.item,)
    return _approval(stage, [replace(row, fair_now=now, changed=changed, worse=changed)])


@scene("today-declined")
def today_declined(stage: Stage) -> QWidget:
    desk, group = stage.session.desk, stage.group()
    if not any(item.kind == "declined" for item in desk.todo.all()):
        desk.workspace.database.use_for_writing()
        colleague = seat_of(desk, "Noor")
        if not desk.operators.me().has_pin:
            give_pin(desk)
        ask_always(desk, group.id)
        member = desk.members.ids(MemberFilter(group.id, "warned"))[2]
        colleague.approvals.decline(uuid4(), [_ask(stage, desk, [member])], _WHY[stage.language])
        desk.workspace.database.use_for_reading()
    stage.page("today")
    stage.context.events.publish(Topic)
    stage.idle(stage.session)
    return stage.session.window
