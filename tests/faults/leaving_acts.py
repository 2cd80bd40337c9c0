# SPDX-License-Identifier: MIT
"""The acts of leaving that write much or into a folder, each ready to be cut off.

As in `removal_acts`: there is no third state between done, with its log entry, and not done.
"""

import uuid
from collections.abc import Mapping
from pathlib import Path

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Language, MembershipState
from groupdesk.domain.exit_records import ExitLeft
from groupdesk.domain.handover_enums import HandoverState
from groupdesk.domain.handover_records import MoveRequest
from groupdesk.domain.records import MemberFields
from groupdesk.domain.review_enums import ReviewCriterion
from groupdesk.domain.review_records import ReviewRequest
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.services.desk import Desk
from tests.faults.removal_acts import MEI, Acting
from tests.helpers import MovableClock, make_desk, make_group, make_member, rule_id, warning
from tests.services.exit_cases import answered, asked
from tests.services.handover_cases import NOBODY_ELSE, book_for, me, signed

GROUP, LEAVER, SILENT = 1, 2, 3
EXIT, HANDOVER, REVIEW = 1, 1, 1


def prepare(folder: Path) -> None:
    """Make the workspace below `folder` and close it."""
    clock = MovableClock()
    desk = make_desk(folder, clock)
    group = make_group(desk)
    fields = MemberFields("A customer", key_customer=True, account_owner="Mei")
    desk.members.add(uuid.uuid4(), group, fields)
    for name in ("Li Na", "Silent"):
        make_member(desk, group, name)
    warning(desk, SILENT, rule_id(desk, group))
    answered(desk, asked(desk, LEAVER))
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    signed(desk, handover)
    desk.close()


def _leave(desk: Desk, operation: uuid.UUID) -> None:
    desk.leaving.exits.left(ExitLeft(operation, (EXIT,), to_text(desk.clock())))


def _left(desk: Desk) -> bool:
    record, stay = desk.leaving.exits.get(EXIT), desk.members.detail(LEAVER)
    gone = stay.row.state is MembershipState.LEFT
    assert gone == bool(record.row.left_at) == bool(record.row.check_on)
    return gone


def _place(desk: Desk) -> Path:
    return desk.workspace.folder.parent / "stick"


def _pass_on(desk: Desk, operation: uuid.UUID) -> None:
    _place(desk).mkdir()
    desk.leaving.exit_folder.save(operation, EXIT, _place(desk), Language.EN)


def _passed_on(desk: Desk) -> bool:
    """Say whether the log calls it saved and the folder is there, whole."""
    if not desk.leaving.exits.get(EXIT).saved_at:
        return False
    (folder,) = _place(desk).glob("[!.]*")
    return (folder / "Checklist.txt").read_bytes().startswith(b"[")


def _hand_over(desk: Desk, operation: uuid.UUID) -> None:
    record = desk.leaving.handovers.get(HANDOVER)
    items = tuple(item for item in record.moves if item.held is None)
    desk.leaving.handovers.hand_over(MoveRequest(operation, HANDOVER, items))


def _handed_over(desk: Desk) -> bool:
    moved = desk.leaving.handovers.get(HANDOVER).row.state is HandoverState.MOVED
    assert moved == (desk.members.detail(1).fields.account_owner != "Mei"), "one act does both"
    return moved


def _review(desk: Desk, operation: uuid.UUID) -> None:
    criteria = ReviewCriteria(frozenset({ReviewCriterion.INACTIVE}))
    by_hand = (SILENT,)
    request = ReviewRequest(operation, "Spring", (GROUP,), criteria, ReviewPlan(), by_hand=by_hand)
    desk.upkeep.reviews.start(request)


def _reviewed(desk: Desk) -> bool:
    return any(one.id == REVIEW and one.progress.members for one in desk.upkeep.review_list.all())


ACTS: Mapping[str, Acting] = {
    "leave": Acting(MEI, _leave, _left),
    "pass_on": Acting(MEI, _pass_on, _passed_on),
    "hand_over": Acting(MEI, _hand_over, _handed_over),
    "review": Acting(MEI, _review, _reviewed),
}
