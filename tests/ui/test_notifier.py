# SPDX-License-Identifier: MIT
"""Notifications: only while the window is not in front, without names unless one wants them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui import notifier as module
from groupdesk.ui.notifier import Notifier
from groupdesk.ui.pages.settings_page import SettingsPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from tests.ui.acting import page, talk
from tests.ui.desks import Clock


class FakeTray(QObject):
    """A tray that keeps what it was told."""

    activated = Signal(QSystemTrayIcon.ActivationReason)
    messageClicked = Signal()  # noqa: N815 — Qt's name

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.there = False
        self.told: list[tuple[str, str]] = []

    def show(self) -> None:
        self.there = True

    def hide(self) -> None:
        self.there = False

    def setToolTip(self, _text: str) -> None:
        pass

    def showMessage(self, title: str, text: str) -> None:
        self.told.append((title, text))


class Place:
    """What the notifier asks about the window."""

    def __init__(self) -> None:
        self.seen = self.locked = False
        self.trays: list[FakeTray] = []

    def make(self, parent: QObject) -> FakeTray:
        self.trays.append(FakeTray(parent))
        return self.trays[-1]

    @property
    def told(self) -> list[tuple[str, str]]:
        return self.trays[-1].told


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def notifier(session: Session, clock: Clock, place: Place) -> Iterator[Notifier]:
    clock.forward(days=2, hours=-4)  # Monday, before noon
    values = session.context.settings.values
    values.notices = True
    made = Notifier(
        session.context,
        session.window,
        lambda: place.locked,
        tray=place.make,
        seen=lambda: place.seen,
    )
    yield made
    made.stop()


def test_what_is_due_is_told_at_once_and_without_names(
    notifier: Notifier, place: Place, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    clock.forward(days=-2)
    talk(desk, detail, follow_up_on="2026-11-22")
    talk(desk, detail, follow_up_on="2026-11-23")
    clock.forward(days=2)
    notifier.apply()
    assert place.told == [("2 things due, 1 of them late", "Open Today to see them.")]
    notifier.look()
    assert len(place.told) == 1, "once a day"
    clock.forward(days=1)
    notifier.look()
    assert place.told[1][0] == "2 things due, 2 of them late"


def test_names_are_shown_to_those_who_want_them(
    session: Session, notifier: Notifier, place: Place, desk: Desk, detail: MemberDetail
) -> None:
    session.context.settings.values.notice_names = True
    talk(desk, detail, follow_up_on="2026-11-23")
    notifier.apply()
    assert place.told == [("1 thing due", "王小明")]


def test_nothing_is_told_in_front_while_locked_or_in_quiet_hours(
    notifier: Notifier, place: Place, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    talk(desk, detail, follow_up_on="2026-11-23")
    place.locked = True
    notifier.apply()
    place.locked = False
    clock.forward(hours=8)
    notifier.look()
    assert place.told == []
    clock.forward(hours=14)
    place.seen = True
    notifier.look()
    place.seen = False
    notifier.look()
    assert place.told == [], "it was in front that day"
    clock.forward(days=1)
    notifier.look()
    assert len(place.told) == 1


def test_a_click_opens_today_and_the_icon_goes_with_the_switch(
    session: Session, notifier: Notifier, place: Place
) -> None:
    page(session, "settings", SettingsPage)
    notifier.apply()
    (tray,) = place.trays
    assert tray.there
    tray.messageClicked.emit()
    assert isinstance(session.workbench.page, TodayPage)
    session.context.settings.values.notices = False
    notifier.apply()
    assert not tray.there


def test_what_is_switched_off_at_the_icon_is_off_in_the_settings(
    session: Session, notifier: Notifier, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groupdesk.ui.widgets.notices_card.has_tray", lambda: True)
    monkeypatch.setattr(module, "make_tray", place.make)
    card = page(session, "settings", SettingsPage).notices
    notifier.apply()
    assert card.choice.isChecked()
    assert notifier._menu is not None
    notifier._menu.actions()[1].trigger()
    assert not card.choice.isChecked()
    assert not card.names.isEnabled()
    card.reload()
    assert not session.context.settings.values.notices


def test_settings_say_where_there_is_no_tray(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groupdesk.ui.widgets.notices_card.has_tray", lambda: False)
    card = page(session, "settings", SettingsPage).notices
    assert not card.choice.isEnabled()
    assert "no place for the icon" in card._about.text()
    assert not card.names.isEnabled()


def test_what_is_chosen_is_kept_and_followed_at_once(
    session: Session, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    monkeypatch.setattr("groupdesk.ui.widgets.notices_card.has_tray", lambda: True)
    monkeypatch.setattr(module, "make_tray", place.make)
    settings = page(session, "settings", SettingsPage)
    card = settings.notices
    assert not card.choice.isChecked(), "off unless one wants it"
    card.choice.click()
    assert [tray.there for tray in place.trays] == [True]
    card.names.click()
    values = session.context.settings.values
    assert (values.notices, values.notice_names) == (True, True)
    card.choice.click()
    assert [tray.there for tray in place.trays] == [False]
    assert not values.notices
