# SPDX-License-Identifier: MIT
"""Reminders and warnings: prepared, sent, and what became of them."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from groupdesk.domain.act_records import Incident, WarningRequest
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import (
    Action,
    Channel,
    Severity,
    StepKind,
    SubjectKind,
    Topic,
    WarningState,
)
from groupdesk.domain.errors import RefusedError, StateChangedError, StorageError, ValidationError
from groupdesk.domain.ladder import MAX_COUNTS_DAYS, Ladder, LadderStep, last_moment
from groupdesk.domain.logged_steps import logged_step
from groupdesk.domain.records import Receipt
from groupdesk.domain.rule_lists import MOST_RULES, gravest
from groupdesk.domain.text import MAX_REASON, is_blank, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.care import WarningRule
from groupdesk.models.moderation import MemberWarning, WarningEvent
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services import casework
from groupdesk.services.case_joining import join_case
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.incidents import columns_of, incident_of_act
from groupdesk.services.ladder_then import step_then, version_in_force
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.recent_acts import require_seen
from groupdesk.services.standings import refresh

TOPICS = (Topic.MEMBERS, Topic.CASES, Topic.TASKS, Topic.DRAFTS)


class MemberWarnings:
    """Reminders and warnings of all members."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def membership_of(self, warning_id: int) -> int:
        """Return the stay that a message was about. Raises StateChangedError when it is gone."""
        with self._ledger.reading():
            warning = MemberWarning.get_or_none(MemberWarning.id == warning_id)
            if warning is None:
                raise StateChangedError("warning_gone")
            return int(warning.membership_id)

    def incident_of(self, warning_id: int) -> Incident:
        """Return what a message was about. Raises StateChangedError when it is gone."""
        with self._ledger.reading():
            warning = MemberWarning.get_or_none(MemberWarning.id == warning_id)
            if warning is None:
                raise StateChangedError("warning_gone")
            return incident_of_act(warning)

    def prepare(self, request: WarningRequest) -> Receipt:
        """Record a message that was copied but not yet sent: it does not count.

        The receipt's subject is the warning. Raises ValidationError for an empty message, a
        missing reason for a public channel, a step that the ladder has not, too many rules, and
        what the evidence has against it; StateChangedError: "acted_meanwhile" when others acted
        on the person since `request.seen_seq`, "ladder_changed" when the group has another ladder
        by now, on which the position is another step.
        """
        return self._write(request, Action.WARNING_PREPARE, sent_at="")

    def record_sent(self, request: WarningRequest, sent_at: str) -> Receipt:
        """Record a message that was sent at `sent_at`: it counts from then on.

        Raises as `prepare` does, and ValidationError for a time that has not come yet or is none.
        """
        self._require_past(sent_at)
        return self._write(request, Action.WARNING_SEND, sent_at=sent_at)

    def mark_sent(self, operation: UUID, warning_id: int, sent_at: str) -> Receipt:
        """Say that a prepared message was sent at `sent_at`."""
        self._require_past(sent_at)
        return self._event(operation, warning_id, Action.WARNING_SEND, WarningState.SENT, sent_at)

    def mark_not_sent(self, operation: UUID, warning_id: int, note: str = "") -> Receipt:
        """Say that a prepared message was not sent and will not be."""
        return self._event(
            operation, warning_id, Action.WARNING_NOT_SENT, WarningState.NOT_SENT, note=note
        )

    def mark_not_delivered(self, operation: UUID, warning_id: int, note: str = "") -> Receipt:
        """Say that a sent message did not reach the member; it no longer counts."""
        return self._event(
            operation,
            warning_id,
            Action.WARNING_NOT_DELIVERED,
            WarningState.NOT_DELIVERED,
            note=note,
        )

    def acknowledge(self, operation: UUID, warning_id: int, reply: str = "") -> Receipt:
        """Record that the member answered or acknowledged, with the answer's words."""
        return self._event(
            operation,
            warning_id,
            Action.WARNING_ACKNOWLEDGE,
            WarningState.ACKNOWLEDGED,
            note=reply,
        )

    def _write(self, request: WarningRequest, action: Action, *, sent_at: str) -> Receipt:
        checked = check_message(self._ledger, request)
        self._evidence.require_stored([use.evidence_id for use in request.evidence])

        def work(entry: Entry) -> None:
            warning, stay = write_message(self._ledger, entry, checked, sent_at=sent_at)
            drop_draft(self._ledger, request.draft_id)
            entry.about(SubjectKind.WARNING, warning.id, *TOPICS, group_id=stay.group_id)

        return self._ledger.run(request.operation, action, work)

    def _event(
        self,
        operation: UUID,
        warning_id: int,
        action: Action,
        state: WarningState,
        at: str = "",
        note: str = "",
    ) -> Receipt:
        said = optional_text("note", note)

        def work(entry: Entry) -> None:
            stay = write_event(self._ledger, entry, warning_id, state, at, said)
            entry.about(SubjectKind.WARNING, warning_id, *TOPICS, group_id=stay.group_id)

        return self._ledger.run(operation, action, work)

    def _require_past(self, moment: str) -> None:
        casework.past_moment("sent_at", moment, self._ledger.clock())


def check_message(ledger: Ledger, request: WarningRequest) -> WarningRequest:
    """Return a message as it is stored. Raises ValidationError; see `MemberWarnings.prepare`."""
    message = require_text("message", request.message, limit=MAX_REASON, code="message_missing")
    channel_reason = optional_text("channel_reason", request.channel_reason)
    if request.channel is Channel.GROUP and is_blank(channel_reason):
        raise ValidationError("channel_reason", "channel_reason_missing")
    casework.check_incident(request.incident, ledger.clock())
    return replace(request, message=message, channel_reason=channel_reason)


def write_message(
    ledger: Ledger, entry: Entry, request: WarningRequest, *, sent_at: str, apart: bool = False
) -> tuple[MemberWarning, Membership]:
    """Write a checked message with its log payload; the caller names the entry's subject.

    With `apart` one without a rule is a matter of its own and joins no case about a rule. Raises
    what `MemberWarnings.prepare` raises.
    """
    stay = casework.stay_of(request.membership_id)
    record_lapses(ledger, entry, stay)
    ladder = stored.ladder(stay.group.ladder)
    if request.ladder not in (None, ladder):
        raise StateChangedError("ladder_changed")
    step = _step(ladder, request.position)
    require_seen(ledger, entry, stay.person_id, request.seen_seq)
    rules = _rules(request, stay)
    if not rules and step.kind is not StepKind.REMINDER:
        raise ValidationError("rule", "rule_missing")
    rule = rules[0] if rules else None
    case, rows = join_case(entry, stay, rules, request.incident, apart=apart)
    warning = MemberWarning.create(
        case=case.id,
        membership=stay.id,
        operator=entry.operator.id,
        rule=rule.id if rule else None,
        step=request.position,
        step_kind=step.kind.value,
        counts_days=step.days(_severity(rules)),
        channel=request.channel.value,
        channel_reason=request.channel_reason,
        language=request.language.value,
        template=request.template,
        message=request.message,
        prepared_at=entry.now_text,
        ladder_version=version_in_force(stay.group_id),
        **columns_of(case, request.incident),
    )
    rows += [
        WarningRule.create(warning=warning.id, rule=further.id, position=position)
        for position, further in enumerate(rules[1:], 2)
    ]
    state = WarningState.SENT if sent_at else WarningState.PREPARED
    event = _add_event(entry, warning, state, sent_at, "")
    rows += casework.link_evidence(entry, request.evidence, SubjectKind.WARNING, warning.id, stay)
    refresh(ledger.database, stay.person_id, stay.group_id, entry.now)
    entry.record(
        person_id=stay.person_id,
        after=casework.names(stay, *rules)
        | {
            "case": case.id,
            "step": logged_step(ladder, request.position, step.kind),
            "channel": request.channel.value,
            "message": request.message,
            "state": state.value,
            "sent_at": sent_at,
            "counts_until": event.counts_until or "",
            "screenshots": len(request.evidence),
        },
        rows=[warning, event, *rows],
    )
    return warning, stay


def write_event(
    ledger: Ledger, entry: Entry, warning_id: int, state: WarningState, at: str, note: str
) -> Membership:
    """Write what became of a message, with its log payload; return the stay it was about.

    Raises StateChangedError where it is gone, or something else became of it.
    """
    warning = MemberWarning.get_or_none(MemberWarning.id == warning_id)
    if warning is None:
        raise StateChangedError("warning_gone")
    before = _last_state(warning_id)
    if before not in _MAY_FOLLOW[state]:
        raise StateChangedError("warning_state", state=before.value)
    stay: Membership = warning.membership
    record_lapses(ledger, entry, stay)
    event = _add_event(entry, warning, state, at, note)
    refresh(ledger.database, stay.person_id, stay.group_id, entry.now)
    entry.record(
        person_id=stay.person_id,
        before={"state": before.value},
        after=casework.names(stay, *_rules_of(warning))
        | {
            "case": warning.case_id,
            "step": step_then(warning),
            "state": state.value,
            "at": event.at,
            "counts_until": event.counts_until or "",
            "note": note,
        },
        rows=[event],
    )
    return stay


_MAY_FOLLOW = {
    WarningState.SENT: {WarningState.PREPARED},
    WarningState.NOT_SENT: {WarningState.PREPARED},
    WarningState.NOT_DELIVERED: {WarningState.PREPARED, WarningState.SENT},
    WarningState.ACKNOWLEDGED: {WarningState.SENT},
}


def _last_state(warning_id: int) -> WarningState:
    """Return what became of a message; that it lapsed meanwhile keeps no answer from coming."""
    last = (
        WarningEvent.select()
        .where(
            (WarningEvent.warning == warning_id) & (WarningEvent.state != WarningState.LAPSED.value)
        )
        .order_by(WarningEvent.id.desc())
        .first()
    )
    if last is None:  # preparing writes the first one
        raise StorageError("damaged")
    return stored.one_of(WarningState, last.state)


def _step(ladder: Ladder, position: int) -> LadderStep:
    if position == 0:
        return LadderStep.alike(StepKind.REMINDER, 0)
    if not 1 <= position <= len(ladder.steps):
        raise ValidationError("step", "step_unknown")
    step = ladder.steps[position - 1]
    if step.kind is StepKind.REMOVAL:
        raise RefusedError("removal_is_no_warning")
    return step


def _rules(request: WarningRequest, stay: Membership) -> list[Rule]:
    """Return the rules that a message is about, each once, the one of its case first."""
    wanted = dict.fromkeys((request.rule_id, *request.more_rule_ids))
    if len(wanted) > MOST_RULES:
        raise ValidationError("rule", "rules_too_many", limit=MOST_RULES)
    if request.rule_id is None and request.more_rule_ids:
        raise ValidationError("rule", "rule_missing")
    found = (casework.rule_of(rule_id, stay) for rule_id in wanted)
    return [rule for rule in found if rule is not None]


def _rules_of(warning: MemberWarning) -> list[Rule]:
    further = (
        Rule.select()
        .join(WarningRule, on=(WarningRule.rule == Rule.id))
        .where(WarningRule.warning == warning.id)
        .order_by(WarningRule.position)
    )
    return [*([warning.rule] if warning.rule_id else []), *further]


def _severity(rules: Iterable[Rule]) -> Severity:
    found = gravest(stored.one_of(Severity, rule.severity) for rule in rules)
    return found or Severity.MINOR


def _add_event(
    entry: Entry,
    warning: MemberWarning,
    state: WarningState,
    at: str,
    note: str,
) -> WarningEvent:
    until = None
    if state is WarningState.SENT:
        days = stored.number(warning.counts_days, most=MAX_COUNTS_DAYS)
        until = to_text(last_moment(from_text(at).astimezone(entry.now.tzinfo), days))
    return WarningEvent.create(
        warning=warning.id,
        operator=entry.operator.id,
        state=state.value,
        recorded_at=entry.now_text,
        at=at or entry.now_text,
        counts_until=until,
        note=note,
    )
