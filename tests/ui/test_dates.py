# SPDX-License-Identifier: MIT
"""Dates read as people say them, in both languages."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from groupdesk.ui.dates import Dates

ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 21, 15, 42, tzinfo=ZONE)
EN, ZH = Dates("en"), Dates("zh")


@pytest.mark.parametrize(
    ("before", "english", "chinese"),
    [
        (timedelta(seconds=20), "just now", "刚刚"),
        (timedelta(minutes=5), "5 min ago", "5 分钟前"),
        (timedelta(hours=1), "1 h ago", "1 小时前"),
        (timedelta(hours=15, minutes=42), "15 h ago", "15 小时前"),
        (timedelta(hours=16), "yesterday", "昨天"),
        (timedelta(days=2), "2 d ago", "2 天前"),
        (timedelta(days=94), "94 d ago", "94 天前"),
        (timedelta(days=120), "24 Jul", "7月24日"),
        (timedelta(days=400), "17 Oct 2025", "2025年10月17日"),
        (timedelta(days=-1), "tomorrow", "明天"),
        (timedelta(days=-88), "17 Feb 2027", "2027年2月17日"),
        (timedelta(minutes=-3), "today", "今天"),
    ],
)
def test_relative(before: timedelta, english: str, chinese: str) -> None:
    assert EN.relative(NOW - before, NOW) == english
    assert ZH.relative(NOW - before, NOW) == chinese


def test_unknown_stays_empty() -> None:
    assert EN.relative(None, NOW) == ""


def test_moments_are_shown_in_the_zone_of_the_desk() -> None:
    moment = datetime(2026, 11, 18, 16, 2, tzinfo=UTC)  # already the 19th over here
    assert EN.moment(moment, NOW) == "19 Nov, 00:02"
    assert ZH.moment(moment, NOW) == "11月19日 00:02"
    assert EN.time(moment, NOW) == "00:02"


def test_full_names_weekday_and_zone() -> None:
    moment = datetime(2026, 11, 19, 16, 2, tzinfo=ZONE)
    assert EN.full(moment, NOW) == "Thursday 19 November 2026, 16:02 (UTC+08:00)"
    assert ZH.full(moment, NOW) == "2026年11月19日 星期四 16:02（UTC+08:00）"


def test_days() -> None:
    assert EN.full_day(date(2027, 5, 21)) == "21 May 2027"
    assert ZH.full_day(date(2027, 5, 21)) == "2027年5月21日"
    assert EN.weekday(NOW.date()) == "Saturday 21 November"
    assert ZH.weekday(NOW.date()) == "11月21日 星期六"
