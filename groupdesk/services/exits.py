# SPDX-License-Identifier: MIT
"""Requests to leave: recorded on a member's behalf, answered, and carried through to leaving.

Nobody is ever kept from leaving; they may only be asked to stay for now.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from peewee import Model

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, MemberRole, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.exit_records import (
    ExitAnswer,
    ExitChoice,
    ExitLeft,
    ExitOutlook,
    ExitRecord,
    ExitRequestInput,
)
from groupdesk.domain.exits import ANSWERS
from groupdesk.domain.leaving import MAX_DAYS
from groupdesk.domain.leaving_enums import ExitEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, clean_line, optional_text, require_text
from groupdesk.models.leaving import ExitEntry, ExitRequest
from groupdesk.models.people import Group, Membership
from groupdesk.services import casework
from groupdesk.services.departures import end_by_own_wish
from groupdesk.services.exit_colleagues import who_leaves
from groupdesk.services.exit_customers import concerned_by
from groupdesk.services.exit_items import make_items
from groupdesk.services.exit_query import choices_of, outlook_of, read_exit
from groupdesk.services.exit_reasons import said_text
from groupdesk.services.exit_state import (
    MAX_GROUPS,
    TOPICS,
    Standing,
    about,
    add_entry,
    going_of,
    leaves_no_owner,
    note_left,
    require_owner,
    say,
    standing,
    standing_of,
)
from groupdesk.services.groups import MAX_NAME
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.same_person import entries_of

_HERE = frozenset({MembershipState.ACTIVE.value, MembershipState.LEFT.value})
_ADDITIONS = frozenset({ExitEntryKind.NOTE, ExitEntryKind.MISTAKEN})
_BESIDE = (ExitEntryKind.NOTE.value, ExitEntryKind.CORRECTED.value)
"""What is recorded beside answers and takes none of them back."""


class Exits:
    """The requests to leave of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    # ---- reading

    def get(self, exit_id: int) -> ExitRecord:
        """Return a request with all that belongs to it. Raises StateChangedError("exit_gone")."""
        with self._ledger.reading():
            return read_exit(self._ledger, exit_id)

    def choices(self, membership_id: int) -> tuple[ExitChoice, ...]:
        """Return the groups that the person of a stay may want to leave, that stay's own first.

        Raises StateChangedError("member_gone").
        """
        with self._ledger.reading():
            return choices_of(self._ledger.database, casework.stay_of(membership_id))

    def outlook(self, membership_id: int) -> ExitOutlook:
        """Return what to know before a request of a stay is recorded.

        Raises StateChangedError("member_gone").
        """
        with self._ledger.reading():
            return outlook_of(self._ledger, casework.stay_of(membership_id))

    # ---- recording

    def record(self, request: ExitRequestInput) -> Receipt:
        """Record that a member wants to leave; the receipt's subject is the first request.

        With `left_at` they left already, which is recorded with it; of a stay that a list ended
        it holds when that was.

        Raises ValidationError for a missing reason, a time in the future or before they joined, a
        day that has passed, or nothing to leave; StateChangedError for a member who is gone or
        wants to leave already; RefusedError where the group would have no owner.
        """
        now = self._ledger.clock()
        ids = tuple(dict.fromkeys(request.membership_ids))
        if not 0 < len(ids) <= MAX_GROUPS:
            raise ValidationError("membership_ids", "exit_groups_missing", most=MAX_GROUPS)
        asked = casework.past_moment("asked_at", request.asked_at, now)
        left = casework.past_moment("left_at", request.left_at, now) if request.left_at else ""
        words = said_text(request.reason, request.reason_text)
        wish = _day("wish_on", request.wish_on, now) if request.wish_on else None

        def work(entry: Entry) -> None:
            stays = [casework.stay_of(ident) for ident in ids]
            self._require_may_ask(stays, gone=bool(left))
            made: list[ExitRequest] = []
            for stay in stays:
                row = ExitRequest.create(
                    membership=stay.id,
                    operator=entry.operator.id,
                    recorded_at=entry.now_text,
                    asked_at=asked,
                    channel=request.channel.value,
                    reason=request.reason.value,
                    reason_text=words,
                    wish_on=wish.isoformat() if wish else None,
                    batch=str(request.operation) if len(stays) > 1 else None,
                    facts=json.dumps({"customers": concerned_by(self._ledger.database, stay)}),
                )
                made.append(row)
                no_owner = leaves_no_owner(self._ledger.database, stay)
                ours = who_leaves(self._ledger.database, [stay.id])[stay.id].colleague
                lines = make_items(entry, row, stay, colleague=ours, no_owner=no_owner)
                rows: list[Model] = [row, *lines]
                said: dict[str, object] = {
                    "exit_reason": request.reason.value,
                    "reason": words,
                    "at": asked,
                    "wish_on": row.wish_on or "",
                }
                if left:
                    rows += self._leave(entry, row, stay, left)
                    said["left_at"] = stay.ended_at
                say(entry, stay, said, rows)
            about(entry, made[0].id, stays, gone=bool(left))

        return self._ledger.run(request.operation, Action.EXIT_RECORD, work)

    def answer(self, request: ExitAnswer) -> Receipt:
        """Record what becomes of requests: agreed, asked to stay, withdrawn, a note, a mistake.

        Agreed and asked to stay may carry the day through which they stay, asked to stay must,
        and the name of whoever takes over; who that is need be no member. Raises ValidationError
        for what is missing or a day that has passed, StateChangedError where the request is no
        longer as it was, or somebody answered meanwhile.
        """
        if request.kind not in ANSWERS | _ADDITIONS:
            raise ValidationError("kind", "exit_answer_unknown")
        said = self._checked(request)
        action = Action.EXIT_ANSWER if request.kind in ANSWERS else Action.EXIT_ENTRY

        def work(entry: Entry) -> None:
            found = standing_of(self._ledger.database, request.exit_ids, request.kind)
            if request.seen is not None and request.kind in ANSWERS:
                self._require_not_answered(found, request.seen)
            person = 0
            if request.replacement_id and said["replacement_name"]:
                person = self._replacement(request.replacement_id, found)
            for one in found:
                who = self._entry_in(person, one.stay)
                row = add_entry(
                    entry, one.row.id, request.kind, columns={"replacement": who, **said}
                )
                told = {"answer": request.kind.value, **_told(said)}
                say(entry, one.stay, told, [row])
            about(entry, found[0].row.id, [one.stay for one in found])

        return self._ledger.run(request.operation, action, work)

    def name_owner(self, operation: UUID, exit_id: int, membership_id: int) -> Receipt:
        """Record who owns the group from now on, so that its owner can leave it.

        The register follows; on the platform somebody has to do it, which is on the checklist.
        Raises StateChangedError for a member who is gone, RefusedError for the one who leaves or
        somebody of another group.
        """

        def work(entry: Entry) -> None:
            found = standing(self._ledger.database, exit_id)
            if ExitEntryKind.LEFT not in found.choices:
                raise StateChangedError("exit_over")
            new = casework.stay_of(membership_id)
            if new.state != MembershipState.ACTIVE.value:
                raise StateChangedError("member_gone")
            if new.group_id != found.stay.group_id or new.id == found.stay.id or new.is_bot:
                raise RefusedError("exit_owner_other")
            was, new.role = new.role, MemberRole.OWNER.value
            new.save()
            entry.about(
                SubjectKind.EXIT, exit_id, *TOPICS, Topic.GROUPS, group_id=found.stay.group_id
            )
            entry.record(
                person_id=new.person_id,
                before={"role": was},
                after=casework.names(new) | {"role": new.role, "instead_of": found.stay.name},
                rows=[new],
            )
            group: Group = new.group
            called = group.owner_name
            if called.strip() in {found.stay.name, found.stay.nickname} - {""}:
                group.owner_name = new.name
                group.save()
                entry.record(
                    before={"owner_name": called},
                    after={"group": group.name, "owner_name": new.name},
                    rows=[group],
                )

        return self._ledger.run(operation, Action.EXIT_OWNER, work)

    def left(self, request: ExitLeft) -> Receipt:
        """Record that a member left on the platform: the stay ends, by own wish.

        Of a stay that a list ended already it says that it was their own wish. Raises
        ValidationError for a time in the future or before they asked or joined, StateChangedError
        for a request that is over, RefusedError where the group would have no owner.
        """
        at = casework.past_moment("left_at", request.left_at, self._ledger.clock())
        text = optional_text("text", request.text)

        def work(entry: Entry) -> None:
            found = standing_of(self._ledger.database, request.exit_ids, ExitEntryKind.LEFT)
            for one in found:
                if self._day(at) < self._day(one.row.asked_at):
                    raise ValidationError("left_at", "exit_left_before", name=one.stay.name)
                rows = self._leave(entry, one.row, one.stay, at, text)
                say(entry, one.stay, {"left_at": one.stay.ended_at, "note": text}, rows)
            about(entry, found[0].row.id, [one.stay for one in found], gone=True)

        return self._ledger.run(request.operation, Action.EXIT_LEFT, work)

    # ---- inside

    def _day(self, moment: str) -> date:
        """Return the local day of a stored moment: people say the day rather than the minute."""
        return from_text(moment).astimezone(self._ledger.clock().tzinfo).date()

    def _require_may_ask(self, stays: Sequence[Membership], *, gone: bool) -> None:
        database = self._ledger.database
        entries = entries_of(database, stays[0].person_id)
        if any(stay.person_id not in entries for stay in stays):
            raise RefusedError("exit_of_several")
        require_in_use(*(stay.group_id for stay in stays))
        known = going_of(database, [stay.id for stay in stays])
        for stay in stays:
            if stay.id in known:
                raise StateChangedError("exit_open", name=stay.name, group=stay.group.name)
            here = stay.state in _HERE if gone else stay.state == MembershipState.ACTIVE.value
            if not here:
                raise StateChangedError("exit_not_here", name=stay.name, group=stay.group.name)

    @staticmethod
    def _require_not_answered(found: Sequence[Standing], seen: int) -> None:
        last = (
            ExitEntry.select()
            .where(ExitEntry.exit.in_([one.row.id for one in found]) & (ExitEntry.id > seen))
            .where(ExitEntry.kind.not_in(_BESIDE))
            .first()
        )
        if last is not None:
            raise StateChangedError("exit_answered", name=last.operator.name)

    def _leave(
        self, entry: Entry, row: ExitRequest, stay: Membership, at: str, text: str = ""
    ) -> list[Model]:
        if stay.state == MembershipState.ACTIVE.value:
            require_owner(self._ledger.database, stay)
        joined = self._day(stay.joined_at) if stay.joined_at else date.min
        # of whoever was written in today, nobody knows since when they were in the group
        if self._day(at) < joined < self._day(entry.now_text):
            raise ValidationError("left_at", "exit_left_unjoined", name=stay.name)
        concerned = concerned_by(self._ledger.database, stay, row.id)
        rows = end_by_own_wish(entry, stay, at)
        return rows + note_left(
            entry, row.id, stay, stay.ended_at or at, text=text, customers=concerned
        )

    def _checked(self, request: ExitAnswer) -> dict[str, str | None]:
        """Return the columns of an answer as they are stored."""
        kind, now = request.kind, self._ledger.clock()
        said: dict[str, str | None] = {"text": _text(request), "until": None}
        said |= {"replacement_name": "", "letter": "", "letter_language": ""}
        if kind in _ADDITIONS:
            return said
        letter = optional_text("letter", request.letter)
        said |= {"letter": letter, "letter_language": request.letter_language if letter else ""}
        if kind is ExitEntryKind.WITHDRAWN:
            return said
        name = optional_text(
            "replacement_name", clean_line(request.replacement_name), limit=MAX_NAME
        )
        staying = kind is ExitEntryKind.ASKED_TO_STAY
        if staying and not name:
            raise ValidationError("replacement_name", "exit_replacement_missing")
        if staying and not request.until:
            raise ValidationError("until", "exit_until_missing")
        until = _day("until", request.until, now) if request.until else None
        return said | {"replacement_name": name, "until": until.isoformat() if until else None}

    def _replacement(self, membership_id: int, found: Sequence[Standing]) -> int:
        """Return the person who takes over, who is a member of one of the groups."""
        stay = Membership.get_or_none(Membership.id == membership_id)
        groups = {one.stay.group_id for one in found}
        if stay is None or stay.group_id not in groups:
            raise StateChangedError("exit_replacement_gone")
        if stay.state != MembershipState.ACTIVE.value:
            raise StateChangedError("exit_replacement_gone")
        if stay.person_id in entries_of(self._ledger.database, found[0].stay.person_id):
            raise ValidationError("replacement_name", "exit_replacement_self")
        return int(stay.person_id)

    def _entry_in(self, person_id: int, stay: Membership) -> int | None:
        """Return the stay of whoever takes over in the group of `stay`, where they are in it."""
        if not person_id:
            return None
        found: Membership | None = (
            Membership.select()
            .where(Membership.person.in_(entries_of(self._ledger.database, person_id)))
            .where(Membership.group == stay.group_id)
            .where(Membership.state == MembershipState.ACTIVE.value)
            .order_by(Membership.id)
            .first()
        )
        return found.id if found is not None else None


_NEEDED_TEXT: Mapping[ExitEntryKind, str] = {
    ExitEntryKind.NOTE: "exit_note_missing",
    ExitEntryKind.MISTAKEN: "reason_missing",
}


def _text(request: ExitAnswer) -> str:
    code = _NEEDED_TEXT.get(request.kind)
    if code is None:
        return optional_text("text", request.text)
    return require_text("text", request.text, limit=MAX_REASON, code=code)


def _day(field: str, text: str, now: datetime) -> date:
    """Return a day from today on, within a year. Raises ValidationError(field)."""
    day = casework.local_day(field, text, "time_unreadable")
    if day < now.date():
        raise ValidationError(field, "exit_day_past")
    if day > now.date() + timedelta(days=MAX_DAYS):
        raise ValidationError(field, "exit_day_far", most=MAX_DAYS)
    return day


def _told(said: Mapping[str, str | None]) -> dict[str, object]:
    """Return what the log says of an answer; the letter stands in its row."""
    named = {"text": "reason", "until": "until", "replacement_name": "replacement"}
    told: dict[str, object] = {name: said[key] for key, name in named.items()}
    return told | ({"letter": True} if said["letter"] else {})
