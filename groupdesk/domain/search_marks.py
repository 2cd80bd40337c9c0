# SPDX-License-Identifier: MIT
"""Where a search matched a member, to be marked in the list, and how well it did, to be ranked.

Works on the few members that are shown or compared, after the index has found them.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from groupdesk.domain.search_tokens import SearchFields, fold

Readings = Callable[[str], tuple[str, ...]]
"""All readings of a Chinese character, none for any other."""
Span = tuple[int, int]

_BEFORE, _AFTER = 10, 30  # characters around what matched in a long text
FIELDS = (
    *("external_id", "handle", "phone", "email", "company", "account_owner"),
    *("tags", "note", "other_name"),
    "screenshots",
)
"""Where a word is looked for that is in neither name, in this order."""

NAME, INITIALS, NICKNAME, NUMBER, REST = range(5)
"""Ranks: name begins so, its initials do, the nickname does, an ID or phone does, or none."""


class Elsewhere(NamedTuple):
    """A match outside the names: one of FIELDS, a piece of its text, and the places in that."""

    field: str
    text: str
    spans: tuple[Span, ...]


class Marks(NamedTuple):
    """The places of a search in name and nickname, and the first word's that is in neither."""

    name: tuple[Span, ...] = ()
    nickname: tuple[Span, ...] = ()
    elsewhere: Elsewhere | None = None


def mark(words: Sequence[str], fields: SearchFields, readings: Readings) -> Marks:
    """Say where the folded `words` of a query (see `QueryPlan`) are."""
    name, nickname = _Text(fields.name), _Text(fields.nickname)
    in_name: list[Span] = []
    in_nickname: list[Span] = []
    elsewhere: Elsewhere | None = None
    for word in words:
        here = name.find(word) or spelled(word, fields.name, readings)
        there = nickname.find(word) or spelled(word, fields.nickname, readings)
        in_name += filter(None, (here,))
        in_nickname += filter(None, (there,))
        if here is None and there is None and elsewhere is None:
            elsewhere = _elsewhere(word, fields, readings)
    return Marks(_joined(in_name), _joined(in_nickname), elsewhere)


def rank(words: Sequence[str], fields: SearchFields, readings: Readings) -> int:
    """Return how well a member fits: one of the ranks, the best that any word has."""
    whole = "".join(words)
    texts = _Text(fields.name), _Text(fields.nickname)
    return min((_rank(word, fields, texts, readings) for word in {whole, *words}), default=REST)


def span_in(text: str, word: str) -> Span | None:
    """Return where a text holds a folded `word`, None where it does not."""
    return _Text(text).find(word)


def excerpt_of(text: str, word: str, before: int = _BEFORE) -> str:
    """Return the piece of a text around a folded `word`, empty where it does not hold it.

    At most about `before` characters of it stand in front.
    """
    span = span_in(text, word)
    return _excerpt("", text, span, before).text if span is not None else ""


def spelled(word: str, name: str, readings: Readings) -> Span | None:
    """Return the run of characters of a name that `word` spells, in pinyin or in initials.

    "liwei", "liw", "lw" and "lwei" are all of 李伟; each character gives its whole reading or its
    first letter, the last one any beginning.
    """
    if not word.isascii() or not word.isalpha():
        return None
    said = [readings(char) for char in name]
    for start, choices in enumerate(said):
        end = _spelled_to(word, said, start) if choices else 0
        if end:
            return start, end
    return None


def _spelled_to(rest: str, said: Sequence[tuple[str, ...]], at: int) -> int:
    """Return behind which character the letters end, 0 where they do not fit."""
    if at == len(said):
        return 0
    best = 0
    for reading in said[at]:
        if reading.startswith(rest):
            return at + 1
        if rest.startswith(reading):
            best = max(best, _spelled_to(rest[len(reading) :], said, at + 1))
        if not best:
            best = _spelled_to(rest[1:], said, at + 1) if rest[0] == reading[0] else 0
    return best


def _rank(word: str, fields: SearchFields, texts: "tuple[_Text, _Text]", readings: Readings) -> int:
    name, nickname = texts
    if name.begins(word) or _begins(word, fields.pinyin, fields.name, readings):
        return NAME
    if any(one.startswith(word) for one in fields.initials):
        return NICKNAME if spelled(word, fields.name, readings) is None else INITIALS
    if nickname.begins(word) or _begins(word, fields.pinyin, fields.nickname, readings):
        return NICKNAME
    numbers = (fields.external_id, fields.handle, fields.phone)
    if any(_Text(text).begins(word) for text in numbers if text):
        return NUMBER
    return REST


def _begins(word: str, spellings: Sequence[str], name: str, readings: Readings) -> bool:
    """Tell whether `word` begins a spelling, and that spelling is of a part of this very name."""
    if not any(one.startswith(word) for one in spellings):
        return False
    span = spelled(word, name, readings)
    return span is not None and (span[0] == 0 or not readings(name[span[0] - 1]))


def _elsewhere(word: str, fields: SearchFields, readings: Readings) -> Elsewhere | None:
    texts = {
        **{key: getattr(fields, key) for key in FIELDS[:6]},
        "tags": ", ".join(fields.tags),
        "note": " ".join(fields.note.split()),
        "other_name": " ".join(fields.other_names),
        "screenshots": " ".join(fields.screenshots.split()),
    }
    for key in FIELDS:
        span = _Text(texts[key]).find(word)
        if span is None and key == "other_name":
            span = spelled(word, texts[key], readings)
        if span is not None:
            return _excerpt(key, texts[key], span)
    return None


def _excerpt(field: str, text: str, span: Span, most: int = _BEFORE) -> Elsewhere:
    start, end = span
    first = start - most if start > most + 2 else 0
    last = min(len(text), end + _AFTER)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    moved = len(before) - first
    return Elsewhere(field, f"{before}{text[first:last]}{after}", ((start + moved, end + moved),))


class _Text:
    """A text folded as the index folds it, each character with its place in the text."""

    def __init__(self, text: str) -> None:
        self._folded: str
        self._places: Sequence[int]
        if text.isascii():  # each character stays one
            self._folded, self._places = text.lower(), range(len(text))
        else:
            folded = list(map(_folded, text))
            self._folded = "".join(folded)
            self._places = [at for at, chars in enumerate(folded) for _ in chars]

    def find(self, word: str) -> Span | None:
        """Return the place of a word; a single letter or digit is one at the start of a word."""
        return self._find(word, self._folded, self._places) or self._find_bare(word)

    def begins(self, word: str) -> bool:
        folded = self._folded
        if folded.startswith(word):
            return True
        return not folded.isalnum() and self._bare()[0].startswith(word)

    def _find_bare(self, word: str) -> Span | None:
        """Look past spaces and signs: 李 伟, 138-0013."""
        return self._find(word, *self._bare()) if len(word) > 1 else None

    def _bare(self) -> tuple[str, list[int]]:
        kept = [
            (char, at)
            for char, at in zip(self._folded, self._places, strict=True)
            if not char.isspace() and char not in "-·.()_+"
        ]
        return "".join(char for char, _ in kept), [at for _, at in kept]

    @staticmethod
    def _find(word: str, folded: str, places: Sequence[int]) -> Span | None:
        start = folded.find(word)
        if len(word) == 1 and word.isascii() and word.isalnum():
            while start > 0 and folded[start - 1].isascii() and folded[start - 1].isalnum():
                start = folded.find(word, start + 1)
        return None if start < 0 else (places[start], places[start + len(word) - 1] + 1)


_folded = lru_cache(maxsize=4096)(fold)  # single characters: few of them fill all names


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the places in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
