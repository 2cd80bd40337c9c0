# SPDX-License-Identifier: MIT
"""Warnings and talks: filled in, beside the history, copied, in the group, gone wrong."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.act_records import TalkRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, EvidenceSource, OperatorRole, Platform
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import OperatorRecord, TimelineEntry
from groupdesk.services.desk import compose
from groupdesk.services.sample.screenshots import ChatLine, draw_chat
from groupdesk.ui.dialogs.outcome_dialogs import AnswerDialog, SentEarlierDialog, UndeliveredDialog
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from tests.scenes import Stage, scene

_TALK = {
    "en": {
        "thanks": "Answers newcomers’ questions, often late in the evening",
        "problem": "Posted three reseller links in two days",
        "cause": "Thought customers’ own shops were welcome",
        "suggestion": "The partner group, where offers are wanted",
        "agreement": "Takes the links down today and asks before posting offers",
    },
    "zh": {
        "thanks": "经常热心解答新成员的问题",
        "problem": "两天内发了三条代购链接",
        "cause": "以为客户自己的店铺可以发",
        "suggestion": "加入合作伙伴群，那里欢迎发布优惠",
        "agreement": "今天撤下链接，以后发优惠前先问一声",
    },
}
_HARSH = {
    "en": "LISTEN YOU IDIOT!!! Last chance or I throw you out on {date}.",
    "zh": "你这个白痴！！！再发就滚出去，{date}",
}

_MOCKING = {
    "en": (
        "Hello {member_name}, oh great, another link, you genius. You always do this and everyone "
        "is tired of you.\n\nOne more post and you’ll regret it.\n\nMei"
    ),
    "zh": (
        "{member_name}，您好。恭喜您又一次违反群规，您总是这样，大家都烦你。\n\n再发一次，后果自负！！！\n\n小梅"
    ),
}


def _picture(stage: Stage) -> Path:
    lines = [
        ChatLine("李伟", "原单包包，加我私聊 shop.example/8811", "16:02"),
        ChatLine("Mei", "李伟您好，群里请不要发布广告。", own=True),
    ]
    path = stage.folder / "chat.png"
    path.write_bytes(draw_chat(stage.group().name, lines, "16:12", desktop=False))
    return path


def _open(stage: Stage, kind: type[WarningDialog | TalkDialog]) -> WarningDialog | TalkDialog:
    detail = stage.member("warned", stage.group())
    dialog = kind(stage.context, detail, stage.session.window)
    width, height = stage.size
    dialog.resize(min(1280, width), min(850, height))
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _warning(stage: Stage) -> WarningDialog:
    dialog = _open(stage, WarningDialog)
    assert isinstance(dialog, WarningDialog)
    if dialog.warning.rule.rule is None:
        dialog.warning.rule.setCurrentIndex(0)
    dialog.warning.evidence.take_files([_picture(stage)], EvidenceSource.DROP)
    stage.idle(stage.session)
    dialog.warning.message.look()
    return dialog


def _forget(dialog: WarningDialog | TalkDialog) -> QWidget:
    """Let the dialog close without a draft, or the next scene would begin with it."""
    dialog.keeper.stop()
    dialog.keeper.forget()
    return dialog


@scene("warning")
def warning(stage: Stage) -> QWidget:
    return _forget(_warning(stage))


@scene("warning-history")
def warning_history(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.tabs.button("history").click()
    stage.idle(stage.session)
    return _forget(dialog)


@scene("warning-in-the-group")
def warning_in_the_group(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.warning.channel.button(Channel.GROUP.value).click()
    dialog.warning.incident.toggle.click()
    stage.idle(stage.session)
    return _forget(dialog)


@scene("warning-sent")
def warning_sent(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.copy_button.click()
    stage.idle(stage.session)
    dialog.warning.sent.check.click()
    dialog.show_tab("history")
    stage.idle(stage.session)
    form = dialog.findChildren(QScrollArea)[0]
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    return _forget(dialog)


@scene("warning-harsh")
def warning_harsh(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.warning.message.text.set_text(_HARSH[stage.language])
    dialog.warning.message.look()
    stage.idle(stage.session)
    return _forget(dialog)


@scene("warning-put-better")
def warning_put_better(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.warning.message.text.set_text(_MOCKING[stage.language])
    dialog.warning.message.look()
    stage.idle(stage.session)
    form = dialog.findChildren(QScrollArea)[0]
    form.ensureWidgetVisible(dialog.warning.message.courtesy)
    dialog.warning.message.courtesy.advice.offer_buttons()[0].setFocus()
    return _forget(dialog)


@scene("warning-error")
def warning_error(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog._on_failed(StorageError("disk_full"))
    broken, folder = stage.folder / "broken.png", stage.folder / "chats"
    broken.write_bytes(_picture(stage).read_bytes()[:400])
    folder.mkdir(exist_ok=True)
    dialog.warning.evidence.take_files([broken, folder], EvidenceSource.DROP)
    stage.idle(stage.session)
    return _forget(dialog)


@scene("talk")
def talk(stage: Stage) -> QWidget:
    dialog = _open(stage, TalkDialog)
    assert isinstance(dialog, TalkDialog)
    for part, text in _TALK[stage.language].items():
        dialog.talk.parts[part].set_text(text)
    dialog.talk.follow_up.chips.button("7").click()
    dialog.talk.rule.setCurrentIndex(1)
    stage.idle(stage.session)
    return _forget(dialog)


@scene("talk-empty")
def talk_empty(stage: Stage) -> QWidget:
    return _forget(_open(stage, TalkDialog))


_SIGNED = {
    "en": "Hello {member_name}, *please* take down the link of {incident_date}: rule {rule_code},"
    " “{rule_title}”. We {write:What we offer instead}. _Thank you!_ {manager_name}",
    "zh": "{member_name}，您好！您在{incident_date}发的链接违反了群规 {rule_code}“{rule_title}”，"
    "请*撤下*。{write:可以怎么做}。_感谢理解！_{manager_name}",
}
_ASKED = {
    "en": "Hello {member_name}, this is {manager_name}. We {choose:How we talked|spoke by phone|"
    "wrote} on {write:Day} about rule {rule_code}. {rule_hint}",
    "zh": "{member_name}，您好，我是{manager_name}。我们在{write:日期}{choose:沟通方式|通过电话|"
    "文字沟通过}，说到群规 {rule_code}“{rule_title}”。{rule_hint}",
}


def _from_top(stage: Stage, dialog: WarningDialog) -> QWidget:
    stage.idle(stage.session)
    dialog.findChildren(QScrollArea)[0].verticalScrollBar().setValue(0)
    return _forget(dialog)


def _fail(error: Exception) -> None:
    raise error


@scene("warning-several-rules")
def warning_several_rules(stage: Stage) -> QWidget:
    """Three rules in one message, and what a colleague did a moment ago."""
    detail = stage.member("warned", stage.group())
    other = OperatorRecord(2, "Arun", OperatorRole.OWNER)
    desk = stage.context.desk
    colleague = compose(desk.workspace, other, desk.clock, desk.anchor_file)
    request = TalkRequest(
        uuid4(),
        detail.row.id,
        to_text(desk.clock()),
        Channel.PHONE,
        problem=_TALK[stage.language]["problem"],
    )
    runner, window = stage.context.runner, stage.session.window
    runner.run(window, lambda: colleague.talks.record(request), lambda _said: None, _fail)
    stage.idle(stage.session)
    dialog = _warning(stage)
    dialog.warning.rules.choose(("R1", "R2", "R3"))
    dialog.warning.message.look()
    return _from_top(stage, dialog)


@scene("warning-fill-ins")
def warning_fill_ins(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.warning.message.text.set_text(_ASKED[stage.language])
    dialog.warning.step.setCurrentIndex(0)
    dialog.warning.step.activated.emit(0)
    dialog.warning.message.look()
    return _from_top(stage, dialog)


@scene("warning-platform")
def warning_platform(stage: Stage) -> QWidget:
    """A message that the platform formats, without its clean-slate date."""
    dialog = _warning(stage)
    dialog.preview._platform = Platform.SLACK
    dialog.warning.message.text.set_text(_SIGNED[stage.language])
    dialog.warning.message.look()
    return _forget(dialog)


@scene("warning-by-phone")
def warning_by_phone(stage: Stage) -> QWidget:
    dialog = _warning(stage)
    dialog.warning.channel.button(Channel.PHONE.value).click()
    dialog.warning.message.look()
    return _from_top(stage, dialog)


@scene("warning-again")
def warning_again(stage: Stage) -> QWidget:
    entry, _name = _last_warning(stage)
    detail = stage.member("warned", stage.group())
    dialog = WarningDialog(stage.context, detail, stage.session.window, again=entry)
    width, height = stage.size
    dialog.resize(min(1280, width), min(850, height))
    dialog.open()
    stage.idle(stage.session)
    return _forget(dialog)


def _last_warning(stage: Stage) -> tuple[TimelineEntry, str]:
    """Return the last warning and its member's name."""
    detail = stage.member("warned", stage.group())
    entries = stage.context.desk.timeline.of_member(detail.row.id)
    return next(entry for entry in entries if entry.kind == "warning"), detail.row.name


@scene("answer")
def answer(stage: Stage) -> QWidget:
    entry, name = _last_warning(stage)
    dialog = AnswerDialog(stage.context, entry.id, name, stage.session.window)
    dialog.open()
    return dialog


@scene("undelivered")
def undelivered(stage: Stage) -> QWidget:
    entry, name = _last_warning(stage)
    dialog = UndeliveredDialog(stage.context, entry.id, name, stage.session.window)
    dialog.open()
    return dialog


@scene("sent-earlier")
def sent_earlier(stage: Stage) -> QWidget:
    entry, name = _last_warning(stage)
    dialog = SentEarlierDialog(stage.context, entry.id, name, entry.at, stage.session.window)
    dialog.open()
    return dialog


@scene("picture")
def picture(stage: Stage) -> QWidget:
    detail = stage.member("at_risk", stage.group())
    records = stage.context.desk.evidence.earlier(detail.row.id)
    dialog = PictureDialog(stage.context, records, 0, stage.session.window)
    dialog.resize(*stage.size)
    dialog.open()
    stage.idle(stage.session)
    return dialog
