# SPDX-License-Identifier: MIT
"""How a group decides is its own, and a change of it is in the log."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import Action, Language
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.process import Process
from groupdesk.services.desk import Desk
from tests.helpers import clear_error, make_group


def test_a_new_group_decides_in_the_usual_way(desk: Desk) -> None:
    assert desk.processes.of(make_group(desk)) == Process()


def test_what_was_changed_is_kept_and_said(desk: Desk) -> None:
    group, other = make_group(desk), make_group(desk, "Borealis")
    wanted = Process(
        approval=ApprovalNeed.ALWAYS,
        appeal_days=30,
        questions={Language.ZH: (" 发生了什么？ ", "  "), Language.EN: ("What happened?",)},
        data_note={Language.EN: " We keep the case for a year. "},
    )
    desk.processes.save(uuid.uuid4(), group, wanted)
    kept = desk.processes.of(group)
    assert kept == replace(
        wanted,
        questions={Language.ZH: ("发生了什么？",), Language.EN: ("What happened?",)},
        data_note={Language.EN: "We keep the case for a year."},
    )
    assert desk.processes.of(other) == Process()
    (newest,) = desk.audit.rows(AuditFilter(action=Action.GROUP_PROCESS))
    ((before, after),) = desk.audit.detail(newest.seq).changes
    assert (before["approval"], after["approval"]) == ("never", "always")
    assert "answer_days" not in after
    assert desk.verifier.run().findings == ()


def test_two_at_once_do_not_overwrite_each_other(desk: Desk) -> None:
    group = make_group(desk)
    seen = desk.processes.of(group)
    desk.processes.save(uuid.uuid4(), group, replace(seen, appeal_days=7), seen)
    with pytest.raises(StateChangedError, match="process_changed") as caught:
        desk.processes.save(uuid.uuid4(), group, replace(seen, appeal_days=9), seen)
    clear_error(caught.value)


def test_what_is_no_process_is_refused(desk: Desk) -> None:
    with pytest.raises(ValidationError, match="days_out_of_range") as caught:
        desk.processes.save(uuid.uuid4(), make_group(desk), Process(answer_days=0))
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.processes.of(99)


@pytest.mark.parametrize("stored", ["", "[]", "{}", '{"approval": "sometimes"}'])
def test_what_nobody_of_us_wrote_is_damage(desk: Desk, stored: str) -> None:
    group = make_group(desk)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("UPDATE customer_group SET process = ?", (stored,))
    with pytest.raises(StorageError, match="damaged"):
        desk.processes.of(group)
