# SPDX-License-Identifier: MIT
"""Reading the log: who did what when, before and after."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from groupdesk.domain.act_records import AuditDetail, AuditFilter, AuditRow
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.logged_marks import read_mark
from groupdesk.domain.logged_steps import read_step, read_tick
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger

_COLUMNS = """
SELECT e.seq, e.at, e.offset, e.operator_name, e.action, e.subject_kind, e.subject_id, e.group_id,
    coalesce(g.name, ''), e.hash, (SELECT body FROM audit_payload p WHERE p.seq = e.seq
        ORDER BY p.position LIMIT 1), e.previous, e.branch, (SELECT CASE WHEN json_valid(f.body)
        AND json_extract(f.body, '$.after.member') <> '' THEN (
            SELECT count(DISTINCT CASE WHEN json_valid(m.body)
                THEN json_extract(m.body, '$.after.member') END)
            FROM audit_payload m WHERE m.seq = e.seq) END
        FROM audit_payload f WHERE f.seq = e.seq ORDER BY f.position LIMIT 1)
FROM audit_entry e LEFT JOIN customer_group g ON g.id = e.group_id
"""
_OWN: Final = (
    *(Action.BACKUP_MAKE, Action.OPERATOR_SIGN_IN, Action.TASK_MARK),
    *(Action.EVIDENCE_VIEW, Action.EVIDENCE_COPY),
)
"""What happens at the desk and not in the groups: it would hide what happened there."""
_HAPPENED = f"{_COLUMNS} WHERE e.action NOT IN {tuple(one.value for one in _OWN)}"
MOST_CHANGES = 50  # an import touches thousands; the detail shows the first ones and the count


class AuditLog:
    """The log of a workspace, to read."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def rows(
        self, which: AuditFilter, *, before_seq: int | None = None, limit: int = 200
    ) -> tuple[AuditRow, ...]:
        """Return entries that fit, the newest first, from before an entry on."""
        where, values = self._where(which)
        if before_seq is not None:
            where.append("e.seq < ?")
            values.append(before_seq)
        sql = f"{_COLUMNS} WHERE {' AND '.join(where)} ORDER BY e.seq DESC LIMIT {limit}"
        with self._ledger.reading():
            return tuple(_row(row) for row in self._ledger.database.execute_sql(sql, values))

    def happened(self, limit: int) -> tuple[AuditRow, ...]:
        """Return the last things that happened in the groups, the newest first.

        Backups, signing in, looking at evidence and the order of one's own work are left out.
        """
        sql = f"{_HAPPENED} ORDER BY e.seq DESC LIMIT ?"
        with self._ledger.reading():
            return tuple(_row(row) for row in self._ledger.database.execute_sql(sql, (limit,)))

    def count(self, which: AuditFilter | None = None) -> int:
        """Return how many entries fit."""
        where, values = self._where(which or AuditFilter())
        sql = f"SELECT count(*) FROM audit_entry e WHERE {' AND '.join(where)}"
        with self._ledger.reading():
            return int(self._ledger.database.execute_sql(sql, values).fetchone()[0])

    def detail(self, seq: int) -> AuditDetail:
        """Return one entry with what it changed. Raises StateChangedError when there is none."""
        with self._ledger.reading():
            database = self._ledger.database
            row = database.execute_sql(f"{_COLUMNS} WHERE e.seq = ?", (seq,)).fetchone()
            if row is None:
                raise StateChangedError("entry_gone", seq=seq)
            bodies = database.execute_sql(
                "SELECT body FROM audit_payload WHERE seq = ? ORDER BY position LIMIT ?",
                (seq, MOST_CHANGES),
            ).fetchall()
            total = database.execute_sql(
                "SELECT count(*) FROM audit_payload WHERE seq = ?", (seq,)
            ).fetchone()[0]
        changes = []
        for (body,) in bodies:
            content = _content(body)
            changes.append((_part(content, "before"), _part(content, "after")))
        return AuditDetail(_row(row), bytes(row[11]).hex(), row[12], tuple(changes), total)

    def operators(self) -> tuple[tuple[int, str], ...]:
        """Return the operators that the log names, for the filter."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                "SELECT operator_id, max(operator_name) FROM audit_entry GROUP BY 1 ORDER BY 2"
            ).fetchall()
        return tuple((int(ident), str(name)) for ident, name in rows)

    def actions(self) -> tuple[Action, ...]:
        """Return the acts that the log names, for the filter; an index knows each at once."""
        sql = """WITH RECURSIVE act(name) AS (
            SELECT min(action) FROM audit_entry
            UNION ALL SELECT (SELECT min(action) FROM audit_entry WHERE action > act.name)
            FROM act WHERE act.name IS NOT NULL
        ) SELECT name FROM act WHERE name IS NOT NULL"""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql).fetchall()
        return tuple(Action(name) for (name,) in rows if name in set(Action))

    def _where(self, which: AuditFilter) -> tuple[list[str], list[object]]:
        parts: list[str] = ["1"]
        values: list[object] = []
        for column, value in (
            ("e.group_id", which.group_id),
            ("e.operator_id", which.operator_id),
            ("e.action", which.action.value if which.action else None),
        ):
            if value is not None:
                parts.append(f"{column} = ?")
                values.append(value)
        if which.since:
            parts.append("e.at >= ?")
            values.append(to_text(self._midnight(which.since)))
        if which.until:
            parts.append("e.at < ?")
            values.append(to_text(self._midnight(which.until, days=1)))
        return parts, values

    def _midnight(self, day: str, days: int = 0) -> datetime:
        start = datetime.combine(date.fromisoformat(day), time(), self._ledger.clock().tzinfo)
        return start + timedelta(days=days)


def _content(body: bytes | None) -> object:
    """Return a payload's content; nothing for one that was erased or made unreadable."""
    try:
        return json.loads(body or b"{}")
    except ValueError:
        return {}  # verify names it; the log's other lines can still be read


def _part(content: object, name: str) -> dict[str, object]:
    part = content.get(name) if isinstance(content, dict) else None
    return part if isinstance(part, dict) else {}


def _row(row: tuple[Any, ...]) -> AuditRow:
    content = _content(row[10])
    after = _part(content, "after")
    subject = next(
        (
            str(after[key])
            for key in ("member", "file", "report", "review", "group", "name", "operator", "path")
            if after.get(key)
        ),
        "",
    )
    nickname = str(after.get("nickname", "")) if after.get("member") else ""
    try:
        at = stored.moment_text(row[1])
        action, kind = stored.one_of(Action, row[4]), stored.one_of(SubjectKind, row[5])
    except StorageError as error:
        raise StorageError("log_unreadable", seq=row[0]) from error
    return AuditRow(
        seq=row[0],
        at=at,
        offset=row[2],
        operator=row[3],
        action=action,
        subject_kind=kind,
        subject_id=row[6],
        subject=subject,
        nickname=nickname if nickname != subject else "",
        others=max((row[13] or 1) - 1, 0),
        group_id=row[7],
        group_name=row[8],
        hash=bytes(row[9]).hex(),
        step=read_step(after.get("step")) if kind is SubjectKind.WARNING else None,
        tick=read_tick(after) if action is Action.REMOVAL_STEP else None,
        mark=read_mark(_part(content, "before"), after) if action is Action.TASK_MARK else None,
    )
