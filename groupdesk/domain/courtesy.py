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

from groupdesk.domain.courtesy_fold import Folded, fold, han_count
from groupdesk.domain.courtesy_lists import (
    en_absolutes,
    en_good,
    en_insult,
    en_sarcasm,
    en_threat,
    zh_absolutes,
    zh_good,
    zh_insult,
    zh_sarcasm,
    zh_threat,
)
from groupdesk.domain.courtesy_masks import hidden_insults
from groupdesk.domain.courtesy_shouting import shouting
from groupdesk.domain.courtesy_terms import (
    MOST_SPANS,
    CourtesyCode,
    Span,
    Terms,
    find,
    is_quoted,
    joined,
    sentence_around,
)
from groupdesk.domain.enums import Language
from groupdesk.domain.templates import fill

__all__ = [
    "COMFORTABLE_LENGTH",
    "HARMFUL",
    "MOST_READ",
    "CourtesyCode",
    "CourtesyReport",
    "Finding",
    "check",
    "detect_language",
    "warm_up",
]

MOST_READ: Final = 5_000
"""How many characters are read for their tone: more than most messengers take in one message."""

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


_EN: Final = {
    CourtesyCode.NO_INSULT: en_insult.INSULT,
    CourtesyCode.NO_THREAT: en_threat.THREAT,
    CourtesyCode.NO_SARCASM: en_sarcasm.SARCASM,
    CourtesyCode.NO_ABSOLUTES: en_absolutes.ABSOLUTES,
}
_ZH: Final = {
    CourtesyCode.NO_INSULT: zh_insult.INSULT,
    CourtesyCode.NO_THREAT: zh_threat.THREAT,
    CourtesyCode.NO_SARCASM: zh_sarcasm.SARCASM,
    CourtesyCode.NO_ABSOLUTES: zh_absolutes.ABSOLUTES,
}
_LATIN = re.compile("[a-z]")
_WORDS = re.compile(r"[^\s,.;:…、。](?:.*[^\s,.;:…、。])?", re.DOTALL)
_Lists = dict[CourtesyCode, list[Terms]]


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
    """What the check says of one text; `length` and `limit` are characters.

    `read` says how many characters were read for their tone: all, or MOST_READ of them.
    """

    language: Language
    findings: tuple[Finding, ...]
    length: int
    limit: int
    read: int

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
    folded = fold(text[:MOST_READ])
    lists = _lists_for(folded.text, language)
    findings = [_fulfilled(code, folded, rule_names) for code in en_good.FULFILLED]
    insults = _insults(folded.text, lists)
    threats = _spoken(folded.text, lists[CourtesyCode.NO_THREAT])
    mockery = _spoken(folded.text, lists[CourtesyCode.NO_SARCASM])
    harsh = bool(insults or threats or mockery)
    findings += (
        _harm(code, folded, spans)
        for code, spans in (
            (CourtesyCode.NO_INSULT, insults),
            (CourtesyCode.NO_THREAT, threats),
            (CourtesyCode.NO_SHOUTING, shouting(folded, harsh=bool(insults or threats))),
            (CourtesyCode.NO_SARCASM, mockery),
            (CourtesyCode.NO_ABSOLUTES, _absolutes(folded.text, lists, harsh=harsh)),
        )
    )
    findings.append(Finding(CourtesyCode.LENGTH, ok=0 < length <= limit))
    gaps = fill(text, {}).gaps[:MOST_SPANS]
    findings.append(Finding(CourtesyCode.PLACEHOLDERS, not gaps, gaps))
    return CourtesyReport(language, tuple(findings), length, limit, min(len(text), MOST_READ))


def warm_up() -> Iterator[object]:
    """Compile all patterns, one at each step: else the first check does so, and somebody waits."""
    for lists in (_EN, _ZH, en_good.FULFILLED, zh_good.FULFILLED):
        for terms in lists.values():
            yield from terms.patterns
            yield from terms.spared
    yield from en_good.NAMED_HELPER


def _lists_for(text: str, language: Language) -> _Lists:
    """Return the lists of harm to look for: of the languages that folded `text` has letters of."""
    wanted = [
        lists
        for lists, used in (
            (_EN, language is Language.EN or _LATIN.search(text)),
            (_ZH, language is Language.ZH or han_count(text)),
        )
        if used
    ]
    return {code: [lists[code] for lists in wanted] for code in _EN}


def _fulfilled(code: CourtesyCode, folded: Folded, rule_names: Sequence[str]) -> Finding:
    text = folded.text
    found = chain(find(en_good.FULFILLED[code], text), find(zh_good.FULFILLED[code], text))
    first = next(found, None)
    if first is None and code is CourtesyCode.SAYS_WHO_HELPS:
        named = (
            match.span() for one in en_good.NAMED_HELPER for match in one.finditer(folded.cased)
        )
        first = next(named, None)
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
    places = tuple(folded.original(_trimmed(folded.text, span)) for span in joined(spans))
    return Finding(code, not places, places)


def _trimmed(text: str, span: Span) -> Span:
    """Return `span` without the commas and spaces around its words, if it has any words."""
    words = _WORDS.search(text, *span)
    return words.span() if words else span


def _insults(text: str, lists: _Lists) -> list[Span]:
    return _spoken(text, lists[CourtesyCode.NO_INSULT], hidden_insults(text))


def _absolutes(text: str, lists: _Lists, *, harsh: bool) -> list[Span]:
    """Return what generalises about a person; in a `harsh` message no praise is meant."""
    found = _unquoted(text, _found(text, lists[CourtesyCode.NO_ABSOLUTES]))
    # After 200 candidates the text is no message, and the warm ones would only cost time.
    return _some(
        span for span in islice(found, 4 * MOST_SPANS) if harsh or not _is_warm(text, span)
    )


def _spoken(text: str, lists: Sequence[Terms], more: Iterable[Span] = ()) -> list[Span]:
    """Return what a person says in their own words; what they quote is not theirs."""
    return _some(_unquoted(text, chain(_found(text, lists), more)))


def _found(text: str, lists: Sequence[Terms]) -> Iterable[Span]:
    return chain.from_iterable(find(terms, text) for terms in lists)


def _unquoted(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    return (span for span in spans if not is_quoted(text, span))


def _is_warm(text: str, span: Span) -> bool:
    """Say whether the sentence around `span` is a friendly one: "You always help, thank you"."""
    start, end = sentence_around(text, span)
    sentence = text[start:end]
    kind = (en_good.KIND_WORDS, zh_good.KIND_WORDS)
    return any(next(find(terms, sentence), None) is not None for terms in kind)


def _some(spans: Iterable[Span]) -> list[Span]:
    return list(islice(spans, MOST_SPANS))
