# SPDX-License-Identifier: MIT
"""Putting right where something stands: an act in the wrong case, a case about the wrong person."""

import json
from uuid import UUID

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseEntryKind, CaseState
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models.care import CaseEntry
from groupdesk.models.evidence import EvidenceLink
from groupdesk.models.moderation import Case, MemberWarning, Removal, Talk, Task
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services import casework
from groupdesk.services.case_joining import new_case, open_case_about
from groupdesk.services.incidents import incident_of_act, incident_of_case
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.standings import refresh

MOVABLE = (SubjectKind.TALK, SubjectKind.WARNING)
"""A removal stays: its printed case file, its steps and who left by it name the case."""


class CaseCorrections:
    """What was recorded stays as it was written; where it stands can be put right."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def move_act(
        self, operation: UUID, kind: SubjectKind, act_id: int, to: int, reason: str, *, from_: int
    ) -> Receipt:
        """Put a talk or a message into another case of its member; the subject is that case.

        With `to` 0 into a case that is opened for it. Both cases say so, with the reason. Raises
        ValidationError for a missing reason or a case of somebody else, StateChangedError
        ("act_moved") when it does not stand in case `from_` any more.
        """
        why = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            act = _act(kind, act_id)
            if act is None or act.case_id != from_:
                raise StateChangedError("act_moved", number=from_)
            stay: Membership = act.membership
            source = casework.case_of(from_)
            target = _other_case(source, to) if to else _opened_for(entry, act, stay)
            act.case = target
            act.save(only=[type(act).case])
            if isinstance(act, Talk):  # the plan that it came of, and its follow-up
                Task.update(case=target.id).where(Task.talk == act_id).execute()
            said = json.dumps([["act", _name(act), _moment(act)]])
            rows = [
                casework.add_entry(
                    entry, source, CaseEntryKind.MOVED_AWAY, why, facts=said, other_case=target.id
                ),
                casework.add_entry(
                    entry, target, CaseEntryKind.MOVED_HERE, why, facts=said, other_case=source.id
                ),
            ]
            refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
            entry.about(
                SubjectKind.CASE,
                target.id,
                *(Topic.CASES, Topic.MEMBERS, Topic.TASKS),
                group_id=stay.group_id,
            )
            entry.record(
                person_id=source.person_id,
                before={"case": source.id},
                after=casework.names(stay)
                | {"case": target.id, "reason": why}
                | ({"problem": act.problem} if isinstance(act, Talk) else {"message": act.message}),
                rows=[act, *rows, *([] if to else [target])],
            )

        return self._ledger.run(operation, Action.CASE_MOVE_ACT, work)

    def wrong_person(
        self, operation: UUID, number: int, membership_id: int, reason: str
    ) -> Receipt:
        """Open a case about the right person in place of one about the wrong; it is the subject.

        All that was said and shown goes on there. The old one is closed with the reason, counts
        for nobody and stands in no timeline of theirs. Raises ValidationError for a missing
        reason or an unsuitable member; RefusedError("case_has_acts") where something was done
        about the wrong person already; StateChangedError where the case is closed, or the right
        person has an open case about the rule.
        """
        why = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            case = casework.open_case_of(number)
            stay = casework.stay_of(membership_id)
            if stay.group_id != case.group_id or stay.person_id == case.person_id:
                raise ValidationError("member", "other_member_unsuitable", name=stay.name)
            if has_acts(case):
                raise RefusedError("case_has_acts", number=number)
            rule: Rule | None = case.rule
            known = open_case_about(stay, rule) if rule else None
            if known is not None:
                raise StateChangedError("case_open_already", number=known.id, name=stay.name)
            right = new_case(entry, stay, rule, incident_of_case(case), case.description or "")
            opened = casework.add_entry(
                entry, right, CaseEntryKind.OPENED, case.description or case.quoted_text
            )
            links = casework.link_evidence(entry, _pictures(case), SubjectKind.CASE, right.id, stay)
            case.state, case.closed_at = CaseState.CLOSED.value, entry.now_text
            case.outcome = why
            case.save()
            said = casework.add_entry(entry, case, CaseEntryKind.MISTAKEN, why, other_case=right.id)
            for person in (case.person_id, stay.person_id):
                refresh(self._ledger.database, person, stay.group_id, entry.now)
            entry.about(
                SubjectKind.CASE, right.id, Topic.CASES, Topic.MEMBERS, group_id=stay.group_id
            )
            entry.record(
                person_id=case.person_id,
                before={"state": CaseState.OPEN.value},
                after=casework.names(case.membership)
                | {"case": number, "state": case.state, "reason": why},
                rows=[case, said],
            )
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay, rule)
                | {"case": right.id, "description": right.description or ""},
                rows=[right, opened, *links],
            )

        return self._ledger.run(operation, Action.CASE_WRONG_PERSON, work)


def has_acts(case: Case) -> bool:
    """Say whether anything was done or is planned in a case."""
    return any(
        table.select().where(table.case == case.id).exists()
        for table in (Talk, MemberWarning, Removal, Task)
    )


def _act(kind: SubjectKind, act_id: int) -> Talk | MemberWarning | None:
    if kind not in MOVABLE:
        return None
    table = Talk if kind is SubjectKind.TALK else MemberWarning
    found: Talk | MemberWarning | None = table.get_or_none(table.id == act_id)
    return found


def _other_case(source: Case, number: int) -> Case:
    found = Case.get_or_none(Case.id == number)
    ours = (source.person_id, source.group_id)
    if found is None or found.id == source.id or (found.person_id, found.group_id) != ours:
        raise ValidationError("case", "other_case_unsuitable", number=number)
    return found


def _opened_for(entry: Entry, act: Talk | MemberWarning, stay: Membership) -> Case:
    rule = act.rule if isinstance(act, MemberWarning) else None
    incident = incident_of_act(act) if isinstance(act, MemberWarning) else Incident()
    return new_case(entry, stay, rule, incident)


def _name(act: Talk | MemberWarning) -> str:
    return str(act.step_kind) if isinstance(act, MemberWarning) else SubjectKind.TALK.value


def _moment(act: Talk | MemberWarning) -> str:
    return str(act.prepared_at if isinstance(act, MemberWarning) else act.happened_at)


def _pictures(case: Case) -> list[EvidenceUse]:
    links = EvidenceLink.select().where(
        (EvidenceLink.subject_kind == SubjectKind.CASE.value) & (EvidenceLink.subject_id == case.id)
    )
    return [
        EvidenceUse(link.evidence_id, link.caption)
        for link in links.order_by(EvidenceLink.position)
    ]


def is_mistaken(case: Case) -> bool:
    """Say whether a case was opened about the wrong person."""
    return bool(
        CaseEntry.select()
        .where((CaseEntry.case == case.id) & (CaseEntry.kind == CaseEntryKind.MISTAKEN.value))
        .exists()
    )
