# SPDX-License-Identifier: MIT
"""Reads from the records what the fair-process list asks for."""

from datetime import timedelta

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.fairness import FairFacts
from groupdesk.domain.ladder import MAX_COUNTS_DAYS, Ladder
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.rule_codes import code_at
from groupdesk.services.same_person import among, entries_of

_SENT = """
SELECT w.step_kind, count(*), max(e.at)
FROM case_file c
JOIN member_warning w ON w.case_id = c.id
JOIN warning_event e ON e.warning_id = w.id AND e.state = 'sent'
WHERE c.person_id IN {0} AND c.group_id = ? AND e.counts_until > ?
    AND NOT EXISTS (SELECT 1 FROM reversal r
        WHERE r.target_kind = 'warning' AND r.target_id = w.id)
    AND NOT EXISTS (SELECT 1 FROM warning_event n
        WHERE n.warning_id = w.id AND n.state = 'not_delivered' AND n.id > e.id)
GROUP BY w.step_kind
"""
_PAST = """
SELECT w.step_kind, count(*), max(e.at)
FROM case_file c
JOIN member_warning w ON w.case_id = c.id
JOIN warning_event e ON e.warning_id = w.id AND e.state = 'sent'
LEFT JOIN reversal r ON r.target_kind = 'warning' AND r.target_id = w.id
WHERE c.person_id IN {0} AND c.group_id = ? AND w.counts_days > 0
    AND (e.counts_until <= ? OR r.kind = 'pardoned') AND (r.id IS NULL OR r.kind = 'pardoned')
    AND NOT EXISTS (SELECT 1 FROM warning_event n
        WHERE n.warning_id = w.id AND n.state = 'not_delivered' AND n.id > e.id)
GROUP BY w.step_kind
"""
_FRIENDLY = """
SELECT count(*), max(e.at)
FROM case_file c
JOIN member_warning w ON w.case_id = c.id
JOIN warning_event e ON e.warning_id = w.id AND e.state = 'sent'
WHERE c.person_id IN {0} AND c.group_id = ? AND w.step = 0 AND e.at > ?
    AND NOT EXISTS (SELECT 1 FROM reversal r
        WHERE r.target_kind = 'warning' AND r.target_id = w.id)
    AND NOT EXISTS (SELECT 1 FROM warning_event n
        WHERE n.warning_id = w.id AND n.state = 'not_delivered' AND n.id > e.id)
"""
_TALKS = """
SELECT count(*) FILTER (WHERE t.not_held IS NULL),
    max(t.happened_at) FILTER (WHERE t.not_held IS NULL),
    count(t.not_held), max(t.happened_at) FILTER (WHERE t.not_held IS NOT NULL)
FROM case_file c JOIN talk t ON t.case_id = c.id
WHERE c.person_id IN {0} AND c.group_id = ?
"""
_ANSWERED = """
SELECT max(e.at) FROM case_file c
JOIN member_warning w ON w.case_id = c.id
JOIN warning_event e ON e.warning_id = w.id AND e.state = 'acknowledged'
WHERE c.person_id IN {0} AND c.group_id = ?
"""
_IN_FORCE = """
SELECT b.version, b.published_at FROM rulebook b
JOIN rule r ON r.rulebook_id = b.id AND r.code = ?
WHERE b.id = (SELECT id FROM rulebook WHERE group_id = ? AND published_at <= ?
    ORDER BY version DESC LIMIT 1)
"""


def fair_facts(
    database: WorkspaceDatabase, stay: Membership, rule: Rule | None, now: str, happened_at: str
) -> FairFacts:
    """Return what counts at `now`; the rule must have been in force at `happened_at`.

    Without a time of the breach, before `now`. Lifted and undelivered messages were never given.
    What lapsed or was pardoned was given and no longer counts: its date is told, no more. A
    friendly reminder counts for no step, but it is a reminder, for as long as one of the ladder.
    """
    who, group = among(entries_of(database, stay.person_id)), stay.group_id
    sent = {
        stored.one_of(StepKind, kind): (count, stored.moment_text(at))
        for kind, count, at in database.execute_sql(_SENT.format(who), (group, now))
    }
    past = {
        stored.one_of(StepKind, kind): (int(count), stored.moment_text(at))
        for kind, count, at in database.execute_sql(_PAST.format(who), (group, now))
    }
    none = (0, "")
    warned = [past.get(kind, none) for kind in (StepKind.WARNING, StepKind.FINAL_WARNING)]
    ladder = stored.ladder(stay.group.ladder)
    severity = Severity.MINOR if rule is None else stored.one_of(Severity, rule.severity)
    lately = stored.moment(now) - timedelta(days=_reminded_days(ladder, severity))
    friendly, friendly_at = database.execute_sql(
        _FRIENDLY.format(who), (group, to_text(lately))
    ).fetchone()
    counted = sent.get(StepKind.REMINDER, (0, ""))
    reminders = counted[0] + friendly, max(counted[1], stored.known_moment(friendly_at))
    warnings = [sent[k] for k in (StepKind.WARNING, StepKind.FINAL_WARNING) if k in sent]
    talks, talked_at, offers, offered_at = database.execute_sql(
        _TALKS.format(who), (group,)
    ).fetchone()
    answered = database.execute_sql(_ANSWERED.format(who), (group,)).fetchone()[0]
    published = None
    if rule is not None:
        moment = happened_at or now
        code = code_at(rule, moment)
        published = database.execute_sql(_IN_FORCE, (code, stay.group_id, moment)).fetchone()
    return FairFacts(
        rule_version=stored.number(published[0], 1) if published else 0,
        rule_published_at=stored.moment_text(published[1]) if published else "",
        published_before_breach=published is not None,
        reminders=reminders[0],
        last_reminder_at=reminders[1],
        warnings=sum(count for count, _ in warnings),
        last_warning_at=max((at for _, at in warnings), default=""),
        final_warning_at=sent.get(StepKind.FINAL_WARNING, (0, ""))[1],
        ladder_has_reminder=bool(ladder.positions(StepKind.REMINDER)),
        ladder_has_final_warning=bool(ladder.positions(StepKind.FINAL_WARNING)),
        talks=talks,
        last_talk_at=stored.known_moment(talked_at),
        talk_offered=(offers, stored.known_moment(offered_at)),
        answered_at=stored.known_moment(answered),
        past_reminder=past.get(StepKind.REMINDER, none),
        past_warning=(sum(count for count, _ in warned), max(at for _, at in warned)),
        past_final_warning=past.get(StepKind.FINAL_WARNING, none),
    )


def _reminded_days(ladder: Ladder, severity: Severity) -> int:
    """Return for how many days a reminder is remembered: as long as the ladder's first step."""
    first = (*ladder.positions(StepKind.REMINDER), 1)[0]
    return min(ladder.steps[first - 1].days(severity), MAX_COUNTS_DAYS) if ladder.steps else 0
