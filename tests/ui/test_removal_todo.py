# SPDX-License-Identifier: MIT
"""Removals on Today: those of one act are one line, with what is done of all of them."""

from groupdesk.domain.act_records import TodoRecord
from groupdesk.ui.removal_todo import together


def line(ident: int, *, batch: str = "", done: int = 0, about: str = "") -> TodoRecord:
    return TodoRecord(
        kind="carry_out",
        id=ident,
        membership_id=ident,
        group_id=1,
        member_name=f"M{ident}",
        group_name="Aurora",
        due_on="2026-06-01",
        since="2026-06-01T01:00:00.000Z",
        done=done,
        of=4,
        about=about,
        batch=batch,
    )


def test_removals_of_one_act_are_one_line_in_its_first_place() -> None:
    items = (
        line(1),
        line(2, batch="b", done=1),
        line(3),
        line(4, batch="b", done=4, about="no admin there"),
    )
    first, batch, last = together(items)
    assert (first, last) == (items[0], items[2])
    assert (batch.id, batch.members, batch.done, batch.of) == (2, 2, 5, 8)
    assert batch.about == "no admin there"
