# SPDX-License-Identifier: MIT
"""From an empty workspace to a removal with its screenshot, in the real window."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.app import build
from groupdesk.domain.enums import Language, MemberRole, MembershipState, Platform
from groupdesk.domain.records import GroupFields, MemberFields, MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import create_workspace
from groupdesk.settings import SettingsFile
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.dialogs.starter_dialog import StarterDialog
from groupdesk.ui.jobs import ImmediateJobs
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.session import Session
from groupdesk.ui.tasks import ImmediateRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets import step_row
from groupdesk.ui.widgets.step_row import StepRow
from tests.ui.desks import Clock, png
from tests.ui.helpers import modal_in_front

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(
    qtbot: QtBot, tmp_path: Path, clock: Clock, theme: Theme, translations: Translations
) -> Iterator[Session]:
    create_workspace(tmp_path / "workspace", "Mei", Language.EN, clock)
    desk: Desk = build(tmp_path / "workspace", clock=clock, anchor_folder=tmp_path)
    settings = SettingsFile(tmp_path / "settings.toml")
    opened = Session(
        desk, theme, translations, settings, runner=ImmediateRunner(), jobs=ImmediateJobs(desk)
    )
    with qtbot.waitActive(opened.window):
        opened.show()
        opened.window.activateWindow()
    yield opened
    opened.window.close()


def press(qtbot: QtBot, window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a shortcut of the window, once it has the keyboard again."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, key, modifiers)


def dialog(kind: type) -> object:
    """Return the dialog in front, which must be of this kind."""
    QApplication.processEvents()
    shown = modal_in_front()
    assert isinstance(shown, kind), shown
    return shown


def test_from_nothing_to_a_removal(
    qtbot: QtBot, session: Session, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_row, "REST", 1)  # what a person waits for between two steps
    window, desk, acts = session.window, session.desk, session.context.acts

    press(qtbot, window, Qt.Key.Key_G, CTRL | SHIFT)
    group = dialog(GroupDialog)
    assert isinstance(group, GroupDialog)
    qtbot.keyClicks(group.name, "Aurora customers")
    qtbot.keyClick(group, Qt.Key.Key_Return, CTRL)
    assert [found.name for found in desk.groups.all()] == ["Aurora customers"]

    acts.trigger("page.rules")
    acts.trigger("rules.starter")
    starter = dialog(StarterDialog)
    assert isinstance(starter, StarterDialog)
    qtbot.keyClick(starter, Qt.Key.Key_Return, CTRL)
    acts.trigger("rules.publish")
    assert desk.rules.current(1) is not None

    clock.forward(hours=1)
    acts.trigger("page.members")
    press(qtbot, window, Qt.Key.Key_N, CTRL)
    adding = dialog(MemberDialog)
    assert isinstance(adding, MemberDialog)
    qtbot.keyClicks(adding.lines["name"], "Li Wei")
    qtbot.keyClick(adding, Qt.Key.Key_Return, CTRL)
    (member,) = desk.members.ids(MemberFilter(1))
    page = session.workbench.page
    assert isinstance(page, MembersPage)
    page.show_member(member)

    press(qtbot, window, Qt.Key.Key_R, CTRL | SHIFT)
    removing = dialog(RemovalDialog)
    assert isinstance(removing, RemovalDialog)
    removing.removal.decision.rule.setCurrentIndex(0)
    qtbot.keyClicks(removing.removal.reason, "Posted three reseller links in an hour.")
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    qtbot.keyClick(removing, Qt.Key.Key_V, CTRL)
    assert len(removing.removal.evidence.uses()) == 1
    for item in removing.fair.waiting:
        qtbot.keyClicks(removing.fair.list.field(item.value), "The links are a fraud")
    qtbot.keyClick(removing, Qt.Key.Key_Return, CTRL)

    steps = dialog(CarryOutDialog)
    assert isinstance(steps, CarryOutDialog)
    for row in steps.rows.values():
        qtbot.waitUntil(partial(_is_awake, row))  # the key of the step before is taken
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert steps._about.text().startswith("All steps are done.")
    qtbot.keyClick(steps, Qt.Key.Key_Return, CTRL)

    assert desk.members.row(member).state is MembershipState.REMOVED
    assert desk.members.counts(1)["former"] == 1
    assert desk.todo.all() == ()
    assert desk.verifier.run().sound
    assert "Former 1" in page.chips.button("former").text()


def test_who_cannot_be_removed_is_said_before_a_dialog_opens(
    qtbot: QtBot, session: Session
) -> None:
    desk = session.desk
    group = GroupFields("Aurora", Platform.WECOM, Language.EN)
    group_id = desk.groups.create(uuid4(), group).subject_id
    for fields, said in (
        (MemberFields("Mei Lin", role=MemberRole.OWNER), "Mei Lin owns this group"),
        (MemberFields("Olivia", protected=True), "Olivia is protected"),
    ):
        member = desk.members.add(uuid4(), group_id, fields).subject_id
        session.context.go_to(group_id, member)
        assert said in session.context.acts.action("member.remove").toolTip()
        session.context.acts.trigger("member.remove")
        assert modal_in_front() is None


def _is_awake(row: StepRow) -> bool:
    return not row.resting
