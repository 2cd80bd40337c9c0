# SPDX-License-Identifier: MIT
"""What can be said of a member by hand: checked, and written to person and account."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import MemberFields
from groupdesk.domain.text import clean_line, optional_text, reject_unstorable
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Account, Membership, Person
from groupdesk.services.groups import MAX_NAME
from groupdesk.services.same_person import entries_of

if TYPE_CHECKING:
    from groupdesk.domain.person_records import JoinAnswer

_TEXTS = (
    "name",
    "nickname",
    "external_id",
    "handle",
    "phone",
    "email",
    "company",
    "note",
    "language",
    "account_owner",
)


def checked_name(fields: MemberFields) -> str:
    """Return the name as it is kept. Raises ValidationError for what cannot be stored."""
    for key in _TEXTS:
        optional_text(key, getattr(fields, key))
    for tag in fields.tags:
        reject_unstorable("tags", tag)
    name = clean_line(fields.name)
    if not name:
        raise ValidationError("name", "member_name_missing")
    if len(name) > MAX_NAME:
        raise ValidationError("name", "text_too_long", limit=MAX_NAME, length=len(name))
    return name


def person_columns(fields: MemberFields) -> dict[str, object]:
    """Return the columns of the person's row."""
    return {
        "phone": clean_line(fields.phone),
        "email": clean_line(fields.email),
        "company": clean_line(fields.company),
        "note": fields.note.strip(),
        "language": fields.language,
        "tags": json.dumps(list(fields.tags), ensure_ascii=False),
        "key_customer": fields.key_customer,
        "protected": fields.protected,
        "account_owner": clean_line(fields.account_owner),
    }


def named(name: str, nickname: str, group: str) -> dict[str, object]:
    """Return what a log entry calls a member: with the nickname, as lists do."""
    called: dict[str, object] = {"member": name, "group": group}
    return called | ({"nickname": nickname} if nickname not in {"", name} else {})


def said(fields: MemberFields) -> dict[str, object]:
    """Return what a log entry says of a member's fields: those that are filled in."""
    words: dict[str, object] = {
        "name": clean_line(fields.name),
        "nickname": clean_line(fields.nickname),
        "external_id": fields.external_id.strip(),
        "handle": clean_line(fields.handle),
        "role": fields.role.value,
        "phone": clean_line(fields.phone),
        "email": clean_line(fields.email),
        "company": clean_line(fields.company),
        "tags": ", ".join(fields.tags),
        "note": fields.note.strip(),
        "language": fields.language,
        "key_customer": fields.key_customer,
        "protected": fields.protected,
        "account_owner": clean_line(fields.account_owner),
    }
    return {key: value for key, value in words.items() if value not in {"", False}}


def said_of_check(answer: "JoinAnswer | None") -> dict[str, object]:
    """Return what a log entry says of the join check: what was ticked, and why one was let in."""
    if answer is None:
        return {}
    reason = optional_text("let_in_reason", answer.let_in_reason)
    words: dict[str, object] = {
        "fits_purpose": answer.fits_purpose,
        "belongs": answer.belongs,
        "let_in_reason": reason,
        "same_person": bool(answer.same_as),
    }
    return {key: value for key, value in words.items() if value}


def entries_to_go_on(database: WorkspaceDatabase, answer: "JoinAnswer | None") -> list[int]:
    """Return the entries of the person that somebody was said to be; that entry comes first.

    Raises StateChangedError("person_gone").
    """
    if answer is None or not answer.same_as:
        return []
    found = entries_of(database, answer.same_as)
    if not found:
        raise StateChangedError("person_gone")
    return sorted(found, key=lambda entry: entry != answer.same_as)


def account_for(
    platform: str, fields: MemberFields, name: str, now: str, same: Sequence[int] = ()
) -> tuple[Account, dict[str, object]]:
    """Return the account, a new one or the known one, and what was changed of the person.

    `same` are the entries of the person that was chosen, the one to go on with first. Raises
    ValidationError("external_id", "account_taken") when the id is somebody else's.
    """
    external_id = fields.external_id.strip() or None
    if external_id is not None:
        known = Account.get_or_none(
            (Account.platform == platform) & (Account.external_id == external_id)
        )
        if known is not None:
            if same and known.person_id not in same:
                raise ValidationError("external_id", "account_taken", id=external_id)
            return known, _fill_in(known.person, fields)
    if same:
        return _own_account(platform, fields, same[0])
    person = Person.create(name=name, created_at=now, **person_columns(fields))
    account = Account.create(
        person=person,
        platform=platform,
        external_id=external_id,
        handle=clean_line(fields.handle),
    )
    return account, {}


def _own_account(
    platform: str, fields: MemberFields, person_id: int
) -> tuple[Account, dict[str, object]]:
    """Return the account under which a known person comes back; one without an id gets it now."""
    external_id = fields.external_id.strip() or None
    account: Account | None = (
        Account.select()
        .where((Account.platform == platform) & (Account.person == person_id))
        .where(Account.external_id.is_null() if external_id else True)
        .order_by(Account.id.desc())
        .first()
    )
    if account is None:
        account = Account(person=person_id, platform=platform)
    account.external_id = external_id or account.external_id
    account.handle = clean_line(fields.handle) or account.handle
    account.save()
    return account, _fill_in(Person.get_by_id(person_id), fields)


def edit_account(stay: Membership, platform: str, fields: MemberFields) -> None:
    """Write id and handle to the stay's account; one that has none gets it now.

    Raises ValidationError("external_id", "account_taken") for somebody else's id.
    """
    external_id, handle = fields.external_id.strip() or None, clean_line(fields.handle)
    account = stay.account
    if account is None:
        if external_id is None and not handle:
            return
        account = Account(person=stay.person_id, platform=platform)
    account.external_id, account.handle = external_id, handle
    _require_own(account)
    account.save()
    stay.account_id = account.id
    stay.save()


def _fill_in(person: Person, fields: MemberFields) -> dict[str, object]:
    """Take what was filled in over into a known person; return what it was before."""
    new = person_columns(fields)
    if not fields.tags:
        del new["tags"]
    before = {}
    for key, value in new.items():
        old = getattr(person, key)
        if value and old != value:
            before[key] = old
            setattr(person, key, value)
    if before:
        person.save()
    return before


def _require_own(account: Account) -> None:
    if account.external_id is None:
        return
    other = Account.get_or_none(
        (Account.platform == account.platform) & (Account.external_id == account.external_id)
    )
    if other is not None and other.id != account.id:
        raise ValidationError("external_id", "account_taken", id=account.external_id)
