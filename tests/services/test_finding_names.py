# SPDX-License-Identifier: MIT
"""Verify names the member and the case of a row, as the log knows them where it does."""

from pathlib import Path

import pytest

from groupdesk.domain.findings import Finding
from groupdesk.services.desk import Desk
from groupdesk.words import Words
from tests.helpers import (
    MovableClock,
    make_group,
    make_member,
    open_desk,
    raw,
    ready_desk,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clock = MovableClock()
    desk = ready_desk(tmp_path, clock)
    group = make_group(desk)
    member, rule = make_member(desk, group), rule_id(desk, group)
    screenshot(desk)
    warning(desk, member, rule, sent_at=clock.text)
    talk(desk, member, rule_id=rule)
    desk.removals.decide(removal(desk, member, rule))
    desk.close()
    return tmp_path


def found(folder: Path, *statements: str) -> dict[str, Finding]:
    raw(folder, "PRAGMA foreign_keys = 0", *statements)
    desk: Desk = open_desk(folder, MovableClock())
    findings = desk.verifier.run().findings
    desk.close()
    return {finding.subject: finding for finding in findings if finding.subject}


@pytest.mark.parametrize(
    ("edit", "subject", "told"),
    [
        ("UPDATE removal SET reason = 'x'", "removal:1", "the removal of Li Wei in case 1"),
        ("UPDATE talk SET problem = 'x'", "talk:1", "a private talk with Li Wei in case 1"),
        ("UPDATE member_warning SET message = 'x'", "member_warning:1", "of Li Wei in case 1"),
        ("UPDATE warning_event SET at = 'x'", "warning_event:1", "warning of Li Wei in case 1"),
        ("UPDATE case_file SET outcome = 'x'", "case_file:1", "case 1 of Li Wei"),
        ("UPDATE evidence_link SET caption = 'x'", "evidence_link:1", "about Li Wei in case 1"),
        ("UPDATE membership SET nickname = 'x'", "membership:1", "the membership of Li Wei"),
        ("UPDATE rulebook SET note = 'x'", "rulebook:1", "rules of the group Aurora"),
        ("UPDATE rule SET titles = '{}'", "rule:1", "a published rule with the code R1"),
        ("UPDATE operator SET active = 2", "operator:1", "the operator Mei"),
        ("UPDATE customer_group SET purpose = 'x'", "customer_group:1", "the group Aurora"),
        ("UPDATE workspace_value SET value = '2' WHERE key = 'branch'", "workspace_value:branch",
         "the note “branch” about the workspace"),
    ],
)  # fmt: skip
def test_a_changed_row_is_told_in_words(folder: Path, edit: str, subject: str, told: str) -> None:
    text = found(folder, edit)[subject].in_words(Words("en"))
    assert text == f"A record was changed outside the log: {text.split(': ', 1)[1]}"
    assert told in text


def test_the_log_knows_better_than_an_edited_row_whose_it_is(folder: Path) -> None:
    findings = found(
        folder, "UPDATE membership SET name = 'Nobody'", "UPDATE removal SET reason = 'x'"
    )
    assert findings["removal:1"].member == "Li Wei"
    assert findings["membership:1"].member == "Li Wei"


def test_a_row_that_is_gone_is_named_by_the_log(folder: Path) -> None:
    text = found(folder, "DELETE FROM talk")["talk:1"].in_words(Words("zh"))
    assert "个案 1 中与Li Wei的私下沟通" in text


def test_a_row_that_was_put_in_is_named_by_itself(folder: Path) -> None:
    insert = (
        "INSERT INTO talk SELECT 9, case_id, membership_id, operator_id, recorded_at, happened_at,"
        " channel, thanks, problem, cause, suggestion, agreement, follow_up_on, NULL, NULL, NULL"
        " FROM talk"
    )
    finding = found(folder, insert)["talk:9"]
    assert (finding.code, finding.member, finding.case) == ("row_not_in_log", "Li Wei", 1)


def test_what_can_no_longer_be_read_is_told_by_number(folder: Path) -> None:
    finding = found(
        folder, "INSERT INTO warning_event VALUES (9, 99, 1, 'sent', 'x', 'x', NULL, '')"
    )["warning_event:9"]
    text = finding.in_words(Words("en"))
    assert text.endswith("what became of a warning, no. 9.")
