# SPDX-License-Identifier: MIT
"""How the courtesy check reads a text: folding, whole words, and lists of terms in one pass each.

Fixed terms are found by plain search, patterns begin with fixed letters or a small set of them and
repeat nothing without a bound: time stays in proportion to length, whatever the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
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

MOST_SPANS: Final = 50
"""No finding marks more places than this; nobody reads on after fifty."""

# Traditional letters of the Chinese lists, each with its simplified form.
_TRADITIONAL = (
    "滾滚來来這这樣样們们沒没學学會会聽听說说話话發发讓让後后負负著着過过對对無无恥耻臉脸腦脑殘残廢废賤贱騙骗"
    "惡恶噁恶爛烂煩烦討讨厭厌敗败類类雜杂種种規规違违謝谢請请聯联絡络繫系幫帮問问題题隨随時时訊讯鏈链連连結结"
    "圖图貼贴議议經经員员組组處处見见單单領领導导號号電电務务歡欢條条則则內内當当為为麼么難难嗎吗還还給给別别"
    "誰谁開开閉闭該该應应實实現现親亲貴贵從从總总養养賬账飯饭氣气間间個个頭头點点數数長长東东婦妇媽妈豬猪腸肠"
    "樂乐禮礼雙双讚赞贊赞協协辦办廣广轉转傳传專专線线諮咨詢询權权與与據据訴诉醫医壞坏報报價价釋释溝沟"
)
_FOLDS: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x3000: " ", 0x2018: "'", 0x2019: "'", 0x02BC: "'"}
    | {ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
)
# Characters that are drawn as nothing and are put between letters to hide a word.
_HIDING = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_QUOTE_OPENS = "\"'“「『《‹«"
_QUOTE_CLOSES = "\"'”」』》›»"
_SENTENCE_END = re.compile(r"[.!?。…\n]")
_SENTENCE = 160


@dataclass(frozen=True, slots=True)
class Terms:
    """One list: `words` fixed, `patterns` for what varies, `spared` for what only looks like it.

    All are matched against folded text (lower case, half width, simplified), as whole words
    where they begin or end with a Latin letter.
    """

    words: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    spared: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable: `cased` keeps capitals, `text` does not; equally long.

    `places` leads back to the places of the original, or is empty where they are the same.
    """

    cased: str
    text: str
    places: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Return `span` as places of the text that was given."""
        if not self.places:
            return span
        return self.places[span[0]], self.places[span[1] - 1] + 1


def listed(words: str) -> tuple[str, ...]:
    """Return the terms of a list written with bars between them."""
    return tuple(words.split("|"))


def fold(text: str) -> Folded:
    """Return `text` without hiding characters, in half width, simplified and lower case."""
    places: tuple[int, ...] = ()
    if _HIDING.search(text):
        places = tuple(at for at, char in enumerate(text) if not _HIDING.match(char))
        text = _HIDING.sub("", text)
    cased = text.translate(_FOLDS)
    lower = cased.lower()
    if len(lower) != len(cased):  # a few capitals have small forms of two characters
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in cased)
    return Folded(cased, lower, places)


def han_count(text: str) -> int:
    """Return how many Chinese characters `text` has."""
    return sum(1 for _ in _HAN.finditer(text))


def find(terms: Terms, text: str) -> Iterator[Span]:
    """Yield the places of `terms` in folded `text`, spared ones left out, in no order."""
    for word in terms.words:
        at = text.find(word)
        while at >= 0:
            span = at, at + len(word)
            if _whole(text, span) and not _is_spared(terms, text, span):
                yield span
            at = text.find(word, at + len(word))
    for pattern in terms.patterns:
        for match in pattern.finditer(text):
            if (
                match[0]
                and _whole(text, match.span())
                and not _is_spared(terms, text, match.span())
            ):
                yield match.span()


def is_quoted(text: str, span: Span) -> bool:
    """Say whether just these words stand between quotation marks: spoken of, not spoken."""
    start, end = span
    if start == 0 or end == len(text):
        return False
    return text[start - 1] in _QUOTE_OPENS and text[end] in _QUOTE_CLOSES


def sentence_around(text: str, span: Span) -> str:
    """Return the sentence that `span` stands in, at most 160 characters to either side."""
    before = text[max(0, span[0] - _SENTENCE) : span[0]]
    after = text[span[1] : span[1] + _SENTENCE]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    return (
        before[starts[-1] if starts else 0 :]
        + text[span[0] : span[1]]
        + after[: stop.start() if stop else None]
    )


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
    window = max(0, span[0] - 12)
    around = text[window : span[1] + 12]
    return any(
        match.start() + window <= span[0] and span[1] <= match.end() + window
        for pattern in terms.spared
        for match in pattern.finditer(around)
    )
