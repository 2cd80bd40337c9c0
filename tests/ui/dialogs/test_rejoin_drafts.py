# SPDX-License-Identifier: MIT
"""What is typed about somebody who wants to come back is kept as a draft until it is recorded."""

from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.rejoin_records import Newcomer, RejoinFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.rejoin_answer_dialog import RejoinAnswerDialog
from groupdesk.ui.dialogs.rejoin_request_dialog import RejoinRequestDialog
from groupdesk.ui.dialogs.rejoin_trial_dialog import RejoinTrialDialog
from groupdesk.ui.due.drafts import DraftTodo
from tests.services.exit_cases import asked, gone
from tests.services.rejoin_cases import answered, pleaded
from tests.ui.acting import dialog
from tests.ui.desks import Notices
from tests.ui.helpers import show_active

CTRL = Qt.KeyboardModifier.ControlModifier
ESC, RETURN = Qt.Key.Key_Escape, Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton


def test_a_request_that_was_begun_is_there_again(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    gone(desk, asked(desk, detail.row.id))

    def opened() -> RejoinRequestDialog:
        made = RejoinRequestDialog(context, desk.groups.all())
        made.open()
        show_active(qtbot, made)
        return made

    dialog = opened()
    qtbot.keyClicks(dialog.name, "wang")
    dialog.look_up()
    dialog.table.selectRow(0)
    qtbot.keyClicks(dialog.reason, "I am back.")
    qtbot.keyClick(dialog.reason, ESC)
    assert not dialog.isVisible()
    assert "draft" in notices.texts[-1]

    again = opened()
    assert (again.name.text(), again.reason.text) == ("wang", "I am back.")
    assert again.person_id == detail.row.person_id
    again.look_up()
    assert again.table.currentIndex().row() == 0
    qtbot.keyClick(again.reason, RETURN, CTRL)
    (row,) = desk.leaving.rejoin_list.rows(RejoinFilter())
    assert (row.person_id, row.reason) == (detail.row.person_id, "I am back.")
    assert opened().name.text() == "", "the draft went with what was recorded"


def test_somebody_new_who_was_typed_is_there_again(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    for time in range(2):
        dialog = RejoinRequestDialog(context, desk.groups.all())
        dialog.open()
        show_active(qtbot, dialog)
        if not time:
            qtbot.keyClicks(dialog.name, "Nobody Knows")
            qtbot.keyClicks(dialog.account, "u77")
            qtbot.keyClick(dialog.account, ESC)
    assert (dialog.name.text(), dialog.account.text()) == ("Nobody Knows", "u77")
    assert dialog.account.isVisible()


def test_an_answer_that_was_begun_is_there_again(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, Newcomer("Chen Yu"))
    other = pleaded(desk, detail.group.id, Newcomer("Sun Li"))

    def opened(which: int) -> RejoinAnswerDialog:
        made = RejoinAnswerDialog(context, desk.leaving.rejoin_requests.get(which))
        made.open()
        show_active(qtbot, made)
        return made

    dialog = opened(ident)
    dialog.answers.button("later").click()
    qtbot.keyClicks(dialog.reason, "A month to cool down")
    day = dialog.until.day
    dialog.letter.area.set_text("Dear Chen, a little patience, please. Thank you!")
    qtbot.keyClick(dialog.reason, ESC)
    assert not dialog.isVisible()
    assert opened(other).reason.text == "", "each request has its own"

    (line,) = desk.todo.drafts()
    assert (line.kind, line.id, line.member_name) == ("draft_rejoin_answer", ident, "Chen Yu")
    again = opened(ident)
    assert (again.answers.current, again.reason.text) == ("later", "A month to cool down")
    assert again.until.day == day
    assert again.letter.text.startswith("Dear Chen")
    qtbot.keyClick(again.reason, RETURN, CTRL)
    assert desk.leaving.rejoin_requests.get(ident).row.state is RejoinState.LATER
    assert opened(ident).reason.text == ""


def test_what_cannot_be_recorded_any_more_is_no_draft(
    context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, Newcomer("Chen Yu"))
    drafts = desk.drafts
    drafts.save(f"rejoin_answer.{ident}", {"reason": "Half"})
    drafts.save("rejoin", {"name": "Sun Li", "group": detail.group.id, "person": 0})
    drafts.save(f"rejoin.{detail.row.person_id}", {"group": detail.group.id})
    told = {(one.kind, one.id, one.member_name) for one in desk.todo.drafts()}
    begun = {
        ("draft_rejoin", 0, "Sun Li"),
        ("draft_rejoin", detail.row.person_id, detail.row.name),
    }
    assert told == begun | {("draft_rejoin_answer", ident, "Chen Yu")}
    drafts_of = DraftTodo(context, context.acts._window)
    line = next(one for one in desk.todo.drafts() if one.kind == "draft_rejoin_answer")
    assert drafts_of.words(line)[0] == "Finish the answer to Chen Yu, who asks to come back"
    drafts_of.buttons(line)[0][1]()
    assert dialog(RejoinAnswerDialog).reason.text == "Half"
    answered(desk, ident, RejoinEntryKind.DECLINED)
    assert desk.drafts.load(f"rejoin_answer.{ident}") is None, "whoever answered"
    assert {(one.kind, one.id, one.member_name) for one in desk.todo.drafts()} == begun


def test_what_is_typed_of_a_trial_is_there_again(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, Newcomer("Chen Yu"))
    answered(desk, ident, trial_days=7)
    desk.leaving.rejoin_requests.take_in(uuid4(), ident)
    for time in range(2):
        dialog = RejoinTrialDialog(context, desk.leaving.rejoin_requests.get(ident))
        dialog.open()
        show_active(qtbot, dialog)
        if not time:
            dialog.outcomes.button("trial_ended").click()
            qtbot.keyClicks(dialog.text, "Three adverts")
            qtbot.keyClick(dialog.text, ESC)
    assert (dialog.outcomes.current, dialog.text.text) == ("trial_ended", "Three adverts")
    qtbot.mouseClick(dialog.discard_button, LEFT)
    assert desk.drafts.there()[0] == 0
