# SPDX-License-Identifier: MIT
"""The paper of a review: what the file copy says, and what the handout keeps to itself."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Edition, Language
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.services.desk import Desk
from groupdesk.services.reports.gather_review import review_content
from groupdesk.services.reports.masking import handout_review
from groupdesk.services.reports.pages import PdfPages
from groupdesk.services.reports.review import review_pdf
from groupdesk.words import Words
from tests.helpers import MovableClock, make_group
from tests.services.reports.test_case_file import flat, text_of
from tests.services.review_ground import decide, review_desk, seen, started


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = review_desk(tmp_path, MovableClock())
    yield desk
    desk.close()


def ready(desk: Desk) -> int:
    review = started(desk, note="Between us: Ann may be ill")
    decide(desk, review, ReviewChoice.KEEP, "Ann", reason="Ann and Eve share an account")
    decide(desk, review, ReviewChoice.REMIND, "Bo")
    desk.upkeep.reviews.note(uuid.uuid4(), review, "Ask Mei about Cem")
    desk.upkeep.reviews.finish(uuid.uuid4(), review, "Dan stays until summer")
    return review


def test_the_file_copy_says_who_was_left_out_and_what_was_decided_by_whom(desk: Desk) -> None:
    printed = desk.reports.preview_review(ready(desk), Edition.FILE, Language.EN)
    text = flat(text_of(printed.pdf))
    for said in (
        "Spring",
        "inactive for 90 days",
        "Joined only recently 1",
        "Ann and Eve share an account",
        "Mei 1 Jun 2026",
        "Between us",
        "Dan stays until summer",
        "Log entry",
    ):
        assert said.replace(" ", "") in text
    before = desk.audit.count(AuditFilter(action=Action.REPORT_PRINT))
    desk.reports.record(printed)
    assert desk.audit.count(AuditFilter(action=Action.REPORT_PRINT)) == before + 1


def test_what_became_of_them_is_told_with_day_and_case(desk: Desk) -> None:
    review = started(desk)
    decide(desk, review, ReviewChoice.REMOVE, "Bo", reason="Moved away")
    seen(desk, 1, MovableClock(), days=0)
    desk.upkeep.reviews.finish(uuid.uuid4(), review)
    text = flat(text_of(desk.reports.preview_review(review, Edition.FILE, Language.EN).pdf))
    for said in ("Active again since 1 Jun 2026", "Not settled: To decide", "Not settled: To be"):
        assert said.replace(" ", "") in text


def test_the_handout_names_no_member_and_nothing_among_operators(desk: Desk) -> None:
    content, group = review_content(desk.ledger, ready(desk))
    told = handout_review(content, Words("en"))
    assert group == 1
    assert (told.note, len(told.turns)) == ("", 2)
    assert told.turns[-1].text == f"{told.members[3].name} stays until summer"
    said = repr(told)
    for name in ("Ann", "Eve", "Cem", "Dan", "'Bo'"):
        assert name not in said
    assert told.members[0].decided_by == "Mei"
    assert any(one.reason for one in content.members)
    assert not any(one.reason for one in told.members)


def test_a_review_over_several_groups_prints_in_chinese(desk: Desk) -> None:
    review = started(desk, groups=(1, make_group(desk, "Borealis", rules=False)))
    printed = desk.reports.preview_review(review, Edition.HANDOUT, Language.ZH)
    assert printed.group_id == 0
    text = flat(text_of(printed.pdf))
    assert "2 个群" in text or "2个群" in text
    assert "长期不活跃" in text
    assert desk.reports.record(printed).logged


def test_what_is_not_there_is_not_printed(desk: Desk) -> None:
    with pytest.raises(StateChangedError):
        desk.reports.preview_review(9, Edition.FILE, Language.EN)


def test_no_member_stands_alone_on_the_last_page(desk: Desk) -> None:
    content, _ = review_content(desk.ledger, started(desk))
    stamp = desk.reports._stamp(Edition.FILE, Language.EN)
    one = content.members[0]
    members = tuple(replace(one, name=f"Member{number}") for number in range(23))
    pdf = review_pdf(replace(content, members=members), stamp, Edition.FILE)
    with PdfPages(pdf) as pages:
        found = [len(re.findall(r"Member\d", pages.text(at))) for at in range(len(pages))]
    assert found == [20, 3], "without more than that the last one would stand there alone"


def test_what_is_said_of_a_member_stands_on_one_page_with_their_name(desk: Desk) -> None:
    content, _ = review_content(desk.ledger, started(desk))
    stamp = desk.reports._stamp(Edition.FILE, Language.EN)
    one = replace(content.members[0], reason="Why\n\n\nBecause")
    members = tuple(replace(one, name=f"Member{number}") for number in range(40))
    pdf = review_pdf(replace(content, members=members), stamp, Edition.FILE)
    with PdfPages(pdf) as pages:
        texts = [pages.text(at) for at in range(len(pages))]
    assert all(len(re.findall(r"Member\d", text)) == text.count("Because") for text in texts)
