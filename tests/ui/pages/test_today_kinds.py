# SPDX-License-Identifier: MIT
"""Whatever is due, whenever and to whomever: page, head and navigation agree on how much of it."""

import random
import sys
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from groupdesk.domain.due import NOW, TodoRecord, in_order, section_of
from groupdesk.domain.enums import OperatorRole, Topic
from groupdesk.domain.person_records import Concern, Match, ReturnAlert
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.services.draft_due import due_from_drafts
from groupdesk.services.todo import REQUESTS, SOURCES, Todo
from groupdesk.ui.notifier import Notifier, Tray
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from tests.ui.acting import lower, page, talk
from tests.ui.desks import Clock

KINDS: Final = [
    kind for one in (*SOURCES, due_from_drafts) for kind in sys.modules[one.__module__].KINDS
]
ALERT: Final = ReturnAlert(
    1, 1, "Aurora", "Li Wei", "2026-11-20T00:00:00.000Z", Concern.BLOCKED, Match.SAME, 1,
    "Li Wei", "Fraud", "2026-11-01T00:00:00.000Z",
)  # fmt: skip


class Given(Todo):
    """What is due as a test says it."""

    lines_now: tuple[TodoRecord, ...] = ()

    def lines(self) -> tuple[TodoRecord, ...]:
        return self.lines_now


def any_lines(chance: random.Random, desk: Desk) -> tuple[TodoRecord, ...]:
    """Return a thing of each kind, due and put off around today, of nobody or of somebody."""
    today = desk.clock().date()

    def day() -> str:
        return (today + timedelta(days=chance.choice((-9, -1, 0, 1, 7, 8)))).isoformat()

    return in_order(
        TodoRecord(
            kind,
            number,
            1,
            1,
            f"Member {number}",
            "Aurora",
            chance.choice(("", day())),
            "2026-11-01T00:00:00.000Z",
            about=today.isoformat() if kind == "term_over" else chance.choice(("", "Offers")),
            alert=ALERT if kind in {"returned", "to_remove"} else None,
            put_off=chance.choice(("", "", day())),
            put_off_by="Mei",
            owner_id=(owner := chance.choice((0, 0, desk.operator.id, 99))),
            owner="Somebody" if owner else "",
            members=chance.choice((1, 3)),
            of=3,
            done=1,
        )
        for number, kind in enumerate(KINDS)
    )


def test_the_number_beside_today_is_that_of_the_page_whatever_is_due(
    session: Session, desk: Desk, clock: Clock
) -> None:
    given = Given(desk.ledger)
    desk.__dict__["todo"] = given
    shown = page(session, "today", TodayPage)
    chance = random.Random(8)
    for _ in range(3):
        given.lines_now = any_lines(chance, desk)
        for _ in range(2):  # and again after a midnight
            session.context.events.publish({Topic.TASKS})
            while shown.list._left:
                QApplication.processEvents()
            counted = session.workbench._due
            assert counted is not None
            me, today = desk.operator.id, clock().date()
            now = [one for one in given.lines_now if section_of(one, today, me) in NOW]
            mine = [one for one in given.lines_now if one.owner_id in {0, me}]
            assert counted.value == len(now)
            assert counted.requests == sum(one.kind in REQUESTS for one in now)
            assert shown._head._subtitle.text().split(" · ")[1].startswith(f"{len(now)} thing")
            assert len(shown.list.cards) == len(mine)
            clock.forward(days=1)


def test_who_only_looks_on_is_told_of_nothing_to_do(
    session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    talk(desk, detail, follow_up_on=clock().date().isoformat())
    clock.forward(days=1)
    shown = page(session, "today", TodayPage)
    counted = session.workbench._due
    assert counted is not None
    lower(desk, session, OperatorRole.VIEWER)
    assert shown._head._subtitle.text().endswith(" · 1 thing waits, 1 of them late")
    assert counted.of_pages == {"today": 0, "requests": 0}
    assert len(shown.list.cards) == 1
    session.context.settings.values.notices = True

    def no_tray(_parent: QObject) -> Tray:
        raise AssertionError("the desktop tells of it")

    Notifier(session.context, session.window, lambda: False, tray=no_tray).apply()
    lower(desk, session, OperatorRole.MODERATOR)
    assert counted.value == 1
