# SPDX-License-Identifier: MIT
"""Every control of every page and dialog has a name and can be reached with the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.session import Session
from tests.ui.acting import page, prepare_warning, talk
from tests.ui.helpers import modal_in_front

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
PAGES = ("today", "members", "group", "rules", "cases", "reports", "audit", "settings")
DIALOGS = (
    "group.create",
    "group.edit",
    "group.archive",
    "member.add",
    "member.edit",
    "member.import",
    "talk.record",
    "talk.plan",
    "recognition.record",
    "warning.compose",
    "member.remove",
    "report.case",
    "case.open",
)
CASE_DIALOGS = ("case.open", "case.hand_over", "case.correct", "case.relate", "case.close")


def controls(top: QWidget) -> list[QWidget]:
    """Return what a person can use; the parts that Qt builds into a control are not counted."""
    found: list[QWidget] = []
    for widget in top.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QScrollBar)
        own = widget.objectName().startswith("qt_") or type(widget).__name__.startswith("QHeader")
        if isinstance(widget, CONTROLS) and widget.isVisible() and not inside and not own:
            found.append(widget)
    return found


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def nameless(top: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in controls(top)
        if not name_of(widget)
    ]


def out_of_reach(top: QWidget) -> list[str]:
    """Return the enabled controls that Tab never comes to (a chip's row is one stop)."""
    reached: set[QWidget | None] = set()
    widget: QWidget | None = top
    for _step in range(2000):
        widget = widget.nextInFocusChain() if widget is not None else None
        reached.add(widget)
        if widget is top:
            break
    return [
        f"{type(widget).__name__} {name_of(widget)}"
        for widget in controls(top)
        if widget.isEnabled()
        and not (widget in reached and widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]


@pytest.fixture
def full(session: Session, desk: Desk, detail: MemberDetail) -> Session:
    talk(desk, detail, follow_up_on="2026-11-28")
    prepare_warning(desk, detail)
    session.context.events.publish(frozenset(MembersPage.topics))
    members = page(session, "members", MembersPage)
    members.show_member(detail.row.id)
    return session


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", PAGES)
def test_every_control_of_a_page_has_a_name(full: Session, key: str, language: str) -> None:
    full.context.translations.set_language(language)  # type: ignore[arg-type]
    full.context.acts.trigger("group.open" if key == "group" else f"page.{key}")
    QApplication.processEvents()
    assert nameless(full.window) == []
    assert out_of_reach(full.window) == []


@pytest.mark.parametrize("act", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(full: Session, act: str) -> None:
    assert full.context.acts.action(act).isEnabled()
    full.context.acts.trigger(act)
    QApplication.processEvents()
    shown = modal_in_front()
    assert shown is not None
    assert shown.windowTitle()
    assert nameless(shown) == []
    assert out_of_reach(shown) == []
    focused = QApplication.focusWidget()
    assert focused is None or shown.isAncestorOf(focused) or focused is shown
    shown.close()


@pytest.mark.parametrize("act", CASE_DIALOGS)
def test_every_control_of_a_dialog_about_a_case_has_a_name(full: Session, act: str) -> None:
    full.context.acts.trigger("page.cases")
    test_every_control_of_a_dialog_has_a_name(full, act)


@pytest.mark.parametrize("view", ["timeline", "facts", "notes", "related"])
def test_every_control_of_a_view_of_a_case_has_a_name(full: Session, view: str) -> None:
    shown = page(full, "cases", CasesPage)
    shown.detail.show_view(view)
    QApplication.processEvents()
    assert nameless(full.window) == []
    assert out_of_reach(full.window) == []


def test_the_dialogs_around_a_workspace_have_names(
    full: Session, settings_path: Callable[[], SettingsFile]
) -> None:
    for dialog in (
        FirstStartDialog(full.context.translations, settings_path()),
        CrashDialog(ValueError("x")),
    ):
        dialog.open()
        QApplication.processEvents()
        assert nameless(dialog) == []
        dialog.reject()


@pytest.fixture
def settings_path(session: Session) -> Callable[[], SettingsFile]:
    return lambda: SettingsFile(session.context.settings.path)


def test_tab_follows_the_order_in_which_one_reads(full: Session) -> None:
    full.context.acts.trigger("member.edit")
    QApplication.processEvents()
    shown = modal_in_front()
    assert shown is not None
    stops = []
    widget: QWidget | None = shown
    for _step in range(200):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is None or widget is shown:
            break
        if widget in controls(shown) and not isinstance(widget, QAbstractScrollArea):
            place = widget.mapTo(shown, QPoint(0, 0))
            stops.append((place.y() // 20, place.x()))
    fields = stops[: stops.index(max(stops))]
    assert fields == sorted(fields)
    shown.close()
