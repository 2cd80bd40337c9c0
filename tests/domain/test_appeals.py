# SPDX-License-Identifier: MIT
"""What holds of appeals: days, deciders, outcomes, terms."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain import appeals
from groupdesk.domain.appeal_enums import FirstPart
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import Term
from groupdesk.domain.errors import ValidationError
from tests.helpers import clear_error

TODAY = date(2026, 6, 1)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
KEPT, REDUCED, LIFTED = AppealOutcome


def test_the_window_counts_from_the_day_after_the_member_heard() -> None:
    last = appeals.last_day(TODAY, 14)
    assert last == date(2026, 6, 15)
    assert appeals.days_late(date(2026, 6, 15), last) == 0
    assert appeals.days_late(date(2026, 6, 16), last) == 1
    assert appeals.days_late(date(2027, 6, 15), last) == 365


def test_without_a_window_nothing_is_late() -> None:
    assert appeals.last_day(TODAY, 0) is None
    assert appeals.days_late(date(2036, 1, 1), None) == 0


@given(DAYS, st.integers(1, 365), st.integers(-400, 400))
def test_late_is_what_comes_after_the_last_day(heard: date, days: int, offset: int) -> None:
    late = appeals.days_late(heard + timedelta(days=offset), appeals.last_day(heard, days))
    assert late == max(0, offset - days)


def test_an_appeal_is_answered_within_days_of_coming_in() -> None:
    assert appeals.answer_by(date(2026, 12, 29), 7) == date(2027, 1, 5)


@given(
    st.integers(1, 9),
    st.dictionaries(st.integers(1, 9), st.sampled_from(FirstPart)),
    st.sampled_from(["", " \n", "\u200b", "Nobody else is here"]),
)
def test_nobody_decides_twice_without_saying_why(
    operator: int, first: dict[int, FirstPart], reason: str
) -> None:
    allowed = operator not in first or reason == "Nobody else is here"
    if allowed:
        appeals.require_other_decider(operator, first, reason)
        return
    with pytest.raises(ValidationError, match="appeal_same_decider") as caught:
        appeals.require_other_decider(operator, first, reason)
    assert caught.value.field == "override_reason"
    clear_error(caught.value)


@pytest.mark.parametrize(
    ("term", "until", "expected"),
    [
        (None, None, (KEPT, LIFTED)),
        (Term.MAY_RETURN, None, (KEPT, LIFTED)),
        (Term.FOR_GOOD, None, (KEPT, REDUCED, LIFTED)),
        (Term.UNTIL, date(2026, 6, 2), (KEPT, REDUCED, LIFTED)),
        (Term.UNTIL, TODAY, (KEPT, REDUCED, LIFTED)),  # it holds today as well
        (Term.UNTIL, date(2026, 5, 31), (KEPT, LIFTED)),
    ],
)
def test_only_a_term_that_runs_can_be_reduced(
    term: Term | None, until: date | None, expected: tuple[AppealOutcome, ...]
) -> None:
    assert appeals.outcomes(term, until, TODAY) == expected
    assert appeals.outcomes(term, until, TODAY, lifted=True) == (LIFTED,)


TERMS = st.one_of(
    st.sampled_from([(Term.FOR_GOOD, None), (Term.MAY_RETURN, None)]),
    DAYS.map(lambda day: (Term.UNTIL, day)),
)


@given(TERMS, st.one_of(TERMS, st.sampled_from([(None, None), (Term.UNTIL, None)])))
def test_a_reduced_term_ends_earlier_and_not_in_the_past(
    now: tuple[Term, date | None], then: tuple[Term | None, date | None]
) -> None:
    def ends(term: tuple[Term | None, date | None]) -> date:
        never = date.max if term[0] is Term.FOR_GOOD else TODAY
        return term[1] or never

    dated = then[0] is Term.UNTIL and then[1] is not None and then[1] >= TODAY
    known = then[0] is Term.MAY_RETURN or dated
    if (
        known
        and now[0] is not Term.MAY_RETURN
        and (then[0] is Term.MAY_RETURN or ends(then) < ends(now))
    ):
        appeals.require_shorter(now, then, TODAY)
        return
    with pytest.raises(ValidationError) as caught:
        appeals.require_shorter(now, then, TODAY)
    assert caught.value.field in {"term", "until"}
    clear_error(caught.value)
