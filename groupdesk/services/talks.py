# SPDX-License-Identifier: MIT
"""Private talks: held, with what was agreed, or offered in vain."""

from groupdesk.domain.act_records import Incident, TalkRequest
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import Kept, TaskState
from groupdesk.domain.talk_records import PARTS
from groupdesk.domain.text import is_blank, optional_text
from groupdesk.models.base import Table
from groupdesk.models.moderation import Talk, Task
from groupdesk.models.people import Membership
from groupdesk.services import casework, task_events
from groupdesk.services.case_joining import join_case
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.recent_acts import require_seen
from groupdesk.services.standings import refresh


class Talks:
    """The talks with all members."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def record(self, request: TalkRequest) -> Receipt:
        """Record a talk, and a task for its follow-up date; a plan that it came of is ended.

        So is the follow-up of an earlier talk, with what is known of its agreement. One that was
        offered and did not take place says why not. It is no talk for the fair-process list,
        which tells that it was offered. Raises ValidationError for a talk that says neither the
        problem nor what was agreed, for a time that has not come yet and for a follow-up in the
        past; StateChangedError for a plan ("plan_over") or a follow-up ("step_done") that was
        ended meanwhile.
        """
        self._check(request)
        self._evidence.require_stored([use.evidence_id for use in request.evidence])

        def work(entry: Entry) -> None:
            stay = casework.stay_of(request.membership_id)
            record_lapses(self._ledger, entry, stay)
            require_seen(self._ledger, entry, stay.person_id, request.seen_seq)
            rule = casework.rule_of(request.rule_id, stay)
            plan = self._task(request.plan_id, task_events.PLAN, stay)
            earlier = self._task(request.follows_up, task_events.FOLLOW_UP, stay)
            led_here = next((task for task in (plan, earlier) if task and task.case_id), None)
            case, rows = join_case(
                entry,
                stay,
                [rule] if rule else [],
                Incident(),
                rather=led_here.case_id if led_here else None,
            )
            parts = {part: getattr(request, part).strip() for part in PARTS}
            took_part = request.took_part.strip()
            talk = Talk.create(
                case=case.id,
                membership=stay.id,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                happened_at=request.happened_at,
                channel=request.channel.value,
                follow_up_on=request.follow_up_on or None,
                took_part=took_part or None,
                not_held=request.not_held.value if request.not_held else None,
                template=request.template or None,
                **parts,
            )
            rows += _end_tasks(entry, request, talk, plan, earlier)
            if request.follow_up_on:
                rows.append(_plan_follow_up(entry, talk, stay, request.follow_up_on))
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
                | ({"not_held": request.not_held.value} if request.not_held else {})
                | {part: text for part, text in parts.items() if text}
                | ({"took_part": took_part} if took_part else {})
                | (_followed_up(earlier, request.kept) if earlier else {})
                | {"follow_up_on": request.follow_up_on},
                rows=[talk, *rows],
            )

        return self._ledger.run(request.operation, Action.TALK_RECORD, work)

    def _task(self, task_id: int, kind: str, stay: Membership) -> Task | None:
        """Return the task that led to the talk, if any."""
        if not task_id:
            return None
        return task_events.task_with(self._ledger.database, task_id, kind, stay)

    def _check(self, request: TalkRequest) -> None:
        for part in PARTS:
            optional_text(part, getattr(request, part))
        optional_text("took_part", request.took_part)
        said = not (is_blank(request.problem) and is_blank(request.agreement))
        if request.not_held is None and not said:
            raise ValidationError("problem", "talk_empty")
        now = self._ledger.clock()
        casework.past_moment("happened_at", request.happened_at, now)
        if request.follow_up_on:
            task_events.due_day("follow_up_on", request.follow_up_on, now)


def _end_tasks(
    entry: Entry, request: TalkRequest, talk: Talk, plan: Task | None, earlier: Task | None
) -> list[Table]:
    """End the plan and the follow-up that led here; return what the log must vouch for."""
    events: list[Table] = []
    if plan is not None:
        state = TaskState.HELD if request.not_held is None else TaskState.NOT_HELD
        events.append(task_events.finish(entry, plan, state, talk_id=talk.id))
    if earlier is not None:
        state = task_events.followed_up(request.kept)
        events.append(task_events.finish(entry, earlier, state))
    return events


def _followed_up(earlier: Task, kept: Kept | None) -> dict[str, object]:
    """Return which talk was followed up, and what is known of its agreement, for the log."""
    said: dict[str, object] = (
        {} if earlier.talk is None else {"follow_up_of": earlier.talk.happened_at}
    )
    return said | ({"kept": kept.value} if kept is not None else {})


def _plan_follow_up(entry: Entry, talk: Talk, stay: Membership, day: str) -> Table:
    """Set the follow-up of a talk; return what the log must vouch for."""
    task = Task.create(
        kind=task_events.FOLLOW_UP,
        membership=stay.id,
        case=talk.case_id,
        due_on=day,
        created_at=entry.now_text,
        talk=talk.id,
    )
    return task_events.add_event(entry, task, TaskState.PLANNED)
