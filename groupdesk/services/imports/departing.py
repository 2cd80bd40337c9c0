# SPDX-License-Identifier: MIT
"""Writes how stays ended inside the transaction of an import."""

from collections.abc import Iterable
from typing import Any

from groupdesk.domain.enums import DepartureHow, MembershipState
from groupdesk.domain.records import GroupRecord
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.services.exit_customers import Customer, concerned_by, customers_in
from groupdesk.services.exit_state import TOPICS, note_left, wishes_of
from groupdesk.services.imports import changes
from groupdesk.services.imports.changes import Changes
from groupdesk.services.imports.plan import columns, digest
from groupdesk.services.imports.register import Stay
from groupdesk.services.ledger import Entry, digest_key, digest_of

_COLUMNS = (
    "id", "membership_id", "snapshot_id", "case_id", "operator_id", "recorded_at", "ended_at",
    "how", "note",
)  # fmt: skip
_INSERT = (
    "INSERT INTO departure (id, membership_id, snapshot_id, case_id, operator_id, recorded_at,"
    " ended_at, how, note) VALUES (?,?,?,?,?,?,?,?,?)"
)


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
        self._customers: list[Customer] | None = None

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
        wishes = wishes_of(self._database, self._group.id)
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
            if how is DepartureHow.OWN_WISH and stay.membership_id in wishes:
                digests |= self._left(wishes[stay.membership_id][0], stay.membership_id)
            body = changes.payload({"state": old.state}, said, digests)
            self._entry.payloads.append((stay.person_id, body))
        self._database.connection().executemany(
            "UPDATE membership SET state = ?, ended_at = ? WHERE id = ?", ended
        )

    def _left(self, exit_id: int, membership_id: int) -> dict[str, str]:
        """Write down that somebody who asked to leave has left; return the digests for the log."""
        stay = Membership.get_by_id(membership_id)
        if self._customers is None:
            self._customers = customers_in(self._database, self._group.id)
        rows = note_left(
            self._entry,
            exit_id,
            stay,
            self._entry.now_text,
            customers=concerned_by(self._database, stay, exit_id, self._customers),
            snapshot_id=self._snapshot_id,
        )
        self._entry.topics.update(TOPICS)
        return {digest_key(row): digest_of(row) for row in rows}

    def write(self) -> None:
        """Write what was noted."""
        self._database.connection().executemany(_INSERT, self._rows)
        self._rows.clear()
