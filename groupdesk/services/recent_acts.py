# SPDX-License-Identifier: MIT
"""What other operators did of late about a person, so that two do not act on one thing twice."""

import json
from datetime import timedelta
from typing import Any, Final

from groupdesk.domain.act_records import Lately, RecentAct
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.logged_steps import read_step, read_tick
from groupdesk.models import stored
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of

LATELY: Final = timedelta(minutes=15)
ABOUT_A_PERSON: Final = frozenset(
    {
        Action.TALK_PLAN,
        Action.TALK_RECORD,
        Action.WARNING_PREPARE,
        Action.WARNING_SEND,
        Action.WARNING_NOT_SENT,
        Action.WARNING_NOT_DELIVERED,
        Action.WARNING_ACKNOWLEDGE,
        Action.WARNING_PARDON,
        Action.REMOVAL_DECIDE,
        Action.REMOVAL_REQUEST,
        Action.REMOVAL_APPROVE,
        Action.REMOVAL_DECLINE,
        Action.REMOVAL_WITHDRAW,
        Action.REMOVAL_CANCEL,
        Action.REMOVAL_BATCH,
        Action.REMOVAL_STEP,
        Action.REVERSAL_RECORD,
        Action.APPEAL_RECORD,
        Action.APPEAL_DECIDE,
        Action.CASE_OPEN,
        Action.CASE_CLOSE,
        Action.CASE_REOPEN,
        Action.CASE_CLAIM,
        Action.CASE_HAND_OVER,
        Action.BLOCK_ADD,
        Action.BLOCK_LIFT,
        Action.RETURN_DECIDE,
        Action.RECOGNITION_RECORD,
        Action.EXIT_RECORD,
        Action.EXIT_ANSWER,
        Action.EXIT_LEFT,
        Action.REJOIN_RECORD,
        Action.REJOIN_ANSWER,
    }
)
"""What somebody who is about to act on the person should know of."""

_ACTIONS = ",".join(f"'{action.value}'" for action in sorted(ABOUT_A_PERSON))
_SQL = f"""
SELECT e.seq, e.at, e.operator_name, e.action, e.subject_kind, coalesce(g.name, ''), p.body
FROM audit_payload p JOIN audit_entry e ON e.seq = p.seq
LEFT JOIN customer_group g ON g.id = e.group_id
WHERE p.person_id IN {{0}} AND e.seq > ? AND e.at >= ? AND e.operator_id <> ?
    AND e.action IN ({_ACTIONS})
GROUP BY e.seq ORDER BY e.seq DESC LIMIT 20
"""


class RecentActs:
    """Reads from the log what others did."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def about(self, membership_id: int, after_seq: int = 0) -> Lately:
        """Return what others did about the member's person within LATELY, or since `after_seq`.

        That is over all entries that were linked as this person, and in all groups. `after_seq`
        is an entry of the log; what came after it is told however long ago it was.
        """
        ledger = self._ledger
        since = "" if after_seq else to_text(ledger.clock() - LATELY)
        with ledger.reading():
            # first the end of the log: what comes in between is told twice, and never missed
            seen, _hash = ledger.head()
            person = ledger.database.execute_sql(
                "SELECT person_id FROM membership WHERE id = ?", (membership_id,)
            ).fetchone()
            acts = _acts(ledger, person[0], after_seq, since) if person else ()
        return Lately(acts, seen)


def require_seen(ledger: Ledger, entry: Entry, person_id: int, seen_seq: int | None) -> None:
    """Raise StateChangedError("acted_meanwhile") when others acted after the entry `seen_seq`.

    Asked inside the transaction of an act, so nothing can slip in between. None asks nothing.
    """
    if seen_seq is None:
        return
    acts = _acts(ledger, person_id, seen_seq, "", entry.operator.id)
    if acts:
        last = acts[0]
        raise StateChangedError("acted_meanwhile", operator=last.operator, action=last.action.value)


def acted_since(ledger: Ledger, person_id: int, seen_seq: int | None) -> str:
    """Return who of the others acted last after the entry `seen_seq`, "" for nobody or None."""
    acts = () if seen_seq is None else _acts(ledger, person_id, seen_seq, "")
    return acts[0].operator if acts else ""


def _acts(
    ledger: Ledger, person_id: int, after_seq: int, since: str, operator_id: int | None = None
) -> tuple[RecentAct, ...]:
    who = among(entries_of(ledger.database, person_id))
    me = ledger.operator.id if operator_id is None else operator_id
    rows = ledger.database.execute_sql(_SQL.format(who), (after_seq, since, me))
    return tuple(map(_act, rows))


def _act(row: tuple[Any, ...]) -> RecentAct:
    seq, at, operator, name, kind, group_name, body = row
    action, after = stored.one_of(Action, name), _after(body)
    return RecentAct(
        seq,
        stored.moment_text(at),
        operator,
        action,
        read_step(after.get("step")) if kind == SubjectKind.WARNING.value else None,
        group_name,
        read_tick(after) if action is Action.REMOVAL_STEP else None,
    )


def _after(body: bytes | None) -> dict[str, object]:
    """Return what an entry says of an act; nothing where it was erased."""
    try:
        after = json.loads(body or b"{}").get("after", {})
    except (ValueError, AttributeError):
        return {}  # verify names it; that somebody acted can still be told
    return after if isinstance(after, dict) else {}
