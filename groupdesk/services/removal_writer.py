# SPDX-License-Identifier: MIT
"""Judges and writes removals one by one, for one member as for many in one transaction."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from peewee import Model

from groupdesk.domain.act_records import RemovalRequest
from groupdesk.domain.enums import Ground, MemberRole, MembershipState, Severity, SubjectKind, Term
from groupdesk.domain.errors import (
    GroupDeskError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.fairness import FairLine, fair_process, require_fair
from groupdesk.domain.process import Process
from groupdesk.domain.removal_records import BatchRequest
from groupdesk.domain.removal_states import RemovalConcern, RemovalState
from groupdesk.domain.text import MAX_REASON, is_blank, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import Removal
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services import casework
from groupdesk.services.case_joining import join_case
from groupdesk.services.evidence import Evidences
from groupdesk.services.fair_facts import InForce, fair_facts, rule_in_force
from groupdesk.services.incidents import columns_of
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.operators import Operators
from groupdesk.services.processes import process_of
from groupdesk.services.recent_acts import require_seen
from groupdesk.services.removal_blocks import block_by
from groupdesk.services.removal_reader import concerns_of, concerns_text, fair_text
from groupdesk.services.removal_state import removal_in_force, removal_to_carry_out, waiting_removal
from groupdesk.services.removal_steps import end_stay, make_steps
from groupdesk.services.rule_codes import rule_history
from groupdesk.services.same_person import marks_of
from groupdesk.services.standings import refresh

_MEANT = {
    RemovalConcern.OWN_ACCOUNT: "removal_own_account",
    RemovalConcern.BOT: "removal_of_bot",
    RemovalConcern.LEFT: "removal_of_left",
}


def problems(
    request: RemovalRequest | BatchRequest, now: datetime, pictures: int
) -> Iterator[ValidationError]:
    """Yield what a request lacks whomever it is about, the first thing to put right first."""
    for check in (_check_reason, _check_texts, _check_incident, _check_until, _check_already):
        try:
            check(request, now)
        except ValidationError as error:
            yield error
        if check is _check_reason and not pictures:
            yield ValidationError("evidence", "screenshot_missing")


def _check_reason(request: RemovalRequest | BatchRequest, _now: datetime) -> None:
    require_text("reason", request.reason, limit=MAX_REASON, code="reason_missing")


def _check_texts(request: RemovalRequest | BatchRequest, _now: datetime) -> None:
    optional_text("comment", request.comment)
    for item, why in request.overrides.items():
        optional_text(f"overrides.{item.value}", why)


def _check_incident(request: RemovalRequest | BatchRequest, now: datetime) -> None:
    casework.check_incident(request.incident, now)


def _check_until(request: RemovalRequest | BatchRequest, now: datetime) -> None:
    if request.term is Term.UNTIL:
        until = casework.local_day("until", request.until, "until_missing")
        if until <= now.date():
            raise ValidationError("until", "until_in_past")


def _check_already(request: RemovalRequest | BatchRequest, now: datetime) -> None:
    if request.already_removed_at:
        casework.past_moment("already_removed_at", request.already_removed_at, now)


def _last_day(request: RemovalRequest | BatchRequest) -> date | None:
    """Return the last day that somebody entered, None where there is none that can be read."""
    try:
        return date.fromisoformat(request.until) if request.term is Term.UNTIL else None
    except ValueError:
        return None


class RemovalWriter:
    """Decides about members at one moment; what several share is looked up once."""

    def __init__(
        self, ledger: Ledger, evidence: Evidences, request: RemovalRequest | BatchRequest
    ) -> None:
        """Judge as the operator at the desk; the caller reads or writes."""
        self._ledger = ledger
        self.pictures = evidence.pictures(request.evidence)
        self._own = Operators(ledger).own_person_ids()
        self.history = cache(rule_history)
        self._processes: dict[int, Process] = {}
        self._in_force: dict[tuple[int, str], InForce | None] = {}

    def process(self, stay: Membership) -> Process:
        """Return how the group of a stay decides."""
        if stay.group_id not in self._processes:
            self._processes[stay.group_id] = process_of(stay.group)
        return self._processes[stay.group_id]

    def asks(self, request: RemovalRequest | BatchRequest, stay: Membership) -> bool:
        """Say whether the removal would wait for another operator's approval."""
        today, until = self._ledger.clock().date(), _last_day(request)
        return self.process(stay).asks(request.term, today, until, blocks=request.blocks)

    def concerns(self, stay: Membership) -> tuple[RemovalConcern, ...]:
        """Return what must be meant before this member is removed."""
        found = {
            RemovalConcern.OWN_ACCOUNT: stay.person_id in self._own,
            RemovalConcern.BOT: bool(stay.is_bot),
            RemovalConcern.LEFT: stay.state == MembershipState.LEFT.value,
        }
        return tuple(concern for concern, there in found.items() if there)

    def refusal(
        self, request: RemovalRequest | BatchRequest, stay: Membership
    ) -> GroupDeskError | None:
        """Return why this member cannot be removed at all, whatever somebody means."""
        gone = self._gone(request, stay)
        if gone is not None:
            return gone
        code = untouchable(self._ledger, stay)
        if code:
            return RefusedError(code, name=stay.name)
        code = self._decided_already(stay)
        return StateChangedError(code, name=stay.name) if code else None

    def _gone(
        self, request: RemovalRequest | BatchRequest, stay: Membership
    ) -> GroupDeskError | None:
        if stay.state in {MembershipState.ACTIVE.value, MembershipState.LEFT.value}:
            return None
        removed = stay.state == MembershipState.REMOVED.value
        if not removed or removal_in_force(self._ledger.database, stay.id):
            return StateChangedError("member_not_active", name=stay.name)
        # they were removed already, and what was asked for then came to nothing
        if request.already_removed_at:
            return None
        return ValidationError("already_removed_at", "already_missing", name=stay.name)

    def _decided_already(self, stay: Membership) -> str:
        database = self._ledger.database
        if waiting_removal(database, stay.id):
            return "removal_waiting"
        if removal_to_carry_out(database, stay.id):
            return "removal_pending"
        left = stay.state == MembershipState.LEFT.value
        return "removal_holds" if left and removal_in_force(database, stay.id) else ""

    def fair(
        self, request: RemovalRequest, stay: Membership, rule: Rule | None, now: str
    ) -> tuple[FairLine, ...]:
        """Return the fair-process list of a removal as it is at the stored moment `now`."""
        moment = request.incident.happened_at or now
        return fair_process(
            request.ground,
            stored.one_of(Severity, rule.severity) if rule else None,
            fair_facts(self._ledger.database, stay, rule, now, self._rule_then(rule, moment)),
            has_reason=not is_blank(request.reason),
            screenshots=self.pictures,
            overrides=request.overrides,
        )

    def _rule_then(self, rule: Rule | None, moment: str) -> InForce | None:
        if rule is None:
            return None
        if (rule.id, moment) not in self._in_force:
            self._in_force[rule.id, moment] = rule_in_force(self._ledger.database, rule, moment)
        return self._in_force[rule.id, moment]

    def write(
        self, entry: Entry, request: RemovalRequest, stay: Membership, batch: str = ""
    ) -> Removal:
        """Write one removal with its log payload; the caller names the entry's subject.

        Raises what `Removals.decide` raises.
        """
        record_lapses(self._ledger, entry, stay)
        require_seen(self._ledger, entry, stay.person_id, request.seen_seq)
        refusal = self.refusal(request, stay)
        if refusal is not None:
            raise refusal
        concerns = frozenset(self.concerns(stay))
        for concern in sorted(concerns - request.sure):
            raise RefusedError(_MEANT[concern], name=stay.name)
        rule = rule_named(request, stay)
        if request.ground is Ground.BREACH and rule is None:
            raise ValidationError("rule", "rule_missing")
        lines = self.fair(request, stay, rule, entry.now_text)
        require_fair(lines)
        case, rows = join_case(
            entry,
            stay,
            [rule] if rule else [],
            request.incident,
            apart=rule is None,
            history=self.history,
        )
        asked = self.asks(request, stay)
        if request.asks not in {None, asked}:
            raise StateChangedError("process_changed", name=stay.group.name)
        left = RemovalConcern.LEFT in concerns
        notice = optional_text("notice", request.notice)
        removal = Removal.create(
            case=case.id,
            membership=stay.id,
            operator=entry.operator.id,
            decided_at=entry.now_text,
            ground=request.ground.value,
            rule=rule.id if rule else None,
            reason=require_text("reason", request.reason, limit=MAX_REASON),
            comment=optional_text("comment", request.comment),
            term=request.term.value,
            until=request.until if request.term is Term.UNTIL else None,
            notice=notice,
            notice_language=request.notice_language,
            already_removed_at=request.already_removed_at or None,
            fair_process=fair_text(lines),
            template=(request.template if notice else "") or None,
            approval="asked" if asked else None,
            batch=batch or None,
            left_at=(stay.ended_at or entry.now_text) if left else None,
            sure=concerns_text(concerns),
            blocks=1 if request.blocks else None,
            **columns_of(case, request.incident),
        )
        rows += casework.link_evidence(
            entry, request.evidence, SubjectKind.REMOVAL, removal.id, stay
        )
        if request.already_removed_at and stay.state == MembershipState.ACTIVE.value:
            end_stay(stay, request.already_removed_at)  # a fact, whatever is decided about it
            rows.append(stay)
        if not asked:
            rows += put_in_force(self._ledger, entry, removal, stay)
        refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
        entry.record(
            person_id=stay.person_id,
            after=casework.names(stay, rule) | _said(removal, request, lines),
            rows=[removal, *rows],
        )
        return removal


def put_in_force(ledger: Ledger, entry: Entry, removal: Removal, stay: Membership) -> list[Model]:
    """Let a removal hold: make its steps, block where it says so; return the rows."""
    make_steps(entry, removal, stay)
    return list(block_by(ledger, entry, removal, stay))


def untouchable(ledger: Ledger, stay: Membership) -> str:
    """Return the code of the error for whom nobody removes, "" for all others."""
    if marks_of(ledger.database, stay.person_id).protected:
        return "person_protected"
    active = stay.state == MembershipState.ACTIVE.value
    return "group_owner" if active and stay.role == MemberRole.OWNER.value else ""


def rule_named(request: RemovalRequest, stay: Membership) -> Rule | None:
    """Return the rule that the removal names; only a breach names one."""
    return casework.rule_of(request.rule_id if request.ground is Ground.BREACH else None, stay)


def _said(
    removal: Removal, request: RemovalRequest, lines: tuple[FairLine, ...]
) -> dict[str, object]:
    """Return what the log says of a removal; what most have none of only where there is some."""
    said: dict[str, object] = {
        "case": removal.case_id,
        "ground": removal.ground,
        "reason": removal.reason,
        "comment": removal.comment,
        "term": removal.term,
        "until": removal.until or "",
        "already_removed_at": request.already_removed_at,
        "screenshots": len(request.evidence),
        "overrides": {line.item.value: line.override for line in lines if line.override},
    }
    more = {
        "approval": RemovalState.WAITING.value if removal.approval else "",
        "left_at": removal.left_at,
        "sure": sorted(concerns_of(removal.sure)),
        "blocks": bool(removal.blocks),
    }
    return said | {name: value for name, value in more.items() if value}
