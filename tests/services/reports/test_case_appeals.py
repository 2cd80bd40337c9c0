# SPDX-License-Identifier: MIT
"""What a case file prints of an objection; notes among operators never leave the desk."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from groupdesk.domain.appeal_enums import AppealChannel, HeardBy
from groupdesk.domain.appeal_papers import AppealDecided, AppealOnPaper, AppealTurn
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import Edition
from groupdesk.services.reports.case_appeals import appeals_tree
from groupdesk.services.reports.case_file import case_file_pdf
from groupdesk.services.reports.masking import handout_case
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.services.reports import papers
from tests.services.reports.test_case_file import flat, text_of

APPEAL = AppealOnPaper(
    received_at=papers.at(11, 23),
    recorded_by="Mei",
    channel=AppealChannel.EMAIL,
    statement="My phone was stolen <b>.",
    answer_by=date(2026, 11, 30),
    heard_on=date(2026, 11, 9),
    heard_by=HeardBy.NOTICE,
    last_day=date(2026, 11, 23),
    late_reason="He was in hospital",
    answers=(("What happened?", ""),),
    turns=(
        AppealTurn(papers.at(11, 24), AppealEntryKind.QUESTION, "Since when?", "Mei"),
        AppealTurn(papers.at(11, 24), AppealEntryKind.NOTE, "Sounds right to me", "Arun"),
    ),
)
DECIDED = AppealDecided(
    at=papers.at(11, 25),
    by="Yusuf",
    outcome=AppealOutcome.REDUCED,
    reason="The report shows it",
    override_reason="Nobody else was there",
    until=date(2026, 12, 24),
    letter="Dear Li Wei, thank you.",
    letter_state=NoticeState.SENT,
    letter_at=papers.at(11, 26),
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_part_is_said_in_both_languages(language: str) -> None:
    words = Words(language)
    dates = PaperDates(words, papers.at(11, 27))
    opened, decided = (
        str(appeals_tree((appeal,), words, dates))
        for appeal in (APPEAL, replace(APPEAL, decided=DECIDED))
    )
    for said in ("My phone was stolen <b>.", "He was in hospital", "Since when?"):
        assert said in opened
    for said in ("Yusuf", "The report shows it", "Nobody else was there", "Dear Li Wei"):
        assert said not in opened
        assert said in decided
    assert words("report.appeal.no_answer") in opened
    assert words("timeline.appeal_answer_by", date=dates.day(date(2026, 11, 30))) in opened
    heard = words("appeal_heard.notice", date=dates.day(date(2026, 11, 9)))
    last = dates.day(date(2026, 11, 23))
    assert words("appeal_window.day", heard=heard, date=last) in opened
    assert "{" not in opened.replace("{'", "").replace("{}", "")


@pytest.mark.parametrize("edition", list(Edition))
def test_it_stands_on_the_page_and_notes_only_in_the_file_copy(
    tmp_path: Path, edition: Edition
) -> None:
    case = replace(papers.case(tmp_path, pictures=0), appeals=(replace(APPEAL, decided=DECIDED),))
    text = flat(text_of(case_file_pdf(case, papers.stamp(), edition)))
    assert flat("My phone was stolen <b>.") in text
    assert flat("Dear Li Wei, thank you.") in text
    assert (flat("Sounds right to me") in text) is (edition is Edition.FILE)


def test_notes_are_gone_before_anything_is_laid_out() -> None:
    case = replace(papers.case(Path(), pictures=0), appeals=(APPEAL,))
    (appeal,) = handout_case(case, Words("en")).appeals
    assert [turn.kind for turn in appeal.turns] == [AppealEntryKind.QUESTION]
