# SPDX-License-Identifier: MIT
"""How groups decide about removals: who approves them, how long one may object, what is asked."""

import json
from uuid import UUID

from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.process import Process, from_json, require_valid, to_json
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Group
from groupdesk.services.ledger import Entry, Ledger

_CHANGES = """
SELECT p.body FROM audit_entry e JOIN audit_payload p ON p.seq = e.seq
WHERE e.group_id = ? AND e.action = ? AND e.at > ? ORDER BY e.seq
"""


class Processes:
    """The ways to decide of all groups."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def of(self, group_id: int) -> Process:
        """Return how a group decides. Raises StateChangedError when the group is gone."""
        with self._ledger.reading():
            return process_of(_group(group_id))

    def save(
        self, operation: UUID, group_id: int, process: Process, seen: Process | None = None
    ) -> Receipt:
        """Change how a group decides from now on; what waits for approval goes on waiting.

        `seen` is what the change was made on. Raises ValidationError for days or questions out
        of range, StateChangedError when the group is gone or somebody else changed it meanwhile.
        """
        require_valid(process)
        said = _clean(process)

        def work(entry: Entry) -> None:
            group = _group(group_id)
            before = process_of(group)
            if seen is not None and before != seen:
                raise StateChangedError("process_changed", name=group.name)
            group.process = json.dumps(to_json(said), ensure_ascii=False)
            group.save()
            entry.about(SubjectKind.GROUP, group.id, Topic.GROUPS, group_id=group.id)
            old, new = to_json(before), to_json(said)
            changed = [name for name in new if new[name] != old[name]]
            entry.record(
                before={"group": group.name} | {name: old[name] for name in changed},
                after={"group": group.name} | {name: new[name] for name in changed},
                rows=[group],
            )

        return self._ledger.run(operation, Action.GROUP_PROCESS, work)


def process_of(group: Group) -> Process:
    """Return how a group decides; the way of a new group where nobody chose one."""
    if group.process is None:
        return Process()
    try:
        return from_json(stored.content(group.process))
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
        raise StorageError("damaged") from error


def appeal_days_at(database: WorkspaceDatabase, group: Group, at: str) -> int:
    """Return how many days one had to object by what the group had chosen at a stored moment.

    The log says what it was before the first change since then; what a notice promised stays so.
    """
    rows = database.execute_sql(_CHANGES, (group.id, Action.GROUP_PROCESS.value, at))
    for (body,) in rows:
        before = stored.fields(bytes(body).decode(errors="replace") or "{}").get("before")
        days = before.get("appeal_days") if isinstance(before, dict) else None
        if isinstance(days, int):
            return days
    return process_of(group).appeal_days


def _group(group_id: int) -> Group:
    group = Group.get_or_none(Group.id == group_id)
    if group is None:
        raise StateChangedError("group_gone")
    return group


def _clean(process: Process) -> Process:
    """Return it with its texts as they are stored, empty questions left out."""
    return Process(
        approval=process.approval,
        appeal_days=process.appeal_days,
        answer_days=process.answer_days,
        questions={
            language: tuple(
                text for text in (optional_text("questions", one) for one in asked) if text
            )
            for language, asked in process.questions.items()
        },
        data_note={
            language: optional_text("data_note", text)
            for language, text in process.data_note.items()
        },
    )
