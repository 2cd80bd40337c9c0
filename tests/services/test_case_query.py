# SPDX-License-Identifier: MIT
"""Lists of cases: filters that combine, counts that follow them, and every order."""

import itertools
import uuid
from collections.abc import Iterator

import pytest

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseOwner, CaseState
from groupdesk.domain.case_records import CaseFilter, CaseRequest
from groupdesk.domain.enums import OperatorRole
from groupdesk.services import case_query
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from tests.helpers import (
    MovableClock,
    make_desk,
    make_group,
    make_member,
    rule_id,
    screenshot,
    talk,
    warning,
)

new = uuid.uuid4


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Six cases: 1 王伟 R1 closed, 2 王伟 R2, 3 Wu R1, 4 Xu R1, 5 Xu -, 6 Li R2 elsewhere."""
    clock = MovableClock()
    desk = make_desk(tmp_path_factory.mktemp("shelf"), clock)
    group, other = make_group(desk), make_group(desk, "Borealis")
    wang, wu, xu = (make_member(desk, group, name) for name in ("王伟", "Wu", "Xu"))
    li = make_member(desk, other, "Li")
    rule = rule_id(desk, group)
    use = (EvidenceUse(screenshot(desk).id),)
    warning(desk, wang, rule, sent_at=clock.text, evidence=use)
    clock.move(days=40)
    warning(desk, wang, rule_id(desk, group, "R2"))  # to be confirmed
    request = CaseRequest(
        new(), wu, rule, "50% off_today", Incident(quoted_text="限时优惠 84 元"), evidence=use
    )
    desk.case_acts.open(request)
    warning(desk, xu, rule, sent_at=clock.text)
    desk.cases.close(new(), 1, "Settled.")
    desk.cases.close(new(), 4, "Settled.")
    talk(desk, xu, follow_up_on="2026-08-01")
    warning(desk, li, rule_id(desk, other, "R2"), sent_at=clock.text)
    arun = add_operator(desk.ledger, new(), "Arun", OperatorRole.MODERATOR).subject_id
    desk.case_acts.claim(new(), 2)
    desk.case_acts.hand_over(new(), 3, arun, "Yours", from_=0)
    yield desk
    desk.close()


OPEN, CLOSED = CaseState.OPEN, CaseState.CLOSED


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (CaseFilter(), {1, 2, 3, 4, 5, 6}),
        (CaseFilter(1), {1, 2, 3, 4, 5}),
        (CaseFilter(2), {6}),
        (CaseFilter(state=OPEN), {2, 3, 5, 6}),
        (CaseFilter(state=CLOSED), {1, 4}),
        (CaseFilter(owner=CaseOwner.MINE), {2}),
        (CaseFilter(owner=CaseOwner.SOMEBODY), {2, 3}),
        (CaseFilter(owner=CaseOwner.NOBODY, state=OPEN), {5, 6}),
        (CaseFilter(waiting=True), {2, 5}),
        (CaseFilter(evidence=True), {1, 3}),
        (CaseFilter(evidence=True, state=OPEN), {3}),
        (CaseFilter(rules=(2,)), {2}),
        (CaseFilter(rules=(2, 5)), {2, 6}),
        (CaseFilter(rules=()), {5}),
        (CaseFilter(rules=(99,)), set()),
        (CaseFilter(text="en"), set()),  # a language's name is no title
        (CaseFilter(older_days=40), {1}),
        (CaseFilter(text="4"), {3, 4}),  # the number, and what was quoted
        (CaseFilter(text="#4"), {4}),
        (CaseFilter(text="# 99"), set()),
        (CaseFilter(text="wang"), {1, 2}),
        (CaseFilter(text="ww"), {1, 2}),
        (CaseFilter(text="王"), {1, 2}),
        (CaseFilter(text="优惠"), {3}),
        (CaseFilter(text="0% OFF_"), {3}),
        (CaseFilter(text="0x"), set()),  # neither % nor _ stands for anything
        (CaseFilter(text="advertis"), {2, 6}),
        (CaseFilter(text="不跑题"), {1, 3, 4}),
        (CaseFilter(text="r1", state=CLOSED, evidence=True), {1}),
        (CaseFilter(text="nobody at all"), set()),
        (CaseFilter(text="\"'%;"), set()),
    ],
)
def test_filters_combine(shelf: Desk, which: CaseFilter, expected: set[int]) -> None:
    assert set(shelf.cases.ids(which)) == expected


def test_a_chip_counts_what_it_would_show(shelf: Desk) -> None:
    states, owners = (None, *CaseState), (None, *CaseOwner)
    for state, owner, waiting, evidence, text in itertools.product(
        states, owners, (False, True), (False, True), ("", "wang")
    ):
        which = CaseFilter(None, state, owner, waiting, evidence, text=text)
        counts = shelf.cases.chip_counts(which)
        for chip in states:
            assert counts.states.get(chip, 0) == len(shelf.cases.ids(which._replace(state=chip)))
        for whose in CaseOwner:
            shown = shelf.cases.ids(which._replace(owner=whose))
            assert counts.owners.get(whose, 0) == len(shown)
        assert counts.waiting == len(shelf.cases.ids(which._replace(waiting=True)))
        assert counts.evidence == len(shelf.cases.ids(which._replace(evidence=True)))


def test_each_column_orders_the_list_both_ways(shelf: Desk) -> None:
    rows = {row.number: row for row in shelf.cases.of_numbers(range(1, 7))}
    for column in case_query.SORTS:
        up, down = (
            shelf.cases.ids(CaseFilter(), column),
            shelf.cases.ids(CaseFilter(), f"-{column}"),
        )
        assert sorted(up) == sorted(down) == list(rows)
    assert list(shelf.cases.ids(CaseFilter(), "number")) == [1, 2, 3, 4, 5, 6]
    assert [rows[n].member_name for n in shelf.cases.ids(CaseFilter(), "member")] == [
        *("Li", "王伟", "王伟", "Wu", "Xu", "Xu"),
    ]
    assert [rows[n].owner for n in shelf.cases.ids(CaseFilter(), "-owner")[:3]] == [
        "Mei",
        "Arun",
        "",
    ]
    assert shelf.cases.ids(CaseFilter(), "-rule")[-1] == 5, "no rule stands last either way"
    assert shelf.cases.ids(CaseFilter(), "rule")[-1] == 5
    assert shelf.cases.ids(CaseFilter(), "last_act")[0] == 1
    with pytest.raises(KeyError):
        shelf.cases.ids(CaseFilter(), "colour")


def test_the_case_that_a_number_names_comes_first(shelf: Desk) -> None:
    assert list(shelf.cases.ids(CaseFilter(text="4"), "number")) == [4, 3]
    assert case_query.number_in(" #84 ") == case_query.number_in("84") == 84
    assert case_query.number_in("84 元") == case_query.number_in("") == 0


def test_rows_tell_who_has_a_case_and_what_waits(shelf: Desk) -> None:
    rows = {row.number: row for row in shelf.cases.of_numbers((2, 3, 4))}
    assert [(rows[n].owner, rows[n].waiting, rows[n].evidence) for n in (2, 3, 4)] == [
        ("Mei", True, 0),
        ("Arun", False, 1),
        ("", False, 0),
    ]
    said = [(rule.ids, rule.code, rule.title, rule.cases) for rule in shelf.cases.rules(None)]
    assert said == [
        ((1,), "R1", "Stay on topic", 3),
        ((2, 5), "R2", "No advertising", 2),
        ((), "", "", 1),
    ]
    (there,) = shelf.cases.rules(2, "zh")
    assert (there.ids, there.code, there.title, there.cases) == ((5,), "R2", "No advertising", 1)
    assert shelf.cases.nobodys() == 2
