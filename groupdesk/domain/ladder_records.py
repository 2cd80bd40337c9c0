# SPDX-License-Identifier: MIT
"""A group's ladder as it was published, and whom a new one would concern."""

from dataclasses import dataclass
from typing import NamedTuple

from groupdesk.domain.ladder import Ladder
from groupdesk.domain.records import Receipt


class LadderRecord(NamedTuple):
    """One version of a group's ladder; version 0 is the one with which groups begin."""

    version: int
    ladder: Ladder
    note: str = ""
    published_at: str = ""
    """Stored text, empty for version 0."""
    published_by: str = ""


@dataclass(frozen=True, slots=True)
class LadderImpact:
    """How many members stand on a step today, and how many would stand on another one."""

    standing: int = 0
    moved: int = 0
    """Those whose step the other ladder does not have; they never stand on a firmer one."""


@dataclass(frozen=True, slots=True)
class LadderCopy:
    """What became of a copy for one group; `error` is a code, empty where it was published."""

    group_id: int
    group_name: str
    receipt: Receipt | None = None
    error: str = ""
