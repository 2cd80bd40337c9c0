# SPDX-License-Identifier: MIT
"""The dialogs of groups, members, cases and reports, filled in, and with what is wrong."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import RestoredRecord
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.ui.dialogs.case_dialog import CaseDialog
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.dialogs.restore_dialog import RestoreDialog
from tests.scenes import Stage, scene


@scene("first-start")
def first_start(stage: Stage) -> QWidget:
    dialog = FirstStartDialog(stage.translations, stage.context.settings)
    dialog.open()
    return dialog


@scene("first-start-error")
def first_start_error(stage: Stage) -> QWidget:
    dialog = FirstStartDialog(
        stage.translations, stage.context.settings, lambda words: words("error.damaged")
    )
    dialog.open()
    return dialog


@scene("group-new")
def group_new(stage: Stage) -> QWidget:
    dialog = GroupDialog(stage.context, None, stage.session.window)
    dialog.open()
    return dialog


@scene("group-edit")
def group_edit(stage: Stage) -> QWidget:
    dialog = GroupDialog(stage.context, stage.group(), stage.session.window)
    dialog.open()
    return dialog


@scene("member-new-error")
def member_new_error(stage: Stage) -> QWidget:
    dialog = MemberDialog(stage.context, stage.group(), None, stage.session.window)
    dialog.open()
    dialog.lines["name"].setText("李伟")
    dialog._on_failed(ValidationError("external_id", "already_member", name="李伟"))
    return dialog


@scene("member-edit")
def member_edit(stage: Stage) -> QWidget:
    detail = stage.member()
    dialog = MemberDialog(stage.context, detail.group, detail, stage.session.window)
    dialog.open()
    return dialog


@scene("case-close")
def case_close(stage: Stage) -> QWidget:
    case = stage.session.desk.cases.rows(state=CaseState.OPEN, limit=1)[0]
    dialog = CaseDialog(stage.context, case, stage.session.window)
    dialog.open()
    return dialog


@scene("case-close-error")
def case_close_error(stage: Stage) -> QWidget:
    case = stage.session.desk.cases.rows(state=CaseState.OPEN, limit=1)[0]
    dialog = CaseDialog(stage.context, case, stage.session.window)
    dialog.open()
    dialog.text.setPlainText("Agreed to stop.")
    dialog._on_failed(StorageError("disk_full"))
    return dialog


def _report(stage: Stage, dialog: ReportDialog) -> QWidget:
    dialog.open()
    stage.idle(stage.session)
    loop = QEventLoop()  # the pages are drawn a moment after they came
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    return dialog


@scene("report-case")
def report_case(stage: Stage) -> QWidget:
    desk, window = stage.session.desk, stage.session.window
    case = max(desk.cases.rows(limit=100), key=lambda row: row.acts)
    return _report(stage, ReportDialog.for_case(stage.context, case.number, window))


@scene("report-handout")
def report_handout(stage: Stage) -> QWidget:
    desk, window = stage.session.desk, stage.session.window
    case = max(desk.cases.rows(limit=100), key=lambda row: row.acts)
    dialog = ReportDialog.for_case(stage.context, case.number, window)
    stage.idle(stage.session)
    dialog.edition.button("handout").click()
    return _report(stage, dialog)


@scene("report-group")
def report_group(stage: Stage) -> QWidget:
    window = stage.session.window
    return _report(stage, ReportDialog.for_group(stage.context, stage.group(), window))


def until(seen: Callable[[], bool]) -> None:
    """Wait for what a process of its own brings."""
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if seen() else None)
    timer.start()
    loop.exec()


@scene("report-saved")
def report_saved(stage: Stage) -> QWidget:
    window = stage.session.window
    dialog = ReportDialog.for_group(stage.context, stage.group(), window)
    _report(stage, dialog)
    dialog.save_to(stage.folder / "group-audit.pdf")
    stage.idle(stage.session)
    return dialog


@scene("import-choose")
def import_choose(stage: Stage) -> QWidget:
    dialog = ImportDialog(stage.context, stage.group(), (), stage.session.window)
    dialog.open()
    return dialog


@scene("import-names-twice")
def import_names_twice(stage: Stage) -> QWidget:
    dialog = ImportDialog(stage.context, stage.group(), (), stage.session.window)
    dialog.open()
    dialog.choose.names.setPlainText("周晓梅\nNora Quist\n周晓梅\nTheo Baker\n周晓梅")
    dialog.main_button.click()
    until(lambda: not dialog.busy)
    dialog.preview.chips.button("conflict").click()
    until(lambda: not dialog.preview.panel.isHidden())
    return dialog


def _telegram(folder: Path) -> Path:
    """Write an export of all chats, as Telegram Desktop does."""
    chats = []
    for at, (name, people) in enumerate(
        (("Aurora customers", 31), ("极光客户交流群", 54), ("Beta testers", 7), ("Team", 4)), 1
    ):
        messages = [
            {"type": "message", "date_unixtime": str(1_790_000_000 + who), "from": f"Member {who}",
             "from_id": f"user{at * 1000 + who}", "text": ""}
            for who in range(people)
        ]  # fmt: skip
        removed = {"type": "service", "actor": "Member 1", "actor_id": f"user{at * 1000 + 1}",
                   "action": "remove_members", "members": ["Member 2"],
                   "date_unixtime": "1790000999"}  # fmt: skip
        chats.append({"name": name, "type": "private_supergroup", "id": at,
                      "messages": [*messages, removed]})  # fmt: skip
    contacts = [{"user_id": at, "first_name": f"Contact {at}"} for at in range(1, 90)]
    path = folder / "result.json"
    document = {"contacts": {"list": contacts}, "chats": {"list": chats}}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@scene("import-groups")
def import_groups(stage: Stage) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        path = _telegram(Path(folder))
        dialog = ImportDialog(stage.context, stage.group(), [path], stage.session.window)
        dialog.open()
        until(lambda: not dialog.busy)
    return dialog


@scene("import-telegram")
def import_telegram(stage: Stage) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        path = _telegram(Path(folder))
        dialog = ImportDialog(stage.context, stage.group(), [path], stage.session.window)
        dialog.open()
        until(lambda: not dialog.busy)
        dialog.groups.table.selectRow(0)
        dialog.main_button.click()
        until(lambda: not dialog.busy)
    return dialog


@scene("crash")
def crash(stage: Stage) -> QWidget:
    dialog = CrashDialog(ZeroDivisionError("a message that may name 李伟"), stage.session.window)
    dialog.open()
    return dialog


@scene("restore")
def restore(stage: Stage) -> QWidget:
    if not stage.context.desk.backups.all():
        stage.context.acts.trigger("backup.make")
        stage.idle(stage.session)
    dialog = RestoreDialog(stage.context, stage.session.window)
    dialog.open()
    return dialog


@scene("restore-occupied")
def restore_occupied(stage: Stage) -> QWidget:
    dialog = RestoreDialog(stage.context, stage.session.window)
    dialog.take_backup("/media/stick/groupdesk-20261120-181500-000000.db")
    dialog.open()
    dialog._on_failed(StorageError("restore_occupied", path="/home/mei/desk"))
    return dialog


@scene("restored")
def restored(stage: Stage) -> QWidget:
    dialog = RestoreDialog(stage.context, stage.session.window)
    dialog.open()
    made = RestoredRecord("/home/mei/GroupDesk-2026-11-21", "/media/stick/x.db", 371, 2, 68, 2)
    dialog._on_made(made)
    return dialog
