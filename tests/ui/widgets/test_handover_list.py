# SPDX-License-Identifier: MIT
"""Handovers in a list, one of them in front, and what can be done with it."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.handover_enums import HandoverState
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.handover_begin_dialog import HandoverBeginDialog
from groupdesk.ui.dialogs.handover_dialog import HandoverDialog
from groupdesk.ui.dialogs.handover_reason_dialogs import CallOffDialog
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.widgets.handover_list import HandoverList
from groupdesk.ui.widgets.operators_card import OperatorsCard
from tests.services.exit_cases import answered, asked
from tests.services.handover_cases import NOBODY_ELSE, book_for, me, moved, of, signed
from tests.ui.acting import dialog


def shown(qtbot: QtBot, context: UiContext) -> HandoverList:
    made = HandoverList(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activate()
    made.show_group(0)
    return made


def visible_acts(made: HandoverList) -> set[str]:
    return {act for act, one in made.detail.act_buttons.items() if one.isVisible()}


def test_empty_list_says_what_a_handover_is_for(qtbot: QtBot, context: UiContext) -> None:
    context.acts.bind("handover.open", lambda: None)
    made = shown(qtbot, context)
    assert made.empty.isVisible()
    assert made.empty.button.text() == "New handover book…"
    assert not made.detail.isVisible()


def test_acts_follow_where_the_handover_stands(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = shown(qtbot, context)
    assert visible_acts(made) == {
        "handover.book",
        "handover.move",
        "handover.print",
        "handover.call_off",
    }
    assert context.acts.action("handover.move").isEnabled()
    signed(desk, handover)
    moved(desk, handover)
    made.reload()
    assert visible_acts(made) == {"handover.book", "handover.print", "handover.back"}
    context.acts.trigger("handover.back")
    back = dialog(HandoverDialog).record
    assert (back.row.back_of, back.row.giver.name) == (handover, "Zhou Min")


def test_chips_and_search_narrow_the_list(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    over = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.group.id)
    made = shown(qtbot, context)
    context.acts.trigger("handover.call_off")
    off = dialog(CallOffDialog)
    off.reason.set_text("Not needed")
    off.main_button.click()
    whole = book_for(desk, me(desk), NOBODY_ELSE)
    made.reload()
    assert [row.id for row in made.model.records] == [whole, over]
    made.chips.button("over").click()
    assert [row.id for row in made.model.records] == [over]
    made.show_one(whole)
    assert made.handover is not None
    assert made.handover.row.id == whole
    assert of(desk, over).row.state is HandoverState.CALLED_OFF


def test_who_leaves_hands_over_to_whoever_takes_over(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    exit_id = asked(desk, detail.row.id)
    answered(desk, exit_id, until="2026-12-01", replacement_name="Zhou Min")
    acts = ExitActs(context, context.acts._window)
    acts.hand_over(desk.leaving.exits.get(exit_id))
    begin = dialog(HandoverBeginDialog)
    assert (begin.giver.party.membership_id, begin.group_id) == (detail.row.id, 0)
    assert begin.taker.edit.text() == "Zhou Min"
    begin.main_button.click()
    book = dialog(HandoverDialog)
    assert book.record.row.exit_id == exit_id
    book.close()
    acts.hand_over(desk.leaving.exits.get(exit_id))
    assert dialog(HandoverDialog).record.row.id == book.record.row.id


def test_handover_begins_from_the_operators_card(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    card = OperatorsCard(context)
    qtbot.addWidget(card)
    card.reload()
    made = card.hand_over_buttons[desk.operator.id]
    assert isinstance(made, QPushButton)
    assert made.accessibleName() == "Hand over what Mei looks after"
