# SPDX-License-Identifier: MIT
"""The entry of the blocklist that belongs to a removal: made once it holds, ended with it."""

from groupdesk.domain.decision_enums import BlockState
from groupdesk.models.moderation import Removal
from groupdesk.models.people import Membership
from groupdesk.models.register import BlockEntry
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import marks_of

_OWN = """
SELECT 1 FROM block_entry b WHERE b.person_id = ?1 AND b.case_id = ?2 AND b.state = 'blocked'
    AND b.id = (SELECT max(x.id) FROM block_entry x WHERE x.person_id = ?1)
    AND b.recorded_at = coalesce(
        (SELECT a.at FROM removal_approval a WHERE a.removal_id = ?3), ?4)
"""


def block_by(ledger: Ledger, entry: Entry, removal: Removal, stay: Membership) -> list[BlockEntry]:
    """Put whoever a removal is about on the blocklist where it says so; return the rows.

    Who is on it already stays there by that entry.
    """
    if not removal.blocks or marks_of(ledger.database, stay.person_id).blocked:
        return []
    return [_entry(entry, removal, stay, BlockState.BLOCKED, removal.reason)]


def unblock_with(
    ledger: Ledger, entry: Entry, removal: Removal, stay: Membership, reason: str
) -> list[BlockEntry]:
    """Let go whom this removal had put on the blocklist, unless somebody did since."""
    values = (stay.person_id, removal.case_id, removal.id, removal.decided_at)
    own = removal.blocks and ledger.database.execute_sql(_OWN, values).fetchone()
    return [_entry(entry, removal, stay, BlockState.LIFTED, reason)] if own else []


def _entry(
    entry: Entry, removal: Removal, stay: Membership, state: BlockState, reason: str
) -> BlockEntry:
    return BlockEntry.create(
        person=stay.person_id,
        case=removal.case_id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        state=state.value,
        reason=reason,
    )
