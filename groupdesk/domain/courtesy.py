# SPDX-License-Identifier: MIT
"""The courtesy check: advice on a message before it is sent, in Chinese and English, offline.

It looks for words, it does not understand: it advises and never blocks. What it finds and what it
misses is measured on labelled messages in tests/domain/test_courtesy_sentences.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from groupdesk.domain import courtesy_en, courtesy_zh
from groupdesk.domain.courtesy_terms import (
    MOST_SPANS,
    CourtesyCode,
    Folded,
    Span,
    find,
    fold,
    han_count,
    is_quoted,
    joined,
    sentence_around,
)
from groupdesk.domain.enums import Language
from groupdesk.domain.templates import fill

__all__ = [
    "COMFORTABLE_LENGTH",
    "HARMFUL",
    "CourtesyCode",
    "CourtesyReport",
    "Finding",
    "check",
    "detect_language",
]

HARMFUL: Final = frozenset(
    {
        CourtesyCode.NO_INSULT,
        CourtesyCode.NO_THREAT,
        CourtesyCode.NO_SHOUTING,
        CourtesyCode.NO_SARCASM,
        CourtesyCode.NO_ABSOLUTES,
        CourtesyCode.PLACEHOLDERS,
    }
)
"""What should not be in a message; the rest is what a good one has."""

COMFORTABLE_LENGTH: Final = {Language.EN: 900, Language.ZH: 300}
"""How many characters people read through on a telephone; used where no limit is given."""

_MASKED = re.compile(r"(?<![\w@$*])(?=[a-z]*+[0-9@$*])[a-z0-9@$*]{3,24}+")
_UNMASK = str.maketrans("013457@$", "oieastas")
_MASKED_WORDS = frozenset(courtesy_en.MASKED)
_MARKS = re.compile(r"[!?]{2,}+")
_STACCATO = re.compile(r"(?:[^\W\d_]!){3,12}")
_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z']{0,30}+(?![A-Za-z0-9])")
_GAP = re.compile(r"[ \t,.'!?:;-]{1,4}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `spans` are places in the text that was checked.

    Not `ok`: the places to mend, if it is about places. `ok`: where a good thing was seen first.
    `suggestion` is a key of the word lists, or "" where nothing is to be done.
    """

    code: CourtesyCode
    ok: bool
    spans: tuple[Span, ...] = ()

    @property
    def words(self) -> str:
        """Return the key of the sentence that says what was found."""
        return f"courtesy.{self.code}.{'ok' if self.ok else 'missing'}"

    @property
    def suggestion(self) -> str:
        """Return the key of the advice, or "" where all is well."""
        return "" if self.ok else f"courtesy.{self.code}.advice"


@dataclass(frozen=True, slots=True)
class CourtesyReport:
    """What the check says of one text; `length` and `limit` are characters."""

    language: Language
    findings: tuple[Finding, ...]
    length: int
    limit: int

    @property
    def polite(self) -> bool:
        """Say whether none of the harmful things was found."""
        return all(finding.ok for finding in self.findings if finding.code in HARMFUL)

    @property
    def praises(self) -> tuple[CourtesyCode, ...]:
        """Return what a good message has and this one has, too."""
        return tuple(f.code for f in self.findings if f.ok and f.code not in HARMFUL)

    @property
    def problems(self) -> tuple[Finding, ...]:
        """Return what could be better, harmful things first."""
        open_ones = (finding for finding in self.findings if not finding.ok)
        return tuple(sorted(open_ones, key=lambda finding: finding.code not in HARMFUL))

    def of(self, code: CourtesyCode) -> Finding:
        """Return the finding for `code`."""
        return next(finding for finding in self.findings if finding.code is code)


def detect_language(text: str) -> Language:
    """Return the language most of `text` is in; one Chinese letter weighs as three Latin ones."""
    latin = sum(map(str.isalpha, text)) - (han := han_count(text))
    return Language.ZH if han and han * 3 >= latin else Language.EN


def check(
    text: str,
    language: Language | None = None,
    *,
    rule_names: Sequence[str] = (),
    length_limit: int | None = None,
) -> CourtesyReport:
    """Return what the courtesy check says of `text`; it never raises, whatever the text.

    `rule_names` are codes and titles that count as naming the rule. Both languages are searched
    for harm, since people mix them; `language`, detected if None, sets the length that reads well
    unless `length_limit` gives the platform's.
    """
    language = language or detect_language(text)
    limit = length_limit or COMFORTABLE_LENGTH[language]
    length = len(text.strip())
    folded = fold(text)
    findings = [_fulfilled(code, folded, rule_names) for code in courtesy_en.FULFILLED]
    findings += (
        _harm(CourtesyCode.NO_INSULT, folded, _insults(folded.text)),
        _harm(CourtesyCode.NO_THREAT, folded, _threats(folded.text)),
        _harm(CourtesyCode.NO_SHOUTING, folded, _shouting(folded)),
        _harm(CourtesyCode.NO_SARCASM, folded, _sarcasm(folded.text)),
        _harm(CourtesyCode.NO_ABSOLUTES, folded, _absolutes(folded.text)),
        Finding(CourtesyCode.LENGTH, ok=0 < length <= limit),
    )
    gaps = fill(text, {}).gaps[:MOST_SPANS]
    findings.append(Finding(CourtesyCode.PLACEHOLDERS, not gaps, gaps))
    return CourtesyReport(language, tuple(findings), length, limit)


def _fulfilled(code: CourtesyCode, folded: Folded, rule_names: Sequence[str]) -> Finding:
    text = folded.text
    found = chain(find(courtesy_en.FULFILLED[code], text), find(courtesy_zh.FULFILLED[code], text))
    first = next(found, None)
    if first is None and code is CourtesyCode.NAMES_RULE:
        for name in rule_names:
            wanted = fold(name.strip()).text
            at = text.find(wanted) if wanted else -1
            if at >= 0:
                first = at, at + len(wanted)
                break
    if first is None:
        return Finding(code, ok=False)
    return Finding(code, ok=True, spans=(folded.original(first),))


def _harm(code: CourtesyCode, folded: Folded, spans: list[Span]) -> Finding:
    places = tuple(folded.original(span) for span in joined(spans))
    return Finding(code, not places, places)


def _insults(text: str) -> list[Span]:
    found = chain(find(courtesy_en.INSULT, text), find(courtesy_zh.INSULT, text), _masked(text))
    return _some(span for span in found if not is_quoted(text, span))


def _threats(text: str) -> list[Span]:
    return _some(chain(find(courtesy_en.THREAT, text), find(courtesy_zh.THREAT, text)))


def _sarcasm(text: str) -> list[Span]:
    return _some(chain(find(courtesy_en.SARCASM, text), find(courtesy_zh.SARCASM, text)))


def _absolutes(text: str) -> list[Span]:
    found = chain(find(courtesy_en.ABSOLUTES, text), find(courtesy_zh.ABSOLUTES, text))
    # After 200 candidates the text is no message, and the warm ones would only cost time.
    return _some(span for span in islice(found, 4 * MOST_SPANS) if not _is_warm(text, span))


def _shouting(folded: Folded) -> list[Span]:
    text = folded.text
    found: list[Span] = []
    doubled: list[Span] = []
    for match in islice(_MARKS.finditer(text), 4 * MOST_SPANS):
        if not _is_warm(text, match.span()):
            (found if len(match[0]) > 2 else doubled).append(match.span())
        if len(found) + len(doubled) >= MOST_SPANS:
            break
    if len(doubled) > 1:
        found += doubled
    found += _some(match.span() for match in _STACCATO.finditer(text))
    return found + _some(_capitals(folded.cased))


def _capitals(text: str) -> Iterator[Span]:
    """Yield runs of words in capitals that are more than names and abbreviations."""
    run: list[re.Match[str]] = []
    for match in chain(_CAPITALS.finditer(text), [None]):
        if run and (match is None or not _GAP.fullmatch(text, run[-1].end(), match.start())):
            words = [word[0] for word in run if word[0] not in courtesy_en.ACRONYMS]
            letters = sum(map(len, words))
            long_ones = sum(len(word) > 2 for word in words)
            if letters > 6 and (long_ones > 2 or (long_ones == 2 and letters > 8)):
                yield run[0].start(), run[-1].end()
            run = []
        if match is not None:
            run.append(match)


def _masked(text: str) -> Iterator[Span]:
    """Yield rude words behind digits and stars: sh1t, a$$hole, f*ck, f***."""
    for match in _MASKED.finditer(text):
        plain = match[0].translate(_UNMASK)
        if "*" not in plain:
            hit = plain in _MASKED_WORDS
        else:
            hit = any(_fits(plain, word) for word in _MASKED_WORDS)
        if hit:
            yield match.span()


def _fits(masked: str, word: str) -> bool:
    return len(masked) == len(word) and all(
        mark in ("*", letter) for mark, letter in zip(masked, word, strict=True)
    )


def _is_warm(text: str, span: Span) -> bool:
    """Say whether the sentence around `span` is a friendly one: "Thank you so much!!!"."""
    sentence = sentence_around(text, span)
    return any(
        next(find(terms, sentence), None) is not None
        for terms in (courtesy_en.KIND_WORDS, courtesy_zh.KIND_WORDS)
    )


def _some(spans: Iterable[Span]) -> list[Span]:
    return list(islice(spans, MOST_SPANS))
