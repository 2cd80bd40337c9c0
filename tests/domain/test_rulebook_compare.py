# SPDX-License-Identifier: MIT
"""Two rulebooks side by side."""

from dataclasses import replace

from groupdesk.domain.enums import Severity
from groupdesk.domain.rule_changes import RuleChangeKind
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import compare_rules
from groupdesk.domain.word_diff import PieceKind, after, before

ONE = RuleDraft("R1", Severity.MINOR, {"en": "No ads", "zh": "禁止广告"}, {"en": "No ads here."})
TWO = RuleDraft("R2", Severity.MINOR, {"en": "Be kind"}, {"en": "Please."})
THREE = RuleDraft("R3", Severity.MINOR, {"en": "Be brief"}, {"en": "Short."})


def test_the_same_rules_differ_in_nothing() -> None:
    assert compare_rules((ONE, TWO), (ONE, TWO)) == ()


def test_words_are_compared_text_by_text() -> None:
    new = replace(ONE, texts={"en": "No ads anywhere."}, hints={"zh": "请先问。"})
    (found,) = compare_rules((ONE, TWO), (new, TWO))
    assert [(text.part, text.language) for text in found.texts] == [("text", "en"), ("hint", "zh")]
    assert before(found.texts[0].pieces) == "No ads here."
    assert after(found.texts[0].pieces) == "No ads anywhere."
    assert [p.kind for p in found.texts[1].pieces] == [PieceKind.ADDED]


def test_a_new_rule_is_all_new_and_a_removed_one_is_all_gone() -> None:
    came, went = compare_rules((ONE, TWO), (THREE, ONE))
    assert (came.change.kind, came.old_place, came.new_place) == (RuleChangeKind.ADDED, None, 1)
    assert {p.kind for text in came.texts for p in text.pieces} == {PieceKind.ADDED}
    assert (went.change.kind, went.old_place, went.new_place) == (RuleChangeKind.REMOVED, 2, None)
    assert {p.kind for text in went.texts for p in text.pieces} == {PieceKind.REMOVED}


def test_a_move_tells_both_places_and_no_words() -> None:
    (found,) = compare_rules((ONE, TWO, THREE), (THREE, ONE, TWO))
    assert (found.change.rule.code, found.old_place, found.new_place) == ("R3", 3, 1)
    assert found.texts == ()
