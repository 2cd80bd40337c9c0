# SPDX-License-Identifier: MIT
"""Who is missing from a list that is compared with its group, and how their stays end.

Nothing is invented: why somebody left is unknown until a person says it, and "removed by us" is
said only together with the case in which the removal was recorded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from groupdesk.domain.enums import DepartureHow
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
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.exit_state import wishes_of
from groupdesk.services.imports.compare import differences
from groupdesk.services.imports.match import Known, Matched
from groupdesk.services.imports.register import Stay
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
_OPEN_REMOVALS = f"""
SELECT r.membership_id, max(r.case_id) FROM removal r JOIN membership m ON m.id = r.membership_id
WHERE m.group_id = ? AND m.state = 'active' AND {holds_sql("r")}
GROUP BY r.membership_id
"""
_ACTIVE = "SELECT count(*) FROM membership WHERE group_id = ? AND state = 'active'"


@dataclass(slots=True)
class Missing:
    """The members of a group who are not in a list.

    `cases` are of removals that were recorded, `wishes` say when they asked to leave, both by
    membership. `offers` are, by membership, the
    positions of new rows that may be the member under another name; `undecided` counts those
    whom a row in doubt may mean: they stay. `members` counts all who could be missing: the
    active ones, bots too.
    """

    stays: list[Stay] = field(default_factory=list)
    cases: dict[int, int] = field(default_factory=dict)
    wishes: dict[int, str] = field(default_factory=dict)
    offers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    undecided: int = 0
    members: int = field(default=0, compare=False)

    @property
    def explained(self) -> set[int]:
        """Those of whom it was recorded before why they would go."""
        return {*self.cases, *self.wishes}


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
    found.wishes = {member: at for member, (_, at) in wishes_of(database, group_id).items()}
    found.stays = sorted(
        stays,
        key=lambda stay: (
            stay.membership_id not in found.offers,
            stay.membership_id not in found.explained,
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
        may_be_renamed=len(missing.offers.keys() - missing.explained),
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
        asked_to_leave=missing.wishes.get(stay.membership_id, ""),
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
        plain = DepartureHow.OWN_WISH if member in missing.wishes else take.how
        how = take.hows.get(member, DepartureHow.REMOVED if case else plain)
        if how is DepartureHow.STAYED:
            continue
        if how is DepartureHow.REMOVED and not case:
            raise ValidationError("departures", "departure_without_removal", name=stay.name)
        found.append((stay, how, case if how is DepartureHow.REMOVED else 0))
    return found


def undecided(missing: Missing, take: Take) -> dict[int, tuple[int, ...]]:
    """Return who would leave though they may only have another name, with the rows they may be.

    Nobody said who is who: neither the member nor any of these rows is touched. Whose removal
    was recorded, or who asked to leave, needs no other name to be missing.
    """
    if not take.compare or take.renames_settled:
        return {}
    decided = {*take.hows, *take.renames.values()}
    return {
        member: rows
        for member, rows in missing.offers.items()
        if member not in decided and member not in missing.explained and take.departs(member)
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
