# SPDX-License-Identifier: MIT
import uuid
from dataclasses import replace
from datetime import date

import pytest

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.enums import Edition, Language, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.report_records import ActKind, CaseFileContent
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.services.desk import Desk
from groupdesk.services.reports.case_timeline import timeline_tree
from groupdesk.services.reports.gather_audit import group_audit_content
from groupdesk.services.reports.gather_case import case_file_content
from groupdesk.services.reports.masking import handout_case
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.helpers import (
    RULES,
    MovableClock,
    make_member,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)
from tests.services.reports.test_case_file import flat, text_of


def gathered(desk: Desk, number: int) -> CaseFileContent:
    return case_file_content(desk.ledger, desk.evidence, number, Language.EN)


def kinds(content: CaseFileContent) -> list[tuple[ActKind, int]]:
    return [(act.kind, act.case_number) for act in content.timeline]


def test_a_removal_brings_the_earlier_acts_that_count(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    other, own = rule_id(desk, group, "R2"), rule_id(desk, group, "R1")
    warning(desk, member, other, 2, sent_at=clock.text)  # case 1, still counts
    clock.move(days=100)
    warning(desk, member, own, 1, sent_at=clock.text)  # case 2, a reminder
    clock.move(days=1)
    warning(desk, member, other, 3)  # prepared only: case 1 again, counts nowhere
    warning(desk, member, other, 3, sent_at=clock.text)
    clock.move(days=2)
    desk.removals.decide(removal(desk, member, own, comment="Only for us."))
    content = gathered(desk, 2)
    # The warning of 100 days before has lapsed; the one that was never sent never counted.
    assert kinds(content) == [(ActKind.REMINDER, 2), (ActKind.WARNING, 1)]
    assert content.breach_number == 2
    assert content.removal is not None
    assert content.removal.internal_comment == "Only for us."
    assert [item.caption for item in content.evidence] == ["The offer"]
    assert content.evidence[0].original_path is not None
    assert content.member.platform_id == "wx-liwei"


def test_the_rule_reads_as_it_did_on_the_day(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    warning(desk, member, rule_id(desk, group, "R1"), 1, sent_at=clock.text)
    clock.move(days=3)
    desk.rules.publish(uuid.uuid4(), group, RULES[1:] + RULES[:1], based_on=1)
    content = gathered(desk, 1)
    assert content.rule is not None
    assert (content.rule.version, content.rule.title) == (1, "Stay on topic")


def test_breaches_are_counted_for_the_rule_and_not_for_its_number(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    warning(desk, member, rule_id(desk, group, "R1"), 1, sent_at=clock.text)
    desk.cases.close(uuid.uuid4(), 1, "Reminded.")
    clock.move(days=3)
    topic, offers, fraud = RULES
    moved = (replace(offers, code="R1"), replace(topic, code="R2"), fraud)
    desk.rules.publish(uuid.uuid4(), group, moved, based_on=1)
    warning(desk, member, rule_id(desk, group, "R1"), 2, sent_at=clock.text)
    warning(desk, member, rule_id(desk, group, "R2"), 2, sent_at=clock.text)
    offered, again = gathered(desk, 2), gathered(desk, 3)
    assert offered.rule is not None
    assert again.rule is not None
    assert (offered.rule.title, offered.breach_number) == ("No advertising", 1)
    assert (again.rule.title, again.rule.code, again.breach_number) == ("Stay on topic", "R2", 2)


def test_why_a_message_did_not_arrive_is_for_us(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    sent = warning(desk, member, rule_id(desk, group, "R1"), 2, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), sent, "has blocked us")
    (act,) = gathered(desk, 1).timeline
    assert act.internal == "has blocked us"


def test_lifting_closing_and_reopening_stay_visible(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    lifted = warning(desk, member, rule_id(desk, group, "R1"), 2, sent_at=clock.text)
    clock.move(hours=1)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "Our mistake.")
    clock.move(hours=1)
    desk.cases.close(uuid.uuid4(), 1, "Settled.")
    clock.move(hours=1)
    desk.cases.reopen(uuid.uuid4(), 1, "Happened again.")
    content = gathered(desk, 1)
    first, *turns = content.timeline
    assert first.reversed_by is not None
    assert first.reversed_by.reason == "Our mistake."
    assert first.counts_until is None
    assert [(act.kind, act.text) for act in turns] == [
        (ActKind.CASE_CLOSED, "Settled."),
        (ActKind.CASE_REOPENED, "Happened again."),
    ]
    assert content.closed_at is None


def test_a_lifted_removal_gives_way_to_the_one_in_force(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    rule = rule_id(desk, group, "R3")
    first = desk.removals.decide(removal(desk, member, rule, reason="Too early.")).subject_id
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, first, "Not enough proof.")
    clock.move(days=1)
    desk.removals.decide(removal(desk, member, rule, term=Term.FOR_GOOD, reason="Proved."))
    content = gathered(desk, 1)
    assert content.removal is not None
    assert content.removal.reason_told == "Proved."
    assert [(act.kind, act.message) for act in content.timeline] == [
        (ActKind.REMOVAL, "Too early.")
    ]


def test_others_who_are_named_are_known_to_the_handout(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    make_member(desk, group, "Wang Fang", "wx-wangfang")
    make_member(desk, group, "Nobody Named", "wx-nobody")
    talk(desk, member, problem="Wang Fang asked him to stop.", agreement="He stops.")
    content = gathered(desk, 1)
    assert content.timeline[0].text == "Problem: Wang Fang asked him to stop.\nAgreed: He stops."
    assert [person.names for person in content.masked.others] == [("Wang Fang", "wx-wangfang")]
    assert {"Li Wei", "Mei"} <= set(content.masked.own)


def test_a_case_that_is_not_there_is_said(desk: Desk) -> None:
    with pytest.raises(StateChangedError) as refused:
        gathered(desk, 99)
    assert refused.value.code == "case_gone"


def test_a_talk_after_a_warning_in_the_same_minute_stands_after_it(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    minute = clock.text
    clock.move(seconds=20)
    warning(desk, member, rule_id(desk, group), 2, sent_at=clock.text)
    clock.move(seconds=25)
    talk(desk, member, happened_at=minute)
    assert [act.kind for act in gathered(desk, 1).timeline] == [ActKind.WARNING, ActKind.TALK]


def test_a_removal_is_carried_out_once_all_its_steps_are_done(
    desk: Desk, group: int, member: int
) -> None:
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, group))).subject_id
    for step in desk.removals.get(decided).steps:
        printed = gathered(desk, 1).removal
        assert printed is not None
        assert not printed.carried_out
        desk.carrying_out.tick(uuid.uuid4(), step)
    printed = gathered(desk, 1).removal
    assert printed is not None
    assert printed.carried_out


def test_a_case_opened_by_hand_says_what_happened_and_what_was_corrected(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    use = EvidenceUse(screenshot(desk).id, "The offer")
    first, second = clock.ago(hours=3), clock.ago(hours=2)
    request = CaseRequest(
        uuid.uuid4(),
        member,
        rule_id(desk, group, "R1"),
        "He sends offers to everybody.",
        Incident(first, quoted_text="Half price"),
        (use,),
    )
    desk.case_acts.open(request)
    clock.move(minutes=5)
    seen = {"description": "He sends offers to everybody.", "happened_at": first}
    now = {"happened_at": second, "noticed_how": "member", "quoted_text": ""}
    seen |= {"noticed_how": "unknown", "quoted_text": "Half price"}
    desk.case_acts.correct(uuid.uuid4(), 1, seen, now, "Anna sent the screenshot.")
    content = gathered(desk, 1)
    assert content.description == "He sends offers to everybody."
    assert [item.caption for item in content.evidence] == ["The offer"]
    opened, corrected = content.timeline
    assert (opened.kind, opened.text) == (ActKind.CASE_OPENED, "")
    assert corrected.internal == "Anna sent the screenshot."
    assert corrected.text.splitlines() == [
        "When it happened: was “1 Jun 2026, 06:00”, is “1 Jun 2026, 07:00”",
        "How it was noticed: was “Not recorded”, is “Reported by a member”",
        "Quoted text: was “Half price”, is no longer said",
    ]
    desk.cases.close(uuid.uuid4(), 1, "Anna agrees.")
    handed = handout_case(gathered(desk, 1), Words("en"))
    assert handed.description == ""
    assert [(act.kind, act.text) for act in handed.timeline] == [
        (ActKind.CASE_OPENED, ""),
        (ActKind.CASE_CLOSED, ""),
    ]


def test_notes_among_operators_are_left_out_unless_asked_for(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    warning(desk, member, rule_id(desk, group, "R1"), 2, sent_at=clock.text)
    desk.case_acts.note(uuid.uuid4(), 1, "Did he write to others, too?")
    assert gathered(desk, 1).notes == ()
    content = case_file_content(desk.ledger, desk.evidence, 1, Language.EN, notes=True)
    assert [(note.operator, note.text) for note in content.notes] == [
        ("Mei", "Did he write to others, too?")
    ]
    assert handout_case(content, Words("en")).notes == ()
    kept = desk.reports.preview_case_file(1, Edition.FILE, Language.EN, notes=True)
    assert "with notes" in kept.subject, "the log says so"
    assert "Didhewritetoothers" in flat(text_of(kept.pdf))
    for edition, asked in ((Edition.FILE, False), (Edition.HANDOUT, True)):
        printed = desk.reports.preview_case_file(1, edition, Language.EN, notes=asked)
        assert "Didhewritetoothers" not in flat(text_of(printed.pdf))
        assert "notes" not in printed.subject


def test_a_message_about_two_rules_is_a_breach_of_each(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    first, second = rule_id(desk, group, "R1"), rule_id(desk, group, "R2")
    warning(desk, member, second, 2, sent_at=clock.text)
    warning(desk, member, first, 2, sent_at=clock.text)
    warning(desk, member, first, 3, sent_at=clock.text, further=(second,))
    assert gathered(desk, 1).breach_number == 2
    acts = [act for act in gathered(desk, 2).timeline if act.case_number == 2]
    assert {act.more_rule_codes for act in acts} == {(), ("R2",)}
    printed = desk.reports.preview_case_file(2, Edition.FILE, Language.EN)
    assert "RulesR1,R2" in flat(text_of(printed.pdf))


def test_a_talk_that_was_offered_a_plan_and_a_friendly_reminder_are_named_as_what_they_are(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    rule = rule_id(desk, group, "R1")
    warning(desk, member, rule, 0, sent_at=clock.text)
    clock.move(minutes=5)
    talk(desk, member, not_held=NotHeld.DECLINED, problem="No time")
    clock.move(minutes=5)
    talk(desk, member, agreement="Asks first", follow_up_on="2026-06-20", took_part="Arun")
    follow_up = next(item.id for item in desk.todo.all() if item.kind == "follow_up")
    desk.todo.move(uuid.uuid4(), follow_up, "2026-06-22")
    desk.follow_ups.done(uuid.uuid4(), follow_up, Kept.NOT_KEPT, "Two links since")
    desk.talk_plans.plan(PlanRequest(uuid.uuid4(), member, "2026-06-25", "15:00"))
    desk.recognition.record(uuid.uuid4(), member, "Helped newcomers")
    content = gathered(desk, 1)
    friendly, offered, held = content.timeline
    assert friendly.kind is ActKind.FRIENDLY_REMINDER
    assert friendly.counts_until is None
    assert (offered.kind, offered.not_held) == (ActKind.TALK_OFFERED, NotHeld.DECLINED)
    assert (held.follow_up_kept, held.internal) == (Kept.NOT_KEPT, "Two links since")
    said = str(timeline_tree(content, Words("en"), PaperDates(Words("en"), clock())))
    for part in (
        "Friendly reminder (does not count)",
        "Talk offered, not held",
        "Declined",
        "Also took part: Arun",
        "Agreement not kept",
    ):
        assert part in said
    assert "Helped newcomers" not in said
    acts = group_audit_content(
        desk.ledger, group, date(2026, 6, 1), date(2026, 6, 30), Language.EN
    ).acts
    assert {act.kind for act in acts} == {
        ActKind.FRIENDLY_REMINDER,
        ActKind.TALK_OFFERED,
        ActKind.TALK,
    }
