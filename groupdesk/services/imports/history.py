# SPDX-License-Identifier: MIT
"""The member lists that a group was given: what each changed, and how large the group was."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.departures import GroupSize, ListLine, ListRecord
from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.import_preview import FieldChange, LineKind
from groupdesk.models import stored
from groupdesk.services.imports import changes
from groupdesk.services.ledger import Ledger

LIST_KINDS = (LineKind.NEW, LineKind.CHANGED, LineKind.LEFT)
"""What a list of the history is shown by."""
_LISTS = """
SELECT s.id, s.taken_at, s.file_name, s.format, coalesce(e.operator_name, ''), s.counts,
    u.recorded_at, coalesce(o.name, ''), coalesce(u.reason, '')
FROM snapshot s
LEFT JOIN audit_entry e ON e.subject_kind = 'snapshot' AND e.subject_id = s.id
    AND e.action = 'member.import'
LEFT JOIN import_undo u ON u.snapshot_id = s.id
LEFT JOIN operator o ON o.id = u.operator_id
"""
_NEW = """
SELECT m.id, m.name, m.nickname, m.role, m.joined_at, m.last_active FROM membership m
WHERE m.group_id = (SELECT group_id FROM snapshot WHERE id = ?1) AND m.snapshot_id = ?1
ORDER BY m.id LIMIT ?2 OFFSET ?3
"""
_CHANGED = """
SELECT m.id, m.name, m.nickname, c.before, c.after FROM import_change c
JOIN membership m ON m.id = c.membership_id
WHERE c.snapshot_id = ?1 AND coalesce(m.snapshot_id, 0) <> ?1 AND NOT EXISTS (
    SELECT 1 FROM departure d WHERE d.snapshot_id = ?1 AND d.membership_id = m.id)
ORDER BY c.id LIMIT ?2 OFFSET ?3
"""
_LEFT = """
SELECT m.id, m.name, m.nickname, d.how, coalesce(d.case_id, 0) FROM departure d
JOIN membership m ON m.id = d.membership_id
WHERE d.snapshot_id = ? AND NOT EXISTS (SELECT 1 FROM departure n
    WHERE n.membership_id = d.membership_id AND n.snapshot_id = d.snapshot_id AND n.id > d.id)
ORDER BY d.id LIMIT ? OFFSET ?
"""
# Who is here without a known day has been here since the list that brought them.
_TIMES = """
SELECT coalesce(m.joined_at, s.taken_at, p.created_at), m.ended_at
FROM membership m JOIN person p ON p.id = m.person_id
LEFT JOIN snapshot s ON s.id = m.snapshot_id
WHERE m.group_id = ? AND m.state <> 'withdrawn' AND m.is_bot = 0
    AND (m.state = 'active' OR m.ended_at IS NOT NULL)
"""
_MOST_POINTS = 60


class Lists:
    """The history of the member lists of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def of_group(self, group_id: int) -> tuple[ListRecord, ...]:
        """Return a group's lists, the latest first, the undone ones among them."""
        with self._ledger.reading():
            sql = f"{_LISTS} WHERE s.group_id = ? ORDER BY s.id DESC"
            rows = self._ledger.database.execute_sql(sql, (group_id,)).fetchall()
            return tuple(map(_record, rows))

    def get(self, snapshot_id: int) -> ListRecord:
        """Return one list. Raises StateChangedError when there is none."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                f"{_LISTS} WHERE s.id = ?", (snapshot_id,)
            ).fetchone()
            if row is None:
                raise StateChangedError("import_gone")
            return _record(row)

    def lines(
        self, snapshot_id: int, kind: LineKind, start: int = 0, limit: int = 200
    ) -> tuple[ListLine, ...]:
        """Return what a list did, a page of one kind (new, changed, left)."""
        sql, make = _KINDS[kind]
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql, (snapshot_id, limit, start)).fetchall()
            return tuple(map(make, rows))

    def sizes(self, group_id: int) -> tuple[GroupSize, ...]:
        """Return how many members the group had right after each list, and has now.

        Undone lists are left out. Before the first list nobody knows: who had left by then
        stands in no record.
        """
        with self._ledger.reading():
            execute = self._ledger.database.execute_sql
            moments = [
                str(at)
                for (at,) in execute(
                    "SELECT taken_at FROM snapshot s WHERE group_id = ? AND NOT EXISTS (SELECT 1"
                    " FROM import_undo u WHERE u.snapshot_id = s.id) ORDER BY taken_at DESC"
                    " LIMIT ?",
                    (group_id, _MOST_POINTS),
                )
            ]
            if not moments:
                return ()
            now = to_text(self._ledger.clock())
            moments = [*reversed(moments), *([now] if now > moments[0] else [])]
            times = execute(_TIMES, (group_id,)).fetchall()
        begun = sorted(begin for begin, _ in times)
        ended = sorted(max(begin, end) for begin, end in times if end)
        return tuple(
            GroupSize(stored.moment_text(at), bisect_right(begun, at) - bisect_right(ended, at))
            for at in moments
        )


def _record(row: tuple[Any, ...]) -> ListRecord:
    ident, at, name, kind, operator, counts, undone, undone_by, reason = row
    told = stored.fields(counts)
    number = {key: stored.number(told.get(key, 0)) for key in _COUNTS}
    return ListRecord(
        id=ident,
        taken_at=stored.moment_text(at),
        file_name=name,
        format=kind,
        operator=operator,
        undone_at=stored.known_moment(undone),
        undone_by=undone_by,
        undo_reason=reason,
        **number,
    )


_COUNTS = ("new", "changed", "left", "unchanged", "rejected")


def _new(row: tuple[Any, ...]) -> ListLine:
    names = ("role", "joined_at", "last_active")
    said = (
        FieldChange(name, "", str(value))
        for name, value in zip(names, row[3:], strict=True)
        if value and value != "member"
    )
    return ListLine(row[0], row[1], tuple(said), nickname=row[2])


def _changed(row: tuple[Any, ...]) -> ListLine:
    told = changes.told(changes.read(row[3]), changes.read(row[4]))
    return ListLine(row[0], row[1], told, nickname=row[2])


def _left(row: tuple[Any, ...]) -> ListLine:
    how = stored.one_of(DepartureHow, row[3])
    case = stored.number(row[4])
    return ListLine(row[0], row[1], how=how, case_number=case, nickname=row[2])


_KINDS: dict[LineKind, tuple[str, Callable[[tuple[Any, ...]], ListLine]]] = {
    LineKind.NEW: (_NEW, _new),
    LineKind.CHANGED: (_CHANGED, _changed),
    LineKind.LEFT: (_LEFT, _left),
}
