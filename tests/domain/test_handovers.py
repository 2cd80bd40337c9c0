# SPDX-License-Identifier: MIT
"""What follows from a handover's entries, and from two books that differ."""

import pytest

from groupdesk.domain.handover_enums import BookPart, HandoverSide, HandoverState
from groupdesk.domain.handover_records import Book, BookChange, BookGroup, BookLine
from groupdesk.domain.handovers import (
    SIGNED,
    changes,
    content_digest,
    counting_sides,
    digest,
    from_json,
    state_of,
    to_json,
)
from groupdesk.domain.leaving_enums import HandoverEntryKind

GROUP = BookGroup(1, "Aurora", "wecom", "", "", "Chen", ("Chen",), 12, 0, 1, "", ("R1 Offers",))
LINE = BookLine("case:1", who="Li Wei", day="2026-06-01T08:00:00Z")
BOOK = Book((GROUP,), {BookPart.CASES: (LINE,)})
KIND = HandoverEntryKind
GIVER, TAKER = HandoverSide


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ([], HandoverState.OPEN),
        ([KIND.NOTE, KIND.GIVER_SIGNED], HandoverState.OPEN),
        ([KIND.TAKER_SIGNED, KIND.GIVER_SIGNED], HandoverState.SIGNED),
        ([KIND.GIVER_SIGNED, KIND.TAKER_SIGNED, KIND.MOVED], HandoverState.MOVED),
        ([KIND.MOVED], HandoverState.MOVED),
        ([KIND.GIVER_SIGNED, KIND.CALLED_OFF], HandoverState.CALLED_OFF),
    ],
)
def test_state_follows_from_entries(kinds: list[HandoverEntryKind], state: HandoverState) -> None:
    assert state_of((kind, "same") for kind in kinds) is state


@pytest.mark.parametrize(
    ("signatures", "counting"),
    [
        ([(GIVER, "a"), (TAKER, "a")], {GIVER, TAKER}),
        ([(GIVER, "a"), (TAKER, "b")], {TAKER}),
        ([(GIVER, "a"), (TAKER, "b"), (GIVER, "b")], {GIVER, TAKER}),
        ([(GIVER, "a"), (TAKER, "a"), (GIVER, "b")], {GIVER}),
        ([(GIVER, "a"), (GIVER, "b")], {GIVER}),
        ([], set()),
    ],
)
def test_both_sign_the_same(
    signatures: list[tuple[HandoverSide, str]], counting: set[HandoverSide]
) -> None:
    assert counting_sides(signatures) == counting
    both = state_of((SIGNED[side], content) for side, content in signatures)
    assert (both is HandoverState.SIGNED) is (len(counting) == 2)


def test_book_that_was_kept_reads_as_it_did() -> None:
    kept = from_json(to_json(BOOK))
    assert kept.groups == BOOK.groups
    assert kept.lines(BookPart.CASES) == (LINE,)
    assert digest(kept) == digest(BOOK)


@pytest.mark.parametrize("value", [None, [], {}, {"groups": [], "parts": {"cases": ["text"]}}])
def test_what_is_no_book_is_refused(value: object) -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        from_json(value)


def test_changes_are_told_by_part() -> None:
    later = Book(
        (GROUP._replace(owner_name="Lin"),),
        {
            BookPart.CASES: (LINE._replace(by="Lin"), LINE._replace(key="case:2")),
            BookPart.ENTRIES: (BookLine("entry:1", what="Prices on the first"),),
        },
    )
    assert changes(BOOK, later) == (
        BookChange(None, new=0, gone=0, other=1),
        BookChange(BookPart.CASES, new=1, gone=0, other=1),
        BookChange(BookPart.ENTRIES, new=1, gone=0, other=0),
    )
    assert changes(later, BOOK)[1] == BookChange(BookPart.CASES, new=0, gone=1, other=1)


def test_somebody_more_in_the_group_is_no_change() -> None:
    assert changes(BOOK, Book((GROUP._replace(members=13),), BOOK.parts)) == ()


def test_another_order_is_the_same_content() -> None:
    lines = (LINE, LINE._replace(key="case:2"))
    first, second = (Book((GROUP,), {BookPart.CASES: one}) for one in (lines, lines[::-1]))
    assert changes(first, second) == ()
    assert content_digest(first) == content_digest(second) != content_digest(BOOK)
