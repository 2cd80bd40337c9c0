# SPDX-License-Identifier: MIT
"""The page "Today" over many members, with thousands of things due: read, drawn, counted."""

import os
import uuid
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground
from groupdesk.domain.act_records import TalkRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.due import together
from groupdesk.domain.enums import Channel, Topic
from groupdesk.domain.records import MemberFilter

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk

SIZE = 100_000
_DUE = 5_000
_FRAME = 16
_AT_ONCE = 0.2  # seconds in which a person sees no waiting


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure Today over `size` members with `_DUE` follow-ups, most of them late."""
    desk = ground.scale(size)
    _make_due(desk)
    lines = desk.todo.lines()
    found = [
        Figure(f"{len(lines):,} things due, read", median(desk.todo.lines) * 1000, "ms"),
        Figure("counted for the navigation", median(desk.todo.now) * 1000, "ms"),
        Figure("taken together", median(partial(together, lines)) * 1000, "ms"),
    ]
    return found + _window(desk)


def _make_due(desk: "Desk") -> None:
    today = desk.clock().date()
    at = to_text(desk.clock())
    for number, member in enumerate(desk.members.ids(MemberFilter(), limit=_DUE)):
        day = today + timedelta(days=number % 11)
        request = TalkRequest(
            uuid.uuid4(),
            member,
            happened_at=at,
            channel=Channel.PHONE,
            problem="Offers",
            follow_up_on=day.isoformat(),
        )
        desk.talks.record(request)


def _window(desk: "Desk") -> list[Figure]:
    """Measure how long the window is held up when the page is shown anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from pathlib import Path  # only here is there a window

    from PySide6.QtWidgets import QApplication

    from groupdesk.settings import SettingsFile
    from groupdesk.ui.session import Session
    from groupdesk.ui.theme import Theme, make_application
    from groupdesk.ui.translations import Translations

    qt = QApplication.instance() or make_application("benchmarks")
    settings = SettingsFile(Path(os.devnull).parent / "groupdesk-none" / "settings.toml")
    session = Session(desk, Theme(qt, "light"), Translations(qt), settings)  # type: ignore[arg-type]
    session.show()
    session.workbench.show_page("today")
    qt.processEvents()
    page = session.workbench.page
    assert page is not None
    shown = median(page.reload) * 1000
    published = median(partial(session.context.events.publish, {Topic.TASKS})) * 1000
    return [
        Figure("page shown anew, the window waits", shown, "ms", limit=_AT_ONCE * 1000),
        Figure("after an act, the window waits", published, "ms", limit=_AT_ONCE * 1000),
    ]
