# SPDX-License-Identifier: MIT
"""Why a member leaves, put right afterwards: what was recorded first stays to be read."""

from datetime import date

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.exit_statistics import Count, ExitWhy
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitReason, ExitState
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import clear_error, make_group, make_member
from tests.services.exit_cases import answered, asked, corrected, gone, reply


@pytest.fixture
def leaving(desk: Desk) -> int:
    return asked(desk, make_member(desk, make_group(desk, rules=False)), reason_text="Wuhan")


def test_the_corrected_reason_holds_and_the_first_stays(desk: Desk, leaving: int) -> None:
    corrected(desk, leaving, reason_text="Forty messages a day")
    record = desk.leaving.exits.get(leaving)
    assert (record.row.reason, record.row.reason_text) == (
        ExitReason.TOO_BUSY,
        "Forty messages a day",
    )
    assert (record.first_reason, record.first_text) == (ExitReason.JOB_CHANGED, "Wuhan")
    (entry,) = record.entries
    assert (entry.kind, entry.text) == (ExitEntryKind.CORRECTED, "The wrong line was chosen.")
    assert (entry.reason, entry.reason_text) == (ExitReason.TOO_BUSY, "Forty messages a day")
    (logged,) = desk.audit.rows(AuditFilter(action=Action.EXIT_REASON))
    ((before, after),) = desk.audit.detail(logged.seq).changes
    assert (before["exit_reason"], after["exit_reason"]) == ("job_changed", "too_busy")
    assert (before["exit_words"], after["exit_words"]) == ("Wuhan", "Forty messages a day")


def test_nothing_else_about_the_request_changes(desk: Desk, leaving: int) -> None:
    answered(desk, leaving, ExitEntryKind.ASKED_TO_STAY)
    before = desk.leaving.exits.get(leaving)
    corrected(desk, leaving)
    after = desk.leaving.exits.get(leaving)
    assert after.row.state is ExitState.STAYING
    assert (after.row.until, after.row.replacement_name, after.answer) == (
        before.row.until,
        before.row.replacement_name,
        before.answer,
    )
    desk.leaving.exits.answer(reply(leaving, seen=before.seen))  # nobody answered meanwhile
    corrected(desk, leaving, reason=ExitReason.BETTER_CHANNEL)
    assert desk.leaving.exits.get(leaving).row.state is ExitState.APPROVED


def test_numbers_list_timeline_and_join_check_follow(desk: Desk, leaving: int) -> None:
    gone(desk, leaving)
    corrected(desk, leaving, reason_text="Forty messages a day")
    year = date(2026, 1, 1), date(2026, 12, 31)
    assert desk.leaving.exit_statistics.of(0, *year).statistics.whys == {
        ExitWhy.TOO_BUSY: Count(1, 1)
    }
    (row,) = desk.leaving.exit_list.rows(ExitFilter(text="forty"))
    assert row.reason is ExitReason.TOO_BUSY
    lines = {one.state: one for one in desk.timeline.of_member(row.membership_id)}
    assert dict(lines["corrected"].lines)["exit_reason"] == "too_busy"
    assert lines["job_changed"].text == "Wuhan"
    fields = MemberFields(row.member_name)
    (found,) = desk.joins.check(row.group_id, fields).findings
    assert (found.exit_reason, found.reason) == (ExitReason.TOO_BUSY, "Forty messages a day")


def test_one_act_corrects_what_was_asked_in_one_act(desk: Desk) -> None:
    first = make_member(desk, make_group(desk, rules=False), external_id="wx1")
    second = make_member(desk, make_group(desk, "Beta", rules=False), external_id="wx1")
    one = asked(desk, first, second)
    two = next(one.id for one in desk.leaving.exits.get(one).earlier if one.together)
    corrected(desk, one, two)
    assert {row.reason for row in desk.leaving.exit_list.rows(ExitFilter())} == {
        ExitReason.TOO_BUSY
    }
    assert len(desk.audit.rows(AuditFilter(action=Action.EXIT_REASON))) == 1


def test_a_correction_says_why_and_changes_something(desk: Desk, leaving: int) -> None:
    for field, values in (
        ("why", {"why": " "}),
        ("reason_text", {"reason": ExitReason.OTHER}),
        ("reason", {"reason": ExitReason.JOB_CHANGED, "reason_text": "Wuhan"}),
    ):
        with pytest.raises(ValidationError) as caught:
            corrected(desk, leaving, **values)
        assert caught.value.field == field
        assert clear_error(caught.value)
    answered(desk, leaving, ExitEntryKind.MISTAKEN)
    with pytest.raises(StateChangedError, match="exit_over"):
        corrected(desk, leaving)
