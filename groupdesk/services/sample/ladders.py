# SPDX-License-Identifier: MIT
"""The ladders that groups of the sample published, and what lapsed in the course of the year."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import Ladder, LadderStep, Terms
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.services.sample.stage import Stage

_LOOKED = 7  # days between two looks at what lapsed: the program was open once a week at least


def put_ladders(stage: Stage, ladders: Iterable[Mapping[str, Any]], days: int) -> None:
    """Put the ladders on the programme, and for the last `days` the look at what lapsed."""
    for about in ladders:
        stage.add(stage.at(about["ago"], 11.2), partial(_publish, stage, about))
    for ago in range(_LOOKED, days, _LOOKED):
        stage.add(stage.at(ago, 8.9), partial(_look, stage))


def _publish(stage: Stage, about: Mapping[str, Any]) -> None:
    desk = stage.desks[about["by"]]
    group = stage.group_ids[about["group"]]
    desk.ladders.publish(
        stage.operation(),
        group,
        _ladder(about),
        note=about["note"],
        based_on=desk.ladders.current(group).version,
    )


def _ladder(about: Mapping[str, Any]) -> Ladder:
    """Return the ladder: kind, days for minor and for graver breaches, messages of minor ones."""
    steps = [
        LadderStep(
            StepKind(kind),
            {
                Severity.MINOR: Terms(days, breaches),
                Severity.SERIOUS: Terms(graver),
                Severity.ZERO_TOLERANCE: Terms(graver),
            },
        )
        for kind, days, graver, breaches in about["steps"]
    ]
    return Ladder(tuple(steps), dict(zip(Severity, about["starts"], strict=True)))


def _look(stage: Stage) -> None:
    while bring_up_to_date(stage.owner.ledger, stage.clock()):
        pass
