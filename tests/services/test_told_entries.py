# SPDX-License-Identifier: MIT
"""What a member knew of the rules on a day, for fair process and on paper."""

import uuid
from dataclasses import replace

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Edition, Language
from groupdesk.domain.told_records import RulesKnown, TellRequest
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import PdfPages
from tests.helpers import RULES, MovableClock, make_group, make_member, rule_id, warning


def tell(desk: Desk, member: int) -> None:
    book = desk.rules.current(1)
    assert book is not None
    asked = TellRequest(uuid.uuid4(), book.id, (member,), to_text(desk.clock()), Channel.GROUP)
    desk.announcements.tell(asked)


def test_the_newest_version_known_by_then(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    assert desk.announcements.known(member) is None
    tell(desk, member)
    first = clock.text
    clock.move(days=10)
    desk.rules.publish(uuid.uuid4(), group, RULES[:2], based_on=1)
    tell(desk, member)
    assert desk.announcements.known(member) == RulesKnown(2, clock.text, acknowledged=False)
    assert desk.announcements.known(member, clock.ago(days=1)) == RulesKnown(
        1, first, acknowledged=False
    )
    assert desk.announcements.known(member, clock.ago(days=30)) is None
    assert desk.announcements.known(999) is None


def test_what_was_taken_back_was_not_known(desk: Desk) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    tell(desk, member)
    book = desk.rules.current(group)
    assert book is not None
    desk.announcements.take_back(uuid.uuid4(), book.id, [member])
    assert desk.announcements.known(member) is None


def test_who_acknowledged_later_had_been_told_before(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    tell(desk, member)
    told_at = clock.text
    told = RulesKnown(1, told_at, acknowledged=False)
    clock.move(days=2)
    warned = clock.text
    clock.move(days=2)
    book = desk.rules.current(group)
    assert book is not None
    read = TellRequest(uuid.uuid4(), book.id, (member,), clock.text, Channel.PRIVATE)
    desk.announcements.acknowledge(read)
    assert desk.announcements.known(member, warned) == told
    assert desk.announcements.known(member) == RulesKnown(1, clock.text, acknowledged=True)
    clock.move(days=1)
    desk.announcements.take_back(uuid.uuid4(), book.id, [member])  # the acknowledgement
    assert desk.announcements.known(member) == told
    desk.announcements.take_back(uuid.uuid4(), book.id, [member])
    desk.announcements.acknowledge(replace(read, operation=uuid.uuid4()))
    assert desk.announcements.known(member, warned) is None  # that they were told was taken back


def test_the_case_file_of_a_warning_says_it(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    tell(desk, member)
    clock.move(days=3)
    warning(desk, member, rule_id(desk, group), sent_at=clock.text)
    for edition in Edition:
        printed = desk.reports.preview_case_file(1, edition, Language.EN)
        with PdfPages(printed.pdf) as pages:
            text = " ".join(pages.text(0).split())
        assert "told of version 1 on 1 Jun 2026" in text
