# SPDX-License-Identifier: MIT
import pytest

from groupdesk.domain.matching import Rank, Title, words_of
from groupdesk.services import pinyin
from groupdesk.ui.palette.entries import Entry, Kind, Named


def named(title: str, other: str, *beside: str) -> Named:
    def made(text: str) -> Title:
        return Title(text, pinyin.readings)

    entry = Entry(Kind.ACT, "act", title, "plus")
    return Named(entry, made(title), made(other), tuple(map(made, beside)))


@pytest.mark.parametrize(
    ("typed", "rank", "by_other"),
    [
        ("导入", Rank.PREFIX, False),
        ("daoru", Rank.SPELLED, False),
        ("imported", Rank.PREFIX, True),
        ("lists", Rank.WORD, True),
        ("li", Rank.INSIDE, True),  # or it would stand above everybody called 李
        ("名单 群", Rank.INSIDE, False),
    ],
)
def test_the_name_in_the_other_language_finds_once_it_is_clear(
    typed: str, rank: Rank, by_other: bool
) -> None:
    fit = named("导入过的名单…", "Imported lists…", "群").fit(words_of(typed))
    assert fit is not None
    assert (fit.match.rank, fit.by_other) == (rank, by_other)
    assert fit.found.entry.quiet == ("Imported lists…" if by_other else "")


def test_words_of_neither_name_find_nothing() -> None:
    assert named("导入过的名单…", "Imported lists…").fit(words_of("成员")) is None
    assert named("导入过的名单…", "Imported lists…").fit(words_of("导入 lists")) is None
