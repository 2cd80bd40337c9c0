# SPDX-License-Identifier: MIT
"""The handover book: begun, filled in, signed, printed; what is open goes over as it was shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.errors import StorageError
from groupdesk.domain.handover_enums import HandoverSide, HandoverState
from groupdesk.domain.handover_records import HandoverFilter, Party
from groupdesk.domain.records import MemberDetail
from groupdesk.models.people import Person
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.handover_begin_dialog import HandoverBeginDialog
from groupdesk.ui.dialogs.handover_dialog import HandoverDialog
from groupdesk.ui.dialogs.handover_move_dialog import HandoverMoveDialog
from groupdesk.ui.dialogs.handover_print_dialog import HandoverPrintDialog
from groupdesk.ui.dialogs.handover_reason_dialogs import CallOffDialog, PaperDialog, StrikeDialog
from groupdesk.ui.handover_acts import HandoverActs
from groupdesk.ui.translations import Translations
from tests.services.handover_cases import (
    NOBODY_ELSE,
    book_for,
    colleague,
    me,
    of,
    owner_of,
    signed,
    written,
)
from tests.ui.acting import dialog
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, context: UiContext, handover: int) -> HandoverDialog:
    made = HandoverDialog(context, context.desk.leaving.handovers.get(handover))
    made.open()
    show_active(qtbot, made)
    return made


def looked_after(desk: Desk, detail: MemberDetail, name: str = "") -> None:
    """Let somebody look after the member, who is a customer."""
    owner = name or desk.operator.name
    Person.update(account_owner=owner).where(Person.id == detail.row.person_id).execute()


def link(made: QDialog, text: str) -> QPushButton:
    return next(one for one in made.findChildren(QPushButton) if one.text() == text)


# ---- beginning


def test_book_is_opened_by_keys_for_the_group_in_front(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    colleague(desk, "Lin")
    found: list[int] = []
    begin = HandoverBeginDialog(context, found.append, group=detail.group)
    begin.open()
    show_active(qtbot, begin)
    assert begin.taker.edit.hasFocus()
    assert begin.giver.told == "You, at this desk"
    assert not begin.main_button.isEnabled()
    qtbot.keyClicks(begin.taker.edit, "lin")
    assert begin.taker.told == "Works at this desk"
    qtbot.keyClick(begin.taker.edit, Qt.Key.Key_Return, CTRL)
    (row,) = desk.leaving.handovers.rows(HandoverFilter())
    assert found == [row.id]
    assert (row.group_id, row.giver.name, row.taker.operator_id) == (detail.group.id, "Mei", 2)


def test_begin_says_who_cannot_take_over_and_keeps_what_was_written(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    begin = HandoverBeginDialog(context, lambda _id: None, group=detail.group)
    begin.open()
    begin.taker.edit.setText("Mei")
    begin.note.set_text("From June on")
    begin.main_button.click()
    assert begin.taker_field.error.startswith("Mei cannot hand over to themselves")
    assert begin.note.text == "From June on"
    begin.taker.edit.setText("Zhou Min")
    assert begin.taker_field.error == ""
    assert begin.taker.told.startswith("Only a name")
    begin.taker.set_member(detail)
    assert begin.taker.party == Party(membership_id=detail.row.id, name=detail.row.name)
    assert begin.taker.told == "Member of Aurora customers"
    assert_freed(begin)


def test_begin_leads_to_the_book_that_is_open_already(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    known = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    found: list[int] = []
    begin = HandoverBeginDialog(context, found.append, group=detail.group)
    begin.open()
    begin.taker.edit.setText("Somebody else")
    begin.main_button.click()
    next(one for one in begin.findChildren(QPushButton) if one.text() == "Open that book").click()
    assert found == [known]


def test_operator_who_left_can_still_be_the_giver(context: UiContext, desk: Desk) -> None:
    lin = colleague(desk)
    HandoverActs(context, context.acts._window).begin(giver=lin)
    begin = dialog(HandoverBeginDialog)
    assert begin.giver.party.operator_id == lin.operator_id
    assert begin.group_id == 0


def test_a_manager_who_works_here_is_known_until_told_apart(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    stay = owner_of(desk, detail.group.id, desk.operator.name)
    begin = HandoverBeginDialog(
        context, lambda _id: None, group=detail.group, giver=Party(membership_id=stay)
    )
    begin.open()
    name, known = desk.operator.name, desk.operator.id
    assert begin.giver.party == Party(known, stay, name)
    assert begin.giver.told.startswith("Member of Aurora customers who works at this desk")
    begin.taker.edit.setText("Zhou Min")
    begin.main_button.click()
    (row,) = desk.leaving.handovers.rows(HandoverFilter())
    made = opened(qtbot, context, row.id)
    made.panel.sign_buttons[HandoverSide.GIVER].click()
    assert [one.on_paper for one in of(desk, row.id).signatures] == [False], "with their sign-in"
    again = HandoverBeginDialog(context, lambda _id: None, giver=Party(membership_id=stay))
    again.open()
    link(again, "Somebody else of that name").click()
    assert again.giver.party == Party(0, stay, name)


# ---- the book


def test_book_shows_records_and_takes_entries_that_can_be_struck_out(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    looked_after(desk, detail)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    assert made.text.hasFocus()
    assert any(line.startswith("王小明") for line in made.book.lines)
    assert not made.add_button.isEnabled()
    qtbot.keyClicks(made.text, "Prices on the first")
    made.add_button.click()
    assert made.text.text == ""
    assert any(line.startswith("Prices on the first") for line in made.book.lines)

    link(made, "Strike out…").click()
    strike = dialog(StrikeDialog)
    strike.reason.set_text("Sent in May")
    strike.main_button.click()
    assert "Struck out by Mei: Sent in May" in made.book.lines
    assert_freed(made)


def test_one_signs_for_oneself_and_records_what_others_signed_on_paper(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    sign, paper = made.panel.sign_buttons, made.panel.paper_buttons
    giver, taker = HandoverSide.GIVER, HandoverSide.TAKER
    assert [sign[giver].isVisible(), sign[taker].isVisible()] == [True, False]
    sign[giver].click()
    assert sign[giver].text() == "Sign again"
    paper[taker].click()
    asked = dialog(PaperDialog)
    assert asked.focusWidget() is asked.at.edit, "Enter alone records nothing"
    assert not asked.main_button.isEnabled(), "the book was never printed"
    asked.signed.set_text("Their own list")
    asked.main_button.click()
    record = of(desk, handover)
    assert record.row.state is HandoverState.SIGNED
    assert [one.unprinted for one in record.signatures] == ["", "Their own list"]
    assert made.record.row.state is HandoverState.SIGNED


def test_who_signed_something_else_is_asked_to_sign_again(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, NOBODY_ELSE, me(desk), group_id=detail.group.id)
    signed(desk, handover, HandoverSide.GIVER)
    written(desk, handover)
    made = opened(qtbot, context, handover)
    made.panel.sign_buttons[HandoverSide.TAKER].click()
    texts = [one.text() for one in made.panel.findChildren(QLabel)]
    assert "Zhou Min signed something else: both sign the same book" in texts
    assert f"{desk.operator.name} signed" in texts
    assert any("please sign again" in text for text in texts)
    assert of(desk, handover).row.state is HandoverState.OPEN


def test_book_that_changed_is_not_signed_unread(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    looked_after(desk, detail)
    made.panel.sign_buttons[HandoverSide.GIVER].click()
    assert made.banner.text.startswith("The records changed while you were reading")
    assert any(line.startswith("王小明") for line in made.book.lines)
    made.panel.sign_buttons[HandoverSide.GIVER].click()
    assert of(desk, handover).row.giver_signed


def test_viewer_reads_the_book_and_changes_nothing(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    before = desk.ledger.operator
    desk.ledger.operator = type(before)(before.id, before.name, OperatorRole.VIEWER)
    made = opened(qtbot, context, handover)
    assert not made.text.isVisible()
    assert not made.main_button.isEnabled()
    assert not made.panel.sign_buttons[HandoverSide.GIVER].isEnabled()


def test_open_book_speaks_another_language_at_once(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    translations: Translations,
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    translations.set_language("zh")
    QApplication.processEvents()  # Qt tells widgets of it by posted events
    assert made.main_button.text() == "移交…"
    assert any("群主" in line for line in made.book.lines)


# ---- handing over


def test_what_is_ticked_goes_over_and_the_rest_stays(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    looked_after(desk, detail)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    signed(desk, handover)
    made = HandoverMoveDialog(context, of(desk, handover))
    made.open()
    assert not made.reason_field.isVisible()
    assert made.main_button.text() == "Hand 1 thing over"
    made.things.setCurrentRow(0)
    qtbot.keyClick(made.things, Qt.Key.Key_Space)
    assert made.main_button.text() == "End the handover"
    assert made._warn.text() == f"Nothing is ticked: 1 thing stays with {desk.operator.name}."
    made.things.item(0).setCheckState(Qt.CheckState.Checked)
    made.main_button.click()
    assert Person.get_by_id(detail.row.person_id).account_owner == "Zhou Min"
    assert notices.texts == ["1 thing went to Zhou Min."]


def test_half_a_text_is_kept_with_the_book_until_it_is_written_in(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    qtbot.keyClicks(made.text, "Half a")
    made.kinds.button("contact").click()
    qtbot.keyClick(made.text, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert "kept with the book" in notices.texts[-1]
    again = opened(qtbot, context, handover)
    assert (again.kind.value, again.text.text) == ("contact", "Half a")
    again.add_button.click()
    assert desk.drafts.there()[0] == 0
    assert not opened(qtbot, context, handover).text.text


def test_what_was_typed_before_it_was_handed_over_can_still_be_copied(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    signed(desk, handover)
    made = opened(qtbot, context, handover)
    made.text.set_text("Half a")
    move = HandoverMoveDialog(context, of(desk, handover))
    move.open()
    move.main_button.click()
    made.reload()
    assert (made.text.isVisible(), made.text.text) == (True, "Half a")
    assert not made.add_button.isVisible()
    made.reject()
    assert not made.isVisible()
    assert opened(qtbot, context, handover).text.text == "Half a"


def test_unsigned_it_asks_why(context: UiContext, desk: Desk, detail: MemberDetail) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = HandoverMoveDialog(context, of(desk, handover))
    made.open()
    assert made.reason_field.isVisible()
    assert not made.main_button.isEnabled()
    made.reason.set_text("Mei is ill")
    made.main_button.click()
    assert of(desk, handover).override == "Mei is ill"


def test_what_changed_meanwhile_is_shown_anew_before_anything_goes(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    looked_after(desk, detail)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    signed(desk, handover)
    made = HandoverMoveDialog(context, of(desk, handover))
    made.open()
    looked_after(desk, detail, "Ann")
    made.main_button.click()
    assert made.banner.text.startswith("What is to be handed over changed")
    assert made.things.count() == 0
    assert of(desk, handover).row.state is HandoverState.SIGNED


def test_list_that_cannot_be_read_again_says_so(
    context: UiContext, desk: Desk, detail: MemberDetail, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_after(desk, detail)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    signed(desk, handover)
    made = HandoverMoveDialog(context, of(desk, handover))
    made.open()
    looked_after(desk, detail, "Ann")

    def broken(_self: object, _ident: int) -> None:
        raise StorageError("damaged")

    monkeypatch.setattr(type(desk.leaving.handovers), "get", broken)
    made.main_button.click()
    assert made.banner.text == context.error_text(StorageError("damaged"))
    assert not made.main_button.isEnabled(), "what is shown is no longer so"


def test_called_off_handover_moves_nothing(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = CallOffDialog(context, of(desk, handover))
    made.open()
    made.reason.set_text("She stays")
    made.main_button.click()
    assert of(desk, handover).row.state is HandoverState.CALLED_OFF


@pytest.mark.parametrize("language", ["en", "zh"])
def test_preview_is_the_paper(
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    translations: Translations,
    language: str,
) -> None:
    translations.set_language(language)  # type: ignore[arg-type]
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    written(desk, handover)
    made = HandoverPrintDialog(context, of(desk, handover).row)
    made.open()
    assert made.printed is not None
    assert made.preview.page_count >= 1
    assert made.choices.language.value.value == language


def test_what_may_be_a_namesakes_is_not_ticked(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    looked_after(desk, detail, "Lin")
    for _both in range(2):
        owner_of(desk, detail.group.id, "Lin")
    handover = book_for(desk, colleague(desk, "Lin"), NOBODY_ELSE, group_id=detail.group.id)
    signed(desk, handover)
    made = HandoverMoveDialog(context, of(desk, handover))
    made.open()
    assert made.chosen == ()
    assert "somebody else is called Lin, too" in made.things.item(0).text()
    made.things.item(0).setCheckState(Qt.CheckState.Checked)
    made.main_button.click()
    assert Person.get_by_id(detail.row.person_id).account_owner == "Zhou Min"


def test_ctrl_enter_writes_in_where_one_writes(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    asked: list[bool] = []
    made.moving_requested.connect(lambda: asked.append(True))
    qtbot.keyClicks(made.text, "Prices on the first")
    qtbot.keyClick(made.text, Qt.Key.Key_Return, CTRL)
    assert [entry.text for entry in of(desk, handover).entries] == ["Prices on the first"]
    assert asked == []
    made.print_button.setFocus()
    qtbot.keyClick(made.print_button, Qt.Key.Key_Return, CTRL)
    assert asked == [True]


def test_nothing_is_signed_or_handed_over_with_half_a_text(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = opened(qtbot, context, handover)
    asked: list[bool] = []
    made.moving_requested.connect(lambda: asked.append(True))
    qtbot.keyClicks(made.text, "Half a")
    made.panel.sign_buttons[HandoverSide.GIVER].click()
    made.main_button.click()
    assert made.text_field.error.startswith("Write this in first")
    assert made.text.hasFocus()
    assert not of(desk, handover).row.giver_signed
    made.text.clear()
    made.panel.sign_buttons[HandoverSide.GIVER].click()
    made.main_button.click()
    assert of(desk, handover).row.giver_signed
    assert asked == [True]
