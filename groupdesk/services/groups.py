# SPDX-License-Identifier: MIT
"""Groups: making, editing, listing and archiving them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from groupdesk.domain.enums import Action, Language, Platform, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import GroupFields, GroupFigures, GroupRecord, Receipt
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.text import MAX_REASON, clean_line, is_blank, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.people import Group
from groupdesk.services.ledger import Entry, Ledger

MAX_NAME = 200
_TURNED = (Topic.GROUPS, Topic.MEMBERS, Topic.CASES, Topic.TASKS, Topic.RULES)

_SELECT = """
SELECT g.id, g.name, g.platform, g.language, g.purpose, g.belongs, g.size_limit, g.owner_name,
    g.ladder, g.archived_at, g.archive_reason, g.external_id, g.policy,
    (SELECT count(*) FROM membership m WHERE m.group_id = g.id AND m.state = 'active')
        - (SELECT count(*) FROM membership m INDEXED BY membership_active_bots
            WHERE m.group_id = g.id AND m.is_bot = 1 AND m.state = 'active'),
    b.version, b.published_at
FROM customer_group g
LEFT JOIN rulebook b ON b.id = (
    SELECT id FROM rulebook WHERE group_id = g.id ORDER BY version DESC LIMIT 1)
"""
_FIGURES = """
SELECT
    (SELECT count(*) FROM membership INDEXED BY membership_active_bots
        WHERE group_id = ?1 AND is_bot = 1 AND state = 'active'),
    (SELECT count(*) FROM case_file WHERE group_id = ?1 AND state = 'open')
"""
_LAST_LIST = """
SELECT file_name, taken_at FROM snapshot s
WHERE group_id = ? AND NOT EXISTS (SELECT 1 FROM import_undo u WHERE u.snapshot_id = s.id)
ORDER BY taken_at DESC, id DESC LIMIT 1
"""


class Groups:
    """The groups of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def all(self) -> tuple[GroupRecord, ...]:
        """Return the groups that are not archived, in the order in which they were made."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                f"{_SELECT} WHERE g.archived_at IS NULL ORDER BY g.id"
            )
            return tuple(_record(row) for row in rows)

    def archived(self) -> tuple[GroupRecord, ...]:
        """Return the archived groups, the one that was archived last first."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                f"{_SELECT} WHERE g.archived_at IS NOT NULL ORDER BY g.archived_at DESC, g.id DESC"
            )
            return tuple(_record(row) for row in rows)

    def get(self, group_id: int) -> GroupRecord:
        """Return one group. Raises StateChangedError when there is none."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                f"{_SELECT} WHERE g.id = ?", (group_id,)
            ).fetchone()
        if row is None:
            raise StateChangedError("group_gone")
        return _record(row)

    def named(self, name: str) -> GroupRecord | None:
        """Return the group of that name, or None.

        An archived one is found where no other has the name, the one that was archived last.
        """
        wanted = clean_line(name)
        groups = (*self.all(), *self.archived())
        return next((group for group in groups if group.name == wanted), None)

    def figures(self, group_id: int) -> GroupFigures:
        """Return the numbers of a group, all zero for one that is not there."""
        with self._ledger.reading():
            execute = self._ledger.database.execute_sql
            bots, cases = execute(_FIGURES, (group_id,)).fetchone()
            last = execute(_LAST_LIST, (group_id,)).fetchone()
        name, at = ("", "") if last is None else (last[0], stored.moment_text(last[1]))
        return GroupFigures(bots, cases, name, at)

    def create(self, operation: UUID, fields: GroupFields, why_now: str | None = None) -> Receipt:
        """Make a group; with `why_now` what it is for and why now is kept as a note of that day.

        Where all of that is empty no note is written.

        Raises ValidationError for a missing, too long or taken name, or a taken platform id.
        """
        name = self._check(fields)
        if why_now is not None:
            optional_text("why_now", why_now)

        def work(entry: Entry) -> None:
            self._require_free(name, None)
            self._require_own(fields, None)
            row = Group.create(
                **_columns(fields),
                ladder=DEFAULT_LADDER.to_json(),
                created_at=entry.now_text,
            )
            entry.about(SubjectKind.GROUP, row.id, Topic.GROUPS, group_id=row.id)
            entry.record(after={"group": name, **_values(fields)}, rows=[row])
            if why_now is not None:
                _note_opening(entry, row, fields, why_now)

        return self._ledger.run(operation, Action.GROUP_CREATE, work)

    def edit(
        self,
        operation: UUID,
        group_id: int,
        fields: GroupFields,
        seen: GroupFields | None = None,
    ) -> Receipt:
        """Change what is said of a group; before and after go to the log.

        With `seen`, what the person had in front of them, only what they changed is written:
        what somebody else changed meanwhile stays.

        Raises ValidationError as `create` does, StateChangedError when the group is gone,
        RefusedError("group_archived") while it is archived.
        """
        name = self._check(fields)

        def work(entry: Entry) -> None:
            row = _row(group_id)
            self._require_free(name, group_id)
            self._require_own(fields, group_id)
            known = {} if seen is None else _columns(seen)
            new = {k: v for k, v in _columns(fields).items() if k not in known or known[k] != v}
            before = {k: getattr(row, k) for k, v in new.items() if getattr(row, k) != v}
            for key, value in new.items():
                setattr(row, key, value)
            row.save()
            entry.about(SubjectKind.GROUP, group_id, Topic.GROUPS, group_id=group_id)
            after = {key: new[key] for key in before}
            entry.record(before=before, after={"group": row.name, **after}, rows=[row])

        return self._ledger.run(operation, Action.GROUP_EDIT, work)

    def archive(self, operation: UUID, group_id: int, reason: str) -> Receipt:
        """Put a group away with a written reason: it can be read, and nothing written in it.

        Raises ValidationError without a reason, StateChangedError when the group is gone or
        archived already.
        """
        text = require_text("reason", reason, limit=MAX_REASON)
        return self._ledger.run(
            operation, Action.GROUP_ARCHIVE, lambda entry: put_away(entry, group_id, text, {})
        )

    def restore(self, operation: UUID, group_id: int) -> Receipt:
        """Take an archived group back into use; why it was archived stays in the log.

        Raises StateChangedError when it is gone or in use, RefusedError while another group has
        its name.
        """

        def work(entry: Entry) -> None:
            row = _row(group_id)
            if row.archived_at is None:
                raise StateChangedError("group_in_use", name=row.name)
            if _in_use(row.name) is not None:
                raise RefusedError("group_restore_taken", name=row.name)
            before = {"reason": row.archive_reason}
            row.archived_at, row.archive_reason = None, ""
            row.save()
            entry.about(SubjectKind.GROUP, group_id, *_TURNED, group_id=group_id)
            entry.record(before=before, after={"group": row.name}, rows=[row])

        return self._ledger.run(operation, Action.GROUP_RESTORE, work)

    @staticmethod
    def _check(fields: GroupFields) -> str:
        for field in ("name", "purpose", "belongs", "owner_name", "external_id", "policy"):
            optional_text(field, getattr(fields, field))
        name = clean_line(fields.name)
        if is_blank(name):
            raise ValidationError("name", "group_name_missing")
        if len(name) > MAX_NAME:
            raise ValidationError("name", "text_too_long", limit=MAX_NAME, length=len(name))
        if fields.size_limit is not None and fields.size_limit < 1:
            raise ValidationError("size_limit", "size_limit_too_small")
        return name

    @staticmethod
    def _require_free(name: str, group_id: int | None) -> None:
        other = _in_use(name)
        if other is not None and other.id != group_id:
            raise ValidationError("name", "group_name_taken", name=name)

    @staticmethod
    def _require_own(fields: GroupFields, group_id: int | None) -> None:
        external_id = fields.external_id.strip()
        other = Group.get_or_none(
            (Group.platform == fields.platform.value) & (Group.external_id == external_id)
        )
        if external_id and other is not None and other.id != group_id:
            code = "group_id_taken" if other.archived_at is None else "group_id_archived"
            raise ValidationError("external_id", code, name=other.name)


def put_away(entry: Entry, group_id: int, reason: str, said: Mapping[str, object]) -> None:
    """Archive a group in the act that is under way; `said` goes into the log beside the reason.

    Raises StateChangedError when it is gone or archived already.
    """
    row = _row(group_id)
    if row.archived_at is not None:
        raise StateChangedError("group_archived_before", name=row.name)
    row.archived_at, row.archive_reason = entry.now_text, reason
    row.save()
    entry.about(SubjectKind.GROUP, group_id, *_TURNED, group_id=group_id)
    entry.record(after={"group": row.name, "reason": reason} | dict(said), rows=[row])


def _note_opening(entry: Entry, group: Group, fields: GroupFields, why_now: str) -> None:
    from groupdesk.services.group_notes import said_of, write_note  # noqa: PLC0415  # seldom made

    said = said_of(fields.purpose, fields.belongs, why_now)
    if any(said.values()):
        write_note(entry, group, GroupNoteKind.OPENED, said)


def _row(group_id: int) -> Group:
    row = Group.get_or_none(Group.id == group_id)
    if row is None:
        raise StateChangedError("group_gone")
    return row


def _in_use(name: str) -> Group | None:
    return Group.get_or_none((Group.name == name) & Group.archived_at.is_null())


def _columns(fields: GroupFields) -> dict[str, object]:
    return {
        "name": clean_line(fields.name),
        "platform": fields.platform.value,
        "language": fields.language.value,
        "purpose": fields.purpose.strip(),
        "belongs": fields.belongs.strip(),
        "size_limit": fields.size_limit,
        "owner_name": clean_line(fields.owner_name),
        "external_id": fields.external_id.strip() or None,
        "policy": fields.policy.strip() or None,
    }


def _values(fields: GroupFields) -> dict[str, object]:
    return {key: value for key, value in _columns(fields).items() if value not in {"", None}}


def _record(row: tuple[Any, ...]) -> GroupRecord:
    group_id, name, platform, language, purpose, belongs, limit, owner, ladder, archived = row[:10]
    reason, external_id, policy, members, version, published = row[10:]
    return GroupRecord(
        id=group_id,
        name=name,
        platform=stored.one_of(Platform, platform),
        language=stored.one_of(Language, language),
        purpose=purpose,
        belongs=belongs,
        size_limit=None if limit is None else stored.number(limit, 1),
        owner_name=owner,
        ladder=stored.ladder(ladder),
        members=members,
        rules_version=0 if version is None else stored.number(version, 1),
        rules_published_at=stored.known_moment(published),
        archived_at=None if archived is None else stored.moment_text(archived),
        archive_reason=reason,
        external_id=external_id or "",
        policy=policy or "",
    )
