# SPDX-License-Identifier: MIT
"""Who was told of the rules, recorded in bulk from the list."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.told_records import ToldWhich
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.told_dialog import ToldDialog
from groupdesk.ui.jobs import ImmediateJobs
from tests.ui.desks import Clock, add_member


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, desk: Desk) -> ToldDialog:
    for name in ("Ann", "Bob", "Cid"):
        add_member(desk, 1, name)
    made = ToldDialog(context, desk.groups.get(1))
    qtbot.addWidget(made)
    made.open()
    return made


def names(dialog: ToldDialog) -> list[str]:
    return [member.name for member in dialog.list.model.records]


def states(desk: Desk) -> dict[str, ToldState | None]:
    newest = desk.announcements.newest(1)
    assert newest is not None
    return {m.name: m.state for m in desk.announcements.members(newest.rulebook_id)}


def pick(dialog: ToldDialog, *wanted: str) -> None:
    flags = QItemSelectionModel.SelectionFlag
    dialog.list.table.clearSelection()
    for row, member in enumerate(dialog.list.model.records):
        if member.name in wanted:
            index = dialog.list.model.index(row, 0)
            dialog.list.table.selectionModel().select(index, flags.Select | flags.Rows)


def test_all_in_the_list_are_told_at_once(qtbot: QtBot, dialog: ToldDialog, desk: Desk) -> None:
    assert names(dialog) == ["Ann", "Bob", "Cid", "王小明"]
    assert dialog.main_button.text() == "Record 4 as told"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert set(states(desk).values()) == {ToldState.TOLD}
    assert dialog.summary.text() == "Version 1: 4 told, 0 acknowledged"
    assert names(dialog) == []
    assert "Everybody" in dialog.list.nobody.text()
    assert not dialog.main_button.isEnabled()


def test_the_chosen_acknowledge_and_it_is_taken_back(dialog: ToldDialog, desk: Desk) -> None:
    dialog.main_button.click()
    dialog.list.chips.button(ToldWhich.TOLD.value).click()
    pick(dialog, "Bob", "Cid")
    dialog.channel.choose(Channel.PRIVATE)
    dialog.acknowledged_button.click()
    assert states(desk)["Bob"] is ToldState.ACKNOWLEDGED
    assert states(desk)["Ann"] is ToldState.TOLD
    assert dialog.summary.text() == "Version 1: 4 told, 2 acknowledged"
    assert not dialog.back_button.isEnabled()
    pick(dialog, "Bob")
    dialog.back_button.click()
    pick(dialog, "Bob")
    dialog.back_button.click()
    assert states(desk)["Bob"] is None
    codes = {finding.code for finding in desk.verifier.run().findings}
    assert codes <= {"clock_went_back"}  # the small desk publishes half an hour ago


def test_pasted_names_are_chosen(dialog: ToldDialog) -> None:
    dialog.names.setPlainText("bob\nＡＮＮ, nobody")
    dialog.find_button.click()
    assert [member.name for member in dialog.list.picked] == ["Ann", "Bob"]
    assert "Nobody is called: nobody." in dialog.fields["names"]._hint
    assert dialog.main_button.text() == "Record 2 as told"


def test_who_joined_since_is_welcomed(
    dialog: ToldDialog, context: UiContext, desk: Desk, clock: Clock
) -> None:
    dialog.main_button.click()
    clock.forward(days=2)
    add_member(desk, 1, "Dee")
    dialog._load()
    dialog.list.chips.button(ToldWhich.JOINED_SINCE.value).click()
    assert names(dialog) == ["Dee"]
    assert "1 joined since" in dialog.summary.text()
    assert not dialog.welcome_button.isEnabled()
    pick(dialog, "Dee")
    assert dialog.welcome_button.isEnabled()


def test_a_time_that_cannot_be_is_said_at_its_field(
    dialog: ToldDialog, desk: Desk, clock: Clock
) -> None:
    clock.forward(days=1)
    later = to_text(clock())
    clock.forward(days=-1)
    dialog.when.set_moment(later)
    dialog.main_button.click()
    assert dialog.fields["at"].error
    assert set(states(desk).values()) == {None}
    dialog.when.set_moment(to_text(clock()))
    dialog.main_button.click()
    assert dialog.fields["at"].error == ""
    assert set(states(desk).values()) == {ToldState.TOLD}


def test_what_goes_wrong_is_said_and_nothing_is_lost(
    dialog: ToldDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise StateChangedError("rules_version_gone")

    pick(dialog, "Ann")
    monkeypatch.setattr(desk.announcements, "acknowledge", refuse)
    dialog.acknowledged_button.click()
    assert "cannot be found" in dialog.banner.text
    assert [member.name for member in dialog.list.picked] == ["Ann"]


def test_many_are_recorded_by_a_process_of_their_own(
    qtbot: QtBot, context: UiContext, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = ImmediateJobs(desk)
    asked: list[str] = []
    run = jobs.run

    def ask(owner: QObject, name: str, *rest: Any) -> object:
        asked.append(name)
        return run(owner, name, *rest)

    monkeypatch.setattr(jobs, "run", ask)
    monkeypatch.setattr("groupdesk.ui.dialogs.told_dialog.IN_A_THREAD", 1)
    add_member(desk, 1, "Ann")
    dialog = ToldDialog(replace(context, jobs=jobs), desk.groups.get(1))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.main_button.click()
    assert asked == ["rules.tell"]
    assert set(states(desk).values()) == {ToldState.TOLD}
    assert dialog.banner.text == "Recorded for 2 members."
    assert not dialog.busy


def test_a_list_that_comes_late_does_not_replace_a_newer_one(
    dialog: ToldDialog, context: UiContext, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[], object]] = []

    def keep(_owner: object, work: Callable[[], object], show: Callable[..., object],
             *_rest: object, pool: str = "") -> None:  # fmt: skip
        found = work()
        late.append(lambda: show(found))

    monkeypatch.setattr(context.runner, "run", keep)
    dialog._load()
    add_member(desk, 1, "Dee")
    dialog._load()
    for show in reversed(late):
        show()
    assert "Dee" in names(dialog)


def test_an_archived_group_can_only_be_read(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    dialog = ToldDialog(context, desk.groups.get(1))
    qtbot.addWidget(dialog)
    dialog.open()
    assert names(dialog) == ["王小明"]
    assert not dialog.main_button.isEnabled()
    assert not dialog.acknowledged_button.isEnabled()


def test_another_language_keeps_what_is_shown(dialog: ToldDialog, context: UiContext) -> None:
    dialog.list.chips.button(ToldWhich.ALL.value).click()
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.list.chips.current == ToldWhich.ALL.value
    assert len(dialog.list.model.records) == 4
    assert dialog.summary.text() == "第 1 版：4 名成员都还没有告知"
