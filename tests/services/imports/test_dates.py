# SPDX-License-Identifier: MIT
"""Dates as lists write them; an unsure date is unknown, never a guess."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.clock import to_text
from groupdesk.domain.import_records import DateOrder
from groupdesk.services.imports.dates import DateReader, Unread, order_told

SHANGHAI = 480
FIRST, LAST = (
    datetime.fromisoformat(text)  # hypothesis wants bounds without a zone
    for text in ("1990-01-02", "2099-12-30")
)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("1700000000", "2023-11-14T22:13:20.000Z"),
        ("1700000000000", "2023-11-14T22:13:20.000Z"),
        ("1700000000.0", "2023-11-14T22:13:20.000Z"),
        ("999999999", "2001-09-09T01:46:39.000Z"),
        ("2024-05-01T08:00:00Z", "2024-05-01T08:00:00.000Z"),
        ("2024-05-01T08:00:00.123456+02:00", "2024-05-01T06:00:00.123Z"),
        ("2019-10-23 04:23:04 UTC", "2019-10-23T04:23:04.000Z"),
        ("2024-05-01 08:00", "2024-05-01T00:00:00.000Z"),
        ("2024-05-01", "2024-04-30T16:00:00.000Z"),
        ("20240501", "2024-04-30T16:00:00.000Z"),
        ("2024/5/1 9:05:07", "2024-05-01T01:05:07.000Z"),
        ("2024.5.1", "2024-04-30T16:00:00.000Z"),
        ("2024年5月1日 下午3:30", "2024-05-01T07:30:00.000Z"),
        ("7/25/2002", "2002-07-24T16:00:00.000Z"),
        ("25/7/2002 11:00 PM", "2002-07-25T15:00:00.000Z"),
        ("3.4.2025", "2025-04-02T16:00:00.000Z"),
        ("25 Jul 2002", "2002-07-24T16:00:00.000Z"),
        ("July 25, 2002 12:30 am", "2002-07-24T16:30:00.000Z"),
        ("", None),
        ("0", None),
        ("never", None),
        ("NULL", None),
        ("3/4/2025", Unread.AMBIGUOUS),
        ("yesterday", Unread.UNREADABLE),
        ("31/31/2025", Unread.UNREADABLE),
        ("2024-13-01", Unread.UNREADABLE),
        ("9999999999", Unread.UNREADABLE),
        ("12", Unread.UNREADABLE),
        ("45123", "2023-07-15T16:00:00.000Z"),
        ("45123.75", "2023-07-16T10:00:00.000Z"),
        ("12345", Unread.UNREADABLE),
        ("0001-01-01", Unread.UNREADABLE),
    ],
)
def test_a_date_is_read_as_meant_or_not_at_all(value: str, moment: object) -> None:
    assert DateReader(None, SHANGHAI).read(value) == moment


def test_the_list_or_the_person_tells_the_order() -> None:
    value = "3/4/2025"
    day = DateReader(DateOrder.DAY_FIRST, 0).read(value)
    month = DateReader(DateOrder.MONTH_FIRST, 0).read(value)
    assert (day, month) == ("2025-04-03T00:00:00.000Z", "2025-03-04T00:00:00.000Z")
    assert DateReader(DateOrder.DAY_FIRST, 0).read("7/25/2002") == "2002-07-25T00:00:00.000Z"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["3/4/2025", "7/25/2002"], (DateOrder.MONTH_FIRST, "3/4/2025")),
        (["3/4/2025", "25/7/2002"], (DateOrder.DAY_FIRST, "3/4/2025")),
        (["3/4/2025", "x", ""], (None, "3/4/2025")),
        (["25/7/2002", "7/25/2002", "1/2/2003"], (None, "1/2/2003")),
        (["3.4.2025"], (None, "")),
        (["2025-03-04"], (None, "")),
    ],
)
def test_one_clear_date_tells_for_the_list(values: list[str], told: object) -> None:
    assert order_told(values) == told


@given(st.datetimes(FIRST, LAST, timezones=st.just(UTC)))
def test_iso_and_epoch_agree_with_the_stored_form(moment: datetime) -> None:
    reader = DateReader(None, 0)
    whole = moment.replace(microsecond=0)
    assert reader.read(moment.isoformat()) == to_text(moment)
    if whole.timestamp() >= 10**9:
        assert reader.read(str(int(whole.timestamp()))) == to_text(whole)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    DateReader(DateOrder.DAY_FIRST, 0).read(text)
