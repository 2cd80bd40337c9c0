# SPDX-License-Identifier: MIT
"""Requests to come back for tests: somebody who asks, and what is said to it."""

import uuid

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, SubjectKind
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.rejoin_records import Newcomer, RejoinAnswer, RejoinRequestInput, TrialOutcome
from groupdesk.services.desk import Desk
from tests.helpers import make_member
from tests.services.exit_cases import asked, gone

APPROVED = RejoinEntryKind.APPROVED


def plea(desk: Desk, group: int, who: int | Newcomer, **values: object) -> RejoinRequestInput:
    """Return a request to come back that lacks nothing; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "group_id": group,
        "asked_at": to_text(desk.clock()),
        "channel": AppealChannel.PRIVATE,
        "person_id": who if isinstance(who, int) else 0,
        "newcomer": None if isinstance(who, int) else who,
    }
    return RejoinRequestInput(**(known | values))  # type: ignore[arg-type]


def pleaded(desk: Desk, group: int, who: int | Newcomer, **values: object) -> int:
    """Record that somebody wants to come back; return the request."""
    return desk.leaving.rejoin_requests.record(plea(desk, group, who, **values)).subject_id


def reply(rejoin_id: int, kind: RejoinEntryKind = APPROVED, **values: object) -> RejoinAnswer:
    """Return an answer that lacks nothing; `values` change it."""
    known: dict[str, object] = {"operation": uuid.uuid4(), "rejoin_id": rejoin_id, "kind": kind}
    if kind is RejoinEntryKind.LATER:
        known["until"] = "2026-06-20"
    if kind in {RejoinEntryKind.LATER, RejoinEntryKind.DECLINED, RejoinEntryKind.NOTE}:
        known["text"] = "Let things cool down."
    return RejoinAnswer(**(known | values))  # type: ignore[arg-type]


def answered(desk: Desk, rejoin_id: int, kind: RejoinEntryKind = APPROVED, **values: object) -> int:
    """Record an answer; return the request."""
    return desk.leaving.rejoin_requests.answer(reply(rejoin_id, kind, **values)).subject_id


def outcome(rejoin_id: int, kind: RejoinEntryKind, **values: object) -> TrialOutcome:
    """Return how a trial ended that lacks nothing; `values` change it."""
    known: dict[str, object] = {"operation": uuid.uuid4(), "rejoin_id": rejoin_id, "kind": kind}
    if kind is RejoinEntryKind.TRIAL_LONGER:
        known["until"] = "2026-08-01"
    if kind is not RejoinEntryKind.TRIAL_PASSED:
        known["text"] = "Three adverts in a week."
    return TrialOutcome(**(known | values))  # type: ignore[arg-type]


def all_of_coming_back(desk: Desk, group: int) -> int:
    """Let everything happen once that belongs to coming back; return the request."""
    person = desk.members.row(make_member(desk, group, "Came back")).person_id
    desk.blocklist.block(uuid.uuid4(), person, "Insults")
    gone(desk, asked(desk, desk.persons.get(person).stays[0].membership_id))
    ident = pleaded(desk, group, person, reason="Back in Shanghai")
    answered(desk, ident, RejoinEntryKind.NOTE)
    answered(desk, ident, RejoinEntryKind.LATER)
    letter = {"letter": "Welcome", "letter_language": "en"}
    answered(
        desk, ident, APPROVED, trial_days=7, text="Yes", override_reason="He apologised", **letter
    )
    sent = (NoticeState.SENT, to_text(desk.clock()), Channel.PRIVATE)
    desk.notices.record(uuid.uuid4(), SubjectKind.REJOIN, ident, *sent)
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    longer = outcome(ident, RejoinEntryKind.TRIAL_LONGER)
    desk.leaving.rejoin_requests.trial(longer)
    return ident
