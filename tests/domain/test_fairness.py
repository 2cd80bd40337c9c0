# SPDX-License-Identifier: MIT
"""The fair-process list: what is asked for, what is found, what can be overridden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import FairItem, Ground, Severity
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.fairness import (
    NEVER_OVERRIDDEN,
    FairFacts,
    FairState,
    fair_process,
    require_fair,
    unanswered,
)

ALL_DONE = FairFacts(
    rule_version=1,
    rule_published_at="2026-01-01T00:00:00.000Z",
    published_before_breach=True,
    reminders=1,
    last_reminder_at="2026-02-01T00:00:00.000Z",
    warnings=2,
    last_warning_at="2026-03-01T00:00:00.000Z",
    final_warning_at="2026-03-01T00:00:00.000Z",
    talks=1,
    last_talk_at="2026-03-02T00:00:00.000Z",
    answered_at="2026-03-03T00:00:00.000Z",
)
texts = st.sampled_from(["", " ", "\u200b", "Agreed with the owner."])


def states(ground: Ground, severity: Severity | None, facts: FairFacts) -> dict[FairItem, str]:
    lines = fair_process(ground, severity, facts, has_reason=True, screenshots=1)
    return {line.item: line.state.value for line in lines}


@given(
    st.sampled_from(list(Ground)),
    st.none() | st.sampled_from(list(Severity)),
    st.builds(FairFacts, warnings=st.integers(0, 2), talks=st.integers(0, 2)),
    st.booleans(),
    st.integers(0, 2),
    st.dictionaries(st.sampled_from(list(FairItem)), texts),
)
def test_nothing_passes_without_reason_and_screenshot(
    ground: Ground,
    severity: Severity | None,
    facts: FairFacts,
    has_reason: bool,
    screenshots: int,
    overrides: dict[FairItem, str],
) -> None:
    lines = fair_process(
        ground,
        severity,
        facts,
        has_reason=has_reason,
        screenshots=screenshots,
        overrides=overrides,
    )
    assert [line.item for line in lines] == list(FairItem)
    missing = {line.item for line in lines if line.state is FairState.MISSING}
    if not has_reason or not screenshots:
        assert missing & NEVER_OVERRIDDEN
        with pytest.raises(ValidationError):
            require_fair(lines)
    for item in missing - NEVER_OVERRIDDEN:
        written = overrides.get(item, "").strip(" \u200b")
        assert (item in unanswered(lines)) is not bool(written)


def test_a_breach_asks_for_every_step() -> None:
    assert set(states(Ground.BREACH, Severity.MINOR, ALL_DONE).values()) == {"met"}
    bare = states(Ground.BREACH, Severity.MINOR, FairFacts())
    assert {item for item, state in bare.items() if state == "missing"} == set(
        FairItem
    ) - NEVER_OVERRIDDEN


def test_zero_tolerance_may_go_straight_to_removal() -> None:
    bare = states(Ground.BREACH, Severity.ZERO_TOLERANCE, FairFacts())
    assert {item for item, state in bare.items() if state == "missing"} == {FairItem.RULE_PUBLISHED}


def test_other_grounds_ask_for_a_word_beforehand_only() -> None:
    bare = states(Ground.INACTIVE, None, FairFacts())
    assert {item for item, state in bare.items() if state == "missing"} == {FairItem.REMINDED}
    told = states(Ground.INACTIVE, None, FairFacts(talks=1))
    assert "missing" not in told.values()


def test_a_taken_over_account_cannot_be_talked_to() -> None:
    assert "missing" not in states(Ground.COMPROMISED, None, FairFacts()).values()


def test_an_earlier_warning_stands_for_the_reminder_and_gives_its_date() -> None:
    facts = FairFacts(warnings=1, last_warning_at="2026-03-01T00:00:00.000Z")
    lines = fair_process(Ground.BREACH, Severity.MINOR, facts, has_reason=True, screenshots=1)
    reminded = next(line for line in lines if line.item is FairItem.REMINDED)
    assert (reminded.state, reminded.at) == (FairState.MET, "2026-03-01T00:00:00.000Z")


@pytest.mark.parametrize(
    ("has_reason", "screenshots", "field", "code"),
    [
        (False, 1, "reason", "reason_missing"),
        (True, 0, "evidence", "screenshot_missing"),
        (True, 1, "overrides.rule_published", "override_missing"),
    ],
)
def test_the_error_names_the_field(
    has_reason: bool, screenshots: int, field: str, code: str
) -> None:
    facts = FairFacts() if field.startswith("overrides") else ALL_DONE
    lines = fair_process(
        Ground.BREACH, Severity.MINOR, facts, has_reason=has_reason, screenshots=screenshots
    )
    with pytest.raises(ValidationError) as caught:
        require_fair(lines)
    assert (caught.value.field, caught.value.code) == (field, code)
