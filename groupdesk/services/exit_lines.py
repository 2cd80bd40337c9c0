# SPDX-License-Identifier: MIT
"""The checklists of leaving, read: their lines, and what was advised where messages came."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from groupdesk.domain.enums import Language
from groupdesk.domain.errors import StorageError
from groupdesk.domain.exit_records import ExitItemRecord
from groupdesk.domain.leaving import is_own
from groupdesk.domain.leaving_enums import ExitAdvice, ExitItem
from groupdesk.domain.step_records import StepTurn
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.models.moderation import Task, TaskEvent
from groupdesk.services.exit_state import CHECK

ITEM: Final = "exit_item"
"""The kind of the task of a line that is ticked by hand."""


def items_of(exit_id: int) -> tuple[list[ExitItemRecord], ExitItemRecord | None]:
    """Return the lines that are ticked by hand, in order, and the question about messages.

    That is None where nobody has left yet. Raises StorageError("damaged").
    """
    tasks = list(
        Task.select()
        .where((Task.exit == exit_id) & Task.kind.in_([ITEM, CHECK]))
        .order_by(Task.position, Task.id)
    )
    events: dict[int, list[TaskEvent]] = defaultdict(list)
    rows = TaskEvent.select().where(TaskEvent.task.in_([task.id for task in tasks]))
    for event in rows.order_by(TaskEvent.id):
        events[event.task_id].append(event)
    found = [_record(task, events[task.id]) for task in tasks if task.kind == ITEM]
    checks = [_record(task, events[task.id]) for task in tasks if task.kind == CHECK]
    return found, (checks[-1] if checks else None)


def advices_of(tasks: Iterable[Task]) -> tuple[ExitAdvice, ...]:
    """Return what was advised already because messages still came, the first first."""
    rows = TaskEvent.select().where(TaskEvent.task.in_([task.id for task in tasks]))
    found = []
    for event in rows.order_by(TaskEvent.id):
        advice = stored.fields(event.facts).get("advice") if event.facts else None
        if advice:
            found.append(stored.one_of(ExitAdvice, advice))
    return tuple(found)


def advices_of_exit(exit_id: int) -> tuple[ExitAdvice, ...]:
    """Return the same for a request; a second leaving begins anew."""
    task = check_of(exit_id)
    return advices_of([task]) if task is not None else ()


def check_of(exit_id: int) -> Task | None:
    """Return the question whether messages still come, the last one."""
    found: Task | None = (
        Task.select()
        .where((Task.exit == exit_id) & (Task.kind == CHECK))
        .order_by(Task.id.desc())
        .first()
    )
    return found


def code_of(task: Task) -> str:
    """Return what a line is called in the records."""
    return ExitItem.NOTIFICATIONS.value if task.kind == CHECK else task.code


def _record(task: Task, events: list[TaskEvent]) -> ExitItemRecord:
    code = code_of(task)
    if not is_own(code) and code not in set(ExitItem):
        raise StorageError("damaged")
    texts: dict[Language, str] = {}
    turns = []
    for event in events:
        facts = stored.fields(event.facts) if event.facts else {}
        if event.state == TaskState.PLANNED:
            found = facts.get("texts")
            if not isinstance(found, dict):
                raise StorageError("damaged")
            texts = {stored.one_of(Language, key): str(text) for key, text in found.items()}
            continue
        turns.append(
            StepTurn(
                stored.one_of(TaskState, event.state),
                stored.moment_text(facts.get("at") or event.recorded_at),
                stored.moment_text(event.recorded_at),
                event.operator_id,
                event.operator.name,
                event.text,
            )
        )
    return ExitItemRecord(
        code=code,
        task_id=task.id,
        texts=texts,
        done_at=stored.known_moment(task.done_at),
        done_by=task.done_by.name if task.done_by else "",
        result=task.result,
        due_on=stored.known_day(task.due_on) if task.done_at is None else "",
        turns=tuple(turns),
    )
