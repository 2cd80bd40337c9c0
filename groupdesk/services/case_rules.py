# SPDX-License-Identifier: MIT
"""Which rules cases are about, each followed through all versions. The caller reads."""

from collections import Counter
from collections.abc import Iterable, Sequence

from groupdesk.domain.case_records import CaseRule
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.moderation import Case
from groupdesk.models.rules import Rule, Rulebook
from groupdesk.services.case_query import RULE
from groupdesk.services.rule_codes import RuleThen, rule_history, same_rule


def rules_of_cases(
    database: WorkspaceDatabase, group_id: int | None, language: str
) -> tuple[CaseRule, ...]:
    """Return the rules that cases of a group, or of all, are about, each as it reads now.

    Rules of several groups that read the same are one, as copied rules do. Those in force stand
    first; what no case names is left out, "no rule" stands last.
    """
    where, values = ("c.group_id = ?", (group_id,)) if group_id else ("1", ())
    counted: dict[int, dict[int, int]] = {}
    without = 0
    for group, rule, count in database.execute_sql(
        f"SELECT c.group_id, {RULE}, count(*) FROM case_file c WHERE {where} GROUP BY 1, 2",
        values,
    ):
        if rule is None:
            without += int(count)
        else:
            counted.setdefault(int(group), {})[int(rule)] = int(count)
    found: dict[tuple[bool, str, str], Counter[int]] = {}
    for group, counts in counted.items():
        history = rule_history(group)
        same = {rule.id: rule.same for rule in history}
        first = {rule.same: rule.id for rule in reversed(history)}
        last = {rule.same: rule for rule in history}
        for rule, count in counts.items():
            now = last[same[rule]]
            title = now.titles.get(language) or next(iter(now.titles.values()), "")
            in_force = now.version == history[-1].version
            ids = found.setdefault((in_force, now.code, title), Counter())
            ids[first[now.same]] += count
    rules = [
        CaseRule(tuple(sorted(ids)), code, title, ids.total(), in_force)
        for (in_force, code, title), ids in found.items()
    ]
    rules.sort(key=lambda rule: (not rule.in_force, len(rule.code), rule.code, rule.title))
    return (*rules, *([CaseRule((), "", "", without, in_force=True)] if without else []))


def all_versions(rule_ids: Iterable[int]) -> list[int]:
    """Return these rules in all versions of their groups."""
    rules = Rule.select(Rule, Rulebook).join(Rulebook).where(Rule.id.in_(list(rule_ids)))
    return [same.id for rule in rules for same in same_rule(rule.rulebook.group_id, rule.id)]


def rule_in_force(case: Case) -> int:
    """Return a case's rule in the version in force, 0 where it names none or it is no more."""
    history = rule_history(case.group_id) if case.rule_code else []
    about = rule_of_case(case, history)
    newest = history[-1].version if history else 0
    now = [rule.id for rule in history if about and rule.same == about.same]
    return next((r.id for r in history if r.version == newest and r.id in now), 0)


def rule_of_case(case: Case, history: Sequence[RuleThen]) -> RuleThen | None:
    """Return the rule that a case is about; older ones kept only what it was called that day."""
    if not case.rule_code:
        return None
    if case.rule_id is not None:
        return next((rule for rule in history if rule.id == case.rule_id), None)
    called = [
        rule
        for rule in history
        if rule.code == case.rule_code and rule.published_at <= case.opened_at
    ]
    return called[-1] if called else None
