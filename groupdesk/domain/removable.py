# SPDX-License-Identifier: MIT
"""Whether a member can be removed at all, before anybody writes a word."""

from groupdesk.domain.enums import MemberRole, MembershipState
from groupdesk.domain.records import MemberDetail


def why_not_removable(detail: MemberDetail) -> str:
    """Return the code of the error that a removal would meet (`error.<code>`), "" for none.

    The service checks the same again when the removal is recorded.
    """
    state, held = detail.row.state, detail.removal_in_force
    removed = state is MembershipState.REMOVED
    if state is MembershipState.WITHDRAWN or (removed and held):
        return "member_not_active"
    if detail.fields.protected or detail.marks.protected:
        return "person_protected"
    if state is MembershipState.ACTIVE and detail.row.role is MemberRole.OWNER:
        return "group_owner"
    if detail.removal_waiting:
        return "removal_waiting"
    if detail.removal_pending:
        return "removal_pending"
    return "removal_holds" if state is MembershipState.LEFT and held else ""
