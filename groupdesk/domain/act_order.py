# SPDX-License-Identifier: MIT
"""The order of acts: the one rule for timelines, case files and audits.

A time that a person gave is cut to the minute, what the program noted is exact. So acts are
compared by the minute in which they happened, and within one minute by when they were recorded.
"""

from typing import Final, NamedTuple

from groupdesk.domain.enums import StepKind

_MINUTE: Final = len("2026-11-21T12:00")
_KINDS: Final = (
    *("message", "talk", "removal", "exit", "exit_answer", "departure"),
    *("rejoin", "rejoin_answer"),
    *("appeal", "appeal_decision", "reversal"),
)
_MESSAGES: Final = frozenset({*(kind.value for kind in StepKind)} - {StepKind.REMOVAL.value})


class ActPlace(NamedTuple):
    """Where an act stands among others; places compare as the acts followed each other.

    Acts of one moment come in the order in which they can follow each other, by kind.
    """

    minute: str
    recorded_at: str
    kind: int
    id: int


def act_place(kind: str, at: str, recorded_at: str, ident: int = 0) -> ActPlace:
    """Return the place of an act; `at` and `recorded_at` are stored moments."""
    known = "message" if kind in _MESSAGES else kind
    rank = _KINDS.index(known) if known in _KINDS else len(_KINDS)
    return ActPlace(at[:_MINUTE], recorded_at or at, rank, ident)
