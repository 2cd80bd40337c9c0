# SPDX-License-Identifier: MIT
"""Several rules, fill-ins, what colleagues did meanwhile, another try; all of it by keyboard."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.act_records import Incident, WarningRequest
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language, OperatorRole, TemplateKind, Tone, WarningState
from groupdesk.domain.ladder_edits import without_step
from groupdesk.domain.records import MemberDetail, OperatorRecord, TimelineEntry
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import add_operator
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.translations import LanguageCode
from tests.ui.desks import NOW, Clock, Notices, add_member
from tests.ui.helpers import show_active

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Open = Callable[..., WarningDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Iterator[Open]:
    opened: list[WarningDialog] = []

    def make(again: TimelineEntry | None = None, who: MemberDetail | None = None) -> WarningDialog:
        member = context.desk.members.detail((who or detail).row.id)
        dialog = WarningDialog(context, member, again=again)
        opened.append(dialog)
        show_active(qtbot, dialog)
        return dialog

    yield make
    for dialog in opened:
        if isValid(dialog):
            dialog.deleteLater()


@pytest.fixture
def colleague(desk: Desk) -> Desk:
    """Return the desk of a second operator on the same workspace."""
    arun = add_operator(desk.ledger, uuid4(), "Arun", OperatorRole.MODERATOR).subject_id
    operator = OperatorRecord(arun, "Arun", OperatorRole.MODERATOR)
    return compose(desk.workspace, operator, desk.clock, desk.anchor_file)


def history(desk: Desk, detail: MemberDetail) -> tuple[TimelineEntry, ...]:
    return desk.timeline.of_member(detail.row.id)


def send(desk: Desk, detail: MemberDetail, **values: object) -> int:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    known: dict[str, object] = {
        "operation": uuid4(),
        "membership_id": detail.row.id,
        "rule_id": book.rules[0].id,
        "position": 2,
        "channel": Channel.PRIVATE,
        "language": Language.ZH,
        "message": "请遵守群规。",
    }
    request = WarningRequest(**(known | values))  # type: ignore[arg-type]
    return desk.warnings.record_sent(request, to_text(desk.clock())).subject_id


def press(
    dialog: WarningDialog,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key as a person would: it goes to what pops up, else to where the focus is."""
    target = QApplication.activePopupWidget() or dialog.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_from_the_rule_to_sent_without_a_mouse(
    qtbot: QtBot,
    open_dialog: Open,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    language: LanguageCode,
) -> None:
    context.translations.set_language(language)
    QApplication.processEvents()
    dialog = open_dialog()
    form = dialog.warning
    assert dialog.focusWidget() is form.rule
    QTest.keyClicks(form.rule, "R1")
    press(dialog, Qt.Key.Key_Tab)
    assert form.rule.rule is not None
    press(dialog, Qt.Key.Key_A, ALT)  # also another rule
    qtbot.waitUntil(lambda: bool(form.rules.further))  # Qt shows a button go down first
    further = form.rules.further[0]
    assert dialog.focusWidget() is further
    QTest.keyClicks(further, "R3")
    press(dialog, Qt.Key.Key_Return)
    assert [rule.code for rule in form.rules.rules] == ["R1", "R3"]
    press(dialog, Qt.Key.Key_S, ALT)
    assert dialog.focusWidget() is form.step
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_M, ALT)
    assert dialog.focusWidget() is form.message.text
    press(dialog, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(form.message.text, " PS")
    press(dialog, Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: bool(dialog.banner.text))
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith(" PS")
    assert dialog.focusWidget() is dialog.main_button
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible()
    (entry,) = history(desk, detail)
    assert (entry.state, entry.rule_codes, entry.text) == ("sent", ("R1", "R3"), copied)
    assert "R1“" in copied
    assert "和 R3“" in copied, "both rules are named as one names two"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_fields_share_a_letter(
    open_dialog: Open, context: UiContext, language: LanguageCode
) -> None:
    context.translations.set_language(language)
    QApplication.processEvents()
    dialog = open_dialog()
    dialog.warning.rules.choose(["R1"])
    dialog.warning.incident.toggle.click()
    dialog.warning.message.framed.show()
    dialog.warning.message.until.show()
    for channel in Channel:
        dialog.warning.channel.button(channel.value).click()
        shown = [one for one in dialog.findChildren(QWidget) if one.isVisible()]
        texts = [
            one.text()
            for one in shown
            if isinstance(one, (QAbstractButton, QLabel))
            and (not isinstance(one, QLabel) or one.buddy() is not None)
        ]
        letters = [found[1].upper() for text in texts if (found := re.search(r"&([^&\s])", text))]
        assert len(letters) == len(set(letters)), sorted(letters)
        assert len(letters) > 8


def test_tab_walks_through_all_of_it_in_reading_order(open_dialog: Open) -> None:
    dialog = open_dialog()
    form = dialog.warning
    form.rules.choose(["R1"])
    wanted = [form.step, form.message.template, form.message.language, form.message.text]
    form.rule.setFocus()
    met: list[QWidget | None] = []
    for _step in range(40):
        press(dialog, Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
    places = [met.index(one) for one in wanted]
    assert places == sorted(places)
    assert dialog.copy_button in met
    assert dialog.main_button in met
    assert form.rule.lineEdit() in met or form.rule in met, "and round again"


def test_a_fill_in_is_asked_for_beside_the_main_button(open_dialog: Open) -> None:
    dialog = open_dialog()
    form = dialog.warning
    form.rules.choose(["R1"])
    form.message.text.set_text("Hello {member_name}, we {choose:How|called|wrote}. {write:Day}")
    assert dialog._missing_label.text() == (
        "Still missing: “How” in the message, “Day” in the message"
    )
    assert not dialog.main_button.isEnabled()
    form.message.look()
    assert dialog.preview.message.text == "Hello 王小明, we [How]. [Day]"
    form.message.text.setFocus(Qt.FocusReason.TabFocusReason)
    press(dialog, Qt.Key.Key_Down)
    menu = form.message.text.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(form.message.text, "Monday")
    assert dialog.main_button.isEnabled()
    assert form.message.filled().text == "Hello 王小明, we called. Monday"


def test_a_colleague_is_named_when_one_begins(
    open_dialog: Open, colleague: Desk, detail: MemberDetail, clock: Clock
) -> None:
    send(colleague, detail)
    clock.forward(minutes=2)
    dialog = open_dialog()
    assert dialog.colleagues.text == (
        "Somebody else acted on 王小明 a moment ago:\n15:42 · Arun: Sent warning 1"
    )
    dialog.colleagues._button.click()
    assert dialog.history.isVisible()
    clock.forward(minutes=20)
    again = open_dialog()
    assert again.colleagues.text == ""


def test_who_acted_meanwhile_is_named_and_asked_about_once(
    open_dialog: Open, colleague: Desk, desk: Desk, detail: MemberDetail
) -> None:
    dialog = open_dialog()
    dialog.warning.rules.choose(["R1"])
    send(colleague, detail)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.banner.text == (
        "While you were writing, about 王小明:\n15:42 · Arun: Sent warning 1\n"
        "Nothing was recorded yet. Record once more if it is still right."
    )
    assert dialog.history.isVisible()
    assert len(history(desk, detail)) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible()
    assert len(history(desk, detail)) == 2


def test_a_ladder_that_was_changed_meanwhile_is_told_and_nothing_is_recorded(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    dialog = open_dialog()
    dialog.warning.rules.choose(["R1"])
    group = detail.group
    desk.ladders.publish(uuid4(), group.id, without_step(group.ladder, 0))
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.banner.text.startswith("The ladder of this group was changed")
    assert history(desk, detail) == ()


def test_talk_and_removal_tell_of_colleagues_too(
    qtbot: QtBot, context: UiContext, colleague: Desk, detail: MemberDetail
) -> None:
    send(colleague, detail)
    for kind in (TalkDialog, RemovalDialog):
        dialog = kind(context, detail)
        show_active(qtbot, dialog)
        assert "Arun: Sent warning 1" in dialog.colleagues.text
        dialog.deleteLater()


def test_what_did_not_arrive_is_begun_again(
    open_dialog: Open, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    told = Incident(to_text(NOW - timedelta(days=2)), NoticedHow.SEEN, "限时优惠")
    lost = send(desk, detail, more_rule_ids=(book.rules[2].id,), position=3, incident=told)
    desk.warnings.mark_not_delivered(uuid4(), lost, "blocked")
    (entry,) = history(desk, detail)
    dialog = open_dialog(entry)
    form = dialog.warning
    assert form.message.text.text == "请遵守群规。"
    assert form.position == 3
    assert [rule.id for rule in form.rules.rules] == [book.rules[0].id, book.rules[2].id]
    assert form.incident.incident() == told
    assert "did not reach 王小明" in dialog.banner.text
    form.channel.button(Channel.PHONE.value).click()
    assert not dialog.copy_button.isVisible()
    assert dialog.main_button.text() == "Record the call"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    newest, _lost = history(desk, detail)
    assert (newest.state, newest.channel) == (WarningState.SENT, Channel.PHONE)
    assert not desk.members.row(detail.row.id).undelivered


def test_another_try_counts_from_its_own_day_and_takes_no_step_of_a_draft(
    open_dialog: Open, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    until = Dates("zh").full_day((NOW + timedelta(days=90)).date())
    lost = send(desk, detail, position=2, message=f"请遵守群规。有效期至{until}。")
    desk.warnings.mark_not_delivered(uuid4(), lost)
    (entry,) = history(desk, detail)
    first = open_dialog()
    step = first.warning.step
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_End)
    first.reject()
    clock.forward(days=3)
    dialog = open_dialog(entry)
    dialog.banner._button.click()
    form = dialog.warning
    assert form.position == 2
    later = Dates("zh").full_day((NOW + timedelta(days=93)).date())
    assert form.message.filled().text == f"请遵守群规。有效期至{later}。"
    assert form.message.until.isHidden()


def test_a_kept_draft_goes_before_another_try(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    lost = send(desk, detail)
    desk.warnings.mark_not_delivered(uuid4(), lost)
    (entry,) = history(desk, detail)
    first = open_dialog()
    first.warning.message.text.set_text("My own words")
    first.reject()
    dialog = open_dialog(entry)
    assert dialog.warning.message.text.text == "My own words"
    dialog.banner._button.click()
    assert dialog.warning.message.text.text == "请遵守群规。"


def test_language_and_why(open_dialog: Open, desk: Desk, detail: MemberDetail) -> None:
    message = open_dialog().warning.message
    assert message.language_field._below.text() == "The member’s own"
    message.language.setCurrentIndex(message.language.findData(Language.EN))
    assert message.language_field._below.text() == "Theirs is 中文"
    unknown = add_member(desk, detail.group.id, "Somebody")
    other = open_dialog(who=unknown).warning.message
    assert other.chosen_language is Language.EN
    assert other.language_field._below.text() == "Theirs is not known: the group’s"


def test_header_and_footer_frame_the_message(open_dialog: Open, desk: Desk) -> None:
    for kind, body in (
        (TemplateKind.HEADER, "极光客服"),
        (TemplateKind.FOOTER, "谢谢{group_name}"),
    ):
        fields = TemplateFields(kind, Language.ZH, Tone.FRIENDLY, kind.value, body)
        desk.templates.save(uuid4(), fields)
    dialog = open_dialog()
    message = dialog.warning.message
    message.text.set_text("Hello")
    assert message.framed.isVisible()
    assert message.filled().text == "极光客服\n\nHello\n\n谢谢Aurora customers"
    message.framed.click()
    assert message.filled().text == "Hello"
    contents = dialog.contents()
    dialog.reject()
    assert open_dialog().contents() == contents


def test_a_warning_that_hides_until_when_it_counts_can_say_it(open_dialog: Open) -> None:
    dialog = open_dialog()
    form = dialog.warning
    form.rules.choose(["R1"])
    form.step.setCurrentIndex(form.step.findData(2))
    form.step.activated.emit(2)
    form.message.look()
    assert not form.message.until.isVisible()
    form.message.text.set_text("王小明，请不要发广告。\n\n{manager_name}")
    form.message.look()
    assert form.message.until.isVisible()
    QTest.keyClick(form.message.until, Qt.Key.Key_Space)
    assert form.message.filled().text == (
        "王小明，请不要发广告。\n\n有效期至2027年2月19日，到期后不再计入。\nMei"
    )
    assert not form.message.until.isVisible()


HOSTILE = [
    ("x" * 100_000, "a shorter message (100,000 of 10,000 characters)"),
    (" \n\u200b\u3000", "the message"),
    ("{rule_title}{rule_code}", "“Rule title” in the message, “Rule code” in the message"),
]


@pytest.mark.parametrize(("text", "missing"), HOSTILE)
def test_what_cannot_be_sent_is_said_beside_the_button(
    open_dialog: Open, text: str, missing: str
) -> None:
    dialog = open_dialog()
    dialog.warning.rules.choose([])
    dialog.warning.step.setCurrentIndex(dialog.warning.step.findData(1))
    dialog.warning.step.activated.emit(1)
    dialog.warning.message.text.set_text(text)
    assert dialog._missing_label.text() == f"Still missing: {missing}"
    dialog.warning.message.look()


@pytest.mark.parametrize(
    "text",
    [
        "<b>Hello</b> <img src=x>",
        "a\u202eb {member} {0.__class__} %s {{ }} {a{b}",
        "{choose:Only|one}",
    ],
)
def test_strange_text_is_sent_as_it_is(
    open_dialog: Open, desk: Desk, detail: MemberDetail, text: str
) -> None:
    dialog = open_dialog()
    dialog.warning.rules.choose(["R1"])
    dialog.warning.message.text.set_text(text)
    dialog.warning.message.look()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert entry.text == text


def test_a_friendly_reminder_is_said_not_to_count(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    form = dialog.warning
    form.rules.choose(["R1"])
    press(dialog, Qt.Key.Key_S, ALT)
    press(dialog, Qt.Key.Key_Home)
    assert form.step.currentText() == "Friendly reminder (does not count)"
    assert form._step_hint() == "In good faith: it does not count and leads to nothing."
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = history(desk, detail)
    assert entry.position == 0
    assert desk.members.row(detail.row.id).standing == 0
    assert notices.texts[-1] == "Friendly reminder for 王小明 is recorded."


def test_rules_can_be_taken_away_again(open_dialog: Open) -> None:
    rules = open_dialog().warning.rules
    rules.choose(["R1", "R2", "R3", "unknown"])
    assert [rule.code for rule in rules.rules] == ["R1", "R2", "R3"]
    remove = rules.findChildren(QPushButton)
    named = next(one for one in remove if one.accessibleName() == "Take rule 2 away")
    QTest.keyClick(named, Qt.Key.Key_Space)
    assert [rule.code for rule in rules.rules] == ["R1", "R3"]
    assert not any(isinstance(one, QCheckBox) for one in remove)
