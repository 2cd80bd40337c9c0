# SPDX-License-Identifier: MIT
"""The cause is told before what follows from it, and a row by what a person knows it by."""

from itertools import permutations

import pytest

from groupdesk.domain.findings import WITHOUT_CASE, Finding, Verification, serious
from groupdesk.services.verify import VOUCHED
from groupdesk.words import Words

CAUSES = {
    # an older copy put back: the log ends early, and its rows are not there
    "log_cut_off": ("row_missing", "row_changed", "operation_changed"),
    # written anew: nothing after the change fits what was remembered
    "log_rewritten": ("entry_changed", "chain_broken", "row_not_in_log"),
    "damaged": ("chain_broken", "payload_missing", "evidence_missing"),
    "entry_changed": ("chain_broken", "log_gap"),
    "log_gap": ("payload_without_entry", "row_not_in_log"),
    "payload_changed": ("row_changed", "row_not_in_log"),
    "row_changed": ("row_not_in_log", "evidence_changed"),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_the_cause_is_told_before_what_follows_from_it(cause: str) -> None:
    for order in permutations((cause, *CAUSES[cause])):
        told = serious(Finding(code, seq=number) for number, code in enumerate(order))
        assert told[0].code == cause
        assert {finding.code for finding in told} == {cause, *CAUSES[cause]}


def test_of_one_kind_the_first_place_is_told_first() -> None:
    told = serious([Finding("log_gap", seq=3), Finding("row_missing", seq=1), Finding("log_gap")])
    assert told == [Finding("log_gap", seq=3), Finding("log_gap"), Finding("row_missing", seq=1)]


def test_a_clock_that_went_back_stops_nothing() -> None:
    assert serious([Finding("clock_went_back", seq=4)]) == []


ABOUT_NOBODY = {
    "workspace_value",
    "operator",
    "customer_group",
    "rulebook",
    "rule",
    "import_undo",
    "redaction",
    "operator_pin",
    "ladder_version",
    "handover",
    "handover_entry",
    "review",
    "review_group",
    "review_entry",
    "group_note",
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("table", VOUCHED)
def test_each_row_has_words_with_and_without_its_names(language: str, table: str) -> None:
    words = Words(language)
    bare = Finding("row_changed", f"{table}:7", 5)
    known = Finding("row_changed", f"{table}:7", 5, "李伟", 3)
    if table in ABOUT_NOBODY:
        known = Finding("row_changed", f"{table}:7", 5, name="Aurora")
        assert "Aurora" in known.in_words(words)
    else:
        assert "李伟" in known.in_words(words)
        assert table in WITHOUT_CASE or "3" in known.in_words(words)
    assert "7" in bare.in_words(words)
    for text in (bare.in_words(words), known.in_words(words)):
        assert ":7" not in text
        assert "_" not in text
        assert "None" not in text


def test_a_file_is_named_by_its_fingerprint() -> None:
    assert "0f0f" in Finding("evidence_missing", "0f0f").in_words(Words("en"))


def test_one_finding_makes_a_workspace_unsound() -> None:
    clean = Verification(1, "", 1, 0, 0, "", ())
    assert clean.sound
    assert not Verification(1, "", 1, 0, 0, "", (Finding("row_changed", "removal:1"),)).sound
