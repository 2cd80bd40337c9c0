# SPDX-License-Identifier: MIT
import uuid
from datetime import date, timedelta

import pytest

from groupdesk.domain.enums import Language, SubjectKind
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.report_records import ActKind, GroupAuditContent, PeriodUnit
from groupdesk.services.desk import Desk
from groupdesk.services.reports.gather_audit import group_audit_content
from tests.helpers import MovableClock, make_group, make_member, removal, rule_id, talk, warning


def gathered(desk: Desk, group: int, since: date, until: date) -> GroupAuditContent:
    return group_audit_content(desk.ledger, group, since, until, Language.EN)


def test_only_what_was_done_in_the_period_and_the_group(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    rule = rule_id(desk, group, "R2")
    warning(desk, member, rule, 2, sent_at=clock.text)
    clock.move(days=10)
    first = clock.now.date()
    warning(desk, member, rule, 3)  # prepared only: nothing was done to anybody
    lifted = warning(desk, member, rule, 3, sent_at=clock.text)
    talk(desk, member)
    elsewhere = make_group(desk, "Other")
    warning(desk, make_member(desk, elsewhere, "Ann"), None, 1, sent_at=clock.text)
    clock.move(hours=2)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "Too hasty.")
    content = gathered(desk, group, first, first)
    assert [act.kind for act in content.acts] == [ActKind.WARNING, ActKind.TALK, ActKind.REVERSAL]
    assert content.acts[0].reversed
    assert [(line.operator, len(line.counts)) for line in content.per_operator] == [("Mei", 3)]
    assert [line.reversed_by.reason for line in content.overturned] == ["Too hasty."]
    assert content.per_rule[0].title == "No advertising"


def test_a_message_that_never_arrived_is_listed_and_not_counted(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    rule = rule_id(desk, group, "R2")
    lost = warning(desk, member, rule, 2, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    warning(desk, member, rule, 2, sent_at=clock.text)  # tried again
    today = clock.now.date()
    content = gathered(desk, group, today, today)
    assert [act.kind for act in content.acts] == [ActKind.WARNING] * 2
    assert [(line.kind, line.count) for line in content.totals] == [(ActKind.WARNING, 1)]
    assert [line.counts[0].count for line in content.per_rule] == [1]


def test_a_day_is_the_desks_own_day(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    clock.now = clock.now.replace(hour=23, minute=30)
    talk(desk, member)
    today = clock.now.date()
    assert len(gathered(desk, group, today, today).acts) == 1
    tomorrow = today + timedelta(days=1)
    assert not gathered(desk, group, tomorrow, tomorrow).acts


def test_members_come_and_go(desk: Desk, clock: MovableClock, group: int, member: int) -> None:
    clock.move(days=5)
    since = clock.now.date()
    make_member(desk, group, "Ann")
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, group))).subject_id
    for step in desk.removals.get(decided).steps[:3]:
        desk.carrying_out.tick(uuid.uuid4(), step)
    clock.move(days=1)
    flow = gathered(desk, group, since, clock.now.date()).flow
    assert (flow.at_start, flow.joined, flow.left, flow.removed, flow.at_end) == (1, 1, 0, 1, 1)


def test_short_periods_are_shown_by_week_long_ones_by_month(desk: Desk, group: int) -> None:
    short = gathered(desk, group, date(2026, 5, 6), date(2026, 5, 20))
    assert short.unit is PeriodUnit.WEEK
    assert [bar.start for bar in short.series] == [
        date(2026, 5, 6), date(2026, 5, 11), date(2026, 5, 18)
    ]  # fmt: skip
    year = gathered(desk, group, date(2025, 6, 15), date(2026, 6, 14))
    assert year.unit is PeriodUnit.MONTH
    assert len(year.series) == 13


def test_a_period_that_ends_before_it_begins_is_refused(desk: Desk, group: int) -> None:
    with pytest.raises(ValidationError) as refused:
        gathered(desk, group, date(2026, 6, 2), date(2026, 6, 1))
    assert refused.value.code == "period_backwards"


def test_a_talk_after_a_warning_in_the_same_minute_stands_after_it(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    minute, day = clock.text, clock.now.date()
    clock.move(seconds=20)
    warning(desk, member, rule_id(desk, group), 2, sent_at=clock.text)
    clock.move(seconds=25)
    talk(desk, member, happened_at=minute)
    acts = gathered(desk, group, day, day).acts
    assert [act.kind for act in acts] == [ActKind.WARNING, ActKind.TALK]


def test_a_message_about_two_rules_counts_for_each(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    first, second = rule_id(desk, group, "R1"), rule_id(desk, group, "R2")
    warning(desk, member, first, 2, sent_at=clock.text, further=(second,))
    today = clock.now.date()
    content = gathered(desk, group, today, today)
    (act,) = content.acts
    assert (act.rule_code, act.more_rule_codes) == ("R1", ("R2",))
    assert [(line.code, line.counts[0].count) for line in content.per_rule] == [
        ("R1", 1),
        ("R2", 1),
    ]
    assert sum(count.count for count in content.totals) == 1, "but it is one warning"
