# SPDX-License-Identifier: MIT
"""What holds of a removal, for every statement that reads the table `removal`.

One that waits for approval counts for nothing yet; one with a reversal counts no more, whatever
its kind. Aliases are names in our own statements, never text from outside.
"""

from groupdesk.domain.removal_states import RemovalState
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

_OVER = "EXISTS (SELECT 1 FROM reversal v WHERE v.target_kind = 'removal' AND v.target_id = {0}.id)"
_UNANSWERED = (
    "{0}.approval IS 'asked'"  # never NULL, so that it can be turned round
    " AND NOT EXISTS (SELECT 1 FROM removal_approval p WHERE p.removal_id = {0}.id)"
)
_HOW = """(SELECT coalesce(v.kind, 'lifted') FROM reversal v
    WHERE v.target_kind = 'removal' AND v.target_id = {0}.id)"""
_LAST_TERM = (
    "(SELECT n.{1} FROM removal_term n WHERE n.removal_id = {0}.id ORDER BY n.id DESC LIMIT 1)"
)

GONE_SQL = "(+m.state = 'removed' OR (r.left_at IS NOT NULL AND +m.state = 'left'))"
"""That whoever a removal `r` is about is not in the group by it: `membership m` is their stay.

The + keeps the index over all members of a state from being walked.
"""

KEPT_OUT_SQL = """(SELECT e.text FROM task k JOIN task_event e ON e.task_id = k.id
    WHERE k.removal_id = r.id AND k.kind = 'term_over' AND e.state = 'kept_out'
    ORDER BY e.id DESC LIMIT 1)"""
"""Why whoever a removal `r` is about is kept out although its last day has passed, else NULL."""


def holds_sql(removal: str) -> str:
    """Return the condition that a removal, by its alias, holds: the one that counts."""
    return f"(NOT {_OVER.format(removal)} AND NOT ({_UNANSWERED.format(removal)}))"


def waits_sql(removal: str) -> str:
    """Return the condition that a removal waits for another operator's approval."""
    # said once more with "=", for which there is an index
    unanswered = f"{removal}.approval = 'asked' AND {_UNANSWERED.format(removal)}"
    return f"({unanswered} AND NOT {_OVER.format(removal)})"


def held_sql(removal: str) -> str:
    """Return the condition that a removal holds, or held until it was lifted.

    One that was declined, withdrawn or cancelled never did.
    """
    unanswered, how = _UNANSWERED.format(removal), _HOW.format(removal)
    return f"(NOT ({unanswered}) AND coalesce({how}, 'lifted') = 'lifted')"


def state_sql(removal: str) -> str:
    """Return the expression for the state of a removal, a value of RemovalState."""
    unanswered, how = _UNANSWERED.format(removal), _HOW.format(removal)
    return f"coalesce({how}, CASE WHEN {unanswered} THEN 'waiting' ELSE 'holding' END)"


def term_sql(removal: str) -> str:
    """Return the expression for the term in force: the last one, else that of the decision."""
    return f"coalesce({_LAST_TERM.format(removal, 'term')}, {removal}.term)"


def until_sql(removal: str) -> str:
    """Return the expression for the local day until which a removal holds; NULL for no such day."""
    return (
        f"CASE WHEN {_LAST_TERM.format(removal, 'id')} IS NULL THEN {removal}.until"
        f" ELSE {_LAST_TERM.format(removal, 'until')} END"
    )


_WAITING = f"SELECT r.id FROM removal r WHERE r.membership_id = ? AND {waits_sql('r')} LIMIT 1"
_TO_CARRY_OUT = f"""
SELECT r.id FROM removal r JOIN task t ON t.removal_id = r.id
WHERE r.membership_id = ? AND t.kind = 'removal_step' AND t.done_at IS NULL AND {holds_sql("r")}
ORDER BY r.id DESC LIMIT 1
"""
TO_CARRY_OUT_SQL = f"""SELECT r.membership_id FROM task t JOIN removal r ON r.id = t.removal_id
    WHERE t.kind = 'removal_step' AND t.done_at IS NULL AND {holds_sql("r")}"""
"""The stays whose removal holds and has open steps, for a statement over `membership`."""

_IN_FORCE = f"SELECT 1 FROM removal r WHERE r.membership_id = ? AND {holds_sql('r')} LIMIT 1"
_OF_ACT = f"""
SELECT r.id, {waits_sql("r")} FROM removal r WHERE r.id = ?
    OR r.batch = (SELECT o.batch FROM removal o WHERE o.id = ?) ORDER BY r.id
"""
_STATE = f"SELECT {state_sql('r')} FROM removal r WHERE r.id = ?"


def waiting_removal(database: WorkspaceDatabase, membership_id: int) -> int:
    """Return the removal of a stay that waits for approval, 0 where none does."""
    row = database.execute_sql(_WAITING, (membership_id,)).fetchone()
    return int(row[0]) if row else 0


def removal_to_carry_out(database: WorkspaceDatabase, membership_id: int) -> int:
    """Return the removal of a stay that holds and has open steps, 0 where none does."""
    row = database.execute_sql(_TO_CARRY_OUT, (membership_id,)).fetchone()
    return int(row[0]) if row else 0


def removal_in_force(database: WorkspaceDatabase, membership_id: int) -> bool:
    """Say whether a removal of a stay holds, carried out or not."""
    return database.execute_sql(_IN_FORCE, (membership_id,)).fetchone() is not None


def waiting_of_act(database: WorkspaceDatabase, removal_id: int) -> dict[int, bool]:
    """Return the removals decided in one act with this one, in order: whether each waits."""
    rows = database.execute_sql(_OF_ACT, (removal_id, removal_id))
    return {int(ident): bool(waits) for ident, waits in rows}


def state_of(database: WorkspaceDatabase, removal_id: int) -> RemovalState:
    """Return what holds of a removal. Raises StorageError for one that is not there."""
    row = database.execute_sql(_STATE, (removal_id,)).fetchone()
    return stored.one_of(RemovalState, row[0] if row else None)
