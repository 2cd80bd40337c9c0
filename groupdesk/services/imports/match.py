# SPDX-License-Identifier: MIT
"""Who is who: finds, for each row of a list, the member of the group that it means.

By the account's id; then by e-mail address or handle; then by a name, which is weak and counts
only where it is unique among what is left on both sides. Where nothing decides, nobody is chosen.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from groupdesk.domain.enums import MembershipState
from groupdesk.domain.import_preview import FieldChange
from groupdesk.domain.import_records import ImportRow
from groupdesk.services.imports.compare import differences
from groupdesk.services.imports.register import Register, Stay

_UNDECIDED, _NEW, _ELSEWHERE, _HERE, _CONFLICT = range(5)


@dataclass(frozen=True, slots=True)
class Known:
    """A row, by its position in the list, and the member or person that it means."""

    position: int
    stay: Stay
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that a person has to decide about; `other_line` is the row it collides with."""

    position: int
    code: str
    candidates: tuple[Stay, ...] = ()
    other_line: int = 0


@dataclass(slots=True)
class Matched:
    """All rows of a list, sorted by what becomes of them; positions count from 0."""

    new: "array[int]" = field(default_factory=lambda: array("q"))
    elsewhere: list[Known] = field(default_factory=list)
    returning: list[Known] = field(default_factory=list)
    changed: list[Known] = field(default_factory=list)
    unchanged: "array[int]" = field(default_factory=lambda: array("q"))
    conflicts: list[Conflict] = field(default_factory=list)


def match(rows: Sequence[ImportRow], register: Register) -> Matched:
    """Match cleaned rows with the register."""
    return _Matching(rows, register).result()


def sort_known(matched: Matched, known: Known) -> None:
    """Put a row whose member is known where it belongs."""
    stay = known.stay
    if not stay.membership_id:
        matched.elsewhere.append(known)
    elif stay.state != MembershipState.ACTIVE and not _gone(known):
        matched.returning.append(known)
    elif known.changes:
        matched.changed.append(known)
    else:
        matched.unchanged.append(known.position)


def _gone(known: Known) -> bool:
    """Say whether an ended stay stays ended: `changes` of a deactivated account never join."""
    return known.position < 0


class _Matching:
    def __init__(self, rows: Sequence[ImportRow], register: Register) -> None:
        self._rows = rows
        self._register = register
        self._state = bytearray(len(rows))
        self._stays: dict[int, Stay] = {}
        self._conflicts: dict[int, Conflict] = {}
        self._claims: dict[int, int] = {}  # person -> position of the row that means them

    def result(self) -> Matched:
        if self._register.stays or self._register.elsewhere:
            self._by_id()
            self._by_address(lambda row: row.email.casefold(), lambda stay: stay.email.casefold())
            self._by_address(
                lambda row: row.handle.casefold(), lambda stay: stay.handle.casefold()
            )
            self._by_name()
        self._twice()
        return self._sorted()
