# SPDX-License-Identifier: MIT
"""How a group is left is its own, and a change of it is in the log."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.leaving import Leaving
from groupdesk.domain.leaving_enums import ExitItem
from groupdesk.services.desk import Desk
from tests.helpers import clear_error, make_group, make_member
from tests.services.exit_cases import asked

EN, ZH = Language.EN, Language.ZH


def test_what_was_changed_is_kept_and_said(desk: Desk) -> None:
    group, other = make_group(desk), make_group(desk, "Borealis")
    ways = desk.leaving.ways
    assert ways.of(group) == Leaving()
    wanted = Leaving(
        items=(ExitItem.CUSTOMERS_TOLD,),
        own_items=({EN: " Give  the badge back ", ZH: "归还工牌"}, {EN: "  "}),
        stay_days=30,
        helper=" Zhou  Min ",
        confidentiality={EN: "Keep it to yourself.", ZH: " "},
    )
    ways.save(uuid.uuid4(), group, wanted)
    assert ways.of(group) == replace(
        wanted,
        items=(ExitItem.CUSTOMERS_TOLD, ExitItem.OWNER_NAMED, ExitItem.LEFT_PLATFORM),
        own_items=({EN: "Give the badge back", ZH: "归还工牌"},),
        helper="Zhou Min",
        confidentiality={EN: "Keep it to yourself."},
    )
    assert ways.of(other) == Leaving()
    (newest,) = desk.audit.rows(AuditFilter(action=Action.GROUP_LEAVING))
    ((before, after),) = desk.audit.detail(newest.seq).changes
    assert (before["stay_days"], after["stay_days"]) == (14, 30)
    assert after["own_items"] == ["Give the badge back / 归还工牌"]
    assert "trial_days" not in after
    assert desk.verifier.run().findings == ()


def test_two_at_once_do_not_overwrite_each_other(desk: Desk) -> None:
    group, ways = make_group(desk), desk.leaving.ways
    seen = ways.of(group)
    ways.save(uuid.uuid4(), group, replace(seen, stay_days=7), seen)
    with pytest.raises(StateChangedError, match="leaving_changed") as caught:
        ways.save(uuid.uuid4(), group, replace(seen, stay_days=9), seen)
    clear_error(caught.value)
    with pytest.raises(ValidationError, match="days_out_of_range"):
        ways.save(uuid.uuid4(), group, Leaving(stay_days=0))
    with pytest.raises(StateChangedError, match="group_gone"):
        ways.of(99)


def test_a_changed_way_leaves_checklists_as_they_are(desk: Desk) -> None:
    group = make_group(desk)
    desk.leaving.ways.save(uuid.uuid4(), group, Leaving(own_items=({EN: "Return the badge"},)))
    ident = asked(desk, make_member(desk, group))
    desk.leaving.ways.save(uuid.uuid4(), group, Leaving(items=()))
    items = {item.code: item for item in desk.leaving.exits.get(ident).items}
    assert items["own:1"].texts == {EN: "Return the badge"}
    assert "customers_told" in items


@pytest.mark.parametrize("stored", ["", "[]", "{}", '{"items": ["dance"]}'])
def test_what_nobody_of_us_wrote_is_damage(desk: Desk, stored: str) -> None:
    group = make_group(desk)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("UPDATE customer_group SET leaving = ?", (stored,))
    with pytest.raises(StorageError, match="damaged"):
        desk.leaving.ways.of(group)
