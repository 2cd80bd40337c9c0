# SPDX-License-Identifier: MIT
"""Each command for each role: allowed, or denied, logged and without effect."""

import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse, Incident, WarningRequest
from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import (
    AppealEntryKind,
    AppealOutcome,
    NoticeState,
    ReturnChoice,
)
from groupdesk.domain.enums import (
    Action,
    Channel,
    DepartureHow,
    Edition,
    Language,
    OperatorRole,
    Platform,
    Severity,
    SubjectKind,
    TemplateKind,
    Term,
    Tone,
)
from groupdesk.domain.enums import Ground as Removed
from groupdesk.domain.errors import GroupDeskError, PermissionDeniedError
from groupdesk.domain.export_records import ExportFormat, ExportRequest, ExportScope
from groupdesk.domain.import_preview import Take
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.leaving import Leaving
from groupdesk.domain.leaving_enums import ExitEntryKind, RejoinEntryKind
from groupdesk.domain.member_bulk import BulkChange
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.process import Process
from groupdesk.domain.records import GroupFields, MemberFields, OperatorRecord, Receipt
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.domain.rejoin_records import Newcomer
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.review_enums import GroupNoteKind, ReviewChoice
from groupdesk.domain.review_records import (
    DecideRequest,
    MessagesRequest,
    ReviewMessage,
    ReviewRequest,
)
from groupdesk.domain.step_records import StepRecord
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.domain.told_records import TellRequest
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.models.turns import LongTurn
from groupdesk.services import ledger
from groupdesk.services.desk import Desk, compose
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.reports.printing import Printed
from groupdesk.services.terms_over import record_terms_over
from groupdesk.services.workspace import add_operator
from tests.helpers import (
    ALL_OVERRIDES,
    RULES,
    MovableClock,
    clear_error,
    copy_workspace,
    give_pin,
    make_desk,
    make_group,
    make_member,
    open_desk,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)
from tests.services.appeal_cases import WARNING, decision, objected, said
from tests.services.exit_cases import answered, corrected, gone, telling
from tests.services.exit_cases import asked as leaver
from tests.services.handover_cases import NOBODY_ELSE, book_for, me, moved, signed, written
from tests.services.imports.rows import listed, row
from tests.services.rejoin_cases import answered as rejoin_answered
from tests.services.rejoin_cases import pleaded
from tests.services.two_operators import ask_always

OWNER, ADMIN = OperatorRole.OWNER, OperatorRole.ADMIN
MODERATOR, VIEWER = OperatorRole.MODERATOR, OperatorRole.VIEWER
ROLES = [OWNER, ADMIN, MODERATOR, VIEWER]


@dataclass(frozen=True)
class Ground:
    """What the owner left behind for the commands to work on."""

    folder: Path
    member: int
    other: int
    rule: int
    prepared: int
    sent: int
    step: StepRecord
    ticked: StepRecord
    term_over: int
    follow_up: int
    plan: int
    snapshot: int
    bulk: int
    told: int
    asking: int
    asked: int
    unasked: int
    objected: int
    rejoin: int
    leaving: int
    stays: int
    returning: int
    against: int
    handover: int


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("roles") / "workspace"
    folder.mkdir()
    clock = MovableClock()
    desk = make_desk(folder, clock)
    for role in ROLES[1:]:
        add_operator(desk.ledger, uuid.uuid4(), role.value, role)
    add_operator(desk.ledger, uuid.uuid4(), "Olga", VIEWER)
    gone = desk.operators.add(uuid.uuid4(), "Olaf", VIEWER).subject_id
    desk.operators.deactivate(uuid.uuid4(), gone)
    group = make_group(desk)
    member, other = make_member(desk, group, "A", "wx1"), make_member(desk, group, "B")
    rule = rule_id(desk, group)
    prepared = warning(desk, member, rule)
    sent = warning(desk, member, rule, sent_at=clock.text)
    talk(desk, member, follow_up_on="2026-07-01")
    plan = desk.talk_plans.plan(PlanRequest(uuid.uuid4(), member, "2026-07-02")).subject_id
    desk.recognition.record(uuid.uuid4(), member, "Helped newcomers")
    receipt = desk.removals.decide(removal(desk, other, rule_id(desk, group, "R2")))
    ticked, step, *_ = desk.removals.get(receipt.subject_id).steps
    desk.carrying_out.tick(uuid.uuid4(), ticked)
    third = make_member(desk, group, "C")
    desk.persons.link(uuid.uuid4(), desk.members.row(third).person_id, 2, "One")
    desk.blocklist.block(uuid.uuid4(), 1, "Insults")
    follow_up = next(item.id for item in desk.todo.all() if item.kind == "follow_up")
    desk.filters.save(uuid.uuid4(), "At risk", MemberFilter(chip="at_risk"))
    spare = desk.groups.create(uuid.uuid4(), GROUP._replace(name="Over and done")).subject_id
    desk.groups.archive(uuid.uuid4(), spare, "Nobody writes here")
    listed_group = make_group(desk, "Listed", rules=False)
    for rows in ([row(1, "X"), row(2, "Y")], [row(2, "Y")]):
        found = desk.imports.preview(listed(*rows), listed_group)
        snapshot = desk.imports.apply(uuid.uuid4(), found, Take(compare=True)).subject_id
    desk.case_acts.claim(uuid.uuid4(), 2)
    extra = CaseRequest(uuid.uuid4(), member, rule_id(desk, group, "R3"), "Something else")
    desk.case_acts.relate(uuid.uuid4(), desk.case_acts.open(extra).subject_id, 2, "Same day")
    tagged = desk.bulk.run(uuid.uuid4(), [third], BulkChange(add_tags=("new",))).receipt.seq
    short = desk.templates.get("en.talk.short")
    changed = replace(fields_of(short), body="A word, please? Thank you!")
    desk.templates.save(uuid.uuid4(), changed, short)
    book = desk.rules.current(group)
    assert book is not None
    asked = TellRequest(uuid.uuid4(), book.id, (third,), clock.text, Channel.GROUP)
    desk.announcements.tell(asked)
    asking, waiting, unasked = _asked(desk)
    appeal, rejoin = objected(desk, sent, target_kind=WARNING), _rejoin(desk, group)
    _review(desk)
    parting = make_group(desk, "Parting", rules=False)
    stays = make_member(desk, parting, "Stays")
    leaving = leaver(desk, make_member(desk, parting, "Leaves"))
    handover = book_for(desk, me(desk), NOBODY_ELSE)
    returning = pleaded(desk, parting, Newcomer("Returns"))
    against = _against(desk, parting)
    term_over = _term_over(desk, group)
    desk.close()
    return Ground(
        folder=folder,
        member=member,
        other=other,
        rule=rule,
        prepared=prepared,
        sent=sent,
        step=step,
        ticked=ticked,
        term_over=term_over,
        follow_up=follow_up,
        plan=plan,
        snapshot=snapshot,
        bulk=tagged,
        told=third,
        asking=asking,
        asked=waiting,
        unasked=unasked,
        objected=appeal,
        rejoin=rejoin,
        leaving=leaving,
        stays=stays,
        returning=returning,
        against=against,
        handover=handover,
    )


def _exit_numbers(desk: Desk, _ground: Ground) -> Receipt | None:
    day = desk.clock().date()
    figures = desk.leaving.exit_statistics.of(0, day, day)
    path = desk.workspace.folder.parent / "exits.csv"
    return desk.leaving.exit_statistics.save(new(), figures, path, Language.EN)


def _review(desk: Desk) -> None:
    """Start the review 1 with three members: to be decided, to be written to, and written to."""
    group = make_group(desk, "Quiet", rules=False)
    marked = tuple(make_member(desk, group, name) for name in ("Q", "R", "S"))
    desk.upkeep.reviews.start(ReviewRequest(new(), "Quiet", (group,), by_hand=marked))
    desk.upkeep.review_decisions.decide(_chosen(ReviewChoice.REMIND, 2, 3))
    desk.upkeep.review_messages.record(_written(3))


def _chosen(choice: ReviewChoice, *rows: int) -> DecideRequest:
    return DecideRequest(new(), 1, choice, rows, seen=9)


def _written(row: int, sent_at: str = "") -> MessagesRequest:
    messages = (ReviewMessage(row, "Are you still with us?", Language.EN),)
    return MessagesRequest(new(), 1, ReviewChoice.REMIND, messages, seen=9, sent_at=sent_at)


def _rejoin(desk: Desk, group: int) -> int:
    """Let a removal be lifted after it was carried out; return the task."""
    gone = make_member(desk, group, "F")
    request = removal(desk, gone, rule_id(desk, group), already_removed_at=to_text(desk.clock()))
    appeal = objected(desk, desk.removals.decide(request).subject_id)
    lifted = decision(appeal, AppealOutcome.LIFTED, override_reason="Alone here", letter="")
    desk.appeals.decide(lifted)
    return desk.rejoins.open()[0].id


def _against(desk: Desk, group: int) -> int:
    """Let a moderator say yes to somebody who is blocked; return the request."""
    request = pleaded(desk, group, Newcomer("Blocked"))
    person = desk.leaving.rejoin_requests.get(request).row.person_id
    desk.blocklist.block(new(), person, "Insults")
    sits = OperatorRecord(3, MODERATOR.value, MODERATOR)
    seat = compose(desk.workspace, sits, desk.clock, None)
    return rejoin_answered(seat, request, override_reason="Agreed")


def _asked(desk: Desk) -> tuple[int, int, int]:
    """Let the moderator ask for a removal, with PINs for all who may answer.

    Returns the group that asks for approval, the removal, and a member to ask about.
    """
    group = make_group(desk, "Asking")
    ask_always(desk, group)
    for ident, role in enumerate(ROLES[:3], 1):
        seat = compose(desk.workspace, OperatorRecord(ident, role.value, role), desk.clock, None)
        give_pin(seat)
    request = removal(seat, make_member(seat, group, "Asked"), rule_id(desk, group))
    waiting = seat.removals.decide(request).subject_id
    return group, waiting, make_member(desk, group, "Unasked")


def _term_over(desk: Desk, group: int) -> int:
    """Let the last day of a removal pass, and return the task that comes of it."""
    now = desk.clock()
    request = removal(
        desk,
        make_member(desk, group, "Gone"),
        rule_id(desk, group),
        term=Term.UNTIL,
        until="2026-06-02",
        already_removed_at=to_text(now),
    )
    desk.removals.decide(request)
    record_terms_over(desk.ledger, now + timedelta(days=2), 1)
    return next(item.id for item in desk.todo.all() if item.kind == "term_over")


@pytest.fixture(params=ROLES, ids=str)
def seat(request: pytest.FixtureRequest, ground: Ground, tmp_path: Path) -> Iterator[Desk]:
    """The workspace as seen by an operator of this role."""
    folder = copy_workspace(ground.folder, tmp_path / "w")
    clock = MovableClock()
    clock.move(days=3)  # the ground tells of a removal that ended meanwhile
    desk = open_desk(folder, clock, operator_id=ROLES.index(request.param) + 1)
    assert desk.operator.role is request.param
    yield desk
    desk.close()


def _warn(desk: Desk, ground: Ground) -> WarningRequest:
    return WarningRequest(
        uuid.uuid4(),
        ground.member,
        ground.rule,
        2,
        Channel.PRIVATE,
        Language.EN,
        "Please",
        incident=Incident(),
    )


def _decide(desk: Desk, ground: Ground) -> object:
    return desk.removals.decide(removal(desk, ground.member, ground.rule))


def _request(desk: Desk, ground: Ground) -> int:
    """Return a request of the operator's own, or, of whoever may not ask, that of another."""
    if desk.operator.role is VIEWER:
        return ground.asked
    member = make_member(desk, ground.asking, "W")
    return desk.removals.decide(removal(desk, member, rule_id(desk, ground.asking))).subject_id


def _declined(desk: Desk, ground: Ground) -> int:
    """Return such a request after somebody else declined it."""
    ident = _request(desk, ground)
    if desk.operator.role is not VIEWER:
        role = ROLES[0] if desk.operator.id != 1 else ROLES[1]
        other = OperatorRecord(1 if role is ROLES[0] else 2, role.value, role)
        seat = compose(desk.workspace, other, desk.clock, None)
        seat.approvals.decline(new(), [ident], "Too soon")
    return ident


def _put_off(desk: Desk, _ground: Ground) -> object:
    item = next(one for one in desk.todo.all() if one.kind == "follow_up")
    return desk.todo.marks.put_off(new(), [item], date(2026, 7, 9))


def _batch(desk: Desk, ground: Ground) -> BatchRequest:
    return BatchRequest(
        new(),
        (BatchMember(ground.member),),
        Removed.INACTIVE,
        "Nobody has read here for a year.",
        Term.MAY_RETURN,
        (EvidenceUse(screenshot(desk).id),),
        overrides=ALL_OVERRIDES,
    )


def _edit(desk: Desk, ground: Ground) -> object:
    fields = replace(desk.members.detail(ground.member).fields, phone="138")
    return desk.members.edit(uuid.uuid4(), ground.member, fields)


def _import(desk: Desk, _ground: Ground) -> object:
    return desk.imports.apply(new(), desk.imports.preview(listed(row(5, "Z")), 3))


def _told(desk: Desk, *ids: int) -> TellRequest:
    book = desk.rules.current(1)
    assert book is not None
    return TellRequest(new(), book.id, ids, MovableClock().text, Channel.GROUP)


def _export(desk: Desk, _ground: Ground) -> object:
    path = Path(desk.workspace.folder).parent / "members.csv"
    format_, scope = ExportFormat.CSV, ExportScope.ALL
    return desk.exports.export(ExportRequest(new(), path, format_, scope))


def _save_evidence(desk: Desk) -> object:
    return desk.custody.save_copy(new(), 1, Path(desk.workspace.folder).parent / "copy.png")


def _tick_leaving(desk: Desk, ground: Ground) -> object:
    task = desk.leaving.exits.get(ground.leaving).items[0].task_id
    return desk.leaving.exit_items.tick(new(), ground.leaving, [task])


def _reopen(desk: Desk, _ground: Ground) -> object:
    desk.cases.close(uuid.uuid4(), 1, "Done")
    return desk.cases.reopen(uuid.uuid4(), 1, "Not done")


TEMPLATE = TemplateFields(TemplateKind.TALK, Language.EN, Tone.SHORT, "Our talk", "Thank you!")
GROUP = GroupFields("Borealis", Platform.QQ, Language.ZH)
PAPER = Printed(b"%PDF", 1, "00", "case-1.pdf", "Case 1", 1, Edition.FILE)
LADDER = DEFAULT_LADDER._replace(steps=DEFAULT_LADDER.steps[1:], starts=dict.fromkeys(Severity, 1))
Command = Callable[[Desk, Ground], object]
new = uuid.uuid4
COMMANDS: dict[str, tuple[OperatorRole, Command]] = {
    "operator": (OWNER, lambda d, _: d.operators.add(new(), "Otto", VIEWER)),
    "operator edit": (OWNER, lambda d, _: d.operators.edit(new(), 4, "Otto", MODERATOR)),
    "operator deactivate": (OWNER, lambda d, _: d.operators.deactivate(new(), 4)),
    "operator activate": (OWNER, lambda d, _: d.operators.activate(new(), 6)),
    "operator pin of another": (OWNER, lambda d, _: d.operators.reset_pin(new(), 5)),
    "operator pin": (VIEWER, lambda d, _: d.operators.set_pin(new(), "", "2468")),
    "own account": (MODERATOR, lambda d, _: d.operators.link_me(new(), 1)),
    "group": (ADMIN, lambda d, _: d.groups.create(new(), GROUP)),
    "group edit": (ADMIN, lambda d, _: d.groups.edit(new(), 1, GROUP)),
    "exit numbers": (MODERATOR, _exit_numbers),
    "group note": (
        MODERATOR,
        lambda d, _: d.upkeep.group_notes.record(
            GroupNoteRequest(new(), (1,), GroupNoteKind.MUTED, text="Too loud")
        ),
    ),
    "group archive": (ADMIN, lambda d, _: d.groups.archive(new(), 1, "Over")),
    "group restore": (ADMIN, lambda d, _: d.groups.restore(new(), 2)),
    "rules": (ADMIN, lambda d, _: d.rules.publish(new(), 1, RULES, based_on=1)),
    "template save": (ADMIN, lambda d, _: d.templates.save(new(), TEMPLATE)),
    "template reset": (ADMIN, lambda d, _: d.templates.reset(new(), "en.talk.short")),
    "template hide": (ADMIN, lambda d, _: d.templates.hide(new(), "en.talk.firm")),
    "template import": (ADMIN, lambda d, _: d.templates.take_in(new(), "f", [(None, TEMPLATE)])),
    "lift": (ADMIN, lambda d, g: d.reversals.record(new(), SubjectKind.WARNING, g.sent, "No")),
    "pardon": (ADMIN, lambda d, g: d.reversals.pardon(new(), g.sent, "Sorry")),
    "ladder": (ADMIN, lambda d, _: d.ladders.publish(new(), 1, LADDER)),
    "export": (MODERATOR, _export),
    "member": (MODERATOR, lambda d, _: d.members.add(new(), 1, MemberFields("C"))),
    "member edit": (MODERATOR, _edit),
    "member change": (MODERATOR, lambda d, g: d.members.change(new(), g.member, phone="138")),
    "members bulk": (
        MODERATOR,
        lambda d, g: d.bulk.run(new(), [g.member, g.other], BulkChange(add_tags=("VIP",))),
    ),
    "members bulk undo": (MODERATOR, lambda d, g: d.bulk_undo.undo(new(), g.bulk)),
    "filter save": (MODERATOR, lambda d, _: d.filters.save(new(), "Busy", MemberFilter())),
    "filter rename": (MODERATOR, lambda d, _: d.filters.rename(new(), 1, "Quiet")),
    "filter change": (MODERATOR, lambda d, _: d.filters.change(new(), 1, MemberFilter())),
    "filter delete": (MODERATOR, lambda d, _: d.filters.delete(new(), 1)),
    "filter order": (MODERATOR, lambda d, _: d.filters.reorder(new(), [1])),
    "import": (MODERATOR, _import),
    "undo import": (MODERATOR, lambda d, g: d.import_undo.undo(new(), g.snapshot, "Wrong")),
    "departure": (
        MODERATOR,
        lambda d, _: d.departures.correct(new(), 1, DepartureHow.OWN_WISH, "She wrote so"),
    ),
    "prepare": (MODERATOR, lambda d, g: d.warnings.prepare(_warn(d, g))),
    "send": (
        MODERATOR,
        lambda d, g: d.warnings.record_sent(_warn(d, g), MovableClock().text),
    ),
    "mark sent": (
        MODERATOR,
        lambda d, g: d.warnings.mark_sent(new(), g.prepared, MovableClock().text),
    ),
    "mark not sent": (MODERATOR, lambda d, g: d.warnings.mark_not_sent(new(), g.prepared)),
    "not delivered": (MODERATOR, lambda d, g: d.warnings.mark_not_delivered(new(), g.sent)),
    "acknowledge": (MODERATOR, lambda d, g: d.warnings.acknowledge(new(), g.sent)),
    "talk": (MODERATOR, lambda d, g: talk(d, g.member)),
    "plan a talk": (
        MODERATOR,
        lambda d, g: d.talk_plans.plan(PlanRequest(new(), g.member, "2026-07-02")),
    ),
    "call a talk off": (MODERATOR, lambda d, g: d.talk_plans.call_off(new(), g.plan, "Away")),
    "put a task off": (MODERATOR, _put_off),
    "move a task": (MODERATOR, lambda d, g: d.todo.move(new(), g.plan, "2026-07-03")),
    "recognise": (MODERATOR, lambda d, g: d.recognition.record(new(), g.member, "Helped")),
    "take recognition back": (
        MODERATOR,
        lambda d, _: d.recognition.take_back(new(), 1, "Somebody else"),
    ),
    "decide": (MODERATOR, _decide),
    "request": (
        MODERATOR,
        lambda d, g: d.removals.decide(removal(d, g.unasked, rule_id(d, g.asking))),
    ),
    "decide many": (MODERATOR, lambda d, g: d.removal_batches.decide(_batch(d, g))),
    "cancel": (MODERATOR, lambda d, g: d.removals.cancel(new(), _request(d, g))),
    "withdraw": (MODERATOR, lambda d, g: d.approvals.withdraw(new(), [_request(d, g)], "Wait")),
    "approve": (ADMIN, lambda d, g: d.approvals.approve(new(), [g.asked])),
    "know of a decline": (MODERATOR, lambda d, g: d.declined.seen(new(), [_declined(d, g)])),
    "decline": (ADMIN, lambda d, g: d.approvals.decline(new(), [g.asked], "Too soon")),
    "process": (ADMIN, lambda d, g: d.processes.save(new(), g.asking, Process(appeal_days=7))),
    "step": (MODERATOR, lambda d, g: d.carrying_out.tick(new(), g.step)),
    "open a step again": (
        MODERATOR,
        lambda d, g: d.carrying_out.reopen(new(), g.ticked, "They are still there"),
    ),
    "notice": (
        MODERATOR,
        lambda d, g: d.notices.record(
            new(),
            SubjectKind.REMOVAL,
            g.step.removal_id,
            NoticeState.SENT,
            MovableClock().text,
            Channel.PRIVATE,
        ),
    ),
    "term over": (
        MODERATOR,
        lambda d, g: d.terms_over.decide(new(), g.term_over, TaskState.LET_IN),
    ),
    "object": (MODERATOR, lambda d, g: objected(d, g.step.removal_id)),
    "add to an appeal": (
        MODERATOR,
        lambda d, g: d.appeals.add(said(d, g.objected, AppealEntryKind.NOTE)),
    ),
    "decide an appeal": (
        ADMIN,
        lambda d, g: d.appeals.decide(
            decision(g.objected, AppealOutcome.LIFTED, override_reason="Nobody else is here")
        ),
    ),
    "stays away": (MODERATOR, lambda d, g: d.rejoins.give_up(new(), g.rejoin, "Moved on")),
    "ask to come back": (MODERATOR, lambda d, _g: pleaded(d, 1, Newcomer("Asks"))),
    "answer who comes back": (MODERATOR, lambda d, g: rejoin_answered(d, g.returning)),
    "read why they come back": (
        ADMIN,
        lambda d, g: d.leaving.rejoin_requests.confirm(new(), g.against),
    ),
    "note on who comes back": (
        MODERATOR,
        lambda d, g: rejoin_answered(d, g.returning, RejoinEntryKind.NOTE),
    ),
    "ask to leave": (MODERATOR, lambda d, g: leaver(d, g.stays)),
    "answer a leaver": (MODERATOR, lambda d, g: answered(d, g.leaving)),
    "note on a leaver": (MODERATOR, lambda d, g: answered(d, g.leaving, ExitEntryKind.NOTE)),
    "why somebody leaves": (MODERATOR, lambda d, g: corrected(d, g.leaving)),
    "leaver's checklist": (MODERATOR, _tick_leaving),
    "tell a customer": (
        MODERATOR,
        lambda d, g: d.leaving.exit_customers.tell(telling(d, g.leaving, g.stays)),
    ),
    "new owner": (
        MODERATOR,
        lambda d, g: d.leaving.exits.name_owner(new(), g.leaving, g.stays),
    ),
    "has left": (MODERATOR, lambda d, g: gone(d, g.leaving)),
    "leaver's folder": (
        MODERATOR,
        lambda d, g: d.leaving.exit_folder.save(
            new(), g.leaving, Path(d.workspace.folder).parent, Language.EN
        ),
    ),
    "handover book": (MODERATOR, lambda d, g: book_for(d, me(d), NOBODY_ELSE, group_id=1)),
    "write in a book": (MODERATOR, lambda d, g: written(d, g.handover)),
    "call a handover off": (
        MODERATOR,
        lambda d, g: d.leaving.handovers.call_off(new(), g.handover, "Not needed"),
    ),
    "sign a book": (MODERATOR, lambda d, g: signed(d, g.handover)),
    "hand over": (MODERATOR, lambda d, g: moved(d, g.handover, "Agreed by phone")),
    "way to leave": (
        ADMIN,
        lambda d, _: d.leaving.ways.save(new(), 1, Leaving(stay_days=7)),
    ),
    "close": (MODERATOR, lambda d, _: d.cases.close(new(), 1, "Done")),
    "reopen": (MODERATOR, _reopen),
    "case open": (
        MODERATOR,
        lambda d, g: d.case_acts.open(CaseRequest(new(), g.other, g.rule, "Many offers")),
    ),
    "case claim": (MODERATOR, lambda d, _: d.case_acts.claim(new(), 1)),
    "case hand over": (MODERATOR, lambda d, _: d.case_acts.hand_over(new(), 1, 2, "Go", from_=0)),
    "case give back": (MODERATOR, lambda d, _: d.case_acts.release(new(), 2, "", from_=1)),
    "case note": (MODERATOR, lambda d, _: d.case_acts.note(new(), 1, "Did he say why?")),
    "case correct": (
        MODERATOR,
        lambda d, _: d.case_acts.correct(new(), 1, {}, {"quoted_text": "Buy!"}, "Seen"),
    ),
    "case relate": (MODERATOR, lambda d, _: d.case_acts.relate(new(), 1, 2, "Same offers")),
    "case unrelate": (MODERATOR, lambda d, _: d.case_acts.unrelate(new(), 3, 2, "By chance")),
    "move act": (
        MODERATOR,
        lambda d, g: d.case_corrections.move_act(
            new(), SubjectKind.WARNING, g.sent, 3, "Another matter", from_=1
        ),
    ),
    "wrong person": (
        MODERATOR,
        lambda d, g: d.case_corrections.wrong_person(new(), 3, g.told, "It was C."),
    ),
    "tell": (MODERATOR, lambda d, g: d.announcements.tell(_told(d, g.member))),
    "acknowledge rules": (MODERATOR, lambda d, g: d.announcements.acknowledge(_told(d, g.other))),
    "take told back": (
        MODERATOR,
        lambda d, g: d.announcements.take_back(new(), _told(d).rulebook_id, [g.told]),
    ),
    "review": (
        MODERATOR,
        lambda d, g: d.upkeep.reviews.start(
            ReviewRequest(new(), "Again", (1,), by_hand=(g.told,)),
        ),
    ),
    "review pause": (MODERATOR, lambda d, _: d.upkeep.reviews.pause(new(), 1)),
    "review finish": (MODERATOR, lambda d, _: d.upkeep.reviews.finish(new(), 1, "Done")),
    "review look again": (MODERATOR, lambda d, _: d.upkeep.reviews.look_again(new(), 1)),
    "review note": (MODERATOR, lambda d, _: d.upkeep.reviews.note(new(), 1, "Ask the owner")),
    "review decide": (
        MODERATOR,
        lambda d, _: d.upkeep.review_decisions.decide(_chosen(ReviewChoice.KEEP, 1)),
    ),
    "review prepare": (MODERATOR, lambda d, _: d.upkeep.review_messages.record(_written(2))),
    "review send": (
        MODERATOR,
        lambda d, _: d.upkeep.review_messages.record(_written(2, MovableClock().text)),
    ),
    "review sent": (
        MODERATOR,
        lambda d, _: d.upkeep.review_messages.mark(new(), 1, [3], MovableClock().text),
    ),
    "review not sent": (MODERATOR, lambda d, _: d.upkeep.review_messages.mark(new(), 1, [3])),
    "follow-up": (MODERATOR, lambda d, g: d.follow_ups.done(new(), g.follow_up)),
    "link": (MODERATOR, lambda d, _: d.persons.link(new(), 1, 2, "One")),
    "unlink": (MODERATOR, lambda d, _: d.persons.unlink(new(), 3, "Two")),
    "keep apart": (MODERATOR, lambda d, _: d.persons.keep_apart(new(), 1, 2)),
    "block": (MODERATOR, lambda d, _: d.blocklist.block(new(), 2, "Insults")),
    "unblock": (ADMIN, lambda d, _: d.blocklist.lift(new(), 1, "Over")),
    "let in": (
        MODERATOR,
        lambda d, g: d.returns.decide(new(), g.member, ReturnChoice.LET_IN, "Sorry"),
    ),
    "look at evidence": (VIEWER, lambda d, _: d.custody.note(new(), Action.EVIDENCE_VIEW, 1)),
    "copy evidence": (VIEWER, lambda d, _: d.custody.note(new(), Action.EVIDENCE_COPY, 1)),
    "redact evidence": (
        MODERATOR,
        lambda d, _: d.redactions.save(RedactionRequest(new(), 1, (Box(Area(0, 0, 4, 4)),))),
    ),
    "save evidence": (VIEWER, lambda d, _: _save_evidence(d)),
    "print": (VIEWER, lambda d, _: d.reports.record(PAPER)),
    "backup": (VIEWER, lambda d, _: d.backups.make(new())),
}


# What no role is asked for: done before anybody is at the desk, or by the program itself.
_NOBODYS = {
    *(Action.WORKSPACE_CREATE, Action.WORKSPACE_MIGRATE, Action.WORKSPACE_RESTORE),
    *(Action.OPERATOR_SIGN_IN, Action.OPERATOR_REFUSED, Action.DENIED),
    *(Action.OPERATOR_RECOVER, Action.OPERATOR_RECOVER_SEEN),
    *(Action.WARNING_LAPSE, Action.REMOVAL_LAPSE),
}


class Asked(Ledger):
    """A ledger that notes which act a command asks for, and carries out none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.ledger.database, desk.operator, desk.clock)
        self.actions: set[Action] = set()

    def run(
        self,
        operation: UUID,
        action: Action,
        work: Callable[[Entry], None],
        turn: LongTurn | None = None,
    ) -> Receipt:
        self.actions.add(action)
        return Receipt(str(operation), 1, 1, frozenset())


def test_each_act_of_the_services_has_its_line_in_the_matrix(
    ground: Ground, tmp_path: Path
) -> None:
    desk = open_desk(copy_workspace(ground.folder, tmp_path / "w"), MovableClock())
    asked = Asked(desk)
    watched = Desk(desk.workspace, asked, desk.anchor_file)
    for _needed, call in COMMANDS.values():
        with suppress(GroupDeskError, KeyError):  # what it goes on with was not written
            call(watched, ground)
    desk.close()
    sources = Path(ledger.__file__).parent.rglob("*.py")
    used = {
        Action[name]
        for path in sources
        for name in re.findall(r"\bAction\.([A-Z_]+)\b", path.read_text(encoding="utf-8"))
    }
    assert used - asked.actions - _NOBODYS == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_asks_for_its_role(seat: Desk, ground: Ground, command: str) -> None:
    needed, call = COMMANDS[command]
    before = seat.audit.count()
    if ROLES.index(seat.operator.role) <= ROLES.index(needed):
        call(seat, ground)
        assert seat.audit.count() > before
        assert seat.audit.count(AuditFilter(action=Action.DENIED)) == 0
    else:
        groups = seat.groups.all(), seat.groups.archived()
        members = seat.members.counts(None)
        cases, todo = seat.cases.rows(), seat.todo.all()
        filters, templates = seat.filters.all(), seat.templates.all()
        operators = seat.operators.all()
        with pytest.raises(PermissionDeniedError) as caught:
            call(seat, ground)
        clear_error(caught.value)
        assert seat.audit.count() == before + 1
        assert seat.audit.count(AuditFilter(action=Action.DENIED)) == 1
        assert (seat.groups.all(), seat.groups.archived()) == groups
        assert seat.members.counts(None) == members
        assert (seat.cases.rows(), seat.todo.all()) == (cases, todo)
        assert (seat.filters.all(), seat.templates.all()) == (filters, templates)
        assert seat.operators.all() == operators
    assert seat.verifier.run().findings == ()
