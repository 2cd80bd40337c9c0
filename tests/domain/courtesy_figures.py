# SPDX-License-Identifier: MIT
"""How often the courtesy check agrees with a reader; only figures leave this module."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from groupdesk.domain.courtesy import HARMFUL, CourtesyCode, check

MEASURED = HARMFUL - {CourtesyCode.PLACEHOLDERS}
GOOD = (
    CourtesyCode.GREETING_OR_THANKS,
    CourtesyCode.NAMES_BEHAVIOUR,
    CourtesyCode.NAMES_RULE,
    CourtesyCode.SUGGESTS_BETTER,
    CourtesyCode.SAYS_WHO_HELPS,
)


@dataclass
class Figures:
    """Counts of one code: what a reader saw, what the check saw, and what both saw."""

    expected: int = 0
    flagged: int = 0
    hits: int = 0

    def count(self, *, expected: bool, flagged: bool) -> None:
        self.expected += expected
        self.flagged += flagged
        self.hits += expected and flagged

    @property
    def precision(self) -> float:
        return self.hits / (self.flagged or 1)

    @property
    def recall(self) -> float:
        return self.hits / (self.expected or 1)

    def reach(self, floor: tuple[float, float]) -> bool:
        """Say whether precision and recall are at least as high as they are to be."""
        return self.precision >= floor[0] and self.recall >= floor[1]

    def line(self, name: str) -> str:
        return (
            f"  {name:19} precision {self.precision:.2f} recall {self.recall:.2f}"
            f"  ({self.hits} of {self.expected}, {self.flagged - self.hits} wrong)"
        )


def labelled(rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, frozenset[CourtesyCode]]]:
    """Return each rude message with the harm that a reader found in it."""
    return [
        (row["text"], frozenset(CourtesyCode(f"no_{name}") for name in row["harm"])) for row in rows
    ]


def harm_figures(messages: Iterable[tuple[str, frozenset[CourtesyCode]]]) -> dict[str, Figures]:
    """Return the figures of each harm, and of "any harm"."""
    figures = {str(code): Figures() for code in sorted(MEASURED)} | {"any harm": Figures()}
    for text, harm in messages:
        report = check(text)
        bad = {code for code in MEASURED if not report.of(code).ok}
        for code in MEASURED:
            figures[code].count(expected=code in harm, flagged=code in bad)
        figures["any harm"].count(expected=bool(harm), flagged=bool(bad))
    return figures


def good_figures(parts: Iterable[Mapping[str, Any]]) -> dict[str, Figures]:
    """Return the figures of each good thing; what no reader was sure of is not counted."""
    figures = {str(code): Figures() for code in GOOD} | {"any good thing": Figures()}
    for row in parts:
        report = check(row["text"])
        for code in GOOD:
            if code in row["has"] or code in row["lacks"]:
                for name in (str(code), "any good thing"):
                    figures[name].count(expected=code in row["has"], flagged=report.of(code).ok)
    return figures


def told(title: str, figures: dict[str, Figures]) -> None:
    lines = [title, *(one.line(name) for name, one in figures.items())]
    print("\n".join(lines))  # noqa: T201  the figures are what this is for
