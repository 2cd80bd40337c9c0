# SPDX-License-Identifier: MIT
"""The ladder of a group in words: a sentence for its card, a phrase for each severity."""

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import Ladder
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

SEVERITY_TONES: dict[Severity, ToneName] = {
    Severity.MINOR: "warning",
    Severity.SERIOUS: "danger",
    Severity.ZERO_TOLERANCE: "danger",
}


def severity_meaning(words: Words, ladder: Ladder, severity: Severity) -> str:
    """Return a severity with what it means on the ladder: "Minor: starts with a reminder"."""
    position = ladder.starts[severity]
    kind = ladder.steps[position - 1].kind
    name = words(f"severity.{severity.value}")
    return words(f"severity_start.{kind.value}", severity=name, step=_step(words, ladder, position))


def ladder_sentence(words: Words, ladder: Ladder) -> str:
    """Return what the ladder asks for, as a short text that a member understands too."""
    parts = [
        _second_breach(words, ladder),
        _start(words, ladder, Severity.SERIOUS),
        _start(words, ladder, Severity.ZERO_TOLERANCE),
        _counts(words, ladder),
    ]
    return words("ladder.space").join(filter(None, parts))


def _second_breach(words: Words, ladder: Ladder) -> str:
    first = ladder.starts[Severity.MINOR]
    step = ladder.steps[first - 1]
    days, breaches = step.days(Severity.MINOR), step.breaches(Severity.MINOR)
    if first == len(ladder.steps) or not days:
        return ""
    key = "second_breach" if breaches == 1 else "later_breach"
    following = _step(words, ladder, first + 1)
    return words(f"ladder.{key}", count=breaches + 1, days=days, step=following)


def _start(words: Words, ladder: Ladder, severity: Severity) -> str:
    position = ladder.starts[severity]
    if ladder.steps[position - 1].kind is StepKind.REMOVAL:
        return words(f"ladder.{severity.value}_removal")
    return words(f"ladder.{severity.value}", step=_step(words, ladder, position))


def _counts(words: Words, ladder: Ladder) -> str:
    listed = []
    days = {(step.kind, step.days(Severity.MINOR)) for step in ladder.steps}
    for position, step in enumerate(ladder.steps, 1):
        alike = sum(kind is step.kind for kind, _days in days) == 1
        if not step.days(Severity.MINOR) or (alike and ladder.number(position) > 1):
            continue
        name = words(f"ladder_step.{step.kind.value}") if alike else _step(words, ladder, position)
        listed.append(words("ladder.counts_step", step=name, days=step.days(Severity.MINOR)))
    return words("ladder.counts", list=words("ladder.comma").join(listed)) if listed else ""


def _step(words: Words, ladder: Ladder, position: int) -> str:
    kind = ladder.steps[position - 1].kind
    if ladder.repeats(kind):
        return words(f"ladder_step.{kind.value}_numbered", number=ladder.number(position))
    return words(f"ladder_step.{kind.value}")
