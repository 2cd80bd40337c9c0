# SPDX-License-Identifier: MIT
"""Removals: the decision with its reason and screenshots, and its carrying out by a person."""

import json
from uuid import UUID

from groupdesk.domain.act_records import RemovalRecord, RemovalRequest, StepRecord
from groupdesk.domain.carrying_out import REMOVE, STEPS, steps_for
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Action,
    FairItem,
    Ground,
    MemberRole,
    MembershipState,
    Severity,
    SubjectKind,
    Term,
    Topic,
)
from groupdesk.domain.errors import (
    RefusedError,
    StateChangedError,
    StorageError,
    ValidationError,
)
from groupdesk.domain.fairness import FairLine, FairState, fair_process, require_fair
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, is_blank, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import Removal, Reversal, Task
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services import casework
from groupdesk.services.case_joining import join_case
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.fair_facts import fair_facts
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.recent_acts import require_seen
from groupdesk.services.same_person import marks_of
from groupdesk.services.standings import refresh

_TOPICS = (Topic.MEMBERS, Topic.GROUPS, Topic.CASES, Topic.TASKS, Topic.DRAFTS)


class Removals:
    """The removals of a workspace."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def fair_process(self, request: RemovalRequest) -> tuple[FairLine, ...]:
        """Return the fair-process list for what the dialog holds so far."""
        with self._ledger.reading():
            stay = casework.stay_of(request.membership_id)
            return self._fair(request, stay, _rule(request, stay))

    def decide(self, request: RemovalRequest) -> Receipt:
        """Record the decision to remove and the steps to carry it out.

        The receipt's subject is the removal. A written reason and at least one stored
        screenshot are required whatever the overrides say. Raises ValidationError for what is
        missing, RefusedError for a protected person or the group's owner, StateChangedError
        when the member has left or is being removed already.
        """
        reason = require_text("reason", request.reason, limit=MAX_REASON, code="reason_missing")
        self._evidence.require_stored([use.evidence_id for use in request.evidence])
        if not self._evidence.pictures(request.evidence):
            raise ValidationError("evidence", "screenshot_missing")
        comment = optional_text("comment", request.comment)
        notice = optional_text("notice", request.notice)
        self._check(request)
        until = request.until if request.term is Term.UNTIL else ""

        def work(entry: Entry) -> None:
            stay = casework.stay_of(request.membership_id)
            record_lapses(self._ledger, entry, stay)
            require_seen(self._ledger, entry, stay.person_id, request.seen_seq)
            self._require_removable(stay)
            rule = _rule(request, stay)
            if request.ground is Ground.BREACH and rule is None:
                raise ValidationError("rule", "rule_missing")
            lines = self._fair(request, stay, rule)
            require_fair(lines)
            case, rows = join_case(
                entry, stay, [rule] if rule else [], request.incident, apart=rule is None
            )
            removal = Removal.create(
                case=case.id,
                membership=stay.id,
                operator=entry.operator.id,
                decided_at=entry.now_text,
                ground=request.ground.value,
                rule=rule.id if rule else None,
                reason=reason,
                comment=comment,
                term=request.term.value,
                until=until or None,
                notice=notice,
                notice_language=request.notice_language,
                already_removed_at=request.already_removed_at or None,
                fair_process=_fair_text(lines),
                template=(request.template if notice else "") or None,
            )
            rows += casework.link_evidence(
                entry, request.evidence, SubjectKind.REMOVAL, removal.id, stay
            )
            self._make_steps(entry, removal, stay)
            if request.already_removed_at:
                _end_stay(stay, request.already_removed_at)
                rows.append(stay)
            drop_draft(self._ledger, request.draft_id)
            refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
            entry.about(SubjectKind.REMOVAL, removal.id, *_TOPICS, group_id=stay.group_id)
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay, rule)
                | {
                    "case": case.id,
                    "ground": request.ground.value,
                    "reason": reason,
                    "comment": removal.comment,
                    "term": request.term.value,
                    "until": until,
                    "already_removed_at": request.already_removed_at,
                    "screenshots": len(request.evidence),
                    "overrides": {
                        line.item.value: line.override for line in lines if line.override
                    },
                },
                rows=[removal, *rows],
            )

        return self._ledger.run(request.operation, Action.REMOVAL_DECIDE, work)

    def tick_step(self, operation: UUID, step: StepRecord, result: str = "") -> Receipt:
        """Say that a step was done on the platform; removing there ends the stay.

        Raises StateChangedError when it was ticked already or the removal was lifted.
        """
        text = optional_text("result", result)

        def work(entry: Entry) -> None:
            if _reversed_at(step.removal_id):
                raise StateChangedError("removal_lifted")
            # lifting drops open steps, and their ids may belong to another removal's by now
            task = Task.get_or_none((Task.id == step.id) & (Task.removal == step.removal_id))
            if task is None or task.done_at is not None:
                raise StateChangedError("step_done")
            removal = Removal.get_by_id(step.removal_id)
            task.done_at, task.done_by_id = entry.now_text, entry.operator.id
            task.result = text
            task.save()
            stay: Membership = removal.membership
            rows = []
            if task.code == REMOVE and stay.state == MembershipState.ACTIVE.value:
                _end_stay(stay, entry.now_text)
                rows.append(stay)
            entry.about(SubjectKind.REMOVAL, removal.id, *_TOPICS, group_id=stay.group_id)
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay)
                | {"case": removal.case_id, "step": task.code, "result": task.result},
                rows=rows,
            )

        return self._ledger.run(operation, Action.REMOVAL_STEP, work)

    def get(self, removal_id: int) -> RemovalRecord:
        """Return a removal with its steps. Raises StateChangedError when there is none."""
        with self._ledger.reading():
            row = Removal.get_or_none(Removal.id == removal_id)
            if row is None:
                raise StateChangedError("removal_gone")
            steps = Task.select().where(Task.removal == removal_id).order_by(Task.position)
            return RemovalRecord(
                id=row.id,
                case_number=row.case_id,
                membership_id=row.membership_id,
                member_name=row.membership.name,
                operator=row.operator.name,
                decided_at=stored.moment_text(row.decided_at),
                ground=stored.one_of(Ground, row.ground),
                rule_code=row.rule.code if row.rule else "",
                reason=row.reason,
                comment=row.comment,
                term=stored.one_of(Term, row.term),
                until=stored.known_day(row.until),
                notice=row.notice,
                notice_language=row.notice_language,
                already_removed_at=stored.known_moment(row.already_removed_at),
                fair_process=fair_lines(row.fair_process),
                steps=tuple(_step(step) for step in steps),
                reversed_at=_reversed_at(removal_id),
            )

    def _fair(
        self, request: RemovalRequest, stay: Membership, rule: Rule | None
    ) -> tuple[FairLine, ...]:
        now = to_text(self._ledger.clock())
        facts = fair_facts(self._ledger.database, stay, rule, now, request.incident.happened_at)
        return fair_process(
            request.ground,
            stored.one_of(Severity, rule.severity) if rule else None,
            facts,
            has_reason=not is_blank(request.reason),
            screenshots=self._evidence.pictures(request.evidence),
            overrides=request.overrides,
        )

    def _check(self, request: RemovalRequest) -> None:
        for item, why in request.overrides.items():
            optional_text(f"overrides.{item.value}", why)
        now = self._ledger.clock()
        casework.check_incident(request.incident, now)
        if request.term is Term.UNTIL:
            until = casework.local_day("until", request.until, "until_missing")
            if until <= now.date():
                raise ValidationError("until", "until_in_past")
        if request.already_removed_at:
            casework.past_moment("already_removed_at", request.already_removed_at, now)

    def _require_removable(self, stay: Membership) -> None:
        if stay.state != MembershipState.ACTIVE.value:
            raise StateChangedError("member_not_active", name=stay.name)
        if marks_of(self._ledger.database, stay.person_id).protected:
            raise RefusedError("person_protected", name=stay.name)
        if stay.role == MemberRole.OWNER.value:
            raise RefusedError("group_owner", name=stay.name)
        open_removal = (
            Removal.select()
            .join(Task, on=(Task.removal == Removal.id))
            .where((Removal.membership == stay.id) & Task.done_at.is_null())
        )
        if any(not _reversed_at(removal.id) for removal in open_removal):
            raise StateChangedError("removal_pending", name=stay.name)

    @staticmethod
    def _make_steps(entry: Entry, removal: Removal, stay: Membership) -> None:
        done_before = removal.already_removed_at
        for position, code in enumerate(steps_for(with_notice=bool(removal.notice)), 1):
            done = bool(done_before) and code in {"find_member", REMOVE}
            Task.create(
                kind="removal_step",
                membership=stay.id,
                case=removal.case_id,
                removal=removal.id,
                position=position,
                code=code,
                due_on=entry.now.date().isoformat(),
                created_at=entry.now_text,
                done_at=done_before if done else None,
                done_by=entry.operator.id if done else None,
            )


def _rule(request: RemovalRequest, stay: Membership) -> Rule | None:
    """Return the rule that the removal names; only a breach names one."""
    return casework.rule_of(request.rule_id if request.ground is Ground.BREACH else None, stay)


def fair_lines(text: str) -> tuple[FairLine, ...]:
    """Read a stored fair-process list."""
    return tuple(
        FairLine(
            stored.one_of(FairItem, item),
            stored.one_of(FairState, state),
            stored.number(count),
            stored.known_moment(at),
            str(override),
        )
        for item, state, count, at, override in stored.rows(text, 5)
    )


def _fair_text(lines: tuple[FairLine, ...]) -> str:
    return json.dumps(
        [[line.item.value, line.state.value, line.count, line.at, line.override] for line in lines],
        ensure_ascii=False,
    )


def _end_stay(stay: Membership, at: str) -> None:
    stay.state, stay.ended_at = MembershipState.REMOVED.value, at
    stay.save()


def _reversed_at(removal_id: int) -> str:
    row = Reversal.get_or_none(
        (Reversal.target_kind == SubjectKind.REMOVAL.value) & (Reversal.target_id == removal_id)
    )
    return "" if row is None else stored.moment_text(row.at)


def _step(step: Task) -> StepRecord:
    if step.code not in STEPS:
        raise StorageError("damaged")
    return StepRecord(
        id=step.id,
        removal_id=step.removal_id or 0,
        position=step.position,
        code=step.code,
        done_at=stored.known_moment(step.done_at),
        done_by=step.done_by.name if step.done_by else "",
        result=step.result,
    )
