# SPDX-License-Identifier: MIT
"""What a machine read in a picture, and how far the reading of all pictures is."""

from dataclasses import dataclass
from typing import Final

from groupdesk.domain.text import is_blank, visible

MOST_CHARACTERS: Final = 20_000
"""How much text of one picture is kept: a chat of ten screens has 4,000 characters."""


@dataclass(frozen=True, slots=True)
class MachineText:
    """What an engine read in a picture: never a quotation, only what a machine made of it.

    `text` has one line for each line in the picture; it is empty where the picture shows none,
    and where `problem`, a code, says why it could not be read. `engine` names program and version.
    """

    evidence_id: int
    text: str
    engine: str
    problem: str = ""
    read_at: str = ""


@dataclass(frozen=True, slots=True)
class ReadingState:
    """How many of the pictures that acts use were read, and how many of these in vain."""

    read: int
    total: int
    failed: int


def joined(lines: list[str]) -> str:
    """Return the lines as one text that can be stored and shown: nothing hides in it."""
    kept = [shown for line in lines if (shown := visible(" ".join(line.split())))]
    text = "\n".join(line for line in kept if not is_blank(line))
    return text[:MOST_CHARACTERS]
