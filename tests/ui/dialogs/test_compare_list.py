# SPDX-License-Identifier: MIT
"""Comparing a list with its group in the import dialog, with keys and mouse."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from groupdesk.domain.enums import DepartureHow, MembershipState
from groupdesk.domain.export_records import ExportFormat
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.item_models.import_lines import DETAILS, LINE, NAME, STATE, TICK
from groupdesk.ui.jobs import ImmediateJobs
from tests.helpers import make_group, removal, rule_id
from tests.services.exports.lists import export
from tests.services.imports.rows import listed, row


@pytest.fixture
def group(desk: Desk) -> int:
    """A group of its own, with eight members."""
    made = make_group(desk, "Listed")
    found = desk.imports.preview(listed(*(row(i, f"M{i}") for i in range(8))), made)
    desk.imports.apply(uuid.uuid4(), found)
    return made


@pytest.fixture
def working(context: UiContext, desk: Desk) -> UiContext:
    """The context with jobs that are done at once."""
    return replace(context, jobs=ImmediateJobs(desk))


@pytest.fixture
def dialog(working: UiContext, desk: Desk, group: int) -> Iterator[ImportDialog]:
    shown = ImportDialog(working, desk.groups.get(group))
    shown.show()
    yield shown
    if isValid(shown):
        shown.close()


def read(dialog: ImportDialog, *lines: str) -> None:
    """Paste a list and go on to its preview."""
    dialog.choose.names.setPlainText("\n".join(("name\tuser id", *lines)))
    dialog.main_button.click()
    if dialog.steps.currentWidget() is dialog.mapping:
        dialog.main_button.click()
    assert dialog.steps.currentWidget() is dialog.preview


def people(*numbers: int) -> list[str]:
    return [f"M{i}\tu{i}" for i in numbers]


def main(dialog: ImportDialog) -> str:
    return dialog.main_button.text()


def cells(dialog: ImportDialog, at: int = 0) -> list[str]:
    model = dialog.preview.model
    return [str(model.data(model.index(at, column)) or "") for column in (NAME, STATE, LINE)]


def ids(desk: Desk, group: int) -> dict[str, int]:
    rows = desk.members.rows(list(desk.members.ids(MemberFilter(group))))
    return {line.name: line.id for line in rows}


def compare(dialog: ImportDialog) -> None:
    """Choose it by its key, as without a mouse."""
    QApplication.processEvents()
    dialog.preview.choice.add.setFocus()
    QTest.keyClick(dialog.preview.choice.add, Qt.Key.Key_Right)
    assert dialog.preview.choice.compare.isChecked()


def test_nothing_is_compared_before_it_is_asked_for(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    read(dialog, *people(1, 2, 3, 4, 5, 6, 7), "M9\tu9")
    assert dialog.preview.choice.add.isChecked()
    assert main(dialog) == "Import 1 new"
    dialog.main_button.click()
    assert set(ids(desk, group)) == {*(f"M{i}" for i in range(8)), "M9"}


def test_an_empty_group_is_not_asked(working: UiContext, desk: Desk) -> None:
    empty = desk.groups.get(make_group(desk, "Empty"))
    dialog = ImportDialog(working, empty)
    dialog.show()
    read(dialog, *people(1))
    assert dialog.preview.choice.isHidden()
    dialog.close()


def test_who_left_is_recorded(dialog: ImportDialog, desk: Desk, group: int) -> None:
    known = ids(desk, group)
    read(dialog, *people(1, 2, 3, 4, 5, 6), "M7 new\tu7", "M9\tu9")
    compare(dialog)
    assert main(dialog) == "Record 1 joined, 1 left, 1 changed"
    dialog.preview.chips.button(LineKind.LEFT.value).click()
    assert cells(dialog) == ["M0", "Reason unknown", ""]
    dialog.preview.how.setCurrentIndex(1)
    assert cells(dialog) == ["M0", "Own wish", ""]
    dialog.main_button.click()
    (entry,) = desk.timeline.of_member(known["M0"])
    assert entry.state == DepartureHow.OWN_WISH
    assert set(ids(desk, group)) == {*(f"M{i}" for i in range(1, 7)), "M7 new", "M9"}


def test_one_of_them_stays(dialog: ImportDialog, desk: Desk, group: int) -> None:
    read(dialog, *people(2, 3, 4, 5, 6, 7))
    compare(dialog)
    table = dialog.preview.table
    assert dialog.preview.kind is LineKind.LEFT
    place = table.visualRect(dialog.preview.model.index(0, TICK)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert cells(dialog) == ["M0", "Stays", ""]
    assert dialog.preview.panel.hows[DepartureHow.STAYED].isChecked()
    assert main(dialog) == "Record 1 left"
    table.setFocus()
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert not dialog.main_button.isEnabled()
    dialog.preview.panel.hows[DepartureHow.OWN_WISH].click()
    dialog.main_button.click()
    assert set(ids(desk, group)) == {f"M{i}" for i in (0, 2, 3, 4, 5, 6, 7)}


def test_a_short_list_takes_nobody_out_by_itself(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    read(dialog, *people(0, 1))
    compare(dialog)
    assert not dialog.main_button.isEnabled()
    QApplication.processEvents()
    said = [label.text() for label in dialog.preview.findChildren(QLabel) if label.isVisible()]
    assert any("6 of 8 members" in text for text in said)
    assert cells(dialog)[1] == "Stays"
    dialog.preview.all_button.click()
    assert main(dialog) == "Record 6 left"
    dialog.main_button.click()
    assert set(ids(desk, group)) == {"M0", "M1"}


def test_a_new_name_is_the_member_that_is_missing(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    known = ids(desk, group)
    read(dialog, *people(*range(7)), "M7 of Berlin\t")
    compare(dialog)
    dialog.preview.chips.button(LineKind.LEFT.value).click()
    assert cells(dialog)[:2] == ["M7", "Renamed?"]
    (offer,) = [key for key in dialog.preview.panel.hows if isinstance(key, int)]
    dialog.preview.panel.hows[offer].click()
    assert cells(dialog)[1] == "Renamed"
    assert main(dialog) == "Record 1 changed"
    dialog.main_button.click()
    assert ids(desk, group)["M7 of Berlin"] == known["M7"]


def test_who_may_be_renamed_is_asked_about_before_anything_is_recorded(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    read(dialog, *people(*range(7)), "M7 of Berlin\t", "Ann\tu99")
    compare(dialog)
    assert dialog.preview.kind is LineKind.LEFT, "the question stands in front"
    assert cells(dialog)[:2] == ["M7", "Renamed?"]
    assert not any(choice.isChecked() for choice in dialog.preview.panel.hows.values())
    assert not dialog.main_button.isEnabled()
    QTest.keyClick(dialog.preview.table, Qt.Key.Key_Space)  # ticked: gone
    assert cells(dialog)[1] == "Reason unknown"
    assert main(dialog) == "Record 2 joined, 1 left"
    QTest.keyClick(dialog.preview.table, Qt.Key.Key_Space)
    assert cells(dialog)[1] == "Stays"
    assert main(dialog) == "Record 2 joined"
    dialog.main_button.click()
    assert {"M7", "M7 of Berlin", "Ann"} < set(ids(desk, group))


def test_all_who_may_be_renamed_are_decided_at_once(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    read(dialog, *people(*range(6)), "M6 of Rome\t", "M7 of Berlin\t")
    compare(dialog)
    assert not dialog.main_button.isEnabled()
    dialog.preview.all_button.click()
    assert main(dialog) == "Record 2 joined, 2 left"
    dialog.main_button.click()
    assert {"M6", "M7"}.isdisjoint(ids(desk, group))


def test_former_members_of_our_own_list_are_called_what_they_are(
    dialog: ImportDialog, desk: Desk, group: int, tmp_path: Path
) -> None:
    known = ids(desk, group)
    desk.removals.decide(removal(desk, known["M5"], rule_id(desk, group)))
    rest = desk.imports.preview(listed(*(row(i, f"M{i}") for i in (0, 1, 2, 3, 4, 7))), group)
    desk.imports.apply(uuid.uuid4(), rest, Take(compare=True))
    path = export(desk, tmp_path / "own.csv", ExportFormat.CSV, group_id=group)
    dialog.take_files([path])
    dialog.preview.chips.button(LineKind.UNCHANGED.value).click()
    told = {cells(dialog, at)[0]: cells(dialog, at)[1] for at in range(8)}
    assert (told["M0"], told["M5"], told["M6"]) == ("", "Removed", "Left")
    assert not dialog.main_button.isEnabled(), "there is nothing to take in"


def test_an_id_that_was_given_to_somebody_else_is_asked_about(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    first = row(7, "M7", phone="138 0013 8000")
    desk.imports.apply(uuid.uuid4(), desk.imports.preview(listed(first), group))
    dialog.choose.names.setPlainText("name\tuser id\tphone\nZhou Lan\tu7\t139 0013 9111")
    dialog.main_button.click()
    if dialog.steps.currentWidget() is dialog.mapping:
        dialog.main_button.click()
    dialog.preview.chips.button(LineKind.CONFLICT.value).click()
    assert cells(dialog)[:2] == ["Zhou Lan", "Left out"]
    panel = dialog.preview.panel
    assert "The ID u7 belongs to M7 here" in " ".join(
        one.text() for one in panel.findChildren(QLabel)
    )
    leave, same = panel.choices.values()
    assert leave.isChecked()
    assert not dialog.main_button.isEnabled()
    same.click()
    dialog.main_button.click()
    assert "Zhou Lan" in ids(desk, group)


def test_a_recorded_removal_is_offered(dialog: ImportDialog, desk: Desk, group: int) -> None:
    known = ids(desk, group)
    receipt = desk.removals.decide(removal(desk, known["M5"], rule_id(desk, group)))
    case = desk.removals.get(receipt.subject_id).case_number
    read(dialog, *people(0, 1, 2, 3, 4, 6))
    compare(dialog)
    assert cells(dialog)[:2] == ["M5", "Removed by us"]
    hows = dialog.preview.panel.hows
    assert hows[DepartureHow.REMOVED].isChecked()
    assert f"case {case}" in hows[DepartureHow.REMOVED].text()
    dialog.preview.table.selectRow(1)
    assert not dialog.preview.panel.hows[DepartureHow.REMOVED].isEnabled()
    dialog.main_button.click()
    assert desk.members.detail(known["M5"]).row.state is MembershipState.REMOVED
    assert desk.members.detail(known["M7"]).row.state is MembershipState.LEFT


def test_the_kinds_of_changes_have_chips(dialog: ImportDialog) -> None:
    read(dialog, *people(*range(1, 8)), "M0 new\tu0")
    compare(dialog)
    assert dialog.preview.chips.button(LineKind.RENAMED.value).text().startswith("Renamed")
    dialog.preview.chips.button(LineKind.RENAMED.value).click()
    model = dialog.preview.model
    assert "M0 new" in str(model.data(model.index(0, DETAILS)))
    QTest.mouseClick(dialog.preview.choice.add, Qt.MouseButton.LeftButton)
    assert main(dialog) == "Update 1"


def test_a_reason_without_anybody_who_left_says_that_nothing_is_recorded(
    dialog: ImportDialog, desk: Desk, group: int
) -> None:
    read(dialog, *people(0, 1, 2, 3, 4, 5))
    compare(dialog)
    step = dialog.preview
    QTest.mouseClick(step.chips.button(LineKind.LEFT.value), Qt.MouseButton.LeftButton)
    if step._all_taken:
        QTest.mouseClick(step.all_button, Qt.MouseButton.LeftButton)
    assert not step.how_hint.isVisible(), "nobody gave a reason yet"
    step.how.setFocus()
    QTest.keyClick(step.how, Qt.Key.Key_End)
    assert step.how.value is not DepartureHow.UNKNOWN
    assert step.how_hint.isVisible()
    assert step.how_hint.text().startswith("Nobody is recorded as left yet")
    QTest.mouseClick(step.all_button, Qt.MouseButton.LeftButton)
    assert not step.how_hint.isVisible()
    QTest.mouseClick(step.all_button, Qt.MouseButton.LeftButton)
    assert step.how_hint.isVisible()
    QTest.mouseClick(step.chips.button(LineKind.UNCHANGED.value), Qt.MouseButton.LeftButton)
    assert not step.how_hint.isVisible()
