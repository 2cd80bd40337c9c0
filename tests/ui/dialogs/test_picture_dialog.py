# SPDX-License-Identifier: MIT
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, EvidenceSource
from groupdesk.domain.redaction import Area, Crop
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.evidence_acts import name_of_copy
from groupdesk.ui.widgets.evidence_thumbnail import EvidenceThumbnail
from tests.ui.desks import Clock, png
from tests.ui.helpers import assert_freed, show_active


def test_zoom_and_the_other_pictures_by_keyboard(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    records = [
        desk.evidence.take_bytes(png(colour, 900, 300), f"{colour}.png", EvidenceSource.FILE)
        for colour in ("red", "blue")
    ]
    dialog = PictureDialog(context, records)
    dialog.resize(500, 400)
    show_active(qtbot, dialog)
    fits = dialog.view.zoom
    assert fits < 1
    QTest.keyClick(dialog, Qt.Key.Key_Plus)
    assert dialog.view.zoom > fits
    QTest.keyClick(dialog, Qt.Key.Key_1)
    assert not dialog.view._item.pixmap().isNull()
    QTest.keyClick(dialog, Qt.Key.Key_0)
    assert dialog.view.zoom == fits
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.record.file_name == "blue.png"
    assert "blue.png · 2 of 2" in dialog._title.text()
    assert records[1].sha256 in dialog._facts.text()
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.record.file_name == "blue.png"
    assert_freed(dialog)


def test_tall_chat_is_shown_from_its_top_at_full_width(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    record = desk.evidence.take_bytes(png("red", 400, 6_000), "long.png", EvidenceSource.FILE)
    dialog = PictureDialog(context, [record])
    dialog.resize(500, 400)
    show_active(qtbot, dialog)
    assert dialog.view.zoom > 0.5
    assert dialog.view.verticalScrollBar().value() == dialog.view.verticalScrollBar().minimum()
    assert_freed(dialog)


def test_it_opens_large_and_as_large_as_it_was_left(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    record = desk.evidence.take_bytes(png("red", 900, 300), "a.png", EvidenceSource.FILE)
    first = PictureDialog(context, [record])
    show_active(qtbot, first)
    room = first.screen().availableSize()
    assert first.width() > 0.8 * room.width()
    assert 0.8 * room.height() < first.height() <= room.height()
    first.resize(640, 480)
    first.reject()
    again = PictureDialog(context, [record])
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (640, 480)
    context.settings.values.picture_width = 30_000  # on another screen
    smaller = PictureDialog(context, [record])
    qtbot.addWidget(smaller)
    assert smaller.width() <= room.width()


def test_keys_zoom_and_go_on_after_a_click_on_a_button(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    records = [
        desk.evidence.take_bytes(png(colour, 4_000, 600), f"{colour}.png", EvidenceSource.FILE)
        for colour in ("red", "blue")
    ]
    dialog = PictureDialog(context, records)
    show_active(qtbot, dialog)
    QTest.mouseClick(dialog._full, Qt.MouseButton.LeftButton)
    assert dialog.view.zoom == 1.0  # of the picture's own pixels, though a smaller copy is shown
    assert dialog._full.text() == "100 %"
    assert dialog.view.sceneRect().width() == 4_000
    before = dialog.view.horizontalScrollBar().value()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.zoom == 1.25
    assert dialog.view.horizontalScrollBar().value() > before, "what was in the middle stays there"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.zoom < 1
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.record.file_name == "blue.png"


def test_a_redacted_copy_says_its_own_size(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    record = desk.evidence.take_bytes(png("red", 900, 300), "a.png", EvidenceSource.FILE)
    marks = (Crop(Area(0, 0, 200, 100)),)
    desk.redactions.save(RedactionRequest(uuid4(), record.id, marks))
    redacted = desk.evidence.get(record.id)
    assert redacted is not None
    dialog = PictureDialog(context, [redacted])
    show_active(qtbot, dialog)
    assert "200 × 100 pixels" in dialog._facts.text()
    assert dialog.view.sceneRect().width() == 200
    QTest.keyClick(dialog, Qt.Key.Key_O)
    assert "900 × 300 pixels" in dialog._facts.text()


def test_file_that_is_gone_is_said(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    record = desk.evidence.take_bytes(png(), "gone.png", EvidenceSource.FILE)
    for folder in ("evidence", "derived"):
        for path in (tmp_path / "workspace" / folder).glob("??/*"):
            path.unlink()
    dialog = PictureDialog(context, [record])
    qtbot.addWidget(dialog)
    assert "cannot be shown" in dialog._facts.text()


def test_what_is_looked_at_in_large_is_told_once(
    qtbot: QtBot, context: UiContext, desk: Desk, clock: Clock
) -> None:
    records = [
        desk.evidence.take_bytes(png(colour), f"{colour}.png", EvidenceSource.FILE)
        for colour in ("red", "blue")
    ]
    viewed = AuditFilter(action=Action.EVIDENCE_VIEW)
    thumbnail = EvidenceThumbnail(context.thumbnails, records[0])
    qtbot.addWidget(thumbnail)
    assert desk.audit.count(viewed) == 0, "small pictures are not told"
    for _twice in range(2):
        dialog = PictureDialog(context, records)
        qtbot.addWidget(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Right)
        dialog.reject()
    assert [row.subject for row in desk.audit.rows(viewed)] == ["blue.png", "red.png"]
    clock.forward(minutes=15)
    qtbot.addWidget(PictureDialog(context, records))
    assert desk.audit.count(viewed) == 3


def test_where_nothing_can_be_written_it_is_shown_and_that_is_said(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    record = desk.evidence.take_bytes(png(), "a.png", EvidenceSource.FILE)
    desk.ledger.stopped = "chain_broken"
    dialog = PictureDialog(context, [record])
    qtbot.addWidget(dialog)
    assert not dialog.view._item.pixmap().isNull()
    assert "not logged" in dialog.banner.text


def test_a_copy_is_saved_with_its_hash(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    record = desk.evidence.take_bytes(png(), "聊天: 1.png", EvidenceSource.FILE)
    assert name_of_copy(record) == "聊天- 1.png"
    photo = replace(record, media_type="image/jpeg")  # a redacted copy too large for a PNG
    assert name_of_copy(record, photo) == "聊天- 1 redacted.jpg"
    dialog = PictureDialog(context, [record])
    qtbot.addWidget(dialog)
    dialog._acts.save_to(record.id, tmp_path / "copy.png")
    assert (tmp_path / "copy.png").read_bytes() == png()
    assert (tmp_path / "copy.png.sha256").read_text() == f"{record.sha256} *copy.png\n"
    assert dialog.banner.text == "Saved; its SHA-256 stands beside it in “copy.png.sha256”."
    assert desk.audit.count(AuditFilter(action=Action.EVIDENCE_SAVE_COPY)) == 1


def test_a_file_is_never_opened(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    page = tmp_path / "chat.html"
    page.write_text("<html><script>alert(1)</script></html>")
    (record,) = desk.evidence.take_files([page], EvidenceSource.DROP).kept
    dialog = PictureDialog(context, [record])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.unopened.isVisible()
    assert not dialog.view.isVisible()
    assert not dialog._copy.isEnabled()
    assert list((tmp_path / "workspace" / "derived").glob("??/*")) == []
    assert desk.audit.count(AuditFilter(action=Action.EVIDENCE_VIEW)) == 0
