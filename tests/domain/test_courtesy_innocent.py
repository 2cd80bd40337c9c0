# SPDX-License-Identifier: MIT
"""Ordinary words, names and sentences are left alone by the courtesy check."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.courtesy import HARMFUL, check

HERE = Path(__file__).parent
INNOCENT: dict[str, Any] = tomllib.loads(
    (HERE / "courtesy_innocent.toml").read_text(encoding="utf-8")
)
WORDS: dict[str, list[str]] = {
    language: words.split() for language, words in INNOCENT["words"].items()
}
FRAMES = {
    "en": ("{0}", "We have {0} here.", "The {0} team met Mr {0} today, thank you."),
    "zh": ("{0}", "本周安排是{0}。", "关于{0}，请看第三页，谢谢。"),
}


def alleged(text: str) -> list[str]:
    """Return what is wrongly found, with the words it was found in."""
    return [
        f"{finding.code} {text[start:end]!r} in {text!r}"
        for finding in check(text).findings
        if finding.code in HARMFUL
        for start, end in finding.spans
    ]


@pytest.mark.parametrize("language", FRAMES)
def test_ordinary_words_and_names_are_left_alone(language: str) -> None:
    texts = [frame.format(word) for word in WORDS[language] for frame in FRAMES[language]]
    assert [wrong for text in texts for wrong in alleged(text)] == []
    assert len(WORDS[language]) >= 200


@pytest.mark.parametrize("language", FRAMES)
def test_ordinary_sentences_are_left_alone(language: str) -> None:
    assert [wrong for text in INNOCENT["sentences"][language] for wrong in alleged(text)] == []


@given(st.lists(st.sampled_from(WORDS["en"]), min_size=1, max_size=12))
def test_no_row_of_ordinary_english_words_is_alleged_anything(words: list[str]) -> None:
    assert alleged(" ".join(words).lower()) == []
