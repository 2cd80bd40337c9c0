# SPDX-License-Identifier: MIT
"""Ladders in published versions. What members were given keeps its step and its days."""

import uuid
from collections.abc import Mapping
from uuid import UUID

from groupdesk.domain.enums import Action, StepKind, SubjectKind, Topic
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder
from groupdesk.domain.ladder_checks import publishable
from groupdesk.domain.ladder_records import LadderCopy, LadderImpact, LadderRecord
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import clean_line, optional_text
from groupdesk.models import stored
from groupdesk.models.care import LadderVersion
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group
from groupdesk.services.drafts import drop_draft
from groupdesk.services.ladder_then import version_in_force
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.standings import refresh_group, standings_in

_TOPICS = (Topic.RULES, Topic.GROUPS, Topic.MEMBERS, Topic.DRAFTS)


class Ladders:
    """The ladders of all groups."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def current(self, group_id: int) -> LadderRecord:
        """Return the ladder in force. Raises StateChangedError("group_gone")."""
        return self.versions(group_id)[0]

    def versions(self, group_id: int) -> tuple[LadderRecord, ...]:
        """Return all versions, the newest first; the one with which groups begin is the last."""
        with self._ledger.reading():
            rows = list(
                LadderVersion.select(LadderVersion, Operator)
                .join(Operator)
                .where(LadderVersion.group == group_id)
                .order_by(LadderVersion.version.desc())
            )
            first = DEFAULT_LADDER if rows else stored.ladder(_group(group_id).ladder)
            published = [
                LadderRecord(
                    stored.number(row.version, 1),
                    stored.ladder(row.ladder),
                    row.note,
                    stored.moment_text(row.published_at),
                    row.published_by.name,
                )
                for row in rows
            ]
        return (*published, LadderRecord(0, first))

    def numbers(self) -> dict[int, int]:
        """Return which version is in force in each group; 0 goes without saying."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(
                "SELECT group_id, max(version) FROM ladder_version GROUP BY group_id"
            )
            return {int(group): stored.number(version, 1) for group, version in rows}

    def impact(self, group_id: int, ladder: Ladder) -> LadderImpact:
        """Return whom a ladder would concern, if it were published now."""
        now, database = self._ledger.clock(), self._ledger.database
        with self._ledger.reading():
            today = stored.ladder(_group(group_id).ladder)
            here = standings_in(database, group_id, now)
            there = standings_in(database, group_id, now, ladder.to_json())
        return LadderImpact(
            sum(found.position > 0 for found in here.values()),
            sum(
                _step(today, found.position) != _step(ladder, there[person].position)
                for person, found in here.items()
            ),
        )

    def publish(
        self,
        operation: UUID,
        group_id: int,
        ladder: Ladder,
        *,
        note: str = "",
        based_on: int = 0,
        draft_id: int | None = None,
    ) -> Receipt:
        """Publish a ladder as the group's next version; the draft it came from is dropped.

        `based_on` is the version that it started from. Warnings keep the step and the days they
        were given. The receipt's subject is the version's row. Raises ValidationError for a
        ladder that cannot work or changes nothing and for a note that cannot be stored,
        StateChangedError("ladder_published") when another version was published meanwhile.
        """
        if not publishable(ladder):
            raise ValidationError("ladder", "ladder_unusable")
        said = clean_line(optional_text("note", note))

        def work(entry: Entry) -> None:
            group = _group(group_id)
            version = version_in_force(group_id) or 0
            if version != based_on:
                raise StateChangedError("ladder_published", version=version)
            before = stored.ladder(group.ladder)
            if before == ladder:
                raise ValidationError("ladder", "ladder_unchanged")
            group.ladder = ladder.to_json()
            group.save()
            row = LadderVersion.create(
                group=group_id,
                version=version + 1,
                ladder=group.ladder,
                note=said,
                published_at=entry.now_text,
                published_by=entry.operator.id,
            )
            refresh_group(self._ledger.database, group_id, entry.now)
            drop_draft(self._ledger, draft_id)
            entry.about(SubjectKind.LADDER, row.id, *_TOPICS, group_id=group_id)
            entry.record(
                before={"version": version, "ladder": before.to_json()},
                after={
                    "group": group.name,
                    "version": version + 1,
                    "note": said,
                    "ladder": group.ladder,
                },
                rows=[row, group],
            )

        return self._ledger.run(operation, Action.LADDER_PUBLISH, work)

    def copy(
        self, operation: UUID, ladder: Ladder, targets: Mapping[int, int], note: str = ""
    ) -> tuple[LadderCopy, ...]:
        """Publish a ladder in several groups, each with a log entry of its own.

        `targets` are group ids with the version that was in force when they were chosen. A group
        where it cannot be published keeps its ladder, and the code says why.
        """
        done = []
        for target, based_on in targets.items():
            name = ""
            try:
                with self._ledger.reading():
                    name = _group(target).name
                own = uuid.uuid5(operation, f"ladder {target}")
                receipt = self.publish(own, target, ladder, note=note, based_on=based_on)
                done.append(LadderCopy(target, name, receipt))
            except GroupDeskError as error:
                done.append(LadderCopy(target, name, error=error.code))
        return tuple(done)


def _group(group_id: int) -> Group:
    group = Group.get_or_none(Group.id == group_id)
    if group is None:
        raise StateChangedError("group_gone")
    return group


def _step(ladder: Ladder, position: int) -> tuple[StepKind, int] | None:
    """Return what a position is called: the second warning, say."""
    if not 0 < position <= len(ladder.steps):
        return None
    return ladder.steps[position - 1].kind, ladder.number(position)
