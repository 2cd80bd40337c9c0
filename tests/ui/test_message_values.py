# SPDX-License-Identifier: MIT
from datetime import date

from groupdesk.domain.enums import Language
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.message_values import message_fallbacks, message_values

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
    assert message_fallbacks(Language.EN)["helper_contact"] == "our customer service"
    assert message_fallbacks(Language.ZH)["helper_contact"] == "我们的客服"
