# SPDX-License-Identifier: MIT
"""Says why the ladder proposes a step: what counts today, and what a breach leads to from there."""

from datetime import datetime

from groupdesk.domain.enums import Severity
from groupdesk.domain.ladder import Ladder, Standing, proposed_step
from groupdesk.ui.dates import Dates
from groupdesk.ui.standing_words import step_name
from groupdesk.words import Words


def why_proposed(
    words: Words,
    dates: Dates,
    ladder: Ladder,
    current: Standing,
    severity: Severity | None,
    now: datetime,
) -> str:
    """Return one sentence; `severity` is the gravest of the rules, None where none is named."""
    position = proposed_step(ladder, current, severity or Severity.MINOR)
    step = _phrase(words, ladder, position)
    if severity is None:
        return words("proposal.no_rule", step=step)
    grave = words(f"proposal_severity.{severity.value}")
    if current.position == 0 or current.until is None:
        return words("proposal.clean", severity=grave, step=step)
    held = min(current.position, len(ladder.steps))
    what = step_name(words, ladder, held)
    if current.breaches > 1:
        what = words("proposal.times", step=what, count=current.breaches)
    date = dates.day(current.until.astimezone(now.tzinfo).date(), now.date())
    needed = ladder.steps[held - 1].breaches(severity)
    if position == held < len(ladder.steps):
        key = "counts_more"
    elif position > held + 1:
        key = "start"
    else:
        key = "counts"
    return words(f"proposal.{key}", what=what, date=date, severity=grave, step=step, needed=needed)


def _phrase(words: Words, ladder: Ladder, position: int) -> str:
    """Return a step inside a sentence: "a reminder", "warning 2"."""
    kind = ladder.steps[position - 1].kind
    if ladder.repeats(kind):
        return words(f"ladder_step.{kind.value}_numbered", number=ladder.number(position))
    return words(f"ladder_step.{kind.value}")
