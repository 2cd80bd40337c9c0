# SPDX-License-Identifier: MIT
"""Requests to leave, read: one with all that whoever answers it must see, and lists."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from groupdesk.domain import exits
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import DeliveryRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Language, MembershipState, Platform
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.exit_filter import ExitCounts, ExitFilter
from groupdesk.domain.exit_records import (
    EarlierExit,
    ExitCase,
    ExitChoice,
    ExitEntryRecord,
    ExitItemRecord,
    ExitOutlook,
    ExitRecord,
    ExitRemoval,
    ExitRow,
    ItemElsewhere,
    NamedStay,
)
from groupdesk.domain.leaving_enums import (
    ExitChip,
    ExitEntryKind,
    ExitItem,
    ExitReason,
    ExitState,
)
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.search_marks import spelled
from groupdesk.domain.search_tokens import fold
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.services import pinyin
from groupdesk.services.departures import holding_departure
from groupdesk.services.exit_colleagues import who_leaves
from groupdesk.services.exit_customers import customers_of, would_concern
from groupdesk.services.exit_lines import advices_of_exit, items_of
from groupdesk.services.exit_rows import LETTERS, leaver_of, rows_where
from groupdesk.services.exit_state import going_of, leaves_no_owner, owners_of
from groupdesk.services.leaving_ways import read_way
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import holds_sql, state_sql, waits_sql
from groupdesk.services.same_person import among, entries_of
from groupdesk.words import Words

_OWN = """
SELECT o.name, x.recorded_at, x.channel, x.reason, x.reason_text, p.language, g.language,
    g.owner_name, g.leaving
FROM exit_request x JOIN operator o ON o.id = x.operator_id
JOIN membership m ON m.id = x.membership_id JOIN person p ON p.id = m.person_id
JOIN customer_group g ON g.id = m.group_id WHERE x.id = ?
"""
_CASES = """
SELECT c.id, c.rule_code, coalesce(r.titles, '{{}}'), c.opened_at, coalesce(o.name, '')
FROM case_file c LEFT JOIN rule r ON r.id = c.rule_id LEFT JOIN operator o ON o.id = c.owner_id
WHERE c.person_id IN {0} AND c.group_id = ? AND c.state = 'open' ORDER BY c.id
"""
_HANDED_OVER = """
SELECT 1 FROM handover h JOIN handover_entry e ON e.handover_id = h.id
WHERE h.exit_id = ? AND e.kind = 'moved' LIMIT 1
"""
_REMOVALS = f"""
SELECT r.id, r.case_id, {state_sql("r")}, r.decided_at FROM removal r
WHERE r.membership_id = ? AND ({waits_sql("r")} OR {holds_sql("r")}) ORDER BY r.id
"""
_CHOICES = """
SELECT m.id, g.id, g.name, g.platform, m.name, m.state, coalesce(m.ended_at, '')
FROM membership m JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE m.person_id IN {0} AND m.is_bot = 0 AND (m.state = 'active' OR m.id = ?1)
ORDER BY m.id <> ?1, g.name, m.id
"""
_SAVED = """
SELECT coalesce(max(at), '') FROM audit_entry
WHERE action = 'exit.save' AND subject_kind = 'exit' AND subject_id = ?
"""
_SELF = "SELECT 1 FROM operator_person WHERE person_id IN {0} AND operator_id = ?"
_LETTERS = f"SELECT n.state, n.at, o.name, n.channel, n.note {LETTERS} WHERE x.id = ? ORDER BY n.id"
_WORDS = tuple(Words(language.value) for language in Language)


class ExitList:
    """Lists of requests to leave."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def rows(self, which: ExitFilter) -> tuple[ExitRow, ...]:
        """Return the requests that fit: those that wait first, by the day that comes next."""
        found = [row for row in self._of(which) if which.chip in {None, row.chip}]
        return tuple(sorted(found, key=_place))

    def counts(self, which: ExitFilter) -> ExitCounts:
        """Return how many each chip would show beside group and text."""
        found = self._of(which)
        chips: dict[ExitChip | None, int] = dict.fromkeys((None, *ExitChip), 0)
        chips[None] = len(found)
        for row in found:
            chips[row.chip] += 1
        return ExitCounts(chips)

    def of_stay(self, membership_id: int) -> ExitRow | None:
        """Return the last request of a stay that was neither withdrawn nor a mistake."""
        with self._ledger.reading():
            found = rows_where(self._ledger, "x.membership_id = ?", (membership_id,))
        over = {ExitState.WITHDRAWN, ExitState.MISTAKEN}
        return next((row for row, _entries in reversed(found) if row.state not in over), None)

    def _of(self, which: ExitFilter) -> list[ExitRow]:
        where, values = ("g.id = ?", (which.group_id,)) if which.group_id else ("1", ())

        def read() -> list[ExitRow]:
            return [row for row, _entries in rows_where(self._ledger, where, values)]

        with self._ledger.reading():
            # the list, its chips and what a search keeps of it are read one after the other
            rows = self._ledger.remembered(f"exits of {which.group_id or 0}", read)
        wanted = fold(which.text.strip())
        if not wanted:
            return rows
        return [row for row in rows if wanted in _said(row) or _spells(wanted, row)]


def read_exit(ledger: Ledger, exit_id: int) -> ExitRecord:
    """Return a request with all that belongs to it; the caller reads.

    Raises StateChangedError("exit_gone"), StorageError("damaged").
    """
    database = ledger.database
    found = rows_where(ledger, "x.id = ?", (exit_id,))
    if not found:
        raise StateChangedError("exit_gone")
    ((row, entries),) = found
    own = database.execute_sql(_OWN, (exit_id,)).fetchone()
    if own is None:  # whoever recorded it is not there
        raise StorageError("damaged")
    operator, recorded, channel, reason, text, language, group_language, owner, way = own
    stay = Membership.get_by_id(row.membership_id)
    person = entries_of(database, row.person_id)
    written = stored.one_of(Language, group_language)
    tried = advices_of_exit(exit_id)
    going = row.state in exits.IN_FORCE
    earlier = _earlier(ledger, person, row)
    me = ledger.operator.id
    return ExitRecord(
        row=row,
        operator=str(operator),
        recorded_at=stored.moment_text(recorded),
        channel=stored.one_of(AppealChannel, channel),
        first_reason=stored.one_of(ExitReason, reason),
        first_text=str(text),
        language=Language(language) if language in set(Language) else written,
        way=read_way(way),
        group_owner=str(owner),
        entries=entries,
        items=_items(row, entries, [one for one in earlier if one.together]),
        customers=customers_of(database, [leaver_of(row, entries)])[exit_id],
        cases=_cases(database, person, row.group_id, written),
        removals=tuple(map(_removal, database.execute_sql(_REMOVALS, (stay.id,)))),
        earlier=earlier,
        only_owner=going and leaves_no_owner(database, stay),
        owners=tuple(
            _named(database, ident)
            for ident in owners_of(database, row.group_id)
            if ident != stay.id
        ),
        replacement=_replacement(database, entries, stay),
        choices=exits.allowed(row.state, row.stay),
        deliveries=_deliveries(database, exit_id),
        handed_over=database.execute_sql(_HANDED_OVER, (exit_id,)).fetchone() is not None,
        advice=exits.next_advice(tried),
        tried=tried,
        departure_id=holding_departure(stay) if row.state is ExitState.LEFT else 0,
        colleague=who_leaves(database, [stay.id])[stay.id].colleague,
        operator_too=bool(database.execute_sql(_SELF.format(among(person)), (me,)).fetchone()),
        saved_at=stored.known_moment(database.execute_sql(_SAVED, (exit_id,)).fetchone()[0]),
    )


def choices_of(database: WorkspaceDatabase, stay: Membership) -> tuple[ExitChoice, ...]:
    """Return the groups that the person of a stay may want to leave, that stay's own first."""
    who = among(entries_of(database, stay.person_id))
    rows = database.execute_sql(_CHOICES.format(who), (stay.id,)).fetchall()
    known = going_of(database, [int(row[0]) for row in rows])
    found = []
    for ident, group, name, platform, member, state, ended in rows:
        owner = leaves_no_owner(database, Membership.get_by_id(ident))
        found.append(
            ExitChoice(
                membership_id=int(ident),
                group_id=int(group),
                group_name=str(name),
                platform=stored.one_of(Platform, platform),
                member_name=str(member),
                state=stored.one_of(MembershipState, state),
                ended_at=stored.known_moment(ended),
                exit_id=known.get(int(ident), 0),
                only_owner=owner,
            )
        )
    return tuple(found)


def outlook_of(ledger: Ledger, stay: Membership) -> ExitOutlook:
    """Return what is to be known before a request of this stay is recorded; the caller reads."""
    database = ledger.database
    person = entries_of(database, stay.person_id)
    written = stored.one_of(Language, stay.group.language)
    return ExitOutlook(
        cases=_cases(database, person, stay.group_id, written),
        removals=tuple(map(_removal, database.execute_sql(_REMOVALS, (stay.id,)))),
        earlier=_earlier(ledger, person),
        customers=would_concern(database, stay),
        only_owner=leaves_no_owner(database, stay),
    )


def _items(
    row: ExitRow, entries: tuple[ExitEntryRecord, ...], together: Iterable[EarlierExit]
) -> tuple[ExitItemRecord, ...]:
    """Return the whole checklist: what is ticked by hand, and what the records say by themselves.

    Own lines stand before leaving; whether messages still come is asked last. Each line knows the
    same one of the requests that were made `together` with this one and are under way.
    """
    by_hand, check = items_of(row.id)
    left = next((one for one in reversed(entries) if one.kind is ExitEntryKind.LEFT), None)
    there = row.state is ExitState.LEFT and left is not None
    gone = ExitItemRecord(
        code=ExitItem.LEFT_PLATFORM.value,
        task_id=0,
        texts={},
        done_at=left.at if there and left else "",
        done_by=left.operator if there and left else "",
        result=left.text if there and left else "",
    )
    asked = check if check is not None and there else None
    if asked is None:
        asked = ExitItemRecord(ExitItem.NOTIFICATIONS.value, 0, {}, "", "", "")
    same: dict[object, list[ItemElsewhere]] = defaultdict(list)
    for other in together:
        if other.state in exits.GOING:
            lines, question = items_of(other.id)
            if question is not None and other.state is ExitState.LEFT:
                lines.append(question)
            for line in lines:
                known = ItemElsewhere(other.id, other.group_name, line.task_id, line.done_at)
                same[line.key].append(known)
    return tuple(
        replace(line, elsewhere=tuple(same[line.key])) if line.task_id else line
        for line in (*by_hand, gone, asked)
    )


def _cases(
    database: WorkspaceDatabase, person: list[int], group_id: int, language: Language
) -> tuple[ExitCase, ...]:
    found = []
    for number, code, titles, opened, owner in database.execute_sql(
        _CASES.format(among(person)), (group_id,)
    ):
        texts = stored.texts(titles)
        title = texts.get(language.value) or next(filter(None, texts.values()), "")
        found.append(
            ExitCase(int(number), str(code), title, stored.moment_text(opened), str(owner))
        )
    return tuple(found)


def _removal(row: Iterable[Any]) -> ExitRemoval:
    ident, case, state, decided = row
    return ExitRemoval(
        int(ident),
        stored.number(case, 1),
        stored.one_of(RemovalState, state),
        stored.moment_text(decided),
    )


def _earlier(
    ledger: Ledger, person: list[int], row: ExitRow | None = None
) -> tuple[EarlierExit, ...]:
    this, batch = (row.id, row.batch) if row is not None else (0, "")
    others = rows_where(ledger, f"m.person_id IN {among(person)} AND x.id <> ?", (this,))
    return tuple(
        EarlierExit(
            id=one.id,
            group_id=one.group_id,
            group_name=one.group_name,
            asked_at=one.asked_at,
            reason=one.reason,
            state=one.state,
            left_at=one.left_at,
            together=bool(batch) and one.batch == batch,
            seen=max((entry.id for entry in entries), default=0),
        )
        for one, entries in reversed(others)
    )


def _replacement(
    database: WorkspaceDatabase, entries: tuple[ExitEntryRecord, ...], leaver: Membership
) -> NamedStay | None:
    """Return the entry of whoever takes over, by the last answer, while they are there.

    Who was only a name then may have joined since: the one other member of that name is meant.
    """
    last = next((one for one in reversed(entries) if one.kind in exits.ANSWERS), None)
    if last is None or not last.replacement_name:
        return None
    if not last.replacement_id:
        here = Membership.select(Membership.id).where(
            (Membership.group == leaver.group_id)
            & (Membership.state == MembershipState.ACTIVE.value)
            & (Membership.name == last.replacement_name)
            & (Membership.id != leaver.id)
        )
        found = [_named(database, stay.id) for stay in here.limit(2)]
        return found[0] if len(found) == 1 else None
    known = _named(database, last.replacement_id)
    return known if known.here else None


def _named(database: WorkspaceDatabase, membership_id: int) -> NamedStay:
    stay = Membership.get_or_none(Membership.id == membership_id)
    if stay is None:
        raise StorageError("damaged")
    here = stay.state == MembershipState.ACTIVE.value
    leaving = here and bool(going_of(database, [membership_id]))
    return NamedStay(stay.id, stay.name, stay.nickname, leaving, here)


def _deliveries(database: WorkspaceDatabase, exit_id: int) -> tuple[DeliveryRecord, ...]:
    return tuple(
        DeliveryRecord(
            stored.one_of(NoticeState, state), stored.moment_text(at), operator, channel, note
        )
        for state, at, operator, channel, note in database.execute_sql(_LETTERS, (exit_id,))
    )


def _said(row: ExitRow) -> str:
    names = (row.member_name, row.nickname, row.group_name, row.replacement_name, row.reason_text)
    reasons = (words(f"exit_reason.{row.reason.value}") for words in _WORDS)
    return fold("\n".join((*names, *reasons)))


def _spells(wanted: str, row: ExitRow) -> bool:
    """Say whether a search is the pinyin of a name, or its initials."""
    names = (row.member_name, row.nickname)
    return any(
        spelled(wanted.replace(" ", ""), name, pinyin.readings) is not None for name in names
    )


def _next_day(row: ExitRow) -> str:
    """Return the day on which something is to be done about a request, "" for any day."""
    if row.chip is ExitChip.TO_ANSWER:
        return row.answer_by
    if row.chip is ExitChip.AFTER:
        return row.check_on or from_text(row.left_at).date().isoformat() if row.left_at else ""
    return row.until or row.wish_on


def _place(row: ExitRow) -> tuple[bool, str, int]:
    """Return where a row stands: those that wait by their day, then the others, newest first."""
    over = row.chip is ExitChip.OVER
    return over, "" if over else _next_day(row) or "9999", -row.id if over else row.id
