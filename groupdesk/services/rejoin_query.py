# SPDX-License-Identifier: MIT
"""Requests to come back, read: one with all that whoever answers it must see, and lists."""

from collections import defaultdict
from datetime import timedelta
from typing import Any, NamedTuple

from groupdesk.domain import rejoins
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import DeliveryRecord
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Language, MembershipState, Platform
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.leaving_enums import RejoinChip, RejoinEntryKind, RejoinState
from groupdesk.domain.rejoin_records import (
    RejoinCounts,
    RejoinEntryRecord,
    RejoinFilter,
    RejoinRecord,
    RejoinRow,
    TrialFacts,
)
from groupdesk.domain.rejoins import Step
from groupdesk.domain.search_tokens import fold
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.leaving_ways import read_way
from groupdesk.services.ledger import Ledger
from groupdesk.services.rejoin_state import trial_days_of
from groupdesk.services.same_person import among, entries_of, stays_of

_ROWS = """
SELECT x.id, x.person_id, coalesce(x.membership_id, 0), g.id, g.name, g.platform, x.name,
    x.asked_at, x.reason, g.archived_at IS NOT NULL, g.leaving, o.name, x.recorded_at, x.channel,
    p.language, g.language
FROM rejoin_request x JOIN customer_group g ON g.id = x.group_id
JOIN operator o ON o.id = x.operator_id JOIN person p ON p.id = x.person_id
"""
_ENTRIES = """
SELECT e.rejoin_id, e.id, e.kind, e.at, e.recorded_at, o.name, e.text, coalesce(e.until, ''),
    e.override_reason, e.letter, e.letter_language, coalesce(e.membership_id, 0), e.facts, m.state
FROM rejoin_entry e JOIN operator o ON o.id = e.operator_id
LEFT JOIN membership m ON m.id = e.membership_id WHERE e.rejoin_id IN {0} ORDER BY e.id
"""
_LETTERS = """
SELECT n.target_id, n.state, n.at, o.name, n.channel, n.note, n.recorded_at FROM notice_event n
JOIN operator o ON o.id = n.operator_id
WHERE n.target_kind = 'rejoin' AND n.target_id IN {0} ORDER BY n.id
"""
_HERE = """
SELECT id FROM membership WHERE person_id IN {0} AND group_id = ? AND state = 'active'
ORDER BY id DESC LIMIT 1
"""
_TRIAL = """
SELECT m.message_count, coalesce(m.last_active, ''),
    (SELECT count(*) FROM member_warning w JOIN membership s ON s.id = w.membership_id
        WHERE s.person_id IN {0} AND s.group_id = m.group_id AND w.prepared_at >= ? AND w.step > 0
        AND EXISTS (SELECT 1 FROM warning_event e WHERE e.warning_id = w.id AND e.state = 'sent')
        AND NOT EXISTS (SELECT 1 FROM warning_event e
            WHERE e.warning_id = w.id AND e.state = 'not_delivered')
        AND NOT EXISTS (SELECT 1 FROM reversal v
            WHERE v.target_kind = 'warning' AND v.target_id = w.id AND v.kind IS NULL)),
    (SELECT count(*) FROM talk t JOIN membership s ON s.id = t.membership_id
        WHERE s.person_id IN {0} AND s.group_id = m.group_id AND t.happened_at >= ?
        AND t.not_held IS NULL)
FROM membership m WHERE m.id = ?
"""


class _Base(NamedTuple):
    id: int
    person_id: int
    membership_id: int
    group_id: int
    group_name: str
    platform: str
    name: str
    asked_at: str
    reason: str
    archived: int
    way: str | None
    operator: str
    recorded_at: str
    channel: str
    language: str
    group_language: str


class Found(NamedTuple):
    """A request with what was recorded about it."""

    row: RejoinRow
    base: _Base
    entries: tuple[RejoinEntryRecord, ...]
    deliveries: tuple[DeliveryRecord, ...]

    @property
    def unread(self) -> RejoinEntryRecord | None:
        """The yes against what holds that nobody who may lift decisions has read."""
        ends = rejoins.ANSWERS | {RejoinEntryKind.OVERRIDE_READ}
        last = next((one for one in reversed(self.entries) if one.kind in ends), None)
        return last if last is not None and last.to_read else None


def rows_where(ledger: Ledger, where: str, values: tuple[object, ...] = ()) -> list[Found]:
    """Return the requests for which a condition over `x`, `g` and `p` holds; the caller reads."""
    database = ledger.database
    rows = database.execute_sql(f"{_ROWS} WHERE {where} ORDER BY x.id", values)
    bases = [_Base(*row) for row in rows]
    ids = among(base.id for base in bases)
    entries: dict[int, list[tuple[RejoinEntryRecord, Step]]] = defaultdict(list)
    for ident, *entry in database.execute_sql(_ENTRIES.format(ids)):
        entries[ident].append(_entry(entry))
    letters: dict[int, list[tuple[str, DeliveryRecord]]] = defaultdict(list)
    for ident, *letter in database.execute_sql(_LETTERS.format(ids)):
        letters[ident].append(_delivery(letter))
    return [_found(ledger, base, entries[base.id], letters[base.id]) for base in bases]


class RejoinList:
    """Lists of requests to come back."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def rows(self, which: RejoinFilter) -> tuple[RejoinRow, ...]:
        """Return the requests that fit: those that wait first, by the day that comes next."""
        found = [row for row in self._of(which) if which.chip in {None, row.chip}]
        return tuple(sorted(found, key=_place))

    def counts(self, which: RejoinFilter) -> RejoinCounts:
        """Return how many each chip would show beside group and text."""
        found = self._of(which)
        chips: dict[RejoinChip | None, int] = dict.fromkeys((None, *RejoinChip), 0)
        chips[None] = len(found)
        for row in found:
            chips[row.chip] += 1
        return RejoinCounts(chips)

    def resting(self, rejoin_id: int) -> tuple[TodoRecord, ...]:
        """Return what is to be done about somebody's leaving, which rests once they are back."""
        from groupdesk.services.exit_due import due_from_exits  # noqa: PLC0415  # seldom asked for

        with self._ledger.reading():
            found = rows_where(self._ledger, "x.id = ?", (rejoin_id,))
            if not found:
                return ()
            row, database = found[0].row, self._ledger.database
            stays = set(stays_of(database, [row.person_id]))
            return tuple(
                item
                for item in due_from_exits(self._ledger)
                if item.membership_id in stays and item.group_id == row.group_id
            )

    def _of(self, which: RejoinFilter) -> list[RejoinRow]:
        where, values = ("g.id = ?", (which.group_id,)) if which.group_id else ("1", ())
        with self._ledger.reading():
            rows = [one.row for one in rows_where(self._ledger, where, values)]
        wanted = fold(which.text.strip())
        said = ("\n".join((row.name, row.group_name, row.reason)) for row in rows)
        return [row for row, text in zip(rows, said, strict=True) if wanted in fold(text)]


def read_rejoin(ledger: Ledger, rejoin_id: int) -> RejoinRecord:
    """Return a request with all that belongs to it.

    Raises StateChangedError("rejoin_gone"), StorageError("damaged").
    """
    from groupdesk.services.rejoin_known import known_of  # noqa: PLC0415  # a start lists only

    with ledger.reading():
        found = rows_where(ledger, "x.id = ?", (rejoin_id,))
        if not found:
            raise StateChangedError("rejoin_gone")
        ((row, base, entries, deliveries),) = found
        database = ledger.database
        who = among(entries_of(database, row.person_id))
        here = database.execute_sql(_HERE.format(who), (row.group_id,)).fetchone()
        known = known_of(ledger, row.group_id, row.person_id, leave_out=rejoin_id)
        trial = None
        if row.state is RejoinState.ON_TRIAL:
            trial = _trial(database, who, entries, known.open_cases)
    written = stored.one_of(Language, base.group_language)
    return RejoinRecord(
        row=row,
        operator=base.operator,
        recorded_at=stored.moment_text(base.recorded_at),
        channel=stored.one_of(AppealChannel, base.channel),
        language=Language(base.language) if base.language in set(Language) else written,
        known=known,
        entries=entries,
        choices=rejoins.allowed(row.state),
        deliveries=deliveries,
        here=int(here[0]) if here else 0,
        trial=trial,
    )


def _found(
    ledger: Ledger,
    base: _Base,
    entries: list[tuple[RejoinEntryRecord, Step]],
    letters: list[tuple[str, DeliveryRecord]],
) -> Found:
    told = tuple(record for record, _step in entries)
    where = rejoins.stands(step for _record, step in entries)
    written = next((one for one in reversed(told) if one.letter), None)
    # a letter's own record is one that was written down after the letter was
    sent = [one for at, one in letters if written is not None and at >= written.recorded_at]
    back = next(
        (e for e in reversed(told) if e.kind is RejoinEntryKind.CAME_BACK and e.holds), None
    )
    clock = ledger.clock()
    asked = stored.moment(base.asked_at).astimezone(clock.tzinfo).date()
    answer_by = asked + timedelta(days=read_way(base.way).answer_days)
    row = RejoinRow(
        id=base.id,
        person_id=base.person_id,
        membership_id=back.membership_id if back else base.membership_id,
        group_id=base.group_id,
        group_name=base.group_name,
        platform=stored.one_of(Platform, base.platform),
        name=base.name,
        asked_at=stored.moment_text(base.asked_at),
        reason=base.reason,
        state=where.state,
        chip=rejoins.chip_of(where, clock.date().isoformat()),
        answer_by=answer_by.isoformat(),
        until=where.until,
        has_letter=written is not None,
        letter=sent[-1].state if sent else None,
        archived=bool(base.archived),
    )
    return Found(row, base, told, tuple(one for _at, one in letters))


def _entry(row: list[Any]) -> tuple[RejoinEntryRecord, Step]:
    ident, kind, at, recorded, operator, text, until, override, letter, language = row[:10]
    stay, facts, state = row[10:]
    step = Step(
        stored.one_of(RejoinEntryKind, kind),
        stored.known_day(until),
        stored.one_of(MembershipState, state) if state is not None else None,
    )
    known = stored.fields(facts) if facts else {}
    record = RejoinEntryRecord(
        id=int(ident),
        kind=step.kind,
        at=stored.moment_text(at),
        recorded_at=stored.moment_text(recorded),
        operator=str(operator),
        text=str(text),
        until=step.until,
        trial_days=trial_days_of(facts),
        override_reason=str(override),
        letter=str(letter),
        letter_language=str(language),
        membership_id=int(stay),
        snapshot_id=stored.number(known.get("snapshot", 0)),
        holds=step.holds,
        to_read=bool(known.get("to_read", False)),
    )
    return record, step


def _delivery(row: list[Any]) -> tuple[str, DeliveryRecord]:
    state, at, operator, channel, note, recorded = row
    moment = stored.moment_text(at)
    record = DeliveryRecord(stored.one_of(NoticeState, state), moment, operator, channel, note)
    return stored.moment_text(recorded), record


def _trial(
    database: WorkspaceDatabase,
    who: str,
    entries: tuple[RejoinEntryRecord, ...],
    open_cases: tuple[int, ...],
) -> TrialFacts:
    back = [one for one in entries if one.kind is RejoinEntryKind.CAME_BACK and one.holds][-1]
    row = database.execute_sql(
        _TRIAL.format(who), (back.at, back.at, back.membership_id)
    ).fetchone()
    if row is None:
        raise StorageError("damaged")
    messages, active, warnings, talks = row
    return TrialFacts(
        since=back.at,
        messages=None if messages is None else stored.number(messages),
        last_active=stored.known_moment(active),
        warnings=int(warnings),
        talks=int(talks),
        open_cases=open_cases,
    )


def _place(row: RejoinRow) -> tuple[bool, str, int]:
    """Return where a row stands: those that wait by their day, then the others, newest first."""
    if row.chip is RejoinChip.OVER:
        return True, "", -row.id
    day = row.answer_by if row.state is RejoinState.OPEN else row.until
    return False, day or "9999", row.id
