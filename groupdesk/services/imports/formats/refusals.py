# SPDX-License-Identifier: MIT
"""What platforms answer when they refuse: people save that, too, and take it for the list."""

from groupdesk.services.imports.formats.member_list import text

_PAIRS = (
    ("errcode", "errmsg"),  # WeCom
    ("errcode", "error"),  # Matrix
    ("ok", "error"),  # Slack
    ("result", "msg"),  # Zulip
    ("retcode", "wording"),  # OneBot
    ("code", "msg"),  # Feishu
    ("code", "message"),  # Discord
    ("status_code", "message"),  # Mattermost
)
"""The field that says whether all went well, and the one with the words."""

_GOOD = frozenset({"", "0", "ok", "true", "success"})


def reply(document: object) -> str | None:
    """Return the words of a refusal, None where the document is none."""
    if not isinstance(document, dict):
        return None
    for sign, words in _PAIRS:
        said = document.get(words)
        if isinstance(said, str) and text(document.get(sign)) not in _GOOD:
            return said[:120]
    return None
