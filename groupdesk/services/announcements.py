# SPDX-License-Identifier: MIT
"""Who was told of which version of the rules, who acknowledged it, and who joined since."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, Channel, SubjectKind, ToldState, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.told_records import (
    NamesFound,
    RulesKnown,
    TellDone,
    TellRequest,
    ToldMember,
    Unannounced,
    VersionTold,
    find_names,
)
from groupdesk.models import stored
from groupdesk.models.care import RulesTold
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rulebook
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of
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
_SINCE = """coalesce((SELECT min(f.at) FROM rules_told f JOIN last l ON l.id = f.id
    WHERE f.state <> 'withdrawn'), (SELECT published_at FROM rulebook WHERE id = ?1))"""
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
_CHOSEN = f"""{_LAST}
SELECT m.id, m.person_id, m.name, coalesce(t.state, ''), {_PRESENT}
{_HERE} WHERE m.id IN (SELECT value FROM json_each(?2)) ORDER BY m.id
"""
_BEFORE_LAST = """
SELECT state, at, channel FROM rules_told WHERE rulebook_id = ? AND membership_id = ?
ORDER BY id DESC LIMIT 2
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
_INSERT = """
INSERT INTO rules_told
    (id, rulebook_id, membership_id, operator_id, recorded_at, at, state, channel, template)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MINUTE = len("2026-11-21T12:00")
_Stay = tuple[int, int, str, str, bool]
_Record = tuple[_Stay, ToldState, str, Channel]


class Announcements:
    """What is known of members and versions of the rules; the last record of each holds."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    # ---- reading

    def versions(self, group_id: int) -> tuple[VersionTold, ...]:
        """Return how many members of today know of each version, the newest first."""
        with self._ledger.reading():
            books = Rulebook.select().where(Rulebook.group == group_id)
            return tuple(map(self._counted, books.order_by(Rulebook.version.desc())))

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

    def tell(self, request: TellRequest) -> TellDone:
        """Record that members were told of a version; who was told already is left out.

        Raises ValidationError for `at`, or "ids" where nobody is left, StateChangedError when the
        version is gone, RefusedError for an archived group.
        """
        return self._add(request, Action.RULES_TELL, ToldState.TOLD)

    def acknowledge(self, request: TellRequest) -> TellDone:
        """Record that members said that they read a version, whether or not they were told.

        Raises as `tell`.
        """
        return self._add(request, Action.RULES_ACKNOWLEDGE, ToldState.ACKNOWLEDGED)

    def take_back(self, operation: UUID, rulebook_id: int, ids: Sequence[int]) -> TellDone:
        """Take back what was recorded last; the record before it holds again.

        Who was told before they acknowledged stays told. Raises as `tell`.
        """

        def choose(stays: Iterable[_Stay], now: str) -> list[_Record]:
            return [self._withdrawn(rulebook_id, stay, now) for stay in stays if stay[3]]

        return self._write(operation, Action.RULES_TELL_UNDO, rulebook_id, ids, choose)

    # ---- inside

    def _add(self, request: TellRequest, action: Action, state: ToldState) -> TellDone:
        covered = {ToldState.ACKNOWLEDGED.value, state.value}

        def choose(stays: Iterable[_Stay], _now: str) -> list[_Record]:
            return [
                (stay, state, request.at, request.channel)
                for stay in stays
                if stay[4] and stay[3] not in covered
            ]

        return self._write(
            request.operation,
            action,
            request.rulebook_id,
            request.ids,
            choose,
            request.at,
            request.template if state is ToldState.TOLD else "",
        )

    def _write(
        self,
        operation: UUID,
        action: Action,
        rulebook_id: int,
        ids: Sequence[int],
        choose: Callable[[Iterable[_Stay], str], list[_Record]],
        at: str = "",
        template: str = "",
    ) -> TellDone:
        def work(entry: Entry) -> None:
            book = Rulebook.get_or_none(Rulebook.id == rulebook_id)
            if book is None:
                raise StateChangedError("rules_version_gone")
            if at:
                _check_moment(at, book.published_at, entry.now)
            chosen = choose(self._stays(rulebook_id, ids), entry.now_text)
            entry.about(
                SubjectKind.RULEBOOK,
                rulebook_id,
                Topic.RULES,
                Topic.MEMBERS,
                group_id=book.group_id,
            )
            if not chosen:
                raise ValidationError("ids", "told_nobody")
            entry.record(
                after={
                    "group": book.group.name,
                    "version": book.version,
                    "members": len(chosen),
                    **_how(chosen[0] if at else None),
                }
            )
            self._insert(entry, book, chosen, template)

        receipt = self._ledger.run(operation, action, work)
        members = self._recorded(receipt)
        return TellDone(receipt, members, len(set(ids)) - members)

    def _insert(
        self, entry: Entry, book: Rulebook, chosen: Sequence[_Record], template: str
    ) -> None:
        connection = self._ledger.database.connection()
        first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM rules_told").fetchone()[0]
        rows = [
            RulesTold(
                id=ident,
                rulebook=book.id,
                membership=stay[0],
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                at=at,
                state=state.value,
                channel=channel.value,
                template=template or None,
            )
            for ident, (stay, state, at, channel) in enumerate(chosen, first)
        ]
        connection.executemany(_INSERT, [tuple(row.__data__.values()) for row in rows])
        group = book.group.name
        for row, (stay, state, at, channel) in zip(rows, chosen, strict=True):
            entry.record(
                person_id=stay[1],
                before={"told_state": stay[3]} if stay[3] else None,
                after={
                    "member": stay[2],
                    "group": group,
                    "version": book.version,
                    "told_state": state.value,
                    "at": at,
                    "channel": channel.value,
                },
                rows=[row],
            )

    def _stays(self, rulebook_id: int, ids: Sequence[int]) -> list[_Stay]:
        wanted = f"[{','.join(str(int(one)) for one in ids)}]"
        rows = self._ledger.database.execute_sql(_CHOSEN, (rulebook_id, wanted)).fetchall()
        return [(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]

    def _withdrawn(self, rulebook_id: int, stay: _Stay, now: str) -> _Record:
        last, *before = self._ledger.database.execute_sql(
            _BEFORE_LAST, (rulebook_id, stay[0])
        ).fetchall()
        channel = stored.one_of(Channel, last[2])
        acknowledged = last[0] == ToldState.ACKNOWLEDGED.value
        if acknowledged and before and before[0][0] == ToldState.TOLD.value:
            at = stored.moment_text(before[0][1])
            return stay, ToldState.TOLD, at, stored.one_of(Channel, before[0][2])
        return stay, ToldState.WITHDRAWN, now, channel

    def _recorded(self, receipt: Receipt) -> int:
        """Return how many a log entry says it recorded: also for one that came twice."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                "SELECT count(*) FROM audit_payload WHERE seq = ? AND person_id IS NOT NULL",
                (receipt.seq,),
            ).fetchone()
        return int(row[0])

    def _counted(self, book: Rulebook) -> VersionTold:
        row = self._ledger.database.execute_sql(_COUNTS, (book.id,)).fetchone()
        return VersionTold(
            book.id,
            stored.number(book.version, 1),
            stored.moment_text(book.published_at),
            *(stored.number(value) for value in row),
        )


def _check_moment(at: str, published_at: str, now: datetime) -> None:
    moment = casework.past_moment("at", at, now)
    if moment[:_MINUTE] < published_at[:_MINUTE]:  # a person gives a time to the minute
        raise ValidationError("at", "told_before_published")


def _how(record: _Record | None) -> Mapping[str, str]:
    return {} if record is None else {"at": record[2], "channel": record[3].value}


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
