# SPDX-License-Identifier: MIT
"""Rules as plain text: numbered, with their head, in one language."""

from groupdesk.domain.enums import Language
from groupdesk.services.desk import Desk
from groupdesk.ui.rules_copy import languages_of, rules_text


def test_rules_are_numbered_below_the_group_s_name_and_the_version(desk: Desk) -> None:
    (book,) = desk.rules.versions(1)
    lines = rules_text("极光", book, Language.ZH).split("\n\n")
    assert lines[0] == "极光 · 群规（第 1 版）"
    heads = [part.split("\n")[0] for part in lines if part[0].isdigit()]
    assert heads == [
        f"{at}. {rule.titles['zh']}（{rule.code}）" for at, rule in enumerate(book.rules, 1)
    ]
    assert languages_of(book) == tuple(Language)


def test_a_rule_without_text_in_a_language_keeps_the_one_it_has(desk: Desk) -> None:
    (book,) = desk.rules.versions(1)
    first = book.rules[0]._replace(titles={"zh": "不发广告"}, texts={"zh": "请不要在群里发广告。"})
    only = book._replace(rules=(first, *book.rules[1:]))
    assert languages_of(only) == (Language.ZH,)
    assert "1. 不发广告 (R1)\n请不要在群里发广告。" in rules_text("Aurora", only, Language.EN)
