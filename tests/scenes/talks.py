# SPDX-License-Identifier: MIT
"""Talks planned, offered in vain and followed up; recognition; the member with all of it."""

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.dialogs.follow_up_dialog import FollowUpDialog
from groupdesk.ui.dialogs.move_dialog import MoveDialog
from groupdesk.ui.dialogs.recognition_dialog import RecognitionDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.talk_reason_dialogs import CallOffDialog, TakeBackDialog
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.widgets.talk_form import NOT_HELD, PLAN
from tests.scenes import Stage, scene

_WORDS = {
    "en": (
        "Asked us twice in private whether an offer would be welcome",
        "The brother-in-law’s shop again, this time as a question to the group",
        "One link since, taken down within the hour; asked first the second time.",
        "Explained the winter discount to three newcomers",
    ),
    "zh": (
        "发优惠之前两次先来私下问过",
        "又提到亲戚的店，这次是在群里提问的方式",
        "之后发过一条链接，一小时内自行撤回；第二次先来问了。",
        "给三位新客户讲清了冬季优惠怎么用",
    ),
}


def _busy(stage: Stage) -> MemberDetail:
    """Return the member with whom a talk is planned."""
    desk = stage.context.desk
    group = stage.group().id
    plan = next(item for item in desk.todo.all() if item.kind == "plan" and item.group_id == group)
    return desk.members.detail(plan.membership_id)


def _open(stage: Stage, dialog: QDialog) -> QDialog:
    if isinstance(dialog, TalkDialog):
        width, height = stage.size
        dialog.resize(min(1280, width), min(850, height))
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _talk(stage: Stage, mode: str) -> TalkDialog:
    dialog = TalkDialog(stage.context, _busy(stage), stage.session.window)
    _open(stage, dialog)
    thanks, problem, _found, _good = _WORDS[stage.language]
    dialog.talk.mode.button(mode).click()
    dialog.talk.parts["thanks"].set_text(thanks)
    dialog.talk.parts["problem"].set_text(problem)
    stage.idle(stage.session)
    return dialog


def _forget(stage: Stage, dialog: TalkDialog) -> TalkDialog:
    """Let the dialog close without a draft, or the next scene would begin with it."""
    stage.idle(stage.session)
    dialog.keeper.stop()
    dialog.keeper.forget()
    return dialog


@scene("talk-plan")
def talk_plan(stage: Stage) -> QWidget:
    dialog = _talk(stage, PLAN)
    dialog.talk.planned_on.chips.button("7").click()
    dialog.talk.at.check.click()
    return _forget(stage, dialog)


@scene("talk-not-held")
def talk_not_held(stage: Stage) -> QWidget:
    dialog = _talk(stage, NOT_HELD)
    dialog.talk.follow_up.chips.button("3").click()
    return _forget(stage, dialog)


@scene("talk-from-plan")
def talk_from_plan(stage: Stage) -> QWidget:
    detail = _busy(stage)
    (plan,) = stage.context.desk.talk_plans.of_member(detail.row.id)
    dialog = TalkDialog(stage.context, detail, stage.session.window, plan=plan)
    _open(stage, dialog)
    dialog.show_tab("history")
    return _forget(stage, dialog)


@scene("talk-follows-up")
def talk_follows_up(stage: Stage) -> QWidget:
    desk = stage.context.desk
    task = next(item for item in desk.todo.all() if item.kind == "follow_up")
    detail = desk.members.detail(task.membership_id)
    dialog = TalkDialog(stage.context, detail, stage.session.window)
    _open(stage, dialog)
    dialog.talk.parts["thanks"].set_text(_WORDS[stage.language][0])
    dialog.talk.follows_up.kept.button("partly").click()
    return _forget(stage, dialog)


@scene("talk-error")
def talk_error(stage: Stage) -> QWidget:
    dialog = _talk(stage, PLAN)
    dialog._on_failed(StorageError("disk_full"))
    dialog.talk.planned_field.set_error(
        stage.context.translations.words("error.plan_in_past"), focus=False
    )
    return _forget(stage, dialog)


def _follow_up(stage: Stage) -> FollowUpDialog:
    desk = stage.context.desk
    task = next(item for item in desk.todo.all() if item.kind == "follow_up")
    due = desk.follow_ups.get(task.id)
    return FollowUpDialog(stage.context, due, stage.session.window)


@scene("follow-up")
def follow_up(stage: Stage) -> QWidget:
    dialog = _follow_up(stage)
    _open(stage, dialog)
    dialog.kept.button("partly").click()
    dialog.found.set_text(_WORDS[stage.language][2])
    dialog.next.button("talk").click()
    return dialog


@scene("follow-up-move")
def follow_up_move(stage: Stage) -> QWidget:
    desk = stage.context.desk
    task = next(item for item in desk.todo.all() if item.kind == "follow_up")
    return _open(
        stage, MoveDialog(stage.context, desk.follow_ups.get(task.id), stage.session.window)
    )


@scene("talk-move")
def talk_move(stage: Stage) -> QWidget:
    (plan,) = stage.context.desk.talk_plans.of_member(_busy(stage).row.id)
    return _open(stage, MoveDialog(stage.context, plan, stage.session.window))


@scene("talk-call-off")
def talk_call_off(stage: Stage) -> QWidget:
    (plan,) = stage.context.desk.talk_plans.of_member(_busy(stage).row.id)
    return _open(stage, CallOffDialog(stage.context, plan, stage.session.window))


@scene("recognition")
def recognition(stage: Stage) -> QWidget:
    dialog = RecognitionDialog(stage.context, _busy(stage), stage.session.window)
    _open(stage, dialog)
    dialog.text.set_text(_WORDS[stage.language][3])
    return dialog


@scene("recognition-take-back")
def recognition_take_back(stage: Stage) -> QWidget:
    record = stage.context.desk.recognition.of_member(_busy(stage).row.id)[0]
    return _open(stage, TakeBackDialog(stage.context, record.id, record.text, stage.session.window))


@scene("today-talks")
def today_talks(stage: Stage) -> QWidget:
    page = stage.page("today")
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.session.window


@scene("member-talks")
def member_talks(stage: Stage) -> QWidget:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    stage.session.workbench.show_group(stage.group().id)
    detail = _busy(stage)
    stage.context.go_to(detail.group.id, detail.row.id)
    stage.idle(stage.session)
    return stage.session.window
