# SPDX-License-Identifier: MIT
"""What a person has to do: all sources of it, put together.

A source is a function that yields `TodoRecord`s; a new one is a line in `todo_sources.WORK`, and
its kinds get their words in `ui/due`.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from groupdesk.domain.due import NOW, TodoRecord, section_of, together
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import optional_text
from groupdesk.services import (
    appeal_due,
    casework,
    exit_due,
    handover_due,
    rejoin_due,
    task_events,
)
from groupdesk.services.draft_due import due_from_drafts
from groupdesk.services.handover_due import due_from_handovers
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.todo_marks import TodoMarks
from groupdesk.services.todo_sources import WORK, Source, read

SOURCES: Final = (*WORK, due_from_handovers)
REQUESTS: Final = frozenset(
    (*appeal_due.KINDS, *exit_due.KINDS, *rejoin_due.KINDS, *handover_due.KINDS)
)
"""The kinds of what members ask of us, which the page of requests shows."""


class Todo:
    """What is due on this desk."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger
        self.marks = TodoMarks(ledger)

    def all(self, membership_id: int | None = None) -> tuple[TodoRecord, ...]:
        """Return what waits, the longest due first; for one member or for all.

        In an archived group everything rests until the group is in use again.
        """
        found = self._read(SOURCES)
        return tuple(item for item in found if membership_id in {None, item.membership_id})

    def drafts(self) -> tuple[TodoRecord, ...]:
        """Return what the operator began to write about a member and kept, the newest first."""
        return self._read((due_from_drafts,))

    def lines(self) -> tuple[TodoRecord, ...]:
        """Return what waits as Today lists it, drafts too: what came of one act together."""
        return together(self._read((*SOURCES, due_from_drafts)))

    def now(self) -> int:
        """Return how many of the lines are to be done by now: as many as Late and Today have."""
        return self.now_by_kind().total()

    def now_by_kind(self) -> Counter[str]:
        """Return the same for each kind."""
        today, who = self._ledger.clock().date(), self._ledger.operator.id
        return Counter(line.kind for line in self.lines() if section_of(line, today, who) in NOW)

    def _read(self, sources: Iterable[Source]) -> tuple[TodoRecord, ...]:
        with self._ledger.reading():
            return read(self._ledger, sources)

    def move(
        self, operation: UUID, task_id: int, due_on: str, at: str = "", reason: str = ""
    ) -> Receipt:
        """Move a follow-up or a planned talk to another day, a talk also to another time.

        The reason may be empty. Raises ValidationError for a time that has passed or is the one
        it has already, StateChangedError for what was done or called off meanwhile.
        """
        now = self._ledger.clock()
        task_events.due_day("due_on", due_on, now)
        task_events.due_time("due_time", due_on, at, now)
        text = optional_text("reason", reason)

        def work(entry: Entry) -> None:
            task = task_events.open_task(task_id, task_events.PLAN, task_events.FOLLOW_UP)
            before = task_events.when(task)
            clock_time = at if task.kind == task_events.PLAN and at else None
            if (task.due_on, task.due_time) == (due_on, clock_time):
                raise ValidationError("due_on", "same_day")
            task.due_on, task.due_time = due_on, clock_time
            task.save()
            stay = casework.stay_of(task.membership_id)
            event = task_events.add_event(entry, task, TaskState.MOVED, text)
            task_events.about(entry, task, stay)
            said = {"case": task.case_id, "reason": text}
            entry.record(
                person_id=stay.person_id,
                before=before,
                after=casework.names(stay)
                | task_events.when(task)
                | {key: value for key, value in said.items() if value},
                rows=[event],
            )

        return self._ledger.run(operation, Action.TASK_MOVE, work)
