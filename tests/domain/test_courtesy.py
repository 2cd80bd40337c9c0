# SPDX-License-Identifier: MIT
import gc
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupdesk.domain.courtesy import (
    HARMFUL,
    MOST_READ,
    CourtesyCode,
    check,
    detect_language,
    warm_up,
)
from groupdesk.domain.courtesy_fold import fold
from groupdesk.domain.courtesy_lists import (
    en_absolutes,
    en_good,
    en_insult,
    en_sarcasm,
    en_threat,
    zh_absolutes,
    zh_good,
    zh_insult,
    zh_sarcasm,
    zh_threat,
)
from groupdesk.domain.courtesy_terms import Patterns, Terms
from groupdesk.domain.enums import Language
from groupdesk.words import Words
from tests.costs import not_for_ever

GOOD = (
    "Hello Anna, thank you for your help here. Your message of 12 May has a shop link in it, which "
    "rule R1 asks us to leave out. Could you send it to me first? Mei is glad to help you."
)
LISTS = (en_absolutes, en_insult, en_sarcasm, en_threat, zh_absolutes, zh_insult, zh_sarcasm)
TERMS = [
    terms
    for module in (*LISTS, zh_threat, en_good, zh_good)
    for terms in vars(module).values()
    if isinstance(terms, Terms)
]
BITS = (
    "you always |idiot|f*ck|STOP IT NOW |!!!|？！|滚|傻瓜相机|呵呵|后果自负|您从来|{member_name}|{|"
    "谢谢|thanks |\u200b|\u202e|İ|ＳＢ|滾開|\n|\x00|👍|\ud800"
)
bits = st.sampled_from(BITS.split("|"))
odd_text = st.lists(bits | st.text(st.characters(), max_size=4), max_size=15).map("".join)


def harms(text: str) -> set[str]:
    return {
        f.code.removeprefix("no_") for f in check(text).findings if f.code in HARMFUL and not f.ok
    }


def marked(text: str, code: CourtesyCode) -> list[str]:
    return [text[start:end] for start, end in check(text).of(code).spans]


def test_a_good_message_is_praised_for_everything() -> None:
    report = check(GOOD)
    assert report.polite
    assert report.problems == ()
    assert set(report.praises) == set(CourtesyCode) - HARMFUL


def test_a_bare_order_is_told_what_it_lacks() -> None:
    report = check("No.")
    assert report.polite
    assert {finding.code for finding in report.problems} == {
        CourtesyCode.GREETING_OR_THANKS,
        CourtesyCode.NAMES_BEHAVIOUR,
        CourtesyCode.NAMES_RULE,
        CourtesyCode.SUGGESTS_BETTER,
        CourtesyCode.SAYS_WHO_HELPS,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Scunthorpe, Essex and Penistone have shops.",
        "The classic assessment of class passes the assembly.",
        "Shiitake and cockpit, therapist and analysis.",
        "操场上的体操，请翻到操作手册第三页。",
        "傻瓜相机和滚筒洗衣机都有现货，翻滚测试合格。",
        "SB级包装，USB接口，每箱24件。",
        "书面警告和智能障碍检测说明",
        "He said “idiot” and I asked him to stop.",
        "请不要用“白痴”这样的词。",
        "info@assets.example.com, 4 * 5 = 20, a*b, **important**",
        "You always help everybody, thank you!!!",
        "The USB, PDF and FAQ are in the NASA API README.",
        "水泵不客气地说已经老化，不客气！",
    ],
)
def test_ordinary_words_that_contain_a_rude_one_are_left_alone(text: str) -> None:
    assert harms(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "f*ck",
        "sh1t happens with you",
        "what an a$$hole",
        "f*** off",
        "you 1d1ot",
        "ｉｄｉｏｔ",
        "i\u200bd\u200biot",
        "煞笔",
        "傻\u200b逼",
        "傻X",
        "sb",
        "你是sb吗",
        "nmsl",
        "滾開",
        "你這個垃圾",
        "ïdïöt",
        "іdiоt",  # Cyrillic
        "𝐢𝐝𝐢𝐨𝐭",
        "you idiooooot",
        "i d i o t",
        "i.d.i.o.t",
        "$tupid",
        "傻*逼",
        "白 痴",
        "仆街",
        "戇鳩",
        "你這個廢物",
        "閉嘴",
    ],
)
def test_hidden_rude_words_are_recognised(text: str) -> None:
    assert harms(text) == {"insult"}


@pytest.mark.parametrize(
    ("text", "code", "places"),
    [
        ("Hi, idiot, stop", CourtesyCode.NO_INSULT, ["idiot"]),
        ("Hi you idiot, stop", CourtesyCode.NO_INSULT, ["you idiot"]),
        ("x\u200bi\u200bdiot", CourtesyCode.NO_INSULT, []),
        ("\u200b好的i\u200bdiot", CourtesyCode.NO_INSULT, ["i\u200bdiot"]),
        ("Hello 😏\ufe0f Anna", CourtesyCode.NO_SARCASM, ["😏\ufe0f"]),
        ("You i\u0301diot\u0301, stop", CourtesyCode.NO_INSULT, ["You i\u0301diot\u0301"]),
        ("再发，後果自負。", CourtesyCode.NO_THREAT, ["再发，後果自負"]),
        ("Please STOP DOING THAT now", CourtesyCode.NO_SHOUTING, ["STOP DOING THAT"]),
        ("Hello {member_name}", CourtesyCode.PLACEHOLDERS, ["{member_name}"]),
    ],
)
def test_the_places_marked_are_those_of_the_text_as_written(
    text: str, code: CourtesyCode, places: list[str]
) -> None:
    assert marked(text, code) == places


def test_the_title_of_the_rule_names_the_rule() -> None:
    assert not check("您发的内容涉及禁止广告").of(CourtesyCode.NAMES_RULE).ok
    named = check("您发的内容涉及禁止廣告", rule_names=["", "禁止广告"])
    assert named.of(CourtesyCode.NAMES_RULE).spans == ((7, 11),)


def test_the_limit_of_the_platform_is_kept() -> None:
    assert check("x" * 20, length_limit=20).of(CourtesyCode.LENGTH).ok
    report = check("x" * 21, length_limit=20)
    assert not report.of(CourtesyCode.LENGTH).ok
    assert (report.length, report.limit) == (21, 20)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("您好，请看 README 和 FAQ", Language.ZH),
        ("Hello 王小明, thank you for your message", Language.EN),
        ("", Language.EN),
        ("👍👍", Language.EN),
        ("請您改貼到市集群", Language.ZH),
    ],
)
def test_the_language_is_recognised(text: str, language: Language) -> None:
    assert detect_language(text) is language


@pytest.mark.parametrize("terms", TERMS)
def test_the_lists_are_written_as_texts_are_compared(terms: Terms) -> None:
    assert [word for word in terms.words if fold(word).text != word] == []
    assert [word for word in terms.words if not word.strip()] == []


@pytest.mark.parametrize(
    "text", ["", " ", "👍🎉", "\x00", "\ud800", "שלום מה שלומך", "\u202e\u200b"]
)
def test_odd_texts_are_neither_rude_nor_praised(text: str) -> None:
    report = check(text)
    assert report.polite
    assert set(report.praises) <= {CourtesyCode.LENGTH}


@given(odd_text)
def test_it_never_raises_and_places_are_within_the_text(text: str) -> None:
    report = check(text)
    assert {finding.code for finding in report.findings} == set(CourtesyCode)
    for finding in report.findings:
        assert all(0 <= start < end <= len(text) for start, end in finding.spans)


@given(odd_text)
def test_harm_has_places_and_every_problem_has_advice(text: str) -> None:
    for finding in check(text).findings:
        assert bool(finding.suggestion) is not finding.ok
        if finding.code in HARMFUL:
            assert bool(finding.spans) is not finding.ok


@pytest.mark.parametrize("language", Language)
def test_every_code_has_words(language: Language) -> None:
    keys = {
        f"courtesy.{code}.{part}" for code in CourtesyCode for part in ("ok", "missing", "advice")
    }
    assert keys <= Words(language).keys()


@pytest.mark.parametrize("language", Language)
def test_the_advice_and_its_examples_are_polite(language: Language) -> None:
    words = Words(language)
    for code in CourtesyCode:
        if code is not CourtesyCode.NO_ABSOLUTES:  # its advice quotes what to avoid
            assert harms(words(f"courtesy.{code}.advice")) == set()


HOSTILE = (
    "you are a such so |!|A |{|f*|滚|你每次谢|thanks!! |除了|İ\u200b|翻滚|a a |aaa|idiot-proof |“|"
    "你这|再发,|one more word and |like a |oh, |the |你您|我把你|如果你|每次|恭喜您|no. |you're |0@"
)


@pytest.mark.parametrize("bit", HOSTILE.split("|"))
def test_time_stays_in_proportion_to_length(bit: str) -> None:
    text = (bit * 100_000)[:100_000]
    with not_for_ever():  # a fifth of a second; hours if it backtracked
        check(text)


@given(st.lists(st.sampled_from(HOSTILE.split("|")), min_size=2, max_size=3).map("".join))
@settings(max_examples=12, deadline=None)
def test_no_mixture_of_repeats_takes_long(bit: str) -> None:
    with not_for_ever():
        check(bit * (MOST_READ // len(bit)))


def test_what_is_too_long_to_be_a_message_is_not_read_to_its_end() -> None:
    report = check("Thank you. " * 10_000 + "You idiot.")
    assert report.read == MOST_READ
    assert not report.of(CourtesyCode.LENGTH).ok
    assert check("Thank you.").read == len("Thank you.")


@pytest.mark.parametrize(
    "text",
    [
        "{0.__class__}",
        "{member_name.__class__}",
        "Dear %s",
        "%(name)s and %d",
        "{{member_name}}",
        "{{",
        "{member_name",
        "{a{member_name}b}",
        "{unknown}",
        "{member_name!r}",
        "{}" * 50_000,
    ],
)
def test_what_is_no_good_placeholder_is_found_and_nothing_is_formatted(text: str) -> None:
    finding = check(text).of(CourtesyCode.PLACEHOLDERS)
    assert not finding.ok
    assert all(0 <= start < end <= len(text) for start, end in finding.spans)


def test_after_warming_up_a_check_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for patterns in (made for made in gc.get_objects() if isinstance(made, Patterns)):
        monkeypatch.setattr(patterns, "_compiled", {})
    for _step in warm_up():
        pass
    monkeypatch.setattr(re, "compile", None)
    for language in Language:
        check("Hi Ann, you always post ads. 你好，请不要老是发广告。", language, rule_names=["1.2"])
