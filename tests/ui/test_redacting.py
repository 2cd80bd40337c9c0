# SPDX-License-Identifier: MIT
"""From a picture, wherever it is shown, to its redacted copy and back."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.records import EvidenceRecord, MemberDetail
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.ui import redacting
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.dialogs.redact_dialog import RedactDialog
from groupdesk.ui.redacting import open_redact, redact_refusal, with_newest_copies
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from tests.ui.desks import Notices, png
from tests.ui.helpers import show_active


@pytest.fixture
def picture(desk: Desk) -> EvidenceRecord:
    return desk.evidence.take_bytes(png("#95EC69", 60, 40), "a.png", EvidenceSource.PASTE)


def redact(context: UiContext, picture: EvidenceRecord) -> int:
    request = RedactionRequest(uuid4(), picture.id, (Box(Area(0, 0, 9, 9)),))
    receipt = context.desk.redactions.save(request)
    context.done(receipt)
    return receipt.subject_id


def test_large_picture_is_redacted_by_a_key_and_shown_so(
    qtbot: QtBot, context: UiContext, picture: EvidenceRecord
) -> None:
    dialog = PictureDialog(context, [picture])
    show_active(qtbot, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_R)
    editor = dialog.findChild(RedactDialog)
    assert editor is not None
    editor.tools.tool("box").click()
    editor.canvas.place()
    editor.main_button.click()
    assert dialog.shows_copy
    assert context.desk.redactions.of(picture.id)[0].copy_id == dialog.record.redacted_id


def test_tile_in_a_composer_follows(
    context: UiContext, detail: MemberDetail, picture: EvidenceRecord
) -> None:
    area = EvidenceArea(context, detail.row.id)
    area.set_records([picture])
    (tile,) = area.strip.tiles
    tile.edit_caption()
    copy_id = redact(context, picture)
    assert tile.record is not None
    assert tile.record.redacted_id == copy_id
    assert area.uses()[0].evidence_id == picture.id  # the act uses the original all the same


def test_menu_of_a_tile_opens_the_editor(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, picture: EvidenceRecord
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area = EvidenceArea(context, detail.row.id, window)
    area.set_records([picture])
    menu = area.strip._menu(area.strip.tiles[0])
    act = next(act for act in menu.actions() if act.text() == "Redact and mark…")
    act.trigger()
    assert window.findChild(RedactDialog) is not None


def test_what_cannot_be_redacted_is_said(
    context: UiContext,
    picture: EvidenceRecord,
    notices: Notices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = replace(picture, kind=EvidenceKind.FILE)
    assert "Only pictures" in redact_refusal(context, file)
    assert redact_refusal(context, picture) == ""
    monkeypatch.setattr(redacting, "why_not", lambda *_: "Your role may not.")
    assert open_redact(context, picture, None) is None
    assert notices.texts == ["Your role may not."]


def test_records_learn_of_their_newest_copies(context: UiContext, picture: EvidenceRecord) -> None:
    assert with_newest_copies(context, [picture]) == [picture]
    redact(context, picture)
    (now,) = with_newest_copies(context, [picture])
    (copy,) = context.desk.redactions.of(picture.id)
    assert (now.redacted_id, now.redacted_sha256) == (copy.copy_id, copy.copy_sha256)
