# SPDX-License-Identifier: MIT
"""Dates on paper."""

from datetime import UTC, date, datetime, timedelta

import pytest

from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.services.reports import papers

PRINTED = papers.at(11, 21, 16, 20)


def test_english_and_chinese() -> None:
    english, chinese = PaperDates(Words("en"), PRINTED), PaperDates(Words("zh"), PRINTED)
    day = date(2026, 11, 21)
    assert (english.day(day), chinese.day(day)) == ("21 November 2026", "2026年11月21日")
    assert (english.short_day(day), chinese.short_day(day)) == ("21 Nov 2026", "2026年11月21日")
    assert english.moment(PRINTED) == "21 Nov 2026, 16:20"
    assert chinese.moment(PRINTED) == "2026年11月21日 16:20"
    assert (english.month(day), chinese.month(day)) == ("November 2026", "2026年11月")
    assert [english.tick(day, month=month) for month in (True, False)] == ["Nov", "21 Nov"]
    assert [chinese.tick(day, month=month) for month in (True, False)] == ["11月", "11/21"]


def test_all_moments_stand_in_the_zone_of_the_print() -> None:
    dates = PaperDates(Words("en"), PRINTED)
    late = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
    assert dates.moment(late) == "21 Nov 2026, 04:30"
    assert dates.day(late) == "21 November 2026"
    assert dates.numeric(late) == "2026-11-21 04:30"
    assert dates.zone == "UTC+08:00"


@pytest.mark.parametrize(
    ("length", "english", "chinese"),
    [
        (timedelta(minutes=1), "1 minute", "1分钟"),
        (timedelta(hours=18, minutes=50), "18 hours 50 minutes", "18小时50分钟"),
        (timedelta(days=-2, minutes=-3), "2 days 3 minutes", "2天3分钟"),
        (timedelta(days=1, hours=1, minutes=5), "1 day 1 hour", "1天1小时"),
        (timedelta(seconds=20), "0 minutes", "0分钟"),
    ],
)
def test_gaps(length: timedelta, english: str, chinese: str) -> None:
    assert PaperDates(Words("en"), PRINTED).gap(length) == english
    assert PaperDates(Words("zh"), PRINTED).gap(length) == chinese
