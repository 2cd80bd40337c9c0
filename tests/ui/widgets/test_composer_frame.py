# SPDX-License-Identifier: MIT
"""What all composers share: a draft that was discarded comes back, open and with its pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.composer_frame import ComposerFrame
from tests.ui.acting import dialog
from tests.ui.desks import picture_file
from tests.ui.drops import drop, files
from tests.ui.helpers import modal_in_front


@pytest.mark.parametrize("act", ["warn", "talk", "remove"])
def test_restored_draft_is_open_again(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, tmp_path: Path, act: str
) -> None:
    getattr(MemberActs(session.context, session.window), act)(detail)
    first = dialog(ComposerFrame)
    drop(first, files(picture_file(tmp_path, "chat.png")))
    written = first.contents()
    qtbot.mouseClick(first.discard_button, Qt.MouseButton.LeftButton)
    assert modal_in_front() is None
    restore = session.workbench.banner._button
    assert restore.text() == "Restore draft"
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    again = dialog(type(first))
    assert again is not first
    assert again.contents() == written
    assert len(written[1]) == 1
    QTest.keyClick(again, Qt.Key.Key_Escape)
    kind = {"warn": "warning", "talk": "talk", "remove": "removal"}[act]
    assert desk.drafts.load(kind, membership_id=detail.row.id) is not None
