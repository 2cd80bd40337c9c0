# SPDX-License-Identifier: MIT
"""The letter about an appeal on paper: word for word, in its language, logged like each print."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.errors import StateChangedError
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error
from tests.services.appeal_cases import decided, objected, removed
from tests.services.reports.test_case_file import flat, text_of

LETTER = "李伟您好：\n\n感谢您提出异议。我们撤销原决定，欢迎回来。"


def test_it_is_printed_word_for_word_with_the_decider_of_that_day(
    desk: Desk, clock: MovableClock
) -> None:
    appeal = objected(desk, removed(desk))
    with pytest.raises(StateChangedError, match="appeal_no_letter") as caught:
        desk.reports.preview_letter(appeal)
    clear_error(caught.value)
    decided(desk, appeal, AppealOutcome.LIFTED, letter=LETTER, letter_language="zh")
    clock.move(minutes=1)
    desk.operators.edit(uuid.uuid4(), 2, "Anna", OperatorRole.ADMIN)
    printed = desk.reports.preview_letter(appeal)
    text = flat(text_of(printed.pdf))
    assert flat(LETTER) in text
    assert flat("申诉裁定人 An 签名") in text
    before = desk.audit.count(AuditFilter(action=Action.REPORT_PRINT))
    desk.reports.record(printed)
    (entry, *_) = desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT))
    assert desk.audit.count(AuditFilter(action=Action.REPORT_PRINT)) == before + 1
    assert entry.subject == "case-1-letter.pdf"


def test_a_letter_that_is_not_there_is_said(desk: Desk) -> None:
    with pytest.raises(StateChangedError, match="appeal_gone"):
        desk.reports.preview_letter(99)
