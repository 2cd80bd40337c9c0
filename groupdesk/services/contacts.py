# SPDX-License-Identifier: MIT
"""How persons are looked up by e-mail and phone: the very expressions of the two indexes."""

from groupdesk.domain.contacts import email_key, phone_tail, same_phone
from groupdesk.models.database import WorkspaceDatabase

EMAIL = 'lower("email")'
PHONE = (
    "substr(replace(replace(replace(replace(replace("
    "\"phone\", ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), -8)"
)


def by_email(database: WorkspaceDatabase, email: str) -> list[int]:
    """Return the entries with this address, whatever its case."""
    key = email_key(email)
    if not key:
        return []
    sql = f"SELECT id FROM person WHERE \"email\" <> '' AND {EMAIL} = ? ORDER BY id LIMIT 50"
    return [int(found) for (found,) in database.execute_sql(sql, (key,))]


def by_phone(database: WorkspaceDatabase, phone: str) -> list[int]:
    """Return the entries with this number, however it is written."""
    tail = phone_tail(phone)
    if not tail:
        return []
    sql = f"SELECT id, phone FROM person WHERE \"phone\" <> '' AND {PHONE} = ? ORDER BY id LIMIT 50"
    rows = database.execute_sql(sql, (tail,))
    return [int(found) for found, written in rows if same_phone(phone, str(written))]
