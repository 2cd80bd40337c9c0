# SPDX-License-Identifier: MIT
"""Filters keep their name, their order and what they ask."""

import uuid
from collections.abc import Callable

import pytest

from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.services.desk import Desk
from tests.helpers import clear_error

RISK = MemberFilter(7, "at_risk", " li ", Conditions(tag=" VIP ", inactive_days=30))


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.filters.all()]


def save(desk: Desk, name: str, which: MemberFilter = RISK) -> int:
    return desk.filters.save(uuid.uuid4(), name, which).subject_id


def test_a_filter_is_kept_tidied_with_its_group(desk: Desk) -> None:
    save(desk, "  At  risk ")
    (one,) = desk.filters.all()
    assert one.name == "At risk"
    assert one.which == MemberFilter(7, "at_risk", "li", Conditions(tag="VIP", inactive_days=30))


def test_filters_are_renamed_changed_deleted_and_put_in_order(desk: Desk) -> None:
    first, second, third = (save(desk, name) for name in ("A", "B", "C"))
    desk.filters.rename(uuid.uuid4(), second, "Bee")
    desk.filters.change(uuid.uuid4(), second, MemberFilter(chip="former"))
    desk.filters.reorder(uuid.uuid4(), [third, first, second])
    assert names(desk) == ["C", "A", "Bee"]
    assert desk.filters.all()[2].which == MemberFilter(chip="former")
    desk.filters.delete(uuid.uuid4(), first)
    assert names(desk) == ["C", "Bee"]
    save(desk, "A")
    assert names(desk) == ["C", "Bee", "A"]
    assert desk.verifier.run().findings == ()


def test_a_name_is_given_once(desk: Desk) -> None:
    first, _ = save(desk, "A"), save(desk, "B")
    calls: tuple[Callable[[], object], ...] = (
        lambda: save(desk, " B "),
        lambda: desk.filters.rename(uuid.uuid4(), first, "B"),
        lambda: save(desk, ""),
        lambda: save(desk, "C", MemberFilter(conditions=Conditions(inactive_days=-1))),
    )
    for call in calls:
        with pytest.raises(ValidationError) as caught:
            call()
        clear_error(caught.value)
    desk.filters.rename(uuid.uuid4(), first, "A")
    assert names(desk) == ["A", "B"]


def test_what_somebody_else_deleted_is_said(desk: Desk) -> None:
    first = save(desk, "A")
    save(desk, "B")
    calls: tuple[Callable[[], object], ...] = (
        lambda: desk.filters.rename(uuid.uuid4(), 99, "C"),
        lambda: desk.filters.change(uuid.uuid4(), 99, RISK),
        lambda: desk.filters.delete(uuid.uuid4(), 99),
        lambda: desk.filters.reorder(uuid.uuid4(), [first]),
        lambda: desk.filters.reorder(uuid.uuid4(), [first, first]),
    )
    for call in calls:
        with pytest.raises(StateChangedError, match="filter_gone") as caught:
            call()
        clear_error(caught.value)


def test_a_filter_saved_without_a_scope_follows_the_group_in_front(desk: Desk) -> None:
    save(desk, "Old")
    save(desk, "Everywhere", MemberFilter(chip="former"))
    desk.ledger.database.execute_sql(
        "UPDATE saved_filter SET content = ? WHERE name = 'Old'", (MemberFilter().to_json(),)
    )
    old, everywhere = desk.filters.all()
    assert (old.scope(3), old.scope(None)) == (3, None)
    assert (everywhere.scope(3), everywhere.scope(None)) == (None, None)
