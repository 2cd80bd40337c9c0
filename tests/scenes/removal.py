# SPDX-License-Identifier: MIT
"""Removing a member: the dialog empty, filled in, beside history and evidence, and gone wrong."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest
from groupdesk.domain.enums import (
    EvidenceSource,
    Ground,
    Term,
)
from groupdesk.domain.errors import StorageError
from groupdesk.services.sample.screenshots import ChatLine, draw_chat
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from tests.scenes import Stage, scene

_REASON = {
    "en": (
        "Posted three reseller links after two private warnings and a talk;"
        " did not reply to the final reminder."
    ),
    "zh": "两次私下警告和一次沟通之后，仍在群内发布三条代购链接，对最后一次提醒未作回复。",
}
_COMMENT = {
    "en": "Third time this month; the partner group was offered in the talk",
    "zh": "本月第三次；沟通时已推荐合作伙伴群",
}
_WHY = {"en": "Repeated within 24 hours of the last warning", "zh": "上次警告后 24 小时内再次违规"}


def _dialog(stage: Stage) -> RemovalDialog:
    detail = stage.member("at_risk", stage.group())
    dialog = RemovalDialog(stage.context, detail, stage.session.window)
    width, height = stage.size
    dialog.resize(min(1225, width), min(950, height))
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _pictures(stage: Stage) -> list[Path]:
    paths = []
    for number in (1, 2, 3):
        lines = [
            ChatLine("李伟", f"原单包包，加我私聊 shop.example/{8811 + number}", "16:02"),
            ChatLine("Mei", "李伟您好，群里请不要发布广告。", own=True),
            ChatLine("Olivia Park", "Could somebody look at this please?"),
        ]
        path = stage.folder / f"chat-{number}.png"
        path.write_bytes(
            draw_chat(stage.group().name, lines[:number] + lines, "16:12", desktop=number == 2)
        )
        paths.append(path)
    return paths


def _filled(stage: Stage) -> RemovalDialog:
    dialog = _dialog(stage)
    form = dialog.removal
    if form.decision.chosen_rule is None:
        form.decision.rule.setCurrentIndex(0)
    form.reason.set_text(_REASON[stage.language])
    form.comment.set_text(_COMMENT[stage.language])
    form.evidence.take_files(_pictures(stage), EvidenceSource.DROP)
    stage.idle(stage.session)
    for item in dialog.fair.waiting:
        dialog.fair.list.field(item.value).setText(_WHY[stage.language])
    form.notice._check()
    stage.idle(stage.session)
    return dialog


def _forget(dialog: RemovalDialog) -> RemovalDialog:
    """Let the dialog close without a draft, or the next scene would begin with it."""
    dialog.keeper.stop()
    dialog.keeper.forget()
    return dialog


@scene("removal")
def removal(stage: Stage) -> QWidget:
    return _forget(_filled(stage))


@scene("removal-empty")
def removal_empty(stage: Stage) -> QWidget:
    return _forget(_dialog(stage))


@scene("removal-history")
def removal_history(stage: Stage) -> QWidget:
    dialog = _filled(stage)
    dialog.tabs.button("history").click()
    stage.idle(stage.session)
    return _forget(dialog)


@scene("removal-evidence")
def removal_evidence(stage: Stage) -> QWidget:
    dialog = _filled(stage)
    dialog.tabs.button("evidence").click()
    stage.idle(stage.session)
    return _forget(dialog)


@scene("removal-incident")
def removal_incident(stage: Stage) -> QWidget:
    dialog = _filled(stage)
    dialog.removal.incident.toggle.click()
    dialog.removal.incident.happened.check.click()
    dialog.removal.already.check.click()
    return _forget(dialog)


@scene("removal-error")
def removal_error(stage: Stage) -> QWidget:
    dialog = _filled(stage)
    broken = stage.folder / "IMG_2231.heic.png"
    broken.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" + bytes(64))
    dialog.removal.evidence.take_files([broken], EvidenceSource.DROP)
    stage.idle(stage.session)
    dialog._on_failed(StorageError("disk_full"))
    return _forget(dialog)


@scene("removal-too-long")
def removal_too_long(stage: Stage) -> QWidget:
    dialog = _filled(stage)
    dialog.removal.reason.set_text(_REASON[stage.language] * 250)
    return _forget(dialog)


def _decided(stage: Stage) -> int:
    """Return a removal that is partly carried out."""
    desk = stage.session.desk
    detail = stage.member("all", stage.group())
    if detail.removal_pending:
        return detail.removal_pending
    text, why = _REASON[stage.language], _WHY[stage.language]
    paths = _pictures(stage)

    def work() -> None:
        picture = desk.evidence.take_files(paths, EvidenceSource.DROP).kept[0]
        receipt = desk.removals.decide(
            RemovalRequest(
                operation=uuid4(),
                membership_id=detail.row.id,
                ground=Ground.COMPROMISED,
                rule_id=None,
                reason=text,
                term=Term.MAY_RETURN,
                evidence=(EvidenceUse(picture.id),),
                notice=text,
            )
        )
        first = desk.removals.get(receipt.subject_id).steps[0]
        desk.carrying_out.tick(uuid4(), first, text=why)

    stage.context.runner.run(stage.session, work, lambda _done: None, stage.context.report_bug)
    stage.idle(stage.session)
    return desk.members.detail(detail.row.id).removal_pending


@scene("carry-out")
def carry_out(stage: Stage) -> QWidget:
    dialog = CarryOutDialog(stage.context, _decided(stage), stage.session.window)
    dialog.resize(648, min(780, stage.size[1]))
    dialog.open()
    return dialog
