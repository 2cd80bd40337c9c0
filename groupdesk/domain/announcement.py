# SPDX-License-Identifier: MIT
"""Published rules as texts for the group: whole, in short, or what changed; and their parts.

Words come from outside, as a function that takes a key and values; nothing here reads a file.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.platform_texts import LENGTH_LIMITS
from groupdesk.domain.records import RuleRecord
from groupdesk.domain.rule_changes import RuleChange, RuleChangeKind, draft_of, rule_changes
from groupdesk.domain.rulebook import RuleDraft

Say = Callable[..., str]
"""Returns the words for a key, with values filled in: a `Words` of one language."""

BORDER: Final = "\n\n————————\n\n"
"""Stands between two languages of one announcement."""

NOTICE_LIMITS: Final[Mapping[Platform, int]] = {
    **LENGTH_LIMITS,
    Platform.WECHAT: 2_000,
    Platform.WECOM: 2_000,
    Platform.QQ: 600,
}
"""How long one message or group notice may be, in UTF-16 units, as most platforms count.

Telegram, Discord, Slack, WhatsApp and Zulip publish theirs, see `LENGTH_LIMITS`. Tencent publishes
none for what a person types into a group notice: these are cautious values of our own, of which
`is_published` says no.
"""

_JOINERS: Final = "\u200d\ufe0e\ufe0f"
_GONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])(?=\s)")
_WORD = re.compile(r"(?<=\s)(?=\S)")


class AnnouncementForm(StrEnum):
    """How much of the rules a text tells."""

    LONG = "long"
    SHORT = "short"
    CHANGES = "changes"


def limit_of(platform: Platform) -> int:
    """Return the longest message on a platform in UTF-16 units, 0 where none is known."""
    return NOTICE_LIMITS.get(platform, 0)


def is_published(platform: Platform) -> bool:
    """Say whether the platform itself publishes that limit."""
    return platform in LENGTH_LIMITS


def length(text: str) -> int:
    """Return how long a platform takes a text to be: in UTF-16 units, an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(text: str) -> str:
    """Return a text without characters that would turn or break the message around it."""
    return _GONE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def rules_list(
    say: Say,
    rules: Sequence[RuleRecord],
    language: Language,
    form: AnnouncementForm,
    ladder: str = "",
) -> str:
    """Return the rules with their texts, or for the short form their titles and where to ask.

    `ladder` is what follows a breach, in a sentence; "" leaves it out. A rule that is not written
    in `language` stands there in its other one.
    """
    if form is AnnouncementForm.SHORT:
        titles = "\n".join(_head(rule.code, rule.title(language)) for rule in rules)
        blocks = [titles, say("announcement.read_rest")]
    else:
        blocks = [
            "\n".join(filter(None, (_head(rule.code, rule.title(language)), _body(rule, language))))
            for rule in rules
        ]
    if ladder:
        blocks.append(say("announcement.ladder", ladder=ladder))
    return "\n\n".join(blocks)


def missing_in(rules: Sequence[RuleRecord], language: Language) -> tuple[str, ...]:
    """Return the codes of the rules that have no title or no text of their own in a language."""
    return tuple(
        rule.code
        for rule in rules
        if not (rule.titles.get(language, "").strip() and rule.texts.get(language, "").strip())
    )


def changes_list(
    say: Say, before: Sequence[RuleRecord], after: Sequence[RuleRecord], language: Language
) -> str:
    """Return what changed for whoever reads the rules in a language; "" where nothing did."""
    found = rule_changes([draft_of(rule) for rule in before], [draft_of(rule) for rule in after])
    blocks = [block for change in found if (block := _change(say, change, language))]
    if not blocks and any(change.kind is RuleChangeKind.MOVED for change in found):
        return say("announcement.order")
    return "\n\n".join(blocks)


def parts(say: Say, text: str, limit: int) -> tuple[str, ...]:
    """Return a text as messages of at most `limit` UTF-16 units, numbered where there are several.

    They end between rules where that is possible, else between lines, sentences or words. With a
    limit of 0, and where a part would have no room beside its number, the text stays whole.
    """
    text = text.strip()
    room = limit - length(say("announcement.part", number=999, count=999)) - 1
    if not limit or length(text) <= limit or room < 40:
        return (text,) if text else ()
    found: list[list[str]] = []
    used = 0
    for gap, piece in _pieces(text, room):
        more = length(gap) + length(piece)
        if found and used + more <= room:
            found[-1] += (gap, piece)
            used += more
        elif piece.strip():
            found.append([piece.lstrip()])
            used = length(found[-1][0])
    count = len(found)
    return tuple(
        f"{say('announcement.part', number=number, count=count)}\n{''.join(part).rstrip()}"
        for number, part in enumerate(found, 1)
    )


def _head(code: str, title: str) -> str:
    return plain(f"{code.strip()} {title.strip()}").replace("\n", " ").strip()


def _body(rule: RuleRecord, language: Language) -> str:
    return _joined(rule.text(language))


def _joined(text: str) -> str:
    """Return a text as one paragraph of lines, so that an empty line always ends a rule."""
    return _BLANK_LINES.sub("\n", plain(text).strip())


def _of(texts: Mapping[str, str], language: Language) -> str:
    return texts.get(language, "").strip() or next(filter(None, texts.values()), "").strip()


def _name(rule: RuleDraft, language: Language) -> str:
    return _head(rule.code, _of(rule.titles, language))


def _change(say: Say, change: RuleChange, language: Language) -> str:
    rule, before = change.rule, change.before
    name = _name(rule, language)
    if change.kind is RuleChangeKind.ADDED:
        return f"{say('announcement.added', rule=name)}\n{_joined(_of(rule.texts, language))}"
    if change.kind is RuleChangeKind.REMOVED or before is None:
        return say("announcement.removed", rule=name)
    told = []
    if {"code", f"title_{language}"} & set(change.parts):
        told.append(say("announcement.renamed", before=_name(before, language), rule=name))
    if f"text_{language}" in change.parts:
        text = _joined(_of(rule.texts, language))
        told.append(f"{say('announcement.reworded', rule=name)}\n{text}")
    if "severity" in change.parts:
        told.append(say(f"announcement.weight.{_weight(before, rule)}", rule=name))
    if f"consequence_{language}" in change.parts and rule.consequences.get(language, "").strip():
        text = _joined(rule.consequences[language])
        told.append(say("announcement.consequence", rule=name, text=text))
    if not told and {f"hint_{language}", f"examples_{language}"} & set(change.parts):
        told.append(say("announcement.explained", rule=name))
    return "\n".join(told)


def _weight(before: RuleDraft, after: RuleDraft) -> str:
    order = tuple(Severity)
    if after.severity is Severity.ZERO_TOLERANCE:
        return "zero_tolerance"
    return "graver" if order.index(after.severity) > order.index(before.severity) else "lighter"


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """Yield what is not divided any further, each with what stands before it in one message."""
    for number, paragraph in enumerate(_BLANK_LINES.split(text)):
        gap = "\n\n" if number else ""
        if length(paragraph) <= room:
            yield gap, paragraph
            continue
        for line in paragraph.split("\n"):
            for sentence in _SENTENCE.split(line):
                yield from _fitting(gap, sentence, room)
                gap = ""
            gap = "\n"


def _fitting(gap: str, sentence: str, room: int) -> Iterator[tuple[str, str]]:
    if length(sentence) <= room:
        yield gap, sentence
        return
    for word in _WORD.split(sentence):
        rest = word
        while length(rest) > room:
            cut = _cut(rest, room)
            yield gap, rest[:cut]
            gap, rest = "", rest[cut:]
        yield gap, rest
        gap = ""


def _cut(text: str, room: int) -> int:
    """Return where a run without a blank is cut, not inside what is drawn as one sign."""
    at = used = 0
    while used + length(text[at]) <= room:
        used += length(text[at])
        at += 1
    whole = at
    while at > 1 and (
        text[at] in _JOINERS or text[at - 1] == "\u200d" or unicodedata.combining(text[at])
    ):
        at -= 1
    return at if at > 1 else whole
