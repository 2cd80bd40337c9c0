# SPDX-License-Identifier: MIT
"""Why people left, on paper: all numbers for ourselves, no small ones for others."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pypdfium2
import pytest

from groupdesk.domain.enums import Edition, Language
from groupdesk.domain.exit_statistics import Exit, ExitWhy, statistics_of
from groupdesk.domain.report_records import Stamp
from groupdesk.services.exit_statistics import ExitFigures
from groupdesk.services.reports.exit_report import exit_report_pdf

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
LEFT = date(2026, 5, 1)


def paper(
    exits: list[Exit], edition: Edition = Edition.FILE, language: Language = Language.EN
) -> str:
    now = datetime(2026, 11, 22, 11, 0, tzinfo=timezone(timedelta(hours=8)))
    stamp = Stamp(412, "ab" * 32, 1, now, "Mei", "desk", edition, language)
    names = {1: "Aurora", 2: "Borealis"}
    figures = ExitFigures(0, statistics_of(exits, FIRST, LAST, day_unknown=1), names)
    pdfium: Any = pypdfium2  # it has no types
    pages = pdfium.PdfDocument(exit_report_pdf(figures, stamp))
    said = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return said.replace("\r\n", "\n")


def exits(why: ExitWhy, persons: int, *, start: int = 1, group: int = 1) -> list[Exit]:
    joined = LEFT - timedelta(days=100)
    return [Exit(start + at, group, LEFT, joined, why) for at in range(persons)]


MANY = [
    *exits(ExitWhy.TOO_BUSY, 7),
    *exits(ExitWhy.OTHER, 1, start=20),
    *exits(ExitWhy.BETTER_CHANNEL, 1, start=30, group=2),
    *exits(ExitWhy.UNKNOWN, 4, start=40),
]


def test_the_file_copy_tells_each_number() -> None:
    told = paper(MANY)
    assert "Why people leave: all groups" in told
    for line in ("Too many messages", "Another reason", "Another channel suits better", "Borealis"):
        assert line in told
    assert "Of 1 more member it is known that they left" in told


def test_the_handout_tells_small_numbers_together() -> None:
    told = paper(MANY, Edition.HANDOUT)
    assert "Too many messages" in told
    assert "Another reason" not in told
    assert "Another channel" not in told
    assert "small ones, together" in told
    assert "Borealis" not in told


def test_of_two_people_a_handout_breaks_nothing_down() -> None:
    two = exits(ExitWhy.TOO_BUSY, 2)
    assert "Too many messages" in paper(two)
    told = paper(two, Edition.HANDOUT)
    assert "Too many messages" not in told
    assert "100" not in told
    assert "fewer than 3 people" in told


@pytest.mark.parametrize(
    ("language", "said"), [(Language.EN, "Nobody left"), (Language.ZH, "没有人退群")]
)
def test_nobody_left(language: Language, said: str) -> None:
    assert said in paper([], language=language).replace("\n", "")
