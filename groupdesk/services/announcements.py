# SPDX-License-Identifier: MIT
"""Who was told of which version of the rules, who acknowledged it, and who joined since."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, Channel
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.told_records import (
    NamesFound,
    RulesKnown,
    TellDone,
    TellRequest,
    ToldMember,
    Unannounced,
    VersionOf,
    VersionTold,
    find_names,
)
from groupdesk.models import stored
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rulebook
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.telling import Progress, Telling, as_taken_back, as_told, nothing_told
from groupdesk.services.told_entries import rules_known

_LAST = """
WITH last AS (
    SELECT membership_id, max(id) id FROM rules_told WHERE rulebook_id = ?1 GROUP BY membership_id)
"""
_HERE = """
FROM membership m
JOIN rulebook b ON b.id = ?1 AND b.group_id = m.group_id
LEFT JOIN last ON last.membership_id = m.id
LEFT JOIN rules_told t ON t.id = last.id AND t.state <> 'withdrawn'
"""
_PRESENT = "m.state = 'active' AND NOT m.is_bot"
# When the first of those who know of it was told: not when they acknowledged it later.
_SINCE = """coalesce((SELECT min(f.at) FROM rules_told f
    JOIN last l ON l.membership_id = f.membership_id
    JOIN rules_told n ON n.id = l.id AND n.state <> 'withdrawn'
    WHERE f.rulebook_id = ?1 AND f.state <> 'withdrawn'),
    (SELECT published_at FROM rulebook WHERE id = ?1))"""
_JOINED = "coalesce(m.joined_at, p.created_at)"
_COUNTS = f"""{_LAST}
SELECT count(*), count(t.id), coalesce(sum(t.state = 'acknowledged'), 0),
    coalesce(sum(t.id IS NULL AND {_JOINED} > {_SINCE}), 0)
{_HERE} JOIN person p ON p.id = m.person_id WHERE {_PRESENT}
"""
_MEMBERS = f"""{_LAST}
SELECT m.id, m.name, p.language, coalesce(m.joined_at, ''), coalesce(t.state, ''),
    coalesce(t.at, ''), coalesce(t.channel, ''), coalesce(o.name, ''), {_JOINED} > {_SINCE}
{_HERE} JOIN person p ON p.id = m.person_id LEFT JOIN operator o ON o.id = t.operator_id
WHERE {_PRESENT} ORDER BY m.sort_key, m.id
"""
_NAMED = """
SELECT m.id, m.name, m.nickname, coalesce(a.external_id, ''), coalesce(a.handle, ''), p.name
FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN account a ON a.id = m.account_id
WHERE m.group_id = ? AND m.state = 'active' AND NOT m.is_bot
"""
_UNANNOUNCED = """
SELECT g.id, g.name, b.id, b.version, b.published_at
FROM rulebook b JOIN customer_group g ON g.id = b.group_id AND g.archived_at IS NULL
WHERE b.published_at > ? AND NOT EXISTS (
    SELECT 1 FROM rulebook n WHERE n.group_id = b.group_id AND n.version > b.version)
AND NOT EXISTS (SELECT 1 FROM rules_told t WHERE t.rulebook_id = b.id)
AND EXISTS (SELECT 1 FROM membership m
    WHERE m.group_id = g.id AND m.state = 'active' AND NOT m.is_bot)
ORDER BY b.published_at DESC, b.id
"""


class Announcements:
    """What is known of members and versions of the rules; the last record of each holds."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger
        self._telling = Telling(ledger)

    # ---- reading

    def versions(self, group_id: int) -> tuple[VersionOf, ...]:
        """Return the published versions, the newest first."""
        with self._ledger.reading():
            books = Rulebook.select(Rulebook.id, Rulebook.version)
            found = books.where(Rulebook.group == group_id).order_by(Rulebook.version.desc())
            return tuple(VersionOf(b.id, stored.number(b.version, 1)) for b in found)

    def counted(self, rulebook_id: int) -> VersionTold:
        """Return how many members of today know of a version.

        Raises StateChangedError("rules_version_gone").
        """
        with self._ledger.reading():
            book = Rulebook.get_or_none(Rulebook.id == rulebook_id)
            if book is None:
                raise StateChangedError("rules_version_gone")
            return self._counted(book)

    def newest(self, group_id: int) -> VersionTold | None:
        """Return the same for the version in force, None where nothing was published."""
        with self._ledger.reading():
            books = Rulebook.select().where(Rulebook.group == group_id)
            book = books.order_by(Rulebook.version.desc()).first()
            return None if book is None else self._counted(book)

    def members(self, rulebook_id: int) -> tuple[ToldMember, ...]:
        """Return the members of today, bots aside, with what is known, in the list's order."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_MEMBERS, (rulebook_id,)).fetchall()
        return tuple(map(_member, rows))

    def find(self, group_id: int, text: str) -> NamesFound:
        """Return which members a pasted list of names, usernames or platform ids means."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_NAMED, (group_id,)).fetchall()
        return find_names(text, {int(row[0]): row[1:] for row in rows})

    def known(self, membership_id: int, by: str = "") -> RulesKnown | None:
        """Return what a member had been told of the rules at the stored moment `by`, or now.

        Under whichever entry of the person and in whichever stay; None where nothing is on record.
        """
        with self._ledger.reading():
            database = self._ledger.database
            stay = Membership.get_or_none(Membership.id == membership_id)
            if stay is None:
                return None
            persons = among(entries_of(database, stay.person_id))
            moment = by or to_text(self._ledger.clock())
            return rules_known(database, persons, stay.group_id, moment)

    def unannounced(self, since: datetime) -> tuple[Unannounced, ...]:
        """Return the versions in force, published after `since`, of which nobody was told yet."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_UNANNOUNCED, (to_text(since),)).fetchall()
        return tuple(
            Unannounced(group, name, book, version, stored.moment_text(published))
            for group, name, book, version, published in rows
        )

    # ---- writing

    def tell(self, request: TellRequest, progress: Progress = nothing_told) -> TellDone:
        """Record that members were told of a version; who was told already is left out.

        Raises ValidationError for `at`, or "ids" where nobody is left, StateChangedError when the
        version is gone, RefusedError for an archived group.
        """
        return self._add(request, Action.RULES_TELL, ToldState.TOLD, progress)

    def acknowledge(self, request: TellRequest, progress: Progress = nothing_told) -> TellDone:
        """Record that members said that they read a version, whether or not they were told.

        Raises as `tell`.
        """
        return self._add(request, Action.RULES_ACKNOWLEDGE, ToldState.ACKNOWLEDGED, progress)

    def take_back(
        self,
        operation: UUID,
        rulebook_id: int,
        ids: Sequence[int],
        progress: Progress = nothing_told,
    ) -> TellDone:
        """Take back what was recorded last; the record before it holds again.

        Who was told before they acknowledged stays told. Raises as `tell`.
        """
        action = Action.RULES_TELL_UNDO
        return self._telling.run(
            operation, action, rulebook_id, ids, as_taken_back, progress=progress
        )

    # ---- inside

    def _add(
        self, request: TellRequest, action: Action, state: ToldState, progress: Progress
    ) -> TellDone:
        return self._telling.run(
            request.operation,
            action,
            request.rulebook_id,
            request.ids,
            as_told(state, request.channel),
            at=request.at,
            template=request.template if state is ToldState.TOLD else "",
            progress=progress,
        )

    def _counted(self, book: Rulebook) -> VersionTold:
        row = self._ledger.database.execute_sql(_COUNTS, (book.id,)).fetchone()
        return VersionTold(
            book.id,
            stored.number(book.version, 1),
            stored.moment_text(book.published_at),
            *(stored.number(value) for value in row),
        )


def _member(row: tuple[Any, ...]) -> ToldMember:
    ident, name, language, joined, state, at, channel, operator, since = row
    return ToldMember(
        membership_id=ident,
        name=name,
        language=language,
        joined_at=stored.known_moment(joined),
        state=stored.one_of(ToldState, state) if state else None,
        at=stored.known_moment(at),
        channel=stored.one_of(Channel, channel) if channel else None,
        operator=operator,
        joined_since=bool(since),
    )
