# SPDX-License-Identifier: MIT
"""Who did what when, with what was before and after."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QLabel

from groupdesk.domain.enums import Action
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.services.pinyin import sort_key
from groupdesk.ui.act_words import act_text
from groupdesk.ui.pages.audit_page import AuditPage
from groupdesk.ui.session import Session
from groupdesk.words import Words
from tests.helpers import rule_id, warning
from tests.ui.acting import page, send_warning
from tests.ui.desks import Clock, add_member


@pytest.fixture
def audit(session: Session, desk: Desk, detail: MemberDetail, clock: Clock) -> AuditPage:
    send_warning(desk, detail)
    clock.forward(days=2)
    desk.members.edit(uuid4(), detail.row.id, replace(detail.fields, phone="10006498490"))
    return page(session, "audit", AuditPage)


def said(audit: AuditPage) -> set[str]:
    return {label.text() for label in audit.detail.findChildren(QLabel)}


def test_the_newest_entry_comes_first_with_before_and_after(audit: AuditPage) -> None:
    assert audit.model.record(0).action is Action.MEMBER_EDIT
    assert "–  →  10006498490" in said(audit)


def test_a_member_is_named_with_the_nickname(
    audit: AuditPage, desk: Desk, detail: MemberDetail
) -> None:
    desk.members.change(uuid4(), detail.row.id, nickname="Mingming")
    audit.reload()
    name = f"{detail.row.name} (Mingming)"
    assert str(audit.model.data(audit.model.index(0, 3))).startswith(name)
    audit.table.selectRow(0)
    assert name in said(audit)


def test_filters_narrow_the_list(audit: AuditPage, desk: Desk) -> None:
    audit.action.setCurrentIndex(audit.action.findText("Sent a reminder or warning"))
    assert [row.action for row in audit.model.records] == [Action.WARNING_SEND]
    audit.action.setCurrentIndex(0)
    everything = audit.model.rowCount()
    assert everything == desk.ledger.head()[0]
    audit.since.setDate(QDate(2026, 11, 22))
    assert audit.model.rowCount() == 1
    audit.until.setDate(QDate(2026, 11, 21))
    assert audit.model.rowCount() == 0
    assert audit._empty.isVisible()


def test_a_reminder_is_called_a_reminder(
    session: Session, audit: AuditPage, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    rule = rule_id(desk, detail.group.id)
    reminder = warning(desk, detail.row.id, rule, 1)
    clock.forward(minutes=5)
    desk.warnings.mark_not_sent(uuid4(), reminder, "Called instead")
    session.context.events.publish(AuditPage.topics)
    acts = [audit.model.index(row, 2).data() for row in range(4)]
    assert acts == [
        "Marked a reminder as not sent",
        "Prepared a reminder",
        "Changed a member’s details",
        "Sent warning 1",
    ]
    audit.table.selectRow(0)
    assert {"Marked a reminder as not sent", "Reminder"} <= said(audit)
    words = Words("zh")
    assert act_text(words, audit.model.record(1)) == "起草了提醒"
    assert act_text(words, audit.model.record(3)) == "发送了第 1 次警告"


def test_choices_stay_when_the_log_grows(
    session: Session, audit: AuditPage, desk: Desk, detail: MemberDetail
) -> None:
    audit.action.setCurrentIndex(audit.action.findText("Sent a reminder or warning"))
    send_warning(desk, detail)
    session.context.events.publish(AuditPage.topics)
    assert audit.action.value is Action.WARNING_SEND
    assert audit.model.rowCount() == 2


def test_more_entries_come_with_scrolling(
    session: Session, audit: AuditPage, desk: Desk, detail: MemberDetail
) -> None:
    for number in range(210):
        add_member(desk, detail.group.id, f"Member {number}")
    audit.reload()
    assert audit.model.rowCount() == 200
    bar = audit.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert audit.model.rowCount() == desk.ledger.head()[0]
    assert [row.seq for row in audit.model.records][-1] == 1


def test_verify_answers_where_it_was_asked_for(session: Session, audit: AuditPage) -> None:
    session.context.acts.trigger("audit.verify")
    assert "nothing was changed" in session.workbench.banner.text


def test_long_values_stay_inside_the_page(
    session: Session, audit: AuditPage, desk: Desk, detail: MemberDetail
) -> None:
    desk.backups.make(uuid4())
    desk.members.edit(uuid4(), detail.row.id, replace(detail.fields, note="w" * 3000))
    session.context.events.publish(AuditPage.topics)
    actions = [audit.model.record(row).action for row in range(2)]
    assert actions == [Action.MEMBER_EDIT, Action.BACKUP_MAKE]
    for row in range(2):
        audit.detail.show_entry(audit.model.record(row).seq)
        inner = audit.detail.widget()
        assert inner is not None
        assert inner.minimumSizeHint().width() <= audit.detail.minimumWidth()
    hashes = [text for text in said(audit) if len(text.replace(" ", "")) == 64]
    assert len(hashes) >= 2  # its own fingerprint, and that of the entry it goes up to
    assert all(len(part) == 4 for text in hashes for part in text.split())


def test_only_acts_that_occur_can_be_chosen_in_the_order_of_their_words(
    session: Session, audit: AuditPage, desk: Desk
) -> None:
    def offered() -> list[str]:
        return [audit.action.itemText(at) for at in range(1, audit.action.count())]

    done = {row.action for row in audit.model.records}
    words = Words("en")
    assert set(offered()) == {words(f"action.{act.value}") for act in done}
    assert offered() == sorted(offered(), key=str.casefold)
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert offered() == sorted(offered(), key=sort_key) != sorted(offered())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_lists_and_links_record_has_a_name_in_both_languages(language: str) -> None:
    words = Words(language)
    keys = ["left", "withdrawn", "restored", "same_person_as", "not_the_same_as"]
    for key in [*keys, "return_choice", "fits_purpose", "let_in_reason"]:
        assert f"field.{key}" in words, key
