# SPDX-License-Identifier: MIT
"""Who may let somebody back in: one alone does not undo what two decided."""

from collections.abc import Collection
from typing import Final

from groupdesk.domain.enums import Action
from groupdesk.domain.errors import RefusedError
from groupdesk.domain.records import OperatorRecord
from groupdesk.domain.roles import may
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.ledger import Entry
from groupdesk.services.removal_state import GONE_SQL, KEPT_OUT_SQL, holds_sql, until_sql
from groupdesk.services.same_person import among, entries_of

_BY_TWO: Final = f"""
SELECT r.case_id FROM removal r CROSS JOIN membership m ON m.id = r.membership_id
WHERE m.person_id IN {{0}} AND m.group_id = ? AND {GONE_SQL} AND {holds_sql("r")}
    AND EXISTS (SELECT 1 FROM removal_approval a WHERE a.removal_id = r.id)
    AND (coalesce({until_sql("r")} >= ?, 1) OR {KEPT_OUT_SQL} IS NOT NULL)
ORDER BY r.id DESC LIMIT 1
"""


def waits_for_approver(
    database: WorkspaceDatabase,
    operator: OperatorRecord,
    persons: Collection[int],
    group_id: int,
    today: str,
) -> int:
    """Return the case of a removal that two decided and that holds, 0 where there is none.

    For whoever may approve removals themselves there is none. `persons` are all entries of one.
    """
    if may(operator.role, Action.REMOVAL_APPROVE):
        return 0
    found = database.execute_sql(_BY_TWO.format(among(persons)), (group_id, today)).fetchone()
    return int(found[0]) if found else 0


def require_may_let_in(
    entry: Entry, database: WorkspaceDatabase, person_id: int, group_id: int
) -> None:
    """Raise RefusedError("return_needs_approver") where another one has to let somebody in."""
    who, today = entries_of(database, person_id), entry.now.date().isoformat()
    number = waits_for_approver(database, entry.operator, who, group_id, today)
    if number:
        raise RefusedError("return_needs_approver", number=number)
