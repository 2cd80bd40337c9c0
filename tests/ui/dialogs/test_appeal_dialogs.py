# SPDX-License-Identifier: MIT
"""Recording an objection, adding to it, deciding it, sending the letter: by keys and mouse."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import Action, Channel, Language, Term
from groupdesk.domain.process import Process
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.appeal_decision_dialog import AppealDecisionDialog
from groupdesk.ui.dialogs.appeal_dialog import AppealDialog
from groupdesk.ui.dialogs.appeal_entry_dialog import AppealEntryDialog
from groupdesk.ui.dialogs.appeal_letter_dialog import AppealLetterDialog
from groupdesk.ui.dialogs.letter_print_dialog import LetterPrintDialog
from groupdesk.ui.translations import Translations
from tests.services.appeal_cases import decided, said
from tests.ui.desks import Clock, Notices
from tests.ui.dialogs.appeal_desk import REMOVAL, WARNING, appeal, hand_over_seat, removed, warned
from tests.ui.helpers import assert_freed, modal_in_front, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
RETURN = Qt.Key.Key_Return


def objecting(qtbot: QtBot, context: UiContext, kind: object, target: int) -> AppealDialog:
    known = context.desk.appeals.target(kind, target)  # type: ignore[arg-type]
    made = AppealDialog(context, known)
    made.open()
    show_active(qtbot, made)
    return made


def deciding(qtbot: QtBot, context: UiContext, ident: int) -> AppealDecisionDialog:
    made = AppealDecisionDialog(context, context.desk.appeals.get(ident))
    made.open()
    show_active(qtbot, made)
    return made


def test_an_objection_is_recorded_with_its_answers(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    target = warned(desk, detail)
    dialog = objecting(qtbot, context, WARNING, target)
    assert not dialog.main_button.isEnabled()
    assert dialog.answers[0][0] == "您对决定的哪一部分有异议？", "asked in the member's language"
    qtbot.keyClicks(dialog.statement, "It was my nephew.")
    qtbot.keyClicks(dialog.answers[1][1], "He had my phone.")
    qtbot.keyClick(dialog.statement, RETURN, CTRL)
    (row,) = desk.appeal_list.of_target(WARNING, target)
    record = desk.appeals.get(row.id)
    assert record.statement == "It was my nephew."
    assert [one.answer for one in record.answers] == ["", "He had my phone.", ""]
    assert notices.texts == ["The objection is recorded. It is to be answered by 28 Nov."]
    assert_freed(dialog)


def test_what_comes_late_asks_why_it_is_heard(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    target = removed(desk, detail)
    clock.forward(days=20)
    dialog = objecting(qtbot, context, REMOVAL, target)
    qtbot.keyClicks(dialog.statement, "It was my nephew.")
    assert dialog.late_field.isVisible()
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.late, "In hospital")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    (row,) = desk.appeal_list.of_target(REMOVAL, target)
    assert desk.appeals.get(row.id).late_reason == "In hospital"


def test_questions_are_copied_and_nothing_is_sent(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    process = Process(questions={Language.ZH: ("为什么？", "怎么发生的？")})
    desk.processes.save(uuid4(), detail.group.id, process)
    dialog = objecting(qtbot, context, WARNING, warned(desk, detail))
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "1. 为什么？\n2. 怎么发生的？"
    assert "has not been asked" in dialog.banner.text


def test_a_statement_that_is_too_long_stays_and_is_named(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    target = warned(desk, detail)
    dialog = objecting(qtbot, context, WARNING, target)
    dialog.statement.set_text("x" * 100_000)
    qtbot.keyClick(dialog.statement, RETURN, CTRL)
    assert dialog.statement_field.error
    assert len(dialog.statement.text) == 100_000
    assert desk.appeal_list.of_target(WARNING, target) == ()


def test_what_was_written_is_not_thrown_away_by_esc(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = objecting(qtbot, context, WARNING, warned(desk, detail))
    qtbot.keyClicks(dialog.statement, "It was")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()


def test_a_question_an_answer_and_a_withdrawal(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    for kind, text in (
        (AppealEntryKind.QUESTION, "Who had your phone?"),
        (AppealEntryKind.ANSWER, "My nephew"),
        (AppealEntryKind.WITHDRAWN, ""),
    ):
        dialog = AppealEntryDialog(context, desk.appeals.get(ident))
        dialog.open()
        show_active(qtbot, dialog)
        qtbot.mouseClick(dialog.kinds.button(kind.value), Qt.MouseButton.LeftButton)
        assert dialog.copy.isVisible() is (kind is AppealEntryKind.QUESTION)
        if text:
            assert not dialog.main_button.isEnabled()
            qtbot.keyClicks(dialog.text, text)
        qtbot.keyClick(dialog.text, RETURN, CTRL)
        assert_freed(dialog)
    record = desk.appeals.get(ident)
    assert record.row.state is AppealState.WITHDRAWN
    assert [one.text for one in record.entries] == ["Who had your phone?", "My nephew", ""]


def test_the_letter_follows_the_decision_in_the_members_language(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    assert "维持原决定" in dialog.letter.text
    qtbot.mouseClick(dialog.outcomes.button("lifted"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.reason, "Another device.")
    text = dialog.letter.text
    assert "现已撤销" in text
    assert "Another device." in text
    assert "未参与原决定的同事" in text
    assert "您仍是本群成员" in text
    assert dialog.letter.missing == ()
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    record = desk.appeals.get(ident)
    assert record.row.state is AppealState.LIFTED
    assert record.decision is not None
    assert (record.decision.letter, record.decision.letter_language) == (text, "zh")


def test_whoever_decided_first_is_asked_why_and_the_letter_claims_nobody_else(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    dialog = deciding(qtbot, context, ident)
    assert "You decided on this removal." in dialog.own.text
    assert "未参与" not in dialog.letter.text
    qtbot.keyClicks(dialog.reason, "It was right.")
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.override, "I am alone here.")
    qtbot.keyClick(dialog.override, RETURN, CTRL)
    made = desk.appeals.get(ident).decision
    assert made is not None
    assert made.override_reason == "I am alone here."


def test_what_a_colleague_added_meanwhile_is_shown_before_one_decides(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    qtbot.keyClicks(dialog.reason, "It was right.")
    desk.appeals.add(said(desk, ident, AppealEntryKind.ANSWER, text="Here is the police report."))
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert dialog.isVisible()
    assert "Something was added" in dialog.banner.text
    assert "Here is the police report." in dialog.said.texts
    assert dialog.reason.text == "It was right."
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert desk.appeals.get(ident).row.state is AppealState.KEPT


def test_a_shorter_day_is_offered_from_the_start(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail, term=Term.UNTIL, until="2026-11-25")
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    qtbot.mouseClick(dialog.outcomes.button("reduced"), Qt.MouseButton.LeftButton)
    assert dialog.until.date().toString(Qt.DateFormat.ISODate) == "2026-11-24"
    assert dialog.until_field.error == ""
    dialog.reject()


def test_a_shorter_term_is_chosen_and_a_longer_one_refused(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail, term=Term.UNTIL, until="2027-01-31")
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    assert not dialog.until.isVisible()
    qtbot.mouseClick(dialog.outcomes.button("reduced"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.reason, "First time.")
    dialog.until.setDate(QDate(2027, 3, 1))
    assert dialog.until_field.error
    assert not dialog.main_button.isEnabled()
    dialog.until.setDate(QDate(2026, 12, 24))
    assert "2026年12月24日" in dialog.letter.text
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert desk.appeals.get(ident).target.until == "2026-12-24"


def test_words_of_ones_own_stay_until_they_are_given_up(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, translations: Translations
) -> None:
    ident = appeal(desk, detail)
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    dialog.letter.area.set_text("Dear Wang, thank you.")
    qtbot.mouseClick(dialog.outcomes.button("lifted"), Qt.MouseButton.LeftButton)
    assert dialog.letter.text == "Dear Wang, thank you."
    translations.set_language("zh")
    QApplication.processEvents()  # Qt tells widgets of it by posted events
    assert dialog.letter.text == "Dear Wang, thank you."
    assert dialog.main_button.text() == "登记裁定"
    qtbot.mouseClick(dialog.letter.again, Qt.MouseButton.LeftButton)
    assert "现已撤销" in dialog.letter.text


def test_the_block_goes_with_the_decision_unless_that_is_unticked(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    case = desk.appeals.get(ident).row.case_number
    desk.blocklist.block(uuid4(), detail.row.person_id, "Insults", case)
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    assert not dialog.block.isVisible()
    qtbot.mouseClick(dialog.outcomes.button("lifted"), Qt.MouseButton.LeftButton)
    assert dialog.block.isVisible()
    assert dialog.block.isChecked()
    qtbot.keyClicks(dialog.reason, "Another device.")
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert not desk.members.row(detail.row.id).blocked


def test_somebody_else_was_faster(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    hand_over_seat(desk)
    dialog = deciding(qtbot, context, ident)
    qtbot.keyClicks(dialog.reason, "It was right.")
    decided(desk, ident, AppealOutcome.KEPT)
    qtbot.keyClick(dialog.reason, RETURN, CTRL)
    assert dialog.isVisible()
    assert "has ended" in dialog.banner.text
    assert dialog.reason.text == "It was right."


def test_the_letter_is_printed_from_its_dialog_and_logged(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, tmp_path: Path
) -> None:
    ident = appeal(desk, detail)
    decided(desk, ident, AppealOutcome.KEPT)
    dialog = AppealLetterDialog(context, desk.appeals.get(ident))
    dialog.open()
    show_active(qtbot, dialog)
    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    pages = modal_in_front()
    assert isinstance(pages, LetterPrintDialog)
    assert pages.printed is not None
    pages.save_to(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == pages.printed.pdf
    assert desk.audit.count(AuditFilter(action=Action.REPORT_PRINT)) == 1
    pages.close()
    assert_freed(dialog)


def kind(of: QWidget) -> str:
    return str(of.property("kind"))


def test_the_letter_is_copied_and_what_became_of_it_recorded(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    ident = appeal(desk, detail)
    decided(desk, ident, AppealOutcome.KEPT)
    dialog = AppealLetterDialog(context, desk.appeals.get(ident))
    dialog.open()
    show_active(qtbot, dialog)
    assert (kind(dialog.copy), kind(dialog.main_button)) == ("primary", "default"), "copied first"
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert (kind(dialog.copy), kind(dialog.main_button)) == ("default", "primary")
    assert QGuiApplication.clipboard().text() == "Hello Li Wei, thank you for your objection."
    assert "has not been told" in dialog.banner.text
    dialog.resize(900, 640)
    QApplication.processEvents()
    for part in (dialog.copy, dialog.states, dialog.note):
        assert part.visibleRegion().boundingRect() == part.rect(), "not below the fold"
    assert dialog.main_button.text() == "Record as sent"
    lost = dialog.states.button(NoticeState.NOT_DELIVERED.value)
    qtbot.mouseClick(lost, Qt.MouseButton.LeftButton)
    assert dialog.main_button.text() == "Record as not delivered"
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.note, "Has blocked us")
    qtbot.keyClick(dialog.note, RETURN, CTRL)
    (event,) = desk.appeals.get(ident).deliveries
    assert (event.state, event.channel) == (NoticeState.NOT_DELIVERED, Channel.PRIVATE.value)
    assert notices.texts == ["Recorded what became of the letter."]
