# SPDX-License-Identifier: MIT
"""One change to many members: what it says of each, and whom it would change at all."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from groupdesk.domain.enums import Language, MemberRole
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import MemberFields, Receipt
from groupdesk.domain.text import MAX_REASON, clean_line, optional_text, reject_unstorable

_BETWEEN_TAGS = re.compile("[,;，；、]")


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What is to be said of all of them; what is None or empty stays as it is."""

    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    add_note: str = ""
    """A line to be written below each note."""
    account_owner: str | None = None
    """Who looks after them from now on; empty for nobody."""
    language: str | None = None
    role: MemberRole | None = None
    key_customer: bool | None = None
    protected: bool | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is to be changed."""
        return self == BulkChange()

    def checked(self) -> "BulkChange":
        """Return it tidied. Raises ValidationError for a field, or `change` for an empty one."""
        for field in ("add_tags", "remove_tags"):
            for tag in getattr(self, field):
                reject_unstorable(field, tag)
        tidied = replace(
            self,
            add_tags=tidy_tags(self.add_tags),
            remove_tags=tidy_tags(self.remove_tags),
            add_note=optional_text("add_note", self.add_note),
        )
        if self.account_owner is not None:
            owner = clean_line(optional_text("account_owner", self.account_owner))
            tidied = replace(tidied, account_owner=owner)
        if tidied.language not in {None, "", *Language}:
            raise ValidationError("language", "bulk_nothing")
        if tidied.empty:
            raise ValidationError("change", "bulk_nothing")
        return tidied

    def of(self, fields: MemberFields) -> MemberFields:
        """Return what a member's fields become. Raises ValidationError for a note too long."""
        added = {tag.casefold(): tag for tag in reversed(self.add_tags)}
        removed = {tag.casefold() for tag in self.remove_tags} - added.keys()
        tags = [tag for tag in fields.tags if tag.casefold() not in removed]
        there = {tag.casefold() for tag in tags}
        tags += [added[key] for key in reversed(added) if key not in there]
        note = fields.note
        if self.add_note:
            note = f"{note}\n{self.add_note}" if note else self.add_note
            if len(note) > MAX_REASON:
                raise ValidationError(
                    "add_note", "text_too_long", limit=MAX_REASON, length=len(note)
                )
        return replace(
            fields,
            tags=tuple(tags),
            note=note,
            account_owner=(
                fields.account_owner if self.account_owner is None else self.account_owner
            ),
            language=fields.language if self.language is None else self.language,
            role=self.role or fields.role,
            key_customer=_said(self.key_customer, fields.key_customer),
            protected=_said(self.protected, fields.protected),
        )


class BulkPreview(NamedTuple):
    """What a change would do: members chosen, members it changes, persons those are."""

    chosen: int
    changed: int
    people: int


class BulkDone(NamedTuple):
    """What a change, or the undoing of one, did: how many it changed, how many it had to leave."""

    receipt: Receipt
    members: int
    left: int = 0
    """Who was changed by somebody else since, for what is undone."""


def tags_in(line: str) -> tuple[str, ...]:
    """Return the tags of one line, parted by commas or semicolons, Chinese ones and 、 too."""
    return tidy_tags(tuple(_BETWEEN_TAGS.split(line)))


def tidy_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return tags as they are kept: trimmed, none empty, none twice."""
    return tuple(dict.fromkeys(filter(None, map(clean_line, tags))))


def _said(wanted: bool | None, before: bool) -> bool:  # noqa: FBT001 - values, no switches
    return before if wanted is None else wanted
