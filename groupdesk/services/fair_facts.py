# SPDX-License-Identifier: MIT
"""Reads from the records what the fair-process list asks for."""

from collections.abc import Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any, NamedTuple

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import FairItem, Severity, StepKind, SubjectKind
from groupdesk.domain.fairness import FairFacts, FairFound
from groupdesk.domain.ladder import MAX_COUNTS_DAYS, Ladder
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.rule_codes import code_at
from groupdesk.services.same_person import among, entries_of

# Beside a single max() SQLite takes the other columns from the row that has it.
_SENT = """
SELECT w.step_kind, count(*), max(e.at), w.id, c.id
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
SELECT count(*), max(e.at), w.id, c.id
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
SELECT t.not_held IS NULL, count(*), max(t.happened_at), t.id, c.id
FROM case_file c JOIN talk t ON t.case_id = c.id
WHERE c.person_id IN {0} AND c.group_id = ? GROUP BY 1
"""
_ANSWERED = """
SELECT count(*), max(e.at), w.id, c.id FROM case_file c
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


class InForce(NamedTuple):
    """The version of the rules that held at some moment, with the rule in question in it."""

    version: int
    published_at: str


class _Given(NamedTuple):
    """How many of a kind were given, and the last of them."""

    times: int = 0
    at: str = ""
    id: int = 0
    case: int = 0

    def found(self, kind: SubjectKind) -> FairFound | None:
        return FairFound(kind, self.id, self.case) if self.id else None


def fair_facts(
    database: WorkspaceDatabase,
    stay: Membership,
    rule: Rule | None,
    now: str,
    in_force: InForce | None,
) -> FairFacts:
    """Return what counts at `now`; `in_force` is what `rule_in_force` says of the rule.

    Lifted and undelivered messages were never given. What lapsed or was pardoned was given and
    no longer counts: its date is told, no more. A friendly reminder counts for no step, but it
    is a reminder, for as long as one of the ladder.
    """
    who, group = among(entries_of(database, stay.person_id)), stay.group_id
    sent = {
        stored.one_of(StepKind, kind): _given(row)
        for kind, *row in database.execute_sql(_SENT.format(who), (group, now))
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
    friendly = _given(
        database.execute_sql(_FRIENDLY.format(who), (group, to_text(lately))).fetchone()
    )
    counted = sent.get(StepKind.REMINDER, _Given())
    reminder = max(counted, friendly, key=attrgetter("at"))
    warnings = [sent[k] for k in (StepKind.WARNING, StepKind.FINAL_WARNING) if k in sent]
    warning = max(warnings, key=attrgetter("at"), default=_Given())
    final = sent.get(StepKind.FINAL_WARNING, _Given())
    talks = {
        bool(held): _given(row) for held, *row in database.execute_sql(_TALKS.format(who), (group,))
    }
    talk, offer = talks.get(True, _Given()), talks.get(False, _Given())
    answer = _given(database.execute_sql(_ANSWERED.format(who), (group,)).fetchone())
    acts = {
        FairItem.WARNED: warning.found(SubjectKind.WARNING),
        FairItem.FINAL_WARNED: final.found(SubjectKind.WARNING),
        FairItem.TALKED: talk.found(SubjectKind.TALK),
        FairItem.ANSWERED: answer.found(SubjectKind.WARNING),
    }
    acts[FairItem.REMINDED] = (
        reminder.found(SubjectKind.WARNING) or acts[FairItem.WARNED] or acts[FairItem.TALKED]
    )
    return FairFacts(
        rule_version=in_force.version if in_force else 0,
        rule_published_at=in_force.published_at if in_force else "",
        published_before_breach=in_force is not None,
        reminders=counted.times + friendly.times,
        last_reminder_at=reminder.at,
        warnings=sum(one.times for one in warnings),
        last_warning_at=warning.at,
        final_warning_at=final.at,
        ladder_has_reminder=bool(ladder.positions(StepKind.REMINDER)),
        ladder_has_final_warning=bool(ladder.positions(StepKind.FINAL_WARNING)),
        talks=talk.times,
        last_talk_at=talk.at,
        talk_offered=(offer.times, offer.at),
        answered_at=answer.at,
        past_reminder=past.get(StepKind.REMINDER, none),
        past_warning=(sum(count for count, _ in warned), max(at for _, at in warned)),
        past_final_warning=past.get(StepKind.FINAL_WARNING, none),
        found={item: act for item, act in acts.items() if act is not None},
    )


def rule_in_force(database: WorkspaceDatabase, rule: Rule, moment: str) -> InForce | None:
    """Return the version that had a rule, under whichever code, at a stored moment."""
    group = rule.rulebook.group_id
    row = database.execute_sql(_IN_FORCE, (code_at(rule, moment), group, moment)).fetchone()
    return InForce(stored.number(row[0], 1), stored.moment_text(row[1])) if row else None


def _given(row: Sequence[Any]) -> _Given:
    count, at, ident, case = row
    return _Given(stored.number(count), stored.known_moment(at), ident or 0, case or 0)


def _reminded_days(ladder: Ladder, severity: Severity) -> int:
    """Return for how many days a reminder is remembered: as long as the ladder's first step."""
    first = (*ladder.positions(StepKind.REMINDER), 1)[0]
    return min(ladder.steps[first - 1].days(severity), MAX_COUNTS_DAYS) if ladder.steps else 0
