# SPDX-License-Identifier: MIT
"""A group's ladder as its members are told of it: what follows, and for which rules."""

from collections.abc import Callable, Iterator, Sequence

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.records import RuleRecord

Say = Callable[..., str]
"""Returns the words for a key, with values filled in: a `Words` of one language."""


def ladder_notice(say: Say, ladder: Ladder, rules: Sequence[RuleRecord]) -> str:
    """Return what follows a breach, a sentence in each line, for those who know no severities.

    It begins with what most rules lead to; rules that weigh more are named by their codes.
    """
    codes: dict[Severity, list[str]] = {}
    for severity in Severity:
        found = [rule.code for rule in rules if rule.severity is severity]
        if found:
            codes[severity] = found
    mildest, *graver = codes or [Severity.MINOR]
    lines = list(_course(say, ladder, mildest))
    for severity in graver:
        lines += _graver(say, ladder, severity, mildest, _named(say, codes[severity]))
    if _goes_on(ladder, mildest):
        reached = ladder.steps[ladder.starts[mildest] - 1 :]
        reminds = any(step.kind is StepKind.REMINDER for step in reached)
        lines.append(say("ladder_notice.lapses" if reminds else "ladder_notice.warning_lapses"))
    return "\n".join(lines)


def _course(say: Say, ladder: Ladder, severity: Severity) -> Iterator[str]:
    """Yield what a first breach leads to, and each one after it."""
    first = ladder.starts[severity]
    yield _sentence(say, say("ladder_notice.first"), ladder, first)
    for position in range(first, len(ladder.steps)):
        days, breaches = ladder.steps[position - 1].terms[severity]
        span = say("ladder_notice.span", days=days)
        if breaches > 1:
            when = say("ladder_notice.repeated", span=span, count=breaches - 1)
            yield _sentence(say, when, ladder, position, before=position)
        key = "again" if position == first and breaches == 1 else "then"
        when = say(f"ladder_notice.{key}", span=span)
        yield _sentence(say, when, ladder, position + 1, before=position)
    last = len(ladder.steps)
    if ladder.steps[-1].kind is not StepKind.REMOVAL:
        yield _sentence(say, say("ladder_notice.last"), ladder, last, before=last)


def _graver(
    say: Say, ladder: Ladder, severity: Severity, mildest: Severity, rules: str
) -> Iterator[str]:
    """Yield what is otherwise for rules that weigh more; nothing where all is alike."""
    first, above = ladder.starts[severity], ladder.starts[mildest]
    on = ladder.steps[first - 1 : -1]
    alike = first >= above and all(step.terms[severity] == step.terms[mildest] for step in on)
    if not _goes_on(ladder, severity):
        if first != above:
            yield say("ladder_notice.straight", rules=rules)
    elif not alike:
        yield say("ladder_notice.heavier", rules=rules)
        yield from _course(say, ladder, severity)
    elif first != above:
        what = _what(say, ladder, first)
        yield say("ladder_notice.enters", rules=rules, what=what)


def _goes_on(ladder: Ladder, severity: Severity) -> bool:
    return ladder.steps[ladder.starts[severity] - 1].kind is not StepKind.REMOVAL


def _sentence(say: Say, when: str, ladder: Ladder, position: int, before: int = 0) -> str:
    return say("ladder_notice.sentence", when=when, what=_what(say, ladder, position, before))


def _what(say: Say, ladder: Ladder, position: int, before: int = 0) -> str:
    """Return what a step means; after one of the same kind it is another one."""
    kind = ladder.steps[position - 1].kind
    another = before and ladder.steps[before - 1].kind is kind
    return say(f"ladder_notice.{'another' if another else 'what'}.{kind.value}")


def _named(say: Say, codes: Sequence[str]) -> str:
    if len(codes) == 1:
        return say("ladder_notice.rule", code=codes[0])
    rest = say("ladder_notice.comma").join(codes[:-1])
    return say("ladder_notice.rules", codes=rest, last=codes[-1])
