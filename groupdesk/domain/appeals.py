# SPDX-License-Identifier: MIT
"""What holds of appeals: until when one may object, by when it is answered, who decides, and how.

All days are local calendar days.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from groupdesk.domain.appeal_enums import FirstPart
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import Term
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import is_blank


def last_day(heard_on: date, appeal_days: int) -> date | None:
    """Return the last day on which a member may object; None where one always may.

    This is the one rule, of the window and of paper; the notice says it in words: "within 14 days
    of getting this message", for nobody knows that day when it is written. `heard_on` is the day
    on which the notice or the message was sent, for want of one that on which the decision took
    effect, and does not count itself. `appeal_days` are those that the group gave when it was
    decided: changing them takes nothing from whoever was told of more.
    """
    return heard_on + timedelta(days=appeal_days) if appeal_days else None


def days_late(received_on: date, last: date | None) -> int:
    """Return how many days after the last one an objection came in; 0 for one in time."""
    return 0 if last is None else max(0, (received_on - last).days)


def answer_by(received_on: date, answer_days: int) -> date:
    """Return the day by which an appeal is to be answered."""
    return received_on + timedelta(days=answer_days)


def part_of(operator_id: int, first: Mapping[int, FirstPart]) -> FirstPart | None:
    """Return what an operator had to do with the first decision, None for nothing."""
    return first.get(operator_id)


def require_other_decider(
    operator_id: int, first: Mapping[int, FirstPart], override_reason: str
) -> None:
    """Raise ValidationError("override_reason") where the same person decides without saying why."""
    if part_of(operator_id, first) is not None and is_blank(override_reason):
        raise ValidationError("override_reason", "appeal_same_decider")


def outcomes(
    term: Term | None, until: date | None, today: date, *, lifted: bool = False
) -> tuple[AppealOutcome, ...]:
    """Return how an appeal can end; `term` is that of a removal, None for a message.

    Only a removal whose term still runs, as it does on its last day, can be made shorter. What
    was `lifted` meanwhile can only be answered as lifted.
    """
    if lifted:
        return (AppealOutcome.LIFTED,)
    runs = term is Term.FOR_GOOD or (term is Term.UNTIL and until is not None and until >= today)
    middle = (AppealOutcome.REDUCED,) if runs else ()
    return (AppealOutcome.KEPT, *middle, AppealOutcome.LIFTED)


def require_shorter(
    now: tuple[Term, date | None], then: tuple[Term | None, date | None], today: date
) -> None:
    """Raise ValidationError unless the term `then` is a shorter one than `now`.

    For "term": "appeal_term_missing" or "appeal_term_not_shorter"; for "until":
    "appeal_until_missing", "appeal_until_past" or "appeal_term_not_shorter".
    """
    term, until = then
    if term is None or term is Term.FOR_GOOD:
        raise ValidationError("term", "appeal_term_missing")
    if term is Term.MAY_RETURN:
        if now[0] is Term.MAY_RETURN:
            raise ValidationError("term", "appeal_term_not_shorter")
        return
    if until is None:
        raise ValidationError("until", "appeal_until_missing")
    if until < today:
        raise ValidationError("until", "appeal_until_past")
    if now[0] is Term.MAY_RETURN or (now[1] is not None and until >= now[1]):
        raise ValidationError("until", "appeal_term_not_shorter")
