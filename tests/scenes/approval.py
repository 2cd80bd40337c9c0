# SPDX-License-Identifier: MIT
"""A removal that waits: what another operator sees, what whoever asked sees, what changed since."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.enums import EvidenceSource, FairItem, Ground, Term
from groupdesk.domain.fairness import FairState
from groupdesk.domain.records import MemberFilter
from groupdesk.domain.removal_records import ApprovalRow, BatchMember, BatchRequest
from groupdesk.services.operators import Operators
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog
from tests.helpers import CHEAP
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
    ids = desk.members.ids(MemberFilter(group.id, "warned"))[:2]
    rules = desk.rules.current(group.id)
    assert rules is not None
    rule = rules.rules[0].code
    picture = desk.evidence.take_files(_pictures(stage)[:1], EvidenceSource.FILE).kept[0]
    everything = dict.fromkeys(FairItem, _WHY[stage.language])
    asker.removal_batches.decide(
        BatchRequest(
            uuid4(),
            tuple(BatchMember(ident) for ident in ids),
            Ground.BREACH,
            _REASON[stage.language],
            Term.FOR_GOOD,
            (EvidenceUse(picture.id),),
            rules={group.id: rule},
            comment=_COMMENT[stage.language],
            overrides=everything,
            incident=Incident(quoted_text=_QUOTED[stage.language]),
        )
    )
    desk.workspace.database.use_for_reading()
    return desk.approvals.waiting()


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
