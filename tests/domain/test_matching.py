# SPDX-License-Identifier: MIT
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.matching import SURE, Match, Rank, Title, held, match, words_of

_SAID = {"成": ("cheng",), "员": ("yuan", "yun"), "群": ("qun",), "规": ("gui",), "警": ("jing",)}
_SAID |= {"告": ("gao",), "华": ("hua",), "东": ("dong",)}


def readings(char: str) -> tuple[str, ...]:
    return _SAID.get(char, ())


def fit(query: str, title: str, *beside: str) -> Match | None:
    return match(words_of(query), Title(title, readings), tuple(map(Title, beside)))


def rank(query: str, title: str, *beside: str) -> Rank | None:
    found = fit(query, title, *beside)
    return found.rank if found is not None else None


@pytest.mark.parametrize(
    ("query", "title", "expected"),
    [
        ("members", "Members", Rank.EXACT),
        ("import", "Import…", Rank.EXACT),
        ("mem", "Members", Rank.PREFIX),
        ("log p", "Log private talk", Rank.PREFIX),
        ("talk", "Log private talk", Rank.WORD),
        ("talk log", "Log private talk", Rank.WORD),
        ("bers", "Members", Rank.INSIDE),
        ("lpt", "Log private talk", Rank.SCATTERED),
        ("tdy", "Today", Rank.SCATTERED),
        ("成员", "成员", Rank.EXACT),
        ("警告", "发出警告…", Rank.WORD),
        ("告", "发出警告…", Rank.INSIDE),
        ("chengyuan", "成员", Rank.EXACT),
        ("cy", "成员", Rank.SPELLED),
        ("gui", "规", Rank.SPELLED),
        ("qung", "群规", Rank.SPELLED),
        ("zoe", "Zoë’s club", Rank.PREFIX),
        ("ＬＩ", "Lisbon", Rank.PREFIX),
        ("b", "Members", None),
        ("ys", "Today", None),
        ("members x", "Members", None),
        ("xyz", "Members", None),
    ],
)
def test_how_well_a_name_fits(query: str, title: str, expected: Rank | None) -> None:
    assert rank(query, title) is expected


def test_what_is_said_beside_a_name_finds_it_but_never_well() -> None:
    assert rank("mei", "Aurora customers", "WeCom", "Mei Lin") is Rank.INSIDE
    assert rank("letter objection", "Letter…", "Objection") is Rank.INSIDE
    assert rank("letter", "Letter…", "Objection") is Rank.EXACT


def test_the_places_that_fitted_are_told() -> None:
    assert fit("talk log", "Log private talk") == Match(Rank.WORD, ((0, 3), (12, 16)), 12)
    scattered = fit("lpt", "Log private talk")
    assert scattered is not None
    assert scattered.spans == ((0, 1), (4, 5), (12, 13)), "starts of words before what is nearer"
    spelled = fit("dong", "Beta 华东")
    assert spelled is not None
    assert spelled.spans == ((6, 7),)


def test_nothing_typed_fits_nothing() -> None:
    assert fit("  ", "Members") is None


_NAMES = st.text(string.ascii_letters + " …-成员群规华东éß", min_size=1, max_size=24)


@given(_NAMES, st.integers(0, 23), st.integers(1, 24))
def test_any_piece_of_two_letters_and_more_finds_its_name(
    title: str, start: int, long: int
) -> None:
    words = words_of(title[start : start + long])
    if all(len(word) > 1 and word.isalnum() for word in words) and words:
        assert match(words, Title(title, readings)) is not None


@given(_NAMES, st.text(string.ascii_lowercase + "成员é ", max_size=8))
def test_what_is_marked_lies_in_the_name_in_order_and_apart(title: str, query: str) -> None:
    found = fit(query, title)
    if found is None:
        return
    ends = [0, *(at for span in found.spans for at in span), len(title)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in found.spans)


@given(_NAMES, st.text(string.ascii_lowercase, min_size=SURE, max_size=8))
def test_what_a_longer_word_fits_is_among_what_its_beginning_fits(title: str, query: str) -> None:
    name = Title(title, readings)
    if match((query,), name) is not None:
        assert all(match((query[:long],), name) for long in range(SURE, len(query)))


@given(_NAMES, st.text(string.ascii_lowercase, min_size=2, max_size=6))
def test_scattered_letters_are_all_marked_and_nothing_else(title: str, query: str) -> None:
    found = match((query,), Title(title))
    if found is not None and found.rank is Rank.SCATTERED:
        marked = "".join(title[start:end] for start, end in found.spans)
        assert "".join(Title(marked).folded) == query


@given(
    st.lists(st.integers(0, 9), unique=True),
    st.lists(st.integers(0, 9), unique=True),
    st.integers(-1, 9),
)
def test_an_answer_never_moves_what_stands_up_to_the_cursor(
    shown: list[int], fresh: list[int], until: int
) -> None:
    lines = held(shown, fresh, until)
    assert lines[: until + 1][: len(shown)] == shown[: until + 1]
    assert len(set(lines)) == len(lines)
    assert set(lines) == set(shown[: until + 1]) | set(fresh)
    rest = lines[len(shown[: until + 1]) :]
    assert rest == [one for one in fresh if one in set(rest)]
