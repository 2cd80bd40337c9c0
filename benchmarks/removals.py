# SPDX-License-Identifier: MIT
"""Removing many members in one act, each judged and recorded by itself."""

import io
import uuid

from PIL import Image

from benchmarks.figure import Figure, seconds
from benchmarks.ground import Ground
from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource, FairItem, Term
from groupdesk.domain.enums import Ground as On
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.removal_records import BatchMember, BatchRequest

SIZE = 500
_LIMIT_SECONDS = 3


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure a dry run and the act for `size` members, on a breach with reasons for what lacks."""
    desk = ground.crowded(size)
    book = desk.rules.current(1)
    assert book is not None
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "grey").save(picture, "PNG")
    shot = desk.evidence.take_bytes(picture.getvalue(), "list.png", EvidenceSource.PASTE)
    members = desk.members.ids(MemberFilter(1), limit=size)
    batch = BatchRequest(
        operation=uuid.uuid4(),
        members=tuple(map(BatchMember, members)),
        ground=On.BREACH,
        reason="连续多日在群里发布广告，提醒后仍未停止。",
        term=Term.MAY_RETURN,
        evidence=(EvidenceUse(shot.id),),
        rules={1: book.rules[0].code},
        overrides=dict.fromkeys(FairItem, "已与群主商定。"),
    )
    looked = seconds(lambda: desk.removal_batches.preview(batch))
    decided = seconds(lambda: desk.removal_batches.decide(batch))
    taken_back = seconds(lambda: desk.removals.cancel(uuid.uuid4(), 1))
    return [
        Figure(f"dry run of removing {size} members", looked, "s"),
        Figure(f"removing {size} members in one act", decided, "s", limit=_LIMIT_SECONDS),
        Figure("cancelling that act", taken_back, "s"),
    ]
