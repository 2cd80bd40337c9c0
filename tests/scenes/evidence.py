# SPDX-License-Identifier: MIT
"""Evidence on its way in, kept unopened, refused, described; the screen to choose a part of."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.records import EvidenceRecord
from groupdesk.services.sample.screenshots import ChatLine, draw_chat
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.widgets.region_picker import RegionPicker
from tests.scenes import Stage, scene

_SAID = {
    "en": ("Li Wei, in a private chat with Mei", "Original bags, add me: shop.example/8812"),
    "zh": ("李伟，与 Mei 的私聊", "原单包包，加我私聊 shop.example/8812"),
}


def _files(stage: Stage) -> list[Path]:
    chat = stage.folder / "chat-1.png"
    line = ChatLine("李伟", "原单包包，加我私聊 shop.example/8812", "16:02")
    chat.write_bytes(draw_chat(stage.group().name, [line], "16:12", desktop=False))
    contents = {
        "语音消息.amr": b"#!AMR\n" + bytes(41_000),
        "screen-recording.mp4": b"\0\0\0\x20ftypisom\0\0\2\0isomiso2" + bytes(3_400_000),
        "聊天记录.txt": "李伟：原单包包".encode(),
        "offer.pdf": b"%PDF-1.7\n" + bytes(180_000),
    }
    for name, data in contents.items():
        (stage.folder / name).write_bytes(data)
    return [chat, *(stage.folder / name for name in contents)]


def _talk(stage: Stage) -> TalkDialog:
    detail = stage.member("at_risk", stage.group())
    dialog = TalkDialog(stage.context, detail, stage.session.window)
    width, height = stage.size
    dialog.resize(min(1225, width), min(950, height))
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _described(stage: Stage) -> TalkDialog:
    dialog = _talk(stage)
    area = dialog.talk.evidence
    area.take_files(_files(stage), EvidenceSource.DROP)
    stage.idle(stage.session)
    origin, quoted = _SAID[stage.language]
    area.strip.tiles[0].say(origin, "2026-11-20T08:02:00.000Z", quoted)
    area.strip.tell(shown=True)
    area._show_count()
    return dialog


def _shown(stage: Stage, dialog: TalkDialog) -> QWidget:
    stage.idle(stage.session)
    scroll = dialog.talk.parentWidget()
    while scroll is not None and not isinstance(scroll, QScrollArea):
        scroll = scroll.parentWidget()
    if isinstance(scroll, QScrollArea):
        scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    dialog.keeper.stop()
    dialog.keeper.forget()  # or the next scene would begin with its draft
    return dialog


@scene("evidence-details")
def evidence_details(stage: Stage) -> QWidget:
    return _shown(stage, _described(stage))


@scene("evidence-refused")
def evidence_refused(stage: Stage) -> QWidget:
    dialog = _talk(stage)
    files = _files(stage)[:2]
    broken, program = stage.folder / "IMG_2231.png", stage.folder / "chat.pdf.exe"
    broken.write_bytes(files[0].read_bytes()[:2000])
    program.write_bytes(b"MZ\x90\0" + bytes(60))
    dialog.talk.evidence.take_files([*files, broken, program], EvidenceSource.DROP)
    return _shown(stage, dialog)


@scene("evidence-arriving")
def evidence_arriving(stage: Stage) -> QWidget:
    dialog = _talk(stage)
    area = dialog.talk.evidence
    area.take_files(_files(stage)[:1], EvidenceSource.DROP)
    stage.idle(stage.session)
    area.strip.expect(["chat-2.png", "chat-3.png", "语音消息.amr"])
    area._taking.running = 1
    area._show_count()
    shown = _shown(stage, dialog)
    area._taking.running = 0
    return shown


@scene("evidence-file")
def evidence_file(stage: Stage) -> QWidget:
    context, paths, taken = stage.context, _files(stage), list[EvidenceRecord]()
    take = stage.context.desk.evidence.take_files
    context.runner.run(
        stage.session,
        lambda: take(paths, EvidenceSource.DROP),
        lambda intake: taken.extend(intake.kept),
        context.report_bug,
    )
    stage.idle(stage.session)
    dialog = PictureDialog(context, taken, 2, stage.session.window)
    dialog.resize(*stage.size)
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("evidence-region")
def evidence_region(stage: Stage) -> QWidget:
    shot: QPixmap = stage.session.window.grab()
    picker = RegionPicker(stage.session.window.screen(), shot)
    picker.resize(*stage.size)
    width, height = stage.size
    picker._choose(QRect(width // 5, height // 4, width // 2, height // 3))
    picker.show()
    return picker
