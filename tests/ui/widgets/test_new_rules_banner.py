# SPDX-License-Identifier: MIT
"""Today proposes to announce rules that nobody was told of, and nags nobody."""

import uuid

import pytest
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.told_records import TellRequest
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog
from groupdesk.ui.widgets.new_rules_banner import NewRulesBanner
from tests.ui.desks import Clock


@pytest.fixture
def banner(qtbot: QtBot, context: UiContext) -> NewRulesBanner:
    made = NewRulesBanner(context)
    qtbot.addWidget(made)
    made.reload()
    return made


def test_it_names_the_version_and_opens_the_announcement(
    qtbot: QtBot, banner: NewRulesBanner
) -> None:
    assert "Version 1 of the rules of Aurora customers" in banner.text
    banner._on_action()
    dialog = banner.findChild(AnnounceDialog)
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.book is not None
    assert dialog.book.version == 1


def test_it_goes_once_somebody_was_told(banner: NewRulesBanner, desk: Desk) -> None:
    book = desk.rules.current(1)
    assert book is not None
    now = to_text(desk.clock())
    desk.announcements.tell(TellRequest(uuid.uuid4(), book.id, (1,), now, Channel.GROUP))
    banner.reload()
    assert banner.text == ""


def test_closed_it_stays_away(banner: NewRulesBanner) -> None:
    banner.dismiss()
    banner.reload()
    assert banner.text == ""


def test_after_two_weeks_it_is_silent(banner: NewRulesBanner, clock: Clock) -> None:
    clock.forward(days=15)
    banner.reload()
    assert banner.text == ""
