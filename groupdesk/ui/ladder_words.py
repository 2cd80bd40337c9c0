# SPDX-License-Identifier: MIT
"""The ladder of a group in words: for its card, line by line for its editor, for the log."""

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import Ladder, LadderStep
from groupdesk.domain.ladder_checks import LadderProblem
from groupdesk.ui.standing_words import step_name
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
    """Return what the ladder asks for, in short, for operators.

    Members are told by `domain.ladder_notice`, without severities and numbers of steps.
    """
    parts = [
        _second_breach(words, ladder),
        _start(words, ladder, Severity.SERIOUS),
        _start(words, ladder, Severity.ZERO_TOLERANCE),
        _counts(words, ladder),
    ]
    return words("ladder.space").join(filter(None, parts))


def severity_lines(words: Words, ladder: Ladder, severity: Severity) -> tuple[str, ...]:
    """Return what follows one breach of this severity after the other, a line for each.

    "First minor breach: a reminder", "A second within 30 days: warning 1". Where it goes on as
    for the next milder severity, one line says so.
    """
    position = ladder.starts[severity]
    removal = ladder.steps[position - 1].kind is StepKind.REMOVAL
    step = words("ladder_line.straight") if removal else _step(words, ladder, position)
    lines = [words(f"ladder_line.first_{severity.value}", step=step)]
    if removal:
        return tuple(lines)
    milder = list(Severity)[: list(Severity).index(severity)][-1:]
    if milder and position < len(ladder.steps) and _alike(ladder, position, severity, milder[0]):
        breaches = words(f"ladder_breaches.{milder[0].value}")
        return (*lines, words("ladder_line.same", breaches=breaches))
    number = 1
    for at, here in enumerate(ladder.steps[position - 1 : -1], position):
        number += here.breaches(severity)
        which = f"ladder_which.{number}"
        lines.append(
            words(
                "ladder_line.next",
                which=words(which if which in words else "ladder_which.more", number=number),
                days=here.days(severity),
                step=_step(words, ladder, at + 1),
            )
        )
    if ladder.steps[-1].kind is not StepKind.REMOVAL:
        lines.append(words("ladder_line.last", step=_step(words, ladder, len(ladder.steps))))
    return tuple(lines)


def ladder_lines(words: Words, ladder: Ladder) -> tuple[str, ...]:
    """Return the steps with their numbers, and where each severity starts, for the log."""
    lines = []
    for position, step in enumerate(ladder.steps, 1):
        plain = step.kind is StepKind.REMOVAL
        lines.append(
            words(
                "ladder_line.step_plain" if plain else "ladder_line.step",
                number=position,
                step=step_name(words, ladder, position),
                numbers="" if plain else _numbers(words, ladder, position),
            )
        )
    for severity in Severity:
        breaches = words(f"ladder_breaches.{severity.value}")
        text = words("ladder_line.starts", breaches=breaches, number=ladder.starts[severity])
        lines.append(text[:1].upper() + text[1:])
    return tuple(lines)


def problem_text(words: Words, ladder: Ladder, problem: LadderProblem) -> str:
    """Return what is wrong with a ladder, or what is seldom meant, in a sentence."""
    severity = problem.severity
    text = words(
        f"ladder_problem.{problem.code}",
        number=problem.position,
        name=step_name(words, ladder, problem.position),
        breaches=words(f"ladder_breaches.{severity.value}") if severity else "",
        days=problem.days,
        count=problem.count,
    )
    if severity is None or "{breaches}" in words.template(f"ladder_problem.{problem.code}"):
        return text
    return words(f"ladder_of.{severity.value}", text=text[:1].lower() + text[1:])


def _alike(ladder: Ladder, position: int, one: Severity, other: Severity) -> bool:
    """Say whether both severities go on alike from a step that both come to."""
    steps = ladder.steps[position - 1 : -1]
    reached = ladder.starts[other] <= position
    return reached and all(step.terms[one] == step.terms[other] for step in steps)


def _numbers(words: Words, ladder: Ladder, position: int) -> str:
    """Return how long a step counts, and after how many messages the next one comes.

    Only the severities that come to the step are told apart.
    """
    step = ladder.steps[position - 1]
    groups: dict[tuple[int, int], list[str]] = {}
    reaching = [severity for severity in Severity if ladder.starts[severity] <= position]
    for severity in reaching or Severity:
        name = words(f"ladder_breaches.{severity.value}")
        groups.setdefault(step.terms[severity], []).append(name)
    said = []
    for (days, count), names in groups.items():
        key = "numbers" if len(groups) == 1 else "numbers_of"
        text = words(f"ladder_line.{key}", days=days, breaches=words("ladder.comma").join(names))
        if count > 1:
            text = words("ladder_line.leads_on", numbers=text, count=count)
        said.append(text)
    return words("ladder.semicolon").join(said)


def _second_breach(words: Words, ladder: Ladder) -> str:
    first = ladder.starts[Severity.MINOR]
    days, breaches = ladder.steps[first - 1].terms[Severity.MINOR]
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
    """Return how long each step counts; steps of one kind that count alike are said once."""
    listed = []
    seen = {(step.kind, _days(step)) for step in ladder.steps}
    for position, step in enumerate(ladder.steps, 1):
        alike = sum(kind is step.kind for kind, _numbers in seen) == 1
        days, serious = _days(step)
        if not days or (alike and ladder.number(position) > 1):
            continue
        name = words(f"ladder_step.{step.kind.value}") if alike else _step(words, ladder, position)
        listed.append(
            words("ladder.counts_step", step=name, days=days)
            if days == serious
            else words(
                "ladder_line.counts_more",
                step=name,
                days=days,
                more=serious,
                breaches=words("ladder_breaches.serious"),
            )
        )
    return words("ladder.counts", list=words("ladder.comma").join(listed)) if listed else ""


def _days(step: LadderStep) -> tuple[int, int]:
    return step.days(Severity.MINOR), step.days(Severity.SERIOUS)


def _step(words: Words, ladder: Ladder, position: int) -> str:
    kind = ladder.steps[position - 1].kind
    if ladder.repeats(kind):
        return words(f"ladder_step.{kind.value}_numbered", number=ladder.number(position))
    return words(f"ladder_step.{kind.value}")
