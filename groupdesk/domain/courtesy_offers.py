# SPDX-License-Identifier: MIT
"""A better wording for what the courtesy check found: which words go, and what takes their place.

What is offered is never worse: whoever takes it has less harm in the message, and no other one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from groupdesk.domain.courtesy import HARMFUL, Finding, check
from groupdesk.domain.courtesy_lists.en_insult import ACRONYMS
from groupdesk.domain.courtesy_terms import CourtesyCode, Span

__all__ = ["OFFERED", "Edit", "offered", "quoted_offer", "replaced"]

OFFERED: Final = frozenset(CourtesyCode) - {
    CourtesyCode.LENGTH,
    CourtesyCode.PLACEHOLDERS,
    CourtesyCode.NO_SHOUTING,
}
"""The codes with a sentence of their own in the word lists, `courtesy.<code>.offer`.

Shouting is only lowered; what is too long or not filled in nobody else can word.
"""

_HAN = re.compile("[\u3400-\u9fff]")
_END = re.compile(r"[.!?。！？…]+[\"”」』)）]*|\n")
_CLAUSE = re.compile(r"[,，;；]|\s[–—-]{1,2}\s")
_GREETING = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^,.!?\n]{0,40}[,!]"
    # the name may stand before it: “王志远，您好！”, but not “王志远，你好烦”
    r"|[^,，.。!！?？\n]{1,14}[,，][ \t]*(?:您好|你好|妳好|早上好|下午好|晚上好|早安|午安|晚安)"
    r"(?:[,，!！]|(?=[。\n]|\Z))"
    r"|[^,，.。!！?？\n]{0,14}(?:您好|你好|妳好|早上好|下午好|晚上好|早安|午安|晚安)[,，!！]?)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\n+(?:(?:kind|best|warm)?\s*regards|yours|thanks|祝好|此致|谢谢|謝謝|——|--)?[^\n.!?。！？]{0,40}"
    r"(?:\n[^\n.!?。！？]{0,30})?\s*\Z",
    re.IGNORECASE,
)
_LOUD = re.compile(r"[!！?？]{2,}|(?<=\w)[!！](?=\w)")
_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z']+(?![A-Za-z0-9])")
_FIRST = re.compile(r"(?:\A|[.!?]\s+|\n)([a-z])")
_WHOLE_CLAUSE = 0.7


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of `text[start:end]` of a message; where both are one, it is added."""

    start: int
    end: int
    text: str


def offered(text: str, finding: Finding, sentence: str) -> tuple[Edit, ...]:
    """Return what mends `finding` in `text`; nothing where there is nothing to mend.

    `sentence` is the wording offered for its code, with placeholders, in the language of `text`;
    without one harsh words are left out. Shouting needs none.
    """
    if finding.ok:
        return ()
    if finding.code not in HARMFUL:
        if not sentence:
            return ()
        return (_added(text, finding.code, sentence),)
    before = _harms(text)
    for edits in _ways(text, finding, sentence):
        shown = _harms(quoted_offer(text, finding.code, edits, sentence))
        if not shown.isdisjoint({CourtesyCode.NO_INSULT, CourtesyCode.NO_THREAT}):
            continue  # a threat in a low voice is none to recommend
        after = _harms(replaced(text, edits))
        if finding.code not in after and after <= before:
            return edits
    return ()


def replaced(text: str, edits: tuple[Edit, ...]) -> str:
    """Return `text` with `edits` made, which do not overlap."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def quoted_offer(text: str, code: CourtesyCode, edits: tuple[Edit, ...], sentence: str) -> str:
    """Return what a person is shown of `edits`; "" where words only go.

    Lowered words are shown in their sentence, a row of marks says nothing by itself.
    """
    if code is not CourtesyCode.NO_SHOUTING:
        return sentence if any(sentence in edit.text for edit in edits) else ""
    if not edits:
        return ""
    start, end = _sentence(text, (edits[0].start, edits[-1].end))
    inside = tuple(Edit(one.start - start, one.end - start, one.text) for one in edits)
    return replaced(text[start:end], inside).strip()


# ---- harm


@lru_cache(maxsize=16)  # each finding of a message is mended on its own, from the same text
def _harms(text: str) -> frozenset[CourtesyCode]:
    """Return what is harsh in `text`; placeholders are filled in later."""
    harsh = HARMFUL - {CourtesyCode.PLACEHOLDERS}
    return frozenset(one.code for one in check(text).findings if one.code in harsh and not one.ok)


def _ways(text: str, finding: Finding, sentence: str) -> Iterator[tuple[Edit, ...]]:
    """Yield ways to mend `finding`, the one that changes least first."""
    if finding.code is CourtesyCode.NO_SHOUTING:
        yield _lowered(text, finding.spans)
        return
    if finding.code is CourtesyCode.NO_INSULT:
        yield _instead(text, finding, sentence, by_clause=True)
    yield _instead(text, finding, sentence)


def _instead(
    text: str, finding: Finding, sentence: str, *, by_clause: bool = False
) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    said = not sentence or sentence in text
    for span in finding.spans:
        start, end = _sentence(text, span)
        if edits and start < edits[-1].end:
            continue
        clause = _clause(text, span, (start, end)) if by_clause else None
        if clause is not None:
            edits.append(Edit(*clause, ""))
        else:
            edits.append(Edit(start, end, "" if said else sentence))
            said = True
    return tuple(edits)


def _sentence(text: str, span: Span) -> Span:
    """Return the sentence around `span` without the greeting it may begin with."""
    start = 0
    for match in _END.finditer(text, 0, span[0]):
        start = match.end()
    stop = _END.search(text, span[1])
    end = len(text) if stop is None else stop.start() if stop[0] == "\n" else stop.end()
    greeting = _GREETING.match(text, start, span[0])
    if greeting:
        start = greeting.end()
    while start < span[0] and text[start].isspace():
        start += 1
    return start, end


def _clause(text: str, span: Span, sentence: Span) -> Span | None:
    """Return the part of `sentence` that goes, where it is an insult and nothing else."""
    cuts = [match.span() for match in _CLAUSE.finditer(text, *sentence)]
    before = [cut for cut in cuts if cut[1] <= span[0]]
    after = [cut for cut in cuts if cut[0] >= span[1]]
    if not before and not after:
        return None
    stop = sentence[1]
    while stop > span[1] and not text[stop - 1].isalnum():
        stop -= 1
    first = before[-1][1] if before else sentence[0]
    last = after[0][0] if after else stop
    if span[1] - span[0] < _WHOLE_CLAUSE * len(text[first:last].strip()):
        return None
    if before:
        return before[-1][0], last
    end = after[0][1]
    while end < sentence[1] and text[end].isspace():
        end += 1
    return first, end


def _lowered(text: str, spans: tuple[Span, ...]) -> tuple[Edit, ...]:
    edits = []
    for start, end in spans:
        calm = _CAPITALS.sub(_small, _quiet(text, start, end))
        begins = start == 0 or bool(re.search(r"[.!?\n]\s*\Z", text[:start]))
        if begins:
            calm = _FIRST.sub(lambda found: found[0].upper(), calm, count=1)
        edits.append(Edit(start, end, calm))
    return tuple(edits)


def _quiet(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` with one mark for each row of them."""
    done = start
    parts: list[str] = []
    for found in _LOUD.finditer(text, start, end):
        parts += (text[done : found.start()], _one_mark(text[: found.start()], found[0]))
        done = found.end()
    return "".join((*parts, text[done:end]))


def _one_mark(before: str, marks: str) -> str:
    """Return the mark behind `before` that says it without shouting."""
    if len(marks) == 1:
        return ""
    before = before.rstrip()
    chinese = bool(before) and bool(_HAN.match(before[-1]))
    if "?" in marks or "？" in marks:
        return "？" if chinese else "?"
    return "。" if chinese else "."


def _small(found: re.Match[str]) -> str:
    return found[0] if found[0] in ACRONYMS else found[0].lower()


# ---- what is missing


def _added(text: str, code: CourtesyCode, sentence: str) -> Edit:
    chinese = bool(_HAN.search(sentence))
    gap = "" if chinese else " "
    if code is CourtesyCode.GREETING_OR_THANKS:
        start = len(text) - len(text.lstrip())
        return Edit(start, start, f"{sentence}{gap}" if text.strip() else sentence)
    if code in (CourtesyCode.NAMES_BEHAVIOUR, CourtesyCode.NAMES_RULE):
        at = _behind_greeting(text)
        rest = text[at:].lstrip(" ")
        lead = gap if at and not text[:at].endswith(("\n", " ")) else ""
        tail = gap if rest and not rest.startswith("\n") and not text[at:].startswith(" ") else ""
        return Edit(at, at, f"{lead}{sentence}{tail}")
    signed = _SIGNED.search(text)
    at = signed.start() if signed and text[: signed.start()].strip() else len(text.rstrip())
    closed = not text[:at].strip() or text[:at].rstrip()[-1] in '.!?。！？…"”」）)~～'
    stop = "" if closed else ("。" if chinese else ".")
    lead = "" if not text[:at].strip() or text[:at].endswith("\n") else gap
    return Edit(at, at, f"{stop}{lead}{sentence}")


def _behind_greeting(text: str) -> int:
    """Return the place behind the greeting, its sentence and the line it may stand on."""
    greeting = _GREETING.match(text)
    if greeting is None:
        return 0
    at = greeting.end()
    rest = re.compile(
        r"[ \t]*(?:(?:thank|感谢|谢谢|感謝|謝謝)[^.!?。！？\n]*[.!?。！？]+)?\n*", re.IGNORECASE
    )
    found = rest.match(text, at)
    return found.end() if found else at
