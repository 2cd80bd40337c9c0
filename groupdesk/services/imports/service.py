# SPDX-License-Identifier: MIT
"""Imports: what a list would change in a group, and taking it in as one transaction.

A list adds and updates; who was here before and is in the list begins a new stay, and the preview
says how the last one ended. Whoever is missing from it stays, unless it is taken as a comparison.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from uuid import UUID

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.import_preview import (
    TAKE_ALL,
    FormerStay,
    ImportCounts,
    ImportSummary,
    LineKind,
    PreviewLine,
    Take,
    changed_kind,
)
from groupdesk.domain.import_records import ImportNote, ImportRow, Mapping, ReadResult, Rejected
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.models.operators import WorkspaceValue
from groupdesk.models.turns import GaveWayError
from groupdesk.services import references
from groupdesk.services.groups import MAX_NAME, Groups
from groupdesk.services.imports import departures, register, transport
from groupdesk.services.imports import plan as plans
from groupdesk.services.imports.apply import Writing, chosen
from groupdesk.services.imports.compare import clean
from groupdesk.services.imports.departures import Missing, counted, find_missing
from groupdesk.services.imports.match import Known, Matched, match
from groupdesk.services.imports.maybe_back import maybe_back
from groupdesk.services.imports.plan import Ids, Plan, Progress
from groupdesk.services.imports.preview_lines import conflict_line, line_of, new_line
from groupdesk.services.imports.read import OwnPlace
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.rejoin_state import expected
from groupdesk.services.returns import Watch

_CHANGED_KINDS = frozenset({LineKind.CHANGED, LineKind.ROLE, LineKind.RENAMED, LineKind.OTHER})
_NAMED = 5  # so many names a note about a list tells


@dataclass
class ImportPreview:
    """A list compared with the register. Holds all rows: keep it out of the window's process."""

    summary: ImportSummary
    result: ReadResult
    rows: list[ImportRow]
    rejected: list[Rejected]
    matched: Matched
    missing: Missing
    seq: int


class Imports:
    """Taking member lists into the groups of a workspace."""

    def __init__(self, ledger: Ledger, groups: Groups) -> None:
        """Work through `ledger`."""
        self._ledger = ledger
        self._groups = groups

    def preview(
        self, result: ReadResult, group_id: int, progress: Progress | None = None
    ) -> ImportPreview:
        """Compare a list with a group; nothing is written. Raises StateChangedError."""
        group = self._groups.get(group_id)
        tell = progress or _quiet
        tell("match", 0, len(result.rows))
        rows = list(map(clean, result.rows))
        rejected = list(result.rejected)
        if any(len(row.name) > MAX_NAME for row in rows):
            too_long = [row for row in rows if len(row.name) > MAX_NAME]
            told = {"limit": str(MAX_NAME)}
            rejected += [Rejected(r.line, "name_too_long", told, r.name[:120]) for r in too_long]
            rejected.sort(key=lambda one: one.line)
            rows = [row for row in rows if len(row.name) <= MAX_NAME]
        with self._ledger.reading():
            seq = self._ledger.head()[0]
            matched = self._match(rows, group)
            notes = (*result.notes, *self._notes(result, group, rows, matched))
            missing = find_missing(self._ledger.database, group_id, rows, rejected, matched)
            compare_notes, partial = departures.notes(result, missing, len(rows))
        tell("match", len(rows), len(rows))
        summary = ImportSummary(
            group_id=group_id,
            format=result.format,
            file_name=result.file_name,
            encoding=result.encoding,
            sha256=result.sha256,
            counts=counted(matched, missing, _counts(rows, matched, len(rejected))),
            notes=notes,
            mapping=result.mapping,
            shape_key=result.shape_key,
            sheets=result.sheets,
            compare_notes=compare_notes,
            partial=partial,
            members=group.members,
        )
        return ImportPreview(summary, result, rows, rejected, matched, missing, seq)

    def lines(
        self, preview: ImportPreview, kind: LineKind, start: int = 0, limit: int = 200
    ) -> tuple[PreviewLine, ...]:
        """Return a page of the preview's lines of one kind."""
        if kind is LineKind.LEFT:
            stays = preview.missing.stays[start : start + limit]
            return tuple(departures.line_of(s, preview.missing, preview.rows) for s in stays)
        with self._ledger.reading():
            found = islice(self._lines(preview, kind, start), limit)
            return tuple(found)

    def apply(
        self,
        operation: UUID,
        preview: ImportPreview,
        take: Take = TAKE_ALL,
        progress: Progress | None = None,
    ) -> Receipt:
        """Take a list in: one transaction, one log entry, one snapshot (the receipt's subject).

        Raises StateChangedError when the register has changed so that the preview no longer
        holds, ValidationError when two rows were decided to be one member. What `progress`
        raises, CancelledError for instance, leaves everything as it was.
        """
        group = self._groups.get(preview.summary.group_id)
        tell = progress or _quiet
        wanted = chosen(preview.matched, preview.rows, take, preview.missing)
        leavers = departures.leaving(preview.missing, take)
        _require_one_row_each(wanted)
        rows = preview.rows
        database = self._ledger.database
        checked = preview.seq
        with self._ledger.reading():
            plan, ids = self._plan(wanted, rows, group, tell)

        def work(entry: Entry) -> None:
            if self._ledger.head()[0] != checked:
                if entry.turn is not None or not plans.free(database, ids):
                    raise GaveWayError
                self._require_unchanged(preview, group, compared=take.compare)
            writing = Writing(database, entry, group, plan.snapshot_id, tell)
            result = preview.result
            writing.snapshot(
                (result.file_name, result.sha256, result.format.value, result.encoding),
                _taken(wanted, preview, len(leavers), compared=take.compare),
                self._remember(result),
            )
            writing.new(plan)
            for known in wanted.changed:
                writing.known(known, rows[known.position])
            for known in chain(wanted.returning, wanted.elsewhere):
                row = rows[known.position]
                writing.new_stay(known, row, next(ids.membership))
            writing.end(leavers)
            writing.finish()
            tell("commit", 0, 0)

        def again() -> None:
            nonlocal plan, ids, checked
            with self._ledger.reading():
                now = self._ledger.head()[0]
                if now != checked:
                    self._require_unchanged(preview, group, compared=take.compare)
                checked = now
                if not plans.free(database, ids):
                    plan, ids = self._plan(wanted, rows, group, tell)

        return self._ledger.run_long(operation, Action.MEMBER_IMPORT, work, again)

    def own_place(self, group_id: int | None, group_name: str = "") -> OwnPlace:
        """Return what tells a list of our own where it goes; without an id there is no group yet.

        Raises StateChangedError.
        """
        with self._ledger.reading():
            workspace = references.prefix(self._ledger.database)
        if group_id is None:
            return OwnPlace(workspace, "", group_name)
        name = self._groups.get(group_id).name
        return OwnPlace(workspace, f"{workspace}-{group_id}", name)

    def remembered(self) -> dict[str, Mapping]:
        """Return the mappings that were confirmed before, by the shape of their lists."""
        found = {}
        with self._ledger.reading():
            for row in WorkspaceValue.select().where(
                WorkspaceValue.key.startswith(transport.MAPPING_KEY)
            ):
                try:
                    mapping = transport.mapping_from_json(json.loads(row.value))
                except (ValueError, TypeError):
                    continue  # written by a newer version: it is asked for again
                found[row.key.removeprefix(transport.MAPPING_KEY)] = mapping
        return found

    @staticmethod
    def _remember(result: ReadResult) -> list[WorkspaceValue]:
        """Keep a confirmed mapping for the next list of this shape; return the row."""
        if result.mapping is None or not result.shape_key:
            return []
        value = json.dumps(transport.mapping_to_json(result.mapping), ensure_ascii=False)
        row = WorkspaceValue(key=transport.MAPPING_KEY + result.shape_key, value=value)
        WorkspaceValue.insert(key=row.key, value=value).on_conflict_replace().execute()
        return [row]

    def _match(self, rows: list[ImportRow], group: GroupRecord) -> Matched:
        ids = (row.external_id for row in rows)
        known = register.load(self._ledger.database, group.id, group.platform.value, ids)
        ids_of_ours = (row.membership_id for row in rows if row.membership_id)
        named = register.stays_by_id(self._ledger.database, group.id, ids_of_ours)
        return match(rows, known, named)

    def _require_unchanged(
        self, preview: ImportPreview, group: GroupRecord, *, compared: bool
    ) -> None:
        """Match again; who is not in the list counts only where it is compared with the group."""
        matched, rows, before = self._match(preview.rows, group), preview.rows, preview.matched
        if not compared:
            matched, before = replace(matched, missing=[]), replace(before, missing=[])
        if matched != before or (
            compared
            and preview.missing
            != find_missing(self._ledger.database, group.id, rows, preview.rejected, matched)
        ):
            raise StateChangedError("import_register_changed")

    def _plan(
        self, wanted: Matched, rows: list[ImportRow], group: GroupRecord, progress: Progress
    ) -> tuple[Plan, Ids]:
        ids = plans.next_ids(self._ledger.database, len(rows))
        plan = Plan(ids.snapshot)
        at = to_text(self._ledger.clock())
        new = [rows[position] for position in wanted.new]
        plans.add_new(plan, ids, new, (group.id, group.name, group.platform.value), at, progress)
        return plan, ids

    def _notes(
        self, result: ReadResult, group: GroupRecord, rows: list[ImportRow], matched: Matched
    ) -> Iterator[ImportNote]:
        earlier = self._ledger.database.execute_sql(
            "SELECT taken_at FROM snapshot s WHERE group_id = ? AND sha256 = ? AND NOT EXISTS"
            " (SELECT 1 FROM import_undo u WHERE u.snapshot_id = s.id) ORDER BY id DESC",
            (group.id, result.sha256),
        ).fetchone()
        if earlier:
            yield ImportNote("imported_before", {"at": str(earlier[0])})
        if result.platform is not None and result.platform is not group.platform:
            told = {"platform": result.platform.value, "own": group.platform.value}
            yield ImportNote("other_platform", told)
        if result.group_name and result.group_name != group.name:
            yield ImportNote("other_group", {"name": result.group_name, "own": group.name})
        if matched.returning:
            yield ImportNote("returning", {"count": str(len(matched.returning))})
        watch = Watch(
            self._ledger.database,
            group.id,
            group.platform.value,
            self._ledger.clock().date().isoformat(),
        )
        # who is here already is named on Today, not with every list
        coming = [*matched.new, *(k.position for k in (*matched.returning, *matched.elsewhere))]
        welcome = expected(self._ledger.database, group.id)
        seen = {p: watch.find(rows[p].external_id, rows[p].email, rows[p].phone) for p in coming}
        back = [p for p, one in seen.items() if one and one.person_id not in welcome]
        others = sorted(set(matched.new) - set(back))
        maybe = maybe_back(self._ledger.database, group.id, rows, others)
        for code, found in (("watched", back), ("maybe_back", maybe)):
            if found:
                names = ", ".join(rows[p].name for p in found[:_NAMED])
                yield ImportNote(code, {"count": str(len(found)), "names": names})
        twice = sum(conflict.code == "name_twice" for conflict in matched.conflicts)
        if twice:
            yield ImportNote("names_twice", {"count": str(twice)})
        joined = sum(1 for p in coming if not rows[p].is_bot and not rows[p].deactivated)
        if group.size_limit is not None and group.members + joined > group.size_limit:
            told = {"limit": str(group.size_limit), "members": str(group.members + joined)}
            yield ImportNote("over_limit", told)

    def _lines(self, preview: ImportPreview, kind: LineKind, start: int) -> Iterator[PreviewLine]:
        rows, matched = preview.rows, preview.matched
        if kind is LineKind.REJECTED:
            for one in islice(preview.rejected, start, None):
                yield PreviewLine(
                    kind, one.line, one.text, code=one.code, values=one.values, text=one.text
                )
        elif kind is LineKind.CONFLICT:
            for conflict in islice(matched.conflicts, start, None):
                yield conflict_line(conflict, rows[conflict.position])
        elif kind in _CHANGED_KINDS:
            changed = (
                known
                for known in matched.changed
                if kind is LineKind.CHANGED or changed_kind(known.changes) is kind
            )
            for known in islice(changed, start, None):
                yield line_of(kind, rows[known.position], known.changes, known.stay.name)
        elif kind is LineKind.UNCHANGED:
            for position in islice(matched.unchanged, start, None):
                yield line_of(kind, rows[position], ())
        else:
            yield from islice(self._new_lines(preview), start, None)

    def _new_lines(self, preview: ImportPreview) -> Iterator[PreviewLine]:
        """Yield who comes back, then who is known from elsewhere, then who is new."""
        rows = preview.rows
        database = self._ledger.database
        for known in preview.matched.returning:
            stay = known.stay
            case = register.last_removal_case(database, stay.membership_id)
            former = FormerStay(stay.state, stay.ended_at or "", case)
            yield new_line(rows[known.position], former=former)
        for known in preview.matched.elsewhere:
            yield new_line(rows[known.position], elsewhere=True)
        for position in preview.matched.new:
            yield new_line(rows[position])


def _counts(rows: list[ImportRow], matched: Matched, rejected: int) -> ImportCounts:
    return ImportCounts(
        new=len(matched.new) + len(matched.elsewhere) + len(matched.returning),
        changed=len(matched.changed),
        unchanged=len(matched.unchanged),
        conflict=len(matched.conflicts),
        rejected=rejected,
        returning=len(matched.returning),
        bots=sum(row.is_bot for row in rows),
        deactivated=sum(row.deactivated and not row.former for row in rows),
        former=sum(bool(row.former) for row in rows),
    )


def _taken(wanted: Matched, preview: ImportPreview, left: int, *, compared: bool) -> dict[str, int]:
    """Return what the snapshot and the log say of the numbers: what was in fact taken in."""
    counts = preview.summary.counts
    listed = counts.new + counts.changed + counts.unchanged + counts.conflict
    taken = {
        "new": len(wanted.new) + len(wanted.elsewhere) + len(wanted.returning),
        "changed": len(wanted.changed),
        "unchanged": len(wanted.unchanged),
    }
    said = taken | {"rejected": counts.rejected, "left_out": listed - sum(taken.values())}
    return said | ({"left": left} if compared else {})


def _require_one_row_each(wanted: Matched) -> None:
    lists: tuple[list[Known], ...] = (wanted.changed, wanted.returning, wanted.elsewhere)
    persons = [known.stay.person_id for known in chain(*lists)]
    if len(set(persons)) < len(persons):
        raise ValidationError("decisions", "import_choice_twice")


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""
