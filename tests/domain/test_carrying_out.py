# SPDX-License-Identifier: MIT
"""Which steps a removal has, and their words for every platform and term."""

import pytest

from groupdesk.domain.carrying_out import (
    CHECK_GONE,
    CLOSE_WAYS_BACK,
    FIND_MEMBER,
    OTHER_LISTS,
    PREPARE,
    REMOVE,
    SEND_NOTICE,
    STEPS,
    StepWhy,
    keeps_out,
    step_words,
    steps_for,
    term_then,
)
from groupdesk.domain.enums import Ground, Platform, Term
from groupdesk.domain.removal_states import TermChange
from groupdesk.words import Words


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("platform", Platform)
def test_each_step_has_words_on_each_platform(platform: Platform, language: str) -> None:
    words = Words(language)
    for term in Term:
        said = [words(step_words(platform, code, term)) for code in STEPS]
        assert len(set(said)) == len(STEPS)
        assert all(text.endswith("." if language == "en" else "。") for text in said)
    for code in STEPS:
        assert words(f"step_title.{code}")
        assert words(f"step_title_many.{code}")
    assert len({words(f"step_why.{why}") for why in StepWhy}) == len(StepWhy)


@pytest.mark.parametrize("platform", [Platform.TELEGRAM, Platform.DISCORD, Platform.QQ])
def test_who_is_kept_out_is_removed_in_another_way(platform: Platform) -> None:
    words = Words("en")
    kick = words(step_words(platform, REMOVE, Term.MAY_RETURN))
    assert words(step_words(platform, REMOVE, Term.FOR_GOOD)) != kick
    assert words(step_words(platform, REMOVE, Term.UNTIL)) != kick
    assert words(step_words(platform, REMOVE)) == kick


@pytest.mark.parametrize(
    ("ground", "term", "more"),
    [
        (Ground.SIZE_LIMIT, Term.MAY_RETURN, set()),
        (Ground.BREACH, Term.MAY_RETURN, {PREPARE}),
        (Ground.COMPROMISED, Term.UNTIL, {PREPARE, CLOSE_WAYS_BACK}),
        (Ground.NOT_CUSTOMER, Term.FOR_GOOD, {CLOSE_WAYS_BACK, OTHER_LISTS}),
    ],
)
def test_there_are_no_more_steps_than_the_removal_needs(
    ground: Ground, term: Term, more: set[str]
) -> None:
    least = {FIND_MEMBER, REMOVE, CHECK_GONE}
    assert set(steps_for(ground, term, with_notice=False)) == least | more
    with_notice = steps_for(ground, term, with_notice=True)
    assert set(with_notice) == least | more | {SEND_NOTICE}
    assert list(with_notice) == sorted(with_notice, key=STEPS.index)


def test_a_step_reads_as_under_the_term_of_its_day() -> None:
    shorter = TermChange("An", "2026-06-02T12:00:00.000Z", Term.MAY_RETURN, "", "")
    for at, term in (
        ("2026-06-01T12:00:00.000Z", Term.FOR_GOOD),
        ("2026-06-03T12:00:00.000Z", Term.MAY_RETURN),
        ("", Term.MAY_RETURN),
    ):
        assert term_then(Term.FOR_GOOD, (shorter,), at) is term
    assert term_then(Term.UNTIL, (), "") is Term.UNTIL


def test_only_a_ban_of_the_platform_or_closed_ways_keep_somebody_out() -> None:
    assert keeps_out(Platform.TELEGRAM, Term.UNTIL, {REMOVE})
    assert not keeps_out(Platform.WECHAT, Term.FOR_GOOD, {REMOVE})
    assert keeps_out(Platform.WECHAT, Term.FOR_GOOD, {REMOVE, CLOSE_WAYS_BACK})
    assert not keeps_out(Platform.TELEGRAM, Term.MAY_RETURN, {REMOVE})


def test_nothing_is_done_twice_for_somebody_who_is_gone() -> None:
    before = steps_for(Ground.BREACH, Term.UNTIL, with_notice=True, removed_before=True)
    assert before == (FIND_MEMBER, REMOVE, CHECK_GONE, CLOSE_WAYS_BACK, SEND_NOTICE)
    left = steps_for(Ground.BREACH, Term.FOR_GOOD, with_notice=True, left=True)
    assert left == (CLOSE_WAYS_BACK, OTHER_LISTS, SEND_NOTICE)
    assert steps_for(Ground.INACTIVE, Term.MAY_RETURN, with_notice=False, left=True) == ()
