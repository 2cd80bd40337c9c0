# SPDX-License-Identifier: MIT
"""What follows from a handover's entries and its books: state, fingerprint, what changed."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

from groupdesk.domain import canonical
from groupdesk.domain.handover_enums import BookPart, HandoverSide, HandoverState
from groupdesk.domain.handover_records import Book, BookChange, BookGroup, BookLine
from groupdesk.domain.leaving_enums import HandoverEntryKind

BY_HAND: Final = (
    HandoverEntryKind.PROMISE,
    HandoverEntryKind.CONTACT,
    HandoverEntryKind.FILE,
    HandoverEntryKind.NOTE,
)
"""What somebody writes into the book."""
SIGNED: Final = {
    HandoverSide.GIVER: HandoverEntryKind.GIVER_SIGNED,
    HandoverSide.TAKER: HandoverEntryKind.TAKER_SIGNED,
}
SIDES: Final = {kind: side for side, kind in SIGNED.items()}
INTERNAL: Final = frozenset({HandoverEntryKind.NOTE, HandoverEntryKind.CONTACT})
"""What stays in the house."""
_GROUP_TEXTS = ("name", "platform", "purpose", "belongs", "owner_name", "rules_published_at", "why")
_GROUP_NUMBERS = ("id", "members", "size_limit", "rules_version")


def counting_sides(signatures: Iterable[tuple[HandoverSide, str]]) -> frozenset[HandoverSide]:
    """Return whose signature counts: the last of a side, under the contents that were signed last.

    A signature is a side and the fingerprint of what was signed; the first comes first.
    """
    last, newest = dict[HandoverSide, str](), ""
    for side, newest in signatures:
        last[side] = newest
    return frozenset(side for side, content in last.items() if content == newest)


def state_of(entries: Iterable[tuple[HandoverEntryKind, str]]) -> HandoverState:
    """Return where a handover stands by its entries' kinds, and what was signed with them.

    Two signatures under different contents are one that is missing.
    """
    found = list(entries)
    kinds = {kind for kind, _content in found}
    if HandoverEntryKind.MOVED in kinds:
        return HandoverState.MOVED
    if HandoverEntryKind.CALLED_OFF in kinds:
        return HandoverState.CALLED_OFF
    counting = counting_sides((SIDES[kind], text) for kind, text in found if kind in SIDES)
    return HandoverState.SIGNED if len(counting) == len(HandoverSide) else HandoverState.OPEN


def to_json(book: Book) -> dict[str, object]:
    """Return what is kept of a book when it is signed."""
    return {
        "groups": [group._asdict() for group in book.groups],
        "parts": {part.value: [list(line) for line in book.lines(part)] for part in BookPart},
    }


def from_json(value: object) -> Book:
    """Return a book that was kept. Raises ValueError, KeyError or TypeError for what is none."""
    if not isinstance(value, dict):
        raise TypeError("no book")
    return Book(
        groups=tuple(_group(group) for group in value["groups"]),
        parts={BookPart(part): tuple(map(_line, lines)) for part, lines in value["parts"].items()},
    )


def digest(book: Book) -> str:
    """Return the fingerprint of a book, the same for the same contents."""
    return hashlib.sha256(canonical.canonical_json(to_json(book))).hexdigest()


def content_digest(book: Book) -> str:
    """Return the fingerprint of what counts as a change: the same where `changes` finds none."""
    told: dict[str, object] = {
        part.value: {line.key: list(line) for line in book.lines(part)} for part in BookPart
    }
    told["groups"] = {str(one.id): _without_count(one)._asdict() for one in book.groups}
    return hashlib.sha256(canonical.canonical_json(told)).hexdigest()


def changes(signed: Book, now: Book) -> tuple[BookChange, ...]:
    """Return how the records differ from the book that was signed, by part.

    How many members a group has changes from day to day, and is not told as a change.
    """
    groups = _compared(
        None,
        [(str(group.id), _without_count(group)) for group in signed.groups],
        [(str(group.id), _without_count(group)) for group in now.groups],
    )
    parts = [
        _compared(
            part,
            [(line.key, line) for line in signed.lines(part)],
            [(line.key, line) for line in now.lines(part)],
        )
        for part in BookPart
    ]
    return tuple(change for change in (groups, *parts) if any(change[1:]))


def _without_count(group: BookGroup) -> BookGroup:
    return group._replace(members=0)


def _compared(
    part: BookPart | None,
    before: Sequence[tuple[str, object]],
    after: Sequence[tuple[str, object]],
) -> BookChange:
    was, now = dict(before), dict(after)
    both = was.keys() & now.keys()
    return BookChange(
        part,
        new=len(now.keys() - was.keys()),
        gone=len(was.keys() - now.keys()),
        other=sum(was[key] != now[key] for key in both),
    )


def _group(value: dict[str, Any]) -> BookGroup:
    known: dict[str, Any] = {name: str(value[name]) for name in _GROUP_TEXTS}
    known |= {name: int(value[name]) for name in _GROUP_NUMBERS}
    return BookGroup(**known, owners=tuple(value["owners"]), rules=tuple(value["rules"]))


def _line(value: object) -> BookLine:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError("no line of a book")
    return BookLine(*value)
