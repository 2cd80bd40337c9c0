# SPDX-License-Identifier: MIT
"""Rude words that are hidden: f*ck, sh1t, i d i o t, stuuupid, 傻*逼."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from groupdesk.domain.courtesy_lists import en_insult, zh_insult
from groupdesk.domain.courtesy_terms import MOST_SPANS, Span

_EN: Final = frozenset(en_insult.MASKED)
_MASKED = re.compile(r"(?<![\w@$*])(?=[a-z]*+[0-9@$*!])[a-z$@1][a-z0-9@$*!]{2,23}+")
_UNMASK = str.maketrans("013457@$!", "oieastasi")
_SPACED = re.compile(r"(?<![a-z0-9])[a-z](?:[ .*_-][a-z]){3,15}+(?![a-z0-9])")
_STRETCHED = re.compile(r"([a-z])\1\1+")
_LONGEST = 40
_LETTERS_BEFORE = re.compile(r"[a-z]*\Z")
_LETTERS_AFTER = re.compile(r"[a-z]*+")
_RUN = re.compile(r"([a-z])\1+")
_ZH = re.compile(
    "|".join("[ \\t.*_·~|/+-]{1,2}".join(word) for word in zh_insult.MASKED)
    + "|(?:傻|操你?|妈|贱|婊|屌)[*×○〇]{1,3}"
)


def hidden_insults(text: str) -> Iterator[Span]:
    """Yield where folded `text` has a rude word that somebody made hard to find."""
    return chain(
        _masked(text),
        _spaced(text),
        _stretched(text),
        (match.span() for match in _ZH.finditer(text)),
    )


def _masked(text: str) -> Iterator[Span]:
    for match in _MASKED.finditer(text):
        word = match[0].rstrip("!") if match[0].rstrip("!").isalpha() else match[0]
        plain = word.translate(_UNMASK)
        if plain in _EN or ("*" in plain and any(_fits(plain, one) for one in _EN)):
            yield match.start(), match.start() + len(word)


def _fits(masked: str, word: str) -> bool:
    return (
        len(masked) == len(word)
        and masked[0] == word[0]
        and all(mark in ("*", letter) for mark, letter in zip(masked, word, strict=True))
    )


def _spaced(text: str) -> Iterator[Span]:
    for match in _SPACED.finditer(text):
        if match[0][::2] in _EN:
            yield match.span()


def _stretched(text: str) -> Iterator[Span]:
    for match in islice(_STRETCHED.finditer(text), 4 * MOST_SPANS):
        before = _LETTERS_BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        after = _LETTERS_AFTER.match(text, match.end(), match.end() + _LONGEST)
        start = before.start() if before else match.start()
        end = after.end() if after else match.end()
        word = text[start:end]
        if any(_RUN.sub(short, word) in _EN for short in (r"\1", r"\1\1")):
            yield start, end
