# SPDX-License-Identifier: MIT
"""The removal dialog on a real desk: what is required, what may be overridden, what is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.act_records import AuditFilter, RemovalRecord, RemovalRequest
from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import Action, FairItem, Ground, Term, Topic
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.domain.records import GroupFields, MemberDetail, Receipt, TimelineEntry
from groupdesk.domain.text import MAX_REASON, visible
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog, _counted
from groupdesk.ui.translations import Translations
from tests.services.two_operators import ask_always
from tests.ui.acting import send_warning, talk
from tests.ui.desks import Clock, Notices, add_member, picture_file, png
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
REASON = "Posted three reseller links after a talk."
Opener = Callable[[], RemovalDialog]


@pytest.fixture
def reopen(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Opener:
    """Return what opens the dialog for the desk's member, as the page does."""

    def opened() -> RemovalDialog:
        made = RemovalDialog(context, context.desk.members.detail(detail.row.id))
        made.resize(1225, 950)
        made.open()
        show_active(qtbot, made)
        return made

    QGuiApplication.clipboard().clear()
    return opened


@pytest.fixture
def dialog(reopen: Opener) -> RemovalDialog:
    return reopen()


def paste_picture(qtbot: QtBot, dialog: RemovalDialog, colour: str = "#95EC69") -> None:
    QGuiApplication.clipboard().setImage(QImage.fromData(png(colour)))
    dialog.removal.evidence.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_V, CTRL)


def override_all(dialog: RemovalDialog, text: str = "Links are still being posted") -> None:
    for item in dialog.fair.waiting:
        dialog.fair.list.field(item.value).setText(text)


def fill(qtbot: QtBot, dialog: RemovalDialog, reason: str = REASON) -> None:
    dialog.removal.decision.rule.setCurrentIndex(0)
    dialog.removal.reason.setFocus()
    qtbot.keyClicks(dialog.removal.reason, reason)
    paste_picture(qtbot, dialog)
    override_all(dialog)


def removals(desk: Desk) -> list[RemovalRecord]:
    rows = desk.audit.rows(AuditFilter(action=Action.REMOVAL_DECIDE))
    return [desk.removals.get(row.subject_id) for row in rows]


def close_all() -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CarryOutDialog):
            assert_freed(window)


def missing(dialog: RemovalDialog) -> str:
    return dialog._missing_label.text()


def test_a_removal_by_keyboard(qtbot: QtBot, dialog: RemovalDialog, desk: Desk) -> None:
    assert "the rule, a reason, a screenshot" in missing(dialog)
    fill(qtbot, dialog)
    dialog.removal.comment.set_text("Partner group was offered")
    assert missing(dialog) == ""
    assert dialog.main_button.text() == "Remove anyway"
    qtbot.keyClick(dialog.removal.reason, Qt.Key.Key_Return, CTRL)
    (removal,) = removals(desk)
    assert removal.reason == REASON
    assert removal.comment == "Partner group was offered"
    assert (removal.ground, removal.rule_code) == (Ground.BREACH, "R1")
    assert (removal.term, removal.until) == (Term.UNTIL, "2027-05-21")
    assert {line.item for line in removal.fair_process if line.override} == {
        FairItem.REMINDED,
        FairItem.WARNED,
        FairItem.FINAL_WARNED,
        FairItem.TALKED,
        FairItem.ANSWERED,
    }
    assert REASON in removal.notice
    assert removal.notice_language == "zh"
    (entry,) = desk.timeline.of_member(removal.membership_id)
    assert len(entry.evidence) == 1
    close_all()


def test_without_rules_the_ground_is_chosen_and_no_rule_is_missed(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    first = desk.groups.all()[0]
    bare = desk.groups.create(
        uuid4(), GroupFields("Borealis", first.platform, first.language)
    ).subject_id
    dialog = RemovalDialog(context, add_member(desk, bare, "Ada"))
    dialog.open()
    show_active(qtbot, dialog)
    ground = dialog.removal.decision.ground
    assert ground.hasFocus()
    assert ground.currentText() == ""
    assert missing(dialog).startswith("Still missing: the ground, a reason, a screenshot, 1 answer")
    assert len(dialog.fair.waiting) == 1
    ground.setCurrentIndex(ground.findData(Ground.INACTIVE.value))
    assert missing(dialog).startswith("Still missing: a reason, a screenshot, 1 answer")
    dialog.removal.reason.set_text(REASON)
    paste_picture(qtbot, dialog)
    override_all(dialog)
    qtbot.keyClick(dialog.removal.reason, Qt.Key.Key_Return, CTRL)
    (removal,) = removals(desk)
    assert (removal.ground, removal.rule_code) == (Ground.INACTIVE, "")
    close_all()


def test_enter_in_a_field_records_nothing(qtbot: QtBot, dialog: RemovalDialog, desk: Desk) -> None:
    fill(qtbot, dialog)
    for field in (
        dialog.removal.decision.ground,
        dialog.removal.comment,
        dialog.fair.list.field("warned"),
        dialog.removal.already.edit,
    ):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert removals(desk) == []
    assert dialog.isVisible()
    assert_freed(dialog)


@pytest.mark.parametrize("reason", ["", "   \n ", "\u200b\u200b\u2060", "\u3164"])
def test_a_reason_that_cannot_be_read_is_none(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk, reason: str
) -> None:
    fill(qtbot, dialog)
    dialog.removal.reason.set_text(reason)
    assert "a reason" in missing(dialog)
    assert not dialog.main_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert removals(desk) == []
    assert_freed(dialog)


def test_a_reason_of_100_kb_is_said_to_be_too_long(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk
) -> None:
    fill(qtbot, dialog)
    dialog.removal.reason.set_text("字" * 100_000)
    assert "at most 10000" in dialog.removal.reason_field.error
    assert "a shorter text" in missing(dialog)
    assert dialog.removal._counter.text() == "100,000 / 10,000"
    assert len(dialog.removal.notice.text) < MAX_REASON
    dialog.removal.reason.set_text(REASON)
    assert dialog.removal.reason_field.error == ""
    assert dialog.removal._counter.isHidden()
    assert missing(dialog) == ""
    assert_freed(dialog)


def test_reason_and_screenshot_cannot_be_overridden(dialog: RemovalDialog) -> None:
    answers = dialog.fair.list.answers()
    assert "warned" in answers
    assert not {"reason", "evidence"} & set(answers)
    assert_freed(dialog)


def test_other_grounds_ask_for_less(qtbot: QtBot, dialog: RemovalDialog, desk: Desk) -> None:
    decision = dialog.removal.decision
    decision.ground.setCurrentIndex(decision.ground.findData(Ground.COMPROMISED.value))
    assert decision.rule_field.isHidden()
    assert dialog.fair.waiting == ()
    assert dialog.main_button.text() == "Record removal"
    assert decision.chosen_term is Term.MAY_RETURN
    dialog.removal.reason.set_text("The account sends links by itself.")
    paste_picture(qtbot, dialog)
    assert missing(dialog) == ""
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    (removal,) = removals(desk)
    assert (removal.ground, removal.rule_code) == (Ground.COMPROMISED, "")
    assert "群规" in removal.notice
    assert "{" not in removal.notice
    close_all()


def drop(target: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_of_three_dropped_files_the_broken_one_is_named(
    dialog: RemovalDialog, tmp_path: Path
) -> None:
    good = [picture_file(tmp_path, "chat-1.png"), picture_file(tmp_path, "chat-2.png", "red")]
    broken = tmp_path / "broken.png"
    broken.write_bytes(png("blue")[:60])
    drop(dialog, good[0], broken, good[1])
    assert len(dialog.removal.evidence.uses()) == 2
    said = [label.text() for label in dialog.removal.evidence.refused.findChildren(QLabel)]
    assert any("broken.png" in text for text in said)
    assert not any("chat-1.png" in text for text in said)
    assert dialog.tabs.button("evidence").text() == "Evidence 2"
    assert_freed(dialog)


def test_esc_keeps_the_draft_with_its_screenshots(
    qtbot: QtBot, dialog: RemovalDialog, reopen: Opener, desk: Desk, notices: Notices
) -> None:
    fill(qtbot, dialog)
    dialog.removal.already.check.setChecked(True)
    dialog.removal.incident.quoted.set_text("cheap bags, write to me")
    before = dialog.contents()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert_freed(dialog)
    assert notices.texts == ["The removal of 王小明 is kept as a draft."]
    assert desk.members.detail(1).drafts == ("removal",)
    again = reopen()
    assert again.contents() == before
    assert again._hint.text() == "Draft kept 15:42"
    assert again.removal.incident.quoted.isVisibleTo(again)
    qtbot.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert len(removals(desk)) == 1
    assert desk.members.detail(1).drafts == ()
    close_all()


def test_nothing_written_keeps_nothing(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk, notices: Notices
) -> None:
    assert not dialog.discard_button.isEnabled()
    assert dialog._keep.text() == "Close"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert_freed(dialog)
    assert notices.texts == []
    assert desk.drafts.load("removal", membership_id=1) is None


def test_a_discarded_draft_comes_back_by_undo(
    qtbot: QtBot, dialog: RemovalDialog, reopen: Opener, desk: Desk, notices: Notices
) -> None:
    fill(qtbot, dialog)
    before = dialog.contents()
    qtbot.mouseClick(dialog._keep, Qt.MouseButton.LeftButton)
    assert_freed(dialog)
    second = reopen()
    qtbot.mouseClick(second.discard_button, Qt.MouseButton.LeftButton)
    assert_freed(second)
    assert desk.drafts.load("removal", membership_id=1) is None
    assert notices.texts[-1] == "The draft for 王小明 was discarded."
    notices.action()
    third = reopen()
    assert third.contents() == before
    assert_freed(third)


class Broken:
    """The desk's removals with a disk that is full until it is mended."""

    def __init__(self, desk: Desk) -> None:
        self._removals = desk.removals
        self.full = True
        self.operations: list[object] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._removals, name)

    def decide(self, request: object) -> Receipt:
        self.operations.append(request.operation)  # type: ignore[attr-defined]
        if self.full:
            raise StorageError("disk_full")
        return self._removals.decide(request)  # type: ignore[arg-type]


def test_a_full_disk_loses_nothing_and_a_second_try_is_the_same_act(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk
) -> None:
    broken = Broken(desk)
    object.__setattr__(desk, "removals", broken)
    fill(qtbot, dialog)
    before = dialog.contents()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert "The disk is full, so this was not saved." in dialog.banner.text
    assert dialog.contents() == before
    assert dialog.main_button.isEnabled()
    broken.full = False
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert len(set(broken.operations)) == 1
    assert len(removals(desk)) == 1
    close_all()


def test_what_was_saved_is_said_to_be_saved_whatever_the_disk_answered(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide, answers = desk.removals.decide, [StorageError("disk_error")]

    def saves_and_fails(request: RemovalRequest) -> Receipt:
        receipt = decide(request)
        if answers:
            raise answers.pop()
        return receipt

    monkeypatch.setattr(desk.removals, "decide", saves_and_fails)
    fill(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert not isValid(dialog) or not dialog.isVisible()
    assert len(removals(desk)) == 1
    close_all()


def test_the_draft_stays_in_the_dialog_when_the_disk_is_full(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise StorageError("disk_full")

    fill(qtbot, dialog)
    with monkeypatch.context() as patched:
        patched.setattr(desk.drafts, "save", full)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert "The disk is full" in dialog.banner.text
        assert dialog.removal.reason.text == REASON
    assert_freed(dialog)
    assert desk.drafts.load("removal", membership_id=1) is not None


def test_two_clicks_record_once(
    qtbot: QtBot, context: UiContext, dialog: RemovalDialog, desk: Desk
) -> None:
    waiting: list[Callable[[], None]] = []

    class Slow:
        def run(self, owner: object, work: object, done: object, failed: object) -> None:
            waiting.append(lambda: done(work()))  # type: ignore[operator]

    fill(qtbot, dialog)
    object.__setattr__(context, "runner", Slow())
    qtbot.mouseDClick(dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert len(waiting) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "a write is going on: it must first say how it ended"
    waiting[0]()
    assert len(removals(desk)) == 1
    close_all()


@pytest.mark.parametrize(
    ("field", "code", "place"),
    [
        ("reason", "reason_missing", lambda form: form.reason_field.error),
        ("evidence", "screenshot_missing", lambda form: form.evidence.error),
        ("rule", "rule_missing", lambda form: form.decision.rule_field.error),
        ("until", "until_in_past", lambda form: form.decision.until_field.error),
        ("already_removed_at", "time_in_future", lambda form: form.already_field.error),
        ("notice", "text_unstorable", lambda form: form.notice.field.error),
    ],
)
def test_an_error_of_the_service_stands_at_its_field(
    context: UiContext, dialog: RemovalDialog, field: str, code: str, place: Callable[..., str]
) -> None:
    error = ValidationError(field, code)
    dialog._on_failed(error)
    assert place(dialog.removal) == context.error_text(error)
    assert dialog.banner.text == ""
    assert_freed(dialog)


def test_a_missing_override_leads_to_its_field(dialog: RemovalDialog) -> None:
    dialog.tabs.button("history").click()
    dialog._on_failed(ValidationError("overrides.talked", "override_missing"))
    assert dialog.tabs.current == "fair"
    assert dialog.focusWidget() is dialog.fair.list.field("talked")
    assert "Say why you go on" in dialog.banner.text
    assert_freed(dialog)


@pytest.mark.parametrize("name", ["<b>Mallory</b>", "\u202egnp.exe", "a & b"])
def test_names_are_no_markup_and_turn_nothing_round(
    qtbot: QtBot, context: UiContext, desk: Desk, name: str
) -> None:
    made = RemovalDialog(context, add_member(desk, 1, name))
    made.open()
    texts = [label for label in made.findChildren(QLabel) if visible(name) in label.text()]
    assert texts
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in texts)
    assert name in made.removal.notice.text
    assert_freed(made)


def test_the_head_counts_as_people_do(
    reopen: Opener, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = reopen()
    subtitle = dialog._subtitle
    assert "in this group: no warning in force, no talk yet" in subtitle.text()
    for said in ("1 warning in force, 1 talk ·", "2 warnings in force, 2 talks ·"):
        send_warning(desk, detail)
        talk(desk, detail)
        context.events.publish(frozenset(Topic))
        assert said in subtitle.text()
    assert_freed(dialog)


def test_the_head_counts_what_the_list_counts() -> None:
    now = "2026-11-20T09:00:00.000Z"
    sent = TimelineEntry(
        "warning", 1, 1, now, "Mei", step_kind="warning", state="sent", until=f"2027{now[4:]}"
    )
    held = TimelineEntry("talk", 1, 1, now, "Mei")
    elsewhere, lapsed = replace(sent, elsewhere="Borealis"), replace(sent, until=now)
    vain, other = replace(held, state="no_answer"), replace(held, elsewhere="Borealis")
    final = replace(sent, step_kind="final_warning")
    assert _counted((sent, final, elsewhere, lapsed, held, vain, other), now) == (2, 1)


def test_i_already_removed_them(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk, clock: Clock
) -> None:
    fill(qtbot, dialog)
    dialog.removal.already.check.setChecked(True)
    assert missing(dialog) == ""
    edit = dialog.removal.already.edit
    edit.setDateTime(edit.dateTime().addSecs(3600))
    assert "a time that has passed" in missing(dialog)
    edit.setDateTime(edit.dateTime().addSecs(-7200))
    said = [label.text() for label in dialog.removal.already_field.findChildren(QLabel)]
    assert "That was 1 hour before this decision; the case file says so." in said
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (removal,) = removals(desk)
    assert removal.already_removed_at == "2026-11-21T06:42:00.000Z"
    assert [bool(step.done_at) for step in removal.steps][:3] == [True, True, False]
    close_all()


def test_the_steps_follow_the_decision(qtbot: QtBot, dialog: RemovalDialog, desk: Desk) -> None:
    fill(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CarryOutDialog)]
    assert shown.isVisible()
    assert shown._about.text().startswith("Recorded. Now remove 王小明 in WeCom")
    assert shown.undo_button.isVisible()
    close_all()
    assert not isValid(dialog)


def test_copying_says_who_tells_the_member(qtbot: QtBot, dialog: RemovalDialog, desk: Desk) -> None:
    fill(qtbot, dialog)
    qtbot.mouseClick(dialog.removal.notice.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.removal.notice.text
    assert dialog.banner.text == "Copied. The member has not been told: send the notice in WeCom."
    assert removals(desk) == []
    assert_freed(dialog)


def test_the_language_changes_while_it_is_open(
    qtbot: QtBot, dialog: RemovalDialog, translations: Translations
) -> None:
    fill(qtbot, dialog)
    before = dialog.contents()
    translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.removal.decision.ground.currentText() == "违反群规"
    assert "未发过警告，或已过期" in [label.text() for label in dialog.fair.findChildren(QLabel)]
    assert dialog.contents() == before
    translations.set_language("en")
    QApplication.processEvents()
    assert dialog.removal.decision.ground.currentText() == "Breach of a rule"
    assert_freed(dialog)


def test_at_a_small_window_nothing_scrolls_sideways(dialog: RemovalDialog) -> None:
    dialog.resize(900, 680)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == (900, 680)
    for area in dialog.findChildren(QScrollArea):
        inner = area.widget()
        assert inner is not None
        assert inner.minimumSizeHint().width() <= area.viewport().width()
    assert_freed(dialog)


def test_a_member_who_left_meanwhile_is_said_and_nothing_is_lost(
    qtbot: QtBot, dialog: RemovalDialog, desk: Desk
) -> None:
    fill(qtbot, dialog)
    desk.removals.decide(replace(dialog._request(), operation=uuid4()))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert "already decided" in dialog.banner.text
    assert dialog.removal.reason.text == REASON
    assert_freed(dialog)


def test_what_waits_for_approval_is_said_before_and_after(
    qtbot: QtBot, reopen: Opener, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    ask_always(desk, detail.group.id, ApprovalNeed.FOR_GOOD)
    dialog = reopen()
    fill(qtbot, dialog)
    assert dialog.main_button.text() == "Remove anyway"
    assert not dialog.removal.blocks.isVisible()
    term = dialog.removal.decision.term
    term.setCurrentIndex(term.findText("For good"))
    assert dialog.main_button.text() == "Ask for approval"
    dialog.removal.blocks.setChecked(True)
    qtbot.keyClick(dialog.removal.reason, Qt.Key.Key_Return, CTRL)
    (waiting,) = desk.approvals.waiting()
    assert waiting.removal.blocks
    assert "waits for another operator" in notices.texts[-1]
    close_all()
