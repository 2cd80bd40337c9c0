# SPDX-License-Identifier: MIT
"""A draft on top of somebody else's version: both sides' work is there afterwards."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Severity
from groupdesk.domain.rule_changes import rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_merge import ClashKind, merge


def rule(code: str, text: str = "Text.", title: str = "") -> RuleDraft:
    return RuleDraft(code, Severity.MINOR, {"en": title or f"Rule {code}"}, {"en": text})


BASE = (rule("R1"), rule("R2"), rule("R3"))


def codes(rules: tuple[RuleDraft, ...]) -> list[str]:
    return [one.code for one in rules]


def test_changes_of_different_rules_stand_side_by_side() -> None:
    theirs = (rule("R1", "Theirs."), *BASE[1:])
    mine = (*BASE[:2], rule("R3", "Mine."))
    merged = merge(BASE, theirs, mine)
    assert merged.rules == (rule("R1", "Theirs."), BASE[1], rule("R3", "Mine."))
    assert merged.clashes == ()


def test_changes_of_different_parts_of_a_rule_stand_side_by_side() -> None:
    theirs = (replace(BASE[0], severity=Severity.SERIOUS, titles={"en": "New title"}), *BASE[1:])
    mine = (replace(BASE[0], texts={"en": "Mine.", "zh": "我的"}), *BASE[1:])
    (first, *_rest), clashes = merge(BASE, theirs, mine).rules, merge(BASE, theirs, mine).clashes
    assert first == RuleDraft(
        "R1", Severity.SERIOUS, {"en": "New title"}, {"en": "Mine.", "zh": "我的"}
    )
    assert clashes == ()


def test_where_both_changed_a_text_the_draft_keeps_its_own_and_theirs_is_told() -> None:
    merged = merge(BASE, (rule("R1", "Theirs."), *BASE[1:]), (rule("R1", "Mine."), *BASE[1:]))
    assert merged.rules[0].texts == {"en": "Mine."}
    (clash,) = merged.clashes
    assert (clash.kind, clash.part) == (ClashKind.PART, "text_en")
    assert (clash.mine, clash.theirs) == ("Mine.", "Theirs.")


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    both = (rule("R1", "Same."), *BASE[1:])
    assert merge(BASE, both, both).clashes == ()


def test_what_one_removed_goes_unless_the_other_worked_on_it() -> None:
    assert codes(merge(BASE, BASE[1:], BASE).rules) == ["R2", "R3"]
    assert codes(merge(BASE, BASE, BASE[1:]).rules) == ["R2", "R3"]
    changed = (rule("R1", "Changed."), *BASE[1:])
    kept = merge(BASE, BASE[1:], changed)
    assert kept.rules == changed
    assert [clash.kind for clash in kept.clashes] == [ClashKind.GONE_THERE]
    back = merge(BASE, changed, BASE[1:])
    assert back.rules == changed
    assert [clash.kind for clash in back.clashes] == [ClashKind.GONE_HERE]


def test_new_rules_of_both_come_in_where_they_stood() -> None:
    theirs = (BASE[0], rule("T1"), *BASE[1:])
    mine = (*BASE[:2], rule("M1"), BASE[2], rule("M2"))
    assert codes(merge(BASE, theirs, mine).rules) == ["R1", "T1", "R2", "M1", "R3", "M2"]


def test_two_new_rules_under_one_code_are_both_kept() -> None:
    theirs, mine = (*BASE, rule("R4", title="Theirs")), (*BASE, rule("R4", title="Mine"))
    merged = merge(BASE, theirs, mine)
    named = {one.titles["en"]: one.code for one in merged.rules}
    assert (named["Theirs"], named["Mine"]) == ("R4", "R5")
    assert [clash.kind for clash in merged.clashes] == [ClashKind.CODE]


def test_the_same_new_rule_on_both_sides_comes_once() -> None:
    new = rule("R4")
    assert merge(BASE, (*BASE, new), (*BASE, new)).rules == (*BASE, new)


def test_the_order_of_the_draft_holds_where_it_moved_rules() -> None:
    theirs = (BASE[1], BASE[0], BASE[2], rule("T1"))
    assert codes(merge(BASE, theirs, BASE).rules) == ["R2", "R1", "R3", "T1"]
    mine = (BASE[2], BASE[0], BASE[1])
    assert codes(merge(BASE, (*BASE, rule("T1")), mine).rules) == ["R3", "T1", "R1", "R2"]


PUBLISHED = st.lists(
    st.builds(rule, st.sampled_from(["R1", "R2", "R3", "R4", "A1"]), st.sampled_from("abc")),
    max_size=5,
    unique_by=lambda one: one.code,
).map(tuple)


@given(PUBLISHED, PUBLISHED)
def test_a_side_that_changed_nothing_takes_the_other_as_it_is(
    base: tuple[RuleDraft, ...], other: tuple[RuleDraft, ...]
) -> None:
    for merged in (merge(base, other, base), merge(base, base, other), merge(base, other, other)):
        assert rule_changes(other, merged.rules) == ()
        assert merged.clashes == ()


@given(PUBLISHED, PUBLISHED, PUBLISHED)
def test_nothing_that_either_side_wrote_is_lost(
    base: tuple[RuleDraft, ...], theirs: tuple[RuleDraft, ...], mine: tuple[RuleDraft, ...]
) -> None:
    merged = merge(base, theirs, mine)
    told = {clash.theirs for clash in merged.clashes}
    texts = {one.texts["en"] for one in merged.rules}
    for side in (theirs, mine):
        for one in side:
            if one not in base:
                assert one.texts["en"] in texts | told
    assert len(set(codes(merged.rules))) == len(merged.rules), "a code is there twice"
