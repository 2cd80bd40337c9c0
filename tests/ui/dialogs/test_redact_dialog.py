# SPDX-License-Identifier: MIT
"""Redacting a picture with real keys and the mouse: drawn, undone, kept as a draft, saved."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, EvidenceSource
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.redaction import (
    Area,
    Arrow,
    Box,
    Frame,
    Mark,
    MarkColour,
    MarkKind,
    Pixelate,
    Point,
    Text,
)
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.redact_dialog import RedactDialog
from groupdesk.ui.redacting import open_redact
from groupdesk.ui.theme import Theme
from tests.ui.desks import Notices, png
from tests.ui.helpers import assert_freed, show_active, shows

WIDTH, HEIGHT = 200, 160


@pytest.fixture
def picture(desk: Desk) -> EvidenceRecord:
    return desk.evidence.take_bytes(png("#95EC69", WIDTH, HEIGHT), "a.png", EvidenceSource.PASTE)


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, picture: EvidenceRecord) -> RedactDialog:
    made = RedactDialog(context, picture)
    made.resize(900, 620)
    show_active(qtbot, made)
    assert made.canvas.zoom == 1.0
    return made


def marks(dialog: RedactDialog) -> tuple[Mark, ...]:
    return dialog.canvas.edits.marks


def kind_chosen(dialog: RedactDialog) -> str:
    return type(dialog.canvas.selected).__name__


def view(dialog: RedactDialog, x: int, y: int) -> QPoint:
    return dialog.canvas.to_view(QPointF(x, y)).toPoint()


def drag(dialog: RedactDialog, start: tuple[int, int], end: tuple[int, int]) -> None:
    port, left = dialog.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=view(dialog, *start))
    middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    QTest.mouseMove(port, view(dialog, *middle))
    QTest.mouseMove(port, view(dialog, *end))
    QTest.mouseRelease(port, left, pos=view(dialog, *end))


def key(dialog: RedactDialog, *keys: Qt.Key, shift: bool = False, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.NoModifier
    if shift:
        held |= Qt.KeyboardModifier.ShiftModifier
    if ctrl:
        held |= Qt.KeyboardModifier.ControlModifier
    for one in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, one, held)


def test_drawn_with_the_mouse_and_saved(
    dialog: RedactDialog, desk: Desk, picture: EvidenceRecord, notices: Notices
) -> None:
    assert not dialog.main_button.isEnabled()
    assert dialog.canvas.hasFocus()
    drag(dialog, (20, 30), (80, 60))
    assert marks(dialog) == (Box(Area(20, 30, 60, 30)),)
    key(dialog, Qt.Key.Key_P)
    drag(dialog, (190, 150), (150, 120))
    key(dialog, Qt.Key.Key_F, Qt.Key.Key_4)
    drag(dialog, (5, 70), (45, 110))
    key(dialog, Qt.Key.Key_A, Qt.Key.Key_6)
    drag(dialog, (100, 20), (120, 60))
    assert marks(dialog)[1:] == (
        Pixelate(Area(150, 120, 40, 30)),
        Frame(Area(5, 70, 40, 40), MarkColour.AMBER),
        Arrow(Point(100, 20), Point(120, 60), MarkColour.BLUE),
    )
    assert dialog.marks.count() == 4
    dialog.note.setText("The number")
    key(dialog, Qt.Key.Key_Return, ctrl=True)
    (copy,) = desk.redactions.of(picture.id)
    assert (len(copy.marks), copy.note) == (4, "The number")
    with Image.open(
        io.BytesIO(desk.evidence.store.original(copy.copy_sha256).read_bytes())
    ) as made:
        assert made.crop((20, 30, 80, 60)).getcolors() == [(1800, (0, 0, 0))]
        assert made.getpixel((10, 10)) == (0x95, 0xEC, 0x69)
    assert desk.drafts.load(f"redact.{picture.id}") is None
    assert "“a.png”" in notices.texts[-1]
    assert desk.audit.count(AuditFilter(action=Action.EVIDENCE_VIEW)) == 1
    # the desk's own clock was moved about when it was made
    assert {one.code for one in desk.verifier.run().findings} <= {"clock_went_back"}


def test_mark_is_moved_by_mouse_and_keys_and_every_step_is_undone(dialog: RedactDialog) -> None:
    drag(dialog, (20, 30), (80, 60))
    drag(dialog, (50, 45), (60, 55))  # the chosen one is moved, not drawn over
    drag(dialog, (90, 70), (100, 90))  # its corner
    assert marks(dialog) == (Box(Area(30, 40, 70, 50)),)
    key(dialog, Qt.Key.Key_Right, Qt.Key.Key_Right, ctrl=True)
    key(dialog, Qt.Key.Key_Down, shift=True)
    assert marks(dialog) == (Box(Area(32, 40, 70, 58)),)
    key(dialog, Qt.Key.Key_3)
    assert marks(dialog) == (Box(Area(32, 40, 70, 58), MarkColour.RED),)
    seen = []
    while dialog.bar.undo.isEnabled():
        key(dialog, Qt.Key.Key_Z, ctrl=True)
        seen.append(marks(dialog))
    assert seen == [
        (Box(Area(32, 40, 70, 58)),),
        (Box(Area(32, 40, 70, 50)),),
        (Box(Area(30, 40, 70, 50)),),
        (Box(Area(30, 40, 60, 30)),),
        (Box(Area(20, 30, 60, 30)),),
        (),
    ]
    for _ in seen:
        key(dialog, Qt.Key.Key_Z, ctrl=True, shift=True)
    assert marks(dialog) == (Box(Area(32, 40, 70, 58), MarkColour.RED),)
    assert not dialog.bar.redo.isEnabled()


@pytest.mark.parametrize("held_key", [Qt.Key.Key_Delete, Qt.Key.Key_Z, Qt.Key.Key_Return])
def test_a_key_in_the_midst_of_a_drag_waits_for_its_end(
    dialog: RedactDialog, held_key: Qt.Key
) -> None:
    drag(dialog, (20, 30), (80, 60))
    drag(dialog, (120, 30), (180, 60))
    port, left = dialog.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=view(dialog, 150, 45))
    QTest.mouseMove(port, view(dialog, 150, 60))
    key(dialog, held_key, ctrl=held_key == Qt.Key.Key_Z)
    QTest.mouseMove(port, view(dialog, 150, 65))
    QTest.mouseRelease(port, left, pos=view(dialog, 150, 65))
    assert marks(dialog) == (Box(Area(20, 30, 60, 30)), Box(Area(120, 50, 60, 30)))


def test_all_of_it_by_keyboard(dialog: RedactDialog, desk: Desk, picture: EvidenceRecord) -> None:
    canvas = dialog.canvas
    key(dialog, Qt.Key.Key_B, Qt.Key.Key_Return)
    key(dialog, Qt.Key.Key_C, Qt.Key.Key_Return)
    key(dialog, Qt.Key.Key_T, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    canvas.select(-1)
    key(dialog, Qt.Key.Key_Tab)
    assert kind_chosen(dialog) == "Box"
    key(dialog, Qt.Key.Key_Tab)
    assert kind_chosen(dialog) == "Crop"
    assert "mark 2 of 2" in canvas.accessibleDescription()
    assert dialog.marks.currentRow() == 1
    key(dialog, Qt.Key.Key_Tab)
    assert not canvas.hasFocus()  # past the last mark on to what comes next
    canvas.setFocus()
    key(dialog, Qt.Key.Key_Delete)
    key(dialog, Qt.Key.Key_Return, ctrl=True)
    (copy,) = desk.redactions.of(picture.id)
    assert [type(mark) for mark in copy.marks] == [Box]


def test_words_are_written_where_they_will_stand(dialog: RedactDialog) -> None:
    canvas = dialog.canvas
    key(dialog, Qt.Key.Key_T)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=view(dialog, 30, 40))
    assert canvas.editor is not None
    QTest.keyClicks(canvas.editor, "Box P")  # letters are words here, not tools
    key(dialog, Qt.Key.Key_Return, shift=True)
    QTest.keyClicks(canvas.editor, "<b>2</b>")
    key(dialog, Qt.Key.Key_Return)
    (mark,) = marks(dialog)
    assert mark == Text(Point(30, 40), "Box P\n<b>2</b>", 12, MarkColour.RED)
    assert canvas.hasFocus()
    assert canvas.tool is MarkKind.TEXT
    key(dialog, Qt.Key.Key_F2)
    QTest.keyClicks(canvas.editor, "Other")
    key(dialog, Qt.Key.Key_Escape)  # leaves the words, not the dialog
    assert marks(dialog) == (mark,)
    key(dialog, Qt.Key.Key_F2)
    QTest.keyClicks(canvas.editor, "Other")
    dialog.note.setFocus()
    assert [one.text for one in marks(dialog) if isinstance(one, Text)] == ["Other"]
    assert dialog.isVisible()
    QTest.keyClicks(dialog.note, "bp")  # nor are letters tools in the note
    assert canvas.tool is MarkKind.TEXT


def test_leaving_keeps_the_marks_and_discarding_drops_them(
    qtbot: QtBot, context: UiContext, dialog: RedactDialog, desk: Desk, picture: EvidenceRecord
) -> None:
    drag(dialog, (20, 30), (80, 60))
    dialog.note.setText("Why")
    dialog.canvas.setFocus()
    key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = open_redact(context, picture, None)
    assert again is not None
    assert marks(again) == (Box(Area(20, 30, 60, 30)),)
    assert (again.note.text(), again.bar.undo.isEnabled()) == ("Why", False)
    assert not desk.evidence.sweep()
    again.discard_button.click()
    assert desk.drafts.load(f"redact.{picture.id}") is None
    assert desk.redactions.of(picture.id) == ()
    assert_freed(again)


def test_next_copy_begins_with_the_marks_of_the_last(
    context: UiContext, dialog: RedactDialog, desk: Desk, picture: EvidenceRecord
) -> None:
    drag(dialog, (20, 30), (80, 60))
    dialog.main_button.click()
    (first,) = desk.redactions.of(picture.id)
    copy = desk.evidence.get(first.copy_id)
    assert copy is not None
    again = open_redact(context, copy, None)  # of a copy, its original is opened
    assert again is not None
    assert marks(again) == first.marks
    assert not again.main_button.isEnabled()
    assert "a change since the last copy" in again._missing_label.text()
    assert "1 copy so far; reports show it, by Mei, " in again._before_label.text()
    again.canvas.remove_selected()
    again.canvas.select(0)
    again.canvas.set_colour(MarkColour.BLUE)
    again.main_button.click()
    assert desk.redactions.of(picture.id)[0].marks == (Box(Area(20, 30, 60, 30), MarkColour.BLUE),)


def test_original_is_shown_without_the_marks(dialog: RedactDialog, theme: Theme) -> None:
    black = theme.color("text").fromRgb(0, 0, 0)
    drag(dialog, (20, 30), (80, 60))
    assert shows(dialog.canvas.viewport(), black)
    key(dialog, Qt.Key.Key_O)
    assert not shows(dialog.canvas.viewport(), black)
    key(dialog, Qt.Key.Key_Right)  # whoever changes a mark sees it
    assert shows(dialog.canvas.viewport(), black)
    assert not dialog.bar.before.isChecked()


def test_zoom_keeps_the_place_under_the_pointer(dialog: RedactDialog) -> None:
    canvas = dialog.canvas
    key(dialog, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    key(dialog, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    at = QPointF(200, 150)
    before, zoom = canvas.pixel(at), canvas.zoom
    QApplication.sendEvent(
        canvas.viewport(),
        QWheelEvent(
            at,
            canvas.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert canvas.zoom > zoom > 2
    after = canvas.pixel(at)
    assert abs(after.x - before.x) <= 1
    assert abs(after.y - before.y) <= 1
    seen = canvas.verticalScrollBar().value()
    port, middle = canvas.viewport(), Qt.MouseButton.MiddleButton
    QTest.mousePress(port, middle, pos=QPoint(200, 200))
    QTest.mouseMove(port, QPoint(200, 180))
    QTest.mouseRelease(port, middle, pos=QPoint(200, 180))
    assert canvas.verticalScrollBar().value() == seen + 20
    key(dialog, Qt.Key.Key_0, ctrl=True)
    assert canvas.zoom == 1.0


def test_failure_keeps_the_marks(
    dialog: RedactDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    drag(dialog, (20, 30), (80, 60))

    def full(_request: object) -> None:
        raise StorageError("disk_full")

    monkeypatch.setattr(desk.redactions, "save", full)
    key(dialog, Qt.Key.Key_Return, ctrl=True)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    assert len(marks(dialog)) == 1
    assert dialog.main_button.isEnabled()


def test_picture_that_is_gone_is_said(
    qtbot: QtBot, context: UiContext, desk: Desk, picture: EvidenceRecord
) -> None:
    for folder in ("evidence", "derived"):
        for path in (desk.workspace.folder / folder).glob("??/*"):
            path.unlink()
    dialog = RedactDialog(context, picture)
    qtbot.addWidget(dialog)
    assert dialog.banner.isVisibleTo(dialog)
