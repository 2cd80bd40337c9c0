# SPDX-License-Identifier: MIT
"""Today with things that were put off or are others' to do, late only, and its day and settings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import NOW, TodoRecord, section_of
from groupdesk.domain.enums import OperatorRole, Topic
from groupdesk.domain.records import Receipt
from groupdesk.ui.dialogs.put_off_dialog import PutOffDialog
from groupdesk.ui.due.putting_off import PuttingOff
from groupdesk.ui.pages.settings_page import SettingsPage
from groupdesk.ui.pages.today_page import TodayPage
from tests.scenes import Stage, scene


def _page(stage: Stage) -> TodayPage:
    page = stage.page("today")
    assert isinstance(page, TodayPage)
    if page.whose.current != "mine":
        page.whose.button("mine").click()
    return page


def _late(stage: Stage) -> list[TodoRecord]:
    """Return some lines as they are when they are late."""
    desk = stage.session.desk
    today, me = desk.clock().date(), desk.operator.id
    mine = [one for one in desk.todo.lines() if section_of(one, today, me) in NOW]
    yesterday = (today - timedelta(days=1)).isoformat()
    return [replace(one, due_on=yesterday) for one in mine[:4]]


def _with(stage: Stage, work: Callable[[], object], back: Callable[[], object]) -> QWidget:
    """Show Today after `work`, then undo it, or the next scene would begin with it."""
    page, context = _page(stage), stage.context
    for act in (work, None, back):
        if act is None:
            context.events.publish({Topic.TASKS})
            stage.idle(stage.session)
            picture = stage.session.window
            bar = page.list.verticalScrollBar()
            bar.setValue(bar.maximum())
            continue
        context.runner.run(page, act, lambda _done: None, context.report_bug)
        stage.idle(stage.session)
    return picture


@scene("today-put-off")
def today_put_off(stage: Stage) -> QWidget:
    desk, late = stage.session.desk, _late(stage)
    until = desk.clock().date() + timedelta(days=3)
    marks, done = desk.todo.marks, list[Receipt]()
    return _with(
        stage,
        lambda: done.append(marks.put_off(uuid4(), late, until, past_last_day=True)),
        lambda: marks.restore(uuid4(), late, done[-1].seq),
    )


@scene("today-others")
def today_others(stage: Stage) -> QWidget:
    desk, late = stage.session.desk, _late(stage)
    page, marks, done = _page(stage), desk.todo.marks, list[Receipt]()
    other = next(
        seat
        for seat in desk.operators.all()
        if seat.active and seat.id != desk.operator.id and seat.role is not OperatorRole.VIEWER
    )
    page.whose.button("all").click()
    return _with(
        stage,
        lambda: done.append(marks.assign(uuid4(), late[:3], other.id)),
        lambda: marks.restore(uuid4(), late[:3], done[-1].seq),
    )


@scene("today-late-only")
def today_late_only(stage: Stage) -> QWidget:
    page = _page(stage)
    read = page._read
    page._read = read._replace(lines=tuple(_late(stage)))
    page._show()
    page._read = read
    return stage.session.window


@scene("today-menu")
def today_menu(stage: Stage) -> QWidget:
    item = next(one for one in stage.session.desk.todo.lines())
    menu = PuttingOff(stage.context, _page(stage)).menu(replace(item, kind="appeal"))
    menu.popup(stage.session.window.pos())
    return menu


@scene("put-off")
def put_off(stage: Stage) -> QWidget:
    item = replace(_late(stage)[0], kind="appeal")
    dialog = PutOffDialog(stage.context, item, stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("settings-notifications")
def settings_notifications(stage: Stage) -> QWidget:
    page = stage.page("settings")
    assert isinstance(page, SettingsPage)
    with patch("groupdesk.ui.widgets.notices_card.has_tray", lambda: True):
        return _switched_on(stage, page)


def _switched_on(stage: Stage, page: SettingsPage) -> QWidget:
    values = stage.context.settings.values
    values.notices = True
    page.notices.reload()
    values.notices = False
    return page.notices
