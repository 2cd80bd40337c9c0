# SPDX-License-Identifier: MIT
"""What is harsh is found by how it is built, and what is built alike is left alone."""

import tomllib
from pathlib import Path
from typing import Final

import pytest

from groupdesk.domain.courtesy import HARMFUL, CourtesyCode, check

FORMS: Final[dict[str, dict[str, list[str]]]] = tomllib.loads(
    (Path(__file__).parent / "courtesy_forms.toml").read_text(encoding="utf-8")
)
HARSH = HARMFUL - {CourtesyCode.PLACEHOLDERS}
KINDS = {
    "threat": CourtesyCode.NO_THREAT,
    "mockery": CourtesyCode.NO_SARCASM,
    "reproach": None,  # these may be found as one harm or another
    "insult": None,
    "absolutes": None,
}


def harms(text: str) -> list[CourtesyCode]:
    return [one.code for one in check(text).findings if one.code in HARSH and not one.ok]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", FORMS)
def test_nearly_all_of_them_are_found(language: str, kind: str) -> None:
    code = KINDS[kind]
    messages = FORMS[language][kind]
    missed = [text for text in messages if not harms(text) or (code and code not in harms(text))]
    assert len(missed) <= len(messages) * 0.1, missed


@pytest.mark.parametrize("language", FORMS)
def test_what_is_built_alike_is_left_alone(language: str) -> None:
    assert [(text, harms(text)) for text in FORMS[language]["polite"] if harms(text)] == []
