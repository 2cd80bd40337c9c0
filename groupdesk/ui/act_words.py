# SPDX-License-Identifier: MIT
"""Says in words what an entry of the log did."""

from groupdesk.domain.act_records import AuditRow
from groupdesk.words import Words


def act_text(words: Words, row: AuditRow) -> str:
    """Return what was done: "Sent a reminder", "Imported a member list"."""
    exact = f"action_on.{row.action.value}"
    if row.step is None or exact not in words:
        return words(f"action.{row.action.value}")
    return words(exact, step=words(f"ladder_step.{row.step.value}"))
