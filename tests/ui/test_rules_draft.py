# SPDX-License-Identifier: MIT
"""The draft of rules: what it starts from, what it forgets, what it survives."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject

from groupdesk.domain.enums import Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.rules_draft import KIND, RulesDraft, new_rule, with_starters

STARTERS = starter_rules()


@pytest.fixture
def group_id(desk: Desk) -> int:
    return desk.groups.all()[0].id


@pytest.fixture
def owner() -> QObject:
    return QObject()


def draft_of_group(context: UiContext, group_id: int, owner: QObject) -> RulesDraft:
    draft = RulesDraft(context, group_id, owner)
    draft.refresh()
    return draft


def fail(error: Exception) -> None:
    raise error


def test_it_starts_from_the_version_in_force(
    context: UiContext, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    assert (draft.rules, draft.based_on, draft.changes) == (STARTERS, 1, ())
    assert not draft.unsaved


def test_only_what_was_changed_is_written(
    context: UiContext, desk: Desk, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.leave(fail)
    assert desk.drafts.load(KIND, group_id=group_id) is None
    draft.move(0, 3)
    draft.set_note("reordered")
    draft.leave(fail)
    again = draft_of_group(context, group_id, owner)
    assert again.rules == draft.rules
    assert (again.note, again.based_on) == ("reordered", 1)
    assert again.saved_at


def test_a_draft_remembers_its_version_when_others_publish(
    context: UiContext, desk: Desk, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.remove(0)
    draft.leave(fail)
    desk.rules.publish(uuid4(), group_id, STARTERS[:2], based_on=1)
    again = draft_of_group(context, group_id, owner)
    assert (again.based_on, again.newest) == (1, 2)
    assert [change.rule.code for change in again.changes] == ["R1"]


def test_a_draft_that_changes_nothing_follows_the_version_in_force(
    context: UiContext, desk: Desk, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.move(0, 1)
    draft.leave(fail)
    draft.move(1, 0)
    draft.leave(fail)
    desk.rules.publish(uuid4(), group_id, STARTERS[:2], based_on=1)
    again = draft_of_group(context, group_id, owner)
    assert (again.rules, again.based_on, again.saved_at) == (STARTERS[:2], 2, "")


def test_reading_again_keeps_what_is_not_written_yet(
    context: UiContext, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.remove(0)
    draft.refresh()
    assert len(draft.rules) == len(STARTERS) - 1
    draft.refresh(again=True)
    assert draft.rules == STARTERS


@pytest.mark.parametrize("payload", [{}, {"rules": [{"code": "R1"}], "based_on": 1}, {"rules": 3}])
def test_an_unreadable_draft_gives_way(
    context: UiContext, desk: Desk, group_id: int, owner: QObject, payload: dict[str, object]
) -> None:
    desk.drafts.save(KIND, payload, group_id=group_id)
    assert draft_of_group(context, group_id, owner).rules == STARTERS


def test_a_new_rule_takes_the_first_free_code() -> None:
    assert new_rule(()).code == "R1"
    assert new_rule(STARTERS).code == f"R{len(STARTERS) + 1}"
    assert new_rule((*STARTERS[:1], *STARTERS[2:])).code == "R2"
    assert new_rule([replace(STARTERS[0], code="r1 ")]).code == "R2"


def test_starters_join_own_rules_under_free_codes() -> None:
    own = RuleDraft("R2", Severity.MINOR, {"en": "Ours"}, {"en": "Text."})
    joined = with_starters([own], STARTERS)
    assert joined[0] == own
    assert len(joined) == len(STARTERS) + 1
    assert len({rule.code for rule in joined}) == len(joined)
    assert with_starters(joined, STARTERS) == joined, "they came twice"
    assert with_starters([], STARTERS) == STARTERS
