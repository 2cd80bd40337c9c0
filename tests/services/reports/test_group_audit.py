# SPDX-License-Identifier: MIT
"""The group audit: figures, list, and a handout without names."""

from dataclasses import replace

import pytest

from groupdesk.domain import report_records as r
from groupdesk.domain.enums import Edition, Language
from groupdesk.services.reports.group_audit import group_audit_pdf
from groupdesk.services.reports.pages import PdfPages
from groupdesk.services.reports.paper_stamp import grouped
from tests.services.reports import papers
from tests.services.reports.test_case_file import flat, text_of


def test_figures_tables_and_list() -> None:
    content = papers.audit(40)
    text = flat(text_of(group_audit_pdf(content, papers.stamp(), Edition.FILE)))
    for expected in (
        "Group audit: Aurora customers",
        "1 July 2026 to 31 December 2026 · WeCom",
        "Acts by month",
        "R7 Keep private things private",
        "Overturned decisions",
        "王芳 said the list was public",
        "Version 4 · published 12 November 2026 by Mei · 9 rules",
    ):
        assert flat(expected) in text, expected
    for act in content.acts:
        line = f"{act.at:%Y-%m-%d %H:%M}{act.case_number}"
        assert flat(line) in text


@pytest.mark.parametrize("language", list(Language))
def test_the_handout_names_no_member(language: Language) -> None:
    pdf = group_audit_pdf(papers.audit(40, language), papers.stamp(language), Edition.HANDOUT)
    text = flat(text_of(pdf))
    for name in (*papers.OTHERS, "Olena", "陈晓", "Tomás"):
        assert flat(name) not in text
    label = "[member A]" if language is Language.EN else "成员甲"
    assert flat(label) in text


def test_many_acts_keep_their_head_and_foot_on_each_page() -> None:
    pdf = group_audit_pdf(papers.audit(700), papers.stamp(), Edition.FILE)
    with PdfPages(pdf) as pages:
        assert len(pages) > 12
        for index in range(len(pages)):
            assert flat(grouped(papers.HEAD[:32])) in flat(pages.text(index))


def test_a_quiet_period_is_said_in_words() -> None:
    content = replace(
        papers.audit(1),
        acts=(),
        series=(),
        per_rule=(),
        per_operator=(),
        overturned=(),
        versions=(),
        totals=(),
        signatures=(),
    )
    text = flat(text_of(group_audit_pdf(content, papers.stamp(), Edition.FILE)))
    for expected in (
        "No acts were recorded",
        "No decision was overturned",
        "No version of the rules",
    ):
        assert flat(expected) in text


def test_a_year_of_weeks_fits_the_chart() -> None:
    content = papers.audit(10)
    weeks = tuple(
        r.PeriodCount(
            content.first_day.replace(month=1 + week // 5, day=1 + week % 5 * 6),
            (r.KindCount(r.ActKind.WARNING, week * 1000),),
        )
        for week in range(53)
    )
    content = replace(content, unit=r.PeriodUnit.WEEK, series=weeks)
    assert flat("Acts by week") in flat(
        text_of(group_audit_pdf(content, papers.stamp(), Edition.FILE))
    )


def test_nobody_gone_is_nought_and_not_minus_nought() -> None:
    content = papers.audit(1)
    content = replace(content, flow=replace(content.flow, joined=0, left=0, removed=0))
    text = text_of(group_audit_pdf(content, papers.stamp(), Edition.FILE))
    assert "−0" not in text
    assert "+0" not in text.replace("UTC+0", "")
