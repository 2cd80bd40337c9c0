# SPDX-License-Identifier: MIT
"""Requests to come back: recorded on somebody's behalf, answered, carried through to a trial's end.

What holds against somebody is never passed over in silence: to let them back in all the same asks
for a reason of its own, and lifting it stays a decision of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from peewee import Model

from groupdesk.domain.enums import Action, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.leaving import MAX_DAYS
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.records import MemberFields, Receipt
from groupdesk.domain.rejoin_records import (
    Newcomer,
    RejoinAnswer,
    RejoinKnown,
    RejoinRecord,
    RejoinRequestInput,
    TrialOutcome,
)
from groupdesk.domain.rejoins import ANSWERS, DECIDES_NOTHING, OUTCOMES
from groupdesk.domain.roles import may
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models.leaving import RejoinEntry, RejoinRequest
from groupdesk.models.moderation import Task
from groupdesk.models.people import Group, Membership
from groupdesk.services import casework, task_events
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_fields import account_for
from groupdesk.services.members import Members
from groupdesk.services.person_names import name_of
from groupdesk.services.rejoin_drafts import end_drafts
from groupdesk.services.rejoin_known import fields_of, known_of, known_of_newcomer
from groupdesk.services.rejoin_newcomers import checked_newcomer, has_account, register_said
from groupdesk.services.rejoin_query import read_rejoin
from groupdesk.services.rejoin_query import rows_where as read_rejoins
from groupdesk.services.rejoin_state import (
    TOPICS,
    Standing,
    add_entry,
    in_force,
    note_back,
    require_expected,
    standing,
)
from groupdesk.services.return_rights import require_may_let_in
from groupdesk.services.same_person import entries_of, stays_of
from groupdesk.services.terms_over import TERM_OVER

_NEEDED_TEXT: Mapping[RejoinEntryKind, str] = {
    RejoinEntryKind.LATER: "reason_missing",
    RejoinEntryKind.DECLINED: "reason_missing",
    RejoinEntryKind.NOTE: "rejoin_note_missing",
    RejoinEntryKind.TRIAL_LONGER: "reason_missing",
    RejoinEntryKind.TRIAL_ENDED: "reason_missing",
}


class RejoinRequests:
    """The requests of a workspace to come back."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger
        self._groups = Groups(ledger)

    # ---- reading

    def get(self, rejoin_id: int) -> RejoinRecord:
        """Return a request with all that belongs to it. Raises StateChangedError("rejoin_gone")."""
        return read_rejoin(self._ledger, rejoin_id)

    def known(self, group_id: int, who: int | Newcomer) -> RejoinKnown:
        """Return what is known of a person, or of somebody whom nobody knows, before they ask.

        Raises StateChangedError for a person or a group that is gone.
        """
        if isinstance(who, Newcomer):
            return known_of_newcomer(self._ledger, group_id, who)
        return known_of(self._ledger, group_id, who)

    def fields(self, rejoin_id: int) -> MemberFields:
        """Return what the register says of them, as they would be taken in.

        Raises StateChangedError("rejoin_gone").
        """
        with self._ledger.reading():
            row = standing(self._ledger.database, rejoin_id).row
        return fields_of(self._ledger, self._groups.get(row.group_id), row.person_id)

    # ---- recording

    def record(self, request: RejoinRequestInput) -> Receipt:
        """Record that somebody wants to come back; the receipt's subject is the request.

        Somebody whom nobody knows gets an entry in the register with it; whose id on the platform
        is known is who has it. Raises ValidationError for a time in the future or a missing name;
        StateChangedError for who is in the group, or asked already.
        """
        asked = casework.past_moment("asked_at", request.asked_at, self._ledger.clock())
        reason = optional_text("reason", request.reason)
        newcomer = checked_newcomer(request)

        def work(entry: Entry) -> None:
            group = Group.get_or_none(Group.id == request.group_id)
            if group is None:
                raise StateChangedError("group_gone")
            person, before, said = request.person_id, dict[str, object](), dict[str, object]()
            if newcomer is not None:
                known = has_account(group, newcomer)
                account, before = account_for(
                    group.platform, newcomer, newcomer.name, entry.now_text
                )
                person = int(account.person_id)
                said = register_said(newcomer) | {"newcomer": not known}
                self._index(person)
            name, last = self._last(person, group)
            self._require_away(person, group, name)
            row = RejoinRequest.create(
                group=group.id,
                person=person,
                membership=last,
                name=name,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                asked_at=asked,
                channel=request.channel.value,
                reason=reason,
            )
            _say(entry, row, said | {"at": asked, "reason": reason}, [row], before)

        return self._ledger.run(request.operation, Action.REJOIN_RECORD, work)

    def answer(self, request: RejoinAnswer) -> Receipt:
        """Record what becomes of a request: approved, later, declined, withdrawn, or a note.

        Where a block or a removal holds, or the operator asks for themselves, a yes asks for a
        reason of its own. Whoever is in the group already is back with it. Raises ValidationError
        for what is missing or a day that has passed, StateChangedError where the request is no
        longer as it was, or somebody answered meanwhile.
        """
        if request.kind not in ANSWERS | {RejoinEntryKind.NOTE}:
            raise ValidationError("kind", "rejoin_answer_unknown")
        columns, days = self._columns(request)
        action = Action.REJOIN_ANSWER if request.kind in ANSWERS else Action.REJOIN_ENTRY

        def work(entry: Entry) -> None:
            found = self._standing(request.rejoin_id, request.kind, request.seen)
            yes = request.kind is RejoinEntryKind.APPROVED
            override = self._override(entry, found.row, request.override_reason) if yes else ""
            end_drafts(found.row.id, request.kind)
            row = add_entry(
                entry,
                found.row.id,
                request.kind,
                columns=columns | {"override_reason": override},
                facts={"trial_days": days} | _to_read(entry, override) if yes else None,
            )
            rows: list[Model] = [row]
            if yes:
                rows += self._let_in(entry, found.row)
                here = self._here(found.row)
                rows += note_back(entry, self._ledger.database, here) if here else []
            said: dict[str, object] = {"answer": request.kind.value, "reason": columns["text"]}
            said |= {"until": columns["until"], "override_reason": override}
            said |= {"trial_days": days, "letter": bool(columns["letter"])}
            _say(entry, found.row, said, rows)

        return self._ledger.run(request.operation, action, work)

    def take_in(
        self, operation: UUID, rejoin_id: int, fields: MemberFields | None = None
    ) -> Receipt:
        """Record that somebody who may come back is in the group again: a new stay.

        Whoever was taken in meanwhile is back by that stay. That they are still expected is looked
        at in the transaction that takes them in; see `require_expected` for what it raises, and
        `Members.add`.
        """
        if not self._ledger.was_saved(operation):
            with self._ledger.reading():
                found = require_expected(self._ledger.database, rejoin_id, self._today())
                here = self._here(found.row)
            if here is None:
                known = fields or self.fields(rejoin_id)
                answer = JoinAnswer(same_as=found.row.person_id, rejoin_id=rejoin_id)
                try:
                    return Members(self._ledger, self._groups).add(
                        operation, found.row.group_id, known, answer
                    )
                except ValidationError as error:
                    if error.code != "already_member":  # a list, or a colleague, was faster
                        raise

        def work(entry: Entry) -> None:
            again = require_expected(self._ledger.database, rejoin_id, self._today())
            stay = self._here(again.row)
            if stay is None:
                raise StateChangedError("rejoin_changed")
            rows = note_back(entry, self._ledger.database, stay)
            _say(entry, again.row, {"answer": RejoinEntryKind.CAME_BACK.value}, rows)

        return self._ledger.run(operation, Action.REJOIN_ENTRY, work)

    def trial(self, request: TrialOutcome) -> Receipt:
        """Record how a trial ended, or until when it goes on.

        Nothing follows by itself: a talk or a removal is a decision of its own. Raises
        ValidationError for a missing reason or a day that has passed, StateChangedError where no
        trial runs, or somebody recorded its end meanwhile.
        """
        if request.kind not in OUTCOMES:
            raise ValidationError("kind", "rejoin_answer_unknown")
        text, until = _text(request.kind, request.text), None
        letter = optional_text("letter", request.letter)
        if request.kind is RejoinEntryKind.TRIAL_LONGER:
            until = _later_day("until", request.until, self._ledger.clock())

        def work(entry: Entry) -> None:
            found = self._standing(request.rejoin_id, request.kind, request.seen)
            end_drafts(found.row.id, request.kind)
            spoken = request.letter_language if letter else ""
            columns = {"text": text, "until": until, "letter": letter, "letter_language": spoken}
            row = add_entry(entry, found.row.id, request.kind, columns=columns)
            said: dict[str, object] = {"answer": request.kind.value, "letter": bool(letter)}
            said |= {"reason": text, "until": until}
            _say(entry, found.row, said, [row])

        return self._ledger.run(request.operation, Action.REJOIN_ENTRY, work)

    def confirm(self, operation: UUID, rejoin_id: int) -> Receipt:
        """Record that somebody who may lift decisions read why one was passed over.

        Raises StateChangedError("rejoin_changed") where there is nothing of the kind to read.
        """

        def work(entry: Entry) -> None:
            found = standing(self._ledger.database, rejoin_id)
            unread = read_rejoins(self._ledger, "x.id = ?", (rejoin_id,))[0].unread
            if unread is None:
                raise StateChangedError("rejoin_changed")
            kind = RejoinEntryKind.OVERRIDE_READ
            row = add_entry(entry, rejoin_id, kind, columns={"text": ""})
            said = {"answer": kind.value, "override_reason": unread.override_reason}
            _say(entry, found.row, said, [row])

        return self._ledger.run(operation, Action.REJOIN_CONFIRM, work)

    # ---- inside

    def _today(self) -> str:
        return self._ledger.clock().date().isoformat()

    def _index(self, person_id: int) -> None:
        from groupdesk.services import search  # noqa: PLC0415  # it takes long to load

        database = self._ledger.database
        search.index_members(database.connection(), stays_of(database, [person_id]))

    def _last(self, person_id: int, group: Group) -> tuple[str, int | None]:
        """Return what somebody is called, and their last stay in the group."""
        entries = entries_of(self._ledger.database, person_id)
        if not entries:
            raise StateChangedError("person_gone")
        last = (
            Membership.select()
            .where(Membership.person.in_(entries) & (Membership.group == group.id))
            .where(Membership.state != MembershipState.WITHDRAWN.value)
            .order_by(Membership.id.desc())
            .first()
        )
        if last is None:
            return name_of(self._ledger.database, person_id), None
        return last.name, last.id

    def _require_away(self, person_id: int, group: Group, name: str) -> None:
        database = self._ledger.database
        if in_force(database, person_id, group.id):
            raise StateChangedError("rejoin_open", name=name, group=group.name)
        if _stay_in(entries_of(database, person_id), group.id) is not None:
            raise StateChangedError("rejoin_here", name=name, group=group.name)

    def _here(self, row: RejoinRequest) -> Membership | None:
        return _stay_in(entries_of(self._ledger.database, row.person_id), row.group_id)

    def _standing(self, rejoin_id: int, kind: RejoinEntryKind, seen: int | None) -> Standing:
        """Return the request that an entry of this kind may be added to."""
        found = standing(self._ledger.database, rejoin_id)
        if kind not in found.choices:
            raise StateChangedError("rejoin_changed")
        if seen is not None and kind is not RejoinEntryKind.NOTE:
            last = (
                RejoinEntry.select()
                .where((RejoinEntry.rejoin == rejoin_id) & (RejoinEntry.id > seen))
                .where(RejoinEntry.kind.not_in([kind.value for kind in DECIDES_NOTHING]))
                .first()
            )
            if last is not None:
                raise StateChangedError("rejoin_answered", name=last.operator.name)
        return found

    def _override(self, entry: Entry, row: RejoinRequest, reason: str) -> str:
        """Return why they are let back in although something holds; empty where nothing does.

        Raises RefusedError("return_needs_approver") where two decided on the removal.
        """
        require_may_let_in(entry, self._ledger.database, row.person_id, row.group_id)
        known = known_of(self._ledger, row.group_id, row.person_id, leave_out=row.id)
        if not known.needs_override:
            return ""
        code = "rejoin_override_missing" if known.held else "rejoin_own_missing"
        return require_text("override_reason", reason, limit=MAX_REASON, code=code)

    def _let_in(self, entry: Entry, row: RejoinRequest) -> list[Model]:
        """End the question whether somebody may come back whose removal's last day has passed."""
        stays = Membership.select(Membership.id).where(
            Membership.person.in_(entries_of(self._ledger.database, row.person_id))
            & (Membership.group == row.group_id)
        )
        waiting = Task.select().where(
            (Task.kind == TERM_OVER) & Task.membership.in_(stays) & Task.done_at.is_null()
        )
        return [task_events.finish(entry, task, TaskState.LET_IN) for task in list(waiting)]

    def _columns(self, request: RejoinAnswer) -> tuple[dict[str, str | None], int]:
        """Return the columns of an answer as they are stored, and the days of the trial."""
        note = request.kind is RejoinEntryKind.NOTE
        letter = "" if note else optional_text("letter", request.letter)
        until, days = None, 0
        if request.kind is RejoinEntryKind.LATER:
            until = _later_day("until", request.until, self._ledger.clock())
        if request.kind is RejoinEntryKind.APPROVED:
            days = request.trial_days
            if not 0 <= days <= MAX_DAYS:
                raise ValidationError("trial_days", "days_out_of_range", least=0, most=MAX_DAYS)
        return {
            "text": _text(request.kind, request.text),
            "until": until,
            "letter": letter,
            "letter_language": request.letter_language if letter else "",
        }, days


def _to_read(entry: Entry, override: str) -> dict[str, object]:
    """Return the mark of a yes that somebody who may lift decisions should read."""
    alone = may(entry.operator.role, Action.REJOIN_CONFIRM)
    return {"to_read": True} if override and not alone else {}


def _stay_in(entries: Iterable[int], group_id: int) -> Membership | None:
    found: Membership | None = (
        Membership.select()
        .where(Membership.person.in_(list(entries)) & (Membership.group == group_id))
        .where(Membership.state == MembershipState.ACTIVE.value)
        .order_by(Membership.id.desc())
        .first()
    )
    return found


def _text(kind: RejoinEntryKind, text: str) -> str:
    code = _NEEDED_TEXT.get(kind)
    if code is None:
        return optional_text("text", text)
    return require_text("text", text, limit=MAX_REASON, code=code)


def _later_day(field: str, text: str, now: datetime) -> str:
    """Return a day after today, within a year. Raises ValidationError(field)."""
    day: date = casework.local_day(field, text, "time_unreadable")
    if day <= now.date():
        raise ValidationError(field, "rejoin_day_past")
    if day > now.date() + timedelta(days=MAX_DAYS):
        raise ValidationError(field, "exit_day_far", most=MAX_DAYS)
    return day.isoformat()


def _say(
    entry: Entry,
    row: RejoinRequest,
    said: Mapping[str, object],
    rows: Iterable[Model],
    before: Mapping[str, object] | None = None,
) -> None:
    """Name the subject and add the payload; what is empty is left out."""
    entry.about(SubjectKind.REJOIN, row.id, *TOPICS, Topic.GROUPS, group_id=row.group_id)
    told = {key: value for key, value in said.items() if value}
    named = {"member": row.name, "group": row.group.name}
    entry.record(person_id=row.person_id, before=before, after=named | told, rows=rows)
