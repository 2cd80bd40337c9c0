# SPDX-License-Identifier: MIT
"""Working on a case together: opened by hand, looked after, spoken about, corrected, related."""

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import CaseEntryKind, NoticedHow
from groupdesk.domain.case_records import CaseOperator, CaseRequest
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.roles import may
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.care import CaseEntry
from groupdesk.models.moderation import Case
from groupdesk.models.operators import Operator
from groupdesk.services import casework
from groupdesk.services.case_joining import new_case, open_case_about
from groupdesk.services.case_relations import related_by_hand
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.standings import refresh

FACTS = ("description", "rule", "happened_at", "noticed_how", "quoted_text")
"""What a correction may change, in the order in which it is told; a rule is given by its id."""


class CaseActs:
    """What operators do with cases, apart from the acts on the member."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def open(self, request: CaseRequest) -> Receipt:
        """Open a case by hand; the receipt's subject is its number.

        Acts on the same rule join it from then on. Raises ValidationError where nothing is said
        of what happened, StateChangedError("case_open_already") when the member has an open case
        for the rule, and what the evidence has against it.
        """
        description = require_text(
            "description", request.description, limit=MAX_REASON, code="description_missing"
        )
        casework.check_incident(request.incident, self._ledger.clock())
        self._evidence.require_stored([use.evidence_id for use in request.evidence])

        def work(entry: Entry) -> None:
            stay = casework.stay_of(request.membership_id)
            rule = casework.rule_of(request.rule_id, stay)
            known = open_case_about(stay, rule) if rule else None
            if known is not None:
                raise StateChangedError("case_open_already", number=known.id, name=stay.name)
            case = new_case(entry, stay, rule, request.incident, description)
            opened = casework.add_entry(entry, case, CaseEntryKind.OPENED, description)
            rows = casework.link_evidence(entry, request.evidence, SubjectKind.CASE, case.id, stay)
            drop_draft(self._ledger, request.draft_id)
            refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
            entry.about(
                SubjectKind.CASE,
                case.id,
                *(Topic.CASES, Topic.MEMBERS, Topic.DRAFTS),
                group_id=stay.group_id,
            )
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay, rule)
                | {"case": case.id, "description": description}
                | _told(request.incident)
                | {"screenshots": len(request.evidence)},
                rows=[case, opened, *rows],
            )

        return self._ledger.run(request.operation, Action.CASE_OPEN, work)

    def open_about(self, membership_id: int, rule_id: int) -> int:
        """Return the open case of a member about a rule, 0 where there is none.

        Raises StateChangedError for a stay and RefusedError for a rule that are not there.
        """
        with self._ledger.reading():
            stay = casework.stay_of(membership_id)
            rule = casework.rule_of(rule_id, stay)
            known = open_case_about(stay, rule) if rule else None
            return 0 if known is None else known.id

    def note(self, operation: UUID, number: int, text: str) -> Receipt:
        """Write a note to the other operators, of a closed case too; it stays as it is."""
        said = require_text("note", text, limit=MAX_REASON, code="note_missing")

        def work(entry: Entry) -> None:
            case = casework.case_of(number)
            row = casework.add_entry(entry, case, CaseEntryKind.NOTE, said)
            _record(entry, case, {"note": said}, row)

        return self._ledger.run(operation, Action.CASE_NOTE, work)

    def claim(self, operation: UUID, number: int) -> Receipt:
        """Look after a case that nobody looks after.

        Raises StateChangedError: "case_taken" when somebody does by now, "case_changed" when it
        was closed.
        """

        def work(entry: Entry) -> None:
            case = casework.open_case_of(number)
            if case.owner_id is not None:
                raise StateChangedError("case_taken", number=number, name=_name(case.owner_id))
            _give(entry, case, entry.operator.id, CaseEntryKind.CLAIMED, "")

        return self._ledger.run(operation, Action.CASE_CLAIM, work)

    def hand_over(self, operation: UUID, number: int, to: int, note: str, *, from_: int) -> Receipt:
        """Give a case to another operator, or take it over from one, with a note.

        `from_` is who had it when the person decided, 0 for nobody. Raises ValidationError for a
        missing note or somebody who cannot work on cases, StateChangedError("case_owner_changed").
        """
        said = require_text("note", note, limit=MAX_REASON, code="note_missing")

        def work(entry: Entry) -> None:
            case = casework.open_case_of(number)
            _require_owner(case, from_)
            if to == from_ or to not in {one.id for one in _able()}:
                raise ValidationError("owner", "owner_unsuitable")
            _give(entry, case, to, CaseEntryKind.HANDED_OVER, said)

        return self._ledger.run(operation, Action.CASE_HAND_OVER, work)

    def release(self, operation: UUID, number: int, note: str, *, from_: int) -> Receipt:
        """Let nobody look after a case for the time being; a note may say why.

        Raises StateChangedError("case_owner_changed") when it is not `from_` who has it.
        """
        said = optional_text("note", note)

        def work(entry: Entry) -> None:
            case = casework.open_case_of(number)
            _require_owner(case, from_)
            if case.owner_id is None:
                raise StateChangedError("case_owner_changed", number=number)
            _give(entry, case, None, CaseEntryKind.RELEASED, said)

        return self._ledger.run(operation, Action.CASE_RELEASE, work)

    def relate(self, operation: UUID, number: int, other: int, reason: str) -> Receipt:
        """Say that another case belongs to this one, and why.

        Raises ValidationError for a missing reason or a number that is none or the same,
        StateChangedError("case_related") when it was said already.
        """
        return self._pair(operation, number, other, reason, CaseEntryKind.RELATED)

    def unrelate(self, operation: UUID, number: int, other: int, reason: str) -> Receipt:
        """Say that two cases that were put together do not belong together, and why."""
        return self._pair(operation, number, other, reason, CaseEntryKind.UNRELATED)

    def correct(
        self,
        operation: UUID,
        number: int,
        seen: Mapping[str, str],
        now: Mapping[str, str],
        reason: str,
    ) -> Receipt:
        """Add to what happened or correct it; what was said before stays with the entry.

        `seen` and `now` hold values by the names of FACTS: as they were when the person began,
        and as they are to be. Raises ValidationError for a missing reason or for nothing new,
        StateChangedError("case_facts_changed") when somebody else corrected it meanwhile.
        """
        why = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")
        wanted = {name: optional_text(name, now[name]) for name in FACTS if name in now}
        _check_facts(wanted, self._ledger.clock())

        def work(entry: Entry) -> None:
            case = casework.case_of(number)
            before = _facts_of(case)
            if any(before[name] != seen.get(name, "") for name in wanted):
                raise StateChangedError("case_facts_changed", number=number)
            changed = {name: text for name, text in wanted.items() if text != before[name]}
            if not changed:
                raise ValidationError("reason", "nothing_corrected")
            if "rule" in changed:  # told by what it is called
                before["rule"] = case.rule_code
                changed["rule"] = _take_rule(case, changed["rule"])
            for name in changed.keys() - {"rule"}:
                setattr(case, name, changed[name] or _NOTHING.get(name))
            if "happened_at" in changed:
                case.happened_assumed = False
            case.save()
            facts = [[name, before[name], text] for name, text in changed.items()]
            row = casework.add_entry(
                entry,
                case,
                CaseEntryKind.CORRECTED,
                why,
                facts=json.dumps(facts, ensure_ascii=False),
            )
            entry.about(SubjectKind.CASE, number, Topic.CASES, group_id=case.group_id)
            entry.record(
                person_id=case.person_id,
                before={name: before[name] for name in changed},
                after=casework.names(case.membership) | {"case": number, **changed, "reason": why},
                rows=[case, row],
            )

        return self._ledger.run(operation, Action.CASE_CORRECT, work)

    def operators(self) -> tuple[CaseOperator, ...]:
        """Return who can look after a case."""
        with self._ledger.reading():
            return _able()

    def _pair(
        self, operation: UUID, number: int, other: int, reason: str, kind: CaseEntryKind
    ) -> Receipt:
        why = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")
        belongs = kind is CaseEntryKind.RELATED

        def work(entry: Entry) -> None:
            case = casework.case_of(number)
            beside = Case.get_or_none(Case.id == other)
            if beside is None or other == number:
                raise ValidationError("other", "other_case_unknown", number=other)
            if (other in related_by_hand(self._ledger.database, number)) is belongs:
                raise StateChangedError("case_related", number=number, other=other)
            require_in_use(case.group_id, beside.group_id)
            row = casework.add_entry(entry, case, kind, why, other_case=other)
            said = {"other_case": other, "reason": why}
            _record(entry, case, said, row)
            if beside.person_id != case.person_id:
                entry.record(
                    person_id=beside.person_id,
                    after=casework.names(beside.membership)
                    | {"case": other, "other_case": number, "reason": why},
                )

        action = Action.CASE_RELATE if belongs else Action.CASE_UNRELATE
        return self._ledger.run(operation, action, work)


_NOTHING = {"noticed_how": "unknown", "quoted_text": ""}


def _facts_of(case: Case) -> dict[str, str]:
    said = {name: getattr(case, name) or "" for name in FACTS if name != "rule"}
    return said | {"rule": str(case.rule_id or "")}


def _take_rule(case: Case, wanted: str) -> str:
    """Let a case be about another rule, or none; return what it is called."""
    if not (wanted.isdecimal() or not wanted):
        raise RefusedError("rule_of_other_group")
    rule = casework.rule_of(int(wanted), case.membership) if wanted else None
    case.rule_id, case.rule_code = (rule.id, rule.code) if rule else (None, "")
    return str(case.rule_code)


def _told(incident: Incident) -> dict[str, object]:
    """Return what was said of the incident, for the log."""
    return {
        "at": incident.happened_at,
        "noticed_how": incident.noticed_how.value,
        "quoted_text": incident.quoted_text,
    }


def _able() -> tuple[CaseOperator, ...]:
    rows = Operator.select().where(Operator.active).order_by(Operator.name, Operator.id)
    return tuple(
        CaseOperator(row.id, row.name)
        for row in rows
        if may(stored.one_of(OperatorRole, row.role), Action.CASE_CLAIM)
    )


def _check_facts(wanted: Mapping[str, str], now: datetime) -> None:
    if wanted.get("happened_at"):
        casework.past_moment("happened_at", wanted["happened_at"], now)
    if "noticed_how" in wanted and wanted["noticed_how"] not in set(NoticedHow):
        raise ValidationError("noticed_how", "noticed_how_unknown")


def _require_owner(case: Case, expected: int) -> None:
    if (case.owner_id or 0) != expected:
        raise StateChangedError("case_owner_changed", number=case.id)


def _give(entry: Entry, case: Case, owner: int | None, kind: CaseEntryKind, text: str) -> None:
    before = _name(case.owner_id)
    case.owner_id = owner
    case.save()
    row = casework.add_entry(entry, case, kind, text, owner=owner)
    said = {"case_owner": _name(owner), "note": text}
    _record(entry, case, said, case, row, was={"case_owner": before})


def _name(operator_id: int | None) -> str:
    return "" if operator_id is None else str(Operator.get_by_id(operator_id).name)


def _record(
    entry: Entry,
    case: Case,
    said: Mapping[str, object],
    *rows: Case | CaseEntry,
    was: Mapping[str, object] | None = None,
) -> None:
    entry.about(SubjectKind.CASE, case.id, Topic.CASES, group_id=case.group_id)
    entry.record(
        person_id=case.person_id,
        before=was,
        after=casework.names(case.membership) | {"case": case.id, **said},
        rows=rows,
    )
