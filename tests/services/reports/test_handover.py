# SPDX-License-Identifier: MIT
"""The handover book on paper: whole in the file copy, without names and notes in the handout."""

import re
import uuid

from groupdesk.domain.enums import Edition, Language
from groupdesk.domain.handover_enums import HandoverSide
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.services.desk import Desk
from tests.helpers import rule_id, warning
from tests.services.handover_cases import (
    NOBODY_ELSE,
    book_for,
    customer,
    me,
    moved,
    of,
    signed,
    written,
)
from tests.services.reports.test_case_file import flat, text_of

FILE, HANDOUT = Edition.FILE, Edition.HANDOUT


def book(desk: Desk, group: int, member: int) -> int:
    """Open a book with a case, a customer, and three entries by hand."""
    warning(desk, member, rule_id(desk, group))
    customer(desk, group, "Zhao Min", desk.operator.name, phone="138 0013", company="Zhao Ltd")
    why = GroupNoteRequest(
        uuid.uuid4(), (group,), GroupNoteKind.OPENED, why_now="Zhao Min asked for it"
    )
    desk.upkeep.group_notes.record(why)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group, note="From June on")
    written(desk, handover, "Zhao Min gets the prices on the first")
    written(desk, handover, "Zhao Min prefers calls", HandoverEntryKind.NOTE)
    written(desk, handover, "Printer: 555 0101", HandoverEntryKind.CONTACT)
    return handover


def printed(desk: Desk, handover: int, edition: Edition, language: Language) -> str:
    made = desk.reports.preview_handover(handover, edition, language)
    assert made.pdf.startswith(b"%PDF")
    return flat(text_of(made.pdf))


def test_paper_says_what_was_signed(desk: Desk, group: int, member: int) -> None:
    handover = book(desk, group, member)
    signed(desk, handover, HandoverSide.TAKER)
    written(desk, handover, "One thing more")
    signed(desk, handover, HandoverSide.GIVER, on_paper=False)
    text = printed(desk, handover, FILE, Language.EN)
    assert flat("The book had not been printed here; what was signed: A copy by hand") in text
    assert text.count(flat("It was an earlier version of the book.")) == 1
    assert flat("One thing more") in text, "what was signed last"


def test_file_copy_tells_all_of_it_and_both_can_sign(desk: Desk, group: int, member: int) -> None:
    handover = book(desk, group, member)
    text = printed(desk, handover, FILE, Language.EN)
    for said in (
        "Case 1 · Li Wei",
        "Zhao Min, Zhao Ltd",
        "138 0013",
        "Zhao Min prefers calls",
        "From June on",
        "Zhao Min asked for it",
        "Nobody has signed yet.",
        "Handed over by",
        "Taken over by",
        "Zhou Min",
    ):
        assert flat(said) in text, said


def test_handout_names_no_member_and_keeps_what_is_internal(
    desk: Desk, group: int, member: int
) -> None:
    handover = book(desk, group, member)
    text = printed(desk, handover, HANDOUT, Language.EN)
    for hidden in (
        "Li Wei",
        "Zhao Min",
        "Zhao Ltd",
        "138 0013",
        "prefers calls",
        "555 0101",
        "From June on",
    ):
        assert flat(hidden) not in text, hidden
    assert flat("gets the prices on the first") in text
    assert flat("Zhou Min") in text  # who takes over


def test_signed_book_is_printed_with_what_changed_since(
    desk: Desk, group: int, member: int
) -> None:
    handover = book(desk, group, member)
    signed(desk, handover, HandoverSide.GIVER, on_paper=False)
    signed(desk, handover, HandoverSide.TAKER)
    digest = of(desk, handover).digest
    written(desk, handover, "Something that came later")
    text = printed(desk, handover, FILE, Language.EN)
    assert flat("Something that came later") not in text
    assert flat("Written in by hand: 1 new") in text
    assert digest[:4] in text
    moved(desk, handover)
    assert flat("What went over") in printed(desk, handover, FILE, Language.EN)


def test_it_speaks_chinese(desk: Desk, group: int, member: int) -> None:
    handover = book(desk, group, member)
    moved(desk, handover, "临时交接")
    text = printed(desk, handover, FILE, Language.ZH)
    for said in (
        "交接册",
        "未结个案",
        "已移交的事项",
        "未经双方签字即移交，原因：临时交接",
        "接收人",
    ):
        assert flat(said) in text, said


def test_handout_calls_a_person_the_same_by_whatever_name(
    desk: Desk, group: int, member: int
) -> None:
    customer(desk, group, "Zhao Min", desk.operator.name, nickname="Minnie", phone="138 0013")
    customer(desk, group, "Sun Li", desk.operator.name)
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    written(desk, handover, "Minnie gets the prices; ask Sun Li about 138 0013")
    text = printed(desk, handover, HANDOUT, Language.EN)
    assert set(re.findall(r"\[member([A-Z])\]", text)) == {"A", "B"}
