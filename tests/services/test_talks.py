# SPDX-License-Identifier: MIT
"""Private talks."""

import pytest

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.errors import ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    rule_id,
    screenshot,
    talk,
    warning,
)


def test_a_talk_joins_what_is_going_on_and_plans_its_follow_up(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    warning(desk, member, rule_id(desk, group), sent_at=clock.text)
    draft = desk.drafts.save("talk", {"problem": "half"}, membership_id=member)
    use = (EvidenceUse(screenshot(desk).id, "His answer"),)
    talk(
        desk,
        member,
        thanks="Thank you for the help",
        agreement="Offers to me first",
        follow_up_on="2026-06-08",
        evidence=use,
        draft_id=draft.id,
    )
    (case,) = desk.cases.rows()
    assert (case.rule_code, case.acts, case.evidence) == ("R1", 2, 1)
    entry = next(e for e in desk.timeline.of_member(member) if e.kind == "talk")
    assert dict(entry.lines)["agreement"] == "Offers to me first"
    assert entry.evidence[0].caption == "His answer"
    (todo,) = desk.todo.all()
    assert (todo.kind, todo.due_on, todo.membership_id) == ("follow_up", "2026-06-08", member)
    assert desk.drafts.load("talk", membership_id=member) is None


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"problem": "", "agreement": ""}, "problem", "talk_empty"),
        ({"problem": "\u200b"}, "problem", "talk_empty"),
        ({"thanks": "x" * 100_000}, "thanks", "text_too_long"),
        ({"cause": "\ud800"}, "cause", "text_unstorable"),
        ({"happened_at": ""}, "happened_at", "time_unreadable"),
        ({"happened_at": "2026-6-1T1:00:00.000Z"}, "happened_at", "time_unreadable"),
        ({"happened_at": "2099-01-01T00:00:00.000Z"}, "happened_at", "time_in_future"),
        ({"follow_up_on": "2026-05-31"}, "follow_up_on", "follow_up_in_past"),
        ({"follow_up_on": "20260701"}, "follow_up_on", "time_unreadable"),
        ({"follow_up_on": "soon"}, "follow_up_on", "time_unreadable"),
        ({"evidence": (EvidenceUse(99),)}, "evidence", "evidence_file_missing"),
    ],
)
def test_what_is_no_talk_is_refused(
    desk: Desk, values: dict[str, object], field: str, code: str
) -> None:
    member = make_member(desk, make_group(desk))
    with pytest.raises(ValidationError) as caught:
        talk(desk, member, **values)
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)
    assert desk.cases.rows() == ()
