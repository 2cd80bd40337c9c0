# SPDX-License-Identifier: MIT
"""Groups: making, editing and listing them."""

from typing import Any
from uuid import UUID

from groupdesk.domain.enums import Action, Language, Platform, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import GroupFields, GroupRecord, Receipt
from groupdesk.domain.text import clean_line, is_blank, optional_text, reject_unstorable
from groupdesk.models import stored
from groupdesk.models.people import Group
from groupdesk.services.ledger import Entry, Ledger

MAX_NAME = 200

_SELECT = """
SELECT g.id, g.name, g.platform, g.language, g.purpose, g.belongs, g.size_limit, g.owner_name,
    g.ladder, g.archived_at,
    (SELECT count(*) FROM membership m WHERE m.group_id = g.id AND m.state = 'active')
        - (SELECT count(*) FROM membership m INDEXED BY membership_active_bots
            WHERE m.group_id = g.id AND m.is_bot = 1 AND m.state = 'active'),
    b.version, b.published_at
FROM customer_group g
LEFT JOIN rulebook b ON b.id = (
    SELECT id FROM rulebook WHERE group_id = g.id ORDER BY version DESC LIMIT 1)
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
        """Return the group of that name, or None."""
        wanted = clean_line(name)
        return next((group for group in self.all() if group.name == wanted), None)

    def create(self, operation: UUID, fields: GroupFields, external_id: str = "") -> Receipt:
        """Make a group; `external_id` is what the platform calls it.

        Raises ValidationError for a missing, too long or taken name, or a taken id.
        """
        name = self._check(fields)
        reject_unstorable("external_id", external_id)

        def work(entry: Entry) -> None:
            self._require_free(name, None)
            self._require_own(fields.platform.value, external_id or None, None)
            row = Group.create(
                **_columns(fields),
                external_id=external_id or None,
                ladder=DEFAULT_LADDER.to_json(),
                created_at=entry.now_text,
            )
            entry.about(SubjectKind.GROUP, row.id, Topic.GROUPS, group_id=row.id)
            entry.record(after={"group": name, **_values(fields)}, rows=[row])

        return self._ledger.run(operation, Action.GROUP_CREATE, work)

    def edit(self, operation: UUID, group_id: int, fields: GroupFields) -> Receipt:
        """Change what is said of a group; before and after go to the log.

        Raises ValidationError as `create` does, StateChangedError when the group is gone.
        """
        name = self._check(fields)

        def work(entry: Entry) -> None:
            row = Group.get_or_none(Group.id == group_id)
            if row is None:
                raise StateChangedError("group_gone")
            self._require_free(name, group_id)
            self._require_own(fields.platform.value, row.external_id, group_id)
            new = _columns(fields)
            before = {k: getattr(row, k) for k, v in new.items() if getattr(row, k) != v}
            for key, value in new.items():
                setattr(row, key, value)
            row.save()
            entry.about(SubjectKind.GROUP, group_id, Topic.GROUPS, group_id=group_id)
            after = {key: new[key] for key in before}
            entry.record(before=before, after={"group": name, **after}, rows=[row])

        return self._ledger.run(operation, Action.GROUP_EDIT, work)

    @staticmethod
    def _check(fields: GroupFields) -> str:
        for field in ("name", "purpose", "belongs", "owner_name"):
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
        other = Group.get_or_none((Group.name == name) & Group.archived_at.is_null())
        if other is not None and other.id != group_id:
            raise ValidationError("name", "group_name_taken", name=name)

    @staticmethod
    def _require_own(platform: str, external_id: str | None, group_id: int | None) -> None:
        other = Group.get_or_none((Group.platform == platform) & (Group.external_id == external_id))
        if external_id is not None and other is not None and other.id != group_id:
            raise ValidationError("external_id", "group_id_taken", name=other.name)


def _columns(fields: GroupFields) -> dict[str, object]:
    return {
        "name": clean_line(fields.name),
        "platform": fields.platform.value,
        "language": fields.language.value,
        "purpose": fields.purpose.strip(),
        "belongs": fields.belongs.strip(),
        "size_limit": fields.size_limit,
        "owner_name": clean_line(fields.owner_name),
    }


def _values(fields: GroupFields) -> dict[str, object]:
    return {key: value for key, value in _columns(fields).items() if value not in {"", None}}


def _record(row: tuple[Any, ...]) -> GroupRecord:
    group_id, name, platform, language, purpose, belongs, limit, owner, ladder, archived = row[:10]
    members, version, published = row[10:]
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
    )
