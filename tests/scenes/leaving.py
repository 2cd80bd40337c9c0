# SPDX-License-Identifier: MIT
"""Leaving: the list, one request before and after, the dialogs around it, and a group's own way."""

from uuid import uuid4

from PySide6.QtWidgets import QDialog, QWidget

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import MemberRole, MembershipState, SubjectKind
from groupdesk.domain.errors import StorageError
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.exit_records import ExitRecord, ExitRequestInput
from groupdesk.domain.exits import IN_FORCE
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitReason, ExitState
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.ui.dialogs.exit_answer_dialog import ExitAnswerDialog
from groupdesk.ui.dialogs.exit_check_dialog import ExitCheckDialog
from groupdesk.ui.dialogs.exit_correct_dialog import ExitCorrectDialog
from groupdesk.ui.dialogs.exit_customers_dialog import ExitCustomersDialog
from groupdesk.ui.dialogs.exit_dialog import ExitDialog
from groupdesk.ui.dialogs.exit_folder_dialog import ExitFolderDialog
from groupdesk.ui.dialogs.exit_item_dialog import ExitItemDialog
from groupdesk.ui.dialogs.exit_left_dialog import ExitLeftDialog
from groupdesk.ui.dialogs.exit_owner_dialog import ExitOwnerDialog
from groupdesk.ui.dialogs.leaving_dialog import LeavingDialog
from groupdesk.ui.dialogs.letter_dialog import LetterDialog
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.pages.requests_page import RequestsPage
from groupdesk.ui.widgets.exit_list import ExitList
from tests.scenes import Stage, scene

_WORDS = {"en": "Is moving to another team in Wuhan", "zh": "调到武汉的团队去了"}


def _list(stage: Stage) -> ExitList:
    page = stage.page("requests")
    assert isinstance(page, RequestsPage)
    page.show_kind(SubjectKind.EXIT)
    page.reload()
    stage.idle(stage.session)
    front = page.front
    assert isinstance(front, ExitList)
    return front


def _exit(stage: Stage, *states: ExitState) -> ExitRecord:
    """Return a request of the sample that stands as said; with customers where one has any."""
    leaving = stage.context.desk.leaving
    rows = [one for one in leaving.exit_list.rows(ExitFilter()) if one.state in states]
    rows.sort(key=lambda row: -row.customers)
    return leaving.exits.get(rows[0].id)


def _open(stage: Stage, dialog: QDialog) -> QDialog:
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _dialog(stage: Stage) -> ExitDialog:
    desk = stage.context.desk
    for ident in desk.members.ids(MemberFilter(None, "all"), "name", limit=40):
        row = desk.members.row(ident)
        several = len(desk.leaving.exits.choices(ident)) > 1
        known = desk.leaving.exit_list.of_stay(ident)
        if row.state is MembershipState.ACTIVE and several and known is None:
            return ExitDialog(stage.context, desk.members.detail(ident), stage.session.window)
    raise AssertionError("nobody is in several groups")


@scene("exits")
def exits(stage: Stage) -> QWidget:
    listed = _list(stage)
    listed.show_one(_exit(stage, *IN_FORCE).row.id)
    listed._split.back()
    stage.idle(stage.session)
    return stage.session.window


@scene("exits-detail")
def exits_detail(stage: Stage) -> QWidget:
    _list(stage).show_one(_exit(stage, ExitState.STAYING, ExitState.APPROVED).row.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("exits-left")
def exits_left(stage: Stage) -> QWidget:
    _list(stage).show_one(_exit(stage, ExitState.LEFT).row.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("exits-below")
def exits_below(stage: Stage) -> QWidget:
    listed = _list(stage)
    listed.show_one(_exit(stage, ExitState.STAYING, ExitState.APPROVED).row.id)
    stage.idle(stage.session)
    bar = listed.detail.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.session.window


@scene("exits-empty")
def exits_empty(stage: Stage) -> QWidget:
    session = stage.empty()
    session.workbench.show_page("requests")
    page = session.workbench.page
    assert isinstance(page, RequestsPage)
    page.show_kind(SubjectKind.EXIT)
    stage.idle(session)
    return session.window


@scene("exit-record")
def exit_record(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    dialog.reasons.set_current(ExitReason.JOB_CHANGED.value)
    dialog.text.set_text(_WORDS[stage.language])
    return _open(stage, dialog)


@scene("exit-record-error")
def exit_record_error(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    dialog.reasons.button(ExitReason.OTHER.value).click()
    _open(stage, dialog)
    dialog._failed(StorageError("disk_full"))
    return dialog


@scene("exit-answer")
def exit_answer(stage: Stage) -> QWidget:
    record = _exit(stage, *IN_FORCE)
    stay = ExitEntryKind.ASKED_TO_STAY
    dialog = ExitAnswerDialog(stage.context, record, stage.session.window, kind=stay)
    return _open(stage, dialog)


@scene("exit-answer-member")
def exit_answer_member(stage: Stage) -> QWidget:
    """Of a member like any other nobody is asked who takes over."""
    desk = stage.context.desk
    member = next(
        ident
        for ident in desk.members.ids(MemberFilter(None, "all"), "name", limit=60)
        if desk.leaving.exit_list.of_stay(ident) is None
        and desk.members.row(ident).role is MemberRole.MEMBER
        and len(desk.leaving.exits.choices(ident)) == 1
    )
    now, channel = to_text(desk.clock()), AppealChannel.PRIVATE
    asked = ExitRequestInput(uuid4(), (member,), now, channel, ExitReason.NO_LONGER_NEEDED)
    record = _recorded(stage, asked)
    return _open(stage, ExitAnswerDialog(stage.context, record, stage.session.window))


@scene("exit-letter")
def exit_letter(stage: Stage) -> QWidget:
    found = stage.context.desk.leaving.exit_list.rows(ExitFilter())
    row = next(one for one in found if one.has_letter)
    acts = ExitActs(stage.context, stage.session.window)
    acts.letter(stage.context.desk.leaving.exits.get(row.id))
    stage.idle(stage.session)
    (dialog,) = stage.session.window.findChildren(LetterDialog)
    return dialog


@scene("exit-customers")
def exit_customers(stage: Stage) -> QWidget:
    record = _exit(stage, *IN_FORCE)
    return _open(stage, ExitCustomersDialog(stage.context, record, stage.session.window))


@scene("exit-left")
def exit_left(stage: Stage) -> QWidget:
    record = _exit(stage, *IN_FORCE)
    return _open(stage, ExitLeftDialog(stage.context, record, stage.session.window))


@scene("exit-check")
def exit_check(stage: Stage) -> QWidget:
    record = _exit(stage, ExitState.LEFT)
    still = TaskState.COULD_NOT
    return _open(stage, ExitCheckDialog(stage.context, record, stage.session.window, result=still))


@scene("exit-item")
def exit_item(stage: Stage) -> QWidget:
    record = _exit(stage, *IN_FORCE)
    item = next(one for one in record.items if not one.done_at)
    dialog = ExitItemDialog(
        stage.context, record, item, stage.session.window, result=TaskState.NOT_NEEDED
    )
    return _open(stage, dialog)


@scene("exit-owner")
def exit_owner(stage: Stage) -> QWidget:
    record = _exit(stage, *IN_FORCE)
    return _open(stage, ExitOwnerDialog(stage.context, record, stage.session.window))


def _for_two_groups(stage: Stage) -> ExitRecord:
    """Record a request of somebody who wants to leave two groups."""
    context, exits = stage.context, stage.context.desk.leaving.exits
    listed = context.desk.leaving.exit_list.rows(ExitFilter())
    known = next((row for row in listed if row.batch), None)
    if known is not None:
        return exits.get(known.id)
    made = _dialog(stage)
    wanted = [ident for ident, (one, _box) in made.groups.items() if not one.exit_id][:2]
    made.done(0)
    now, channel = to_text(context.desk.clock()), AppealChannel.PRIVATE
    asked = ExitRequestInput(uuid4(), tuple(wanted), now, channel, ExitReason.JOB_CHANGED)
    return _recorded(stage, asked)


def _recorded(stage: Stage, asked: ExitRequestInput) -> ExitRecord:
    context, exits = stage.context, stage.context.desk.leaving.exits
    found: list[Receipt] = []
    context.runner.run(stage.session, lambda: exits.record(asked), found.append, context.report_bug)
    stage.idle(stage.session)
    return exits.get(found[0].subject_id)


@scene("exit-two-groups")
def exit_two_groups(stage: Stage) -> QWidget:
    record = _for_two_groups(stage)
    listed = _list(stage)
    listed.show_one(record.row.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("exit-correct")
def exit_correct(stage: Stage) -> QWidget:
    made = ExitCorrectDialog(stage.context, _for_two_groups(stage), stage.session.window)
    made.text.set_text(_WORDS[stage.language])
    return _open(stage, made)


@scene("exit-folder")
def exit_folder(stage: Stage) -> QWidget:
    made = ExitFolderDialog(stage.context, _exit(stage, *IN_FORCE), stage.session.window)
    made.notes.setChecked(True)
    return _open(stage, made)


@scene("exits-found")
def exits_found(stage: Stage) -> QWidget:
    listed = _list(stage)
    row = next(row for row in listed.model.records if len(row.reason_text) > 20)
    listed.search.setText(row.reason_text[12:18].strip())
    listed.reload()
    listed._split.back()
    stage.idle(stage.session)
    listed.table.setFocus()
    return stage.session.window


@scene("leaving-way")
def leaving_way(stage: Stage) -> QWidget:
    group = stage.context.desk.groups.all()[0]
    return _open(stage, LeavingDialog(stage.context, group, stage.session.window))
