# SPDX-License-Identifier: MIT
"""The steps of a removal have words for every platform."""

import pytest

from groupdesk.domain.carrying_out import SEND_NOTICE, STEPS, step_words, steps_for
from groupdesk.domain.enums import Platform
from groupdesk.words import Words


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("platform", Platform)
def test_each_step_has_words_on_each_platform(platform: Platform, language: str) -> None:
    words = Words(language)
    said = [words(step_words(platform, code)) for code in STEPS]
    assert len(set(said)) == len(STEPS)
    assert all(text.endswith("." if language == "en" else "。") for text in said)
    assert all(words(f"step_title.{code}") for code in STEPS)


def test_without_a_notice_there_is_none_to_send() -> None:
    assert SEND_NOTICE in steps_for(with_notice=True)
    assert SEND_NOTICE not in steps_for(with_notice=False)
