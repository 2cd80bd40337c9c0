# SPDX-License-Identifier: MIT
"""Who is missing from a list that is compared with its group, and how their stays end.

Nothing is invented: why somebody left is unknown until a person says it, and "removed by us" is
said only together with the case in which the removal was recorded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from groupdesk.domain.enums import DepartureHow, MembershipState
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.import_preview import (
    FieldChange,
    ImportCounts,
    LineKind,
    PreviewLine,
    RenameOffer,
    Take,
    changed_kind,
)
from groupdesk.domain.import_records import ImportNote, ImportRow, ReadResult, Rejected
from groupdesk.domain.records import GroupRecord
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.imports import changes
from groupdesk.services.imports.changes import Changes
from groupdesk.services.imports.compare import differences
from groupdesk.services.imports.match import Known, Matched
from groupdesk.services.imports.plan import columns, digest
from groupdesk.services.imports.register import Stay
from groupdesk.services.ledger import Entry
from groupdesk.services.removal_state import holds_sql

SHORT_SHARE = 5
"""A list that lacks more than one member in so many is much shorter than its group …"""
SHORT_LEAST = 3
"""… if it lacks at least so many."""
MOST_OFFERS = 5
_FEW = 2  # with so many at most on both sides all are offered; else those that look alike
_PAIRS = 10_000  # more names are not held against each other letter by letter
_ALIKE = 0.45
_PARTIAL_NOTES = frozenset({"silent_missing", "more_pages", "address_book"})
_COLUMNS = (
    "id", "membership_id", "snapshot_id", "case_id", "operator_id", "recorded_at", "ended_at",
    "how", "note",
)  # fmt: skip
_INSERT = (
    "INSERT INTO departure (id, membership_id, snapshot_id, case_id, operator_id, recorded_at,"
    " ended_at, how, note) VALUES (?,?,?,?,?,?,?,?,?)"
)
_OPEN_REMOVALS = f"""
SELECT r.membership_id, max(r.case_id) FROM removal r JOIN membership m ON m.id = r.membership_id
WHERE m.group_id = ? AND m.state = 'active' AND {holds_sql("r")}
GROUP BY r.membership_id
"""
_ACTIVE = "SELECT count(*) FROM membership WHERE group_id = ? AND state = 'active'"


@dataclass(slots=True)
class Missing:
    """The members of a group who are not in a list.

    `cases` are of removals that were recorded, by membership. `offers` are, by membership, the
    positions of new rows that may be the member under another name; `undecided` counts those
    whom a row in doubt may mean: they stay. `members` counts all who could be missing: the
    active ones, bots too.
    """

    stays: list[Stay] = field(default_factory=list)
    cases: dict[int, int] = field(default_factory=dict)
    offers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    undecided: int = 0
    members: int = field(default=0, compare=False)


def find_missing(
    database: WorkspaceDatabase,
    group_id: int,
    rows: Sequence[ImportRow],
    rejected: Sequence[Rejected],
    matched: Matched,
) -> Missing:
    """Return who is missing, those first who may only have another name."""
    found = Missing()
    if not matched.missing:
        return found
    in_doubt = _in_doubt(rows, rejected, matched)
    stays = [stay for stay in matched.missing if not in_doubt(stay)]
    found.undecided = len(matched.missing) - len(stays)
    active = database.execute_sql(_ACTIVE, (group_id,)).fetchone()
    found.members = int(active[0])
    found.offers = _offers(stays, rows, matched)
    found.cases = {
        int(m): int(case) for m, case in database.execute_sql(_OPEN_REMOVALS, (group_id,))
    }
    found.stays = sorted(
        stays,
        key=lambda stay: (
            stay.membership_id not in found.offers,
            stay.membership_id not in found.cases,
            stay.membership_id,
        ),
    )
    return found


def counted(matched: Matched, missing: Missing, counts: ImportCounts) -> ImportCounts:
    """Return the counts with those of a comparison."""
    kinds = [changed_kind(known.changes) for known in matched.changed]
    return replace(
        counts,
        left=len(missing.stays),
        may_be_renamed=len(missing.offers.keys() - missing.cases.keys()),
        role=kinds.count(LineKind.ROLE),
        renamed=kinds.count(LineKind.RENAMED),
        other=kinds.count(LineKind.OTHER),
    )


def notes(result: ReadResult, missing: Missing, listed: int) -> tuple[tuple[ImportNote, ...], bool]:
    """Return what a comparison must say, and whether the list may well be only a part."""
    left = len(missing.stays)
    if not left and not missing.undecided:
        return (), False
    found: list[ImportNote] = []
    told = {"left": str(left), "listed": str(listed), "members": str(missing.members)}
    silent = any(note.code in _PARTIAL_NOTES for note in result.notes)
    short = left >= SHORT_LEAST and left * SHORT_SHARE > missing.members
    if left and silent:
        found.append(ImportNote("list_partial", told))
    elif short:
        shorter = listed < missing.members
        found.append(ImportNote("list_short" if shorter else "list_lacks", told))
    if missing.offers:
        found.append(ImportNote("renames_possible", {"count": str(len(missing.offers))}))
    if missing.undecided:
        found.append(ImportNote("left_undecided", {"count": str(missing.undecided)}))
    return tuple(found), bool(left) and (silent or short)


def line_of(stay: Stay, missing: Missing, rows: Sequence[ImportRow]) -> PreviewLine:
    """Return the preview's line of a member who is missing."""
    for moment in (stay.joined_at, stay.last_active):
        stored.known_moment(moment)
    known = ("nickname", "role", "external_id", "handle", "joined_at", "last_active", "company")
    said = tuple(
        FieldChange(name, str(getattr(stay, name) or ""), "")
        for name in known
        if getattr(stay, name) and not (name == "role" and stay.role == "member")
    )
    return PreviewLine(
        LineKind.LEFT,
        0,
        stay.name,
        said,
        is_bot=bool(stay.is_bot),
        membership_id=stay.membership_id,
        removal_case=missing.cases.get(stay.membership_id, 0),
        renames=tuple(
            RenameOffer(rows[at].line, rows[at].name, _about(rows[at]))
            for at in missing.offers.get(stay.membership_id, ())
        ),
    )


def leaving(missing: Missing, take: Take) -> list[tuple[Stay, DepartureHow, int]]:
    """Return who leaves as a person decided it: how, and in which case.

    Raises ValidationError("departures", "departure_without_removal") for "removed by us" of
    somebody whose removal nobody recorded.
    """
    spared = {*take.renames.values(), *undecided(missing, take)}
    found: list[tuple[Stay, DepartureHow, int]] = []
    for stay in missing.stays:
        member = stay.membership_id
        if member in spared or not take.departs(member):
            continue
        case = missing.cases.get(member, 0)
        how = take.hows.get(member, DepartureHow.REMOVED if case else take.how)
        if how is DepartureHow.STAYED:
            continue
        if how is DepartureHow.REMOVED and not case:
            raise ValidationError("departures", "departure_without_removal", name=stay.name)
        found.append((stay, how, case if how is DepartureHow.REMOVED else 0))
    return found


def undecided(missing: Missing, take: Take) -> dict[int, tuple[int, ...]]:
    """Return who would leave though they may only have another name, with the rows they may be.

    Nobody said who is who: neither the member nor any of these rows is touched. Whose removal
    was recorded needs no other name to be missing.
    """
    if not take.compare or take.renames_settled:
        return {}
    decided = {*take.hows, *take.renames.values()}
    return {
        member: rows
        for member, rows in missing.offers.items()
        if member not in decided and member not in missing.cases and take.departs(member)
    }


def renamed(
    matched: Matched, missing: Missing, rows: Sequence[ImportRow], take: Take
) -> list[Known]:
    """Return the new rows that a person said are members under another name.

    Raises ValidationError("departures", "rename_not_offered") for what the preview did not offer.
    """
    if not take.compare or not take.renames:
        return []
    new = {rows[position].line: position for position in matched.new}
    stays = {stay.membership_id: stay for stay in missing.stays}
    if len(set(take.renames.values())) < len(take.renames):
        raise ValidationError("departures", "import_choice_twice")
    found = []
    for line, member in take.renames.items():
        position, stay = new.get(line), stays.get(member)
        if position is None or stay is None or position not in missing.offers.get(member, ()):
            raise ValidationError("departures", "rename_not_offered")
        found.append(Known(position, stay, differences(rows[position], stay)))
    return found


class Departing:
    """Writes departures inside the transaction of an import."""

    def __init__(
        self, database: WorkspaceDatabase, entry: Entry, group: GroupRecord, snapshot_id: int
    ) -> None:
        """Belong to this snapshot of `group`; log in `entry`."""
        self._database = database
        self._entry = entry
        self._group = group
        self._snapshot_id = snapshot_id
        last = database.execute_sql("SELECT coalesce(max(id), 0) FROM departure").fetchone()
        self._next = int(last[0]) + 1
        self._rows: list[tuple[Any, ...]] = []

    def note(self, stay: Stay, how: DepartureHow, case: int) -> dict[str, str]:
        """Remember how a stay ended; return the digest that the log shall hold."""
        at = self._entry.now_text
        row = (
            self._next, stay.membership_id, self._snapshot_id, case or None,
            self._entry.operator.id, at, stay.ended_at or at, how.value, "",
        )  # fmt: skip
        self._next += 1
        self._rows.append(row)
        return {f"departure:{row[0]}": changes.digest_of(_COLUMNS, row)}

    def end(self, leavers: Iterable[tuple[Stay, DepartureHow, int]], kept: Changes) -> None:
        """End the stays of all who left."""
        at = self._entry.now_text
        ended = []
        for old, how, case in leavers:
            removed = how is DepartureHow.REMOVED
            state = MembershipState.REMOVED if removed else MembershipState.LEFT
            stay = old._replace(state=state.value, ended_at=at)
            ended.append((stay.state, at, stay.membership_id))
            row = columns(stay, self._group.id)
            digests = {f"membership:{stay.membership_id}": digest(row)}
            digests |= kept.add(old, stay) | self.note(stay, how, case)
            said: dict[str, object] = {"member": stay.name, "group": self._group.name}
            said |= {"state": stay.state, "departure": how.value} | ({"case": case} if case else {})
            body = changes.payload({"state": old.state}, said, digests)
            self._entry.payloads.append((stay.person_id, body))
        self._database.connection().executemany(
            "UPDATE membership SET state = ?, ended_at = ? WHERE id = ?", ended
        )

    def write(self) -> None:
        """Write what was noted."""
        self._database.connection().executemany(_INSERT, self._rows)
        self._rows.clear()


def _in_doubt(
    rows: Sequence[ImportRow], rejected: Sequence[Rejected], matched: Matched
) -> Callable[[Stay], bool]:
    """Return a test: whether a row that is rejected or to be decided may mean a member."""
    members = {s.membership_id for c in matched.conflicts for s in c.candidates}
    doubtful = [rows[conflict.position] for conflict in matched.conflicts]
    said: set[str] = set()
    for row in doubtful:
        said |= {row.external_id, row.email.casefold(), row.handle.casefold(), row.name.casefold()}
    said.discard("")
    unread = "\n".join(one.text for one in rejected).casefold()

    def doubtful_stay(stay: Stay) -> bool:
        names = (stay.external_id or "", stay.email, stay.handle, stay.name)
        known = [name.casefold() for name in names if name]
        return (
            stay.membership_id in members
            or not said.isdisjoint((*known, stay.external_id or ""))
            or bool(unread and any(name in unread for name in known))
        )

    return doubtful_stay


def _offers(
    stays: Sequence[Stay], rows: Sequence[ImportRow], matched: Matched
) -> dict[int, tuple[int, ...]]:
    """Return who may be whom under another name: never with two ids, addresses or names alike."""
    if not stays or not matched.new:
        return {}
    by_hint = _by_hint(rows, matched.new)
    few = max(len(stays), len(matched.new)) <= _FEW
    near = len(stays) * len(matched.new) <= _PAIRS
    found: dict[int, tuple[int, ...]] = {}
    for stay in stays:
        pool: Iterable[int] = matched.new if near else _hinted(stay, by_hint)
        ranked = []
        for position in pool:
            row = rows[position]
            if _speaks_against(row, stay):
                continue
            likeness = _likeness(row, stay)
            if few or likeness >= _ALIKE:
                ranked.append((-likeness, position))
        if ranked:
            found[stay.membership_id] = tuple(p for _, p in sorted(ranked)[:MOST_OFFERS])
    return found


def _by_hint(rows: Sequence[ImportRow], positions: Iterable[int]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position in positions:
        row = rows[position]
        for hint in {row.nickname, row.phone} - {""}:
            found.setdefault(hint, []).append(position)
    return found


def _hinted(stay: Stay, by_hint: Mapping[str, list[int]]) -> list[int]:
    hints = {stay.nickname, stay.phone} - {""}
    return sorted({p for hint in hints for p in by_hint.get(hint, ())})


def _speaks_against(row: ImportRow, stay: Stay) -> bool:
    pairs = (
        (row.external_id, stay.external_id or ""),
        (row.email.casefold(), stay.email.casefold()),
        (row.handle.casefold(), stay.handle.casefold()),
        (row.phone, stay.phone),
    )
    if row.name.casefold() == stay.name.casefold() or row.deactivated:
        return True  # the same name was looked at: something else told the two apart
    return any(one and other and one != other for one, other in pairs)


def _likeness(row: ImportRow, stay: Stay) -> float:
    """Return how much speaks for one person, from 0 to 1."""
    for one, other in ((row.phone, stay.phone), (row.nickname, stay.nickname)):
        if one and one == other:
            return 1.0
    if row.joined_at and row.joined_at == stay.joined_at and "T00:00:00" not in row.joined_at:
        return 1.0  # the same second
    return SequenceMatcher(None, row.name.casefold(), stay.name.casefold()).ratio()


def _about(row: ImportRow) -> str:
    parts = (row.nickname, row.external_id, row.email, row.phone, row.company)
    return " · ".join(filter(None, parts))
