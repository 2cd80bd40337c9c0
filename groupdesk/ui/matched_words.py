# SPDX-License-Identifier: MIT
"""Says in words where a search matched somebody outside their names."""

from typing import TYPE_CHECKING

from groupdesk.words import Words

if TYPE_CHECKING:
    from groupdesk.domain.search_marks import Elsewhere  # a start searches nothing


def said_elsewhere(words: Words, match: "Elsewhere") -> tuple[str, list[tuple[int, int]]]:
    """Return the field with the piece of its text that matched, and the places in that."""
    said = words(f"matched.{match.field}", text=match.text)
    start = said.find(match.text)
    return said, [(start + first, start + last) for first, last in match.spans]
