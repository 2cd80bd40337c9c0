# SPDX-License-Identifier: MIT
"""Private talks that were held."""

from groupdesk.domain.act_records import Incident, TalkRequest
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank, optional_text
from groupdesk.models.moderation import Talk, Task
from groupdesk.services import casework
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.recent_acts import require_seen
from groupdesk.services.standings import refresh

PARTS = ("thanks", "problem", "cause", "suggestion", "agreement")


class Talks:
    """The talks with all members."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def record(self, request: TalkRequest) -> Receipt:
        """Record a talk, and a task for its follow-up date.

        Raises ValidationError for a talk that says neither the problem nor what was agreed, for
        a time that has not come yet and for a follow-up in the past.
        """
        self._check(request)
        self._evidence.require_stored([use.evidence_id for use in request.evidence])

        def work(entry: Entry) -> None:
            stay = casework.stay_of(request.membership_id)
            record_lapses(self._ledger, entry, stay)
            require_seen(self._ledger, entry, stay.person_id, request.seen_seq)
            rule = casework.rule_of(request.rule_id, stay)
            code = rule.code if rule else ""
            case, rows = casework.join_case(entry, stay, code, Incident(), any_rule=not code)
            parts = {part: getattr(request, part).strip() for part in PARTS}
            talk = Talk.create(
                case=case.id,
                membership=stay.id,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                happened_at=request.happened_at,
                channel=request.channel.value,
                follow_up_on=request.follow_up_on or None,
                **parts,
            )
            if request.follow_up_on:
                Task.create(
                    kind="follow_up",
                    membership=stay.id,
                    case=case.id,
                    due_on=request.follow_up_on,
                    created_at=entry.now_text,
                )
            rows += casework.link_evidence(entry, request.evidence, SubjectKind.TALK, talk.id, stay)
            drop_draft(self._ledger, request.draft_id)
            refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
            entry.about(
                SubjectKind.TALK,
                talk.id,
                Topic.MEMBERS,
                Topic.CASES,
                Topic.TASKS,
                Topic.DRAFTS,
                group_id=stay.group_id,
            )
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay, rule)
                | {"case": case.id, "at": request.happened_at}
                | {part: text for part, text in parts.items() if text}
                | {"follow_up_on": request.follow_up_on},
                rows=[talk, *rows],
            )

        return self._ledger.run(request.operation, Action.TALK_RECORD, work)

    def _check(self, request: TalkRequest) -> None:
        for part in PARTS:
            optional_text(part, getattr(request, part))
        if is_blank(request.problem) and is_blank(request.agreement):
            raise ValidationError("problem", "talk_empty")
        now = self._ledger.clock()
        casework.past_moment("happened_at", request.happened_at, now)
        if request.follow_up_on:
            due = casework.local_day("follow_up_on", request.follow_up_on, "time_unreadable")
            if due < now.date():
                raise ValidationError("follow_up_on", "follow_up_in_past")
