# SPDX-License-Identifier: MIT
"""Gathers what was done in one group in a period into the content of the group audit."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from operator import itemgetter
from typing import Any

from groupdesk.domain.act_order import ActPlace, act_place
from groupdesk.domain.clock import to_text, zone_on_paper
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import Ground, Language, Platform, StepKind, WarningState
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.removal_states import NEVER_HELD, RemovalState
from groupdesk.domain.report_records import (
    ActKind,
    AuditAct,
    GroupAuditContent,
    KindCount,
    MemberFlow,
    OperatorCount,
    Overturned,
    PeriodCount,
    PeriodUnit,
    PublishedVersion,
    ReversedBy,
    RuleCount,
    SignatureLine,
    SignatureRole,
)
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Group
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import state_sql
from groupdesk.services.reports.gather_names import masked_names_of_group, texts_of
from groupdesk.services.reports.names_then import names_then
from groupdesk.words import Words

MAX_YEARS = 20
"""The longest period; a slip of the pen, as in 0206, would fill hundreds of pages."""
_WEEKS_UP_TO_DAYS = 70  # ten bars; longer periods are shown by month
_KINDS = {
    StepKind.REMINDER.value: ActKind.REMINDER,
    StepKind.WARNING.value: ActKind.WARNING,
    StepKind.FINAL_WARNING.value: ActKind.FINAL_WARNING,
}
# A message is an act once it was sent; what was only prepared did nothing to anybody.
_MESSAGES = """
SELECT e.at, w.case_id, m.name, o.name, w.step_kind, coalesce(r.code, ''),
    (SELECT state FROM warning_event l WHERE l.warning_id = w.id AND l.state <> 'lapsed'
        ORDER BY l.id DESC LIMIT 1),
    (SELECT coalesce(v.kind, 'lifted') FROM reversal v
        WHERE v.target_kind = 'warning' AND v.target_id = w.id),
    e.recorded_at, w.id, w.step, (SELECT json_group_array(f.code) FROM (
        SELECT x.code FROM warning_rule n JOIN rule x ON x.id = n.rule_id
        WHERE n.warning_id = w.id ORDER BY n.position) f)
FROM warning_event e JOIN member_warning w ON w.id = e.warning_id
JOIN membership m ON m.id = w.membership_id JOIN operator o ON o.id = w.operator_id
LEFT JOIN rule r ON r.id = w.rule_id
WHERE e.state = 'sent' AND m.group_id = ? AND e.at >= ? AND e.at < ?
"""
_TALKS = """
SELECT t.happened_at, t.case_id, m.name, o.name, c.rule_code, t.recorded_at, t.id, t.not_held
FROM talk t JOIN membership m ON m.id = t.membership_id JOIN operator o ON o.id = t.operator_id
JOIN case_file c ON c.id = t.case_id
WHERE m.group_id = ? AND t.happened_at >= ? AND t.happened_at < ?
"""
_REMOVALS = f"""
SELECT x.decided_at, x.case_id, m.name, o.name, coalesce(r.code, ''), x.ground,
    {state_sql("x")}, x.id
FROM removal x JOIN membership m ON m.id = x.membership_id JOIN operator o ON o.id = x.operator_id
LEFT JOIN rule r ON r.id = x.rule_id
WHERE m.group_id = ? AND x.decided_at >= ? AND x.decided_at < ?
"""
_REVERSALS = """
SELECT v.at, a.case_id, m.name, vo.name, coalesce(r.code, ''), v.reason, a.kind, a.at, o.name,
    v.id, v.kind
FROM reversal v
JOIN (
    SELECT 'warning' target, w.id, w.case_id, w.membership_id, w.operator_id, w.rule_id,
        w.step_kind kind, coalesce(
            (SELECT e.at FROM warning_event e WHERE e.warning_id = w.id AND e.state = 'sent'),
            w.prepared_at) at FROM member_warning w
    UNION ALL SELECT 'removal', id, case_id, membership_id, operator_id, rule_id, 'removal',
        decided_at FROM removal
) a ON a.target = v.target_kind AND a.id = v.target_id
JOIN membership m ON m.id = a.membership_id JOIN operator o ON o.id = a.operator_id
JOIN operator vo ON vo.id = v.operator_id LEFT JOIN rule r ON r.id = a.rule_id
WHERE m.group_id = ? AND v.at >= ? AND v.at < ?
    AND coalesce(v.kind, 'lifted') IN ('lifted', 'pardoned')
ORDER BY v.at
"""
_FLOW = """
SELECT
    sum(joined < :since AND (ended IS NULL OR ended >= :since)),
    sum(joined >= :since AND joined < :until),
    sum(state = 'left' AND ended >= :since AND ended < :until),
    sum(state = 'removed' AND ended >= :since AND ended < :until),
    sum(joined < :until AND (ended IS NULL OR ended >= :until))
FROM (
    SELECT m.state, coalesce(m.joined_at, s.taken_at, g.created_at) AS joined,
        CASE WHEN m.state <> 'active'
            THEN coalesce(m.ended_at, s.taken_at, m.joined_at, g.created_at) END AS ended
    FROM membership m JOIN customer_group g ON g.id = m.group_id
    LEFT JOIN snapshot s ON s.id = m.snapshot_id
    WHERE m.group_id = :group AND m.is_bot = 0 AND m.state <> 'withdrawn'
)
"""
_VERSIONS = """
SELECT b.version, b.published_at at, o.name, b.note,
    (SELECT count(*) FROM rule r WHERE r.rulebook_id = b.id), 0 ladder
FROM rulebook b JOIN operator o ON o.id = b.published_by_id
WHERE b.group_id = ?1 AND b.published_at >= ?2 AND b.published_at < ?3
UNION ALL SELECT l.version, l.published_at, o.name, l.note, 0, 1
FROM ladder_version l JOIN operator o ON o.id = l.published_by_id
WHERE l.group_id = ?1 AND l.published_at >= ?2 AND l.published_at < ?3
ORDER BY at, ladder
"""
_TITLES = """
SELECT r.code, r.titles FROM rule r JOIN rulebook b ON b.id = r.rulebook_id
WHERE b.group_id = ? AND b.published_at < ? ORDER BY b.version
"""


def group_audit_content(
    ledger: Ledger, group_id: int, since: date, until: date, language: Language
) -> GroupAuditContent:
    """Return what was done in a group from `since` to `until`, both local days included.

    Raises ValidationError("until", …) with "period_backwards" or "period_too_long", and
    StateChangedError("group_gone").
    """
    if until < since:
        raise ValidationError("until", "period_backwards")
    if until.year - since.year > MAX_YEARS or not 1900 <= since.year <= until.year <= 2999:
        raise ValidationError("until", "period_too_long", years=MAX_YEARS)
    zone = zone_on_paper(ledger.clock())
    bounds = (
        to_text(datetime.combine(since, time(), zone)),
        to_text(datetime.combine(until + timedelta(days=1), time(), zone)),
    )
    with ledger.reading():
        group = Group.get_or_none(Group.id == group_id)
        if group is None:
            raise StateChangedError("group_gone")
        database = ledger.database
        where = (group_id, *bounds)
        acts, overturned = _acts(database, where)
        names, words = names_then(database), Words(language)
        titles = {
            code: said.get(language.value) or next(iter(said.values()), "")
            for code, said in _titles(database, group_id, bounds[1])
        }
        unit = PeriodUnit.WEEK if (until - since).days < _WEEKS_UP_TO_DAYS else PeriodUnit.MONTH
        content = GroupAuditContent(
            group_name=group.name,
            platform=stored.one_of(Platform, group.platform),
            first_day=since,
            last_day=until,
            flow=_flow(database, group_id, bounds),
            totals=_counts(acts),
            unit=unit,
            series=tuple(_series(acts, since, until, unit, zone)),
            per_rule=tuple(
                RuleCount(code, titles.get(code, ""), counts)
                for code, counts in _grouped(
                    acts, lambda act: (act.rule_code, *act.more_rule_codes)
                )
                if code
            ),
            per_operator=tuple(
                OperatorCount(_with_earlier(names.earlier(name), name, words), counts)
                for name, counts in _grouped(acts, lambda act: (act.operator,))
            ),
            overturned=overturned,
            acts=acts,
            versions=tuple(
                PublishedVersion(
                    stored.number(version, 1), stored.moment(at), who, rules, note, bool(ladder)
                )
                for version, at, who, note, rules, ladder in database.execute_sql(_VERSIONS, where)
            ),
            signatures=(SignatureLine(SignatureRole.PRINTED, ledger.operator.name),),
        )
        content = names.in_record(content)
        masked = masked_names_of_group(database, group_id, "\n".join(texts_of(content)))
        return replace(content, masked=masked)


def _with_earlier(earlier: tuple[str, ...], name: str, words: Words) -> str:
    """Return an operator's name, with those under which the list may have them."""
    if not earlier:
        return name
    told = words("report.comma").join(earlier)
    return words("report.audit.earlier_name", name=name, earlier=told)


def _acts(
    database: WorkspaceDatabase, where: tuple[int, str, str]
) -> tuple[tuple[AuditAct, ...], tuple[Overturned, ...]]:
    """Return all acts as they followed each other, and the decisions that were lifted."""

    def rows(sql: str) -> Iterator[tuple[Any, ...]]:
        return iter(database.execute_sql(sql, where))

    found: list[tuple[ActPlace, AuditAct]] = []

    def add(act: AuditAct, at: str, recorded_at: str, ident: int) -> None:
        found.append((act_place(act.kind, at, recorded_at, ident), act))

    for row in rows(_MESSAGES):
        at, case, member, operator, kind, code, state, lifted, recorded, ident = row[:10]
        step, further = row[10:]
        act = AuditAct(
            ActKind.FRIENDLY_REMINDER if step == 0 else _KINDS[stored.one_of(StepKind, kind)],
            stored.moment(at),
            case,
            member,
            operator,
            code,
            stored.one_of(WarningState, state),
            reversed=lifted == ReversalKind.LIFTED,
            pardoned=lifted == ReversalKind.PARDONED,
            more_rule_codes=tuple(map(str, json.loads(further))),
        )
        add(act, at, recorded, ident)
    for at, case, member, operator, code, recorded, ident, not_held in rows(_TALKS):
        talk = ActKind.TALK if not_held is None else ActKind.TALK_OFFERED
        act = AuditAct(talk, stored.moment(at), case, member, operator, code)
        add(act, at, recorded, ident)
    for at, case, member, operator, code, ground, held, ident in rows(_REMOVALS):
        removal = stored.one_of(RemovalState, held)
        act = AuditAct(
            ActKind.REMOVAL,
            stored.moment(at),
            case,
            member,
            operator,
            code,
            ground=stored.one_of(Ground, ground),
            reversed=removal not in {RemovalState.HOLDING, RemovalState.WAITING},
            removal=removal,
        )
        add(act, at, at, ident)
    overturned = []
    for row in rows(_REVERSALS):
        at, case, member, by, code, reason, kind, decided, operator, ident, how = row
        pardoned = how == ReversalKind.PARDONED
        done = ActKind.PARDON if pardoned else ActKind.REVERSAL
        act = AuditAct(done, stored.moment(at), case, member, by, code)
        add(act, at, at, ident)
        overturned.append(
            Overturned(
                _KINDS.get(kind, ActKind.REMOVAL),
                case,
                member,
                stored.moment(decided),
                operator,
                ReversedBy(
                    stored.moment(at), by, reason, stored.one_of(ReversalKind, how or "lifted")
                ),
            )
        )
    return tuple(act for _, act in sorted(found, key=itemgetter(0))), tuple(overturned)


def _titles(
    database: WorkspaceDatabase, group_id: int, until: str
) -> Iterator[tuple[str, dict[str, str]]]:
    for code, titles in database.execute_sql(_TITLES, (group_id, until)):
        yield code, stored.texts(titles)


def _counts(acts: Iterable[AuditAct]) -> tuple[KindCount, ...]:
    # nobody was warned by what did not arrive; tried again, it would be counted twice
    counted = Counter(
        act.kind
        for act in acts
        if act.state is not WarningState.NOT_DELIVERED and act.removal not in NEVER_HELD
    )
    return tuple(KindCount(kind, counted[kind]) for kind in ActKind if counted[kind])


def _grouped(
    acts: Iterable[AuditAct], keys: Callable[[AuditAct], Iterable[str]]
) -> list[tuple[str, tuple[KindCount, ...]]]:
    groups: dict[str, list[AuditAct]] = {}
    for act in acts:
        for key in keys(act):
            groups.setdefault(key, []).append(act)
    return [(name, _counts(groups[name])) for name in sorted(groups)]


def _series(
    acts: tuple[AuditAct, ...], since: date, until: date, unit: PeriodUnit, zone: timezone
) -> Iterable[PeriodCount]:
    """Yield each week (from Monday) or month of the period, empty ones too."""
    by_start: dict[date, list[AuditAct]] = {}
    for act in acts:
        start = _start(act.at.astimezone(zone).date(), unit)
        by_start.setdefault(start, []).append(act)
    start = _start(since, unit)
    while start <= until:
        yield PeriodCount(max(start, since), _counts(by_start.get(start, ())))
        start = _start(start + timedelta(days=7 if unit is PeriodUnit.WEEK else 31), unit)


def _start(day: date, unit: PeriodUnit) -> date:
    if unit is PeriodUnit.MONTH:
        return day.replace(day=1)
    return day - timedelta(days=day.weekday())


def _flow(database: WorkspaceDatabase, group_id: int, bounds: tuple[str, str]) -> MemberFlow:
    values = {"group": group_id, "since": bounds[0], "until": bounds[1]}
    row = database.connection().execute(_FLOW, values).fetchone()
    return MemberFlow(*(int(number or 0) for number in row))
