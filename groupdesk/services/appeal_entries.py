# SPDX-License-Identifier: MIT
"""Appeals as entries of a timeline: that somebody objected, and how it ended."""

from typing import Any

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import SubjectKind, Term
from groupdesk.domain.records import TimelineEntry
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.evidence_rows import linked_evidence

APPEAL = "appeal"
DECISION = "appeal_decision"

_APPEALS = """
SELECT a.id, a.case_id, a.recorded_at, a.received_at, o.name, a.statement, a.answer_by,
    a.late_reason, a.again_reason, a.target_kind, g.id, g.name, d.outcome, d.at, x.name, d.reason,
    d.override_reason, n.term, n.until, w.recorded_at, y.name, w.text
FROM case_file c JOIN appeal a ON a.case_id = c.id
JOIN customer_group g ON g.id = c.group_id JOIN operator o ON o.id = a.operator_id
LEFT JOIN appeal_decision d ON d.appeal_id = a.id LEFT JOIN operator x ON x.id = d.operator_id
LEFT JOIN removal_term n ON a.target_kind = 'removal' AND n.removal_id = a.target_id
    AND n.at = d.at AND d.outcome = 'reduced'
LEFT JOIN appeal_entry w ON w.appeal_id = a.id AND w.kind = 'withdrawn'
LEFT JOIN operator y ON y.id = w.operator_id
WHERE {0} ORDER BY a.id
"""


def appeals_of(
    database: WorkspaceDatabase, persons: str, group_id: int, here: int
) -> list[TimelineEntry]:
    """Return the appeals of these persons in one group or, for 0, in all.

    `persons` is a list for SQL; what was not in the group `here` carries its group's name.
    """
    where = f"c.person_id IN {persons} AND (?1 = 0 OR c.group_id = ?1)"
    return _entries(database.execute_sql(_APPEALS.format(where), (group_id,)).fetchall(), here)


def appeals_of_case(database: WorkspaceDatabase, number: int) -> list[TimelineEntry]:
    """Return the appeals of one case."""
    return _entries(database.execute_sql(_APPEALS.format("c.id = ?"), (number,)).fetchall(), None)


def _entries(rows: list[tuple[Any, ...]], here: int | None) -> list[TimelineEntry]:
    pictures = linked_evidence(SubjectKind.APPEAL.value, [int(row[0]) for row in rows])
    found = []
    for row in rows:
        ident, case = int(row[0]), stored.number(row[1], 1)
        elsewhere = "" if here is None or row[10] == here else str(row[11])
        outcome, decided, withdrawn = row[12], row[13], row[19]
        state = AppealState.OPEN.value
        if decided:
            state = stored.one_of(AppealOutcome, outcome).value
        elif withdrawn:
            state = AppealState.WITHDRAWN.value
        told = (("appeal_late", row[7]), ("appeal_again", row[8]))
        found.append(
            TimelineEntry(
                kind=APPEAL,
                id=ident,
                case_number=case,
                at=stored.moment_text(row[3]),
                operator=str(row[4]),
                state=state,
                text=str(row[5]),
                until=stored.day(row[6]).isoformat(),
                ground=stored.one_of(SubjectKind, row[9]).value,
                lines=tuple(pair for pair in told if pair[1]),
                evidence=pictures.get(ident, ()),
                elsewhere=elsewhere,
                recorded_at=stored.moment_text(row[2]),
            )
        )
        if decided or withdrawn:
            found.append(_end(row, ident, case, state, elsewhere))
    return found


def _end(row: tuple[Any, ...], ident: int, case: int, state: str, elsewhere: str) -> TimelineEntry:
    _outcome, decided, decider, reason, override, term, until, withdrawn, by, said = row[12:]
    return TimelineEntry(
        kind=DECISION,
        id=ident,
        case_number=case,
        at=stored.moment_text(decided or withdrawn),
        operator=str(decider or by),
        state=state,
        text=str(reason if decided else said),
        ground=stored.one_of(SubjectKind, row[9]).value,
        term=stored.one_of(Term, term).value if term else "",
        until=stored.known_day(until),
        lines=(("appeal_override", str(override)),) if override else (),
        elsewhere=elsewhere,
    )
