# SPDX-License-Identifier: MIT
"""Earlier screenshots beside a form: counted once each, opened in large."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse, TalkRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, EvidenceSource
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.widgets.evidence_shelf import EvidenceShelf
from tests.ui.desks import add_member, png
from tests.ui.helpers import assert_freed, modal_in_front


@pytest.fixture
def pictures(desk: Desk, detail: MemberDetail) -> tuple[int, int]:
    """Return two stored pictures, of which a talk used the first."""
    take = desk.evidence.take_bytes
    used = take(png(), "chat-1.png", EvidenceSource.PASTE).id
    other = take(png("red"), "chat-2.png", EvidenceSource.PASTE).id
    desk.talks.record(
        TalkRequest(
            uuid4(),
            detail.row.id,
            to_text(desk.clock()),
            Channel.PHONE,
            problem="links",
            evidence=(EvidenceUse(used, "the first link"),),
        )
    )
    return used, other


def test_a_picture_that_is_attached_again_counts_once(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, pictures: tuple[int, int]
) -> None:
    shelf = EvidenceShelf(context, detail.row.id)
    qtbot.addWidget(shelf)
    assert shelf.count == 1
    assert [thumbnail.caption for thumbnail in shelf.thumbnails] == ["21 Nov · the first link"]
    shelf.show_attached([EvidenceUse(picture) for picture in pictures])
    assert shelf.count == 2
    assert shelf._here.text() == "2 pieces of evidence attached here"


def test_enter_opens_it_in_large(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, pictures: tuple[int, int]
) -> None:
    shelf = EvidenceShelf(context, detail.row.id)
    qtbot.addWidget(shelf)
    shelf.show()
    qtbot.keyClick(shelf.thumbnails[0], Qt.Key.Key_Return)
    shown = modal_in_front()
    assert isinstance(shown, PictureDialog)
    assert shown.record.id == pictures[0]
    assert_freed(shown)


def test_nothing_earlier_is_said(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    shelf = EvidenceShelf(context, add_member(desk, 1, "李伟").row.id)
    qtbot.addWidget(shelf)
    shelf.show()
    assert shelf.count == 0
    assert shelf._none.isVisible()
    assert shelf._here.text() == "No evidence attached here yet"
