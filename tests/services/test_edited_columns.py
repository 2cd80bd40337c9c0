# SPDX-License-Identifier: MIT
"""Nonsense in each column of the database: whoever reads it gets an error with words, no bug."""

import re
import sqlite3
import uuid
from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import cast

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse, Incident
from groupdesk.domain.appeal_records import Answer, AppealFilter
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.case_records import CaseFilter, CaseRequest
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import (
    Channel,
    Language,
    Severity,
    SubjectKind,
    TemplateKind,
    Term,
    Tone,
)
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.handover_records import HandoverFilter
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.member_bulk import BulkChange
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.domain.rejoin_records import RejoinFilter
from groupdesk.domain.review_records import ReviewRequest
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.domain.told_records import TellRequest
from groupdesk.models.schema import build
from groupdesk.models.tables import TABLES
from groupdesk.services.case_query import SORTS
from groupdesk.services.desk import Desk
from groupdesk.services.exit_due import due_from_exits
from groupdesk.services.imports.history import LIST_KINDS
from groupdesk.services.reports.gather_audit import group_audit_content
from groupdesk.services.reports.gather_case import case_file_content
from groupdesk.services.standings import refresh_due
from tests.helpers import (
    MovableClock,
    clear_error,
    make_desk,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)
from tests.services.appeal_cases import decision, objected, objection, removed, said
from tests.services.exit_cases import all_of_leaving
from tests.services.exit_cases import asked as asked_to_leave
from tests.services.handover_cases import all_of_handing_over
from tests.services.imports.rows import listed, row
from tests.services.rejoin_cases import all_of_coming_back
from tests.services.two_operators import asked as asked_for
from tests.services.two_operators import seat_of

GROUP = MEMBER = CASE = REMOVAL = 1
DEPARTED = 3  # B of the second list
STARTS = dict.fromkeys(Severity, 1)
NO_TEXT, NO_MOMENT, NO_JSON = (
    ("nonsense", ""),
    ("2026-13-45T99:00:00.000Z", "9999-12-31T23:59:59.000Z"),
    ("[1]",),
)
NONSENSE: dict[str, tuple[object, ...]] = {
    "TEXT": (*NO_TEXT, *NO_MOMENT, *NO_JSON),
    "INTEGER": (-1, 2**62),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A workspace in which everything was done once; its guarding triggers are dropped."""
    clock = MovableClock()
    desk = make_desk(tmp_path_factory.mktemp("full"), clock)
    group = make_group(desk)
    member = desk.members.add(
        uuid.uuid4(), group, MemberFields("Li Wei", external_id="u1", tags=("vip",), note="n")
    ).subject_id
    rule, shot = rule_id(desk, group), screenshot(desk)
    lifted = warning(desk, member, rule, sent_at=clock.text)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "Not so")
    uses = (EvidenceUse(shot.id, "The offer"),)
    answered = warning(desk, member, rule, sent_at=clock.text, evidence=uses)
    desk.warnings.acknowledge(uuid.uuid4(), answered, "Sorry")
    shorter = DEFAULT_LADDER._replace(steps=DEFAULT_LADDER.steps[1:], starts=STARTS)
    desk.ladders.publish(uuid.uuid4(), group, shorter)
    pardoned = warning(desk, member, rule, 1, sent_at=clock.text)
    desk.reversals.pardon(uuid.uuid4(), pardoned, "He apologised")
    warning(desk, member, rule)
    talk(
        desk, member, follow_up_on="2026-07-01", took_part="A colleague", not_held=NotHeld.DECLINED
    )
    plan = PlanRequest(uuid.uuid4(), member, "2026-06-20", "15:00", problem="Offers")
    desk.talk_plans.plan(plan)
    desk.recognition.record(uuid.uuid4(), member, "Helped newcomers")
    book = desk.rules.current(group)
    assert book is not None
    told = TellRequest(uuid.uuid4(), book.id, (member,), clock.text, Channel.GROUP)
    desk.announcements.tell(told)
    words = TemplateFields(TemplateKind.REMINDER, Language.EN, Tone.FRIENDLY, "Ours", "Dear all")
    desk.templates.save(uuid.uuid4(), words)
    incident = Incident(clock.text, NoticedHow.MEMBER, "Buy now")
    decided = desk.removals.decide(
        removal(desk, member, rule, incident=incident, already_removed_at=clock.text)
    )
    desk.carrying_out.tick(
        uuid.uuid4(), desk.removals.get(decided.subject_id).steps[-1], text="with the notice"
    )
    person = desk.members.row(member).person_id
    again = desk.members.add(uuid.uuid4(), group, MemberFields("Wei", external_id="u2")).subject_id
    desk.persons.link(uuid.uuid4(), desk.members.row(again).person_id, person, "One")
    desk.blocklist.block(uuid.uuid4(), person, "Fraud", CASE)
    desk.case_acts.claim(uuid.uuid4(), CASE)
    desk.case_acts.note(uuid.uuid4(), CASE, "Ask him first")
    now = {"quoted_text": "Buy now!"}
    desk.case_acts.correct(uuid.uuid4(), CASE, {"quoted_text": "Buy now"}, now, "Word for word")
    other = CaseRequest(uuid.uuid4(), member, None, "Something else", evidence=uses)
    desk.case_acts.relate(uuid.uuid4(), desk.case_acts.open(other).subject_id, CASE, "Same day")
    desk.cases.close(uuid.uuid4(), CASE, "Removed")
    desk.drafts.save("warning", {"message": "Hello"}, membership_id=member, evidence=uses)
    desk.filters.save(uuid.uuid4(), "Found", MemberFilter(text="li"))
    for rows in ([row(7, "A"), row(8, "B")], [row(7, "A", phone="1")], [row(7, "A"), row(9, "C")]):
        found = desk.imports.preview(listed(*rows), group)
        last = desk.imports.apply(uuid.uuid4(), found, Take(compare=True)).subject_id
    desk.import_undo.undo(uuid.uuid4(), last, "The wrong list")
    dispute(desk, clock, shot.id)
    all_of_leaving(desk, make_group(desk, "Parting", rules=False))
    all_of_handing_over(desk, make_group(desk, "Handed over"))
    all_of_coming_back(desk, make_group(desk, "Coming back", rules=False))
    parting = desk.leaving.exit_list.rows(ExitFilter())[0].group_id
    asked_to_leave(desk, make_member(desk, parting, "Wants to leave, too"))
    quiet = make_member(desk, parting, "Quiet")
    desk.upkeep.reviews.start(ReviewRequest(uuid.uuid4(), "Quiet", (parting,), by_hand=(quiet,)))
    connection = desk.workspace.database.connection()
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA foreign_keys = 0")
    for table in TABLES:  # what nothing above writes gets a row of its own
        name = table._meta.table_name
        if connection.execute(f'SELECT 1 FROM "{name}"').fetchone() is None:
            columns_of = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            values = {"TEXT": clock.text, "BLOB": b""}
            made = [
                "0" * 64 if column.endswith("sha256") else values.get(kind, 1)
                for _, column, kind, *_ in columns_of
            ]
            connection.execute(f'INSERT INTO "{name}" VALUES ({",".join("?" * len(made))})', made)
    yield desk
    desk.close()


def dispute(desk: Desk, clock: MovableClock, shot: int) -> None:
    """Let two operators do all that belongs to removals which are asked for and objected to."""
    other = seat_of(desk)
    desk.operators.link_me(uuid.uuid4(), desk.members.row(make_member(desk, GROUP)).person_id)
    redacted = RedactionRequest(uuid.uuid4(), shot, (Box(Area(0, 0, 4, 8)),), note="His number")
    desk.redactions.save(redacted)
    desk.evidence_texts.store([MachineText(shot, "Buy now", "An engine 1", read_at=clock.text)])
    approved = asked_for(desk, "Zhao", term=Term.UNTIL, until="2027-06-01")
    declined, _waiting = asked_for(desk, "Sun"), asked_for(desk, "Wu")
    other.approvals.approve(uuid.uuid4(), [approved], "Agreed")
    other.approvals.decline(uuid.uuid4(), [declined], "Too soon")
    sent = (NoticeState.SENT, clock.text, Channel.PRIVATE)
    desk.notices.record(uuid.uuid4(), SubjectKind.REMOVAL, approved, *sent, "By hand")
    appeal = objected(desk, approved, answers=(Answer("Why?", "My nephew"),))
    desk.appeals.add(said(desk, appeal, AppealEntryKind.QUESTION))
    shorter = decision(
        appeal, AppealOutcome.REDUCED, term=Term.UNTIL, until="2026-12-01", override_reason="Both"
    )
    desk.appeals.decide(shorter)
    desk.notices.record(uuid.uuid4(), SubjectKind.APPEAL, appeal, *sent)
    late = replace(objection(desk, approved), again_reason="New facts")
    withdrawn = said(desk, desk.appeals.record(late).subject_id, AppealEntryKind.WITHDRAWN)
    desk.appeals.add(withdrawn)
    other.appeals.decide(decision(objected(desk, REMOVAL), AppealOutcome.KEPT))
    gone = removed(desk, carried_out=True)
    other.approvals.approve(uuid.uuid4(), [gone])
    back = objected(desk, gone)
    other.appeals.decide(decision(back, AppealOutcome.LIFTED, override_reason="Both"))


def readings(desk: Desk) -> dict[str, Callable[[], object]]:
    """Return everything that the window and the reports read."""
    request = removal(desk, MEMBER, None, evidence=(EvidenceUse(1),))
    day = desk.clock().date()
    return {
        "workspace": lambda: (desk.workspace.operators(), desk.workspace.record()),
        "branch": desk.ledger.branch,
        "groups": desk.groups.all,
        "archived groups": desk.groups.archived,
        "figures": lambda: desk.groups.figures(GROUP),
        "members": lambda: [
            desk.members.rows(desk.members.ids(MemberFilter(GROUP, chip, text)))
            for chip in ("all", "warned", "inactive", "former")
            for text in ("", "li")
        ],
        "counts": lambda: desk.members.counts(GROUP),
        "more": lambda: list(desk.members.more([MEMBER]).values()),
        "found": lambda: desk.members.ids(MemberFilter(GROUP, text="li"), "rank"),
        "bulk": lambda: desk.bulk.preview([MEMBER], BulkChange(add_tags=("VIP",))),
        "filters": desk.filters.all,
        "templates": lambda: (desk.templates.all(), desk.templates.usage()),
        "member": lambda: desk.members.detail(MEMBER),
        "standing": lambda: desk.members.standing(MEMBER),
        "ladders": lambda: (
            desk.ladders.versions(GROUP),
            desk.ladders.impact(GROUP, DEFAULT_LADDER),
        ),
        "standings": lambda: refresh_due(desk.workspace.database, desk.clock()),
        "timeline": lambda: desk.timeline.of_member(MEMBER),
        "departed": lambda: (desk.timeline.of_member(DEPARTED), desk.departures.get(1)),
        "lists": lambda: (desk.lists.of_group(GROUP), desk.lists.sizes(GROUP)),
        "list lines": lambda: [
            desk.lists.lines(snapshot, kind) for snapshot in (1, 2) for kind in LIST_KINDS
        ],
        "undo": lambda: desk.import_undo.blocked_by(2),
        "compared": lambda: desk.imports.lines(
            desk.imports.preview(listed(row(9, "C")), GROUP), LineKind.LEFT
        ),
        "cases": lambda: (desk.cases.rows(), desk.cases.counts(None), desk.cases.counts(GROUP)),
        "case": lambda: (desk.cases.get(CASE), desk.cases.facts(CASE)),
        "case list": lambda: [
            (desk.cases.of_numbers(desk.cases.ids(which, sort)), desk.cases.chip_counts(which))
            for which in (CaseFilter(), CaseFilter(GROUP, waiting=True, evidence=True, text="li"))
            for sort in SORTS
        ],
        "case work": lambda: [
            (desk.timeline.of_case(case), desk.case_relations.of_case(case))
            for case in (CASE, CASE + 1)
        ],
        "case owners": lambda: (desk.case_acts.operators(), desk.cases.nobodys()),
        "rules": lambda: desk.rules.versions(GROUP),
        "removal": lambda: desk.removals.get(1),
        "fair": lambda: desk.removals.fair_process(request),
        "evidence": lambda: desk.evidence.earlier(MEMBER),
        "pictures": lambda: (
            desk.redactions.of(1),
            desk.redactions.newest([1]),
            desk.evidence_texts.of(1),
            desk.evidence_texts.state(),
        ),
        "process": lambda: desk.processes.of(GROUP),
        "seats": lambda: (desk.operators.all(), desk.operators.me()),
        "approvals": desk.approvals.waiting,
        "removals": lambda: [desk.removals.get(ident) for ident in (2, 3, 4, 5)],
        "notices": lambda: desk.notices.of(SubjectKind.REMOVAL, 2),
        "appeals": lambda: (
            desk.appeal_list.rows(AppealFilter()),
            desk.appeal_list.counts(AppealFilter(GROUP)),
            [desk.appeals.get(ident) for ident in (1, 2, 3, 4)],
            desk.appeals.target(SubjectKind.REMOVAL, 2),
        ),
        "rejoins": desk.rejoins.open,
        "leaving": lambda: (
            [desk.leaving.exits.get(ident) for ident in (1, 2)],
            desk.leaving.exit_list.rows(ExitFilter(text="li")),
            desk.leaving.exits.choices(desk.leaving.exits.get(2).row.membership_id),
        ),
        "handovers": lambda: (
            [desk.leaving.handovers.get(ident) for ident in (1, 2)],
            desk.leaving.handovers.rows(HandoverFilter(text="zhao")),
            desk.leaving.handovers.of_exit(1),
        ),
        "coming back": lambda: (
            desk.leaving.rejoin_requests.get(1),
            desk.leaving.rejoin_list.rows(RejoinFilter(text="came")),
        ),
        "due to leave": lambda: due_from_exits(desk.ledger),
        "ways to leave": lambda: desk.leaving.ways.of(desk.leaving.exits.get(1).row.group_id),
        "draft": lambda: desk.drafts.load("warning", membership_id=MEMBER),
        "todo": desk.todo.all,
        "talks": lambda: (
            desk.talk_plans.of_member(MEMBER),
            desk.follow_ups.agreements(MEMBER),
            desk.recognition.of_member(MEMBER),
        ),
        "audit": lambda: desk.audit.rows(AuditFilter()),
        "audit count": desk.audit.count,
        "tallies": lambda: desk.tallies.lately(30),
        "audit operators": desk.audit.operators,
        "audit detail": lambda: [desk.audit.detail(seq) for seq in (1, 4, 8)],
        "mappings": desk.imports.remembered,
        "case file": lambda: case_file_content(desk.ledger, desk.evidence, CASE, Language.EN),
        "group audit": lambda: group_audit_content(
            desk.ledger, GROUP, day.replace(day=1), day, Language.ZH
        ),
        "person": lambda: (desk.persons.get(1), desk.persons.linked(), desk.persons.find("li")),
        "person's acts": lambda: (desk.timeline.of_person(1), desk.cases.rows(person_id=1)),
        "blocklist": lambda: (desk.blocklist.rows(), desk.blocklist.rows("li", lifted=True)),
        "returns": desk.returns.alerts,
        "join check": lambda: desk.joins.check(GROUP, MemberFields("Li Wei", external_id="u1")),
        "duplicates": desk.duplicates.report,
        "verify": desk.verifier.run,
    }


_MOMENTS = {
    *("at", "state_at", "reversed_at", "joined_at", "ended_at", "standing_until", "last_active"),
    *("opened_at", "closed_at", "last_act", "published_at", "rules_published_at", "done_at"),
    *("decided_at", "already_removed_at", "saved_at", "added_at", "taken_at", "since"),
    *(
        "planned_at",
        "recorded_at",
        "archived_at",
        "happened_at",
        "created_at",
        "undone_at",
        "changed_at",
    ),
}


_NOTHING_INSIDE = (str, int, float, bytes, Enum, type(None))


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Return what the parts of a record are called; empty for what is none."""
    if isinstance(kind, type) and is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return tuple(getattr(kind, "_fields", ()))


def look_at(value: object) -> None:
    """Do with a record what the window does with it: read its times and days."""
    if isinstance(value, _NOTHING_INSIDE):
        return
    names = _names(cast("Hashable", type(value)))
    if not names:
        if isinstance(value, (list, tuple)):
            for item in value:
                look_at(item)
        return
    for name in names:
        item = getattr(value, name)
        if name in _MOMENTS and isinstance(item, str) and item:
            from_text(item).astimezone(MovableClock().now.tzinfo)
        if name == "due_on" and item:
            date.fromisoformat(str(item))
        look_at(item)
    if isinstance(kind := getattr(value, "kind", None), str) and hasattr(value, "until"):
        until = str(getattr(value, "until"))  # noqa: B009  # records of several kinds come here
        if until:
            (from_text if kind == "warning" else date.fromisoformat)(until)


def columns() -> Iterator[tuple[str, str, str, bool]]:
    """Yield table, column, type and whether it may be NULL, for all that is no key or blob."""
    connection = sqlite3.connect(":memory:")
    build(connection)
    for table in TABLES:
        name = table._meta.table_name
        for _, column, kind, required, _, key in connection.execute(f"PRAGMA table_info({name})"):
            if kind in NONSENSE and not key:
                yield name, column, kind, not required
    connection.close()


@pytest.fixture(scope="module")
def asked(full: Desk) -> dict[str, set[tuple[str, str]]]:
    """Return which columns each reading asks for: what never asks for one cannot notice it."""
    connection = full.workspace.database.connection()
    found: dict[str, set[tuple[str, str]]] = {}
    for name, read in readings(full).items():
        found[name] = set()
        # SQLite tells it of each statement, views and triggers included; those that it knows
        # already are prepared, and told of, again
        connection.set_authorizer(partial(_note, found[name]))
        with full.workspace.database.atomic() as edit:
            look_at(read())
            edit.rollback()
    connection.set_authorizer(None)
    assert all(found.values())
    return found


def _note(
    found: set[tuple[str, str]], act: int, table: str | None, column: str | None, *_rest: object
) -> int:
    if act in {sqlite3.SQLITE_READ, sqlite3.SQLITE_UPDATE}:
        found.add((table or "", column or ""))
    elif act == sqlite3.SQLITE_INSERT:  # may meet what lies there in any column
        found.add((table or "", "*"))
    return sqlite3.SQLITE_OK


def nonsense(desk: Desk, table: str, column: str, kind: str) -> tuple[object, ...]:
    """Return what makes no sense in a column: a name or code is no moment, whatever it says."""
    found = desk.workspace.database.execute_sql(
        f"""SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" > ''"""
    ).fetchall()
    if kind != "TEXT" or not found:
        return NONSENSE[kind]
    moments = any(re.match(r"\d{4}-\d\d-\d\d", text) for (text,) in found)
    json = any(text.startswith(("[", "{")) for (text,) in found)
    return (*NO_TEXT, *(NO_MOMENT if moments else ()), *(NO_JSON if json else ()))


@pytest.mark.parametrize("table", dict.fromkeys(table for table, *_ in columns()))
def test_nonsense_in_a_column_is_told_in_words(
    full: Desk, asked: dict[str, set[tuple[str, str]]], table: str
) -> None:
    connection = full.workspace.database.connection()
    tried, bugs = 0, []
    for _, column, kind, nullable in (one for one in columns() if one[0] == table):
        noticing = {(table, column), (table, "*")}
        reads = {name: read for name, read in readings(full).items() if asked[name] & noticing}
        for value in (*nonsense(full, table, column, kind), *((None,) if nullable else ())):
            with full.workspace.database.atomic() as edit:
                # where each row must have a value of its own, one row is changed
                connection.execute(
                    f'UPDATE OR IGNORE "{table}" SET "{column}" = ?1 WHERE "{column}" IS NOT ?1',
                    (value,),
                )
                changed = connection.execute("SELECT changes()").fetchone()[0]
                tried += changed
                for name, read in reads.items() if changed else ():
                    try:
                        look_at(read())
                    except GroupDeskError as error:
                        clear_error(error)
                    except Exception as error:  # noqa: BLE001  # what may not come out
                        bugs.append(f"{column} = {value!r}, {name}: {error!r}")
                edit.rollback()
    assert tried, f"put a row of {table} into the workspace of `full`"
    assert bugs == []


def test_everything_can_be_read_as_long_as_nothing_was_edited(full: Desk) -> None:
    for read in readings(full).values():
        look_at(read())
