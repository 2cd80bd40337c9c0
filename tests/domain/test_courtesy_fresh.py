# SPDX-License-Identifier: MIT
"""How well the courtesy check does on the third round of messages; -s prints the figures.

courtesy_fresh_*.toml was written by somebody who had read neither the rules nor the earlier
sentences, and was not opened while the rules were written. Only figures leave this module. The
floors lie five hundredths under what the rules of 59dc26a reached on 22 November 2026; they are not
there to be worked towards. No message and no label was changed after the first measurement.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.courtesy import CourtesyCode
from tests.domain.courtesy_figures import good_figures, harm_figures, labelled, told

HERE = Path(__file__).parent
LANGUAGES = ("en", "zh")
# Precision and recall of any harm and of any good thing.
HARM_FLOORS = {"en": (0.9, 0.63), "zh": (0.93, 0.61)}
GOOD_FLOORS = {"en": (0.93, 0.84), "zh": (0.91, 0.8)}
# Of each harm there are at least so many messages in each language.
AT_LEAST = {
    CourtesyCode.NO_INSULT: 20,
    CourtesyCode.NO_THREAT: 20,
    CourtesyCode.NO_SARCASM: 20,
    CourtesyCode.NO_ABSOLUTES: 12,
    CourtesyCode.NO_SHOUTING: 10,
}


def table(language: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"courtesy_fresh_{language}.toml").read_text(encoding="utf-8"))


def messages(language: str) -> list[tuple[str, frozenset[CourtesyCode]]]:
    """Return each message with the harm a reader found in it."""
    rows = table(language)
    clean = [*rows["polite"], *(row["text"] for row in rows["parts"])]
    return [*((text, frozenset[CourtesyCode]()) for text in clean), *labelled(rows["rude"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_harm_is_found_and_seldom_alleged(language: str) -> None:
    figures = harm_figures(messages(language))
    told(f"{language} fresh", figures)
    assert figures["any harm"].reach(HARM_FLOORS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_things_are_found_and_not_made_up(language: str) -> None:
    figures = good_figures(table(language)["parts"])
    told(f"{language} fresh", figures)
    assert figures["any good thing"].reach(GOOD_FLOORS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_messages_of_each_kind(language: str) -> None:
    found = [harm for _, harm in messages(language)]
    clean = sum(not harm for harm in found)
    enough = {
        code: sum(code in harm for harm in found) >= least for code, least in AT_LEAST.items()
    }
    assert all(enough.values())
    assert 2 * clean >= len(found) >= 130
