# SPDX-License-Identifier: MIT
"""The same rule in other versions, where it may have another code. The caller reads."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from groupdesk.domain.enums import Severity
from groupdesk.domain.rule_changes import followed
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.models import stored
from groupdesk.models.rules import Rule, Rulebook


class RuleThen(NamedTuple):
    """A rule as one version has it; `same` is equal for the same rule in all versions."""

    id: int
    same: int
    code: str
    titles: dict[str, str]
    version: int
    published_at: str


def rule_history(group_id: int) -> list[RuleThen]:
    """Return all rules of all versions of a group, the oldest version first."""
    query = (
        Rule.select(Rule.id, Rule.code, Rule.titles, Rulebook.version, Rulebook.published_at)
        .join(Rulebook)
        .where(Rulebook.group == group_id)
        .order_by(Rulebook.version, Rule.position)
        .tuples()
    )
    rows: Iterable[tuple[Any, ...]] = query.iterator()
    found = [
        RuleThen(ident, 0, code, stored.texts(titles), version, at)
        for ident, code, titles, version, at in rows
    ]
    books = [list(book) for _version, book in groupby(found, key=lambda rule: rule.version)]
    drafts = [[RuleDraft(r.code, Severity.MINOR, r.titles, {}) for r in book] for book in books]
    return [
        rule._replace(same=same)
        for book, places in zip(books, followed(drafts), strict=True)
        for rule, same in zip(book, places, strict=True)
    ]


def same_rule(group_id: int, rule_id: int) -> list[RuleThen]:
    """Return a rule in all versions of its group that have it, the oldest first."""
    history = rule_history(group_id)
    which = {rule.same for rule in history if rule.id == rule_id}
    return [rule for rule in history if rule.same in which]


def code_at(rule: Rule, moment: str) -> str:
    """Return the code under which a rule was in force at a stored moment, "" where it was not."""
    history = rule_history(rule.rulebook.group_id)
    then = max((known.version for known in history if known.published_at <= moment), default=0)
    which = {known.same for known in history if known.id == rule.id}
    return next((r.code for r in history if r.version == then and r.same in which), "")
