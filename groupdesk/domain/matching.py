# SPDX-License-Identifier: MIT
"""How well what is typed fits the name of a page, a group or an act, and at which places.

Members are found by the index (`search_tokens`); this is for the few hundred names that are all
in memory, and for the first glance at members that are on the screen already.
"""

from collections.abc import Hashable, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from groupdesk.domain.search_marks import Readings, Span, spelled
from groupdesk.domain.search_tokens import fold, is_han, split

K = TypeVar("K", bound=Hashable)

_FAR = 3  # what a letter costs that is neither the next one nor at the start of a word
_NEAR = 1  # and at the start of a word
_NEVER = 1_000_000
SURE = 3
"""From so many letters on, what a longer word fits is among what the word itself fits."""


class Rank(IntEnum):
    """How a name fits, the best first."""

    EXACT = 0
    PREFIX = 1
    """The name begins so."""
    WORD = 2
    """Words of it begin so, in any order."""
    SPELLED = 3
    """Its pinyin or initials do."""
    INSIDE = 4
    """It stands inside a word, or only in what is said beside the name."""
    SCATTERED = 5
    """The letters are there, in this order."""


STRONG = Rank.WORD
"""What fits this well is what somebody meant; the rest may be it."""


class Match(NamedTuple):
    """How well a name fits, the places in it, and how loosely among those of the same rank."""

    rank: Rank
    spans: tuple[Span, ...] = ()
    slack: int = 0


class Title:
    """A name made ready for being compared with each letter that is typed."""

    __slots__ = ("_letters", "_places", "_starts", "folded", "readings", "text", "whole")

    def __init__(self, text: str, readings: Readings | None = None) -> None:
        """Fold `text`, keeping the place of each character.

        It is found by its pinyin, too, where it is Chinese and `readings` are at hand.
        """
        self.text = text
        folded = [_folded(char) for char in text]
        self.folded = "".join(folded)
        self.whole = " ".join(split(text))
        self.readings = readings if any(map(is_han, self.folded)) else None
        said = map(self.readings, text) if self.readings is not None else ()
        self._letters = frozenset(self.folded).union(*chain.from_iterable(said))
        self._places = [at for at, chars in enumerate(folded) for _ in chars]
        self._starts = [self._begins(at) for at in range(len(self.folded))]

    def may_hold(self, word: str) -> bool:
        """Say quickly whether it is worth a closer look: most names are not."""
        return self._letters.issuperset(word)

    def starts_word(self, at: int) -> bool:
        """Say whether a word begins at this place of `folded`; each Chinese character does."""
        return self._starts[at]

    def span(self, start: int, end: int) -> Span:
        """Return the places of the text that a piece of `folded` came from."""
        return self._places[start], self._places[end - 1] + 1

    def _begins(self, at: int) -> bool:
        char = self.folded[at]
        if not char.isalnum():
            return False
        before = self.folded[at - 1] if at else " "
        return bool(is_han(char)) or not before.isalnum() or bool(is_han(before))


def words_of(query: str) -> tuple[str, ...]:
    """Return the folded words of what is typed; none where there is nothing to look for."""
    return tuple(dict.fromkeys(split(query)))


def match(words: Sequence[str], title: Title, beside: Sequence[Title] = ()) -> Match | None:
    """Return how the folded `words` of a query fit a title, None where one of them is missing.

    A word that is not in the title may stand in one of the texts `beside`: an owner, a platform.
    """
    if not words:
        return None
    whole = " ".join(words)
    worst, slack = Rank.EXACT, 0
    spans: list[Span] = []
    for word in words:
        found = _word(word, title) or _beside(word, beside)
        if found is None:
            return _scattered(words[0], title) if len(words) == 1 else None
        worst = max(worst, found.rank)
        spans += found.spans
        slack += found.slack
    if whole == title.whole or worst is Rank.EXACT:  # "chengyuan" is all of 成员
        worst = Rank.EXACT
    elif worst <= Rank.WORD and title.whole.startswith(whole):
        worst = Rank.PREFIX
    return Match(worst, _joined(spans), slack)


def held(shown: Sequence[K], fresh: Sequence[K], until: int) -> list[K]:
    """Return the fresh answer without moving what is under somebody's cursor.

    The lines of `shown` up to the place `until` stay where they are, the others follow in the
    order of `fresh`. With `until` below 0 that is `fresh` itself.
    """
    kept = list(shown[: until + 1])
    known = set(kept)
    return kept + [one for one in fresh if one not in known]


def _word(word: str, title: Title) -> Match | None:
    if not title.may_hold(word):
        return None
    at = _start_of(word, title)
    if at >= 0:
        han = is_han(word)
        rank = Rank.INSIDE if han and len(word) == 1 and at else Rank.WORD
        return Match(rank, (title.span(at, at + len(word)),), at)
    readings = title.readings
    span = spelled(word, title.text, readings) if readings is not None else None
    if readings is not None and span is not None:
        whole = _is_spelling(word, title.text.rstrip("…."), readings)
        return Match(Rank.EXACT if whole else Rank.SPELLED, (span,), span[0])
    at = title.folded.find(word) if len(word) > 1 else -1
    if at >= 0:
        return Match(Rank.INSIDE, (title.span(at, at + len(word)),), at)
    return None


def _is_spelling(word: str, name: str, readings: Readings) -> bool:
    """Say whether a word is the whole pinyin of a name; of one character that says too little."""
    if len(name) < 2:
        return False
    rests = {word}
    for char in name:
        said = readings(char)
        rests = {rest[len(one) :] for rest in rests for one in said if rest.startswith(one)}
    return "" in rests


def _start_of(word: str, title: Title) -> int:
    at = title.folded.find(word)
    while at >= 0 and not title.starts_word(at):
        at = title.folded.find(word, at + 1)
    return at


def _beside(word: str, beside: Sequence[Title]) -> Match | None:
    if any(_start_of(word, other) >= 0 for other in beside):
        return Match(Rank.INSIDE, (), len(word))
    return None


def _scattered(word: str, title: Title) -> Match | None:
    """Find the letters in this order, the first at the start of a word, as close as may be.

    Two letters have to be next to each other or begin words; of more, some may stand anywhere.
    """
    if len(word) < 2 or not word.isascii() or not title.may_hold(word):
        return None
    text = title.folded
    costs = [
        0 if text[at] == word[0] and title.starts_word(at) else _NEVER for at in range(len(text))
    ]
    ways: list[list[int]] = []
    for letter in word[1:]:
        costs, way = _next_letter(letter, costs, title)
        ways.append(way)
    cost = min(costs, default=_NEVER)
    if cost > (2 * _FAR if len(word) > 2 else _NEAR):
        return None
    at = costs.index(cost)
    places = [at]
    for way in reversed(ways):
        at = way[at]
        places.append(at)
    return Match(Rank.SCATTERED, _joined([title.span(place, place + 1) for place in places]), cost)


def _next_letter(letter: str, costs: list[int], title: Title) -> tuple[list[int], list[int]]:
    """Return what it costs to have come to each place by `letter`, and from where."""
    found = [_NEVER] * len(costs)
    way = [0] * len(costs)
    cheapest, origin = _NEVER, 0  # of all places but the one right before
    for at in range(1, len(costs)):
        if at > 1 and costs[at - 2] < cheapest:
            cheapest, origin = costs[at - 2], at - 2
        if title.folded[at] != letter:
            continue
        jump = cheapest + (_NEAR if title.starts_word(at) else _FAR)
        if costs[at - 1] <= jump:
            found[at], way[at] = costs[at - 1], at - 1
        else:
            found[at], way[at] = jump, origin
    return found, way


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


_folded = lru_cache(maxsize=4096)(fold)
