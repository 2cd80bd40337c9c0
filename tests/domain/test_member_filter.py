# SPDX-License-Identifier: MIT
"""Filters say what is asked, and come back from what was saved as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.member_filter import (
    CHIPS,
    STANDINGS,
    STATES,
    Conditions,
    MemberFilter,
    filter_name,
)

FULL = Conditions(
    standing=("good", "warning"),
    inactive_days=30,
    activity_unknown=True,
    tag="VIP",
    role=MemberRole.ADMIN,
    joined_from="2026-01-01",
    joined_to="2026-02-01",
    key_customer=False,
    protected=True,
    state="any",
)
days = st.sampled_from(["", "2026-01-31", "2024-02-29"])
conditions = st.builds(
    Conditions,
    standing=st.lists(st.sampled_from(STANDINGS), unique=True).map(tuple),
    inactive_days=st.integers(0, 400),
    activity_unknown=st.booleans(),
    tag=st.text(max_size=5),
    role=st.sampled_from([None, *MemberRole]),
    joined_from=days,
    joined_to=days,
    key_customer=st.sampled_from([None, True, False]),
    protected=st.sampled_from([None, True, False]),
    state=st.sampled_from(STATES),
)


@given(conditions, st.sampled_from(CHIPS), st.text(max_size=8))
def test_what_is_saved_comes_back(asked: Conditions, chip: str, text: str) -> None:
    which = MemberFilter(None, chip, text, asked)
    assert MemberFilter.from_json(which.to_json()) == which
    assert MemberFilter.from_json(which._replace(group_id=3).to_json()) == which


@given(conditions)
def test_each_condition_can_be_taken_away_until_none_is_left(asked: Conditions) -> None:
    for _ in range(len(asked.asked)):
        fewer = asked.without(asked.asked[0])
        assert len(fewer.asked) == len(asked.asked) - 1
        asked = fewer
    assert asked == Conditions()


def test_pairs_are_one_condition() -> None:
    assert FULL.asked == (
        *("standing", "inactive_days", "tag", "role", "joined_from", "key_customer"),
        *("protected", "state"),
    )
    assert FULL.without("joined_from").joined_to == ""
    assert not MemberFilter(1, conditions=FULL).is_plain
    assert MemberFilter(1, text="  ").is_plain


@pytest.mark.parametrize(
    "text",
    [
        "[]", "1", "{", '{"chip": "nobody"}', '{"text": 1}', '{"colour": "red"}',
        '{"standing": "good"}', '{"standing": ["bad"]}', '{"role": "king"}', '{"role": 1}',
        '{"inactive_days": true}', '{"inactive_days": -1}', '{"key_customer": 1}',
        '{"joined_from": "1.2.2026"}', '{"joined_from": "20260101"}', '{"state": "gone"}',
    ],
)  # fmt: skip
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all that is promised
        MemberFilter.from_json(text)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Conditions(inactive_days=40_000), "inactive_days"),
        (Conditions(joined_from="2026-02-01", joined_to="2026-01-01"), "joined_to"),
        (Conditions(tag="a\0b"), "tag"),
    ],
)
def test_what_cannot_be_asked_is_said_at_its_field(asked: Conditions, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        asked.checked()
    assert caught.value.field == field
    assert Conditions(tag="  VIP  ").checked().tag == "VIP"


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\0"])
def test_a_saved_filter_needs_a_name(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        filter_name(name)
    assert caught.value.field == "name"
    assert filter_name("  At \n risk ") == "At risk"
