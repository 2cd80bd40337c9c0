# SPDX-License-Identifier: MIT
"""The list of those who want to come back, and one of them in front."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.rejoin_records import Newcomer
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.rejoin_answer_dialog import RejoinAnswerDialog
from groupdesk.ui.dialogs.rejoin_request_dialog import RejoinRequestDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.widgets.ask_back_button import AskBackButton
from groupdesk.ui.widgets.rejoin_list import RejoinList
from tests.services.exit_cases import asked, gone
from tests.services.rejoin_cases import answered, pleaded
from tests.ui.desks import Clock, Notices
from tests.ui.helpers import modal_in_front, show_active

LEFT = Qt.MouseButton.LeftButton


def listed(qtbot: QtBot, context: UiContext) -> RejoinList:
    made = RejoinList(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    show_active(qtbot, made)
    made.show_group(0)
    made.activate()
    return made


def test_an_empty_list_says_what_it_is_for(qtbot: QtBot, context: UiContext) -> None:
    made = listed(qtbot, context)
    assert made.empty.isVisible()
    assert not made.detail.isVisible()


def test_each_state_offers_what_makes_sense_and_leads_on(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    clock: Clock,
    notices: Notices,
) -> None:
    ident = pleaded(desk, detail.group.id, Newcomer("Chen Yu"), reason="Please")
    made = listed(qtbot, context)
    made.show_one(ident)
    buttons = made.detail.act_buttons

    def offered() -> set[str]:
        return {act_id for act_id, one in buttons.items() if one.isVisible()}

    assert offered() == {"rejoin.answer", "rejoin.note"}
    assert "Please" in made.detail.said.texts
    assert "Nothing holds against this person." in made.detail.known.texts
    qtbot.mouseClick(buttons["rejoin.answer"], LEFT)
    dialog = modal_in_front()
    assert isinstance(dialog, RejoinAnswerDialog)
    dialog.reject()
    answered(desk, ident, trial_days=3, letter="Welcome", letter_language="en")
    made.reload()
    assert offered() == {"rejoin.answer", "rejoin.take_in", "rejoin.note", "rejoin.letter"}
    kinds = {act: made.property("kind") for act, made in buttons.items()}
    assert [act for act, kind in kinds.items() if kind == "primary"] == ["rejoin.take_in"]
    qtbot.mouseClick(buttons["rejoin.take_in"], LEFT)
    assert desk.leaving.rejoin_requests.get(ident).row.state is RejoinState.ON_TRIAL
    assert "is back" in notices.texts[-1]
    clock.forward(days=4)
    made.reload()
    assert offered() == {"rejoin.trial", "rejoin.note", "rejoin.letter"}
    assert "No warnings or reminders" in made.detail.trial.told.text()
    assert "Nothing holds against this person." in made.detail.known.texts, "being there is none"
    assert made.model.record(0).state is RejoinState.ON_TRIAL
    assert made.cells(made.model.record(0))[3] == ("Trial over since yesterday", "danger")


def test_what_waits_stands_first_and_chips_narrow_it(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    group = detail.group.id
    over = answered(desk, pleaded(desk, group, Newcomer("Old")), RejoinEntryKind.DECLINED)
    later = answered(
        desk, pleaded(desk, group, Newcomer("Wait")), RejoinEntryKind.LATER, until="2027-02-01"
    )
    waits = pleaded(desk, group, Newcomer("New"))
    made = listed(qtbot, context)
    assert [row.id for row in made.model.records] == [waits, later, over]
    qtbot.mouseClick(made.chips.button("later"), LEFT)
    assert [row.name for row in made.model.records] == ["Wait"]
    assert made.detail.next.text().startswith("Asked to wait.")


def test_a_former_member_leads_to_the_request(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    made = AskBackButton(context, MemberActs(context, listed(qtbot, context)))
    qtbot.addWidget(made)
    made.show_member(detail)
    assert made.isHidden(), "they are in the group"
    gone(desk, asked(desk, detail.row.id))
    made.show_member(desk.members.detail(detail.row.id))
    assert not made.isHidden()
    made.show()
    qtbot.mouseClick(made.button, LEFT)
    dialog = modal_in_front()
    assert isinstance(dialog, RejoinRequestDialog)
    assert dialog.person_id == detail.row.person_id
    dialog.reject()
