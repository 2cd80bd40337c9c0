# SPDX-License-Identifier: MIT
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groupdesk.domain.search_tokens import (
    NOTE_LIMIT,
    SearchFields,
    close_gaps,
    fold,
    index_tokens,
    query_tokens,
    search_words,
    split,
)
from groupdesk.domain.search_version import TOKEN_VERSION


def tokens_of(name: str) -> set[str]:
    return set(index_tokens(search_words(SearchFields(name=name))).split(" ")) - {""}


def test_chinese_is_indexed_by_character_and_pair() -> None:
    assert tokens_of("李小伟") == {"李", "小", "伟", "李小", "小伟"}


def test_words_are_indexed_by_starts_and_by_what_is_inside() -> None:
    assert tokens_of("liwei") == {"^l", "^li", "^liw", "_iw", "_iwe", "_we", "_wei", "_ei"}
    assert tokens_of("Al") == {"^a", "^al"}


@given(st.text(alphabet="abcdefgh0123456789", min_size=1, max_size=40))
def test_a_word_of_any_length_gives_its_starts_pairs_and_triples(word: str) -> None:
    starts = [f"^{word[:size]}" for size in (1, 2, 3) if size <= len(word)]
    inside = [
        f"_{word[at : at + size]}" for size in (2, 3) for at in range(1, len(word) - size + 1)
    ]
    assert index_tokens(f"1 {word}").split(" ") == starts + inside


def test_latin_names_are_also_found_written_together() -> None:
    assert "_iwe" in tokens_of("Li Wei")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("José Müller Straße", "jose muller strasse"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Ærø Øst", "aero ost"),
        ("Ǿ ǽ", "o ae"),
        ("Œuvre", "oeuvre"),
        ("Đặng Đình", "dang dinh"),
        ("Þórður", "thordur"),
        ("Işık IŞIK İŞİK", "isik isik isik"),
        ("ẞ ħ ŧ ŋ", "ss h t n"),
        ("İstanbul", "istanbul"),
        ("李\u200b伟\u202e", "李伟"),
        ("❤\ufe0f", "❤"),
        ("灣", "灣"),
        ("ﾀﾅｶ", "タナカ"),
        ("がんば", "がんば"),
        ("한국", "한국"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
@example("\u0345\u0301")
@example("ß\u0307İ")
def test_folded_words_split_into_themselves(text: str) -> None:
    for word in split(text):
        assert " " not in word
        if word[0] != "\t":
            assert split(word) == [word]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VIP客户2023", ["vip", "客户", "2023"]),
        ("li 广告", ["li", "广告"]),
        ("华东-王磊", ["华东", "王磊"]),
        ("小花🌸🌸", ["小花🌸🌸"]),
        ("<b>Bob</b>", ["b", "bob", "b"]),
        ("a\x00b\x1bc\nd", ["a", "b", "c", "d"]),
        ("\ud800x", ["x"]),
        ("wxid_abc", ["wxid", "abc"]),
        ("...", ["\t..."]),
        ("\x00\x07", []),
        ("\ud800", []),
        ("สวัสดี", ["สวัสดี"]),
        ("नमस्ते", ["नमस्ते"]),
    ],
)
def test_splitting(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize("name", ["李 伟", "李\u3000伟", "李·伟", "李  伟"])
def test_padded_chinese_names_are_one_word(name: str) -> None:
    assert close_gaps(name) == "李伟"
    assert close_gaps("Li Wei") == "Li Wei"


def test_a_phone_number_is_found_without_its_spaces() -> None:
    words = search_words(SearchFields(name="x", phone="+86 138-0013 8000"))
    assert "8613800138000" in words.split(" ")


def test_the_far_end_of_a_huge_note_is_left_out() -> None:
    note = "早" + "好" * (NOTE_LIMIT - 1) + "晚" * 100_000
    words = search_words(SearchFields(name="x", note=note))
    assert "早好" in words
    assert "晚" not in words


def test_words_carry_their_version() -> None:
    assert search_words(SearchFields(name="李伟")).split(" ") == [TOKEN_VERSION, "李伟"]
    assert len(TOKEN_VERSION) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u3000", "\x00"])
def test_an_empty_query_asks_for_nothing(text: str) -> None:
    assert query_tokens(text).empty


def test_a_query_is_an_and_of_quoted_tokens() -> None:
    plan = query_tokens("liwe 广告语 x")
    assert plan.words == ("liwe", "广告语", "x")
    assert plan.match == '("^liw" OR "_liw") AND "_iwe" AND "广告" AND "告语" AND "^x"'
    assert plan.checks == ("liwe", "广告语")


@given(st.text(alphabet=st.sampled_from(string.printable + "李伟🌸\u201c\ud800\x00"), max_size=300))
def test_no_query_leaves_its_quotes(text: str) -> None:
    match = query_tokens(text).match
    outside = match.split('"')[::2]
    assert set("".join(outside)) <= set("() ANDOR")
    inside = match.split('"')[1::2]
    assert all(token and not set(token) & set("\"'*() \x00") for token in inside)
