# SPDX-License-Identifier: MIT
"""The handout's eye for others: their names become "[member A]", their files lose their names.

Names are looked for in all text that people wrote. A name of one character is hidden only where it
stands alone, or ordinary words would fall to pieces. The reader's own names stay.
"""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from groupdesk.domain.decision_enums import AppealEntryKind, ReversalKind
from groupdesk.domain.report_records import (
    ActKind,
    CaseFileContent,
    GroupAuditContent,
    MaskedNames,
    ReversedBy,
)
from groupdesk.domain.report_review import ReviewContent
from groupdesk.domain.review_enums import ReviewEntryKind
from groupdesk.words import Words

_STEMS = "甲乙丙丁戊己庚辛壬癸"
# What no member wrote: keys, hashes, and the group's own name and rules.
_KEPT = {"sha256", "media_type", "rule_code", "more_rule_codes", "code", "happened_at"}
# Acts of which others may know that they took place, not what operators wrote to one another.
_OF_OPERATORS = {ActKind.CASE_OPENED, ActKind.CASE_CLOSED, ActKind.CASE_REOPENED}

_NEVER_HELD = {ReversalKind.DECLINED, ReversalKind.WITHDRAWN, ReversalKind.CANCELLED}

_Record = TypeVar("_Record")


class Masker:
    """Replaces other people's names, the same person always by the same label."""

    def __init__(self, names: MaskedNames, words: Words) -> None:
        self._words = words
        self._own = {_folded(name) for name in names.own if name.strip()}
        self._labels: dict[str, str] = {}
        self._people = 0
        for person in names.others:
            label = self._next_label()
            for name in person.names:
                if name.strip() and _folded(name) not in self._own:
                    self._labels.setdefault(_folded(name), label)
        self._pattern = self._compiled(names)

    def text(self, text: str) -> str:
        """Return free text with each name of somebody else replaced."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._replacement, text)

    def name(self, name: str) -> str:
        """Return a label for a field that holds one name; unknown people get one of their own."""
        folded = _folded(name)
        if not folded or folded in self._own:
            return name
        if folded not in self._labels:
            self._labels[folded] = self._next_label()
        return self._labels[folded]

    def _next_label(self) -> str:
        number = self._people
        self._people += 1
        if self._words.language == "zh":
            label = _STEMS[number] if number < len(_STEMS) else str(number + 1)
        else:
            label = ""
            number += 1
            while number:
                number, digit = divmod(number - 1, 26)
                label = chr(65 + digit) + label
        return self._words("report.masked_member", label=label)

    def _compiled(self, names: MaskedNames) -> re.Pattern[str] | None:
        if not self._labels:
            return None
        own = {name.strip() for name in names.own if name.strip()}
        others = {name.strip() for person in names.others for name in person.names if name.strip()}
        # Longest first, own names too: "Li Wei" stays whole where somebody else is called "Li".
        known = sorted(own | others, key=lambda name: (-len(name), name))
        return re.compile("|".join(_bounded(name) for name in known), re.IGNORECASE)

    def _replacement(self, match: re.Match[str]) -> str:
        folded = _folded(match[0])
        if folded in self._own:
            return match[0]
        return self._labels.get(folded) or self._words("report.masked_name")


def handout_case(content: CaseFileContent, words: Words) -> CaseFileContent:
    """Return the content as the member or an outsider may read it.

    Internal comments (those of approvals too), the operators' notes, what they wrote when they
    opened, corrected and closed the case and noted on appeals, why they declined or took back what
    never held and why a step could not be done, captions and other notes on pictures, file names
    and paths of originals are gone; names are masked.
    """
    masker = Masker(content.masked, words)
    invited_by = masker.name(content.member.invited_by)
    removal = content.removal and replace(
        content.removal,
        internal_comment="",
        reversed_by=_told(content.removal.reversed_by),
        notice_note="",
        steps=tuple(
            replace(step, tries=tuple(replace(one, why="") for one in step.tries))
            for step in content.removal.steps
        ),
        approvals=tuple(replace(approval, comment="") for approval in content.removal.approvals),
        let_back=tuple(replace(one, comment="") for one in content.removal.let_back),
    )
    content = replace(
        content,
        member=replace(content.member, invited_by=""),
        removal=removal,
        description="",
        timeline=tuple(
            replace(
                act,
                internal="",
                text="" if act.kind in _OF_OPERATORS else act.text,
                reversed_by=_told(act.reversed_by),
            )
            for act in content.timeline
            if act.kind is not ActKind.CASE_CORRECTED
        ),
        evidence=tuple(
            replace(
                item,
                caption="",
                quoted_text="",
                origin="",
                file_name="",
                original_path=None,
                redacted=item.redacted and replace(item.redacted, note=""),
            )
            for item in content.evidence
        ),
        notes=(),
        appeals=tuple(
            replace(one, turns=tuple(t for t in one.turns if t.kind is not AppealEntryKind.NOTE))
            for one in content.appeals
        ),
        masked=MaskedNames(),
    )
    content = _masked(content, masker)
    return replace(content, member=replace(content.member, invited_by=invited_by))


def _told(reversal: ReversedBy | None) -> ReversedBy | None:
    """Return what ended an act as others may know it: not why a removal never came to hold."""
    if reversal is None or reversal.kind not in _NEVER_HELD:
        return reversal
    return replace(reversal, reason="")


def handout_audit(content: GroupAuditContent, words: Words) -> GroupAuditContent:
    """Return the audit with each member's name replaced, whether it was named as masked or not."""
    masker = Masker(content.masked, words)
    acts = tuple(replace(act, member=masker.name(act.member)) for act in content.acts)
    overturned = tuple(
        replace(line, member=masker.name(line.member)) for line in content.overturned
    )
    content = _masked(replace(content, acts=(), overturned=(), masked=MaskedNames()), masker)
    return replace(
        content,
        acts=tuple(replace(act, operator=masker.text(act.operator)) for act in acts),
        overturned=tuple(
            replace(
                line,
                decided_by=masker.text(line.decided_by),
                reversed_by=_masked(line.reversed_by, masker),
            )
            for line in overturned
        ),
    )


def handout_review(content: ReviewContent, words: Words) -> ReviewContent:
    """Return a review as others may read it: no member's name, nothing among operators.

    The operators' note on it, why it rested, their notes in between and what they wrote of each
    member are gone.
    """
    masker = Masker(content.masked, words)
    names = [masker.name(member.name) for member in content.members]
    kept = tuple(
        turn if turn.kind is ReviewEntryKind.FINISHED else replace(turn, text="")
        for turn in content.turns
        if turn.kind is not ReviewEntryKind.NOTE
    )
    content = replace(content, note="", turns=kept, masked=MaskedNames())
    content = _masked(content, masker)
    named = zip(content.members, names, strict=True)
    members = tuple(replace(one, name=name, reason="") for one, name in named)
    return replace(content, members=members)


def _masked(record: _Record, masker: Masker) -> _Record:
    """Return the record with all its texts masked, records and tuples inside it too."""
    changes: dict[str, object] = {}
    for field in fields(record):  # type: ignore[arg-type]  # only records come here
        value = getattr(record, field.name)
        if field.name not in _KEPT:
            changes[field.name] = _masked_value(value, masker)
    return replace(record, **changes)  # type: ignore[type-var]  # only records come here


def _masked_value(value: object, masker: Masker) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return masker.text(value)
    if isinstance(value, tuple):
        return tuple(_masked_value(item, masker) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return _masked(value, masker)
    return value


def _folded(name: str) -> str:
    return name.strip().casefold()


def _bounded(name: str) -> str:
    """Return a pattern for the name; Latin letters and single signs must stand alone."""
    word = "[^\\W_]" if len(name) == 1 else "[0-9A-Za-zÀ-ɏ]"
    alone = len(name) == 1
    before = f"(?<!{word})" if alone or re.match(word, name[0]) else ""
    after = f"(?!{word})" if alone or re.match(word, name[-1]) else ""
    return before + re.escape(name) + after
