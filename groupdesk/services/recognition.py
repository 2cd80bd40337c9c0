# SPDX-License-Identifier: MIT
"""What members did well: recorded, taken back, and remembered before anybody warns them."""

from typing import Any
from uuid import UUID

from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_records import RecognitionRecord
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.care import Recognition
from groupdesk.models.moderation import Reversal
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of

_OF_PERSON = """
SELECT r.id, m.id, CASE WHEN m.group_id = ? THEN '' ELSE g.name END, r.happened_on, r.text,
    o.name, r.recorded_at
FROM recognition r
JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id
JOIN operator o ON o.id = r.operator_id
WHERE m.person_id IN {0} AND NOT EXISTS (SELECT 1 FROM reversal v
    WHERE v.target_kind = 'recognition' AND v.target_id = r.id)
ORDER BY r.happened_on DESC, r.id DESC
"""


class Recognitions:
    """The recognition of all members."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def record(
        self, operation: UUID, membership_id: int, text: str, happened_on: str = ""
    ) -> Receipt:
        """Record what a member did well on a local day, today where none is given.

        Raises ValidationError for a missing text and for a day to come.
        """
        said = require_text("text", text, limit=MAX_REASON, code="recognition_missing")
        today = self._ledger.clock().date()
        day = happened_on or today.isoformat()
        if casework.local_day("happened_on", day, "time_unreadable") > today:
            raise ValidationError("happened_on", "time_in_future")

        def work(entry: Entry) -> None:
            stay = casework.stay_of(membership_id)
            row = Recognition.create(
                membership=stay.id,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                happened_on=day,
                text=said,
            )
            _about(entry, row, stay)
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay) | {"happened_on": day, "recognition": said},
                rows=[row],
            )

        return self._ledger.run(operation, Action.RECOGNITION_RECORD, work)

    def take_back(self, operation: UUID, recognition_id: int, reason: str) -> Receipt:
        """Take recognition back, with a reason; what was written stays on record.

        Raises ValidationError for a missing reason, StateChangedError("already_taken_back").
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            row = Recognition.get_or_none(Recognition.id == recognition_id)
            kind = SubjectKind.RECOGNITION.value
            known = Reversal.get_or_none(
                (Reversal.target_kind == kind) & (Reversal.target_id == recognition_id)
            )
            if row is None or known is not None:
                raise StateChangedError("already_taken_back")
            stay: Membership = row.membership
            back = Reversal.create(
                target_kind=kind,
                target_id=row.id,
                operator=entry.operator.id,
                at=entry.now_text,
                reason=text,
            )
            _about(entry, row, stay)
            entry.record(
                person_id=stay.person_id,
                before={"happened_on": row.happened_on, "recognition": row.text},
                after=casework.names(stay) | {"reason": text},
                rows=[back],
            )

        return self._ledger.run(operation, Action.RECOGNITION_TAKE_BACK, work)

    def of_member(self, membership_id: int) -> tuple[RecognitionRecord, ...]:
        """Return what the person of a membership did well, the newest first.

        That is over all entries that were linked as one person, and in all groups.
        """
        with self._ledger.reading():
            database = self._ledger.database
            stay = database.execute_sql(
                "SELECT person_id, group_id FROM membership WHERE id = ?", (membership_id,)
            ).fetchone()
            if stay is None:
                return ()
            who = among(entries_of(database, stay[0]))
            rows = database.execute_sql(_OF_PERSON.format(who), (stay[1],)).fetchall()
        return tuple(map(_record, rows))


def _about(entry: Entry, row: Recognition, stay: Membership) -> None:
    entry.about(SubjectKind.RECOGNITION, row.id, Topic.MEMBERS, group_id=stay.group_id)


def _record(row: tuple[Any, ...]) -> RecognitionRecord:
    ident, member, group_name, day, text, operator, recorded_at = row
    return RecognitionRecord(
        id=ident,
        membership_id=member,
        group_name=group_name,
        happened_on=stored.day(day).isoformat(),
        text=text,
        operator=operator,
        recorded_at=stored.moment_text(recorded_at),
    )
