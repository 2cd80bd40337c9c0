# SPDX-License-Identifier: MIT
"""Cases: lists of them, one case, closing and opening again."""

import json
from array import array
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from groupdesk.domain.act_records import CaseRow, Incident
from groupdesk.domain.case_enums import CaseEntryKind, CaseOwner, CaseState, NoticedHow
from groupdesk.domain.case_records import CaseCounts, CaseFacts, CaseFilter, CaseRule
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.care import CaseEntry
from groupdesk.models.moderation import Case
from groupdesk.services import case_query, casework
from groupdesk.services.case_corrections import is_mistaken
from groupdesk.services.case_rules import all_versions, rule_in_force, rules_of_cases
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.standings import NOT_MISTAKEN

_OF_STAY = "(c.person_id, c.group_id) = (SELECT person_id, group_id FROM membership WHERE id = ?)"


class Cases:
    """The cases of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def ids(self, which: CaseFilter, sort: str = "-number") -> "array[int]":
        """Return the numbers of the cases that fit, in the order of a column.

        See `case_query.SORTS`; a "-" in front turns the order round. A case that the text names
        by its number comes first. Raises KeyError for an unknown column.
        """
        ordered, join = case_query.order(sort, case_query.number_in(which.text))
        with self._ledger.reading():
            condition = self._where(which)
            sql = f"SELECT c.id FROM case_file c {join} WHERE {condition.sql} ORDER BY {ordered}"
            rows = self._ledger.database.execute_sql(sql, condition.values)
            return array("q", (number for (number,) in rows))

    def of_numbers(self, numbers: Sequence[int], language: str = "en") -> tuple[CaseRow, ...]:
        """Return these cases, in no order that means anything."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                f"{case_query.ROW_SQL} WHERE c.id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(numbers)),),
            )
            return tuple(case_query.row(row, language) for row in rows)

    def chip_counts(self, which: CaseFilter) -> CaseCounts:
        """Return how many cases each chip would show beside what else is chosen."""
        with self._ledger.reading():
            condition = self._where(which, chips=False)
            rows = self._ledger.database.execute_sql(
                "SELECT c.state, CASE WHEN c.owner_id IS NULL THEN 0 WHEN c.owner_id = ? THEN 1"
                f" ELSE 2 END, {case_query.WAITING}, {case_query.WITH_EVIDENCE}, count(*)"
                f" FROM case_file c WHERE {condition.sql} GROUP BY 1, 2, 3, 4",
                (self._ledger.operator.id, *condition.values),
            ).fetchall()
        return _counted(rows, which)

    def rules(self, group_id: int | None, language: str = "en") -> tuple[CaseRule, ...]:
        """Return the rules that cases of a group, or of all, are about; see `rules_of_cases`."""
        with self._ledger.reading():
            return rules_of_cases(self._ledger.database, group_id, language)

    def rows(
        self,
        *,
        group_id: int | None = None,
        state: CaseState | None = None,
        membership_id: int | None = None,
        person_id: int | None = None,
        before: int | None = None,
        language: str = "en",
        limit: int = 500,
    ) -> tuple[CaseRow, ...]:
        """Return the newest cases that fit, with the rule's title in a language.

        `before` goes on from that number. With `membership_id` those of all stays of the person
        in the group, with `person_id` those of all entries of the person; neither has those that
        were about the wrong person.
        """
        parts: list[str] = ["1"]
        values: list[object] = []
        for condition, value in (
            ("c.group_id = ?", group_id),
            ("c.state = ?", state.value if state else None),
            (_OF_STAY, membership_id),
        ):
            if value is not None:
                parts.append(condition)
                values.append(value)
        if person_id is not None:
            with self._ledger.reading():
                entries = entries_of(self._ledger.database, person_id)
            parts.append(f"c.person_id IN {among(entries)}")
        if person_id is not None or membership_id is not None:
            parts.append(NOT_MISTAKEN)
        if before is not None:
            parts.append("c.id < ?")
            values.append(before)
        where = " AND ".join(parts)
        sql = f"{case_query.ROW_SQL} WHERE {where} ORDER BY c.id DESC LIMIT {limit}"
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql, values)
            return tuple(case_query.row(row, language) for row in rows)

    def counts(self, group_id: int | None) -> dict[CaseState, int]:
        """Return how many cases of a group, or of all, are in each state."""
        where, values = ("group_id = ?", (group_id,)) if group_id else ("1", ())
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                f"SELECT state, count(*) FROM case_file WHERE {where} GROUP BY state", values
            )
            return dict.fromkeys(CaseState, 0) | {
                stored.one_of(CaseState, state): int(n) for state, n in rows
            }

    def nobodys(self) -> int:
        """Return how many open cases of groups in use nobody looks after."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                "SELECT count(*) FROM case_file c JOIN customer_group g ON g.id = c.group_id"
                " WHERE c.state = 'open' AND c.owner_id IS NULL AND g.archived_at IS NULL"
            ).fetchone()
        return int(row[0])

    def get(self, number: int, language: str = "en") -> CaseRow:
        """Return one case. Raises StateChangedError("case_gone") when there is none."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                f"{case_query.ROW_SQL} WHERE c.id = ?", (number,)
            ).fetchone()
        if row is None:
            raise StateChangedError("case_gone", number=number)
        return case_query.row(row, language)

    def incident(self, number: int) -> Incident:
        """Return what happened, as the case keeps it. Raises StateChangedError("case_gone")."""
        return self.facts(number).incident

    def facts(self, number: int) -> CaseFacts:
        """Return what happened and who opened the case. Raises StateChangedError("case_gone")."""
        with self._ledger.reading():
            case = Case.get_or_none(Case.id == number)
            if case is None:
                raise StateChangedError("case_gone", number=number)
            opened = (CaseEntry.case == number) & (CaseEntry.kind == CaseEntryKind.OPENED.value)
            return CaseFacts(
                description=case.description or "",
                incident=Incident(
                    stored.known_moment(case.happened_at),
                    stored.one_of(NoticedHow, case.noticed_how),
                    case.quoted_text,
                    case.happened_assumed,
                ),
                opened_by=case.opened_by.name,
                by_hand=CaseEntry.get_or_none(opened) is not None,
                rule_id=case.rule_id or 0,
                rule_now=rule_in_force(case),
            )

    def close(self, operation: UUID, number: int, outcome: str) -> Receipt:
        """Close a case with its outcome. Raises ValidationError without one."""
        text = require_text("outcome", outcome, limit=MAX_REASON, code="outcome_missing")
        return self._turn(operation, number, CaseState.CLOSED, Action.CASE_CLOSE, text)

    def reopen(self, operation: UUID, number: int, reason: str) -> Receipt:
        """Open a closed case again, with a reason.

        Raises ValidationError without one, RefusedError("case_mistaken") for a case about the
        wrong person.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")
        return self._turn(operation, number, CaseState.OPEN, Action.CASE_REOPEN, text)

    def _turn(
        self, operation: UUID, number: int, state: CaseState, action: Action, text: str
    ) -> Receipt:
        def work(entry: Entry) -> None:
            case = write_turn(entry, number, state, text)
            entry.about(
                SubjectKind.CASE, number, Topic.CASES, Topic.MEMBERS, group_id=case.group_id
            )

        return self._ledger.run(operation, action, work)

    def _where(self, which: CaseFilter, *, chips: bool = True) -> case_query.Where:
        """Return what a filter asks. The caller reads."""
        return case_query.where(
            which,
            all_versions(which.rules) if which.rules else (),
            self._ledger.operator.id,
            to_text(self._ledger.clock() - timedelta(days=which.older_days)),
            chips=chips,
        )


def write_turn(entry: Entry, number: int, state: CaseState, text: str) -> Case:
    """Close a case or open it again, with its log payload; the caller names the entry's subject.

    Raises StateChangedError where it is so already, RefusedError("case_mistaken") for a case
    about the wrong person.
    """
    case = casework.case_of(number)
    if case.state == state.value:
        raise StateChangedError("case_changed", number=number)
    if is_mistaken(case):
        raise RefusedError("case_mistaken", number=number)
    closing = state is CaseState.CLOSED
    before = {"state": case.state, "outcome": case.outcome}
    case.state = state.value
    case.outcome = text if closing else ""
    case.closed_at = entry.now_text if closing else None
    case.save()
    kind = CaseEntryKind.CLOSED if closing else CaseEntryKind.REOPENED
    said = casework.add_entry(entry, case, kind, text)
    entry.record(
        person_id=case.person_id,
        before=before,
        after=casework.names(case.membership)
        | {"case": number, "state": state.value, "reason": text},
        rows=[case, said],
    )
    return case


def _counted(rows: Sequence[tuple[str, int, int, int, int]], which: CaseFilter) -> CaseCounts:
    states: Counter[CaseState | None] = Counter()
    owners: Counter[CaseOwner] = Counter()
    waiting = shown = 0
    for text, owner, waits, evidence, count in rows:
        state = stored.one_of(CaseState, text)
        whose = {CaseOwner.NOBODY} if owner == 0 else {CaseOwner.SOMEBODY}
        whose |= {CaseOwner.MINE} if owner == 1 else set()
        of_state = which.state in {None, state}
        of_owner = which.owner is None or which.owner in whose
        of_waiting = bool(waits) or not which.waiting
        of_evidence = bool(evidence) or not which.evidence
        if of_owner and of_waiting and of_evidence:
            states[state] += count
            states[None] += count
        if of_state and of_waiting and of_evidence:
            owners.update(dict.fromkeys(whose, count))
        if of_state and of_owner and of_evidence and waits:
            waiting += count
        if of_state and of_owner and of_waiting and evidence:
            shown += count
    return CaseCounts(states, owners, waiting, shown)
