# SPDX-License-Identifier: MIT
"""Says in words what an entry of the log did, and to whom."""

from groupdesk.domain.act_records import AuditRow, RecentAct
from groupdesk.words import Words


def act_text(words: Words, row: AuditRow | RecentAct) -> str:
    """Return what was done: "Sent a reminder", "Imported a member list"."""
    exact = f"action_on.{row.action.value}"
    if row.step is None or exact not in words:
        return words(f"action.{row.action.value}")
    kind, number = row.step
    key = kind.value if number is None else f"{kind.value}_numbered"
    step = words("ladder_step.friendly" if number == 0 else f"ladder_step.{key}", number=number)
    return words(exact, step=step)


def subject_text(words: Words, row: AuditRow) -> str:
    """Return to whom or what it was done, a member with the nickname in the group."""
    return called(words, row.subject, row.nickname)


def called(words: Words, name: str, nickname: str) -> str:
    """Return a member's name with the nickname behind it, where that is another one."""
    if nickname in {"", name}:
        return name
    return words("member.with_nickname", name=name, nickname=nickname)
