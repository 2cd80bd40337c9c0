# SPDX-License-Identifier: MIT
"""The dialog that writes members to a file, at rest, at work and refused."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.export_records import ExportFormat
from groupdesk.domain.records import MemberFilter
from groupdesk.ui.dialogs.export_dialog import ExportDialog, OnScreen
from tests.scenes import Stage, scene


def _dialog(stage: Stage, chosen: tuple[int, ...] = ()) -> ExportDialog:
    group = stage.group()
    which = MemberFilter(group.id)
    columns = ("name", "standing", "last_active", "cases")
    source = OnScreen(which, "name", group.members, chosen, columns, group)
    dialog = ExportDialog(stage.context, source, stage.session.window)
    dialog.open()
    return dialog


@scene("export")
def export(stage: Stage) -> QWidget:
    return _dialog(stage)


@scene("export-chosen")
def export_chosen(stage: Stage) -> QWidget:
    dialog = _dialog(stage, (1, 2, 3))
    dialog.format.choose(ExportFormat.JSON)
    dialog._show_header()
    dialog.shown_button.click()
    return dialog


@scene("export-refused")
def export_refused(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    path = str(Path("/media/stick/members.csv"))
    dialog._on_failed(GroupDeskError("export_disk_full", path=path))
    return dialog
