# SPDX-License-Identifier: MIT
"""Ids first, rows as they are seen: a page is read once, and few are kept."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import MemberRole, MembershipState
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import MemberRow
from groupdesk.ui.dates import Dates
from groupdesk.ui.item_delegates import SecondaryRole, SignRole, ToneRole
from groupdesk.ui.item_models.member_model import PAGE, MemberModel, Voice
from groupdesk.words import Words
from tests.ui.desks import NOW

HEADS = ("Member", "Standing", "Last active", "Cases")


def row(ident: int) -> MemberRow:
    return MemberRow(
        id=ident,
        group_id=1,
        person_id=ident,
        name=f"Member {ident}",
        nickname="Nick",
        role=MemberRole.MEMBER,
        is_bot=False,
        state=MembershipState.ACTIVE,
        standing=2,
        standing_until="",
        last_active="",
        waiting=0,
        cases=3,
    )


class Source:
    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.gone: set[int] = set()

    def __call__(self, ids: Sequence[int]) -> list[MemberRow]:
        self.asked.append(list(ids))
        return [row(ident) for ident in ids if ident not in self.gone]


def shown(source: Source, count: int) -> MemberModel:
    model = MemberModel(source)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.speak(HEADS, Voice(Words("en"), Dates("en"), DEFAULT_LADDER, NOW))
    model.show_ids(array("q", range(1, count + 1)))
    return model


def test_a_page_is_read_once_whatever_is_asked_of_it(qtbot: QtBot) -> None:
    source = Source()
    model = shown(source, 3 * PAGE)
    source.asked.clear()
    model.show_ids(array("q", range(1, 3 * PAGE + 1)))
    assert model.index(0, 0).data() == "Member 1"
    assert model.index(0, 0).data(SecondaryRole) == "Nick"
    assert model.index(PAGE - 1, 3).data() == "3"
    assert model.index(0, 1).data() == "Warning 1"
    assert model.index(0, 1).data(ToneRole) == "warning"
    assert model.index(0, 2).data() == "unknown"
    assert len(source.asked) == 1
    assert model.index(3 * PAGE - 1, 0).data() == f"Member {3 * PAGE}"
    assert [len(ids) for ids in source.asked] == [PAGE, PAGE]


def test_the_same_ids_only_repaint_other_ones_reset(qtbot: QtBot) -> None:
    model = shown(Source(), 5)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_ids(array("q", range(1, 6)))
    with qtbot.waitSignal(model.modelReset):
        model.show_ids(array("q", [3, 1]))
    assert model.row_of(1) == 1
    assert model.row_of(9) == -1
    assert model.id_at(0) == 3


def test_somebody_who_is_gone_by_now_leaves_an_empty_line(qtbot: QtBot) -> None:
    source = Source()
    source.gone = {2}
    model = shown(source, 3)
    assert model.index(1, 0).data() is None
    assert model.index(2, 0).data() == "Member 3"
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Cases"


def test_a_key_customer_and_somebody_blocked_have_a_sign_that_is_spoken(qtbot: QtBot) -> None:
    class Marked(Source):
        def __call__(self, ids: Sequence[int]) -> list[MemberRow]:
            rows = super().__call__(ids)
            rows[0] = rows[0]._replace(key_customer=True)
            rows[1] = rows[1]._replace(blocked=True)
            return rows

    model = shown(Marked(), 3)
    names = [model.index(at, 0) for at in range(3)]
    assert [name.data(SignRole) for name in names] == [("star", "accent"), ("ban", "danger"), None]
    assert names[0].data(Qt.ItemDataRole.AccessibleTextRole) == "Member 1, key customer"
    assert names[1].data(Qt.ItemDataRole.ToolTipRole) == "Member 2, on the blocklist"
    assert names[2].data(Qt.ItemDataRole.AccessibleTextRole) == "Member 3"
