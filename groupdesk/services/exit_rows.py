# SPDX-License-Identifier: MIT
"""The lines of the list of requests to leave, and what was recorded about each."""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple

from groupdesk.domain import exits
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import MemberRole, MembershipState, Platform
from groupdesk.domain.errors import StorageError
from groupdesk.domain.exit_records import (
    ExitEntryRecord,
    ExitRow,
)
from groupdesk.domain.leaving_enums import (
    ExitChip,
    ExitEntryKind,
    ExitReason,
    ExitState,
)
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.exit_customers import Leaver, customers_of
from groupdesk.services.leaving_ways import read_way
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among

_ROWS = """
SELECT x.id, x.membership_id, m.person_id, g.id, g.name, g.platform, m.name, m.nickname, m.role,
    m.state, coalesce(m.ended_at, ''), x.asked_at, x.reason, x.reason_text, coalesce(x.wish_on, ''),
    coalesce(x.batch, ''), g.archived_at IS NOT NULL, g.leaving,
    m.state <> 'active' AND EXISTS (SELECT 1 FROM person p CROSS JOIN person e
        ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)
        CROSS JOIN membership n ON n.person_id = e.id
        WHERE p.id = m.person_id AND n.group_id = m.group_id AND (n.state = 'active'
            OR n.id > m.id AND n.state IN ('left', 'removed')))
FROM exit_request x CROSS JOIN membership m ON m.id = x.membership_id
JOIN customer_group g ON g.id = m.group_id
"""
_ENTRIES = """
SELECT e.exit_id, e.id, e.kind, e.at, e.recorded_at, o.name, e.text, coalesce(e.until, ''),
    e.replacement_name, coalesce(e.replacement_id, 0), e.letter, e.letter_language,
    e.reason, coalesce(e.reason_text, ''), e.facts
FROM exit_entry e JOIN operator o ON o.id = e.operator_id WHERE e.exit_id IN {0} ORDER BY e.id
"""
_TASKS = """
SELECT exit_id, kind, done_at IS NOT NULL, coalesce(due_on, '') FROM task
WHERE exit_id IN {0} AND kind IN ('exit_item', 'exit_check') ORDER BY id
"""
_WRITTEN = """(SELECT f.recorded_at || f.letter FROM exit_entry f
    WHERE f.exit_id = {0}.id AND f.letter <> '' ORDER BY f.id DESC LIMIT 1)"""
LETTERS = f"""
FROM exit_request x CROSS JOIN exit_request y ON y.id = x.id OR (x.batch <> '' AND y.batch = x.batch
    AND {_WRITTEN.format("y")} = {_WRITTEN.format("x")})
CROSS JOIN notice_event n ON n.target_kind = 'exit' AND n.target_id = y.id
    AND (y.id = x.id OR n.recorded_at >= (SELECT max(f.recorded_at) FROM exit_entry f
        WHERE f.exit_id = x.id AND f.letter <> ''))
JOIN operator o ON o.id = n.operator_id
"""
"""What became of the letters of requests `x`: one written for several of them is sent once."""
# A letter's own record is one that was written down after the letter was.
_LETTERS = f"""
SELECT x.id, n.state, n.recorded_at, n.at, o.name, n.channel, n.note {LETTERS}
WHERE x.id IN {{0}} ORDER BY n.id
"""


Found = tuple[ExitRow, tuple[ExitEntryRecord, ...]]
"""A request with what was recorded about it."""


class _Base(NamedTuple):
    id: int
    membership_id: int
    person_id: int
    group_id: int
    group_name: str
    platform: str
    member_name: str
    nickname: str
    role: str
    stay: str
    ended_at: str
    asked_at: str
    reason: str
    reason_text: str
    wish_on: str
    batch: str
    archived: int
    way: str | None
    back: int


class _Letter(NamedTuple):
    exit_id: int
    state: str
    recorded_at: str
    at: str
    operator: str
    channel: str
    note: str


def rows_where(ledger: Ledger, where: str, values: tuple[object, ...] = ()) -> list[Found]:
    """Return the requests for which a condition over `x`, `m` and `g` holds; the caller reads."""
    database = ledger.database
    rows = database.execute_sql(f"{_ROWS} WHERE {where} ORDER BY x.id", values)
    bases = [_Base(*row) for row in rows]
    ids = among(base.id for base in bases)
    entries: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for ident, *entry in database.execute_sql(_ENTRIES.format(ids)):
        entries[ident].append(tuple(entry))
    tasks: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
    for ident, kind, done, due in database.execute_sql(_TASKS.format(ids)):
        tasks[ident].append((str(kind), int(done), str(due)))
    letters: dict[int, _Letter] = {}
    for row in database.execute_sql(_LETTERS.format(ids)):
        letters[row[0]] = _Letter(*row)
    found = []
    for base in bases:
        stay = stored.one_of(MembershipState, base.stay)
        kinds = [stored.one_of(ExitEntryKind, one[1]) for one in entries[base.id]]
        state = exits.state_of(kinds, stay)
        told = _entries(entries[base.id], state)
        found.append((_row(ledger, base, state, told, tasks[base.id], letters.get(base.id)), told))
    return _with_customers(database, found)


def _row(
    ledger: Ledger,
    base: _Base,
    state: ExitState,
    entries: tuple[ExitEntryRecord, ...],
    tasks: list[tuple[str, int, str]],
    letter: _Letter | None,
) -> ExitRow:
    newest = tuple(reversed(entries))
    left = next((one for one in newest if one.kind is ExitEntryKind.LEFT and one.holds), None)
    answer = next((one for one in newest if one.kind in exits.ANSWERS), None)
    corrected = next((one for one in newest if one.reason is not None), None)
    written = next((one for one in newest if one.letter), None)
    sent = letter if written and letter and letter.recorded_at >= written.recorded_at else None
    items = [done for kind, done, _due in tasks if kind == "exit_item"]
    check = [(done, due) for kind, done, due in tasks if kind == "exit_check"][-1:]
    # who is in the group again is asked nothing about having left
    waits = state is ExitState.LEFT and bool(check) and not check[0][0] and not base.back
    asked = stored.moment(base.asked_at).astimezone(ledger.clock().tzinfo).date()
    answer_by = asked + timedelta(days=read_way(base.way).answer_days)
    return ExitRow(
        id=base.id,
        membership_id=base.membership_id,
        person_id=base.person_id,
        group_id=base.group_id,
        group_name=base.group_name,
        platform=stored.one_of(Platform, base.platform),
        member_name=base.member_name,
        nickname=base.nickname,
        role=stored.one_of(MemberRole, base.role),
        stay=stored.one_of(MembershipState, base.stay),
        asked_at=stored.moment_text(base.asked_at),
        reason=(corrected and corrected.reason) or stored.one_of(ExitReason, base.reason),
        reason_text=corrected.reason_text if corrected else base.reason_text,
        wish_on=stored.known_day(base.wish_on),
        state=state,
        chip=exits.chip_of(state, something_open=waits or not (base.back or all(items))),
        answer_by=answer_by.isoformat(),
        until=answer.until if answer else "",
        replacement_name=answer.replacement_name if answer else "",
        left_at=left.at if left else "",
        items_done=sum(items),
        items=len(items),
        customers_waiting=0,
        customers=0,
        check_on=stored.known_day(check[0][1]) if waits else "",
        letter=stored.one_of(NoticeState, sent.state) if sent else None,
        has_letter=written is not None,
        batch=base.batch,
        archived=bool(base.archived),
        back=bool(base.back),
    )


def _with_customers(database: WorkspaceDatabase, rows: list[Found]) -> list[Found]:
    """Return the rows with their customers, where something may still be to do about them."""
    going = [(row, entries) for row, entries in rows if row.state in exits.GOING]
    known = customers_of(database, [leaver_of(row, entries) for row, entries in going])
    found = []
    for row, entries in rows:
        customers = known.get(row.id, ())
        waiting = sum(one.waits for one in customers)
        left = row.state is ExitState.LEFT
        chip = ExitChip.AFTER if left and waiting and not row.back else row.chip
        counted = replace(row, customers=len(customers), customers_waiting=waiting, chip=chip)
        found.append((counted, entries))
    return found


def leaver_of(row: ExitRow, entries: tuple[ExitEntryRecord, ...]) -> Leaver:
    """Return a request as far as its customers go."""
    if row.state in exits.IN_FORCE:
        return Leaver(row.id, row.membership_id, row.group_id)
    left = next((one for one in reversed(entries) if one.kind is ExitEntryKind.LEFT), None)
    return Leaver(row.id, row.membership_id, row.group_id, left.customers if left else ())


def _entries(rows: list[tuple[Any, ...]], state: ExitState) -> tuple[ExitEntryRecord, ...]:
    found = []
    for row in rows:
        ident, kind, at, recorded, operator, text, until, name, who, *rest = row
        letter, language, reason, reason_text, facts = rest
        known = stored.fields(facts) if facts else {}
        left = stored.one_of(ExitEntryKind, kind) is ExitEntryKind.LEFT
        found.append(
            ExitEntryRecord(
                id=int(ident),
                kind=stored.one_of(ExitEntryKind, kind),
                at=stored.moment_text(at),
                recorded_at=stored.moment_text(recorded),
                operator=str(operator),
                text=str(text),
                until=stored.known_day(until),
                replacement_name=str(name),
                replacement_id=int(who),
                letter=str(letter),
                letter_language=str(language),
                reason=stored.one_of(ExitReason, reason) if reason is not None else None,
                reason_text=str(reason_text),
                snapshot_id=stored.number(known.get("snapshot", 0)),
                customers=_numbers(known.get("customers", [])),
                holds=not left or state is ExitState.LEFT,
            )
        )
    last = max((one.id for one in found if one.kind is ExitEntryKind.LEFT), default=0)
    return tuple(
        one._replace(holds=False) if one.kind is ExitEntryKind.LEFT and one.id != last else one
        for one in found
    )


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise StorageError("damaged")
    return tuple(stored.number(one, 1) for one in value)
