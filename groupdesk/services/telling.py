# SPDX-License-Identifier: MIT
"""Writes down what members were told of the rules: many at once, with one log entry for all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final, NamedTuple
from uuid import UUID

from groupdesk.domain import canonical
from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.enums import Action, Channel, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.told_records import TellDone
from groupdesk.models import stored
from groupdesk.models.rules import Rulebook
from groupdesk.services import casework
from groupdesk.services.jobs import JobContext
from groupdesk.services.ledger import Entry, Ledger

Progress = Callable[[str, int, int], object]
"""Told the stage, how many are done, and how many there are."""
IN_A_THREAD: Final = 2_000
"""More members than these are recorded by a process of their own, or the window would wait."""

_BATCH = 2_000
_COLUMNS = (
    "id", "rulebook_id", "membership_id", "operator_id", "recorded_at", "at", "state", "channel",
    "template",
)  # fmt: skip
_INSERT = f"INSERT INTO rules_told ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHOSEN = """
WITH last AS (
    SELECT membership_id, max(id) id FROM rules_told WHERE rulebook_id = ?1 GROUP BY membership_id)
SELECT m.id, m.person_id, m.name, coalesce(t.state, ''), m.state = 'active' AND NOT m.is_bot,
    coalesce(t.channel, ''), coalesce(b.state, ''), coalesce(b.at, ''), coalesce(b.channel, '')
FROM membership m
JOIN rulebook r ON r.id = ?1 AND r.group_id = m.group_id
LEFT JOIN last ON last.membership_id = m.id
LEFT JOIN rules_told t ON t.id = last.id AND t.state <> 'withdrawn'
LEFT JOIN rules_told b ON t.state = 'acknowledged' AND b.id = (
    SELECT max(n.id) FROM rules_told n
    WHERE n.rulebook_id = ?1 AND n.membership_id = m.id AND n.id < t.id)
WHERE m.id IN (SELECT value FROM json_each(?2)) ORDER BY m.id
"""
_MINUTE = len("2026-11-21T12:00")
_digest = canonical.row_digests(_COLUMNS)


class Stay(NamedTuple):
    """A membership as it is known to one version: what was recorded last, and before that."""

    id: int
    person_id: int
    name: str
    state: str
    present: bool
    channel: str
    state_before: str
    at_before: str
    channel_before: str


class Told(NamedTuple):
    """What is recorded of a stay: the values of a ToldState and a Channel, and a stored moment."""

    stay: Stay
    state: str
    at: str
    channel: str


Choose = Callable[[Iterable[Stay], str], Sequence[Told]]
"""Says what is recorded of some stays at a stored moment."""


def nothing_told(_stage: str, _done: int, _all: int) -> None:
    """Take progress that nobody waits for."""


class Telling:
    """The commands behind `Announcements`, each of them one log entry."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def run(
        self,
        operation: UUID,
        action: Action,
        rulebook_id: int,
        ids: Sequence[int],
        choose: Choose,
        *,
        at: str = "",
        template: str = "",
        progress: Progress = nothing_told,
    ) -> TellDone:
        """Record what `choose` makes of the stays at the moment `at`, or now; all or nothing.

        Raises ValidationError for `at`, or "ids" where nobody is left, StateChangedError when the
        version is gone, RefusedError for an archived group.
        """

        def work(entry: Entry) -> None:
            book = Rulebook.get_or_none(Rulebook.id == rulebook_id)
            if book is None:
                raise StateChangedError("rules_version_gone")
            moment = _checked(at, book.published_at, entry.now) if at else entry.now_text
            chosen = choose(self._stays(rulebook_id, ids), moment)
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
            self._insert(entry, book, chosen, template, progress)

        if len(ids) <= IN_A_THREAD:
            receipt = self._ledger.run(operation, action, work)
        else:
            receipt = self._ledger.run_long(operation, action, work, again=lambda: None)
        members = self._recorded(receipt)
        return TellDone(receipt, members, len(set(ids)) - members)

    def _stays(self, rulebook_id: int, ids: Sequence[int]) -> Iterable[Stay]:
        wanted = f"[{','.join(str(int(one)) for one in ids)}]"
        rows = self._ledger.database.execute_sql(_CHOSEN, (rulebook_id, wanted)).fetchall()
        return map(Stay._make, rows)

    def _insert(
        self,
        entry: Entry,
        book: Rulebook,
        chosen: Sequence[Told],
        template: str,
        progress: Progress,
    ) -> None:
        """Write rows and payloads; it is the hot part, and spells each as models would."""
        connection = self._ledger.database.connection()
        first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM rules_told").fetchone()[0]
        said = {"group": book.group.name, "version": str(book.version)}
        by, now = entry.operator.id, entry.now_text
        numbered = enumerate(chosen, first)
        done = 0
        while part := list(islice(numbered, _BATCH)):
            rows = [
                (ident, book.id, told.stay.id, by, now, told.at, told.state, told.channel,
                 template or None)
                for ident, told in part
            ]  # fmt: skip
            connection.executemany(_INSERT, rows)
            for row, (_ident, told) in zip(rows, part, strict=True):
                stay = told.stay
                after = said | {
                    "member": stay.name,
                    "told_state": told.state,
                    "at": told.at,
                    "channel": told.channel,
                }
                before = {"told_state": stay.state} if stay.state else None
                digests = {f"rules_told:{row[0]}": _digest(row)}
                body = canonical.canonical_texts(after, digests, before)
                entry.payloads.append((stay.person_id, body))
            done += len(part)
            progress("write", done, len(chosen))
            entry.give_way()

    def _recorded(self, receipt: Receipt) -> int:
        """Return how many a log entry says it recorded: also for one that came twice."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                "SELECT count(*) FROM audit_payload WHERE seq = ? AND person_id IS NOT NULL",
                (receipt.seq,),
            ).fetchone()
        return int(row[0])


def as_told(state: ToldState, channel: Channel) -> Choose:
    """Return what chooses the members who are here and were not yet told, or not as much."""
    covered = {ToldState.ACKNOWLEDGED.value, state.value}

    def choose(stays: Iterable[Stay], at: str) -> Sequence[Told]:
        return [
            Told(stay, state.value, at, channel.value)
            for stay in stays
            if stay.present and stay.state not in covered
        ]

    return choose


def as_taken_back(stays: Iterable[Stay], now: str) -> Sequence[Told]:
    """Return what takes back what was recorded last of each, where anything was."""
    return [_taken_back(stay, now) for stay in stays if stay.state]


def tell_job(context: JobContext, args: dict[str, Any]) -> TellDone:
    """Record that members were told: `request`."""
    return context.desk.announcements.tell(args["request"], context.progress)


def acknowledge_job(context: JobContext, args: dict[str, Any]) -> TellDone:
    """Record that members acknowledged: `request`."""
    return context.desk.announcements.acknowledge(args["request"], context.progress)


def take_back_job(context: JobContext, args: dict[str, Any]) -> TellDone:
    """Take back what was recorded last: `operation`, `rulebook_id`, `ids`."""
    return context.desk.announcements.take_back(
        args["operation"], args["rulebook_id"], args["ids"], context.progress
    )


def _taken_back(stay: Stay, now: str) -> Told:
    """Who was told before they acknowledged stays told."""
    if stay.state_before == ToldState.TOLD.value:
        channel = stored.one_of(Channel, stay.channel_before)
        at = stored.moment_text(stay.at_before)
        return Told(stay, ToldState.TOLD.value, at, channel.value)
    channel = stored.one_of(Channel, stay.channel)
    return Told(stay, ToldState.WITHDRAWN.value, now, channel.value)


def _checked(at: str, published_at: str, now: datetime) -> str:
    moment = casework.past_moment("at", at, now)
    if moment[:_MINUTE] < published_at[:_MINUTE]:  # a person gives a time to the minute
        raise ValidationError("at", "told_before_published")
    return moment


def _how(told: Told | None) -> Mapping[str, str]:
    return {} if told is None else {"at": told.at, "channel": told.channel}
