# SPDX-License-Identifier: MIT
"""Says in words what an entry of the log did, and to whom."""

from groupdesk.domain.act_records import AuditRow, RecentAct
from groupdesk.domain.logged_marks import LoggedMark
from groupdesk.domain.logged_steps import LoggedTick
from groupdesk.words import Words

_BRIEF = 80  # characters of a reason in a list; the entry itself shows all of it


def act_text(words: Words, row: AuditRow | RecentAct) -> str:
    """Return what was done: "Sent a reminder", "Imported a member list"."""
    if row.tick is not None:
        return _tick_text(words, row.tick)
    if isinstance(row, AuditRow) and row.mark is not None:
        return _mark_text(words, row.mark, others=row.others)
    exact = f"action_on.{row.action.value}"
    if row.step is None or exact not in words:
        return words(f"action.{row.action.value}")
    kind, number = row.step
    key = kind.value if number is None else f"{kind.value}_numbered"
    step = words("ladder_step.friendly" if number == 0 else f"ladder_step.{key}", number=number)
    return words(exact, step=step)


def subject_text(words: Words, row: AuditRow) -> str:
    """Return to whom or what it was done, a member with the nickname in the group."""
    name = called(words, row.subject, row.nickname)
    if not row.others:
        return name
    return words("member.and_others", name=name, others=row.others)


def called(words: Words, name: str, nickname: str) -> str:
    """Return a member's name with the nickname behind it, where that is another one."""
    if nickname in {"", name}:
        return name
    return words("member.with_nickname", name=name, nickname=nickname)


def _mark_text(words: Words, mark: LoggedMark, *, others: int) -> str:
    """Return what became of a thing to do; of several the kind is not said, as it may differ."""
    done = words(f"action_mark.{mark.kind.value}", owner=mark.owner)
    kind = f"todo.{mark.todo}"
    if others or kind not in words:
        return done
    return words("action_mark.of", done=done, todo=words(kind))


def _tick_text(words: Words, tick: LoggedTick) -> str:
    """Return what became of steps of a removal, and why."""
    steps = words("ladder.comma").join(words(f"step_title.{code}") for code in tick.steps)
    key = "action_tick_why" if tick.why else "action_tick"
    why = " ".join(tick.why.split())
    brief = why if len(why) <= _BRIEF else why[: _BRIEF - 1].rstrip() + "…"
    return words(f"{key}.{tick.result.value}", steps=steps, why=brief)
