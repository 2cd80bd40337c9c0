# SPDX-License-Identifier: MIT
"""The blocklist, shared by all groups: who is not to be let in again, since when and why.

Nothing is taken off it: letting somebody go is an entry of its own, with its own reason.
"""

from typing import Any
from uuid import UUID

from groupdesk.domain.decision_enums import BlockState
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.person_records import BlockRecord
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import Case
from groupdesk.models.register import BlockEntry
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.person_names import name_of, name_sql
from groupdesk.services.same_person import among, entries_of, marks_of

_LAST = f"""
SELECT b.person_id, coalesce(p.same_as_id, p.id), {name_sql("p")}, b.state, b.recorded_at, o.name,
    b.reason, coalesce(b.case_id, 0),
    (SELECT count(*) FROM person e CROSS JOIN membership m ON m.person_id = e.id
        WHERE +m.state = 'active' AND (e.id = coalesce(p.same_as_id, p.id)
            OR e.same_as_id = coalesce(p.same_as_id, p.id)))
FROM block_entry b JOIN person p ON p.id = b.person_id JOIN operator o ON o.id = b.operator_id
WHERE b.id = (SELECT max(x.id) FROM block_entry x WHERE x.person_id = b.person_id)
ORDER BY b.id DESC
"""


class Blocklist:
    """The blocklist of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def rows(self, text: str = "", *, lifted: bool = False) -> tuple[BlockRecord, ...]:
        """Return who is blocked, or, `lifted`, who was and is no more; the newest first.

        `text` finds names, reasons and whatever the member search finds.
        """
        from groupdesk.domain.search_tokens import fold  # noqa: PLC0415  # see Members.ids
        from groupdesk.services import search  # noqa: PLC0415

        wanted = BlockState.LIFTED if lifted else BlockState.BLOCKED
        with self._ledger.reading():
            database = self._ledger.database
            rows = [_row(row) for row in database.execute_sql(_LAST).fetchall()]
            rows = [(entry, row) for entry, row in rows if row.state is wanted]
            if text.strip():
                found = search.matching_ids_sql(text)
                named = set()
                if found is not None:
                    entries = among(entry for entry, _ in rows)
                    sql = (
                        "SELECT membership.person_id FROM membership"
                        f" WHERE person_id IN {entries} AND {found[0]}"
                    )
                    named = {int(one) for (one,) in database.execute_sql(sql, found[1])}
                low = fold(text.strip())
                rows = [
                    (entry, row)
                    for entry, row in rows
                    if entry in named or low in fold(f"{row.name}\n{row.reason}")
                ]
        return tuple(row for _, row in rows)

    def block(
        self, operation: UUID, person_id: int, reason: str, case_number: int | None = None
    ) -> Receipt:
        """Put a person on the blocklist, whatever group they come to.

        It removes nobody: who is in a group now is named on Today, to be decided about. Raises
        ValidationError for a missing reason or another person's case, RefusedError for a
        protected person, StateChangedError when the person is blocked already.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            entries, name = self._person(person_id)
            marks = marks_of(self._ledger.database, person_id)
            if marks.blocked:
                raise StateChangedError("person_blocked", name=name)
            if marks.protected:
                raise RefusedError("person_protected_block", name=name)
            if case_number is not None:
                case = Case.get_or_none(Case.id == case_number)
                if case is None or case.person_id not in entries:
                    raise ValidationError("case", "case_of_other_person", number=case_number)
            self._write(entry, [person_id], name, BlockState.BLOCKED, text, case_number)

        return self._ledger.run(operation, Action.BLOCK_ADD, work)

    def lift(self, operation: UUID, person_id: int, reason: str) -> Receipt:
        """Let a blocked person go, under all entries that were blocked.

        Raises ValidationError for a missing reason, StateChangedError("person_not_blocked").
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            entries, name = self._person(person_id)
            blocked = [one for one in entries if self._state(one) == BlockState.BLOCKED.value]
            if not blocked:
                raise StateChangedError("person_not_blocked", name=name)
            self._write(entry, blocked, name, BlockState.LIFTED, text, None)

        return self._ledger.run(operation, Action.BLOCK_LIFT, work)

    def _write(
        self,
        entry: Entry,
        persons: list[int],
        name: str,
        state: BlockState,
        reason: str,
        case_number: int | None,
    ) -> None:
        entry.about(SubjectKind.PERSON, persons[0], Topic.MEMBERS, Topic.TASKS)
        said: dict[str, object] = {"member": name, "reason": reason}
        if case_number is not None:
            said["case"] = case_number
        for person in persons:
            row = BlockEntry.create(
                person=person,
                case=case_number,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                state=state.value,
                reason=reason,
            )
            entry.record(person_id=person, after=said, rows=[row])

    def _person(self, person_id: int) -> tuple[list[int], str]:
        database = self._ledger.database
        entries = entries_of(database, person_id)
        if not entries:
            raise StateChangedError("person_gone")
        return entries, name_of(database, person_id)

    def _state(self, person_id: int) -> str:
        row = self._ledger.database.execute_sql(
            "SELECT state FROM block_entry WHERE person_id = ? ORDER BY id DESC LIMIT 1",
            (person_id,),
        ).fetchone()
        return str(row[0]) if row else ""


def _row(row: tuple[Any, ...]) -> tuple[int, BlockRecord]:
    entry, person, name, state, at, operator, reason, case, groups = row
    return int(entry), BlockRecord(
        person_id=int(person),
        name=str(name),
        state=stored.one_of(BlockState, state),
        at=stored.moment_text(at),
        operator=str(operator),
        reason=str(reason),
        case_number=stored.number(case),
        groups=int(groups),
    )
