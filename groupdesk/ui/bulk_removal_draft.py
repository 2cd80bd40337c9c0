# SPDX-License-Identifier: MIT
"""What a removal of several begins with: its own draft, or what was said in the removal of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.enums import FairItem
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.context import UiContext

DRAFT_KIND = "removals"


@dataclass(frozen=True, slots=True)
class SaidOfOne:
    """What the form of one removal held when a person went on to all groups of the member."""

    membership_id: int
    group_id: int
    payload: Mapping[str, object]
    """As its draft keeps it."""
    evidence: Sequence[EvidenceRecord]
    overrides: Mapping[FairItem, str]
    """Why it goes on without something: true of this group, not of the others."""


def drafted(context: UiContext, membership_id: int) -> tuple[tuple[int, ...], bool]:
    """Return whom a draft that is kept at a member is about, and whether it is all one person."""
    draft = context.desk.drafts.load(DRAFT_KIND, membership_id=membership_id)
    if draft is None:
        raise StateChangedError("draft_gone")
    return drafted_members(draft), draft.payload.get("everywhere") is True


def drafted_members(draft: DraftRecord) -> tuple[int, ...]:
    """Return the memberships that a draft is about."""
    found = draft.payload.get("members")
    return tuple(int(one) for one in found) if isinstance(found, list) else ()


def drafted_review(draft: DraftRecord) -> int:
    """Return the review in which the removal was decided on; 0 for none."""
    found = draft.payload.get("review")
    return found if isinstance(found, int) else 0
