# SPDX-License-Identifier: MIT
"""Names of files and folders: as a person would call them, and as every disk takes them."""

import re
from typing import Final

from groupdesk.domain.text import visible

LONGEST: Final = 180
"""Bytes; a name may have 255 with its ending, and a person may add a word."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def safe_name(title: str, longest: int = LONGEST) -> str:
    """Return `title` as a name; no character of a group's name leads anywhere."""
    safe = _FORBIDDEN.sub("-", visible(title))
    safe = safe.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore").strip(" .-")
    return safe or "groupdesk"
