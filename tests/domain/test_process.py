# SPDX-License-Identifier: MIT
"""How a group decides about removals."""

from datetime import date

import pytest

from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import Language, Term
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.process import (
    MAX_DAYS,
    MAX_QUESTIONS,
    Process,
    from_json,
    require_valid,
    to_json,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("need", list(ApprovalNeed))
@pytest.mark.parametrize("term", list(Term))
def test_who_has_to_approve(need: ApprovalNeed, term: Term) -> None:
    expected = {
        ApprovalNeed.NEVER: False,
        ApprovalNeed.FOR_GOOD: term is Term.FOR_GOOD,
        ApprovalNeed.ALWAYS: True,
    }[need]
    assert Process(approval=need).asks(term, TODAY) is expected


def test_a_block_everywhere_is_for_good() -> None:
    assert Process(approval=ApprovalNeed.FOR_GOOD).asks(Term.MAY_RETURN, TODAY, blocks=True)
    assert not Process(approval=ApprovalNeed.NEVER).asks(Term.MAY_RETURN, TODAY, blocks=True)


@pytest.mark.parametrize(
    ("today", "until", "asks"),
    [
        (TODAY, date(2027, 11, 22), False),
        (TODAY, date(2027, 11, 23), True),
        (TODAY, date(2999, 1, 1), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
    ],
)
def test_more_than_a_year_is_as_good_as_for_good(today: date, until: date, *, asks: bool) -> None:
    assert Process(approval=ApprovalNeed.FOR_GOOD).asks(Term.UNTIL, today, until) is asks
    assert not Process(approval=ApprovalNeed.NEVER).asks(Term.UNTIL, today, until)


def test_what_is_stored_is_read_back() -> None:
    process = Process(
        approval=ApprovalNeed.ALWAYS,
        appeal_days=0,
        answer_days=3,
        questions={Language.ZH: ("发生了什么？",), Language.EN: ("What happened?", "Why?")},
        data_note={Language.EN: "We keep the record for a year."},
    )
    assert from_json(to_json(process)) == process


@pytest.mark.parametrize("value", [None, [], "x", {}, {"approval": "sometimes"}])
def test_nonsense_is_no_process(value: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(value)


@pytest.mark.parametrize(
    ("process", "field"),
    [
        (Process(appeal_days=-1), "appeal_days"),
        (Process(appeal_days=MAX_DAYS + 1), "appeal_days"),
        (Process(answer_days=0), "answer_days"),
        (Process(questions={Language.EN: ("?",) * (MAX_QUESTIONS + 1)}), "questions"),
    ],
)
def test_what_is_out_of_range_is_named(process: Process, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        require_valid(process)
    assert caught.value.field == field
