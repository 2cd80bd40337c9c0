# SPDX-License-Identifier: MIT
"""Who is back although they were blocked or removed: a decision about them waits."""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.due import TodoRecord
from groupdesk.services.ledger import Ledger
from groupdesk.services.returns import Returns

RETURNED: Final = "returned"
TO_REMOVE: Final = "to_remove"
KINDS: Final = (RETURNED, TO_REMOVE)


def due_from_returns(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield the members, each with its alert; the id is the stay's."""
    for alert in Returns(ledger).alerts():
        yield TodoRecord(
            kind=TO_REMOVE if alert.to_remove else RETURNED,
            id=alert.membership_id,
            membership_id=alert.membership_id,
            group_id=alert.group_id,
            member_name=alert.name,
            group_name=alert.group_name,
            due_on="",
            since=alert.since,
            alert=alert,
        )
