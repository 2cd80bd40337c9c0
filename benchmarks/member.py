# SPDX-License-Identifier: MIT
"""Opening a member with a long history: reading it, and showing it."""

import os
import uuid

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground
from groupdesk.domain.act_records import TalkRequest, WarningRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk

SIZE = 200


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure a member with `size` entries in the timeline, in the services and in the window."""
    desk = ground.empty(f"history-{size}")
    member = _with_history(desk, size)

    def read() -> None:
        desk.members.detail(member)
        desk.timeline.of_member(member)

    with desk.ledger.reading():
        services = median(read) * 1000
    shown = _shown(ground, desk, member) * 1000
    return [
        Figure(
            f"opening a member with {size} entries",
            shown,
            "ms",
            limit=50,
            parts={"reading": services},
        )
    ]


def _with_history(desk: Desk, size: int) -> int:
    member = desk.members.add(uuid.uuid4(), 1, MemberFields("李伟")).subject_id
    book = desk.rules.current(1)
    assert book is not None
    now = to_text(desk.clock())
    for number in range(size):
        rule = book.rules[number % 5].id
        if number % 2:
            talk = TalkRequest(uuid.uuid4(), member, now, Channel.PHONE, problem="发了链接。")
            desk.talks.record(talk)
        else:
            desk.warnings.record_sent(
                WarningRequest(
                    uuid.uuid4(), member, rule, 1, Channel.PRIVATE, Language.ZH, "您好。" * 30
                ),
                now,
            )
    return member


def _shown(ground: Ground, desk: Desk, member: int) -> float:
    """Return how long the detail takes to show a member and be painted, in seconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from groupdesk.settings import SettingsFile
    from groupdesk.ui.pages.members_page import MembersPage
    from groupdesk.ui.session import Session
    from groupdesk.ui.theme import Theme, make_application
    from groupdesk.ui.translations import Translations

    app = QApplication.instance() or make_application("groupdesk")
    assert isinstance(app, QApplication)
    settings = SettingsFile(ground.folder / "settings.toml")
    session = Session(desk, Theme(app, "light"), Translations(app), settings)
    painted: list[bool] = []
    session.workbench.shown.connect(lambda: painted.append(True))
    session.show()
    while not painted:  # what follows the first paint is done by then
        app.processEvents()
    page = session.workbench.page
    assert isinstance(page, MembersPage)
    panel = page.detail

    def open_member() -> None:
        panel.show_nobody()
        panel.show_member(member)
        panel.grab()

    try:
        return median(open_member)
    finally:
        session.window.close()
        for left in (session.window, session):  # a window that stays follows each new language
            left.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
