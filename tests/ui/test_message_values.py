# SPDX-License-Identifier: MIT
from datetime import date
from uuid import uuid4

from groupdesk.domain.enums import Language, Term
from groupdesk.domain.process import Process
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.templates import fill
from groupdesk.services.desk import Desk
from groupdesk.ui.message_values import (
    message_fallbacks,
    message_values,
    notice_values,
)

DAY = date(2026, 11, 21)


def test_a_rule_speaks_the_language_of_the_message(desk: Desk, detail: MemberDetail) -> None:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    rule = book.rules[0]
    english = message_values(detail, "Mei", Language.EN, rule, DAY)
    chinese = message_values(detail, "Mei", Language.ZH, rule, DAY)
    assert english["rule_title"] == rule.titles["en"]
    assert chinese["rule_title"] == rule.titles["zh"]
    assert (english["incident_date"], chinese["incident_date"]) == (
        "21 November 2026",
        "2026年11月21日",
    )
    assert english["member_name"] == "王小明"


def test_without_a_rule_nothing_is_made_up(detail: MemberDetail) -> None:
    values = message_values(detail, "Mei", Language.EN, None, DAY)
    assert not any(name.startswith("rule_") for name in values)


def test_the_helper_is_somebody_else_than_the_sender(detail: MemberDetail) -> None:
    assert message_values(detail, "Mei", Language.EN, None, DAY)["helper_contact"] == "Mei Lin"
    own = detail._replace(group=detail.group._replace(owner_name="Mei"))
    assert message_values(own, "Mei", Language.EN, None, DAY)["helper_contact"] == ""
    told = detail._replace(row=detail.row._replace(name="Mei Lin"))
    assert message_values(told, "Mei", Language.EN, None, DAY)["helper_contact"] == ""
    assert message_fallbacks(Language.EN)["helper_contact"] == "our customer service"
    assert message_fallbacks(Language.ZH)["helper_contact"] == "我们的客服"


def test_thanks_can_name_what_the_member_did_well(desk: Desk, detail: MemberDetail) -> None:
    body = "We remember: {recognition}."
    fallbacks = message_fallbacks(Language.EN)
    values = message_values(detail, "Mei", Language.EN, None, DAY)
    assert fill(body, values, fallbacks).text == "We remember: your part in this group."
    desk.recognition.record(uuid4(), detail.row.id, "You helped three newcomers.", "2026-04-01")
    desk.recognition.record(uuid4(), detail.row.id, "{member_name} wrote a guide", "2026-03-01")
    known = message_values(desk.members.detail(detail.row.id), "Mei", Language.EN, None, DAY)
    assert fill(body, known, fallbacks).text == "We remember: You helped three newcomers."
    newest = desk.recognition.of_member(detail.row.id)[0]
    desk.recognition.take_back(uuid4(), newest.id, "Somebody else")
    known = message_values(desk.members.detail(detail.row.id), "Mei", Language.EN, None, DAY)
    assert fill(body, known, fallbacks).text == "We remember: {member_name} wrote a guide."


def test_a_notice_names_the_days_to_object_and_no_last_day_of_them() -> None:
    """It is written when approval is asked for, and sent some days later."""

    def told(days: int, language: Language = Language.EN) -> str:
        values = notice_values(Process(appeal_days=days), language, "Spam", Term.FOR_GOOD, None)
        return values["appeal_until"]

    assert told(14) == "within 14 days of getting this message"
    assert told(1) == "within a day of getting this message"
    assert told(0) == "at any time"
    assert told(14, Language.ZH) == "自收到本通知次日起 14 天内"
