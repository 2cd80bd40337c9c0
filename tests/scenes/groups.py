# SPDX-License-Identifier: MIT
"""A group: its page, nearly full, archived, without anything said of it; archiving it."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupFields, GroupRecord, Receipt
from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.pages.today_page import TodayPage
from tests.scenes import Stage, scene


def _page(stage: Stage, group: GroupRecord) -> QWidget:
    session = stage.session
    session.workbench.show_group(group.id)
    stage.page("members")
    session.context.acts.trigger("group.open")
    stage.idle(session)
    return session.window


@scene("group")
def page(stage: Stage) -> QWidget:
    return _page(stage, stage.group())


def write(stage: Stage, work: Callable[[], Receipt]) -> None:
    """Write on the thread that writes; this one only reads."""
    context = stage.context
    context.runner.run(context.events, work, context.done, _raise)
    stage.idle(stage.session)


def _raise(error: Exception) -> None:
    raise error


def _limited(stage: Stage, places: int) -> GroupRecord:
    """Give the group a limit that leaves so many places."""
    group, context = stage.group(), stage.context
    fields = GroupFields(*(getattr(group, name) for name in GroupFields._fields))
    limited = fields._replace(size_limit=group.members + places)
    write(stage, lambda: context.desk.groups.edit(uuid.uuid4(), group.id, limited))
    return context.desk.groups.get(group.id)


@scene("group-nearly-full")
def nearly_full(stage: Stage) -> QWidget:
    return _page(stage, _limited(stage, 4))


@scene("group-nearly-full-members")
def nearly_full_members(stage: Stage) -> QWidget:
    group = _limited(stage, -3)
    session = stage.session
    session.workbench.show_group(group.id)
    stage.page("members")
    stage.idle(session)
    return session.window


@scene("group-nearly-full-today")
def nearly_full_today(stage: Stage) -> QWidget:
    _limited(stage, 0)
    today = stage.page("today")
    assert isinstance(today, TodayPage)
    below = today.list.verticalScrollBar()
    below.setValue(below.maximum())
    return stage.session.window


@scene("group-archive")
def archive(stage: Stage) -> QWidget:
    dialog = ArchiveDialog(stage.context, [stage.group()], stage.session.window)
    dialog.open()
    return dialog


@scene("group-archive-error")
def archive_error(stage: Stage) -> QWidget:
    dialog = ArchiveDialog(stage.context, [stage.group()], stage.session.window)
    dialog.open()
    dialog._on_failed(ValidationError("reason", "reason_missing"))
    return dialog


@scene("group-edit-error")
def edit_error(stage: Stage) -> QWidget:
    dialog = GroupDialog(stage.context, stage.group(), stage.session.window)
    dialog.open()
    dialog._on_failed(ValidationError("external_id", "group_id_taken", name="Aurora customers"))
    return dialog


def _archived(stage: Stage) -> GroupRecord:
    context = stage.context
    kept = context.desk.groups.archived()
    if kept:
        return kept[0]
    language = stage.language
    group = context.desk.groups.all()[-1]
    reason = {
        "en": "The trial ended on 31 October; everybody moved to Aurora customers.",
        "zh": "内测已于10月31日结束，成员都已转到 Aurora customers。",
    }[language]
    write(stage, lambda: context.desk.groups.archive(uuid.uuid4(), group.id, reason))
    return context.desk.groups.get(group.id)


@scene("group-archived")
def archived(stage: Stage) -> QWidget:
    group = _archived(stage)
    navigation = stage.session.workbench._navigation
    navigation.archive_button.setChecked(True)
    return _page(stage, group)


@scene("group-archived-members")
def archived_members(stage: Stage) -> QWidget:
    group = _archived(stage)
    stage.session.workbench.show_group(group.id)
    stage.page("members")
    stage.idle(stage.session)
    return stage.session.window


@scene("group-archived-zz-restored")
def restored(stage: Stage) -> QWidget:
    """The scenes after this one find all groups in use."""
    group = _archived(stage)
    stage.session.workbench.show_group(group.id)
    stage.context.acts.trigger("group.restore")
    stage.idle(stage.session)
    return stage.session.window


@scene("group-nothing-said")
def nothing_said(stage: Stage) -> QWidget:
    session = stage.empty()
    session.workbench.show_page("group")
    stage.idle(session)
    return session.window
