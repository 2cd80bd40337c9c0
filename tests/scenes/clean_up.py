# SPDX-License-Identifier: MIT
"""Clean-up of groups, why one is there, and putting several away."""

import uuid
from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import GroupFields
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog
from groupdesk.ui.dialogs.clean_up_dialog import CleanUpDialog
from groupdesk.ui.dialogs.group_note_dialog import GroupNoteDialog
from tests.scenes import Stage, scene
from tests.scenes.groups import write

WHY = {
    "en": "Buyers asked for one place for delivery questions; until then they wrote to each of us.",
    "zh": "客户希望有一个统一的地方问发货，此前都是分别私聊我们。",
}


def _note(stage: Stage) -> None:
    notes, group = stage.context.desk.upkeep.group_notes, stage.group()
    if not notes.of_group(group.id):
        request = GroupNoteRequest(
            uuid.uuid4(),
            (group.id,),
            GroupNoteKind.JOINED,
            purpose=group.purpose,
            belongs=group.belongs,
            why_now=WHY[stage.language],
        )
        write(stage, lambda: notes.record(request))


def _empty(stage: Stage) -> None:
    """Make a group in which there is nobody; scenes of other modules see it no more."""
    groups = stage.context.desk.groups
    name = {"en": "Trade fair 2025", "zh": "2025 展会临时群"}[stage.language]
    if groups.named(name) is None:
        fields = GroupFields(name, Platform.WECHAT, Language(stage.language))
        write(stage, lambda: groups.create(uuid.uuid4(), fields))


@scene("clean-up")
def clean_up(stage: Stage) -> QWidget:
    _note(stage)
    _empty(stage)
    dialog = CleanUpDialog(stage.context, stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("clean-up-all")
def clean_up_all(stage: Stage) -> QWidget:
    dialog = CleanUpDialog(stage.context, stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    dialog.chips.set_current("all")
    dialog._show()
    dialog.table.selectRow(0)
    return dialog


@scene("clean-up-none")
def clean_up_none(stage: Stage) -> QWidget:
    dialog = CleanUpDialog(stage.context, stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    dialog.chips.set_current("kept")
    dialog._show()
    return dialog


@scene("clean-up-archive")
def archive_several(stage: Stage) -> QWidget:
    groups = stage.context.desk.groups.all()
    dialog = ArchiveDialog(stage.context, groups, stage.session.window, papers=True)
    dialog.open()
    return dialog


@scene("clean-up-archive-error")
def archive_error(stage: Stage) -> QWidget:
    groups = stage.context.desk.groups.all()
    dialog = ArchiveDialog(stage.context, groups, stage.session.window, papers=True)
    dialog.open()
    dialog.choose_place("/media/stick")
    dialog._on_failed(StorageError("folder_not_written", path="/media/stick"))
    return dialog


@scene("group-note")
def group_note(stage: Stage) -> QWidget:
    dialog = GroupNoteDialog(
        stage.context, [stage.group()], GroupNoteKind.JOINED, stage.session.window
    )
    dialog.open()
    return dialog


@scene("group-note-mute")
def group_note_mute(stage: Stage) -> QWidget:
    dialog = GroupNoteDialog(
        stage.context, [stage.group()], GroupNoteKind.MUTED, stage.session.window
    )
    dialog.open()
    return dialog


@scene("clean-up-zz-put-away")
def put_away(stage: Stage) -> QWidget:
    """The scenes after this one find the sample's own groups in use."""
    groups = stage.context.desk.groups
    for group in groups.all():
        if not group.members and not group.purpose:
            write(stage, partial(groups.archive, uuid.uuid4(), group.id, "Over"))
    dialog = CleanUpDialog(stage.context, stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    return dialog
