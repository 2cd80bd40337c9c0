# SPDX-License-Identifier: MIT
"""How stays ended: what is recorded, and correcting it with a further record and its reason."""

from uuid import UUID

from peewee import Model

from groupdesk.domain.departures import DepartureRecord
from groupdesk.domain.enums import Action, DepartureHow, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.people import Membership
from groupdesk.models.register import Departure, ImportUndo
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_fields import named
from groupdesk.services.removal_state import holds_sql

_REMOVAL = f"SELECT max(r.case_id) FROM removal r WHERE r.membership_id = ? AND {holds_sql('r')}"
_BACK = """
SELECT 1 FROM membership WHERE group_id = ? AND person_id = ? AND state = 'active' AND id <> ?
"""
_STATES = {
    DepartureHow.OWN_WISH: MembershipState.LEFT,
    DepartureHow.UNKNOWN: MembershipState.LEFT,
    DepartureHow.REMOVED: MembershipState.REMOVED,
    DepartureHow.STAYED: MembershipState.ACTIVE,
}


class Departures:
    """The departures of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def get(self, departure_id: int) -> DepartureRecord:
        """Return what holds of a departure.

        Raises StateChangedError when it was corrected since, its import undone, or the stay
        ended otherwise.
        """
        with self._ledger.reading():
            row = _row(departure_id)
            stay: Membership = row.membership
            how = stored.one_of(DepartureHow, row.how)
            return DepartureRecord(
                id=row.id,
                membership_id=stay.id,
                member_name=stay.name,
                how=how,
                ended_at=stored.moment_text(row.ended_at),
                case_number=row.case_id or 0,
                choices=tuple(one for one in DepartureHow if one is how or self._may(stay, one)),
            )

    def correct(
        self, operation: UUID, departure_id: int, how: DepartureHow, reason: str
    ) -> Receipt:
        """Say how a stay really ended, or that it did not; the first record stays.

        Raises ValidationError for a missing reason, for what is recorded already, and for
        "removed by us" without a recorded removal; StateChangedError as `get` does, and when the
        person is in the group with a newer stay.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            old = _row(departure_id)
            was = stored.one_of(DepartureHow, old.how)
            stay: Membership = old.membership
            case = self._case(stay)
            if how is was:
                raise ValidationError("how", "departure_same")
            if how is DepartureHow.REMOVED and not case:
                raise ValidationError("how", "departure_needs_removal", name=stay.name)
            if how is DepartureHow.STAYED and self._back(stay):
                raise StateChangedError("departure_back", name=stay.name)
            row = Departure.create(
                membership=stay.id,
                snapshot=old.snapshot_id,
                case=case if how is DepartureHow.REMOVED else None,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                ended_at=old.ended_at,
                how=how.value,
                note=text,
            )
            stay.state = _STATES[how].value
            stay.ended_at = None if how is DepartureHow.STAYED else old.ended_at
            stay.save()
            topics = (Topic.MEMBERS, Topic.GROUPS, Topic.REQUESTS)
            entry.about(SubjectKind.DEPARTURE, row.id, *topics, group_id=stay.group_id)
            after = named(stay.name, stay.nickname, stay.group.name)
            after |= {"departure": how.value, "reason": text}
            after |= {"case": row.case_id} if row.case_id else {}
            before = {"departure": was.value}
            entry.record(person_id=stay.person_id, before=before, after=after, rows=[row, stay])

        return self._ledger.run(operation, Action.MEMBER_DEPARTURE, work)

    def _may(self, stay: Membership, how: DepartureHow) -> bool:
        if how is DepartureHow.REMOVED:
            return bool(self._case(stay))
        return how is not DepartureHow.STAYED or not self._back(stay)

    def _case(self, stay: Membership) -> int:
        found = self._ledger.database.execute_sql(_REMOVAL, (stay.id,)).fetchone()
        return int(found[0] or 0)

    def _back(self, stay: Membership) -> bool:
        who = (stay.group_id, stay.person_id, stay.id)
        return self._ledger.database.execute_sql(_BACK, who).fetchone() is not None


def end_by_own_wish(entry: Entry, stay: Membership, at: str) -> list[Model]:
    """Write down that a member left by own wish at the stored moment `at`; return the rows.

    Of a stay that ended already without anybody knowing why, it says that; when it ended stays.
    """
    ended = stay.ended_at if stay.state == MembershipState.LEFT.value else None
    if ended is not None:
        last = _last(stay.id)
        if last is not None and last.how == DepartureHow.OWN_WISH.value:
            return []
    row = Departure.create(
        membership=stay.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        ended_at=ended or at,
        how=DepartureHow.OWN_WISH.value,
        note="",
    )
    stay.state, stay.ended_at = MembershipState.LEFT.value, ended or at
    stay.save()
    return [row, stay]


def holding_departure(stay: Membership) -> int:
    """Return the departure that says how a stay ended, 0 where none does."""
    last = _last(stay.id)
    if last is None or stay.state != _STATES[stored.one_of(DepartureHow, last.how)].value:
        return 0
    return int(last.id)


def _last(membership_id: int) -> Departure | None:
    """Return what was said last of how a stay ended, by no list that was undone."""
    undone = ImportUndo.select(ImportUndo.snapshot)
    found: Departure | None = (
        Departure.select()
        .where(Departure.membership == membership_id)
        .where(Departure.snapshot.is_null() | Departure.snapshot.not_in(undone))
        .order_by(Departure.id.desc())
        .first()
    )
    return found


def _row(departure_id: int) -> Departure:
    row = Departure.get_or_none(Departure.id == departure_id)
    if row is None:
        raise StateChangedError("departure_gone")
    last = _last(row.membership_id)
    holds = _STATES[stored.one_of(DepartureHow, row.how)].value
    if last is None or last.id != departure_id or row.membership.state != holds:
        raise StateChangedError("departure_gone")
    return row
