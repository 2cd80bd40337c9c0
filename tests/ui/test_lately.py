# SPDX-License-Identifier: MIT
from groupdesk.ui.lately import Lately, Went
from groupdesk.ui.pages.page import Place


def test_the_last_one_comes_first_and_each_stands_there_once() -> None:
    lately = Lately()
    for key in ("today", "rules", "today"):
        lately.note(Went.PAGE, key)
    assert lately.steps == ((Went.PAGE, "today"), (Went.PAGE, "rules"))


def test_a_place_is_its_page_its_group_and_the_member_chosen_there() -> None:
    lately = Lately()
    lately.note_place(Place("members", 3, chosen=7))
    assert list(lately.steps) == [(Went.MEMBER, 7), (Went.PAGE, "members"), (Went.GROUP, 3)]
    lately.note_place(Place("cases", 4, everywhere=True, chosen=84))
    assert lately.steps[0] == (Went.PAGE, "cases"), "a case is no member, all groups are no group"
    lately.note_place(Place())
    assert len(lately.steps) == 4


def test_only_so_many_are_remembered() -> None:
    lately = Lately()
    for number in range(500):
        lately.note(Went.MEMBER, number)
    assert len(lately.steps) == 40
    assert lately.steps[0] == (Went.MEMBER, 499)
