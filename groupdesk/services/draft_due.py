# SPDX-License-Identifier: MIT
"""What the operator at the desk began to write about somebody and kept."""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.due import TodoRecord
from groupdesk.models import stored
from groupdesk.services import rejoin_drafts
from groupdesk.services.ledger import Ledger
from groupdesk.services.undelivered import undelivered

DRAFT: Final = "draft_"
_KEPT = ("warning", "talk", "removal", "removals", "case", "exit", "exit_answer")
KINDS: Final = (*(f"{DRAFT}{kind}" for kind in _KEPT), *rejoin_drafts.KINDS)

_SQL = f"""
SELECT 'draft_' || d.kind, d.id, m.id, g.id, m.name, g.name, d.saved_at,
    CASE WHEN d.kind = 'removals' AND json_valid(d.payload)
        THEN coalesce(json_array_length(d.payload, '$.members'), 0) ELSE 0 END
FROM draft d JOIN membership m ON m.id = d.membership_id
    AND (m.state = 'active' OR d.kind = 'removals')
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE d.operator_id = ? AND d.kind IN {_KEPT}
ORDER BY d.saved_at DESC, d.id DESC
"""


def due_from_drafts(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield the drafts, the newest first; the caller reads.

    `since` is when it was kept; "draft_removals" is about `of` members and told by one of them.
    Those about one member who is gone rest, as those of archived groups do. Another try of what
    did not arrive is told by that one.
    """
    tried = {item.membership_id for item in undelivered(ledger) if item.draft_at}
    for row in ledger.database.execute_sql(_SQL, (ledger.operator.id,)):
        kind, ident, member, group, name, group_name, since, of = row
        if kind == "draft_warning" and member in tried:
            continue
        yield TodoRecord(
            kind=kind,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on="",
            since=stored.moment_text(since),
            of=of,
        )
    yield from rejoin_drafts.due_from_rejoin_drafts(ledger)
