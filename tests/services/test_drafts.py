# SPDX-License-Identifier: MIT
"""Drafts: kept with their screenshots, one per kind and operator, outside the log."""

import pytest

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.errors import ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, as_role, make_group, make_member, screenshot


def test_a_draft_keeps_fields_and_screenshots_in_order(desk: Desk) -> None:
    member = make_member(desk, make_group(desk))
    uses = [EvidenceUse(screenshot(desk, n).id, f"No. {n}") for n in (2, 1)]
    head = desk.ledger.head()
    saved = desk.drafts.save(
        "warning", {"message": "Half\nwritten ‹🌸›", "step": 2}, membership_id=member, evidence=uses
    )
    assert desk.drafts.load("warning", membership_id=member) == saved
    assert saved.payload == {"message": "Half\nwritten ‹🌸›", "step": 2}
    assert [picture.caption for picture in saved.evidence] == ["No. 2", "No. 1"]
    assert desk.ledger.head() == head
    assert desk.members.detail(member).drafts == ("warning",)


def test_saving_again_replaces_and_discarding_drops(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    first = desk.drafts.save("rules", {"a": 1}, group_id=group)
    clock.move(minutes=1)
    second = desk.drafts.save("rules", {"a": 2}, group_id=group)
    assert (second.id, second.payload) == (first.id, {"a": 2})
    assert second.saved_at > first.saved_at
    desk.drafts.discard(second.id)
    assert desk.drafts.load("rules", group_id=group) is None


@pytest.mark.parametrize("text", ["\ud83d", "a\x00b", "x" * 100_000])
def test_a_draft_keeps_even_what_could_not_be_recorded(desk: Desk, text: str) -> None:
    group = make_group(desk)
    desk.drafts.save("removal", {"reason": text}, group_id=group)
    loaded = desk.drafts.load("removal", group_id=group)
    assert loaded is not None
    assert loaded.payload == {"reason": text}


def test_a_caption_that_cannot_be_kept_is_said(desk: Desk) -> None:
    with pytest.raises(ValidationError) as caught:
        desk.drafts.save("removal", {}, evidence=[EvidenceUse(screenshot(desk).id, "\ud800")])
    assert caught.value.field == "caption"


def test_nobody_touches_a_colleagues_draft(desk: Desk) -> None:
    group = make_group(desk)
    mine = desk.drafts.save("rules", {"a": 1}, group_id=group)
    colleague = as_role(desk, OperatorRole.ADMIN)
    assert colleague.drafts.load("rules", group_id=group) is None
    colleague.drafts.discard(mine.id)
    theirs = colleague.drafts.save("rules", {"b": 1}, group_id=group)
    assert theirs.id != mine.id
    rows = colleague.workspace.database.execute_sql("SELECT count(*) FROM draft").fetchone()
    assert rows == (2,)
    colleague.close()


def test_drafts_of_several_groups_are_kept_together_or_not_at_all(desk: Desk) -> None:
    first, second = make_group(desk), make_group(desk, "Second")
    desk.drafts.save("rules", {"a": 1}, group_id=first)
    desk.drafts.save_for_groups("rules", {first: {"a": 2}, second: {"b": 1}})
    found = desk.drafts.of_groups("rules")
    assert {group: draft.payload for group, draft in found.items()} == {
        first: {"a": 2},
        second: {"b": 1},
    }
    with pytest.raises(TypeError):
        desk.drafts.save_for_groups("rules", {first: {"a": 3}, second: {"b": object()}})
    assert desk.drafts.of_groups("rules") == found
    desk.drafts.save_for_groups("rules", {first: None, second: {"b": 2}})
    assert list(desk.drafts.of_groups("rules")) == [second]
    colleague = as_role(desk, OperatorRole.ADMIN)
    assert colleague.drafts.of_groups("rules") == {}, "a colleague's drafts are not ours"
    colleague.close()
