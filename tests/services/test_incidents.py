# SPDX-License-Identifier: MIT
"""Each message and removal keeps what it was about; the case keeps what it began with."""

import uuid
from dataclasses import replace
from typing import Any

import pytest

from groupdesk.domain.act_records import Incident, WarningRequest
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.enums import Channel, Language, SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.services.desk import Desk
from groupdesk.services.reports.case_facts import facts_tree
from groupdesk.services.reports.case_timeline import timeline_tree
from groupdesk.services.reports.gather_case import case_file_content
from groupdesk.services.reports.masking import handout_case
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
)


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk), "Li Wei", "u1")


def warned(desk: Desk, clock: MovableClock, member: int, incident: Incident) -> int:
    request = WarningRequest(
        uuid.uuid4(),
        member,
        rule_id(desk, 1),
        2,
        Channel.PRIVATE,
        Language.EN,
        "Hello Li Wei, please keep to rule R1.",
        incident=incident,
    )
    return desk.warnings.record_sent(request, clock.text).subject_id


def two_breaches(desk: Desk, clock: MovableClock, member: int) -> tuple[Incident, Incident]:
    first = Incident(clock.ago(hours=2), NoticedHow.MEMBER, "Buy now!")
    warned(desk, clock, member, first)
    clock.move(days=90)
    second = Incident(clock.ago(days=2), NoticedHow.SEEN, "Last chance!")
    warned(desk, clock, member, second)
    return first, second


def test_a_later_breach_leaves_the_first_one_as_it_was(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    first, second = two_breaches(desk, clock, member)
    assert desk.cases.incident(1) == first
    newest, oldest = desk.timeline.of_case(1)
    assert (newest.incident, oldest.incident) == (second, None)
    assert desk.timeline.of_member(member)[0].incident == second
    assert [desk.warnings.incident_of(number) for number in (1, 2)] == [first, second]
    paper = case_file_content(desk.ledger, desk.evidence, 1, Language.EN)
    assert paper.quoted_text == "Buy now!"
    assert [act.incident for act in paper.timeline] == [None, second]
    assert desk.verifier.run().findings == ()


def test_what_an_act_does_not_say_is_the_same_and_what_is_put_right_is_right_everywhere(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    first = Incident(clock.ago(hours=2), NoticedHow.MEMBER, "Buy now")
    warned(desk, clock, member, first)
    warned(desk, clock, member, Incident(clock.text, quoted_text="Buy now", happened_assumed=True))
    silent = Incident(clock.text, happened_assumed=True)
    warned(desk, clock, member, silent)
    seen, now = {"quoted_text": "Buy now"}, {"quoted_text": "Buy now!"}
    desk.case_acts.correct(uuid.uuid4(), 1, seen, now, "Word for word")
    assert [entry.incident for entry in desk.timeline.of_member(member)[-3:]] == [None] * 3
    right = replace(first, quoted_text="Buy now!")
    said = [desk.warnings.incident_of(number) for number in (1, 2, 3)]
    assert said == [right, right, silent], "who said nothing speaks of nothing"
    with pytest.raises(StateChangedError, match="warning_gone") as gone:
        desk.warnings.incident_of(9)
    clear_error(gone.value)


def test_what_nobody_said_is_filled_by_who_tells_of_the_beginning(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    assumed = Incident(clock.text, happened_assumed=True)
    warned(desk, clock, member, assumed)
    began = Incident(clock.ago(hours=1), NoticedHow.SEEN, "Buy now!")
    clock.move(days=90)
    warned(desk, clock, member, Incident(clock.ago(days=1), quoted_text="Last chance!"))
    warned(desk, clock, member, Incident(clock.text, quoted_text="Go!", happened_assumed=True))
    assert desk.cases.incident(1) == assumed, "a later breach says nothing of the first"
    warned(desk, clock, member, began)
    assert desk.cases.incident(1) == began
    warned(desk, clock, member, Incident(began.happened_at, quoted_text="More"))
    assert desk.cases.incident(1) == began


def test_a_message_that_joins_a_talk_tells_what_it_was_about(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    talk(desk, member)
    clock.move(minutes=1)
    told = Incident(clock.text, quoted_text="Buy now!", happened_assumed=True)
    warned(desk, clock, member, told)
    assert desk.cases.incident(1) == told


def test_a_message_takes_what_it_was_about_into_a_case_of_its_own(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    first, second = two_breaches(desk, clock, member)
    desk.case_corrections.move_act(
        uuid.uuid4(), SubjectKind.WARNING, 2, 0, "Another matter", from_=1
    )
    assert [desk.cases.incident(number) for number in (1, 2)] == [first, second]
    assert [entry.incident for entry in desk.timeline.of_case(2) if entry.kind == "warning"] == [
        None
    ]


def test_a_removal_rests_on_the_rules_of_what_led_to_it(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    two_breaches(desk, clock, member)
    clock.move(days=30)
    led = Incident(clock.ago(days=1), NoticedHow.SEEN, "Join my group")
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, 1), incident=led))
    paper = case_file_content(desk.ledger, desk.evidence, 1, Language.EN)
    assert paper.removal is not None
    assert paper.removal.incident == led
    row = desk.timeline.of_case(1)[0]
    assert (row.id, row.incident) == (decided.subject_id, led)


@pytest.mark.parametrize(
    ("language", "happened", "led_to"),
    [
        (Language.EN, "happened 28 Aug 2026", "What led to the removal"),
        (Language.ZH, "发生于2026年8月28日", "移出的起因"),
    ],
)
def test_paper_says_of_each_act_what_it_was_about(
    desk: Desk, clock: MovableClock, member: int, language: Language, happened: str, led_to: str
) -> None:
    two_breaches(desk, clock, member)
    led = Incident(clock.ago(hours=1), quoted_text="Join my group")
    desk.removals.decide(removal(desk, member, rule_id(desk, 1), incident=led))
    words = Words(language)
    content = case_file_content(desk.ledger, desk.evidence, 1, language)
    dates = PaperDates(words, desk.clock())
    for edition in (content, handout_case(content, words)):
        tried: Any = timeline_tree(edition, words, dates)["timeline"]
        first, later = tried["acts"]
        assert (first["quoted"], later["quoted"]) == ("", "Last chance!")
        assert any(str(fact).startswith(happened) for fact in later["facts"])
        top: Any = facts_tree(edition, words, dates)
        assert top["observed"]["quoted"] == "Buy now!"
        facts = dict(top["facts"])
        assert "Join my group" in str(facts[led_to])
