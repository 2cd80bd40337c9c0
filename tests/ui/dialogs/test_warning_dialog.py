# SPDX-License-Identifier: MIT
"""The composer of warnings on a real desk, from the first key to the record."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language, Severity, TemplateKind, Tone
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import MemberDetail, TimelineEntry
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.tasks import ImmediateRunner
from groupdesk.ui.widgets.message_fields import MessageFacts
from tests.ui.desks import NOW, Notices, picture_file, png
from tests.ui.drops import drop, files
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], WarningDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Iterator[Open]:
    opened: list[WarningDialog] = []

    def make() -> WarningDialog:
        dialog = WarningDialog(context, context.desk.members.detail(detail.row.id))
        opened.append(dialog)
        show_active(qtbot, dialog)
        return dialog

    yield make
    for dialog in opened:
        if isValid(dialog):
            dialog.deleteLater()


def history(desk: Desk, detail: MemberDetail) -> tuple[TimelineEntry, ...]:
    return desk.timeline.of_member(detail.row.id)


def said(dialog: WarningDialog) -> str:
    """Return what stands on the labels of a dialog."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def choose_rule(dialog: WarningDialog, typed: str) -> None:
    """Type a piece of a rule's name and take what is offered."""
    dialog.warning.rule.setFocus()
    field = dialog.warning.rule.lineEdit()
    assert field is not None
    field.selectAll()
    if typed.isascii():
        QTest.keyClicks(field, typed)
    else:  # as an input method hands Chinese over
        event = QInputMethodEvent()
        event.setCommitString(typed)
        QApplication.sendEvent(field, event)
    completer = dialog.warning.rule.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def choose_step(dialog: WarningDialog, position: int) -> None:
    step = dialog.warning.step
    at = step.findData(position)
    step.setCurrentIndex(at)
    step.activated.emit(at)


def test_warn_from_start_to_end_by_keyboard(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    assert dialog.windowTitle() == "Remind 王小明"
    choose_rule(dialog, "advert")
    rule = dialog.warning.rule.rule
    assert rule is not None
    assert "advert" in rule.titles["en"].lower()
    dialog.warning.step.setFocus()
    QTest.keyClick(dialog.warning.step, Qt.Key.Key_Down)
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    dialog.warning.message.text.setFocus()
    QTest.keyClick(dialog.warning.message.text, Qt.Key.Key_V, CTRL)
    assert len(dialog.warning.evidence.uses()) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert entry.state == "sent"
    assert entry.position == dialog_position(rule.severity) + 1
    assert entry.at == to_text(NOW)
    assert "王小明" in entry.text
    assert "{" not in entry.text
    assert len(entry.evidence) == 1
    assert "is recorded. It counts until " in notices.texts[-1]


def dialog_position(severity: Severity) -> int:
    return {Severity.MINOR: 1, Severity.SERIOUS: 2}[severity]


def test_head_knows_a_friendly_reminder(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    dialog = open_dialog()
    assert "no reminder" in said(dialog)
    choose_rule(dialog, "advert")
    choose_step(dialog, 0)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert history(desk, detail)[0].state == "sent"
    assert "1 reminder, on 21 Nov" in said(open_dialog())


def test_rule_is_found_in_both_languages(open_dialog: Open) -> None:
    dialog = open_dialog()
    choose_rule(dialog, "广告")
    rule = dialog.warning.rule.rule
    assert rule is not None
    assert "广告" in rule.titles["zh"]
    assert dialog.warning.rule.currentText().endswith(rule.titles["en"])


def test_ladder_proposes_and_never_forces(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    by_severity = {rule.severity: rule for rule in reversed(book.rules)}
    dialog = open_dialog()
    form = dialog.warning
    form.rule.choose(by_severity[Severity.SERIOUS].code)
    assert form.step.currentText() == "Warning 1  (next by the ladder)"
    assert dialog.windowTitle() == "Warn 王小明"
    choose_step(dialog, 1)
    assert form.position == 1
    assert form.why.text() == (
        "Nothing counts at the moment: a first serious breach leads to warning 1."
        " You chose another step; that is up to you."
    )
    assert dialog.windowTitle() == "Remind 王小明"
    assert form.message.template_id.endswith("reminder.friendly")
    form.rule.choose(by_severity[Severity.MINOR].code)
    assert form.position == 1
    if Severity.ZERO_TOLERANCE in by_severity:
        form.rule.choose(by_severity[Severity.ZERO_TOLERANCE].code)
        assert form.why.text() == (
            "Nothing counts at the moment: a first zero-tolerance breach leads to removal."
            " A warning is still possible."
        )


def test_message_is_in_the_members_language_and_can_be_switched(open_dialog: Open) -> None:
    dialog = open_dialog()
    message = dialog.warning.message
    assert message.chosen_language is Language.ZH
    assert "{member_name}，您好" in message.text.text
    message.language.setCurrentIndex(message.language.findData(Language.EN))
    assert message.text.text.startswith("Hello {member_name}")
    message.text.insertPlainText("My own words. ")
    message.language.setCurrentIndex(message.language.findData(Language.ZH))
    assert "My own words." in message.text.text, "what was written must not be lost"
    message.look()
    assert message.again.isVisible()
    message.again.click()
    assert "{member_name}，您好" in message.text.text
    QTest.keyClick(message.text, Qt.Key.Key_Z, CTRL)
    assert "My own words." in message.text.text


def test_the_tone_stays_when_the_language_or_the_step_is_another_one(
    open_dialog: Open, desk: Desk
) -> None:
    own = TemplateFields(
        TemplateKind.REMINDER, Language.ZH, Tone.FRIENDLY, "群里的提醒", "{member_name}，您好！"
    )
    desk.templates.save(uuid4(), own)
    message, choose = open_dialog().warning.message, "reminder.no_rule.firm"
    message.template.setCurrentIndex(message.template.findData(f"zh.{choose}"))
    message.template.activated.emit(message.template.currentIndex())
    message.language.setCurrentIndex(message.language.findData(Language.EN))
    assert message.template_id == f"en.{choose}", "not the fourth one of a list of three"
    message.language.setCurrentIndex(message.language.findData(Language.ZH))
    assert message.template_id == f"zh.{choose}"
    message.set_facts(MessageFacts(position=3))
    assert message.template_id == "zh.warning.firm"


def test_ones_own_words_keep_the_template_that_they_were_begun_with(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    dialog = open_dialog()
    choose_rule(dialog, "advert")
    dialog.warning.message.text.appendPlainText("谢谢您！")
    choose_step(dialog, 1)
    dialog.reject()
    again = open_dialog()
    assert again.warning.message.is_own
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert history(desk, detail)[0].position == 1
    assert desk.templates.usage() == {"zh.warning.friendly": 1}


def test_preview_fills_in_and_marks_gaps(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.warning.message.look()
    shown = dialog.preview.message
    assert "王小明" in shown.text
    assert "2026年11月21日" in shown.text
    assert dialog.preview.foot == "No placeholder left unfilled"
    dialog.warning.incident.happened.set_moment("")
    dialog.warning.message.look()
    ((start, end),) = shown._text.marks
    assert shown.text[start:end] == "{incident_date}"
    assert dialog.preview.foot == "Not filled in: Date of the incident"


def test_courtesy_advises_and_does_not_block(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.warning.message.text.set_text("YOU ARE AN IDIOT. STOP THIS RIGHT NOW!!!")
    dialog.warning.message.look()
    report = dialog.warning.message.courtesy.report
    assert report is not None
    assert not report.polite
    assert not dialog.warning.message.courtesy.advice.isHidden()
    assert dialog.main_button.isEnabled()


def minor_rule(desk: Desk, detail: MemberDetail) -> str:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    return next(rule.code for rule in book.rules if rule.severity is Severity.MINOR)


def test_reminder_of_no_rule_leaves_nothing_unfilled(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    dialog = open_dialog()
    message = dialog.warning.message
    for language in Language:
        message.language.setCurrentIndex(message.language.findData(language))
        for at in range(message.template.count()):
            message.template.setCurrentIndex(at)
            message.template.activated.emit(at)
            message.look()
            assert dialog.preview.foot == "No placeholder left unfilled"
            assert message.template_id.startswith(f"{language}.reminder.no_rule.")
            assert message.courtesy.advice.isHidden()
    dialog.warning.rule.choose(minor_rule(desk, detail))
    assert message.template_id == "zh.reminder.firm"
    assert "{rule_title}" in message.text.text
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert entry.rule_code in entry.text


def test_in_the_group_asks_why(open_dialog: Open, desk: Desk, detail: MemberDetail) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.warning.channel.button(Channel.GROUP.value).click()
    assert not dialog.main_button.isEnabled()
    assert dialog._missing_label.text() == "Still missing: why in the group"
    QTest.keyClicks(dialog.warning.channel_reason, "the quarrel was in the open")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert entry.lines == (("channel_reason", "the quarrel was in the open"),)


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Escape, None), (Qt.Key.Key_W, CTRL)])
def test_leaving_keeps_the_draft_with_its_screenshots(
    open_dialog: Open,
    desk: Desk,
    detail: MemberDetail,
    notices: Notices,
    tmp_path: Path,
    keys: tuple[Qt.Key, Qt.KeyboardModifier | None],
) -> None:
    dialog = open_dialog()
    form = dialog.warning
    form.rule.setCurrentIndex(1)
    form.channel.button(Channel.GROUP.value).click()
    form.channel_reason.setText("why")
    form.message.text.set_text("Unfinished {member_name}")
    form.incident.quoted.set_text("buy here")
    form.sent.check.click()
    drop(dialog, files(picture_file(tmp_path, "chat.png")))
    before = dialog.contents()
    QTest.keyClick(dialog, keys[0], keys[1] or Qt.KeyboardModifier.NoModifier)
    assert not dialog.isVisible()
    assert notices.texts == ["The message to 王小明 is kept as a draft."]
    again = open_dialog()
    assert again.contents() == before
    assert [use.evidence_id for use in again.warning.evidence.uses()]
    assert again._hint.text() == "Draft kept 15:42"
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert desk.drafts.load("warning", membership_id=detail.row.id) is None
    (entry,) = history(desk, detail)
    assert entry.text == "Unfinished 王小明"


def test_nothing_written_keeps_nothing(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    dialog.reject()
    assert desk.drafts.load("warning", membership_id=detail.row.id) is None
    assert notices.texts == []


def test_discarding_offers_undo(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    dialog.warning.message.text.set_text("Hello")
    dialog.discard_button.click()
    assert not dialog.isVisible()
    assert desk.drafts.load("warning", membership_id=detail.row.id) is None
    notices.action()
    draft = desk.drafts.load("warning", membership_id=detail.row.id)
    assert draft is not None
    assert draft.payload["message"] == "Hello"


def test_full_disk_leaves_everything_as_it_was(
    open_dialog: Open, desk: Desk, detail: MemberDetail, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.warning.message.text.set_text("Hello")

    def full(*_arguments: object, **_named: object) -> None:
        raise StorageError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(desk.warnings, "record_sent", full)
        patch.setattr(desk.drafts, "save", full)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        assert "The disk is full" in dialog.banner.text
        assert dialog.isVisible()
        assert dialog.warning.message.text.text == "Hello"
        assert dialog.warning.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "what cannot be kept must not vanish"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert [entry.state for entry in history(desk, detail)] == ["sent"]


def test_missing_file_is_said_under_the_evidence(
    open_dialog: Open, desk: Desk, tmp_path: Path
) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    dialog.warning.evidence.take_clipboard()
    for path in (tmp_path / "workspace" / "evidence").glob("??/*"):
        path.unlink()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert "is missing, so nothing was saved" in dialog.warning.evidence.error
    assert dialog.isVisible()


def test_both_languages_while_it_is_open(open_dialog: Open, context: UiContext) -> None:
    dialog = open_dialog()
    dialog.warning.rule.setCurrentIndex(0)
    dialog.warning.message.text.set_text("Hello {member_name}")
    context.translations.set_language("zh")
    QApplication.processEvents()  # Qt tells widgets of it by posted events
    rule = dialog.warning.rule.rule
    assert rule is not None
    assert dialog.warning.rule.currentText() == f"{rule.code}  {rule.titles['zh']}"
    assert dialog.warning.message.text.text == "Hello {member_name}"


def test_closed_dialog_is_freed(open_dialog: Open) -> None:
    assert_freed(open_dialog())


def test_uses_in_the_request_are_hashable_and_stable(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert hash(dialog._request()) == hash(dialog._request())
    assert EvidenceUse(1) != EvidenceUse(2)


def test_leaving_waits_for_screenshots_on_their_way(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    late = LateRunner()
    dialog = WarningDialog(replace(context, runner=late), detail)
    show_active(qtbot, dialog)
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    dialog.warning.evidence.take_clipboard()
    assert dialog._missing_label.text().endswith("screenshots on their way")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    late.finish()
    assert not dialog.isVisible()
    draft = desk.drafts.load("warning", membership_id=detail.row.id)
    assert draft is not None
    assert len(draft.evidence) == 1
    dialog.deleteLater()


class LateRunner(ImmediateRunner):
    """Does work with files only when it is told to."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(self, owner: Any, work: Any, ok: Any, failed: Any, *, pool: Any = "write") -> None:
        if pool == "files":
            self._waiting.append(lambda: super(LateRunner, self).run(owner, work, ok, failed))
        else:
            super().run(owner, work, ok, failed)

    def finish(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()
