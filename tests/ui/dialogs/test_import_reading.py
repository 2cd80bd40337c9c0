# SPDX-License-Identifier: MIT
"""How a list is read can be seen and changed: encoding, columns known, columns remembered."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from groupdesk.domain.import_records import ImportField
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.item_models.import_lines import NAME
from groupdesk.ui.jobs import ImmediateJobs
from tests.ui.helpers import assert_freed

TELEGRAM = (
    "username,user id,access hash,name,group,group id\n"
    "ada_l,402153,-661739101,Ada Lovelace,Friends,1\n,998877,812345,小明,Friends,1\n"
)


@pytest.fixture
def context(context: UiContext) -> UiContext:
    return replace(context, jobs=ImmediateJobs(context.desk))


@pytest.fixture
def dialog(context: UiContext) -> Iterator[ImportDialog]:
    made = opened(context)
    yield made
    assert_freed(made)


def opened(context: UiContext) -> ImportDialog:
    made = ImportDialog(context, context.desk.groups.all()[0])
    made.show()
    QApplication.processEvents()
    return made


def give(dialog: ImportDialog, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    dialog.take_files([path])


def shown(dialog: ImportDialog) -> list[str]:
    model = dialog.preview.model
    return [str(model.index(row, NAME).data()) for row in range(model.rowCount())]


def said(dialog: ImportDialog) -> str:
    QApplication.processEvents()
    labels = dialog.findChildren(QLabel)
    return "\n".join(part.text() for part in labels if part.isVisibleTo(dialog))


def choose_encoding(dialog: ImportDialog, code: str) -> None:
    dialog.encoding.setCurrentIndex(dialog.encoding.findData(code))
    dialog.encoding.activated.emit(dialog.encoding.currentIndex())


def test_a_known_list_goes_straight_to_the_preview_and_its_columns_can_be_opened(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    give(dialog, tmp_path / "x.csv", TELEGRAM.encode())
    assert dialog.steps.currentWidget() is dialog.preview
    assert shown(dialog) == ["Ada Lovelace", "小明"]
    assert "Telegram members" in said(dialog)
    dialog.columns.click()
    assert dialog.steps.currentWidget() is dialog.mapping
    assert "knows this kind" in said(dialog)
    assert "812345" not in said(dialog)
    assert dialog.mapping.combos[0].currentData() == ImportField.HANDLE


def test_changed_columns_are_proposed_again(context: UiContext, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    first = opened(context)
    give(first, path, "谁,姓名,手机\n甲,李伟,138\n".encode())
    note = first.mapping.combos[0].findData(ImportField.NOTE)
    first.mapping.combos[0].setCurrentIndex(note)
    first.main_button.click()
    first.main_button.click()
    second = opened(context)
    give(second, path, "谁,姓名,手机\n乙,王芳,139\n".encode())
    assert second.steps.currentWidget() is second.preview
    assert "as you chose for an earlier list" in said(second)
    second.columns.click()
    assert "as you chose them" in said(second)
    assert second.mapping.combos[0].currentIndex() == note
    second.cancel.click()


def test_another_encoding_can_be_chosen_in_the_preview(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    header = "username,user id,access hash,name,group,group id\n"
    give(dialog, tmp_path / "x.csv", (header + "a,1,2,Zoëa,G,1\nb,2,3,Ann,G,1\n").encode("cp1252"))
    assert dialog.encoding.isVisibleTo(dialog)
    assert dialog.encoding.currentData() == "windows-1252"
    choose_encoding(dialog, "gb18030")
    assert dialog.encoding.currentData() == "gb18030"
    assert shown(dialog)[0] != "Zoëa"
    choose_encoding(dialog, "windows-1252")
    assert shown(dialog)[0] == "Zoëa"


def test_an_encoding_that_does_not_fit_leaves_the_preview_as_it_was(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    give(dialog, tmp_path / "x.csv", TELEGRAM.encode("gb18030"))
    choose_encoding(dialog, "utf-8")
    assert "is not written in" in dialog.banner.text
    assert dialog.encoding.currentData() == "gb18030"
    assert shown(dialog) == ["Ada Lovelace", "小明"]
    assert dialog.main_button.isEnabled()


def test_cards_have_an_encoding_and_no_columns(dialog: ImportDialog, tmp_path: Path) -> None:
    give(dialog, tmp_path / "x.vcf", "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode())
    assert shown(dialog) == ["Zoë"]
    assert not dialog.columns.isVisibleTo(dialog)
    assert dialog.encoding.isVisibleTo(dialog)
    assert "An address book" in said(dialog)


def test_a_pasted_drawn_table_asks_for_its_columns(dialog: ImportDialog) -> None:
    dialog.choose.names.setPlainText("| 姓名 | 手机 |\n|---|---|\n| 李伟 | 138 |\n")
    dialog.main_button.click()
    assert dialog.steps.currentWidget() is dialog.mapping
    dialog.main_button.click()
    assert shown(dialog) == ["李伟"]
    assert not dialog.encoding.isVisibleTo(dialog)


def test_a_list_of_groups_is_refused_in_a_sentence(dialog: ImportDialog, tmp_path: Path) -> None:
    give(dialog, tmp_path / "x.csv", "客户群名称,群主,群人数,群ID\n茶友,李四,12,wr1\n".encode())
    assert "lists groups" in dialog.banner.text
    assert dialog.steps.currentWidget() is dialog.choose
