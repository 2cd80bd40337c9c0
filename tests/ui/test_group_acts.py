# SPDX-License-Identifier: MIT
"""The acts on groups keep in step with the group in front."""

from uuid import uuid4

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.lists_dialog import ListsDialog
from groupdesk.ui.group_acts import GroupActs

ACTS = ("group.open", "group.edit", "group.archive", "group.restore")


def test_each_state_of_the_group_has_its_acts(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[int] = []
    acts = GroupActs(context, lambda: opened.append(1), parent)

    def possible() -> list[str]:
        return [act for act in ACTS if context.acts.action(act).isEnabled()]

    acts.follow(None)
    assert possible() == []
    acts.follow(desk.groups.get(1))
    assert possible() == ["group.open", "group.edit", "group.archive"]
    assert context.acts.group_refusal == ""
    context.acts.trigger("group.open")
    assert opened == [1]
    desk.groups.archive(uuid4(), 1, "Over")
    acts.follow(desk.groups.get(1))
    assert possible() == ["group.open", "group.restore"]
    assert "archived" in context.acts.group_refusal
    context.acts.trigger("group.restore")
    assert desk.groups.get(1).archived_at is None


def test_in_a_workspace_that_can_only_be_read_nothing_is_restored(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    acts = GroupActs(context, lambda: None, parent)
    desk.groups.archive(uuid4(), 1, "Over")
    acts.follow(desk.groups.get(1))
    context.acts.refuse("This workspace can only be read here.")
    assert not context.acts.action("group.restore").isEnabled()
    assert context.acts.action("group.open").isEnabled()
    assert "only be read" in context.acts.action("group.edit").toolTip()


def test_the_lists_of_the_group_open_by_their_act(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    acts = GroupActs(context, lambda: None, parent)
    acts.follow(None)
    assert not context.acts.action("group.lists").isEnabled()
    acts.follow(desk.groups.get(1))
    assert context.acts.action("group.lists") in acts.menu().actions()
    context.acts.trigger("group.lists")
    (dialog,) = parent.findChildren(ListsDialog)
    assert dialog.isVisible()
