# SPDX-License-Identifier: MIT
"""Steps as the log names them."""

import pytest

from groupdesk.domain.enums import StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.logged_steps import LoggedStep, logged_step, read_step


def test_steps_of_one_kind_are_numbered_and_read_back() -> None:
    named = [
        logged_step(DEFAULT_LADDER, position, step.kind)
        for position, step in enumerate(DEFAULT_LADDER.steps, 1)
    ]
    assert named == ["reminder", "warning 1", "warning 2", "final_warning", "removal"]
    assert read_step(named[2]) == LoggedStep(StepKind.WARNING, 2)
    assert read_step(named[3]) == LoggedStep(StepKind.FINAL_WARNING)


def test_a_friendly_reminder_is_number_nought() -> None:
    assert logged_step(DEFAULT_LADDER, 0, StepKind.REMINDER) == "reminder 0"
    assert read_step("reminder 0") == LoggedStep(StepKind.REMINDER, 0)


@pytest.mark.parametrize("named", [None, "", 7, "carried_out", "warning2", ["warning"]])
def test_what_is_no_step_is_none(named: object) -> None:
    assert read_step(named) is None


def test_a_number_that_is_none_is_left_out() -> None:
    assert read_step("warning x") == LoggedStep(StepKind.WARNING)
    assert read_step("warning " + "9" * 5000) == LoggedStep(StepKind.WARNING)
