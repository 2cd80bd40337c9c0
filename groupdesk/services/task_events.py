# SPDX-License-Identifier: MIT
"""What becomes of planned talks and follow-ups: moved to another day, done, called off.

A task holds what is due now; its events, which the log vouches for, keep what it was before.
"""

import json
from collections.abc import Mapping
from datetime import datetime, time
from typing import Final

from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.talk_enums import Kept, TaskState
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.moderation import Task, TaskEvent
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.ledger import Entry
from groupdesk.services.same_person import entries_of

PLAN: Final = "talk"
FOLLOW_UP: Final = "follow_up"
TOPICS: Final = (Topic.TASKS, Topic.MEMBERS, Topic.CASES)


def add_event(
    entry: Entry,
    task: Task,
    state: TaskState,
    text: str = "",
    facts: Mapping[str, object] | None = None,
) -> TaskEvent:
    """Write down what became of a task; the log must vouch for the row."""
    return TaskEvent.create(
        task=task.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        state=state.value,
        due_on=task.due_on,
        due_time=task.due_time or "",
        text=text,
        facts=None if facts is None else json.dumps(facts, ensure_ascii=False, sort_keys=True),
    )


def open_task(task_id: int, *kinds: str) -> Task:
    """Return a task of one of these kinds that still waits.

    Raises StateChangedError: "plan_over" for a planned talk, "step_done" for a follow-up.
    """
    task = Task.get_or_none((Task.id == task_id) & Task.kind.in_(kinds))
    if task is None or task.done_at is not None:
        raise _over(task.kind if task is not None else kinds[0])
    return task


def task_with(database: WorkspaceDatabase, task_id: int, kind: str, stay: Membership) -> Task:
    """Return a task that waits with the person of a stay, in its group, as `open_task` does.

    That is over all stays there and all entries that were linked as one person.
    """
    task = open_task(task_id, kind)
    other = casework.stay_of(task.membership_id)
    if other.group_id != stay.group_id or other.person_id not in entries_of(
        database, stay.person_id
    ):
        raise _over(kind)
    return task


def _over(kind: str) -> StateChangedError:
    return StateChangedError("plan_over" if kind == PLAN else "step_done")


def finish(
    entry: Entry, task: Task, state: TaskState, text: str = "", talk_id: int | None = None
) -> TaskEvent:
    """Tick a task, with what became of it; return the event."""
    task.done_at, task.done_by_id, task.result = entry.now_text, entry.operator.id, text
    if talk_id is not None:
        task.talk_id = talk_id
    task.save()
    return add_event(entry, task, state, text)


def followed_up(kept: Kept | None) -> TaskState:
    """Return what becomes of a follow-up by what is known of the agreement."""
    return TaskState.DONE if kept is None else TaskState(kept.value)


def about(entry: Entry, task: Task, stay: Membership) -> None:
    """Say that an entry of the log is about a task."""
    entry.about(SubjectKind.TASK, task.id, *TOPICS, group_id=stay.group_id)


def due_day(field: str, text: str, now: datetime) -> str:
    """Return a day that has not passed. Raises ValidationError(field)."""
    day = casework.local_day(field, text, "time_unreadable")
    if day < now.date():
        raise ValidationError(field, "follow_up_in_past")
    return text


def due_time(field: str, day: str, text: str, now: datetime) -> str:
    """Return a time of day on `day` that has not passed, "" for any time.

    Raises ValidationError(field): "time_unreadable" or "plan_in_past".
    """
    if not text:
        return ""
    try:
        at = time.fromisoformat(text)
    except ValueError as error:
        raise ValidationError(field, "time_unreadable") from error
    if f"{at:%H:%M}" != text:
        raise ValidationError(field, "time_unreadable")
    if f"{day} {text}" < f"{now:%Y-%m-%d %H:%M}":
        raise ValidationError(field, "plan_in_past")
    return text


def when(task: Task) -> dict[str, object]:
    """Return when a task is due, as the log tells it."""
    said: dict[str, object] = {"due_on": stored.day(task.due_on).isoformat()}
    return said | ({"due_time": task.due_time} if task.due_time else {})
