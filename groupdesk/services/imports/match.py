# SPDX-License-Identifier: MIT
"""Who is who: finds, for each row of a list, the member of the group that it means.

By the account's id; then by e-mail address or handle; then by a name, which is weak and counts
only where it is unique among what is left on both sides. Where nothing decides, nobody is chosen;
and of two rows that only a name tells of, the second may be the first once more.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from groupdesk.domain.enums import MembershipState
from groupdesk.domain.import_preview import FieldChange
from groupdesk.domain.import_records import ImportRow
from groupdesk.services.imports.compare import differences
from groupdesk.services.imports.register import Register, Stay
from groupdesk.services.imports.reused import BY_ID, BY_NUMBER, REUSED, is_somebody_else


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

    @property
    def may_be_new(self) -> bool:
        """Whether a person may say that the row is somebody new."""
        return self.code not in REUSED and (bool(self.candidates) or self.code == "name_twice")


@dataclass(slots=True)
class Matched:
    """All rows of a list, sorted by what becomes of them; positions count from 0.

    `elsewhere` are persons whom only other groups have, `returning` such as were here before.
    `missing` are active stays that no row means; `other_accounts` are rows that name members by
    other accounts than those they have here.
    """

    new: "array[int]" = field(default_factory=lambda: array("q"))
    elsewhere: list[Known] = field(default_factory=list)
    returning: list[Known] = field(default_factory=list)
    changed: list[Known] = field(default_factory=list)
    unchanged: "array[int]" = field(default_factory=lambda: array("q"))
    conflicts: list[Conflict] = field(default_factory=list)
    missing: list[Stay] = field(default_factory=list)
    other_accounts: set[int] = field(default_factory=set)

    def place(self, position: int, row: ImportRow, stay: Stay) -> None:
        """Put a row whose member is known where it belongs."""
        if position in self.other_accounts:  # what the row says of that one stays with that
            row = row._replace(external_id="", handle="")
        known = Known(position, stay, differences(row, stay))
        if not stay.membership_id:
            self.elsewhere.append(known)
        elif stay.state != MembershipState.ACTIVE and not row.deactivated:
            self.returning.append(known)
        elif known.changes:
            self.changed.append(known)
        else:
            self.unchanged.append(position)


def match(
    rows: Sequence[ImportRow], register: Register, named: dict[int, Stay] | None = None
) -> Matched:
    """Match cleaned rows with the register; `named` are the stays that rows name by their ids."""
    return _Matching(rows, register).run(named or {})


class _Matching:
    def __init__(self, rows: Sequence[ImportRow], register: Register) -> None:
        self._rows = rows
        self._register = register
        self._found: dict[int, Stay] = {}
        self._conflicts: dict[int, Conflict] = {}
        self._claims: dict[int, int] = {}  # person -> position of the row that means them
        self._other_accounts: set[int] = set()
        self._here = {stay.external_id: stay for stay in register.stays if stay.external_id}

    def run(self, named: dict[int, Stay]) -> Matched:
        self._by_membership(named)
        self._one_id_twice()
        if self._register.stays or self._register.elsewhere:
            self._by_id()
            self._by_address(_email_of_row, _email_of_stay, "email_not_unique")
            self._by_address(_handle_of_row, _handle_of_stay, "handle_not_unique")
            self._by_name()
        self._one_name_twice()
        matched = Matched(other_accounts=self._other_accounts)
        for position, row in enumerate(self._rows):
            stay = self._found.get(position)
            if stay is not None:
                matched.place(position, row, stay)
            elif position not in self._conflicts:
                matched.new.append(position)
        matched.conflicts = [self._conflicts[position] for position in sorted(self._conflicts)]
        active = MembershipState.ACTIVE
        matched.missing = [stay for stay in self._free_stays() if stay.state == active]
        return matched

    def _by_membership(self, named: dict[int, Stay]) -> None:
        """Take the stays that a list of our own names, unless an id says it is somebody else."""
        taken: set[int] = set()
        for position, row in enumerate(self._rows) if named else ():
            stay = named.get(row.membership_id)
            if stay is None or stay.membership_id in taken:
                continue
            if not _agree(row.external_id, stay.external_id or ""):
                continue
            if stay.external_id is None and self._account(row.external_id):
                continue
            if is_somebody_else(row, stay):
                self._conflicts[position] = Conflict(position, BY_NUMBER, (stay,))
            else:
                taken.add(stay.membership_id)
                self._found[position] = stay
                self._claims.setdefault(stay.person_id, position)

    def _one_id_twice(self) -> None:
        ids = [
            row.external_id
            for position, row in enumerate(self._rows)
            if row.external_id and position not in self._found
        ]
        if len(set(ids)) == len(ids):
            return
        often = {one for one, count in Counter(ids).items() if count > 1}
        first: dict[str, int] = {}
        for position, row in enumerate(self._rows):
            if row.external_id in often and position not in self._found:
                other = first.setdefault(row.external_id, position)
                self._conflicts[position] = Conflict(
                    position, "id_twice", other_line=0 if other == position else self._line(other)
                )

    def _one_name_twice(self) -> None:
        """Ask about a new row that has the name of an earlier one, and nothing to part the two."""
        names = [row.name.casefold() for row in self._rows]
        if len(set(names)) == len(names):
            return
        often = {name for name, count in Counter(names).items() if count > 1}
        first: dict[str, int] = {}
        told: dict[tuple[str, ...], int] = {}  # name and all that tells of somebody beside it
        for position, name in enumerate(names):
            if name not in often or position in self._conflicts:
                continue
            one = (name, *_beside_name(self._rows[position]))
            bare = (name, "", "", "", "")
            # a bare name may be anybody of that name
            other = first.get(name) if one == bare else told.get(one, told.get(bare))
            if other is not None and position not in self._found:
                self._conflicts[position] = Conflict(
                    position, "name_twice", other_line=self._line(other)
                )
                continue
            first.setdefault(name, position)
            told.setdefault(one, position)

    def _by_id(self) -> None:
        for position, row in enumerate(self._rows):
            if not row.external_id or position in self._conflicts or position in self._found:
                continue
            account = self._account(row.external_id)
            if account is None:
                continue
            stay = self._register.persons.get(account.person_id, account)
            if stay.account_id != account.account_id:
                stay = self._under(account, stay, position)
            if is_somebody_else(row, stay):
                self._conflicts[position] = Conflict(position, BY_ID, (stay,))
            else:
                self._claim(position, stay)

    def _under(self, account: Stay, stay: Stay, position: int) -> Stay:
        """Return the stay of a person whom the row names by another account than they have here.

        Who comes back does so with that account; to who is here it says nothing of the one here.
        """
        if stay.state == MembershipState.ACTIVE or self._rows[position].deactivated:
            self._other_accounts.add(position)
            return stay
        said = (account.account_id, account.external_id, account.handle)
        return stay._replace(account_id=said[0], external_id=said[1], handle=said[2])

    def _account(self, external_id: str) -> Stay | None:
        """Return the stay with this id, or else who has it elsewhere."""
        return self._here.get(external_id) or self._register.elsewhere.get(external_id)

    def _by_address(
        self,
        of_row: Callable[[ImportRow], str],
        of_stay: Callable[[Stay], str],
        code: str,
    ) -> None:
        stays = _grouped(self._free_stays(), of_stay)
        if not stays:
            return
        for address, positions in self._open_rows(of_row).items():
            if address not in stays:
                continue
            for position in positions:
                fitting = [s for s in stays[address] if self._may_be(position, s)]
                if len(fitting) == 1 and len(positions) == 1:
                    self._claim(position, fitting[0])
                elif fitting:
                    self._conflicts[position] = Conflict(position, code, tuple(fitting))

    def _by_name(self) -> None:
        stays = _grouped(self._free_stays(), _name_of_stay)
        for name, positions in self._open_rows(_name_of_row).items():
            there = stays.get(name)
            if not there:
                continue
            fitting = {p: [s for s in there if self._may_be(p, s, by_name=True)] for p in positions}
            open_rows = [position for position in positions if fitting[position]]
            left = {s.membership_id: s for found in fitting.values() for s in found}
            if len(open_rows) == 1 == len(left):
                self._claim(open_rows[0], fitting[open_rows[0]][0])
            elif not self._same_again(open_rows, list(left.values())):
                for position in open_rows:
                    found = tuple(fitting[position])
                    self._conflicts[position] = Conflict(position, "name_not_unique", found)

    def _same_again(self, positions: list[int], stays: list[Stay]) -> bool:
        """Take as many rows as members, in order, where it makes no difference who is who."""
        pairs = list(zip(positions, sorted(stays), strict=False))
        if len(positions) != len(stays) or not all(
            self._may_be(position, stay, by_name=True)
            and (stay.state == MembershipState.ACTIVE or self._rows[position].deactivated)
            and not differences(self._rows[position], stay)
            for position, stay in pairs
        ):
            return False
        for position, stay in pairs:
            self._claim(position, stay)
        return True

    def _may_be(self, position: int, stay: Stay, *, by_name: bool = False) -> bool:
        """Say whether nothing speaks against it: two ids are two people, whatever else agrees."""
        row = self._rows[position]
        if stay.person_id in self._claims or not _agree(row.external_id, stay.external_id or ""):
            return False
        return not by_name or (
            _agree(row.email.casefold(), stay.email.casefold())
            and _agree(row.handle.casefold(), stay.handle.casefold())
        )

    def _claim(self, position: int, stay: Stay) -> None:
        other = self._claims.setdefault(stay.person_id, position)
        if other == position:
            self._found[position] = stay
        else:
            self._conflicts[position] = Conflict(
                position, "person_twice", other_line=self._line(other)
            )

    def _free_stays(self) -> list[Stay]:
        return [stay for stay in self._register.stays if stay.person_id not in self._claims]

    def _open_rows(self, key: Callable[[ImportRow], str]) -> dict[str, list[int]]:
        waiting = (
            position
            for position in range(len(self._rows))
            if position not in self._found and position not in self._conflicts
        )
        found: dict[str, list[int]] = {}
        for position in waiting:
            text = key(self._rows[position])
            if text:
                found.setdefault(text, []).append(position)
        return found

    def _line(self, position: int) -> int:
        return self._rows[position].line


def _beside_name(row: ImportRow) -> tuple[str, str, str, str]:
    return row.external_id, row.email.casefold(), row.handle.casefold(), row.phone


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _grouped(stays: list[Stay], key: Callable[[Stay], str]) -> dict[str, list[Stay]]:
    found: dict[str, list[Stay]] = {}
    for stay in stays:
        text = key(stay)
        if text:
            found.setdefault(text, []).append(stay)
    return found


def _email_of_row(row: ImportRow) -> str:
    return row.email.casefold()


def _email_of_stay(stay: Stay) -> str:
    return stay.email.casefold()


def _handle_of_row(row: ImportRow) -> str:
    return row.handle.casefold()


def _handle_of_stay(stay: Stay) -> str:
    return stay.handle.casefold()


def _name_of_row(row: ImportRow) -> str:
    return row.name.casefold()


def _name_of_stay(stay: Stay) -> str:
    return stay.name.casefold()
