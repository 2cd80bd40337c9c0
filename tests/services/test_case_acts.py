# SPDX-License-Identifier: MIT
"""Operators work on cases together: opened by hand, looked after, spoken about, corrected."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_enums import CaseEntryKind, CaseState, NoticedHow
from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.enums import OperatorRole, SubjectKind
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import add_operator
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)

new = uuid.uuid4


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


@pytest.fixture
def arun(desk: Desk) -> Desk:
    """The same workspace as a second operator works in it."""
    add_operator(desk.ledger, new(), "Arun", OperatorRole.MODERATOR)
    return compose(desk.workspace, desk.workspace.operators()[-1], desk.clock, desk.anchor_file)


def opened(desk: Desk, member: int, code: str = "R1", **values: object) -> int:
    rule = rule_id(desk, 1, code) if code else None
    request = CaseRequest(new(), member, rule, "He sends offers to everybody.")
    return desk.case_acts.open(replace(request, **values)).subject_id  # type: ignore[arg-type]


def kinds(desk: Desk, number: int) -> list[str]:
    return [entry.kind.value for entry in desk.case_entries.of_case(number)]


# ---- opening


def test_a_case_opened_by_hand_keeps_all_that_was_said(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    incident = Incident(clock.ago(hours=2), NoticedHow.MEMBER, "Half price, only today")
    use = EvidenceUse(screenshot(desk).id, "The offer")
    number = opened(desk, member, incident=incident, evidence=(use,))
    facts = desk.cases.facts(number)
    assert facts.incident == incident
    assert (facts.description, facts.opened_by, facts.by_hand) == (
        "He sends offers to everybody.",
        "Mei",
        True,
    )
    row = desk.cases.get(number)
    assert (row.rule_code, row.state, row.evidence, row.acts) == ("R1", CaseState.OPEN, 1, 0)
    (entry,) = desk.timeline.of_member(member)
    assert (entry.kind, entry.state, entry.text) == ("case_entry", "opened", facts.description)
    assert [picture.caption for picture in entry.evidence] == ["The offer"]
    assert desk.evidence.earlier(member)[0].id == use.evidence_id
    assert desk.members.row(member).cases == 1
    assert desk.verifier.run().findings == ()


def test_a_case_needs_words_and_a_moment_that_has_passed(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    for field, code, values in (
        ("description", "description_missing", {"description": " \n"}),
        ("happened_at", "time_in_future", {"incident": Incident(clock.ago(hours=-1))}),
        ("evidence", "evidence_file_missing", {"evidence": (EvidenceUse(99),)}),
    ):
        with pytest.raises(ValidationError, match=code) as caught:
            opened(desk, member, **values)
        assert caught.value.field == field
        clear_error(caught.value)
    other = make_group(desk, "Borealis")
    with pytest.raises(RefusedError, match="rule_of_other_group"):
        opened(desk, member, rule_id=rule_id(desk, other))
    assert desk.cases.rows() == ()


def test_a_member_has_one_open_case_for_a_rule(desk: Desk, member: int) -> None:
    first = opened(desk, member)
    with pytest.raises(StateChangedError, match="case_open_already") as caught:
        opened(desk, member)
    assert f"case {first}" in clear_error(caught.value)
    said = [desk.case_acts.open_about(member, rule_id(desk, 1, code)) for code in ("R1", "R2")]
    assert said == [first, 0]
    assert opened(desk, member, "") != opened(desk, member, ""), "without a rule each is its own"
    desk.cases.close(new(), first, "Settled.")
    assert opened(desk, member) > first


@pytest.mark.parametrize("path", ["warning", "talk", "talk without a rule", "removal"])
def test_each_composer_joins_the_case_opened_by_hand(
    desk: Desk, clock: MovableClock, member: int, path: str
) -> None:
    number = opened(desk, member)
    _act(desk, clock, member, path)
    assert [(row.number, row.acts) for row in desk.cases.rows()] == [(number, 1)]
    assert desk.cases.facts(number).description, "what was said first stays"


@pytest.mark.parametrize("path", ["warning", "talk", "talk without a rule", "removal"])
def test_each_composer_opens_a_case_by_itself(
    desk: Desk, clock: MovableClock, member: int, path: str
) -> None:
    _act(desk, clock, member, path)
    (row,) = desk.cases.rows()
    assert (row.acts, desk.cases.facts(row.number).by_hand) == (1, False)


@pytest.mark.parametrize("path", ["warning", "talk", "removal"])
def test_a_case_that_is_open_again_takes_further_acts(
    desk: Desk, clock: MovableClock, member: int, path: str
) -> None:
    number = opened(desk, member)
    desk.cases.close(new(), number, "Settled.")
    desk.cases.reopen(new(), number, "He goes on.")
    _act(desk, clock, member, path)
    assert [(row.number, row.acts) for row in desk.cases.rows()] == [(number, 1)]


@pytest.mark.parametrize("path", ["warning", "talk", "removal"])
def test_each_entry_of_a_person_has_cases_of_its_own_beside_the_others(
    desk: Desk, clock: MovableClock, member: int, path: str
) -> None:
    second = make_member(desk, 1, "Li Wei (2)")
    desk.persons.link(new(), 2, 1, "Same phone")
    number = opened(desk, member)
    _act(desk, clock, second, path)
    beside = next(row.number for row in desk.cases.rows() if row.number != number)
    assert [one.row.number for one in desk.case_relations.of_case(number)] == [beside]
    assert len(desk.timeline.of_member(member)) == 2, "one person, one timeline"
    desk.persons.unlink(new(), 2, "Two people after all")
    assert desk.cases.rows(person_id=1)[0].number == number
    assert [e.kind for e in desk.timeline.of_member(member)] == ["case_entry"]
    assert desk.cases.rows(person_id=2)[0].acts == 1


def _act(desk: Desk, clock: MovableClock, member: int, path: str) -> None:
    rule = rule_id(desk, 1)
    if path == "warning":
        warning(desk, member, rule, sent_at=clock.text)
    elif path == "removal":
        desk.removals.decide(removal(desk, member, rule))
    else:
        talk(desk, member, rule_id=None if "without" in path else rule)


# ---- who looks after it


def test_a_case_is_claimed_handed_over_and_given_back(desk: Desk, member: int, arun: Desk) -> None:
    number = opened(desk, member)
    desk.case_acts.claim(new(), number)
    assert desk.cases.get(number).owner == "Mei"
    him, me = (one.id for one in desk.case_acts.operators())  # by name
    desk.case_acts.hand_over(new(), number, him, "I am away next week.", from_=me)
    assert arun.cases.get(number).owner == "Arun"
    arun.case_acts.release(new(), number, "", from_=him)
    assert desk.cases.get(number).owner_id == 0
    entries = desk.case_entries.of_case(number)
    assert [(e.kind.value, e.operator, e.owner, e.text) for e in entries[1:]] == [
        ("claimed", "Mei", "Mei", ""),
        ("handed_over", "Mei", "Arun", "I am away next week."),
        ("released", "Arun", "", ""),
    ]
    assert desk.verifier.run().findings == ()


def test_two_operators_who_claim_at_once_are_told_apart(
    desk: Desk, member: int, arun: Desk
) -> None:
    number = opened(desk, member)
    arun.case_acts.claim(new(), number)
    with pytest.raises(StateChangedError, match="case_taken") as taken:
        desk.case_acts.claim(new(), number)
    assert "Arun" in clear_error(taken.value)
    with pytest.raises(StateChangedError, match="case_owner_changed") as changed:
        desk.case_acts.hand_over(new(), number, 1, "I take it over.", from_=0)
    clear_error(changed.value)
    with pytest.raises(StateChangedError, match="case_owner_changed"):
        desk.case_acts.release(new(), number, "", from_=1)
    assert desk.cases.get(number).owner == "Arun"
    assert kinds(desk, number) == ["opened", "claimed"]


def test_a_case_is_handed_over_with_a_note_to_whoever_can_work_on_it(
    desk: Desk, member: int
) -> None:
    number = opened(desk, member)
    viewer = add_operator(desk.ledger, new(), "Vera", OperatorRole.VIEWER).subject_id
    assert viewer not in {one.id for one in desk.case_acts.operators()}
    for field, code, to, note in (
        ("note", "note_missing", 1, " "),
        ("owner", "owner_unsuitable", viewer, "Yours now"),
        ("owner", "owner_unsuitable", 99, "Yours now"),
    ):
        with pytest.raises(ValidationError, match=code) as caught:
            desk.case_acts.hand_over(new(), number, to, note, from_=0)
        assert caught.value.field == field
        clear_error(caught.value)
    with pytest.raises(StateChangedError, match="case_owner_changed"):
        desk.case_acts.release(new(), number, "", from_=0)
    desk.cases.close(new(), number, "Settled.")
    with pytest.raises(StateChangedError, match="case_changed"):
        desk.case_acts.claim(new(), number)


# ---- speaking about it


def test_notes_are_added_and_never_changed(desk: Desk, member: int, arun: Desk) -> None:
    number = opened(desk, member)
    desk.case_acts.note(new(), number, "Did he write to others, too?")
    arun.case_acts.note(new(), number, "  Yes, to two.\nI asked both. ")
    assert [(note.operator, note.text) for note in desk.case_entries.notes(number)] == [
        ("Mei", "Did he write to others, too?"),
        ("Arun", "Yes, to two.\nI asked both."),
    ]
    with pytest.raises(ValidationError, match="note_missing") as caught:
        desk.case_acts.note(new(), number, "\n")
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="case_gone"):
        desk.case_acts.note(new(), 99, "Hello")
    desk.cases.close(new(), number, "Settled.")
    desk.case_acts.note(new(), number, "For the next time.")
    assert len(desk.case_entries.notes(number)) == 3
    timeline = [entry.state for entry in desk.timeline.of_case(number)]
    assert timeline == ["closed", "opened"], "a conversation stands beside what was done"


def test_the_same_operation_writes_a_note_once(desk: Desk, member: int) -> None:
    number, operation = opened(desk, member), new()
    desk.case_acts.note(operation, number, "Once")
    assert desk.case_acts.note(operation, number, "Once").repeated
    assert len(desk.case_entries.notes(number)) == 1


# ---- correcting it


def test_a_correction_keeps_what_was_said_before(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    first, second = clock.ago(hours=5), clock.ago(hours=3)
    number = opened(desk, member, incident=Incident(first, NoticedHow.SEEN, "Half price"))
    seen = _facts(desk, number)
    now = seen | {"happened_at": second, "quoted_text": "Half price, only today"}
    desk.case_acts.correct(new(), number, seen, now, "The screenshot shows it.")
    assert desk.cases.incident(number) == Incident(
        second, NoticedHow.SEEN, "Half price, only today"
    )
    entry = desk.case_entries.of_case(number)[-1]
    assert (entry.kind, entry.text) == (CaseEntryKind.CORRECTED, "The screenshot shows it.")
    assert entry.facts == {
        "happened_at": (first, second),
        "quoted_text": ("Half price", "Half price, only today"),
    }
    assert desk.verifier.run().findings == ()


def test_a_correction_overwrites_nothing_that_it_did_not_see(
    desk: Desk, clock: MovableClock, member: int, arun: Desk
) -> None:
    number = opened(desk, member)
    seen = _facts(desk, number)
    arun.case_acts.correct(new(), number, seen, seen | {"quoted_text": "Buy!"}, "Anna sent it.")
    with pytest.raises(StateChangedError, match="case_facts_changed") as caught:
        desk.case_acts.correct(new(), number, seen, seen | {"quoted_text": "Sell!"}, "I saw it.")
    clear_error(caught.value)
    assert desk.cases.incident(number).quoted_text == "Buy!"
    desk.case_acts.correct(new(), number, seen, {"noticed_how": "member"}, "Anna told us.")
    seen = _facts(desk, number)
    for field, code, now in (
        ("reason", "nothing_corrected", {}),
        ("happened_at", "time_in_future", {"happened_at": clock.ago(hours=-1)}),
        ("happened_at", "time_unreadable", {"happened_at": "yesterday"}),
        ("noticed_how", "noticed_how_unknown", {"noticed_how": "guessed"}),
    ):
        with pytest.raises(ValidationError, match=code) as refused:
            desk.case_acts.correct(new(), number, seen, seen | now, "Because")
        assert refused.value.field == field
        clear_error(refused.value)
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.case_acts.correct(new(), number, seen, {"quoted_text": "?"}, "")


def test_what_a_case_is_about_is_corrected(desk: Desk, clock: MovableClock, member: int) -> None:
    number = opened(desk, member)
    first, second = rule_id(desk, 1, "R1"), rule_id(desk, 1, "R2")
    assert (desk.cases.facts(number).rule_id, desk.cases.facts(number).rule_now) == (first, first)
    for was, wanted, told in (
        (first, second, ("R1", "R2")),
        (second, "", ("R2", "")),
        ("", first, ("", "R1")),
    ):
        seen, now = {"rule": str(was)}, {"rule": str(wanted)}
        desk.case_acts.correct(new(), number, seen, now, "It was read wrongly.")
        assert desk.cases.get(number).rule_code == told[1]
        assert desk.case_entries.of_case(number)[-1].facts == {"rule": told}
    warning(desk, member, first, sent_at=clock.text)
    assert desk.cases.get(number).acts == 1
    other = rule_id(desk, make_group(desk, "Borealis"))
    for wanted in (str(other), "R2"):
        with pytest.raises(RefusedError, match="rule_of_other_group"):
            desk.case_acts.correct(new(), number, {"rule": str(first)}, {"rule": wanted}, "?")
    assert desk.verifier.run().findings == ()


def _facts(desk: Desk, number: int) -> dict[str, str]:
    facts = desk.cases.facts(number)
    return {
        "rule": str(facts.rule_id or ""),
        "description": facts.description,
        "happened_at": facts.incident.happened_at,
        "noticed_how": facts.incident.noticed_how.value,
        "quoted_text": facts.incident.quoted_text,
    }


# ---- closing, archived groups, the log


def test_all_closings_stay_visible_not_only_the_last(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    number = opened(desk, member)
    for outcome, reason in (("He promised to stop.", "He goes on."), ("Warned.", "Once more.")):
        clock.move(days=1)
        desk.cases.close(new(), number, outcome)
        clock.move(days=1)
        desk.cases.reopen(new(), number, reason)
    told = [(e.state, e.text) for e in reversed(desk.timeline.of_case(number))][1:]
    assert told == [
        ("closed", "He promised to stop."),
        ("reopened", "He goes on."),
        ("closed", "Warned."),
        ("reopened", "Once more."),
    ]


def test_a_closing_that_only_the_log_remembers_is_told_as_well(desk: Desk, member: int) -> None:
    number = opened(desk, member)
    desk.cases.close(new(), number, "Before such entries were kept.")
    database = desk.workspace.database
    with desk.ledger.writing():
        database.execute_sql("DROP TRIGGER case_entry_no_delete")
        database.execute_sql("DELETE FROM case_entry WHERE kind = 'closed'")
    (told,) = [e for e in desk.timeline.of_case(number) if e.state == "closed"]
    assert (told.operator, told.text) == ("Mei", "Before such entries were kept.")


def test_an_archived_group_keeps_its_cases_as_they_are(desk: Desk, member: int) -> None:
    number = opened(desk, member)
    desk.groups.archive(new(), 1, "Nobody writes here")
    elsewhere = make_member(desk, make_group(desk, "Borealis"))
    other = opened(desk, elsewhere, rule_id=None)
    for call in (
        lambda: opened(desk, member, ""),
        lambda: desk.case_acts.claim(new(), number),
        lambda: desk.case_acts.note(new(), number, "Hello"),
        lambda: desk.case_acts.relate(new(), other, number, "Same offers"),
        lambda: desk.case_acts.correct(new(), number, {}, {"quoted_text": "Buy!"}, "Seen"),
    ):
        with pytest.raises(RefusedError, match="group_archived"):
            call()
    assert kinds(desk, number) == ["opened"]


def test_the_log_vouches_for_each_entry(desk: Desk, member: int) -> None:
    number = opened(desk, member)
    desk.case_acts.note(new(), number, "Did he write to others, too?")
    with desk.ledger.writing():
        desk.workspace.database.execute_sql("DROP TRIGGER case_entry_no_update")
        desk.workspace.database.execute_sql("UPDATE case_entry SET text = '' WHERE kind = 'note'")
    (finding,) = (f for f in desk.verifier.run().findings if f.subject.startswith("case_entry"))
    assert (finding.code, finding.member, finding.case) == ("row_changed", "Li Wei", number)


def test_a_lifted_removal_belongs_to_the_case_all_the_same(desk: Desk, member: int) -> None:
    number = opened(desk, member)
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    assert desk.cases.get(number).waiting, "its steps are open"
    desk.reversals.record(new(), SubjectKind.REMOVAL, decided, "Too hasty")
    assert not desk.cases.get(number).waiting
    assert desk.cases.get(number).acts == 1
