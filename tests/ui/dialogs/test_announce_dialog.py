# SPDX-License-Identifier: MIT
"""The rules are told to a group: the text, its parts, other languages, what cannot be told."""

import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.announcement import AnnouncementForm, length
from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.records import GroupFields, GroupRecord
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog
from groupdesk.ui.dialogs.told_dialog import ToldDialog
from tests.ui.desks import Clock, add_member
from tests.ui.helpers import show_active

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, context: UiContext, group: GroupRecord) -> AnnounceDialog:
    dialog = AnnounceDialog(context, group)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def group_of(desk: Desk, platform: Platform, rules: tuple[RuleDraft, ...] = ()) -> GroupRecord:
    fields = GroupFields(f"On {platform}", platform, Language.EN, owner_name="Ana")
    group = desk.groups.create(uuid.uuid4(), fields).subject_id
    if rules:
        desk.rules.publish(uuid.uuid4(), group, rules)
    return desk.groups.get(group)


def test_the_text_is_whole_courteous_and_copied_by_keyboard(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    group = group_of(desk, Platform.TELEGRAM, starter_rules())
    dialog = opened(qtbot, context, group)
    text = dialog.text.text
    assert all(rule.titles["en"] in text for rule in starter_rules())
    assert "On telegram" in text
    assert "Ana" in text
    assert "{" not in text
    show_active(qtbot, dialog)
    qtbot.keyClick(dialog.text, KEY.Key_Return, CTRL)
    assert clipboard() == dialog.preview.parts[0]
    assert "Copied" in dialog.banner.text or "copied" in dialog.banner.text


def test_a_long_text_goes_in_parts_one_after_the_other(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = opened(qtbot, context, group_of(desk, Platform.QQ, starter_rules()))
    parts = dialog.preview.parts
    assert len(parts) > 2
    assert all(length(part) <= 600 for part in parts)
    for part in parts:
        dialog.main_button.click()
        assert clipboard() == part
    assert "last one" in dialog.banner.text
    dialog.preview.bubbles[1].copy.click()
    assert clipboard() == parts[1]


def test_the_short_form_and_both_languages(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    dialog = opened(qtbot, context, group_of(desk, Platform.SLACK, starter_rules()))
    long = dialog.text.text
    dialog.kind.button(AnnouncementForm.SHORT.value).click()
    assert len(dialog.text.text) < len(long) / 2
    dialog.language.setCurrentIndex(2)
    assert "No advertising" in dialog.text.text
    assert "禁止广告" in dialog.text.text
    assert dialog.text.text.index("No advertising") < dialog.text.text.index("禁止广告")


def test_what_changed_waits_for_a_second_version(
    qtbot: QtBot, context: UiContext, desk: Desk, clock: Clock
) -> None:
    rules = starter_rules()
    group = group_of(desk, Platform.DISCORD, rules)
    first = opened(qtbot, context, group)
    assert not first.kind.button(AnnouncementForm.CHANGES.value).isEnabled()
    clock.forward(days=1)
    desk.rules.publish(uuid.uuid4(), group.id, rules[1:], based_on=1)
    dialog = opened(qtbot, context, group)
    dialog.kind.button(AnnouncementForm.CHANGES.value).click()
    assert "No longer applies: R1 No advertising" in dialog.text.text
    assert dialog.ladder.isHidden()
    dialog.version.setCurrentIndex(1)
    assert dialog.form_chosen is AnnouncementForm.LONG


def test_own_words_can_be_had_back(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    dialog = opened(qtbot, context, group_of(desk, Platform.WECOM, starter_rules()))
    qtbot.keyClicks(dialog.text, "My own words. ")
    own = dialog.text.text
    dialog.ladder.click()
    assert "My own words" not in dialog.text.text
    assert "had back" in dialog.banner.text
    dialog.banner._on_action()
    assert dialog.text.text == own


def test_the_preview_is_as_the_platform_shows_it(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    rule = RuleDraft("R1", Severity.MINOR, {"en": "No <b>shouting</b>"}, {"en": "*Please* stop."})
    dialog = opened(qtbot, context, group_of(desk, Platform.WHATSAPP, (rule,)))
    shown = dialog.preview.bubbles[0].text.toPlainText()
    assert "<b>shouting</b>" in shown
    assert "Please stop." in shown
    assert "*" in dialog.preview.note
    dialog.main_button.click()
    assert "*Please* stop." in clipboard()
    other = opened(qtbot, context, group_of(desk, Platform.WECOM, (rule,)))
    assert "*Please*" in other.preview.bubbles[0].text.toPlainText()
    assert other.preview.note == ""


def test_a_language_that_is_missing_is_said(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    rule = RuleDraft("R1", Severity.MINOR, {"zh": "禁止广告"}, {"zh": "请不要。"})
    dialog = opened(qtbot, context, group_of(desk, Platform.WECHAT, (rule,)))
    assert "R1 禁止广告" in dialog.text.text
    assert "not written in English" in dialog._note.text()


def test_without_rules_it_says_what_to_do(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    dialog = opened(qtbot, context, group_of(desk, Platform.WECHAT))
    assert "publish them" in dialog.banner.text
    assert not dialog.main_button.isEnabled()
    assert not dialog.poster_button.isEnabled()
    told = ToldDialog(context, dialog._group)
    qtbot.addWidget(told)
    assert "publish them" in told.unpublished.text()
    assert not told.main_button.isEnabled()


def test_a_hundred_huge_rules_keep_the_window_alive(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    rules = tuple(
        RuleDraft(f"R{n}", Severity.MINOR, {"en": "T" * 200}, {"en": "Word. " * 833})
        for n in range(100)
    )
    dialog = opened(qtbot, context, group_of(desk, Platform.DISCORD, rules))
    assert len(dialog.preview.parts) > 200
    assert len(dialog.preview.bubbles) == 12
    assert all(length(part) <= 2_000 for part in dialog.preview.parts)


def test_it_is_saved_as_text(qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path) -> None:
    dialog = opened(qtbot, context, group_of(desk, Platform.WECOM, starter_rules()))
    dialog.save_to(tmp_path / "规则.txt")
    saved = (tmp_path / "规则.txt").read_text(encoding="utf-8")
    assert saved == dialog.text.text.rstrip() + "\n"
    dialog.save_to(tmp_path)
    assert dialog.banner.text
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["规则.txt"]


def test_a_newcomer_is_welcomed_in_their_language(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    group = desk.groups.get(1)
    newest = desk.announcements.newest(1)
    assert newest is not None
    (member,) = desk.announcements.members(newest.rulebook_id)
    dialog = AnnounceDialog(context, group, to=member)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.text.text.startswith("王小明，您好！欢迎加入“Aurora customers”")
    assert "禁止广告" in dialog.text.text
    dialog.main_button.click()
    assert clipboard() == dialog.text.text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("form", [AnnouncementForm.LONG, AnnouncementForm.SHORT])
def test_the_courtesy_check_finds_nothing(
    qtbot: QtBot, context: UiContext, desk: Desk, language: Language, form: AnnouncementForm
) -> None:
    fields = GroupFields("Aurora", Platform.WECOM, language, owner_name="Ana")
    group = desk.groups.create(uuid.uuid4(), fields).subject_id
    desk.rules.publish(uuid.uuid4(), group, starter_rules())
    dialog = opened(qtbot, context, desk.groups.get(group))
    dialog.kind.button(form.value).click()
    for _wording in range(dialog.wording.count()):
        dialog.wording.setCurrentIndex(_wording)
        assert dialog._fields["text"]._hint == "", dialog.wording.value


def test_who_is_told_from_it_counts_its_wording(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    group = group_of(desk, Platform.QQ, starter_rules())
    add_member(desk, group.id, "Ann")
    dialog = opened(qtbot, context, group)
    dialog.wording.choose("en.announcement.firm")
    dialog.told_button.click()
    told = dialog.findChild(ToldDialog)
    assert told is not None
    told.main_button.click()
    assert desk.templates.usage() == {"en.announcement.firm": 1}
