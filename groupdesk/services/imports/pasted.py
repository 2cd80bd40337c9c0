# SPDX-License-Identifier: MIT
"""Pasted members: one name per line, or a table copied out of a spreadsheet (tabs)."""

import re
from collections.abc import Sequence

_NUMBERED = re.compile(r"(\d{1,6})\s*[.、)）:：]\s*(.*)")
_BULLET = re.compile(r"[-*•·‣]\s+(.*)")


def is_table(text: str) -> bool:
    """Say whether the text was copied out of a spreadsheet: most of its lines hold tabs."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum("\t" in line for line in lines) * 2 > len(lines)


def names(text: str) -> tuple[list[int], list[list[str]]]:
    """Return line numbers and rows of one cell; blank lines are left out.

    Numbers or bullets in front are dropped only if every line has them: "1. FC Köln" alone stays.
    """
    lines: list[int] = []
    found: list[str] = []
    for line, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if raw.strip():
            lines.append(line)
            found.append(raw.strip())
    return lines, [[name] for name in _unmarked(found)]


def _unmarked(found: Sequence[str]) -> Sequence[str]:
    numbered = [_NUMBERED.fullmatch(name) for name in found]
    if len(found) > 1 and all(numbered):
        matches = [match for match in numbered if match]
        if [int(match[1]) for match in matches] == list(range(1, len(matches) + 1)):
            return [match[2] for match in matches]
    bulleted = [_BULLET.fullmatch(name) for name in found]
    if len(found) > 1 and all(bulleted):
        return [match[1] for match in bulleted if match]
    return found
