# SPDX-License-Identifier: MIT
"""Shouting: capitals, rows of exclamation marks, words bawled one by one. Joy is none."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from groupdesk.domain.courtesy_fold import Folded
from groupdesk.domain.courtesy_lists import en_good, en_insult, zh_good
from groupdesk.domain.courtesy_terms import MOST_SPANS, Span, find, is_quoted, sentences_around

_MARKS = re.compile(r"[!?]{2,}+")
_STACCATO = re.compile(r"(?:[^\W\d_]!){3,12}|(?:[\u4e00-\u9fff][。.] ?){4,12}")
_BAWLED = re.compile(
    r"(?P<word>[别不删停撤快闭滚住安退][\u4e00-\u9fff]{0,3})[,!]?(?:(?P=word)[,!]?){2,8}"
)
_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z']{0,30}+(?![A-Za-z0-9])")
_GAP = re.compile(r"[ \t,.'!?:;-]{1,4}")
_CITED = re.compile(
    r"(?:says?|reads?|sign|label|button|sticker|marked|press|called|titled|named|menu|key|mode|"
    r"displays?|shows?|model|code|type|product|brand|the words?|option|field|switch)"
    r"(?: is| are| to| the| it)*[ :]*\Z",
    re.IGNORECASE,
)
_JOYFUL = re.compile("[🎉🎊🎂🥳😍🤩🥰❤♥✨🙌💪🏆🥇🎁😄😃😁😂🤣💕💖🍻🥂]")
# What anger is about: whoever writes in joy seldom orders, forbids or asks why.
_HARSH = re.compile(
    r"\b(?:stop|don't|do not|dont|delete|remove|take (?:it|that|this|the|your)|read the|quiet|"
    r"enough|why|how many|never|not again|answer|listen|get out|shut|warning|i said|i told|"
    r"told you|last time|what (?:is|were|are) (?:you|this|wrong)|who (?:told|allowed|said)|at once|"
    r"immediately|right now|hello\?|rules?|no more|no ads?|off[- ]topic|again!|go away|leave|"
    r"behave|apologi[sz]e)|别|不要|不许|不准|不行|禁止|闭嘴|安静|够了|删|撤|滚|停下|停止|立刻|立即|谁让|谁叫|"
    r"为什么|听不懂|回答|警告|最后一[次遍]|怎么又|还发|再发|再讲|再说|说了多少|说过|收声|出去|道歉|看群规|看公告|"
    r"第[一二三四五六七八九十百\d]+[遍次]"
)
# Weaker signs; with none of these a lone row of marks is taken for excitement.
_ABOUT_YOU = re.compile(
    r"\b(?:you|your|u|ur|now|this group|the group|link|links|ads?|spam|post|posting|not|no|nobody|"
    r"what|where|who|again|already|still)\b|[你您谁吗现又群规还]|马上|快点|到底|广告|链接|不"
)


def shouting(folded: Folded, *, harsh: bool) -> list[Span]:
    """Return where `folded` is shouted; a `harsh` message, which insults, has no joy in it."""
    text = folded.text
    found: list[Span] = []
    doubled: list[Span] = []
    for match in islice(_MARKS.finditer(text), 4 * MOST_SPANS):
        if (harsh or _is_angry(text, match)) and not is_quoted(text, match.span()):
            (found if len(match[0]) > 2 else doubled).append(match.span())
        if len(found) + len(doubled) >= MOST_SPANS:
            break
    if len(doubled) > 1 or found:
        found += doubled
    for pattern in (_STACCATO, _BAWLED):
        found += [match.span() for match in islice(pattern.finditer(text), MOST_SPANS)]
    loud = (span for span in _capitals(folded.cased) if not _is_cited(folded, span))
    return found + list(islice(loud, MOST_SPANS))


def _capitals(text: str) -> Iterator[Span]:
    """Yield runs of words in capitals that are more than names and abbreviations."""
    run: list[re.Match[str]] = []
    for match in chain(_CAPITALS.finditer(text), [None]):
        if run and (match is None or not _GAP.fullmatch(text, run[-1].end(), match.start())):
            words = [word[0] for word in run if word[0] not in en_insult.ACRONYMS]
            letters = sum(map(len, words))
            long_ones = sum(len(word) > 2 for word in words)
            if letters > 6 and (long_ones > 2 or (long_ones == 2 and letters > 8)):
                yield run[0].start(), run[-1].end()
            run = []
        if match is not None:
            run.append(match)


def _is_cited(folded: Folded, span: Span) -> bool:
    before = folded.text[max(0, span[0] - 24) : span[0]]
    return bool(_CITED.search(before)) or is_quoted(folded.text, span) or _is_joy(folded.text, span)


def _is_angry(text: str, marks: re.Match[str]) -> bool:
    around = sentences_around(text, marks.span())
    if _HARSH.search(around):
        return True
    return not _is_joy(text, marks.span()) and bool(
        "?" in marks[0] or _ABOUT_YOU.search(around) or len(around.strip(" !")) < 4
    )


def _is_joy(text: str, span: Span) -> bool:
    """Say whether the sentences around `span` are joyful or warm: "Thank you so much!!!"."""
    around = sentences_around(text, span)
    if _HARSH.search(around):
        return False
    if _JOYFUL.search(around):
        return True
    lists: Final = (en_good.JOY, zh_good.JOY, en_good.KIND_WORDS, zh_good.KIND_WORDS)
    return any(next(find(terms, around), None) is not None for terms in lists)
