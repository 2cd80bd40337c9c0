# SPDX-License-Identifier: MIT
"""How well the courtesy check does on messages its rules were not made from; -s prints the figures.

Only figures leave this module: whoever works on the rules may run it, and still has not read the
unseen messages. They are kept in functions that return numbers, so that a failure prints none.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.courtesy import HARMFUL, CourtesyCode, check

HERE = Path(__file__).parent
HALVES = [(language, half) for language in ("en", "zh") for half in ("seen", "unseen")]
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

    def line(self, name: str) -> str:
        return (
            f"  {name:19} precision {self.precision:.2f} recall {self.recall:.2f}"
            f"  ({self.hits} of {self.expected}, {self.flagged - self.hits} wrong)"
        )


def table(language: str, half: str) -> dict[str, Any]:
    text = (HERE / f"courtesy_unseen_{language}.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[half]
    return found


def messages(language: str, half: str) -> Iterator[tuple[str, frozenset[CourtesyCode]]]:
    rows = table(language, half)
    yield from ((text, frozenset()) for text in rows["polite"])
    for row in rows["rude"]:
        yield row["text"], frozenset(CourtesyCode(f"no_{name}") for name in row["harm"])


def harm_figures(language: str, half: str) -> dict[str, Figures]:
    """Return the figures of each harm, and of "any harm"."""
    figures = {str(code): Figures() for code in sorted(MEASURED)} | {"any harm": Figures()}
    for text, harm in messages(language, half):
        report = check(text)
        bad = {code for code in MEASURED if not report.of(code).ok}
        for code in MEASURED:
            figures[code].count(expected=code in harm, flagged=code in bad)
        figures["any harm"].count(expected=bool(harm), flagged=bool(bad))
    return figures


def good_figures(language: str, half: str) -> dict[str, Figures]:
    """Return the figures of each good thing; what no reader was sure of is not counted."""
    figures = {str(code): Figures() for code in GOOD} | {"any good thing": Figures()}
    for row in table(language, half)["parts"]:
        report = check(row["text"])
        for code in GOOD:
            if code in row["has"] or code in row["lacks"]:
                for name in (str(code), "any good thing"):
                    figures[name].count(expected=code in row["has"], flagged=report.of(code).ok)
    return figures


def told(title: str, figures: dict[str, Figures]) -> None:
    lines = [title, *(one.line(name) for name, one in figures.items())]
    print("\n".join(lines))  # noqa: T201  the figures are what this test is for


# Precision and recall, a little under what was measured.
HARM_FLOORS = {
    ("en", "seen"): (0.98, 0.97),
    ("en", "unseen"): (0.94, 0.6),
    ("zh", "seen"): (0.98, 0.97),
    ("zh", "unseen"): (0.92, 0.54),
}
GOOD_FLOORS = {
    ("en", "seen"): (0.97, 0.95),
    ("en", "unseen"): (0.96, 0.84),
    ("zh", "seen"): (0.97, 0.92),
    ("zh", "unseen"): (0.93, 0.8),
}


@pytest.mark.parametrize(("language", "half"), HALVES)
def test_harm_is_found_and_seldom_alleged(language: str, half: str) -> None:
    figures = harm_figures(language, half)
    told(f"{language} {half}", figures)
    reached = figures["any harm"].precision, figures["any harm"].recall
    floor = HARM_FLOORS[language, half]
    assert reached[0] >= floor[0]
    assert reached[1] >= floor[1]


@pytest.mark.parametrize(("language", "half"), HALVES)
def test_good_things_are_found_and_not_made_up(language: str, half: str) -> None:
    figures = good_figures(language, half)
    told(f"{language} {half}", figures)
    reached = figures["any good thing"].precision, figures["any good thing"].recall
    floor = GOOD_FLOORS[language, half]
    assert reached[0] >= floor[0]
    assert reached[1] >= floor[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_halves_have_nothing_in_common(language: str) -> None:
    seen, unseen = ({text for text, _ in messages(language, half)} for half in ("seen", "unseen"))
    alike, sizes = len(seen & unseen), (len(seen), len(unseen))
    assert alike == 0
    assert min(sizes) >= 180
