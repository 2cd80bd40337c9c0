# SPDX-License-Identifier: MIT
"""Acts follow each other as they happened; within a minute as they were recorded."""

from groupdesk.domain.act_order import act_place

MINUTE = "2026-06-01T01:03:00.000Z"


def test_within_a_minute_what_was_recorded_first_comes_first() -> None:
    warned = act_place("warning", "2026-06-01T01:03:20.000Z", "2026-06-01T01:03:20.000Z", 9)
    talked = act_place("talk", MINUTE, "2026-06-01T01:03:50.000Z", 1)
    assert warned < talked


def test_what_happened_earlier_comes_first_however_late_it_was_recorded() -> None:
    warned = act_place("warning", "2026-06-01T01:04:00.000Z", "2026-06-01T01:04:00.000Z")
    talked = act_place("talk", MINUTE, "2026-06-08T09:00:00.000Z")
    assert talked < warned


def test_at_one_moment_a_message_comes_before_a_talk_and_a_removal() -> None:
    kinds = ["reversal", "removal", "talk", "final_warning"]
    ordered = sorted(kinds, key=lambda kind: act_place(kind, MINUTE, MINUTE))
    assert ordered == ["final_warning", "talk", "removal", "reversal"]
