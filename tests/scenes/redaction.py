# SPDX-License-Identifier: MIT
"""The editor for redacted copies: empty, marked, with the original shown, over a very tall chat."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.redaction import (
    Area,
    Arrow,
    Box,
    Crop,
    Frame,
    Mark,
    MarkColour,
    Pixelate,
    Point,
    Text,
)
from groupdesk.services.sample.screenshots import ChatLine, draw_chat
from groupdesk.ui.dialogs.redact_dialog import RedactDialog
from tests.scenes import Stage, scene

_WORDS = {"en": "Third offer\nin one day", "zh": "一天之内\n第三次推销"}


def _picture(stage: Stage, times: int = 1) -> EvidenceRecord:
    lines = [
        ChatLine("李伟", "原单包包，加我微信 liwei-bags 或 138 0013 8000", "16:02"),
        ChatLine("王芳", "我的号码也给您：139 1234 5678"),
        ChatLine("Mei", "李伟您好，群里请不要发布广告。", own=True),
        ChatLine("Olivia Park", "Could somebody look at this please?"),
    ]
    data = draw_chat(stage.group().name, lines * times, "16:12", desktop=False)
    evidence, taken = stage.session.desk.evidence, list[EvidenceRecord]()

    def work() -> EvidenceRecord:
        return evidence.take_bytes(data, "IMG_2231.png", EvidenceSource.PASTE)

    stage.context.runner.run(stage.session, work, taken.append, stage.context.report_bug)
    stage.idle(stage.session)
    return taken[0]


def _dialog(stage: Stage, marks: tuple[Mark, ...] = (), times: int = 1) -> RedactDialog:
    dialog = RedactDialog(stage.context, _picture(stage, times), stage.session.window)
    width, height = stage.size
    dialog.resize(min(1120, width), min(780, height))
    dialog.open()
    stage.idle(stage.session)
    for mark in marks:
        dialog.canvas._add(mark)
    dialog.canvas.setFocus()
    return dialog


def _marks(stage: Stage) -> tuple[Mark, ...]:
    return (
        Pixelate(Area(140, 532, 90, 42)),
        Pixelate(Area(385, 485, 135, 45)),
        Frame(Area(115, 258, 480, 150)),
        Arrow(Point(640, 480), Point(600, 412)),
        Text(Point(548, 482), _WORDS[stage.language], 31, MarkColour.RED),
        Box(Area(176, 340, 215, 46)),
    )


def _forget(dialog: RedactDialog) -> RedactDialog:
    dialog.keeper.stop()
    dialog.keeper.forget()
    return dialog


@scene("redact-empty")
def redact_empty(stage: Stage) -> QWidget:
    return _forget(_dialog(stage))


@scene("redact")
def redact(stage: Stage) -> QWidget:
    dialog = _dialog(stage, _marks(stage))
    dialog._say_kept(to_text(stage.session.desk.clock()))
    return _forget(dialog)


@scene("redact-crop")
def redact_crop(stage: Stage) -> QWidget:
    return _forget(_dialog(stage, (*_marks(stage), Crop(Area(0, 170, 750, 560)))))


@scene("redact-original")
def redact_original(stage: Stage) -> QWidget:
    dialog = _dialog(stage, _marks(stage))
    dialog.bar.before.click()
    return _forget(dialog)


@scene("redact-text")
def redact_text(stage: Stage) -> QWidget:
    dialog = _dialog(stage, _marks(stage)[:2])
    dialog.tools.tool("text").click()
    dialog.canvas.place()
    return _forget(dialog)


@scene("redact-tall")
def redact_tall(stage: Stage) -> QWidget:
    return _forget(_dialog(stage, _marks(stage), times=40))
