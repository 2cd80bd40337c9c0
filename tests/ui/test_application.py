# SPDX-License-Identifier: MIT
"""From one workspace to another, and one window for each."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from groupdesk import app, paths
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Language, OperatorRole, Topic
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import DATABASE_NAME
from groupdesk.services.workspace import create_workspace
from groupdesk.settings import SettingsFile
from groupdesk.ui import application
from groupdesk.ui.application import Application
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.dialogs.sign_in_dialog import SignInDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.lock_screen import LockScreen
from tests.helpers import give_pin, make_group, make_member
from tests.ui.acting import dialog


@pytest.fixture
def running(
    qapp: QApplication,
    tmp_path: Path,
    theme: Theme,
    translations: Translations,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Application]:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    monkeypatch.setattr(paths, "default_workspace", lambda: tmp_path / "mine")
    monkeypatch.setattr(paths, "sample_workspace", lambda: tmp_path / "sample")
    monkeypatch.setattr(application, "Theme", lambda *_: theme)  # one for the whole process
    monkeypatch.setattr(application, "Translations", lambda *_: translations)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def build(folder: Path, operator_id: int = 0) -> Desk:
        return app.build(folder, anchor_folder=tmp_path, operator_id=operator_id)

    made = Application(qapp, build)
    qapp.setQuitOnLastWindowClosed(False)
    yield made
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    if made.session is not None:
        made.session.deleteLater()
    if made._single is not None:
        made._single.release()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def first_starts() -> list[FirstStartDialog]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, FirstStartDialog) and window.isVisible()
    ]


def shown_texts(window: QWidget) -> str:
    """Return all that the window's labels say."""
    return "\n".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def opened(qtbot: QtBot, running: Application) -> str:
    session = running.session
    assert session is not None
    qtbot.waitSignal(session.verified).wait()
    return session.desk.workspace.folder.name


def test_the_first_start_offers_both_ways_and_leads_into_the_window(
    qtbot: QtBot, running: Application
) -> None:
    assert running.start(None, demo=False)
    (welcome,) = first_starts()
    qtbot.keyClicks(welcome.operator, "Mei")
    welcome.main_button.click()
    qtbot.waitUntil(lambda: running.session is not None)
    assert opened(qtbot, running) == "mine"
    assert first_starts() == []


def test_the_next_start_opens_the_same_workspace(qtbot: QtBot, running: Application) -> None:
    create_workspace(paths.default_workspace(), "Mei", Language.EN, system_clock)
    assert running.start(None, demo=False)
    assert opened(qtbot, running) == "mine"
    assert running.settings.values.workspace.endswith("mine")


def test_a_workspace_that_cannot_be_opened_is_said_and_another_way_offered(
    running: Application, tmp_path: Path
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    create_workspace(folder / "in", "Mei", Language.EN, system_clock)
    (database,) = (folder / "in").glob("groupdesk*.db*")
    database.write_bytes(b"no database at all" * 100)
    assert running.start(folder / "in", demo=False)
    assert running.session is None
    (welcome,) = first_starts()
    assert welcome.banner.text
    assert "Error" not in welcome.banner.text


def test_trying_a_broken_folder_from_the_first_start_offers_it_again(
    qtbot: QtBot, running: Application, tmp_path: Path
) -> None:
    running.first_start()
    (welcome,) = first_starts()
    create_workspace(tmp_path / "other", "Mei", Language.EN, system_clock)
    (database,) = (tmp_path / "other").glob("groupdesk*.db*")
    database.write_bytes(b"no database at all" * 100)
    welcome._try_other(str(tmp_path / "other"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (again,) = first_starts()
    assert again is not welcome
    assert again.banner.text


def test_leaving_the_sample_goes_to_one_s_own_work(qtbot: QtBot, running: Application) -> None:
    create_workspace(paths.sample_workspace(), "Mei", Language.EN, system_clock, sample=True)
    assert running.start(None, demo=True)
    assert opened(qtbot, running) == "sample"
    session = running.session
    assert session is not None
    assert session.workbench.place_banner.text.startswith("This is the sample")
    session.workbench.place_banner._button.click()
    assert running.session is None
    assert len(first_starts()) == 1, "there is no own workspace yet"
    create_workspace(paths.default_workspace(), "Mei", Language.EN, system_clock)
    running._switch(paths.default_workspace())
    assert opened(qtbot, running) == "mine"


def locked_out(running: Application) -> LockScreen:
    assert running.session is not None
    assert running.session.gate.screen is not None
    return running.session.gate.screen


@pytest.fixture
def two_operators(running: Application, tmp_path: Path) -> int:
    """A workspace of Mei, with a PIN, and Arun, without one; return Arun's id."""
    create_workspace(paths.default_workspace(), "Mei", Language.EN, system_clock)
    desk = app.build(paths.default_workspace(), anchor_folder=tmp_path)
    make_member(desk, make_group(desk))
    give_pin(desk)
    arun = desk.operators.add(uuid4(), "Arun", OperatorRole.MODERATOR).subject_id
    desk.close()
    return arun


def test_who_has_a_pin_is_asked_for_it_before_a_name_is_to_be_seen(
    qtbot: QtBot, running: Application, two_operators: int
) -> None:
    assert running.start(None, demo=False)
    screen, session = locked_out(running), running.session
    assert session is not None
    assert session.workbench.page is None
    assert "Li Wei" not in shown_texts(session.window)
    assert not session.context.acts.action("member.add").isEnabled()
    qtbot.keyClicks(screen.form.pin, "1357")
    qtbot.keyClick(screen.form.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the right PIN" in screen.form.error)
    assert session.workbench.page is None
    qtbot.keyClicks(screen.form.pin, "2468")
    qtbot.keyClick(screen.form.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.workbench.page_key == "members")
    assert opened(qtbot, running) == "mine"
    assert running.session is session
    assert session.context.acts.action("member.add").isEnabled()


def test_another_operator_signs_in_and_is_there_at_the_next_start(
    qtbot: QtBot, running: Application, two_operators: int
) -> None:
    assert running.start(None, demo=False)
    first, screen = running.session, locked_out(running)
    qtbot.keyClick(screen.form.pin, Qt.Key.Key_Down)
    assert not screen.form.field.isVisible(), "Arun has no PIN"
    qtbot.keyClick(screen.form.people, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: running.session is not first)
    assert opened(qtbot, running) == "mine"
    assert running.session is not None
    assert running.session.desk.operator.name == "Arun"
    assert "Now at the desk: Arun" in running.session.workbench.banner.text
    known = SettingsFile(running.settings.path).values
    assert known.operator_in(paths.default_workspace()) == two_operators
    assert known.operator_in(paths.sample_workspace()) == 0


def test_switching_keeps_the_page(qtbot: QtBot, running: Application, two_operators: int) -> None:
    running.settings.values.choose_operator(paths.default_workspace(), two_operators)
    assert running.start(None, demo=False)
    opened(qtbot, running)
    first = running.session
    assert first is not None
    first.context.acts.trigger("page.rules")
    with qtbot.waitActive(first.window):
        first.window.activateWindow()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(first.window, Qt.Key.Key_O, keys)
    (asking,) = first.window.findChildren(SignInDialog)
    assert asking.sign_in.chosen is not None
    assert asking.sign_in.chosen.name == "Mei"
    qtbot.keyClicks(asking.sign_in.pin, "2468")
    qtbot.keyClick(asking.sign_in.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: running.session is not first)
    assert opened(qtbot, running) == "mine"
    assert running.session is not None
    assert running.session.workbench.page_key == "rules"
    assert running.session.desk.operator.name == "Mei"
    assert running.session.gate.screen is None, "who just signed in is not asked again"


def test_a_draft_behind_the_lock_is_kept_before_a_colleague_takes_over(
    qtbot: QtBot, running: Application, two_operators: int
) -> None:
    assert running.start(None, demo=False)
    first, screen = running.session, locked_out(running)
    assert first is not None
    qtbot.keyClicks(screen.form.pin, "2468")
    qtbot.keyClick(screen.form.pin, Qt.Key.Key_Return)
    opened(qtbot, running)
    MemberActs(first.context, first.window).talk(first.desk.members.detail(1))
    (composing,) = first.window.findChildren(TalkDialog)
    composing.talk.parts["problem"].set_text("Half a sentence")
    first.gate.lock()
    form = locked_out(running).form
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    said: list[str] = []
    form.say = said.append  # type: ignore[method-assign,assignment]
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: running.session is not first)
    assert [text for text in said if text] == [], "nothing was to be lost"
    opened(qtbot, running)
    assert running.session is not None
    assert running.session.desk.drafts.load("talk", membership_id=1) is None, "it is not Arun's"
    rows = running.session.desk.ledger.database.execute_sql("SELECT operator_id FROM draft")
    assert list(rows) == [(1,)]


def test_switching_from_a_dialog_waits_until_its_draft_is_kept(
    qtbot: QtBot, running: Application, two_operators: int
) -> None:
    running.settings.values.choose_operator(paths.default_workspace(), two_operators)
    assert running.start(None, demo=False)
    opened(qtbot, running)
    session = running.session
    assert session is not None
    MemberActs(session.context, session.window).talk(session.desk.members.detail(1))
    composing = dialog(TalkDialog)
    composing.talk.parts["problem"].set_text("Half a sentence")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(composing, Qt.Key.Key_O, keys)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(SignInDialog)))
    assert session.desk.drafts.load("talk", membership_id=1) is not None


def switch_to_mei(qtbot: QtBot, running: Application) -> MembersPage:
    """Hand the desk over with the keys, and return the members as Mei finds them."""
    before = running.session
    assert before is not None
    with qtbot.waitActive(before.window):
        before.window.activateWindow()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(before.window, Qt.Key.Key_O, keys)
    (asking,) = before.window.findChildren(SignInDialog)
    qtbot.keyClicks(asking.sign_in.pin, "2468")
    qtbot.keyClick(asking.sign_in.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: running.session is not before)
    opened(qtbot, running)
    assert running.session is not None
    members = running.session.workbench.page
    assert isinstance(members, MembersPage)
    return members


def shown_name(page: MembersPage) -> str:
    return page.detail.detail.row.name if page.detail.detail is not None else ""


def test_switching_keeps_group_search_and_the_member_who_was_chosen(
    qtbot: QtBot, running: Application, two_operators: int, tmp_path: Path
) -> None:
    desk = app.build(paths.default_workspace(), anchor_folder=tmp_path)
    other = make_group(desk, "Borealis")
    for name in ("Ada", "Bo", "Bob"):
        make_member(desk, other, name)
    desk.close()
    running.settings.values.choose_operator(paths.default_workspace(), two_operators)
    assert running.start(None, demo=False)
    opened(qtbot, running)
    first = running.session
    assert first is not None
    first.workbench.go_to(other)
    page = first.workbench.page
    assert isinstance(page, MembersPage)
    qtbot.keyClicks(page.search, "bo")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown_name(page) == "Bob")
    after = switch_to_mei(qtbot, running)
    assert after.group_id == other
    assert after.search.text() == "bo"
    qtbot.waitUntil(lambda: shown_name(after) == "Bob")


def test_who_is_not_listed_any_more_after_a_switch_gives_way_to_nobody(
    qtbot: QtBot, running: Application, two_operators: int, tmp_path: Path
) -> None:
    desk = app.build(paths.default_workspace(), anchor_folder=tmp_path)
    gone = make_member(desk, 1, "Zoe")
    desk.close()
    running.settings.values.choose_operator(paths.default_workspace(), two_operators)
    assert running.start(None, demo=False)
    opened(qtbot, running)
    first = running.session
    assert first is not None
    first.workbench.go_to(1, gone)
    with closing(sqlite3.connect(paths.default_workspace() / DATABASE_NAME)) as elsewhere:
        elsewhere.execute("UPDATE membership SET state = 'left' WHERE id = ?", (gone,))
        elsewhere.commit()
    after = switch_to_mei(qtbot, running)
    after.table.setFocus()
    qtbot.waitUntil(lambda: not after._timer.isActive())  # the detail waits for the arrow keys
    assert after.model.rowCount() == 1
    assert after.table.current_id == 0
    assert after.table.chosen == 0
    assert shown_name(after) == ""
    after.context.events.publish(frozenset(Topic))
    assert after.table.current_id == 0, "reading again does not choose either"
    qtbot.keyClick(after.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown_name(after) == "Li Wei")


@pytest.mark.parametrize("ladder", ["[", "{}", "[" * 100_000, '[{"kind": "x"}]'])
def test_a_group_that_was_edited_to_nonsense_leads_to_the_first_start(
    running: Application, tmp_path: Path, ladder: str
) -> None:
    create_workspace(tmp_path / "edited", "Mei", Language.EN, system_clock)
    desk = app.build(tmp_path / "edited", anchor_folder=tmp_path)
    make_group(desk)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("UPDATE customer_group SET ladder = ?", (ladder,))
    desk.close()
    assert running.start(tmp_path / "edited", demo=False)
    assert running.session is None
    (welcome,) = first_starts()
    assert "cannot be read" in welcome.banner.text
    assert running.start(tmp_path / "edited", demo=False), "the lock was let go"


def test_a_bug_while_opening_is_said_and_leaves_no_window_behind(
    running: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret words of a member")

    create_workspace(paths.default_workspace(), "Mei", Language.EN, system_clock)
    monkeypatch.setattr("groupdesk.ui.session.Session.show", broken)
    assert running.start(None, demo=False)
    (welcome,) = first_starts()
    assert "our mistake" in welcome.banner.text
    assert "secret" not in welcome.banner.text
