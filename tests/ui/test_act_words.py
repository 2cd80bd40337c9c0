# SPDX-License-Identifier: MIT
"""What the audit list, the recent acts and colleagues call an entry of the log."""

from dataclasses import replace
from typing import Final

import pytest

from groupdesk.domain.act_records import AuditRow, RecentAct
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.logged_marks import LoggedMark, MarkKind
from groupdesk.domain.logged_steps import LoggedTick
from groupdesk.domain.talk_enums import TaskState
from groupdesk.ui.act_words import act_text, subject_text
from groupdesk.words import Words

OF_SOMEBODY: Final = {MarkKind.GIVEN, MarkKind.FREE}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_step_that_could_not_be_done_is_not_called_done(language: str) -> None:
    words, said = Words(language), {}
    for result in (TaskState.DONE, TaskState.COULD_NOT, TaskState.NOT_NEEDED, TaskState.REOPENED):
        for why in ("", "no admin there"):
            tick = LoggedTick(result, ("remove", "check_gone"), why)
            act = RecentAct(1, "", "An", Action.REMOVAL_STEP, None, "", tick)
            said[result, why] = act_text(words, act)
    assert all(words("step_title.remove") in text and "{" not in text for text in said.values())
    assert all(bool(why) is (why in text and why != "") for (_, why), text in said.items())
    assert len({text for (_, why), text in said.items() if not why}) == 4
    done = said[TaskState.DONE, ""].partition(words("report.open_bracket").strip())[0].strip()
    assert not any(done in text for (result, _), text in said.items() if result != TaskState.DONE)
    unknown = RecentAct(1, "", "An", Action.REMOVAL_STEP, None, "")
    assert act_text(words, unknown) == words("action.removal.step")


def test_of_several_members_the_first_is_named_and_the_others_are_counted() -> None:
    row = AuditRow(
        seq=1,
        at="2026-11-22T09:00:00.000Z",
        offset="+08:00",
        operator="Mei",
        action=Action.REMOVAL_BATCH,
        subject_kind=SubjectKind.REMOVAL,
        subject_id=1,
        subject="Ann",
        group_id=1,
        group_name="Aurora",
        hash="",
        nickname="annie",
        others=2,
    )
    assert subject_text(Words("en"), row) == "Ann (annie) and 2 more"
    assert subject_text(Words("zh"), row) == "Ann（annie），另有 2 人"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_putting_off_and_giving_are_told_apart(language: str) -> None:
    words = Words(language)
    row = AuditRow(
        1, "", "", "An", Action.TASK_MARK, SubjectKind.TASK, 1, "Ann", 1, "Aurora", hash=""
    )
    marks = [LoggedMark(kind, "plan", "Bo" if kind in OF_SOMEBODY else "") for kind in MarkKind]
    said = [act_text(words, replace(row, mark=mark)) for mark in marks]
    assert len({act_text(words, row), *said}) == 5
    assert all(words("todo.plan") in text for text in said)
    assert ["Bo" in text for text in said] == [kind in OF_SOMEBODY for kind in MarkKind]
    several = act_text(words, replace(row, mark=marks[0], others=2))
    assert words("todo.plan") not in several
    assert several in said[0]
