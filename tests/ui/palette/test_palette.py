# SPDX-License-Identifier: MIT
"""Ctrl+K, with real keys: anything is found by its name and opened, and nothing is lost by it."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, OperatorRole, Platform
from groupdesk.domain.records import GroupFields, MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.palette.entries import Kind
from groupdesk.ui.palette.palette import Palette
from groupdesk.ui.session import Session
from tests.ui.acting import dialog, lower, page, send_warning
from tests.ui.desks import add_member

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_palette(qtbot: QtBot, session: Session) -> Palette:
    """Press Ctrl+K wherever the keyboard is."""
    qtbot.keyClick(session.window, Qt.Key.Key_K, CTRL)
    palette = session.workbench.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def type_in(qtbot: QtBot, palette: Palette, text: str) -> None:
    """Type, and wait until the register was asked."""
    if text.isascii():
        qtbot.keyClicks(palette.field, text)
    else:  # no key has such a letter: an input method hands it over
        done = QInputMethodEvent()
        done.setCommitString(text)
        QApplication.sendEvent(palette.field, done)
    palette.finder.hurry()


def titles(palette: Palette) -> dict[str, list[str]]:
    """Return what stands under each heading."""
    return {
        section.head: [line.entry.title for line in section.lines]
        for section in palette.finder.sections
    }


def chosen(palette: Palette) -> str:
    found = palette.model.found(palette.list.currentIndex().row())
    return found.entry.title if found is not None else ""


@pytest.fixture
def second_group(desk: Desk) -> int:
    fields = GroupFields("华东经销商群", Platform.WECHAT, Language.ZH, owner_name="林晓")
    return desk.groups.create(uuid4(), fields).subject_id


def test_a_page_is_opened_by_the_beginning_of_its_name(qtbot: QtBot, session: Session) -> None:
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "templ")
    assert chosen(palette) == "Templates"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.workbench.page_key == "templates"
    assert not palette.isVisible()
    front, focused = session.workbench.page, QApplication.focusWidget()
    assert front is not None
    assert focused is not None
    assert front.isAncestorOf(focused)


def test_a_group_is_found_by_its_pinyin_and_its_owner(
    qtbot: QtBot, second_group: int, session: Session
) -> None:
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "林晓")
    assert "华东经销商群" in titles(palette)["Close matches"]
    palette.field.clear()
    type_in(qtbot, palette, "huadong")
    assert chosen(palette) == "华东经销商群"
    found = palette.model.found(palette.list.currentIndex().row())
    assert found is not None
    assert found.entry.quiet == "WeChat · 林晓"
    assert found.spans == ((0, 2),)
    qtbot.keyClick(palette.field, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert session.workbench.group_id == second_group


@pytest.mark.parametrize("typed", ["王小明", "小明", "wxm", "wangxiao"])
def test_a_member_is_found_by_name_pinyin_and_initials(
    qtbot: QtBot, session: Session, detail: MemberDetail, typed: str
) -> None:
    session.context.acts.trigger("page.rules")
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, typed)
    assert titles(palette)["Members"] == ["王小明"]
    assert chosen(palette) == "王小明"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    front = session.workbench.page
    assert isinstance(front, MembersPage)
    assert front.place().chosen == detail.row.id


def test_members_of_the_group_in_front_come_first(
    qtbot: QtBot, second_group: int, desk: Desk, session: Session
) -> None:
    first = desk.groups.all()[0].id
    for group, name in ((first, "Anna Berg"), (second_group, "Anna Adams"), (first, "Anna Cole")):
        add_member(desk, group, name)
    session.workbench.show_group(first)
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "anna")
    assert titles(palette)["Members"] == ["Anna Berg", "Anna Cole", "Anna Adams"]


def test_more_than_are_shown_are_found_on_the_page_of_members(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    group = desk.groups.all()[0].id
    for number in range(12):
        add_member(desk, group, f"Zeno {number}")
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "zeno")
    assert titles(palette)["Members"][-1] == "All members found by “zeno”"
    qtbot.keyClick(palette.field, Qt.Key.Key_End)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    front = session.workbench.page
    assert isinstance(front, MembersPage)
    assert front.which().text == "zeno"
    assert front.model.rowCount() == 12


def test_a_case_is_opened_by_its_number(
    qtbot: QtBot, desk: Desk, detail: MemberDetail, session: Session
) -> None:
    send_warning(desk, detail)
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "#1")
    assert titles(palette) == {"Cases": ["Case #1"]}
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(session.workbench.page, CasesPage)


def test_an_act_is_done_with_whoever_is_chosen(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    page(session, "members", MembersPage).show_member(detail.row.id)
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "private")
    found = palette.model.found(palette.list.currentIndex().row())
    assert found is not None
    assert (found.entry.title, found.entry.end) == ("Log private talk", "Ctrl+T")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    dialog(TalkDialog).reject()
    assert not palette.isVisible()


def test_its_keys_work_while_the_palette_shows_them(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    page(session, "members", MembersPage).show_member(detail.row.id)
    palette = open_palette(qtbot, session)
    qtbot.keyClick(palette.field, Qt.Key.Key_T, CTRL)
    dialog(TalkDialog).reject()
    assert not palette.isVisible()


def test_an_act_that_is_denied_stays_and_says_why(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    lower(desk, session, OperatorRole.VIEWER)
    page(session, "members", MembersPage).show_member(detail.row.id)
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "warn")
    assert titles(palette)["Not possible now"] == ["Warn…"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.foot.text().startswith("Only an owner, admin or moderator can")
    assert "Only an owner" in palette.model.spoken(palette.list.currentIndex().row())


def test_an_act_of_another_page_leads_there(qtbot: QtBot, session: Session) -> None:
    page(session, "members", MembersPage)
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "publish")
    assert chosen(palette) == "Publish…"
    assert palette.foot.text() == "On the page “Rules”; Enter goes there."
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.workbench.page_key == "rules"


def test_acts_are_found_by_their_names_in_the_other_language(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    page(session, "members", MembersPage).show_member(detail.row.id)
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "full screen")
    assert chosen(palette) == session.context.acts.action("window.full").text()
    found = palette.model.found(palette.list.currentIndex().row())
    assert found is not None
    assert found.entry.quiet == "Full screen"
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    session.context.translations.set_language("en")
    QApplication.processEvents()
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "全屏")
    assert chosen(palette) == "Full screen"


def test_what_is_said_of_a_group_is_in_the_language_of_the_window(
    qtbot: QtBot, session: Session, desk: Desk
) -> None:
    name = desk.groups.all()[0].name
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, name[:6])
    before = palette.model.found(palette.model.rows[0])
    assert before is not None
    assert before.entry.kind is Kind.GROUP
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, name[:6])
    after = palette.model.found(palette.model.rows[0])
    assert after is not None
    assert after.entry.title == name
    assert (before.entry.end, after.entry.end) == ("1 member", "1 名成员")


def test_esc_and_the_same_keys_give_the_keyboard_back(qtbot: QtBot, session: Session) -> None:
    front = page(session, "members", MembersPage)
    front.search.setFocus()
    front.search.setText("wang")
    for close in (
        lambda one: qtbot.keyClick(one.field, Qt.Key.Key_Escape),
        lambda one: qtbot.keyClick(one.field, Qt.Key.Key_K, CTRL),
        lambda one: qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPoint(3, 3)),
    ):
        palette = open_palette(qtbot, session)
        qtbot.keyClicks(palette.field, "rules")
        close(palette)
        assert not palette.isVisible()
        assert front.search.hasFocus()
    assert front.search.text() == "wang"


def test_nothing_found_is_said(qtbot: QtBot, session: Session) -> None:
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "qqzzqq")
    assert palette.none.isVisible()
    assert "Nothing is called “qqzzqq”" in palette.none.text()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_keys_go_through_the_lines_and_past_the_headings(qtbot: QtBot, session: Session) -> None:
    palette = open_palette(qtbot, session)
    lines = [title for found in titles(palette).values() for title in found]
    seen = []
    for _line in lines:
        seen.append(chosen(palette))
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert seen == lines
    assert chosen(palette) == lines[0], "round again"
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == lines[-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Home)
    assert chosen(palette) == lines[0]
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    qtbot.keyClick(palette.field, Qt.Key.Key_Backtab, SHIFT)
    assert chosen(palette) == lines[1]
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert lines.index(chosen(palette)) > 3
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert chosen(palette) == lines[1]
    assert palette.field.hasFocus()


def test_the_mouse_chooses_as_it_moves_and_opens_with_a_click(
    qtbot: QtBot, session: Session
) -> None:
    palette = open_palette(qtbot, session)
    row = palette.model.row_of((Kind.PAGE, "reports"))
    palette.list.scrollTo(palette.model.index(row))
    spot = palette.list.visualRect(palette.model.index(row)).center()
    qtbot.mouseMove(palette.list.viewport(), spot)
    assert chosen(palette) == "Reports"
    heading = palette.list.visualRect(palette.model.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert palette.isVisible()
    assert palette.field.hasFocus()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert session.workbench.page_key == "reports"


def test_what_is_heard_says_what_a_line_is(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    palette = open_palette(qtbot, session)
    type_in(qtbot, palette, "wangxiaoming")
    assert palette.field.accessibleName() == "Go to anything"
    assert palette.list.accessibleName() == "What was found"
    spoken = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "王小明, Aurora customers, Members"


def test_before_a_letter_stands_what_was_used_lately_and_what_fits_here(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    page(session, "members", MembersPage).show_member(detail.row.id)
    session.context.acts.trigger("page.rules")
    session.context.acts.trigger("page.cases")
    palette = open_palette(qtbot, session)
    found = titles(palette)
    assert found["Lately"][:3] == ["Rules", "王小明", "Members"]
    assert "New case…" in found["What can be done here"]
    assert "Log private talk" not in found["What can be done here"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.workbench.page_key == "rules"


def test_chinese_is_composed_in_the_field(qtbot: QtBot, session: Session) -> None:
    session.context.acts.trigger("page.rules")
    palette = open_palette(qtbot, session)
    before = titles(palette)
    for letters in ("x", "xiao", "xiao'ming"):
        QApplication.sendEvent(palette.field, QInputMethodEvent(letters, []))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.isVisible(), "keys belong to the input method as long as it composes"
    assert titles(palette) == before
    done = QInputMethodEvent()
    done.setCommitString("小明")
    QApplication.sendEvent(palette.field, done)
    assert palette.field.text() == "小明"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.workbench.page_key == "members"


def test_no_key_and_no_letter_reaches_what_lies_behind(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    page(session, "members", MembersPage).show_member(detail.row.id)
    palette = open_palette(qtbot, session)
    qtbot.keyClicks(palette.field, "abc")
    qtbot.keyClick(palette.field, Qt.Key.Key_A, CTRL)
    assert palette.field.selectedText() == "abc"
    qtbot.keyClick(palette.field, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(palette.field, Qt.Key.Key_F9)
    assert palette.isVisible()


def test_the_palette_goes_when_something_else_gets_the_keyboard(
    qtbot: QtBot, session: Session
) -> None:
    front = page(session, "members", MembersPage)
    palette = open_palette(qtbot, session)
    front.search.setFocus()
    assert not palette.isVisible()
    assert front.search.hasFocus()


def test_over_a_dialog_there_is_no_palette(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    page(session, "members", MembersPage).show_member(detail.row.id)
    session.context.acts.trigger("talk.record")
    talking = dialog(TalkDialog)
    with qtbot.waitActive(talking):
        talking.activateWindow()
    qtbot.keyClick(talking, Qt.Key.Key_K, CTRL)
    palette = session.workbench.findChild(Palette)
    assert palette is None or not palette.isVisible()
    talking.reject()


def test_a_locked_window_has_none_and_shows_nothing_of_it(qtbot: QtBot, session: Session) -> None:
    front = page(session, "members", MembersPage)
    front.search.setFocus()
    palette = open_palette(qtbot, session)
    qtbot.keyClicks(palette.field, "wang")
    session.gate.lock()
    assert not palette.isVisible()
    qtbot.keyClick(session.window, Qt.Key.Key_K, CTRL)
    assert not palette.isVisible()
    session.gate._unlock()
    assert not palette.isVisible()
    assert front.search.hasFocus(), "the keyboard is where it was before the palette"


def test_the_button_beside_the_name_opens_it_too(qtbot: QtBot, session: Session) -> None:
    button = next(
        one
        for one in session.window.findChildren(QPushButton)
        if one.accessibleName() == "Go to anything…"
    )
    assert button.toolTip() == "Go to anything… (Ctrl+K)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    palette = session.workbench.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()
