# SPDX-License-Identifier: MIT
"""One row of a list against one member: which fields differ, and what the register would hold.

A list adds and updates; what it does not say stays. Activity never goes back, tags and notes are
added to what is there, an id is set but never exchanged.
"""

import unicodedata

from groupdesk.domain.enums import JoinedHow, MembershipState
from groupdesk.domain.import_preview import STATE_FIELD, FieldChange
from groupdesk.domain.import_records import ImportRow
from groupdesk.models import stored
from groupdesk.services.imports.register import Stay

_LANGUAGES = {
    **dict.fromkeys(("zh", "zh-cn", "zh_cn", "zh-hans", "zh-tw", "chinese", "中文", "汉语"), "zh"),
    **dict.fromkeys(("简体中文", "繁體中文", "繁体中文", "普通话"), "zh"),
    **dict.fromkeys(("en", "en-us", "en_us", "en-gb", "en_gb", "english", "英文", "英语"), "en"),
}
_LINES = (
    "name", "nickname", "handle", "invited_by", "phone", "email", "company", "account_owner",
)  # fmt: skip


def clean(row: ImportRow) -> ImportRow:
    """Return the row with its texts as the register stores them: one line, NFC, trimmed."""
    changed: dict[str, str] = {}
    for name in _LINES:
        text = getattr(row, name)
        if text:
            line = " ".join(text.split())
            if not line.isascii():
                line = unicodedata.normalize("NFC", line)
            if line != text:
                changed[name] = line
    language = language_of(row.language)
    if language != row.language:
        changed["language"] = language
    return row._replace(**changed) if changed else row  # type: ignore[arg-type]  # text fields


def language_of(word: str) -> str:
    """Return "zh" or "en" for the list's word, "" for a language we have no texts in."""
    return _LANGUAGES.get(word.strip().lower(), "") if word else ""


def differences(row: ImportRow, stay: Stay) -> tuple[FieldChange, ...]:
    """Return what a member's data would change to; empty when the list says nothing new."""
    found: list[FieldChange] = []
    if stay.membership_id:
        if row.name_known and row.name != stay.name:
            found.append(FieldChange("name", stay.name, row.name))
        if row.nickname and row.nickname != stay.nickname:
            found.append(FieldChange("nickname", stay.nickname, row.nickname))
        if row.role is not None and row.role != stay.role:
            found.append(FieldChange("role", stay.role, row.role.value))
        found += _activity(row, stay)
        if row.deactivated and stay.state == MembershipState.ACTIVE:
            found.append(FieldChange(STATE_FIELD, stay.state, MembershipState.LEFT.value))
    return (*found, *about_person(row, stay))


def _activity(row: ImportRow, stay: Stay) -> list[FieldChange]:
    found: list[FieldChange] = []
    if row.joined_at and row.joined_at != stay.joined_at:
        found.append(FieldChange("joined_at", stay.joined_at or "", row.joined_at))
    if row.joined_how is not JoinedHow.UNKNOWN and row.joined_how != stay.joined_how:
        found.append(FieldChange("joined_how", stay.joined_how, row.joined_how.value))
    if row.invited_by and row.invited_by != stay.invited_by:
        found.append(FieldChange("invited_by", stay.invited_by, row.invited_by))
    if row.last_active and row.last_active > (stay.last_active or ""):
        found.append(FieldChange("last_active", stay.last_active or "", row.last_active))
    if row.message_count is not None and row.message_count != stay.message_count:
        before = "" if stay.message_count is None else str(stay.message_count)
        found.append(FieldChange("message_count", before, str(row.message_count)))
    if row.is_bot and not stay.is_bot:
        found.append(FieldChange("is_bot", "", "1"))
    return found


def about_person(row: ImportRow, stay: Stay) -> list[FieldChange]:
    """Return what changes of the person and the account, whichever group they are seen in."""
    found: list[FieldChange] = []
    if row.external_id and not stay.external_id:
        found.append(FieldChange("external_id", "", row.external_id))
    for name in ("handle", "phone", "email", "company", "account_owner", "language"):
        after, before = getattr(row, name), getattr(stay, name) or ""
        if after and after != before:
            # an address that differs in capitals only is the same address
            if name == "email" and after.casefold() == before.casefold():
                continue
            found.append(FieldChange(name, before, after))
    if row.tags:
        have = stored.names(stay.tags)
        missing = [tag for tag in row.tags if tag not in have]
        if missing:
            after = ", ".join((*have, *missing))
            found.append(FieldChange("tags", ", ".join(have), after))
    note = row.note.strip()
    if note and note not in stay.note:
        after = f"{stay.note}\n{note}" if stay.note else note
        found.append(FieldChange("note", stay.note, after))
    return found


def said(row: ImportRow) -> dict[str, str]:
    """Return all that a list says of somebody new, as the log and the preview name it."""
    told: dict[str, str | None] = {
        "name": row.name,
        "nickname": row.nickname,
        "external_id": row.external_id,
        "handle": row.handle,
        "role": row.role and row.role.value,
        "joined_at": row.joined_at,
        "joined_how": "" if row.joined_how is JoinedHow.UNKNOWN else row.joined_how.value,
        "invited_by": row.invited_by,
        "last_active": row.last_active,
        "message_count": "" if row.message_count is None else str(row.message_count),
        "phone": row.phone,
        "email": row.email,
        "company": row.company,
        "account_owner": row.account_owner,
        "tags": ", ".join(row.tags),
        "note": row.note.strip(),
        "language": row.language,
        "is_bot": "1" if row.is_bot else "",
        "deactivated": "1" if row.deactivated and not row.former else "",
        STATE_FIELD: MembershipState.LEFT.value if row.former else "",
    }
    return {name: text for name, text in told.items() if text}
