# SPDX-License-Identifier: MIT
"""What changed between two texts: words stay whole, Chinese goes by character, nothing is lost."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.word_diff import Piece, PieceKind, after, before, compare, words


def marked(old: str, new: str) -> str:
    marks = {PieceKind.SAME: "{}", PieceKind.REMOVED: "[-{}-]", PieceKind.ADDED: "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in compare(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Be kind.", "Be kind.", "Be kind."),
        ("", "Be kind.", "[+Be kind.+]"),
        ("Be kind.", "", "[-Be kind.-]"),
        ("Be kind to all.", "Be kinder to all.", "Be [-kind-][+kinder+] to all."),
        (
            "Quiet hours from 22:00 to 8:00",
            "Quiet hours from 22:30 to 8:00",
            "Quiet hours from [-22:00-][+22:30+] to 8:00",
        ),
        ("You don’t shout.", "You don’t sell.", "You don’t [-shout-][+sell+]."),
        ("请不要发广告。", "请不要发广告或链接。", "请不要发广告[+或链接+]。"),
        ("每天 22:00 以后请安静", "每天 23:00 以后请安静", "每天 [-22:00-][+23:00+] 以后请安静"),
        ("one\ntwo", "one\nthree", "one\n[-two-][+three+]"),
        ("a 👍🏽 b", "a 👍🏿 b", "a [-👍🏽-][+👍🏿+] b"),
        ("<b>no</b>", "<i>no</i>", "<[-b-][+i+]>no</[-b-][+i+]>"),
    ],
)
def test_changes_read_as_a_person_would_mark_them(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_text_written_anew_is_one_change() -> None:
    old = "如需推广，请您先联系群管理员，我们一起看看放在哪里合适。"
    new = "想分享优惠的朋友，先把链接发给客服看一看。"
    assert len([p for p in compare(old, new) if p.kind is PieceKind.SAME]) <= 3


@pytest.mark.parametrize("text", ["don’t", "first-hand", "1,000", "👨‍👩‍👧", "🇨🇳", "e\u0301", "群"])
def test_what_belongs_together_is_one_token(text: str) -> None:
    assert words(text) == [text]


LETTERS = st.text(alphabet="ab 群规，。\n👍\u0301\u200d\ufe0f'1:", max_size=40)
ANYTHING = st.text(max_size=60)


@given(ANYTHING)
def test_the_tokens_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


@given(LETTERS | ANYTHING, LETTERS | ANYTHING)
def test_the_difference_leads_from_the_old_text_to_the_new(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert before(pieces) == old
    assert after(pieces) == new


@given(LETTERS, LETTERS)
def test_pieces_are_not_empty_and_as_few_as_can_be(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert all(piece.text for piece in pieces)
    kinds = [piece.kind for piece in pieces]
    assert all(one is not other for one, other in pairwise(kinds))
    assert (PieceKind.ADDED, PieceKind.REMOVED) not in pairwise(kinds)
    assert (kinds == [PieceKind.SAME] * len(kinds)) == (old == new)


@given(LETTERS)
def test_what_is_the_same_is_told_as_such(text: str) -> None:
    expected = (Piece(PieceKind.SAME, text),) if text else ()
    assert compare(text, text) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [("的" * 5000, "的了" * 2500), ("x " * 2500, "y x " * 1250), ("a b. " * 1000, "b a. " * 1000)],
)
def test_long_texts_that_repeat_themselves_lose_nothing_either(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert (before(pieces), after(pieces)) == (old, new)


def test_one_changed_word_in_a_long_text_is_found() -> None:
    rng = random.Random(1)
    many = [rng.choice("abcdefgh") * rng.randint(1, 3) for _ in range(1500)]
    other = [*many[:700], "NEW", *many[701:]]
    pieces = compare(" ".join(many), " ".join(other))
    assert [p.text for p in pieces if p.kind is PieceKind.ADDED] == ["NEW"]
