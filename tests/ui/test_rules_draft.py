# SPDX-License-Identifier: MIT
"""The draft of rules: what it starts from, what it forgets, what it survives."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject

from groupdesk.domain.enums import Severity
from groupdesk.domain.rulebook_draft import DRAFT_KIND
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.rules_history import StepKind

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
    assert desk.drafts.load(DRAFT_KIND, group_id=group_id) is None
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
    desk.drafts.save(DRAFT_KIND, payload, group_id=group_id)
    assert draft_of_group(context, group_id, owner).rules == STARTERS


def test_steps_are_undone_and_done_again(context: UiContext, group_id: int, owner: QObject) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.move(0, 2)
    moved = draft.rules
    draft.remove(1)
    step = draft.undo()
    assert step is not None
    assert (step.kind, step.code, draft.rules) == (StepKind.REMOVE, STARTERS[2].code, moved)
    draft.undo()
    assert (draft.rules, draft.undo()) == (STARTERS, None)
    draft.redo()
    assert draft.rules == moved
    draft.move(0, 1)
    assert draft.redo() is None, "a new step after an undo begins another way"


def test_typing_in_one_rule_is_one_step(context: UiContext, group_id: int, owner: QObject) -> None:
    draft = draft_of_group(context, group_id, owner)
    for title in ("N", "No", "No ads"):
        draft.replace(0, replace(STARTERS[0], titles={"en": title}))
    draft.replace(1, replace(STARTERS[1], severity=Severity.MINOR))
    draft.undo()
    assert draft.rules[0].titles == {"en": "No ads"}
    draft.undo()
    assert draft.rules == STARTERS


def test_an_undone_draft_is_kept_as_it_is_then(
    context: UiContext, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.remove(0)
    draft.remove(0)
    draft.undo()
    draft.leave(fail)
    assert draft_of_group(context, group_id, owner).rules == STARTERS[1:]


def test_a_rebased_draft_stands_on_the_newest_version_until_that_is_undone(
    context: UiContext, desk: Desk, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.remove(0)
    desk.rules.publish(uuid4(), group_id, STARTERS[:5], based_on=1)
    draft.refresh()
    assert draft.overtaken
    draft.rebase(STARTERS[1:5])
    assert (draft.based_on, draft.overtaken) == (2, False)
    assert [change.rule.code for change in draft.changes] == ["R1"]
    draft.undo()
    assert (draft.based_on, draft.rules) == (1, STARTERS[1:])


def test_after_publishing_there_is_nothing_to_undo(
    context: UiContext, desk: Desk, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.remove(0)
    desk.rules.publish(uuid4(), group_id, draft.rules, based_on=1, draft_id=draft.draft_id)
    draft.refresh(again=True)
    assert draft.undo() is None


def test_what_is_only_missing_counts_once_somebody_wants_to_publish(
    context: UiContext, group_id: int, owner: QObject
) -> None:
    draft = draft_of_group(context, group_id, owner)
    draft.replace(0, replace(STARTERS[0], titles={}, code="r2"))
    assert [problem.code for problem in draft.problems] == ["rule_code_twice"]
    draft.ask()
    assert {problem.code for problem in draft.problems} == {
        "rule_title_missing",
        "rule_code_twice",
    }
