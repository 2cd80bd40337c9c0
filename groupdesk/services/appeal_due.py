# SPDX-License-Identifier: MIT
"""What appeals leave to do: answer them, send the letter, let somebody back in.

In an archived group they rest.
"""

from typing import Any, Final

from groupdesk.domain.due import TodoRecord
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import holds_sql, waits_sql

REJOIN: Final = "rejoin"
"""The kind of the task of letting somebody back in."""
KINDS: Final = ("appeal", "appeal_letter", "letter_not_delivered", REJOIN)
STATE_SQL = """coalesce(d.outcome, CASE WHEN EXISTS (SELECT 1 FROM appeal_entry e
    WHERE e.appeal_id = a.id AND e.kind = 'withdrawn') THEN 'withdrawn' ELSE 'open' END)"""
"""The state of an `appeal a` that is joined with its `appeal_decision d`."""
REJOINS_SQL = f"""
SELECT t.id, m.id AS stay, m.person_id, g.id AS group_id, g.name AS group_name, g.platform,
    m.name, t.created_at, coalesce(t.case_id, 0)
FROM task t JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
JOIN person p ON p.id = m.person_id
WHERE t.kind = 'rejoin' AND t.done_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM person e CROSS JOIN membership n ON n.person_id = e.id
    WHERE (e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id))
        AND n.group_id = m.group_id AND n.id > m.id AND n.state <> 'withdrawn')
    AND NOT EXISTS (SELECT 1 FROM removal r
        WHERE r.membership_id = m.id AND ({holds_sql("r")} OR {waits_sql("r")}))
    AND NOT EXISTS (SELECT 1 FROM person e CROSS JOIN rejoin_request q ON q.person_id = e.id
        WHERE (e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id))
            AND q.group_id = m.group_id AND q.recorded_at >= t.created_at)
"""
"""Who may come back and was not taken in since, over all entries of the person.

Not whom another removal keeps out by now, or would, nor who asked to come back since.
"""

_DUE = f"""
SELECT 'appeal', a.id, m.id, g.id, m.name, g.name, a.answer_by, a.received_at
FROM appeal a JOIN membership m ON m.id = a.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
LEFT JOIN appeal_decision d ON d.appeal_id = a.id
WHERE {STATE_SQL} = 'open'
UNION ALL
SELECT CASE WHEN n.state = 'not_delivered' THEN 'letter_not_delivered' ELSE 'appeal_letter' END,
    a.id, m.id, g.id, m.name, g.name, '',
    CASE WHEN n.state = 'not_delivered' THEN n.at ELSE d.at END
FROM appeal_decision d JOIN appeal a ON a.id = d.appeal_id
JOIN membership m ON m.id = a.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
LEFT JOIN notice_event n ON n.id = (SELECT max(x.id) FROM notice_event x
    WHERE x.target_kind = 'appeal' AND x.target_id = a.id)
WHERE d.letter <> '' AND coalesce(n.state, 'not_sent') IN ('not_sent', 'not_delivered')
UNION ALL
SELECT '{REJOIN}', w.id, w.stay, w.group_id, w.name, w.group_name, '', w.created_at
FROM ({REJOINS_SQL}) w
ORDER BY 7, 8
"""


def due_from_appeals(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what is to be done; the caller reads.

    The kind is "appeal", with the day by which it is to be answered, "appeal_letter" for one
    of which nobody said that it was sent, "letter_not_delivered" for one that did not arrive, or
    "rejoin".
    """
    return tuple(_todo(row) for row in ledger.database.execute_sql(_DUE))


def _todo(row: tuple[Any, ...]) -> TodoRecord:
    kind, ident, member, group, name, group_name, due_on, since = row
    return TodoRecord(
        kind=str(kind),
        id=int(ident),
        membership_id=int(member),
        group_id=int(group),
        member_name=str(name),
        group_name=str(group_name),
        due_on=stored.day(due_on).isoformat() if due_on else "",
        since=stored.moment_text(since),
    )
