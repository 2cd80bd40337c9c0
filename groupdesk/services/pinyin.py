# SPDX-License-Identifier: MIT
"""Pinyin of names from a table, without tones, in the letters a keyboard has (吕 is lv).

The table is made from pypinyin, which takes 140 ms and more to import; the table takes a few.
Readings of characters beyond the basic plane are read from their own file when one turns up.
"""

import heapq
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from groupdesk import paths
from groupdesk.domain.search_tokens import close_gaps, fold, is_han, split

VARIANTS = 8
"""How many readings of a name are kept, the likeliest first."""
_MIXED_VARIANTS = 2  # of readings with initials among them, of which there are so many more
_RUN_LIMIT = 24
_NAME_LENGTHS = range(2, 5)  # a run of so many characters may be a person's name

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_LEADING_MARKS = re.compile(r"^[\W_]+")


def readings(char: str) -> tuple[str, ...]:
    """Return all readings of a character, the usual one first; none for what is not Chinese."""
    return (_characters() if ord(char) < 0x10000 else _rare()).get(char, ())


def full(name: str) -> tuple[str, ...]:
    """Return the likely pinyin of each Chinese run in a name, at most VARIANTS for each run.

    "单伟" gives shanwei, danwei, chanwei; "华东-王磊" gives huadong and wanglei.
    """
    return tuple(dict.fromkeys("".join(v) for run in _runs(name) for v in _variants(run)))


def initials(name: str) -> tuple[str, ...]:
    """Return the initials of each Chinese run in a name, with and without the surname: lw, w."""
    found: dict[str, None] = {}
    for run in _runs(name):
        after = _surname_length(run)
        for variant in _variants(run):
            letters = "".join(syllable[0] for syllable in variant)
            found[letters] = None
            if letters[after:]:
                found[letters[after:]] = None
    return tuple(found)


def mixed(name: str) -> tuple[str, ...]:
    """Return what stands between the two for each run that may be a person's name.

    Each syllable but the last is whole or its initial: 王子月 gives wangzyue, wziyue and wzyue, in
    which wangzy and wziy are found. All whole is in `full`.
    """
    return tuple(dict.fromkeys(word for run in _runs(name) for word in _mixed(run)))


def sort_key(name: str) -> str:
    """Return the text by which names stand in lists, to be compared byte by byte.

    Chinese stands among Latin by its likeliest reading, syllable by syllable (Li Wei, 李伟,
    Liang); then come names that begin with a digit, then the rest. Punctuation and emoji in
    front do not count, and Latin letters stand as `fold` has them: Łukasz among the L.
    """
    name = name[:100]
    if is_han(name):
        return f"1{' '.join(_likeliest(name))}\u0001{name}"
    folded = fold(close_gaps(name))
    body = _LEADING_MARKS.sub("", folded)
    spelled = _HAN_RUN.sub(lambda run: f" {' '.join(_likeliest(run[0]))} ", body)
    first = body[:1]
    order = "1" if first.isalpha() else "2" if first.isdigit() else "3"
    # U+0001 is less than a space, so a whole name stands before a longer one.
    return f"{order}{' '.join(spelled.split())}\u0001{folded}"


def _runs(name: str) -> Iterator[str]:
    if name.isascii():
        return
    if is_han(name):
        yield name[:_RUN_LIMIT]
        return
    for word in split(close_gaps(name)):
        for run in _HAN_RUN.findall(word):
            yield run[:_RUN_LIMIT]


@lru_cache(maxsize=4096)
def _mixed(run: str) -> tuple[str, ...]:
    if len(run) not in _NAME_LENGTHS:
        return ()
    found: dict[str, None] = {}
    for *first, last in _variants(run)[:_MIXED_VARIANTS]:
        beginnings = product(*((syllable, syllable[0]) for syllable in first))
        next(beginnings)  # all of them whole
        found |= dict.fromkeys("".join(said) + last for said in beginnings)
    return tuple(found)


def _likeliest(run: str) -> Iterator[str]:
    for choices, char in zip(_choices(run), run, strict=True):
        yield choices[0] if choices else char


@lru_cache(maxsize=4096)
def _variants(run: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of a run, those first that differ least from the likeliest."""
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for choices in _choices(run):
        if len(choices) == 1:
            best = [(cost, (*said, choices[0])) for cost, said in best]
        elif choices:
            longer = [
                (cost + rank, (*said, syllable))
                for cost, said in best
                for rank, syllable in enumerate(choices)
            ]
            best = heapq.nsmallest(VARIANTS, longer, key=lambda item: item[0])
    return tuple(said for _, said in best if said)


@lru_cache(maxsize=4096)
def _choices(run: str) -> tuple[tuple[str, ...], ...]:
    """Return each character's readings, with what its neighbours and a surname say in front."""
    choices = [readings(char) for char in run]
    phrases = _phrases()
    i = 0
    while i < len(run) - 1:
        said = phrases.get(run[i : i + 2])
        if said is not None:
            _prefer(choices, i, said)
        i += 1 if said is None else 2
    length = _surname_length(run)
    # 单身 and 解放 are words: only what is left may begin with a surname.
    if len(run) in _NAME_LENGTHS and (length == 2 or run[:2] not in phrases):
        surname = _surnames().get(run[:length])
        if surname is not None:
            _prefer(choices, 0, surname)
    return tuple(choices)


def _prefer(choices: list[tuple[str, ...]], at: int, said: tuple[str, ...]) -> None:
    for i, syllable in enumerate(said, at):
        choices[i] = tuple(dict.fromkeys((syllable, *choices[i])))


def _surname_length(run: str) -> int:
    return 2 if run[:2] in _surnames() and len(run) > 1 else 1


@cache
def _characters() -> dict[str, tuple[str, ...]]:
    return _by_character("characters.tsv")


@cache
def _rare() -> dict[str, tuple[str, ...]]:
    return _by_character("rare.tsv")


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return {phrase: tuple(said.split()) for phrase, said in _rows("phrases.tsv")}


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    return {surname: tuple(said.split()) for surname, said in _rows("surnames.tsv")}


def _by_character(file_name: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for said, characters in _rows(file_name):
        table.update(dict.fromkeys(characters, tuple(said.split(" "))))
    return table


def _rows(file_name: str) -> Iterator[tuple[str, str]]:
    text = paths.resource("pinyin", file_name).read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and line[0] != "#":
            first, _, second = line.partition("\t")
            yield first, second
