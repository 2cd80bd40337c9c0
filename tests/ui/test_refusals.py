# SPDX-License-Identifier: MIT
"""Why something cannot be done: who may is said in both languages."""

import uuid

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.records import OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import denied_acts, refuse, role_refusal, why_not
from groupdesk.words import Words

MODERATOR = OperatorRecord(2, "Arun", OperatorRole.MODERATOR)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Only an owner or admin can publish rules. You work here as Arun (Moderator)."),
        ("zh", "只有负责人或管理员可以发布群规。您现在的身份是Arun（协管员）。"),
    ],
)
def test_it_is_said_who_may(language: str, said: str) -> None:
    assert role_refusal(Words(language), MODERATOR, Action.RULES_PUBLISH) == said
    assert role_refusal(Words(language), MODERATOR, Action.CASE_OPEN) == ""


def test_the_acts_of_a_role_are_those_of_its_commands() -> None:
    words = Words("en")
    assert denied_acts(words, OperatorRecord(1, "Mei", OperatorRole.OWNER)) == {}
    moderators = denied_acts(words, MODERATOR)
    assert {"rules.publish", "group.create", "act.reverse", "operator.add"} <= moderators.keys()
    assert {"member.add", "case.open", "report.case"}.isdisjoint(moderators)
    viewers = denied_acts(words, OperatorRecord(3, "Ken", OperatorRole.VIEWER))
    assert moderators.keys() < viewers.keys()
    assert {"member.export", "case.note"} <= viewers.keys()


def test_what_stops_everybody_comes_before_the_role(context: UiContext, desk: Desk) -> None:
    desk.ledger.operator = MODERATOR
    group = desk.groups.all()[0]
    assert "Only an owner or admin" in why_not(context, Action.RULES_PUBLISH, group)
    desk.ledger.stopped = "row_changed"
    assert "until what the check found" in why_not(context, Action.RULES_PUBLISH, group)


def test_an_archived_group_is_a_reason_of_its_own(context: UiContext, desk: Desk) -> None:
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    (group,) = desk.groups.archived()
    assert "archived" in why_not(context, Action.MEMBER_ADD, group)
    assert why_not(context, Action.GROUP_RESTORE, group) == ""


def test_what_is_refused_is_grey_and_says_why(qtbot: QtBot) -> None:
    button, action = QPushButton(), QAction("Lift this…")
    qtbot.addWidget(button)
    for target in (button, action):
        refuse(target, "Only an owner can.")
        assert not target.isEnabled()
        assert "Only an owner can." in target.toolTip()
    assert button.accessibleDescription() == "Only an owner can."
    refuse(button, "")
    assert button.isEnabled()
    assert not button.toolTip()
