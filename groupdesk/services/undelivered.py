# SPDX-License-Identifier: MIT
"""Messages that did not arrive: they stay in sight until another one was begun in their case.

Closing the case lets them rest, and so does lifting the warning.
"""

from typing import Final

from groupdesk.domain.due import TodoRecord
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger

NOT_DELIVERED: Final = "not_delivered"
KINDS: Final = (NOT_DELIVERED,)

_OPEN = """
FROM warning_event e CROSS JOIN member_warning w ON w.id = e.warning_id
CROSS JOIN case_file c ON c.id = w.case_id
WHERE e.state = 'not_delivered' AND c.state = 'open'
    AND NOT EXISTS (SELECT 1 FROM reversal v
        WHERE v.target_kind = 'warning' AND v.target_id = w.id)
    AND NOT EXISTS (SELECT 1 FROM member_warning n WHERE n.case_id = w.case_id AND n.id > w.id
        AND 'not_sent' <> (SELECT l.state FROM warning_event l
            WHERE l.warning_id = n.id ORDER BY l.id DESC LIMIT 1))
"""
MEMBERS_SQL = f"SELECT w.membership_id {_OPEN}"
"""The stays with such a message, for a statement over `membership`."""

_WAITING = f"""
SELECT t.id, m.id, g.id, m.name, g.name, t.at, coalesce((
    SELECT d.saved_at FROM draft d WHERE d.kind = 'warning' AND d.membership_id = m.id
        AND d.operator_id = ? AND json_valid(d.payload)
        AND json_extract(d.payload, '$.again') = t.id), '') FROM (
    SELECT w.id, w.membership_id, e.at, c.id case_id {_OPEN}
) t JOIN membership m ON m.id = t.membership_id AND m.state = 'active'
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
ORDER BY t.at, t.id
"""


def undelivered(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what did not arrive and waits for another try, the oldest first.

    In an archived group it rests, and so it does for somebody who left. `id` is the message's,
    and `draft_at` tells since when the operator keeps a draft of the other try.
    """
    with ledger.reading():
        rows = ledger.database.execute_sql(_WAITING, (ledger.operator.id,)).fetchall()
    return tuple(
        TodoRecord(
            kind=NOT_DELIVERED,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on="",
            since=stored.moment_text(at),
            draft_at=stored.known_moment(draft_at),
        )
        for ident, member, group, name, group_name, at, draft_at in rows
    )
