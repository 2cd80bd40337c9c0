# SPDX-License-Identifier: MIT
"""Where the things to do come from, but for handovers: their books tell of these."""

from collections.abc import Callable, Iterable
from typing import Final

from groupdesk.domain.due import TodoRecord, in_order
from groupdesk.services.appeal_due import due_from_appeals
from groupdesk.services.exit_due import due_from_exits
from groupdesk.services.lapse_due import due_from_lapses
from groupdesk.services.ledger import Ledger
from groupdesk.services.message_due import due_from_messages
from groupdesk.services.rejoin_due import due_from_rejoins
from groupdesk.services.removal_due import due_from_removals
from groupdesk.services.return_due import due_from_returns
from groupdesk.services.review_due import due_from_reviews
from groupdesk.services.talk_due import due_from_talks
from groupdesk.services.todo_marks import marked
from groupdesk.services.undelivered import undelivered

Source = Callable[[Ledger], Iterable[TodoRecord]]

WORK: Final[tuple[Source, ...]] = (
    due_from_appeals,
    due_from_returns,
    due_from_removals,
    undelivered,
    due_from_messages,
    due_from_talks,
    due_from_lapses,
    due_from_exits,
    due_from_rejoins,
    due_from_reviews,
)
"""In this order stands what has no day, or the same one."""


def read(ledger: Ledger, sources: Iterable[Source] = WORK) -> tuple[TodoRecord, ...]:
    """Return what they yield with its marks, the longest due first; the caller reads."""
    return in_order(marked(ledger, (item for source in sources for item in source(ledger))))
