# SPDX-License-Identifier: MIT
"""Finds the platform that wrote a document, by its content alone."""

from collections.abc import Callable

from groupdesk.domain.errors import FileRefusedError
from groupdesk.services.imports.formats import (
    discord,
    feishu,
    matrix,
    mattermost,
    qq,
    refusals,
    slack,
    telegram,
    wecom,
    zulip,
)
from groupdesk.services.imports.formats.member_list import MemberList

Reader = Callable[[object], list[MemberList] | None]
"""Returns the members of each group in a document, None for what another platform wrote.

An empty list says that there is no group in what is otherwise the platform's file.
"""

READERS: tuple[Reader, ...] = (
    telegram.read,
    discord.read,
    slack.read,
    zulip.read,
    matrix.read,
    feishu.read,
    qq.read,
    mattermost.read,
    wecom.read,
)
"""Asked in this order. WeCom comes last: it alone takes an empty list for its own."""

LINES = mattermost.LINES


def groups(document: object, name: str) -> list[MemberList]:
    """Return the members of each group in the document, one group at least.

    Raises FileRefusedError: json_unknown, chat_not_group, platform_refused (the platform's own
    error reply instead of a list).
    """
    for read in READERS:
        found = read(document)
        if found:
            return found
        if found is not None:
            raise FileRefusedError(name, "chat_not_group")
    refused = refusals.reply(document)
    if refused is not None:
        raise FileRefusedError(name, "platform_refused", reply=refused)
    raise FileRefusedError(name, "json_unknown")
