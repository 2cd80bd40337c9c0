# SPDX-License-Identifier: MIT
"""Finds rows of one list that name the same account: a duplicate, or two people under one id."""

from collections.abc import Sequence
from typing import NamedTuple

from groupdesk.domain.import_records import Rejected


class Person(NamedTuple):
    """What tells two rows apart; the name is "" where the list has none."""

    line: int
    name: str
    email: str


class Seen:
    """All accounts of the list so far."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self.withdrawn: set[int] = set()
        """Lines taken in earlier that turned out to be one side of a conflict."""

    def check(self, keys: Sequence[str], people: Sequence[Person]) -> dict[int, list[Rejected]]:
        """Return what is rejected, by position; remember the rest.

        A key is the account's id, e-mail address or handle ("" for none: a name alone may be
        shared by two people). Two people under one key are both rejected: the program does not
        choose.
        """
        if "" not in keys and len(set(keys)) == len(keys) and self._people.keys().isdisjoint(keys):
            self._people.update(zip(keys, people, strict=True))
            return {}
        rejected: dict[int, list[Rejected]] = {}
        for position, (key, person) in enumerate(zip(keys, people, strict=True)):
            first = self._people.setdefault(key, person) if key else person
            if first is person:
                continue
            rejected[position] = self._judge(key[1:], first, person)
        return rejected

    def _judge(self, key: str, first: Person, second: Person) -> list[Rejected]:
        lines = {"first_line": str(first.line), "second_line": str(second.line), "id": key}
        if _same(first, second):
            return [Rejected(second.line, "duplicate_row", lines, second.name or key)]
        conflict = [Rejected(second.line, "id_conflict", lines, second.name or key)]
        if first.line not in self.withdrawn:
            self.withdrawn.add(first.line)
            conflict.insert(0, Rejected(first.line, "id_conflict", lines, first.name or key))
        return conflict


def _same(first: Person, second: Person) -> bool:
    """Say whether nothing speaks against one person; what is missing says nothing."""
    return _agree(first.name, second.name) and _agree(first.email, second.email)


def _agree(one: str, other: str) -> bool:
    return not one or not other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
