# SPDX-License-Identifier: MIT
"""Entries that may be one person: why, in which order, and never again once said otherwise."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.errors import CancelledError, StateChangedError
from groupdesk.domain.person_records import Likeness
from groupdesk.domain.records import GroupFields, MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group, ready_desk

new = uuid.uuid4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = ready_desk(tmp_path, MovableClock())
    make_group(made, rules=False)
    made.groups.create(new(), GroupFields("Beta", Platform.TELEGRAM, Language.EN))
    yield made
    made.close()


def add(desk: Desk, name: str, group: int = 1, **fields: Any) -> int:
    member = desk.members.add(new(), group, MemberFields(name, **fields)).subject_id
    return desk.members.row(member).person_id


def pairs(desk: Desk) -> list[tuple[set[str], set[Likeness]]]:
    return [
        ({pair.first.name, pair.second.name}, {why for why, _ in pair.why})
        for pair in desk.duplicates.report().pairs
    ]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"name": "A", "email": "Li@Example.com"}, {"name": "B", "email": "li@example.COM"},
         Likeness.EMAIL),
        ({"name": "A", "phone": "+86 138-0013-8000"}, {"name": "B", "phone": "13800138000"},
         Likeness.PHONE),
        ({"name": "A", "phone": "+49 170 1234567"}, {"name": "B", "phone": "0170 1234567"},
         Likeness.PHONE),
        ({"name": "A", "external_id": "778899"}, {"name": "B", "external_id": "778899"},
         Likeness.SAME_ID),
        ({"name": "Carol", "nickname": "Sunny"}, {"name": "Sunny"}, Likeness.NICKNAME),
        ({"name": "Carol Sun"}, {"name": "carol sun"}, Likeness.SAME_NAME),
    ],
)  # fmt: skip
def test_each_likeness_is_found_across_platforms(
    desk: Desk, one: dict[str, Any], other: dict[str, Any], why: Likeness
) -> None:
    add(desk, **one)
    add(desk, group=2, **other)
    add(desk, "Nobody else", group=2, email="x@example.com", phone="+86 139 0000 0000")
    assert pairs(desk) == [({one["name"], other["name"]}, {why})]


def test_name_and_company_count_more_than_the_name(desk: Desk) -> None:
    add(desk, "Carol Sun", company="Aurora")
    add(desk, "Carol Sun", 2, company="aurora")
    assert pairs(desk) == [({"Carol Sun"}, {Likeness.NAME_COMPANY, Likeness.SAME_NAME})]


def test_pinyin_counts_where_something_else_does_too(desk: Desk) -> None:
    add(desk, "李伟", phone="13800138000")
    add(desk, "Li Wei", 2)
    assert pairs(desk) == [], "thousands have this pinyin"
    add(desk, "Li Wei", 2, external_id="tg9", phone="+86 138 0013 8000")
    assert ({"李伟", "Li Wei"}, {Likeness.PINYIN, Likeness.PHONE}) in pairs(desk)
    add(desk, "贺晨曦", email="he@example.com")
    add(desk, "He Chenxi", 2, external_id="tg10", email="he@example.com")
    assert ({"贺晨曦", "He Chenxi"}, {Likeness.PINYIN, Likeness.EMAIL}) in pairs(desk)


def test_the_surest_pair_stands_first(desk: Desk) -> None:
    add(desk, "Carol Sun")
    add(desk, "Carol Sun", 2)
    add(desk, "Dan", phone="13800138000", email="dan@example.com")
    add(desk, "Daniel", 2, phone="13800138000", email="dan@example.com")
    report = desk.duplicates.report()
    assert [pair.first.name for pair in report.pairs] == ["Dan", "Carol Sun"]
    assert report.pairs[0].score > report.pairs[1].score
    assert report.found == 2
    assert report.pairs[0].first.groups == ("Aurora",)
    assert "13800138000" in report.pairs[0].first.about


def test_a_switchboard_makes_no_pairs(desk: Desk) -> None:
    for number in range(12):
        add(desk, f"Person {number}", phone="021 5555 0000")
    report = desk.duplicates.report()
    assert report.pairs == ()
    assert report.too_common == 1


def test_who_is_one_or_said_to_be_two_is_not_offered(desk: Desk) -> None:
    first = add(desk, "Carol Sun")
    second = add(desk, "Carol Sun", 2)
    desk.persons.link(new(), first, second, "One")
    assert pairs(desk) == []
    desk.persons.unlink(new(), first, "Two")
    assert len(pairs(desk)) == 1
    desk.persons.keep_apart(new(), second, first)
    assert pairs(desk) == []
    with pytest.raises(StateChangedError) as caught:
        desk.persons.keep_apart(new(), first, second)
    assert caught.value.code == "persons_apart"
    assert desk.verifier.run().findings == ()


def test_a_person_with_two_entries_makes_one_pair(desk: Desk) -> None:
    first = add(desk, "Carol Sun")
    second = add(desk, "Sunny", external_id="wx2")
    add(desk, "Carol Sun", 2)
    desk.persons.link(new(), first, second, "One")
    (pair,) = desk.duplicates.report().pairs
    assert {pair.first.person_id, pair.second.person_id} == {second, 3}


def test_it_can_be_stopped(desk: Desk) -> None:
    def stop(_stage: str, _done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        desk.duplicates.report(stop)
