# SPDX-License-Identifier: MIT
"""PINs: what one has to be, how it is kept, how long a wrong one makes wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.pin import (
    STRONG,
    Cost,
    hashed,
    matches,
    require_fit,
    seconds_left,
    wait_after,
)

CHEAP = Cost(2, 1, 1)
SALT = bytes(range(16))
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_a_pin_matches_itself_and_no_other(pin: str, other: str) -> None:
    kept = hashed(pin, SALT, CHEAP)
    assert matches(pin, kept)
    if other != pin:
        assert matches(other, kept) is (kept == hashed(other, SALT, CHEAP))


def test_what_is_kept_says_how_it_was_made_and_not_of_what() -> None:
    kept = hashed("2468", SALT, CHEAP)
    assert kept.startswith(f"scrypt$2$1$1${SALT.hex()}$")
    assert "2468" not in kept
    assert kept != hashed("2468", bytes(16), CHEAP), "the same PIN of two people looks different"


def test_full_width_digits_are_the_same_pin() -> None:
    kept = hashed("2468", SALT, CHEAP)
    assert matches("２４６８", kept)


@pytest.mark.parametrize(
    "kept",
    [
        *("", "2468", "scrypt$2$1$1$00", "md5$2$1$1$00$00", "scrypt$3$1$1$00$00"),
        *("scrypt$x$1$1$00$00", f"scrypt${2**40}$8$1$00$00", "scrypt$2$1$1$zz$zz"),
        "scrypt$-2$-1$1$00$00",
    ],
)
def test_nothing_matches_what_was_edited_to_nonsense(kept: str) -> None:
    assert not matches("2468", kept)


def test_half_a_character_matches_nothing() -> None:
    assert not matches("\ud800\ud800", hashed("2468", SALT, CHEAP))


def test_the_product_takes_its_time() -> None:
    assert 128 * STRONG.n * STRONG.r >= 64_000_000, "less than 64 MB for a try"


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("123", "pin_too_short"),
        ("", "pin_too_short"),
        ("1" * 65, "pin_too_long"),
        ("12\n34", "pin_characters"),
        ("123\ud800", "pin_characters"),
    ],
)
def test_what_a_pin_cannot_be(pin: str, code: str) -> None:
    with pytest.raises(ValidationError, match=code) as caught:
        require_fit("pin", pin)
    assert caught.value.field == "pin"


@pytest.mark.parametrize("pin", ["1234", "一二三四", "a b c d", "1" * 64])
def test_what_a_pin_can_be(pin: str) -> None:
    require_fit("pin", pin)


def test_the_wait_grows_and_ends_somewhere() -> None:
    waits = [wait_after(failures).total_seconds() for failures in range(14)]
    assert waits[:5] == [0, 0, 0, 5, 10]
    assert waits == sorted(waits)
    assert waits[-1] == wait_after(1000).total_seconds() == 900


def test_the_wait_counts_down_and_a_clock_set_back_adds_nothing() -> None:
    assert seconds_left(3, NOW, NOW) == 5
    assert seconds_left(3, NOW, NOW + timedelta(seconds=4.2)) == 1
    assert seconds_left(3, NOW, NOW + timedelta(seconds=5)) == 0
    assert seconds_left(3, NOW + timedelta(days=1), NOW) == 5


@pytest.mark.parametrize("pasted", [" 2468", "2468\n", "\u30002468 ", "２４６８\u2028"])
def test_blanks_that_come_along_when_it_is_pasted_are_no_part_of_it(pasted: str) -> None:
    kept = hashed("2468", SALT, CHEAP)
    require_fit("pin", pasted)
    assert matches(pasted, kept)
    assert hashed(pasted, SALT, CHEAP) == kept
    assert not matches("24 68", kept)


@pytest.mark.parametrize("pin", ["    ", " 246 ", "24\u200b68", "\ufeff2468"])
def test_what_cannot_be_seen_is_no_part_of_a_new_pin(pin: str) -> None:
    with pytest.raises(ValidationError, match="pin_"):
        require_fit("pin", pin)
