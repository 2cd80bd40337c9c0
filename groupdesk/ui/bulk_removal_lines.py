# SPDX-License-Identifier: MIT
"""Who of several members can be removed, as the dry run and the person in front say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from groupdesk.domain.enums import FairItem
from groupdesk.domain.fairness import NEVER_OVERRIDDEN
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.removal_records import BatchLine, BatchMember
from groupdesk.domain.removal_states import RemovalConcern
from groupdesk.domain.text import is_blank

ASKED_FOR = frozenset({"rule_missing"})
"""Codes of what the form lacks: nobody is left out for that."""


@dataclass
class BulkLines:
    """What is known of the members, and what was said of single ones or of all alike."""

    details: Sequence[MemberDetail]
    one_person: bool = False
    """They are one person in several groups."""
    lines: Mapping[int, BatchLine] = field(default_factory=dict)
    """The last dry run, by membership; empty before there was one."""
    excluded: set[int] = field(default_factory=set)
    meant: frozenset[RemovalConcern] = frozenset()
    shared: Mapping[FairItem, str] = field(default_factory=dict)
    """Reasons for what is missing, the same for all."""
    own: dict[tuple[int, FairItem], str] = field(default_factory=dict)
    """Reasons for what is missing with one member."""

    def line(self, member: int) -> BatchLine | None:
        """Return what the dry run said of a member."""
        return self.lines.get(member)

    def refused(self, line: BatchLine) -> bool:
        """Say whether this member cannot be removed, whatever is filled in."""
        return bool(line.refusal) and line.refusal not in ASKED_FOR

    def not_meant(self, line: BatchLine) -> tuple[RemovalConcern, ...]:
        """Return what would have to be meant and is not."""
        return tuple(one for one in line.concerns if one not in self.meant)

    def goes(self, member: int) -> bool:
        """Say whether a member will be among those who are removed."""
        line = self.lines.get(member)
        if line is None or member in self.excluded:
            return False
        return not (self.refused(line) or self.not_meant(line))

    def gaps(self, line: BatchLine) -> tuple[FairItem, ...]:
        """Return what is missing and can be gone on without, for a reason.

        Of a rule that is not chosen yet nobody can say that it was not in force.
        """
        unknown = {FairItem.RULE_PUBLISHED} if line.refusal in ASKED_FOR else set()
        return tuple(item for item in line.gaps if item not in NEVER_OVERRIDDEN | unknown)

    def reason(self, member: int, item: FairItem) -> str:
        """Return why one goes on without something: what was said of the member, or of all."""
        own = self.own.get((member, item), "")
        return self.shared.get(item, "") if is_blank(own) else own

    def unanswered(self, line: BatchLine) -> tuple[FairItem, ...]:
        """Return the gaps without a reason."""
        member = line.membership_id
        return tuple(item for item in self.gaps(line) if is_blank(self.reason(member, item)))

    def say_of(self, member: int, reasons: Mapping[FairItem, str]) -> None:
        """Take reasons that hold for one of them alone."""
        self.own.update({(member, item): text for item, text in reasons.items()})

    @property
    def going(self) -> tuple[BatchLine, ...]:
        """Those who will be removed, in their order."""
        found = (self.lines.get(one.row.id) for one in self.details)
        return tuple(line for line in found if line is not None and self.goes(line.membership_id))

    @property
    def gap_counts(self) -> dict[FairItem, int]:
        """With how many of them each item is missing."""
        counts: dict[FairItem, int] = {}
        for line in self.going:
            for item in self.gaps(line):
                counts[item] = counts.get(item, 0) + 1
        return {item: counts[item] for item in FairItem if item in counts}

    @property
    def open_reasons(self) -> int:
        """How many reasons are still missing: one for all of a kind would do."""
        return len({item for line in self.going for item in self.unanswered(line)})

    @property
    def concerned(self) -> dict[RemovalConcern, tuple[str, ...]]:
        """The names of those who could be removed only if somebody says so, by the why."""
        found: dict[RemovalConcern, list[str]] = {}
        for line in self.lines.values():
            if not self.refused(line):
                for concern in line.concerns:
                    found.setdefault(concern, []).append(line.member_name)
        return {one: tuple(found[one]) for one in RemovalConcern if one in found}

    def member(self, line: BatchLine) -> BatchMember:
        """Return one who goes, with what was said of this one; the notice comes later."""
        ident = line.membership_id
        own = {item: why for (whose, item), why in self.own.items() if whose == ident}
        sure = frozenset(one for one in line.concerns if one in self.meant)
        given = {item: why for item, why in own.items() if why}
        return BatchMember(ident, given, sure, asks=line.asks_approval)

    def follow(self, found: Sequence[BatchLine], *, same_form: bool) -> tuple[BatchLine, ...]:
        """Take a new dry run; return whom others acted on, or of whom it says something else.

        That it does counts only where the form is what it was at the last one.
        """
        before, self.lines = self.lines, {line.membership_id: line for line in found}
        return tuple(
            line
            for line in found
            if line.acted_by
            or (same_form and _judged(line) != _judged(before.get(line.membership_id, line)))
        )

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps: whom it is about, and what was said of them."""
        return {
            "members": [one.row.id for one in self.details],
            "excluded": sorted(self.excluded),
            "meant": sorted(one.value for one in self.meant),
            "shared": {item.value: text for item, text in sorted(self.shared.items())},
            "own": [[ident, item.value, text] for (ident, item), text in sorted(self.own.items())],
        }

    def restore(self, payload: Mapping[str, object]) -> None:
        """Take what a draft kept; what it says of members who are not asked about is left out."""
        here = {one.row.id for one in self.details}
        self.excluded = here & set(_list(payload["excluded"]))
        self.meant = frozenset(RemovalConcern(one) for one in _list(payload["meant"]))
        shared = payload["shared"]
        said = shared.items() if isinstance(shared, dict) else ()
        self.shared = {FairItem(item): str(text) for item, text in said}
        own = ((ident, FairItem(item), text) for ident, item, text in _list(payload["own"]))
        self.own = {(ident, item): text for ident, item, text in own if ident in here}


def _judged(line: BatchLine) -> tuple[object, ...]:
    if line.refusal not in {"", *ASKED_FOR}:
        return (line.refusal,)  # nothing else matters of whom nobody removes
    return line.refusal, line.concerns, line.asks_approval, line.gaps, line.rule_code


def _list(stored: object) -> list[Any]:
    return stored if isinstance(stored, list) else []
