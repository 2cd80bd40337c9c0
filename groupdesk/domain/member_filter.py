# SPDX-License-Identifier: MIT
"""Which members a list shows: a group or all, a chip, words to find, and conditions that combine.

What a start needs is a NamedTuple, as in records.py.
"""

import json
from datetime import date
from typing import NamedTuple

from groupdesk.domain.enums import MemberRole, StepKind
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import clean_line, reject_unstorable

MOST_DAYS = 36_500
"""The longest time of inactivity that can be asked for, a hundred years."""
MOST_NAME = 60
"""The longest name of a saved filter, in characters."""

GOOD = "good"
STANDINGS = (GOOD, *(kind.value for kind in StepKind if kind is not StepKind.REMOVAL))
"""What can be asked for as standing: none of the ladder's steps, or steps of a kind."""
STATES = ("", "former", "left", "removed", "any")
"""Which stays: those going on, those that ended, in one way or the other, or all."""
CHIPS = ("all", "warned", "at_risk", "inactive", "waiting", "undelivered", "leaving", "former")

MAY_OBJECT = "may_object"
"""In place of a chip: who was removed or warned so that they can object to it. Never saved."""


class Conditions(NamedTuple):
    """What a member has to fulfil; all that is set has to hold."""

    standing: tuple[str, ...] = ()
    """Any of these, see STANDINGS."""
    inactive_days: int = 0
    """Last active so many days ago or earlier; unknown activity never counts as that."""
    activity_unknown: bool = False
    """Those of whom nobody knows when they were active; with `inactive_days`, they as well."""
    tag: str = ""
    role: MemberRole | None = None
    joined_from: str = ""
    """A local day, 2026-11-30; that day counts."""
    joined_to: str = ""
    key_customer: bool | None = None
    protected: bool | None = None
    state: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of the conditions that are set; days of joining are one."""
        names = [name for name in self._fields if getattr(self, name) not in {None, "", 0, ()}]
        names += [name for name in ("key_customer", "protected") if getattr(self, name) is False]
        if "joined_from" in names and "joined_to" in names:
            names.remove("joined_to")
        if "inactive_days" in names and "activity_unknown" in names:
            names.remove("activity_unknown")
        return tuple(sorted(set(names), key=self._fields.index))

    def without(self, name: str) -> "Conditions":
        """Return the same without one of `asked`."""
        gone = {"joined_from": ("joined_to",), "inactive_days": ("activity_unknown",)}.get(name, ())
        defaults = {part: self._field_defaults[part] for part in (name, *gone)}
        return self._replace(**defaults)

    def checked(self) -> "Conditions":
        """Return what can be asked, tidied.

        Raises ValidationError for `inactive_days`, `joined_to` or `tag`.
        """
        reject_unstorable("tag", self.tag)
        if not 0 <= self.inactive_days <= MOST_DAYS:
            raise ValidationError("inactive_days", "filter_days", limit=MOST_DAYS)
        if self.joined_from and self.joined_to and self.joined_to < self.joined_from:
            raise ValidationError("joined_to", "filter_joined")
        return self._replace(tag=clean_line(self.tag))


class MemberFilter(NamedTuple):
    """Which members a list shows; without a group those of all groups in use."""

    group_id: int | None = None
    chip: str = "all"
    text: str = ""
    conditions: Conditions = Conditions()

    @property
    def is_plain(self) -> bool:
        """Whether it shows everybody who is there now."""
        return self.chip == "all" and not self.text.strip() and not self.conditions.asked

    def to_json(self) -> str:
        """Return what is saved under a name: everything but the group."""
        said: dict[str, object] = {"chip": self.chip, "text": self.text}
        for name in self.conditions.asked:
            said[name] = getattr(self.conditions, name)
        for both in ("joined_to", "activity_unknown"):
            if getattr(self.conditions, both):
                said[both] = getattr(self.conditions, both)
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "MemberFilter":
        """Read what `to_json` wrote. Raises ValueError for anything else."""
        said = json.loads(text)
        if not isinstance(said, dict):
            raise ValueError("no filter")  # noqa: TRY004  # it is what was saved that is wrong
        chip, words = said.pop("chip", "all"), said.pop("text", "")
        if chip not in CHIPS or not isinstance(words, str):
            raise ValueError("no filter")
        return cls(None, chip, words, _conditions(said))


class SavedFilter(NamedTuple):
    """A filter that was saved under a name."""

    id: int
    name: str
    which: MemberFilter
    """Its group is the one it was saved in, None for all groups."""
    follows: bool = False
    """Whether it is for the group in front, as filters saved without a scope are."""

    def scope(self, front: int | None) -> int | None:
        """Return the group it finds members of, None for all, while `front` is in front."""
        return front if self.follows else self.which.group_id


def filter_name(name: str) -> str:
    """Return a name as it is kept. Raises ValidationError("name", …)."""
    reject_unstorable("name", name)
    cleaned = clean_line(name)
    if not cleaned:
        raise ValidationError("name", "filter_name_missing")
    if len(cleaned) > MOST_NAME:
        raise ValidationError("name", "text_too_long", limit=MOST_NAME, length=len(cleaned))
    return cleaned


def _conditions(said: dict[str, object]) -> Conditions:
    if not said.keys() <= set(Conditions._fields):
        raise ValueError("unknown conditions")
    plain = Conditions()
    for name, value in said.items():
        if name == "standing":
            if not isinstance(value, list) or not set(value) <= set(STANDINGS):
                raise ValueError(name)
            plain = plain._replace(standing=tuple(value))
        elif name == "role":
            plain = plain._replace(role=MemberRole(str(value)))
        else:
            kind = bool if name in _FLAGS else type(getattr(plain, name))
            if type(value) is not kind:
                raise ValueError(name)
            plain = Conditions(**{**plain._asdict(), name: value})
    for day in filter(None, (plain.joined_from, plain.joined_to)):
        if date.fromisoformat(day).isoformat() != day:
            raise ValueError(day)
    if plain.state not in STATES or not 0 <= plain.inactive_days <= MOST_DAYS:
        raise ValueError("no conditions")
    return plain


_FLAGS = ("activity_unknown", "key_customer", "protected")
