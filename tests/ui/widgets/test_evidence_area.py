# SPDX-License-Identifier: MIT
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter, EvidenceUse, WarningRequest
from groupdesk.domain.enums import Action, Channel, EvidenceSource, Language
from groupdesk.domain.evidence_records import EvidencePlace
from groupdesk.domain.records import EvidenceRecord, MemberDetail
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.tasks import TaskRunner
from groupdesk.ui.widgets import evidence_intake
from groupdesk.ui.widgets.evidence_area import MOST_AT_ONCE, EvidenceArea
from groupdesk.ui.widgets.evidence_tile import EvidenceTile
from groupdesk.ui.widgets.known_evidence import Known, KnownEvidence
from groupdesk.ui.widgets.text_area import TextArea
from tests.ui.desks import picture_file, png
from tests.ui.drops import drop, files


class Composer(QDialog):
    """A dialog with a text field and an evidence area, as composers have them."""

    def __init__(self, context: UiContext, membership_id: int) -> None:
        super().__init__()
        self.text = TextArea(3, self)
        self.line = QLineEdit(self)
        self.area = EvidenceArea(context, membership_id, self)
        column = QVBoxLayout(self)
        for part in (self.line, self.text, self.area):
            column.addWidget(part)
        self.area.listen(self)

    @property
    def tiles(self) -> list[EvidenceTile]:
        return self.area.strip.tiles

    @property
    def captions(self) -> list[str]:
        return [tile.caption for tile in self.tiles]


@pytest.fixture
def composer(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Composer:
    made = Composer(context, detail.row.id)
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.show()
    qtbot.waitExposed(made)
    QGuiApplication.clipboard().clear()
    return made


def test_dropped_files_are_copied_in_at_once(
    composer: Composer, desk: Desk, tmp_path: Path
) -> None:
    one, two = picture_file(tmp_path, "chat-1.png"), picture_file(tmp_path, "chat-2.png", "red")
    assert drop(composer, files(one, two)) == Qt.DropAction.CopyAction
    one.unlink()
    assert composer.captions == ["chat-1.png", "chat-2.png"]
    assert composer.area._note.text() == "2 screenshots · SHA-256 recorded"
    desk.evidence.require_stored([use.evidence_id for use in composer.area.uses()])
    assert not composer.tiles[0]._picture.isNull()


def test_files_dropped_on_the_message_are_evidence_too(composer: Composer, tmp_path: Path) -> None:
    drop(composer.text.viewport(), files(picture_file(tmp_path, "chat.png")))
    drop(composer.line, files(picture_file(tmp_path, "chat-2.png", "red")))
    assert composer.captions == ["chat.png", "chat-2.png"]
    assert composer.text.text == ""
    assert composer.line.text() == ""


def test_text_dragged_into_the_message_stays_text(composer: Composer) -> None:
    mime = QMimeData()
    mime.setText("what he wrote")
    drop(composer.text.viewport(), mime)
    assert composer.text.text == "what he wrote"
    assert composer.captions == []


def test_dragged_picture(composer: Composer) -> None:
    mime = QMimeData()
    mime.setImageData(QImage.fromData(png("blue")))
    drop(composer, mime)
    assert composer.captions == ["2026-11-21 15.42.00.png"]


def test_picture_from_a_page_is_refused_in_words(composer: Composer) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/chat.png")])
    drop(composer, mime)
    assert "loads nothing from there" in composer.area.banner.text
    assert composer.captions == []


def test_ctrl_v_takes_a_bitmap(composer: Composer) -> None:
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    composer.setFocus()
    QTest.keyClick(composer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(composer.tiles) == 1


def test_ctrl_v_takes_copied_files(composer: Composer, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(files(picture_file(tmp_path, "copied.png")))
    QTest.keyClick(composer.area._paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert composer.captions == ["copied.png"]


@pytest.mark.parametrize("field", ["text", "line"])
def test_in_a_text_field_text_wins(composer: Composer, field: str) -> None:
    target: QWidget = getattr(composer, field)
    target.setFocus()
    mime = QMimeData()
    mime.setText("copied words")
    mime.setImageData(QImage.fromData(png()))
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert composer.captions == []
    shown = composer.text.text if field == "text" else composer.line.text()
    assert shown == "copied words"


@pytest.mark.parametrize("field", ["text", "line"])
def test_in_a_text_field_a_picture_without_text_is_taken(composer: Composer, field: str) -> None:
    target: QWidget = getattr(composer, field)
    target.setFocus()
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(composer.tiles) == 1


def test_paths_beside_copied_files_are_no_text(composer: Composer, tmp_path: Path) -> None:
    path = picture_file(tmp_path, "copied.png")
    mime = files(path)
    mime.setText(str(path))
    QGuiApplication.clipboard().setMimeData(mime)
    composer.text.setFocus()
    QTest.keyClick(composer.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert composer.captions == ["copied.png"]
    assert composer.text.text == ""


@pytest.mark.parametrize("held", [False, True])
def test_stuck_alt_does_not_stop_pasting(
    composer: Composer, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    # the offscreen platform knows no keyboard of its own to ask
    monkeypatch.setattr(evidence_intake, "alt_is_held", lambda: held)
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    stuck = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(composer.area._browse, Qt.Key.Key_V, stuck)
    assert len(composer.tiles) == (0 if held else 1)


def test_paste_button_says_when_there_is_nothing(composer: Composer) -> None:
    composer.area._paste.click()
    assert "no picture on the clipboard" in composer.area.banner.text


@pytest.mark.parametrize(
    ("name", "entry", "said"),
    [
        ("members.xlsx", "xl/workbook.xml", "is a workbook"),
        ("名单.xlsx", "xl/workbook.xml", "is a workbook"),
        ("rules.docx", "word/document.xml", "is a text document"),
    ],
)
def test_a_dropped_document_is_called_what_it_is(
    composer: Composer, tmp_path: Path, name: str, entry: str, said: str
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(entry, "<x/>")
    drop(composer, files(tmp_path / name))
    (reason,) = composer.area.refused.reasons
    assert f"“{name}” {said}" in reason
    assert "screenshot" in reason
    assert "ZIP" not in reason


def test_refused_files_are_named_and_good_ones_stay(composer: Composer, tmp_path: Path) -> None:
    good = picture_file(tmp_path, "good.png")
    broken, folder = tmp_path / "broken.png", tmp_path / "chats"
    broken.write_bytes(png()[:60])
    folder.mkdir()
    drop(composer, files(broken, good, folder))
    assert composer.captions == ["good.png"]
    said = composer.area.refused.reasons
    assert len(said) == 2
    assert "broken.png" in said[0]
    assert "chats" in said[1]
    assert "folder" in said[1]
    composer.area.refused._close.click()
    assert composer.area.refused.reasons == ()


def test_too_many_at_once_is_one_sentence(composer: Composer, tmp_path: Path) -> None:
    drop(composer, files(*(tmp_path / f"{at}.png" for at in range(MOST_AT_ONCE + 1))))
    assert composer.area.banner.text == (
        "51 files are too many at once; take up to 50. None was taken in."
    )
    assert composer.captions == []


def test_same_picture_twice_is_said(composer: Composer, tmp_path: Path) -> None:
    path = picture_file(tmp_path, "chat.png")
    drop(composer, files(path))
    drop(composer, files(path))
    assert len(composer.tiles) == 1
    assert composer.area.banner.text == "“chat.png” is attached already; it is kept once."


def test_captions_and_order_by_keyboard(composer: Composer, tmp_path: Path) -> None:
    names = ("a.png", "b.png", "c.png")
    paths = [
        picture_file(tmp_path, name, colour)
        for name, colour in zip(names, ("red", "green", "blue"), strict=True)
    ]
    composer.area.take_files(paths, EvidenceSource.FILE)
    last = composer.tiles[2]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert composer.captions == ["a.png", "c.png", "b.png"]
    QTest.keyClick(last, Qt.Key.Key_F2)
    editor = last.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "the link he posted")
    assert composer.area.uses()[1].caption == "the link he posted"  # not lost while it is written
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert composer.captions[1] == "the link he posted"
    assert composer.isVisible()
    QTest.keyClick(last, Qt.Key.Key_F2)
    QTest.keyClicks(editor, "oops")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert composer.captions[1] == "the link he posted"
    assert composer.isVisible(), "Esc in a caption must not close the composer"
    QTest.keyClick(last, Qt.Key.Key_Delete)
    assert composer.captions == ["a.png", "b.png"]


def test_order_by_dragging(composer: Composer, tmp_path: Path) -> None:
    paths = [picture_file(tmp_path, f"{colour}.png", colour) for colour in ("red", "blue")]
    composer.area.take_files(paths, EvidenceSource.FILE)
    QTest.qWait(0)
    first, second = composer.tiles
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(first, QPoint(60, 20))
    QTest.mouseMove(first, first.mapFrom(composer, second.mapTo(composer, QPoint(30, 30))))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert composer.captions == ["blue.png", "red.png"]


def test_click_on_the_line_below_edits_and_double_click_opens(
    composer: Composer, tmp_path: Path, qtbot: QtBot
) -> None:
    composer.area.take_files([picture_file(tmp_path, "a.png")], EvidenceSource.FILE)
    tile = composer.tiles[0]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(20, tile.height() - 4))
    editor = tile.findChild(QLineEdit)
    assert editor is not None
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.mouseDClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    opened = composer.findChild(PictureDialog)
    assert opened is not None
    assert opened.record.file_name == "a.png"
    opened.reject()


def record_warning(desk: Desk, detail: MemberDetail, *uses: EvidenceUse) -> None:
    rule = desk.rules.current(detail.row.group_id)
    assert rule is not None
    desk.warnings.prepare(
        WarningRequest(
            uuid4(), detail.row.id, rule.rules[0].id, 2, Channel.PRIVATE, Language.EN, "Hello",
            evidence=uses,
        )
    )  # fmt: skip


def test_a_picture_that_is_known_shows_its_redacted_copy_and_says_where_it_is(
    composer: Composer, desk: Desk, detail: MemberDetail, tmp_path: Path
) -> None:
    record = desk.evidence.take_bytes(png("red"), "chat.png", EvidenceSource.PASTE)
    record_warning(desk, detail, EvidenceUse(record.id))
    desk.redactions.save(RedactionRequest(uuid4(), record.id, (Box(Area(0, 0, 60, 90)),)))
    drop(composer, files(picture_file(tmp_path, "again.png", "red")))
    (tile,) = composer.tiles
    assert tile._picture.toImage().pixelColor(20, 20).lightness() < 10
    assert "Redacted screenshot" in tile.accessibleName()
    assert "Reports show this redacted copy" in tile.toolTip()
    assert composer.area.banner.text == (
        f"“chat.png” is in the records already: case 1 ({detail.row.name})."
        " The same file is used. Reports show the redacted copy of “chat.png”."
    )


def test_what_is_known_of_many_is_said_of_the_first_few() -> None:
    def known(number: int, redacted: int) -> Known:
        record = EvidenceRecord(
            id=number, sha256="", file_name=f"{number}.png", caption="", width=1, height=1,
            size=1, added_at="", source="drop", redacted_id=redacted,
        )  # fmt: skip
        places = [EvidencePlace(case, "Li", 1, 1) for case in range(1, 6)][: number + 1]
        return Known(record, tuple(places))

    words = KnownEvidence()
    assert words.text([]) == ""
    assert words.text([known(n, n) for n in range(5)]) == (
        "5 of these are in the records already: “0.png” in case 1 (Li), “1.png” in case 1 (Li),"
        " case 2 (Li), “2.png” in case 1 (Li), case 2 (Li), case 3 (Li), 2 more."
        " Reports show the redacted copies of 4 of them."
    )


def test_earlier_evidence_is_used_without_a_second_file(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, tmp_path: Path
) -> None:
    record = desk.evidence.take_bytes(png(), "old.png", EvidenceSource.PASTE)
    record_warning(desk, detail, EvidenceUse(record.id, "his link"))
    composer = Composer(context, detail.row.id)
    qtbot.addWidget(composer)
    composer.show()
    assert composer.area._again.text() == "Earlier evidence (1)"
    composer.area._again.click()
    QTest.keyClick(composer.area._popup._list, Qt.Key.Key_Return)
    assert composer.area.uses() == (EvidenceUse(record.id, "his link"),)
    assert composer.area._again.text() == "Earlier evidence (0)"
    assert not composer.area._again.isEnabled()
    assert len(list((tmp_path / "workspace" / "evidence").glob("??/*"))) == 1


def test_records_of_a_draft_come_back(composer: Composer, desk: Desk) -> None:
    record = desk.evidence.take_bytes(png(), "kept.png", EvidenceSource.DROP)
    composer.area.set_records([record])
    assert composer.area.uses() == (EvidenceUse(record.id),)


def test_missing_screenshot_is_said_and_taken_back(composer: Composer, tmp_path: Path) -> None:
    composer.area.set_error("Add at least one screenshot.")
    assert composer.area._error.isVisible()
    assert composer.focusWidget() is composer.area._browse
    composer.area.take_files([picture_file(tmp_path, "a.png")], EvidenceSource.FILE)
    assert composer.area.error == ""


def test_recordings_and_chats_are_kept_as_files(composer: Composer, tmp_path: Path) -> None:
    voice, chat = tmp_path / "voice.amr", tmp_path / "聊天记录.txt"
    voice.write_bytes(b"#!AMR\n" + bytes(2_000))
    chat.write_text("王小明：限时优惠", "utf-8")
    drop(composer, files(voice, picture_file(tmp_path, "chat.png"), chat))
    assert composer.captions == ["voice.amr", "chat.png", "聊天记录.txt"]
    assert composer.area.pictures == 1
    assert composer.area._note.text() == "1 screenshot · 2 files · SHA-256 recorded"
    assert composer.tiles[0].accessibleName() == "File voice.amr, kept unopened"
    assert not composer.tiles[0].has_picture


def test_files_alone_do_not_stand_for_the_screenshot(composer: Composer, tmp_path: Path) -> None:
    composer.area.set_error("Add at least one screenshot.")
    (tmp_path / "offer.pdf").write_bytes(b"%PDF-1.7")
    composer.area.take_files([tmp_path / "offer.pdf"], EvidenceSource.FILE)
    assert len(composer.tiles) == 1
    assert composer.area.error


def test_a_broken_picture_is_kept_as_a_file_when_asked(composer: Composer, tmp_path: Path) -> None:
    broken, program = tmp_path / "broken.png", tmp_path / "setup.exe"
    broken.write_bytes(png()[:60])
    program.write_bytes(b"MZ\x90\0")
    drop(composer, files(broken, program))
    assert composer.tiles == []
    refused = composer.area.refused
    assert "broken.png" in refused.reasons[0]
    assert refused._keep.text() == "Keep as a file beside the screenshots, unopened"
    refused._keep.click()
    assert composer.captions == ["broken.png"]
    assert composer.area.pictures == 0
    assert refused.reasons == ()


def test_a_program_is_never_offered(composer: Composer, tmp_path: Path) -> None:
    program = tmp_path / "chat.pdf"
    program.write_bytes(b"\x7fELF")
    drop(composer, files(program))
    (reason,) = composer.area.refused.reasons
    assert "is a program" in reason
    assert composer.area.refused._keep.isHidden()


def test_source_time_and_quote_of_the_chosen_one(composer: Composer, tmp_path: Path) -> None:
    paths = [picture_file(tmp_path, f"{colour}.png", colour) for colour in ("red", "blue")]
    composer.area.take_files(paths, EvidenceSource.FILE)
    second, details = composer.tiles[1], composer.area.strip.details
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert details.isVisible()
    QTest.keyClicks(details.origin, "sent by Li")
    QTest.keyClicks(details.quoted, "50 % off")
    details.taken.set_moment("2026-11-20T08:00:00.000Z")
    first, told = composer.area.uses()
    assert (first.origin, first.quoted_text, first.taken_at) == ("", "", "")
    assert (told.origin, told.quoted_text) == ("sent by Li", "50 % off")
    assert told.taken_at == "2026-11-20T08:00:00.000Z"
    composer.tiles[0].setFocus()
    assert details.origin.text() == ""
    composer.tiles[1].setFocus()
    assert details.origin.text() == "sent by Li"
    details._close.click()
    assert not details.isVisible()
    assert composer.focusWidget() is second


def test_what_was_said_comes_back_with_a_draft(
    composer: Composer, desk: Desk, tmp_path: Path
) -> None:
    composer.area.take_files([picture_file(tmp_path, "a.png")], EvidenceSource.FILE)
    composer.tiles[0].say("sent by Li", "2026-11-20T08:00:00.000Z", "50 % off")
    draft = desk.drafts.save("warning", {}, membership_id=1, evidence=composer.area.uses())
    said = composer.area.uses()
    composer.area.set_records(draft.evidence)
    assert composer.area.uses() == said


def test_the_menu_offers_what_keys_do(composer: Composer, tmp_path: Path) -> None:
    composer.area.take_files([picture_file(tmp_path, "a.png")], EvidenceSource.FILE)
    menu = composer.area.strip._menu(composer.tiles[0])
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert texts == [
        "Show large", "Edit caption", "Source, time, quote…",
        "Copy picture", "Save a copy…", "Redact and mark…",
        "Move back", "Move on", "Take out",
    ]  # fmt: skip


def test_copying_is_told_in_the_log(composer: Composer, desk: Desk, tmp_path: Path) -> None:
    composer.area.take_files([picture_file(tmp_path, "a.png")], EvidenceSource.FILE)
    tile = composer.tiles[0]
    for _twice in range(2):
        tile.setFocus()
        QTest.keyClick(tile, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().width() == 60
    assert desk.audit.count(AuditFilter(action=Action.EVIDENCE_COPY)) == 1
    assert composer.area.banner.text == "The picture was copied."


def test_a_capture_is_taken_in(composer: Composer) -> None:
    composer.area.capture.taken.emit(QImage.fromData(png("blue")))
    (record,) = composer.area.strip.records
    assert record.source == "screen"


def test_the_same_picture_twice_in_one_drop(composer: Composer, tmp_path: Path) -> None:
    one, copy = picture_file(tmp_path, "chat.png"), picture_file(tmp_path, "copy.png")
    drop(composer, files(one, copy))
    assert composer.captions == ["chat.png"]
    assert "is attached already" in composer.area.banner.text


def test_tiles_stand_for_files_that_are_on_their_way(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, tmp_path: Path
) -> None:
    runner = TaskRunner(thread_stopping=context.desk.close)
    composer = Composer(replace(context, runner=runner), detail.row.id)
    qtbot.addWidget(composer)
    composer.show()
    paths = [picture_file(tmp_path, f"{n}.png", f"#0000{n}0") for n in range(8)]
    drop(composer, files(*paths, tmp_path))
    qtbot.waitUntil(lambda: len(composer.tiles) >= 8)  # the folder may be refused by now
    assert composer.area.busy
    assert composer.area.uses() == ()
    composer.tiles[0].removed.emit()
    qtbot.waitUntil(lambda: not composer.area.busy)
    assert composer.captions == [f"{n}.png" for n in range(1, 8)]
    assert len(composer.area.refused.reasons) == 1
    runner.shut_down()
