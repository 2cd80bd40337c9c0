# SPDX-License-Identifier: MIT
"""How well the courtesy check does on messages its rules were not made from; -s prints the figures.

Only figures leave this module: whoever works on the rules may run it, and still has not read the
unseen messages. They are kept in functions that return numbers, so that a failure prints none.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.courtesy import CourtesyCode
from tests.domain.courtesy_figures import good_figures, harm_figures, labelled, told

HERE = Path(__file__).parent
HALVES = [(language, half) for language in ("en", "zh") for half in ("seen", "unseen")]


def table(language: str, half: str) -> dict[str, Any]:
    text = (HERE / f"courtesy_unseen_{language}.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[half]
    return found


def messages(language: str, half: str) -> list[tuple[str, frozenset[CourtesyCode]]]:
    rows = table(language, half)
    clean = [(text, frozenset[CourtesyCode]()) for text in rows["polite"]]
    return [*clean, *labelled(rows["rude"])]


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
    figures = harm_figures(messages(language, half))
    told(f"{language} {half}", figures)
    assert figures["any harm"].reach(HARM_FLOORS[language, half])


@pytest.mark.parametrize(("language", "half"), HALVES)
def test_good_things_are_found_and_not_made_up(language: str, half: str) -> None:
    figures = good_figures(table(language, half)["parts"])
    told(f"{language} {half}", figures)
    assert figures["any good thing"].reach(GOOD_FLOORS[language, half])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_halves_have_nothing_in_common(language: str) -> None:
    seen, unseen = ({text for text, _ in messages(language, half)} for half in ("seen", "unseen"))
    alike, sizes = len(seen & unseen), (len(seen), len(unseen))
    assert alike == 0
    assert min(sizes) >= 180
