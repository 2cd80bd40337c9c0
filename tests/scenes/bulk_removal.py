# SPDX-License-Identifier: MIT
"""Removing several members: filled in, some refused, from all groups; a member who waits."""

from array import array
from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.enums import EvidenceSource, FairItem, Ground, MemberRole
from groupdesk.domain.member_bulk import BulkChange
from groupdesk.domain.records import MemberFilter
from groupdesk.ui.dialogs.bulk_removal_dialog import BulkRemovalDialog
from tests.scenes import Stage, scene
from tests.scenes.approval import _asked
from tests.scenes.removal import _COMMENT, _REASON, _WHY, _pictures


def _dialog(stage: Stage, ids: Sequence[int], *, everywhere: bool = False) -> BulkRemovalDialog:
    members = stage.session.desk.members
    details = [members.detail(ident) for ident in ids]
    dialog = BulkRemovalDialog(stage.context, details, stage.session.window, everywhere=everywhere)
    width, height = stage.size
    dialog.resize(min(1225, width), min(860, height))
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _fill(stage: Stage, dialog: BulkRemovalDialog) -> None:
    form = dialog.removal
    for choice in (form.decision.rule, *form.rules.values()):
        choice.setCurrentIndex(0)
    form.reason.set_text(_REASON[stage.language])
    form.comment.set_text(_COMMENT[stage.language])
    form.evidence.take_files(_pictures(stage)[:2], EvidenceSource.DROP)
    dialog._look()
    stage.idle(stage.session)


def _answer(stage: Stage, dialog: BulkRemovalDialog) -> None:
    for key in dialog.list.gaps.answers():
        dialog.list.gaps.field(key).setText(_WHY[stage.language])
    stage.idle(stage.session)


def _ids(stage: Stage, chip: str, count: int) -> list[int]:
    return list(stage.session.desk.members.ids(MemberFilter(stage.group().id, chip))[:count])


@scene("bulk-removal")
def bulk_removal(stage: Stage) -> QWidget:
    dialog = _dialog(stage, _ids(stage, "warned", 6))
    _fill(stage, dialog)
    _answer(stage, dialog)
    return dialog


@scene("bulk-removal-one")
def bulk_removal_one(stage: Stage) -> QWidget:
    dialog = _dialog(stage, _ids(stage, "warned", 6))
    _fill(stage, dialog)
    _answer(stage, dialog)
    dialog._show_notice()
    stage.idle(stage.session)
    for area in dialog.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return dialog


@scene("bulk-removal-empty")
def bulk_removal_empty(stage: Stage) -> QWidget:
    return _dialog(stage, _ids(stage, "all", 12))


@scene("bulk-removal-refused")
def bulk_removal_refused(stage: Stage) -> QWidget:
    desk, ids = stage.session.desk, _ids(stage, "all", 8)

    def work() -> None:
        desk.bulk.run(uuid4(), array("q", ids[:1]), BulkChange(protected=True))
        desk.bulk.run(uuid4(), array("q", ids[1:2]), BulkChange(role=MemberRole.OWNER))

    stage.context.runner.run(stage.session, work, lambda _done: None, stage.context.report_bug)
    stage.idle(stage.session)
    left = list(desk.members.ids(MemberFilter(stage.group().id, "former"))[:2])
    dialog = _dialog(stage, ids + left)
    at = dialog.removal.decision.ground.findData(Ground.BREACH.value)
    dialog.removal.decision.ground.setCurrentIndex(at)
    _fill(stage, dialog)
    dialog.list.show_member(ids[3])
    fields = dialog.list.gaps
    if FairItem.WARNED.value in fields.answers():
        fields.field(FairItem.WARNED.value).setText(_WHY[stage.language])
    return dialog


@scene("bulk-removal-everywhere")
def bulk_removal_everywhere(stage: Stage) -> QWidget:
    desk = stage.session.desk
    ids: tuple[int, ...] = ()
    for group in desk.groups.all():
        for ident in desk.members.ids(MemberFilter(group.id)):
            ids = desk.removal_batches.everywhere(ident)
            if len(ids) > 1:
                break
        if len(ids) > 1:
            break
    dialog = _dialog(stage, ids, everywhere=True)
    _fill(stage, dialog)
    _answer(stage, dialog)
    return dialog


def _member(stage: Stage, membership_id: int, group_id: int) -> QWidget:
    page = stage.page("page.members")
    stage.context.go_to(group_id, membership_id)
    stage.idle(stage.session)
    return page.window()


@scene("member-waiting")
def member_waiting(stage: Stage) -> QWidget:
    row = _asked(stage)[0]
    return _member(stage, row.removal.membership_id, row.group_id)


@scene("removal-left")
def removal_left(stage: Stage) -> QWidget:
    desk = stage.session.desk
    for group in desk.groups.all():
        for ident in desk.members.ids(MemberFilter(group.id, "former")):
            if desk.members.row(ident).state.value == "left":
                return _member(stage, ident, group.id)
    raise LookupError("left")
