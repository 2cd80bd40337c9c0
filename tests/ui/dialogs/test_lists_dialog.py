# SPDX-License-Identifier: MIT
"""The history of a group's lists: what each did, undoing one, correcting how somebody left."""

import uuid
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar

from groupdesk.domain.enums import DepartureHow, MembershipState
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportField, ImportRow, Mapping
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.departure_dialog import DepartureDialog
from groupdesk.ui.dialogs.lists_dialog import ListsDialog
from groupdesk.ui.dialogs.undo_import_dialog import UndoImportDialog
from groupdesk.ui.jobs import ImmediateJobs
from tests.helpers import make_group
from tests.services.imports.rows import listed, row
from tests.ui.helpers import assert_freed


def take(desk: Desk, group: int, *numbers: int, name: str = "list.csv") -> int:
    found = desk.imports.preview(listed(*(row(i, f"M{i}") for i in numbers), file_name=name), group)
    return desk.imports.apply(uuid.uuid4(), found, Take(compare=True)).subject_id


@pytest.fixture
def group(desk: Desk) -> int:
    """A group with two lists: M0 left, M9 joined with the second."""
    made = make_group(desk, "Listed")
    take(desk, made, *range(8), name="may.csv")
    take(desk, made, *range(1, 10), name="june.csv")
    return made


@pytest.fixture
def dialog(context: UiContext, desk: Desk, group: int) -> ListsDialog:
    shown = ListsDialog(replace(context, jobs=ImmediateJobs(desk)), desk.groups.get(group))
    shown.show()
    return shown


def texts(dialog: ListsDialog, at: int = 0) -> list[str]:
    model = dialog.model
    return [str(model.data(model.index(at, column))) for column in range(model.columnCount())]


def shown(dialog: ListsDialog) -> list[str]:
    return [line.name for line in dialog.line_model.records]


def test_each_list_tells_its_numbers_and_what_it_did(dialog: ListsDialog) -> None:
    assert texts(dialog)[1:6] == ["june.csv", "2", "–", "1", "–"]
    assert texts(dialog, 1)[1:6] == ["may.csv", "8", "–", "–", "–"]
    assert shown(dialog) == ["M8", "M9"]
    dialog.chips.button(LineKind.LEFT.value).click()
    assert shown(dialog) == ["M0"]
    assert dialog.line_model.data(dialog.line_model.index(0, 1)) == "Left, reason unknown"
    assert dialog.chart.accessibleDescription().endswith(": 9")
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert len(shown(dialog)) == 8


def test_a_member_is_named_with_the_nickname_whatever_the_list_did(
    context: UiContext, desk: Desk
) -> None:
    group = desk.groups.get(take_nicknames(desk))
    shown = ListsDialog(replace(context, jobs=ImmediateJobs(desk)), group)
    shown.show()
    model = shown.line_model
    named = []
    for kind in (LineKind.NEW, LineKind.CHANGED, LineKind.LEFT):
        shown.chips.button(kind.value).click()
        named.append([model.data(model.index(at, 0)) for at in range(model.rowCount())])
    assert named == [["M2 (Two)"], ["M1 (One)", "M4"], ["M0 (Zero)"]]


def take_nicknames(desk: Desk) -> int:
    made = make_group(desk, "Named")
    before = (("M0", "Zero"), ("M1", ""), ("M4", "M4"))
    after = (("M1", "One"), ("M2", "Two"), ("M4", "M4"))
    for rows in (before, after):
        found = desk.imports.preview(
            listed(
                *(
                    row(int(n[1]), n, nickname=nick, company="A" if rows is after else "")
                    for n, nick in rows
                )
            ),
            made,
        )
        desk.imports.apply(uuid.uuid4(), found, Take(compare=True))
    return made


def test_a_list_is_undone_with_a_reason(dialog: ListsDialog, desk: Desk, group: int) -> None:
    QTest.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(UndoImportDialog)
    assert not asking.main_button.isEnabled()
    asking.reason.setFocus()
    QTest.keyClicks(asking.reason, "The wrong list")
    QTest.mouseClick(asking.main_button, Qt.MouseButton.LeftButton)
    assert desk.lists.of_group(group)[0].undo_reason == "The wrong list"
    assert len(desk.members.ids(MemberFilter(group))) == 8
    assert texts(dialog)[-1] == "undone"
    assert not dialog.undo.isEnabled()
    assert "The wrong list" in dialog.said.text()


def test_what_stands_in_the_way_is_said(dialog: ListsDialog) -> None:
    dialog.table.selectRow(1)
    dialog.undo.click()
    (asking,) = dialog.findChildren(UndoImportDialog)
    assert asking.blocked.isVisible()
    assert "M0" in asking.blocked.text()
    assert "Imported a member list" in asking.blocked.text()
    assert not asking.main_button.isVisible()
    assert not asking.field.isVisible()


def test_a_group_without_lists_says_so(context: UiContext, desk: Desk) -> None:
    dialog = ListsDialog(context, desk.groups.get(make_group(desk, "Empty")))
    dialog.show()
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert "No list was imported into this group yet." in said
    assert not dialog.undo.isEnabled()


def test_how_somebody_left_is_corrected(context: UiContext, desk: Desk, group: int) -> None:
    (gone,) = desk.members.ids(MemberFilter(group, "former"))
    (entry,) = desk.timeline.of_member(gone)
    dialog = DepartureDialog(context, desk.departures.get(entry.id))
    dialog.show()
    QApplication.processEvents()
    assert not dialog.choices[DepartureHow.REMOVED].isEnabled()
    assert not dialog.choices[DepartureHow.UNKNOWN].isEnabled()
    QTest.keyClick(dialog.choices[DepartureHow.OWN_WISH], Qt.Key.Key_Space)
    assert not dialog.main_button.isEnabled()
    dialog.reason.setPlainText("She wrote so")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [e.state for e in desk.timeline.of_member(gone)][:1] == ["own_wish"]
    assert desk.members.detail(gone).row.state is MembershipState.LEFT


def test_a_stale_departure_is_told_in_the_dialog(
    context: UiContext, desk: Desk, group: int
) -> None:
    (gone,) = desk.members.ids(MemberFilter(group, "former"))
    (entry,) = desk.timeline.of_member(gone)
    dialog = DepartureDialog(context, desk.departures.get(entry.id))
    dialog.show()
    desk.departures.correct(uuid.uuid4(), entry.id, DepartureHow.STAYED, "Still here")
    dialog.choices[DepartureHow.OWN_WISH].click()
    dialog.reason.setPlainText("She wrote so")
    dialog.main_button.click()
    assert dialog.isVisible()
    assert dialog.reason.text == "She wrote so"
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any("no longer holds" in text for text in said)


class SlowJobs:
    """Jobs of which a test says how far they are."""

    def __init__(self) -> None:
        self.args: Any = None
        self.progress: Any = None
        self.failed: Any = None

    def run(self, _owner: object, _name: str, args: Any, *calls: Any) -> "SlowJobs":
        self.args, (self.progress, _done, self.failed) = args, calls
        return self

    def cancel(self) -> None:
        self.failed(CancelledError())


def test_undoing_shows_how_far_it_is_can_be_stopped_and_forgets_the_columns(
    context: UiContext, desk: Desk, group: int
) -> None:
    mapping = Mapping((ImportField.NAME, None), 1, "utf-8", ",")
    found = desk.imports.preview(
        listed(ImportRow(1, "New"), mapping=mapping, shape_key="s1"), group
    )
    desk.imports.apply(uuid.uuid4(), found)
    jobs = SlowJobs()
    slow = replace(context, jobs=cast("Any", jobs))
    newest = desk.lists.of_group(group)[0]
    asking = UndoImportDialog(slow, desk.groups.get(group), newest)
    asking.show()
    assert asking.forget.isVisible()
    assert asking.forget.isChecked()
    QTest.keyClicks(asking.reason, "Wrong columns")
    QTest.mouseClick(asking.main_button, Qt.MouseButton.LeftButton)
    assert jobs.args["forget_mapping"] is True
    jobs.progress("undo", 1, 4)
    bar = cast("QProgressBar", asking.findChild(QProgressBar))
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 1, 4)
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert asking.isVisible()
    assert asking.banner.text == "Stopped. The import is as it was."
    assert asking.reason.text == "Wrong columns"
    older = UndoImportDialog(slow, desk.groups.get(group), desk.lists.of_group(group)[-1])
    assert older.forget.isHidden(), "nobody said anything of its columns"
    for shown in (asking, older):
        assert_freed(shown)
