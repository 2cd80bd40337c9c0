# SPDX-License-Identifier: MIT
"""Why people left, as stays, requests and departures tell it."""

import csv
import io
import uuid
from datetime import date
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.exit_statistics import Count, ExitStatistics, ExitWhy
from groupdesk.domain.import_preview import Take
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitReason
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group, make_member, removal, rule_id
from tests.services.exit_cases import answered, asked, gone
from tests.services.imports.rows import listed, row

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def numbers(desk: Desk, group: int = 0) -> ExitStatistics:
    return desk.leaving.exit_statistics.of(group, FIRST, LAST).statistics


def test_reasons_of_requests_and_departures_without_one(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    for number in (1, 2):
        rows = [row(n, name) for n, name in ((1, "A"), (2, "B"), (3, "C")) if n >= number * 2 - 1]
        found = desk.imports.preview(listed(*rows), group)
        desk.imports.apply(uuid.uuid4(), found, Take(compare=True))
    assert numbers(desk).whys == {ExitWhy.UNKNOWN: Count(2, 2)}
    last = next(ident for ident in (1, 2, 3) if desk.members.row(ident).name == "C")
    gone(desk, answered(desk, asked(desk, last, reason=ExitReason.TOO_BUSY)))
    found_now = numbers(desk)
    assert found_now.whys == {ExitWhy.TOO_BUSY: Count(1, 1), ExitWhy.UNKNOWN: Count(2, 2)}
    assert found_now.total == Count(3, 3)


def test_who_came_back_and_left_again_is_counted_each_time(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk, rules=False)
    for _time in range(3):
        stay = make_member(desk, group, "Li Wei", "wx1")
        clock.move(days=20)
        gone(desk, answered(desk, asked(desk, stay)), left_at=clock.text)
        clock.move(days=10)
    found = numbers(desk, group)
    assert found.total == Count(3, 1)
    assert found.groups[0].whys == {ExitWhy.JOB_CHANGED: Count(3, 1)}
    assert sum(count.exits for count in found.months.values()) == 3


def test_one_person_under_two_entries_is_one_person(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    stays = [make_member(desk, group, name) for name in ("A", "B")]
    persons = [desk.members.row(stay).person_id for stay in stays]
    for stay in stays:
        gone(desk, answered(desk, asked(desk, stay)))
    desk.persons.link(uuid.uuid4(), persons[0], persons[1], "One")
    assert numbers(desk).total == Count(2, 1)


def test_removed_people_and_those_who_stayed_after_all_did_not_leave(desk: Desk) -> None:
    group = make_group(desk)
    removed, stays = make_member(desk, group, "A"), make_member(desk, group, "B")
    desk.removals.decide(removal(desk, removed, rule_id(desk, group)))
    answered(desk, asked(desk, stays), ExitEntryKind.WITHDRAWN)
    assert numbers(desk).total == Count()


def test_groups_and_days_outside_are_not_counted(desk: Desk) -> None:
    here, other = make_group(desk, rules=False), make_group(desk, "Borealis", rules=False)
    for group in (here, other):
        gone(desk, answered(desk, asked(desk, make_member(desk, group))))
    assert numbers(desk, other).total == Count(1, 1)
    assert [one.group_id for one in numbers(desk).groups] == [here, other]
    before = desk.leaving.exit_statistics.of(0, date(2025, 1, 1), date(2025, 12, 31))
    assert before.statistics.total == Count()
    assert desk.leaving.exit_statistics.first_day(0) == date(2026, 6, 1)


def test_a_period_that_cannot_be_and_a_group_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(ValidationError, match="period_backwards"):
        desk.leaving.exit_statistics.of(0, LAST, FIRST)
    with pytest.raises(ValidationError, match="period_too_long"):
        desk.leaving.exit_statistics.of(0, date(1900, 1, 1), LAST)
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.leaving.exit_statistics.of(99, FIRST, LAST)


def test_the_numbers_go_into_a_safe_file_and_into_the_log(desk: Desk, tmp_path: Path) -> None:
    group = make_group(desk, "=SUM(A1)", rules=False)
    gone(desk, answered(desk, asked(desk, make_member(desk, group))))
    figures = desk.leaving.exit_statistics.of(0, FIRST, LAST)
    path = tmp_path / "exits.csv"
    desk.leaving.exit_statistics.save(uuid.uuid4(), figures, path, Language.EN)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows[0] == ["What", "Which", "Exits", "People"]
    assert ["Why", "New job or new tasks", "1", "1"] in rows
    assert ["Group", "'=SUM(A1)", "1", "1"] in rows
    assert len(desk.audit.rows(AuditFilter(action=Action.EXIT_NUMBERS))) == 1
    with pytest.raises(StorageError):
        desk.leaving.exit_statistics.save(uuid.uuid4(), figures, tmp_path, Language.ZH)
    assert len(desk.audit.rows(AuditFilter(action=Action.EXIT_NUMBERS))) == 1
