# SPDX-License-Identifier: MIT
"""Which open case an act joins. The rule of it is docs/decisions/24-joining-a-case.md."""

from collections.abc import Callable, Sequence

from peewee import Model

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.text import optional_text
from groupdesk.models.moderation import Case, MemberWarning, Removal
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.case_rules import rule_of_case
from groupdesk.services.incidents import incident_of_case
from groupdesk.services.ledger import Entry
from groupdesk.services.rule_codes import RuleThen, rule_history

History = Callable[[int], list[RuleThen]]


def join_case(
    entry: Entry,
    stay: Membership,
    rules: Sequence[Rule],
    incident: Incident,
    *,
    apart: bool = False,
    rather: int | None = None,
    history: History = rule_history,
) -> tuple[Case, list[Model]]:
    """Return the open case that an act belongs to, or open one; and the rows to be vouched for.

    See `open_case` for what decides. A case that named no rule is about the first one from
    now on. The facts that it began with stay as they are; what a later act tells stays with it.
    """
    case = open_case(stay, rules, apart=apart, rather=rather, history=history)
    if case is None:
        case = new_case(entry, stay, rules[0] if rules else None, incident)
        return case, [case]
    changed = _take_rule(case, rules) | _take_facts(case, incident)
    if changed:
        case.save()
    return case, [case] if changed else []


def new_case(
    entry: Entry, stay: Membership, rule: Rule | None, incident: Incident, description: str = ""
) -> Case:
    """Open a case; `description` says what happened where no act does."""
    return Case.create(
        group=stay.group_id,
        person=stay.person_id,
        membership=stay.id,
        rule=rule.id if rule else None,
        rule_code=rule.code if rule else "",
        state=CaseState.OPEN.value,
        opened_at=entry.now_text,
        opened_by=entry.operator.id,
        happened_at=incident.happened_at or None,
        happened_assumed=bool(incident.happened_at) and incident.happened_assumed,
        noticed_how=incident.noticed_how.value,
        quoted_text=optional_text("quoted_text", incident.quoted_text),
        description=description or None,
    )


def open_case(
    stay: Membership,
    rules: Sequence[Rule],
    *,
    apart: bool = False,
    rather: int | None = None,
    history: History = rule_history,
) -> Case | None:
    """Return the open case of the person in the group that an act on these rules joins.

    The newest one about the first rule that has any, else the newest one that names no rule. An
    act that names none joins the newest case (`rather` that of its plan), unless it is a matter
    of its own (`apart`: a removal on other grounds), and then one without a rule. Another entry
    of the same person has cases of its own: the link can be undone, and each then keeps what was
    recorded under it. `history` reads a group's rules, for who asks about many members at once.
    """
    cases = _open_cases(stay)
    if not rules and not apart:
        return next((case for case in cases if case.id == rather), next(iter(cases), None))
    return _about(cases, stay, rules, history) or next(
        (case for case in cases if not case.rule_code and (apart or not _is_removal(case))), None
    )


def open_case_about(stay: Membership, rule: Rule) -> Case | None:
    """Return the newest open case of the person in the group about a rule."""
    return _about(_open_cases(stay), stay, [rule], rule_history)


def _about(
    cases: Sequence[Case], stay: Membership, rules: Sequence[Rule], read: History
) -> Case | None:
    """Return the first of the cases that is about the first rule that any is about."""
    if not rules or not any(case.rule_code for case in cases):
        return None
    history = read(stay.group_id)
    same = {known.id: known.same for known in history}
    about = [(case, rule_of_case(case, history)) for case in cases]
    return next(
        (
            case
            for rule in rules
            for case, known in about
            if known is not None and known.same == same[rule.id]
        ),
        None,
    )


def _open_cases(stay: Membership) -> list[Case]:
    """Return the open cases of the person in the group over all stays, the newest first."""
    return list(
        Case.select()
        .where(
            (Case.person == stay.person_id)
            & (Case.group == stay.group_id)
            & (Case.state == CaseState.OPEN.value)
        )
        .order_by(Case.id.desc())
    )


def _is_removal(case: Case) -> bool:
    """Say whether a case without a rule is about a removal on other grounds than a breach."""
    return bool(Removal.select().where(Removal.case == case.id).exists())


def _take_rule(case: Case, rules: Sequence[Rule]) -> bool:
    if case.rule_code or not rules:
        return False
    case.rule_id, case.rule_code = rules[0].id, rules[0].code
    return True


def _take_facts(case: Case, incident: Incident) -> bool:
    """Let a case of which nobody said anything so far take the facts of an act, all or none.

    They must be those that it began with: of the first act in it that can tell any, or of a
    moment that somebody says and that was no later than when the case was opened.
    """
    if incident_of_case(case).anything_said or not incident.anything_said:
        return False
    tables = (MemberWarning, Removal)
    when = incident.said_at
    begun = any(table.select().where(table.case == case.id).exists() for table in tables)
    if begun and not (when and when <= case.opened_at):
        return False
    case.happened_at = incident.happened_at or None
    case.happened_assumed = bool(incident.happened_at) and incident.happened_assumed
    case.noticed_how = incident.noticed_how.value
    case.quoted_text = optional_text("quoted_text", incident.quoted_text)
    return True
