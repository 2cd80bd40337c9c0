# SPDX-License-Identifier: MIT
"""The handover book as the records say now: groups, their rules, and the parts."""

import json
from collections.abc import Container, Iterable

from groupdesk.domain.enums import Platform
from groupdesk.domain.handover_records import Book, BookGroup, HandoverEntryRecord
from groupdesk.domain.upkeep_records import GroupNoteRecord
from groupdesk.models import stored
from groupdesk.services.group_notes import WHY, newest, notes_of
from groupdesk.services.handover_lines import own_parts, parts_of
from groupdesk.services.handover_scope import Scope
from groupdesk.services.ledger import Ledger

_GROUPS = """
SELECT g.id, g.name, g.platform, g.purpose, g.belongs, g.owner_name, coalesce(g.size_limit, 0),
    (SELECT count(*) FROM membership m WHERE m.group_id = g.id AND m.state = 'active'),
    (SELECT json_group_array(n.name) FROM (SELECT m.name FROM membership m
        WHERE m.group_id = g.id AND m.state = 'active' AND m.is_bot = 0
        AND m.role IN ('owner', 'admin') ORDER BY m.role = 'admin', m.sort_key, m.id) n),
    coalesce(b.version, 0), coalesce(b.published_at, ''), coalesce(b.id, 0), g.language
FROM customer_group g LEFT JOIN rulebook b ON b.id = (SELECT x.id FROM rulebook x
    WHERE x.group_id = g.id ORDER BY x.version DESC LIMIT 1)
WHERE g.id IN (SELECT value FROM json_each(?)) ORDER BY g.name, g.id
"""
_RULES = "SELECT code, titles FROM rule WHERE rulebook_id = ? ORDER BY position"


def book_of(ledger: Ledger, scope: Scope, entries: Iterable[HandoverEntryRecord]) -> Book:
    """Return what the records say of what a handover is about; the caller reads."""
    books, group_id = scope.common.books, scope.row.group_id or 0
    told = books.get(group_id)
    if told is None:
        told = Book(_groups(ledger, scope), parts_of(ledger, scope))
        if group_id:
            books[group_id] = told
    return Book(told.groups, {**told.parts, **own_parts(scope, entries)})


def _groups(ledger: Ledger, scope: Scope) -> tuple[BookGroup, ...]:
    rows = ledger.database.execute_sql(_GROUPS, (json.dumps(scope.groups),)).fetchall()
    notes: dict[int, list[GroupNoteRecord]] = {}
    for note in notes_of(ledger.database, scope.groups):
        notes.setdefault(note.group_id, []).append(note)
    groups = []
    for row in rows:
        ident, name, platform, purpose, belongs, owner, limit, members, owners, *book = row
        version, published, book_id, language = book
        groups.append(
            BookGroup(
                id=int(ident),
                name=str(name),
                platform=stored.one_of(Platform, platform).value,
                purpose=str(purpose),
                belongs=str(belongs),
                owner_name=str(owner),
                owners=stored.names(owners),
                members=int(members),
                size_limit=int(limit),
                rules_version=int(version),
                rules_published_at=stored.known_moment(published),
                rules=_rules(ledger, int(book_id), str(language)),
                why=_why(newest(notes.get(int(ident), ()), *WHY), {purpose, belongs}),
            )
        )
    return tuple(groups)


def _why(note: GroupNoteRecord | None, known: Container[str]) -> str:
    said = (note.purpose, note.belongs, note.why_now) if note is not None else ()
    return "\n".join(text for text in said if text and text not in known)


def _rules(ledger: Ledger, book_id: int, language: str) -> tuple[str, ...]:
    found = []
    for code, titles in ledger.database.execute_sql(_RULES, (book_id,)):
        known = stored.texts(titles)
        found.append(f"{code} {known.get(language) or next(iter(known.values()), '')}".strip())
    return tuple(found)
