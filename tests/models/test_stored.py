# SPDX-License-Identifier: MIT
"""What the columns hold is taken as it was written by us, and refused in words otherwise."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.errors import StorageError
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.models import stored
from tests.helpers import clear_error

MOMENT = "2026-06-01T01:00:00.000Z"
SHA256 = "0f" * 32


def test_what_we_wrote_is_read() -> None:
    assert stored.one_of(Severity, "minor") is Severity.MINOR
    assert stored.moment(MOMENT) == datetime(2026, 6, 1, 1, tzinfo=UTC)
    assert stored.moment_text(MOMENT) == stored.known_moment(MOMENT) == MOMENT
    assert stored.day("2026-06-01") == date(2026, 6, 1)
    assert stored.known_day("2026-06-01") == "2026-06-01"
    assert stored.number(0) == 0
    assert stored.count("12") == 12
    assert stored.fingerprint(SHA256) == SHA256
    assert stored.fields('{"a": [1]}') == {"a": [1]}
    assert stored.texts('{"en": "Be kind"}') == {"en": "Be kind"}
    assert stored.names('["vip", "新客户"]') == ("vip", "新客户")
    assert stored.rows('[["a", 1]]', 2) == [["a", 1]]
    assert stored.ladder(DEFAULT_LADDER.to_json()) == DEFAULT_LADDER


def test_groups_with_the_same_ladder_share_one_that_nobody_can_change() -> None:
    first = stored.ladder(DEFAULT_LADDER.to_json())
    assert stored.ladder(DEFAULT_LADDER.to_json()) is first
    with pytest.raises(TypeError):
        first.starts[Severity.MINOR] = 4  # type: ignore[index]
    with pytest.raises(AttributeError):
        first.steps[0].terms.clear()  # type: ignore[attr-defined]


@pytest.mark.parametrize("nothing", [None, ""])
def test_what_is_not_known_is_empty(nothing: str | None) -> None:
    assert stored.known_moment(nothing) == ""
    assert stored.known_day(nothing) == ""


NONSENSE: dict[Callable[[object], object], tuple[object, ...]] = {
    lambda value: stored.one_of(Severity, value): ("", "grave", None, 3),
    stored.moment: (
        *("", None, "nonsense", "2026-06-01", "2026-06-01T01:00:00Z", "2026-13-01T00:00:00.000Z"),
        # in some zones these lie outside the calendar
        *("9999-12-31T23:59:59.000Z", "0001-01-01T00:00:00.000Z"),
    ),
    stored.moment_text: ("", None, "soon"),
    stored.known_moment: ("soon",),
    stored.day: ("", None, "20260601", "2026-02-30", MOMENT, "9999-12-31"),
    stored.known_day: ("soon",),
    stored.number: (-1, None, "1", 1.5, 2**62),
    lambda value: stored.number(value, 1, 3): (0, 4),
    stored.count: ("", "0", "-1", "one", "１", "9" * 30),
    stored.fingerprint: ("", None, "../../evil", SHA256.upper()),
    stored.fields: ("", "[]", "{", None, "[" * 100_000),
    stored.texts: ('{"en": 1}', "[]"),
    stored.names: ("{}", "[1]", "vip"),
    lambda value: stored.rows(value, 2): ("{}", "[1]", "[[1]]", "[[1, 2], [1]]"),
    stored.ladder: (
        *("", "[]", "{}", '{"steps": [], "starts": {}}'),
        DEFAULT_LADDER.to_json().replace("30", "-30"),
        DEFAULT_LADDER.to_json().replace("30", "999999999"),
        DEFAULT_LADDER.to_json().replace('"serious": 2', '"serious": 9'),
        DEFAULT_LADDER.to_json().replace('"serious"', '"grave"'),
        DEFAULT_LADDER.to_json().replace('"reminder"', '"grave"'),
    ),
}


@pytest.mark.parametrize(
    ("read", "value"), [(read, value) for read, values in NONSENSE.items() for value in values]
)
def test_what_we_did_not_write_is_damage(read: Callable[[object], object], value: object) -> None:
    with pytest.raises(StorageError, match="damaged") as caught:
        read(value)
    clear_error(caught.value)
