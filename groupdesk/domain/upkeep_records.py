# SPDX-License-Identifier: MIT
"""What travels between services and window about why groups are there and which are unused."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import Receipt
from groupdesk.domain.review_enums import GroupConcern, GroupNoteKind


@dataclass(frozen=True, slots=True)
class GroupNoteRequest:
    """Why groups are opened, joined, kept or muted, in the words of today.

    Opened and joined hold the three answers, each of which may be empty but not all; kept and
    muted ask for `text`, the reason.
    """

    operation: UUID
    group_ids: tuple[int, ...]
    kind: GroupNoteKind
    purpose: str = ""
    belongs: str = ""
    why_now: str = ""
    text: str = ""


class GroupNoteRecord(NamedTuple):
    """What somebody wrote down about a group; `at` is a stored moment."""

    id: int
    group_id: int
    kind: GroupNoteKind
    at: str
    operator: str
    purpose: str
    belongs: str
    why_now: str
    text: str


@dataclass(frozen=True, slots=True)
class GroupUse:
    """A group as the clean-up sees it. Moments are stored texts, empty where nothing is known.

    `unknown` counts active members of whom nobody knows when they were last active: while there
    is one, the group is never called unused. `waits` counts what is open in it, `to_carry_out`
    the removals among it that nobody carried out yet.
    """

    id: int
    name: str
    platform: Platform
    owner_name: str
    members: int
    unknown: int
    last_active: str
    last_list: str
    last_act: str
    open_cases: int
    waits: int
    to_carry_out: int
    concerns: frozenset[GroupConcern]
    why: GroupNoteRecord | None
    """The last answer to why the group is there."""
    kept: GroupNoteRecord | None
    kept_now: bool
    """It was kept so lately that it is not asked about again yet."""
    muted: GroupNoteRecord | None

    @property
    def last_sign(self) -> str:
        """The newest of all that is known; empty where nothing is."""
        return max(self.last_active, self.last_list, self.last_act)

    @property
    def asked_about(self) -> bool:
        """Whether the clean-up asks what becomes of it.

        That nobody wrote why it is there is no reason by itself.
        """
        return bool(self.concerns - {GroupConcern.NO_WHY}) and not self.kept_now


class CleanUp(NamedTuple):
    """The groups in use, those first that were not used for longest; `days` is what was asked."""

    days: int
    groups: tuple[GroupUse, ...]


@dataclass(frozen=True, slots=True)
class ArchiveRequest:
    """Groups to put away for one reason.

    `place` is where a folder for each is made, its papers in `language`; None makes none.
    """

    operation: UUID
    group_ids: tuple[int, ...]
    reason: str
    place: Path | None = None
    language: Language = Language.EN


class ArchivedGroup(NamedTuple):
    """A group that was put away, and its folder; None where none was asked for."""

    id: int
    name: str
    folder: Path | None
    receipt: Receipt


class GroupsArchived(NamedTuple):
    """What came of it: the groups put away, and why others were not, by their names."""

    done: tuple[ArchivedGroup, ...]
    failed: tuple[tuple[str, GroupDeskError], ...]
