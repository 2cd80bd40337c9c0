# SPDX-License-Identifier: MIT
"""Each value of each closed list has words in both languages."""

import re
from enum import StrEnum

import pytest

from groupdesk.domain import (
    case_enums,
    enums,
    leaving_enums,
    review_enums,
    talk_enums,
    template_enums,
)
from groupdesk.words import Words

LISTS = [
    value
    for module in (enums, case_enums, leaving_enums, review_enums, template_enums, talk_enums)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("values", LISTS, ids=lambda values: values.__name__)
def test_each_value_has_words(language: str, values: type[StrEnum]) -> None:
    words = Words(language)
    prefix = re.sub(r"(?<!^)(?=[A-Z])", "_", values.__name__).lower()
    missing = [f"{prefix}.{value}" for value in values if f"{prefix}.{value}" not in words]
    assert not missing
    assert all(words(f"{prefix}.{value}").strip() for value in values)


def test_both_languages_have_the_same_keys() -> None:
    english = {key for key in Words("en").keys() if not key.endswith("_one")}  # noqa: SIM118
    assert english ^ Words("zh").keys() == set()


def test_chinese_is_chinese() -> None:
    brands = ("telegram", "discord", "slack", "qq", "whatsapp", "matrix", "zulip", "mattermost")
    names = {f"platform.{name}" for name in (*brands, "discourse")}
    names.add("report.app")
    words = Words("zh")
    untranslated = {
        key
        for key in words.keys() - names
        if words(key) == Words("en")(key) and re.search(r"[A-Za-z]{2,}", words(key))
    }
    assert untranslated == set()
