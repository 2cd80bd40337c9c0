# SPDX-License-Identifier: MIT
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupdesk.domain.courtesy import HARMFUL, CourtesyCode, check, detect_language
from groupdesk.domain.courtesy_offers import OFFERED, offered, replaced
from groupdesk.domain.enums import Language
from groupdesk.domain.templates import PLACEHOLDERS, fill
from groupdesk.words import Words

HERE = Path(__file__).parent
MEASURED = HARMFUL - {CourtesyCode.PLACEHOLDERS}
VALUES = dict.fromkeys(PLACEHOLDERS, "3 May") | {
    "member_name": "Anna",
    "group_name": "Aurora",
    "rule_title": "No advertising",
    "rule_code": "R1",
    "helper_contact": "Mei",
}
BITS = (
    "You idiot, take it down.|STOP THIS NOW|!!!|你这个白痴，|您总是这样。|再发，后果自负。|呵呵|"
    "Hi Anna, |您好！|\n|Kind regards\nMei| |.|。|, |{rule_title}|谢谢|Watch your back.|\u200b|"
    "You always lie"
)
messy = st.lists(st.sampled_from(BITS.split("|")), max_size=8).map("".join)


def sentence(code: CourtesyCode, text: str) -> str:
    words = Words(detect_language(text))
    return words.template(f"courtesy.{code}.offer") if code in OFFERED else ""


def harms(text: str) -> set[CourtesyCode]:
    return {code for code in MEASURED if not check(text).of(code).ok}


def taken(text: str, code: CourtesyCode) -> str:
    """Return `text` after what is offered for `code` was taken."""
    finding = check(text).of(code)
    return replaced(text, offered(text, finding, sentence(code, text)))


def rude_messages() -> list[str]:
    texts = []
    for language in Language:
        table = tomllib.loads(
            (HERE / f"courtesy_sentences_{language}.toml").read_text(encoding="utf-8")
        )
        texts += [row["text"] for half in table.values() for row in half["rude"]]
    return texts


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", sorted(OFFERED))
def test_each_sentence_offered_is_courteous_and_does_what_it_is_for(
    language: Language, code: CourtesyCode
) -> None:
    template = Words(language).template(f"courtesy.{code}.offer")
    filled = fill(template, VALUES)
    assert filled.complete
    assert harms(filled.text) == set()
    assert detect_language(filled.text) is language
    if code not in HARMFUL:
        assert check(filled.text).of(code).ok
    assert template[-1] in ".?。！"


def test_what_is_offered_leaves_less_harm_and_no_other() -> None:
    worse = []
    for text in rude_messages():
        found = harms(text)
        graver = not found.isdisjoint({CourtesyCode.NO_INSULT, CourtesyCode.NO_THREAT})
        for code in found:
            after = harms(taken(text, code))
            waits = code is CourtesyCode.NO_SHOUTING and graver and taken(text, code) == text
            if not waits and (code in after or not after <= found):
                worse.append((code.value, text, taken(text, code)))
    assert worse == []


@given(messy)
@settings(max_examples=25, deadline=None)
def test_whatever_is_taken_leaves_less_harm(text: str) -> None:
    before = harms(text)
    for code in sorted(before):
        after = taken(text, code)
        if after != text:
            assert harms(after) < before


@given(messy)
@settings(max_examples=25, deadline=None)
def test_what_was_missing_is_there_once_it_was_taken(text: str) -> None:
    for code in OFFERED - HARMFUL:
        if not check(text).of(code).ok:
            after = taken(text, code)
            assert check(fill(after, VALUES).text).of(code).ok
            assert len(after) > len(text)
            assert harms(after) <= harms(text) | {CourtesyCode.NO_SHOUTING}


@pytest.mark.parametrize(
    ("text", "code", "better"),
    [
        (
            "Please take down the picture, you disgusting pig.",
            CourtesyCode.NO_INSULT,
            "Please take down the picture.",
        ),
        (
            "Hi Renate, you constantly ignore what I write. Thank you.",
            CourtesyCode.NO_ABSOLUTES,
            "Hi Renate, I noticed this on {incident_date}. Thank you.",
        ),
        ("STOP POSTING LINKS!!! Thanks", CourtesyCode.NO_SHOUTING, "Stop posting links. Thanks"),
        ("Read the FAQ AND THE MANUAL NOW!!", CourtesyCode.NO_SHOUTING, None),
        ("别发了！！！听到没有？？？", CourtesyCode.NO_SHOUTING, "别发了。听到没有？"),
        ("不！行！就！是！不！行！", CourtesyCode.NO_SHOUTING, None),
        (
            "您好，您总是刷屏。谢谢。",
            CourtesyCode.NO_ABSOLUTES,
            "您好，我注意到的是{incident_date}这一次。谢谢。",
        ),
        (
            "Please leave it.",
            CourtesyCode.GREETING_OR_THANKS,
            "Hello {member_name}, thank you for being part of {group_name}. Please leave it.",
        ),
        (
            "Hello Anna, take it down.\n\nKind regards\nMei",
            CourtesyCode.SAYS_WHO_HELPS,
            (
                "Hello Anna, take it down. If you have any questions, {helper_contact} will be glad"
                " to help you.\n\nKind regards\nMei"
            ),
        ),
        (
            "您好，请撤回",
            CourtesyCode.SAYS_WHO_HELPS,
            "您好，请撤回。如有疑问，请随时联系{helper_contact}。",
        ),
    ],
)
def test_only_the_words_that_need_it_are_changed(
    text: str, code: CourtesyCode, better: str | None
) -> None:
    after = taken(text, code)
    if better is not None:
        assert after == better
    assert check(after).of(code).ok or code not in HARMFUL


@pytest.mark.parametrize(
    "greeting",
    [
        "{member_name}，您好！感谢您一直以来对“{group_name}”的支持。",
        "王志远，您好！",
        "王总，您好，",
        "志远，下午好！",
        "您好！",
        "Hello {member_name}, thank you for being part of {group_name}. ",
    ],
)
def test_the_rule_is_named_behind_the_greeting(greeting: str) -> None:
    text = greeting + "链接已撤下。" if "好" in greeting else greeting + "We took the link down."
    code = CourtesyCode.NAMES_RULE
    edits = offered(text, check(text).of(code), sentence(code, text))
    assert edits
    assert replaced(text, edits).startswith(greeting)


def test_a_complaint_is_no_greeting() -> None:
    text = "王志远，你好烦！"
    code = CourtesyCode.NAMES_RULE
    assert replaced(text, offered(text, check(text).of(code), sentence(code, text))).endswith(text)


def test_without_a_sentence_harsh_words_are_left_out() -> None:
    text = "Please pay. Watch your back. Thank you."
    edits = offered(text, check(text).of(CourtesyCode.NO_THREAT), "")
    assert replaced(text, edits).split() == ["Please", "pay.", "Thank", "you."]
    missing = check(text).of(CourtesyCode.SAYS_WHO_HELPS)
    assert offered(text, missing, "") == ()


def test_where_nothing_is_wrong_nothing_is_offered() -> None:
    text = "Hello Anna, thank you."
    finding = check(text).of(CourtesyCode.NO_INSULT)
    assert offered(text, finding, "Something else.") == ()


@pytest.mark.parametrize("text", ["再发就滚出去！！！", "您好。你这个白痴！！！", "You idiot!!!"])
def test_no_wording_is_offered_that_insults_or_threatens_itself(text: str) -> None:
    finding = check(text).of(CourtesyCode.NO_SHOUTING)
    assert not finding.ok
    assert offered(text, finding, "") == ()
