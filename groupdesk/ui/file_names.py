# SPDX-License-Identifier: MIT
"""Names that files are offered under."""

from groupdesk.domain.file_names import safe_name


def file_name(title: str, ending: str) -> str:
    """Return `title` as the name of a file; no character of a group's name leads anywhere."""
    return f"{safe_name(title)}.{ending}"
