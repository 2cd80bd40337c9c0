# SPDX-License-Identifier: MIT
"""How the courtesy check reads a text: folding, whole words, and lists of terms in one pass each.

Fixed terms are found by plain search, patterns begin with fixed letters or a small set of them and
repeat nothing without a bound: time stays in proportion to length, whatever the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final


class CourtesyCode(StrEnum):
    """What the courtesy check looks at; the words are `courtesy.<code>` in the word lists."""

    GREETING_OR_THANKS = "greeting_or_thanks"
    NAMES_BEHAVIOUR = "names_behaviour"
    NAMES_RULE = "names_rule"
    SUGGESTS_BETTER = "suggests_better"
    SAYS_WHO_HELPS = "says_who_helps"
    NO_INSULT = "no_insult"
    NO_THREAT = "no_threat"
    NO_SHOUTING = "no_shouting"
    NO_SARCASM = "no_sarcasm"
    NO_ABSOLUTES = "no_absolutes"
    LENGTH = "length"
    PLACEHOLDERS = "placeholders"


Span = tuple[int, int]

_MOST_PLACES = 300
MOST_SPANS: Final = 50
"""No finding marks more places than this; nobody reads on after fifty."""

_QUOTES = {"\u201c": "\u201d", "\u300c": "\u300d", "\u300e": "\u300f", "\u00ab": "\u00bb"}
_QUOTE_OPENS = re.compile('[\u201c\u300c\u300e\u00ab"\n]')
_QUOTED = 80
_SENTENCE_END = re.compile(r"[.!?。…\n]")
_ONE_END = re.compile(r"[.!?。…\n](?![.!?。…\n])")
_SENTENCE = 160
_SPARED_AROUND = 40


class Patterns:
    """Patterns that are compiled when they are first used: most runs never check a message."""

    def __init__(self, *sources: str) -> None:
        """Take regular expressions for folded text."""
        self.sources = sources
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __iter__(self) -> Iterator[re.Pattern[str]]:
        """Yield the patterns, none of which ends within a Latin word."""
        for source in self.sources:
            if source not in self._compiled:
                ends = "(?:(?<![a-z0-9])|(?![a-z0-9]))"
                self._compiled[source] = re.compile(f"(?:{source}){ends}", re.MULTILINE)
            yield self._compiled[source]


@dataclass(frozen=True, slots=True)
class Terms:
    """One list: `words` fixed, `patterns` for what varies, `spared` for what only looks like it.

    All are matched against folded text (lower case, half width, simplified), as whole words
    where they begin or end with a Latin letter.
    """

    words: tuple[str, ...] = ()
    patterns: Iterable[re.Pattern[str]] = ()
    spared: Iterable[re.Pattern[str]] = ()


def listed(words: str) -> tuple[str, ...]:
    """Return the terms of a list written with bars between them."""
    return tuple(dict.fromkeys(words.split("|")))


def find(terms: Terms, text: str) -> Iterator[Span]:
    """Yield the places of `terms` in folded `text`, spared ones left out, in no order.

    It ends after 300 places: a text with so many is no message, and each costs time.
    """
    for span in islice(_places(terms, text), _MOST_PLACES):
        if not _is_spared(terms, text, span):
            yield span


def _places(terms: Terms, text: str) -> Iterator[Span]:
    for word in terms.words:
        at = text.find(word)
        while at >= 0:
            span = at, at + len(word)
            if _whole(text, span):
                yield span
            at = text.find(word, at + len(word))
    for pattern in terms.patterns:
        for match in pattern.finditer(text):
            if match[0] and _whole(text, match.span()):
                yield match.span()


def is_quoted(text: str, span: Span) -> bool:
    """Say whether `span` stands in a short quotation of its line: spoken of, not spoken."""
    opens = list(_QUOTE_OPENS.finditer(text, max(0, span[0] - _QUOTED), span[0]))
    line = next((at for at in range(len(opens) - 1, -1, -1) if opens[at][0] == "\n"), -1)
    opens = opens[line + 1 :]
    straight = [match for match in opens if match[0] == '"']
    if len(straight) % 2 and '"' in _rest_of_line(text, span[1]):
        return True
    return any(
        _QUOTES[match[0]] not in text[match.end() : span[0]]
        and _QUOTES[match[0]] in _rest_of_line(text, span[1])
        for match in opens
        if match[0] != '"'
    )


def _rest_of_line(text: str, start: int) -> str:
    return text[start : start + _QUOTED].split("\n", 1)[0]


def sentence_around(text: str, span: Span) -> Span:
    """Return where the sentence of `span` is, at most 160 characters to either side."""
    first, last = max(0, span[0] - _SENTENCE), span[1] + _SENTENCE
    starts = [match.end() for match in _SENTENCE_END.finditer(text, first, span[0])]
    stop = _SENTENCE_END.search(text, span[1], last)
    return starts[-1] if starts else first, stop.start() if stop else min(last, len(text))


def sentences_around(text: str, span: Span) -> str:
    """Return the sentence of `span`, the one before and the one after."""
    first, last = max(0, span[0] - _SENTENCE), min(len(text), span[1] + _SENTENCE)
    starts = [match.start() + 1 for match in _ONE_END.finditer(text, first, span[0])]
    stops = [match.start() + 1 for match in _ONE_END.finditer(text, span[1], last)]
    return text[starts[-2] if len(starts) > 1 else first : stops[1] if len(stops) > 1 else last]


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """Return `spans` in order, overlapping ones made one, at most MOST_SPANS of them."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((start, end))
    return tuple(result[:MOST_SPANS])


def _whole(text: str, span: Span) -> bool:
    start, end = span
    return not (
        (start > 0 and _latin(text[start]) and _latin(text[start - 1]))
        or (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))
    )


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


def _is_spared(terms: Terms, text: str, span: Span) -> bool:
    window = max(0, span[0] - _SPARED_AROUND)
    around = text[window : span[1] + _SPARED_AROUND]
    return any(
        match.start() + window <= span[0] and span[1] <= match.end() + window
        for pattern in terms.spared
        for match in pattern.finditer(around)
    )
