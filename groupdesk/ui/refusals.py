# SPDX-License-Identifier: MIT
"""Why something cannot be written, said before a person tries: storage, role, archived group."""

from groupdesk.domain.enums import Action
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.roles import may, of_archived
from groupdesk.ui.context import UiContext


def why_not(context: UiContext, action: Action, group: GroupRecord | None = None) -> str:
    """Return the sentence that says why an act cannot be done now; empty while it can."""
    ledger, words = context.desk.ledger, context.translations.words
    if ledger.refusal:
        return words(f"refusal.{ledger.refusal}")
    if not may(ledger.operator.role, action):
        return words("refusal.role", role=words(f"operator_role.{ledger.operator.role.value}"))
    if group is not None and group.archived_at is not None and not of_archived(action):
        return words("refusal.archived")
    return ""
