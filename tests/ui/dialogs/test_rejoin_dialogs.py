# SPDX-License-Identifier: MIT
"""Recording, answering and ending a request to come back, by keys and mouse."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import OperatorRole, SubjectKind, Topic
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.rejoin_records import Newcomer, RejoinFilter
from groupdesk.models.people import Group
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.letter_dialog import LetterDialog
from groupdesk.ui.dialogs.rejoin_answer_dialog import RejoinAnswerDialog
from groupdesk.ui.dialogs.rejoin_note_dialog import RejoinNoteDialog
from groupdesk.ui.dialogs.rejoin_request_dialog import RejoinRequestDialog
from groupdesk.ui.dialogs.rejoin_trial_dialog import RejoinTrialDialog
from groupdesk.ui.rejoin_acts import RejoinActs
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.rejoin_known import RejoinKnownPanel
from tests.helpers import give_pin, make_group, removal
from tests.services.appeal_cases import somebody_else
from tests.services.exit_cases import asked, gone
from tests.services.rejoin_cases import answered, pleaded
from tests.services.two_operators import ask_always, seat_of
from tests.ui.desks import Notices
from tests.ui.helpers import modal_in_front, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
RETURN = Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton


def left(desk: Desk, detail: MemberDetail) -> int:
    """Let the member leave; return the person."""
    gone(desk, asked(desk, detail.row.id))
    return detail.row.person_id


def requesting(qtbot: QtBot, context: UiContext, person: int = 0) -> RejoinRequestDialog:
    made = RejoinRequestDialog(context, context.desk.groups.all(), person_id=person)
    made.open()
    show_active(qtbot, made)
    return made


def answering(qtbot: QtBot, context: UiContext, ident: int) -> RejoinAnswerDialog:
    made = RejoinAnswerDialog(context, context.desk.leaving.rejoin_requests.get(ident))
    made.open()
    show_active(qtbot, made)
    return made


def test_whoever_left_is_found_by_name_and_recorded_by_keys(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    person = left(desk, detail)
    dialog = requesting(qtbot, context)
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.name, "wang")
    dialog.look_up()
    dialog.table.selectRow(0)
    assert dialog.person_id == person
    assert dialog.known.known is not None
    assert "Left on their own wish" in " ".join(dialog.known.texts)
    qtbot.keyClicks(dialog.reason, "I am back.")
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    (row,) = desk.leaving.rejoin_list.rows(RejoinFilter())
    assert (row.person_id, row.reason) == (person, "I am back.")
    assert "would like to come back" in notices.texts[0]


def test_who_is_typed_and_not_chosen_is_not_taken_for_somebody_new(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    left(desk, detail)
    dialog = requesting(qtbot, context)
    qtbot.keyClicks(dialog.name, "wang")
    assert not dialog.main_button.isEnabled(), "the register was not asked yet"
    dialog.look_up()
    assert not dialog.main_button.isEnabled()
    assert "who of those found asks" in dialog.main_button.accessibleDescription()
    assert dialog.known.known is None
    assert dialog.known.texts[-1].startswith("Choose who asks")
    assert not dialog.account.isVisible()
    qtbot.mouseClick(dialog.nobody, LEFT)
    assert dialog.account.isVisible()
    assert dialog.main_button.isEnabled()
    assert dialog.known.known is not None


def test_whoever_has_that_very_name_is_meant_until_said_otherwise(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    person = left(desk, detail)
    dialog = requesting(qtbot, context)
    dialog.name.setText(detail.row.name)
    dialog.look_up()
    assert dialog.person_id == person
    qtbot.mouseClick(dialog.nobody, LEFT)
    dialog.look_up()
    assert dialog.person_id == 0
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Down)
    assert dialog.table.hasFocus()


def test_somebody_who_was_never_here_needs_a_name_only(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = requesting(qtbot, context)
    qtbot.keyClicks(dialog.name, "Nobody Knows")
    dialog.look_up()
    assert dialog.account.isVisible()
    qtbot.keyClick(dialog.name, RETURN, CTRL)
    (row,) = desk.leaving.rejoin_list.rows(RejoinFilter())
    assert (row.name, row.membership_id) == ("Nobody Knows", 0)


def test_who_asked_already_is_said_in_the_dialog_and_nothing_is_lost(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    person = left(desk, detail)
    dialog = requesting(qtbot, context, person)
    qtbot.keyClicks(dialog.reason, "Please")
    pleaded(desk, detail.group.id, person)
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert "already" in dialog.banner.text
    assert dialog.reason.text == "Please"


def test_a_yes_with_a_trial_takes_its_letter_and_shows_it(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    dialog = answering(qtbot, context, ident)
    assert dialog.trial.value() == 0, "who left well is not put on trial by the way"
    assert "观察期" not in dialog.letter.text
    dialog.trial.setValue(7)
    assert "7" in dialog.letter.text
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    found = desk.leaving.rejoin_requests.get(ident)
    assert (found.row.state, found.entries[-1].trial_days) == (RejoinState.APPROVED, 7)
    letter = modal_in_front()
    assert isinstance(letter, LetterDialog)
    qtbot.mouseClick(letter.main_button, LEFT)
    assert not desk.leaving.rejoin_requests.get(ident).row.letter_waits


def test_against_a_removal_that_holds_the_dialog_asks_why(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    now = to_text(desk.clock())
    desk.removals.decide(removal(desk, detail.row.id, book.rules[0].id, already_removed_at=now))
    dialog = answering(qtbot, context, pleaded(desk, detail.group.id, detail.row.person_id))
    assert dialog.held.isVisible()
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.override, "Agreed with An")
    assert dialog.main_button.isEnabled()
    dialog.answers.button("declined").click()
    assert not dialog.held.isVisible()
    assert not dialog.main_button.isEnabled(), "a no needs a reason"


def test_not_yet_asks_for_a_day_and_a_reason(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    dialog = answering(qtbot, context, ident)
    dialog.answers.button("later").click()
    qtbot.keyClicks(dialog.reason, "A month to cool down")
    day = dialog.until.day
    assert "A month to cool down" in dialog.letter.text
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    row = desk.leaving.rejoin_requests.get(ident).row
    assert (row.state, row.until) == (RejoinState.LATER, day)


def test_another_ones_answer_is_shown_and_not_written_over(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    dialog = answering(qtbot, context, ident)
    answered(desk, ident, RejoinEntryKind.LATER, until="2027-01-01")
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert "answered this request meanwhile" in dialog.banner.text
    assert desk.leaving.rejoin_requests.get(ident).row.state is RejoinState.LATER


def test_what_holds_by_now_is_asked_about_at_once(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    dialog = answering(qtbot, context, ident)
    dialog.answers.button("approved").click()
    assert not dialog.override.isVisible()
    desk.blocklist.block(uuid4(), detail.row.person_id, "Fake vouchers")
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert dialog.override.isVisible()
    assert "A block or a removal holds" in dialog.held.text
    assert not dialog.main_button.isEnabled()


def test_who_was_taken_for_somebody_new_can_be_chosen_again(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    person = left(desk, detail)
    dialog = requesting(qtbot, context)
    qtbot.keyClicks(dialog.name, "wang")
    dialog.look_up()
    place = dialog.table.visualRect(dialog.model.index(0, 0)).center()
    for _ in range(2):
        qtbot.mouseClick(dialog.table.viewport(), LEFT, pos=place)
        assert dialog.person_id == person
        dialog.nobody.click()
        assert dialog.person_id == 0


def test_the_end_of_a_trial_is_recorded_and_offers_a_talk(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    ident = pleaded(desk, detail.group.id, Newcomer("Chen Yu"))
    answered(desk, ident, trial_days=7)
    desk.leaving.rejoin_requests.take_in(uuid4(), ident)
    behind = QWidget()
    qtbot.addWidget(behind)
    dialog = RejoinTrialDialog(context, desk.leaving.rejoin_requests.get(ident), behind)
    dialog.open()
    show_active(qtbot, dialog)
    assert "No warnings" in dialog.trial.told.text()
    dialog.outcomes.button("trial_ended").click()
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.text, "Three adverts")
    qtbot.keyClick(dialog.text, RETURN, CTRL)
    assert desk.leaving.rejoin_requests.get(ident).row.state is RejoinState.TRIAL_ENDED
    letter = modal_in_front()
    assert isinstance(letter, LetterDialog)
    assert "Three adverts" in letter.letter.text
    assert "{" not in letter.letter.text
    letter.reject()
    assert "did not work out" in notices.texts[-1]


def test_a_note_is_added(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = pleaded(desk, detail.group.id, Newcomer("Chen Yu"))
    dialog = RejoinNoteDialog(context, desk.leaving.rejoin_requests.get(ident).row)
    dialog.open()
    show_active(qtbot, dialog)
    assert dialog.main_button.accessibleDescription() == "Still missing: a note"
    dialog.reason.set_text("x" * 20_001)
    dialog.main_button.click()
    assert dialog.field.error, "what is wrong stands at the field"
    assert not dialog.banner.text
    dialog.reason.clear()
    qtbot.keyClicks(dialog.reason, "Called twice")
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert desk.leaving.rejoin_requests.get(ident).entries[-1].text == "Called twice"


def test_the_dialogs_speak_chinese_at_once(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    translations: Translations,
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    dialog = answering(qtbot, context, ident)
    translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.answers.button("later").text() == "暂缓"
    assert dialog.main_button.text() == "登记答复"


def test_taking_in_says_that_the_trial_begins(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    answered(desk, ident, trial_days=7)
    dialog = requesting(qtbot, context)
    asked_for: list[SubjectKind] = []
    going = replace(context, go_to_request=lambda kind, _id: asked_for.append(kind))
    RejoinActs(going, dialog).take_in(ident)
    assert "The trial ends" in notices.texts[-1]
    assert "no longer asks about: the checklist (" in notices.texts[-1], "nothing goes unsaid"
    assert "whether notifications have stopped" in notices.texts[-1]
    notices.action()
    assert asked_for == [SubjectKind.EXIT]


def test_a_removal_that_two_decided_waits_for_somebody_who_may_approve(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    give_pin(desk)
    ask_always(desk, detail.group.id)
    now = to_text(desk.clock())
    request = removal(desk, detail.row.id, book.rules[0].id, already_removed_at=now)
    removal_id = desk.removals.decide(request).subject_id
    seat_of(desk).approvals.approve(uuid4(), [removal_id])
    ident = pleaded(desk, detail.group.id, detail.row.person_id)
    with somebody_else(desk, "Lin", OperatorRole.MODERATOR):
        dialog = answering(qtbot, context, ident)
        assert "Two people decided" in dialog.held.text
        assert not dialog.override.isVisible()
        assert dialog.main_button.accessibleDescription().endswith("an admin or the owner")
        dialog.answers.button("declined").click()
        qtbot.keyClicks(dialog.reason, "Not before June")
        assert dialog.main_button.isEnabled(), "a no is theirs to say"


def test_whoever_is_back_is_counted_once_in_the_groups_room(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    Group.update(size_limit=5).where(Group.id == detail.group.id).execute()
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    answered(desk, ident)
    panel = RejoinKnownPanel(context)
    qtbot.addWidget(panel)
    requests = desk.leaving.rejoin_requests
    panel.show_known(requests.get(ident).known)
    before = next(text for text in panel.texts if "of 5 members" in text)
    requests.take_in(uuid4(), ident)
    panel.show_known(requests.get(ident).known)
    after = next(text for text in panel.texts if "of 5 members" in text)
    assert before == f"{after} with this one"


def test_the_group_is_the_one_they_left_until_another_is_chosen(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    other = make_group(desk, "Borealis", rules=False)
    left(desk, detail)
    groups = sorted(desk.groups.all(), key=lambda one: one.id != other)
    dialog = RejoinRequestDialog(context, tuple(groups))
    dialog.open()
    show_active(qtbot, dialog)
    assert dialog.group.value == other
    qtbot.keyClicks(dialog.name, "wang")
    dialog.look_up()
    dialog.table.selectRow(0)
    assert dialog.group.value == detail.group.id
    dialog.group.choose(other)
    dialog.group.chosen.emit()
    dialog.nobody.click()
    dialog.table.selectRow(0)
    assert dialog.group.value == other, "a person chose it"


def test_a_yes_that_was_taken_back_is_said_and_the_list_reads_again(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    ident = pleaded(desk, detail.group.id, left(desk, detail))
    answered(desk, ident)
    answered(desk, ident, RejoinEntryKind.WITHDRAWN)
    told: list[frozenset[Topic]] = []
    context.events.changed.connect(told.append)
    RejoinActs(context, requesting(qtbot, context)).take_in(ident)
    assert "was taken back meanwhile" in notices.texts[-1]
    assert any(Topic.REQUESTS in topics for topics in told)
