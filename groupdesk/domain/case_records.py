# SPDX-License-Identifier: MIT
"""What travels between services and window of the work on cases: filters, entries, relations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.act_records import CaseRow, EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseEntryKind, CaseOwner, CaseState, RelatedHow


class CaseFilter(NamedTuple):
    """Which cases a list shows; what is not said does not matter.

    `rules` holds ids of rules, whichever version of theirs; none of them asks for cases that
    name no rule. `older_days` asks for cases that were opened at least as many days ago. `text`
    is looked for in number, member, rule and what was said.
    """

    group_id: int | None = None
    state: CaseState | None = None
    owner: CaseOwner | None = None
    waiting: bool = False
    evidence: bool = False
    rules: tuple[int, ...] | None = None
    older_days: int = 0
    text: str = ""


class CaseRule(NamedTuple):
    """A rule that cases are about, as it reads now or did last; `ids` is what a filter asks for.

    Those are several where groups have the same rule, none for "no rule".
    """

    ids: tuple[int, ...]
    code: str
    title: str
    cases: int
    in_force: bool


class CaseCounts(NamedTuple):
    """How many cases each chip would show, together with the others that are chosen."""

    states: Mapping[CaseState | None, int]
    owners: Mapping[CaseOwner, int]
    waiting: int
    evidence: int


@dataclass(frozen=True, slots=True)
class CaseRequest:
    """A case to be opened by hand; `description` says what happened."""

    operation: UUID
    membership_id: int
    rule_id: int | None
    description: str
    incident: Incident = field(default_factory=Incident)
    evidence: tuple[EvidenceUse, ...] = ()
    draft_id: int | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What happened, as the case says now; what nobody said is empty.

    `rule_id` is the rule as the case took it, `rule_now` the same rule in the version in force;
    0 where there is none.
    """

    description: str
    incident: Incident
    opened_by: str
    by_hand: bool
    rule_id: int = 0
    rule_now: int = 0


@dataclass(frozen=True, slots=True)
class CaseEntryRecord:
    """One entry of a case; `owner` is who has it since, `other_case` the number of another case.

    `facts` are those that a correction changed: by name what was said before, and since.
    """

    id: int
    case_number: int
    kind: CaseEntryKind
    at: str
    operator: str
    text: str = ""
    owner: str = ""
    other_case: int = 0
    facts: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case and why it belongs here; who said so and why, where it was linked by hand."""

    row: CaseRow
    how: RelatedHow
    reason: str = ""
    operator: str = ""
    at: str = ""


class CaseOperator(NamedTuple):
    """Somebody who can look after a case."""

    id: int
    name: str
