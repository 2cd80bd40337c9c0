# SPDX-License-Identifier: MIT
"""What the operator began to write about somebody who wants to come back, and kept."""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.rejoins import ANSWERS, OUTCOMES, allowed, stands
from groupdesk.models import stored
from groupdesk.models.evidence import Draft
from groupdesk.services.ledger import Ledger
from groupdesk.services.person_names import name_of
from groupdesk.services.rejoin_state import in_force, steps_of

ASKED: Final = "draft_rejoin"
"""A request; the id is the person's, 0 for somebody who was typed and not chosen."""
ANSWER: Final = "draft_rejoin_answer"
TRIAL: Final = "draft_rejoin_trial"
KINDS: Final = (ASKED, ANSWER, TRIAL)
_WRITES: Final = {ANSWER: ANSWERS, TRIAL: OUTCOMES}
_OF_REQUESTS = """
SELECT 'draft_' || substr(d.kind, 1, instr(d.kind, '.') - 1), x.id, coalesce(x.membership_id, 0),
    g.id, x.name, g.name, d.saved_at
FROM draft d JOIN rejoin_request x ON d.kind IN ('rejoin_answer.' || x.id, 'rejoin_trial.' || x.id)
JOIN customer_group g ON g.id = x.group_id AND g.archived_at IS NULL
WHERE d.operator_id = ? ORDER BY d.id DESC
"""
_BEGUN = """
SELECT substr(d.kind, 8), d.payload, d.saved_at FROM draft d
WHERE d.operator_id = ? AND (d.kind = 'rejoin' OR d.kind GLOB 'rejoin.[0-9]*') ORDER BY d.id DESC
"""
_MOST: Final = 2**53
_GROUP = "SELECT name FROM customer_group WHERE id = ? AND archived_at IS NULL"
_ENDS_ANSWER: Final = frozenset(
    {RejoinEntryKind.DECLINED, RejoinEntryKind.WITHDRAWN, RejoinEntryKind.CAME_BACK}
)
_ENDS_TRIAL: Final = frozenset({RejoinEntryKind.TRIAL_PASSED, RejoinEntryKind.TRIAL_ENDED})


def due_from_rejoin_drafts(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield the drafts that can still be recorded, the newest first; the caller reads.

    The id is the request's, see `ASKED`; `since` is when it was kept.
    """
    database, who = ledger.database, (ledger.operator.id,)
    rows = database.execute_sql(_OF_REQUESTS, who).fetchall()
    steps = steps_of(database, {int(row[1]) for row in rows}) if rows else {}
    for kind, ident, stay, group, name, group_name, since in rows:
        if allowed(stands(steps[ident]).state) & _WRITES[kind]:
            yield _todo(kind, ident, stay, group, name, group_name, since)
    for suffix, payload, since in database.execute_sql(_BEGUN, who).fetchall():
        kept = stored.fields(payload)
        group, person = _id(kept.get("group")), int(suffix or 0)
        chosen = person or _id(kept.get("person"))
        found = database.execute_sql(_GROUP, (group,)).fetchone()
        if found is None or (chosen and in_force(database, chosen, group)):
            continue
        name = name_of(database, chosen) if chosen else str(kept.get("name", ""))
        yield _todo(ASKED, person, 0, group, name, found[0], since)


def end_drafts(rejoin_id: int, kind: RejoinEntryKind) -> None:
    """Drop what anybody began to write and could not record any more after such an entry."""
    ended = [f"rejoin_answer.{rejoin_id}"] if kind in _ENDS_ANSWER else []
    ended += [f"rejoin_trial.{rejoin_id}"] if kind in _ENDS_TRIAL else []
    if ended:
        Draft.delete().where(Draft.kind.in_(ended)).execute()


def _id(value: object) -> int:
    """Return an id that a draft keeps, 0 for none: what is kept there may be anything."""
    return value if isinstance(value, int) and 0 < value < _MOST else 0


def _todo(
    kind: str, ident: int, stay: int, group: int, name: str, group_name: str, since: str
) -> TodoRecord:
    return TodoRecord(
        kind=kind,
        id=int(ident),
        membership_id=int(stay),
        group_id=int(group),
        member_name=str(name),
        group_name=str(group_name),
        due_on="",
        since=stored.moment_text(since),
    )
