# SPDX-License-Identifier: MIT
"""The checklist of leaving: made with the request, ticked with time and name, opened again.

A line is a task; its events, which the log vouches for, keep what was recorded about it. Whether
messages still come is asked some days after leaving, again and again until they stop.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from groupdesk.domain import exits
from groupdesk.domain.carrying_out import TAKE_BACK_SECONDS
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.leaving import OF_COLLEAGUES, is_own, lines_for, own_code
from groupdesk.domain.leaving_enums import ExitItem, ExitState
from groupdesk.domain.records import Receipt
from groupdesk.domain.step_records import StepTurn
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.leaving import ExitRequest
from groupdesk.models.moderation import Task, TaskEvent
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.exit_lines import ITEM, advices_of, check_of, code_of
from groupdesk.services.exit_state import CHECK, about, say, standing
from groupdesk.services.leaving_ways import way_of
from groupdesk.services.ledger import Entry, Ledger

_NOT_BY_HAND: Final = frozenset({ExitItem.LEFT_PLATFORM, ExitItem.NOTIFICATIONS})
_ORDER: Final = tuple(ExitItem)
_ANSWERS: Final = {
    TaskState.DONE: "stopped",
    TaskState.COULD_NOT: "still_come",
    TaskState.NOT_NEEDED: "not_known",
}
RESULTS: Final = frozenset({TaskState.DONE, TaskState.NOT_NEEDED, TaskState.COULD_NOT})


class ExitItems:
    """The checklists of all requests to leave."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def tick(
        self,
        operation: UUID,
        exit_id: int,
        task_ids: Iterable[int],
        result: TaskState = TaskState.DONE,
        *,
        at: str = "",
        text: str = "",
    ) -> Receipt:
        """Say what became of lines of a checklist, the same of all of them, or of none.

        They may stand on the checklists of all groups that were asked for in one act. `at` is a
        stored moment, empty for now. What could not be done stays open. Raises
        ValidationError("at") for a moment that has not come, ("text") where nobody said why
        something is not needed or could not be done; StateChangedError for a line that was ticked
        already, or a request that is over.
        """
        chosen = tuple(dict.fromkeys(task_ids))
        said = _checked(result, text)
        moment = casework.past_moment("at", at, self._ledger.clock()) if at else ""
        if not chosen:
            raise ValidationError("task_ids", "exit_item_missing")

        def work(entry: Entry) -> None:
            found = self._by_stay(exit_id, [_open_item(ident) for ident in chosen])
            when = moment or entry.now_text
            for stay, tasks in found:
                rows = [_settle(entry, task, result, when, said) for task in tasks]
                told: dict[str, object] = {"exit_item": [_called(task) for task in tasks]}
                told |= {} if result is TaskState.DONE else {"step_result": result.value}
                told |= {"at": moment} if moment else {}
                say(entry, stay, told | {"result": said}, rows)
            about(entry, exit_id, [stay for stay, _tasks in found])

        return self._ledger.run(operation, Action.EXIT_ITEM, work)

    def reopen(
        self, operation: UUID, exit_id: int, task_ids: Iterable[int], reason: str = ""
    ) -> Receipt:
        """Open lines again that were ticked by mistake; what was recorded stays to be read.

        They may stand on the checklists of all groups that were asked for in one act. Whoever
        ticked them need not say why for a minute. Raises ValidationError("reason") where it is
        missing, StateChangedError where one is open already or the request is over.
        """
        text = optional_text("reason", reason)
        chosen = tuple(dict.fromkeys(task_ids))
        if not chosen:
            raise ValidationError("task_ids", "exit_item_missing")

        def work(entry: Entry) -> None:
            found = self._by_stay(exit_id, [_done_item(ident) for ident in chosen])
            for stay, tasks in found:
                rows = [self._reopen(entry, task, text) for task in tasks]
                told: dict[str, object] = {"exit_item": [_called(task) for task in tasks]}
                say(entry, stay, told | {"step_result": "reopened", "reason": text}, rows)
            about(entry, exit_id, [stay for stay, _tasks in found])

        return self._ledger.run(operation, Action.EXIT_ITEM, work)

    def check(
        self,
        operation: UUID,
        exit_id: int,
        result: TaskState,
        text: str = "",
        *,
        at: str = "",
        also: Iterable[int] = (),
    ) -> Receipt:
        """Record whether messages of the group still come after leaving.

        `also` are requests of the same act of which the same is so.
        DONE: they stopped. COULD_NOT: they still come; the next advice is recorded with it, and
        the question is due again some days later. NOT_NEEDED: nobody can say, with the reason.
        Raises ValidationError, StateChangedError("exit_check_over") where nothing is to be asked.
        """
        moment = casework.past_moment("at", at, self._ledger.clock()) if at else ""
        others = tuple(dict.fromkeys(one for one in also if one != exit_id))
        if result not in RESULTS:
            raise ValidationError("result", "exit_answer_unknown")
        said = (
            require_text("text", text, limit=MAX_REASON, code="step_reason_missing")
            if result is TaskState.NOT_NEEDED
            else optional_text("text", text)
        )

        def work(entry: Entry) -> None:
            found = self._by_stay(exit_id, [_open_check(ident) for ident in (exit_id, *others)])
            at_text = moment or entry.now_text
            for stay, (task,) in found:
                told: dict[str, object] = {"notifications": _ANSWERS[result], "note": said}
                if result is TaskState.COULD_NOT:
                    advice = exits.next_advice(advices_of([task]))
                    due = entry.now.date() + timedelta(days=way_of(stay.group).check_days)
                    event = _event(entry, task, result, at_text, said, {"advice": advice.value})
                    task.due_on = due.isoformat()
                    task.save()
                    told |= {"advice": advice.value, "due_on": task.due_on}
                else:
                    event = _settle(entry, task, result, at_text, said)
                say(entry, stay, told, [event])
            about(entry, exit_id, [stay for stay, _tasks in found])

        return self._ledger.run(operation, Action.EXIT_ITEM, work)

    def add(self, operation: UUID, exit_id: int, item: ExitItem) -> Receipt:
        """Put a line on a checklist that it went without.

        Raises RefusedError("exit_item_other") for a line that follows from the records,
        StateChangedError("exit_item_there") for one that is there already, or a request that is
        over.
        """
        if item not in OF_COLLEAGUES:
            raise RefusedError("exit_item_other")

        def work(entry: Entry) -> None:
            found = standing(self._ledger.database, exit_id)
            if found.state not in exits.GOING:
                raise StateChangedError("exit_over")
            there = (Task.exit == exit_id) & (Task.kind == ITEM) & (Task.code == item.value)
            if Task.get_or_none(there) is not None:
                raise StateChangedError("exit_item_there")
            _make(entry, exit_id, found.stay.id, item.value, _ORDER.index(item))
            say(entry, found.stay, {"item_added": item.value}, [])
            about(entry, exit_id, [found.stay])

        return self._ledger.run(operation, Action.EXIT_ITEM, work)

    def is_slip(self, turn: StepTurn) -> bool:
        """Say whether what was recorded is so fresh that its operator may undo it just so."""
        return self._is_slip(self._ledger.clock(), turn.operator_id, turn.recorded_at)

    def _is_slip(self, now: datetime, operator_id: int, recorded_at: str) -> bool:
        passed = (now - stored.moment(recorded_at)).total_seconds()
        return operator_id == self._ledger.operator.id and 0 <= passed <= TAKE_BACK_SECONDS

    def _reopen(self, entry: Entry, task: Task, text: str) -> TaskEvent:
        last = _last_event(task)
        if last is None or not self._is_slip(entry.now, last.operator_id, last.recorded_at):
            require_text("reason", text, limit=MAX_REASON, code="reason_missing")
        task.done_at, task.done_by_id, task.result = None, None, ""
        task.save()
        return _event(entry, task, TaskState.REOPENED, entry.now_text, text)

    def _by_stay(self, exit_id: int, tasks: Iterable[Task]) -> list[tuple[Membership, list[Task]]]:
        """Return lines by the stays that they belong to, those of the request in front first.

        Raises StateChangedError for a request that is over or was not made in the same act.
        """
        front = standing(self._ledger.database, exit_id)
        of_exit: dict[int, list[Task]] = {exit_id: []}
        for task in tasks:
            of_exit.setdefault(task.exit_id or 0, []).append(task)
        found = []
        for ident, listed in of_exit.items():
            one = front if ident == exit_id else standing(self._ledger.database, ident)
            if ident != exit_id and (not one.row.batch or one.row.batch != front.row.batch):
                raise StateChangedError("exit_gone")
            if any(task.kind == CHECK for task in listed) and one.state is not ExitState.LEFT:
                raise StateChangedError("exit_check_over")
            if one.state not in exits.GOING:
                raise StateChangedError("exit_over")
            if listed:
                found.append((one.stay, listed))
        return found


def make_items(
    entry: Entry, row: ExitRequest, stay: Membership, *, colleague: bool, no_owner: bool
) -> list[TaskEvent]:
    """Make the checklist of a request as the group's way is now; return the rows for the log.

    What the group wrote in its own words is kept with the line: the way may change.
    """
    way = way_of(stay.group)
    for item in lines_for(way, colleague=colleague, no_owner=no_owner):
        if item not in _NOT_BY_HAND:
            _make(entry, row.id, stay.id, item.value, _ORDER.index(item))
    events = []
    for number, texts in enumerate(way.own_items, 1):
        task = _make(entry, row.id, stay.id, own_code(number), len(_ORDER) + number)
        facts = {language.value: text for language, text in texts.items()}
        event = _event(entry, task, TaskState.PLANNED, entry.now_text, "", {"texts": facts})
        events.append(event)
    return events


def _make(entry: Entry, exit_id: int, stay_id: int, code: str, position: int) -> Task:
    return Task.create(
        kind=ITEM,
        membership=stay_id,
        exit=exit_id,
        position=position,
        code=code,
        created_at=entry.now_text,
    )


def _checked(result: TaskState, text: str) -> str:
    if result not in RESULTS:
        raise ValidationError("result", "exit_answer_unknown")
    if result is TaskState.DONE:
        return optional_text("text", text)
    return require_text("text", text, limit=MAX_REASON, code="step_reason_missing")


def _open_check(exit_id: int) -> Task:
    task = check_of(exit_id)
    if task is None or task.done_at is not None:
        raise StateChangedError("exit_check_over")
    return task


def _done_item(task_id: int) -> Task:
    task = Task.get_or_none((Task.id == task_id) & Task.exit.is_null(is_null=False))
    if task is None or task.done_at is None:
        raise StateChangedError("step_open")
    found: Task = task
    return found


def _open_item(task_id: int) -> Task:
    task = Task.get_or_none((Task.id == task_id) & Task.exit.is_null(is_null=False))
    if task is None:
        raise StateChangedError("exit_gone")
    if task.kind != ITEM:
        raise RefusedError("exit_item_other")
    if task.done_at is not None:
        raise StateChangedError("step_done")
    found: Task = task
    return found


def _settle(entry: Entry, task: Task, result: TaskState, at: str, text: str) -> TaskEvent:
    if result is not TaskState.COULD_NOT:
        task.done_at, task.done_by_id, task.result = at, entry.operator.id, text
        task.save()
    return _event(entry, task, result, at, text)


def _event(
    entry: Entry,
    task: Task,
    state: TaskState,
    at: str,
    text: str,
    facts: Mapping[str, object] | None = None,
) -> TaskEvent:
    said = dict(facts or {}) | ({"at": at} if at != entry.now_text else {})
    return TaskEvent.create(
        task=task.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        state=state.value,
        due_on=task.due_on or entry.now.date().isoformat(),
        text=text,
        facts=json.dumps(said, ensure_ascii=False, sort_keys=True) if said else None,
    )


def _last_event(task: Task) -> TaskEvent | None:
    found: TaskEvent | None = (
        TaskEvent.select().where(TaskEvent.task == task.id).order_by(TaskEvent.id.desc()).first()
    )
    return found


def _called(task: Task) -> str:
    """Return what the log calls a line: its code, or the group's own words."""
    if not is_own(task.code):
        return code_of(task)
    first = TaskEvent.select().where(TaskEvent.task == task.id).order_by(TaskEvent.id).first()
    facts = stored.fields(first.facts) if first is not None and first.facts else {}
    texts = facts.get("texts")
    return " / ".join(map(str, texts.values())) if isinstance(texts, dict) else task.code
