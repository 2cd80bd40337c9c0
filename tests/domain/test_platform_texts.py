# SPDX-License-Identifier: MIT
"""What a platform makes of the signs in a message."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Platform
from groupdesk.domain.platform_texts import LENGTH_LIMITS, Run, shown_on


@pytest.mark.parametrize(
    ("platform", "text", "shown"),
    [
        (Platform.SLACK, "please *stop* it", "please stop it"),
        (Platform.WECOM, "please *stop* it", "please *stop* it"),
        (Platform.WECHAT, "**x** `y` __z__", "**x** `y` __z__"),
        (Platform.DISCORD, "**bold** and ~~gone~~", "bold and gone"),
        (Platform.TELEGRAM, "__it__ but *not*", "it but *not*"),
        (Platform.WHATSAPP, "_it_ snake_case_name 2*3*4", "it snake_case_name 2*3*4"),
        (Platform.SLACK, "`*code* stays`", "*code* stays"),
        (Platform.SLACK, "a * lone star and *one open", "a * lone star and *one open"),
        (Platform.SLACK, "*over\nlines*", "*over\nlines*"),
        (Platform.DISCORD, r"\*escaped\*", r"\*escaped\*"),
    ],
)
def test_signs_are_swallowed_where_the_platform_reads_them(
    platform: Platform, text: str, shown: str
) -> None:
    assert shown_on(platform, text).text == shown


def test_where_it_is_bold_and_where_a_place_went() -> None:
    found = shown_on(Platform.SLACK, "We *ask* you {name}", ((13, 19),))
    assert found.text == "We ask you {name}"
    assert found.runs == (Run(3, 6, "bold"),)
    assert found.swallowed == ("*",)
    ((start, end),) = found.places
    assert found.text[start:end] == "{name}"


@given(st.text(alphabet="ab *_~`|\n", max_size=60), st.sampled_from(list(Platform)))
def test_only_signs_ever_go(text: str, platform: Platform) -> None:
    found = shown_on(platform, text)
    assert [c for c in found.text if c.isalpha()] == [c for c in text if c.isalpha()]
    assert all(0 <= run.start <= run.end <= len(found.text) for run in found.runs)


@pytest.mark.parametrize("text", ["*a* " * 25_000, "*a" * 50_000, "`" * 100_000, "** " * 33_000])
def test_a_hundred_kilobytes_of_signs_take_no_time(text: str) -> None:
    begun = time.process_time()
    shown_on(Platform.DISCORD, text)
    assert time.process_time() - begun < 2


def test_limits_are_those_that_a_message_can_reach() -> None:
    assert all(0 < limit <= 10_000 for limit in LENGTH_LIMITS.values())
