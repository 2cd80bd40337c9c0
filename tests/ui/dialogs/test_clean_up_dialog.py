# SPDX-License-Identifier: MIT
"""The clean-up: groups are kept, noted and put away, several at once, by keys as well."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.records import GroupFields
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog
from groupdesk.ui.dialogs.clean_up_dialog import CleanUpDialog
from groupdesk.ui.dialogs.group_note_dialog import GroupNoteDialog
from groupdesk.ui.jobs import ImmediateJobs
from tests.ui.desks import Notices
from tests.ui.helpers import show_active

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def context(context: UiContext, desk: Desk) -> UiContext:
    return replace(context, jobs=ImmediateJobs(desk))


@pytest.fixture
def empty(desk: Desk) -> list[int]:
    """Return two groups in which there is nobody."""
    fields = GroupFields("Trial", Platform.WECOM, Language.EN)
    return [
        desk.groups.create(uuid.uuid4(), fields._replace(name=name)).subject_id
        for name in ("Trial", "Pilot")
    ]


def shown(dialog: CleanUpDialog) -> list[str]:
    return [one.name for one in dialog.model.records]


def test_a_group_is_kept_with_a_reason_and_not_asked_about_again(
    qtbot: QtBot, context: UiContext, desk: Desk, empty: list[int]
) -> None:
    dialog = CleanUpDialog(context)
    show_active(qtbot, dialog)
    assert {"Trial", "Pilot"} <= set(shown(dialog))
    dialog.table.selectRow(shown(dialog).index("Trial"))
    assert "No owner" in dialog.concerns.text()
    assert dialog.why.text() == "Nobody wrote down why this group is there."
    dialog.keep_button.click()
    note = next(iter(dialog.findChildren(GroupNoteDialog)))
    show_active(qtbot, note)
    assert note.focusWidget() is note.texts["text"]
    assert not note.main_button.isEnabled()
    qtbot.keyClicks(note.texts["text"], "Opens in May")
    note.act_by_keys()
    assert "Trial" not in shown(dialog)
    dialog.chips.button("kept").click()
    assert shown(dialog) == ["Trial"]
    assert "Opens in May" in dialog.noted.text()
    assert desk.upkeep.group_notes.of_group(empty[0])[0].kind is GroupNoteKind.KEPT


def test_several_are_put_away_at_once_with_their_folders(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    empty: list[int],
    tmp_path: Path,
    notices: Notices,
) -> None:
    place = tmp_path / "kept"
    place.mkdir()
    dialog = CleanUpDialog(context)
    show_active(qtbot, dialog)
    dialog.table.clearSelection()
    for row, one in enumerate(dialog.model.records):
        if one.id in empty:
            index = dialog.model.index(row, 0)
            flags = dialog.table.selectionModel().SelectionFlag
            dialog.table.selectionModel().select(index, flags.Select | flags.Rows)
    assert dialog.main_button.text() == "Archive 2 groups…"
    dialog.act_by_keys()
    asked = next(iter(dialog.findChildren(ArchiveDialog)))
    asked.reason.setPlainText("Never used")
    assert not asked.main_button.isEnabled()
    asked.choose_place(str(place))
    asked.main_button.click()
    assert sorted(file.name[:5] for file in place.iterdir()) == ["Pilot", "Trial"]
    assert {group.id for group in desk.groups.archived()} == set(empty)
    assert notices.texts[-1] == "2 groups archived."
    assert not {"Trial", "Pilot"} & set(shown(dialog))


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_put_away(
    qtbot: QtBot, context: UiContext, desk: Desk, empty: list[int], tmp_path: Path
) -> None:
    groups = [desk.groups.get(ident) for ident in empty]
    dialog = ArchiveDialog(context, groups, papers=True)
    show_active(qtbot, dialog)
    dialog.reason.setPlainText("Never used")
    dialog.choose_place(str(tmp_path / "gone"))
    dialog.main_button.click()
    assert "could not be made" in dialog.banner.text
    assert dialog.reason.text == "Never used"
    assert dialog.main_button.isEnabled()
    assert desk.groups.archived() == ()


def test_one_that_somebody_archived_meanwhile_is_named_and_the_rest_can_be_tried_again(
    qtbot: QtBot, context: UiContext, desk: Desk, empty: list[int]
) -> None:
    dialog = ArchiveDialog(context, [desk.groups.get(ident) for ident in empty])
    show_active(qtbot, dialog)
    desk.groups.archive(uuid.uuid4(), empty[0], "Over")
    dialog.reason.setPlainText("Never used")
    dialog.main_button.click()
    assert "Trial" in dialog.banner.text
    assert len(desk.groups.archived()) == 2
    assert dialog.isVisible()


def test_before_joining_three_answers_are_kept_and_shown_on_the_page(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    (group,) = desk.groups.all()
    dialog = GroupNoteDialog(context, [group], GroupNoteKind.JOINED)
    show_active(qtbot, dialog)
    assert dialog.texts["purpose"].toPlainText() == group.purpose
    qtbot.keyClicks(dialog.texts["why_now"], "Two customers asked for me")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (note,) = desk.upkeep.group_notes.of_group(group.id)
    assert (note.why_now, note.purpose) == ("Two customers asked for me", group.purpose)
