# SPDX-License-Identifier: MIT
"""Until when a thing to do was put off, and whose it is. The thing itself is not touched by it.

A mark may be changed: the log has what stood before. What was worked on since it was put off is
back at once.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.putting_off import check_day, passes_last_day
from groupdesk.domain.records import Receipt
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.operators import Operator
from groupdesk.models.reviews import TodoMark
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_fields import named
from groupdesk.services.same_person import among

_SQL = """
SELECT t.kind, t.target_id, coalesce(o.id, 0), coalesce(o.name, ''), coalesce(t.until, ''),
    coalesce(b.name, ''), t.changed_at
FROM todo_mark t LEFT JOIN operator o ON o.id = t.owner_id AND o.active
LEFT JOIN operator b ON b.id = t.by_id
WHERE o.id IS NOT NULL OR t.until > ?
"""


def marked(ledger: Ledger, items: Iterable[TodoRecord]) -> tuple[TodoRecord, ...]:
    """Return the same with what their marks say; the caller reads.

    What belonged to an operator who no longer works here is anybody's.
    """
    rows = ledger.database.execute_sql(_SQL, (ledger.clock().date().isoformat(),)).fetchall()
    marks = {(kind, ident): tuple(rest) for kind, ident, *rest in rows}
    if not marks:
        return tuple(items)
    return tuple(
        _with(item, *mark) if (mark := marks.get((item.kind, item.id))) else item for item in items
    )


def _with(
    item: TodoRecord, owner_id: int, owner: str, until: str, by: str, changed_at: str
) -> TodoRecord:
    if owner_id:
        item = replace(item, owner_id=owner_id, owner=owner)
    if not until or item.since > stored.moment_text(changed_at):
        return item
    return replace(
        item,
        put_off=stored.day(until).isoformat(),
        put_off_by=by,
    )


class TodoMarks:
    """Puts things off and gives them to somebody."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def put_off(
        self,
        operation: UUID,
        items: Sequence[TodoRecord],
        until: date,
        *,
        past_last_day: bool = False,
    ) -> Receipt:
        """Let them rest until a day; they are back on it.

        Raises ValidationError("until", …): put_off_past, put_off_far, or "past_last_day" where one
        has to be done before, unless that was said.
        """
        check_day(until, self._ledger.clock().date())
        late = [item for item in items if passes_last_day(item, until)]
        if late and not past_last_day:
            raise ValidationError("until", "past_last_day", day=min(one.due_on for one in late))

        def change(mark: TodoMark) -> None:
            mark.until, mark.by_id = until.isoformat(), self._ledger.operator.id

        return self._mark(operation, items, change)

    def bring_back(self, operation: UUID, items: Sequence[TodoRecord]) -> Receipt:
        """Let them stand where their own day puts them."""

        def change(mark: TodoMark) -> None:
            mark.until = mark.by_id = None

        return self._mark(operation, items, change)

    def assign(self, operation: UUID, items: Sequence[TodoRecord], operator_id: int) -> Receipt:
        """Give them to an operator; 0 for anybody.

        Raises StateChangedError("operator_gone") for one who does not work here.
        """

        def change(mark: TodoMark) -> None:
            mark.owner_id = operator_id or None

        return self._mark(operation, items, change, owner=operator_id)

    def restore(self, operation: UUID, items: Sequence[TodoRecord], seq: int) -> Receipt:
        """Put marks back to what these items say, each its own: the way back from an act.

        `seq` is that act's entry in the log. Raises StateChangedError("todo_marked") where a mark
        was changed again since.
        """
        me = self._ledger.operator.id
        with self._ledger.reading():
            (at,) = self._ledger.database.execute_sql(
                "SELECT at FROM audit_entry WHERE seq = ?", (seq,)
            ).fetchone()

        def change_to(item: TodoRecord) -> Callable[[TodoMark], None]:
            def change(mark: TodoMark) -> None:
                if mark.changed_at != at:
                    raise StateChangedError("todo_marked")
                mark.owner_id = item.owner_id or None
                mark.until = item.put_off or None
                mark.by_id = (mark.by_id or me) if item.put_off else None

            return change

        return self._write(operation, [(item, change_to(item)) for item in items], 0)

    def _mark(
        self,
        operation: UUID,
        items: Sequence[TodoRecord],
        change: Callable[[TodoMark], None],
        owner: int = 0,
    ) -> Receipt:
        return self._write(operation, [(item, change) for item in items], owner)

    def _write(
        self,
        operation: UUID,
        changes: Sequence[tuple[TodoRecord, Callable[[TodoMark], None]]],
        owner: int,
    ) -> Receipt:
        if not changes:
            raise ValueError("nothing to mark")

        each = [(one, change) for item, change in changes for one in (item, *item.others)]

        def work(entry: Entry) -> None:
            working = Operator.select().where((Operator.id == owner) & Operator.active)
            if owner and not working.exists():
                raise StateChangedError("operator_gone")
            names = {row.id: row.name for row in Operator.select()}
            marks = {(mark.kind, mark.target_id): mark for mark in TodoMark.select()}
            stays = {item.membership_id for item, _ in each}
            persons = persons_of(self._ledger.database, stays)
            for item, change in each:
                mark = marks.get((item.kind, item.id))
                mark = mark or TodoMark(kind=item.kind, target_id=item.id)
                before = _said(mark, names)
                change(mark)
                mark.changed_at = entry.now_text
                mark.save()
                entry.record(
                    person_id=persons.get(item.membership_id),
                    before=before,
                    after=named(item.member_name, "", item.group_name)
                    | {"todo": item.kind}
                    | _said(mark, names),
                )
            groups = {item.group_id for item, _ in each}
            only = groups.pop() if len(groups) == 1 else 0
            entry.about(SubjectKind.TASK, each[0][0].id, Topic.TASKS, group_id=only or None)

        return self._ledger.run(operation, Action.TASK_MARK, work)


def _said(mark: TodoMark, names: dict[int, str]) -> dict[str, object]:
    """Return what the log says of a mark, only what it has."""
    said = {"put_off": mark.until or "", "owner": names.get(mark.owner_id or 0, "")}
    return {key: value for key, value in said.items() if value}


def persons_of(database: WorkspaceDatabase, stays: Collection[int]) -> dict[int, int]:
    """Return whom these stays belong to, by their ids."""
    sql = f"SELECT id, person_id FROM membership WHERE id IN {among(stays)}"
    return dict(database.execute_sql(sql))
