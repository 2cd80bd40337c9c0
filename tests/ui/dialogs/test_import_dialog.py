# SPDX-License-Identifier: MIT
"""The import as a person does it: drop, paste, type, choose, look, take in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from shiboken6 import delete, isValid

from groupdesk.domain.errors import CancelledError, StorageError, WorkStoppedError
from groupdesk.domain.import_records import ImportField
from groupdesk.domain.records import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.data_events import DataEvents
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.item_models.import_lines import NAME, TICK
from groupdesk.ui.jobs import ImmediateJobs, JobHandle, JobSession
from groupdesk.ui.tasks import ImmediateRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from tests.ui.desks import Clock, Notices, add_member, small_desk
from tests.ui.helpers import assert_freed

CSV = "编号,姓名,手机\n1,李伟,138\n2,王芳,139\n,,\n3,赵敏\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = small_desk(tmp_path, Clock())
    yield opened
    opened.close()


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def context(
    desk: Desk, theme: Theme, translations: Translations, notices: Notices
) -> Iterator[UiContext]:
    def bug(error: BaseException) -> None:
        raise error

    nothing = cast(Any, SimpleNamespace())
    parent = QObject()
    yield UiContext(
        desk=desk, runner=ImmediateRunner(), jobs=ImmediateJobs(desk), theme=theme,
        translations=translations, events=DataEvents(desk.data_version, parent), settings=nothing,
        acts=nothing, thumbnails=nothing, notify=notices, report_bug=bug,
    )  # fmt: skip
    delete(parent)  # here and now: the collector may run in another test's thread


@pytest.fixture
def dialog(context: UiContext) -> Iterator[ImportDialog]:
    yield from _opened(context)


def _opened(context: UiContext, *paths: Path) -> Iterator[ImportDialog]:
    made = ImportDialog(context, context.desk.groups.all()[0], paths)
    made.show()
    QApplication.processEvents()
    yield made
    if _alive(made):
        assert_freed(made)


def _alive(dialog: ImportDialog) -> bool:
    return isValid(dialog) and dialog.isVisible()


def csv(folder: Path, text: str = CSV, encoding: str = "utf-8") -> Path:
    path = folder / "群成员.csv"
    path.write_bytes(text.encode(encoding))
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(target: QWidget, mime: QMimeData) -> None:
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), actions, mime, buttons, none)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted(), "nothing may be dropped here"
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), actions, mime, buttons, none))


def names(desk: Desk) -> set[str]:
    group = desk.groups.all()[0].id
    return {row.name for row in desk.members.rows(desk.members.ids(MemberFilter(group)))}


def shown(dialog: ImportDialog) -> list[str]:
    model = dialog.preview.model
    return [str(model.index(row, NAME).data()) for row in range(model.rowCount())]


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what a layout was given shows with its next turn
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def main(dialog: ImportDialog) -> str:
    return dialog.main_button.text()


def test_pasted_names_are_taken_in_by_keyboard_alone(
    dialog: ImportDialog, desk: Desk, notices: Notices
) -> None:
    assert not dialog.main_button.isEnabled()
    QGuiApplication.clipboard().setText("李伟\n王芳\n")
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.choose.names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(dialog) == ["李伟", "王芳"]
    assert names(desk) == {"王小明"}, "written before it was confirmed"
    assert main(dialog) == "Import 2 new"
    QTest.keyClick(dialog.preview.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert names(desk) == {"王小明", "李伟", "王芳"}
    assert "2 new" in notices.texts[-1]


def test_a_dropped_file_of_unknown_columns_asks_what_they_hold(
    dialog: ImportDialog, desk: Desk, tmp_path: Path
) -> None:
    drop(dialog.choose.area, files(csv(tmp_path, encoding="gb18030")))
    assert [combo.currentData() for combo in dialog.mapping.combos] == [
        ImportField.EXTERNAL_ID, ImportField.NAME, ImportField.PHONE,
    ]  # fmt: skip
    assert dialog.mapping.encoding.currentData() == "gb18030"
    dialog.main_button.click()
    assert shown(dialog) == ["李伟", "王芳"]
    dialog.preview.chips.button("rejected").click()
    assert "2 cells" in texts(dialog.preview.panel)
    dialog.main_button.click()
    assert {"李伟", "王芳"} <= names(desk)


def test_the_mapping_is_remembered_and_can_be_changed_again(
    context: UiContext, tmp_path: Path
) -> None:
    path = csv(tmp_path)
    for first in _opened(context, path):
        first.main_button.click()
        first.main_button.click()
    for second in _opened(context, path):
        assert second.steps.currentWidget() is second.preview
        second.columns.click()
        assert second.steps.currentWidget() is second.mapping


def test_missing_columns_are_said_beside_the_button(dialog: ImportDialog, tmp_path: Path) -> None:
    dialog.take_files([csv(tmp_path)])
    for combo in dialog.mapping.combos:
        combo.setCurrentIndex(0)
    assert not dialog.main_button.isEnabled()
    assert "name, ID, e-mail" in texts(dialog)
    for combo in dialog.mapping.combos[:2]:
        combo.setCurrentIndex(combo.findData(ImportField.NAME))
    assert not dialog.main_button.isEnabled()


def test_another_encoding_reads_the_file_again(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("name,city\nJosé,Köln\nZoë,Gärten\n".encode("windows-1252"))
    dialog.take_files([path])
    combo: QComboBox = dialog.mapping.encoding
    combo.setCurrentIndex(combo.findData("utf-8"))
    combo.activated.emit(combo.currentIndex())
    assert "not written in" in dialog.banner.text
    assert combo.currentData() == "windows-1252", "the choice that failed stands there still"


def test_a_table_without_headings_can_be_said_to_be_one(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.take_files([csv(tmp_path, "姓名,手机\n李伟,138\n王芳,139\n")])
    header = dialog.mapping.header
    header.setCurrentIndex(header.findData(None))
    header.activated.emit(header.currentIndex())
    dialog.mapping.combos[0].setCurrentIndex(dialog.mapping.combos[0].findData(ImportField.NAME))
    dialog.main_button.click()
    assert "姓名" in shown(dialog)


def test_a_line_and_a_field_can_be_left_out(dialog: ImportDialog, desk: Desk) -> None:
    group = desk.groups.all()[0].id
    add_member(desk, group, "Grace")
    dialog.choose.names.setPlainText("name\tphone\trole\nGrace\t138\tadmin\nAnn\t1\t\nBen\t2\t")
    dialog.main_button.click()
    dialog.main_button.click()
    table = dialog.preview.table
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert main(dialog) == "Import 1 new, update 1"
    dialog.preview.chips.button("changed").click()
    dialog.preview.panel.boxes["role"].click()
    dialog.main_button.click()
    assert names(desk) == {"王小明", "Grace", "Ben"}
    (grace,) = desk.members.ids(MemberFilter(group, text="grace"))
    fields = desk.members.detail(grace).fields
    assert (fields.phone, fields.role.value) == ("138", "member")


def test_a_click_on_the_tick_leaves_a_line_out_and_all_can_be_taken_back(
    dialog: ImportDialog,
) -> None:
    dialog.choose.names.setPlainText("Ann\nBen\nCarla")
    dialog.main_button.click()
    table = dialog.preview.table
    place = table.visualRect(dialog.preview.model.index(1, TICK)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert main(dialog) == "Import 2 new"
    dialog.preview.all_button.click()
    assert main(dialog) == "Import 3 new"
    dialog.preview.all_button.click()
    assert not dialog.main_button.isEnabled()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert main(dialog) == "Import 1 new"


def test_a_conflict_is_decided_in_the_panel(dialog: ImportDialog, desk: Desk) -> None:
    group = desk.groups.all()[0].id
    add_member(desk, group, "王芳")
    second = add_member(desk, group, "王芳").row.id
    dialog.choose.names.setPlainText("name\tphone\n王芳\t139")
    dialog.main_button.click()
    dialog.main_button.click()
    assert not dialog.main_button.isEnabled()
    dialog.preview.panel.choices[second].click()
    assert main(dialog) == "Update 1"
    dialog.main_button.click()
    assert desk.members.detail(second).fields.phone == "139"


def test_a_list_with_nothing_new_cannot_be_imported(dialog: ImportDialog) -> None:
    dialog.choose.names.setPlainText("王小明")
    dialog.main_button.click()
    assert dialog.preview.chips.current == "unchanged"
    assert not dialog.main_button.isEnabled()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("empty.csv", b""),
        ("x.pdf", b"%PDF-1.7 "),
    ],
)
def test_a_file_that_is_no_list_is_named_and_the_dialog_stays(
    dialog: ImportDialog, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    drop(dialog, files(path))
    assert name in dialog.banner.text
    assert dialog.steps.currentWidget() is dialog.choose
    assert not dialog.busy


def test_a_file_copied_in_the_file_manager_can_be_pasted(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setMimeData(files(csv(tmp_path)))
    dialog.choose.names.setFocus()
    dialog.choose.names.paste()
    assert dialog.steps.currentWidget() is dialog.mapping


def test_of_several_files_the_first_is_read_and_that_is_said(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("name\nX\n")
    drop(dialog, files(csv(tmp_path), other))
    assert "群成员.csv" in dialog.banner.text
    assert dialog.steps.currentWidget() is dialog.mapping


def test_names_with_markup_and_hidden_signs_are_shown_as_they_are(dialog: ImportDialog) -> None:
    dialog.choose.names.setPlainText("<img src=x>\n\u202egnp.exe")
    dialog.main_button.click()
    assert shown(dialog) == ["<img src=x>", "‹U+202E›gnp.exe"]


def test_the_preview_follows_the_language(dialog: ImportDialog, translations: Translations) -> None:
    dialog.choose.names.setPlainText("Ann")
    dialog.main_button.click()
    translations.set_language("zh")
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert dialog.preview.chips.button("new").text() == "新增 1"


def _no_error(error: Exception) -> None:
    raise error


class _Session:
    """Does what the true one does, but for one job."""

    def __init__(self, real: JobSession, job: str, fail: Callable[[], Exception | None]) -> None:
        self._real, self._job, self._fail = real, job, fail
        self.cancelled = False

    def run(self, name: str, args: Any, told: Any, done: Any, failed: Any) -> JobHandle:
        if name == self._job:
            error = self._fail()
            if error is not None:
                failed(error)
            return self
        return self._real.run(name, args, told, done, failed)

    def cancel(self) -> None:
        self.cancelled = True

    def close(self) -> None:
        self._real.close()


def _replace_session(
    dialog: ImportDialog, job: str, fail: Callable[[], Exception | None]
) -> _Session:
    made = _Session(dialog._session, job, fail)
    dialog._session = made
    return made


def test_a_full_disk_keeps_the_preview_and_what_was_left_out(dialog: ImportDialog) -> None:
    dialog.choose.names.setPlainText("Ann\nBen")
    dialog.main_button.click()
    QTest.keyClick(dialog.preview.table, Qt.Key.Key_Space)
    _replace_session(dialog, "import.apply", lambda: StorageError("disk_full"))
    dialog.main_button.click()
    assert "disk is full" in dialog.banner.text
    assert main(dialog) == "Import 1 new"
    assert dialog.main_button.isEnabled()


def test_an_import_whose_answer_was_lost_is_known_to_be_saved(
    dialog: ImportDialog, desk: Desk, notices: Notices
) -> None:
    dialog.choose.names.setPlainText("Ann")
    dialog.main_button.click()
    real, take = dialog._session, dialog.preview.decisions.take

    def lost() -> Exception:
        args = {"operation": dialog._operation, "take": take()}
        real.run("import.apply", args, lambda *_: None, lambda _r: None, _no_error)
        return WorkStoppedError("work_stopped")

    _replace_session(dialog, "import.apply", lost)
    dialog.main_button.click()
    assert "Ann" in names(desk)
    assert "1 new" in notices.texts[-1]


def test_a_process_that_died_leads_to_a_new_preview(dialog: ImportDialog, desk: Desk) -> None:
    dialog.choose.names.setPlainText("Ann")
    dialog.main_button.click()
    _replace_session(dialog, "import.apply", lambda: WorkStoppedError("work_stopped"))
    dialog.main_button.click()
    assert "ended unexpectedly" in dialog.banner.text
    assert dialog.steps.currentWidget() is dialog.preview
    assert names(desk) == {"王小明"}


def test_a_register_that_changed_leads_to_a_new_preview(dialog: ImportDialog, desk: Desk) -> None:
    dialog.choose.names.setPlainText("Ann\nBen")
    dialog.main_button.click()
    add_member(desk, desk.groups.all()[0].id, "Ann")
    dialog.main_button.click()
    assert "register changed" in dialog.banner.text
    assert main(dialog) == "Import 1 new"


@pytest.mark.parametrize("step", ["choose", "mapping", "preview"])
def test_each_step_has_a_button_that_leaves_without_doing_anything(
    dialog: ImportDialog, desk: Desk, step: str
) -> None:
    if step != "choose":
        dialog.choose.names.setPlainText("name\tphone\nAnn\t138" if step == "mapping" else "Ann")
        dialog.main_button.click()
    assert dialog.steps.currentWidget() is getattr(dialog, step)
    assert dialog.cancel.isVisible()
    assert dialog.cancel.text() == "Cancel"
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not _alive(dialog)
    assert names(desk) == {"王小明"}


@pytest.mark.parametrize("job", ["import.open", "import.apply"])
@pytest.mark.parametrize("way", ["mouse", "Escape"])
def test_work_can_be_cancelled_by_button_and_by_escape(
    dialog: ImportDialog, job: str, way: str
) -> None:
    dialog.choose.names.setPlainText("Ann")
    if job == "import.apply":
        dialog.main_button.click()
    session = _replace_session(dialog, job, lambda: None)
    dialog.main_button.click()
    assert dialog.busy
    assert dialog.cancel.isVisible()
    assert dialog.cancel.isEnabled()
    if way == "mouse":
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.cancelled
    assert dialog.isVisible()
    assert not dialog.cancel.isEnabled(), "it was asked for already"
    failed = dialog._on_not_read if job == "import.open" else dialog._on_not_applied
    failed(CancelledError())
    assert dialog.cancel.isEnabled()
    assert dialog.choose.text == "Ann"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not _alive(dialog)


def test_a_name_pasted_twice_is_said_and_left_out_until_it_is_decided(
    dialog: ImportDialog, desk: Desk
) -> None:
    QGuiApplication.clipboard().setText("李伟\n王芳\n李伟")
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert main(dialog) == "Import 2 new"
    assert "repeat the name of an earlier line: 1" in texts(dialog.preview)
    QTest.mouseClick(dialog.preview.chips.button("conflict"), Qt.MouseButton.LeftButton)
    assert shown(dialog) == ["李伟"]
    panel = dialog.preview.panel
    assert "Line 1 has the same name" in texts(panel)
    assert [choice.text() for choice in panel.choices.values() if choice.isChecked()] == [
        "It is the person of line 1: leave this row out"
    ]
    QTest.keyClick(panel.choices[0], Qt.Key.Key_Space)
    assert main(dialog) == "Import 3 new"
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    group = desk.groups.all()[0].id
    everybody = [row.name for row in desk.members.rows(desk.members.ids(MemberFilter(group)))]
    assert sorted(everybody) == sorted(["王小明", "李伟", "李伟", "王芳"])


def test_members_are_named_by_the_display_name_where_the_list_has_no_other(
    dialog: ImportDialog, tmp_path: Path, desk: Desk
) -> None:
    text = "手机号,昵称\n13800138000,小芳\n13900139000,阿伟\n"
    drop(dialog.choose.area, files(csv(tmp_path, text)))
    assert dialog.mapping.combos[1].currentText() == "Name"
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert shown(dialog) == ["小芳", "阿伟"]
    assert "Without a name" not in texts(dialog.preview)


def test_one_of_several_groups_in_a_file_is_chosen(
    dialog: ImportDialog, desk: Desk, tmp_path: Path
) -> None:
    own = desk.groups.all()[0].name
    groups = [
        {"group_chat": {"name": name, "member_list": [{"userid": who, "name": who}]}}
        for name, who in (("Other", "Otto"), (own, "Olga"), ("", "Nameless"))
    ]
    path = tmp_path / "groups.txt"
    path.write_text(json.dumps(groups), encoding="utf-8")
    drop(dialog, files(path))
    step = dialog.groups
    assert dialog.steps.currentWidget() is step
    model = step.model
    cells = [[model.index(row, at).data() for at in range(3)] for row in range(3)]
    assert cells[0] == ["Other", "WeCom group (JSON)", "1"]
    assert cells[2][0] == "(no name)"
    assert step.place == 1, "the group with the name of ours is proposed"
    QTest.keyClick(step.table, Qt.Key.Key_Up)
    QTest.keyClick(step.table, Qt.Key.Key_Return)
    assert shown(dialog) == ["Otto"]
    dialog.back.click()
    assert dialog.steps.currentWidget() is step
    QTest.keyClick(step.table, Qt.Key.Key_Down)
    dialog.main_button.click()
    assert shown(dialog) == ["Olga"]


def test_without_a_proposal_the_group_is_asked_for(dialog: ImportDialog, tmp_path: Path) -> None:
    groups = [{"member_list": [{"userid": who}]} for who in ("a", "b")]
    path = tmp_path / "groups.json"
    path.write_text(json.dumps(groups), encoding="utf-8")
    drop(dialog, files(path))
    assert not dialog.main_button.isEnabled()
    dialog.groups.table.selectRow(1)
    assert dialog.main_button.isEnabled()
