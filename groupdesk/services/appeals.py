# SPDX-License-Identifier: MIT
"""Appeals: recorded, talked about, withdrawn, decided by somebody else than before.

What a decision lifts or shortens is written in its own transaction: an appeal is never upheld
without the standing, the steps and the term that follow from it.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from peewee import Model

from groupdesk.domain import appeals
from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import (
    AppealRecord,
    AppealRequest,
    AppealTarget,
    DecisionRequest,
    EntryRequest,
)
from groupdesk.domain.decision_enums import (
    AppealEntryKind,
    AppealOutcome,
    BlockState,
)
from groupdesk.domain.enums import Action, SubjectKind, Term, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.process import MAX_QUESTIONS
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models.decisions import Appeal, AppealDecision, AppealEntry, RemovalTerm
from groupdesk.models.evidence import EvidenceLink
from groupdesk.models.people import Membership
from groupdesk.models.register import BlockEntry
from groupdesk.services import casework, rejoins
from groupdesk.services.appeal_query import blocks_for_case, read_appeal
from groupdesk.services.appeal_targets import days_late, read_target, received_on
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.operators import Operators
from groupdesk.services.removal_steps import shorten
from groupdesk.services.reversals import lift

_TOPICS = (Topic.APPEALS, Topic.MEMBERS, Topic.CASES, Topic.TASKS)
_KIND = SubjectKind.APPEAL
_MINUTE = len("2026-11-21T12:00")


class Appeals:
    """The appeals of a workspace."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def target(self, kind: SubjectKind, target_id: int) -> AppealTarget:
        """Return what somebody objects to, also where that is refused: see `refusal`.

        Raises StateChangedError("appeal_nothing"), ValidationError("target").
        """
        with self._ledger.reading():
            return read_target(self._ledger.database, self._ledger.clock, kind, target_id)

    def get(self, appeal_id: int) -> AppealRecord:
        """Return an appeal. Raises StateChangedError("appeal_gone")."""
        with self._ledger.reading():
            return read_appeal(self._ledger, appeal_id)

    def record(self, request: AppealRequest) -> Receipt:
        """Record that a member objects; the receipt's subject is the appeal.

        Raises StateChangedError for what is lifted already or has an open appeal, RefusedError
        for what was never sent or never held, ValidationError for a missing statement, a time in
        the future or before the decision, a late or a second appeal without a reason.
        """
        now = self._ledger.clock()
        statement = require_text(
            "statement", request.statement, limit=MAX_REASON, code="appeal_statement_missing"
        )
        received = casework.past_moment("received_at", request.received_at, now)
        late_reason = optional_text("late_reason", request.late_reason)
        again_reason = optional_text("again_reason", request.again_reason)
        if len(request.answers) > MAX_QUESTIONS:
            raise ValidationError("answers", "too_many_questions", most=MAX_QUESTIONS)
        answers = [
            [optional_text("answers", text) for text in (one.question, one.answer)]
            for one in request.answers
        ]
        self._evidence.require_stored([use.evidence_id for use in request.evidence])

        def work(entry: Entry) -> None:
            target = read_target(
                self._ledger.database, self._ledger.clock, request.target_kind, request.target_id
            )
            _require_open_to_appeal(target)
            if received < target.earliest:
                raise ValidationError("received_at", "appeal_before_decision")
            late = days_late(target, self._ledger.clock, received)
            if late and not late_reason:
                raise ValidationError("late_reason", "appeal_late_reason_missing", days=late)
            if target.decided_appeals and not again_reason:
                raise ValidationError("again_reason", "appeal_again_reason_missing")
            stay = casework.stay_of(target.membership_id)
            day = received_on(self._ledger.clock, received)
            row = Appeal.create(
                target_kind=target.kind.value,
                target_id=target.id,
                case=target.case_number,
                membership=stay.id,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                received_at=received,
                channel=request.channel.value,
                statement=statement,
                answers=json.dumps(answers, ensure_ascii=False),
                answer_by=appeals.answer_by(day, target.answer_days).isoformat(),
                late_reason=late_reason if late else "",
                again_reason=again_reason if target.decided_appeals else "",
            )
            links = casework.link_evidence(entry, request.evidence, _KIND, row.id, stay)
            said = {
                "objects_to": target.kind.value,
                "statement": statement,
                "answer_by": row.answer_by,
                "days_late": late,
                "late_reason": row.late_reason,
                "again_reason": row.again_reason,
                "screenshots": len(links),
            }
            _say(entry, row, stay, said, [row, *links])

        return self._ledger.run(request.operation, Action.APPEAL_RECORD, work)

    def add(self, request: EntryRequest) -> Receipt:
        """Add a question, an answer, a note or a withdrawal to an open appeal.

        Raises StateChangedError for one that ended, ValidationError for a missing text or a time
        in the future or before the appeal came in.
        """
        withdrawn = request.kind is AppealEntryKind.WITHDRAWN
        text = (
            optional_text("text", request.text)
            if withdrawn
            else require_text("text", request.text, limit=MAX_REASON, code="appeal_text_missing")
        )
        at = casework.past_moment("at", request.at, self._ledger.clock())
        self._evidence.require_stored([use.evidence_id for use in request.evidence])

        def work(entry: Entry) -> None:
            appeal = self._open(request.appeal_id)
            if at[:_MINUTE] < appeal.row.received_at[:_MINUTE]:  # a person says the minute
                raise ValidationError("at", "appeal_entry_too_early")
            stay = casework.stay_of(appeal.row.membership_id)
            row = AppealEntry.create(
                appeal=appeal.row.id,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                at=at,
                kind=request.kind.value,
                text=text,
            )
            there = EvidenceLink.select().where(
                (EvidenceLink.subject_kind == _KIND.value)
                & (EvidenceLink.subject_id == appeal.row.id)
            )
            links = casework.link_evidence(
                entry, request.evidence, _KIND, appeal.row.id, stay, after=there.count()
            )
            said = {"entry": request.kind.value, "text": text, "screenshots": len(links)}
            _say(entry, Appeal.get_by_id(appeal.row.id), stay, said, [row, *links])

        return self._ledger.run(request.operation, Action.APPEAL_ENTRY, work)

    def decide(self, request: DecisionRequest) -> Receipt:
        """Decide an appeal, and write what follows from it.

        Lifted: the reversal of the removal or the message; somebody who is out of the group may
        come back, which becomes a task. Reduced: a shorter term. With both, where that was asked
        for, the end of the block that was made for the case. Raises ValidationError for what is
        missing, "override_reason" where the operator took part in the first decision;
        StateChangedError for an appeal that ended, or to which something was added since it was
        read; RefusedError for an outcome that is not
        possible, and for a decision of somebody else about the operator's own account.
        """
        reason = require_text("reason", request.reason, limit=MAX_REASON, code="reason_missing")
        override = optional_text("override_reason", request.override_reason)
        letter = optional_text("letter", request.letter)

        def work(entry: Entry) -> None:
            appeal = self._open(request.appeal_id)
            target = appeal.target
            own = appeals.part_of(entry.operator.id, target.first)
            if own is None and target.person_id in Operators(self._ledger).own_person_ids():
                raise RefusedError("appeal_own_account")
            if request.seen is not None and request.seen != appeal.version:
                raise StateChangedError("appeal_more_said", name=target.member_name)
            appeals.require_other_decider(entry.operator.id, target.first, override)
            if request.outcome not in appeal.outcomes:
                code = "appeal_lifted_meanwhile" if appeal.lifted_meanwhile else "appeal_no_term"
                raise RefusedError(code)
            row = AppealDecision.create(
                appeal=appeal.row.id,
                operator=entry.operator.id,
                at=entry.now_text,
                outcome=request.outcome.value,
                reason=reason,
                override_reason=override if own else "",
                letter=letter,
                letter_language=request.letter_language if letter else "",
            )
            stay = casework.stay_of(appeal.row.membership_id)
            rows: list[Model] = [row]
            said: dict[str, object] = {"outcome": request.outcome.value, "reason": reason}
            said |= {"override_reason": row.override_reason} if row.override_reason else {}
            if request.outcome is AppealOutcome.REDUCED:
                shorter = self._shorten(entry, target, request, reason)
                before, now = target.term or Term.MAY_RETURN, Term(shorter.term)
                removal, told = shorter.removal, bool(letter)
                idle, changed = shorten(entry, removal, stay, (before, now), letter=told)
                rows += [shorter, *changed]
                said |= {"term": str(request.term), "until": request.until}
                said |= {"steps_not_needed": idle} if idle else {}
            if request.outcome is AppealOutcome.LIFTED and not appeal.lifted_meanwhile:
                done = lift(self._ledger, entry, target.kind, target.id, reason)
                rows.append(done.row)
                said |= {"lifted": target.kind.value, "steps_called_off": done.steps_called_off}
                if target.carried_out:
                    rejoins.make_task(entry, stay, target.case_number)
            if request.lift_block and request.outcome is not AppealOutcome.KEPT:
                rows += self._lift_block(entry, target, reason)
                said["block_lifted"] = True
            _say(entry, Appeal.get_by_id(appeal.row.id), stay, said, rows)

        return self._ledger.run(request.operation, Action.APPEAL_DECIDE, work)

    def _open(self, appeal_id: int) -> AppealRecord:
        appeal = read_appeal(self._ledger, appeal_id)
        if appeal.row.state is not AppealState.OPEN:
            raise StateChangedError("appeal_over")
        return appeal

    def _shorten(
        self, entry: Entry, target: AppealTarget, request: DecisionRequest, reason: str
    ) -> RemovalTerm:
        until = None
        if request.term is Term.UNTIL and request.until:
            until = casework.local_day("until", request.until, "time_unreadable")
        now = (target.term or Term.MAY_RETURN, _day(target.until))
        appeals.require_shorter(now, (request.term, until), entry.now.date())
        return RemovalTerm.create(
            removal=target.id,
            operator=entry.operator.id,
            at=entry.now_text,
            term=str(request.term),
            until=until.isoformat() if until else None,
            reason=reason,
        )

    def _lift_block(self, entry: Entry, target: AppealTarget, reason: str) -> list[BlockEntry]:
        found = blocks_for_case(self._ledger.database, target.person_id, target.case_number)
        return [
            BlockEntry.create(
                person=person,
                case=target.case_number,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                state=BlockState.LIFTED.value,
                reason=reason,
            )
            for person, _reason in found
        ]


def _require_open_to_appeal(target: AppealTarget) -> None:
    if target.refusal in {"appeal_not_sent", "appeal_not_decided", "appeal_never_held"}:
        raise RefusedError(target.refusal)
    if target.refusal:
        raise StateChangedError(target.refusal)
    if target.open_appeal:
        raise StateChangedError("appeal_open", name=target.member_name)


def _say(
    entry: Entry,
    appeal: Appeal,
    stay: Membership,
    said: Mapping[str, object],
    rows: Sequence[Model],
) -> None:
    """Fill in the log entry about an appeal; what is empty is left out."""
    entry.about(_KIND, appeal.id, *_TOPICS, group_id=stay.group_id)
    told = {key: value for key, value in said.items() if value not in ("", 0)}
    entry.record(
        person_id=stay.person_id,
        after=casework.names(stay) | {"case": appeal.case_id, **told},
        rows=rows,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
