# SPDX-License-Identifier: MIT
"""Members of whom a message stops counting within a week: good to know before one writes again."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.due import WEEK_DAYS, TodoRecord
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger

LAPSE: Final = "lapse"
KINDS: Final = (LAPSE,)

# the CROSS JOINs and the + begin with the few whose standing changes within the week;
# counted for the person's own entry: one of several linked entries may have further messages
_SQL = """
SELECT m.id, g.id, m.name, g.name, m.standing_next, max(e.at),
    (SELECT count(*) FROM case_file o JOIN member_warning x ON x.case_id = o.id
        JOIN warning_event n ON n.warning_id = x.id AND n.state = 'sent'
        WHERE o.person_id = m.person_id AND o.group_id = g.id AND n.counts_until > m.standing_next
        AND NOT EXISTS (SELECT 1 FROM reversal v
            WHERE v.target_kind = 'warning' AND v.target_id = x.id))
FROM membership m CROSS JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
CROSS JOIN case_file c ON c.person_id = m.person_id AND c.group_id = g.id
CROSS JOIN member_warning w ON w.case_id = c.id
CROSS JOIN warning_event e ON e.warning_id = w.id AND e.state = 'sent'
    AND e.counts_until > ?1 AND e.counts_until <= m.standing_next
WHERE m.standing_next > ?1 AND m.standing_next <= ?2 AND +m.state = 'active'
    AND NOT EXISTS (SELECT 1 FROM reversal v
        WHERE v.target_kind = 'warning' AND v.target_id = w.id)
GROUP BY m.id ORDER BY m.standing_next, m.id
"""


def due_from_lapses(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield the members, each with the last day on which the message counts; the caller reads.

    The id is the stay's, `since` when the message was sent, `of` how many others count on.
    Those of one group and day share their `batch`.
    """
    now = ledger.clock()
    last = to_text(now + timedelta(days=WEEK_DAYS + 1))
    for row in ledger.database.execute_sql(_SQL, (to_text(now), last)):
        member, group, name, group_name, change, sent_at, others = row
        ends = from_text(stored.moment_text(change)).astimezone(now.tzinfo)
        day = (ends - timedelta(milliseconds=2)).date().isoformat()
        yield TodoRecord(
            kind=LAPSE,
            id=member,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on=day,
            since=stored.moment_text(sent_at),
            of=others,
            batch=f"{group} {day}",
        )
