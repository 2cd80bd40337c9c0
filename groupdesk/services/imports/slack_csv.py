# SPDX-License-Identifier: MIT
"""Slack's member list: the CSV that workspace admins export.

Header: username, email, status, billing-active, has-2fa, has-sso, userid, fullname, displayname,
expiration-timestamp (older exports lack the last). `status` says role, bot and deactivation.
"""

from collections.abc import Sequence

from groupdesk.domain.import_records import ImportField

F = ImportField

_PLACES = {
    F.HANDLE: "username",
    F.EMAIL: "email",
    F.EXTERNAL_ID: "userid",
    F.NAME: "fullname",
    F.NICKNAME: "displayname",
    F.ROLE: "status",
    F.IS_BOT: "status",
    F.DEACTIVATED: "status",
}
_TELLING = frozenset({"username", "userid", "fullname", "billing-active"})

NO_PERSONS = frozenset({"USLACKBOT"})
"""Ids of Slack's own helper, which every workspace lists."""


def fields_of(header: Sequence[str]) -> dict[ImportField, list[int]] | None:
    """Return the column of each field, None if this is no header of Slack's."""
    words = [word.strip().casefold() for word in header]
    if not set(words) >= _TELLING:
        return None
    return {field: [words.index(word)] for field, word in _PLACES.items() if word in words}
