# SPDX-License-Identifier: MIT
"""How persons are looked up by e-mail and phone: the very expressions of the two indexes."""

import json
from collections import defaultdict
from collections.abc import Iterable

from groupdesk.domain.contacts import email_key, phone_key, phone_tail, same_phone
from groupdesk.models.database import WorkspaceDatabase

EMAIL = 'lower("email")'
PHONE = (
    "substr(replace(replace(replace(replace(replace("
    "\"phone\", ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), -8)"
)


def by_email(database: WorkspaceDatabase, email: str) -> list[int]:
    """Return the entries with this address, whatever its case."""
    return of_emails(database, (email,)).get(email_key(email), [])


def by_phone(database: WorkspaceDatabase, phone: str) -> list[int]:
    """Return the entries with this number, however it is written."""
    return of_phones(database, (phone,)).get(phone_key(phone), [])


def of_emails(database: WorkspaceDatabase, emails: Iterable[str]) -> dict[str, list[int]]:
    """Return the entries with each of these addresses, by `email_key`."""
    keys = {email_key(email) for email in emails} - {""}
    found: dict[str, list[int]] = defaultdict(list)
    if keys:
        for key, entry in database.execute_sql(
            "SELECT k.value, p.id FROM json_each(?) k CROSS JOIN person p"
            f" ON p.\"email\" <> '' AND {EMAIL} = k.value ORDER BY p.id",
            (json.dumps(sorted(keys)),),
        ):
            found[str(key)].append(int(entry))
    return found


def of_phones(database: WorkspaceDatabase, phones: Iterable[str]) -> dict[str, list[int]]:
    """Return the entries with each of these numbers, by `phone_key`."""
    numbers = {phone_key(phone) for phone in phones} - {""}
    tails: dict[str, list[str]] = defaultdict(list)
    for number in numbers:
        tails[phone_tail(number)].append(number)
    found: dict[str, list[int]] = defaultdict(list)
    if tails:
        for tail, entry, written in database.execute_sql(
            "SELECT k.value, p.id, p.phone FROM json_each(?) k CROSS JOIN person p"
            f" ON p.\"phone\" <> '' AND {PHONE} = k.value ORDER BY p.id",
            (json.dumps(sorted(tails)),),
        ):
            for number in tails[str(tail)]:
                if same_phone(number, str(written)):
                    found[number].append(int(entry))
    return found
