# SPDX-License-Identifier: MIT
"""What a member can object to: a removal that holds, or a message that was sent."""

from datetime import date
from typing import Any

from groupdesk.domain import appeals
from groupdesk.domain.appeal_enums import FirstPart, HeardBy
from groupdesk.domain.appeal_records import AppealTarget
from groupdesk.domain.carrying_out import SEND_NOTICE
from groupdesk.domain.clock import Clock, from_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Language, Platform, StepKind, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.removal_states import RemovalState
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Group
from groupdesk.services.ladder_then import ladder_then, ladder_then_sql
from groupdesk.services.processes import appeal_days_at, process_of
from groupdesk.services.removal_state import holds_sql, state_sql, term_sql, until_sql

_WHO = "m.id, m.person_id, g.id, m.name, coalesce(nullif(p.language, ''), g.language)"
_BEFORE = """
    coalesce((SELECT max(a.id) FROM appeal a WHERE a.target_kind = '{0}' AND a.target_id = t.id
        AND NOT EXISTS (SELECT 1 FROM appeal_decision d WHERE d.appeal_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM appeal_entry e
            WHERE e.appeal_id = a.id AND e.kind = 'withdrawn')), 0),
    (SELECT count(*) FROM appeal a JOIN appeal_decision d ON d.appeal_id = a.id
        WHERE a.target_kind = '{0}' AND a.target_id = t.id)"""
_FROM = """
JOIN membership m ON m.id = t.membership_id JOIN person p ON p.id = m.person_id
JOIN customer_group g ON g.id = m.group_id JOIN operator o ON o.id = t.operator_id
"""
_REMOVAL = f"""
SELECT t.case_id, {_WHO}, o.id, o.name, t.decided_at, {_BEFORE.format("removal")},
    {state_sql("t")}, {term_sql("t")}, {until_sql("t")}, t.already_removed_at, m.state,
    x.operator_id, coalesce(xo.name, ''), x.at,
    (SELECT n.state FROM notice_event n WHERE n.target_kind = 'removal' AND n.target_id = t.id
        ORDER BY n.id DESC LIMIT 1),
    coalesce((SELECT min(n.at) FROM notice_event n WHERE n.target_kind = 'removal'
        AND n.target_id = t.id AND n.state IN ('sent', 'acknowledged')
        AND NOT EXISTS (SELECT 1 FROM notice_event x WHERE x.target_kind = 'removal'
            AND x.target_id = t.id AND x.id > n.id AND x.state IN ('not_delivered', 'not_sent'))),
        (SELECT k.done_at FROM task k WHERE k.removal_id = t.id AND k.code = '{SEND_NOTICE}'
            AND NOT EXISTS (SELECT 1 FROM task_event e
                WHERE e.task_id = k.id AND e.state = 'not_needed')))
FROM removal t {_FROM}
LEFT JOIN removal_approval x ON x.removal_id = t.id
LEFT JOIN operator xo ON xo.id = x.operator_id
WHERE t.id = ?
"""
_WARNING = f"""
SELECT t.case_id, {_WHO}, o.id, o.name, t.prepared_at, {_BEFORE.format("warning")},
    t.step_kind, t.step, {ladder_then_sql("t")},
    (SELECT e.at FROM warning_event e WHERE e.warning_id = t.id AND e.state = 'sent'
        AND NOT EXISTS (SELECT 1 FROM warning_event n WHERE n.warning_id = t.id
            AND n.state = 'not_delivered' AND n.id > e.id)),
    EXISTS (SELECT 1 FROM reversal v WHERE v.target_kind = 'warning' AND v.target_id = t.id)
FROM member_warning t {_FROM}
WHERE t.id = ?
"""
MAY_OBJECT_SQL = f"""
SELECT r.membership_id FROM removal r WHERE {holds_sql("r")}
UNION SELECT w.membership_id FROM warning_event e JOIN member_warning w ON w.id = e.warning_id
WHERE e.state = 'sent' AND NOT EXISTS (SELECT 1 FROM warning_event n
        WHERE n.warning_id = w.id AND n.state = 'not_delivered' AND n.id > e.id)
    AND NOT EXISTS (SELECT 1 FROM reversal v
        WHERE v.target_kind = 'warning' AND v.target_id = w.id)
"""
"""The stays of whoever can object to something, for a statement over `membership`."""
_REFUSALS = {
    RemovalState.WAITING: "appeal_not_decided",
    RemovalState.DECLINED: "appeal_never_held",
    RemovalState.WITHDRAWN: "appeal_never_held",
    RemovalState.CANCELLED: "appeal_never_held",
    RemovalState.LIFTED: "already_lifted",
}
_MINUTE = len("2026-11-21T12:00")


def read_target(
    database: WorkspaceDatabase, clock: Clock, kind: SubjectKind, target_id: int
) -> AppealTarget:
    """Return what somebody objects to; the caller reads.

    Raises StateChangedError("appeal_nothing") when it is not there, ValidationError("target")
    for what nobody can object to.
    """
    if kind is SubjectKind.REMOVAL:
        row = database.execute_sql(_REMOVAL, (target_id,)).fetchone()
        make = _of_removal
    elif kind is SubjectKind.WARNING:
        row = database.execute_sql(_WARNING, (target_id,)).fetchone()
        make = _of_warning
    else:
        raise ValidationError("target", "appeal_of_nothing")
    if row is None:
        raise StateChangedError("appeal_nothing")
    values = _shared(kind, target_id, row) | make(row[11:], row)
    group = Group.get_by_id(row[3])
    process = process_of(group)
    heard_on = from_text(values.pop("heard_at")).astimezone(clock().tzinfo).date()
    days = appeal_days_at(database, group, values["decided_at"])
    last = appeals.last_day(heard_on, days)
    unheard = values["heard_by"] is HeardBy.NOT_DELIVERED
    return AppealTarget(
        **values,
        group_name=group.name,
        platform=stored.one_of(Platform, group.platform),
        heard_on=heard_on.isoformat(),
        last_day="" if last is None or unheard else last.isoformat(),
        appeal_days=days,
        answer_days=process.answer_days,
        questions=process.questions,
    )


def received_on(clock: Clock, received_at: str) -> date:
    """Return the local day of a stored moment."""
    return from_text(received_at).astimezone(clock().tzinfo).date()


def days_late(target: AppealTarget, clock: Clock, received_at: str) -> int:
    """Return by how many days an objection came in after the window."""
    last = date.fromisoformat(target.last_day) if target.last_day else None
    return appeals.days_late(received_on(clock, received_at), last)


def _shared(kind: SubjectKind, target_id: int, row: tuple[Any, ...]) -> dict[str, Any]:
    case, stay, person, group, name, language, _operator, operator, decided = row[:9]
    return {
        "kind": kind,
        "id": target_id,
        "case_number": stored.number(case, 1),
        "membership_id": int(stay),
        "person_id": int(person),
        "group_id": int(group),
        "member_name": str(name),
        "language": stored.one_of(Language, language),
        "decided_at": stored.moment_text(decided),
        "decided_by": str(operator),
        "open_appeal": int(row[9]),
        "decided_appeals": int(row[10]),
    }


def _of_removal(own: tuple[Any, ...], row: tuple[Any, ...]) -> dict[str, Any]:
    state_text, term, until, already, stay, approver, approved_by, approved_at, *told = own
    decided = stored.moment_text(row[8])
    first = {int(row[6]): FirstPart.DECIDED}
    if approver is not None:
        first.setdefault(int(approver), FirstPart.APPROVED)
    held_at = stored.moment_text(approved_at) if approved_at else decided
    last_state, told_at = told
    if last_state == NoticeState.NOT_DELIVERED:
        heard_at, heard_by = held_at, HeardBy.NOT_DELIVERED
    elif told_at and last_state != NoticeState.NOT_SENT:
        # told of it before it was decided: the days to object begin with the decision
        heard_at, heard_by = max(stored.moment_text(told_at), held_at), HeardBy.NOTICE
    else:
        heard_at, heard_by = held_at, HeardBy.DECISION
    state = stored.one_of(RemovalState, state_text)
    return {
        "first": first,
        "approved_by": str(approved_by),
        "heard_at": heard_at,
        "heard_by": heard_by,
        "earliest": _minute(min(decided, stored.known_moment(already) or decided)),
        "term": stored.one_of(Term, term),
        "until": stored.known_day(until),
        "carried_out": stay == "removed",
        "refusal": _REFUSALS.get(state, ""),
    }


def _of_warning(own: tuple[Any, ...], row: tuple[Any, ...]) -> dict[str, Any]:
    step_kind, step, ladder_text, sent, reversed_ = own
    prepared = stored.moment_text(row[8])
    heard_at = stored.moment_text(sent) if sent else prepared
    ladder, position = ladder_then(ladder_text), stored.number(step)
    known = 0 < position <= len(ladder.steps)
    numbered = known and ladder.repeats(ladder.steps[position - 1].kind)
    return {
        "first": {int(row[6]): FirstPart.WROTE},
        "approved_by": "",
        "decided_at": heard_at,
        "heard_at": heard_at,
        "heard_by": HeardBy.MESSAGE,
        "earliest": _minute(heard_at),
        "step_kind": stored.one_of(StepKind, step_kind),
        "position": position,
        "number": ladder.number(position) if numbered else 0,
        "refusal": "already_lifted" if reversed_ else "" if sent else "appeal_not_sent",
    }


def _minute(moment: str) -> str:
    """Return the beginning of a moment's minute: what a person can say of a time."""
    return f"{moment[:_MINUTE]}:00.000Z"
