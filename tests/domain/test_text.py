# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import (
    clean_line,
    is_blank,
    optional_text,
    reject_unstorable,
    require_text,
    visible,
    visible_places,
)

any_text = st.text(st.characters())


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Mei\u3000 Lin \t", "Mei Lin"),
        ("e\u0301te\u0301", "été"),
        ("one\r\ntwo", "one two"),
        ("", ""),
        ("王小明", "王小明"),
    ],
)
def test_a_line_is_composed_trimmed_and_collapsed(raw: str, cleaned: str) -> None:
    assert clean_line(raw) == cleaned


@given(any_text)
def test_cleaning_a_line_twice_changes_nothing_more(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize("text", ["a\x00b", "\ud83d", "x\udc00y"])
def test_nul_and_half_characters_are_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        reject_unstorable("reason", text)
    assert (caught.value.field, caught.value.code) == ("reason", "text_unstorable")


def test_ordinary_and_odd_but_storable_text_is_taken() -> None:
    reject_unstorable("name", "王\u202e <b>👩‍🚀</b> \x07")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("abc\u202egnp.exe", "abc‹U+202E›gnp.exe"),
        ("pay\u200bpal", "pay‹U+200B›pal"),
        ("bell\x07", "bell‹U+0007›"),
        ("\x00", "‹U+0000›"),
        ("a\u2028b", "a‹U+2028›b"),
        ("half\ud800", "half‹U+D800›"),
        ("\u3164", "‹U+3164›"),
        ("a\u200db", "a‹U+200D›b"),
        ("line\n\ttab", "line\n\ttab"),
        ("👨‍👩‍👧 and ❤️‍🔥", "👨‍👩‍👧 and ❤️‍🔥"),
        ("👩🏽‍🚀", "👩🏽‍🚀"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("مرحبا 王小明 Ω", "مرحبا 王小明 Ω"),
    ],
)
def test_what_hides_is_made_visible_and_scripts_stay(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("sign", ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🙂‍↔️", "🏳️‍🌈", "👩🏽‍⚕️", "👩‍❤️‍👨", "🇩🇪", "1️⃣", "❤️‍🔥", "🧑‍🦰"])
def test_an_emoji_is_shown_whole_however_it_is_written(sign: str) -> None:
    assert visible(f"A{sign}B {sign}") == f"A{sign}B {sign}"


def test_what_hides_behind_a_flag_is_shown() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "paynow")
    assert visible(f"🏴{hidden}") == "🏴" + "".join(f"‹U+{ord(c):04X}›" for c in hidden)
    assert "‹U+E0067›" in visible("A\U000e0067\U000e0062\U000e007f")


@given(any_text)
def test_nothing_that_reorders_text_is_left_in_visible_text(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")
    assert visible(shown) == shown


@pytest.mark.parametrize("text", ["", " \n\u3000", "\u200b\ufeff", "\u2800\u3164", "\u202e \u00ad"])
def test_what_shows_nothing_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " 。", "👍", "\u0600", "\u200b王"])
def test_what_shows_something_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_a_reason_keeps_its_lines_and_loses_the_blanks_around_it() -> None:
    written = "  \r\nPosted a link.  \r\n\r\n  Again on Friday.\u2028Cafe\u0301 \n"
    cleaned = require_text("reason", written, limit=100)
    assert cleaned == "Posted a link.\n\n  Again on Friday.\nCafé"


def test_a_blank_reason_is_refused_with_the_given_code() -> None:
    with pytest.raises(ValidationError) as caught:
        require_text("comment", " \u200b ", limit=10, code="comment_missing")
    assert (caught.value.field, caught.value.code) == ("comment", "comment_missing")


def test_a_reason_that_is_too_long_is_refused_with_both_numbers() -> None:
    assert require_text("reason", "x" * 10 + "  ", limit=10) == "x" * 10
    with pytest.raises(ValidationError) as caught:
        require_text("reason", "x" * 11, limit=10)
    assert caught.value.code == "text_too_long"
    assert caught.value.values == {"limit": 10, "length": 11}


@given(any_text)
def test_required_text_is_clean_when_cleaned_once(text: str) -> None:
    try:
        cleaned = require_text("reason", text, limit=20)
    except ValidationError:
        return
    assert require_text("reason", cleaned, limit=20) == cleaned
    assert not is_blank(cleaned)


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u2060", "\u3164\ufe0f"])
def test_what_nobody_can_see_was_not_written(text: str) -> None:
    assert optional_text("notice", text) == ""


def test_places_follow_what_is_named_before_them() -> None:
    text = "Dear \u202eLi, {rule}"
    shown, places = visible_places(text, [(5, 8), (10, 16)])
    assert shown == "Dear ‹U+202E›Li, {rule}"
    assert [shown[start:end] for start, end in places] == ["‹U+202E›Li", "{rule}"]
    assert visible_places("Dear Li", [(5, 7)]) == ("Dear Li", ((5, 7),))
