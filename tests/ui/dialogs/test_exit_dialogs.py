# SPDX-License-Identifier: MIT
"""The windows of leaving: what is recorded, what is said before, what is kept after a mistake."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Language, MemberRole, MembershipState, Platform
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.handover_records import Party
from groupdesk.domain.leaving_enums import (
    CustomerTold,
    ExitEntryKind,
    ExitItem,
    ExitReason,
    ExitState,
)
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models.leaving import ExitTold
from groupdesk.services.desk import Desk
from groupdesk.services.exit_due import due_from_exits
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.exit_answer_dialog import ExitAnswerDialog
from groupdesk.ui.dialogs.exit_check_dialog import ExitCheckDialog
from groupdesk.ui.dialogs.exit_customers_dialog import ExitCustomersDialog
from groupdesk.ui.dialogs.exit_dialog import ExitDialog
from groupdesk.ui.dialogs.exit_folder_dialog import ExitFolderDialog
from groupdesk.ui.dialogs.exit_item_dialog import ExitItemDialog
from groupdesk.ui.dialogs.exit_left_dialog import ExitLeftDialog
from groupdesk.ui.dialogs.exit_owner_dialog import ExitOwnerDialog
from groupdesk.ui.dialogs.handover_begin_dialog import HandoverBeginDialog
from groupdesk.ui.dialogs.leaving_dialog import LeavingDialog
from groupdesk.ui.dialogs.letter_dialog import LetterDialog
from groupdesk.ui.due.exits import ExitTodo
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.exit_words import next_act
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.exit_checklist import ExitChecklist
from tests.services.exit_cases import answered, asked, asked_by_anybody, gone, led_by, telling
from tests.services.handover_cases import book_for, me, moved
from tests.ui.acting import dialog
from tests.ui.desks import Clock, Notices

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
STAY = ExitEntryKind.ASKED_TO_STAY


def add(desk: Desk, detail: MemberDetail, name: str, **fields: object) -> int:
    given = MemberFields(name, **fields)  # type: ignore[arg-type]
    return desk.members.add(uuid4(), detail.group.id, given).subject_id


def record_of(desk: Desk, ident: int) -> ExitRecord:
    return desk.leaving.exits.get(ident)


def shown(window: QWidget) -> None:
    window.show()
    QApplication.processEvents()


def test_a_request_is_recorded_with_two_keys(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    made = ExitDialog(context, detail)
    shown(made)
    qtbot.keyClick(made, Qt.Key.Key_Return, CTRL)
    (row,) = desk.leaving.exit_list.rows(ExitFilter())
    assert (row.member_name, row.state) == (detail.row.name, ExitState.OPEN)
    assert notices.texts[-1].startswith("The request to leave is recorded. Answer by")


def test_letters_lead_to_groups_reason_and_day(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    made = ExitDialog(context, detail)
    shown(made)
    made.groups_field.show()
    _one, box = made.groups[detail.row.id]
    reason, day = made.reasons.button(made.reasons.current), made.wish.chips
    for key, wanted in (
        (Qt.Key.Key_G, box),
        (Qt.Key.Key_R, reason),
        (Qt.Key.Key_C, day.button(day.current)),
    ):
        made.text.setFocus()
        qtbot.keyClick(made, key, Qt.KeyboardModifier.AltModifier)
        assert wanted.hasFocus(), key
    assert "&d" not in made.wish_field.head.text().lower(), "Alt+D discards the draft"


def test_a_handover_begins_with_the_entry_of_who_takes_over(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = answered(desk, asked(desk, detail.row.id), STAY, until="2026-12-05")
    successor = add(desk, detail, "Zhou Min")
    ExitActs(context, context.acts._window).hand_over(record_of(desk, ident))
    assert dialog(HandoverBeginDialog).taker.party.membership_id == successor


def test_the_checklist_says_what_the_records_know_and_ticks_nothing(
    context: UiContext, desk: Desk, detail: MemberDetail, tmp_path: Path
) -> None:
    key = [add(desk, detail, name, key_customer=True) for name in "AB"]
    ident = asked(desk, detail.row.id)
    listed = ExitChecklist(context)
    listed.show_exit(record_of(desk, ident), refusal="")
    at = [one.code for one in record_of(desk, ident).items].index(ExitItem.CUSTOMERS_TOLD)
    fields = {one: listed.boxes[at + step] for step, one in enumerate(("told", "saved"))}
    assert fields["told"].accessibleDescription() == "By the records: 0 of 2 told"
    assert fields["saved"].accessibleDescription() == ""
    desk.leaving.exit_customers.tell(telling(desk, ident, *key))
    desk.leaving.exit_folder.save(uuid4(), ident, tmp_path, Language.EN)
    listed.show_exit(record_of(desk, ident), refusal="")
    assert fields["told"].accessibleDescription() == "By the records: 2 of 2 told"
    assert fields["saved"].accessibleDescription().startswith("By the records: folder saved ")
    assert not any(one.isChecked() for one in fields.values())


def test_today_asks_at_once_whether_messages_still_come(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    gone(desk, answered(desk, asked(desk, detail.row.id)))
    with desk.ledger.reading():
        item = next(one for one in due_from_exits(desk.ledger) if one.kind == "exit_check")
    ((_text, act),) = ExitTodo(context, context.acts._window).buttons(item)
    act()
    assert dialog(ExitCheckDialog).exit.row.id == item.id


def test_what_is_empty_is_cancelled_and_what_was_typed_is_a_draft(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, notices: Notices
) -> None:
    made = ExitDialog(context, detail)
    shown(made)
    assert made.discard_button.text() == "Cancel"
    qtbot.keyClicks(made.text, "B")
    assert made.discard_button.text() == "&Discard draft"
    made.text.clear()
    made.discard_button.click()
    assert not made.isVisible()
    assert notices.texts == []


def test_another_reason_asks_for_their_words(context: UiContext, detail: MemberDetail) -> None:
    made = ExitDialog(context, detail)
    made.reasons.button("other").click()
    assert not made.main_button.isEnabled()
    assert "the reason" in made._missing_label.text()
    made.text.set_text("Moves to Wuhan")
    assert made.main_button.isEnabled()


def test_the_arrow_keys_reach_every_reason(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    made = ExitDialog(context, detail)
    shown(made)
    seen = []
    for _reason in ExitReason:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
        seen.append(made.reason)
    assert seen == [*[*reversed(ExitReason)][1:], ExitReason.NOT_SAID]


def test_what_was_begun_is_there_again(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, desk: Desk
) -> None:
    made = ExitDialog(context, detail)
    made.reasons.button("job_changed").click()
    made.text.set_text("Moves to Wuhan")
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    again = ExitDialog(context, detail)
    assert (again.reason.value, again.text.text) == ("job_changed", "Moves to Wuhan")
    again.main_button.click()
    assert desk.drafts.load("exit", membership_id=detail.row.id) is None
    assert desk.leaving.exit_list.rows(ExitFilter())[0].reason_text == "Moves to Wuhan"


def test_it_says_before_what_the_program_thinks(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    add(desk, detail, "Big customer", key_customer=True)
    led_by(desk, detail.row.id)
    made = ExitDialog(context, detail)
    assert any("Big customer" in text for text in made.notices.texts)


def test_who_asked_already_is_shown_the_request(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    went: list[int] = []
    object.__setattr__(context, "go_to_request", lambda _kind, exit_id: went.append(exit_id))
    ExitActs(context, context.acts._window).record(detail)
    assert went == [ident]


def test_staying_asks_for_who_takes_over_and_writes_the_letter(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    add(desk, detail, "Zhou Min")
    made = ExitAnswerDialog(context, record_of(desk, ident), context.acts._window)
    made.kinds.button(STAY.value).click()
    assert not made.main_button.isEnabled()
    assert made.until.day == "2026-12-05", "fourteen days, as usual"
    made.who.set_name("Somebody else")
    assert made.who.told == "Not in this group yet; the name is enough."
    made.who.set_name("Zhou Min")
    assert made.who.told == "In this group already."
    assert made.letter.chosen_language is Language.ZH
    assert "12月5日" in made.letter.text
    made.main_button.click()
    record = record_of(desk, ident)
    assert record.row.state is ExitState.STAYING
    assert record.replacement is not None
    assert record.replacement.name == "Zhou Min"
    letter = dialog(LetterDialog)
    assert letter.letter.text == record.entries[-1].letter
    letter.main_button.click()
    assert record_of(desk, ident).row.letter is not None


def test_colleagues_are_offered_and_a_customer_is_asked_about(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    for name in ("Cai Jianhui", "Cao Jing"):
        add(desk, detail, name, account_owner="Wang Min")
    ident = asked(desk, detail.row.id)
    made = ExitAnswerDialog(context, record_of(desk, ident))
    shown(made)
    qtbot.keyClicks(made.who.edit, "wang")
    qtbot.waitUntil(lambda: [one.split(" · ")[0] for one in made.who.offered] == ["Wang Min"])
    below = made.until_field.geometry().top()
    assert below < made.who_field.geometry().top(), "what is offered never lies over the day"
    made.who.set_name("Cao Jing")
    assert made.who.told.startswith("A customer of this group.")
    assert not made.main_button.isEnabled()
    made.who.sure.click()
    assert made.main_button.isEnabled()


def test_of_an_ordinary_member_nobody_is_asked_who_takes_over(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked_by_anybody(desk, detail.row.id)
    made = ExitAnswerDialog(context, record_of(desk, ident))
    shown(made)
    assert not made.who_field.isVisible()
    assert "您不需要再办理其他手续。" in made.letter.text


def test_nobody_writes_to_themselves(context: UiContext, desk: Desk, detail: MemberDetail) -> None:
    desk.operators.link_me(uuid4(), detail.row.person_id)
    ident = asked_by_anybody(desk, detail.row.id)
    made = ExitAnswerDialog(context, record_of(desk, ident))
    shown(made)
    assert not made.letter.isVisible()
    made.main_button.click()
    record = record_of(desk, ident)
    assert (record.row.state, record.row.has_letter) == (ExitState.APPROVED, False)


def test_the_next_act_is_what_can_be_done_now(desk: Desk, detail: MemberDetail) -> None:
    today = desk.clock().date()
    later = (today + timedelta(days=14)).isoformat()
    ident = answered(desk, asked(desk, detail.row.id), STAY, until=later)
    assert next_act(record_of(desk, ident), today) == "exit.hand_over"
    leaver = Party(membership_id=detail.row.id)
    book = book_for(desk, leaver, me(desk), group_id=detail.group.id, exit_id=ident)
    moved(desk, book, "They are on leave already.")
    assert next_act(record_of(desk, ident), today) == "", "only the checklist is left"
    add(desk, detail, "Key", key_customer=True)
    assert next_act(record_of(desk, ident), today) == "exit.customers"
    assert next_act(record_of(desk, ident), today + timedelta(days=15)) == "exit.left"


def test_a_letter_of_ones_own_is_kept_with_the_draft(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    made = ExitAnswerDialog(context, record_of(desk, ident))
    made.letter.area.set_text("Thank you for all of it.")
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    again = ExitAnswerDialog(context, record_of(desk, ident))
    assert again.letter.text == "Thank you for all of it."


def test_an_answer_over_anothers_answer_is_refused_and_kept(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    made = ExitAnswerDialog(context, record_of(desk, ident))
    answered(desk, ident)
    made.reason.set_text("Fine with us")
    made.main_button.click()
    assert "answered this request meanwhile" in made.banner.text
    assert made.reason.text == "Fine with us"


def test_leaving_tells_when_it_is_asked_about_messages(
    context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    ident = asked(desk, detail.row.id)
    answered(desk, ident)
    made = ExitLeftDialog(context, record_of(desk, ident))
    made.main_button.click()
    assert desk.members.row(detail.row.id).state is MembershipState.LEFT
    assert "you are asked whether messages still come" in notices.texts[-1]


def test_messages_that_still_come_bring_the_next_advice(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    gone(desk, ident)
    made = ExitCheckDialog(context, record_of(desk, ident))
    assert made.advice.text() == ""
    made.results.button(TaskState.COULD_NOT.value).click()
    assert "再" in made.advice_text, "in the member's own language"
    made.copy.click()
    assert QGuiApplication.clipboard().text() == made.advice_text
    made.main_button.click()
    record = record_of(desk, ident)
    assert len(record.tried) == 1
    assert record.row.check_on > "2026-11-21"


def test_a_line_that_is_not_needed_asks_why(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    record = record_of(desk, asked(desk, detail.row.id))
    made = ExitItemDialog(context, record, record.items[0], result=TaskState.NOT_NEEDED)
    assert not made.main_button.isEnabled()
    made.text.set_text("He works alone")
    made.main_button.click()
    item = record_of(desk, record.row.id).items[0]
    assert (item.state, item.result) == (TaskState.NOT_NEEDED, "He works alone")


def test_customers_are_told_who_is_there_for_them(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    add(desk, detail, "Big customer", key_customer=True)
    add(desk, detail, "Another one", key_customer=True)
    ident = asked(desk, detail.row.id)
    made = ExitCustomersDialog(context, record_of(desk, ident))
    shown(made)
    assert made.list.count() == 2
    made.copy.click()
    assert made.who_field.error, "without a name the letter says nothing"
    made.who.set_name("Zhou Min")
    QApplication.processEvents()
    place = made.list.mapTo(made, made.list.rect().topLeft())
    made.copy.click()
    QApplication.processEvents()
    assert made.list.mapTo(made, made.list.rect().topLeft()) == place, "nothing moves"
    assert (made.list.currentRow(), made.copy.text()) == (1, "Copy, go to the next")
    assert "Zhou Min" in QGuiApplication.clipboard().text()
    told = [one.told for one in record_of(desk, ident).customers]
    assert CustomerTold.PREPARED in told
    assert made.chosen == (int(made.list.item(0).data(Qt.ItemDataRole.UserRole)),)
    assert [made.list.item(at).text().endswith("Letter copied") for at in (0, 1)] == [True, False]
    assert made.main_button.text() == "Record 1 customer as told"
    made.main_button.click()
    after = [one.told for one in record_of(desk, ident).customers]
    assert sorted(after, key=str) == [None, CustomerTold.TOLD], "only the one it was copied for"


def test_nobody_is_recorded_as_told_with_one_key(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    add(desk, detail, "Big customer", key_customer=True)
    made = ExitCustomersDialog(context, record_of(desk, asked(desk, detail.row.id)))
    made.who.set_name("Zhou Min")
    assert made.chosen == ()
    assert not made.main_button.isEnabled()
    made.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert made.main_button.isEnabled(), "told by phone, without a letter"
    assert list(made.not_copied) == ["Big customer"]
    made.copy.click()
    assert not made.not_copied


def test_each_letter_is_kept_with_the_language_it_is_written_in(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    english = add(desk, detail, "Adam", key_customer=True, language="en")
    chinese = add(desk, detail, "陈刚", key_customer=True, language="zh")
    made = ExitCustomersDialog(context, record_of(desk, asked(desk, detail.row.id)))
    made.who.set_name("Zhou Min")
    for at in (0, 1):
        made.list.item(at).setCheckState(Qt.CheckState.Checked)
    made.main_button.click()
    kept = {one.membership_id: one.letter_language for one in ExitTold.select()}
    assert kept == {english: "en", chinese: "zh"}


def test_the_list_of_customers_follows_the_language(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    add(desk, detail, "Adam", key_customer=True)
    made = ExitCustomersDialog(context, record_of(desk, asked(desk, detail.row.id)))
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert made.list.item(0).text().endswith("待告知")


def test_the_letter_to_a_customer_has_wordings_in_either_language(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    add(desk, detail, "Big customer", key_customer=True)
    made = ExitCustomersDialog(context, record_of(desk, asked(desk, detail.row.id)))
    made.who.set_name("Zhou Min")
    texts = {}
    for language in Language:
        made.language.setCurrentIndex(list(Language).index(language))
        made.language.chosen.emit()
        for at in range(made.wording.count()):
            made.wording.setCurrentIndex(at)
            made.wording.chosen.emit()
            texts[language, at] = made.letter.text
    assert len(set(texts.values())) == 6, "friendly, short and formal, twice"
    assert all("Zhou Min" in text and detail.row.name in text for text in texts.values())
    assert not any("{" in text for text in texts.values())


def test_the_only_owner_names_a_new_one_first(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    owner = replace(detail.fields, role=MemberRole.OWNER)
    desk.members.edit(uuid4(), detail.row.id, owner)
    other = add(desk, detail, "Zhou Min")
    ident = asked(desk, detail.row.id)
    ExitActs(context, context.acts._window).left(record_of(desk, ident))
    made = dialog(ExitOwnerDialog)
    made.who.set_name("Nobody here")
    assert not made.main_button.isEnabled()
    assert "add them as a member first" in made.who._told.text()
    made.who.set_name("Zhou Min")
    made.main_button.click()
    assert desk.members.row(other).role is MemberRole.OWNER
    assert not record_of(desk, ident).only_owner


def test_the_way_of_a_group_is_changed_by_keyboard(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    made = LeavingDialog(context, desk.groups.get(detail.group.id))
    shown(made)
    assert not made.items[ExitItem.LEFT_PLATFORM].isEnabled(), "no group can leave this out"
    made.items[ExitItem.FILES_SAVED].setChecked(False)
    made.own.set_items(({Language.EN: "Return the badge"}, {Language.EN: "Close the account"}))
    made.own.list.setCurrentRow(1)
    qtbot.keyClick(made.own.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    made.days["check_days"].setValue(5)
    made.main_button.click()
    way = desk.leaving.ways.of(detail.group.id)
    assert ExitItem.FILES_SAVED not in way.items
    assert [one[Language.EN] for one in way.own_items] == ["Close the account", "Return the badge"]
    assert way.check_days == 5


@pytest.mark.parametrize("days", [1, 400])
def test_a_day_that_cannot_be_is_said_at_its_field(
    context: UiContext, desk: Desk, detail: MemberDetail, clock: Clock, days: int
) -> None:
    made = ExitDialog(context, detail)
    made.wish.chips.button("other").click()
    day = from_text(made.asked.moment()).date()
    made.wish.edit.setDate(QDate(day.year, day.month, day.day).addDays(days))
    if days < 100:
        clock.forward(days=3)  # the window stayed open over the day
    made.main_button.click()
    assert made.wish_field.error


def test_two_groups_are_asked_answered_and_left_together(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    other = desk.groups.create(
        uuid4(), GroupFields("Aurora partners", Platform.WECHAT, Language.EN)
    ).subject_id
    twin = desk.members.add(uuid4(), other, MemberFields(detail.row.name)).subject_id
    desk.persons.link(uuid4(), desk.members.row(twin).person_id, detail.row.person_id, "Same")
    made = ExitDialog(context, detail)
    boxes = {one.group_name: box for one, box in made.groups.values()}
    assert [box.isChecked() for box in boxes.values()] == [True, False]
    boxes["Aurora partners"].setChecked(True)
    made.main_button.click()
    rows = desk.leaving.exit_list.rows(ExitFilter())
    assert len({row.batch for row in rows}) == 1
    first = next(row.id for row in rows if row.membership_id == detail.row.id)
    answer = ExitAnswerDialog(context, record_of(desk, first))
    assert [box.text() for box in answer.together.boxes.values()] == ["Aurora partners"]
    answer.letter.area.set_text("")
    answer.main_button.click()
    assert {row.state for row in desk.leaving.exit_list.rows(ExitFilter())} == {ExitState.APPROVED}
    left = ExitLeftDialog(context, record_of(desk, first))
    next(iter(left.others.boxes.values())).setChecked(True)
    left.main_button.click()
    assert {row.state for row in desk.leaving.exit_list.rows(ExitFilter())} == {ExitState.LEFT}


def test_what_is_passed_on_is_saved_and_can_be_opened(
    context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices, tmp_path: Path
) -> None:
    record = record_of(desk, asked(desk, detail.row.id))
    place = tmp_path / "saved"
    place.mkdir()
    made = ExitFolderDialog(context, record)
    shown(made)
    assert not made.notes.isChecked()
    made.save_to(tmp_path / "nowhere")
    assert made.isVisible()
    assert made.banner.isVisible()
    made.notes.click()
    assert "Only those who look after this group" in made.notes.accessibleDescription()
    made.save_to(place)
    (folder,) = place.iterdir()
    assert notices.texts[-1] == f"Saved: {folder.name}"
    assert folder.name.endswith("内部")
    assert notices.action is not None


def test_what_is_wrong_in_the_other_language_is_brought_in_sight(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    made = LeavingDialog(context, desk.groups.get(detail.group.id))
    shown(made)
    for wrong, seen in ((Language.EN, Language.ZH), (Language.ZH, Language.EN)):
        made.languages.button(wrong.value).click()
        made.reminders[wrong].set_text("x" * 10_001)
        made.languages.button(seen.value).click()
        made.main_button.click()
        assert made.languages.current == wrong.value
        assert made.reminder_fields[wrong].error
        assert made.reminder_fields[wrong].isVisible()
        assert not made.reminder_fields[seen].error
        made.reminders[wrong].set_text("Keep it")


def test_a_name_that_was_typed_is_not_lost_to_esc(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    key = add(desk, detail, "Customer", key_customer=True)
    ident = asked(desk, detail.row.id)
    made = ExitCustomersDialog(context, record_of(desk, ident))
    shown(made)
    made.who.set_name("Zhou Min")
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    made.copy.click()  # which records the name
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    again = ExitCustomersDialog(context, record_of(desk, ident))
    assert again.who.name == "Zhou Min"
    assert again.customers[key].told is CustomerTold.PREPARED


@pytest.mark.parametrize("language", Language)
def test_an_answer_without_a_day_reads_well(
    context: UiContext, desk: Desk, detail: MemberDetail, language: Language
) -> None:
    made = ExitAnswerDialog(context, record_of(desk, asked(desk, detail.row.id)))
    made.letter.language.choose(language)
    made.letter.language.chosen.emit()
    open_day = made.letter.text
    assert (
        "on whichever day suits you" if language is Language.EN else "哪天退群由您决定"
    ) in open_day
    made.until.set_day("2026-12-01")
    made.until.changed.emit()
    dated = made.letter.text
    assert (
        "you can leave on 1 December 2026."
        if language is Language.EN
        else "您可以在2026年12月1日退群。"
    ) in dated


def test_from_the_member_to_the_letter_that_was_sent_takes_six_keys(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    session.context.go_to(detail.group.id, detail.row.id)
    QApplication.processEvents()

    def press(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        qtbot.keyClick(window.focusWidget() or window, key, held)
        QApplication.processEvents()

    shift = Qt.KeyboardModifier.ShiftModifier
    press(session.window, Qt.Key.Key_U, CTRL | shift)
    press(dialog(ExitDialog), Qt.Key.Key_Right)
    press(dialog(ExitDialog), Qt.Key.Key_Return, CTRL | shift)
    press(dialog(ExitAnswerDialog), Qt.Key.Key_Return, CTRL)
    press(dialog(LetterDialog), Qt.Key.Key_Space)
    letter = QGuiApplication.clipboard().text()
    press(dialog(LetterDialog), Qt.Key.Key_Return, CTRL)
    (row,) = desk.leaving.exit_list.rows(ExitFilter())
    assert (row.reason, row.state) == (ExitReason.JOB_CHANGED, ExitState.APPROVED)
    assert row.letter is NoticeState.SENT
    assert detail.row.name in letter
