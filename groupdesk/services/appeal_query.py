# SPDX-License-Identifier: MIT
"""Appeals, read: one with all that belongs to it, and lists."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from groupdesk.domain import appeals
from groupdesk.domain.appeal_enums import AppealChannel, AppealState
from groupdesk.domain.appeal_records import (
    Answer,
    AppealCounts,
    AppealEntryRecord,
    AppealFilter,
    AppealRecord,
    AppealRow,
    DecisionRecord,
    DeliveryRecord,
)
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import StepKind, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.search_marks import spelled
from groupdesk.domain.search_tokens import fold
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services import pinyin
from groupdesk.services.appeal_due import STATE_SQL
from groupdesk.services.appeal_targets import days_late, read_target
from groupdesk.services.evidence_rows import linked_evidence
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among, entries_of

_ROWS = f"""
SELECT a.id, a.target_kind, a.target_id, a.case_id, m.id, g.id, g.name, m.name, a.received_at,
    a.answer_by, {STATE_SQL}, coalesce(d.at, ''), coalesce(o.name, ''),
    (SELECT n.state FROM notice_event n WHERE n.target_kind = 'appeal' AND n.target_id = a.id
        ORDER BY n.id DESC LIMIT 1),
    coalesce(d.letter, '') <> '', w.step_kind, m.nickname
FROM appeal a JOIN membership m ON m.id = a.membership_id
JOIN customer_group g ON g.id = m.group_id
LEFT JOIN appeal_decision d ON d.appeal_id = a.id LEFT JOIN operator o ON o.id = d.operator_id
LEFT JOIN member_warning w ON a.target_kind = 'warning' AND w.id = a.target_id
"""
_OWN = """
SELECT o.name, a.recorded_at, a.channel, a.statement, a.answers, a.late_reason, a.again_reason
FROM appeal a JOIN operator o ON o.id = a.operator_id WHERE a.id = ?
"""
_ENTRIES = """
SELECT e.id, e.kind, e.at, o.name, e.text FROM appeal_entry e
JOIN operator o ON o.id = e.operator_id WHERE e.appeal_id = ? ORDER BY e.at, e.id
"""
_DECISION = """
SELECT d.outcome, d.at, o.name, d.reason, d.override_reason, d.letter, d.letter_language,
    n.term, n.until
FROM appeal_decision d JOIN operator o ON o.id = d.operator_id
JOIN appeal a ON a.id = d.appeal_id
LEFT JOIN removal_term n ON a.target_kind = 'removal' AND n.removal_id = a.target_id
    AND n.at = d.at AND d.outcome = 'reduced'
WHERE d.appeal_id = ?
"""
_LETTERS = """
SELECT n.state, n.at, o.name, n.channel, n.note FROM notice_event n
JOIN operator o ON o.id = n.operator_id
WHERE n.target_kind = 'appeal' AND n.target_id = ? ORDER BY n.id
"""
_BLOCKS = """
SELECT b.person_id, b.reason FROM block_entry b
WHERE b.person_id IN {0} AND b.case_id = ? AND b.state = 'blocked'
    AND b.id = (SELECT max(x.id) FROM block_entry x WHERE x.person_id = b.person_id)
ORDER BY b.id
"""


class AppealList:
    """Lists of appeals."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def rows(self, which: AppealFilter) -> tuple[AppealRow, ...]:
        """Return the appeals that fit: the open ones first, by the day they are to be answered."""
        today = self._today()
        found = [row for row in self._of(which) if _fits(row, which, today)]
        return tuple(sorted(found, key=_place))

    def counts(self, which: AppealFilter) -> AppealCounts:
        """Return how many each chip would show beside group and text."""
        rows = self._of(which)
        today = self._today()
        return AppealCounts(
            all=len(rows),
            open=sum(row.state is AppealState.OPEN for row in rows),
            overdue=sum(is_overdue(row, today) for row in rows),
            decided=sum(bool(row.decided_at) for row in rows),
            undelivered=sum(waits_for_letter(row) for row in rows),
        )

    def of_target(self, kind: SubjectKind, target_id: int) -> tuple[AppealRow, ...]:
        """Return the appeals against one removal or message, the newest first."""
        sql = f"{_ROWS} WHERE a.target_kind = ? AND a.target_id = ? ORDER BY a.id DESC"
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql, (kind.value, target_id))
            return tuple(map(_row, rows))

    def _of(self, which: AppealFilter) -> list[AppealRow]:
        """Return the appeals of a group or of all that the words find by what a line says."""
        group_id = which.group_id
        where, values = (" WHERE g.id = ?", (group_id,)) if group_id else ("", ())
        with self._ledger.reading():
            rows = map(_row, self._ledger.database.execute_sql(_ROWS + where, values))
            return [row for row in rows if _said(row, which.text)]

    def _today(self) -> str:
        return self._ledger.clock().date().isoformat()


def is_overdue(row: AppealRow, today: str) -> bool:
    """Say whether an open appeal should have been answered before today."""
    return row.state is AppealState.OPEN and row.answer_by < today


def waits_for_letter(row: AppealRow) -> bool:
    """Say whether a decision letter is written, and nobody recorded that it reached the member."""
    return row.has_letter and row.letter not in {NoticeState.SENT, NoticeState.ACKNOWLEDGED}


def read_appeal(ledger: Ledger, appeal_id: int) -> AppealRecord:
    """Return an appeal with all that belongs to it; the caller reads.

    Raises StateChangedError("appeal_gone"), StorageError("damaged").
    """
    execute = ledger.database.execute_sql
    found = execute(f"{_ROWS} WHERE a.id = ?", (appeal_id,)).fetchone()
    if found is None:
        raise StateChangedError("appeal_gone")
    row = _row(found)
    own = execute(_OWN, (appeal_id,)).fetchone()
    if own is None:  # whoever recorded it is not there
        raise StorageError("damaged")
    operator, recorded, channel, statement, answers, late, again = own
    target = read_target(ledger.database, ledger.clock, row.target_kind, row.target_id)
    blocks = blocks_for_case(ledger.database, target.person_id, row.case_number)
    decided = execute(_DECISION, (appeal_id,)).fetchone()
    is_open = row.state is AppealState.OPEN
    lifted = is_open and target.refusal == "already_lifted"
    until = date.fromisoformat(target.until) if target.until else None
    return AppealRecord(
        row=row,
        target=target,
        operator=str(operator),
        recorded_at=stored.moment_text(recorded),
        channel=stored.one_of(AppealChannel, channel),
        statement=str(statement),
        answers=tuple(
            Answer(str(question), str(said)) for question, said in stored.rows(answers, 2)
        ),
        late_reason=str(late),
        again_reason=str(again),
        days_late=days_late(target, ledger.clock, row.received_at),
        evidence=linked_evidence(SubjectKind.APPEAL.value, [appeal_id]).get(appeal_id, ()),
        entries=tuple(_entry(one) for one in execute(_ENTRIES, (appeal_id,))),
        decision=_decision(decided) if decided else None,
        deliveries=tuple(_delivery(one) for one in execute(_LETTERS, (appeal_id,))),
        outcomes=appeals.outcomes(target.term, until, ledger.clock().date(), lifted=lifted)
        if is_open
        else (),
        own_part=appeals.part_of(ledger.operator.id, target.first),
        block_reason=blocks[0][1] if blocks else "",
        lifted_meanwhile=lifted,
    )


def blocks_for_case(
    database: WorkspaceDatabase, person_id: int, case_number: int
) -> list[tuple[int, str]]:
    """Return which entries of a person are blocked because of a case, each with the reason."""
    who = among(entries_of(database, person_id))
    rows = database.execute_sql(_BLOCKS.format(who), (case_number,))
    return [(int(person), str(reason)) for person, reason in rows]


def _fits(row: AppealRow, which: AppealFilter, today: str) -> bool:
    return (
        which.state in {None, row.state}
        and (not which.overdue or is_overdue(row, today))
        and (not which.decided or bool(row.decided_at))
        and (not which.undelivered or waits_for_letter(row))
    )


def _said(row: AppealRow, text: str) -> bool:
    wanted = fold(text.strip())
    number = wanted.removeprefix("#")
    if number.isdecimal() and number == str(row.case_number):
        return True
    names = (row.member_name, row.nickname)
    return wanted in fold("\n".join((*names, row.group_name, row.decider))) or any(
        spelled(wanted.replace(" ", ""), name, pinyin.readings) is not None for name in names
    )


def _place(row: AppealRow) -> tuple[bool, str, int]:
    """Return where a row stands: the open ones by their day, then the others, newest first."""
    is_open = row.state is AppealState.OPEN
    return not is_open, row.answer_by if is_open else "", row.id if is_open else -row.id


def _row(row: Iterable[Any]) -> AppealRow:
    columns = tuple(row)
    ident, kind, target, case, stay, group, group_name, name, received, answer_by = columns[:10]
    state, decided, decider, letter, has_letter, step_kind, nickname = columns[10:]
    return AppealRow(
        id=int(ident),
        target_kind=stored.one_of(SubjectKind, kind),
        target_id=int(target),
        case_number=stored.number(case, 1),
        membership_id=int(stay),
        group_id=int(group),
        group_name=str(group_name),
        member_name=str(name),
        received_at=stored.moment_text(received),
        answer_by=stored.day(answer_by).isoformat(),
        state=stored.one_of(AppealState, state),
        decided_at=stored.known_moment(decided or None),
        decider=str(decider),
        letter=stored.one_of(NoticeState, letter) if letter else None,
        has_letter=bool(has_letter),
        step_kind=stored.one_of(StepKind, step_kind) if step_kind else None,
        nickname=str(nickname),
    )


def _entry(row: Iterable[Any]) -> AppealEntryRecord:
    ident, kind, at, operator, text = row
    return AppealEntryRecord(
        int(ident),
        stored.one_of(AppealEntryKind, kind),
        stored.moment_text(at),
        str(operator),
        str(text),
    )


def _decision(row: Iterable[Any]) -> DecisionRecord:
    outcome, at, operator, reason, override, letter, language, term, until = row
    return DecisionRecord(
        outcome=stored.one_of(AppealOutcome, outcome),
        at=stored.moment_text(at),
        operator=str(operator),
        reason=str(reason),
        override_reason=str(override),
        letter=str(letter),
        letter_language=str(language),
        term=stored.one_of(Term, term) if term else None,
        until=stored.known_day(until),
    )


def _delivery(row: Iterable[Any]) -> DeliveryRecord:
    state, at, operator, channel, note = row
    return DeliveryRecord(
        stored.one_of(NoticeState, state), stored.moment_text(at), str(operator), channel, note
    )
