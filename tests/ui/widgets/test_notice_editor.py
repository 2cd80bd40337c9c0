# SPDX-License-Identifier: MIT
"""The notice follows the form until a person writes in it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Ground, Language, TemplateKind, Term, Tone
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.notice_editor import NoticeEditor, NoticeFacts
from tests.ui.helpers import show_active


@pytest.fixture
def facts(desk: Desk) -> NoticeFacts:
    book = desk.rules.current(1)
    assert book is not None
    return NoticeFacts(
        Ground.BREACH,
        book.rules[0],
        "Three links.",
        Term.UNTIL,
        date(2027, 5, 21),
        date(2026, 11, 20),
    )


@pytest.fixture
def notice(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, facts: NoticeFacts
) -> NoticeEditor:
    made = NoticeEditor(context, detail, facts)
    qtbot.addWidget(made)
    made.resize(700, 400)
    show_active(qtbot, made)
    return made


def in_english(notice: NoticeEditor) -> None:
    notice.language.setCurrentIndex(list(Language).index(Language.EN))


def advice(notice: NoticeEditor) -> str:
    notice._check()
    labels = notice._courtesy._advice.findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())


def test_it_begins_in_the_members_language_and_is_filled_in(notice: NoticeEditor) -> None:
    assert notice.chosen_language is Language.ZH
    for part in ("王小明", "Aurora customers", "R1", "Three links.", "2027年5月21日", "Mei Lin"):
        assert part in notice.text
    assert "{" not in notice.text


def test_it_follows_the_form(notice: NoticeEditor, facts: NoticeFacts) -> None:
    in_english(notice)
    notice.set_facts(replace(facts, reason="Five links.", term=Term.FOR_GOOD, until=None))
    assert "Five links." in notice.text
    assert "This decision has no end date." in notice.text
    assert "May 2027" not in notice.text


@pytest.mark.parametrize(
    ("language", "promise", "refusal"),
    [("en", "welcome", "do not apply again"), ("zh", "欢迎", "请勿再次申请入群")],
)
def test_a_removal_for_good_promises_no_return(
    notice: NoticeEditor, facts: NoticeFacts, language: str, promise: str, refusal: str
) -> None:
    notice.language.setCurrentIndex(list(Language).index(Language(language)))
    assert promise in notice.text
    friendly = notice.template.value
    notice.set_facts(replace(facts, term=Term.FOR_GOOD, until=None))
    assert refusal in notice.text
    assert promise not in notice.text
    notice.set_facts(facts)
    assert notice.template.value == friendly
    assert refusal not in notice.text


def test_for_good_on_another_ground_speaks_of_no_breach(
    notice: NoticeEditor, facts: NoticeFacts
) -> None:
    in_english(notice)
    gone = replace(facts, ground=Ground.COMPROMISED, rule=None, term=Term.FOR_GOOD, until=None)
    notice.set_facts(gone)
    assert notice.template.currentText() == "Goodbye without a breach, friendly"


def test_what_a_person_wrote_stays_until_they_ask(
    qtbot: QtBot, notice: NoticeEditor, facts: NoticeFacts
) -> None:
    in_english(notice)
    assert notice.again.isHidden()
    notice.area.moveCursor(notice.area.textCursor().MoveOperation.End)
    qtbot.keyClicks(notice.area, " See you.")
    assert notice.again.isVisibleTo(notice)
    notice.set_facts(replace(facts, reason="Five links."))
    assert notice.text.endswith("See you.")
    assert "Five links." not in notice.text
    qtbot.mouseClick(notice.again, Qt.MouseButton.LeftButton)
    assert "Five links." in notice.text
    assert "See you." not in notice.text


def test_the_language_of_ones_own_text_is_told_by_the_text(notice: NoticeEditor) -> None:
    notice.area.set_text("Goodbye and thank you.")
    assert notice.chosen_language is Language.EN


def test_a_goodbye_without_a_breach_is_not_offered_for_one(
    notice: NoticeEditor, facts: NoticeFacts
) -> None:
    in_english(notice)
    names = [notice.template.itemText(at) for at in range(notice.template.count())]
    assert names == ["Removal notice, friendly", "Removal notice, short", "Removal notice, firm"]
    notice.template.setCurrentIndex(2)
    notice.set_facts(replace(facts, ground=Ground.INACTIVE, rule=None))
    assert notice.template.currentText() == "Goodbye without a breach, firm"
    assert "not about a breach" in notice.text
    assert "R1" not in notice.text


def test_praise_and_advice(notice: NoticeEditor) -> None:
    in_english(notice)
    notice._check()
    assert notice._courtesy.line == (
        "Names the rule, explains why, offers help, begins with thanks or a greeting"
    )
    assert advice(notice) == ""
    notice.area.set_text("You idiot, get out!!!")
    assert "Words that may insult" in advice(notice)
    assert "Does not name the rule" in advice(notice)


def test_what_is_offered_is_filled_in_and_goes_on_about_nothing(notice: NoticeEditor) -> None:
    in_english(notice)
    notice.area.set_text("You idiot, get out. The rule says so. You'll regret it!!!")
    assert "Better without these words." in advice(notice)
    for _ in range(12):
        buttons = notice._courtesy._advice.offer_buttons()
        if not buttons:
            break
        buttons[0].click()
        notice._check()
    assert "{" not in notice.text
    assert "Hello 王小明, thank you for being part of Aurora customers." in notice.text
    assert "regret" not in notice.text
    assert "which step" not in notice.text


def test_what_the_form_still_fills_in_is_no_mistake(
    notice: NoticeEditor, facts: NoticeFacts
) -> None:
    notice.set_facts(replace(facts, reason="", rule=None))
    assert "placeholder" not in advice(notice).lower()
    assert notice._courtesy.line == "Filled in while you write: Rule code, Rule title, Reason"
    notice.area.set_text(notice.text + "!")
    assert "A placeholder is not filled in" in advice(notice)


def test_a_reason_in_braces_is_not_expanded(notice: NoticeEditor, facts: NoticeFacts) -> None:
    notice.set_facts(replace(facts, reason="{member_name} {0.__class__} %s <b>x</b>"))
    assert "{member_name} {0.__class__} %s <b>x</b>" in notice.text


def test_no_notice_says_what_that_means(notice: NoticeEditor) -> None:
    notice.area.set_text("")
    notice._check()
    assert notice._courtesy.line == "Without a notice the member is not told why."
    assert not notice.copy.isEnabled()


def test_copying(qtbot: QtBot, notice: NoticeEditor) -> None:
    with qtbot.waitSignal(notice.copied):
        qtbot.mouseClick(notice.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == notice.text


@pytest.mark.parametrize("own", [True, False])
def test_a_draft_comes_back_as_it_was(
    qtbot: QtBot,
    context: UiContext,
    detail: MemberDetail,
    facts: NoticeFacts,
    notice: NoticeEditor,
    own: bool,
) -> None:
    in_english(notice)
    notice.template.setCurrentIndex(1)
    if own:
        notice.area.set_text("In my own words.")
    other = NoticeEditor(context, detail, facts)
    qtbot.addWidget(other)
    other.restore(notice.payload())
    assert other.payload() == notice.payload()
    assert other.text == notice.text


def test_the_window_may_change_its_language(
    qtbot: QtBot, notice: NoticeEditor, translations: Translations
) -> None:
    before = notice.text
    translations.set_language("zh")
    qtbot.waitUntil(lambda: notice.language.currentText() == "简体中文")
    assert notice.text == before


def test_a_long_reason_is_followed_after_a_rest_and_never_missed(
    qtbot: QtBot, notice: NoticeEditor, facts: NoticeFacts
) -> None:
    notice.set_facts(replace(facts, reason="word " * 500 + "first"))
    assert "first" not in notice.area.text
    assert "first" in notice.text, "what is recorded is never behind"
    notice.set_facts(replace(facts, reason="word " * 500 + "second"))
    qtbot.waitUntil(lambda: "second" in notice.area.text)


def save(desk: Desk, kind: TemplateKind, name: str, body: str, group_id: int | None = None) -> None:
    fields = TemplateFields(kind, Language.ZH, Tone.FRIENDLY, name, body, group_id)
    desk.templates.save(uuid4(), fields)


def test_the_groups_own_wording_comes_first_between_its_header_and_footer(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, facts: NoticeFacts
) -> None:
    save(desk, TemplateKind.REMOVAL_NOTICE, "本群", "{member_name}，谢谢您。", detail.group.id)
    save(desk, TemplateKind.HEADER, "开头", "“{group_name}”群务组：")
    save(desk, TemplateKind.FOOTER, "结尾", "回复{helper_contact}即可。")
    notice = NoticeEditor(context, detail, facts)
    qtbot.addWidget(notice)
    assert notice.text == "“Aurora customers”群务组：\n\n王小明，谢谢您。\n\n回复Mei Lin即可。"


def test_a_fill_in_of_a_template_waits_for_an_answer(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, facts: NoticeFacts
) -> None:
    body = "{member_name}，谢谢您。{choose:怎么联系|打电话|写信}"
    save(desk, TemplateKind.REMOVAL_NOTICE, "本群", body, detail.group.id)
    notice = NoticeEditor(context, detail, facts)
    qtbot.addWidget(notice)
    assert "[怎么联系 ▾]" in notice.area.toPlainText().replace("\u2060", "")
    notice.set_facts(replace(facts, reason="Four links."))
    assert notice.payload()["notice"] is None, "colouring the gap is no writing"
    show_active(qtbot, notice)
    notice.area.setFocus()
    qtbot.keyClick(notice.area, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(notice.area, Qt.Key.Key_Tab)
    menu = notice.area.choices_menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert notice.text == "王小明，谢谢您。写信"


def test_the_tone_stays_when_the_language_is_another_one(
    notice: NoticeEditor, desk: Desk, facts: NoticeFacts
) -> None:
    own = TemplateFields(TemplateKind.REMOVAL_NOTICE, Language.EN, Tone.FRIENDLY, "Ours", "Hello!")
    desk.templates.save(uuid4(), own)
    at = [notice.template.value_at(at) for at in range(notice.template.count())].index(
        "zh.removal_notice.short"
    )
    notice.template.setCurrentIndex(at)
    in_english(notice)
    assert notice.template_id == "en.removal_notice.short"
