# SPDX-License-Identifier: MIT
"""Handovers: a book is opened, filled in, signed by both sides, and what is open handed over."""

import json
from collections.abc import Mapping
from uuid import UUID

from groupdesk.domain import handovers
from groupdesk.domain.canonical import canonical_json
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.handover_enums import HandoverSide, HandoverState, MoveKind
from groupdesk.domain.handover_records import (
    EntryInput,
    HandoverRequest,
    MoveRequest,
    Party,
    SignRequest,
)
from groupdesk.domain.handovers import BY_HAND, SIGNED
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models.leaving import ExitRequest, Handover, HandoverEntry
from groupdesk.models.people import Group, Membership
from groupdesk.services import casework, search
from groupdesk.services.handover_list import (
    Handovers,
    entries_of,
    handed_back,
    read_handover,
    read_rows,
)
from groupdesk.services.handover_moves import move
from groupdesk.services.handover_parties import (
    Who,
    giver_of,
    require_two,
    taker_of,
    who_is,
)
from groupdesk.services.ledger import Entry, require_in_use
from groupdesk.services.same_person import stays_of

_ENDED = {HandoverState.MOVED: "handover_moved", HandoverState.CALLED_OFF: "handover_called_off"}


class HandoverActs(Handovers):
    """What is recorded about handovers."""

    def open(self, request: HandoverRequest) -> Receipt:
        """Open a book for a group, or for all that somebody looks after.

        Raises ValidationError: "giver" or "taker" for a missing name, the same human twice, a
        taker who is gone, or a giver who is not the one who wants to leave;
        StateChangedError("handover_open") where there is such a book already, and for a group, a
        member or a request that is gone; RefusedError for an archived group.
        """
        note = optional_text("note", request.note)

        def work(entry: Entry) -> None:
            database = self._ledger.database
            party, other, group_id = request.giver, request.taker, request.group_id
            if request.back_of:
                given = read_handover(self._ledger, request.back_of).row
                if given.state is not HandoverState.MOVED:
                    raise StateChangedError("handover_not_moved")
                if handed_back(self._ledger, given.id):
                    raise StateChangedError("handover_back_exists")
                party, other, group_id = given.taker, given.giver, given.group_id
            giver = who_is(database, "giver", party)
            taker = who_is(database, "taker", other)
            require_two(giver, taker)
            group = self._group(group_id)
            self._require_none_open(giver, group_id, back=bool(request.back_of))
            if request.exit_id and not request.back_of:
                self._require_leaves(giver, request.exit_id)
            row = Handover.create(
                group=group_id or None,
                giver_operator=party.operator_id or None,
                giver=party.membership_id or None,
                giver_name=giver.name,
                taker_operator=other.operator_id or None,
                taker=other.membership_id or None,
                taker_name=taker.name,
                exit=request.exit_id or None,
                back_of=request.back_of or None,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                note=note,
            )
            said: dict[str, object] = {"note": note, "back_of": request.back_of}
            self._say(entry, row, said, [row], group=group)

        return self._ledger.run(request.operation, Action.HANDOVER_OPEN, work)

    def add(self, request: EntryInput) -> Receipt:
        """Write into the book by hand, or strike such an entry out with a reason.

        Raises ValidationError("text") for nothing said; StateChangedError for a handover that is
        over and for an entry that was struck out by somebody else.
        """
        striking = request.kind is HandoverEntryKind.STRUCK
        if not striking and request.kind not in BY_HAND:
            raise ValidationError("kind", "handover_entry_unknown")
        code = "reason_missing" if striking else "handover_text_missing"
        text = require_text("text", request.text, limit=MAX_REASON, code=code)

        def work(entry: Entry) -> None:
            row = self._going(request.handover_id)
            facts: dict[str, object] | None = None
            said: dict[str, object] = {"entry": request.kind.value, "text": text}
            if striking:
                entries = entries_of(self._ledger, row.id)
                one = next((one for one in entries if one.id == request.strikes), None)
                if one is None or one.kind not in BY_HAND or one.struck:
                    raise StateChangedError("handover_struck")
                facts = {"strikes": one.id}
                said = {"entry": request.kind.value, "struck": one.text, "reason": text}
            written = _write(entry, row, request.kind, text, facts)
            self._say(entry, row, said, [written])

        return self._ledger.run(request.operation, Action.HANDOVER_ENTRY, work)

    def call_off(
        self, operation: UUID, handover_id: int, reason: str, *, seen: int | None = None
    ) -> Receipt:
        """End a handover in which nothing was moved; the book stays to be read.

        Raises ValidationError("reason"), StateChangedError for one that is over, or to which
        somebody added something after entry `seen`.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            row = self._going(handover_id, seen)
            written = _write(entry, row, HandoverEntryKind.CALLED_OFF, text)
            self._say(entry, row, {"entry": written.kind, "reason": text}, [written])

        return self._ledger.run(operation, Action.HANDOVER_ENTRY, work)

    def sign(self, request: SignRequest) -> Receipt:
        """Sign for a side; the book as it reads now is kept with the signature.

        Raises ValidationError("unprinted", "handover_never_printed") for a signature on paper where
        the book was never printed and nobody says what was signed;
        RefusedError("handover_not_yours") where an operator would sign for somebody else,
        StateChangedError("handover_book_changed") where the records read otherwise than what was
        read, "handover_changed" where somebody signed or wrote meanwhile.
        """
        at = ""
        if request.at:
            at = casework.past_moment("at", request.at, self._ledger.clock())
        unprinted = optional_text("unprinted", request.unprinted)

        def work(entry: Entry) -> None:
            row = self._going(request.handover_id, request.seen)
            record = read_handover(self._ledger, row.id)
            taking = request.side is HandoverSide.TAKER
            party = taker_of(row) if taking else giver_of(row)
            who = who_is(self._ledger.database, request.side.value, party)
            if not request.on_paper and who.operator_id != entry.operator.id:
                raise RefusedError("handover_not_yours", name=who.name)
            if taking and who.gone:
                raise RefusedError("handover_taker_gone", name=who.name)
            if record.digest != request.digest:
                raise StateChangedError("handover_book_changed")
            never_printed = request.on_paper and not record.printed
            if never_printed and not unprinted:
                raise ValidationError("unprinted", "handover_never_printed")
            facts: dict[str, object] = {
                "name": who.name,
                "on_paper": request.on_paper,
                "digest": record.digest,
                "content": handovers.content_digest(record.book),
                "book": handovers.to_json(record.book),
            }
            if never_printed:
                facts["unprinted"] = unprinted
            written = _write(entry, row, SIGNED[request.side], "", facts, at)
            said: dict[str, object] = {
                "entry": written.kind,
                "signed_by": who.name,
                "on_paper": request.on_paper,
                "unprinted": unprinted if never_printed else "",
                "fingerprint": record.digest,
                "at": at,
            }
            self._say(entry, row, said, [written])

        return self._ledger.run(request.operation, Action.HANDOVER_SIGN, work)

    def hand_over(self, request: MoveRequest) -> Receipt:
        """Give the chosen items to the taker, all in one act, and end the handover.

        Without both signatures an override reason is asked for. Raises ValidationError("override",
        "handover_unsigned"), RefusedError("handover_taker_gone"), StateChangedError for items that
        are no longer as they were shown ("handover_items_changed"), a handover that is over, or
        one to which somebody added something.
        """
        override = optional_text("override", request.override)

        def work(entry: Entry) -> None:
            row = self._going(request.handover_id, request.seen)
            record = read_handover(self._ledger, row.id)
            if record.row.state is not HandoverState.SIGNED and not override:
                raise ValidationError("override", "handover_unsigned")
            if record.taker_gone:
                raise RefusedError("handover_taker_gone", name=row.taker_name)
            able = {item for item in record.moves if item.held is None}
            if len(set(request.items)) != len(request.items) or not able.issuperset(request.items):
                raise StateChangedError("handover_items_changed")
            facts: dict[str, object] = {
                "items": [list(item) for item in request.items],
                "digest": record.digest,
                "book": handovers.to_json(record.book),
            }
            if override:
                facts["override"] = override
            written = _write(entry, row, HandoverEntryKind.MOVED, "", facts)
            said: dict[str, object] = {
                "moved_items": len(request.items),
                "override_reason": override,
            }
            self._say(entry, row, {"entry": written.kind, **said}, [written])
            move(entry, request.items, row.note)
            customers = [one.person_id for one in request.items if one.kind is MoveKind.CUSTOMER]
            database = self._ledger.database
            search.index_members(database.connection(), stays_of(database, customers))
            entry.topics |= {Topic.CASES, Topic.MEMBERS, Topic.GROUPS, Topic.TASKS}

        return self._ledger.run(request.operation, Action.HANDOVER_MOVE, work)

    # ---- inside

    def _going(self, handover_id: int, seen: int | None = None) -> Handover:
        """Return a handover that is not over. Raises StateChangedError.

        The book is not read for it: in a large group that takes a while.
        """
        rows = read_rows(self._ledger, "h.id = ?", (handover_id,))
        if not rows:
            raise StateChangedError("handover_gone")
        code = _ENDED.get(rows[0].state)
        if code:
            raise StateChangedError(code)
        row: Handover = Handover.get_by_id(handover_id)
        written = HandoverEntry.select().where(HandoverEntry.handover == handover_id)
        last = written.order_by(HandoverEntry.id.desc()).first()
        if seen is not None and last is not None and last.id != seen:
            raise StateChangedError("handover_changed", name=last.operator.name)
        if row.group_id is not None:
            require_in_use(row.group_id)
        return row

    def _group(self, group_id: int) -> Group | None:
        if not group_id:
            return None
        group = Group.get_or_none(Group.id == group_id)
        if group is None:
            raise StateChangedError("group_gone")
        require_in_use(group_id)
        return group

    def _require_leaves(self, giver: Who, exit_id: int) -> None:
        """Raise where it is not the giver who wants to leave with this request."""
        leaving = ExitRequest.get_or_none(ExitRequest.id == exit_id)
        if leaving is None:
            raise StateChangedError("exit_gone")
        party = Party(membership_id=leaving.membership_id)
        who = who_is(self._ledger.database, "giver", party)
        if not (who.same_as(giver) or who.names & giver.names):  # operator and entry, not linked
            raise ValidationError("giver", "handover_exit_other", name=who.name)

    def _require_none_open(self, giver: Who, group_id: int, *, back: bool) -> None:
        """Raise where the same giver has a book for the same that is still open."""
        where = "h.group_id = ?" if group_id else "h.group_id IS NULL"
        for row in read_rows(self._ledger, where, (group_id,) if group_id else ()):
            if row.over or bool(row.back_of) is not back:
                continue
            if who_is(self._ledger.database, "giver", row.giver).same_as(giver):
                raise StateChangedError("handover_open", name=giver.name, handover=row.id)

    def _say(
        self,
        entry: Entry,
        row: Handover,
        said: Mapping[str, object],
        rows: list[Handover | HandoverEntry],
        *,
        group: Group | None = None,
    ) -> None:
        group = group or row.group
        named: dict[str, object] = {"giver": row.giver_name, "taker": row.taker_name}
        if group is not None:
            named["group"] = group.name
        stay = Membership.get_or_none(Membership.id == row.giver_id) if row.giver_id else None
        if stay is not None:
            named["member"] = stay.name
        entry.about(SubjectKind.HANDOVER, row.id, Topic.REQUESTS, group_id=row.group_id)
        entry.record(
            person_id=stay.person_id if stay is not None else None,
            after=named | {key: value for key, value in said.items() if value},
            rows=rows,
        )


def _write(
    entry: Entry,
    row: Handover,
    kind: HandoverEntryKind,
    text: str,
    facts: Mapping[str, object] | None = None,
    at: str = "",
) -> HandoverEntry:
    """Write an entry down; the log must vouch for the row."""
    kept = None if facts is None else json.loads(canonical_json(facts))
    return HandoverEntry.create(
        handover=row.id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        at=at or entry.now_text,
        kind=kind.value,
        text=text,
        facts=None if kept is None else json.dumps(kept, ensure_ascii=False, sort_keys=True),
    )
