# SPDX-License-Identifier: MIT
"""A group's way to leave: what is stored comes back, what is out of range is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Language
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.leaving import (
    ALWAYS,
    MAX_OWN_ITEMS,
    Leaving,
    from_json,
    is_own,
    ordered,
    own_code,
    require_valid,
    to_json,
)
from groupdesk.domain.leaving_enums import ExitItem

TEXTS = st.dictionaries(st.sampled_from(Language), st.text(max_size=20), max_size=2)
WAYS = st.builds(
    Leaving,
    items=st.lists(st.sampled_from(ExitItem)).map(lambda items: ordered(tuple(items))),
    own_items=st.lists(TEXTS, max_size=3).map(tuple),
    answer_days=st.integers(0, 365),
    stay_days=st.integers(1, 365),
    check_days=st.integers(1, 365),
    cooling_days=st.integers(0, 365),
    trial_days=st.integers(0, 365),
    helper=st.text(max_size=20),
    confidentiality=TEXTS,
)


@given(WAYS)
def test_a_way_is_stored_as_it_is(way: Leaving) -> None:
    assert from_json(to_json(way)) == way


@given(st.lists(st.sampled_from(ExitItem)))
def test_a_checklist_stands_in_order_with_what_is_always(items: list[ExitItem]) -> None:
    found = ordered(tuple(items))
    assert set(found) == {*items, *ALWAYS}
    assert list(found) == [item for item in ExitItem if item in found]


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"answer_days": -1}, "answer_days", "days_out_of_range"),
        ({"check_days": 0}, "check_days", "days_out_of_range"),
        ({"trial_days": 366}, "trial_days", "days_out_of_range"),
        ({"own_items": ({},) * (MAX_OWN_ITEMS + 1)}, "own_items", "exit_items_too_many"),
        ({"own_items": ({Language.EN: "x" * 201},)}, "own_items", "text_too_long"),
    ],
)
def test_what_is_out_of_range_is_refused(values: dict[str, object], field: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        require_valid(replace(Leaving(), **values))  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize("value", [None, [], {}, {"items": ["dance"]}, {"items": 3}])
def test_what_is_no_way_is_an_error(value: object) -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        from_json(value)


def test_own_lines_have_codes_of_their_own() -> None:
    assert is_own(own_code(1))
    assert not any(is_own(item) for item in ExitItem)
