# SPDX-License-Identifier: MIT
"""A removal on paper: whose term holds, what was tried, who was called how, what belongs to it."""

import uuid
from dataclasses import replace
from datetime import date

import pytest

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.carrying_out import REMOVE, SEND_NOTICE, StepResult
from groupdesk.domain.decision_enums import AppealOutcome, NoticeState
from groupdesk.domain.enums import Channel, Language, OperatorRole, Term
from groupdesk.domain.report_records import (
    CaseFileContent,
    Removal,
    Shortened,
    SignatureRole,
    StepTry,
)
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from groupdesk.services.reports.case_facts import outcome
from groupdesk.services.reports.case_removal import removal_tree
from groupdesk.services.reports.gather_audit import group_audit_content
from groupdesk.services.reports.gather_case import case_file_content
from groupdesk.services.reports.masking import handout_case
from groupdesk.services.reports.names_then import names_then
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.helpers import MovableClock, give_pin, removal, rule_id, screenshot, talk, warning
from tests.services.appeal_cases import decided, objected
from tests.services.two_operators import ask_always, seat_of


def gathered(desk: Desk, language: Language = Language.EN) -> CaseFileContent:
    return case_file_content(desk.ledger, desk.evidence, 1, language)


def of(content: CaseFileContent) -> Removal:
    assert content.removal is not None
    return content.removal


def remove(desk: Desk, member: int, **values: object) -> int:
    group = desk.members.row(member).group_id
    request = removal(desk, member, rule_id(desk, group), **values)
    return desk.removals.decide(request).subject_id


def test_a_shorter_term_is_credited_to_whoever_gave_it(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    target = remove(desk, member, term=Term.FOR_GOOD)
    clock.move(days=1)
    appeal = objected(desk, target)
    clock.move(days=1)
    decided(desk, appeal, AppealOutcome.REDUCED, term=Term.UNTIL, until="2026-07-01")
    content = gathered(desk)
    paper = of(content)
    assert (paper.term, paper.until, paper.decided_by) == (Term.FOR_GOOD, None, "Mei")
    (shorter,) = paper.shortened
    assert shorter == Shortened(clock(), "An", Term.UNTIL, date(2026, 7, 1))
    for language in ("en", "zh"):
        words = Words(language)
        dates = PaperDates(words, clock())
        said = outcome(paper, words, dates)
        first = outcome(replace(paper, shortened=()), words, dates)
        assert said.startswith(first)
        assert len(said) > len(first)
        assert "An" in said.replace(first, "")
        assert dates.day(date(2026, 7, 1)) in said
    assert [(line.role, line.name) for line in content.signatures] == [
        (SignatureRole.DECIDED, "Mei"),
        (SignatureRole.APPEAL, "An"),
        (SignatureRole.RECEIVED, ""),
    ]


def test_a_notice_that_the_letter_about_the_objection_replaces_was_not_sent(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    target = remove(desk, member, term=Term.FOR_GOOD)
    appeal = objected(desk, target)
    clock.move(days=1)
    decided(desk, appeal, AppealOutcome.REDUCED, term=Term.UNTIL, until="2026-07-01")
    content = gathered(desk)
    notice = {step.code: step for step in desk.carrying_out.steps(target)}[SEND_NOTICE]
    assert notice.state is TaskState.NOT_NEEDED
    assert of(content).notice_sent_at is None
    for language in ("en", "zh"):
        words = Words(language)
        tree = removal_tree(content, words, PaperDates(words, clock()))["removal"]
        assert isinstance(tree, dict)
        assert words("report.notice.not_sent") in str(tree["notice"])


def test_a_try_in_vain_is_printed_with_time_name_and_reason(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    target = remove(desk, member)
    steps = {step.code: step for step in desk.carrying_out.steps(target)}
    tick = desk.carrying_out.tick
    clock.move(hours=1)
    tick(uuid.uuid4(), steps[REMOVE], StepResult.COULD_NOT, text="I am no admin there")
    tick(uuid.uuid4(), steps["check_gone"], StepResult.NOT_NEEDED, text="They said so")
    tick(
        uuid.uuid4(),
        steps[SEND_NOTICE],
        StepResult.COULD_NOT,
        text="They blocked us",
        channel=Channel.PHONE,
    )
    paper = of(gathered(desk))
    by = dict(zip(steps, paper.steps, strict=True))
    assert by[REMOVE].tries == (StepTry(clock(), "Mei", "I am no admin there"),)
    assert (by[REMOVE].done_at, by["check_gone"].not_needed) == (None, True)
    assert (paper.notice_state, paper.notice_channel) == (NoticeState.NOT_DELIVERED, Channel.PHONE)
    for language in ("en", "zh"):
        words = Words(language)
        dates = PaperDates(words, clock())
        tree = removal_tree(gathered(desk), words, dates)["removal"]
        assert isinstance(tree, dict)
        said = str(tree["steps"])
        for part in ("I am no admin there", dates.moment(clock()), words("step_state.not_needed")):
            assert part in said
        assert "They blocked us" in str(tree["notice"])
        assert words("report.notice.not_sent") not in str(tree["notice"])
    handout = of(handout_case(gathered(desk), Words("en")))
    assert [(one.by, one.why) for step in handout.steps for one in step.tries] == [("Mei", "")] * 2
    assert "They blocked us" not in str(handout)
    tick(uuid.uuid4(), steps[REMOVE])
    again = of(gathered(desk)).steps[list(steps).index(REMOVE)]
    assert (again.done_at, len(again.tries)) == (clock(), 1)


def test_whoever_acted_has_the_name_of_that_day(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    give_pin(desk)
    admin = seat_of(desk, "An")
    ask_always(desk, group)
    warning(desk, member, rule_id(desk, group), sent_at=clock.text)
    target = remove(desk, member)
    clock.move(hours=1)
    admin.approvals.approve(uuid.uuid4(), [target])
    clock.move(hours=1)
    for ident, name, role in ((1, "Mei Tan", OperatorRole.OWNER), (2, "Bo", OperatorRole.ADMIN)):
        desk.operators.edit(uuid.uuid4(), ident, name, role)
    clock.move(hours=1)
    desk.carrying_out.tick(uuid.uuid4(), desk.carrying_out.steps(target)[0])
    content = gathered(desk)
    paper = of(content)
    assert (paper.decided_by, paper.approvals[0].operator) == ("Mei", "An")
    assert (paper.steps[0].done_by, content.timeline[0].operator) == ("Mei Tan", "Mei")
    assert [line.name for line in content.signatures] == ["Mei", "An", ""]
    assert {line.override_by for line in paper.fair_process} <= {"Mei", ""}
    day = clock().date()
    audit = group_audit_content(desk.ledger, group, day, day, Language.EN)
    assert {act.operator for act in audit.acts} == {"Mei"}
    assert [count.operator for count in audit.per_operator] == ["Mei Tan (earlier Mei)"]
    names = names_then(desk.ledger.database)
    assert names.at("Bo", clock()) == "Bo"
    assert names.at("Nobody", clock()) == "Nobody"


@pytest.mark.parametrize("language", list(Language))
def test_evidence_says_which_act_it_belongs_to_and_what_became_of_it(
    desk: Desk, clock: MovableClock, group: int, member: int, language: Language
) -> None:
    give_pin(desk)
    admin = seat_of(desk, "An")
    ask_always(desk, group)
    one, two, three = (screenshot(desk, shade) for shade in (10, 20, 30))
    warning(desk, member, rule_id(desk, group), sent_at=clock.text, evidence=(use(one.id),))
    clock.move(days=1)
    refused = remove(desk, member, evidence=(use(two.id),))
    admin.approvals.decline(uuid.uuid4(), [refused], "Talk to him first; he is a friend of mine")
    clock.move(days=1)
    talk(desk, member, rule_id=rule_id(desk, group))
    remove(desk, member, evidence=(use(one.id), use(three.id)))
    content = gathered(desk, language)
    words = Words(language)
    said = {item.sha256: item.attached_to for item in content.evidence}
    assert words("removal_state.declined").lower() in said[two.sha256]
    assert words("removal_state.waiting").lower() in said[three.sha256]
    assert words("act_kind.warning") in said[one.sha256]
    assert words("removal_state.waiting").lower() in said[one.sha256]
    assert content.signatures[0].role is SignatureRole.ASKED
    handout = handout_case(content, words)
    assert "friend of mine" in str(content)
    assert "friend of mine" not in str(handout)
    assert any(act.reversed_by for act in handout.timeline)


def use(picture: int) -> EvidenceUse:
    return EvidenceUse(picture)
