# SPDX-License-Identifier: MIT
"""Why something cannot be done, said before a person tries: storage, role, archived group."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from groupdesk.domain.enums import Action
from groupdesk.domain.records import GroupRecord, OperatorRecord
from groupdesk.domain.roles import least, may, of_archived
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.labels import plain_tooltip
from groupdesk.words import Words


def why_not(context: UiContext, action: Action, group: GroupRecord | None = None) -> str:
    """Return the sentence that says why an act cannot be done now; empty while it can."""
    ledger, words = context.desk.ledger, context.translations.words
    if ledger.refusal:
        return words(f"refusal.{ledger.refusal}")
    denied = role_refusal(words, ledger.operator, action)
    if denied:
        return denied
    if group is not None and group.archived_at is not None and not of_archived(action):
        return words("refusal.archived")
    return ""


def refuse(target: QAction | QAbstractButton, reason: str) -> None:
    """Let something be pressed unless there is a reason against it, which it then tells."""
    target.setEnabled(not reason)
    if reason or isinstance(target, QAbstractButton):
        target.setToolTip(plain_tooltip(reason))
    if isinstance(target, QAbstractButton):
        target.setAccessibleDescription(reason)
    else:
        target.setStatusTip(reason)


def role_refusal(words: Words, operator: OperatorRecord, action: Action) -> str:
    """Return who may do an act where the operator may not: "Only an owner or admin can …"."""
    if may(operator.role, action):
        return ""
    return words(
        "refusal.role",
        who=words(f"who_may.{least(action).value}"),
        act=words(f"denied_act.{action.value}"),
        name=operator.name,
        role=words(f"operator_role.{operator.role.value}"),
    )


def denied_acts(words: Words, operator: OperatorRecord) -> dict[str, str]:
    """Return the acts of the window that the operator's role does not allow, each with the why."""
    return {
        act_id: reason
        for act_id, look in LOOKS.items()
        if look.needs is not None and (reason := role_refusal(words, operator, look.needs))
    }
