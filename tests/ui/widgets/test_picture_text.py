# SPDX-License-Identifier: MIT
"""What a machine read stands beside the picture, as plain text, and copying it is in the log."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter, EvidenceUse
from groupdesk.domain.enums import Action
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.records import EvidenceRecord, MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from tests.helpers import screenshot, talk

HOSTILE = "<img src='file:///etc/passwd'><b>Cheap</b>\npay‹U+202E›us"


@pytest.fixture
def picture(context: UiContext, detail: MemberDetail) -> EvidenceRecord:
    made = screenshot(context.desk)
    talk(context.desk, detail.row.id, evidence=(EvidenceUse(made.id),))
    return made


def shown(
    qtbot: QtBot, context: UiContext, picture: EvidenceRecord, text: str, problem: str = ""
) -> PictureDialog:
    context.desk.evidence_texts.store(
        [MachineText(picture.id, text, "reader 1", problem, picture.added_at)]
    )
    dialog = PictureDialog(context, [picture])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_text_is_shown_as_it_is_and_copied(
    qtbot: QtBot, context: UiContext, picture: EvidenceRecord
) -> None:
    dialog = shown(qtbot, context, picture, HOSTILE)
    assert dialog.read.isVisible()
    assert dialog.read.text.toPlainText() == HOSTILE
    assert dialog.read.text.isReadOnly()
    qtbot.mouseClick(dialog.read.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == HOSTILE
    entries = context.desk.audit.rows(AuditFilter(action=Action.EVIDENCE_COPY))
    assert [entry.subject_id for entry in entries] == [picture.id]
    qtbot.keyClick(dialog, Qt.Key.Key_T)
    assert not dialog.read.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_T)
    assert dialog.read.isVisible()


def test_a_picture_that_could_not_be_read_says_why(
    qtbot: QtBot, context: UiContext, picture: EvidenceRecord
) -> None:
    dialog = shown(qtbot, context, picture, "", "text_timeout")
    assert dialog.read._note.text() == "Reading this picture took too long, so it was stopped."
    assert dialog.read.copy_button.isHidden()


def test_nobody_is_bothered_where_nothing_was_read(
    qtbot: QtBot, context: UiContext, picture: EvidenceRecord
) -> None:
    dialog = PictureDialog(context, [picture])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.read.isHidden()
    assert dialog._words.isHidden()
