# SPDX-License-Identifier: MIT
"""Why members leave, put right afterwards: what was recorded first stays to be read."""

from groupdesk.domain.enums import Action
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.exit_records import ExitCorrection
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitReason
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.services.exit_rows import rows_where
from groupdesk.services.exit_state import about, add_entry, say, standing_of
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among


class ExitReasons:
    """The reasons of requests to leave."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def correct(self, request: ExitCorrection) -> Receipt:
        """Record why they want to leave as it really was; the last correction holds.

        Raises ValidationError for a missing `why`, for another reason without their words, and
        ("reason") where nothing would change; StateChangedError for a request that was a mistake.
        """
        why = require_text("why", request.why, limit=MAX_REASON, code="reason_missing")
        text = said_text(request.reason, request.reason_text)

        def work(entry: Entry) -> None:
            kind = ExitEntryKind.CORRECTED
            found = standing_of(self._ledger.database, request.exit_ids, kind)
            known = rows_where(self._ledger, f"x.id IN {among(one.row.id for one in found)}")
            was = {row.id: (row.reason, row.reason_text) for row, _entries in known}
            if all(reason == (request.reason, text) for reason in was.values()):
                raise ValidationError("reason", "exit_reason_same")
            for one in found:
                columns = {"text": why, "reason": request.reason.value, "reason_text": text}
                row = add_entry(entry, one.row.id, kind, columns=columns)
                reason, words = was[one.row.id]
                say(
                    entry,
                    one.stay,
                    {"exit_reason": request.reason.value, "exit_words": text, "reason": why},
                    [row],
                    before={"exit_reason": reason.value, "exit_words": words},
                )
            about(entry, found[0].row.id, [one.stay for one in found])

        return self._ledger.run(request.operation, Action.EXIT_REASON, work)


def said_text(reason: ExitReason, text: str) -> str:
    """Return what they said as it is stored. Raises ValidationError("reason_text")."""
    if reason is not ExitReason.OTHER:
        return optional_text("reason_text", text)
    return require_text("reason_text", text, limit=MAX_REASON, code="exit_reason_missing")
