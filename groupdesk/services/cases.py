# SPDX-License-Identifier: MIT
"""Cases: the list, one case, closing and opening again."""

from typing import Any
from uuid import UUID

from groupdesk.domain.act_records import CaseRow, Incident
from groupdesk.domain.enums import Action, CaseState, NoticedHow, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import Case
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of

_ACTS = """
SELECT case_id, recorded_at AS at FROM talk
UNION ALL SELECT case_id, prepared_at FROM member_warning
UNION ALL SELECT case_id, decided_at FROM removal
"""
_SELECT = f"""
SELECT c.id, c.group_id, g.name, c.membership_id, m.name, c.rule_code,
    coalesce((SELECT r.titles FROM rule r JOIN rulebook b ON b.id = r.rulebook_id
        WHERE b.group_id = c.group_id AND r.code = c.rule_code
        ORDER BY b.version DESC LIMIT 1), '{{}}'),
    c.state, c.outcome, c.opened_at, coalesce(c.closed_at, ''),
    (SELECT count(*) FROM ({_ACTS}) a WHERE a.case_id = c.id),
    coalesce((SELECT max(at) FROM ({_ACTS}) a WHERE a.case_id = c.id), ''),
    (SELECT count(*) FROM evidence_link l WHERE
        (l.subject_kind = 'warning'
            AND l.subject_id IN (SELECT id FROM member_warning WHERE case_id = c.id))
        OR (l.subject_kind = 'talk'
            AND l.subject_id IN (SELECT id FROM talk WHERE case_id = c.id))
        OR (l.subject_kind = 'removal'
            AND l.subject_id IN (SELECT id FROM removal WHERE case_id = c.id))),
    EXISTS (SELECT 1 FROM removal x WHERE x.case_id = c.id
        AND NOT EXISTS (SELECT 1 FROM reversal v
            WHERE v.target_kind = 'removal' AND v.target_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM task t WHERE t.removal_id = x.id AND t.done_at IS NULL))
FROM case_file c
JOIN customer_group g ON g.id = c.group_id
JOIN membership m ON m.id = c.membership_id
"""


class Cases:
    """The cases of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

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

        `before` goes on from that number. With `person_id` those of all entries of the person.
        """
        parts: list[str] = ["1"]
        values: list[object] = []
        for column, value in (
            ("c.group_id", group_id),
            ("c.state", state.value if state else None),
            ("c.membership_id", membership_id),
        ):
            if value is not None:
                parts.append(f"{column} = ?")
                values.append(value)
        if person_id is not None:
            with self._ledger.reading():
                entries = entries_of(self._ledger.database, person_id)
            parts.append(f"c.person_id IN {among(entries)}")
        if before is not None:
            parts.append("c.id < ?")
            values.append(before)
        sql = f"{_SELECT} WHERE {' AND '.join(parts)} ORDER BY c.id DESC LIMIT {limit}"
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql, values)
            return tuple(_row(row, language) for row in rows)

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

    def get(self, number: int, language: str = "en") -> CaseRow:
        """Return one case. Raises StateChangedError("case_gone") when there is none."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                f"{_SELECT} WHERE c.id = ?", (number,)
            ).fetchone()
        if row is None:
            raise StateChangedError("case_gone", number=number)
        return _row(row, language)

    def incident(self, number: int) -> Incident:
        """Return what happened, as the case keeps it. Raises StateChangedError("case_gone")."""
        with self._ledger.reading():
            case = Case.get_or_none(Case.id == number)
            if case is None:
                raise StateChangedError("case_gone", number=number)
            return Incident(
                stored.known_moment(case.happened_at),
                stored.one_of(NoticedHow, case.noticed_how),
                case.quoted_text,
                case.happened_assumed,
            )

    def close(self, operation: UUID, number: int, outcome: str) -> Receipt:
        """Close a case with its outcome. Raises ValidationError without one."""
        text = require_text("outcome", outcome, limit=MAX_REASON, code="outcome_missing")
        return self._turn(operation, number, CaseState.CLOSED, Action.CASE_CLOSE, text)

    def reopen(self, operation: UUID, number: int, reason: str) -> Receipt:
        """Open a closed case again, with a reason. Raises ValidationError without one."""
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")
        return self._turn(operation, number, CaseState.OPEN, Action.CASE_REOPEN, text)

    def _turn(
        self, operation: UUID, number: int, state: CaseState, action: Action, text: str
    ) -> Receipt:
        def work(entry: Entry) -> None:
            case = Case.get_or_none(Case.id == number)
            if case is None or case.state == state.value:
                raise StateChangedError("case_changed", number=number)
            before = {"state": case.state, "outcome": case.outcome}
            case.state = state.value
            closing = state is CaseState.CLOSED
            case.outcome = text if closing else ""
            case.closed_at = entry.now_text if closing else None
            case.save()
            entry.about(
                SubjectKind.CASE, number, Topic.CASES, Topic.MEMBERS, group_id=case.group_id
            )
            entry.record(
                person_id=case.person_id,
                before=before,
                after=casework.names(case.membership)
                | {"case": number, "state": state.value, "reason": text},
                rows=[case],
            )

        return self._ledger.run(operation, action, work)


def _row(row: tuple[Any, ...], language: str) -> CaseRow:
    titles = stored.texts(row[6])
    title = titles.get(language) or next(iter(titles.values()), "")
    number, group_id, group, membership_id, member, code = row[:6]
    state, outcome, opened_at, closed_at, acts, last_act, evidence, carried_out = row[7:]
    return CaseRow(
        number=number,
        group_id=group_id,
        group_name=group,
        membership_id=membership_id,
        member_name=member,
        rule_code=code,
        rule_title=title,
        state=stored.one_of(CaseState, state),
        outcome=outcome,
        opened_at=stored.moment_text(opened_at),
        closed_at=stored.known_moment(closed_at),
        acts=acts,
        last_act=stored.known_moment(last_act),
        evidence=evidence,
        carried_out=bool(carried_out),
    )
