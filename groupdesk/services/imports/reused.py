# SPDX-License-Identifier: MIT
"""Tells an id that was given to somebody else from one person who has changed."""

from difflib import SequenceMatcher

from groupdesk.domain.contacts import email_key, phone_key, same_phone
from groupdesk.domain.import_records import ImportRow
from groupdesk.services.imports.register import Stay

BY_ID, BY_NUMBER = "id_reused", "number_reused"
REUSED = frozenset({BY_ID, BY_NUMBER})
"""Conflicts of a row that has somebody's id, or their number of ours, and nothing else of them."""

_ALIKE = 0.45


def is_somebody_else(row: ImportRow, stay: Stay) -> bool:
    """Say whether nothing but the id is the same: names unlike, and every contact another one.

    A new name alone is a new name. What is missing on one side says nothing.
    """
    if not row.name_known or row.name == stay.name:
        return False
    if stay.name in {stay.external_id, stay.email, stay.handle, stay.phone}:
        return False  # nobody knew the name so far
    email, known = email_key(row.email), email_key(stay.email)
    told = [email != known] if email and known else []
    if phone_key(row.phone) and phone_key(stay.phone):
        told.append(not same_phone(row.phone, stay.phone))
    same = (
        (row.company.casefold(), stay.company.casefold()),
        (row.handle.casefold(), stay.handle.casefold()),
        (row.joined_at or "", stay.joined_at or ""),
    )
    return (
        bool(told)
        and all(told)
        and not any(one and one == other for one, other in same)
        and not _alike(
            {row.name, row.nickname} - {""}, {stay.name, stay.nickname, stay.person_name} - {""}
        )
    )


def _alike(names: set[str], known: set[str]) -> bool:
    for one in map(str.casefold, names):
        for other in map(str.casefold, known):
            if not set(one.split()).isdisjoint(other.split()):
                return True
            if SequenceMatcher(None, one, other).ratio() >= _ALIKE:
                return True
    return False
