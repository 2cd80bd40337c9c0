# SPDX-License-Identifier: MIT
"""Entries that may be one person, and why: found by SQL that groups, never by comparing all.

Long work at a million persons (seconds): the window asks for it as a job.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any

from groupdesk.domain.contacts import email_key, phone_key
from groupdesk.domain.person_records import (
    WEIGHTS,
    DuplicatePair,
    DuplicateReport,
    DuplicateSide,
    Likeness,
)
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.contacts import EMAIL, PHONE
from groupdesk.services.ledger import Ledger
from groupdesk.services.person_names import name_sql
from groupdesk.services.same_person import among

SHOWN = 500
"""How many pairs a report holds."""
_COMMON = 8
"""What more entries than this share (a switchboard, a common name) makes no pair."""
_WEAKEST = 20
"""A pair with less than this is not offered: the same pinyin alone says too little."""
Progress = Callable[[str, int, int], None]

_SAME_ID = """
SELECT external_id, group_concat(DISTINCT person_id) FROM account
WHERE external_id IS NOT NULL AND length(external_id) >= 5
GROUP BY external_id HAVING count(*) > 1
"""
_EMAIL = f"""
SELECT min(email), group_concat(id) FROM person WHERE "email" <> ''
GROUP BY {EMAIL} HAVING count(*) > 1
"""
_PHONE = f"""
SELECT min(phone), group_concat(id || ' ' || phone, char(10)) FROM person WHERE "phone" <> ''
GROUP BY {PHONE} HAVING count(*) > 1
"""
_NAME_COMPANY = """
SELECT min(name) || ', ' || min(company), group_concat(id) FROM person
WHERE company <> '' GROUP BY lower(name), lower(company) HAVING count(*) > 1
"""
# A sort key is the pinyin (or the folded name), U+0001, and the folded name. Letters write a given
# name of two characters together or apart: 贺晨曦 is He Chenxi and He Chen Xi.
_NAMES = """
SELECT replace(substr(sort_key, 1, instr(sort_key, char(1)) - 1), ' ', ''),
    group_concat(DISTINCT person_id), group_concat(DISTINCT sort_key), min(name)
FROM membership WHERE state <> 'withdrawn' AND is_bot = 0
GROUP BY 1 HAVING min(person_id) <> max(person_id) AND count(*) <= 24
"""
_NICKNAMES = """
SELECT n.nickname, group_concat(DISTINCT n.person_id || ',' || m.person_id)
FROM (SELECT DISTINCT person_id, nickname, lower(nickname) AS said FROM membership
    WHERE length(nickname) > 1 AND nickname <> name AND state <> 'withdrawn') n
JOIN (SELECT DISTINCT person_id, lower(name) AS said FROM membership
    WHERE state <> 'withdrawn') m ON m.said = n.said AND m.person_id <> n.person_id
GROUP BY n.said HAVING count(*) <= 8
"""
Found = Iterator[tuple[Likeness, str, Iterable[int]]]


class Duplicates:
    """The duplicates report of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def report(self, progress: Progress | None = None, shown: int = SHOWN) -> DuplicateReport:
        """Return the pairs that are most alike, without those that are one or said to be two.

        What `progress` raises, CancelledError for instance, ends it.
        """
        tell = progress or _quiet
        why: dict[tuple[int, int], dict[Likeness, str]] = defaultdict(dict)
        too_common = 0
        with self._ledger.reading():
            database = self._ledger.database
            roots, gone = _roots(database), _gone(database)
            steps = (_same_id, _email, _phone, _name_company, _names, _nicknames)
            for number, step in enumerate(steps):
                tell("compare", number, len(steps))
                for likeness, said, persons in step(database):
                    those = sorted({roots.get(one, one) for one in persons if one not in gone})
                    if len(those) > _COMMON:
                        too_common += 1
                        continue
                    for pair in combinations(those, 2):
                        why[pair].setdefault(likeness, said)
            tell("compare", len(steps), len(steps))
            for apart in database.execute_sql("SELECT person_id, other_id FROM person_apart"):
                first, second = sorted(roots.get(one, one) for one in apart)
                why.pop((first, second), None)
            scored = [
                (score, pair)
                for pair, signs in why.items()
                if (score := sum(WEIGHTS[sign] for sign in signs)) >= _WEAKEST
            ]
            scored.sort(key=lambda one: (-one[0], one[1]))
            sides = _sides(database, {one for _, pair in scored[:shown] for one in pair})
        pairs = tuple(
            DuplicatePair(
                sides[pair[0]],
                sides[pair[1]],
                tuple(sorted(why[pair].items(), key=lambda sign: -WEIGHTS[sign[0]])),
                score,
            )
            for score, pair in scored[:shown]
        )
        return DuplicateReport(pairs, len(scored), too_common)


def _ids(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def _same_id(database: WorkspaceDatabase) -> Found:
    for external_id, persons in database.execute_sql(_SAME_ID):
        yield Likeness.SAME_ID, str(external_id), _ids(persons)


def _email(database: WorkspaceDatabase) -> Found:
    for email, persons in database.execute_sql(_EMAIL):
        if email_key(email):
            yield Likeness.EMAIL, str(email), _ids(persons)


def _phone(database: WorkspaceDatabase) -> Found:
    """Numbers with the same end are one where no country or area in front says otherwise."""
    for phone, rows in database.execute_sql(_PHONE):
        by_key: dict[str, list[int]] = defaultdict(list)
        for row in rows.split("\n"):
            person, _, written = row.partition(" ")
            if phone_key(written):
                by_key[phone_key(written)].append(int(person))
        keys = sorted(by_key, key=len)
        for at, key in enumerate(keys):
            if len(by_key[key]) > 1:
                yield Likeness.PHONE, str(phone), by_key[key]
            longer = [one for one in keys[at + 1 :] if one.endswith(key)]
            if longer and len(key) >= 8:
                alike = [*by_key[key], *(one for other in longer for one in by_key[other])]
                yield Likeness.PHONE, str(phone), alike


def _name_company(database: WorkspaceDatabase) -> Found:
    for said, persons in database.execute_sql(_NAME_COMPANY):
        yield Likeness.NAME_COMPANY, str(said), _ids(persons)


def _names(database: WorkspaceDatabase) -> Found:
    """One name in two lists, or written in characters in one and in letters in the other."""
    for key, persons, written, name in database.execute_sql(_NAMES):
        if len(str(key)) < 4:  # its first sign is the order; what is left says nothing
            continue
        same = str(written).count("\x01") == 1
        if same:
            yield Likeness.SAME_NAME, str(name), _ids(persons)
        elif any(part.partition("\x01")[2].isascii() for part in str(written).split(",1")):
            yield Likeness.PINYIN, str(key)[1:], _ids(persons)


def _nicknames(database: WorkspaceDatabase) -> Found:
    for nickname, pairs in database.execute_sql(_NICKNAMES):
        numbers = _ids(pairs)
        for pair in zip(numbers[::2], numbers[1::2], strict=True):
            yield Likeness.NICKNAME, str(nickname), pair


def _roots(database: WorkspaceDatabase) -> dict[int, int]:
    return {
        int(entry): int(root)
        for entry, root in database.execute_sql(
            "SELECT id, same_as_id FROM person WHERE same_as_id IS NOT NULL"
        )
    }


def _gone(database: WorkspaceDatabase) -> set[int]:
    """Return whom the register holds no more: all their stays came with undone imports."""
    rows = database.execute_sql(
        "SELECT DISTINCT w.person_id FROM membership w WHERE w.state = 'withdrawn'"
        " AND NOT EXISTS (SELECT 1 FROM membership m"
        " WHERE m.person_id = w.person_id AND +m.state <> 'withdrawn')"
    )
    return {int(person) for (person,) in rows}


def _sides(database: WorkspaceDatabase, persons: set[int]) -> dict[int, DuplicateSide]:
    """Return what is needed to tell these persons apart."""
    those = among(persons)
    accounts: dict[int, list[str]] = defaultdict(list)
    for person, external_id, handle in database.execute_sql(
        "SELECT person_id, coalesce(external_id, ''), handle FROM account"
        f" WHERE person_id IN {those} ORDER BY id"
    ):
        accounts[person] += filter(None, (handle or external_id,))
    stays: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for person, *stay in database.execute_sql(
        "SELECT m.person_id, m.id, g.id, g.name FROM membership m"
        f" JOIN customer_group g ON g.id = m.group_id WHERE m.person_id IN {those}"
        " AND m.state <> 'withdrawn' ORDER BY m.state <> 'active', m.id DESC"
    ):
        stays[person].append(tuple(stay))
    sides = {}
    for person, name, company, phone, email in database.execute_sql(
        f"SELECT p.id, {name_sql('p')}, p.company, p.phone, p.email FROM person p"
        f" WHERE p.id IN {those}"
    ):
        mine = stays[person]
        sides[int(person)] = DuplicateSide(
            person_id=int(person),
            name=str(name),
            about=" · ".join(filter(None, (company, phone, email, *accounts[person]))),
            groups=tuple(dict.fromkeys(str(stay[2]) for stay in mine)),
            membership_id=int(mine[0][0]) if mine else 0,
            group_id=int(mine[0][1]) if mine else 0,
        )
    return sides


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""
