# SPDX-License-Identifier: MIT
"""Why people left, read from stays, requests to leave and departures; and the numbers as a file."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain import exits
from groupdesk.domain.clock import to_text, zone_on_paper
from groupdesk.domain.enums import Action, DepartureHow, Language, MembershipState, SubjectKind
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.exit_statistics import (
    Count,
    Exit,
    ExitStatistics,
    ExitWhy,
    statistics_of,
)
from groupdesk.domain.leaving_enums import ExitReason, ExitState
from groupdesk.domain.records import Receipt
from groupdesk.models import stored
from groupdesk.models.people import Group
from groupdesk.services.exit_state import REASON, kinds_of
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.new_file import new_file, on_disk
from groupdesk.services.people_files import csv_file
from groupdesk.words import Words

MAX_YEARS = 20
_STAYS = """
SELECT m.id, coalesce(p.same_as_id, p.id), m.group_id, m.ended_at, m.joined_at
FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.state = 'left' AND m.is_bot = 0 AND (?1 = 0 OR m.group_id = ?1)
    AND m.ended_at >= ?2 AND m.ended_at < ?3
"""
_ALL = """
SELECT min(ended_at), sum(ended_at IS NULL) FROM membership
WHERE state = 'left' AND is_bot = 0 AND (?1 = 0 OR group_id = ?1)
"""
_REQUESTS = f"""
SELECT x.membership_id, x.id, {REASON.format("x")} FROM exit_request x
JOIN membership m ON m.id = x.membership_id
WHERE m.state = 'left' AND (?1 = 0 OR m.group_id = ?1) ORDER BY x.id
"""
_DEPARTURES = """
SELECT d.membership_id, d.how FROM departure d JOIN membership m ON m.id = d.membership_id
WHERE m.state = 'left' AND (?1 = 0 OR m.group_id = ?1)
    AND (d.snapshot_id IS NULL OR NOT EXISTS (
        SELECT 1 FROM import_undo u WHERE u.snapshot_id = d.snapshot_id))
ORDER BY d.id
"""
_NOT_GONE = frozenset({ExitState.WITHDRAWN, ExitState.MISTAKEN})


class ExitFigures(NamedTuple):
    """Exits of one group or, with group 0, of all, and the groups' names by id."""

    group_id: int
    statistics: ExitStatistics
    names: dict[int, str]


class ExitNumbers:
    """Counts who left."""

    def __init__(self, ledger: Ledger) -> None:
        """Read and log through `ledger`."""
        self._ledger = ledger

    def of(self, group_id: int, first: date, last: date) -> ExitFigures:
        """Return the exits from `first` to `last`, local days, of a group or of all for 0.

        Who was removed did not leave and is not among them, nor are bots. Raises
        ValidationError("until") for a period that ends before it begins or is too long,
        StateChangedError("group_gone").
        """
        if last < first:
            raise ValidationError("until", "period_backwards")
        if last.year - first.year > MAX_YEARS or not 1900 <= first.year <= last.year <= 2999:
            raise ValidationError("until", "period_too_long", years=MAX_YEARS)
        with self._ledger.reading():
            names = {int(row.id): str(row.name) for row in Group.select(Group.id, Group.name)}
            if group_id and group_id not in names:
                raise StateChangedError("group_gone")
            found = self._exits(group_id, first, last)
            _first, unknown = self._all(group_id)
        return ExitFigures(group_id, statistics_of(found, first, last, day_unknown=unknown), names)

    def first_day(self, group_id: int) -> date | None:
        """Return the day of the first exit there is, None where nobody left."""
        with self._ledger.reading():
            first, _unknown = self._all(group_id)
        return first

    def save(
        self, operation: UUID, figures: ExitFigures, path: Path, language: Language
    ) -> Receipt | None:
        """Write the numbers as a table that a spreadsheet opens safely, and log it.

        Where the workspace cannot be written the file is made all the same, unlogged. Raises
        PermissionDeniedError, StorageError: file_not_written, disk_full.
        """
        words = Words(language.value)
        content = csv_file([words(f"exit_table.{one}") for one in _HEADS], table(figures, words))
        group = figures.group_id
        said: dict[str, object] = {
            "file": path.name,
            "exits": figures.statistics.total.exits,
            "since": figures.statistics.first.isoformat(),
            "until": figures.statistics.last.isoformat(),
        }
        said |= {"group": figures.names[group]} if group else {}

        def work(entry: Entry) -> None:
            kind = SubjectKind.GROUP if group else SubjectKind.WORKSPACE
            entry.about(kind, group, group_id=group or None)
            entry.record(after=said)

        receipt = None
        with new_file(path) as stream:
            stream.write(content)
            on_disk(stream)
            if not self._ledger.refusal:
                receipt = self._ledger.run(operation, Action.EXIT_NUMBERS, work)
        return receipt

    def _all(self, group_id: int) -> tuple[date | None, int]:
        """Return the day of the first exit, and of how many nobody knows the day."""
        first, unknown = self._ledger.database.execute_sql(_ALL, (group_id,)).fetchone()
        zone = zone_on_paper(self._ledger.clock())
        return (
            stored.moment(first).astimezone(zone).date() if first is not None else None,
            int(unknown or 0),
        )

    def _exits(self, group_id: int, first: date, last: date) -> list[Exit]:
        zone = zone_on_paper(self._ledger.clock())
        bounds = [
            to_text(datetime.combine(day, time(), zone))
            for day in (first, last + timedelta(days=1))
        ]
        whys, found = self._whys(group_id), []
        for ident, person, group, ended, joined in self._ledger.database.execute_sql(
            _STAYS, (group_id, *bounds)
        ):
            left = stored.moment(ended).astimezone(zone).date()
            known = stored.moment(joined).astimezone(zone).date() if joined is not None else None
            why = whys.get(int(ident), ExitWhy.UNKNOWN)
            found.append(Exit(int(person), int(group), left, known, why))
        return found

    def _whys(self, group_id: int) -> dict[int, ExitWhy]:
        """Return why stays ended, by stay: what a request says goes before how it is known."""
        database = self._ledger.database
        found: dict[int, ExitWhy] = {}
        for stay, how in database.execute_sql(_DEPARTURES, (group_id,)):
            own = stored.one_of(DepartureHow, how) is DepartureHow.OWN_WISH
            found[int(stay)] = ExitWhy.OWN_WISH if own else ExitWhy.UNKNOWN
        requests = database.execute_sql(_REQUESTS, (group_id,)).fetchall()
        kinds = kinds_of(database, [int(row[1]) for row in requests])
        for stay, ident, reason in requests:
            state = exits.state_of(kinds[int(ident)], MembershipState.LEFT)
            if state not in _NOT_GONE:
                found[int(stay)] = ExitWhy(stored.one_of(ExitReason, reason).value)
        return found


_HEADS = ("what", "which", "exits", "persons")


def table(figures: ExitFigures, words: Words) -> list[list[object]]:
    """Return the numbers line by line: what is counted, which of it, exits, persons."""
    found = figures.statistics

    def line(what: str, which: str, count: Count) -> list[object]:
        return [words(f"exit_table.{what}"), which, count.exits, count.persons]

    period = f"{found.first.isoformat()} – {found.last.isoformat()}"
    rows: list[list[object]] = [line("total", period, found.total)]
    rows += [line("why", words(why.word), count) for why, count in found.whys.items()]
    rows += [line("month", f"{month:%Y-%m}", count) for month, count in found.months.items()]
    rows += [
        line("stay", words(f"stay_range.{one.value}"), count)
        for one, count in found.stays.ranges.items()
    ]
    rows += [
        [words("exit_table.days"), words(f"exit_table.{name}"), value, ""]
        for name in ("median", "low", "high")
        if (value := getattr(found.stays, name)) is not None
    ]
    rows.append([words("exit_table.stay"), words("stay_range.unknown"), found.stays.unknown, ""])
    if found.day_unknown:
        rows.append([words("exit_table.day_unknown"), "", found.day_unknown, ""])
    for group in found.groups:
        name = figures.names.get(group.group_id, "")
        rows.append(line("group", name, group.count))
        rows += [
            line("group_why", f"{name}: {words(why.word)}", count)
            for why, count in group.whys.items()
        ]
    return rows
