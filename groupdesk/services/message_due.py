# SPDX-License-Identifier: MIT
"""Messages that were copied and of which nobody said whether they were sent.

In an archived group they rest.
"""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.due import TodoRecord, late_on
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger

CONFIRM: Final = "confirm_sent"
KINDS: Final = (CONFIRM,)

_SQL = """
SELECT w.id, m.id, g.id, m.name, g.name, w.prepared_at, coalesce(d.batch, ''),
    coalesce(r.review_id, 0), w.step = 0
FROM member_warning w JOIN membership m ON m.id = w.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
LEFT JOIN review_decision d ON d.warning_id = w.id LEFT JOIN review_row r ON r.id = d.row_id
WHERE m.waiting > 0 AND 'prepared' = (
    SELECT state FROM warning_event e WHERE e.warning_id = w.id ORDER BY e.id DESC LIMIT 1)
ORDER BY w.prepared_at, w.id
"""


def due_from_messages(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield the messages, the oldest first; the caller reads.

    Those that a review wrote in one act share their `batch`, and `part_of` is the review.
    """
    now = ledger.clock()
    for row in ledger.database.execute_sql(_SQL):
        ident, member, group, name, group_name, since, batch, review, friendly = row
        moment = stored.moment_text(since)
        yield TodoRecord(
            kind=CONFIRM,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on="",
            since=moment,
            batch=batch,
            part_of=review,
            friendly=bool(friendly),
            late_on=late_on(moment, now),
        )
