# SPDX-License-Identifier: MIT
"""Who in a list may be somebody whom the group removed, or who is blocked, under a new ID.

Names are weak signs, and a removal that was lifted is held against nobody: this only names the
rows, so that a person looks and links the entries where they are one. Nothing is joined by itself.
"""

from collections.abc import Iterable, Sequence

from groupdesk.domain.contacts import email_key, phone_tail, same_phone
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.search_tokens import close_gaps, fold, is_han
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.removal_state import GONE_SQL, held_sql

# Removed from this group, whether or not that was lifted or is over, or on the blocklist; and
# neither this entry nor a linked one is in the group now.
_GONE = f"""
SELECT m.name, p.email, p.phone
FROM (
    SELECT r.membership_id AS stay FROM removal r CROSS JOIN membership m ON m.id = r.membership_id
        WHERE m.group_id = ?1 AND {GONE_SQL} AND {held_sql("r")}
    UNION SELECT m.id FROM block_entry b CROSS JOIN membership m ON m.person_id = b.person_id
        WHERE b.state = 'blocked' AND +m.state <> 'withdrawn'
            AND b.id = (SELECT max(x.id) FROM block_entry x WHERE x.person_id = b.person_id)
) CROSS JOIN membership m ON m.id = stay CROSS JOIN person p ON p.id = m.person_id
WHERE NOT EXISTS (
    SELECT 1 FROM person e CROSS JOIN membership a ON a.person_id = e.id
    WHERE (e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id))
        AND a.group_id = ?1 AND +a.state = 'active')
"""


def maybe_back(
    database: WorkspaceDatabase, group_id: int, rows: Sequence[ImportRow], new: Iterable[int]
) -> list[int]:
    """Return which of these rows, new to the register, have such a name, e-mail or phone."""
    names: set[str] = set()
    emails: set[str] = set()
    phones: dict[str, list[str]] = {}
    for name, email, phone in database.execute_sql(_GONE, (group_id,)):
        names.add(_key(name))
        emails.add(email_key(email))
        phones.setdefault(phone_tail(phone), []).append(phone)
    emails.discard("")
    phones.pop("", None)
    if not names:
        return []
    return [
        position
        for position in new
        if not rows[position].is_bot
        and (
            _key(rows[position].name) in names
            or (rows[position].email and email_key(rows[position].email) in emails)
            or _same_phone(rows[position].phone, phones)
        )
    ]


def _key(name: str) -> str:
    return name if is_han(name) else fold(close_gaps(name))


def _same_phone(phone: str, phones: dict[str, list[str]]) -> bool:
    return bool(phone) and any(same_phone(one, phone) for one in phones.get(phone_tail(phone), ()))
