# SPDX-License-Identifier: MIT
"""Filters of the member list that were saved under a name, in an order of the person's own."""

import json
from collections.abc import Sequence
from uuid import UUID

from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.member_filter import MemberFilter, SavedFilter, filter_name
from groupdesk.domain.records import Receipt
from groupdesk.models.register import SavedFilter as Row
from groupdesk.services.ledger import Entry, Ledger


class SavedFilters:
    """The saved filters of a workspace; all operators share them."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def all(self) -> tuple[SavedFilter, ...]:
        """Return the saved filters in their order."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                "SELECT id, name, content FROM saved_filter ORDER BY position, id"
            ).fetchall()
        return tuple(_record(*row) for row in rows)

    def save(self, operation: UUID, name: str, which: MemberFilter) -> Receipt:
        """Keep a filter with its group, or for all groups, under a new name, behind the others.

        Raises ValidationError for the name or a condition.
        """
        cleaned = filter_name(name)
        kept = which._replace(conditions=which.conditions.checked(), text=which.text.strip())

        def work(entry: Entry) -> None:
            _require_free(cleaned, 0)
            last = Row.select().order_by(Row.position.desc()).first()
            position = 1 if last is None else last.position + 1
            row = Row.create(position=position, name=cleaned, content=_content(kept))
            entry.about(SubjectKind.SAVED_FILTER, row.id, Topic.FILTERS)
            entry.record(after={"name": cleaned})

        return self._ledger.run(operation, Action.FILTER_SAVE, work)

    def rename(self, operation: UUID, filter_id: int, name: str) -> Receipt:
        """Give a saved filter another name.

        Raises ValidationError for the name, StateChangedError when the filter is gone.
        """
        cleaned = filter_name(name)

        def work(entry: Entry) -> None:
            row = _row(filter_id)
            _require_free(cleaned, filter_id)
            before, row.name = row.name, cleaned
            row.save()
            entry.about(SubjectKind.SAVED_FILTER, row.id, Topic.FILTERS)
            entry.record(before={"name": before}, after={"name": cleaned})

        return self._ledger.run(operation, Action.FILTER_SAVE, work)

    def change(self, operation: UUID, filter_id: int, which: MemberFilter) -> Receipt:
        """Let a saved filter show `which` from now on. Raises as `rename`."""
        kept = which._replace(conditions=which.conditions.checked(), text=which.text.strip())

        def work(entry: Entry) -> None:
            row = _row(filter_id)
            row.content = _content(kept)
            row.save()
            entry.about(SubjectKind.SAVED_FILTER, row.id, Topic.FILTERS)
            entry.record(after={"name": row.name})

        return self._ledger.run(operation, Action.FILTER_SAVE, work)

    def delete(self, operation: UUID, filter_id: int) -> Receipt:
        """Forget a saved filter. Raises StateChangedError when it is gone already."""

        def work(entry: Entry) -> None:
            row = _row(filter_id)
            row.delete_instance()
            entry.about(SubjectKind.SAVED_FILTER, filter_id, Topic.FILTERS)
            entry.record(before={"name": row.name})

        return self._ledger.run(operation, Action.FILTER_DELETE, work)

    def reorder(self, operation: UUID, filter_ids: Sequence[int]) -> Receipt:
        """Put the saved filters in this order. Raises StateChangedError unless they are all."""

        def work(entry: Entry) -> None:
            rows = {row.id: row for row in Row.select()}
            if rows.keys() != set(filter_ids) or len(filter_ids) != len(rows):
                raise StateChangedError("filter_gone")
            for position, filter_id in enumerate(filter_ids, 1):
                rows[filter_id].position = position
                rows[filter_id].save()
            entry.about(SubjectKind.WORKSPACE, 0, Topic.FILTERS)
            entry.record(after={"filters": [rows[one].name for one in filter_ids]})

        return self._ledger.run(operation, Action.FILTER_ORDER, work)


def _row(filter_id: int) -> Row:
    row: Row | None = Row.get_or_none(Row.id == filter_id)
    if row is None:
        raise StateChangedError("filter_gone")
    return row


def _content(which: MemberFilter) -> str:
    said = json.loads(which.to_json()) | {"group_id": which.group_id}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _record(filter_id: int, name: str, content: str) -> SavedFilter:
    try:
        which, follows = _read(content)
    except (ValueError, TypeError, RecursionError) as error:
        raise StorageError("damaged") from error
    return SavedFilter(filter_id, name, which, follows)


def _read(content: str) -> tuple[MemberFilter, bool]:
    """Return what was saved, and whether it was without a scope. Raises ValueError."""
    said = json.loads(content)
    if not isinstance(said, dict) or "group_id" not in said:
        return MemberFilter.from_json(content), True
    group_id = said.pop("group_id")
    if type(group_id) not in {int, type(None)}:
        raise ValueError("no group")
    return MemberFilter.from_json(json.dumps(said))._replace(group_id=group_id), False


def _require_free(name: str, apart_from: int) -> None:
    if Row.select().where((Row.name == name) & (Row.id != apart_from)).exists():
        raise ValidationError("name", "filter_name_taken", name=name)
