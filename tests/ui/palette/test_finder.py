# SPDX-License-Identifier: MIT
"""What is listed while the register answers later than somebody types."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.errors import StorageError
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.lately import Lately, Went
from groupdesk.ui.pages.page import Place
from groupdesk.ui.palette.entries import Key, Kind
from groupdesk.ui.palette.finder import Finder
from tests.ui.desks import add_member

if TYPE_CHECKING:
    from groupdesk.ui.tasks import Runner


class SlowRunner:
    """Keeps work until a test lets it be done, in whatever order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def run(
        self,
        _owner: QObject,
        work: Callable[[], Any],
        on_success: Callable[[Any], object],
        on_failure: Callable[[Exception], object],
        *,
        pool: str = "write",
    ) -> None:
        assert pool == "files", "nothing is written"

        def do() -> None:
            try:
                result = work()
            except StorageError as error:
                on_failure(error)
            else:
                on_success(result)

        self.waiting.append(do)

    def relay(self, _owner: QObject, on_told: Callable[[Any], object]) -> Callable[[Any], object]:
        return on_told

    def answer(self, at: int = 0) -> None:
        self.waiting.pop(at)()


class Asked:
    """A finder over a slow register, and where the cursor is."""

    def __init__(self, context: UiContext, desk: Desk, lately: Lately) -> None:
        self.runner = SlowRunner()
        self.cursor: Key | None = None
        self.window = QWidget()
        slow = replace(context, runner=cast("Runner", self.runner))
        self.finder = Finder(slow, lately, self.window)
        self.group = desk.groups.all()[0].id
        self.begin()
        self.runner.answer()  # the groups

    def begin(self) -> None:
        self.finder.begin(Place("members", self.group), lambda: self.cursor)

    def ask(self, text: str) -> None:
        self.finder.ask(text)
        self.finder.hurry()

    def lines(self, head: str = "Members") -> list[str]:
        return [
            line.entry.title
            for section in self.finder.sections
            if section.head == head
            for line in section.lines
        ]


@pytest.fixture
def lately() -> Lately:
    return Lately()


@pytest.fixture
def asked(context: UiContext, desk: Desk, lately: Lately) -> Asked:
    group = desk.groups.all()[0].id
    for name in ("Ada Stone", "Adam Berg", "Adele Cole"):
        add_member(desk, group, name)
    return Asked(context, desk, lately)


def test_an_answer_to_what_is_no_longer_asked_is_dropped(asked: Asked) -> None:
    asked.ask("wang")
    asked.ask("ada")
    asked.runner.answer(1)
    assert asked.lines() == ["Ada Stone", "Adam Berg"]
    asked.runner.answer(0)
    assert asked.lines() == ["Ada Stone", "Adam Berg"]
    assert not asked.finder.pending


def test_names_are_there_at_once_and_members_never_push_them_down(asked: Asked) -> None:
    asked.ask("ad")
    assert "Add rule" in asked.lines("Acts")
    assert asked.lines("Close matches") == [], "they would stand below the members to come"
    before = asked.finder.sections[0]
    asked.runner.answer()
    assert asked.finder.sections[0] == before
    assert asked.lines() == ["Ada Stone", "Adam Berg", "Adele Cole"]


def test_members_who_still_fit_stay_until_the_answer_comes(asked: Asked) -> None:
    asked.ask("ad")
    asked.runner.answer()
    asked.ask("ada")
    assert asked.lines() == ["Ada Stone", "Adam Berg"]
    asked.ask("adax")
    assert asked.lines() == []


def test_a_member_under_the_cursor_stays_where_it_is(asked: Asked, desk: Desk) -> None:
    asked.ask("ad")
    asked.runner.answer()
    add_member(desk, desk.groups.all()[0].id, "Ada")
    asked.ask("ada")
    members = next(one for one in asked.finder.sections if one.head == "Members")
    asked.cursor = members.lines[1].entry.key
    asked.runner.answer()
    assert asked.lines() == ["Ada Stone", "Adam Berg", "Ada"]
    asked.cursor = None
    asked.ask("ad")
    asked.ask("ada")
    asked.runner.answer(1)
    assert asked.lines()[0] == "Ada", "nobody chose anything: the best one first"


def test_who_was_used_lately_comes_first_and_at_once(
    asked: Asked, desk: Desk, lately: Lately
) -> None:
    which = [row.id for row in desk.members.rows([1, 2, 3, 4]) if row.name == "Adele Cole"]
    lately.note(Went.MEMBER, which[0])
    asked.begin()
    assert asked.lines("Lately") == ["Adele Cole"]
    asked.ask("ad")
    assert asked.lines() == ["Adele Cole"]
    asked.runner.answer()
    assert asked.lines() == ["Adele Cole", "Ada Stone", "Adam Berg"]


def test_who_left_is_found_behind_those_who_are_there(asked: Asked, desk: Desk) -> None:
    with desk.ledger.writing():
        Membership.update(state="left").where(Membership.name == "Ada Stone").execute()
    asked.ask("ada")
    asked.runner.answer()
    assert asked.lines() == ["Adam Berg", "Ada Stone"]
    lines = next(one for one in asked.finder.sections if one.head == "Members").lines
    assert [line.entry.end for line in lines] == ["Aurora customers", "Left · Aurora customers"]


def test_a_register_that_cannot_be_read_is_said_and_names_are_found_all_the_same(
    qtbot: QtBot, asked: Asked, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise StorageError("disk_error")

    monkeypatch.setattr(desk.members, "ids", fail)
    asked.ask("rul")
    with qtbot.waitSignal(asked.finder.failed) as told:
        asked.runner.answer()
    assert told.args is not None
    assert told.args[0]
    assert asked.finder.sections[0].lines[0].entry.key == (Kind.PAGE, "rules")
    assert not asked.finder.pending
