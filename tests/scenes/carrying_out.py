# SPDX-License-Identifier: MIT
"""Carrying removals out: several members at once, what became of a notice, a term that is over."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest
from groupdesk.domain.carrying_out import StepResult
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import ApprovalNeed, NoticeState
from groupdesk.domain.enums import (
    Channel,
    EvidenceSource,
    Ground,
    Language,
    MemberRole,
    MembershipState,
    SubjectKind,
    Term,
)
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import MemberRow
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.services.terms_over import record_terms_over
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.notice_dialog import NoticeDialog
from groupdesk.ui.dialogs.term_over_dialog import TermOverDialog
from tests.scenes import Stage, scene
from tests.scenes.removal import _COMMENT, _REASON, _WHY, _decided, _pictures


def _quiet(stage: Stage) -> list[MemberRow]:
    """Return members who can be removed and whom no other scene needs: nobody warned them."""
    members = stage.context.desk.members
    return [
        row
        for row in members.rows(members.ids(MemberFilter(stage.group().id, "all"), limit=60))
        if row.role is MemberRole.MEMBER
        and row.state is MembershipState.ACTIVE
        and not (row.is_bot or members.detail(row.id).marks.protected)
        and not (row.standing or members.detail(row.id).removal_pending)
    ]


@scene("carry-out-batch")
def carry_out_batch(stage: Stage) -> QWidget:
    desk, group = stage.context.desk, stage.group()
    rows = _quiet(stage)[:5]
    path = _pictures(stage)[0]
    reason = _REASON[stage.language]

    def work() -> int:
        at_once = replace(desk.processes.of(group.id), approval=ApprovalNeed.NEVER)
        desk.processes.save(uuid4(), group.id, at_once)
        picture = desk.evidence.take_files([path], EvidenceSource.DROP).kept[0]
        batch = BatchRequest(
            operation=uuid4(),
            members=tuple(BatchMember(row.id) for row in rows),
            ground=Ground.COMPROMISED,
            reason=reason,
            term=Term.FOR_GOOD,
            evidence=(EvidenceUse(picture.id),),
            notices={Language.EN: reason, Language.ZH: reason},
        )
        first = desk.removal_batches.decide(batch).subject_id
        steps = desk.carrying_out.steps(first)
        desk.carrying_out.tick(uuid4(), steps[0])
        desk.carrying_out.tick(uuid4(), steps[1])
        why = _COMMENT[stage.language]
        desk.carrying_out.tick(uuid4(), steps[2], StepResult.COULD_NOT, text=why)
        return first

    made: list[int] = []
    stage.context.runner.run(stage.session, work, made.append, stage.context.report_bug)
    stage.idle(stage.session)
    dialog = CarryOutDialog(stage.context, made[0], stage.session.window)
    dialog.resize(648, min(780, stage.size[1]))
    dialog.open()
    return dialog


@scene("notice-outcome")
def notice_outcome(stage: Stage) -> QWidget:
    removal = _decided(stage)
    why = _WHY[stage.language]
    desk = stage.context.desk

    def work() -> None:
        at = to_text(desk.clock())
        for state in (NoticeState.SENT, NoticeState.NOT_DELIVERED):
            kind, channel = SubjectKind.REMOVAL, Channel.PRIVATE
            desk.notices.record(uuid4(), kind, removal, state, at, channel, why)

    stage.context.runner.run(stage.session, work, lambda _done: None, stage.context.report_bug)
    stage.idle(stage.session)
    title = desk.removals.get(removal).member_name
    dialog = NoticeDialog(stage.context, SubjectKind.REMOVAL, removal, title, stage.session.window)
    dialog.open()
    return dialog


@scene("term-over")
def term_over(stage: Stage) -> QWidget:
    desk, paths, reason = stage.context.desk, _pictures(stage), _REASON[stage.language]
    member = _quiet(stage)[0]

    def work() -> int:
        picture = desk.evidence.take_files(paths[:1], EvidenceSource.DROP).kept[0]
        now = desk.clock()
        request = RemovalRequest(
            operation=uuid4(),
            membership_id=member.id,
            ground=Ground.COMPROMISED,
            rule_id=None,
            reason=reason,
            term=Term.UNTIL,
            until=(now + timedelta(days=1)).date().isoformat(),
            evidence=(EvidenceUse(picture.id),),
            already_removed_at=to_text(now),
        )
        desk.removals.decide(request)
        record_terms_over(desk.ledger, now + timedelta(days=2), 1)
        return next(item.id for item in desk.todo.all() if item.kind == "term_over")

    made: list[int] = []
    stage.context.runner.run(stage.session, work, made.append, stage.context.report_bug)
    stage.idle(stage.session)
    dialog = TermOverDialog(stage.context, made[0], stage.session.window)
    dialog.open()
    return dialog
