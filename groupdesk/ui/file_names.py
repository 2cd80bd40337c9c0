# SPDX-License-Identifier: MIT
"""Names that files are offered under: as a person would call them, and as every disk takes them."""

import re

from groupdesk.domain.text import visible

_LONGEST = 180
"""Bytes; a name may have 255 with its ending, and a person may add a word."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def file_name(title: str, ending: str) -> str:
    """Return `title` as the name of a file; no character of a group's name leads anywhere."""
    safe = _FORBIDDEN.sub("-", visible(title))
    safe = safe.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip(" .-")
    return f"{safe or 'groupdesk'}.{ending}"
