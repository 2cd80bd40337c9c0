# SPDX-License-Identifier: MIT
"""The acts on a member or in a case, newest first, as timeline entries.

Each kind of act is read with one query, however many entries there are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import (
    Channel,
    Ground,
    Severity,
    StepKind,
    SubjectKind,
    Term,
    WarningState,
)
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import CitedRule, TimelineEntry
from groupdesk.domain.removal_states import Approval, RemovalState
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.step_records import StepProgress
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.domain.talk_records import FollowUp
from groupdesk.models import stored
from groupdesk.services.appeal_entries import appeals_of, appeals_of_case
from groupdesk.services.case_entries import openings, timeline_of_case
from groupdesk.services.departure_entries import departures_of
from groupdesk.services.evidence_rows import linked_evidence
from groupdesk.services.exit_entries import exits_of
from groupdesk.services.follow_ups import follow_ups_of
from groupdesk.services.incidents import APART_SQL, told_apart
from groupdesk.services.ladder_then import ladder_then, ladder_then_sql
from groupdesk.services.ledger import Ledger
from groupdesk.services.rejoin_entries import rejoins_of
from groupdesk.services.removal_state import state_sql, term_sql, until_sql
from groupdesk.services.removal_steps import progress_of
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.talk_entries import plans_of_case, talk_entries
from groupdesk.services.told_entries import told_of

_RULE = "ru.code, ru.titles, b.version, ru.severity"
_RULE_JOIN = " LEFT JOIN rule ru ON ru.id = a.rule_id LEFT JOIN rulebook b ON b.id = ru.rulebook_id"
_LIFTED = "v.at, v.reason, vo.name, v.kind"
_WARNINGS = f"""
SELECT a.id, a.case_id, a.prepared_at, o.name, a.step_kind, a.step, a.channel, a.message,
    a.language, a.channel_reason, {ladder_then_sql("a")}, {_RULE}, {_LIFTED},
    coalesce((SELECT e.recorded_at FROM warning_event e
        WHERE e.warning_id = a.id AND e.state = 'sent'), a.prepared_at),
    a.ladder_version, (SELECT max(l.version) FROM ladder_version l WHERE l.group_id = g.id),
    {APART_SQL}
FROM member_warning a
JOIN case_file c ON c.id = a.case_id
JOIN customer_group g ON g.id = c.group_id
JOIN operator o ON o.id = a.operator_id{_RULE_JOIN}
LEFT JOIN reversal v ON v.target_kind = 'warning' AND v.target_id = a.id
LEFT JOIN operator vo ON vo.id = v.operator_id
WHERE """
_TALKS = """
SELECT a.id, a.case_id, a.happened_at, o.name, a.channel, a.thanks, a.problem, a.cause,
    a.suggestion, a.agreement, a.follow_up_on, a.recorded_at, a.took_part, a.not_held
FROM talk a JOIN case_file c ON c.id = a.case_id JOIN operator o ON o.id = a.operator_id
WHERE """
_REMOVALS = f"""
SELECT a.id, a.case_id, a.decided_at, o.name, a.ground, a.reason, a.comment, {term_sql("a")},
    {until_sql("a")}, a.notice, a.notice_language, a.already_removed_at, {_RULE}, {_LIFTED},
    {state_sql("a")}, ap.name, p.at, p.note, a.left_at,
    (SELECT 1 FROM removal_term n WHERE n.removal_id = a.id), a.term, a.until, {APART_SQL}
FROM removal a JOIN case_file c ON c.id = a.case_id JOIN operator o ON o.id = a.operator_id
{_RULE_JOIN}
LEFT JOIN reversal v ON v.target_kind = 'removal' AND v.target_id = a.id
LEFT JOIN operator vo ON vo.id = v.operator_id
LEFT JOIN removal_approval p ON p.removal_id = a.id
LEFT JOIN operator ap ON ap.id = p.operator_id
WHERE """


class Timeline:
    """Reads what was done."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def of_member(
        self, membership_id: int, *, everywhere: bool = False
    ) -> tuple[TimelineEntry, ...]:
        """Return all acts on the person of this membership in its group, over all stays.

        That is over all entries that were linked as one person. With `everywhere` also the acts
        in other groups, each with the name of its group.
        """
        with self._ledger.reading():
            database = self._ledger.database
            stay = database.execute_sql(
                "SELECT person_id, group_id FROM membership WHERE id = ?", (membership_id,)
            ).fetchone()
            if stay is None:
                return ()
            persons, here = among(entries_of(database, stay[0])), int(stay[1])
            gone = departures_of(database, persons, 0 if everywhere else here, here)
            gone += told_of(database, persons, 0 if everywhere else here, here)
            gone += appeals_of(database, persons, 0 if everywhere else here, here)
            gone += exits_of(database, persons, 0 if everywhere else here, here)
            gone += rejoins_of(database, persons, 0 if everywhere else here, here)
            now = self._ledger.clock()
            gone += talk_entries(database, persons, 0 if everywhere else here, here, now)
        who = f"c.person_id IN {persons}"
        if not everywhere:
            return _latest_first(self._read(f"{who} AND c.group_id = ?", here), gone)
        return _latest_first(self._placed(self._read(f"{who} AND ?", 1), here), gone)

    def of_person(self, person_id: int) -> tuple[TimelineEntry, ...]:
        """Return all acts on a person in all groups, each with the name of its group."""
        with self._ledger.reading():
            who = among(entries_of(self._ledger.database, person_id))
            gone = departures_of(self._ledger.database, who, 0, 0)
            gone += told_of(self._ledger.database, who, 0, 0)
            gone += appeals_of(self._ledger.database, who, 0, 0)
            gone += exits_of(self._ledger.database, who, 0, 0)
            gone += rejoins_of(self._ledger.database, who, 0, 0)
            gone += talk_entries(self._ledger.database, who, 0, 0, self._ledger.clock())
        return _latest_first(self._placed(self._read(f"c.person_id IN {who} AND ?", 1), 0), gone)

    def of_case(self, number: int) -> tuple[TimelineEntry, ...]:
        """Return the acts of one case, and how operators worked on it but for their notes."""
        with self._ledger.reading():
            worked = timeline_of_case(self._ledger.database, number)
            worked += appeals_of_case(self._ledger.database, number)
            worked += plans_of_case(self._ledger.database, number, self._ledger.clock())
        return _latest_first(self._read("c.id = ?", number, opened=False), worked)

    def _placed(self, entries: tuple[TimelineEntry, ...], here: int) -> tuple[TimelineEntry, ...]:
        """Say of each act outside the group `here` in which group it was."""
        cases = among({entry.case_number for entry in entries})
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                "SELECT c.id, g.name FROM case_file c JOIN customer_group g ON g.id = c.group_id"
                f" WHERE c.id IN {cases} AND g.id <> ?",
                (here,),
            )
            names = {int(case): str(name) for case, name in rows}
        return tuple(
            replace(entry, elsewhere=names.get(entry.case_number, "")) for entry in entries
        )

    def _read(self, where: str, value: int, *, opened: bool = True) -> tuple[TimelineEntry, ...]:
        with self._ledger.reading():
            warnings = self._rows(_WARNINGS + where, value)
            events = self._events([row[0] for row in warnings])
            further = self._further_rules([row[0] for row in warnings])
            reviews = self._reviews([row[0] for row in warnings])
            talks = self._rows(_TALKS + where, value)
            later = follow_ups_of(self._ledger.database, [row[0] for row in talks])
            removals = self._rows(_REMOVALS + where, value)
            steps = progress_of(self._ledger.database, [row[0] for row in removals])
            entries = [
                *_with_evidence(
                    "warning",
                    warnings,
                    lambda row: (
                        _warning(row, events[row[0]], *reviews.get(row[0], ()))
                        | {"more_rules": further.get(row[0], ())}
                    ),
                ),
                *_with_evidence("talk", talks, lambda row: _talk(row, later.get(row[0]))),
                *_with_evidence("removal", removals, lambda row: _removal(row, steps[row[0]])),
                *(openings(self._ledger.database, where, value) if opened else ()),
            ]
        return _latest_first(entries, ())

    def _rows(self, sql: str, value: int) -> list[tuple[Any, ...]]:
        return list(self._ledger.database.execute_sql(sql, (value,)).fetchall())

    def _events(self, warning_ids: list[int]) -> dict[int, list[tuple[str, str, str, str]]]:
        found: dict[int, list[tuple[str, str, str, str]]] = {key: [] for key in warning_ids}
        marks = ",".join("?" * len(warning_ids))
        for warning, state, at, until, note in self._ledger.database.execute_sql(
            "SELECT warning_id, state, at, coalesce(counts_until, ''), note FROM warning_event"
            f" WHERE warning_id IN ({marks}) ORDER BY id",
            warning_ids,
        ):
            found[warning].append((state, at, until, note))
        return found

    def _further_rules(self, warning_ids: list[int]) -> dict[int, tuple[CitedRule, ...]]:
        """Return the rules that messages named beside their first one."""
        found: dict[int, list[CitedRule]] = {}
        for warning, *columns in self._ledger.database.execute_sql(
            f"SELECT a.warning_id, {_RULE} FROM warning_rule a{_RULE_JOIN}"
            f" WHERE a.warning_id IN {among(warning_ids)} ORDER BY a.position"
        ):
            found.setdefault(int(warning), []).append(_cited(columns))
        return {warning: tuple(rules) for warning, rules in found.items()}

    def _reviews(self, warning_ids: list[int]) -> dict[int, tuple[str, str]]:
        """Return the review whose message each is, and which step it was there."""
        found = self._ledger.database.execute_sql(
            "SELECT d.warning_id, v.name, d.kind FROM review_decision d"
            " JOIN review_row w ON w.id = d.row_id JOIN review v ON v.id = w.review_id"
            f" WHERE d.warning_id IN {among(warning_ids)}"
        )
        return {int(warning): (str(name), str(choice)) for warning, name, choice in found}


def _latest_first(
    acts: Iterable[TimelineEntry], departures: Iterable[TimelineEntry]
) -> tuple[TimelineEntry, ...]:
    entries = (*acts, *departures)
    return tuple(sorted(entries, key=lambda entry: entry.place, reverse=True))


def _with_evidence(
    kind: str,
    rows: list[tuple[Any, ...]],
    make: Callable[[tuple[Any, ...]], dict[str, Any]],
) -> Iterable[TimelineEntry]:
    pictures = linked_evidence(SubjectKind(kind).value, [row[0] for row in rows])
    for row in rows:
        yield TimelineEntry(
            kind=kind,
            id=row[0],
            case_number=row[1],
            evidence=pictures.get(row[0], ()),
            **make(row),
        )


def _warning(
    row: tuple[Any, ...],
    events: list[tuple[str, str, str, str]],
    review: str = "",
    choice: str = "",
) -> dict[str, Any]:
    (_, _, prepared, operator, kind, step, channel, message, language, why, ladder_text) = row[:11]
    ladder, step = ladder_then(ladder_text), stored.number(step)
    if not events:  # preparing a message writes the first one
        raise StorageError("damaged")
    # that it lapsed is said by its date; what became of the message before stays its state
    events = [event for event in events if event[0] != WarningState.LAPSED]
    sent = next((event for event in events if event[0] == "sent"), None)
    answered = next((event for event in events if event[0] == "acknowledged"), None)
    lost = next((event for event in events if event[0] == "not_delivered"), None)
    undelivered = lost[3] if lost else ""
    labelled = (("review", review), ("channel_reason", why), ("not_delivered", undelivered))
    known = 0 < step <= len(ladder.steps)
    return {
        "at": stored.moment_text(sent[1] if sent else prepared),
        "operator": operator,
        "step_kind": stored.one_of(StepKind, kind).value,
        "position": step,
        "number": ladder.number(step) if known else 1,
        "numbered": known and ladder.repeats(ladder.steps[step - 1].kind),
        "channel": stored.one_of(Channel, channel),
        "state": stored.one_of(WarningState, events[-1][0]).value,
        "state_at": stored.moment_text(events[-1][1]),
        "until": stored.moment_text(sent[2]) if sent else "",
        "text": message,
        "language": language,
        "lines": tuple(pair for pair in labelled if pair[1]),
        "last_notice": choice == ReviewChoice.LAST_NOTICE,
        "reply": answered[3] if answered else "",
        "recorded_at": stored.moment_text(row[19]),
        "ladder_version": _version(row[20], row[21]),
        "incident": told_apart(row[1], row[22:]),
        **_rule(row[11:15]),
        **_lifted(row[15:19]),
    }


def _talk(row: tuple[Any, ...], follow_up: FollowUp | None) -> dict[str, Any]:
    _, _, at, operator, channel, thanks, problem, cause, suggestion, agreement = row[:10]
    labelled = (
        ("thanks", thanks),
        ("problem", problem),
        ("cause", cause),
        ("suggestion", suggestion),
        ("agreement", agreement),
        ("took_part", row[12] or ""),
    )
    return {
        "at": stored.moment_text(at),
        "operator": operator,
        "channel": stored.one_of(Channel, channel),
        "state": stored.one_of(NotHeld, row[13]).value if row[13] is not None else "",
        "text": problem or agreement,
        "until": follow_up.due_on if follow_up else stored.known_day(row[10]),
        "follow_up": follow_up,
        "recorded_at": stored.moment_text(row[11]),
        "lines": tuple(pair for pair in labelled if pair[1]),
    }


def _removal(row: tuple[Any, ...], progress: StepProgress) -> dict[str, Any]:
    _, _, at, operator, ground, reason, comment, term, until, notice, language, already = row[:12]
    labelled = (
        ("comment", comment),
        ("notice", notice),
        ("already_removed_at", stored.known_moment(already)),
        ("left_at", stored.known_moment(row[24])),
    )
    by, approved_at, note = row[21:24]
    shortened, first_term, first_until = row[25:28]
    return {
        "at": stored.moment_text(at),
        "operator": operator,
        "ground": stored.one_of(Ground, ground).value,
        "text": reason,
        "term": stored.one_of(Term, term).value,
        "until": stored.known_day(until),
        "language": language,
        "lines": tuple(pair for pair in labelled if pair[1]),
        "steps_done": progress.done,
        "steps": progress.steps,
        "steps_not_needed": progress.not_needed,
        "tried": progress.tried,
        "state": stored.one_of(RemovalState, row[20]).value,
        "approval": Approval(by, stored.moment_text(approved_at), note) if by else None,
        "first_term": stored.one_of(Term, first_term) if shortened else None,
        "first_until": stored.known_day(first_until) if shortened else "",
        "incident": told_apart(row[1], row[28:]),
        **_rule(row[12:16]),
        **_lifted(row[16:20]),
    }


def _rule(columns: tuple[Any, ...]) -> dict[str, Any]:
    if columns[0] is None:
        return {}
    rule = _cited(columns)
    return {
        "rule_code": rule.code,
        "rule_titles": rule.titles,
        "rule_version": rule.version,
        "severity": rule.severity,
    }


def _cited(columns: Sequence[Any]) -> CitedRule:
    code, titles, version, severity = columns
    return CitedRule(
        code,
        stored.texts(titles),
        stored.number(version, 1),
        stored.one_of(Severity, severity),
    )


def _lifted(columns: tuple[Any, ...]) -> dict[str, Any]:
    at, reason, operator, how = columns
    if at is None:
        return {}
    return {
        "reversed_at": stored.moment_text(at),
        "reversal_reason": reason,
        "reversed_by": operator,
        "reversal": stored.one_of(ReversalKind, how or ReversalKind.LIFTED),
    }


def _version(given: object, newest: object) -> int | None:
    """Return the number of the ladder of a message, None in a group that has only the first."""
    return None if newest is None else 0 if given is None else stored.number(given, 1)
