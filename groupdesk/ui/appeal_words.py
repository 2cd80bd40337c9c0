# SPDX-License-Identifier: MIT
"""Says in words what an appeal is about, where it stands, and what a letter about it names."""

from datetime import date, datetime

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealRecord, AppealRow, AppealTarget
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import Language, StepKind, SubjectKind, Term
from groupdesk.ui.dates import Dates
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

QUESTIONS = ("what", "how", "wish")
"""The program's own questions, where a group has none."""
_TONES: dict[AppealState, ToneName] = {
    AppealState.OPEN: "accent",
    AppealState.WITHDRAWN: "muted",
    AppealState.KEPT: "muted",
    AppealState.REDUCED: "warning",
    AppealState.LIFTED: "ok",
}


class AppealWords(SpokenDays):
    """The words of one language at one moment."""

    def target(self, target: AppealTarget) -> str:
        """Return what somebody objects to: "Warning 2", "Removal from the group"."""
        if target.step_kind is not None and target.position == 0:
            return self._words("timeline.friendly")
        return self._named(target.kind, target.step_kind, target.number)

    def target_of(self, row: AppealRow) -> str:
        """Return the same in short, for a line of the list."""
        if row.step_kind is None:
            return self._words("appeal_target.short")
        return self._words(f"step_kind.{row.step_kind.value}")

    def heard(self, target: AppealTarget) -> str:
        """Return since when the member knows of it, as far as the records say."""
        day = self.day(target.heard_on)
        return self._words(f"appeal_heard.{target.heard_by.value}", date=day)

    def state(self, row: AppealRow) -> tuple[str, ToneName]:
        """Return where an appeal stands, and its tone; red for one that is overdue."""
        if self.overdue(row):
            return self._words("appeal_due.late", days=self.days_over(row)), "danger"
        return self._words(f"appeal_state.{row.state.value}"), _TONES[row.state]

    def overdue(self, row: AppealRow) -> bool:
        """Say whether an open appeal should have been answered before today."""
        return row.state is AppealState.OPEN and self.days_over(row) > 0

    def days_over(self, row: AppealRow) -> int:
        """Return by how many days the answer is late; below 1 while it is in time."""
        return (self._now.date() - date.fromisoformat(row.answer_by)).days

    def term(self, term: Term | None, until: str) -> str:
        """Return for how long a removal holds, nothing without one."""
        if term is None:
            return ""
        if term is Term.UNTIL and until:
            return self._words("timeline.until", date=self.day(until))
        return self._words(f"term.{term.value}")

    def _named(self, kind: SubjectKind, step: StepKind | None, number: int) -> str:
        if kind is SubjectKind.REMOVAL or step is None:
            return self._words("appeal_target.removal")
        name = self._words(f"step_kind.{step.value}")
        return self._words("standing.numbered", step=name, number=number) if number else name


def questions_for(target: AppealTarget, language: Language) -> tuple[str, ...]:
    """Return what a member is asked in their language: the group's own questions, or ours."""
    own = target.questions.get(language) or next(filter(None, target.questions.values()), ())
    words = Words(language.value)
    return tuple(own) or tuple(words(f"appeal_question.{key}") for key in QUESTIONS)


def letter_values(
    appeal: AppealRecord,
    language: Language,
    now: datetime,
    outcome: AppealOutcome,
    reason: str,
    term: tuple[Term | None, date | None],
) -> dict[str, str]:
    """Return what only a letter about an appeal has: what it names, in its own language.

    `term` is that of a reduction, and otherwise not looked at.
    """
    words, dates = Words(language.value), Dates(language.value)
    target = appeal.target
    said = AppealWords(words, dates, now)
    new_term, until = term
    if outcome is not AppealOutcome.REDUCED:
        new_term = target.term
        until = date.fromisoformat(target.until) if target.until else None
    day = dates.full_day(until) if until else ""
    decided = from_text(target.decided_at).astimezone(now.tzinfo).date()
    return {
        "decision_name": said.target(target),
        "decision_date": dates.full_day(decided),
        "reason": reason.strip(),
        "checked_note": words("appeal_checked.same" if appeal.own_part else "appeal_checked.other"),
        "next_note": _next(words, appeal, outcome, new_term, day),
        "step_name": _step(words, new_term, day),
        "counts_until": day,
        "until_date": day,
    }


def _step(words: Words, term: Term | None, day: str) -> str:
    if term is None or term is Term.FOR_GOOD or (term is Term.UNTIL and not day):
        return ""
    return words(f"appeal_term.{term.value}", date=day)


def _next(
    words: Words, appeal: AppealRecord, outcome: AppealOutcome, term: Term | None, day: str
) -> str:
    """Return the sentence on what happens next; nothing while the new term is not chosen."""
    target = appeal.target
    if outcome is AppealOutcome.LIFTED:
        if target.kind is not SubjectKind.REMOVAL:
            return words("appeal_next.lifted_message")
        return words(
            "appeal_next.lifted_back" if target.carried_out else "appeal_next.lifted_stays"
        )
    if term is None:
        return words("appeal_next.kept_message")
    if term is Term.UNTIL and not day:
        return ""
    return words(f"appeal_next.{outcome.value}_{term.value}", date=day)
