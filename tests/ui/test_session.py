# SPDX-License-Identifier: MIT
"""One open desk in a window: what it takes in, what it looks after, how it is left."""

import os
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.app import build
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.jobs import ImmediateJobs
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from groupdesk.ui.tasks import ImmediateRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.navigation_list import NavigationList
from groupdesk.ui.widgets.timeline_view import TimelineView
from tests.scenes import settle
from tests.ui.acting import dialog, in_front, page, send_warning
from tests.ui.desks import Clock, picture_file
from tests.ui.drops import drop, files
from tests.ui.helpers import modal_in_front


def test_a_list_that_is_dropped_on_the_window_is_imported(session: Session, tmp_path: Path) -> None:
    listed = tmp_path / "members.csv"
    listed.write_text("name\nLi Wei\n", encoding="utf-8")
    assert drop(session.window, files(listed)) is not None
    dialog(ImportDialog).reject()


def test_what_lapses_while_the_window_is_open_shows_on_all_pages_that_tell_of_it(
    session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    send_warning(desk, detail)
    clock.forward(days=400)
    changed: list[frozenset[Topic]] = []
    session.context.events.changed.connect(changed.append)
    session._upkeep._timer.timeout.emit()
    assert changed == [frozenset({Topic.MEMBERS, Topic.CASES, Topic.TASKS, Topic.AUDIT})]
    assert desk.members.row(detail.row.id).standing == 0
    session._upkeep._timer.timeout.emit()
    assert len(changed) == 1


def test_screenshots_dropped_on_the_window_are_told_where_they_belong(
    session: Session, tmp_path: Path
) -> None:
    drop(session.window, files(picture_file(tmp_path, "chat.png")))
    assert modal_in_front() is None
    assert "Screenshots belong to" in session.workbench.banner.text


def test_the_state_of_log_and_backup_is_said_in_the_window_s_language(session: Session) -> None:
    status = session.workbench.status
    assert status.log_text.startswith("Audit log verified 15:42 · ")
    session.context.translations.set_language("zh")
    assert "校验" in status.log_text
    assert "备份" in status._right.text()


def test_entries_after_the_check_are_counted_as_such(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    status = session.workbench.status
    checked = desk.ledger.head()[0]
    assert status.log_text == f"Audit log verified 15:42 · {checked} entries"
    send_warning(desk, detail)
    session.context.events.publish({Topic.MEMBERS, Topic.AUDIT})
    assert status.log_text == f"Audit log verified 15:42 · {checked} entries · 1 new since then"
    session.context.acts.trigger("audit.verify")
    assert status.log_text == f"Audit log verified 15:42 · {checked + 1} entries"


def test_a_finding_stops_all_writing_and_is_said(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    with closing(sqlite3.connect(desk.workspace.database.path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE member_warning SET message = 'What was never said'")
        connection.commit()
    session.context.acts.trigger("audit.verify")
    assert "Nothing more is written" in session.workbench.banner.text
    with pytest.raises(StorageError, match="writing_stopped"):
        send_warning(desk, detail)
    shown = page(session, "members", MembersPage)
    assert shown.model.rowCount() == 1, "everything can still be read"


def test_what_a_killed_process_left_is_removed_at_the_start(
    qtbot: QtBot, desk: Desk, theme: Theme, translations: Translations, tmp_path: Path
) -> None:
    left = desk.workspace.backup_folder / "groupdesk-20260101-000000-000000.db.unfinished"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    settings = SettingsFile(tmp_path / "settings.toml")
    opened = Session(
        desk, theme, translations, settings, runner=ImmediateRunner(), jobs=ImmediateJobs(desk)
    )
    with qtbot.waitExposed(opened.window), qtbot.waitSignal(opened.verified):
        opened.show()
    assert not left.exists()
    opened.window.close()
    opened.window.deleteLater()
    opened.deleteLater()
    QApplication.sendPostedEvents()


def test_while_writing_is_stopped_what_writes_is_disabled_and_says_why(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    acts = session.context.acts
    shown = page(session, "members", MembersPage)
    shown.show_member(detail.row.id)
    writing = ("warning.compose", "member.remove", "member.edit", "member.add", "group.create")
    assert all(acts.action(act).isEnabled() for act in writing)
    (entry,) = desk.timeline.of_member(detail.row.id)
    with stopped(desk):
        acts.trigger("audit.verify")
        for act in writing:
            assert not acts.action(act).isEnabled(), act
            assert "until what the check found is cleared up" in acts.action(act).toolTip()
        assert acts.action("report.case").isEnabled()
        assert acts.action("backup.make").isEnabled()
        view = shown.findChild(TimelineView)
        assert view is not None
        assert "Lift this…" not in [act.text() for act in view.menu_for(entry).actions()]
        session.context.translations.set_language("zh")
        assert "查清之前" in acts.action("member.add").toolTip()
        session.context.translations.set_language("en")
    acts.trigger("audit.verify")
    assert all(acts.action(act).isEnabled() for act in writing)
    assert acts.action("member.add").toolTip() == "Add member (Ctrl+N)"


@contextmanager
def stopped(desk: Desk) -> Iterator[None]:
    """Let a record be as somebody edited it behind the program's back."""
    with closing(sqlite3.connect(desk.workspace.database.path)) as other:
        ((old,),) = other.execute("SELECT nickname FROM membership").fetchall()
        other.execute("UPDATE membership SET nickname = 'Nobody'")
        other.commit()
        yield
        other.execute("UPDATE membership SET nickname = ?", (old,))
        other.commit()


def test_what_another_process_writes_is_seen_within_a_second(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    shown = page(session, "members", MembersPage)
    fields = replace(detail.fields, nickname="From outside")
    code = (
        "import sys, pickle, uuid; from pathlib import Path; from groupdesk.app import build\n"
        "folder, member, fields = pickle.load(sys.stdin.buffer)\n"
        "build(folder).members.edit(uuid.uuid4(), member, fields)"
    )
    told = pickle.dumps((desk.workspace.folder, detail.row.id, fields))
    subprocess.run([sys.executable, "-c", code], input=told, check=True, timeout=300)

    def seen() -> bool:
        row = shown.model.record(0)
        return row is not None and row.nickname == "From outside"

    qtbot.waitUntil(seen)


def test_closing_makes_the_backup_that_is_due_and_sets_the_anchor(
    session: Session, desk: Desk
) -> None:
    assert desk.anchor_file is not None
    assert desk.backups.all() == ()
    session.window.close()
    assert len(list(desk.workspace.backup_folder.glob("groupdesk-*.db"))) == 1
    assert desk.anchor_file.read_text(encoding="utf-8").count("\n") >= 1


@pytest.mark.parametrize("after", ["show", "paint", "check"])
def test_a_closed_window_asks_its_desk_nothing_more(
    qtbot: QtBot, desk: Desk, theme: Theme, translations: Translations, tmp_path: Path, after: str
) -> None:
    settings = SettingsFile(tmp_path / "settings.toml")
    opened = Session(desk, theme, translations, settings, jobs=ImmediateJobs(desk))
    opened.show()
    if after == "paint":
        opened.workbench.grab()
    if after == "check":
        with qtbot.waitSignal(opened.verified):
            pass
        page(opened, "today", TodayPage)
    context = opened.context
    told = partial(context.events.publish, frozenset(Topic))
    context.runner.run(opened, lambda: None, lambda _act: told(), context.report_bug)
    opened.window.close()
    timers = (*opened.window.findChildren(QTimer), *opened.findChildren(QTimer))
    assert [timer.parent() for timer in timers if timer.isActive()] == []
    settle()  # what waits for its turn comes before the window is gone
    opened.window.deleteLater()
    opened.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_bug_is_shown_once_and_everything_stays(session: Session) -> None:
    session.context.report_bug(ZeroDivisionError("李伟"))
    session.context.report_bug(ZeroDivisionError("李伟"))
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]
    assert len([one for one in shown if one.isVisible()]) == 1
    assert "李伟" not in shown[0].report.toPlainText()
    shown[0].accept()
    assert session.window.isVisible()


@pytest.fixture
def read_only(
    qtbot: QtBot,
    desk: Desk,
    detail: MemberDetail,
    clock: Clock,
    theme: Theme,
    translations: Translations,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[Session]:
    send_warning(desk, detail)
    sample = str(int(getattr(request, "param", False)))
    desk.workspace.database.execute_sql(
        "UPDATE workspace_value SET value = ? WHERE key = 'sample'", (sample,)
    )
    desk.close()
    # the right to write is asked for as the person would have it; root has it always
    monkeypatch.setattr(os, "access", lambda _path, mode, **_more: mode != os.W_OK)
    locked = build(tmp_path / "workspace", clock=clock, anchor_folder=tmp_path)
    settings = SettingsFile(tmp_path / "settings.toml")
    opened = Session(
        locked, theme, translations, settings, runner=ImmediateRunner(), jobs=ImmediateJobs(locked)
    )
    with qtbot.waitExposed(opened.window), qtbot.waitSignal(opened.verified):
        opened.show()
    yield opened
    opened.window.close()
    opened.window.deleteLater()
    opened.deleteLater()
    QApplication.sendPostedEvents()


def test_what_can_only_be_read_is_shown_and_printed(read_only: Session, tmp_path: Path) -> None:
    assert "can only be read" in read_only.workbench.place_banner.text
    shown = page(read_only, "members", MembersPage)
    assert shown.model.rowCount() == 1
    shown.show_member(shown.model.id_at(0))
    acts = read_only.context.acts
    for act in ("member.add", "member.import", "warning.compose", "group.create", "backup.make"):
        assert not acts.action(act).isEnabled(), act
    assert "can only be read" in acts.action("member.add").toolTip()
    acts.trigger("report.case")
    report = dialog(ReportDialog)
    report.save_to(tmp_path / "case.pdf")
    assert (tmp_path / "case.pdf").exists()
    assert "it was not logged" in report.banner.text
    report.reject()
    for key in ("today", "rules", "cases", "reports", "audit", "settings"):
        acts.trigger(f"page.{key}")
    drop(read_only.window, files(tmp_path / "members.csv"))
    assert "can only be read" in read_only.workbench.banner.text


def test_a_change_of_another_topic_waits_until_its_page_is_shown(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    members = page(session, "members", MembersPage)
    session.context.acts.trigger("page.settings")
    send_warning(desk, detail)
    session.context.events.publish({Topic.MEMBERS})
    session.context.acts.trigger("page.members")
    row = members.model.record(0)
    assert row is not None
    assert row.cases == 1


@pytest.mark.parametrize("read_only", [True], indirect=True, ids=["sample"])
def test_a_sample_that_can_only_be_read_says_both(read_only: Session) -> None:
    place = read_only.workbench.place_banner
    assert "sample workspace" in place.text
    assert "can only be read" in place.text
    read_only.context.translations.set_language("zh")
    assert "示例" in place.text
    assert "只能读取" in place.text


def test_what_was_said_of_a_draft_goes_with_the_next_act(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    session.context.notify("The draft for the removal was kept.", "muted")
    banner = session.workbench.banner
    session.context.events.publish({Topic.DRAFTS})
    assert banner.text
    session.context.done(desk.members.edit(uuid4(), detail.row.id, detail.fields))
    assert banner.text == ""


def test_nothing_is_said_in_the_language_before(session: Session) -> None:
    session.context.notify("Recorded.")
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert session.workbench.banner.text == ""


def test_quitting_from_a_dialog_keeps_its_draft_and_closes_the_window(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    MemberActs(session.context, session.window).talk(detail)
    composer = dialog(TalkDialog)
    composer.talk.parts["problem"].set_text("Half a sentence")
    kept: list[bool] = []
    session.window.closing.connect(
        lambda: kept.append(desk.drafts.load("talk", membership_id=detail.row.id) is not None)
    )
    qtbot.keyClick(composer, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not session.window.isVisible())
    assert kept == [True]


def test_after_a_new_group_and_an_import_the_keyboard_is_where_work_goes_on(
    qtbot: QtBot, session: Session
) -> None:
    members = page(session, "members", MembersPage)
    session.window.findChildren(NavigationList)[1].setFocus()
    session.context.acts.trigger("group.create")
    made = dialog(GroupDialog)
    made.name.setText("Borealis")
    made.main_button.click()
    in_front(qtbot, session.window)
    assert members.empty.isVisible()
    assert QApplication.focusWidget() is members.empty.button
    members.empty.button.click()
    importing = dialog(ImportDialog)
    importing.choose.names.setPlainText("Ada\nBob")
    importing.main_button.click()
    importing.main_button.click()
    in_front(qtbot, session.window)
    assert QApplication.focusWidget() is members.table
    assert members.model.rowCount() == 2


def test_a_draft_that_another_process_began_or_dropped_shows_at_once(
    session: Session, desk: Desk, detail: MemberDetail, tmp_path: Path
) -> None:
    changed: list[frozenset[Topic]] = []
    session.context.events.changed.connect(changed.append)

    def elsewhere(sql: str) -> int:
        changed.clear()
        folder = Path(desk.workspace.folder)
        with closing(sqlite3.connect(folder / "groupdesk.db", timeout=5)) as other, other:
            other.execute(sql)
        session.context.events._look()
        return len(changed)

    fields = "kind, membership_id, operator_id, payload, saved_at"
    values = f"'talk', {detail.row.id}, {desk.operator.id}, '{{}}', '2026-11-21T01:00:00.000Z'"
    assert elsewhere(f"INSERT INTO draft ({fields}) VALUES ({values})") == 1
    assert elsewhere("UPDATE draft SET saved_at = '2026-11-21T01:00:01.000Z'") == 0
    assert elsewhere("DELETE FROM draft") == 1
