# SPDX-License-Identifier: MIT
"""E-mail addresses and phone numbers are compared as people would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.contacts import email_key, phone_key, phone_tail, same_phone


@pytest.mark.parametrize(
    "written", ["13800138000", "+86 138 0013 8000", "0086-138-0013-8000", "(86) 13800138000"]
)
def test_a_chinese_number_is_one_however_it_is_written(written: str) -> None:
    assert phone_key(written) == "13800138000"
    assert phone_tail(written) == "00138000"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+49 170 1234567", "0170 1234567", True),
        ("+49 170 1234567", "+43 170 1234567", False),
        ("010-62345678", "62345678", True),
        ("1234567", "1234567", True),
        ("1234567", "9991234567", False),
        ("12345", "12345", False),
        ("", "", False),
    ],
)
def test_a_country_or_area_in_front_may_be_missing(one: str, other: str, same: bool) -> None:
    assert same_phone(one, other) is same
    assert same_phone(other, one) is same


def test_an_address_is_compared_without_case() -> None:
    assert email_key(" Li.Wei@Example.COM ") == "li.wei@example.com"
    assert email_key("none") == ""


@given(st.text("0123456789 -+().", max_size=20))
def test_a_number_is_the_same_as_itself(text: str) -> None:
    assert same_phone(text, text) is bool(phone_key(text))
