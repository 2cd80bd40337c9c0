# SPDX-License-Identifier: MIT
"""How stays end that no removal of ours ended, and what the history of member lists tells."""

from dataclasses import dataclass

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_preview import FieldChange


@dataclass(frozen=True, slots=True)
class DepartureRecord:
    """What holds of a departure, and what a correction of it may say.

    `how` may be taken from `choices` only. Times are stored texts.
    """

    id: int
    membership_id: int
    member_name: str
    how: DepartureHow
    ended_at: str
    case_number: int
    choices: tuple[DepartureHow, ...]


@dataclass(frozen=True, slots=True)
class ListRecord:
    """One imported list in a group's history; `undone_at` is empty while it holds."""

    id: int
    taken_at: str
    file_name: str
    format: str
    operator: str
    new: int
    changed: int
    left: int
    unchanged: int
    rejected: int
    undone_at: str = ""
    undone_by: str = ""
    undo_reason: str = ""


@dataclass(frozen=True, slots=True)
class ListLine:
    """What a list did to one member; `how` and `case_number` are of a departure."""

    membership_id: int
    name: str
    changes: tuple[FieldChange, ...] = ()
    how: DepartureHow | None = None
    case_number: int = 0
    nickname: str = ""


@dataclass(frozen=True, slots=True)
class GroupSize:
    """How many members, bots apart, a group had at a moment."""

    at: str
    members: int


@dataclass(frozen=True, slots=True)
class UndoBlock:
    """What was done since to a member whom a list touched, so that it cannot be undone.

    With a `file` it is a later list that found members as this one left them; which ones was not
    written down, so that no member is named.
    """

    member_name: str
    action: str
    at: str
    operator: str
    seq: int
    file: str = ""
