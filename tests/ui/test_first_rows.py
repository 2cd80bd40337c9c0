# SPDX-License-Identifier: MIT
"""The first rows stand where the members page puts them, and say the same names."""

from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.services.desk import Desk
from groupdesk.services.first_look import FirstLook, first_look
from groupdesk.ui.first_rows import FirstRows
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.session import Session
from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.page_head import PageHead
from tests.ui.desks import add_member
from tests.ui.helpers import colours


@pytest.mark.parametrize("size", [(1280, 800), (1600, 900), (900, 680)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_moves_when_the_page_comes(
    session: Session, size: tuple[int, int], language: Literal["en", "zh"]
) -> None:
    window, values = session.window, session.context.settings.values
    session.context.translations.set_language(language)
    window.resize(*size)
    QApplication.processEvents()
    page = session.workbench.page
    assert isinstance(page, MembersPage)
    view = page.table.viewport()
    place = QRect(view.mapTo(window, QPoint()), view.size())
    first = FirstRows(FirstLook(False, "Aurora", ("王小明",)), values)
    first.resize(window.size())
    row = first.row_rect(0)
    assert (row.left(), row.top()) == (place.left(), place.top())
    assert row.height() == page.table.rowHeight(0)
    assert abs(row.right() - place.right()) <= page.table.width() - view.width() + 10
    head = page.findChild(PageHead)
    assert head is not None
    assert head.mapTo(window, QPoint()).x() == row.left()


def test_a_sample_leaves_room_for_its_banner(desk: Desk, request: pytest.FixtureRequest) -> None:
    desk.workspace.database.execute_sql(
        "UPDATE workspace_value SET value = '1' WHERE key = 'sample'"
    )
    session: Session = request.getfixturevalue("session")
    page = session.workbench.page
    assert isinstance(page, MembersPage)
    assert session.workbench.place_banner.isVisible()
    first = FirstRows(FirstLook(True, "Aurora", ()), session.context.settings.values)
    first.resize(session.window.size())
    assert first.row_rect(0).top() == page.table.viewport().mapTo(session.window, QPoint()).y()


def test_names_are_painted_and_hidden_signs_shown(qtbot: QtBot, session: Session) -> None:
    values = session.context.settings.values

    def painted(name: str) -> QImage:
        rows = FirstRows(FirstLook(False, "Aurora", (name,)), values)
        qtbot.addWidget(rows)
        rows.resize(900, 400)
        place = rows.row_rect(0)
        place.setLeft(place.left() + 40)  # without the sign, whose colour is that of the raw name
        return rows.grab(place).toImage()

    assert painted("王小明") != painted("李伟")
    assert painted("a\u202eb") == painted("a‹U+202E›b")


def test_it_follows_the_dark_scheme(qtbot: QtBot, session: Session, theme: Theme) -> None:
    theme.set_scheme("dark")
    rows = FirstRows(FirstLook(False, "Aurora", ("Ana",)), session.context.settings.values)
    qtbot.addWidget(rows)
    rows.resize(900, 400)
    assert theme.color("surface").name() in colours(rows)
    assert theme.color("side").name() in colours(rows)
    theme.set_scheme("light")


def test_the_start_shows_the_group_that_the_window_shows(session: Session, desk: Desk) -> None:
    add_member(desk, session.workbench.group_id, "Ana")
    session.context.events.changed.emit(frozenset(MembersPage.topics))
    page = session.workbench.page
    assert isinstance(page, MembersPage)
    look = first_look(Path(desk.workspace.folder), 0, 64)
    assert look is not None
    shown = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    assert list(look.names) == shown
