# SPDX-License-Identifier: MIT
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import EvidenceSource
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from tests.ui.desks import png
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
    assert dialog.view.zoom == 1
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
