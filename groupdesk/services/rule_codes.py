# SPDX-License-Identifier: MIT
"""Which code a rule had at another time, before or after the rules were renumbered."""

from itertools import pairwise

from groupdesk.domain.rule_changes import draft_of, rule_pairs
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.models.rules import Rule, Rulebook
from groupdesk.services.rules import rule_record


def code_at(rule: Rule, moment: str) -> str:
    """Return the code under which a rule was in force at a stored moment, "" where it was not.

    Rules are followed from version to version as `rule_pairs` knows them again. The caller reads.
    """
    books = list(
        Rulebook.select(Rulebook.id, Rulebook.version, Rulebook.published_at)
        .where(Rulebook.group == rule.rulebook.group_id)
        .order_by(Rulebook.version)
    )
    own = next(at for at, book in enumerate(books) if book.id == rule.rulebook_id)
    then = max((at for at, book in enumerate(books) if book.published_at <= moment), default=-1)
    if then < 0:
        return ""
    if then == own:
        return str(rule.code)
    forward = then > own
    passed = books[own : then + 1] if forward else books[then : own + 1]
    versions = [_drafts(book.id) for book in passed]
    if not forward:
        versions.reverse()
    place = next((at for at, known in enumerate(versions[0]) if known.code == rule.code), None)
    for here, there in pairwise(versions):
        pairs = rule_pairs(here, there) if forward else rule_pairs(there, here)
        found = {old: new for new, old in pairs.items()} if forward else pairs
        place = None if place is None else found.get(place)
    return "" if place is None else versions[-1][place].code


def _drafts(rulebook_id: int) -> list[RuleDraft]:
    rules = Rule.select().where(Rule.rulebook == rulebook_id).order_by(Rule.position)
    return [draft_of(rule_record(rule)) for rule in rules]
