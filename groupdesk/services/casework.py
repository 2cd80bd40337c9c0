# SPDX-License-Identifier: MIT
"""What every act on a member needs: the stay, its case, its screenshots."""

from collections.abc import Sequence
from datetime import date, datetime

from peewee import Model

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import CaseEntryKind, CaseState, NoticedHow, SubjectKind
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.text import optional_text
from groupdesk.models.care import CaseEntry
from groupdesk.models.evidence import Evidence, EvidenceLink
from groupdesk.models.moderation import Case
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.ledger import Entry
from groupdesk.services.member_fields import named
from groupdesk.services.rule_codes import code_at


def stay_of(membership_id: int | None) -> Membership:
    """Return the stay that an act is about. Raises StateChangedError when it is gone."""
    stay = Membership.get_or_none(Membership.id == membership_id)
    if stay is None:
        raise StateChangedError("member_gone")
    return stay


def case_of(number: int) -> Case:
    """Return a case. Raises StateChangedError("case_gone") when there is none."""
    case = Case.get_or_none(Case.id == number)
    if case is None:
        raise StateChangedError("case_gone", number=number)
    return case


def add_entry(
    entry: Entry, case: Case, kind: CaseEntryKind, text: str = "", **more: object
) -> CaseEntry:
    """Write down how somebody worked on a case; the log must vouch for the row."""
    return CaseEntry.create(
        case=case.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        kind=kind.value,
        text=text,
        **more,
    )


def rule_of(rule_id: int | None, stay: Membership) -> Rule | None:
    """Return the rule that an act cites. Raises RefusedError for another group's rule."""
    if rule_id is None:
        return None
    rule = Rule.get_or_none(Rule.id == rule_id)
    if rule is None or rule.rulebook.group_id != stay.group_id:
        raise RefusedError("rule_of_other_group")
    return rule


def new_case(
    entry: Entry, stay: Membership, rule_code: str, incident: Incident, description: str = ""
) -> Case:
    """Open a case; `description` says what happened where no act does."""
    return Case.create(
        group=stay.group_id,
        person=stay.person_id,
        membership=stay.id,
        rule_code=rule_code,
        state=CaseState.OPEN.value,
        opened_at=entry.now_text,
        opened_by=entry.operator.id,
        happened_at=incident.happened_at or None,
        happened_assumed=bool(incident.happened_at) and incident.happened_assumed,
        noticed_how=incident.noticed_how.value,
        quoted_text=optional_text("quoted_text", incident.quoted_text),
        description=description or None,
    )


def join_case(
    entry: Entry, stay: Membership, rule: Rule | None, incident: Incident, *, any_rule: bool = False
) -> tuple[Case, list[Model]]:
    """Return the open case for this rule, or open one; and the rows that the log must vouch for.

    With `any_rule` the newest open case of the member will do (a talk belongs to what is going
    on). Facts of the incident that the case lacks so far are added, never replaced; a time that
    was only assumed gives way to one that somebody said. Another entry of the same person has
    cases of its own: the link can be undone, and each then keeps what was recorded under it.
    """
    quoted = optional_text("quoted_text", incident.quoted_text)
    open_cases = Case.select().where(
        (Case.person == stay.person_id)
        & (Case.group == stay.group_id)
        & (Case.state == CaseState.OPEN.value)
    )
    case = next(
        (
            known
            for known in open_cases.order_by(Case.id.desc())
            if any_rule or _is_for(known, rule)
        ),
        None,
    )
    if case is None:
        case = new_case(entry, stay, rule.code if rule else "", incident)
        return case, [case]
    changed = False
    said = bool(incident.happened_at) and not incident.happened_assumed
    if incident.happened_at and (not case.happened_at or (case.happened_assumed and said)):
        case.happened_at, case.happened_assumed = incident.happened_at, not said
        changed = True
    unknown = NoticedHow.UNKNOWN
    if case.noticed_how == unknown.value and incident.noticed_how is not unknown:
        case.noticed_how, changed = incident.noticed_how.value, True
    if quoted and quoted not in case.quoted_text:
        case.quoted_text = f"{case.quoted_text}\n{quoted}".strip()
        changed = True
    if changed:
        case.save()
    return case, [case] if changed else []


def _is_for(case: Case, rule: Rule | None) -> bool:
    """Say whether a case is for this rule, whose code may have been another then."""
    if rule is None or not case.rule_code:
        return rule is None and not case.rule_code
    return bool(case.rule_code == code_at(rule, case.opened_at))


def past_moment(field: str, text: str, now: datetime) -> str:
    """Return a stored moment that is not after `now`.

    Raises ValidationError for `field`: "time_unreadable" or "time_in_future".
    """
    try:
        moment = to_text(from_text(text))
    except ValueError as error:
        raise ValidationError(field, "time_unreadable") from error
    if moment > to_text(now):
        raise ValidationError(field, "time_in_future")
    return moment


def local_day(field: str, text: str, code: str) -> date:
    """Return the day of a text like 2026-11-30. Raises ValidationError(field, code)."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError(field, code) from error
    if day.isoformat() != text:  # other spellings would not sort as text
        raise ValidationError(field, code)
    return day


def check_incident(incident: Incident, now: datetime) -> None:
    """Raise ValidationError for an incident that lies in the future or cannot be stored."""
    optional_text("quoted_text", incident.quoted_text)
    if incident.happened_at:
        past_moment("happened_at", incident.happened_at, now)


def link_evidence(
    entry: Entry,
    uses: Sequence[EvidenceUse],
    kind: SubjectKind,
    subject_id: int,
    stay: Membership,
) -> list[Model]:
    """Link stored screenshots to an act, in their order; return the links.

    Raises StateChangedError("evidence_gone") when one is not in the register.
    """
    links: list[Model] = []
    for position, use in enumerate(uses, 1):
        caption = optional_text("caption", use.caption)
        evidence = Evidence.get_or_none(Evidence.id == use.evidence_id)
        if evidence is None:
            raise StateChangedError("evidence_gone")
        links.append(
            EvidenceLink.create(
                evidence=evidence.id,
                sha256=evidence.sha256,
                subject_kind=kind.value,
                subject_id=subject_id,
                membership=stay.id,
                position=position,
                caption=caption,
                linked_at=entry.now_text,
            )
        )
    return links


def names(stay: Membership, *rules: Rule | None) -> dict[str, object]:
    """Return the names that a log entry shows for its subject."""
    said = named(stay.name, stay.nickname, stay.group.name)
    codes = [rule.code for rule in rules if rule is not None]
    if codes:
        said["rule"] = ", ".join(codes)
    return said
