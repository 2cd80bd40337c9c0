# SPDX-License-Identifier: MIT
"""What a search matched is marked where a person would point to it."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.search_marks import (
    INITIALS,
    NAME,
    NICKNAME,
    NUMBER,
    REST,
    Marks,
    mark,
    rank,
    spelled,
)
from groupdesk.domain.search_tokens import SearchFields, query_tokens
from groupdesk.services import pinyin

READINGS = {"李": ("li",), "伟": ("wei",), "单": ("dan", "shan", "chan"), "阿": ("a", "e")}


def readings(char: str) -> tuple[str, ...]:
    return READINGS.get(char, ())


def fields(name: str, nickname: str = "", **more: Any) -> SearchFields:
    full = [word for text in (name, nickname) for word in pinyin.full(text)]
    short = [word for text in (name, nickname) for word in pinyin.initials(text)]
    return SearchFields(name, nickname, pinyin=tuple(full), initials=tuple(short), **more)


def marked(query: str, who: SearchFields) -> Marks:
    return mark(query_tokens(query).words, who, pinyin.readings)


def piece(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return "|".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("query", "name", "found"),
    [
        ("伟", "李伟", "伟"),
        ("李伟", "李　伟", "李　伟"),
        ("liwei", "李伟", "李伟"),
        ("liw", "华东-李伟", "李伟"),
        ("lw", "李伟", "李伟"),
        ("w", "李伟", "伟"),
        ("shan", "单伟", "单"),
        ("MILL", "Zoe Miller", "Mill"),
        ("zoem", "Zoe Miller", "Zoe M"),
        ("tomas", "Tomás", "Tomás"),
        ("m", "Tom Moser", "M"),
        ("１２", "Room 12", "12"),
        ("li wei", "Wei Li", "Wei|Li"),
        ("🌸", "欧阳🌸", "🌸"),
    ],
)
def test_the_name_is_marked(query: str, name: str, found: str) -> None:
    marks = marked(query, fields(name))
    assert piece(name, marks.name) == found
    assert marks.elsewhere is None


def test_the_nickname_is_marked_and_both_where_both_match() -> None:
    marks = marked("wei", fields("李伟", "Wei 阿伟"))
    assert (marks.name, piece("Wei 阿伟", marks.nickname)) == (((1, 2),), "Wei")
    assert marks.elsewhere is None


@pytest.mark.parametrize(
    ("query", "field", "text", "found"),
    [
        ("li 广告", "note", "发过广告", "广告"),
        ("138-0013", "phone", "138 0013 8000", "138"),
        ("13800138000", "phone", "138 0013 8000", "138 0013 8000"),
        ("zhou", "account_owner", "Zhou Min", "Zhou"),
        ("acme", "company", "The ACME Company", "ACME"),
        ("vip", "tags", "key, VIP", "VIP"),
        ("bruce", "other_name", "Bruce Lee", "Bruce"),
    ],
)
def test_what_is_in_no_name_is_told(query: str, field: str, text: str, found: str) -> None:
    who = fields(
        "李伟",
        note="发过广告",
        phone="138 0013 8000",
        company="The ACME Company",
        account_owner="Zhou Min",
    )
    whole = SearchFields(
        who.name, note=who.note, phone=who.phone, company=who.company,
        account_owner=who.account_owner, tags=("key", "VIP"),
        other_names=("Bruce Lee",),
    )  # fmt: skip
    elsewhere = marked(query, whole).elsewhere
    assert elsewhere is not None
    assert (elsewhere.field, elsewhere.text) == (field, text)
    assert piece(elsewhere.text, elsewhere.spans) == found


def test_a_long_note_is_cut_round_the_match() -> None:
    note = "他上个月在群里说过很多次，" + "后来又发广告被提醒了，" * 5
    elsewhere = marked("广告", fields("李伟", note=note)).elsewhere
    assert elsewhere is not None
    assert elsewhere.text.startswith("…")
    assert elsewhere.text.endswith("…")
    assert piece(elsewhere.text, elsewhere.spans) == "广告"
    assert len(elsewhere.text) < 50


@pytest.mark.parametrize(
    ("word", "name", "place"),
    [
        ("lw", "李伟", (0, 2)),
        ("liw", "李伟", (0, 2)),
        ("lwei", "李伟", (0, 2)),
        ("l", "阿李", (1, 2)),
        ("ali", "阿李", (0, 2)),
        ("chan", "单", (0, 1)),
        ("lix", "李伟", None),
        ("liweix", "李伟", None),
        ("李", "李伟", None),
    ],
)
def test_pinyin_is_spelled_by_whole_readings_and_initials(
    word: str, name: str, place: tuple[int, int] | None
) -> None:
    assert spelled(word, name, readings) == place


@pytest.mark.parametrize(
    ("query", "who", "ranked"),
    [
        ("li", fields("李伟"), NAME),
        ("li", fields("Lisa"), NAME),
        ("liwei", fields("Li Wei"), NAME),
        ("李", fields("李伟"), NAME),
        ("li", fields("华东-李伟"), NAME),
        ("li", fields("韩立新", "立新"), NICKNAME),
        ("lw", fields("李伟"), INITIALS),
        ("lw", fields("王芳", "李伟"), NICKNAME),
        ("li", fields("王芳", "Lily"), NICKNAME),
        ("138", fields("王芳", phone="138 0013"), NUMBER),
        ("li", fields("王芳", external_id="li_88"), NUMBER),
        ("li", fields("王芳", note="li"), REST),
        ("li 广告", fields("李伟", note="广告"), NAME),
        ("li 广告", fields("王芳", note="li 广告"), REST),
    ],
)
def test_the_best_match_of_a_word_counts(query: str, who: SearchFields, ranked: int) -> None:
    assert rank(query_tokens(query).words, who, pinyin.readings) == ranked


texts = st.text(alphabet="李伟单 abcABCáé１·-🌸\u200d", max_size=8)


@given(texts, texts, texts)
def test_marks_lie_in_the_text_and_are_in_order(query: str, name: str, note: str) -> None:
    marks = marked(query, fields(name, note=note))
    for spans, text in ((marks.name, name), (marks.nickname, "")):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(first[1] < second[0] for first, second in pairwise(spans))
    if marks.elsewhere is not None:
        assert all(0 <= a < b <= len(marks.elsewhere.text) for a, b in marks.elsewhere.spans)
