# SPDX-License-Identifier: MIT
"""The rules as texts for a group: whole, short, what changed, in parts, whatever they hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.announcement import (
    NOTICE_LIMITS,
    AnnouncementForm,
    changes_list,
    is_published,
    length,
    limit_of,
    missing_in,
    parts,
    plain,
    rules_list,
)
from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.records import RuleRecord
from groupdesk.words import Words
from tests.costs import not_for_ever

SAY = {language: Words(language.value) for language in Language}
EN, ZH = Language.EN, Language.ZH


def rule(
    code: str,
    title: str = "",
    text: str = "",
    *,
    severity: Severity = Severity.MINOR,
    title_zh: str = "",
    text_zh: str = "",
    hint: str = "",
    consequence: str = "",
) -> RuleRecord:
    titles = {key: value for key, value in (("en", title), ("zh", title_zh)) if value}
    texts = {key: value for key, value in (("en", text), ("zh", text_zh)) if value}
    hints = {"en": hint} if hint else {}
    consequences = {"en": consequence} if consequence else {}
    return RuleRecord(1, code, severity, titles, texts, hints, {}, consequences)


TOPIC = rule("R1", "Stay on topic", "Only orders here.", title_zh="不跑题", text_zh="只谈订单。")
OFFERS = rule("R2", "No offers", "Please post none.\n\nAsk us first.")


def test_the_long_form_has_codes_titles_and_texts() -> None:
    said = rules_list(SAY[EN], [TOPIC, OFFERS], EN, AnnouncementForm.LONG, "First a reminder.")
    assert said == (
        "R1 Stay on topic\nOnly orders here.\n\n"
        "R2 No offers\nPlease post none.\nAsk us first.\n\n"
        "What happens when a rule is broken:\nFirst a reminder."
    )


def test_the_short_form_has_titles_and_where_to_ask() -> None:
    said = rules_list(SAY[ZH], [TOPIC, OFFERS], ZH, AnnouncementForm.SHORT)
    assert said.startswith("R1 不跑题\nR2 No offers\n\n")
    assert "只谈订单" not in said
    assert "完整内容" in said
    assert missing_in([TOPIC, OFFERS], ZH) == ("R2",)
    assert missing_in([TOPIC, OFFERS], EN) == ()


@pytest.mark.parametrize("bad", ["a\u202eb", "a\x00b", "a\u2066b\x1b", "a\rb"])
def test_nothing_turns_or_breaks_the_message(bad: str) -> None:
    said = rules_list(SAY[EN], [rule("R1", bad, bad)], EN, AnnouncementForm.LONG)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", said)
    assert plain("a\r\nb") == "a\nb"


def test_signs_of_other_languages_stay_text() -> None:
    said = rules_list(
        SAY[EN], [rule("R1", "<b>B</b>", "{group_name} %s & *x*")], EN, AnnouncementForm.LONG
    )
    assert said == "R1 <b>B</b>\n{group_name} %s & *x*"


# ---- what changed


def changed(before: list[RuleRecord], after: list[RuleRecord], language: Language = EN) -> str:
    return changes_list(SAY[language], before, after, language)


def test_what_is_new_and_what_is_gone() -> None:
    said = changed([TOPIC], [OFFERS])
    assert said.split("\n\n") == [
        "New: R2 No offers\nPlease post none.\nAsk us first.",
        "No longer applies: R1 Stay on topic",
    ]


def test_a_reworded_and_a_renumbered_rule() -> None:
    after = rule(
        "R3", "Stay on topic", "Only orders and invoices.", title_zh="不跑题", text_zh="只谈订单。"
    )
    assert changed([TOPIC], [after]) == (
        "“R1 Stay on topic” is now “R3 Stay on topic”.\n"
        "R3 Stay on topic now reads:\nOnly orders and invoices."
    )
    assert changed([TOPIC], [after], ZH) == "“R1 不跑题”改为“R3 不跑题”。"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Severity.MINOR, Severity.SERIOUS, "weighs more"),
        (Severity.ZERO_TOLERANCE, Severity.SERIOUS, "weighs less"),
        (Severity.SERIOUS, Severity.ZERO_TOLERANCE, "straight to removal"),
    ],
)
def test_another_weight_is_told(before: Severity, after: Severity, words: str) -> None:
    assert words in changed(
        [rule("R1", "A", "b", severity=before)], [rule("R1", "A", "b", severity=after)]
    )


def test_what_follows_and_what_only_explains() -> None:
    old = rule("R1", "A", "b")
    assert "What follows a breach of R1 A: a talk" in changed(
        [old], [rule("R1", "A", "b", consequence="a talk")]
    )
    assert "explanations" in changed([old], [rule("R1", "A", "b", hint="do this")])


def test_another_order_and_nothing_at_all() -> None:
    assert "new order" in changed([TOPIC, OFFERS], [OFFERS, TOPIC])
    assert changed([TOPIC], [TOPIC]) == ""
    # only the readers of Chinese see another text
    after = TOPIC._replace(texts=TOPIC.texts | {"zh": "只谈订单和发票。"})
    assert changed([TOPIC], [after]) == ""
    assert changed([TOPIC], [after], ZH) == "R1 不跑题，内容调整为：\n只谈订单和发票。"


# ---- parts


def test_parts_end_between_rules_and_are_numbered() -> None:
    rules = [rule(f"R{n}", f"Title {n}", "word " * 30) for n in range(1, 6)]
    text = rules_list(SAY[EN], rules, EN, AnnouncementForm.LONG)
    found = parts(SAY[EN], text, 400)
    assert [part.splitlines()[0] for part in found] == ["(1/3)", "(2/3)", "(3/3)"]
    assert [re.findall(r"R\d", part) for part in found] == [["R1", "R2"], ["R3", "R4"], ["R5"]]


def test_a_text_that_fits_or_has_no_limit_is_whole() -> None:
    assert parts(SAY[ZH], "  各位好  ", 600) == ("各位好",)
    assert parts(SAY[ZH], "字" * 9000, 0) == ("字" * 9000,)
    assert parts(SAY[ZH], " \n ", 600) == ()


def test_a_long_rule_is_divided_between_sentences() -> None:
    text = "R1 长规则\n" + "这是一句话，不算短。" * 100
    found = parts(SAY[ZH], text, 300)
    assert all(part.endswith("。") for part in found)
    assert found[0].startswith("（1/")
    assert "R1 长规则\n这是一句话" in found[0]


def test_an_emoji_counts_twice_and_is_never_divided() -> None:
    family = "👨\u200d👩\u200d👧"
    assert length(family) == 8
    for part in parts(SAY[EN], family * 100, 120):
        body = part.split("\n", 1)[1]
        assert len(body.replace(family, "")) == 0


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=800), st.integers(80, 400))
def test_no_part_is_too_long_and_no_sign_is_lost(text: str, limit: int) -> None:
    found = parts(SAY[EN], text, limit)
    assert all(length(part) <= limit for part in found)
    bodies = found if len(found) < 2 else [part.split("\n", 1)[1] for part in found]
    squeezed = re.sub(r"\s+", "", text)
    assert re.sub(r"\s+", "", "".join(bodies)) == squeezed


@pytest.mark.parametrize("limit", [600, 2_000, 10_000])
def test_a_hundred_long_rules_take_no_time(limit: int) -> None:
    rules = [rule(f"R{n}", "T" * 200, "Word and word. " * 333) for n in range(100)]
    with not_for_ever():
        text = rules_list(SAY[EN], rules, EN, AnnouncementForm.LONG)
        found = parts(SAY[EN], text, limit)
    assert all(length(part) <= limit for part in found)


def test_platforms_say_whether_the_limit_is_theirs() -> None:
    assert limit_of(Platform.DISCORD) == 2_000
    assert is_published(Platform.DISCORD)
    assert limit_of(Platform.QQ) == NOTICE_LIMITS[Platform.QQ]
    assert not is_published(Platform.WECHAT)
    assert limit_of(Platform.OTHER) == 0
