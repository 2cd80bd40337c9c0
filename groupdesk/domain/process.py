# SPDX-License-Identifier: MIT
"""How a group decides about removals: who approves them, and how a member may object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import Language, Term
from groupdesk.domain.errors import ValidationError

MAX_DAYS = 365
MAX_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Process:
    """A group's way to decide. Days are calendar days; texts are by language."""

    approval: ApprovalNeed = ApprovalNeed.NEVER
    appeal_days: int = 14
    """How long after hearing of a decision a member may object; 0: at any time."""
    answer_days: int = 7
    """Within how many days an appeal is answered."""
    questions: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    """What a member who objects is asked; empty: the program's own questions."""
    data_note: Mapping[Language, str] = field(default_factory=dict)
    """What becomes of a removed member's data; empty: the program's own sentence."""

    def asks(
        self, term: Term, today: date, until: date | None = None, *, blocks: bool = False
    ) -> bool:
        """Say whether a removal from `today` on waits for another operator's approval.

        Where only those for good do, one with a last day more than a year away does as well, or
        nobody would have to be asked about "until 2999".
        """
        if self.approval is ApprovalNeed.FOR_GOOD:
            return blocks or term is Term.FOR_GOOD or _long(today, until)
        return self.approval is ApprovalNeed.ALWAYS


def _long(today: date, until: date | None) -> bool:
    """Say whether a removal ends later than on the same day of next year."""
    if until is None:
        return False
    return (until.year, until.month, until.day) > (today.year + 1, today.month, today.day)


def require_valid(process: Process) -> None:
    """Raise ValidationError, with the field's name, for days or questions out of range."""
    for name, days, least in (
        ("appeal_days", process.appeal_days, 0),
        ("answer_days", process.answer_days, 1),
    ):
        if not least <= days <= MAX_DAYS:
            raise ValidationError(name, "days_out_of_range", least=least, most=MAX_DAYS)
    if any(len(asked) > MAX_QUESTIONS for asked in process.questions.values()):
        raise ValidationError("questions", "too_many_questions", most=MAX_QUESTIONS)


def from_json(value: object) -> Process:
    """Return a stored process. Raises ValueError, KeyError or TypeError for what is none."""
    if not isinstance(value, dict):
        raise TypeError("no process")
    process = Process(
        approval=ApprovalNeed(value["approval"]),
        appeal_days=int(value["appeal_days"]),
        answer_days=int(value["answer_days"]),
        questions={
            Language(language): tuple(str(one) for one in asked)
            for language, asked in value["questions"].items()
        },
        data_note={Language(language): str(text) for language, text in value["data_note"].items()},
    )
    require_valid(process)
    return process


def to_json(process: Process) -> dict[str, object]:
    """Return what is stored of a process."""
    return {
        "approval": process.approval.value,
        "appeal_days": process.appeal_days,
        "answer_days": process.answer_days,
        "questions": {lang.value: list(asked) for lang, asked in process.questions.items()},
        "data_note": {lang.value: text for lang, text in process.data_note.items()},
    }
