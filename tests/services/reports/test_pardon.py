# SPDX-License-Identifier: MIT
"""What lapsed, was pardoned or was given on another ladder, as papers say it."""

import uuid
from datetime import date
from typing import Any

import pypdfium2

from groupdesk.domain.enums import Edition, Language, SubjectKind
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.report_records import ActKind
from groupdesk.services.desk import Desk
from groupdesk.services.reports.gather_audit import group_audit_content
from groupdesk.services.reports.gather_case import case_file_content
from tests.helpers import MovableClock, make_group, make_member, rule_id, warning

SHORTER = DEFAULT_LADDER._replace(steps=(*DEFAULT_LADDER.steps[:2], *DEFAULT_LADDER.steps[3:]))
SHORTER = SHORTER._replace(starts={s: min(n, 4) for s, n in DEFAULT_LADDER.starts.items()})


def text_of(pdf: bytes) -> str:
    pdfium: Any = pypdfium2  # it has no types
    pages = pdfium.PdfDocument(pdf)
    said = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(said.split())


def case_file(desk: Desk, language: Language = Language.EN) -> str:
    return text_of(desk.reports.preview_case_file(1, Edition.FILE, language).pdf)


def test_a_case_file_tells_what_was_pardoned_and_what_was_lifted(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    wrong, right = (
        warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text) for _ in range(2)
    )
    clock.move(days=3)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, wrong, "Not his account")
    desk.reversals.pardon(uuid.uuid4(), right, "He apologised to all")
    content = case_file_content(desk.ledger, desk.evidence, 1, Language.EN)
    over = [act.reversed_by for act in content.timeline if act.reversed_by]
    assert [(line.pardoned, line.reason) for line in over] == [
        (False, "Not his account"),
        (True, "He apologised to all"),
    ]
    said = case_file(desk)
    assert "Pardoned on 4 Jun 2026 by Mei, no longer counts: He apologised to all" in said
    assert "Lifted on 4 Jun 2026 by Mei: Not his account" in said
    assert "已于2026年6月4日宽免" in case_file(desk, Language.ZH).replace(" ", "")


def test_a_case_file_tells_what_lapsed_and_on_which_ladder_it_was(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=3)
    assert "Counts until" in case_file(desk)
    assert "ladder" not in case_file(desk)  # there was never another one
    desk.ladders.publish(uuid.uuid4(), 1, SHORTER)
    warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text)
    clock.move(days=40)
    said = case_file(desk)
    assert "Counted until 1 Jul 2026" in said
    assert "Step of the first ladder" in said
    assert "Step of ladder version 1" in said


def test_an_audit_keeps_pardons_apart_from_overturned_decisions(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    pardoned = warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text)
    lapsed = warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    desk.warnings.acknowledge(uuid.uuid4(), lapsed)
    clock.move(days=31)
    desk.reversals.pardon(uuid.uuid4(), pardoned, "He apologised to all")
    desk.ladders.publish(uuid.uuid4(), 1, SHORTER, note="One warning is enough")
    content = group_audit_content(desk.ledger, 1, date(2026, 5, 1), date(2026, 8, 1), Language.EN)
    assert {(act.kind, act.reversed, act.pardoned) for act in content.acts} == {
        (ActKind.WARNING, False, True),
        (ActKind.REMINDER, False, False),
        (ActKind.PARDON, False, False),
    }
    reminder = next(act for act in content.acts if act.kind is ActKind.REMINDER)
    assert reminder.state == "acknowledged"  # that it lapsed is no state of the message
    assert [version.ladder for version in content.versions] == [False, True]
    printed = desk.reports.preview_group_audit(1, date(2026, 5, 1), date(2026, 8, 1), Language.EN)
    said = text_of(printed.pdf)
    assert "No decision was overturned in this period." in said
    assert "Pardoned warnings" in said
    assert "Ladder, version 1" in said
    assert "One warning is enough" in said
