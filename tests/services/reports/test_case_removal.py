# SPDX-License-Identifier: MIT
"""What a paper says of a removal: what came before it, and what never held is not called lifted."""

from dataclasses import replace
from pathlib import Path

import pytest

from groupdesk.domain import report_records as r
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.removal_states import RemovalConcern, RemovalState
from groupdesk.services.reports.case_facts import facts_tree, outcome
from groupdesk.services.reports.case_removal import removal_tree
from groupdesk.services.reports.case_timeline import timeline_tree
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.services.reports import papers

CASE = papers.case(Path(), pictures=0)
WORDS = {language: Words(language) for language in ("en", "zh")}


def dates(language: str) -> PaperDates:
    return PaperDates(WORDS[language], papers.at(11, 21))


def order(removal: r.Removal, language: str = "en") -> str:
    tree = removal_tree(replace(CASE, removal=removal), WORDS[language], dates(language))
    return str(tree["removal"]["steps"]["order"])  # type: ignore[index,call-overload]  # a tree


@pytest.mark.parametrize("language", WORDS)
def test_order_and_gap_of_what_was_done_before_are_said(language: str) -> None:
    assert CASE.removal is not None
    said = order(CASE.removal, language).split("\n")
    assert len(said) == 2  # removed before the decision, approved after that
    assert all("{" not in line for line in said)
    alone = replace(CASE.removal, removed_at=None)
    assert order(alone, language) == ""


@pytest.mark.parametrize("language", WORDS)
def test_a_pin_that_is_younger_than_the_request_is_printed(language: str) -> None:
    assert CASE.removal is not None
    (known,) = CASE.removal.approvals
    set_at = papers.at(11, 20)
    for pin, told in ((None, False), (set_at, True)):
        removal = replace(CASE.removal, approvals=(replace(known, pin_set_at=pin),))
        tree = removal_tree(replace(CASE, removal=removal), WORDS[language], dates(language))
        assert (dates(language).moment(set_at) in str(tree)) is told


@pytest.mark.parametrize("language", WORDS)
def test_each_thing_that_had_to_be_meant_is_printed(language: str) -> None:
    assert CASE.removal is not None
    meant = replace(
        CASE.removal,
        removed_at=None,
        left_at=papers.at(11, 3),
        sure=tuple(sorted(RemovalConcern)),
    )
    said = order(meant, language).split("\n")
    assert len(said) == 3
    assert any(dates(language).moment(papers.at(11, 3)) in line for line in said)


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("kind", [ReversalKind.DECLINED, ReversalKind.WITHDRAWN])
def test_what_never_held_is_not_called_lifted(language: str, kind: ReversalKind) -> None:
    assert CASE.removal is not None
    over = r.ReversedBy(papers.at(11, 22), "An", "Not enough", kind)
    never = replace(CASE.removal, reversed_by=over, state=RemovalState(kind.value))
    lifted = replace(
        never,
        reversed_by=replace(over, kind=ReversalKind.LIFTED),
        state=RemovalState.LIFTED,
    )
    waiting = replace(CASE.removal, state=RemovalState.WAITING)
    outcomes = {outcome(one, WORDS[language], dates(language)) for one in (never, lifted, waiting)}
    assert len(outcomes) == 3
    assert not waiting.carried_out
    for asked in (never, waiting):
        facts = facts_tree(replace(CASE, removal=asked), WORDS[language], dates(language))
        decided = facts_tree(replace(CASE, removal=lifted), WORDS[language], dates(language))
        assert facts["title"] != decided["title"]
        assert facts["subtitle"] != decided["subtitle"]
    act = r.TimelineAct(r.ActKind.REMOVAL, papers.at(11, 20), "Mei", 1042, reversed_by=over)
    tree = str(timeline_tree(replace(CASE, timeline=(act,)), WORDS[language], dates(language)))
    assert WORDS[language]("report.act.asked") in tree
