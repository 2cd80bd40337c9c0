# SPDX-License-Identifier: MIT
"""What the log says of putting off and giving."""

from groupdesk.domain.logged_marks import LoggedMark, MarkKind, read_mark

A_TALK = {"todo": "plan"}


def test_which_act_it_was_is_told_by_what_changed() -> None:
    off, given = {"put_off": "2026-06-03"}, {"owner": "An"}
    assert read_mark({}, A_TALK | off) == LoggedMark(MarkKind.PUT_OFF, "plan")
    later = {"put_off": "2026-06-09"}
    assert read_mark(off | given, A_TALK | later | given) == LoggedMark(MarkKind.PUT_OFF, "plan")
    assert read_mark(off, A_TALK) == LoggedMark(MarkKind.BACK, "plan")
    assert read_mark(off, A_TALK | off | given) == LoggedMark(MarkKind.GIVEN, "plan", "An")
    assert read_mark(given, A_TALK | {"owner": "Bo"}) == LoggedMark(MarkKind.GIVEN, "plan", "Bo")
    assert read_mark(given, {}) == LoggedMark(MarkKind.FREE, "", "An")


def test_what_does_not_say_which_is_none() -> None:
    assert read_mark({}, A_TALK) is None
    assert read_mark({}, A_TALK | {"put_off": "2026-06-03", "owner": "An"}) is None
