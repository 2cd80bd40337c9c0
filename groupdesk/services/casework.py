# SPDX-License-Identifier: MIT
"""What every act on a member needs: the stay, its case, its screenshots."""

from collections.abc import Sequence
from datetime import date, datetime

from peewee import Model

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseEntryKind, CaseState
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import (
    RefusedError,
    StateChangedError,
    StorageError,
    ValidationError,
)
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.care import CaseEntry
from groupdesk.models.evidence import Evidence, EvidenceLink
from groupdesk.models.moderation import Case
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.ledger import Entry
from groupdesk.services.member_fields import named


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


def open_case_of(number: int) -> Case:
    """Return a case that is open. Raises StateChangedError when it is not, or not there."""
    case = case_of(number)
    if case.state != CaseState.OPEN.value:
        raise StateChangedError("case_changed", number=number)
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


def past_moment(field: str, text: str, now: datetime) -> str:
    """Return a stored moment that is not after `now`.

    What could not be read back is not written. Raises ValidationError for `field`:
    "time_unreadable" or "time_in_future".
    """
    try:
        moment = stored.moment_text(text)
    except StorageError as error:
        raise ValidationError(field, "time_unreadable") from error
    if moment > to_text(now):
        raise ValidationError(field, "time_in_future")
    return moment


def local_day(field: str, text: str, code: str) -> date:
    """Return the day of a text like 2026-11-30. Raises ValidationError(field, code)."""
    try:
        return stored.day(text)
    except StorageError as error:
        raise ValidationError(field, code) from error


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
    after: int = 0,
) -> list[Model]:
    """Link stored screenshots to an act, in their order, `after` how many; return the links.

    Raises StateChangedError("evidence_gone") when one is not in the register, and
    ValidationError("evidence", …) for one taken in the future.
    """
    links: list[Model] = []
    for position, use in enumerate(uses, after + 1):
        said = {
            name: optional_text(name, text)
            for name, text in (
                ("caption", use.caption),
                ("quoted_text", use.quoted_text),
                ("origin", use.origin),
            )
        }
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
                caption=said["caption"],
                linked_at=entry.now_text,
                quoted_text=said["quoted_text"] or None,
                origin=said["origin"] or None,
                taken_at=_taken(use.taken_at, entry),
            )
        )
    return links


def _taken(text: str, entry: Entry) -> str | None:
    return past_moment("evidence", text, entry.now) if text else None


def names(stay: Membership, *rules: Rule | None) -> dict[str, object]:
    """Return the names that a log entry shows for its subject."""
    said = named(stay.name, stay.nickname, stay.group.name)
    codes = [rule.code for rule in rules if rule is not None]
    if codes:
        said["rule"] = ", ".join(codes)
    return said
