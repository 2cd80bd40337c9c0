# SPDX-License-Identifier: MIT
"""The sample as a user meets it on the first day."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from groupdesk.app import build
from groupdesk.domain.act_records import AuditFilter, AuditRow
from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import AppealEntryKind, ApprovalNeed, NoticeState
from groupdesk.domain.due import Section, section_of
from groupdesk.domain.enums import Action, Language, OperatorRole, Severity, Term, WarningState
from groupdesk.domain.errors import StorageError
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.handover_records import HandoverFilter
from groupdesk.domain.leaving_enums import ExitChip, ExitState
from groupdesk.domain.pin import SAMPLE_PIN, matches
from groupdesk.domain.records import MemberFilter
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.review_enums import ReviewStage
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.services.desk import Desk
from groupdesk.services.opening import asks_for_pin
from groupdesk.services.sample import WRITTEN, make_sample
from groupdesk.services.sample.people import list_days, make_cast, snapshot_rows
from groupdesk.services.sample.stage import read

NOW = datetime(2026, 11, 21, 16, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("sample") / "sample"
    make_sample(folder, lambda: NOW, Language.EN)
    desk = build(folder, clock=lambda: NOW, anchor_folder=folder.parent)
    yield desk
    desk.close()


@pytest.fixture
def sample(made: Desk) -> Desk:
    """Return the sample, with the tables speaking to it whatever was opened meanwhile."""
    made.workspace.database.bind_tables()
    return made


def test_the_log_is_genuine(sample: Desk) -> None:
    verdict = sample.verifier.run()
    assert verdict.findings == ()
    assert verdict.entries > 300
    assert verdict.evidence > 50
    assert sample.workspace.record().sample


def test_four_groups_with_some_six_hundred_members(sample: Desk) -> None:
    groups = sample.groups.all()
    assert Counter(group.language for group in groups) == {Language.ZH: 2, Language.EN: 2}
    assert 540 <= sum(group.members for group in groups) <= 640
    assert all(group.rules_version >= 2 for group in groups)
    rows = sample.members.rows(list(sample.members.ids(MemberFilter())))
    assert any(not row.last_active for row in rows)
    assert any(row.is_bot for row in rows)
    details = [sample.members.detail(row.id) for row in rows[:300]]
    assert any(detail.also_in for detail in details)
    assert any(detail.fields.key_customer for detail in details)
    assert {detail.joined_how for detail in details} > {"invited", "link"}


def test_a_ladder_of_its_own_a_pardon_a_lift_and_lapses_can_be_seen(sample: Desk) -> None:
    versions = {g.name: sample.ladders.current(g.id).version for g in sample.groups.all()}
    assert sorted(versions.values()) == [0, 0, 0, 1]
    entries = [
        entry
        for row in sample.cases.rows()
        for entry in sample.timeline.of_case(row.number)
        if entry.kind == "warning"
    ]
    over = [entry for entry in entries if entry.reversed_at]
    assert {entry.pardoned for entry in over} == {True, False}
    assert {entry.ladder_version for entry in entries} == {None, 0, 1}
    assert sample.audit.count(AuditFilter(action=Action.WARNING_LAPSE)) > 20


def test_every_state_of_a_case_can_be_seen(sample: Desk) -> None:
    entries = [
        entry for row in sample.cases.rows() for entry in sample.timeline.of_case(row.number)
    ]
    messages = {entry.state for entry in entries if entry.kind == "warning"}
    assert messages == set(WarningState) - {WarningState.LAPSED}  # said by its date
    assert {"reminder", "warning", "final_warning"} == {e.step_kind for e in entries if e.step_kind}
    removals = [entry for entry in entries if entry.kind == "removal"]
    assert {entry.ground for entry in removals} > {"breach", "inactive", "compromised"}
    assert any(entry.steps_done == entry.steps for entry in removals)
    assert any(0 < entry.steps_done < entry.steps for entry in removals)
    assert any(entry.reversed_at for entry in removals)
    assert all(entry.evidence for entry in removals)
    lapsed = [entry for entry in entries if entry.until and entry.until < "2026-11-01"]
    assert lapsed
    assert {entry.operator for entry in entries} == {"Mei", "Arun", "林晓"}
    months = {entry.at[:7] for entry in entries}
    assert len(months) >= 12


def test_something_is_waiting_today(sample: Desk) -> None:
    kinds = {todo.kind for todo in sample.todo.all()} - {"lapse"}  # of whom depends on the day
    assert kinds == {
        *("confirm_sent", "not_delivered", "carry_out", "plan", "follow_up", "returned"),
        *("approve", "appeal", "rejoin", "term_over", "review", "rejoin_trial", "handover_taker"),
        *("exit_answer", "exit_stay", "exit_items", "exit_customers", "exit_check"),
    }
    assert 5 <= sample.todo.now() <= 10, "a handful, as on any day"
    sections = Counter(section_of(one, NOW.date(), 1) for one in sample.todo.lines())
    assert sections.keys() == set(Section)
    several = [
        entry
        for member in sample.members.ids(MemberFilter(None, "warned"))
        for entry in sample.timeline.of_member(member)
        if entry.more_rules
    ]
    assert several
    assert all(rule.code in entry.text for entry in several for rule in entry.more_rules)
    counts = sample.members.counts(None)
    assert counts["warned"] > 5
    assert counts["at_risk"] >= 2
    assert counts["waiting"] == 2


def test_talks_and_recognition_are_of_every_kind(sample: Desk) -> None:
    entries = [
        entry
        for member in sample.members.ids(MemberFilter(None, "all"))
        if sample.members.row(member).cases
        for entry in sample.timeline.of_member(member)
    ]
    talks = [entry for entry in entries if entry.kind == "talk"]
    assert {entry.state for entry in talks} == {"", *NotHeld}
    later = [entry.follow_up for entry in talks if entry.follow_up is not None]
    assert {one.kept for one in later} == {None, *Kept}
    assert any(not one.done_at for one in later)
    noted = [entry for entry in entries if entry.kind == "recognition"]
    assert {bool(entry.reversed_at) for entry in noted} == {True, False}
    assert {entry.state for entry in entries if entry.kind == "plan"} == {"planned"}


def test_messages_have_no_gaps(sample: Desk) -> None:
    texts = [
        text
        for row in sample.cases.rows()
        for entry in sample.timeline.of_case(row.number)
        for text in (entry.text, *(line for _, line in entry.lines))
    ]
    assert not [text for text in texts if "{" in text or "  " in text]


def test_a_minor_rule_promises_a_reminder_first(sample: Desk) -> None:
    books = [sample.rules.current(group.id) for group in sample.groups.all()]
    first = [rule for book in books if book for rule in book.rules if rule.code == "R1"]
    assert {rule.severity for rule in first} == {Severity.MINOR}
    for rule in first:
        assert "you receive a reminder" in rule.consequences["en"]
        assert "提醒" in rule.consequences["zh"]


def test_the_rules_in_force_were_told_and_some_answered(sample: Desk) -> None:
    for group in sample.groups.all():
        newest = sample.announcements.newest(group.id)
        assert newest is not None
        assert newest.told > newest.members * 0.8
        assert newest.told > newest.acknowledged > newest.told / 10


def test_removals_are_answered_by_somebody_else(sample: Desk) -> None:
    rows = sample.ledger.database.execute_sql("SELECT id, batch FROM removal").fetchall()
    removals = [sample.removals.get(ident) for ident, _batch in rows]
    asked = [removal for removal in removals if removal.asked]
    assert Counter(removal.state for removal in asked) == {
        RemovalState.WAITING: 1,
        RemovalState.DECLINED: 1,
        RemovalState.HOLDING: 1,
        RemovalState.LIFTED: 1,
    }
    assert all(removal.term is Term.FOR_GOOD for removal in asked)
    batches = Counter(batch for _ident, batch in rows if batch)
    assert list(batches.values()) == [2], "one person, two groups"
    kinds = Counter(sample.processes.of(group.id).approval for group in sample.groups.all())
    assert kinds == {ApprovalNeed.FOR_GOOD: 2, ApprovalNeed.NEVER: 2}


def test_objections_are_open_and_decided_by_a_third_person(sample: Desk) -> None:
    ids = sample.ledger.database.execute_sql("SELECT id FROM appeal").fetchall()
    appeals = {sample.appeals.get(ident).row.state: sample.appeals.get(ident) for (ident,) in ids}
    assert set(appeals) == {AppealState.OPEN, AppealState.LIFTED}
    still_open, lifted = appeals[AppealState.OPEN], appeals[AppealState.LIFTED]
    assert {entry.kind for entry in still_open.entries} == {
        *(AppealEntryKind.QUESTION, AppealEntryKind.ANSWER, AppealEntryKind.NOTE)
    }
    assert still_open.own_part is None, "Mei can decide it"
    assert lifted.decision is not None
    taken_part = {lifted.target.decided_by, lifted.target.approved_by}
    assert taken_part == {"林晓", "Arun"}
    assert lifted.decision.operator not in taken_part
    assert lifted.row.letter is NoticeState.SENT
    assert "{" not in lifted.decision.letter
    assert sample.rejoins.open()


def test_the_others_have_the_pin_that_the_sign_in_names(sample: Desk) -> None:
    assert not asks_for_pin(sample), "nobody is asked before they could read it"
    seats = sample.operators.all()
    assert [seat.name for seat in seats if seat.has_pin] == ["Arun", "林晓"]
    kept = sample.ledger.database.execute_sql("SELECT hash FROM operator_pin").fetchall()
    assert all(matches(SAMPLE_PIN, text) for (text,) in kept)


def test_a_redacted_copy_lies_beside_its_original(sample: Desk) -> None:
    ((original, copy),) = sample.ledger.database.execute_sql(
        "SELECT original_id, copy_id FROM redaction"
    ).fetchall()
    ((number, use),) = sample.ledger.database.execute_sql(
        "SELECT evidence_id, subject_kind FROM evidence_link WHERE evidence_id = ?", (original,)
    ).fetchall()
    assert (number, use) == (original, "removal")
    assert sample.redactions.newest([original])[original][0] == copy


def test_any_day_gives_the_same_year(sample: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    day = datetime(2028, 3, 1, 0, 5, tzinfo=UTC)  # a year with a 29 February just before
    make_sample(folder, lambda: day, Language.ZH, operator="Ana")
    again = build(folder, clock=lambda: day, anchor_folder=tmp_path)
    try:
        first = [_told(row, NOW) for row in sample.audit.rows(AuditFilter())]
        second = [_told(row, day) for row in again.audit.rows(AuditFilter())]
        assert second[1:] == first[: len(second) - 1]  # the newest one is Ana's arrival
        last = again.workspace.operators()[-1]
        assert (last.name, last.role) == ("Ana", OperatorRole.OWNER)
    finally:
        again.close()


def _told(row: AuditRow, now: datetime) -> tuple[Action, int, str]:
    subject = re.sub(r"\d{4}-\d\d-\d\d", "", row.subject)  # lists are called after their day
    return row.action, (now.date() - from_text(row.at).date()).days, subject


def test_a_folder_with_a_workspace_is_left_alone(sample: Desk) -> None:
    with pytest.raises(StorageError) as refused:
        make_sample(sample.workspace.folder, lambda: NOW, Language.EN)
    assert refused.value.code == "workspace_exists"


@pytest.mark.parametrize("seed", range(8))
def test_whoever_has_a_case_was_on_a_list_before_on_any_day(seed: int) -> None:
    """Each day draws other people; a case with somebody nobody listed yet ended the sample."""
    rng = random.Random(seed)
    written = [case for name in WRITTEN for case in read(name)["case"]]
    for group in read("groups")["group"]:
        named = {
            case["member"]: max(float(act["ago"]) for act in case["act"])
            for case in written
            if case["group"] == group["key"]
        }
        cast = make_cast(group, read("people"), named, rng)
        for name, begins in named.items():
            assert cast.members[name].joined > cast.listed(begins) > begins
        known = {
            day: {row.name for row in snapshot_rows(cast, NOW, day) if not row.deactivated}
            for day in list_days(cast.first_list)
        }
        for ago in range(3, int(group["founded"]) - 14):
            assert cast.listed(ago) > ago
            assert known[cast.listed(ago)] >= set(cast.present(ago)), ago


def test_one_person_is_linked_one_may_be_there_twice_one_is_blocked(sample: Desk) -> None:
    (linked,) = sample.persons.linked()
    assert {entry.name for entry in linked.entries} == {"顾若溪", "Ruoxi Gu"}
    assert len({stay.group_id for stay in linked.stays}) == 2
    pairs = sample.duplicates.report().pairs
    assert {pairs[0].first.name, pairs[0].second.name} == {"贺晨曦", "He Chenxi"}
    (blocked,) = sample.blocklist.rows()
    assert blocked.case_number
    (alert,) = sample.returns.alerts()
    assert (alert.name, alert.earlier_name) == ("凯哥优选", "周凯")
    assert alert.group_name != "极光客户交流群"


def test_members_leave_come_back_and_work_is_handed_over(sample: Desk) -> None:
    exits = sample.leaving.exit_list
    rows = exits.rows(ExitFilter())
    assert {row.state for row in rows} == {
        *(ExitState.OPEN, ExitState.STAYING, ExitState.LEFT, ExitState.WITHDRAWN)
    }
    assert {row.chip for row in rows} >= {ExitChip.AFTER, ExitChip.OVER}
    assert len({row.reason for row in rows}) >= 5
    letters = [entry.letter for row in rows for entry in sample.leaving.exits.get(row.id).entries]
    assert any(letters)
    assert not any("{" in text for text in letters), "nothing is left to fill in"
    back = [stay for row in rows for stay in _stays(sample, row.person_id, row.group_id)]
    assert {"left", "active"} <= set(back)
    (book,) = sample.leaving.handovers.rows(HandoverFilter())
    assert (book.giver_signed, book.taker_signed) == (True, False)
    assert sample.leaving.handovers.get(book.id).changes == ()


def _stays(sample: Desk, person: int, group: int) -> list[str]:
    found = sample.ledger.database.execute_sql(
        "SELECT state FROM membership WHERE person_id = ? AND group_id = ?", (person, group)
    ).fetchall()
    return [state for (state,) in found] if len(found) > 1 else []


def test_a_group_is_being_reviewed_and_says_why_it_is_there(sample: Desk) -> None:
    (review,) = sample.upkeep.review_list.all()
    stages = review.progress.stages
    assert stages[ReviewStage.KEPT] == 2
    assert stages[ReviewStage.TO_DECIDE] > 0
    assert stages[ReviewStage.WAITING] > 0
    uses = sample.upkeep.clean_up.look().groups
    assert all(use.why is not None for use in uses)


def test_saved_filters_find_somebody(sample: Desk) -> None:
    saved = sample.filters.all()
    assert len(saved) == 4
    assert all(sample.members.count(one.which) for one in saved)
    assert len({one.which.group_id for one in saved}) == 3, "two are of one group each"


def test_templates_were_written_and_used(sample: Desk) -> None:
    own = [one for one in sample.templates.all() if one.origin is TemplateOrigin.OWN]
    assert {one.language for one in own} == set(Language)
    assert {bool(one.group_id) for one in own} == {True, False}
    used = sample.templates.usage()
    assert used.keys() <= {one.id for one in sample.templates.all()}
    assert sum(used.values()) > 10


def test_members_left_in_each_way_and_one_list_was_undone(sample: Desk) -> None:
    entries = sample.ledger.database.execute_sql(
        "SELECT d.how, m.state, g.name, d.case_id FROM departure d JOIN membership m"
        " ON m.id = d.membership_id JOIN customer_group g ON g.id = m.group_id"
    ).fetchall()
    assert {how for how, *_ in entries} == {"own_wish", "removed", "unknown"}
    own = {group for how, _, group, _ in entries if how == "own_wish"}
    assert own == {"极光客户交流群", "Aurora customers", "华东经销商群"}
    removed = [(state, bool(case)) for how, state, _, case in entries if how == "removed"]
    assert removed == [("removed", True)]
    groups = {group.name: group.id for group in sample.groups.all()}
    lists = sample.lists.of_group(groups["Aurora beta testers"])
    undone = [one for one in lists if one.undone_at]
    assert [one.file_name for one in undone] == ["aurora-customers-new.csv"]


def test_operators_work_on_cases_together(sample: Desk) -> None:
    rows = {row.number: row for row in sample.cases.rows()}
    entries = {number: sample.case_entries.of_case(number) for number in rows}
    kinds = {entry.kind.value for found in entries.values() for entry in found}
    assert kinds >= {
        *("note", "claimed", "handed_over", "related", "opened", "corrected"),
        *("closed", "reopened"),
    }
    assert {row.owner for row in rows.values()} >= {"Mei", "Arun", ""}
    speakers = {
        entry.operator for found in entries.values() for entry in found if entry.kind == "note"
    }
    assert speakers == {"Mei", "Arun", "林晓"}
    reopened = [n for n, found in entries.items() if any(e.kind == "reopened" for e in found)]
    assert any(rows[number].state == "open" for number in reopened)


LEAVING = (
    *("exit_request", "exit_entry", "exit_told", "rejoin_request", "rejoin_entry"),
    *("handover", "handover_entry", "review", "review_group", "review_row"),
    *("review_decision", "review_entry", "group_note"),
)
EDITS = {"review_group": "group_id = group_id + 1", "review_row": "facts = facts || ' '"}


def test_an_edit_of_any_record_of_leaving_and_of_reviews_is_found(sample: Desk) -> None:
    database = sample.workspace.database
    execute = database.execute_sql
    with database.atomic() as edits:
        execute("PRAGMA defer_foreign_keys = 1")
        for table in LEAVING:
            ((trigger, sql),) = execute(
                "SELECT name, sql FROM sqlite_master WHERE name = ?", (f"{table}_no_update",)
            )
            execute(f"DROP TRIGGER {trigger}")
            edit = EDITS.get(table, "operator_id = operator_id + 1")
            execute(f"UPDATE {table} SET {edit} WHERE id = 1")
            execute(sql)
        found = sample.verifier.run().findings
        edits.rollback()
    assert {one.subject for one in found if one.code == "row_changed"} == {
        f"{table}:1" for table in LEAVING
    }
    assert sample.verifier.run().findings == ()
