# SPDX-License-Identifier: MIT
"""Why groups are there: what was said when one was opened, joined, kept or muted."""

from collections.abc import Collection, Iterable

from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.domain.upkeep_records import GroupNoteRecord, GroupNoteRequest
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Group
from groupdesk.models.reviews import GroupNote
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.same_person import among

WHY = frozenset({GroupNoteKind.OPENED, GroupNoteKind.JOINED})
"""The notes that say why a group is there."""
_NOTES = """
SELECT n.id, n.group_id, n.kind, n.recorded_at, o.name, n.purpose, n.belongs, n.why_now, n.text
FROM group_note n JOIN operator o ON o.id = n.operator_id WHERE {0} ORDER BY n.id DESC
"""
_OURS = """
SELECT DISTINCT o.name FROM operator_person t JOIN operator o ON o.id = t.operator_id
JOIN person p ON p.id = t.person_id
JOIN person e ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)
JOIN membership m ON m.person_id = e.id AND m.group_id = ?1 AND m.state = 'active'
WHERE NOT EXISTS (SELECT 1 FROM group_note n
    WHERE n.group_id = ?1 AND n.kind IN ('opened', 'joined'))
ORDER BY o.name
"""


class GroupNotes:
    """The notes of a workspace; they are acts and stay as they were written."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def of_group(self, group_id: int) -> tuple[GroupNoteRecord, ...]:
        """Return all notes of a group, the newest first."""
        with self._ledger.reading():
            return notes_of(self._ledger.database, [group_id])

    def ours_without_why(self, group_id: int) -> tuple[str, ...]:
        """Return who of the operators is a member while nobody wrote why the group is there."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_OURS, (group_id,)).fetchall()
            return tuple(str(name) for (name,) in rows)

    def record(self, request: GroupNoteRequest) -> Receipt:
        """Write a note about a group, or the same about several in one act.

        Raises ValidationError for one that says nothing, StateChangedError for a group that is
        gone, RefusedError for an archived one.
        """
        said = _checked(request)
        ids = tuple(dict.fromkeys(request.group_ids))
        if not ids:
            raise StateChangedError("group_gone")

        def work(entry: Entry) -> None:
            for group in (Group.get_or_none(Group.id == ident) for ident in ids):
                if group is None:
                    raise StateChangedError("group_gone")
                write_note(entry, group, request.kind, said)
            require_in_use(*ids)
            entry.about(
                SubjectKind.GROUP, ids[0], Topic.GROUPS, group_id=ids[0] if len(ids) == 1 else None
            )

        return self._ledger.run(request.operation, Action.GROUP_NOTE, work)


def notes_of(
    database: WorkspaceDatabase, group_ids: Collection[int] | None = None
) -> tuple[GroupNoteRecord, ...]:
    """Return the notes of these groups, or of all, the newest first; the caller reads."""
    where = "1" if group_ids is None else f"n.group_id IN {among(group_ids)}"
    return tuple(
        GroupNoteRecord(
            int(ident),
            int(group),
            stored.one_of(GroupNoteKind, kind),
            stored.moment_text(at),
            str(operator),
            *map(str, texts),
        )
        for ident, group, kind, at, operator, *texts in database.execute_sql(_NOTES.format(where))
    )


def newest(notes: Iterable[GroupNoteRecord], *kinds: GroupNoteKind) -> GroupNoteRecord | None:
    """Return the newest note of these kinds."""
    return max((one for one in notes if one.kind in kinds), key=lambda one: one.id, default=None)


def write_note(entry: Entry, group: Group, kind: GroupNoteKind, said: dict[str, str]) -> GroupNote:
    """Write a note into the act that is under way, with a payload of its own."""
    row = GroupNote.create(
        group=group.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        kind=kind.value,
        **said,
    )
    told = {key: text for key, text in said.items() if text}
    named = {"reason": told.pop("text")} if "text" in told else {}
    after = {"group": group.name, "group_note": kind.value, **told, **named}
    entry.record(after=after, rows=[row])
    return row


def said_of(purpose: str, belongs: str, why_now: str) -> dict[str, str]:
    """Return the three answers as they are stored. Raises ValidationError for one too long."""
    return {
        "purpose": optional_text("purpose", purpose),
        "belongs": optional_text("belongs", belongs),
        "why_now": optional_text("why_now", why_now),
    }


def _checked(request: GroupNoteRequest) -> dict[str, str]:
    if request.kind not in WHY:
        return {"text": require_text("text", request.text, limit=MAX_REASON)}
    said = said_of(request.purpose, request.belongs, request.why_now)
    if not any(said.values()):
        raise ValidationError("why_now", "group_note_empty")
    return said
