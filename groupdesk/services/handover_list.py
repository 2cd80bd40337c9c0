# SPDX-License-Identifier: MIT
"""Handovers, read: lists, and one with its book, its signatures and what would move."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from groupdesk.domain import handovers
from groupdesk.domain.enums import Action, Edition
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.handover_enums import HandoverChip, HandoverSide, HandoverState
from groupdesk.domain.handover_records import (
    Book,
    BookChange,
    HandoverCounts,
    HandoverEntryRecord,
    HandoverFilter,
    HandoverRecord,
    HandoverRow,
    MoveItem,
    Party,
    Signature,
)
from groupdesk.domain.handovers import SIDES
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.search_tokens import fold
from groupdesk.models import stored
from groupdesk.models.leaving import Handover
from groupdesk.services.handover_book import book_of
from groupdesk.services.handover_moves import items_from, owner_roles, plan, plan_back
from groupdesk.services.handover_namesakes import unsure
from groupdesk.services.handover_parties import operator_of
from groupdesk.services.handover_scope import Reading, Scope, scope_of
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among

_ROWS = """
SELECT h.id, coalesce(h.group_id, 0), coalesce(g.name, ''), coalesce(h.giver_operator_id, 0),
    coalesce(h.giver_id, 0), h.giver_name, coalesce(h.taker_operator_id, 0),
    coalesce(h.taker_id, 0), h.taker_name, h.recorded_at, o.name, coalesce(h.exit_id, 0),
    coalesce(h.back_of_id, 0), g.archived_at IS NOT NULL, h.note
FROM handover h LEFT JOIN customer_group g ON g.id = h.group_id
JOIN operator o ON o.id = h.operator_id
"""
_KINDS = """
SELECT handover_id, kind, at, coalesce(CASE WHEN kind IN ('giver_signed', 'taker_signed')
    AND json_valid(facts) THEN json_extract(facts, '$.content') END, '')
FROM handover_entry WHERE handover_id IN {0} ORDER BY id
"""
_ENTRIES = """
SELECT e.id, e.kind, e.at, o.name, e.text, {0} FROM handover_entry e
JOIN operator o ON o.id = e.operator_id WHERE e.handover_id = ? ORDER BY e.id
"""
_FEW_FACTS = """CASE WHEN json_valid(e.facts) THEN json_remove(e.facts, '$.book', '$.items')
    ELSE e.facts END"""
_PRINTED = """
SELECT coalesce(max(e.at), '') FROM audit_entry e JOIN audit_payload p ON p.seq = e.seq
WHERE e.action = ? AND CASE WHEN json_valid(CAST(p.body AS TEXT)) THEN
    json_extract(CAST(p.body AS TEXT), '$.after.of') = ?
    AND json_extract(CAST(p.body AS TEXT), '$.after.edition') = ? END
"""


class _Entry(NamedTuple):
    id: int
    kind: HandoverEntryKind
    at: str
    operator: str
    text: str
    facts: dict[str, Any]


class _Step(NamedTuple):
    """An entry, as far as it says where a handover stands."""

    kind: HandoverEntryKind
    at: str
    content: str
    """Of a signature: the fingerprint of what was signed."""


class Handovers:
    """Reads handovers; see `handovers.HandoverActs` for what is recorded about them."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def rows(self, which: HandoverFilter) -> tuple[HandoverRow, ...]:
        """Return the handovers that fit: those to be done first, then the newest."""
        found = [row for row in self._of(which) if which.chip in {None, row.chip}]
        return tuple(sorted(found, key=lambda row: (row.over, -row.id)))

    def counts(self, which: HandoverFilter) -> HandoverCounts:
        """Return how many each chip would show beside what else is chosen."""
        found = Counter(row.chip for row in self._of(which))
        return HandoverCounts(found.total(), {chip: found[chip] for chip in HandoverChip})

    def of_exit(self, exit_id: int) -> tuple[HandoverRow, ...]:
        """Return the handovers of a request to leave, the newest first."""
        with self._ledger.reading():
            return read_rows(self._ledger, "h.exit_id = ?", (exit_id,))[::-1]

    def get(self, handover_id: int) -> HandoverRecord:
        """Return a handover with its book. Raises StateChangedError("handover_gone")."""
        with self._ledger.reading():
            return read_handover(self._ledger, handover_id)

    def operator_of(self, membership_id: int) -> int:
        """Return the operator whom a member is, as far as it is known, 0 for none."""
        with self._ledger.reading():
            return operator_of(self._ledger.database, membership_id)

    def _of(self, which: HandoverFilter) -> Iterable[HandoverRow]:
        where, values = ("h.group_id = ?", (which.group_id,)) if which.group_id else ("1", ())
        with self._ledger.reading():
            rows = read_rows(self._ledger, where, values)
        wanted = fold(which.text.strip())
        return [row for row in rows if wanted in _text(row)]


def read_rows(
    ledger: Ledger, where: str, values: tuple[object, ...] = ()
) -> tuple[HandoverRow, ...]:
    """Return the handovers for which a condition over `h` holds; the caller reads."""
    rows = ledger.database.execute_sql(f"{_ROWS} WHERE {where} ORDER BY h.id", values).fetchall()
    ids = among(row[0] for row in rows)
    kinds: dict[int, list[_Step]] = {row[0]: [] for row in rows}
    for ident, kind, at, content in ledger.database.execute_sql(_KINDS.format(ids)):
        known = stored.one_of(HandoverEntryKind, kind)
        kinds[ident].append(_Step(known, stored.moment_text(at), str(content)))
    return tuple(_row(row, kinds[row[0]]) for row in rows)


def read_handover(ledger: Ledger, handover_id: int) -> HandoverRecord:
    """Return a handover with its book; the caller reads."""
    rows = read_rows(ledger, "h.id = ?", (handover_id,))
    if not rows:
        raise StateChangedError("handover_gone")
    row = rows[0]
    found = _entries(ledger, handover_id)
    entries = _told(found)
    kept = [one for one in found if one.kind in SIDES]
    signed = _book(kept[-1].facts) if kept else None
    last = _last(kept)
    moved = next((one.facts for one in found if one.kind is HandoverEntryKind.MOVED), {})
    scope = None if moved else scope_of(ledger, Handover.get_by_id(handover_id))
    book = _book(moved) if scope is None else book_of(ledger, scope, entries)
    if scope is not None:  # a member may be an operator as well, who signs with their own sign-in
        giver = row.giver._replace(operator_id=scope.giver.operator_id)
        taker = row.taker._replace(operator_id=scope.taker.operator_id)
        row = row._replace(giver=giver, taker=taker)
    moves = items_from(moved.get("items")) if moved else ()
    going = None if row.over else scope
    changes: tuple[BookChange, ...] = ()
    alone: tuple[str, ...] = ()
    if going is not None:
        if last:  # for whoever has to sign again it is more than for the other side
            earlier = min(last, key=lambda one: one.id)
            changes = handovers.changes(_book(earlier.facts), book)
        moves = _offered(ledger, going, row.back_of)
        roles = owner_roles(ledger, going)
        alone = tuple(group.name for group, taking in roles if taking is None)
    return HandoverRecord(
        row=row,
        book=book,
        digest=handovers.digest(book),
        entries=entries,
        signatures=tuple(_signature(one, book, _counting(kept)) for one in last),
        changes=changes,
        moves=moves,
        last=found[-1].id if found else 0,
        signed=signed,
        giver_only_owner=alone,
        taker_gone=going is not None and going.taker.gone,
        override=str(moved.get("override", "")),
        printed=_printed(ledger, handover_id),
        handed_back=handed_back(ledger, handover_id),
        unsure=unsure(ledger, going.giver, moves) if going is not None else frozenset(),
    )


def signed_otherwise(ledger: Ledger, handover_id: int, common: Reading) -> tuple[str, ...]:
    """Return who signed a book that is under way and reads otherwise by now; the caller reads."""
    found = _entries(ledger, handover_id, without_books=True)
    scope = scope_of(ledger, Handover.get_by_id(handover_id), common)
    book = book_of(ledger, scope, _told(found))
    now, kept = handovers.content_digest(book), [one for one in found if one.kind in SIDES]
    counting = _counting(kept)
    return tuple(
        str(one.facts.get("name", ""))
        for one in _last(kept)
        if SIDES[one.kind] in counting and one.facts.get("content") != now
    )


def _offered(ledger: Ledger, scope: Scope, back_of: int) -> tuple[MoveItem, ...]:
    """Return what would go over: what went with another one, or what the giver looks after."""
    if back_of:
        return plan_back(ledger, scope, given_items(ledger, back_of))
    return plan(ledger, scope)


def given_items(ledger: Ledger, handover_id: int) -> tuple[MoveItem, ...]:
    """Return what was handed over with a handover, nothing where it was not."""
    for one in _entries(ledger, handover_id):
        if one.kind is HandoverEntryKind.MOVED:
            return items_from(one.facts.get("items"))
    return ()


def handed_back(ledger: Ledger, handover_id: int) -> int:
    """Return the handover that gives the items of this one back, 0 where there is none."""
    rows = read_rows(ledger, "h.back_of_id = ?", (handover_id,))
    return next((row.id for row in rows if row.state is not HandoverState.CALLED_OFF), 0)


def _row(row: tuple[Any, ...], entries: list[_Step]) -> HandoverRow:
    ident, group, name, *sides = row
    ends = {HandoverEntryKind.MOVED, HandoverEntryKind.CALLED_OFF}
    counting = handovers.counting_sides(
        (SIDES[one.kind], one.content) for one in entries if one.kind in SIDES
    )
    return HandoverRow(
        id=int(ident),
        group_id=int(group),
        group_name=str(name),
        giver=Party(int(sides[0]), int(sides[1]), str(sides[2])),
        taker=Party(int(sides[3]), int(sides[4]), str(sides[5])),
        opened_at=stored.moment_text(sides[6]),
        opened_by=str(sides[7]),
        state=handovers.state_of((one.kind, one.content) for one in entries),
        giver_signed=HandoverSide.GIVER in counting,
        taker_signed=HandoverSide.TAKER in counting,
        exit_id=int(sides[8]),
        back_of=int(sides[9]),
        archived=bool(sides[10]),
        note=str(sides[11]),
        ended_at=next((one.at for one in entries if one.kind in ends), ""),
    )


def _text(row: HandoverRow) -> str:
    return fold(" ".join((row.giver.name, row.taker.name, row.group_name)))


def entries_of(ledger: Ledger, handover_id: int) -> tuple[HandoverEntryRecord, ...]:
    """Return what was written into a book, the first first; the caller reads."""
    return _told(_entries(ledger, handover_id))


def _entries(ledger: Ledger, handover_id: int, *, without_books: bool = False) -> list[_Entry]:
    """Return the entries; the books that they keep are large, and not always asked for."""
    facts = _FEW_FACTS if without_books else "e.facts"
    return [
        _Entry(
            int(ident),
            stored.one_of(HandoverEntryKind, kind),
            stored.moment_text(at),
            str(operator),
            str(text),
            stored.fields(facts) if facts else {},
        )
        for ident, kind, at, operator, text, facts in ledger.database.execute_sql(
            _ENTRIES.format(facts), (handover_id,)
        )
    ]


def _told(found: Iterable[_Entry]) -> tuple[HandoverEntryRecord, ...]:
    rows = list(found)
    struck = {one.facts.get("strikes"): one for one in rows if one.kind is HandoverEntryKind.STRUCK}
    return tuple(
        HandoverEntryRecord(
            one.id,
            one.kind,
            one.at,
            one.operator,
            one.text,
            struck[one.id].text if one.id in struck else "",
            struck[one.id].operator if one.id in struck else "",
        )
        for one in rows
        if one.kind is not HandoverEntryKind.STRUCK
    )


def _last(kept: Iterable[_Entry]) -> list[_Entry]:
    """Return the last signature of each side, that of the giver first."""
    by_side = {SIDES[one.kind]: one for one in kept}
    return [by_side[side] for side in HandoverSide if side in by_side]


def _counting(kept: Iterable[_Entry]) -> frozenset[HandoverSide]:
    """Return whose signature counts; `kept` are the signatures, the first first."""
    return handovers.counting_sides(
        (SIDES[one.kind], str(one.facts.get("content", ""))) for one in kept
    )


def _signature(one: _Entry, book: Book, counting: frozenset[HandoverSide]) -> Signature:
    kept = _book(one.facts)
    return Signature(
        side=SIDES[one.kind],
        name=str(one.facts.get("name", "")),
        at=one.at,
        operator=one.operator,
        on_paper=bool(one.facts.get("on_paper", False)),
        digest=handovers.digest(kept),
        current=not handovers.changes(kept, book),
        counts=SIDES[one.kind] in counting,
        unprinted=str(one.facts.get("unprinted", "")),
    )


def _printed(ledger: Ledger, handover_id: int) -> str:
    asked = (Action.REPORT_PRINT.value, f"handover {handover_id}", Edition.FILE.value)
    (at,) = ledger.database.execute_sql(_PRINTED, asked).fetchone()
    return stored.known_moment(at)


def _book(facts: dict[str, Any]) -> Book:
    try:
        book = handovers.from_json(facts["book"])
        kept = str(facts["digest"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageError("damaged") from error
    if handovers.digest(book) != kept:
        raise StorageError("damaged")
    return book
