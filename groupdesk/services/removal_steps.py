# SPDX-License-Identifier: MIT
"""The steps of a removal as tasks, within other commands: made, read, ticked, opened again.

A task says how a step stands now. Its events, which the log vouches for, keep all that was
recorded about it: an act is never overwritten.
"""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import Final

from peewee import Model

from groupdesk.domain.carrying_out import (
    FIND_MEMBER,
    OPEN_WAYS_BACK,
    REMOVE,
    SEND_NOTICE,
    STEPS,
    StepResult,
    StepWhy,
    keeps_out,
    outlived,
    steps_for,
)
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, Ground, MembershipState, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.step_records import FailedTry, StepProgress, StepRecord, StepTurn
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.decisions import NoticeEvent
from groupdesk.models.moderation import Removal, Task, TaskEvent
from groupdesk.models.people import Membership
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.removal_state import state_of
from groupdesk.services.same_person import among

STEP: Final = "removal_step"
_DONE_BEFORE: Final = frozenset({FIND_MEMBER, REMOVE})
_PROGRESS = """
SELECT t.removal_id, t.code, t.done_at IS NOT NULL, e.state, e.recorded_at, e.facts, o.name, e.text
FROM task t LEFT JOIN task_event e ON e.id = (
    SELECT max(n.id) FROM task_event n WHERE n.task_id = t.id)
LEFT JOIN operator o ON o.id = e.operator_id
WHERE t.kind = 'removal_step' AND t.removal_id IN {0} ORDER BY e.id
"""
_INSERT = """
INSERT INTO task (kind, membership_id, case_id, removal_id, position, code, due_on, created_at,
    done_at, done_by_id, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
"""


def make_steps(entry: Entry, removal: Removal, stay: Membership) -> None:
    """Make the steps of a removal that holds from now on.

    What was done before the decision is ticked with its own time.
    """
    done_before = removal.already_removed_at
    codes = steps_for(
        stored.one_of(Ground, removal.ground),
        stored.one_of(Term, removal.term),
        with_notice=bool(removal.notice),
        removed_before=bool(done_before),
        left=bool(removal.left_at),
    )
    day, was = entry.now.date().isoformat(), (done_before, removal.operator_id)
    rows = []
    for position, code in enumerate(codes, 1):
        done = was if done_before and code in _DONE_BEFORE else (None, None)
        of_act = (STEP, stay.id, removal.case_id, removal.id, position, code, day)
        rows.append((*of_act, entry.now_text, *done))
    # plain SQL: hundreds of members removed in one act have thousands of steps
    Task._meta.database.connection().executemany(_INSERT, rows)


def steps_of(removal_id: int) -> tuple[StepRecord, ...]:
    """Return the steps of a removal in their order, with all that was recorded about each."""
    tasks = list(
        Task.select()
        .where((Task.removal == removal_id) & (Task.kind == STEP))
        .order_by(Task.position)
    )
    turns: dict[int, list[StepTurn]] = defaultdict(list)
    events = TaskEvent.select().where(TaskEvent.task.in_([task.id for task in tasks]))
    for event in events.order_by(TaskEvent.id):
        turns[event.task_id].append(_turn(event))
    return tuple(_record(task, tuple(turns[task.id])) for task in tasks)


def progress_of(
    database: WorkspaceDatabase, removal_ids: Collection[int]
) -> dict[int, StepProgress]:
    """Return how far each of these removals was carried out."""
    found = dict.fromkeys(removal_ids, StepProgress())
    for row in database.execute_sql(_PROGRESS.format(among(removal_ids))):
        ident, code, done, state, recorded_at, facts, operator, text = row
        was, failed = found[ident], not done and state == TaskState.COULD_NOT
        found[ident] = StepProgress(
            was.steps + 1,
            was.done + done,
            was.not_needed + (done and state == TaskState.NOT_NEEDED),
            FailedTry(code, _at(recorded_at, facts), operator, text) if failed else was.tried,
        )
    return found


def require_holding(ledger: Ledger, removal_id: int) -> Removal:
    """Return a removal that is to be carried out.

    Raises StateChangedError: "removal_gone", "removal_lifted", "steps_wait".
    """
    removal = Removal.get_or_none(Removal.id == removal_id)
    if removal is None:
        raise StateChangedError("removal_gone")
    state = state_of(ledger.database, removal_id)
    if state is RemovalState.WAITING:
        raise StateChangedError("steps_wait")
    if state is not RemovalState.HOLDING:
        raise StateChangedError("removal_lifted")
    found: Removal = removal
    return found


def open_step(step_id: int, removal_id: int) -> Task:
    """Return a step that is still to be done. Raises StateChangedError("step_done")."""
    # lifting drops open steps, and their ids may belong to another removal's by now
    task = Task.get_or_none((Task.id == step_id) & (Task.removal == removal_id))
    if task is None or task.done_at is not None:
        raise StateChangedError("step_done")
    found: Task = task
    return found


def settle(
    entry: Entry,
    task: Task,
    result: StepResult,
    at: str,
    text: str,
    why: StepWhy | None = None,
) -> list[Model]:
    """Record what became of an open step, at the stored moment `at`; return the rows.

    `why` is the program's own reason. One that could not be done stays open. Removing on the
    platform ends the stay.
    """
    rows: list[Model] = []
    if result is not StepResult.COULD_NOT:
        task.done_at, task.done_by_id, task.result = at, entry.operator.id, text
        task.save()
    stay = task.membership
    if stay is None:
        raise StorageError("damaged")
    if (
        task.code == REMOVE
        and result is StepResult.DONE
        and stay.state == MembershipState.ACTIVE.value
    ):
        end_stay(stay, at)
        rows.append(stay)
    return [*rows, _event(entry, task, TaskState(result.value), text, at, why)]


def shorten(
    entry: Entry,
    removal: Removal,
    stay: Membership,
    terms: tuple[Term, Term],
    *,
    letter: bool = False,
    why: StepWhy = StepWhy.TERM_SHORTENED,
) -> tuple[list[str], list[Model]]:
    """Let the steps follow a term that an appeal shortened, or that is over; `terms` from and to.

    What is open and belongs to the longer term is not needed any more, nor is a notice that says
    the old term where a `letter` says the new one. Ways back that were closed are to be opened
    for somebody who may come back at once. Return which are not needed, and the rows.
    """
    before, term = terms
    steps = steps_of(removal.id)
    idle = dict.fromkeys(outlived(term), why)
    if letter:
        idle[SEND_NOTICE] = StepWhy.LETTER_INSTEAD
    over = [step for step in steps if not step.done_at and step.code in idle]
    rows: list[Model] = []
    for step in over:
        task = open_step(step.id, removal.id)
        rows += settle(entry, task, StepResult.NOT_NEEDED, entry.now_text, "", idle[step.code])
    done = {step.code for step in steps if step.state is TaskState.DONE}
    if term is Term.MAY_RETURN and keeps_out(stay.group.platform, before, done):
        of_act = (STEP, stay.id, removal.case_id, removal.id, steps[-1].position + 1)
        day = entry.now.date().isoformat()
        row = (*of_act, OPEN_WAYS_BACK, day, entry.now_text, None, None)
        Task._meta.database.connection().execute(_INSERT, row)
    return [step.code for step in over], rows


def reopen(entry: Entry, task: Task, text: str) -> list[Model]:
    """Open a step again that was ticked; return the rows. Removing there never happened then."""
    rows: list[Model] = []
    stay = task.membership
    if stay is None:
        raise StorageError("damaged")
    if task.code == REMOVE and stay.state == MembershipState.REMOVED.value:
        stay.state, stay.ended_at = MembershipState.ACTIVE.value, None
        stay.save()
        rows.append(stay)
    task.done_at, task.done_by_id, task.result = None, None, ""
    task.save()
    return [*rows, _event(entry, task, TaskState.REOPENED, text, entry.now_text)]


def end_stay(stay: Membership, at: str) -> None:
    """Say that a member was removed at the stored moment `at`."""
    stay.state, stay.ended_at = MembershipState.REMOVED.value, at
    stay.save()


def add_notice(
    entry: Entry,
    kind: SubjectKind,
    target_id: int,
    state: NoticeState,
    at: str,
    channel: Channel,
    note: str,
) -> NoticeEvent:
    """Write down what became of a notice; the log must vouch for the row."""
    return NoticeEvent.create(
        target_kind=kind.value,
        target_id=target_id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        at=at,
        state=state.value,
        channel=channel.value,
        note=note,
    )


def _event(
    entry: Entry, task: Task, state: TaskState, text: str, at: str, why: StepWhy | None = None
) -> TaskEvent:
    facts = {"at": at} if at != entry.now_text else {}
    facts |= {"why": why.value} if why else {}
    return TaskEvent.create(
        task=task.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        state=state.value,
        due_on=task.due_on or to_text(entry.now)[:10],
        text=text,
        facts=json.dumps(facts) if facts else None,
    )


def _turn(event: TaskEvent) -> StepTurn:
    why = stored.fields(event.facts).get("why") if event.facts else None
    return StepTurn(
        stored.one_of(TaskState, event.state),
        _at(event.recorded_at, event.facts),
        stored.moment_text(event.recorded_at),
        event.operator_id,
        event.operator.name,
        event.text,
        stored.one_of(StepWhy, why) if why else None,
    )


def _at(recorded_at: str, facts: str | None) -> str:
    """Return when it was that something was recorded about a step, often just then."""
    at = stored.fields(facts).get("at") if facts else None
    return stored.moment_text(at or recorded_at)


def _record(task: Task, turns: tuple[StepTurn, ...]) -> StepRecord:
    if task.code not in STEPS:
        raise StorageError("damaged")
    return StepRecord(
        id=task.id,
        removal_id=task.removal_id or 0,
        position=task.position,
        code=task.code,
        done_at=stored.known_moment(task.done_at),
        done_by=task.done_by.name if task.done_by else "",
        result=task.result,
        turns=turns,
    )
