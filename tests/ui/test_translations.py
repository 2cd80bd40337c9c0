# SPDX-License-Identifier: MIT
"""All texts of the window are translated, packed as they stand in the lists, and shown at once."""

import ast
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
)
from pytestqt.qtbot import QtBot

from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.navigation import Navigation
from groupdesk.ui.widgets.section_label import SectionLabel
from tests.translations import FOLDER, LANGUAGES, release, sources, unfinished, update


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing_unfinished_or_outdated(language: str, tmp_path: Path) -> None:
    committed = FOLDER / f"groupdesk_{language}.ts"
    fresh = tmp_path / committed.name
    shutil.copy(committed, fresh)
    update(language, fresh)
    assert unfinished(fresh) == []
    assert fresh.read_text("utf-8") == committed.read_text("utf-8"), "run tests.translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_packed_is_what_is_listed(language: str, tmp_path: Path) -> None:
    packed = tmp_path / "fresh.qm"
    release(FOLDER / f"groupdesk_{language}.ts", packed)
    assert packed.read_bytes() == (FOLDER / f"groupdesk_{language}.qm").read_bytes()


def test_numbers_stand_apart_from_chinese_characters() -> None:
    texts = (FOLDER / "groupdesk_zh.ts").read_text("utf-8")
    said = re.findall(r"<(?:translation|numerusform)>(.*?)</", texts, re.DOTALL)
    glued = re.compile(r"[一-鿿](?:%n|[0-9A-Za-z])|(?:%n|[0-9A-Za-z])[一-鿿]")
    assert [text for text in said if glued.search(text) and "M月d日" not in text] == []


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_only_literal_texts_are_given_to_tr() -> None:
    wrong = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            position = {"tr": 0, "translate": 1}.get(called)
            if position is None or len(node.args) <= position:
                continue
            if called == "translate" and not _is_text(node.args[0]):
                continue  # QRect.translate and its like move things
            if not _is_text(node.args[position]):
                wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def test_open_windows_change_their_language(
    qapp: QApplication, qtbot: QtBot, translations: Translations
) -> None:
    navigation = Navigation()
    qtbot.addWidget(navigation)
    head = navigation.findChild(SectionLabel)
    assert isinstance(head, SectionLabel)
    assert head.text() == "GROUPS"
    translations.set_language("zh")
    qapp.processEvents()
    assert head.text() == "群"
    translations.set_language("en")
    qapp.processEvents()
    assert head.text() == "GROUPS"


def test_a_dialog_built_on_the_frame_has_the_frame_s_words(
    qtbot: QtBot, translations: Translations
) -> None:
    class WarningDialog(DialogFrame):
        """A dialog of another name than the texts were collected under."""

    translations.set_language("zh")
    dialog = WarningDialog()
    qtbot.addWidget(dialog)
    dialog.set_missing(["原因", "截图"])
    assert "还缺：原因、截图" in dialog.main_button.accessibleDescription()


def test_qt_s_own_words_change_too(qtbot: QtBot, translations: Translations) -> None:
    translations.set_language("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_language_words_and_locale_go_together(
    qapp: QApplication, qtbot: QtBot, translations: Translations
) -> None:
    with qtbot.waitSignal(translations.changed):
        translations.set_language("zh")
    assert translations.words.language == "zh"
    assert QLocale().language() == QLocale.Language.Chinese
    with qtbot.assertNotEmitted(translations.changed):
        translations.set_language("zh")
    translations.set_language("system")
    assert translations.words.language == translations.language == "en"  # the C locale


def test_qt_s_own_file_dialog_speaks_chinese(qtbot: QtBot, translations: Translations) -> None:
    translations.set_language("zh")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = [part.text() for part in dialog.findChildren(QLabel)]
    assert words
    assert not [text for text in words if "Look" in text or "Files" in text or "File " in text]


def test_qt_s_own_print_dialog_speaks_chinese(qtbot: QtBot, translations: Translations) -> None:
    translations.set_language("zh")
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    words = [part.text() for part in dialog.findChildren(QLabel)]
    words += [part.text() for part in dialog.findChildren(QAbstractButton)]
    words += [part.title() for part in dialog.findChildren(QGroupBox)]
    assert len(words) > 20
    assert [text for text in words if any("a" <= sign <= "z" for sign in text)] == []


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("QPageSetupWidget", "Page &order:"),
        ("QPageSetupWidget", "Pages &per sheet:"),
        ("QCupsJobWidget", "Scheduled &printing:"),
        ("QCupsJobWidget", "&Billing information:"),
        ("QCupsJobWidget", "Job &priority:"),
        ("QCupsJobWidget", "&Start:"),
        ("QCupsJobWidget", "&End:"),
    ],
)
def test_what_only_a_printer_s_properties_show_is_chinese(
    translations: Translations, where: str, text: str
) -> None:
    translations.set_language("zh")
    assert QCoreApplication.translate(where, text) != text
