# SPDX-License-Identifier: MIT
"""What a handover is about: which groups, and what of others is the giver's as well."""

from dataclasses import dataclass, field

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.handover_records import Book
from groupdesk.models.leaving import Handover
from groupdesk.models.reviews import TodoMark
from groupdesk.services.handover_parties import Who, giver_of, taker_of, who_is
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among
from groupdesk.services.todo_sources import read

_LED = """
SELECT g.id, g.owner_name, EXISTS (SELECT 1 FROM membership m WHERE m.group_id = g.id
    AND m.state = 'active' AND m.role IN ('owner', 'admin') AND m.person_id IN {0})
FROM customer_group g WHERE g.archived_at IS NULL ORDER BY g.name, g.id
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What handovers that are read one after the other have in common."""

    todo: tuple[TodoRecord, ...]
    """What is to be done now in the groups that are in use, but for handovers."""
    marks: dict[tuple[str, int], TodoMark]
    """Whose a thing to do is, by its kind and id."""
    books: dict[int, Book] = field(default_factory=dict)
    """By group, what the books about it have in common."""


def begin(ledger: Ledger) -> Reading:
    """Return what is read once; the caller reads."""
    marks = {(mark.kind, mark.target_id): mark for mark in TodoMark.select()}
    return Reading(read(ledger), marks)


@dataclass(frozen=True, slots=True)
class Scope:
    """A handover with its sides; `groups` are those that the book tells of.

    Of a manager these are the groups that they lead; what they look after in other groups is in
    the book as well.
    """

    row: Handover
    giver: Who
    taker: Who
    groups: tuple[int, ...]
    common: Reading

    @property
    def todo(self) -> tuple[TodoRecord, ...]:
        """What is to be done now."""
        return self.common.todo

    @property
    def marks(self) -> dict[tuple[str, int], TodoMark]:
        """Whose a thing to do is."""
        return self.common.marks

    @property
    def whole(self) -> bool:
        """Whether it is about all that the giver looks after, not about one group."""
        return self.row.group_id is None

    @property
    def among(self) -> str:
        """The groups as an SQL list."""
        return among(self.groups)

    def owner_of(self, item: TodoRecord) -> int:
        """Return the operator whose a thing to do is, 0 for nobody's."""
        mark = self.marks.get((item.kind, item.id))
        return (mark.owner_id or 0) if mark is not None else 0


def scope_of(ledger: Ledger, row: Handover, common: Reading | None = None) -> Scope:
    """Return what a handover is about; the caller reads. `common` is what was read already."""
    giver = who_is(ledger.database, "giver", giver_of(row))
    taker = who_is(ledger.database, "taker", taker_of(row))
    groups = led_by(ledger, giver) if row.group_id is None else (row.group_id,)
    return Scope(row, giver, taker, groups, begin(ledger) if common is None else common)


def led_by(ledger: Ledger, who: Who) -> tuple[int, ...]:
    """Return the groups in use that somebody owns by name, or leads by the member list."""
    rows = ledger.database.execute_sql(_LED.format(among(who.persons)))
    return tuple(int(group) for group, owner, leads in rows if leads or who.is_called(owner))
