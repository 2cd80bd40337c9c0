# SPDX-License-Identifier: MIT
"""What changed between two rulebooks: rules that came, went, moved, or read differently."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Severity
from groupdesk.domain.records import RuleRecord
from groupdesk.domain.rule_changes import RuleChangeKind, draft_of, followed, rule_changes
from groupdesk.domain.rulebook import RuleDraft


def rule(code: str, title: str = "", severity: Severity = Severity.MINOR) -> RuleDraft:
    return RuleDraft(code, severity, {"en": title or f"Rule {code}"}, {"en": "Be kind."})


BOOK = (rule("R1"), rule("R2"), rule("R3"), rule("R4"))


def told(before: tuple[RuleDraft, ...], after: tuple[RuleDraft, ...]) -> list[tuple[str, str]]:
    return [(change.kind.value, change.rule.code) for change in rule_changes(before, after)]


def test_nothing_changed() -> None:
    assert rule_changes(BOOK, BOOK) == ()


def test_blanks_and_empty_texts_are_no_change() -> None:
    same = replace(BOOK[0], code=" R1 ", titles={"en": "Rule R1 ", "zh": " "}, hints={"en": ""})
    assert rule_changes(BOOK, (same, *BOOK[1:])) == ()


def test_a_rule_that_came_and_one_that_went() -> None:
    after = (BOOK[0], rule("R5"), BOOK[1], BOOK[3])
    assert told(BOOK, after) == [("added", "R5"), ("removed", "R3")]
    came, went = rule_changes(BOOK, after)
    assert (came.position, went.position) == (1, 2)


def test_a_changed_rule_says_what_differs_in_which_language() -> None:
    new = RuleDraft(
        "R1",
        Severity.SERIOUS,
        {"en": "Rule R1", "zh": "禁止广告"},
        {"en": "Be very kind."},
        {"en": "Ask first."},
        {"zh": "二维码"},
        {"en": "A reminder."},
    )
    (change,) = rule_changes(BOOK, (new, *BOOK[1:]))
    assert change.kind is RuleChangeKind.CHANGED
    assert change.before == BOOK[0]
    assert change.parts == (
        "severity",
        "title_zh",
        "text_en",
        "hint_en",
        "examples_zh",
        "consequence_en",
    )


def test_another_case_of_the_code_is_the_same_rule() -> None:
    (change,) = rule_changes(BOOK, (replace(BOOK[0], code="r1"), *BOOK[1:]))
    assert change.parts == ("code",)


def test_a_new_code_for_the_same_title_is_a_change_not_two() -> None:
    (change,) = rule_changes(BOOK, (*BOOK[:3], rule("B4", "Rule R4")))
    assert (change.kind, change.parts) == (RuleChangeKind.CHANGED, ("code",))


def test_one_moved_rule_is_one_move() -> None:
    assert told(BOOK, (BOOK[3], *BOOK[:3])) == [("moved", "R4")]
    assert told(BOOK, (*BOOK[1:], BOOK[0])) == [("moved", "R1")]


def test_moved_and_changed_is_told_once() -> None:
    changed = replace(BOOK[3], severity=Severity.SERIOUS)
    (change,) = rule_changes(BOOK, (changed, *BOOK[:3]))
    assert change.kind is RuleChangeKind.CHANGED
    assert change.parts == ("severity", "position")


def test_a_code_that_is_there_twice_is_one_rule_and_a_new_one() -> None:
    twice = (*BOOK, rule("R1", "Another"))
    assert told(BOOK, twice) == [("added", "R1")]


def test_a_published_rule_becomes_a_draft_without_change() -> None:
    record = RuleRecord(
        7, "R1", Severity.MINOR, {"en": "Rule R1"}, {"en": "Be kind."}, {}, {}, {}, breaches=3
    )
    assert rule_changes(BOOK[:1], (draft_of(record),)) == ()


@given(st.permutations(BOOK))
def test_taking_the_moved_out_leaves_the_old_order(after: list[RuleDraft]) -> None:
    changes = rule_changes(BOOK, after)
    assert {change.kind for change in changes} <= {RuleChangeKind.MOVED}
    moved = {change.rule.code for change in changes}
    kept = [rule.code for rule in after if rule.code not in moved]
    assert kept == sorted(kept)
    assert len(moved) <= len(BOOK) - 1


CODES = st.sampled_from(["R1", "r1", "R2", "R3", "R4", "", "X"])
PUBLISHED = st.lists(CODES, max_size=8, unique_by=str.casefold)  # others cannot be published
WRITTEN = st.lists(CODES, max_size=8)


@given(PUBLISHED, WRITTEN)
def test_every_rule_is_accounted_for(first: list[str], second: list[str]) -> None:
    before, after = [rule(code) for code in first], [rule(code) for code in second]
    kinds = [change.kind for change in rule_changes(before, after)]
    grown = kinds.count(RuleChangeKind.ADDED) - kinds.count(RuleChangeKind.REMOVED)
    assert grown == len(after) - len(before)
    assert (not kinds) == (first == second)


def test_a_rule_is_followed_over_versions_also_where_it_was_away() -> None:
    calm, kind, new = rule("R1", "Calm"), rule("R2", "Kind"), rule("R1", "New")
    versions = [
        [calm, kind],
        [new, replace(calm, code="R2"), replace(kind, code="R3")],
        [new, replace(kind, code="R2")],
        [new, replace(kind, code="R2"), replace(calm, code="R9")],
    ]
    first, second, third = 0, 1, 2
    assert followed(versions) == [
        [first, second],
        [third, first, second],
        [third, second],
        [third, second, first],
    ]
    assert followed([]) == []
